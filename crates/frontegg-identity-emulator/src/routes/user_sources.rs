//! User sources: kept and shown, never asked.

use http::StatusCode;
use serde_json::{Value, json};

use super::view::page::Page;
use super::{Call, Handler, applications};
use crate::crypto::random;
use crate::http::{Refusal, Reply};
use crate::state::State;
use crate::state::user_sources::UserSource;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("list_user_sources", list),
    ("get_user_source", get),
    ("delete_user_source", delete),
    ("create_auth0_user_source", |call| create(call, AUTH0)),
    ("create_cognito_user_source", |call| create(call, COGNITO)),
    ("create_firebase_user_source", |call| create(call, FIREBASE)),
    ("create_custom_code_user_source", |call| create(call, CODE)),
    ("create_federation_user_source", |call| {
        create(call, FEDERATION)
    }),
    ("update_auth0_user_source", |call| update(call, AUTH0)),
    ("update_cognito_user_source", |call| update(call, COGNITO)),
    ("update_firebase_user_source", |call| update(call, FIREBASE)),
    ("update_custom_code_user_source", |call| update(call, CODE)),
    ("update_federation_user_source", |call| {
        update(call, FEDERATION)
    }),
    ("assign_user_source_applications", assign),
    ("unassign_user_source_applications", unassign),
    ("list_user_source_users", users),
];

// The real names of the kinds are not known; these are those of the paths.
const AUTH0: &str = "auth0";
const COGNITO: &str = "cognito";
const FIREBASE: &str = "firebase";
const CODE: &str = "custom-code";
const FEDERATION: &str = "federation";

fn list(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let mut sources: Vec<&UserSource> = state.user_sources.iter().collect();
    sources.sort_by_key(|source| source.index);
    let views = sources.into_iter().map(|source| {
        let mut view = view(source, true);
        view["usersCount"] = json!(0);
        view
    });
    Ok(Reply::ok(&views.collect()))
}

fn get(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let source = state.user_sources.get(call.param("id"));
    Ok(Reply::ok(&view(source.ok_or_else(unknown)?, true)))
}

fn delete(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let removed = call.state().user_sources.remove(call.param("id"));
    removed
        .map(|_| Reply::empty(StatusCode::OK))
        .ok_or_else(unknown)
}

fn create(call: &Call<'_>, kind: &'static str) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let source = UserSource {
        id: random::uuid(),
        kind,
        name: call.text("name").unwrap_or_default().to_owned(),
        description: call.text("description").unwrap_or_default().to_owned(),
        index: call.body["index"].as_i64().unwrap_or_default(),
        configuration: call.body["configuration"].clone(),
        app_ids: applications(call, &state)?,
    };
    let view = view(&source, false);
    state.user_sources.insert(source);
    Ok(Reply::created(&view))
}

/// What the body leaves out stays. A source of another kind is not found.
fn update(call: &Call<'_>, kind: &str) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let source = state.user_sources.get_mut(call.param("id"));
    let source = source
        .filter(|source| source.kind == kind)
        .ok_or_else(unknown)?;
    if let Some(name) = call.text("name") {
        name.clone_into(&mut source.name);
    }
    if let Some(description) = call.body["description"].as_str() {
        description.clone_into(&mut source.description);
    }
    if let Some(index) = call.body["index"].as_i64() {
        source.index = index;
    }
    if let Some(configuration) = call.body.get("configuration") {
        source.configuration.clone_from(configuration);
    }
    Ok(Reply::empty(StatusCode::OK))
}

fn assign(call: &Call<'_>) -> Result<Reply, Refusal> {
    bind(call, |own, ids| {
        own.retain(|id| !ids.contains(id));
        own.extend(ids);
    })
}

fn unassign(call: &Call<'_>) -> Result<Reply, Refusal> {
    bind(call, |own, ids| own.retain(|id| !ids.contains(id)))
}

fn bind(call: &Call<'_>, change: impl Fn(&mut Vec<String>, Vec<String>)) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let ids = applications(call, &state)?;
    let id = call.text("userSourceId").unwrap_or_default();
    let source = state.user_sources.get_mut(id).ok_or_else(unknown)?;
    change(&mut source.app_ids, ids);
    Ok(Reply::empty(StatusCode::CREATED))
}

/// Nobody comes from a source that is never asked.
fn users(call: &Call<'_>) -> Result<Reply, Refusal> {
    get(call)?;
    let page = Page::of(call.request, 1);
    Ok(Reply::ok(&page.wrap(Vec::new(), 0)))
}

