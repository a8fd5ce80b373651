//! Units, members that are always sent, and what comes after a refusal.

use std::time::Duration;

use frontegg_identity::manage::{
    CaptchaPolicy, CustomSocialProviderChange, EmailDomainRules, EmailFactor, EmailProvider,
    EmailTemplateType, Environment, IdentityChange, IpRestrictionRules, JwtAttribute, JwtCondition,
    JwtRule, LockoutPolicy, MailgunRegion, MfaFactors, PasswordRotation, SessionLimits,
};
use frontegg_identity::manage::{DomainRestrictionType, IpRestrictionStrategy};
use frontegg_identity::{EnforceMfa, ErrorKind, Identity, MfaPolicy};
use mockito::{Matcher, Mock, Server, ServerGuard};
use serde_json::{Value, json};

const CONFIGURATIONS: &str = "/identity/resources/configurations/v1";
const MINUTE: Duration = Duration::from_secs(60);

async fn server() -> (ServerGuard, Environment) {
    crate::sentinel::watch();
    let mut server = Server::new_async().await;
    let token = json!({ "token": "A1", "expiresIn": 60 });
    let vendor = server.mock("POST", "/auth/vendor");
    vendor.with_body(token.to_string()).create_async().await;
    let identity = Identity::builder(server.url()).build().unwrap();
    let environment = identity.environment("c", "s".into()).await.unwrap();
    (server, environment)
}

/// Answers one request with exactly this body, and with no header of a tenant.
async fn expect(server: &mut ServerGuard, method: &str, path: &str, body: Value) -> Mock {
    let mock = server
        .mock(method, path)
        .match_body(Matcher::Json(body))
        .match_header("frontegg-tenant-id", Matcher::Missing)
        .expect(1);
    mock.create_async().await
}

#[tokio::test]
async fn a_rotation_is_in_minutes_and_a_part_of_one_counts_as_one() {
    let (mut server, environment) = server().await;
    let path = format!("{CONFIGURATIONS}/password-rotation");
    let body = json!({ "isActive": true, "rotationPeriod": 61, "notificationPeriod": 10080 });
    let mock = expect(&mut server, "POST", &path, body).await;
    let rotation = PasswordRotation::every(60 * MINUTE + Duration::from_secs(1));
    let passwords = environment.settings().passwords();
    passwords.set_rotation(&rotation).await.unwrap();
    mock.assert_async().await;
}

#[tokio::test]
async fn lives_and_limits_are_in_seconds() {
    let (mut server, environment) = server().await;
    let settings = environment.settings();
    let body = json!({
        "defaultTokenExpiration": 60,
        "defaultRefreshTokenExpiration": 120,
        "defaultPasswordlessTokenExpiration": 180,
    });
    let lives = expect(&mut server, "POST", CONFIGURATIONS, body).await;
    let change = IdentityChange::new()
        .access_token_life(MINUTE)
        .refresh_token_life(2 * MINUTE)
        .login_code_life(3 * MINUTE);
    settings.identity().change(&change).await.unwrap();
    lives.assert_async().await;

    let body = json!({
        "sessionIdleTimeoutConfiguration": { "isActive": true, "timeout": 60 },
        "sessionConcurrentConfiguration": { "isActive": true, "maxSessions": 2 },
    });
    let path = "/identity/resources/configurations/sessions/v1";
    let limits = expect(&mut server, "POST", path, body).await;
    let new = SessionLimits::new().idle(MINUTE).concurrent(2);
    settings.sessions().set(&new).await.unwrap();
    limits.assert_async().await;

    let email = json!({ "active": true, "tokenLifetimeSeconds": 300, "sender": "a@b.c" });
    let path = format!("{CONFIGURATIONS}/mfa");
    let factors = expect(&mut server, "POST", &path, json!({ "email": email })).await;
    let email = EmailFactor {
        is_active: true,
        code_life: 5 * MINUTE,
        sender: "a@b.c".to_owned(),
    };
    let new = MfaFactors::new().email(email);
    settings.mfa().set_factors(&new).await.unwrap();
    factors.assert_async().await;
}

