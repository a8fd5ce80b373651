//! A second factor that is shown again for what is worth more.

use std::time::Duration;

use chrono::TimeDelta;
use frontegg_identity::{Login, StepUp};
use frontegg_identity_emulator::{Fault, Gate};
use serde_json::json;

use crate::world::{World, claim};

const STEP_UP: &str = "/identity/resources/auth/v1/user/step-up/generate";

#[tokio::test]
async fn a_second_factor_that_is_too_old_is_shown_again() {
    let world = World::new().await;
    let session = world.alan().await;
    let id = claim(&session, "sid").await;
    let before = claim(&session, "auth_time").await;
    world.pass(TimeDelta::minutes(10));
    let most = Some(Duration::from_secs(300));
    let StepUp::MfaChallenge(challenge) = session.step_up(most).await.unwrap() else {
        panic!("the second factor was shown ten minutes ago");
    };
    let app = challenge.authenticators().next().unwrap();
    let stepped = app.verify(&world.app_code()).await.unwrap();
    assert!(matches!(stepped, Login::Complete(_)));
    assert_eq!(claim(&session, "sid").await, id);
    assert_ne!(claim(&session, "auth_time").await, before);
    assert_eq!(
        claim(&session, "acr").await,
        "http://schemas.openid.net/pape/policies/2007/06/multi-factor"
    );
    assert_eq!(world.last("POST", STEP_UP).body, json!({ "maxAge": 300 }));
    // The refresh token that it brought is the one that the next renewal spends.
    session.refresh_now().await.unwrap();
}

#[tokio::test]
async fn a_second_factor_that_is_new_enough_is_not_asked_for() {
    let world = World::new().await;
    let session = world.alan().await;
    for most in [None, Some(Duration::from_secs(3600))] {
        assert!(matches!(session.step_up(most).await, Ok(StepUp::Done)));
    }
    session.refresh_now().await.unwrap();
}

#[tokio::test]
async fn who_has_no_second_factor_is_told_so() {
    let world = World::new().await;
    let session = world.ada().await;
    let error = session.step_up(None).await.unwrap_err();
    assert!(error.is_mfa_not_enrolled());
    session.access_token().await.unwrap();
}

#[tokio::test]
async fn a_401_is_met_with_one_renewal() {
    let world = World::new().await;
    let session = world.alan().await;
    world
        .emulator
        .faults()
        .on("POST", STEP_UP)
        .once(Fault::status(401));
    assert!(matches!(session.step_up(None).await, Ok(StepUp::Done)));
    assert_eq!((world.refreshes(), world.count("POST", STEP_UP)), (1, 2));
}

#[tokio::test]
async fn a_renewal_takes_its_turn_behind_a_step_whose_caller_went_away() {
    let world = World::new().await;
    let session = world.alan().await;
    world.pass(TimeDelta::minutes(10));
    let most = Some(Duration::from_secs(300));
    let StepUp::MfaChallenge(challenge) = session.step_up(most).await.unwrap() else {
        panic!("the second factor was shown ten minutes ago");
    };
    let gate = Gate::closed();
    let verify = "/identity/resources/auth/v1/user/mfa/authenticator/{id}/verify";
    let faults = world.emulator.faults();
    faults.on("POST", verify).once(Fault::Hold(gate.clone()));
    let before = claim(&session, "auth_time").await;
    let code = world.app_code();
    let app = challenge.authenticators().next().unwrap();
    tokio::select! {
        biased;
        () = gate.arrived(1) => {}
        _ = app.verify(&code) => panic!("the reply is held"),
    }
    // The server has replaced the refresh token. A renewal by the old one would end the session, and has time for it here.
    let renewal = tokio::spawn({
        let session = session.clone();
        async move { session.refresh_now().await.map(|_| ()) }
    });
    for _ in 0..3 {
        session.mfa_devices().await.unwrap();
    }
    assert_eq!(world.refreshes(), 0);
    gate.open();
    renewal.await.unwrap().unwrap();
    assert_eq!(world.refreshes(), 1);
    assert_ne!(claim(&session, "auth_time").await, before);
}

#[tokio::test]
async fn a_renewal_that_is_under_way_does_not_end_the_session() {
    let world = World::new().await;
    let session = world.alan().await;
    world.pass(TimeDelta::hours(20));
    let most = Some(Duration::from_secs(300));
    let StepUp::MfaChallenge(challenge) = session.step_up(most).await.unwrap() else {
        panic!("the second factor was shown hours ago");
    };
    // Both replace the refresh token, at the same time.
    let app = challenge.authenticators().next().unwrap();
    let code = world.app_code();
    let (stepped, renewed) = tokio::join!(app.verify(&code), session.refresh_now());
    assert!(stepped.is_ok() && renewed.is_ok());
    for _ in 0..3 {
        session.refresh_now().await.unwrap();
    }
    assert_eq!(world.count("POST", crate::world::LOGOUT), 0);
}
