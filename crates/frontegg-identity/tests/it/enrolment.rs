//! Second factors that have to be set up in a sign-in.

use chrono::TimeDelta;
use frontegg_identity::{ErrorKind, Login, MfaStrategy, WebauthnDeviceType};
use frontegg_identity_emulator::devices::SoftwareAuthenticator;
use frontegg_identity_emulator::{NewUser, PasswordRotation, SentKind};
use frontegg_identity_raw::catalogue;
use serde_json::json;

use crate::world::{PASSWORD, World, challenge, claim, enrolment, other_than, session};

/// With one user who has a username only, and has to set up a second factor.
async fn world() -> World {
    let grace = NewUser::with_username("grace")
        .password(PASSWORD)
        .must_enrol_mfa();
    World::with(|_| {}, [grace]).await
}

#[tokio::test]
async fn only_what_is_open_is_offered() {
    let world = world().await;
    let open = enrolment(world.sign_in_by_username("grace").await);
    assert!(open.strategies().contains(&MfaStrategy::AuthenticatorApp));
    assert!(open.phone().is_some() && open.authenticator().is_some());
    let off = json!({ "strategy": "SMS", "isActive": false });
    world.manage(&catalogue::SET_MFA_STRATEGY, &off).await;
    let open = enrolment(world.sign_in_by_username("grace").await);
    assert!(open.phone().is_none() && open.authenticator().is_some());
    let unknown = WebauthnDeviceType::Unknown("Ring".to_owned());
    assert!(open.key(unknown).is_none());
}

#[tokio::test]
async fn an_app_is_set_up() {
    let world = world().await;
    let open = enrolment(world.sign_in_by_username("grace").await);
    let app = open.authenticator().unwrap().start().await.unwrap();
    let picture = app.qr_code().unwrap().expose();
    assert!(picture.starts_with("data:image/png;base64,"));
    let code = world.code_of(app.secret().unwrap().expose());
    let error = app.verify(&other_than(&code)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    let Login::Complete(signed_in) = app.verify(&code).await.unwrap() else {
        panic!("the app is set up");
    };
    assert!(signed_in.recovery_code.is_some());
    let methods = claim(&signed_in.session, "amr").await;
    assert_eq!(methods, json!(["pwd", "otp", "mfa"]));
}

#[tokio::test]
async fn a_phone_is_set_up() {
    let world = world().await;
    let number = "+15550100123";
    let open = enrolment(world.sign_in_by_username("grace").await);
    let sent = open.phone().unwrap().send(" +15550100123 ").await.unwrap();
    let code = world.emulator.sent(SentKind::MfaCode, number).await.code;
    let code = code.unwrap();
    let error = sent.verify(&other_than(&code)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    session(sent.verify(&code).await.unwrap());
}

#[tokio::test]
async fn a_key_is_set_up_of_either_kind() {
    for kind in [
        WebauthnDeviceType::Platform,
        WebauthnDeviceType::CrossPlatform,
    ] {
        let world = world().await;
        let mut browser = SoftwareAuthenticator::new(world.emulator.base_url());
        let open = enrolment(world.sign_in_by_username("grace").await);
        let new = open.key(kind.clone()).unwrap().start().await.unwrap();
        let answer = browser.register(new.options()).unwrap();
        session(new.verify(&answer).await.unwrap());
        let sent = world.last(
            "POST",
            "/identity/resources/auth/v1/user/mfa/webauthn/enroll/verify",
        );
        assert_eq!(sent.body["deviceType"], kind.as_str());
    }
}

#[tokio::test]
async fn who_has_nothing_but_an_address_may_set_a_factor_up_instead_of_showing_a_code() {
    let mary = NewUser::new("mary@example.com")
        .password(PASSWORD)
        .must_enrol_mfa();
    let world = World::with(|_| {}, [mary]).await;
    let asked = challenge(world.sign_in("mary@example.com").await.unwrap());
    assert_eq!(asked.emails().count(), 1);
    let open = asked.enrolment().unwrap();
    assert!(open.strategies().contains(&MfaStrategy::AuthenticatorApp));
    assert_eq!(open.email(), asked.email());
    let app = open.authenticator().unwrap().start().await.unwrap();
    let code = world.code_of(app.secret().unwrap().expose());
    let Login::Complete(signed_in) = app.verify(&code).await.unwrap() else {
        panic!("the app is set up");
    };
    assert!(signed_in.recovery_code.is_some());
    // From now on the app is asked for, and there is nothing to be set up.
    let asked = challenge(world.sign_in("mary@example.com").await.unwrap());
    assert!(asked.enrolment().is_none() && asked.authenticators().next().is_some());
}

#[tokio::test]
async fn the_other_way_out_is_a_code_by_mail_and_brings_no_recovery_code() {
    let mary = NewUser::new("mary@example.com")
        .password(PASSWORD)
        .must_enrol_mfa();
    let world = World::with(|_| {}, [mary]).await;
    let asked = challenge(world.sign_in("mary@example.com").await.unwrap());
    let sent = asked.emails().next().unwrap().send().await.unwrap();
    let outbox = world.emulator.outbox();
    let code = outbox.last(SentKind::MfaCode, "mary@example.com").unwrap();
    let code = code.code.clone().unwrap();
    let Login::Complete(signed_in) = sent.verify(&code).await.unwrap() else {
        panic!("the code is right");
    };
    assert!(signed_in.recovery_code.is_none());
}

#[tokio::test]
async fn a_recovery_code_is_not_lost_to_a_password_that_has_expired() {
    let grace = NewUser::with_username("grace")
        .password(PASSWORD)
        .must_enrol_mfa();
    let world = World::with(
        |settings| {
            settings.password_rotation = Some(PasswordRotation {
                period: TimeDelta::days(90),
                notification: TimeDelta::days(7),
            });
        },
        [grace],
    )
    .await;
    world.pass(TimeDelta::days(91));
    let open = enrolment(world.sign_in_by_username("grace").await);
    let app = open.authenticator().unwrap().start().await.unwrap();
    let secret = app.secret().unwrap().expose().to_owned();
    let Login::PasswordExpired(expired) = app.verify(&world.code_of(&secret)).await.unwrap() else {
        panic!("the password is old");
    };
    world.pass(TimeDelta::minutes(1));
    let replaced = expired.replace(&"S3NTINEL-Engine-2".into()).await.unwrap();
    let asked = challenge(replaced);
    let app = asked.authenticators().next().unwrap();
    let Login::Complete(signed_in) = app.verify(&world.code_of(&secret)).await.unwrap() else {
        panic!("the code is right");
    };
    assert!(signed_in.recovery_code.is_some());
}
