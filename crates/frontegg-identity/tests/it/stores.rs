//! Sessions that are kept, and shared by several who do not know of each other.

use std::sync::Arc;

use chrono::TimeDelta;
use frontegg_identity::{
    Credentials, Error, ErrorKind, Identity, Login, MemoryStore, Next, SavedSession, Session,
    SessionKey, SessionState, SessionStore, StoreFuture, StoreLock, testing,
};
use frontegg_identity_emulator::{Fault, Gate, SentKind};
use frontegg_identity_raw::catalogue;
use serde_json::json;

use crate::world::{ADA, LOGOUT, REFRESH, World, builder_of, claim, session};

pub(crate) fn key() -> SessionKey {
    SessionKey::new("ada").unwrap()
}

/// A place for sessions that several processes share.
pub(crate) trait Shared: Sync {
    /// Opens it, as a process of its own does.
    fn open(&self) -> Arc<dyn SessionStore>;

    /// Writes past the lock, whoever holds it.
    fn put<'a>(&'a self, key: &'a SessionKey, saved: &'a SavedSession) -> StoreFuture<'a, ()> {
        Box::pin(async move { self.open().save(key, saved, &StoreLock::new(0)).await })
    }
}

impl Shared for Arc<MemoryStore> {
    fn open(&self) -> Arc<dyn SessionStore> {
        Self::clone(self)
    }
}

/// A folder, opened by each process for itself.
#[cfg(feature = "file-store")]
struct Files(tempfile::TempDir);

#[cfg(feature = "file-store")]
impl Files {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }
}

#[cfg(feature = "file-store")]
impl Shared for Files {
    fn open(&self) -> Arc<dyn SessionStore> {
        Arc::new(frontegg_identity::FileStore::in_folder(self.0.path()))
    }

    /// As somebody who does not know of locks: straight into the only file.
    fn put<'a>(&'a self, _: &'a SessionKey, saved: &'a SavedSession) -> StoreFuture<'a, ()> {
        let is_session =
            |path: &std::path::PathBuf| path.extension().is_some_and(|end| end == "json");
        let mut paths = std::fs::read_dir(self.0.path())
            .unwrap()
            .map(|entry| entry.unwrap().path());
        std::fs::write(paths.find(is_session).unwrap(), saved.to_text().expose()).unwrap();
        Box::pin(std::future::ready(Ok(())))
    }
}

/// Runs each test over each store.
macro_rules! over_every_store {
    ($($test:ident)*) => {
        mod in_memory {
            $(
                #[tokio::test]
                async fn $test() {
                    let shared = std::sync::Arc::<frontegg_identity::MemoryStore>::default();
                    super::$test(super::Fleet::over(shared).await).await;
                }
            )*
        }

        #[cfg(feature = "file-store")]
        mod in_files {
            $(
                #[tokio::test]
                async fn $test() {
                    super::$test(super::Fleet::over(super::Files::new()).await).await;
                }
            )*
        }

        #[cfg(feature = "redis-store")]
        mod in_redis {
            $(
                #[tokio::test]
                async fn $test() {
                    if let Some(server) = crate::redis_server::Server::plain() {
                        super::$test(super::Fleet::over(server).await).await;
                    }
                }
            )*
        }
    };
}

over_every_store! {
    s10_a_session_that_is_kept_outlives_its_process
    s10_a_renewal_that_fails_changes_nothing_in_the_store
    s7_whoever_finds_the_token_replaced_takes_what_the_other_got
    s7_a_refusal_ends_a_session_only_if_the_store_still_has_the_refused_token
    s3_a_refusal_with_nothing_newer_in_the_store_ends_the_session
    s25_tenants_in_two_processes_share_the_refresh_token
    s8_a_loss_in_one_process_has_its_name_in_the_other
    a_store_that_forgets_the_last_renewal_does_no_harm
    a_session_moves_from_key_to_key
    a_logout_takes_the_session_out_of_the_store
    s18_a_logout_waits_for_the_renewal_and_ends_what_it_brought
    machines_that_share_a_store_exchange_once
}

