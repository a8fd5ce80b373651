//! What a tenant's own administrator sees and sets.

use frontegg_identity::manage::{
    LockoutPolicy, NewSocialProvider, PasswordHistory, SessionLimits, SocialLoginProviderType,
    TenantId, TenantSettings,
};
use frontegg_identity::{EnforceMfa, MfaPolicy};
use frontegg_identity_emulator::NewUser;

use super::settings;
use crate::world::{PASSWORD, World};

async fn of_ada(world: &World) -> TenantSettings {
    world.ada().await.in_tenant("t-1").manage().settings()
}

#[tokio::test]
async fn a_user_sees_what_their_tenant_falls_back_to() {
    let (world, settings) = settings().await;
    let ada = of_ada(&world).await;
    assert_eq!(ada.mfa_policy().await.unwrap(), None);
    assert_eq!(ada.default_mfa_policy().await.unwrap(), None);
    assert_eq!(ada.default_lockout_policy().await.unwrap(), None);
    assert_eq!(ada.default_password_history().await.unwrap(), None);
    let lockout = LockoutPolicy::after(7);
    settings.lockout().set(&lockout).await.unwrap();
    let history = PasswordHistory::of(4);
    settings.passwords().set_history(&history).await.unwrap();
    let policy = MfaPolicy::new(EnforceMfa::DontForce);
    settings.mfa().set_policy(&policy).await.unwrap();
    let own = MfaPolicy::new(EnforceMfa::ForceExceptSaml);
    let mfa = settings.mfa().in_tenant(&TenantId::from("t-1"));
    mfa.set_policy(&own).await.unwrap();
    assert_eq!(ada.mfa_policy().await.unwrap(), Some(own));
    assert_eq!(ada.default_mfa_policy().await.unwrap(), Some(policy));
    assert_eq!(ada.default_lockout_policy().await.unwrap(), Some(lockout));
    assert_eq!(ada.default_password_history().await.unwrap(), Some(history));
}

#[tokio::test]
async fn a_user_sets_how_long_sessions_of_their_tenant_live() {
    let (world, settings) = settings().await;
    let limits = SessionLimits::new().idle(std::time::Duration::from_secs(90));
    of_ada(&world).await.sessions().set(&limits).await.unwrap();
    let own = of_ada(&world).await.sessions().limits().await.unwrap();
    assert_eq!(own, limits);
    let others = settings.sessions().limits().await.unwrap();
    assert_eq!(others, SessionLimits::new());
}

#[tokio::test]
async fn a_tenants_domains_are_its_own() {
    let (world, settings) = settings().await;
    let list = frontegg_identity::manage::DomainRestrictionType::Block;
    let own = of_ada(&world).await.email_domains();
    own.add("example.org", list).await.unwrap();
    assert_eq!(own.list().all().await.unwrap().len(), 1);
    assert_eq!(settings.email_domains().list().all().await.unwrap(), []);
}

#[tokio::test]
async fn a_user_who_has_signed_in_is_told_the_ways_in_too() {
    let (world, settings) = settings().await;
    let github = NewSocialProvider::new(&SocialLoginProviderType::Github);
    settings.social_logins().set(&github).await.unwrap();
    let ada = of_ada(&world).await;
    let page = world.identity.login_page();
    let told = ada.auth_strategies().await.unwrap();
    assert_eq!(told, page.strategies().await.unwrap());
    let told = ada.social_providers().await.unwrap();
    assert_eq!(told.len(), 1);
    assert_eq!(told, page.social_providers().await.unwrap());
}

#[tokio::test]
async fn whoever_has_a_breached_password_is_mailed_a_way_to_another() {
    let breached = |email, tenant| {
        let user = NewUser::new(email).password(PASSWORD);
        user.breached_password().tenant(tenant, &[])
    };
    let users = [
        breached("eve@example.com", "t-1"),
        breached("bob@example.com", "t-3"),
    ];
    let world = World::with(|_| {}, users).await;
    let tenant = world.manager().await.tenant("t-1");
    tenant.settings().reset_breached_passwords().await.unwrap();
    let outbox = world.emulator.outbox();
    let mails: Vec<_> = outbox.mails().map(|mail| mail.to.clone()).collect();
    assert_eq!(mails, ["eve@example.com"]);
}
