//! The types of settings.

use std::time::Duration;

use frontegg_identity::manage::*;
use frontegg_identity::{Identity, Secret};
use mockito::{Matcher, Request, Server};
use serde_json::json;

use crate::public::{Shown, names_of};

const HIDDEN: &str = "S3NTINEL";

/// Answers that hold a secret wherever one can stand.
fn answer(request: &Request) -> Vec<u8> {
    let path = request.path();
    let answer = match path {
        "/auth/vendor" => json!({ "token": HIDDEN, "expiresIn": 3600 }),
        path if path.ends_with("/jwt-templates/v1/t-1") => json!({
            "id": "t-1", "key": "gold", "templateSchema": { "claims": { "note": HIDDEN } },
        }),
        path if path.ends_with("/jwt-template-targeting") => json!({
            "id": "t-1",
            "targeting": { "rules": [{
                "treatment": "gold",
                "conditions": [{ "attribute": "userEmail", "op": "in_list", "value": [HIDDEN] }],
            }] },
        }),
        path if path.ends_with("/mail/v1/configurations") => json!({
            "provider": "ses", "secret": HIDDEN,
            "extension": [{ "extensionName": "id", "extensionValue": HIDDEN }],
        }),
        path if path.ends_with("/email-domain") => json!({
            "items": [{ "id": "d-1", "domain": "example.com", "type": "ALLOW" }],
        }),
        path if path.ends_with("/restrictions/ip") => json!({
            "items": [{ "id": "r-1", "ip": "192.0.2.1", "strategy": "ALLOW" }],
            "_metadata": { "totalPages": 1 },
        }),
        path if path.ends_with("/sms/templates/Code") => json!({ "type": "Code", "note": HIDDEN }),
        path if path.ends_with("/sso/custom/v1") => json!({
            "providers": [{ "id": "p-1", "type": "custom", "secret": HIDDEN }],
        }),
        path if path.ends_with("/sso/v2") => json!([
            { "type": "google", "options": { "key": HIDDEN }, "secret": HIDDEN },
        ]),
        path if path.ends_with("/sign-up/strategies") => json!([{ "strategy": "email" }]),
        _ => json!({
            "jwtSecret": HIDDEN, "secretKey": HIDDEN, "token": HIDDEN, "siteKey": "k",
            "enabled": true, "isActive": true, "provider": "twilio",
        }),
    };
    answer.to_string().into_bytes()
}

async fn of_environment(settings: &Settings, shown: &mut Shown) {
    shown.show(settings);
    let identity = settings.identity();
    shown.show(&identity);
    shown.show(&identity.read().await.unwrap());
    shown.show(&identity.basics().await.unwrap());
    shown.show(&IdentityChange::new().allow_sign_ups(true));
    let captcha = settings.captcha();
    shown.show(&captcha);
    shown.show(&captcha.policy().await.unwrap().unwrap());
    let templates = settings.jwt_templates();
    shown.show(&templates);
    shown.show(&templates.get(&"t-1".into()).await.unwrap());
    shown.show(&JwtTemplateQuery::new());
    let claims = JsonObject::new().with("note", HIDDEN);
    shown.show(&claims);
    let life = Duration::from_secs(60);
    shown.show(&NewJwtTemplate::new("k", "n", life, claims.clone()));
    shown.show(&JwtTemplateChange::new().claims(claims));
    let targeting = settings.jwt_targeting();
    shown.show(&targeting);
    let rules = targeting.rules().await.unwrap().unwrap();
    shown.show(&rules);
    shown.show(&rules.rules[0]);
    shown.show(&rules.rules[0].conditions[0]);
}

fn of_policies(settings: &Settings, shown: &mut Shown) {
    shown.show(&settings.mfa());
    let app = AppFactor {
        is_active: true,
        service_name: "Acme".to_owned(),
    };
    let sms = SmsFactor {
        is_active: true,
        code_life: Duration::ZERO,
    };
    let email = EmailFactor {
        is_active: true,
        code_life: Duration::ZERO,
        sender: "a@b.c".to_owned(),
    };
    shown.show(&app);
    shown.show(&sms);
    shown.show(&email);
    shown.show(&MfaFactors::new().app(app).sms(sms).email(email));
    shown.show(&settings.passwords());
    shown.show(&PasswordRules::new());
    shown.show(&PasswordTests::default());
    shown.show(&PasswordHistory::of(1));
    shown.show(&PasswordRotation::every(Duration::ZERO));
    shown.show(&settings.lockout());
    shown.show(&LockoutPolicy::after(1));
    shown.show(&settings.sessions());
    let limits = SessionLimits::new().idle(Duration::ZERO).concurrent(1);
    shown.show(&limits.idle.unwrap());
    shown.show(&limits.concurrent.unwrap());
    shown.show(&limits);
    shown.show(&settings.user_emails());
}

