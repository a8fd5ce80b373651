use serde_json::{Value, json};

use crate::state::NewUser;
use crate::testing::{Answer, Emulated};

const START: &str = "/identity/resources/impersonation/v1";
const COOKIE: &str = "fe_refresh_6b1f2a904c3d-4e8f-9a51-2d7c0e5f8b34";

fn place() -> (Emulated, String) {
    let emulated = Emulated::new();
    emulated.user(
        NewUser::new("ann@example.com")
            .id("u-1")
            .tenant("t-1", &[])
            .tenant("t-2", &[]),
    );
    emulated.user(NewUser::new("root@example.com").id("u-2").password("x"));
    let actor = emulated.token_of("root@example.com", "x");
    (emulated, actor)
}

fn start(emulated: &Emulated, user: &str, actor: &str, tenant: Option<&str>) -> Answer {
    let body = json!({ "impersonatedUserId": user, "actorToken": actor });
    let sending = emulated.post(START, body).vendor();
    tenant
        .into_iter()
        .fold(sending, |sending, id| sending.tenant(id))
        .send()
}

#[test]
fn every_token_of_the_session_names_the_actor() {
    let (emulated, actor) = place();
    let answer = start(&emulated, "u-1", &actor, None);
    let claims = emulated.claims(&answer);
    let act = json!({ "sub": "u-2", "type": "impersonation" });
    assert_eq!((&claims["sub"], &claims["act"]), (&json!("u-1"), &act));
    assert_eq!(claims["tenantId"], "t-1");
    let (_, token, _) = answer.set_cookie("fe_refresh_").unwrap();
    assert_eq!(token, answer.text("refreshToken"));
    let refresh = emulated.post("/identity/resources/auth/v1/user/token/refresh", json!({}));
    let renewed = refresh.cookie(COOKIE, token).send();
    assert_eq!(emulated.claims(&renewed)["act"], act);
    let sessions = emulated.get("/identity/resources/users/sessions/v1/me");
    let sessions = sessions.bearer(answer.text("accessToken")).send();
    assert_eq!(sessions.body[0]["impersonated"], true);
}

#[test]
fn the_header_chooses_a_tenant_of_the_user() {
    let (emulated, actor) = place();
    let answer = start(&emulated, "u-1", &actor, Some("t-2"));
    assert_eq!(emulated.claims(&answer)["tenantId"], "t-2");
    let outside = start(&emulated, "u-1", &actor, Some("t-9"));
    outside.is_refused(403, "User does not belong to the tenant", None);
}

#[test]
fn the_environment_may_act_itself() {
    let (emulated, _) = place();
    let answer = start(&emulated, "u-1", &emulated.environment_token(), None);
    let id = &emulated.service.settings().client_id;
    assert_eq!(emulated.claims(&answer)["act"]["sub"], json!(id));
}

#[test]
fn strangers_and_invented_actors_are_refused() {
    let (emulated, actor) = place();
    start(&emulated, "u-9", &actor, None).is_refused(404, "User not found", None);
    let invented = start(&emulated, "u-1", "invented", None);
    invented.is_refused(401, "Actor token is not valid", None);
    assert_eq!(invented.body["accessToken"], Value::Null);
    let body = json!({ "impersonatedUserId": "u-1", "actorToken": actor });
    let by_user = emulated.post(START, body.clone()).bearer(&actor).send();
    by_user.is_refused(404, "Not Found", Some("ER-00004"));
    assert_eq!(emulated.post(START, body).send().status, 401);
}
