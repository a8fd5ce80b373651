//! Roles, permissions, tokens, approval flows and sources of users.

use frontegg_identity::manage::*;
use frontegg_identity::{Identity, Secret};
use mockito::{Matcher, Request, Server};
use serde_json::{Value, json};

use crate::manage::user_pools::{key_file, sources};
use crate::public::Shown;

const HIDDEN: &str = "S3NTINEL";

/// Answers that hold a secret wherever one can stand.
fn answer(request: &Request) -> Vec<u8> {
    let private = json!({ "note": HIDDEN });
    let mut item = json!({
        "id": "i-1", "clientId": "c-1", "key": "K", "name": "N", "email": "a@b.c", "type": "auth0",
        "secret": HIDDEN, "metadata": private, "executionData": private, "token": HIDDEN,
        "steps": [{ "id": "s-1", "approverSelectors": { "emails": ["a@b.c"] } }],
    });
    let path = request.path();
    let is_source = path.contains("user-sources");
    item["configuration"] = match is_source {
        true => json!({ "secret": HIDDEN }),
        false => json!({ "webhookUrl": "https://h/S3NTINEL" }),
    };
    let is_array = [
        "/api-tokens/v1",
        "/permissions/v1",
        "/permissions/v1/categories",
        "/user-sources/v1",
    ];
    let is_array = is_array.iter().any(|end| path.ends_with(end));
    let answer = match is_array {
        true => json!([item]),
        false => {
            let page = json!({ "items": [item.clone()], "accessTokens": [item], "total": 1, "_metadata": { "totalItems": 1, "totalPages": 1 } });
            let mut whole = item.clone();
            if let (Value::Object(whole), Value::Object(page)) = (&mut whole, page) {
                whole.extend(page);
            }
            whole
        }
    };
    answer.to_string().into_bytes()
}

async fn environment() -> (mockito::ServerGuard, Environment) {
    crate::sentinel::watch();
    let mut server = Server::new_async().await;
    for method in ["GET", "POST", "PUT", "PATCH"] {
        let mock = server.mock(method, Matcher::Any);
        mock.with_body_from_request(answer).create_async().await;
    }
    let identity = Identity::builder(server.url()).build().unwrap();
    let environment = identity.environment("c", HIDDEN.into()).await;
    (server, environment.unwrap())
}

pub(super) async fn show(shown: &mut Shown) {
    let (_server, environment) = environment().await;
    of_roles(&environment, shown).await;
    of_tokens(&environment, shown).await;
    of_flows(&environment, shown).await;
    of_sources(&environment, shown).await;
    shown.show(&environment.delegation());
}

async fn of_roles(environment: &Environment, shown: &mut Shown) {
    let roles = environment.roles();
    shown.show(&roles);
    shown.show(&environment.tenant("t-1").roles());
    let query = RoleQuery::new().containing("x");
    shown.show(&query);
    shown.show(&ListRolesSortBy::Key);
    shown.show(&roles.list(&query).all().await.unwrap().remove(0));
    shown.show(&NewRole::new("K", "N"));
    shown.show(&NewBareRole::new("K", "N", 1));
    shown.show(&RoleChange::new().name("N"));

    let permissions = environment.permissions();
    shown.show(&permissions);
    shown.show(&permissions.list().await.unwrap().remove(0));
    shown.show(&NewPermission::new("K", "N"));
    shown.show(&PermissionAssignmentType::Always);
    shown.show(&PermissionChange::new().name("N"));
    let categories = environment.permission_categories();
    shown.show(&categories);
    let category = categories.list().await.unwrap().remove(0);
    shown.show(&category.id);
    shown.show(&category);
    shown.show(&NewPermissionCategory::new("N"));
    shown.show(&PermissionCategoryChange::new().name("N"));
}

async fn of_tokens(environment: &Environment, shown: &mut Shown) {
    let private = || Metadata::from(json!({ "note": HIDDEN }));
    let tenant = environment.tenant("t-1");
    let tokens = tenant.api_tokens();
    shown.show(&tokens);
    let token = NewTenantApiToken::new().metadata(private());
    shown.show(&token);
    shown.show(&tokens.create(&token).await.unwrap());
    let token = tokens.list().await.unwrap().remove(0);
    shown.show(&token.id);
    shown.show(&token);
    shown.show(&TenantApiTokenChange::new().metadata(private()));

    let tokens = tenant.access_tokens();
    shown.show(&tokens);
    let token = NewTenantAccessToken::new();
    shown.show(&token);
    let made = tokens.create(&token).await.unwrap();
    shown.show(&made);
    shown.show(&made.token);
    shown.show(&made.token.id);
    let asked = environment.access_tokens();
    shown.show(&asked);
    let rights = asked.of_tenant(tenant.id(), &made.token.id).await;
    shown.show(&rights.unwrap());
}

async fn of_flows(environment: &Environment, shown: &mut Shown) {
    let flows = environment.approval_flows();
    shown.show(&flows);
    let list = flows.list().await.unwrap();
    shown.show(&list);
    let flow = &list.items[0];
    shown.show(flow);
    shown.show(&flow.id);
    shown.show(&flow.channels);
    shown.show(&flow.settings);
    shown.show(&flow.steps[0]);
    shown.show(&flow.steps[0].id);
    shown.show(&flow.steps[0].approvers);
    let step = NewApprovalStep::from(&flow.steps[0]);
    shown.show(&step);
    let new = NewApprovalFlow::new("N", ApprovalChannels::SMS);
    shown.show(&new.settings(flow.settings.clone()).step(step));
    shown.show(&ApprovalFlowChange::new().settings(flow.settings.clone()));
    let (run, approver) = (ApprovalRunId::from("x-1"), ApproverId::from("w-1"));
    shown.show(&run);
    shown.show(&approver);
    let question = ApprovalQuestion::new(run, "s-1".into(), approver);
    shown.show(&question);
    shown.show(&flows.case(&question).await.unwrap());
    shown.show(&ApprovalDecision::Reject);
    shown.show(&environment.tenant("t-1").user("u-1").approvals());
    let run = NewApprovalRun::new().data(json!({ "note": HIDDEN }));
    shown.show(&run.webhook_url("https://h/S3NTINEL"));
}

async fn of_sources(environment: &Environment, shown: &mut Shown) {
    let all = environment.user_sources();
    shown.show(&all);
    let source = all.list().await.unwrap().remove(0);
    shown.show(&source);
    shown.show(&source.id);
    shown.show(&all.users(&source.id).await.unwrap().items[0]);
    for (_, settings) in sources() {
        match &settings {
            UserSourceSettings::Auth0(own) => shown.show(own),
            UserSourceSettings::Cognito(own) => shown.show(own),
            UserSourceSettings::Firebase(own) => shown.show(own),
            UserSourceSettings::CustomCode(own) => shown.show(own),
            UserSourceSettings::Federation(own) => shown.show(own),
            other => panic!("a new kind of source: {other:?}"),
        }
        shown.show(&settings.kind());
        shown.show(&settings);
        shown.show(&NewUserSource::new("N", 1, settings.clone()));
        shown.show(&UserSourceChange::to(settings));
    }
    let file = Secret::from(key_file().to_string());
    shown.show(&FirebaseKey::from_key_file(&file).unwrap());
    shown.show(&FirebaseTenant::New);
    shown.show(&CustomCodeTenant::New);
    shown.show(&SourceTenant::New);
    let endpoints = OauthEndpoints::new("https://a", "https://b", "https://c");
    shown.show(&endpoints);
    shown.show(&FederationProvider::Endpoints(endpoints));
}
