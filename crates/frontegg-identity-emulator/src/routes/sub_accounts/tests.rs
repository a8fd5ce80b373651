use http::Method;
use serde_json::{Value, json};

use crate::state::{NewRole, NewTenant, NewUser};
use crate::testing::{Answer, Emulated};

const V1: &str = "/identity/resources/sub-tenants/users/v1";
const V2: &str = "/identity/resources/sub-tenants/users/v2";
const REFRESH: &str = "/identity/resources/auth/v1/user/token/refresh";
const EMAIL: &str = "ann@example.com";

/// Accounts `top`, `mid` below it, `low` below that, and `other`; a user of `top`.
fn accounts() -> Emulated {
    let emulated = Emulated::with(|settings| settings.refresh_token_in_body = true);
    let now = chrono::Utc::now();
    emulated.state(|state| {
        state.seed_tenant(NewTenant::new("Top").id("top"), now);
        state.seed_tenant(NewTenant::new("Mid").id("mid").parent("top"), now);
        state.seed_tenant(NewTenant::new("Low").id("low").parent("mid"), now);
        state.seed_tenant(NewTenant::new("Other").id("other"), now);
        state.seed_role(NewRole::new("member").default_role(), now);
    });
    let user = NewUser::new(EMAIL).id("u-1").password("x").name("Ann");
    emulated.user(user.tenant("top", &["Admin"]));
    emulated
}

fn send(emulated: &Emulated, method: Method, path: &str, body: &Value) -> Answer {
    let sending = emulated.request(method, path).vendor().tenant("top");
    sending.json(body).send()
}

fn role(emulated: &Emulated, key: &str) -> String {
    emulated.state(|state| {
        let role = state.catalogue.role_by_key(key, "low");
        role.expect("a role").id.clone()
    })
}

fn roles_of(emulated: &Emulated, email: &str, tenant: &str) -> Option<Vec<String>> {
    emulated.state(|state| {
        let membership = state.users.by_email(email)?.membership(tenant)?;
        let roles = state.catalogue.roles_of(&membership.role_ids);
        Some(roles.map(|role| role.key.clone()).collect())
    })
}

fn is_done(answer: &Answer) -> bool {
    answer.status == 200 && answer.body.is_null()
}

#[test]
fn a_user_who_may_enters_the_accounts_below() {
    let emulated = accounts();
    let login = emulated.log_in(EMAIL, "x");
    let enter = |tenant: &str| {
        let body = json!({ "refreshToken": login.text("refreshToken"), "tenantId": tenant });
        emulated.post(REFRESH, body).send()
    };
    assert_eq!(enter("low").status, 403);
    let access = format!("{V1}/u-1/access");
    let allow = |may: bool| {
        send(
            &emulated,
            Method::PUT,
            &access,
            &json!({ "allowAccess": may }),
        )
    };
    assert!(is_done(&allow(true)));
    assert_eq!(enter("other").status, 403);
    let entered = enter("low");
    let claims = emulated.claims(&entered);
    assert_eq!(
        (&claims["tenantId"], &claims["roles"]),
        (&json!("low"), &json!(["Admin"]))
    );
    emulated
        .service
        .change_settings(|settings| settings.sub_account_roles = false);
    // The refusals did not use the token up, the success did.
    let login = emulated.log_in(EMAIL, "x");
    let body = json!({ "refreshToken": login.text("refreshToken"), "tenantId": "mid" });
    let entered = emulated.post(REFRESH, body).send();
    assert_eq!(emulated.claims(&entered)["roles"], json!([]));
    allow(false);
    let body = json!({ "refreshToken": entered.text("refreshToken"), "tenantId": "mid" });
    assert_eq!(emulated.post(REFRESH, body).send().status, 403);
}

#[test]
fn switching_to_an_account_below_lasts() {
    let emulated = accounts();
    send(
        &emulated,
        Method::PUT,
        &format!("{V1}/u-1/access"),
        &json!({ "allowAccess": true }),
    );
    let login = emulated.log_in(EMAIL, "x");
    let switched = emulated
        .request(Method::PUT, "/identity/resources/users/v1/tenant")
        .json(&json!({ "tenantId": "mid" }))
        .bearer(login.text("accessToken"))
        .send();
    assert_eq!((switched.status, switched.text("tenantId")), (200, "mid"));
    let again = emulated.log_in(EMAIL, "x");
    assert_eq!(emulated.claims(&again)["tenantId"], "mid");
    let tree = emulated.get("/identity/resources/users/v2/me/hierarchy");
    let tree = tree.bearer(again.text("accessToken")).send().body;
    assert_eq!(tree[0]["children"][0]["children"][0]["tenantId"], "low");
    let body = json!({ "refreshToken": login.text("refreshToken") });
    let renewed = emulated.post(REFRESH, body).send();
    assert_eq!(emulated.claims(&renewed)["tenantId"], "mid");
}

#[test]
fn access_is_a_matter_of_the_users_own_tenant() {
    let emulated = accounts();
    let path = format!("{V1}/u-1/access");
    let body = json!({ "allowAccess": true });
    let sending = || emulated.request(Method::PUT, &path).json(&body).vendor();
    sending()
        .send()
        .is_refused(403, "Tenant ID is not specified", None);
    let foreign = sending().tenant("mid").send();
    foreign.is_refused(404, "User not found", None);
}

