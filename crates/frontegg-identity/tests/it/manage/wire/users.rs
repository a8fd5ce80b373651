//! Users: secrets in bodies, which the emulator's journal hides, and answers that it does not give.

use frontegg_identity::manage::{
    Environment, MigratedUser, NewUser, PasswordHash, PasswordHashingType, RoleId, UserRoleChange,
    UserRoleChangeOutcome,
};
use frontegg_identity::{ErrorKind, Identity};
use mockito::{Matcher, Mock, Server, ServerGuard};
use serde_json::{Value, json};

const USERS: &str = "/identity/resources/users/v1";
const VENDOR: &str = "/identity/resources/vendor-only/users/v1";

async fn start() -> (ServerGuard, Environment) {
    crate::sentinel::watch();
    let mut server = Server::new_async().await;
    let token = json!({ "token": "A1", "expiresIn": 3600 });
    let vendor = server.mock("POST", "/auth/vendor");
    vendor.with_body(token.to_string()).create_async().await;
    let identity = Identity::builder(server.url()).build().unwrap();
    let environment = identity.environment("c", "s".into()).await.unwrap();
    (server, environment)
}

/// Answers a request with exactly this body.
async fn expect(
    server: &mut ServerGuard,
    (method, path): (&str, &str),
    body: Value,
    answer: &Value,
) -> Mock {
    let mock = server.mock(method, path).match_body(Matcher::Json(body));
    let mock = mock.with_body(answer.to_string());
    mock.create_async().await
}

#[tokio::test]
async fn passwords_go_in_the_clear_and_hashes_with_their_parameters() {
    let (mut server, environment) = start().await;
    let body = json!({ "email": "a@b.c", "password": "p", "provider": "local" });
    let create = ("POST", "/identity/resources/users/v2");
    let mock = expect(&mut server, create, body, &json!({ "id": "u-1" })).await;
    let ada = NewUser::with_email("a@b.c").password("p".into());
    let ada = ada.provider(frontegg_identity::manage::UserProvider::Local);
    let made = environment.users().create(&"t-1".into(), &ada).await;
    assert_eq!(made.unwrap().id.as_str(), "u-1");
    mock.assert_async().await;

    let parameters = json!({ "N": 16384, "r": 8, "p": 1, "keyLen": 64, "saltSeparator": "Bw==" });
    let body = json!({ "users": [{
        "tenantId": "t-1", "passwordHash": "h", "passwordHashType": "scrypt",
        "passwordHashConfig": parameters.to_string(), "authenticatorAppMfaSecret": "a",
        "phoneNumber": "+1555", "phoneNumberType": "mfa", "roleIds": ["r-1"],
        "emails": [
            { "email": "a@b.c", "primary": true, "verified": false },
            { "email": "d@e.f", "primary": false, "verified": true },
        ],
    }] });
    let bulk = ("POST", "/identity/resources/migrations/v2/local/bulk");
    let mock = expect(&mut server, bulk, body, &json!({ "migrationId": "m-1" })).await;
    let hash = PasswordHash::new(PasswordHashingType::Scrypt, "h".into());
    let ada = MigratedUser::new("t-1")
        .email("a@b.c")
        .verified_email("d@e.f")
        .password(hash.parameters(&parameters))
        .authenticator("a".into())
        .mfa_phone_number("+1555")
        .roles([&RoleId::from("r-1")]);
    let migrations = environment.migrations();
    let task = migrations.import_all(&[ada]).await.unwrap();
    assert_eq!(task.id(), "m-1");
    mock.assert_async().await;

    let body = json!({
        "tenantId": "t-1", "email": "a@b.c", "verifyUser": true,
        "passwordHash": "h", "passwordHashType": "bcrypt",
    });
    let one = ("POST", "/identity/resources/migrations/v1/local");
    let mock = expect(&mut server, one, body, &json!({ "id": "u-1" })).await;
    let ada = MigratedUser::new("t-1").verified_email("a@b.c");
    let ada = ada.password(PasswordHash::bcrypt("h".into()));
    migrations.import(&ada).await.unwrap();
    mock.assert_async().await;
}

#[tokio::test]
async fn what_a_change_of_roles_does_not_name_is_not_sent() {
    let (mut server, environment) = start().await;
    let path = format!("{VENDOR}/u-1/roles/bulk");
    let answer = json!({ "taskId": "k-1" });
    let body = json!({ "addRoleIds": ["r-1"] });
    let mock = expect(&mut server, ("PATCH", &path), body, &answer).await;
    let change = UserRoleChange::new().give([&RoleId::from("r-1")]);
    let users = environment.users();
    let outcome = users.change_roles(&"u-1".into(), &change).await.unwrap();
    let UserRoleChangeOutcome::Queued(task) = outcome else {
        panic!("the answer names a task");
    };
    assert_eq!(task.id(), "k-1");
    mock.assert_async().await;
}

