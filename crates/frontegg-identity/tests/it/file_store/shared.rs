//! Several processes that renew the sessions of one store.

use chrono::TimeDelta;

use super::*;

/// A clock that is ahead of the system's.
#[derive(Debug)]
struct Ahead(SystemClock, TimeDelta);

impl Clock for Ahead {
    fn now(&self) -> Moment {
        let mut now = self.0.now();
        now.wall += self.1;
        now.steady += self.1.to_std().unwrap_or_default();
        now
    }
}

/// A service with a store, and sessions in it that have run out.
struct Fleet {
    world: World,
    folder: TempDir,
    form: Form,
}

impl Fleet {
    async fn new(form: Form) -> Self {
        let fleet = Self {
            world: World::new().await,
            folder: tempfile::tempdir().unwrap(),
            form,
        };
        fleet.keep(ADA).await;
        fleet
    }

    async fn keep(&self, email: &str) {
        let identity = self.identity();
        let who = frontegg_identity::Identifier::email(email);
        let login = identity.sign_in_with_password(&who, &PASSWORD.into()).await;
        session(login.unwrap()).store_as(key(email)).await.unwrap();
    }

    fn identity(&self) -> Identity {
        let builder = builder_of(&self.world.emulator, TimeDelta::zero());
        let store = self.form.open(self.folder.path());
        builder.store(store).build().unwrap()
    }

    async fn stored(&self, email: &str) -> Session {
        let session = self.identity().stored_session(key(email)).await.unwrap();
        session.expect("a session is kept")
    }

    /// A process with this session, which it wants to have a token of.
    fn process(&self, email: &str) -> Other {
        let url = self.world.emulator.base_url();
        let ahead = self.world.emulator.clock().now() - chrono::Utc::now();
        let ahead = ahead.num_milliseconds().to_string();
        let more = [("URL", url.as_str()), ("KEY", email), ("AHEAD", &ahead)];
        Other::start(
            "file_store::shared::child",
            self.form,
            self.folder.path(),
            &more,
        )
    }
}

/// Asks for a token once it is told to, and says which one it got.
#[tokio::test]
#[ignore = "it runs in a process of its own, for the tests below"]
async fn child() {
    let ahead = TimeDelta::milliseconds(variable("AHEAD").parse().unwrap());
    let identity = Identity::builder(variable("URL"))
        .store(opened_by_child())
        .clock(Ahead(SystemClock::new(), ahead))
        .build()
        .unwrap();
    let session = identity
        .stored_session(key(&variable("KEY")))
        .await
        .unwrap();
    let session = session.unwrap();
    say("ready");
    hear();
    let token = session.access_token().await.unwrap();
    say(&format!("token {}", token.expose()));
}

#[tokio::test]
async fn s6_four_processes_with_an_expired_token_renew_it_once() {
    for form in Form::BOTH {
        let fleet = Fleet::new(form).await;
        fleet.world.expire();
        let mut processes: Vec<_> = (0..4).map(|_| fleet.process(ADA)).collect();
        for process in &mut processes {
            process.hear("ready");
        }
        for process in &mut processes {
            process.say("go");
        }
        let mut tokens: Vec<_> = processes
            .iter_mut()
            .map(|process| process.hear_after("token "))
            .collect();
        tokens.dedup();
        assert_eq!(tokens.len(), 1, "all have the same");
        assert_eq!(fleet.world.refreshes(), 1);
        for process in processes {
            process.end();
        }
    }
}

#[tokio::test]
async fn s9_two_processes_change_two_profiles_at_once_and_both_survive() {
    let fleet = Fleet::new(Form::Profiles).await;
    // Alan has a second factor, so the session of his profile is another one of Ada's.
    let store = fleet.form.open(fleet.folder.path());
    let other = session(fleet.world.sign_in(ADA).await.unwrap());
    save(&store, ALAN, &other.save()).await;
    let before = [text(&store, ADA).await, text(&store, ALAN).await];
    fleet.world.expire();
    let mut processes = [fleet.process(ADA), fleet.process(ALAN)];
    for process in &mut processes {
        process.hear("ready");
    }
    for process in &mut processes {
        process.say("go");
    }
    for process in processes {
        process.end();
    }
    assert_eq!(fleet.world.refreshes(), 2);
    for (name, before) in [ADA, ALAN].into_iter().zip(before) {
        assert_ne!(text(&store, name).await, before);
        fleet.stored(name).await.refresh_now().await.unwrap();
    }
}

#[tokio::test]
async fn s10_a_process_that_ends_without_a_word_leaves_the_new_token() {
    for form in Form::BOTH {
        let fleet = Fleet::new(form).await;
        fleet.world.expire();
        let mut process = fleet.process(ADA);
        process.hear("ready");
        process.say("go");
        let token = process.hear_after("token ");
        process.kill();
        let next = fleet.stored(ADA).await;
        assert_eq!(next.access_token().await.unwrap().expose(), token);
        next.refresh_now().await.unwrap();
        assert_eq!(fleet.world.refreshes(), 2);
    }
}

#[tokio::test]
async fn s10_a_renewal_that_fails_leaves_every_byte_of_the_file() {
    use crate::world::REFRESH;
    use frontegg_identity_emulator::Fault;

    let fleet = Fleet::new(Form::Profiles).await;
    let file = fleet.folder.path().join("credentials.json");
    let before = std::fs::read(&file).unwrap();
    let faults = fleet.world.emulator.faults();
    for fault in [Fault::status(503), Fault::status(429), Fault::status(401)] {
        fleet.world.expire();
        faults.on("POST", REFRESH).once(fault);
        fleet.stored(ADA).await.access_token().await.unwrap_err();
        assert_eq!(std::fs::read(&file).unwrap(), before);
    }
}