/// A service with its own client, as in a process of its own, over a store that all share.
pub(crate) struct Fleet {
    pub(crate) world: World,
    shared: Box<dyn Shared>,
}

impl Fleet {
    pub(crate) async fn over(shared: impl Shared + 'static) -> Self {
        Self::of(World::new().await, shared)
    }

    fn of(world: World, shared: impl Shared + 'static) -> Self {
        Self {
            world,
            shared: Box::new(shared),
        }
    }

    pub(crate) fn identity(&self) -> Identity {
        let builder = builder_of(&self.world.emulator, TimeDelta::zero());
        builder.store(self.shared.open()).build().unwrap()
    }

    /// Ada signs in, and her session is kept.
    pub(crate) async fn ada(&self) -> Session {
        let who = frontegg_identity::Identifier::email(ADA);
        let password = crate::world::PASSWORD.into();
        let login = self.identity().sign_in_with_password(&who, &password).await;
        let ada = session(login.unwrap());
        ada.store_as(key()).await.unwrap();
        ada
    }

    /// Her session in another process.
    pub(crate) async fn other(&self) -> Session {
        let session = self.identity().stored_session(key()).await.unwrap();
        session.expect("her session is kept")
    }

    /// Writes past the lock.
    async fn put(&self, saved: &SavedSession) {
        self.shared.put(&key(), saved).await.unwrap();
    }

    pub(crate) async fn kept(&self) -> Option<SavedSession> {
        self.shared.open().load(&key()).await.unwrap()
    }

    /// Holds the answer to the next renewal back.
    pub(crate) fn gate(&self) -> Gate {
        let gate = Gate::closed();
        let faults = self.world.emulator.faults();
        faults.on("POST", REFRESH).once(Fault::Hold(gate.clone()));
        gate
    }

    pub(crate) async fn kept_text(&self) -> String {
        let kept = self.kept().await.expect("a session is kept");
        kept.to_text().expose().to_owned()
    }
}

pub(crate) async fn token(session: &Session) -> Result<String, Error> {
    let token = session.access_token().await?;
    Ok(token.expose().to_owned())
}

#[tokio::test]
async fn the_memory_store_keeps_its_promises() {
    let store = Arc::new(MemoryStore::new());
    testing::store_conformance(|| Arc::clone(&store))
        .await
        .unwrap();
}

#[tokio::test]
async fn a_session_that_is_saved_goes_on_where_it_is_restored() {
    let world = World::new().await;
    let ada = world.ada().await;
    let in_t2 = ada.in_tenant("t-2").access_token().await.unwrap();
    let text = ada.save().to_text();
    let restored = SavedSession::from_text(text.expose()).unwrap();
    let restored = world.identity.restore(&restored);
    assert_eq!(token(&restored).await.unwrap(), token(&ada).await.unwrap());
    let again = restored.in_tenant("t-2").access_token().await.unwrap();
    assert_eq!(again.expose(), in_t2.expose());
    assert_eq!(world.refreshes(), 1, "that of the tenant's first token");
    world.expire();
    restored.access_token().await.unwrap();
    assert_eq!(world.refreshes(), 2);
}

async fn s10_a_session_that_is_kept_outlives_its_process(fleet: Fleet) {
    let ada = fleet.ada().await;
    fleet.world.expire();
    let renewed = token(&ada).await.unwrap();
    drop(ada);
    let after = fleet.other().await;
    assert_eq!(token(&after).await.unwrap(), renewed);
    fleet.world.expire();
    after.access_token().await.unwrap();
    assert_eq!(fleet.world.refreshes(), 2);
}

async fn s10_a_renewal_that_fails_changes_nothing_in_the_store(fleet: Fleet) {
    let ada = fleet.ada().await;
    let before = fleet.kept_text().await;
    let faults = fleet.world.emulator.faults();
    for fault in [Fault::status(503), Fault::status(429), Fault::status(401)] {
        fleet.world.expire();
        faults.on("POST", REFRESH).once(fault);
        ada.access_token().await.unwrap_err();
        assert_eq!(fleet.kept_text().await, before);
    }
}

