//! Sources of users outside Frontegg.

use std::slice::from_ref;

use frontegg_identity::manage::{
    ApplicationId, Auth0Source, CognitoSource, CustomCodeSource, CustomCodeTenant,
    FederationProvider, FederationSource, FirebaseKey, FirebaseSource, FirebaseTenant,
    NewUserSource, OauthEndpoints, SourceTenant, UserSource, UserSourceChange, UserSourceKind,
    UserSourceSettings,
};
use frontegg_identity::{ErrorKind, Secret};
use serde_json::{Value, json};

use crate::world::World;

/// A key file as Google hands it out, with a planted key.
pub(crate) fn key_file() -> Value {
    json!({
        "type": "service_account", "project_id": "p-1", "private_key_id": "k-1",
        "private_key": "S3NTINEL", "client_email": "robot@p-1.example.com", "client_id": "1",
        "auth_uri": "https://accounts.example.com/auth",
        "token_uri": "https://accounts.example.com/token",
        "auth_provider_x509_cert_url": "https://accounts.example.com/certs",
        "client_x509_cert_url": "https://accounts.example.com/robot",
        "universe_domain": "googleapis.com",
    })
}

/// One of each kind, with the name of its route.
pub(crate) fn sources() -> [(&'static str, UserSourceSettings); 5] {
    let tenant = SourceTenant::Fixed("t-1".into());
    let auth0 = Auth0Source::new("acme.example.com", "c-1", "S3NTINEL".into(), tenant);
    let cognito = CognitoSource::new(
        ("eu-west-1", "pool-1"),
        "c-1",
        ("key-1", "S3NTINEL".into()),
        SourceTenant::New,
    );
    let key = Secret::from(key_file().to_string());
    let key = FirebaseKey::from_key_file(&key).unwrap();
    let firebase = FirebaseSource::new("S3NTINEL".into(), key, FirebaseTenant::New);
    let code = CustomCodeSource::new("\"S3NTINEL\"", CustomCodeTenant::FromScript);
    let federation = FederationSource::new(
        FederationProvider::Discovery("https://idp.example.com/well-known".to_owned()),
        "c-1",
        "S3NTINEL".into(),
        SourceTenant::FromAttribute("tenant".to_owned()),
    );
    [
        ("external/auth0", auth0.migrating().into()),
        (
            "external/cognito",
            cognito.client_secret("S3NTINEL".into()).into(),
        ),
        ("external/firebase", firebase.syncing().into()),
        (
            "external/custom-code",
            code.user_script("\"S3NTINEL\"").into(),
        ),
        ("federation", federation.syncing().into()),
    ]
}

fn settings(source: &UserSource) -> Value {
    serde_json::from_str(source.settings.as_ref().unwrap().expose()).unwrap()
}

#[tokio::test]
async fn each_kind_of_source_is_made_changed_and_deleted() {
    let world = World::new().await;
    let sources = world.manager().await.user_sources();
    for (route, settings) in self::sources() {
        let kind = settings.kind();
        let source = NewUserSource::new("Old users", 3, settings.clone());
        let source = source.description("Who were there before");
        let made = sources.create(&source).await.unwrap();
        assert!(route.ends_with(made.kind.as_deref().unwrap()), "{route}");
        assert!(made.settings.is_none());
        let change = UserSourceChange::of(kind)
            .name("New users")
            .description("Who came later")
            .position(4);
        sources.update(&made.id, &change).await.unwrap();
        let read = sources.get(&made.id).await.unwrap();
        assert_eq!(read.name.as_deref(), Some("New users"));
        assert_eq!(read.description.as_deref(), Some("Who came later"));
        assert_eq!(read.position, Some(4));
        let before = self::settings(&read);
        sources
            .update(&made.id, &UserSourceChange::to(settings))
            .await
            .unwrap();
        let path = format!("/identity/resources/user-sources/v1/{route}/{}", made.id);
        let sent = world.last("PUT", &path);
        assert!(sent.body.get("configuration").is_some());
        assert!(sent.body.get("name").is_none());
        let read = sources.get(&made.id).await.unwrap();
        assert_eq!(self::settings(&read), before);
        assert_eq!(read.name.as_deref(), Some("New users"));
        sources.delete(&made.id).await.unwrap();
        let gone = sources.get(&made.id).await.unwrap_err();
        assert_eq!(gone.kind(), ErrorKind::NotFound);
    }
}

#[tokio::test]
async fn a_source_of_another_kind_is_not_found() {
    let world = World::new().await;
    let sources = world.manager().await.user_sources();
    let [(_, auth0), ..] = self::sources();
    let made = sources.create(&NewUserSource::new("A", 1, auth0)).await;
    let change = UserSourceChange::of(UserSourceKind::Cognito).name("B");
    let error = sources
        .update(&made.unwrap().id, &change)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert_eq!(error.operation(), Some("update_cognito_user_source"));
}

#[tokio::test]
async fn applications_use_a_source_until_it_is_taken_from_them() {
    let world = World::new().await;
    let application = ApplicationId::from(world.emulator.settings().application_id);
    let sources = world.manager().await.user_sources();
    let [(_, auth0), ..] = self::sources();
    let source = NewUserSource::new("A", 1, auth0).applications([&application]);
    let made = sources.create(&source).await.unwrap();
    assert_eq!(made.application_ids, from_ref(&application));
    sources.unassign(&made.id, [&application]).await.unwrap();
    let read = sources.get(&made.id).await.unwrap();
    assert!(read.application_ids.is_empty());
    sources.assign(&made.id, [&application]).await.unwrap();
    let list = sources.list().await.unwrap();
    assert_eq!(list[0].application_ids, [application]);
    assert_eq!((list.len(), list[0].user_count), (1, Some(0)));
    let users = sources.users(&made.id).await.unwrap();
    assert!(users.items.is_empty() && users.is_complete());
}

#[tokio::test]
async fn a_provider_without_a_discovery_document_is_named_by_its_addresses() {
    let world = World::new().await;
    let sources = world.manager().await.user_sources();
    let at = |page: &str| format!("https://idp.example.com/{page}");
    let endpoints = OauthEndpoints::new(at("authorize"), at("token"), at("me"))
        .scopes(["openid"])
        .grant_types(["authorization_code"]);
    let provider = FederationProvider::Endpoints(endpoints);
    let tenant = SourceTenant::New;
    let federation = FederationSource::new(provider, "c-1", "S3NTINEL".into(), tenant);
    let source = NewUserSource::new("A", 1, federation);
    let made = sources.create(&source).await.unwrap();
    let settings = settings(&sources.get(&made.id).await.unwrap());
    let expected = json!({
        "authorizationUrl": at("authorize"), "tokenUrl": at("token"), "userInfoUrl": at("me"),
        "scopes": ["openid"], "grantTypes": ["authorization_code"],
    });
    assert_eq!(settings["oauth2Config"], expected);
    assert_eq!(settings.get("wellknownUrl"), None);
}

#[test]
fn what_is_no_key_file_is_not_quoted() {
    let mut without_key = key_file();
    without_key["private_key"].take();
    for file in [
        "S3NTINEL".to_owned(),
        "[\"S3NTINEL\"]".to_owned(),
        without_key.to_string(),
    ] {
        let error = FirebaseKey::from_key_file(&file.into()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Input);
        crate::sentinel::assert_clean(&format!("{error:?} {error}"));
    }
}
