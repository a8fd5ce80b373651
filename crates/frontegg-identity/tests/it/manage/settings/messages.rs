//! Who sends mails and SMS, and what they say.

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{
    EmailProvider, EmailProviderKind, EmailTemplate, EmailTemplateId, EmailTemplateType,
    JsonObject, MailgunRegion, SmsProvider,
};
use serde_json::json;

use super::settings;

#[tokio::test]
async fn mails_go_through_an_account_of_the_environments_own() {
    let (_world, settings) = settings().await;
    let email = settings.email();
    assert!(email.provider().await.unwrap().is_none());
    let (domain, region) = ("mail.acme.example".to_owned(), "eu-west-1".to_owned());
    let providers = [
        EmailProvider::SendGrid {
            api_key: "S3NTINEL".into(),
        },
        EmailProvider::Ses {
            key_id: "k-1".to_owned(),
            secret_key: "S3NTINEL".into(),
            region: region.clone(),
        },
        EmailProvider::SesRole {
            role: "S3NTINEL".into(),
            region,
        },
        EmailProvider::Mailgun {
            api_key: "S3NTINEL".into(),
            domain: domain.clone(),
            region: MailgunRegion::Eu,
        },
    ];
    let mut kinds = Vec::new();
    for provider in &providers {
        email.set(provider).await.unwrap();
        let now = email.provider().await.unwrap().unwrap();
        assert_eq!(now.secret.unwrap().expose(), "S3NTINEL");
        kinds.push(now.kind);
    }
    let (ses, role) = (EmailProviderKind::Ses, EmailProviderKind::SesRole);
    let (first, last) = (EmailProviderKind::SendGrid, EmailProviderKind::Mailgun);
    assert_eq!(kinds, [first, ses, role, last]);
    let now = email.provider().await.unwrap().unwrap();
    assert_eq!(now.settings["domain"], domain);
    assert_eq!(now.settings["region"], "eu");
    email.delete().await.unwrap();
    assert!(email.provider().await.unwrap().is_none());
}

#[tokio::test]
async fn a_text_of_a_mail_starts_from_the_services_own() {
    let (_world, settings) = settings().await;
    let templates = settings.email_templates();
    let kind = EmailTemplateType::MagicLink;
    assert_eq!(templates.get(&kind).await.unwrap(), None);
    let mut template = templates.default_text(&kind).await.unwrap();
    template.subject = Some("Your way in".to_owned());
    template.redirect_url = Some("https://acme.example/{{token}}".to_owned());
    templates.set(&template).await.unwrap();
    assert_eq!(templates.get(&kind).await.unwrap(), Some(template.clone()));
    let other = EmailTemplate::new(EmailTemplateType::UnlockUser);
    templates.set(&other).await.unwrap();
    assert_eq!(templates.list().await.unwrap().len(), 2);
    assert_eq!(templates.get(&kind).await.unwrap(), Some(template));
    // The emulator takes the occasion for the id.
    let id = EmailTemplateId::from(kind.as_str());
    templates.delete(&id).await.unwrap();
    assert_eq!(templates.get(&kind).await.unwrap(), None);
}

#[tokio::test]
async fn a_text_of_more_than_a_million_characters_is_not_sent() {
    let (_world, settings) = settings().await;
    let mut template = EmailTemplate::new(EmailTemplateType::MagicLink);
    template.html = Some("x".repeat(1_000_001));
    let error = settings.email_templates().set(&template).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Input);
    assert_eq!(error.operation(), Some("set_email_template"));
}

#[tokio::test]
async fn sms_go_through_an_account_of_the_environments_own() {
    let (_world, settings) = settings().await;
    let sms = settings.sms();
    assert!(sms.provider().await.unwrap().is_none());
    let account = SmsProvider::new("twilio", "a-1", "S3NTINEL".into());
    let account = account.sender("Acme").service_id("s-1").channel("sms");
    sms.set(&account).await.unwrap();
    let now = sms.provider().await.unwrap().unwrap();
    assert_eq!(
        (now.provider, now.account_id),
        (account.provider, account.account_id)
    );
    assert_eq!(
        (now.sender, now.service_id),
        (account.sender, account.service_id)
    );
    assert_eq!(now.channel, account.channel);
    assert_eq!(now.token.unwrap().expose(), "S3NTINEL");
    sms.delete().await.unwrap();
    assert!(sms.provider().await.unwrap().is_none());
}

#[tokio::test]
async fn a_text_of_an_sms_takes_the_place_of_the_services_own() {
    let (_world, settings) = settings().await;
    let templates = settings.sms_templates();
    let kinds = templates.defaults().await.unwrap();
    let kind = kinds[0].kind.clone().unwrap();
    assert_eq!(templates.get(&kind).await.unwrap(), None);
    let own = templates.default_text(&kind).await.unwrap();
    let members = own.members.with("template", "{{code}} is your code");
    templates.set(&kind, &members).await.unwrap();
    let now = templates.get(&kind).await.unwrap().unwrap();
    assert_eq!(now.kind.as_deref(), Some(kind.as_str()));
    let text = now.members.get("template");
    assert_eq!(text, Some(&json!("{{code}} is your code")));
    assert_eq!(templates.list().await.unwrap(), [now]);
    templates.delete(&kind).await.unwrap();
    assert_eq!(templates.list().await.unwrap(), []);
    let unknown = templates.delete(&kind).await.unwrap_err();
    assert_eq!(unknown.kind(), ErrorKind::NotFound);
    assert!(JsonObject::new().members().is_empty());
}
