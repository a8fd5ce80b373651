//! What a session survives, and what ends it.

use chrono::TimeDelta;
use frontegg_identity::{ErrorKind, SessionState};
use frontegg_identity_emulator::{CutPoint, ErrorBody, Fault, LifeForm, RetryHint, Reuse};
use frontegg_identity_raw::catalogue;
use serde_json::Value;
use tokio::task::JoinSet;

use crate::world::{ADA, REFRESH, World};

/// What goes wrong with a renewal, and how a caller whose token has run out hears of it.
fn outages() -> Vec<(Fault, ErrorKind)> {
    let none = RetryHint::None;
    vec![
        (Fault::status(408), ErrorKind::Busy),
        (Fault::TooManyRequests(none), ErrorKind::Busy),
        (Fault::status(500), ErrorKind::Server),
        (Fault::status(502), ErrorKind::Server),
        (Fault::status(503), ErrorKind::Server),
        (Fault::status(504), ErrorKind::Server),
        (Fault::Waf, ErrorKind::Unreadable),
        (Fault::status(400), ErrorKind::Rejected),
    ]
}

#[tokio::test]
async fn a_session_outlives_every_outage() {
    let world = World::new().await;
    let session = world.ada().await;
    for (fault, kind) in outages() {
        let before = world.refreshes();
        // The server says of a 408 that nothing was done, so it is sent again at once.
        let sendings = if matches!(fault, Fault::Status { status: 408, .. }) {
            3
        } else {
            1
        };
        world.expire();
        let faults = world.emulator.faults();
        faults.on("POST", REFRESH).times(sendings, fault.clone());
        let sendings = sendings as usize;
        let error = session.access_token().await.unwrap_err();
        assert_eq!(error.kind(), kind, "{fault:?}");
        assert!(!error.needs_sign_in(), "{fault:?}");
        // The same error while the attempt's rest lasts, and no request.
        let again = session.access_token().await.unwrap_err();
        assert_eq!(again.kind(), kind, "{fault:?}");
        assert_eq!(world.refreshes(), before + sendings, "{fault:?}");
        world.pass(TimeDelta::minutes(2));
        session.access_token().await.unwrap();
        assert_eq!(world.refreshes(), before + sendings + 1, "{fault:?}");
    }
    assert!(world.emulator.faults().unused().is_empty());
}

#[tokio::test]
async fn s4_three_failures_in_a_row_are_outlived() {
    let world = World::new().await;
    let session = world.ada().await;
    let mut watch = session.watch();
    let faults = world.emulator.faults();
    faults.on("POST", REFRESH).times(3, Fault::status(503));
    world.expire();
    for _ in 0..3 {
        let error = session.access_token().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Server);
        assert!(matches!(watch.now(), SessionState::Degraded(_)));
        world.pass(TimeDelta::minutes(2));
    }
    session.access_token().await.unwrap();
    assert!(matches!(watch.now(), SessionState::Fresh));
    assert_eq!(world.refreshes(), 4);
}

#[tokio::test]
async fn s17_a_good_token_is_served_through_every_outage() {
    let world = World::new().await;
    for (fault, _) in outages() {
        world.emulator.faults().clear();
        world.pass(TimeDelta::hours(2));
        let session = world.ada().await;
        let token = session.access_token().await.unwrap();
        world.emulator.faults().on("POST", REFRESH).always(fault);
        world.pass(TimeDelta::hours(20));
        for _ in 0..5 {
            let served = session.access_token().await.unwrap();
            assert_eq!(served.expose(), token.expose());
        }
    }
}

#[tokio::test]
async fn s17_a_token_whose_renewal_is_refused_is_served_and_rests() {
    let life = TimeDelta::seconds(300);
    let world = World::with(|settings| settings.access_token_life = life, []).await;
    let session = world.ada().await;
    let mut watch = session.watch();
    let token = session.access_token().await.unwrap();
    let faults = world.emulator.faults();
    faults.on("POST", REFRESH).always(Fault::status(400));
    let ask = async || {
        for _ in 0..5 {
            let served = session.access_token().await.unwrap();
            assert_eq!(served.expose(), token.expose());
        }
    };
    world.pass(TimeDelta::seconds(240));
    ask().await;
    let state = watch.changed().await;
    assert!(matches!(state, Some(SessionState::Degraded(_))));
    ask().await;
    assert_eq!(world.refreshes(), 1);
    // The first rest, and half of it for chance.
    world.pass(TimeDelta::seconds(2));
    ask().await;
    world.emulator.requests().reached(2, "POST", REFRESH).await;
    ask().await;
    assert_eq!(world.refreshes(), 2);
    world.pass(TimeDelta::seconds(27));
    ask().await;
    // Another refresh token does not rest.
    faults.clear();
    let other = world.ada().await;
    other.refresh_now().await.unwrap();
}

#[tokio::test]
async fn a_page_or_a_cut_connection_ends_nothing() {
    let world = World::new().await;
    let session = world.ada().await;
    // Nothing was done, whether or not the client can know that: it asks once more at once.
    for fault in [Fault::HtmlPage, Fault::Cut(CutPoint::BeforeHeaders)] {
        world.expire();
        world.emulator.faults().on("POST", REFRESH).once(fault);
        session.access_token().await.unwrap();
    }
    assert_eq!(world.refreshes(), 4);
    assert!(world.emulator.faults().unused().is_empty());
}

