//! Sessions of users: renewed unseen, kept apart, ended.

use std::time::Duration;

use chrono::TimeDelta;
use frontegg_identity::{
    AccessToken, Clock, Error, ErrorKind, Identity, Login, MfaChallenge, Moment, Next, Session,
    SessionState,
};
use frontegg_identity_emulator::{Fault, Gate, LifeForm, RefreshAuthorization, SentKind};
use frontegg_identity_raw::catalogue;
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::world::{ADA, ALAN, LOGOUT, REFRESH, World, claim, session};

const ME: &str = "/identity/resources/users/v3/me";

#[tokio::test]
async fn s1_a_token_that_ran_out_is_renewed_by_one_request() {
    let world = World::new().await;
    let session = world.ada().await;
    let first = session.access_token().await.unwrap();
    assert_eq!(world.refreshes(), 0);
    world.expire();
    let mut callers = JoinSet::new();
    for _ in 0..100 {
        let session = session.clone();
        callers.spawn(async move { session.access_token().await.unwrap().expose().to_owned() });
    }
    let tokens = callers.join_all().await;
    assert_eq!(world.refreshes(), 1);
    assert!(tokens.iter().all(|token| *token == tokens[0]));
    assert_ne!(tokens[0], first.expose());
    let expiry = session.access_token().await.unwrap().expires_at().unwrap();
    assert_eq!(expiry, world.emulator.clock().now() + TimeDelta::days(1));
    // The refresh token that is kept is the new one.
    session.refresh_now().await.unwrap();
}

#[tokio::test]
async fn s2_past_four_fifths_of_each_life_a_token_is_renewed_beside_being_served() {
    let life = TimeDelta::seconds(500);
    let world = World::with(|settings| settings.access_token_life = life, []).await;
    let session = world.ada().await;
    let mut served = session.access_token().await.unwrap();
    for renewals in 1..=3 {
        world.pass(TimeDelta::seconds(399));
        session.access_token().await.unwrap();
        assert_eq!(world.refreshes(), renewals - 1);
        world.pass(TimeDelta::seconds(1));
        let old = session.access_token().await.unwrap();
        assert_eq!(old.expose(), served.expose());
        // The next one is due when the new token has come to four fifths of its own life.
        served = loop {
            let token = session.access_token().await.unwrap();
            if token.expose() != old.expose() {
                break token;
            }
            tokio::task::yield_now().await;
        };
        assert_eq!(world.refreshes(), renewals);
    }
}

#[tokio::test]
async fn s3_a_second_caller_waits_for_the_answer_of_the_first() {
    let world = World::new().await;
    let session = world.ada().await;
    let gate = Gate::closed();
    let faults = world.emulator.faults();
    faults.on("POST", REFRESH).once(Fault::Hold(gate.clone()));
    world.expire();
    let ask = || {
        let session = session.clone();
        tokio::spawn(async move { session.access_token().await.unwrap().expose().to_owned() })
    };
    let first = ask();
    gate.arrived(1).await;
    let second = ask();
    gate.open();
    assert_eq!(first.await.unwrap(), second.await.unwrap());
    assert_eq!(world.refreshes(), 1);
}

#[tokio::test]
async fn s12_absurd_lives_neither_hammer_the_server_nor_overflow() {
    for (life, refreshes) in [
        (json!(2_592_000), 0),
        (json!(315_360_000), 0),
        (json!(2_147_483_648_u64), 0),
        (json!(u64::MAX), 0),
        (json!(-1), 1),
    ] {
        let world = World::new().await;
        let login = world.emulator.faults().on("POST", crate::world::LOGIN);
        login.once(Fault::ExpiresIn(LifeForm::Value(life.clone())));
        let session = world.ada().await;
        for _ in 0..3 {
            session.access_token().await.unwrap();
        }
        if refreshes == 0 {
            world.pass(TimeDelta::days(20));
            session.access_token().await.unwrap();
        }
        assert_eq!(world.refreshes(), refreshes, "{life}");
    }
}

