//! Signing in by a code, a link or a passkey.

use frontegg_identity::{ErrorKind, Recipient, Secret};
use frontegg_identity_emulator::devices::{AuthenticatorFault, SoftwareAuthenticator};
use frontegg_identity_emulator::{NewUser, SentKind};

use crate::world::{ADA, ALAN, World, challenge, claim, other_than, session};

const NUMBER: &str = "+15550100123";

#[tokio::test]
async fn a_code_by_mail_signs_in() {
    let world = World::new().await;
    let to = Recipient::email(ADA);
    let sent = world.identity.mail_login_code(&to).await.unwrap();
    let code = world.emulator.sent(SentKind::LoginCode, ADA).await.code;
    let code = code.unwrap();
    let error = sent.verify(&other_than(&code)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
    let session = session(sent.verify(&format!(" {code} ")).await.unwrap());
    assert_eq!(claim(&session, "email").await, ADA);
    // The cookie of the sign-in is not carried on.
    session.refresh_now().await.unwrap();
    let cookies = world.last("POST", crate::world::REFRESH);
    assert!(!cookies.header("cookie").unwrap().contains("passwordless"));
}

#[tokio::test]
async fn a_code_counts_only_where_it_was_asked_for() {
    let world = World::new().await;
    let to = Recipient::email(ADA);
    let here = world.identity.mail_login_code(&to).await.unwrap();
    let code = world.emulator.sent(SentKind::LoginCode, ADA).await.code;
    let other = Recipient::email(ALAN);
    let elsewhere = world.identity.mail_login_code(&other).await.unwrap();
    let code = code.unwrap();
    let error = elsewhere.verify(&code).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
    session(here.verify(&code).await.unwrap());
}

#[tokio::test]
async fn a_code_by_sms_signs_in() {
    let grace = NewUser::with_username("grace").phone(NUMBER);
    let world = World::with(|_| {}, [grace]).await;
    for to in [Recipient::phone(NUMBER), Recipient::username("grace")] {
        let sent = world.identity.text_login_code(&to).await.unwrap();
        let outbox = world.emulator.outbox();
        let code = outbox
            .last(SentKind::LoginCode, NUMBER)
            .unwrap()
            .code
            .clone();
        session(sent.verify(&code.unwrap()).await.unwrap());
    }
}

#[tokio::test]
async fn a_link_signs_in_here_and_elsewhere() {
    let world = World::new().await;
    let to = Recipient::email(ADA);
    for is_strict in [false, true] {
        world
            .emulator
            .change_settings(|settings| settings.force_same_device = is_strict);
        let link = async || {
            let sent = world.identity.mail_login_link(&to).await.unwrap();
            let outbox = world.emulator.outbox();
            let token = outbox.last(SentKind::MagicLink, ADA).unwrap().token.clone();
            (sent, Secret::from(token.unwrap()))
        };
        let (sent, token) = link().await;
        session(sent.open(&token).await.unwrap());
        let (_, token) = link().await;
        let elsewhere = world.identity.sign_in_with_link(&token).await;
        assert_eq!(elsewhere.is_err(), is_strict);
        let again = world.identity.sign_in_with_link(&token).await;
        assert_eq!(again.unwrap_err().kind(), ErrorKind::Unauthorized);
    }
}

#[tokio::test]
async fn a_code_is_a_first_factor_only() {
    let world = World::new().await;
    let to = Recipient::email(ALAN);
    let sent = world.identity.mail_login_code(&to).await.unwrap();
    let code = world.emulator.sent(SentKind::LoginCode, ALAN).await.code;
    let challenge = challenge(sent.verify(&code.unwrap()).await.unwrap());
    let app = challenge.authenticators().next().unwrap();
    session(app.verify(&world.app_code()).await.unwrap());
}

#[tokio::test]
async fn nobody_learns_who_is_a_user() {
    let world = World::new().await;
    let to = Recipient::email("nobody@example.com");
    let sent = world.identity.mail_login_code(&to).await.unwrap();
    let error = sent.verify("000123").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
}

#[tokio::test]
async fn a_passkey_is_registered_and_signs_in() {
    let world = World::new().await;
    for is_flat in [false, true] {
        world
            .emulator
            .change_settings(|settings| settings.flat_passkey_options = is_flat);
        let mut browser = SoftwareAuthenticator::new(world.emulator.base_url());
        let ada = world.ada().await;
        let new = ada.start_passkey().await.unwrap();
        let answer = browser.register(new.options()).unwrap();
        new.verify(&answer).await.unwrap();
        for email in [Some(ADA), None] {
            let question = world.identity.start_passkey_login(email).await.unwrap();
            let answer = browser.assert(question.options()).unwrap();
            let session = session(question.verify(&answer).await.unwrap());
            assert_eq!(claim(&session, "email").await, ADA);
        }
        let question = world.identity.start_passkey_login(None).await.unwrap();
        let fault = AuthenticatorFault::WrongChallenge;
        let answer = browser
            .assert_with_fault(question.options(), fault)
            .unwrap();
        let error = question.verify(&answer).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unauthorized);
    }
}
