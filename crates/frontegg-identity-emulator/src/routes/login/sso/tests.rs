use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::settings::Settings;
use crate::state::{NewRole, NewSsoConnection, NewUser, SsoKind};
use crate::testing::{Answer, Emulated};

const AUTH: &str = "/identity/resources/auth";
const EMAIL: &str = "ann@acme.com";
const REFUSAL: &str = "Invalid authentication";

fn acme(change: impl FnOnce(&mut Settings)) -> Emulated {
    let emulated = Emulated::with(change);
    let now = emulated.service.clock.now();
    emulated.state(|state| {
        let saml = NewSsoConnection::new(SsoKind::Saml, "acme");
        state.seed_connection(saml.domain("acme.com"), now);
        let oidc = NewSsoConnection::new(SsoKind::Oidc, "globex");
        state.seed_connection(oidc.domain("globex.com"), now);
        state.seed_role(NewRole::new("Member").default_role(), now);
    });
    emulated
}

fn start(emulated: &Emulated, body: Value) -> Answer {
    emulated
        .post(&format!("{AUTH}/v2/user/sso/prelogin"), body)
        .send()
}

/// Follows the address to the provider, as far as its own answer.
fn provide(emulated: &Emulated, started: &Answer, more: &str) -> Answer {
    let address = started.text("address");
    let path = address.strip_prefix("http://127.0.0.1:4000").unwrap();
    emulated.get(&format!("{path}{more}")).send()
}

fn saml(emulated: &Emulated, answer: &Value) -> Answer {
    let path = format!("{AUTH}/v1/user/saml/postlogin");
    emulated.post(&path, answer.clone()).send()
}

/// The answer of the provider for Ann.
fn response(emulated: &Emulated) -> Value {
    let started = start(emulated, json!({ "email": EMAIL }));
    let provided = provide(emulated, &started, "");
    assert_eq!(provided.status, 200, "{}", provided.body);
    provided.body
}

#[test]
fn a_domain_leads_to_its_provider_and_back_into_its_tenant() {
    let emulated = acme(|_| {});
    let started = start(&emulated, json!({ "email": EMAIL }));
    assert_eq!(started.status, 200, "{}", started.body);
    assert_eq!(
        (started.text("idpType"), started.text("addressType")),
        ("saml", "sso")
    );
    let provided = provide(&emulated, &started, "");
    let login = saml(&emulated, &provided.body);
    assert_eq!(login.status, 200, "{}", login.body);
    assert_eq!(login.text("userEmail"), EMAIL);
    assert!(login.set_cookie("fe_refresh_").is_some());
    let claims = emulated.claims(&login);
    assert_eq!(
        (&claims["tenantId"], &claims["amr"], &claims["roles"]),
        (&json!("acme"), &json!(["sso"]), &json!(["Member"]))
    );
    let again = saml(&emulated, &provided.body);
    again.is_refused(401, REFUSAL, None);
    let login = saml(&emulated, &response(&emulated));
    assert_eq!(login.status, 200);
    assert_eq!(emulated.state(|state| state.users.iter().count()), 1);
}

#[test]
fn openid_connect_comes_back_with_a_code() {
    let emulated = acme(|_| {});
    for (version, name) in [("v2", "RelayState"), ("v1", "state")] {
        let started = start(&emulated, json!({ "tenantId": "globex" }));
        assert_eq!(started.text("idpType"), "oidc");
        provide(&emulated, &started, "").is_refused(400, "email is missing", None);
        let target = "&email=bob@globex.com&redirect_uri=https://app.example/back?x=1";
        let provided = provide(&emulated, &started, target);
        assert_eq!(provided.status, 302);
        let location = provided.header("location").unwrap();
        let query = location.strip_prefix("https://app.example/back?").unwrap();
        let member = |name: &str| {
            let mut pairs = form_urlencoded::parse(query.as_bytes());
            pairs.find(|(own, _)| own == name).unwrap().1.into_owned()
        };
        assert_eq!(member("x"), "1");
        let body = json!({ "code": member("code"), name: member("state") });
        let path = format!("{AUTH}/{version}/user/oidc/postlogin");
        let login = emulated.post(&path, body).send();
        assert_eq!(login.status, 200, "{}", login.body);
        assert_eq!(emulated.claims(&login)["tenantId"], "globex");
    }
}

#[test]
fn a_user_may_be_named_by_username() {
    let emulated = acme(|_| {});
    emulated.user(NewUser::new(EMAIL).username("ann"));
    let address = |body: Value| start(&emulated, body).status;
    assert_eq!(address(json!({ "username": "ann" })), 200);
    assert_eq!(address(json!({ "username": "new@acme.com" })), 200);
    assert_eq!(address(json!({ "username": "bob" })), 404);
}

