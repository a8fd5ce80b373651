//! Sessions of API tokens, of OAuth clients and of the environment.

use std::time::Duration;

use chrono::TimeDelta;
use frontegg_identity::{
    Credentials, EnforceMfa, ErrorKind, MachineSession, MfaPolicy, MfaStrategy, SessionState,
};
use frontegg_identity_emulator::{Emulator, Fault, NewApiToken};
use frontegg_identity_raw::catalogue;
use serde_json::{Value, json};

use crate::world::World;

const CLIENT: &str = "5d1a3c1e-73a1-4c52-9f0e-1f6a4a1f0c11";
const SECRET: &str = "53175e17-0000-4000-8000-000000000001";
const V1: &str = "/identity/resources/auth/v1/api-token";
const V2: &str = "/identity/resources/auth/v2/api-token";
const VENDOR: &str = "/auth/vendor";
const OAUTH: &str = "/oauth/token";

/// A world with an API token, and a session of it by each kind of credentials.
async fn world() -> World {
    let mut world = World::new().await;
    let token = NewApiToken::new(CLIENT, SECRET).tenant("t-1");
    let clock = world.emulator.clock().clone();
    let emulator = Emulator::builder().clock(clock).api_token(token);
    world.emulator = emulator.start().await.unwrap();
    world.identity = crate::world::identity_of(&world.emulator);
    world
}

fn kinds(world: &World) -> [(Credentials, &'static str); 4] {
    let environment = (world.emulator.client_id(), world.emulator.secret());
    [
        (Credentials::api_token(CLIENT, SECRET.into()), V2),
        (Credentials::api_token_v1(CLIENT, SECRET.into()), V1),
        (
            Credentials::environment(environment.0, environment.1.into()),
            VENDOR,
        ),
        (Credentials::oauth_client(CLIENT, SECRET.into()), OAUTH),
    ]
}

async fn sign_in(world: &World, credentials: Credentials) -> MachineSession {
    world
        .identity
        .sign_in_as_machine(credentials)
        .await
        .unwrap()
}

#[tokio::test]
async fn machines_sign_in_and_are_renewed() {
    let world = world().await;
    for (credentials, path) in kinds(&world) {
        let session = sign_in(&world, credentials).await;
        let first = session.access_token().await.unwrap();
        assert!(first.unverified_claims().is_some());
        assert_eq!(world.count("POST", path), 1);
        world.expire();
        let second = session.access_token().await.unwrap();
        assert_ne!(first.expose(), second.expose());
        session.refresh_now().await.unwrap();
        let (exchanges, refreshes) = match path {
            V1 | V2 => (1, 2),
            _ => (3, 0),
        };
        assert_eq!(world.count("POST", path), exchanges, "{path}");
        let refresh = format!("{path}/token/refresh");
        assert_eq!(world.count("POST", &refresh), refreshes, "{path}");
    }
}

#[tokio::test]
async fn s37_credentials_are_exchanged_again_where_the_refresh_token_is_refused() {
    let world = world().await;
    for (credentials, path) in kinds(&world).into_iter().take(2) {
        let session = sign_in(&world, credentials).await;
        let refresh = format!("{path}/token/refresh");
        let mut watch = session.watch();
        for status in [401, 403, 404, 400] {
            world.expire();
            let faults = world.emulator.faults();
            faults.on("POST", &refresh).once(Fault::status(status));
            let before = world.count("POST", path);
            session.access_token().await.unwrap();
            assert_eq!(world.count("POST", path), before + 1, "{status}");
        }
        // The refresh token has run out by itself.
        world.pass(TimeDelta::days(31));
        session.access_token().await.unwrap();
        assert!(matches!(watch.now(), SessionState::Fresh));
        assert!(world.emulator.faults().unused().is_empty());
    }
}

#[tokio::test]
async fn what_is_no_refusal_is_waited_out() {
    let world = world().await;
    for (credentials, path) in kinds(&world) {
        let session = sign_in(&world, credentials).await;
        let renewal = match path {
            V1 | V2 => format!("{path}/token/refresh"),
            _ => path.to_owned(),
        };
        for fault in [Fault::status(503), Fault::Waf, Fault::LostReply] {
            world.expire();
            world.emulator.faults().on("POST", &renewal).once(fault);
            let error = session.access_token().await.unwrap_err();
            assert!(error.is_retryable() && !error.needs_sign_in(), "{path}");
            world.pass(TimeDelta::minutes(2));
            session.access_token().await.unwrap();
        }
    }
}

#[tokio::test]
async fn wrong_credentials_are_refused_once() {
    let world = world().await;
    let wrong = || "S3NTINEL".into();
    for (credentials, path) in [
        (Credentials::api_token(CLIENT, wrong()), V2),
        (Credentials::api_token_v1(CLIENT, wrong()), V1),
        (
            Credentials::environment(world.emulator.client_id(), wrong()),
            VENDOR,
        ),
        (Credentials::oauth_client(CLIENT, wrong()), OAUTH),
    ] {
        let login = world.identity.sign_in_as_machine(credentials).await;
        let error = login.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unauthorized, "{path}");
        assert!(!error.messages().is_empty());
        assert!(!format!("{error} {error:?}").contains("S3NTINEL"));
        assert_eq!(world.count("POST", path), 1);
    }
}

