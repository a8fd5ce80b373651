//! Users for themselves, groups, invitations and applications.

use std::time::Duration;

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{
    ActivationStrategy, Confirmation, GroupChange, InvitationChange, InvitationTerms, Metadata,
    NewInvitation, NewPersonalAccessToken, NewPersonalApiToken, ProfileChange,
};
use serde_json::json;

use super::{Context, Wire};

const NOBODY: Context<'_> = (None, None);
const TENANT: Context<'_> = (Some("t-1"), None);
const USER: Context<'_> = (Some("t-1"), Some("u-1"));

#[tokio::test]
async fn a_profile_says_what_changes_and_what_goes() {
    let mut wire = Wire::new().await;
    let me = wire.me().await;
    let put = ("PUT", "users/v2/me");
    let answer = r#"{ "id": "u-1" }"#;
    wire.expect(put, NOBODY, Some(json!({})), answer).await;
    let body = json!({ "name": "Ada", "profilePictureUrl": null, "metadata": "{\"a\":1}" });
    wire.expect(put, NOBODY, Some(body), answer).await;
    let body = json!({ "phoneNumber": "+1-555-1234567", "profilePictureUrl": "https://a.b/c" });
    wire.expect(put, NOBODY, Some(body), answer).await;
    let nothing = ProfileChange::new();
    me.update_profile(&nothing).await.unwrap();
    let some = nothing.clone().name("Ada").without_picture();
    let some = some.metadata(Metadata::from(json!({ "a": 1 })));
    me.update_profile(&some).await.unwrap();
    let others = nothing.phone_number(" +1-555-1234567");
    let others = others.picture_url("https://a.b/c".to_owned());
    me.update_profile(&others).await.unwrap();
    wire.done().await;
}

#[tokio::test]
async fn a_group_says_what_changes() {
    let mut wire = Wire::new().await;
    let groups = wire.environment().await.tenant("t-1").groups();
    let patch = ("PATCH", "groups/v1/g%2F1");
    let answer = r#"{ "id": "g/1" }"#;
    wire.expect(patch, TENANT, Some(json!({})), answer).await;
    let body = json!({ "name": "Crew", "color": "", "metadata": "{}" });
    wire.expect(patch, TENANT, Some(body), answer).await;
    let body = json!({ "description": "all hands" });
    wire.expect(patch, TENANT, Some(body), answer).await;
    let id = "g/1".into();
    let nothing = GroupChange::new();
    groups.update(&id, &nothing).await.unwrap();
    let some = nothing.clone().name("Crew").color("");
    let some = some.metadata(Metadata::from(json!({})));
    groups.update(&id, &some).await.unwrap();
    let other = nothing.description("all hands");
    groups.update(&id, &other).await.unwrap();
    wire.done().await;
}

#[tokio::test]
async fn groups_are_read_with_no_more_than_is_asked_for() {
    let mut wire = Wire::new().await;
    let groups = wire.environment().await.tenant("t-1").groups();
    let answer = r#"{ "id": "g-1", "name": "Crew" }"#;
    for query in [
        "",
        "?_groupsRelations=roles",
        "?_groupsRelations=users",
        "?_groupsRelations=rolesAndUsers",
    ] {
        let path = format!("groups/v1/g-1{query}");
        wire.expect(("GET", &path), TENANT, None, answer).await;
    }
    let id = "g-1".into();
    groups.get(&id).await.unwrap();
    groups.clone().with_roles().get(&id).await.unwrap();
    groups.clone().with_users().get(&id).await.unwrap();
    groups.with_roles().with_users().get(&id).await.unwrap();
    wire.done().await;
}

#[tokio::test]
async fn what_goes_is_named_in_a_body() {
    let mut wire = Wire::new().await;
    let environment = wire.environment().await;
    let delete = |path| ("DELETE", path);
    let roles = Some(json!({ "roleIds": ["r-1", "r-2"] }));
    wire.expect(delete("groups/v1/g-1/roles"), TENANT, roles, "")
        .await;
    let users = Some(json!({ "userIds": ["u-1"] }));
    wire.expect(delete("groups/v1/g-1/users"), TENANT, users, "{}")
        .await;
    let users = Some(json!({ "appId": "a-1", "tenantId": "t-1", "userIds": ["u-1"] }));
    wire.expect(delete("applications/v1"), NOBODY, users, "OK")
        .await;
    let apps = Some(json!({ "userId": "u-1", "tenantId": "t-1", "appIds": ["a-1", "a-2"] }));
    wire.expect(delete("applications/v1/user-apps"), NOBODY, apps, "null")
        .await;
    let groups = environment.tenant("t-1").groups();
    let (group, tenant, user) = ("g-1".into(), "t-1".into(), "u-1".into());
    let roles = ["r-1", "r-2"].map(Into::into);
    groups.remove_roles(&group, &roles).await.unwrap();
    groups.remove_users(&group, [&user]).await.unwrap();
    let applications = environment.applications();
    let apps = ["a-1", "a-2"].map(Into::into);
    let gone = applications.unassign_users(&apps[0], &tenant, [&user]);
    gone.await.unwrap();
    let gone = applications.unassign_from_user(&user, &tenant, &apps);
    gone.await.unwrap();
    wire.done().await;
}

