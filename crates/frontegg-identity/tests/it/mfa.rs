//! Second factors that are shown in a sign-in.

use chrono::TimeDelta;
use frontegg_identity::{
    Code, Error, ErrorKind, Login, MfaChallenge, Secret, Session, WebauthnDeviceType,
};
use frontegg_identity_emulator::devices::{AuthenticatorFault, SoftwareAuthenticator};
use frontegg_identity_emulator::{ErrorForm, NewUser, SentKind};
use frontegg_identity_raw::catalogue;
use serde_json::json;

use crate::world::{
    ALAN, LOGIN, PASSWORD, World, challenge, claim, enrolment, other_than, session,
};

const NUMBER: &str = "+15550100123";

/// Grace has a username and no address, and has to set up a second factor.
fn grace() -> NewUser {
    NewUser::with_username("grace")
        .password(PASSWORD)
        .must_enrol_mfa()
}

async fn has_two_factors(session: &Session, method: &str) {
    let methods = claim(session, "amr").await;
    let methods: Vec<_> = methods.as_array().unwrap().iter().collect();
    assert!(methods.contains(&&json!("mfa")) && methods.contains(&&json!(method)));
}

async fn asked(world: &World) -> MfaChallenge {
    challenge(world.sign_in(ALAN).await.unwrap())
}

#[tokio::test]
async fn a_code_of_the_app_ends_the_challenge() {
    let world = World::new().await;
    let challenge = asked(&world).await;
    assert_eq!(challenge.email(), Some(ALAN));
    assert_eq!(challenge.devices().authenticators.len(), 1);
    assert!(!challenge.is_password_breached());
    let app = challenge.authenticators().next().unwrap();
    let session = session(app.verify(&world.app_code()).await.unwrap());
    has_two_factors(&session, "otp").await;
}

#[tokio::test]
async fn m4_a_wrong_code_leaves_the_challenge_usable() {
    let world = World::new().await;
    let challenge = asked(&world).await;
    let app = challenge.authenticators().next().unwrap();
    let code = world.app_code();
    for _ in 0..3 {
        let error = app.verify(&other_than(&code)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Rejected);
        assert_eq!(error.messages(), ["Invalid MFA code"]);
    }
    session(app.verify(&code).await.unwrap());
    assert_eq!(world.count("POST", LOGIN), 1);
}

#[tokio::test]
async fn m4_each_reason_of_a_failed_step_has_an_error_of_its_own() {
    let form = |status, code: &str, message| ErrorForm {
        code: Some(code.to_owned()),
        ..ErrorForm::new(status, message)
    };
    let world = World::with(
        |settings| {
            settings.mfa_attempts = Some(2);
            settings.wrong_mfa_code = form(400, "ER-90001", "Invalid MFA code");
            settings.expired_mfa_code = form(400, "ER-90002", "MFA code has expired");
            settings.too_many_mfa_codes = form(400, "ER-90003", "Too many failed attempts");
            settings.dead_mfa_token = form(401, "ER-90004", "MFA token is not valid");
            settings.locked_user = form(423, "ER-90005", "Your account is locked");
        },
        [],
    )
    .await;
    let alan = claim(&world.alan().await, "sub").await;
    let reason = |error: Error| (error.kind(), error.codes());
    let expected = |kind, code: &str| (kind, vec![Code::Unknown(code.to_owned())]);

    let first = asked(&world).await;
    let email = first.emails().next().unwrap();
    let sent = email.send().await.unwrap();
    let late = world.emulator.sent(SentKind::MfaCode, ALAN).await.code;
    world.pass(TimeDelta::minutes(6));
    let app = first.authenticators().next().unwrap();
    let wrong = other_than(&world.app_code());
    let rejected = ErrorKind::Rejected;
    let error = app.verify(&wrong).await.unwrap_err();
    assert_eq!(reason(error), expected(rejected, "ER-90001"));
    let error = sent.verify(&late.unwrap()).await.unwrap_err();
    assert_eq!(reason(error), expected(rejected, "ER-90002"));
    let error = app.verify(&wrong).await.unwrap_err();
    assert_eq!(reason(error), expected(rejected, "ER-90003"));
    let error = app.verify(&world.app_code()).await.unwrap_err();
    assert_eq!(reason(error), expected(ErrorKind::Unauthorized, "ER-90004"));

    let second = asked(&world).await;
    let environment = world.environment().await.raw();
    let lock = environment.call(&catalogue::LOCK_USER);
    let lock = lock.path("userId", alan.as_str().unwrap());
    lock.send_unit().await.unwrap();
    let app = second.authenticators().next().unwrap();
    let error = app.verify(&world.app_code()).await.unwrap_err();
    assert_eq!(reason(error), expected(ErrorKind::Locked, "ER-90005"));
    let error = app.verify(&world.app_code()).await.unwrap_err();
    assert_eq!(reason(error), expected(ErrorKind::Unauthorized, "ER-90004"));
}

