//! What anybody may know.

use frontegg_identity::manage::{
    CaptchaPolicy, IdentifierType, IdentityChange, MainAuthStrategy, PasswordRecovery,
    PasswordRules, SecondaryAuthStrategy, TenantId,
};

use super::settings;
use crate::world::ADA;

const KEY: &str = "6Labcdefghijklmnopqrstuvwxyzabcdefghijkl";

#[tokio::test]
async fn a_login_page_needs_no_token() {
    let (world, settings) = settings().await;
    let page = world.identity.login_page();
    let change = IdentityChange::new()
        .main_strategy(&MainAuthStrategy::UsernameAndPassword)
        .allow_sign_ups(false);
    settings.identity().change(&change).await.unwrap();
    let ways = page.strategies().await.unwrap();
    assert_eq!(ways.main, [MainAuthStrategy::UsernameAndPassword]);
    assert!(ways.secondary.contains(&SecondaryAuthStrategy::Passkeys));
    let configuration = page.configuration().await.unwrap();
    assert_eq!(configuration.allows_sign_ups, Some(false));
    assert_eq!(configuration.main_strategy, ways.main.first().cloned());
    let path = "/identity/resources/configurations/v1/public";
    assert_eq!(world.last("GET", path).header("authorization"), None);
}

#[tokio::test]
async fn a_new_user_gives_what_the_main_way_in_asks_for() {
    let (world, _) = settings().await;
    let given = world.identity.login_page().sign_up_strategies().await;
    let given = given.unwrap();
    let is_required = |identifier| {
        let mut found = given.iter().filter(|one| one.identifier == identifier);
        found.next().map(|one| (one.is_active, one.is_required))
    };
    assert_eq!(is_required(IdentifierType::Email), Some((true, true)));
    assert_eq!(is_required(IdentifierType::Username), Some((false, false)));
}

#[tokio::test]
async fn the_ways_to_a_new_password_are_those_that_are_on() {
    let (world, _) = settings().await;
    let ways = world.identity.login_page().password_recoveries().await;
    let both = [PasswordRecovery::Email, PasswordRecovery::Sms];
    assert_eq!(ways.unwrap(), both);
}

#[tokio::test]
async fn a_page_for_a_new_password_knows_the_rules_of_the_users_tenant() {
    let (world, settings) = settings().await;
    let page = world.identity.login_page();
    let passwords = settings.passwords();
    let rules = |min| PasswordRules::new().min_length(min);
    passwords.set_rules(&rules(8)).await.unwrap();
    let own = passwords.in_tenant(&TenantId::from("t-1"));
    own.set_rules(&rules(20)).await.unwrap();
    let users = world.manager().await.users();
    let ada = users.get_by_email(ADA).await.unwrap().id;
    let of_ada = page.password_rules(Some(&ada)).await.unwrap();
    let of_nobody = page.password_rules(None).await.unwrap();
    assert_eq!(
        (of_ada.min_length, of_nobody.min_length),
        (Some(20), Some(8))
    );
}

#[tokio::test]
async fn a_page_is_told_the_public_key_of_the_captcha() {
    let (world, settings) = settings().await;
    let page = world.identity.login_page();
    let before = page.captcha().await.unwrap();
    assert_eq!((before.is_enabled, before.site_key), (false, None));
    let policy = CaptchaPolicy::new(KEY, "S3NTINEL".into(), 0.5);
    settings.captcha().set(&policy).await.unwrap();
    let now = page.captcha().await.unwrap();
    assert_eq!((now.is_enabled, now.site_key.as_deref()), (true, Some(KEY)));
}
