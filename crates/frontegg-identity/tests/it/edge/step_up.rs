//! Routes that want a second factor, shown a short time ago.

use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use chrono::TimeDelta;
use frontegg_identity::StepUp;
use frontegg_identity::verify::axum::Authenticated;
use frontegg_identity::verify::tower::{Authenticate, Denied, RequireStepUp};

use super::{ask_as, name};
use crate::world::World;

const LIMIT: Duration = Duration::from_secs(300);

fn service(world: &World) -> Router {
    let verifier = world.identity.token_verifier().build().unwrap();
    let by_hand = async |token: Authenticated| {
        token.require_step_up(Some(LIMIT))?;
        Ok::<_, Denied>("moved")
    };
    Router::new()
        .route(
            "/young",
            get(name).route_layer(RequireStepUp::new(Some(LIMIT))),
        )
        .route("/any", get(name).route_layer(RequireStepUp::new(None)))
        .route("/by-hand", get(by_hand))
        .layer(Authenticate::new(verifier))
}

#[tokio::test]
async fn a_second_factor_that_is_too_old_is_asked_for_again() {
    let world = World::new().await;
    let (app, alan) = (service(&world), world.alan().await);
    for path in ["/young", "/any", "/by-hand"] {
        assert_eq!(ask_as(&app, path, &alan).await.status, StatusCode::OK);
    }
    world.pass(TimeDelta::minutes(10));
    assert_eq!(ask_as(&app, "/any", &alan).await.status, StatusCode::OK);
    for path in ["/young", "/by-hand"] {
        let answer = ask_as(&app, path, &alan).await;
        let code = "insufficient_user_authentication".to_owned();
        assert_eq!(answer.refusal(), (401, Some(code)));
        assert_eq!(
            answer.challenge(),
            concat!(
                r#"Bearer realm="api", error="insufficient_user_authentication", "#,
                r#"error_description="show a second factor again", "#,
                r#"acr_values="http://schemas.openid.net/pape/policies/2007/06/multi-factor", max_age="300""#
            )
        );
    }
    let StepUp::MfaChallenge(challenge) = alan.step_up(Some(LIMIT)).await.unwrap() else {
        panic!("the second factor was shown ten minutes ago");
    };
    let phone = challenge.authenticators().next().unwrap();
    let _ = phone.verify(&world.app_code()).await.unwrap();
    let answer = ask_as(&app, "/young", &alan).await;
    assert_eq!(answer.status, StatusCode::OK);
}

#[tokio::test]
async fn who_has_shown_none_is_told_what_counts() {
    let world = World::new().await;
    let answer = ask_as(&service(&world), "/any", &world.ada().await).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(answer.challenge().contains("acr_values="));
    assert!(!answer.challenge().contains("max_age"));
}
