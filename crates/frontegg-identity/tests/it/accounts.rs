//! New users, and new passwords.

use frontegg_identity::{
    ErrorKind, Identifier, Login, MailedLink, Recipient, Secret, SignUp, SignedUp,
};
use frontegg_identity_emulator::{NewUser, Sent, SentKind};

use crate::world::{ADA, PASSWORD, World, claim, other_than, session};

const GRACE: &str = "grace@example.com";
const NUMBER: &str = "+15550100123";

fn grace() -> SignUp {
    SignUp::new(GRACE, "Grace Hopper", "Eckert-Mauchly")
        .password(PASSWORD.into())
        .metadata(serde_json::json!({ "rank": "Rear admiral" }))
}

/// The newest mail or SMS of a kind.
fn sent(world: &World, kind: SentKind, to: &str) -> Sent {
    world.emulator.outbox().last(kind, to).unwrap().clone()
}

/// The link in it.
fn link(world: &World, kind: SentKind, to: &str) -> MailedLink {
    let sent = sent(world, kind, to);
    MailedLink::new(sent.user_id, Secret::from(sent.token.unwrap()))
}

async fn sign_in(
    world: &World,
    email: &str,
    password: &Secret,
) -> Result<Login, frontegg_identity::Error> {
    let who = Identifier::email(email);
    world.identity.sign_in_with_password(&who, password).await
}

#[tokio::test]
async fn a_user_signs_up_activates_and_is_signed_in() {
    let world = World::new().await;
    let SignedUp::Activation { user_id, .. } = world.identity.sign_up(&grace()).await.unwrap()
    else {
        panic!("new users have to activate");
    };
    let link = link(&world, SentKind::Activation, GRACE);
    let session = session(world.identity.activate(&link, None).await.unwrap());
    assert_eq!(claim(&session, "email").await, GRACE);
    assert_eq!(claim(&session, "sub").await, user_id.unwrap());
    let again = world.identity.activate(&link, None).await.unwrap_err();
    assert_eq!(again.kind(), ErrorKind::Gone);
    let error = world.identity.sign_up(&grace()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Conflict);
}

#[tokio::test]
async fn without_activation_a_sign_up_is_a_sign_in() {
    let world = World::with(|settings| settings.sign_up_activation = false, []).await;
    let SignedUp::Login(login) = world.identity.sign_up(&grace()).await.unwrap() else {
        panic!("new users are signed in");
    };
    let session = session(*login);
    session.refresh_now().await.unwrap();
    assert_eq!(claim(&session, "email").await, GRACE);
}

#[tokio::test]
async fn a_forgotten_password_is_reset() {
    let world = World::new().await;
    world.identity.mail_password_reset(ADA).await.unwrap();
    let link = link(&world, SentKind::PasswordReset, ADA);
    let new = Secret::from("S3NTINEL-Difference-2");
    world.identity.reset_password(&link, &new).await.unwrap();
    let error = world
        .identity
        .reset_password(&link, &new)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Gone);
    let who = Identifier::email(ADA);
    session(
        world
            .identity
            .sign_in_with_password(&who, &new)
            .await
            .unwrap(),
    );
    let nobody = world
        .identity
        .mail_password_reset("nobody@example.com")
        .await;
    assert!(nobody.is_ok());
}

#[tokio::test]
async fn a_password_is_changed_by_who_knows_it() {
    let world = World::new().await;
    let ada = world.ada().await;
    let (old, new) = (
        Secret::from(PASSWORD),
        Secret::from("S3NTINEL-Difference-2"),
    );
    let error = ada.change_password(&new, &new).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    ada.change_password(&old, &new).await.unwrap();
    let who = Identifier::email(ADA);
    session(
        world
            .identity
            .sign_in_with_password(&who, &new)
            .await
            .unwrap(),
    );
}

#[tokio::test]
async fn a_code_activates_as_a_link_does() {
    let world = World::new().await;
    let signed_up = world.identity.sign_up(&grace()).await.unwrap();
    let SignedUp::Activation {
        link: Some(link), ..
    } = signed_up
    else {
        panic!("the environment sends codes");
    };
    let code = sent(&world, SentKind::Activation, GRACE).code.unwrap();
    let wrong = link.clone().code(&other_than(&code));
    let error = world.identity.activate(&wrong, None).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    // What the answer gave away is worth nothing without the code.
    let error = world.identity.activate(&link, None).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    let right = link.code(&format!(" {code} "));
    let session = session(world.identity.activate(&right, None).await.unwrap());
    assert_eq!(claim(&session, "email").await, GRACE);
}

#[tokio::test]
async fn a_username_signs_up_without_an_activation() {
    let world = World::new().await;
    let grace = SignUp::by_username("grace", "Grace Hopper", "Eckert-Mauchly");
    let grace = grace.password(PASSWORD.into());
    let SignedUp::Login(login) = world.identity.sign_up(&grace).await.unwrap() else {
        panic!("there is nothing to send an activation to");
    };
    session(*login).access_token().await.unwrap();
    session(world.sign_in_by_username("grace").await);
    let error = world.identity.sign_up(&grace).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Conflict);
}