#[tokio::test]
async fn a_policy_on_second_factors_has_no_life_of_devices_that_are_not_remembered() {
    let (mut server, environment) = server().await;
    let mfa = environment.settings().mfa();
    let path = format!("{CONFIGURATIONS}/mfa-policy");
    let body = json!({ "enforceMFAType": "Force", "allowRememberMyDevice": false });
    let forgets = expect(&mut server, "PUT", &path, body).await;
    let policy = MfaPolicy::new(EnforceMfa::Force);
    mfa.set_policy(&policy).await.unwrap();
    forgets.assert_async().await;
    let body = json!({
        "enforceMFAType": "Force", "allowRememberMyDevice": true, "mfaDeviceExpiration": 60,
    });
    let remembers = expect(&mut server, "PUT", &path, body).await;
    let policy = policy.remember_devices(MINUTE);
    mfa.set_policy(&policy).await.unwrap();
    remembers.assert_async().await;
}

#[tokio::test]
async fn a_policy_that_somebody_else_makes_meanwhile_is_changed() {
    let (mut server, environment) = server().await;
    let path = format!("{CONFIGURATIONS}/lockout-policy");
    let body = json!({ "enabled": true, "maxAttempts": 5 });
    let missing = server.mock("PATCH", &*path).with_status(404).expect(1);
    let missing = missing.create_async().await;
    let made = server.mock("POST", &*path).with_status(409).expect(1);
    let made = made.create_async().await;
    let changed = server.mock("PATCH", &*path);
    let changed = changed.match_body(Matcher::Json(body)).expect(1);
    let changed = changed.create_async().await;
    let lockout = environment.settings().lockout();
    lockout.set(&LockoutPolicy::after(5)).await.unwrap();
    for mock in [missing, made, changed] {
        mock.assert_async().await;
    }
}

#[tokio::test]
async fn a_404_that_is_about_the_caller_makes_no_policy() {
    let (mut server, environment) = server().await;
    let path = format!("{CONFIGURATIONS}/captcha-policy");
    let refusal = json!({ "errors": ["Not Found"], "errorCode": "ER-00004" });
    for method in ["GET", "PUT"] {
        let mock = server.mock(method, &*path).with_status(404);
        mock.with_body(refusal.to_string()).create_async().await;
    }
    let made = server.mock("POST", &*path).expect(0).create_async().await;
    let captcha = environment.settings().captcha();
    let policy = CaptchaPolicy::new("k", "S3NTINEL".into(), 0.5);
    let set = captcha.set(&policy).await.unwrap_err();
    let read = captcha.policy().await.unwrap_err();
    assert_eq!([set.kind(), read.kind()], [ErrorKind::NotFound; 2]);
    made.assert_async().await;
}

#[tokio::test]
async fn an_answer_without_members_says_that_nothing_is_set() {
    let (mut server, environment) = server().await;
    for body in ["", "{}"] {
        server.reset();
        let all = server.mock("GET", Matcher::Any).with_body(body);
        all.create_async().await;
        let settings = environment.settings();
        assert_eq!(settings.lockout().policy().await.unwrap(), None);
        assert_eq!(settings.mfa().policy().await.unwrap(), None);
        assert_eq!(settings.passwords().history().await.unwrap(), None);
        assert_eq!(settings.passwords().rotation().await.unwrap(), None);
        assert!(settings.captcha().policy().await.unwrap().is_none());
        assert!(settings.email().provider().await.unwrap().is_none());
        assert!(settings.sms().provider().await.unwrap().is_none());
        assert_eq!(settings.sms_templates().get("x").await.unwrap(), None);
        assert_eq!(settings.jwt_targeting().rules().await.unwrap(), None);
        let limits = settings.sessions().limits().await.unwrap();
        assert_eq!(limits, SessionLimits::new());
    }
}

#[tokio::test]
async fn the_rules_of_tokens_are_tried_before_they_are_made() {
    let (mut server, environment) = server().await;
    let path = format!("{CONFIGURATIONS}/jwt-template-targeting");
    let body = json!({ "rules": [{
        "conditionLogic": "and",
        "conditions": [{
            "attribute": "tenantId", "negate": true, "op": "in_list", "value": { "list": ["t-1"] },
        }],
        "treatment": "gold",
    }]});
    let replace = server.mock("PUT", &*path).with_status(404).expect(1);
    let replace = replace.create_async().await;
    let make = expect(&mut server, "POST", &path, body).await;
    let condition = JwtCondition::in_list(JwtAttribute::TenantId, ["t-1"]).negate();
    let rules = [JwtRule::new("gold", [condition])];
    let targeting = environment.settings().jwt_targeting();
    targeting.set(&rules).await.unwrap();
    for mock in [replace, make] {
        mock.assert_async().await;
    }
}