#[test]
fn other_domains_have_no_provider() {
    let emulated = acme(|_| {});
    for body in [
        json!({}),
        json!({ "email": "ann@other.com" }),
        json!({ "tenantId": "other" }),
        json!({ "email": EMAIL, "tenantId": "globex" }),
    ] {
        start(&emulated, body).is_refused(404, "SSO domain was not found", None);
    }
    let only_saml = format!("{AUTH}/v1/user/saml/prelogin");
    let status = |email: &str| {
        let body = json!({ "email": email });
        emulated.post(&only_saml, body).send().status
    };
    assert_eq!((status(EMAIL), status("bob@globex.com")), (200, 404));
    emulated.state(|state| state.remove_tenant("acme"));
    assert_eq!(start(&emulated, json!({ "email": EMAIL })).status, 404);
}

#[test]
fn a_wrong_answer_of_a_provider_is_refused() {
    let emulated = acme(|_| {});
    let mut answer = response(&emulated);
    let relay = std::mem::replace(&mut answer["RelayState"], json!("other"));
    saml(&emulated, &answer).is_refused(401, REFUSAL, None);
    answer["RelayState"] = relay;
    let body = json!({ "code": answer["SAMLResponse"], "RelayState": answer["RelayState"] });
    let path = format!("{AUTH}/v2/user/oidc/postlogin");
    let other_kind = emulated.post(&path, body).send();
    other_kind.is_refused(401, REFUSAL, None);
    let invented = json!({ "SAMLResponse": "x", "RelayState": "y" });
    saml(&emulated, &invented).is_refused(401, REFUSAL, None);
    let answer = response(&emulated);
    emulated.service.clock.advance(TimeDelta::minutes(10));
    saml(&emulated, &answer).is_refused(401, REFUSAL, None);
}

#[test]
fn the_provider_knows_only_logins_that_were_sent_to_it() {
    let emulated = acme(|_| {});
    let started = start(&emulated, json!({ "email": EMAIL }));
    let get = |path: &str| emulated.get(path).send().status;
    assert_eq!(get("/_idp/saml"), 400);
    assert_eq!(get("/_idp/saml?RelayState=invented&email=a@acme.com"), 400);
    assert_eq!(get("/_idp/google?email=a@acme.com"), 404);
    emulated.service.clock.advance(TimeDelta::minutes(10));
    assert_eq!(provide(&emulated, &started, "").status, 400);
}

#[test]
fn a_user_who_is_disabled_in_the_tenant_stays_out() {
    let emulated = acme(|_| {});
    let id = emulated.user(NewUser::new(EMAIL).tenant("acme", &[]).tenant("t-2", &[]));
    emulated.state(|state| {
        let user = state.users.get_mut(&id).unwrap();
        user.membership_mut("acme").unwrap().is_disabled = true;
    });
    let login = saml(&emulated, &response(&emulated));
    login.is_refused(401, "User is disabled", None);
}

#[test]
fn the_second_factor_is_asked_for_by_the_login() {
    let emulated = acme(|_| {});
    emulated.state(|state| state.mfa.force());
    let login = saml(&emulated, &response(&emulated));
    assert_eq!(
        (login.status, &login.body["mfaRequired"]),
        (200, &json!(true))
    );
    assert!(login.set_cookie("fe_refresh_").is_none());
}

#[test]
fn the_second_factor_may_be_left_to_the_first_refresh() {
    let emulated = acme(|settings| settings.sso_mfa_at_refresh = true);
    let login = saml(&emulated, &response(&emulated));
    assert!(login.body["accessToken"].is_string(), "nothing is owed");
    emulated.state(|state| state.mfa.force());
    let login = saml(&emulated, &response(&emulated));
    assert_eq!(login.status, 200);
    assert!(login.body.get("accessToken").is_none());
    assert!(login.body.get("refreshToken").is_none());
    let (name, value, _) = login.set_cookie("fe_refresh_").unwrap();
    let path = format!("{AUTH}/v1/user/token/refresh");
    let refreshed = emulated.post(&path, json!({})).cookie(name, value).send();
    assert_eq!(
        (refreshed.status, &refreshed.body["mfaRequired"]),
        (200, &json!(true))
    );
    assert!(refreshed.body["mfaToken"].is_string());
    assert!(refreshed.body.get("accessToken").is_none());
}