/// The steady clock stands still while the machine sleeps.
#[derive(Debug)]
struct Asleep(frontegg_identity_emulator::Clock);

impl Clock for Asleep {
    fn now(&self) -> Moment {
        Moment {
            wall: self.0.now(),
            steady: Duration::from_secs(1),
        }
    }
}

#[tokio::test]
async fn s13_a_machine_that_slept_renews_before_it_sends() {
    let mut world = World::new().await;
    let clock = Asleep(world.emulator.clock().clone());
    let builder = Identity::builder(world.emulator.base_url());
    world.identity = builder.clock(clock).build().unwrap();
    let session = world.ada().await;
    world.pass(TimeDelta::hours(25));
    let client = session.raw();
    let call = client.call(&catalogue::GET_MY_PROFILE);
    call.send::<Value>().await.unwrap();
    assert_eq!((world.refreshes(), world.count("GET", ME)), (1, 1));
}

#[cfg(feature = "reqwest")]
#[tokio::test]
async fn s29_every_call_goes_through_the_callers_client() {
    use frontegg_identity_raw::reqwest;
    use frontegg_identity_raw::reqwest::header::{HeaderMap, HeaderValue};

    let mut world = World::new().await;
    let mark = HeaderMap::from_iter([(
        reqwest::header::VIA,
        HeaderValue::from_static("1.1 proxy.example.com"),
    )]);
    let http = reqwest::Client::builder()
        .default_headers(mark)
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    let builder = Identity::builder(world.emulator.base_url());
    world.identity = builder.http_client(http).build().unwrap();
    let session = world.ada().await;
    session.switch_tenant("t-2").await.unwrap();
    session.in_tenant("t-1").access_token().await.unwrap();
    session.mfa_devices().await.unwrap();
    session.step_up(None).await.unwrap_err();
    world.environment().await;
    session.logout().await.unwrap();
    let requests = world.emulator.requests().all();
    assert_eq!(requests.len(), 8);
    for request in requests {
        let via = request.header("via");
        assert_eq!(via, Some("1.1 proxy.example.com"), "{request}");
    }
}

#[tokio::test]
async fn each_renewal_spends_the_token_of_the_one_before() {
    let world = World::new().await;
    let session = world.ada().await;
    for _ in 0..3 {
        session.refresh_now().await.unwrap();
    }
    let spent = world.emulator.requests().to("POST", REFRESH);
    let mut cookies: Vec<_> = spent
        .iter()
        .map(|request| request.header("cookie").unwrap().to_owned())
        .collect();
    cookies.dedup();
    assert_eq!(cookies.len(), 3);
}

#[tokio::test]
async fn without_rotation_the_refresh_token_stays() {
    let world = World::with(|settings| settings.rotate_refresh_tokens = false, []).await;
    let session = world.ada().await;
    for _ in 0..3 {
        world.expire();
        session.access_token().await.unwrap();
    }
    assert_eq!(world.refreshes(), 3);
}

#[tokio::test]
async fn s27_no_authorization_rides_along_with_a_refresh() {
    let refused = RefreshAuthorization::Refused;
    let world = World::with(|settings| settings.refresh_authorization = refused, []).await;
    let session = world.ada().await;
    session.switch_tenant("t-2").await.unwrap();
    assert_eq!(claim(&session, "tenantId").await, "t-2");
    assert!(
        world
            .last("POST", REFRESH)
            .header("authorization")
            .is_none()
    );
}

#[tokio::test]
async fn a_switch_of_tenant_brings_a_token_for_it() {
    let world = World::new().await;
    let session = world.ada().await;
    assert_eq!(claim(&session, "tenantId").await, "t-1");
    session.switch_tenant("t-2").await.unwrap();
    assert_eq!(claim(&session, "tenantId").await, "t-2");
    let error = session.switch_tenant("t-of-others").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Forbidden);
    assert_eq!(claim(&session, "tenantId").await, "t-2");
}

