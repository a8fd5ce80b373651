//! New users, and new passwords.

use frontegg_identity::{ErrorKind, Identifier, MailedLink, Secret, SignUp, SignedUp};
use frontegg_identity_emulator::SentKind;

use crate::world::{ADA, PASSWORD, World, claim, session};

const GRACE: &str = "grace@example.com";

fn grace() -> SignUp {
    SignUp::new(GRACE, "Grace Hopper", "Eckert-Mauchly")
        .password(PASSWORD.into())
        .metadata(serde_json::json!({ "rank": "Rear admiral" }))
}

/// The link of the newest mail of a kind.
fn link(world: &World, kind: SentKind, to: &str) -> MailedLink {
    let outbox = world.emulator.outbox();
    let mail = outbox.last(kind, to).unwrap();
    let token = mail.token.clone().unwrap();
    MailedLink::new(mail.user_id.as_str(), Secret::from(token))
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
