//! One session in several tenants.

use chrono::TimeDelta;
use frontegg_identity::{ErrorKind, Login, Next, TenantSession};
use frontegg_identity_emulator::{RefreshAuthorization, SentKind};
use frontegg_identity_raw::catalogue;
use serde_json::{Value, json};

use crate::world::{ADA, REFRESH, World, claim};

async fn tenant(session: &TenantSession) -> Value {
    let token = session.access_token().await.unwrap();
    token.unverified_claims().unwrap()["tenantId"].take()
}

#[tokio::test]
async fn s25_access_tokens_are_kept_for_each_tenant_and_the_refresh_token_is_one() {
    let world = World::new().await;
    let session = world.ada().await;
    let (one, two) = (session.in_tenant("t-1"), session.in_tenant("t-2"));
    assert_eq!(world.refreshes(), 0);
    for round in 1..=3 {
        assert_eq!(
            (tenant(&one).await, tenant(&two).await),
            (json!("t-1"), json!("t-2"))
        );
        assert_eq!(claim(&session, "tenantId").await, "t-1");
        // Each is renewed once in a life; the session's own token was there from the sign-in.
        assert_eq!(world.refreshes(), 3 * round - 1);
        // Nobody waits for the other's turn, and nobody spends the other's token.
        world.expire();
    }
    let again = session.in_tenant("t-2");
    assert_eq!(again.tenant_id(), "t-2");
}

#[tokio::test]
async fn s25_tenants_that_renew_at_the_same_time_take_turns() {
    let world = World::new().await;
    let session = world.ada().await;
    let (one, two) = (session.in_tenant("t-1"), session.in_tenant("t-2"));
    for _ in 0..5 {
        let (a, b, c) = tokio::join!(
            one.access_token(),
            two.access_token(),
            session.access_token()
        );
        assert!(a.is_ok() && b.is_ok() && c.is_ok());
        world.expire();
    }
}

#[tokio::test]
async fn a_tenant_of_others_is_refused_and_ends_nothing() {
    let world = World::new().await;
    let session = world.ada().await;
    let foreign = session.in_tenant("t-of-others");
    let error = foreign.access_token().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Forbidden);
    assert!(!error.needs_sign_in());
    session.refresh_now().await.unwrap();
    assert_eq!(tenant(&session.in_tenant("t-2")).await, "t-2");
}

#[tokio::test]
async fn services_that_want_a_token_beside_the_cookie_get_one() {
    for (rule, requests) in [
        (RefreshAuthorization::Ignored, 1),
        (RefreshAuthorization::Refused, 1),
        (RefreshAuthorization::RequiredForTenant, 2),
    ] {
        let world = World::with(|settings| settings.refresh_authorization = rule, []).await;
        let session = world.ada().await;
        assert_eq!(tenant(&session.in_tenant("t-2")).await, "t-2");
        assert_eq!(world.refreshes(), requests);
        // The session's own token is old by now as well.
        world.expire();
        assert_eq!(tenant(&session.in_tenant("t-2")).await, "t-2");
        assert_eq!(
            world.last("POST", REFRESH).body,
            json!({ "tenantId": "t-2" })
        );
    }
}

#[tokio::test]
async fn calls_in_a_tenant_carry_its_token() {
    let world = World::new().await;
    let session = world.ada().await;
    let client = session.in_tenant("t-2").raw();
    let me = client
        .call(&catalogue::GET_MY_PROFILE)
        .send::<Value>()
        .await;
    assert_eq!(me.unwrap()["email"], ADA);
}

#[tokio::test]
async fn m1_a_second_factor_that_is_shown_for_one_tenant_counts_for_all() {
    let world = World::with(|settings| settings.mfa_at_refresh = true, []).await;
    let session = world.ada().await;
    let (one, two) = (session.in_tenant("t-1"), session.in_tenant("t-2"));
    tenant(&one).await;
    let policy = json!({ "enforceMFAType": "Force" });
    world.manage(&catalogue::CREATE_MFA_POLICY, &policy).await;
    let error = two.access_token().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MfaRequired);
    let Some(Next::Challenge(challenge)) = session.challenge() else {
        panic!("a second factor is due");
    };
    let sent = challenge.emails().next().unwrap().send().await.unwrap();
    let code = world.emulator.sent(SentKind::MfaCode, ADA).await.code;
    let login = sent.verify(&code.unwrap()).await.unwrap();
    assert!(matches!(login, Login::Complete(_)));
    world.pass(TimeDelta::days(1));
    assert_eq!(tenant(&two).await, "t-2");
    assert_eq!(tenant(&one).await, "t-1");
    session.access_token().await.unwrap();
}

#[tokio::test]
async fn a_logout_counts_for_all_tenants() {
    let world = World::new().await;
    let session = world.ada().await;
    let two = session.in_tenant("t-2");
    tenant(&two).await;
    session.logout().await.unwrap();
    let error = two.access_token().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::SignedOut);
    let error = session.in_tenant("t-1").access_token().await.unwrap_err();
    assert!(error.needs_sign_in());
}
