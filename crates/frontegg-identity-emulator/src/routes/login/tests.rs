use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::settings::{Audience, CookieEnd, ExpiresForm, PasswordRotation, SameSite, Settings};
use crate::state::mfa::{Authenticator, Phone};
use crate::state::outbox::SentKind;
use crate::state::{NewRole, NewUser};
use crate::testing::Emulated;

const LOGIN: &str = "/identity/resources/auth/v1/user";
const EMAIL: &str = "ann@example.com";
const PASSWORD: &str = "correct horse";

fn ann() -> NewUser {
    NewUser::new(EMAIL)
        .name("Ann")
        .username("ann.b")
        .password(PASSWORD)
        .tenant("t-1", &["Admin"])
}

fn with(change: impl FnOnce(&mut Settings)) -> Emulated {
    let emulated = Emulated::with(change);
    emulated.user(ann().id("u-1"));
    emulated
}

#[test]
fn the_right_password_opens_a_session() {
    let emulated = with(|_| {});
    let login = emulated.log_in(EMAIL, PASSWORD);
    assert_eq!(login.status, 200);
    assert_eq!(login.body["mfaRequired"], false);
    assert_eq!(
        (
            login.text("userId"),
            login.text("userEmail"),
            login.text("tokenType")
        ),
        ("u-1", EMAIL, "bearer")
    );
    assert_eq!(login.body["expiresIn"], 86400);
    let expires = chrono::DateTime::parse_from_rfc2822(login.text("expires")).unwrap();
    assert_eq!(
        expires.timestamp(),
        (emulated.service.clock.now() + TimeDelta::days(1)).timestamp()
    );
    assert!(login.text("expires").ends_with(" GMT"));
    let (name, value, attributes) = login.set_cookie("fe_refresh_").unwrap();
    assert_eq!(
        (name, value),
        (
            "fe_refresh_6b1f2a904c3d-4e8f-9a51-2d7c0e5f8b34",
            login.text("refreshToken")
        )
    );
    for attribute in ["Path=/", "HttpOnly", "Secure", "SameSite=None"] {
        assert!(
            attributes.split("; ").any(|own| own == attribute),
            "{attributes}"
        );
    }
    assert!(attributes.contains("Expires="));
    assert!(login.set_cookie("fe_device_6b1f2a904c3d-").is_some());
}

#[test]
fn the_access_token_carries_the_claims_of_a_user() {
    let emulated = Emulated::new();
    emulated.state(|state| {
        state.seed_role(
            NewRole::new("editor").permission("docs.write"),
            chrono::Utc::now(),
        )
    });
    let user = ann()
        .id("u-1")
        .tenant("t-2", &["editor"])
        .metadata(json!({ "colour": "red" }));
    emulated.user(user);
    let login = emulated.log_in(EMAIL, PASSWORD);
    let claims = emulated.claims(&login);
    let now = emulated.service.clock.now().timestamp();
    for (name, value) in [
        ("type", json!("userToken")),
        ("sub", json!("u-1")),
        ("tenantId", json!("t-1")),
        ("tenantIds", json!(["t-1", "t-2"])),
        ("roles", json!(["Admin"])),
        ("permissions", json!(["fe.secure.*"])),
        ("name", json!("Ann")),
        ("email", json!(EMAIL)),
        ("email_verified", json!(true)),
        ("metadata", json!({ "colour": "red" })),
        ("externalId", Value::Null),
        ("phoneNumber", Value::Null),
        ("aud", json!(emulated.service.settings().client_id)),
        ("iss", json!("https://app-emulator.frontegg.com")),
        ("iat", json!(now)),
        ("exp", json!(now + 86400)),
        ("auth_time", json!(now)),
        ("amr", json!(["pwd"])),
    ] {
        assert_eq!(claims.get(name), Some(&value), "{name}");
    }
    assert!(claims["sid"].is_string());
    assert!(
        claims.get("acr").is_none()
            && claims.get("applicationId").is_none()
            && claims.get("act").is_none()
    );
}

#[test]
fn settings_shape_tokens_bodies_and_cookies() {
    let emulated = with(|settings| {
        settings.roles_in_tokens = false;
        settings.permissions_in_tokens = false;
        settings.session_id_in_tokens = false;
        settings.audience = Audience::Application;
        settings.access_token_life = TimeDelta::seconds(60);
        settings.expires_form = ExpiresForm::Missing;
        settings.secure_cookies = false;
        settings.cookie_same_site = SameSite::Lax;
        settings.cookie_end = CookieEnd::MaxAge;
        settings.cookie_domain = Some("example.com".to_owned());
    });
    let application = emulated.service.settings().application_id.clone();
    let sending = emulated.post(LOGIN, json!({ "email": EMAIL, "password": PASSWORD }));
    let login = sending
        .header("frontegg-requested-application-id", &application)
        .send();
    let claims = emulated.claims(&login);
    assert!(
        ["roles", "permissions", "sid"]
            .iter()
            .all(|name| claims.get(name).is_none()),
        "{claims}"
    );
    assert_eq!(
        (&claims["aud"], &claims["applicationId"]),
        (&json!(application), &json!(application))
    );
    assert_eq!(
        (&login.body["expiresIn"], login.body.get("expires")),
        (&json!(60), None)
    );
    let attributes = login.set_cookie("fe_refresh_").unwrap().2;
    assert_eq!(
        attributes,
        "Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax; Domain=example.com"
    );
}