#[tokio::test]
async fn s8_a_reply_that_was_lost_is_asked_for_again() {
    let grace = Reuse::Grace(TimeDelta::seconds(30));
    let world = World::with(|settings| settings.refresh_token_reuse = grace, []).await;
    let session = world.ada().await;
    for fault in [Fault::LostReply, Fault::Cut(CutPoint::InHeaders)] {
        let before = world.refreshes();
        world.expire();
        world.emulator.faults().on("POST", REFRESH).once(fault);
        session.access_token().await.unwrap();
        assert_eq!(world.refreshes(), before + 2);
    }
    world.expire();
    session.access_token().await.unwrap();
}

#[tokio::test]
async fn s8_a_rotated_token_that_was_lost_has_a_name() {
    let world = World::new().await;
    let session = world.ada().await;
    let mut watch = session.watch();
    world.expire();
    world
        .emulator
        .faults()
        .on("POST", REFRESH)
        .once(Fault::LostReply);
    let error = session.access_token().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::RotationLost);
    assert!(error.needs_sign_in());
    assert_eq!(world.refreshes(), 2);
    let SessionState::Ended(why) = watch.now() else {
        panic!("the session is over");
    };
    assert_eq!(why.kind(), ErrorKind::RotationLost);
}

#[tokio::test]
async fn s8_a_loss_is_remembered_till_the_refusal() {
    let world = World::new().await;
    let session = world.ada().await;
    world.expire();
    let faults = world.emulator.faults();
    // The reply is lost, and so is the question after it.
    faults.on("POST", REFRESH).once(Fault::LostReply);
    faults
        .on("POST", REFRESH)
        .once(Fault::Cut(CutPoint::BeforeHeaders));
    let error = session.access_token().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Network);
    world.pass(TimeDelta::minutes(2));
    let error = session.access_token().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::RotationLost);
}

#[tokio::test]
async fn s8_a_new_token_in_a_cookie_survives_a_broken_body() {
    let world = World::new().await;
    let session = world.ada().await;
    for fault in [Fault::TruncatedJson, Fault::Cut(CutPoint::MidBody)] {
        world.expire();
        world.emulator.faults().on("POST", REFRESH).once(fault);
        session.access_token().await.unwrap();
    }
    assert_eq!(world.refreshes(), 4);
    world.expire();
    session.access_token().await.unwrap();
}

#[tokio::test]
async fn only_the_servers_refusal_ends_a_session() {
    let world = World::new().await;
    for body in [ErrorBody::Errors, ErrorBody::Text, ErrorBody::Empty] {
        let session = world.ada().await;
        let before = world.refreshes();
        world.expire();
        let fault = Fault::Status { status: 401, body };
        world.emulator.faults().on("POST", REFRESH).once(fault);
        for _ in 0..2 {
            let error = session.access_token().await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::SessionEnded);
            assert!(error.needs_sign_in());
        }
        assert_eq!(world.refreshes(), before + 1);
    }
    let session = world.ada().await;
    world.pass(TimeDelta::days(31));
    let error = session.access_token().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::SessionEnded);
    assert_eq!(error.messages(), ["Session not found"]);
}

#[tokio::test]
async fn s19_callers_share_the_wait_that_the_server_asks_for() {
    let world = World::new().await;
    let session = world.ada().await;
    world.expire();
    let reset = RetryHint::ResetIn(TimeDelta::seconds(3));
    let faults = world.emulator.faults();
    faults
        .on("POST", REFRESH)
        .once(Fault::TooManyRequests(reset));
    let ask = async || {
        let mut callers = JoinSet::new();
        for _ in 0..20 {
            let session = session.clone();
            callers.spawn(async move { session.access_token().await.map(|_| ()) });
        }
        callers.join_all().await
    };
    for outcome in ask().await {
        let error = outcome.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Busy);
        assert_eq!(error.retry_after().unwrap().as_secs(), 3);
    }
    assert_eq!(world.refreshes(), 1);
    // The wait, and half of it for chance.
    world.pass(TimeDelta::seconds(5));
    assert!(ask().await.iter().all(Result::is_ok));
    assert_eq!(world.refreshes(), 2);
}

#[tokio::test]
async fn s14_a_clock_that_is_slow_does_not_keep_dead_tokens() {
    let life = TimeDelta::minutes(5);
    let mut world = World::with(|settings| settings.access_token_life = life, []).await;
    world.identity = crate::world::identity_behind(&world.emulator, TimeDelta::minutes(10));
    let login = world.emulator.faults().on("POST", crate::world::LOGIN);
    // All that is left is `exp`, by the server's clock.
    login.once(Fault::ExpiresIn(LifeForm::Missing));
    let session = world.ada().await;
    let first = session.access_token().await.unwrap();
    let by_our_clock = world.emulator.clock().now() - TimeDelta::minutes(10) + life;
    assert_eq!(
        first.expires_at().unwrap().timestamp(),
        by_our_clock.timestamp()
    );
    world.expire();
    let second = session.access_token().await.unwrap();
    assert_ne!(first.expose(), second.expose());
    assert_eq!(world.refreshes(), 1);
    // A 401 all the same is met with one renewal and one more sending.
    world.emulator.keys().rotate();
    world.emulator.keys().retire_old();
    let client = session.raw();
    let call = client.call(&catalogue::GET_MY_PROFILE);
    assert_eq!(call.send::<Value>().await.unwrap()["email"], ADA);
    let me = world.count("GET", "/identity/resources/users/v3/me");
    assert_eq!((world.refreshes(), me), (2, 2));
}
