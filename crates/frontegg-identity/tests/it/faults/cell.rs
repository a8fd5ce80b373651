//! One trouble at one moment.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use frontegg_identity::{
    AccessToken, Clock, Error, Identifier, Identity, Login, MemoryStore, Moment as Now, Next,
    RetryPolicy, SavedSession, Session, SessionKey, SessionState, SessionStore, StoreLock,
};
use frontegg_identity_emulator::{Clock as Hands, Fault, Gate, Reuse, SentKind};
use frontegg_identity_raw::catalogue;
use serde_json::json;
use tokio::task::JoinSet;

use super::network::{Network, Switch};
use super::table::{Row, Trouble};
use crate::world::{ADA, PASSWORD, REFRESH, World, session};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    Soft,
    Hard,
    Expired,
    /// A process that begins with what is kept, which has expired.
    Start,
    Logout,
    Switch,
}

impl Moment {
    pub(super) const ALL: [Self; 6] = [
        Self::Soft,
        Self::Hard,
        Self::Expired,
        Self::Start,
        Self::Logout,
        Self::Switch,
    ];

    /// How old the token is.
    fn age(self, life: TimeDelta) -> TimeDelta {
        match self {
            Self::Soft => life * 17 / 20,
            Self::Hard => life - TimeDelta::seconds(10),
            Self::Expired | Self::Start | Self::Logout => life + TimeDelta::seconds(1),
            Self::Switch => TimeDelta::minutes(1),
        }
    }
}

pub(super) struct Cell<'a> {
    pub(super) row: &'a Row,
    pub(super) moment: Moment,
    pub(super) callers: usize,
    pub(super) is_kept: bool,
}

#[derive(Debug)]
pub(super) struct Outcome {
    /// What all of them got, or each different thing.
    pub(super) callers: String,
    pub(super) is_alive: bool,
    /// Whether it is over although the server would have gone on with it.
    pub(super) is_lost: bool,
    /// Requests of renewals while there was trouble.
    pub(super) renewals: usize,
}

/// The emulator's time, out of step if wanted.
#[derive(Clone, Debug)]
struct Watch {
    hands: Hands,
    start: DateTime<Utc>,
    wall_ahead: Arc<AtomicI64>,
    steady_behind: Arc<AtomicI64>,
}

impl Clock for Watch {
    fn now(&self) -> Now {
        let seconds = |shift: &AtomicI64| TimeDelta::seconds(shift.load(Ordering::SeqCst));
        let now = self.hands.now();
        let steady = now - self.start - seconds(&self.steady_behind);
        Now {
            wall: now + seconds(&self.wall_ahead),
            steady: steady.to_std().unwrap_or_default(),
        }
    }
}

/// One process: a client of its own.
struct Stage<'a> {
    world: &'a World,
    identity: Identity,
    switch: Switch,
    watch: Watch,
    store: Arc<MemoryStore>,
}

fn key() -> SessionKey {
    SessionKey::new("ada").unwrap()
}

impl<'a> Stage<'a> {
    fn new(world: &'a World, store: Arc<MemoryStore>) -> Self {
        let port = world
            .emulator
            .base_url()
            .rsplit(':')
            .next()
            .unwrap()
            .parse()
            .unwrap();
        let switch = Switch::new(port);
        let hands = world.emulator.clock().clone();
        let watch = Watch {
            start: hands.now(),
            hands,
            wall_ahead: Arc::default(),
            steady_behind: Arc::default(),
        };
        let impatient = RetryPolicy::DEFAULT
            .first_pause(Duration::ZERO)
            .longest_wait(Duration::ZERO);
        let identity = Identity::builder(format!("http://localhost:{port}"))
            .clock(watch.clone())
            .retry(impatient)
            .store(Arc::clone(&store))
            .http_client(switch.client())
            .build()
            .unwrap();
        Self {
            world,
            identity,
            switch,
            watch,
            store,
        }
    }

    async fn sign_in(&self) -> Session {
        let who = Identifier::email(ADA);
        let login = self
            .identity
            .sign_in_with_password(&who, &PASSWORD.into())
            .await;
        session(login.unwrap())
    }

