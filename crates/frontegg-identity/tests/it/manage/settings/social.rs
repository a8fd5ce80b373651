//! Logins through other providers.

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{
    CustomSocialProviderChange, NewCustomSocialProvider, NewSocialProvider, SocialLoginProviderType,
};

use super::settings;

fn provider() -> NewCustomSocialProvider {
    NewCustomSocialProvider {
        is_active: true,
        display_name: "Acme ID".to_owned(),
        client_id: "c-1".to_owned(),
        client_secret: "S3NTINEL".into(),
        authorization_url: "https://id.acme.example/authorize".to_owned(),
        token_url: "https://id.acme.example/token".to_owned(),
        user_info_url: "https://id.acme.example/me".to_owned(),
        redirect_url: "https://acme.example/back".to_owned(),
        logo_url: "https://id.acme.example/logo.png".to_owned(),
        scopes: ["openid", "email"].map(str::to_owned).to_vec(),
    }
}

#[tokio::test]
async fn a_social_login_is_set_up_with_a_client_of_ones_own() {
    let (world, settings) = settings().await;
    let logins = settings.social_logins();
    let google = SocialLoginProviderType::Google;
    let new = NewSocialProvider::new(&google)
        .client("c-1", "S3NTINEL".into())
        .redirect_url("https://acme.example/back")
        .additional_scopes(["calendar"])
        .member("backendRedirectUrl", "https://acme.example/there");
    logins.set(&new).await.unwrap();
    let all = logins.list().await.unwrap();
    assert_eq!(all.len(), 1);
    let one = &all[0];
    assert_eq!((&one.kind, one.is_active), (&google, true));
    assert_eq!(one.client_id.as_deref(), Some("c-1"));
    assert_eq!(one.is_customised, Some(true));
    assert_eq!(one.additional_scopes, ["calendar"]);
    let back = one.backend_redirect_url.as_deref();
    assert_eq!(back, Some("https://acme.example/there"));
    let sent = world.last("POST", "/identity/resources/sso/v1");
    assert!(sent.body.get("secret").is_some());
    logins
        .set(&NewSocialProvider::new(&google).off())
        .await
        .unwrap();
    let all = logins.list().await.unwrap();
    assert_eq!((all.len(), all[0].is_active), (1, false));
    assert_eq!(all[0].client_id, None);
}

#[tokio::test]
async fn a_custom_social_login_is_added_changed_and_deleted() {
    let (world, settings) = settings().await;
    let logins = settings.custom_social_logins();
    logins.create(&provider()).await.unwrap();
    let all = logins.list().await.unwrap();
    assert_eq!(all.len(), 1);
    let made = all[0].clone();
    assert_eq!(made.kind.as_deref(), Some("custom"));
    assert_eq!(made.scopes, ["openid", "email"]);
    assert_eq!(made.token_url, Some(provider().token_url));
    let change = CustomSocialProviderChange::new().active(false);
    logins.update(&made.id, &change).await.unwrap();
    let mut hidden = made.clone();
    hidden.is_active = false;
    assert_eq!(logins.list().await.unwrap(), [hidden.clone()]);
    let page = world.identity.login_page();
    assert_eq!(page.custom_social_providers().await.unwrap(), [hidden]);
    logins.delete(&made.id).await.unwrap();
    assert_eq!(logins.list().await.unwrap(), []);
    let gone = logins.update(&made.id, &change).await.unwrap_err();
    assert_eq!(gone.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn every_member_of_a_custom_social_login_can_be_changed() {
    let (_world, settings) = settings().await;
    let logins = settings.custom_social_logins();
    logins.create(&provider()).await.unwrap();
    let id = logins.list().await.unwrap().remove(0).id;
    let change = CustomSocialProviderChange::new()
        .display_name("n")
        .client_id("c")
        .client_secret("S3NTINEL".into())
        .authorization_url("https://a")
        .token_url("https://t")
        .user_info_url("https://u")
        .redirect_url("https://r")
        .logo_url("https://l")
        .scopes(["x", "y"]);
    logins.update(&id, &change).await.unwrap();
    let now = logins.list().await.unwrap().remove(0);
    let texts = [
        now.display_name,
        now.client_id,
        now.authorization_url,
        now.token_url,
        now.user_info_url,
        now.redirect_url,
        now.logo_url,
    ];
    let wanted = [
        "n",
        "c",
        "https://a",
        "https://t",
        "https://u",
        "https://r",
        "https://l",
    ];
    assert_eq!(texts.map(Option::unwrap), wanted);
    assert_eq!((now.scopes.len(), now.is_active), (2, true));
}
