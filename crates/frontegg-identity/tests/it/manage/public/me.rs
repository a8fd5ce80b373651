//! Users for themselves, groups, invitations and applications.

use std::time::Duration;

use frontegg_identity::manage::*;
use frontegg_identity::{Identifier, Identity, Login};
use mockito::{Matcher, Request, Server};
use serde_json::json;

use crate::public::Shown;

const HIDDEN: &str = "S3NTINEL";

/// An answer with a secret wherever one can stand, and all that the types of this part need.
fn answer(request: &Request) -> Vec<u8> {
    // It says `{"sub":"u-1","tenantId":"t-1"}`.
    const JWT: &str = "e30.eyJzdWIiOiJ1LTEiLCJ0ZW5hbnRJZCI6InQtMSJ9.S3NTINEL";
    let mut answer = json!({
        "accessToken": JWT, "refreshToken": HIDDEN, "token": JWT, "secret": HIDDEN, "expiresIn": 3600,
        "id": "i-1", "clientId": "c-1", "tenantId": "t-1", "email": "a@b.c", "phoneNumber": "+1",
        "otcToken": HIDDEN, "changePhoneId": HIDDEN, "name": "A",
        "metadata": format!("{{\"note\":\"{HIDDEN}\"}}"), "strategy": "code",
        "devices": [{ "id": "k-1" }],
        "roles": [{ "id": "r-1", "key": "Admin" }], "users": [{ "id": "u-1" }],
        "permissions": [{ "id": "p-1", "key": "fe.x" }],
        "tenants": [{ "tenantId": "t-1", "metadata": { "note": HIDDEN } }],
    });
    let path = request.path();
    if path.contains("/api-tokens/") {
        answer["metadata"] = json!({ "note": HIDDEN });
    }
    let is_list = request.method() == "GET" && path.ends_with("/me");
    if is_list && !path.contains("/v3/") || path.ends_with("/applications/v1") {
        answer = json!([answer]);
    }
    answer.to_string().into_bytes()
}

pub(super) async fn show(shown: &mut Shown) {
    crate::sentinel::watch();
    let mut server = Server::new_async().await;
    for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
        let mock = server.mock(method, Matcher::Any);
        mock.with_body_from_request(answer).create_async().await;
    }
    let identity = Identity::builder(server.url()).build().unwrap();
    let who = Identifier::email("a@b.c");
    let login = identity.sign_in_with_password(&who, &HIDDEN.into()).await;
    let Login::Complete(signed_in) = login.unwrap() else {
        panic!("the password is enough");
    };
    of_me(&signed_in.session.me(), shown).await;
    let environment = identity.environment("c", HIDDEN.into()).await.unwrap();
    of_environment(&environment, shown).await;
    of_groups(&environment.tenant("t-1").groups(), shown).await;
}

async fn of_me(me: &Me, shown: &mut Shown) {
    let change = ProfileChange::new().metadata(Metadata::from(json!({ "note": HIDDEN })));
    shown.show(me);
    shown.show(&change);
    let rights = me.rights().await.unwrap();
    shown.show(&rights);
    shown.show(&rights.roles[0]);
    shown.show(&rights.permissions[0]);
    let tenants = me.tenants().await.unwrap();
    shown.show(&tenants);
    shown.show(&tenants.tenants[0]);
    shown.show(&me.tenant_trees().await.unwrap()[0]);
    shown.show(&me.tenant_token(&"t-1".into()).await.unwrap());
    let passkey = me.passkeys().await.unwrap().remove(0);
    shown.show(&passkey);
    shown.show(&passkey.id);
    let emails = me.emails();
    shown.show(&emails);
    let email = emails.list().await.unwrap().remove(0);
    shown.show(&email);
    shown.show(&email.id);
    let numbers = me.phone_numbers();
    shown.show(&numbers);
    let number = numbers.list().await.unwrap().remove(0);
    shown.show(&number);
    shown.show(&number.id);
    shown.show(&numbers.add("+1").await.unwrap());
    shown.show(&numbers.start_removal(&number.id).await.unwrap());
    shown.show(&numbers.start_change("+1").await.unwrap());
    of_tokens(&me.tokens(), shown).await;
}

async fn of_tokens(tokens: &PersonalTokens, shown: &mut Shown) {
    shown.show(tokens);
    let new = NewPersonalApiToken::new().metadata(json!({ "note": HIDDEN }));
    shown.show(&new);
    let made = tokens.create_api_token(&new).await.unwrap();
    shown.show(&made);
    shown.show(&made.token);
    let new = NewPersonalAccessToken::new();
    shown.show(&new);
    let made = tokens.create_access_token(&new).await.unwrap();
    shown.show(&made);
    shown.show(&made.token);
    shown.show(&made.token.id);
}

async fn of_environment(environment: &Environment, shown: &mut Shown) {
    let applications = environment.applications();
    shown.show(&applications);
    let (application, tenant) = ("a-1".into(), "t-1".into());
    let assigned = applications.assign_users(&application, &tenant, []);
    shown.show(&assigned.await.unwrap()[0]);
    let invitations = environment.invitations();
    shown.show(&invitations);
    let new = NewInvitation::to("t-1");
    shown.show(&new);
    let invitation = invitations.create(&new).await.unwrap();
    shown.show(&invitation);
    shown.show(&invitation.id);
    shown.show(&environment.tenant("t-1").user("u-1").invitation());
    shown.show(&InvitationTerms::new(Duration::ZERO));
    shown.show(&InvitationChange::new());
    shown.show(&invitations.rules().await.unwrap());
    let activation = invitations.activation().await.unwrap();
    shown.show(&activation);
    shown.show(&activation.strategy);
    shown.show(&invitations.joining().await.unwrap().strategy);
    let settings = environment.group_settings();
    shown.show(&settings);
    shown.show(&settings.get().await.unwrap());
}

async fn of_groups(groups: &Groups, shown: &mut Shown) {
    let metadata = Metadata::from(json!({ "note": HIDDEN }));
    shown.show(groups);
    shown.show(&NewGroup::new("A").metadata(metadata.clone()));
    shown.show(&GroupChange::new().metadata(metadata));
    shown.show(&GroupSortField::Name);
    // The wire has another name for it.
    shown.names.remove("ListGroupsSortBy");
    shown.names.insert("GroupSortField");
    let whole = groups.clone().with_roles().with_users();
    let group = whole.get(&"g-1".into()).await.unwrap();
    shown.show(&group);
    shown.show(&group.id);
    shown.show(&group.users.unwrap()[0]);
}
