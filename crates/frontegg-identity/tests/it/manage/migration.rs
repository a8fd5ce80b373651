//! Users are brought in from a former system.

use std::time::Duration;

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{
    Auth0Account, MigratedUser, PasswordHash, PasswordHashingType, TaskState, UserProvider,
};
use serde_json::json;

use crate::world::{ADA, APP, World, challenge, session};

const BOB: &str = "bob@example.com";
const EVE: &str = "eve@example.com";
/// SHA-256 of the password of the tests.
const HASH: &str = "0e595031ef0dfff94b8c4145aa7a6f7e673b0c02abd5dfb026a71a42216c4667";

fn hash() -> PasswordHash {
    PasswordHash::new(PasswordHashingType::Sha256, HASH.into())
}

#[tokio::test]
async fn a_user_keeps_password_and_second_factor() {
    let world = World::new().await;
    let migrations = world.manager().await.migrations();
    let bob = MigratedUser::new("t-1")
        .verified_email(BOB)
        .name("Bob")
        .username("bob")
        .password(hash())
        .authenticator(APP.into())
        .phone_number("+15550100")
        .picture_url("https://example.com/bob")
        .provider(UserProvider::Google)
        .external_id("e-1")
        .metadata(json!({ "a": 1 }))
        .vendor_metadata(json!({ "b": 2 }));
    let made = migrations.import(&bob).await.unwrap();
    assert_eq!(made.email.as_deref(), Some(BOB));
    assert_eq!(made.is_verified, Some(true));
    assert_eq!(made.provider.as_deref(), Some("google"));
    assert_eq!(made.external_id.as_deref(), Some("e-1"));
    assert_eq!(made.phone_number.as_deref(), Some("+15550100"));
    let challenge = challenge(world.sign_in(BOB).await.unwrap());
    let app = challenge.authenticators().next().unwrap();
    session(app.verify(&world.app_code()).await.unwrap());
}

#[tokio::test]
async fn a_single_user_has_one_address() {
    let world = World::new().await;
    let migrations = world.manager().await.migrations();
    let nobody = MigratedUser::new("t-1").username("bob");
    let both = MigratedUser::new("t-1").email(BOB).email(EVE);
    for user in [nobody, both] {
        let refused = migrations.import(&user).await.unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::Input);
    }
}

#[tokio::test]
async fn many_users_come_in_and_the_report_tells_of_each_who_did_not() {
    let world = World::new().await;
    let environment = world.manager().await;
    let migrations = environment.migrations();
    let bob = MigratedUser::new("t-1")
        .verified_email(BOB)
        .email("bob@b.c");
    let eve = MigratedUser::new("t-2")
        .email(EVE)
        .mfa_phone_number("+15550101");
    let ada = MigratedUser::new("t-1").email(ADA);
    let users = [bob.password(hash()), eve, ada];
    let task = migrations.import_all(&users).await.unwrap();
    let report = task.status().await.unwrap();
    assert_eq!(report.state, TaskState::InProgress);
    let task = migrations.migration(task.id());
    let report = task.wait(Duration::ZERO).await.unwrap();
    assert_eq!(report.state, TaskState::Completed);
    assert_eq!(report.as_json()["migratedUsers"], 2);
    assert_eq!(report.as_json()["errors"][0]["email"], ADA);
    session(world.sign_in(BOB).await.unwrap());
    let users = environment.users();
    let eve = users.get_by_email(EVE).await.unwrap();
    assert_eq!((eve.has_mfa, eve.phone_number), (Some(true), None));

    let unknown = migrations.migration("none").wait(Duration::ZERO).await;
    assert_eq!(unknown.unwrap_err().kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn nobody_is_brought_in_along_with_a_user_who_cannot_be() {
    let world = World::new().await;
    let migrations = world.manager().await.migrations();
    let bob = MigratedUser::new("t-1").email(BOB);
    let long = MigratedUser::new("t-1").username("x".repeat(129));
    let refused = migrations.import_all(&[bob, long]).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Input);
    let path = "/identity/resources/migrations/v2/local/bulk";
    assert_eq!(world.count("POST", path), 0);
}

#[tokio::test]
async fn an_account_at_auth0_is_imported_from() {
    let world = World::new().await;
    let migrations = world.manager().await.migrations();
    let account = Auth0Account::new("acme.eu.auth0.com", "c-1", "S3NTINEL".into(), "tenant");
    migrations.import_from_auth0(&account).await.unwrap();
    let path = "/identity/resources/migrations/v1/auth0";
    let body = world.last("POST", path).body;
    assert_eq!(body["tenantIdFieldName"], "tenant");
    assert_eq!(body.get("isTenantIdOnUserMetadata"), None);
    let account = account.in_user_metadata();
    migrations.import_from_auth0(&account).await.unwrap();
    let body = world.last("POST", path).body;
    assert_eq!(body["isTenantIdOnUserMetadata"], true);
}

#[tokio::test]
async fn the_older_route_takes_many_users_with_one_address_each() {
    let world = World::new().await;
    let migrations = world.manager().await.migrations();
    let users = [BOB, EVE].map(|email| MigratedUser::new("t-1").verified_email(email));
    let users = users.map(|user| user.password(hash()));
    let task = migrations.import_all_v1(&users).await.unwrap();
    let report = task.wait(Duration::ZERO).await.unwrap();
    assert_eq!(report.state, TaskState::Completed);
    for email in [BOB, EVE] {
        session(world.sign_in(email).await.unwrap());
    }
    let nobody = [MigratedUser::new("t-1").username("bob")];
    let refused = migrations.import_all_v1(&nobody).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Input);
}