#[tokio::test]
async fn groups_of_users_are_told_by_their_ids() {
    let (mut server, environment) = start().await;
    let mock = server.mock("GET", "/identity/resources/users/v3/groups");
    let mock = mock.match_query(Matcher::UrlEncoded("ids".into(), "u-1,u-2".into()));
    let mock = mock.match_header("frontegg-tenant-id", "t-1");
    let entry = json!({ "vendorId": "v", "tenantId": "t-1", "userId": "u-1", "groupIds": ["g-1"] });
    mock.with_body(json!([entry, { "groupIds": ["g-2"] }]).to_string())
        .create_async()
        .await;
    let users = environment.tenant("t-1").users();
    let groups = users.groups_of(&["u-1".into(), "u-2".into()]).await;
    let groups = groups.unwrap();
    assert_eq!((groups.len(), groups[0].user_id.as_str()), (1, "u-1"));
    assert_eq!(groups[0].group_ids[0].as_str(), "g-1");
}

#[tokio::test]
async fn a_task_that_is_not_named_cannot_be_waited_for() {
    let (mut server, environment) = start().await;
    let ada = || NewUser::with_email("a@b.c");
    let invite = "/identity/resources/users/bulk/v1/invite";
    let bulk = "/identity/resources/migrations/v2/local/bulk";
    for path in [invite, bulk] {
        let mock = server.mock("POST", path).with_body("{}");
        mock.with_status(202).create_async().await;
    }
    let error = environment.users().invite(&"t-1".into(), [ada()]).await;
    let error = error.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreadable);
    assert_eq!(
        (error.status(), error.body()),
        (Some(202), Some(&b"{}"[..]))
    );
    let user = MigratedUser::new("t-1").email("a@b.c");
    let error = environment.migrations().import_all(&[user]).await;
    assert_eq!(error.unwrap_err().operation(), Some("migrate_users"));
    let named = json!({ "taskId": "k-1" });
    let mock = server.mock("POST", invite).with_body(named.to_string());
    mock.create_async().await;
    let task = environment.users().invite(&"t-1".into(), [ada()]).await;
    assert_eq!(task.unwrap().id(), "k-1");
}

#[tokio::test]
async fn an_answer_about_a_password_has_several_forms() {
    let (mut server, environment) = start().await;
    let path = format!("{VENDOR}/passwords/verify");
    let body = json!({ "email": "a@b.c", "password": "p" });
    for (answer, right) in [
        (json!(true), Some(true)),
        (json!({ "valid": false }), Some(false)),
        (json!({ "id": "u-1", "verified": false }), Some(true)),
        (json!({}), None),
    ] {
        let mock = expect(&mut server, ("POST", &path), body.clone(), &answer).await;
        let users = environment.users();
        let told = users.verify_password("a@b.c", &"p".into()).await;
        match (told, right) {
            (Ok(told), right) => assert_eq!(Some(told), right, "{answer}"),
            (Err(error), None) => assert_eq!(error.kind(), ErrorKind::Unreadable),
            (Err(error), _) => panic!("{answer}: {error}"),
        }
        mock.remove_async().await;
    }
}

#[tokio::test]
async fn a_user_without_most_members_is_a_user() {
    let (mut server, environment) = start().await;
    let bare = json!({
        "id": "u-1", "name": null, "verified": null, "metadata": null, "lastLogin": null,
        "tenants": [{ "isDisabled": true }, { "tenantId": "t-1" }], "managedBy": "zzNew",
    });
    let mock = server.mock("GET", &*format!("{USERS}/u-1"));
    mock.with_body(bare.to_string()).create_async().await;
    let users = environment.users();
    let user = users.get_in_tenant(&"t-1".into(), &"u-1".into()).await;
    let user = user.unwrap();
    assert_eq!(
        (user.name, user.is_verified, user.metadata),
        (None, None, None)
    );
    assert_eq!(user.memberships.len(), 1);
    assert_eq!(user.memberships[0].is_disabled, None);
    assert_eq!(user.managed_by.unwrap().as_str(), "zzNew");
}

/// F5: a deletion that worked failed to be decoded, since its answer was `{}` or a text.
#[tokio::test]
async fn f5_a_call_without_an_answer_takes_every_success() {
    let (mut server, environment) = start().await;
    let users = environment.users();
    for status in [200, 201, 202, 204] {
        for body in [
            "",
            "{}",
            "null",
            "OK",
            "\u{feff}",
            "\u{feff}{}",
            "<p>done</p>",
        ] {
            let delete = server.mock("DELETE", &*format!("{USERS}/u-1"));
            let delete = delete
                .with_status(status)
                .with_body(body)
                .create_async()
                .await;
            let lock = server.mock("POST", &*format!("{USERS}/u-1/lock"));
            let lock = lock
                .with_status(status)
                .with_body(body)
                .create_async()
                .await;
            users.delete(&"u-1".into()).await.unwrap();
            users.lock(&"u-1".into()).await.unwrap();
            delete.assert_async().await;
            lock.assert_async().await;
        }
    }
}