    /// Goes on in a process that knows nothing but what is kept.
    async fn start_over(&self, session: &Session, is_kept: bool) -> (Self, Session) {
        let stage = Self::new(self.world, Arc::clone(&self.store));
        let session = if is_kept {
            stage.identity.stored_session(key()).await.unwrap().unwrap()
        } else {
            let text = session.save().to_text();
            stage
                .identity
                .restore(&SavedSession::from_text(text.expose()).unwrap())
        };
        (stage, session)
    }

    /// Writes past the lock.
    async fn put(&self, saved: &SavedSession) {
        self.store
            .save(&key(), saved, &StoreLock::new(0))
            .await
            .unwrap();
    }
}

impl Cell<'_> {
    pub(super) async fn run(&self, world: &World) -> Outcome {
        world.emulator.reset();
        world.emulator.change_settings(|settings| {
            settings.mfa_at_refresh = true;
            if self.row.forgives {
                settings.refresh_token_reuse = Reuse::Grace(TimeDelta::seconds(30));
            }
        });
        let mut stage = Stage::new(world, Arc::default());
        let mut session = stage.sign_in().await;
        if self.is_kept {
            session.store_as(key()).await.unwrap();
        }
        let tenant = self.tenant();
        if let Some(tenant) = tenant {
            session.in_tenant(tenant).access_token().await.unwrap();
        }
        if self.moment == Moment::Start {
            (stage, session) = stage.start_over(&session, self.is_kept).await;
        }
        let old = ask(&session, tenant).await.unwrap().expose().to_owned();
        let age = self.moment.age(world.emulator.settings().access_token_life);
        world.pass(age);
        let before = world.refreshes();
        let helper = self.begin(&stage, &session, age).await;
        let before = if matches!(self.row.trouble, Trouble::Stale) {
            world.refreshes()
        } else {
            before
        };
        let callers = self.callers(&session, &old).await;
        if let Some(helper) = helper {
            helper.abort();
        }
        let renewals = world.refreshes() - before;
        self.end(&stage);
        let error = self.afterwards(&stage, &session).await.err();
        let is_over = error.as_ref().is_some_and(Error::needs_sign_in);
        let is_out = self.moment == Moment::Logout;
        if is_out {
            assert!(
                stage.store.load(&key()).await.unwrap().is_none(),
                "{}",
                self.row.name
            );
        }
        Outcome {
            callers,
            is_alive: error.is_none(),
            is_lost: !is_out && is_over && self.row.is_alive,
            renewals,
        }
    }

    fn tenant(&self) -> Option<&'static str> {
        matches!(self.row.trouble, Trouble::TenantGone).then_some("t-2")
    }

    /// Lets the trouble begin. A task that has a part in it is given back.
    async fn begin(
        &self,
        stage: &Stage<'_>,
        session: &Session,
        age: TimeDelta,
    ) -> Option<tokio::task::JoinHandle<()>> {
        let world = stage.world;
        let faults = world.emulator.faults();
        match &self.row.trouble {
            Trouble::Answer(fault) => drop(faults.on("POST", REFRESH).always(fault.clone())),
            Trouble::Once(fault) => drop(faults.on("POST", REFRESH).once(fault.clone())),
            Trouble::Network(network) => stage.switch.set(*network),
            Trouble::Revoked => stage.sign_in().await.end_all_sessions().await.unwrap(),
            Trouble::Stale => {
                let before = stage.store.load(&key()).await.unwrap().unwrap();
                let (_, other) = stage.start_over(session, true).await;
                other.refresh_now().await.unwrap();
                let after = stage.store.load(&key()).await.unwrap().unwrap();
                stage.put(&before).await;
                let gate = Gate::closed();
                faults.on("POST", REFRESH).once(Fault::Hold(gate.clone()));
                let store = Arc::clone(&stage.store);
                return Some(tokio::spawn(async move {
                    gate.arrived(1).await;
                    store
                        .save(&key(), &after, &StoreLock::new(0))
                        .await
                        .unwrap();
                    gate.open();
                }));
            }
            Trouble::MfaDemanded => {
                let policy = json!({ "enforceMFAType": "Force" });
                world.manage(&catalogue::CREATE_MFA_POLICY, &policy).await;
            }
            Trouble::TenantGone => {
                let user = session.access_token().await;
                let claims = user.ok().and_then(|token| token.unverified_claims());
                let user = claims.unwrap()["sub"].as_str().unwrap().to_owned();
                let client = world.environment().await.raw();
                let call = client
                    .call(&catalogue::DELETE_USER)
                    .path("userId", &user)
                    .header("frontegg-tenant-id", Some("t-2"));
                call.send_unit().await.unwrap();
            }
            Trouble::ClockSet(by) => {
                stage
                    .watch
                    .wall_ahead
                    .store(by.num_seconds(), Ordering::SeqCst);
            }
            Trouble::Suspended => {
                stage
                    .watch
                    .steady_behind
                    .store(age.num_seconds(), Ordering::SeqCst);
            }
        }
        None
    }

    fn end(&self, stage: &Stage<'_>) {
        stage.world.emulator.faults().clear();
        stage.switch.set(Network::Works);
    }

    /// What they get: all the same, or each different thing.
    async fn callers(&self, session: &Session, old: &str) -> String {
        let (tenant, is_soft) = (self.tenant(), self.moment == Moment::Soft);
        let mut watch = match tenant {
            Some(tenant) => session.in_tenant(tenant).watch(),
            None => session.watch(),
        };
        let mut callers = JoinSet::new();
        for _ in 0..self.callers {
            let session = session.clone();
            callers.spawn(async move { ask(&session, tenant).await });
        }
        let own = match self.moment {
            Moment::Logout => {
                session.logout().await.unwrap();
                Some("out".to_owned())
            }
            Moment::Switch => {
                let switched = session.switch_tenant("t-2").await;
                Some(switched.map_or_else(|error| kind(&error), |_| "new".to_owned()))
            }
            _ => None,
        };
        let mut got: Vec<_> = Vec::new();
        while let Some(outcome) = callers.join_next().await {
            got.push(match outcome.unwrap() {
                Ok(token) if token.expose() == old => "old".to_owned(),
                Ok(_) => "new".to_owned(),
                Err(error) => kind(&error),
            });
        }
        got.sort();
        got.dedup();
        if let Some(own) = own {
            return own;
        }
        if is_soft {
            // Whoever asks when the session is over already hears of that.
            let is_fine = |got: &String| got == "old" || got == "new" || !self.row.is_alive;
            if got.iter().all(is_fine) {
                return self.beside(session, old, &mut watch).await;
            }
        }
        got.join("/")
    }

    /// What comes of the renewal that goes on beside the callers.
    async fn beside(
        &self,
        session: &Session,
        old: &str,
        watch: &mut frontegg_identity::SessionWatch,
    ) -> String {
        loop {
            match watch.now() {
                SessionState::Degraded(error) | SessionState::Ended(error) => return kind(&error),
                SessionState::MfaRequired => return "MfaRequired".to_owned(),
                _ => {}
            }
            let token = ask(session, self.tenant()).await;
            if token.is_ok_and(|token| token.expose() != old) {
                return "new".to_owned();
            }
            tokio::task::yield_now().await;
        }
    }

    /// When the trouble is over.
    async fn afterwards(&self, stage: &Stage<'_>, session: &Session) -> Result<(), Error> {
        stage.world.pass(TimeDelta::minutes(20));
        if let Some(Next::Challenge(challenge)) = session.challenge() {
            // It has grown old by now.
            let _ = session.refresh_now().await;
            drop(challenge);
            if let Some(Next::Challenge(challenge)) = session.challenge() {
                let sent = challenge.emails().next().unwrap().send().await?;
                let outbox = stage.world.emulator.outbox();
                let code = outbox.last(SentKind::MfaCode, ADA).unwrap().code.clone();
                let login = sent.verify(&code.unwrap()).await?;
                assert!(matches!(login, Login::Complete(_)));
            }
        }
        stage.world.expire();
        session.access_token().await?;
        Ok(())
    }
}

async fn ask(session: &Session, tenant: Option<&str>) -> Result<AccessToken, Error> {
    match tenant {
        Some(tenant) => session.in_tenant(tenant).access_token().await,
        None => session.access_token().await,
    }
}

fn kind(error: &Error) -> String {
    format!("{:?}", error.kind())
}
