use serde_json::{Value, json};

use crate::state::outbox::{Sent, SentKind};
use crate::state::{NewRole, NewTenant, NewUser};
use crate::testing::{Answer, Emulated};

const SIGN_UP: &str = "/identity/resources/users/v1/signUp";
const EMAIL: &str = "ann@example.com";

fn body() -> Value {
    json!({ "email": EMAIL, "companyName": "Acme", "name": "Ann", "password": "secret" })
}

fn at_once() -> Emulated {
    Emulated::with(|settings| settings.sign_up_activation = false)
}

fn mail(emulated: &Emulated) -> Option<Sent> {
    emulated.sent(SentKind::Activation, EMAIL)
}

fn claims(emulated: &Emulated, answer: &Answer) -> Value {
    let token = answer.body["authResponse"]["accessToken"].as_str();
    let now = emulated.service.clock.now();
    emulated.service.keys.verify(token.unwrap(), now).unwrap()
}

#[test]
fn a_founder_gets_a_tenant_the_first_role_and_tokens() {
    let emulated = at_once();
    let answer = emulated.post(SIGN_UP, body()).send();
    assert_eq!(answer.status, 201, "{}", answer.body);
    assert_eq!(answer.body["shouldActivate"], false);
    assert_eq!(answer.body["accessToken"], Value::Null);
    assert!(answer.set_cookie("fe_refresh_").is_some());
    let claims = claims(&emulated, &answer);
    assert_eq!(claims["tenantId"], answer.body["tenantId"]);
    assert_eq!(claims["roles"], json!(["Admin"]));
    emulated.state(|state| {
        let tenant = state.tenants.get(answer.text("tenantId")).unwrap();
        assert_eq!(tenant.name, "Acme");
        assert_eq!(tenant.creator_email.as_deref(), Some(EMAIL));
        let application = state.environment.default_application().unwrap();
        assert_eq!(application.users.len(), 1);
    });
    assert!(mail(&emulated).is_none());
    assert_eq!(emulated.log_in(EMAIL, "secret").status, 200);
}

#[test]
fn a_sign_up_that_has_to_be_activated_cannot_log_in_before() {
    let emulated = Emulated::new();
    let answer = emulated.post(SIGN_UP, body()).send();
    assert_eq!(answer.body["shouldActivate"], true);
    assert_eq!(answer.body["authResponse"], Value::Null);
    assert!(answer.set_cookie("fe_refresh_").is_none());
    assert!(mail(&emulated).is_some());
    emulated
        .log_in(EMAIL, "secret")
        .is_refused(401, "Email is not verified", None);
    assert_eq!(
        emulated.log_in(EMAIL, "wrong").body["errors"][0],
        "Invalid authentication"
    );
}

#[test]
fn another_proof_of_the_address_is_as_good_as_the_activation() {
    let emulated = Emulated::new();
    emulated.post(SIGN_UP, body()).send();
    let passwords = "/identity/resources/users/v1/passwords";
    let start = json!({ "email": EMAIL });
    emulated.post(&format!("{passwords}/reset"), start).send();
    let mail = emulated.sent(SentKind::PasswordReset, EMAIL);
    let mail = mail.expect("a mail");
    let new = json!({ "userId": mail.user_id, "token": mail.token, "password": "new" });
    emulated
        .post(&format!("{passwords}/reset/verify"), new)
        .send();
    assert_eq!(emulated.log_in(EMAIL, "new").status, 200);
}

#[test]
fn no_mail_goes_out_if_none_is_wanted() {
    let emulated = Emulated::new();
    let mut body = body();
    body["skipInviteEmail"] = json!(true);
    let answer = emulated.post(SIGN_UP, body).send();
    assert_eq!(answer.body["activationToken"], Value::Null);
    assert!(mail(&emulated).is_none());
}

#[test]
fn a_name_in_use_is_a_conflict() {
    let emulated = at_once();
    emulated.user(NewUser::new("Ann@Example.com").phone("+15550100"));
    let answer = emulated.post(SIGN_UP, body()).send();
    answer.is_refused(409, "User already exists", None);
    let body = json!({ "phoneNumber": "+1555-0100", "companyName": "Acme" });
    let answer = emulated
        .post(&format!("{SIGN_UP}/phoneNumber"), body)
        .send();
    assert_eq!(answer.status, 409);
    assert_eq!(emulated.state(|state| state.tenants.len()), 1);
}