async fn s7_whoever_finds_the_token_replaced_takes_what_the_other_got(fleet: Fleet) {
    let (one, other) = (fleet.ada().await, fleet.other().await);
    // Early: the other's token is still good.
    let renewed = one.refresh_now().await.unwrap();
    let old = token(&other).await.unwrap();
    let life = fleet.world.emulator.settings().access_token_life;
    fleet.world.pass(life * 9 / 10 - TimeDelta::minutes(5));
    let taken = loop {
        let token = token(&other).await.unwrap();
        if token != old {
            break token;
        }
        tokio::task::yield_now().await;
    };
    assert_eq!(taken, renewed.expose());
    assert_eq!(fleet.world.refreshes(), 1);
}

async fn s7_a_refusal_ends_a_session_only_if_the_store_still_has_the_refused_token(fleet: Fleet) {
    let (one, other) = (fleet.ada().await, fleet.other().await);
    let before = fleet.kept().await.unwrap();
    fleet.world.expire();
    token(&one).await.unwrap();
    let after = fleet.kept().await.unwrap();
    // As if the lock had been of no use: the other one reads the old session, and the new one is there when it is refused.
    fleet.put(&before).await;
    let gate = fleet.gate();
    let task = tokio::spawn(async move { token(&other).await });
    gate.arrived(1).await;
    fleet.put(&after).await;
    gate.open();
    assert_eq!(task.await.unwrap().unwrap(), token(&one).await.unwrap());
    let statuses = fleet.world.emulator.requests().count("POST", REFRESH);
    assert_eq!(statuses, 2, "the other one was refused");
}

async fn s3_a_refusal_with_nothing_newer_in_the_store_ends_the_session(fleet: Fleet) {
    let ada = fleet.ada().await;
    fleet.world.ada().await.end_all_sessions().await.unwrap();
    fleet.world.expire();
    let error = ada.access_token().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::SessionEnded);
}

async fn s25_tenants_in_two_processes_share_the_refresh_token(fleet: Fleet) {
    let (one, other) = (fleet.ada().await, fleet.other().await);
    let tenant = one.in_tenant("t-2").access_token().await.unwrap();
    fleet.world.expire();
    token(&one).await.unwrap();
    let theirs = other.in_tenant("t-2").access_token().await.unwrap();
    assert_ne!(theirs.expose(), tenant.expose());
    assert_eq!(claim(&other, "sub").await, claim(&one, "sub").await);
    assert_eq!(fleet.world.refreshes(), 3, "one for each token");
}

#[tokio::test]
async fn m1_a_second_factor_that_is_shown_in_one_process_counts_in_the_other() {
    let world = World::with(|settings| settings.mfa_at_refresh = true, []).await;
    let fleet = Fleet::of(world, Arc::new(MemoryStore::new()));
    let (one, other) = (fleet.ada().await, fleet.other().await);
    let policy = json!({ "enforceMFAType": "Force" });
    fleet
        .world
        .manage(&catalogue::CREATE_MFA_POLICY, &policy)
        .await;
    fleet.world.expire();
    for session in [&one, &other] {
        let error = session.access_token().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::MfaRequired);
    }
    let Some(Next::Challenge(challenge)) = other.challenge() else {
        panic!("a second factor is due");
    };
    let sent = challenge.emails().next().unwrap().send().await.unwrap();
    let code = fleet.world.emulator.sent(SentKind::MfaCode, ADA).await.code;
    let login = sent.verify(&code.unwrap()).await.unwrap();
    assert!(matches!(login, Login::Complete(_)));
    // The one that asked before takes what the other was given, at the next request to renew.
    let renewals = fleet.world.refreshes();
    let theirs = one.refresh_now().await.unwrap();
    fleet.world.expire();
    assert_ne!(token(&other).await.unwrap(), theirs.expose());
    assert_eq!(fleet.world.refreshes(), renewals + 2);
}

async fn s8_a_loss_in_one_process_has_its_name_in_the_other(fleet: Fleet) {
    let ada = fleet.ada().await;
    fleet.world.expire();
    let faults = fleet.world.emulator.faults();
    faults.on("POST", REFRESH).times(2, Fault::LostReply);
    ada.access_token().await.unwrap_err();
    drop(ada);
    let error = fleet.other().await.access_token().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::RotationLost);
}