async fn of_messages(settings: &Settings, shown: &mut Shown) {
    let email = settings.email();
    shown.show(&email);
    shown.show(&email.provider().await.unwrap().unwrap());
    shown.show(&EmailProvider::SendGrid {
        api_key: HIDDEN.into(),
    });
    shown.show(&settings.email_templates());
    shown.show(&EmailTemplate::new(EmailTemplateType::MagicLink));
    let sms = settings.sms();
    shown.show(&sms);
    shown.show(&sms.provider().await.unwrap().unwrap());
    let texts = settings.sms_templates();
    shown.show(&texts);
    shown.show(&texts.get("Code").await.unwrap().unwrap());
}

async fn of_lists(settings: &Settings, tenant: &TenantSettings, shown: &mut Shown) {
    let domains = settings.email_domains();
    shown.show(&domains);
    shown.show(&domains.list().all().await.unwrap()[0]);
    shown.show(&EmailDomainRules::by(DomainRestrictionType::Allow));
    shown.show(tenant);
    let ips = tenant.ip_restrictions();
    shown.show(&ips);
    shown.show(&ips.list().all().await.unwrap()[0]);
    let list = IpRestrictionStrategy::Allow;
    shown.show(&IpRestrictionRules::by(list.clone()));
    shown.show(&NewIpRestriction::new("192.0.2.1", list));
}

async fn of_logins(identity: &Identity, settings: &Settings, shown: &mut Shown) {
    let social = settings.social_logins();
    shown.show(&social);
    shown.show(&social.list().await.unwrap()[0]);
    let google = SocialLoginProviderType::Google;
    let new = NewSocialProvider::new(&google).client("c", HIDDEN.into());
    shown.show(&new.member("key", HIDDEN));
    let custom = settings.custom_social_logins();
    shown.show(&custom);
    shown.show(&custom.list().await.unwrap()[0]);
    shown.show(&CustomSocialProviderChange::new().client_secret(HIDDEN.into()));
    shown.show(&NewCustomSocialProvider {
        is_active: true,
        display_name: String::new(),
        client_id: String::new(),
        client_secret: Secret::from(HIDDEN),
        authorization_url: String::new(),
        token_url: String::new(),
        user_info_url: String::new(),
        redirect_url: String::new(),
        logo_url: String::new(),
        scopes: Vec::new(),
    });
    let page = identity.login_page();
    shown.show(&page);
    shown.show(&page.captcha().await.unwrap());
    shown.show(&page.configuration().await.unwrap());
    shown.show(&page.strategies().await.unwrap());
    shown.show(&page.sign_up_strategies().await.unwrap()[0]);
}

fn of_names(shown: &mut Shown) {
    shown.show(&CookieSameSite::Lax);
    shown.show(&DomainRestrictionType::Allow);
    shown.show(&EmailProviderKind::Ses);
    shown.show(&EmailTemplateType::MagicLink);
    shown.show(&IdentifierType::Email);
    shown.show(&IpRestrictionStrategy::Allow);
    shown.show(&JwtAlgorithm::Rs256);
    shown.show(&JwtAttribute::UserId);
    shown.show(&JwtComparison::InList);
    shown.show(&JwtTemplateField::Key);
    shown.show(&MachineToMachineAuthStrategy::AccessToken);
    shown.show(&MailgunRegion::Eu);
    shown.show(&MainAuthStrategy::Code);
    shown.show(&PasswordRecovery::Sms);
    shown.show(&SecondaryAuthStrategy::Passkeys);
    shown.show(&SocialLoginProviderType::Google);
}

pub(super) async fn show(shown: &mut Shown) {
    crate::sentinel::watch();
    let mut server = Server::new_async().await;
    for method in ["GET", "POST"] {
        let mock = server.mock(method, Matcher::Any);
        mock.with_body_from_request(answer).create_async().await;
    }
    let identity = Identity::builder(server.url()).build().unwrap();
    let environment = identity.environment("c", HIDDEN.into()).await.unwrap();
    let settings = environment.settings();
    let tenant = environment.tenant("t-1").settings();
    of_environment(&settings, shown).await;
    of_policies(&settings, shown);
    of_messages(&settings, shown).await;
    of_lists(&settings, &tenant, shown).await;
    of_logins(&identity, &settings, shown).await;
    of_names(shown);
    shown.show(&CustomSocialProviderId::from("p-1"));
    shown.show(&EmailDomainId::from("d-1"));
    shown.show(&EmailTemplateId::from("e-1"));
    shown.show(&IpRestrictionId::from("r-1"));
    shown.show(&JwtTemplateId::from("t-1"));
}

#[tokio::test]
async fn every_type_of_settings_hides_its_secrets() {
    let mut shown = Shown::default();
    show(&mut shown).await;
    let names = names_of(include_str!("../../../../src/manage/settings/mod.rs"));
    let missing: Vec<_> = names.difference(&shown.names).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
