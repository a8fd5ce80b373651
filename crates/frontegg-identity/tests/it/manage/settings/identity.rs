//! The configuration of the environment, and what its tokens hold.

use std::time::Duration;

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{
    CookieSameSite, IdentityChange, JsonObject, JwtAlgorithm, JwtAttribute, JwtComparison,
    JwtCondition, JwtRule, JwtTemplateChange, JwtTemplateField, JwtTemplateQuery,
    MachineToMachineAuthStrategy, MainAuthStrategy, NewJwtTemplate, SortOrder,
};
use serde_json::json;

use super::settings;

const MINUTE: Duration = Duration::from_secs(60);

fn claims() -> JsonObject {
    JsonObject::new()
        .with("iss", "i")
        .with("sub", "{{userId}}")
        .with("aud", "{{applicationId}}")
        .with("exp", "{{exp}}")
        .with("iat", "{{iat}}")
}

#[tokio::test]
async fn a_change_leaves_the_rest_of_the_configuration_as_it_is() {
    let (world, settings) = settings().await;
    let identity = settings.identity();
    let before = identity.read().await.unwrap();
    assert!(before.public_key.unwrap().contains("BEGIN PUBLIC KEY"));
    let change = IdentityChange::new()
        .access_token_life(10 * MINUTE)
        .main_strategy(&MainAuthStrategy::MagicLink)
        .allow_sign_ups(false)
        .let_tenants_rule_history(false);
    identity.change(&change).await.unwrap();
    let now = identity.read().await.unwrap();
    assert_eq!(now.access_token_life, Some(10 * MINUTE));
    assert_eq!(now.refresh_token_life, before.refresh_token_life);
    assert_eq!(now.main_strategy, Some(MainAuthStrategy::MagicLink));
    assert_eq!(now.allows_sign_ups, Some(false));
    assert_eq!(now.may_tenants_rule_history, Some(false));
    assert_eq!(now.may_tenants_rule_passwords, Some(true));
    assert_eq!(now.algorithm, Some(JwtAlgorithm::Rs256));
    assert!(now.signing_secret.is_none());
    let token = world.ada().await.access_token().await.unwrap();
    let claims = token.unverified_claims().unwrap();
    let life = claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap();
    assert_eq!(life, 600);
}

#[tokio::test]
async fn every_member_of_the_configuration_can_be_changed() {
    let (_world, settings) = settings().await;
    let identity = settings.identity();
    let change = IdentityChange::new()
        .refresh_token_life(90 * MINUTE)
        .login_code_life(2 * MINUTE)
        .rotate_refresh_tokens(false)
        .machine_strategy(MachineToMachineAuthStrategy::AccessToken)
        .enable_api_tokens(false)
        .allow_invitations(false)
        .allow_unverified_logins(false)
        .force_same_device(true)
        .allow_custom_login_tenant_switch(true)
        .skip_tenant_validation(true)
        .force_permissions(true)
        .roles_in_tokens(false)
        .permissions_in_tokens(false)
        .saml_attributes_in_tokens(true)
        .let_tenants_rule_passwords(false)
        .let_tenants_rule_rotation(false)
        .cookie_same_site(CookieSameSite::Lax)
        .algorithm(JwtAlgorithm::Rs256);
    identity.change(&change).await.unwrap();
    let now = identity.read().await.unwrap();
    assert_eq!(now.refresh_token_life, Some(90 * MINUTE));
    assert_eq!(now.login_code_life, Some(2 * MINUTE));
    assert_eq!(now.cookie_same_site, Some(CookieSameSite::Lax));
    let off = [
        now.rotates_refresh_tokens,
        now.has_api_tokens,
        now.allows_invitations,
        now.allows_unverified_logins,
        now.has_roles_in_tokens,
        now.has_permissions_in_tokens,
        now.may_tenants_rule_passwords,
        now.may_tenants_rule_rotation,
    ];
    assert_eq!(off, [Some(false); 8]);
    let on = [
        now.forces_same_device,
        now.allows_custom_login_tenant_switch,
        now.forces_permissions,
        now.has_saml_attributes_in_tokens,
    ];
    assert_eq!(on, [Some(true); 4]);
    let basics = identity.basics().await.unwrap();
    assert_eq!(basics.forces_permissions, Some(true));
    assert_eq!(basics.machine_strategy, now.machine_strategy);
    assert_eq!(
        now.machine_strategy,
        Some(MachineToMachineAuthStrategy::AccessToken)
    );
}

