//! Users whom the environment invites into a tenant.

use frontegg_identity::{Code, ErrorKind, MailedLink, Secret};
use frontegg_identity_emulator::{Fault, NewUser, Sent, SentKind};
use frontegg_identity_raw::catalogue;
use serde_json::{Value, json};

use crate::world::{World, claim, other_than, session};

const GRACE: &str = "grace@example.com";
const ACCEPT: &str = "/identity/resources/users/v1/invitation/accept";

/// Grace is in a tenant of her own. Whoever is in none would get an activation instead of an invitation.
async fn world() -> World {
    let grace = NewUser::new(GRACE).tenant("t-0", &[]);
    World::with(|_| {}, [grace]).await
}

/// The mail that she gets when the environment invites her into another one.
async fn invited(world: &World) -> Sent {
    mail(world, GRACE, SentKind::Invitation).await
}

async fn mail(world: &World, email: &str, kind: SentKind) -> Sent {
    let client = world.environment().await.raw();
    let call = client
        .call(&catalogue::CREATE_USER)
        .header("frontegg-tenant-id", Some("t-1"))
        .json(&json!({ "email": email, "name": "Grace Hopper" }));
    let user = call.send::<Value>().await.unwrap();
    let mail = world.emulator.outbox().last(kind, email).unwrap().clone();
    assert_eq!(user["id"], mail.user_id.as_str());
    mail
}

fn link(mail: &Sent) -> MailedLink {
    let token = Secret::from(mail.token.clone().unwrap());
    MailedLink::new(mail.user_id.as_str(), token)
}

#[tokio::test]
async fn an_invitation_is_accepted_by_its_link() {
    let world = world().await;
    let link = link(&invited(&world).await);
    let login = world.identity.accept_invitation(&link).await.unwrap();
    let session = session(login.unwrap());
    assert_eq!(claim(&session, "email").await, GRACE);
    assert_eq!(claim(&session, "tenantId").await, "t-1");
    session.refresh_now().await.unwrap();
    let again = world.identity.accept_invitation(&link).await.unwrap_err();
    assert_eq!(again.kind(), ErrorKind::Gone);
}

#[tokio::test]
async fn an_invitation_is_accepted_by_its_code() {
    let world = world().await;
    let mail = invited(&world).await;
    let code = mail.code.clone().unwrap();
    let wrong = link(&mail).code(&other_than(&code));
    let error = world.identity.accept_invitation(&wrong).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    let right = link(&mail).code(&code);
    let login = world.identity.accept_invitation(&right).await.unwrap();
    assert_eq!(claim(&session(login.unwrap()), "tenantId").await, "t-1");
}

#[tokio::test]
async fn an_invitation_to_a_locked_tenant_is_refused_by_name() {
    let world = world().await;
    let link = link(&invited(&world).await);
    let locked = json!({ "errors": ["Tenant is locked"], "errorCode": "ER-01239" });
    let accept = world.emulator.faults().on("POST", ACCEPT);
    accept.once(Fault::reply(400, &locked));
    let error = world.identity.accept_invitation(&link).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    assert_eq!(error.codes(), [Code::TenantLocked]);
}

#[tokio::test]
async fn an_invitation_may_be_accepted_without_a_login() {
    let world = world().await;
    let link = link(&invited(&world).await);
    let accept = world.emulator.faults().on("POST", ACCEPT);
    accept.once(Fault::reply(201, &json!({})));
    let login = world.identity.accept_invitation(&link).await.unwrap();
    assert!(login.is_none());
}

#[tokio::test]
async fn an_invited_user_who_is_new_activates() {
    let world = world().await;
    let mail = mail(&world, "hedy@example.com", SentKind::Activation).await;
    let link = link(&mail);
    let needs_password = world.identity.activation_needs_password(&link).await;
    assert!(needs_password.unwrap());
    let password = Secret::from(crate::world::PASSWORD);
    let login = world.identity.activate(&link, Some(&password)).await;
    assert_eq!(claim(&session(login.unwrap()), "tenantId").await, "t-1");
}