#[tokio::test]
async fn a_challenge_that_lists_nothing_takes_the_code_of_any_app() {
    let world = World::with(
        |settings| {
            settings.challenge_says_enrolled = false;
            settings.challenge_lists_devices = false;
        },
        [],
    )
    .await;
    let challenge = asked(&world).await;
    assert!(challenge.devices().is_empty());
    assert!(challenge.emails().next().is_none() && challenge.enrolment().is_none());
    let app = challenge.authenticators().next().unwrap();
    assert!(app.device().is_none());
    let code = world.app_code();
    let error = app.verify(&other_than(&code)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    has_two_factors(&session(app.verify(&code).await.unwrap()), "otp").await;
}

#[tokio::test]
async fn m5_blanks_around_a_code_do_not_count() {
    let world = World::new().await;
    let challenge = asked(&world).await;
    let app = challenge.authenticators().next().unwrap();
    let code = world.app_code();
    let typed = format!(" {} {}\n", &code[..3], &code[3..]);
    session(app.verify(&typed).await.unwrap());
}

#[tokio::test]
async fn a_code_by_mail_ends_the_challenge() {
    let world = World::new().await;
    let challenge = asked(&world).await;
    let email = challenge.emails().next().unwrap();
    assert_eq!(email.device().address, ALAN);
    let sent = email.send().await.unwrap();
    let code = world.emulator.sent(SentKind::MfaCode, ALAN).await.code;
    let code = code.unwrap();
    let error = sent.verify(&other_than(&code)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    session(sent.verify(&code).await.unwrap());
}

#[tokio::test]
async fn a_code_that_comes_too_late_is_replaced_by_another_one() {
    let world = World::new().await;
    let challenge = asked(&world).await;
    let email = challenge.emails().next().unwrap();
    let sent = email.send().await.unwrap();
    let late = world.emulator.sent(SentKind::MfaCode, ALAN).await.code;
    world.pass(TimeDelta::minutes(6));
    let error = sent.verify(&late.unwrap()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    assert_eq!(error.messages(), ["MFA code has expired"]);
    let sent = email.send().await.unwrap();
    let code = world.emulator.sent(SentKind::MfaCode, ALAN).await.code;
    session(sent.verify(&code.unwrap()).await.unwrap());
}

#[tokio::test]
async fn a_code_by_sms_ends_the_challenge() {
    let world = World::with(|_| {}, [grace()]).await;
    let first = enrolment(world.sign_in_by_username("grace").await);
    let sent = first.phone().unwrap().send(NUMBER).await.unwrap();
    let code = world.emulator.sent(SentKind::MfaCode, NUMBER).await.code;
    session(sent.verify(&code.unwrap()).await.unwrap());

    let challenge = challenge(world.sign_in_by_username("grace").await);
    let phone = challenge.phones().next().unwrap();
    let shown = phone.device().number.as_deref().unwrap();
    assert!(shown.contains('*') && shown.ends_with("23"));
    let sent = phone.send().await.unwrap();
    let outbox = world.emulator.outbox();
    let code = outbox.last(SentKind::MfaCode, NUMBER).unwrap().code.clone();
    let code = code.unwrap();
    let error = sent.verify(&other_than(&code)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    has_two_factors(&session(sent.verify(&code).await.unwrap()), "sms").await;
}

#[tokio::test]
async fn a_key_of_either_kind_ends_the_challenge_and_only_with_the_right_answer() {
    for kind in [
        WebauthnDeviceType::Platform,
        WebauthnDeviceType::CrossPlatform,
    ] {
        let world = World::with(|_| {}, [grace()]).await;
        let mut browser = SoftwareAuthenticator::new(world.emulator.base_url());
        let first = enrolment(world.sign_in_by_username("grace").await);
        let new = first.key(kind.clone()).unwrap().start().await.unwrap();
        let answer = browser.register(new.options()).unwrap();
        session(new.verify(&answer).await.unwrap());

        let challenge = challenge(world.sign_in_by_username("grace").await);
        let key = challenge.keys().next().unwrap();
        assert_eq!(key.device().kind, Some(kind));
        let question = key.start().await.unwrap();
        let wrong = browser
            .assert_with_fault(question.options(), AuthenticatorFault::FlippedSignature)
            .unwrap();
        let error = question.verify(&wrong).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Rejected);
        let question = key.start().await.unwrap();
        let answer = browser.assert(question.options()).unwrap();
        has_two_factors(&session(question.verify(&answer).await.unwrap()), "hwk").await;
    }
}

#[tokio::test]
async fn a_recovery_code_takes_the_second_factor_away() {
    let mary = NewUser::new("mary@example.com")
        .password(PASSWORD)
        .must_enrol_mfa();
    let world = World::with(|_| {}, [mary]).await;
    let off = json!({ "strategy": "EmailCode", "isActive": false });
    world.manage(&catalogue::SET_MFA_STRATEGY, &off).await;
    let first = enrolment(world.sign_in("mary@example.com").await.unwrap());
    let app = first.authenticator().unwrap().start().await.unwrap();
    let code = world.code_of(app.secret().unwrap().expose());
    let Login::Complete(signed_in) = app.verify(&code).await.unwrap() else {
        panic!("the app is set up");
    };
    let recovery_code = signed_in.recovery_code.unwrap();

    let asked = challenge(world.sign_in("mary@example.com").await.unwrap());
    let error = asked.recover(&Secret::from("nonsense")).await.unwrap_err();
    assert!(!error.is_retryable());
    asked.recover(&recovery_code).await.unwrap();
    // The policy still wants a second factor, and there is none now.
    let again = world.sign_in("mary@example.com").await.unwrap();
    assert!(!matches!(again, Login::MfaChallenge(_)));
}