#[tokio::test]
async fn lives_are_told_in_the_unit_of_the_wire() {
    let mut wire = Wire::new().await;
    let environment = wire.environment().await;
    let day = Duration::from_secs(86_400);
    let made = r#"{ "id": "i-1", "clientId": "c-1", "secret": "s", "token": "t" }"#;
    let minutes = json!({ "expiresInMinutes": 1440 });
    for path in ["api-tokens", "access-tokens"] {
        let path = format!("users/{path}/v1");
        wire.expect(("POST", &path), USER, Some(minutes.clone()), made)
            .await;
        wire.expect(("POST", &path), USER, Some(json!({})), made)
            .await;
    }
    let tokens = environment.tenant("t-1").user("u-1").tokens();
    for new in [
        NewPersonalApiToken::new().expires_in(day),
        NewPersonalApiToken::new(),
    ] {
        tokens.create_api_token(&new).await.unwrap();
    }
    for new in [
        NewPersonalAccessToken::new().expires_in(day),
        NewPersonalAccessToken::new(),
    ] {
        tokens.create_access_token(&new).await.unwrap();
    }
    let body = json!({ "tenantId": "t-1", "expiresInMinutes": 1440 });
    wire.expect(("POST", "tenants/invites/v1"), NOBODY, Some(body), made)
        .await;
    let body = json!({ "tenantId": "t-1" });
    wire.expect(("POST", "tenants/invites/v1"), NOBODY, Some(body), made)
        .await;
    let invitations = environment.invitations();
    let new = NewInvitation::to("t-1");
    for new in [new.clone().expires_in(day), new] {
        invitations.create(&new).await.unwrap();
    }
    let body = json!({ "strategy": "code", "codeExpiration": 86400 });
    let path = "configurations/v1/activation/strategies";
    wire.expect(("POST", path), NOBODY, Some(body), "").await;
    wire.expect(
        ("POST", path),
        NOBODY,
        Some(json!({ "strategy": "link" })),
        "",
    )
    .await;
    let code = Confirmation::by(ActivationStrategy::Code).code_life(day);
    invitations.set_activation(&code).await.unwrap();
    let link = Confirmation::by(ActivationStrategy::Link);
    invitations.set_activation(&link).await.unwrap();
    wire.done().await;
}

#[tokio::test]
async fn the_signed_in_name_themselves_where_the_wire_wants_it() {
    let mut wire = Wire::new().await;
    let me = wire.me().await;
    let get = ("GET", "tenants/invites/v1/user");
    wire.expect(get, USER, None, r#"{ "id": "i-1", "token": "t" }"#)
        .await;
    let patch = ("PATCH", "tenants/invites/v1/user");
    wire.expect(patch, USER, Some(json!({})), r#"{ "id": "i-1" }"#)
        .await;
    let terms = json!({ "expiresInMinutes": 1, "roleIds": [], "shouldSendEmail": false });
    let post = ("POST", "tenants/invites/v2/user");
    wire.expect(post, USER, Some(terms), "").await;
    wire.expect(("GET", "users/api-tokens/v1"), USER, None, "[]")
        .await;
    let delete = ("DELETE", "users/emails/v1/e-1");
    wire.expect(delete, (None, Some("u-1")), None, "").await;
    let invitation = me.invitation();
    assert!(invitation.get().await.unwrap().is_some());
    let nothing = InvitationChange::new();
    assert!(invitation.update(&nothing).await.unwrap().token.is_none());
    let terms = InvitationTerms::new(Duration::from_secs(1));
    assert!(invitation.create(&terms).await.unwrap().is_none());
    assert!(me.tokens().api_tokens().await.unwrap().is_empty());
    me.emails().delete(&"e-1".into()).await.unwrap();
    wire.done().await;
}

#[tokio::test]
async fn nothing_is_sent_for_somebody_whom_the_token_does_not_name() {
    let mut wire = Wire::new().await;
    // A token that says `{"sub":"u-1"}`, and one that is none.
    for token in ["e30.eyJzdWIiOiJ1LTEifQ.x", "opaque"] {
        let me = wire.me_with(token).await;
        let error = me.tokens().api_tokens().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unreadable);
        assert_eq!(error.operation(), None);
    }
    wire.done().await;
}
