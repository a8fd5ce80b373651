//! How a session stands, for those who want to hear of it.

use chrono::TimeDelta;
use frontegg_identity::{ErrorKind, SessionState};
use frontegg_identity_emulator::Fault;

use crate::world::{REFRESH, World};

#[tokio::test]
async fn a_session_is_fresh_then_degraded_then_fresh_then_ended() {
    let world = World::new().await;
    let session = world.ada().await;
    let mut watch = session.watch();
    assert!(matches!(watch.now(), SessionState::Fresh));
    world.expire();
    let faults = world.emulator.faults();
    faults.on("POST", REFRESH).once(Fault::status(503));
    session.access_token().await.unwrap_err();
    let Some(SessionState::Degraded(why)) = watch.changed().await else {
        panic!("the renewal failed");
    };
    assert_eq!((why.kind(), why.status()), (ErrorKind::Server, Some(503)));
    world.pass(TimeDelta::minutes(2));
    session.access_token().await.unwrap();
    assert!(matches!(watch.changed().await, Some(SessionState::Fresh)));
    session.logout().await.unwrap();
    let Some(SessionState::Ended(why)) = watch.changed().await else {
        panic!("the session is over");
    };
    assert_eq!(why.kind(), ErrorKind::SignedOut);
}

#[tokio::test]
async fn a_watch_does_not_keep_a_session_alive() {
    let world = World::new().await;
    let mut watch = world.ada().await.watch();
    assert!(watch.changed().await.is_none());
    assert!(matches!(watch.now(), SessionState::Fresh));
}