#[test]
fn a_user_is_made_and_put_into_several_accounts() {
    let emulated = accounts();
    let admin = role(&emulated, "Admin");
    let body = json!({
        "user": { "email": "bea@example.com", "name": "Bea" },
        "subTenants": [{ "tenantId": "mid" }, { "tenantId": "low", "roleIds": [admin] }],
    });
    assert!(is_done(&send(&emulated, Method::POST, V1, &body)));
    let roles = |tenant| roles_of(&emulated, "bea@example.com", tenant);
    assert_eq!(roles("mid"), Some(vec!["member".to_owned()]));
    assert_eq!(roles("low"), Some(vec!["Admin".to_owned()]));
    let again = json!({
        "user": { "email": "BEA@example.com" },
        "subTenants": [{ "tenantId": "mid", "roleIds": [admin] }],
    });
    assert!(is_done(&send(&emulated, Method::POST, V1, &again)));
    assert_eq!(
        roles("mid"),
        Some(vec!["member".to_owned(), "Admin".to_owned()])
    );
    let id = emulated.state(|state| state.users.by_email("bea@example.com").unwrap().id.clone());
    let out = json!({ "userId": id, "subTenants": [{ "tenantId": "mid" }] });
    assert!(is_done(&send(&emulated, Method::DELETE, V1, &out)));
    assert_eq!(roles("mid"), None);
    let again = send(&emulated, Method::DELETE, V1, &out);
    again.is_refused(404, "User not found", None);
}

#[test]
fn only_accounts_below_are_reached_and_nothing_is_half_done() {
    let emulated = accounts();
    for foreign in ["top", "other", "nowhere"] {
        let body = json!({
            "user": { "email": "bea@example.com" },
            "subTenants": [{ "tenantId": "mid" }, { "tenantId": foreign }],
        });
        let refused = send(&emulated, Method::POST, V1, &body);
        refused.is_refused(403, "Tenant is not a sub-account", None);
    }
    let body = json!({
        "user": { "email": "bea@example.com" },
        "subTenants": [{ "tenantId": "mid", "roleIds": ["r-9"] }],
    });
    let refused = send(&emulated, Method::POST, V1, &body);
    refused.is_refused(400, "Role r-9 was not found", None);
    assert!(emulated.state(|state| state.users.by_email("bea@example.com").is_none()));
}

#[test]
fn several_users_are_put_into_one_account() {
    let emulated = accounts();
    let body = json!({
        "users": [{ "email": "bea@example.com" }, { "email": EMAIL }],
        "tenantId": "mid",
        "allowSubAccountAccess": true,
    });
    assert!(is_done(&send(&emulated, Method::POST, V2, &body)));
    for email in ["bea@example.com", EMAIL] {
        assert_eq!(
            roles_of(&emulated, email, "mid"),
            Some(vec!["member".to_owned()])
        );
        assert!(emulated.state(|state| state.users.by_email(email).unwrap().sub_account_access));
    }
}

#[test]
fn roles_below_are_added_removed_and_set() {
    let emulated = accounts();
    let body = json!({ "users": [{ "email": EMAIL }], "tenantId": "low" });
    send(&emulated, Method::POST, V2, &body);
    let path = format!("{V1}/u-1/roles");
    let (admin, member) = (role(&emulated, "Admin"), role(&emulated, "member"));
    let change = |method: Method, roles: &[&str]| {
        let body = json!({ "subTenantsRoles": [{ "tenantId": "low", "roleIds": roles }] });
        assert!(is_done(&send(&emulated, method, &path, &body)));
        roles_of(&emulated, EMAIL, "low")
            .expect("a membership")
            .join(" ")
    };
    assert_eq!(change(Method::POST, &[&admin]), "member Admin");
    assert_eq!(change(Method::DELETE, &[&member]), "Admin");
    assert_eq!(change(Method::PATCH, &[&member]), "member");
    let body = json!({ "subTenantsRoles": [{ "tenantId": "mid", "roleIds": [admin] }] });
    let stranger = send(&emulated, Method::POST, &path, &body);
    stranger.is_refused(404, "User not found", None);
}

#[test]
fn the_list_shows_the_family_only() {
    let emulated = accounts();
    let user = NewUser::new("bea@example.com").name("Bea");
    emulated.user(user.tenant("low", &["member"]).tenant("other", &[]));
    emulated.user(NewUser::new("cat@example.com").tenant("other", &[]));
    let login = emulated.log_in(EMAIL, "x");
    let list = |query: &str| {
        let sending = emulated.get(&format!("{V1}?{query}"));
        sending.bearer(login.text("accessToken")).send().body
    };
    let page = list("_sortBy=name&_order=DESC");
    assert_eq!(page["totalPages"], 1);
    assert_eq!(page["items"].as_array().map(Vec::len), Some(2));
    let bea = &page["items"][0];
    assert_eq!(bea["email"], "bea@example.com");
    assert_eq!(bea["tenants"].as_array().map(Vec::len), Some(1));
    assert_eq!(bea["tenants"][0]["roles"][0]["key"], "member");
    assert_eq!(
        (
            &bea["tenants"][0]["activated"],
            &bea["tenants"][0]["lastLogin"]
        ),
        (&json!(true), &Value::Null)
    );
    assert_eq!(list("_filter=ANN")["items"][0]["id"], "u-1");
    let second = list("_limit=1&_offset=1&_sortBy=email");
    assert_eq!(
        (&second["items"][0]["email"], &second["totalPages"]),
        (&json!("bea@example.com"), &json!(2))
    );
}