#[test]
fn every_form_of_expires_says_the_same_time() {
    for (form, read) in [
        (
            ExpiresForm::Rfc3339,
            (|text| {
                chrono::DateTime::parse_from_rfc3339(text)
                    .unwrap()
                    .timestamp()
            }) as fn(&str) -> i64,
        ),
        (ExpiresForm::EpochSeconds, |text| text.parse().unwrap()),
        (ExpiresForm::HttpDate, |text| {
            chrono::DateTime::parse_from_rfc2822(text)
                .unwrap()
                .timestamp()
        }),
    ] {
        let emulated = with(|settings| settings.expires_form = form);
        let login = emulated.log_in(EMAIL, PASSWORD);
        assert_eq!(
            read(login.text("expires")),
            (emulated.service.clock.now() + TimeDelta::days(1)).timestamp()
        );
    }
    let login = with(|settings| settings.expires_form = ExpiresForm::Empty).log_in(EMAIL, PASSWORD);
    assert_eq!(login.text("expires"), "");
}

#[test]
fn a_username_or_a_form_will_do() {
    let emulated = with(|_| {});
    let body = json!({ "username": "ANN.b", "password": PASSWORD, "recaptchaToken": "" });
    assert!(emulated.post(LOGIN, body).send().body["accessToken"].is_string());
    let form = format!("email={}&password={}", "ann%40example.com", "correct+horse");
    let sending = emulated.request(http::Method::POST, LOGIN).form(&form);
    assert!(sending.send().body["accessToken"].is_string());
    let neither = emulated.post(LOGIN, json!({ "password": PASSWORD })).send();
    neither.is_refused(
        400,
        "Either email or username must be provided",
        Some("ER-000a64f544"),
    );
}

#[test]
fn a_wrong_password_and_an_unknown_user_are_refused_alike() {
    let emulated = with(|_| {});
    for (email, password) in [
        (EMAIL, "wrong"),
        ("nobody@example.com", PASSWORD),
        (EMAIL, ""),
    ] {
        let answer = emulated.log_in(email, password);
        answer.is_refused(401, "Invalid authentication", None);
        assert!(answer.set_cookie("fe_").is_none());
    }
}

#[test]
fn a_user_without_a_password_cannot_log_in_with_one() {
    let emulated = Emulated::new();
    emulated.user(NewUser::new(EMAIL));
    emulated
        .log_in(EMAIL, "")
        .is_refused(401, "Invalid authentication", None);
}

#[test]
fn an_expired_password_gives_a_reset_token_and_no_session() {
    let emulated = Emulated::new();
    emulated.user(ann().id("u-1").expired_password());
    let login = emulated.log_in(EMAIL, PASSWORD);
    assert_eq!((login.status, login.text("userId")), (200, "u-1"));
    assert!(
        login.body["resetPasswordToken"].is_string() && login.body.get("accessToken").is_none()
    );
    assert!(login.set_cookie("fe_refresh_").is_none());
    let reset = json!({ "userId": "u-1", "token": login.text("resetPasswordToken"), "password": "new one" });
    assert_eq!(
        emulated
            .post("/identity/resources/users/v1/passwords/reset/verify", reset)
            .send()
            .status,
        201
    );
    assert!(emulated.log_in(EMAIL, "new one").body["accessToken"].is_string());
}

#[test]
fn a_rotation_policy_warns_and_then_expires() {
    let rotation = PasswordRotation {
        period: TimeDelta::days(90),
        notification: TimeDelta::days(7),
    };
    let emulated = with(|settings| settings.password_rotation = Some(rotation));
    emulated.service.clock.advance(TimeDelta::days(85));
    let login = emulated.log_in(EMAIL, PASSWORD);
    assert!(login.body["accessToken"].is_string());
    assert_eq!(
        (
            &login.body["passwordExpiresIn"],
            &login.body["notificationPeriod"]
        ),
        (&json!(7200), &json!(10080))
    );
    emulated.service.clock.advance(TimeDelta::days(5));
    let login = emulated.log_in(EMAIL, PASSWORD);
    assert!(
        login.body["resetPasswordToken"].is_string() && login.body.get("accessToken").is_none()
    );
}

