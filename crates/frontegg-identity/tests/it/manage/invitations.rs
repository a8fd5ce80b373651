//! Invitations to tenants.

use std::time::Duration;

use chrono::TimeDelta;
use frontegg_identity::manage::{
    ActivationStrategy, Confirmation, InvitationChange, InvitationStrategy, InvitationTerms,
    NewInvitation, RoleId, UserInvitation,
};
use frontegg_identity::{Code, ErrorKind, SignUp, SignedUp};
use frontegg_identity_emulator::{Fault, SentKind, Settings};
use serde_json::json;

use crate::world::{ADA, PASSWORD, World, claim, session};

const HOUR: Duration = Duration::from_secs(3600);
const INVITATIONS: &str = "/identity/resources/tenants/invites/v1";

async fn admin(world: &World) -> RoleId {
    let rights = world.ada().await.me().rights().await.unwrap();
    rights.roles[0].id.clone()
}

async fn of_ada(world: &World) -> UserInvitation {
    let environment = world.manager().await;
    let ada = environment.users().get_by_email(ADA).await.unwrap();
    environment.tenant("t-1").user(ada.id).invitation()
}

#[tokio::test]
async fn whoever_has_the_token_joins_with_the_roles_of_the_invitation() {
    let at_once = |settings: &mut Settings| {
        settings.sign_up_activation = false;
        settings.unverified_login = true;
    };
    let world = World::with(at_once, []).await;
    let invitations = world.manager().await.invitations();
    let admin = admin(&world).await;
    let new = NewInvitation::to("t-2")
        .roles([&admin])
        .expires_in(HOUR)
        .not_mailed();
    let made = invitations.create(&new).await.unwrap();
    assert_eq!(made.tenant_id, Some("t-2".into()));
    assert_eq!((made.user_id, made.is_mailed), (None, false));
    assert_eq!(made.role_ids, [admin]);
    let end = world.emulator.clock().now() + TimeDelta::hours(1);
    assert_eq!(made.expires_at, Some(end));
    let token = made.token.unwrap();
    let found = invitations.by_token(&token).await.unwrap().unwrap();
    assert_eq!(found.id, made.id);
    let grace = SignUp::new("grace@example.com", "Grace", "Navy");
    let grace = grace.password(PASSWORD.into()).invitation(token);
    let SignedUp::Login(login) = world.identity.sign_up(&grace).await.unwrap() else {
        panic!("whoever signs up is signed in");
    };
    let grace = session(*login);
    assert_eq!(claim(&grace, "tenantId").await, "t-2");
    let rights = grace.me().rights().await.unwrap();
    assert_eq!(rights.roles[0].key.as_deref(), Some("Admin"));
}