#[tokio::test]
async fn credentials_that_are_refused_later_end_the_session() {
    let world = world().await;
    for (credentials, path) in kinds(&world) {
        let session = sign_in(&world, credentials).await;
        world.expire();
        let faults = world.emulator.faults();
        faults
            .on("POST", &format!("{path}/token/refresh"))
            .once(Fault::status(401));
        faults.on("POST", path).once(Fault::status(401));
        for _ in 0..2 {
            let error = session.access_token().await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::SessionEnded, "{path}");
        }
        world.emulator.faults().clear();
    }
}

#[tokio::test]
async fn the_environment_manages_users() {
    let world = world().await;
    let [_, _, (environment, _), _] = kinds(&world);
    let session = sign_in(&world, environment).await;
    world.emulator.keys().rotate();
    world.emulator.keys().retire_old();
    let client = session.raw();
    let strategies = client.call(&catalogue::LIST_MFA_STRATEGIES);
    assert!(strategies.send::<Value>().await.is_ok());
    assert_eq!(world.count("POST", VENDOR), 2);
}

#[tokio::test]
async fn the_environment_decides_on_second_factors() {
    let world = world().await;
    let environment = world.environment().await;
    assert_eq!(environment.mfa_policy().await.unwrap(), None);
    let fortnight = Duration::from_secs(14 * 24 * 60 * 60);
    for policy in [
        MfaPolicy::new(EnforceMfa::Force).remember_devices(fortnight),
        MfaPolicy::new(EnforceMfa::ForceExceptSaml),
        MfaPolicy::new(EnforceMfa::DontForce),
    ] {
        environment.set_mfa_policy(&policy).await.unwrap();
        let now = environment.mfa_policy().await.unwrap();
        assert_eq!(now, Some(policy));
    }
    let all = environment.mfa_strategies().await.unwrap();
    let sms = MfaStrategy::Sms;
    environment.disable_mfa_strategy(&sms).await.unwrap();
    let fewer = environment.mfa_strategies().await.unwrap();
    assert!(all.contains(&sms) && !fewer.contains(&sms));
    environment.enable_mfa_strategy(&sms).await.unwrap();
    assert_eq!(environment.mfa_strategies().await.unwrap(), all);
    let [(token, _), ..] = kinds(&world);
    let machine = sign_in(&world, token).await;
    let policy = MfaPolicy::new(EnforceMfa::Force);
    let error = machine.set_mfa_policy(&policy).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    // A 404 that is about who asks is no absent policy.
    let route = "/identity/resources/configurations/v1/mfa-policy/vendor";
    let refusal = json!({ "errors": ["Not found"], "errorCode": "ER-00004" });
    let faults = world.emulator.faults();
    faults.on("GET", route).once(Fault::reply(404, &refusal));
    let error = machine.mfa_policy().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
}