/// The applications of the body, which have to exist.
fn applications(call: &Call<'_>, state: &State) -> Result<Vec<String>, Refusal> {
    let mut ids: Vec<String> = Vec::new();
    for id in call.list("appIds").unwrap_or_default() {
        if !state.environment.applications.contains(id) {
            return Err(applications::unknown());
        }
        if !ids.iter().any(|own| own == id) {
            ids.push(id.to_owned());
        }
    }
    Ok(ids)
}

fn view(source: &UserSource, is_whole: bool) -> Value {
    let mut view = json!({
        "id": source.id,
        "name": source.name,
        "type": source.kind,
        "description": source.description,
        "appIds": source.app_ids,
        "index": source.index,
    });
    if is_whole {
        view["configuration"] = source.configuration.clone();
    }
    view
}

fn unknown() -> Refusal {
    Refusal::not_found("User source not found")
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;
    use crate::testing::{Answer, Emulated};

    const SOURCES: &str = "/identity/resources/user-sources/v1";

    fn send(emulated: &Emulated, method: Method, path: &str, body: Option<&Value>) -> Answer {
        let sending = emulated
            .request(method, &format!("{SOURCES}{path}"))
            .vendor();
        match body {
            Some(body) => sending.json(body).send(),
            None => sending.send(),
        }
    }

    fn body(index: i64) -> Value {
        let tenant = json!({ "tenantResolverType": "static", "tenantId": "t-1" });
        let configuration = json!({
            "syncOnLogin": true, "isMigrated": false, "domain": "example.com",
            "clientId": "c", "secret": "s", "tenantConfig": tenant,
        });
        json!({ "name": "Old users", "index": index, "configuration": configuration })
    }

    #[test]
    fn a_source_is_made_read_changed_and_deleted() {
        let emulated = Emulated::new();
        let made = send(&emulated, Method::POST, "/external/auth0", Some(&body(2)));
        assert_eq!((made.status, made.text("type")), (201, "auth0"));
        assert!(made.body.get("configuration").is_none());
        let first = send(&emulated, Method::POST, "/external/auth0", Some(&body(1)));
        let path = format!("/{}", made.text("id"));
        let change = json!({ "name": "New users", "description": "d", "index": 3 });
        let update = |kind: &str| {
            let path = format!("/external/{kind}{path}");
            send(&emulated, Method::PUT, &path, Some(&change))
        };
        update("cognito").is_refused(404, "User source not found", None);
        assert_eq!(update("auth0").status, 200);
        let read = send(&emulated, Method::GET, &path, None);
        assert_eq!(
            (read.text("name"), read.text("description")),
            ("New users", "d")
        );
        assert_eq!(read.body["configuration"], body(2)["configuration"]);
        let all = send(&emulated, Method::GET, "", None).body;
        assert_eq!(
            (&all[0]["id"], &all[1]["id"]),
            (&first.body["id"], &made.body["id"])
        );
        assert_eq!(all[0]["usersCount"], 0);
        let users = send(&emulated, Method::GET, &format!("{path}/users"), None);
        assert_eq!(users.body["items"], json!([]));
        assert_eq!(send(&emulated, Method::DELETE, &path, None).status, 200);
        for method in [Method::GET, Method::DELETE] {
            let gone = send(&emulated, method, &path, None);
            gone.is_refused(404, "User source not found", None);
        }
    }

    #[test]
    fn applications_are_bound_and_let_go() {
        let emulated = Emulated::new();
        let app = emulated.service.settings().application_id.clone();
        let made = send(&emulated, Method::POST, "/external/auth0", Some(&body(1)));
        let id = made.text("id");
        let bind = |action: &str, app: &str| {
            let body = json!({ "userSourceId": id, "appIds": [app] });
            send(&emulated, Method::POST, action, Some(&body))
        };
        let bound = || {
            let read = send(&emulated, Method::GET, &format!("/{id}"), None);
            read.body["appIds"].as_array().map(Vec::len)
        };
        for _ in 0..2 {
            assert_eq!(bind("/assign", &app).status, 201);
            assert_eq!(bound(), Some(1));
        }
        bind("/assign", "other").is_refused(404, "Application not found", None);
        assert_eq!(bind("/unassign", &app).status, 201);
        assert_eq!(bound(), Some(0));
    }
}