#[tokio::test]
async fn a_template_of_tokens_is_made_changed_and_deleted() {
    let (_world, settings) = settings().await;
    let templates = settings.jwt_templates();
    let new = NewJwtTemplate::new("gold", "Gold", 15 * MINUTE, claims())
        .description("for those who pay")
        .algorithm(JwtAlgorithm::Rs256);
    let made = templates.create(&new).await.unwrap();
    assert_eq!((made.key.as_str(), made.life), ("gold", Some(15 * MINUTE)));
    assert_eq!(made.claims, claims());
    let again = templates.create(&new).await.unwrap_err();
    assert_eq!(again.kind(), ErrorKind::Conflict);
    let change = JwtTemplateChange::new()
        .name("Golden")
        .life(MINUTE)
        .claims(made.claims.clone().with("plan", "gold"));
    templates.update(&made.id, &change).await.unwrap();
    let now = templates.get(&made.id).await.unwrap();
    assert_eq!(
        (now.name.as_deref(), now.life),
        (Some("Golden"), Some(MINUTE))
    );
    assert_eq!((now.key, now.description), (made.key, made.description));
    assert_eq!(now.claims.get("plan"), Some(&json!("gold")));
    templates.delete(&made.id).await.unwrap();
    let gone = templates.get(&made.id).await.unwrap_err();
    assert_eq!(gone.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn templates_are_listed_by_id_and_by_key() {
    let (world, settings) = settings().await;
    let templates = settings.jwt_templates();
    let mut ids = Vec::new();
    for key in ["a", "b", "c"] {
        let new = NewJwtTemplate::new(key, key, MINUTE, claims());
        ids.push(templates.create(&new).await.unwrap().id);
    }
    let change = JwtTemplateChange::new().key("z").description("d");
    let change = change.algorithm(JwtAlgorithm::Rs256);
    templates.update(&ids[2], &change).await.unwrap();
    let all = JwtTemplateQuery::new().sort_by(JwtTemplateField::Key, SortOrder::Asc);
    let all = templates.list(&all).page_size(2).all().await.unwrap();
    assert_eq!(all.len(), 3);
    let calls = world.emulator.requests();
    let pages = calls.to("GET", "/identity/resources/jwt-templates/v1");
    assert_eq!(pages.len(), 2);
    let keyed = JwtTemplateQuery::new().keys(["a", "z"]);
    let keyed = templates.list(&keyed).all().await.unwrap();
    let keys = keyed.iter().map(|one| one.key.as_str());
    assert_eq!(keys.collect::<Vec<_>>(), ["a", "z"]);
    let second = JwtTemplateQuery::new().ids([&ids[1]]);
    let second = templates.list(&second).all().await.unwrap();
    assert_eq!(second.len(), 1);
    assert_eq!(second[0].id, ids[1]);
}

#[tokio::test]
async fn rules_say_which_token_is_made_from_which_template() {
    let (_world, settings) = settings().await;
    let targeting = settings.jwt_targeting();
    assert_eq!(targeting.rules().await.unwrap(), None);
    let gold = JwtCondition::in_list(JwtAttribute::TenantId, ["t-1", "t-2"]);
    let domain = json!("@example.com");
    let ours = JwtCondition::new(JwtAttribute::UserEmail, JwtComparison::EndsWith, domain);
    let rules = [
        JwtRule::new("gold", [gold, ours.clone().negate()]),
        JwtRule::new("plain", [ours]),
    ];
    for rules in [&rules[..1], &rules] {
        targeting.set(rules).await.unwrap();
        assert_eq!(targeting.rules().await.unwrap().unwrap().rules, rules);
    }
    targeting.delete().await.unwrap();
    assert_eq!(targeting.rules().await.unwrap(), None);
    targeting.delete().await.unwrap();
}