#[test]
fn without_a_default_application_one_has_to_be_named() {
    let emulated = Emulated::with(|settings| settings.default_application = false);
    let send = |id: Option<&str>| {
        let sending = emulated.post(SIGN_UP, body());
        match id {
            Some(id) => sending.header("frontegg-application-id", id).send(),
            None => sending.send(),
        }
    };
    send(None).is_refused(403, "Application ID is not specified", Some("ER-00008"));
    assert_eq!(send(Some("other")).body["errorCode"], "ER-01008");
    let id = emulated.service.settings().application_id.clone();
    assert_eq!(send(Some(&id)).status, 201);
}

#[test]
fn a_regional_host_has_to_be_told_the_environment() {
    let emulated = Emulated::new();
    let send = || emulated.post(SIGN_UP, body()).host("api.frontegg.com");
    assert_eq!(send().send().status, 401);
    let named = send().header("frontegg-vendor-host", "app-emulator.frontegg.com");
    assert_eq!(named.send().status, 201);
}

#[test]
fn a_company_has_to_be_named() {
    let emulated = Emulated::new();
    let answer = emulated
        .post(SIGN_UP, json!({ "email": EMAIL, "companyName": "" }))
        .send();
    answer.is_refused(400, "companyName should not be empty", None);
    assert!(emulated.state(|state| state.users.by_email(EMAIL).is_none()));
}

#[test]
fn a_username_needs_no_activation() {
    for unverified_login in [true, false] {
        let emulated = Emulated::with(|settings| settings.unverified_login = unverified_login);
        let body = json!({ "username": "ann", "companyName": "Acme", "password": "secret" });
        let answer = emulated.post(&format!("{SIGN_UP}/username"), body).send();
        assert_eq!(answer.status, 201, "{}", answer.body);
        assert!(answer.body["authResponse"]["accessToken"].is_string());
    }
}

#[test]
fn whoever_may_not_log_in_unverified_is_activated_first() {
    let emulated = Emulated::with(|settings| {
        settings.sign_up_activation = false;
        settings.unverified_login = false;
    });
    let answer = emulated.post(SIGN_UP, body()).send();
    assert_eq!(answer.body["shouldActivate"], true);
}

#[test]
fn a_phone_number_is_activated_by_sms() {
    let emulated = Emulated::new();
    let body = json!({ "phoneNumber": "+15550100", "companyName": "Acme" });
    let answer = emulated
        .post(&format!("{SIGN_UP}/phoneNumber"), body)
        .send();
    assert_eq!(answer.body["shouldActivate"], true);
    let sms = emulated.state(|state| state.outbox.messages().next_back().cloned());
    let sms = sms.expect("an SMS");
    assert_eq!(
        (sms.kind, sms.to.as_str()),
        (SentKind::Activation, "+15550100")
    );
    let body = json!({
        "userId": answer.body["userId"],
        "token": answer.body["activationToken"],
        "code": sms.code,
    });
    let answer = emulated
        .post("/identity/resources/users/v1/activate/code", body)
        .send();
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(answer.body["emailVerified"], false);
}

#[test]
fn an_invitation_leads_to_its_tenant_and_roles() {
    let emulated = at_once();
    let now = emulated.service.clock.now();
    let role = emulated.state(|state| {
        state.seed_tenant(NewTenant::new("Old").id("t-1"), now);
        state.seed_role(NewRole::new("Guest"), now)
    });
    let invite = json!({ "tenantId": "t-1", "roleIds": [role] });
    let path = "/identity/resources/tenants/invites/v1";
    let invite = emulated.post(path, invite).vendor().send();
    let mut body = body();
    body["invitationToken"] = invite.body["token"].clone();
    let answer = emulated.post(SIGN_UP, body.clone()).send();
    assert_eq!(answer.status, 201, "{}", answer.body);
    assert_eq!(answer.body["tenantId"], "t-1");
    assert_eq!(claims(&emulated, &answer)["roles"], json!(["Guest"]));
    assert_eq!(emulated.state(|state| state.tenants.len()), 1);
    body["invitationToken"] = json!("invented");
    let answer = emulated.post(SIGN_UP, body).send();
    answer.is_refused(400, "Invitation token is not valid", None);
}