#[tokio::test]
async fn an_invitation_that_was_taken_back_is_none() {
    let world = World::new().await;
    let invitations = world.manager().await.invitations();
    let made = invitations.create(&NewInvitation::to("t-1")).await.unwrap();
    let all = invitations.list().await.unwrap();
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].id, made.id);
    invitations.delete(&made.id).await.unwrap();
    assert!(invitations.list().await.unwrap().is_empty());
    let token = made.token.unwrap();
    assert!(invitations.by_token(&token).await.unwrap().is_none());
    let gone = invitations.delete(&made.id).await.unwrap_err();
    assert_eq!(gone.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn an_invitation_may_be_mailed_in_the_name_of_a_user() {
    let world = World::new().await;
    let environment = world.manager().await;
    let ada = environment.users().get_by_email(ADA).await.unwrap().id;
    let new = NewInvitation::to("t-1").for_user(ada.clone()).mailed();
    let made = environment.invitations().create(&new).await.unwrap();
    assert_eq!((made.user_id, made.is_mailed), (Some(ada), true));
    let outbox = world.emulator.outbox();
    assert!(outbox.last(SentKind::Invitation, ADA).is_some());
}

#[tokio::test]
async fn a_user_has_one_invitation_that_is_changed_and_taken_back() {
    let world = World::new().await;
    let invitation = of_ada(&world).await;
    assert!(invitation.get().await.unwrap().is_none());
    let admin = admin(&world).await;
    let terms = InvitationTerms::new(HOUR).roles([&admin]);
    let made = invitation.create(&terms).await.unwrap().unwrap();
    assert_eq!((made.role_ids, made.is_mailed), (vec![admin], false));
    let change = InvitationChange::new()
        .expires_in(Duration::from_secs(61))
        .mailed();
    let changed = invitation.update(&change).await.unwrap();
    let end = world.emulator.clock().now() + TimeDelta::minutes(2);
    assert_eq!((changed.expires_at, changed.is_mailed), (Some(end), true));
    let change = InvitationChange::new().not_mailed();
    let changed = invitation.update(&change).await.unwrap();
    assert_eq!((changed.expires_at, changed.is_mailed), (Some(end), false));
    let read = invitation.get().await.unwrap().unwrap();
    assert_eq!(read.id, made.id);
    invitation.delete().await.unwrap();
    assert!(invitation.get().await.unwrap().is_none());
    let gone = invitation.delete().await.unwrap_err();
    assert_eq!(gone.kind(), ErrorKind::NotFound);
    let gone = invitation.update(&change).await.unwrap_err();
    assert_eq!(gone.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn users_invite_by_themselves() {
    let world = World::new().await;
    let ada = world.ada().await;
    let own = ada.me().invitation();
    let terms = InvitationTerms::new(HOUR).mailed();
    let made = own.create(&terms).await.unwrap().unwrap();
    assert_eq!(made.tenant_id, Some("t-1".into()));
    assert!(made.is_mailed);
    let seen = of_ada(&world).await.get().await.unwrap().unwrap();
    assert_eq!(seen.id, made.id);
    let invitation = own.get().await.unwrap().unwrap();
    assert_eq!(invitation.id, made.id);
}

#[tokio::test]
async fn an_invitation_may_be_made_without_a_word() {
    let world = World::new().await;
    let path = "/identity/resources/tenants/invites/v2/user";
    let create = world.emulator.faults().on("POST", path);
    create.once(Fault::reply(200, &json!({})));
    let terms = InvitationTerms::new(HOUR);
    let made = of_ada(&world).await.create(&terms).await.unwrap();
    assert!(made.is_none());
}

#[tokio::test]
async fn nobody_is_invited_into_a_locked_tenant() {
    let world = World::new().await;
    let invitations = world.manager().await.invitations();
    let locked = json!({ "errors": ["Tenant is locked"], "errorCode": "ER-01240" });
    let create = world.emulator.faults().on("POST", INVITATIONS);
    create.once(Fault::reply(400, &locked));
    let error = invitations.create(&NewInvitation::to("t-1")).await;
    let error = error.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    assert_eq!(error.codes(), [Code::TenantLocked]);
}

#[tokio::test]
async fn invitations_can_be_switched_off() {
    let world = World::with(|settings| settings.tenant_invitations = false, []).await;
    let invitations = world.manager().await.invitations();
    let rules = invitations.rules().await.unwrap();
    assert_eq!((rules.are_allowed, rules.are_mailed), (false, true));
    let error = invitations.create(&NewInvitation::to("t-1")).await;
    assert!(error.is_err());
}

#[tokio::test]
async fn users_confirm_by_link_or_by_code() {
    let world = World::new().await;
    let invitations = world.manager().await.invitations();
    let by_code =
        Confirmation::by(ActivationStrategy::Code).code_life(Duration::from_millis(60_001));
    invitations.set_activation(&by_code).await.unwrap();
    let read = invitations.activation().await.unwrap();
    assert_eq!(read.strategy, ActivationStrategy::Code);
    assert_eq!(read.code_life, Some(Duration::from_secs(61)));
    let by_link = Confirmation::by(InvitationStrategy::Link).code_life(HOUR);
    invitations.set_joining(&by_link).await.unwrap();
    assert_eq!(invitations.joining().await.unwrap(), by_link);
}