/// As a replica of Redis that takes over before it has heard of all.
async fn a_store_that_forgets_the_last_renewal_does_no_harm(fleet: Fleet) {
    let ada = fleet.ada().await;
    let before = fleet.kept().await.unwrap();
    fleet.world.expire();
    let renewed = token(&ada).await.unwrap();
    fleet.put(&before).await;
    assert_eq!(token(&ada).await.unwrap(), renewed);
    fleet.world.expire();
    let newest = token(&ada).await.unwrap();
    assert_eq!(fleet.world.refreshes(), 2);
    assert_eq!(token(&fleet.other().await).await.unwrap(), newest);
}

async fn a_session_moves_from_key_to_key(fleet: Fleet) {
    let ada = fleet.ada().await;
    ada.store_as(key()).await.unwrap();
    let other = SessionKey::new("other").unwrap();
    ada.store_as(other.clone()).await.unwrap();
    assert!(fleet.kept().await.is_none());
    fleet.world.expire();
    let renewed = token(&ada).await.unwrap();
    let there = fleet
        .identity()
        .stored_session(other)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(token(&there).await.unwrap(), renewed);
    ada.logout().await.unwrap();
    let error = ada.store_as(key()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::SignedOut);
}

async fn a_logout_takes_the_session_out_of_the_store(fleet: Fleet) {
    let (one, other) = (fleet.ada().await, fleet.other().await);
    one.logout().await.unwrap();
    assert!(fleet.kept().await.is_none());
    assert!(
        fleet
            .identity()
            .stored_session(key())
            .await
            .unwrap()
            .is_none()
    );
    fleet.world.expire();
    let error = other.access_token().await.unwrap_err();
    assert!(error.needs_sign_in(), "{error}");
    assert!(fleet.kept().await.is_none());
    assert_eq!(fleet.world.count("POST", LOGOUT), 1);
}

async fn s18_a_logout_waits_for_the_renewal_and_ends_what_it_brought(fleet: Fleet) {
    let ada = fleet.ada().await;
    fleet.world.expire();
    let (gate, mut watch) = (fleet.gate(), ada.watch());
    let waiting = ada.clone();
    let waiting = tokio::spawn(async move { waiting.access_token().await });
    gate.arrived(1).await;
    let leaving = ada.clone();
    let leaving = tokio::spawn(async move { leaving.logout().await });
    assert!(matches!(
        watch.changed().await,
        Some(SessionState::Ended(_))
    ));
    gate.open();
    let error = waiting.await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::SignedOut);
    leaving.await.unwrap().unwrap();
    assert!(fleet.kept().await.is_none());
    // The late tokens died with it: a new session is the only one.
    assert_eq!(fleet.world.ada().await.sessions().await.unwrap().len(), 1);
}

async fn machines_that_share_a_store_exchange_once(fleet: Fleet) {
    let credentials = || {
        let secret = fleet.world.emulator.secret().into();
        Credentials::environment(fleet.world.emulator.client_id(), secret)
    };
    let one = fleet
        .identity()
        .stored_machine(credentials(), key())
        .await
        .unwrap();
    let other = fleet
        .identity()
        .stored_machine(credentials(), key())
        .await
        .unwrap();
    let token = one.access_token().await.unwrap();
    assert_eq!(other.access_token().await.unwrap().expose(), token.expose());
    assert_eq!(fleet.world.count("POST", "/auth/vendor"), 1);
    other
        .raw()
        .call(&catalogue::LIST_ROLES)
        .send_unit()
        .await
        .unwrap();
    let renewed = one.refresh_now().await.unwrap();
    fleet.world.pass(TimeDelta::days(1));
    let (one, other) = tokio::join!(one.access_token(), other.access_token());
    assert_eq!(one.unwrap().expose(), other.unwrap().expose());
    assert_eq!(fleet.world.count("POST", "/auth/vendor"), 3);
    assert!(renewed.expires_at().is_some());
}