#[tokio::test]
async fn calls_carry_the_users_token() {
    let world = World::new().await;
    let session = world.ada().await;
    let client = session.raw();
    let me = client
        .call(&catalogue::GET_MY_PROFILE)
        .send::<Value>()
        .await;
    assert_eq!(me.unwrap()["email"], ADA);
    world.expire();
    let me = client
        .call(&catalogue::GET_MY_PROFILE)
        .send::<Value>()
        .await;
    assert_eq!(me.unwrap()["email"], ADA);
    assert_eq!((world.refreshes(), world.count("GET", ME)), (1, 2));
}

#[tokio::test]
async fn s28_a_401_is_met_with_one_renewal_and_one_more_sending() {
    let world = World::new().await;
    let session = world.ada().await;
    // The token is good by the clock, and the service takes it no more.
    world.emulator.keys().rotate();
    world.emulator.keys().retire_old();
    let mut calls = JoinSet::new();
    for _ in 0..2 {
        let client = session.raw();
        calls.spawn(async move {
            let call = client.call(&catalogue::GET_MY_PROFILE);
            call.send::<Value>().await.map(|me| me["email"].clone())
        });
    }
    for email in calls.join_all().await {
        assert_eq!(email.unwrap(), ADA);
    }
    assert_eq!(world.refreshes(), 1);
    assert_eq!(world.count("GET", ME), 4);
}

#[tokio::test]
async fn s28_a_second_401_is_the_answer() {
    let world = World::new().await;
    let session = world.ada().await;
    world
        .emulator
        .faults()
        .on("GET", ME)
        .times(2, Fault::status(401));
    let client = session.raw();
    let call = client.call(&catalogue::GET_MY_PROFILE);
    let error = call.send::<Value>().await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 401);
    assert_eq!((world.refreshes(), world.count("GET", ME)), (1, 2));
    assert!(world.emulator.faults().unused().is_empty());
}

#[tokio::test]
async fn two_sessions_of_one_client_never_see_each_others_cookies() {
    let world = World::new().await;
    let (ada, alan) = (world.ada().await, world.alan().await);
    for _ in 0..3 {
        world.expire();
        let (one, two) = tokio::join!(ada.access_token(), alan.access_token());
        let email = |token: AccessToken| token.unverified_claims().unwrap()["email"].take();
        assert_eq!(
            (email(one.unwrap()), email(two.unwrap())),
            (json!(ADA), json!(ALAN))
        );
    }
    let mut seen = Vec::new();
    for request in world.emulator.requests().to("POST", REFRESH) {
        let cookies = request.header("cookie").unwrap().to_owned();
        assert_eq!(cookies.matches("fe_refresh_").count(), 1, "{cookies}");
        assert_eq!(cookies.matches("fe_device_").count(), 1, "{cookies}");
        seen.push(cookies);
    }
    assert_eq!(seen.len(), 6);
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 6);
    // A third sign-in brings nothing along of the first two.
    session(world.sign_in(ADA).await.unwrap());
    let login = world.last("POST", crate::world::LOGIN);
    assert!(login.header("cookie").is_none());
}

/// Ada's session, which the next renewal asks for a second factor: the policy came after the sign-in.
async fn owing() -> (World, Session) {
    let world = World::with(|settings| settings.mfa_at_refresh = true, []).await;
    let session = world.ada().await;
    let policy = json!({ "enforceMFAType": "Force" });
    world.manage(&catalogue::CREATE_MFA_POLICY, &policy).await;
    (world, session)
}

fn due(session: &Session) -> MfaChallenge {
    match session.challenge() {
        Some(Next::Challenge(challenge)) => challenge,
        other => panic!("no challenge, but {other:?}"),
    }
}

/// Answers a challenge with a code by mail.
async fn answer(world: &World, challenge: &MfaChallenge) -> Result<Login, Error> {
    let sent = challenge.emails().next().unwrap().send().await?;
    let outbox = world.emulator.outbox();
    let code = outbox.last(SentKind::MfaCode, ADA).unwrap().code.clone();
    sent.verify(&code.unwrap()).await
}

