//! What happens to sessions when Redis goes away, or a lease runs out, in the middle of something.

use std::sync::Arc;

use frontegg_identity::{ErrorKind, SessionStore};
use parking_lot::Mutex;

use crate::redis_server::Server;
use crate::stores::{Fleet, Shared, key, token};

/// One Redis in the hands of a test, and of those who use it.
struct InHands(Arc<Mutex<Server>>);

impl Shared for InHands {
    fn open(&self) -> Arc<dyn SessionStore> {
        self.0.lock().open()
    }
}

#[tokio::test]
async fn sessions_outlive_a_redis_that_dies_and_comes_back() {
    let Some(server) = Server::plain() else {
        return;
    };
    let server = Arc::new(Mutex::new(server));
    let fleet = Fleet::over(InHands(Arc::clone(&server))).await;
    let ada = fleet.ada().await;
    let served = token(&ada).await.unwrap();
    server.lock().kill();
    assert_eq!(
        token(&ada).await.unwrap(),
        served,
        "the token is still good"
    );
    let error = fleet.identity().stored_session(key()).await.unwrap_err();
    assert!(error.kind() == ErrorKind::Store && error.is_retryable());
    fleet.world.expire();
    let error = ada.access_token().await.unwrap_err();
    assert!(error.kind() == ErrorKind::Store && !error.needs_sign_in());
    assert_eq!(
        fleet.world.refreshes(),
        0,
        "the refresh token was not spent"
    );
    server.lock().restart();
    fleet.world.expire();
    let renewed = token(&ada).await.unwrap();
    assert_eq!(token(&fleet.other().await).await.unwrap(), renewed);
    assert_eq!(fleet.world.refreshes(), 1);
}

#[tokio::test]
async fn tokens_that_come_while_redis_is_away_are_saved_afterwards() {
    let Some(server) = Server::plain() else {
        return;
    };
    let server = Arc::new(Mutex::new(server));
    let fleet = Fleet::over(InHands(Arc::clone(&server))).await;
    let ada = fleet.ada().await;
    fleet.world.expire();
    let gate = fleet.gate();
    let task = {
        let ada = ada.clone();
        tokio::spawn(async move { token(&ada).await })
    };
    gate.arrived(1).await;
    server.lock().kill();
    gate.open();
    let outcome = task.await.unwrap().unwrap();
    server.lock().restart();
    server.lock().end_lease();
    fleet.world.expire();
    let renewed = token(&ada).await.unwrap();
    let theirs = token(&fleet.other().await).await.unwrap();
    assert_eq!(theirs, renewed);
    assert_ne!(renewed, outcome);
}

#[tokio::test]
async fn s7_a_holder_who_was_paused_wins_over_one_who_was_refused_meanwhile() {
    let Some(server) = Server::plain() else {
        return;
    };
    let server = Arc::new(Mutex::new(server));
    let fleet = Fleet::over(InHands(Arc::clone(&server))).await;
    let (one, other) = (fleet.ada().await, fleet.other().await);
    fleet.world.expire();
    let gate = fleet.gate();
    let task = {
        let one = one.clone();
        tokio::spawn(async move { token(&one).await })
    };
    gate.arrived(1).await;
    server.lock().end_lease();
    let error = other.access_token().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::RotationLost);
    gate.open();
    let renewed = task.await.unwrap().unwrap();
    assert_eq!(token(&fleet.other().await).await.unwrap(), renewed);
    fleet.world.expire();
    assert_ne!(token(&fleet.other().await).await.unwrap(), renewed);
}