#[tokio::test]
async fn a_phone_number_signs_up_and_is_activated_by_sms() {
    let world = World::new().await;
    let grace = SignUp::by_phone(NUMBER, "Grace Hopper", "Eckert-Mauchly");
    let signed_up = world.identity.sign_up(&grace).await.unwrap();
    let SignedUp::Activation {
        user_id,
        link: Some(link),
    } = signed_up
    else {
        panic!("a phone has to be activated");
    };
    let code = sent(&world, SentKind::Activation, NUMBER).code.unwrap();
    let login = world.identity.activate(&link.code(&code), None).await;
    assert_eq!(
        claim(&session(login.unwrap()), "sub").await,
        user_id.unwrap()
    );
    let to = Recipient::phone(NUMBER);
    let asked = world.identity.text_login_code(&to).await.unwrap();
    let code = sent(&world, SentKind::LoginCode, NUMBER).code.unwrap();
    session(asked.verify(&code).await.unwrap());
}

#[tokio::test]
async fn an_activation_says_whether_it_wants_a_password_and_is_mailed_again() {
    let world = World::new().await;
    let identity = &world.identity;
    let none = SignUp::new(GRACE, "Grace Hopper", "Eckert-Mauchly");
    let _ = identity.sign_up(&none).await.unwrap();
    let first = link(&world, SentKind::Activation, GRACE);
    assert!(identity.activation_needs_password(&first).await.unwrap());
    identity.mail_activation(GRACE).await.unwrap();
    let again = link(&world, SentKind::Activation, GRACE);
    let error = identity
        .activation_needs_password(&first)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Gone);
    let password = Secret::from(PASSWORD);
    session(identity.activate(&again, Some(&password)).await.unwrap());
    session(sign_in(&world, GRACE, &password).await.unwrap());
    assert!(identity.mail_activation("nobody@example.com").await.is_ok());

    let other = SignUp::new("hedy@example.com", "Hedy Lamarr", "MGM").password(password);
    let _ = identity.sign_up(&other).await.unwrap();
    let link = link(&world, SentKind::Activation, "hedy@example.com");
    assert!(!identity.activation_needs_password(&link).await.unwrap());
}

#[tokio::test]
async fn a_link_of_a_reset_is_looked_at_before_it_is_used() {
    let world = World::new().await;
    let identity = &world.identity;
    identity.mail_password_reset(ADA).await.unwrap();
    let link = link(&world, SentKind::PasswordReset, ADA);
    identity.check_password_reset(&link).await.unwrap();
    let wrong = MailedLink::new("u-1", PASSWORD.into());
    let error = identity.check_password_reset(&wrong).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    let new = Secret::from("S3NTINEL-Difference-2");
    let sent = world.emulator.requests().all().len();
    let odd = link.clone().code("000123");
    for error in [
        identity.reset_password(&odd, &new).await.unwrap_err(),
        identity.check_password_reset(&odd).await.unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::Input);
    }
    assert_eq!(world.emulator.requests().all().len(), sent);
    identity.reset_password(&link, &new).await.unwrap();
    let error = identity.check_password_reset(&link).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Gone);
}

#[tokio::test]
async fn a_forgotten_password_is_reset_by_sms() {
    let grace = NewUser::new(GRACE).phone(NUMBER).password(PASSWORD);
    let world = World::with(|_| {}, [grace]).await;
    let asked = world.identity.text_password_reset(NUMBER).await.unwrap();
    let code = world.emulator.outbox();
    let code = code.messages().next_back().unwrap().code.clone().unwrap();
    let error = asked.verify(&other_than(&code)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    let link = asked.verify(&format!("{code}\n")).await.unwrap();
    let new = Secret::from("S3NTINEL-Difference-2");
    world.identity.reset_password(&link, &new).await.unwrap();
    session(sign_in(&world, GRACE, &new).await.unwrap());
    // A number of nobody is answered in the same way.
    let nobody = world.identity.text_password_reset("+15550100999").await;
    assert!(nobody.unwrap().verify("000123").await.is_err());
}

#[tokio::test]
async fn a_lost_phone_is_replaced_by_mail() {
    let other = "+15550100456";
    let grace = NewUser::new(GRACE).phone(NUMBER);
    let world = World::with(|_| {}, [grace]).await;
    let lost = world.identity.replace_lost_phone(GRACE).await.unwrap();
    let code = world.emulator.outbox();
    let code = code.mails().next_back().unwrap().code.clone().unwrap();
    let error = lost.verify(&other_than(&code)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    lost.verify(&code).await.unwrap().set(other).await.unwrap();
    let to = Recipient::phone(other);
    let asked = world.identity.text_login_code(&to).await.unwrap();
    let code = sent(&world, SentKind::LoginCode, other).code.unwrap();
    session(asked.verify(&code).await.unwrap());
}

#[tokio::test]
async fn a_locked_user_unlocks_by_mail() {
    let world = World::with(|settings| settings.lockout_attempts = Some(2), []).await;
    let wrong = Secret::from("S3NTINEL-wrong");
    for _ in 0..2 {
        let error = sign_in(&world, ADA, &wrong).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unauthorized);
    }
    let error = world.sign_in(ADA).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Locked);
    let token = Secret::from(sent(&world, SentKind::Unlock, ADA).token.unwrap());
    world.identity.unlock(&token).await.unwrap();
    session(world.sign_in(ADA).await.unwrap());
    let error = world.identity.unlock(&token).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Gone);
}
