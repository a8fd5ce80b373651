//! Signing in with a password, and what comes of it.

use frontegg_identity::{Code, ErrorKind, Identifier, Login, Secret};
use frontegg_identity_emulator::{ErrorForm, Fault, NewUser, PasswordRotation};
use serde_json::json;

use crate::world::{ADA, ALAN, LOGIN, PASSWORD, REFRESH, World, challenge, claim, session};

#[tokio::test]
async fn a_user_is_found_by_address_and_by_username() {
    let world = World::new().await;
    let Login::Complete(signed_in) = world.sign_in(ADA).await.unwrap() else {
        panic!("Ada has nothing but a password");
    };
    assert_eq!(signed_in.email.as_deref(), Some(ADA));
    assert!(signed_in.user_id.is_some() && signed_in.recovery_code.is_none());
    assert!(signed_in.password_expires_in.is_none() && !signed_in.verified_email);
    assert_eq!(claim(&signed_in.session, "email").await, ADA);
    let by_username = session(world.sign_in_by_username("ada").await);
    assert_eq!(claim(&by_username, "email").await, ADA);
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_user_look_the_same() {
    let world = World::new().await;
    for (email, password) in [(ADA, "S3NTINEL-wrong"), ("nobody@example.com", PASSWORD)] {
        let who = Identifier::email(email);
        let login = world
            .identity
            .sign_in_with_password(&who, &password.into())
            .await;
        let error = login.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unauthorized);
        assert_eq!(error.messages(), ["Invalid authentication"]);
        assert_eq!(error.route(), Some(("POST", "/resources/auth/v1/user")));
        assert!(error.trace_id().is_some_and(|id| id.len() == 32));
        assert!(!error.is_retryable() && !error.needs_sign_in());
    }
}

#[tokio::test]
async fn refusals_have_a_kind_and_the_codes_of_the_service() {
    let locked = NewUser::new("eve@example.com").password(PASSWORD).locked();
    let code = Some("ER-01008".to_owned());
    let world = World::with(
        |settings| {
            settings.locked_user = ErrorForm {
                code,
                ..ErrorForm::new(423, "Your account is locked")
            };
        },
        [locked],
    )
    .await;
    let error = world.sign_in("eve@example.com").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Locked);
    assert_eq!(error.codes(), [Code::TenantNotInApplication]);
}

#[tokio::test]
async fn an_expired_password_is_replaced_on_the_way_to_a_session() {
    let old = NewUser::new("old@example.com")
        .password(PASSWORD)
        .expired_password();
    let world = World::with(|_| {}, [old]).await;
    let Login::PasswordExpired(expired) = world.sign_in("old@example.com").await.unwrap() else {
        panic!("the password has expired");
    };
    let reset = "/identity/resources/users/v1/passwords/reset/verify";
    let faults = world.emulator.faults();
    faults.on("POST", reset).once(Fault::status(400));
    let refused = expired.replace(&Secret::from("short")).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Rejected);
    let next = Secret::from("S3NTINEL-Difference-2");
    let session = session(expired.replace(&next).await.unwrap());
    assert_eq!(claim(&session, "email").await, "old@example.com");
    let error = world.sign_in("old@example.com").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
}

#[tokio::test]
async fn a_password_that_expires_behind_a_second_factor_is_replaced_as_well() {
    let world = World::new().await;
    world.emulator.change_settings(|settings| {
        settings.password_rotation = Some(PasswordRotation {
            period: chrono::TimeDelta::days(90),
            notification: chrono::TimeDelta::days(7),
        });
    });
    world.pass(chrono::TimeDelta::days(85));
    let Login::Complete(warned) = world.sign_in(ADA).await.unwrap() else {
        panic!("the password is still good");
    };
    let left = warned.password_expires_in.unwrap();
    assert!(left <= chrono::TimeDelta::days(5) && left > chrono::TimeDelta::days(4));
    world.pass(chrono::TimeDelta::days(6));
    let asked = challenge(world.sign_in(ALAN).await.unwrap());
    let app = asked.authenticators().next().unwrap();
    let Login::PasswordExpired(expired) = app.verify(&world.app_code()).await.unwrap() else {
        panic!("the password has expired");
    };
    // The new password signs in from the start, second factor included.
    let next = Secret::from("S3NTINEL-Difference-2");
    challenge(expired.replace(&next).await.unwrap());
}

#[tokio::test]
async fn a_breached_password_is_told_of() {
    let leaked = NewUser::new("leak@example.com")
        .id("u-leak")
        .password(PASSWORD)
        .breached_password();
    let world = World::with(|_| {}, [leaked]).await;
    let Login::PasswordBreached(breached) = world.sign_in("leak@example.com").await.unwrap() else {
        panic!("the password has leaked");
    };
    assert_eq!(breached.user_id.as_deref(), Some("u-leak"));
}

#[tokio::test]
async fn s24_every_2xx_is_a_success() {
    let world = World::new().await;
    for status in [200, 201, 202] {
        let body = json!({ "mfaRequired": false, "accessToken": "a.b.c", "expiresIn": 60 });
        let faults = world.emulator.faults();
        faults.on("POST", LOGIN).once(Fault::reply(status, &body));
        let session = world.ada().await;
        assert_eq!(session.access_token().await.unwrap().expose(), "a.b.c");
        let session = world.ada().await;
        faults.on("POST", REFRESH).once(Fault::reply(status, &body));
        let renewed = session.refresh_now().await.unwrap();
        assert_eq!(renewed.expose(), "a.b.c");
    }
}

#[tokio::test]
async fn an_answer_that_signs_nobody_in_is_an_error() {
    let world = World::new().await;
    for body in [
        json!({}),
        json!({ "mfaRequired": false }),
        json!({ "mfaRequired": true }),
        json!([1]),
    ] {
        let faults = world.emulator.faults();
        faults.on("POST", LOGIN).once(Fault::reply(200, &body));
        let error = world.sign_in(ADA).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unreadable, "{body}");
    }
    let refused = json!({ "errors": [{ "message": "ER-00004" }] });
    let faults = world.emulator.faults();
    faults.on("POST", LOGIN).once(Fault::reply(200, &refused));
    let error = world.sign_in(ADA).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    assert_eq!(error.codes(), [Code::RouteNotFound]);
}

#[tokio::test]
async fn a_login_is_not_sent_again_after_a_failure() {
    let world = World::new().await;
    for (fault, kind) in [
        (Fault::status(503), ErrorKind::Server),
        (Fault::Waf, ErrorKind::Unreadable),
        (Fault::LostReply, ErrorKind::Network),
    ] {
        let before = world.count("POST", LOGIN);
        world.emulator.faults().on("POST", LOGIN).once(fault);
        let error = world.sign_in(ADA).await.unwrap_err();
        assert_eq!(error.kind(), kind);
        assert!(error.is_retryable());
        assert_eq!(world.count("POST", LOGIN), before + 1);
    }
}