#[tokio::test]
async fn m2_a_renewal_that_asks_for_a_second_factor_is_resumed() {
    let (world, session) = owing().await;
    let id = claim(&session, "sid").await;
    world.pass(TimeDelta::hours(20));
    let mut watch = session.watch();
    let first = session.access_token().await.unwrap();
    assert!(matches!(
        watch.changed().await,
        Some(SessionState::MfaRequired)
    ));
    // The old token is served as long as it is good.
    let served = session.access_token().await.unwrap();
    assert_eq!(served.expose(), first.expose());
    let resumed = crate::world::session(answer(&world, &due(&session)).await.unwrap());
    assert!(matches!(watch.changed().await, Some(SessionState::Fresh)));
    assert!(session.challenge().is_none());
    let own = session.access_token().await.unwrap();
    let other = resumed.access_token().await.unwrap();
    assert_eq!(own.expose(), other.expose());
    assert_ne!(own.expose(), first.expose());
    assert_eq!(claim(&session, "sid").await, id);
    assert_eq!(world.refreshes(), 1);
    // The token that the second factor brought is the one that the next renewal spends.
    session.refresh_now().await.unwrap();
    assert_eq!(claim(&session, "sid").await, id);
}

#[tokio::test]
async fn m2_a_challenge_that_grew_old_is_replaced_by_a_forced_renewal() {
    let (world, session) = owing().await;
    world.expire();
    let error = session.access_token().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MfaRequired);
    let old = due(&session);
    world.pass(TimeDelta::minutes(11));
    let error = answer(&world, &old).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
    let error = session.refresh_now().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MfaRequired);
    let resumed = answer(&world, &due(&session)).await.unwrap();
    assert!(matches!(resumed, Login::Complete(_)));
    session.access_token().await.unwrap();
}

#[tokio::test]
async fn after_a_logout_there_is_no_token_and_no_session() {
    let world = World::new().await;
    let session = world.ada().await;
    session.logout().await.unwrap();
    assert_eq!(world.count("POST", LOGOUT), 1);
    let error = session.access_token().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::SignedOut);
    assert!(error.needs_sign_in());
    session.logout().await.unwrap();
    assert_eq!(world.count("POST", LOGOUT), 1);
    assert_eq!(world.refreshes(), 0);
}

#[tokio::test]
async fn s18_a_renewal_that_comes_after_the_logout_is_revoked() {
    let world = World::new().await;
    let session = world.ada().await;
    let gate = Gate::closed();
    world
        .emulator
        .faults()
        .on("POST", REFRESH)
        .once(Fault::Hold(gate.clone()));
    world.expire();
    let waiter = tokio::spawn({
        let session = session.clone();
        async move { session.access_token().await.map(|_| ()) }
    });
    gate.arrived(1).await;
    session.logout().await.unwrap();
    gate.open();
    let error = waiter.await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::SignedOut);
    world.emulator.requests().reached(2, "POST", LOGOUT).await;
    assert_eq!(
        session.access_token().await.unwrap_err().kind(),
        ErrorKind::SignedOut
    );
}

#[tokio::test]
async fn the_sessions_of_a_user_are_listed_and_ended() {
    let world = World::new().await;
    let (here, there) = (world.ada().await, world.ada().await);
    let list = here.sessions().await.unwrap();
    assert_eq!(list.len(), 2);
    let (own, other): (Vec<_>, Vec<_>) = list.into_iter().partition(|one| one.is_current);
    assert_eq!(json!(own[0].id), claim(&here, "sid").await);
    assert_eq!(own[0].created_at, Some(world.emulator.clock().now()));
    here.end_session(&other[0].id).await.unwrap();
    let error = there.refresh_now().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::SessionEnded);
    let error = here.end_session(&other[0].id).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    let elsewhere = world.ada().await;
    here.end_all_sessions().await.unwrap();
    let error = here.access_token().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::SignedOut);
    let error = elsewhere.refresh_now().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::SessionEnded);
}
