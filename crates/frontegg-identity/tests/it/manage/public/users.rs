//! Users and their migration.

use frontegg_identity::Identity;
use frontegg_identity::manage::*;
use mockito::{Matcher, Request, Server};
use serde_json::{Value, json};

use crate::public::{HIDDEN, Shown};

/// Every answer has a secret wherever one can stand.
fn answer(request: &Request) -> Vec<u8> {
    let path = request.path();
    let role = json!({ "id": "r-1", "key": "Admin" });
    let user = json!({
        "id": "u-1", "metadata": HIDDEN, "vendorMetadata": HIDDEN, "roles": [role],
        "permissions": [{ "id": "p-1", "key": "fe.*" }],
        "groups": [{ "id": "g-1", "roles": [role] }], "managedBy": "frontegg",
        "tenants": [{ "tenantId": "t-1", "roles": [role] }],
    });
    let row = json!({
        "id": "i-1", "userId": "u-1", "username": "ada", "email": "a@b.c", "phoneNumber": "+1555",
        "tenantId": "t-1", "roleIds": ["r-1"], "groupIds": ["g-1"],
        "tenantsStatuses": [{ "tenantId": "t-1", "status": "Activated" }],
    });
    let is_array = ["/v3/roles", "/v3/groups", "/statuses", "/count"]
        .iter()
        .any(|end| {
            path.split('?')
                .next()
                .is_some_and(|path| path.ends_with(end))
        });
    let answer = if path == "/auth/vendor" {
        json!({ "token": HIDDEN, "expiresIn": 3600 })
    } else if path.contains("/status/") {
        let error = json!({ "tenantId": "t-1", "message": "no" });
        json!({ "status": "Completed", "password": HIDDEN, "errors": [error] })
    } else if is_array {
        json!([row])
    } else if path.ends_with("/links/generate-activation-token") {
        json!({ "link": HIDDEN, "token": HIDDEN, "userId": "u-1" })
    } else if path.ends_with("/roles/bulk") {
        json!({ "rolesAdded": ["r-1"], "affectedTenants": 1 })
    } else if path.ends_with("/bulk/v1/invite") {
        json!({ "id": "k-1", "password": HIDDEN })
    } else if request.method() == "GET" && !path.contains("/u-1") {
        json!({ "items": [row], "_metadata": { "totalPages": 1 } })
    } else {
        user
    };
    answer.to_string().into_bytes()
}

async fn environment(server: &mut Server) -> Environment {
    crate::sentinel::watch();
    for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
        let mock = server.mock(method, Matcher::Any);
        mock.with_body_from_request(answer).create_async().await;
    }
    let identity = Identity::builder(server.url()).build().unwrap();
    identity.environment("c", HIDDEN.into()).await.unwrap()
}

pub(super) async fn show(shown: &mut Shown) {
    let mut server = Server::new_async().await;
    let environment = environment(&mut server).await;
    of_requests(shown);
    of_answers(&environment, shown).await;
    of_lists(&environment, shown).await;
    shown.show(&environment.users());
    shown.show(&environment.tenant("t-1").users());
    shown.show(&environment.migrations());
}

fn of_requests(shown: &mut Shown) {
    let secret = json!({ "note": HIDDEN });
    let values = secret.as_object().unwrap().clone();
    let user = NewUser::with_email("a@b.c")
        .password(HIDDEN.into())
        .metadata(secret.clone())
        .mail_values(values);
    shown.show(&user);
    shown.show(&Invitee::from(user));
    let user = ProvisionedUser::with_username("ada")
        .password(HIDDEN.into())
        .vendor_metadata(secret.clone());
    shown.show(&user);
    shown.show(&ProfileChange::new().metadata(secret.clone()));
    let hash = PasswordHash::bcrypt(HIDDEN.into()).parameters(&secret);
    shown.show(&hash);
    let user = MigratedUser::new("t-1")
        .password(hash)
        .authenticator(HIDDEN.into())
        .metadata(secret);
    shown.show(&user);
    shown.show(&Auth0Account::new("d", "c", HIDDEN.into(), "f"));
    shown.show(&CountQuery::new());
    shown.show(&EmailQuery::new());
    shown.show(&PhoneQuery::new());
    shown.show(&UsernameQuery::new());
    shown.show(&UserQuery::new());
    shown.show(&Phrases::new());
    shown.show(&SubAccountQuery::new());
    shown.show(&SubAccountRoles::new());
    shown.show(&NewMembers::of(&"t-1".into()).user("a@b.c"));
    shown.show(&NewMembership::in_tenant("t-1"));
    let tenants = TenantMove {
        from: "t-1".into(),
        to: "t-2".into(),
    };
    shown.show(&tenants);
    shown.show(&UserRoleChange::new());
    shown.show(&SortOrder::Asc);
    shown.show(&UserSortField::Email);
    shown.show(&IdentifierType::Email);
    shown.show(&ListUserEmailsSortBy::Email);
    shown.show(&ListUsernamesSortBy::Username);
    shown.show(&PhoneNumberSortField::PhoneNumber);
    shown.show(&UserProvider::Local);
    shown.show(&PasswordHashingType::Bcrypt);
    shown.show(&TaskState::InProgress);
    shown.show(&EmailId::from("i-1"));
    shown.show(&PhoneId::from("i-1"));
    shown.show(&UserId::from("u-1"));
    shown.show(&TenantId::from("t-1"));
}