#[test]
fn a_breached_password_gives_no_tokens() {
    let emulated = Emulated::new();
    emulated.user(ann().breached_password());
    let login = emulated.log_in(EMAIL, PASSWORD);
    assert_eq!(
        (login.status, &login.body["isBreachedPassword"]),
        (200, &json!(true))
    );
    assert!(login.body.get("accessToken").is_none());
}

#[test]
fn a_locked_user_is_refused_and_the_policy_locks() {
    let emulated = with(|settings| settings.lockout_attempts = Some(3));
    for _ in 0..3 {
        emulated
            .log_in(EMAIL, "wrong")
            .is_refused(401, "Invalid authentication", None);
    }
    emulated
        .log_in(EMAIL, "wrong")
        .is_refused(401, "Invalid authentication", None);
    emulated
        .log_in(EMAIL, PASSWORD)
        .is_refused(423, "Your account is locked", None);
    let mail = emulated.sent(SentKind::Unlock, EMAIL).unwrap();
    let unlock = json!({ "token": mail.token });
    assert_eq!(
        emulated
            .post("/identity/resources/users/v3/me/unlock", unlock)
            .send()
            .status,
        200
    );
    assert_eq!(emulated.log_in(EMAIL, PASSWORD).status, 200);
}

#[test]
fn a_good_login_sets_the_count_back() {
    let emulated = with(|settings| settings.lockout_attempts = Some(2));
    for _ in 0..3 {
        assert_eq!(emulated.log_in(EMAIL, "wrong").status, 401);
        assert_eq!(emulated.log_in(EMAIL, PASSWORD).status, 200);
    }
}

#[test]
fn a_disabled_or_unverified_user_is_refused() {
    let emulated = with(|settings| settings.unverified_login = false);
    emulated.user(NewUser::new("bea@example.com").password("x").unverified());
    emulated
        .log_in("bea@example.com", "x")
        .is_refused(401, "Email is not verified", None);
    emulated.state(|state| state.users.get_mut("u-1").unwrap().memberships[0].is_disabled = true);
    emulated
        .log_in(EMAIL, PASSWORD)
        .is_refused(401, "User is disabled", None);
}

#[test]
fn an_application_has_to_be_known_and_open_to_the_tenant() {
    let emulated = with(|_| {});
    let text = "This account/tenant is not assigned to the requested application";
    let body = || json!({ "email": EMAIL, "password": PASSWORD });
    let sending = emulated
        .post(LOGIN, body())
        .header("frontegg-requested-application-id", "other");
    sending.send().is_refused(404, text, Some("ER-01008"));
}

#[test]
fn an_enrolled_user_is_challenged() {
    let emulated = with(|_| {});
    emulated.state(|state| {
        let factors = &mut state.users.get_mut("u-1").unwrap().factors;
        factors.authenticators.push(Authenticator {
            id: "d-1".into(),
            secret: "JBSW".into(),
            last_step: None,
        });
        factors.phones.push(Phone {
            id: "d-2".into(),
            number: "+15550100199".into(),
        });
    });
    let login = emulated.log_in(EMAIL, PASSWORD);
    assert_eq!(
        (
            login.status,
            &login.body["mfaRequired"],
            &login.body["mfaEnrolled"]
        ),
        (200, &json!(true), &json!(true))
    );
    assert!(login.body["mfaToken"].is_string() && login.body.get("accessToken").is_none());
    assert_eq!(
        login.body["mfaDevices"]["authenticators"],
        json!([{ "id": "d-1" }])
    );
    assert_eq!(
        login.body["mfaDevices"]["phones"],
        json!([{ "id": "d-2", "phoneNumber": "+1********99" }])
    );
    assert!(
        login.body["mfaDevices"]["webauthn"].is_array()
            && login.body["mfaDevices"]["emails"].is_array()
    );
    assert!(login.set_cookie("fe_refresh_").is_none());
}

#[test]
fn enrolment_can_be_forced_on_one_user_or_on_all() {
    let emulated = Emulated::new();
    emulated.user(ann().must_enrol_mfa());
    emulated.user(NewUser::new("bea@example.com").password("x"));
    let login = emulated.log_in(EMAIL, PASSWORD);
    assert_eq!(
        (&login.body["mfaRequired"], &login.body["mfaEnrolled"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(login.body["mfaStrategies"][0], "AuthenticatorApp");
    assert!(emulated.log_in("bea@example.com", "x").body["accessToken"].is_string());
    emulated.state(|state| state.mfa.force());
    assert_eq!(
        emulated.log_in("bea@example.com", "x").body["mfaRequired"],
        true
    );
}