#[tokio::test]
async fn an_account_that_sends_mails_is_a_payload_with_its_kind() {
    let (mut server, environment) = server().await;
    let path = "/identity/resources/mail/v2/configurations";
    let payload = json!({ "provider": "mailgun", "secret": "k", "domain": "d", "region": "eu" });
    let mailgun = expect(&mut server, "POST", path, json!({ "payload": payload })).await;
    let email = environment.settings().email();
    let provider = EmailProvider::Mailgun {
        api_key: "k".into(),
        domain: "d".to_owned(),
        region: MailgunRegion::Eu,
    };
    email.set(&provider).await.unwrap();
    mailgun.assert_async().await;
    let payload = json!({ "provider": "ses", "secret": "k", "id": "i", "region": "r" });
    let ses = expect(&mut server, "POST", path, json!({ "payload": payload })).await;
    let provider = EmailProvider::Ses {
        key_id: "i".to_owned(),
        secret_key: "k".into(),
        region: "r".to_owned(),
    };
    email.set(&provider).await.unwrap();
    ses.assert_async().await;
}

#[tokio::test]
async fn the_address_of_a_text_is_the_one_with_its_placeholders() {
    let (mut server, environment) = server().await;
    let path = "/identity/resources/mail/v1/configs/templates?type=MagicLink";
    let answer = json!([{
        "type": "MagicLink", "redirectURL": "https://a/1", "redirectURLPattern": "https://a/{{x}}",
        "successRedirectUrl": "https://b",
    }]);
    let list = server.mock("GET", path).with_body(answer.to_string());
    list.create_async().await;
    let templates = environment.settings().email_templates();
    let kind = EmailTemplateType::MagicLink;
    let template = templates.get(&kind).await.unwrap().unwrap();
    assert_eq!(template.redirect_url.as_deref(), Some("https://a/{{x}}"));
    assert_eq!(template.success_redirect_url.as_deref(), Some("https://b"));
}

#[tokio::test]
async fn a_change_has_no_member_that_was_not_said() {
    let (mut server, environment) = server().await;
    let settings = environment.settings();
    let path = "/identity/resources/sso/custom/v1/p-1";
    let custom = expect(&mut server, "PATCH", path, json!({ "scopes": "a b" })).await;
    let change = CustomSocialProviderChange::new().scopes(["a", "b"]);
    let logins = settings.custom_social_logins();
    logins.update(&"p-1".into(), &change).await.unwrap();
    custom.assert_async().await;

    let path = "/identity/resources/configurations/restrictions/v1/email-domain/config";
    let body = json!({ "active": false, "type": "ALLOW" });
    let domains = expect(&mut server, "POST", path, body).await;
    let rules = EmailDomainRules::by(DomainRestrictionType::Allow).off();
    settings.email_domains().set_rules(&rules).await.unwrap();
    domains.assert_async().await;
}

#[tokio::test]
async fn a_setting_of_a_tenant_names_it_in_a_header() {
    let (mut server, environment) = server().await;
    let tenant = environment.tenant("t-1").settings();
    let path = format!("{CONFIGURATIONS}/restrictions/ip/config");
    let ips = server
        .mock("POST", &*path)
        .match_header("frontegg-tenant-id", "t-1")
        .match_body(Matcher::Json(
            json!({ "isActive": true, "strategy": "BLOCK" }),
        ))
        .expect(1);
    let ips = ips.create_async().await;
    let rules = IpRestrictionRules::by(IpRestrictionStrategy::Block);
    tenant.ip_restrictions().set_rules(&rules).await.unwrap();
    ips.assert_async().await;
    let path = format!("{CONFIGURATIONS}/password-rotation");
    let rotation = server
        .mock("GET", &*path)
        .match_header("frontegg-tenant-id", "t-1")
        .with_status(404)
        .expect(1);
    let rotation = rotation.create_async().await;
    let passwords = environment.settings().passwords();
    let own = passwords.in_tenant(&"t-1".into());
    assert_eq!(own.rotation().await.unwrap(), None);
    rotation.assert_async().await;
}