async fn of_answers(environment: &Environment, shown: &mut Shown) {
    let users = environment.users();
    let id = UserId::from("u-1");
    let user = users.get(&id).await.unwrap();
    shown.show(&user);
    shown.show(&UserUpdate::of(&user));
    shown.show(user.metadata.as_ref().unwrap());
    shown.show(user.managed_by.as_ref().unwrap());
    shown.show(&user.memberships[0]);
    let rights = user.rights.unwrap();
    shown.show(&rights);
    shown.show(&rights.roles[0]);
    shown.show(&rights.permissions[0]);
    shown.show(&rights.groups[0]);
    let link = users.activation_link(&id).await.unwrap();
    shown.show(&link);
    shown.show(&link.mailed().unwrap());

    let change = UserRoleChange::new();
    let outcome = users.change_roles(&id, &change).await.unwrap();
    shown.show(&outcome);
    let UserRoleChangeOutcome::Made(made) = outcome else {
        panic!("the answer names no task");
    };
    shown.show(&made);
    let report = users.role_change("k-1").status().await.unwrap();
    shown.show(&report);
    shown.show(&report.errors[0]);
    let ada = [NewUser::with_email("a@b.c")];
    let task = users.invite(&"t-1".into(), ada).await.unwrap();
    shown.show(&task);
    let report = task.status().await.unwrap();
    assert_eq!(report.as_json()["password"], Value::from(HIDDEN));
    shown.show(&report);
}

async fn of_lists(environment: &Environment, shown: &mut Shown) {
    let users = environment.users();
    let tenant = environment.tenant("t-1").users();
    let ids = [UserId::from("u-1")];
    let emails = users.emails(&EmailQuery::new());
    shown.show(&emails);
    shown.show(&emails.all().await.unwrap()[0]);
    shown.show(&users.phones(&PhoneQuery::new()).all().await.unwrap()[0]);
    let names = users.usernames(&UsernameQuery::new());
    shown.show(&names.all().await.unwrap()[0]);
    let statuses = users.statuses(&ids, &[]).await.unwrap();
    shown.show(&statuses[0]);
    shown.show(&statuses[0].tenants[0]);
    shown.show(&statuses[0].tenants[0].status);
    shown.show(&tenant.roles_of(&ids).await.unwrap()[0]);
    shown.show(&tenant.groups_of(&ids).await.unwrap()[0]);
    shown.show(&tenant.count(&CountQuery::new()).await.unwrap()[0]);
}

/// The names of a module's `pub use`.
fn names(source: &'static str) -> impl Iterator<Item = &'static str> {
    let uses = source.split("\npub use ").skip(1);
    let lists = uses.filter_map(|one| one.split(';').next());
    let names = lists.flat_map(|list| {
        let list = list.rsplit("::").next().unwrap_or(list);
        list.split([',', '{', '}', '\n'])
    });
    names.map(str::trim).filter(|name| !name.is_empty())
}

#[tokio::test]
async fn s32_every_type_of_users_hides_its_secrets() {
    let mut shown = Shown::default();
    show(&mut shown).await;
    let users = names(include_str!("../../../../src/manage/users/mod.rs"));
    let migration = names(include_str!("../../../../src/manage/migration/mod.rs"));
    let tasks = ["Task", "TaskState", "BulkReport"];
    for name in users.chain(migration).chain(tasks) {
        assert!(shown.has(name), "{name} was not shown");
    }
}
