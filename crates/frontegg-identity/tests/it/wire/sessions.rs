//! Sessions of users.

use std::time::Duration;

use frontegg_identity::{ErrorKind, Login, StepUp};
use frontegg_identity_raw::catalogue;
use serde_json::{Value, json};

use super::{AUTH, BARE, DEVICE, Head, REFRESH, Wire, tokens};
use crate::world::session;

#[tokio::test]
async fn a_renewal_and_the_logout_after_it() {
    let mut wire = Wire::new().await;
    let session = wire.session().await;
    let cookies = format!("{REFRESH}=R1; {DEVICE}=D1");
    let head = Head {
        cookie: Some(&cookies),
        ..BARE
    };
    let path = format!("{AUTH}/user/token/refresh");
    let answer = json!({ "accessToken": "A2", "expiresIn": 3600 });
    let rotated = [&*format!("{REFRESH}=R2; Path=/")];
    wire.expect_with("POST", &path, head, Some(json!({})), &answer, &rotated)
        .await;
    assert_eq!(session.refresh_now().await.unwrap().expose(), "A2");
    let cookies = format!("{REFRESH}=R2; {DEVICE}=D1");
    let head = Head {
        cookie: Some(&cookies),
        ..BARE
    };
    let path = format!("{AUTH}/logout");
    wire.expect(("POST", &path), head, None, &json!({})).await;
    session.logout().await.unwrap();
    wire.done().await;
}

#[tokio::test]
async fn the_cookie_of_a_token_that_came_in_a_body_has_the_name_of_the_environment() {
    let mut wire = Wire::new().await;
    let session = session(wire.sign_in(&tokens("A1"), &[]).await);
    let cookie = format!("{REFRESH}=R1");
    let head = Head {
        cookie: Some(&cookie),
        ..BARE
    };
    let path = format!("{AUTH}/user/token/refresh");
    let body = json!({ "tenantId": "t-2" });
    wire.expect(("POST", &path), head, Some(body), &tokens("A2"))
        .await;
    let token = session.in_tenant("t-2").access_token().await.unwrap();
    assert_eq!(token.expose(), "A2");
    wire.done().await;
}

#[tokio::test]
async fn a_switch_of_tenant() {
    let mut wire = Wire::new().await;
    let session = wire.session().await;
    let head = Head {
        authorization: Some("Bearer A1"),
        ..BARE
    };
    let path = "/fe/identity/resources/users/v1/tenant";
    let body = json!({ "tenantId": "t-2" });
    wire.expect(("PUT", path), head, Some(body), &json!({}))
        .await;
    let cookies = format!("{REFRESH}=R1; {DEVICE}=D1");
    let head = Head {
        cookie: Some(&cookies),
        ..BARE
    };
    let path = format!("{AUTH}/user/token/refresh");
    wire.expect(("POST", &path), head, Some(json!({})), &tokens("A2"))
        .await;
    assert_eq!(session.switch_tenant("t-2").await.unwrap().expose(), "A2");
    wire.done().await;
}

#[tokio::test]
async fn a_step_up() {
    let mut wire = Wire::new().await;
    let session = wire.session().await;
    let path = format!("{AUTH}/user/step-up/generate");
    let head = Head {
        authorization: Some("Bearer A1"),
        ..BARE
    };
    let asked = json!({ "mfaToken": "M2", "mfaEnrolled": true, "mfaDevices": { "authenticators": [{ "id": "d-1" }] } });
    let body = json!({ "maxAge": 60 });
    wire.expect(("POST", &path), head, Some(body), &asked).await;
    let stepped = session.step_up(Some(Duration::from_secs(60))).await;
    let Ok(StepUp::MfaChallenge(challenge)) = stepped else {
        panic!("a second factor is due");
    };
    let cookies = format!("{DEVICE}=D1");
    let verify = Head {
        cookie: Some(&cookies),
        ..BARE
    };
    let body = json!({ "mfaToken": "M2", "value": "000123" });
    let path = format!("{AUTH}/user/mfa/authenticator/d-1/verify");
    wire.expect(("POST", &path), verify, Some(body), &tokens("A2"))
        .await;
    let app = challenge.authenticators().next().unwrap();
    assert!(matches!(app.verify("000123").await, Ok(Login::Complete(_))));
    assert_eq!(session.access_token().await.unwrap().expose(), "A2");
    let path = format!("{AUTH}/user/step-up/generate");
    let head = Head {
        authorization: Some("Bearer A2"),
        ..BARE
    };
    wire.expect(("POST", &path), head, Some(json!({})), &tokens("A3"))
        .await;
    assert!(matches!(session.step_up(None).await, Ok(StepUp::Done)));
    wire.done().await;
}

#[tokio::test]
async fn a_call_as_the_user() {
    let mut wire = Wire::new().await;
    let session = wire.session().await;
    let head = Head {
        authorization: Some("Bearer A1"),
        ..BARE
    };
    let path = "/fe/identity/resources/users/v3/me";
    wire.expect(("GET", path), head, None, &json!({})).await;
    let client = session.raw();
    let call = client.call(&catalogue::GET_MY_PROFILE);
    call.send::<Value>().await.unwrap();
    wire.done().await;
}

#[tokio::test]
async fn the_sessions_of_a_user() {
    let mut wire = Wire::new().await;
    let ada = wire.session().await;
    let head = Head {
        authorization: Some("Bearer A1"),
        ..BARE
    };
    let me = "/fe/identity/resources/users/sessions/v1/me";
    wire.expect(("GET", me), head, None, &json!([{ "id": "s" }]))
        .await;
    wire.expect(("DELETE", &format!("{me}/s%2F1")), head, None, &json!({}))
        .await;
    wire.expect(("DELETE", &format!("{me}/all")), head, None, &json!({}))
        .await;
    assert_eq!(ada.sessions().await.unwrap()[0].id, "s");
    ada.end_session("s/1").await.unwrap();
    ada.end_all_sessions().await.unwrap();
    wire.done().await;
}

#[tokio::test]
async fn a_step_up_whose_factor_has_to_be_set_up() {
    let mut wire = Wire::new().await;
    let session = wire.session().await;
    let path = format!("{AUTH}/user/step-up/generate");
    let head = Head {
        authorization: Some("Bearer A1"),
        ..BARE
    };
    let due = json!({ "mfaToken": "M2", "mfaEnrolled": false });
    wire.expect(("POST", &path), head, Some(json!({})), &due)
        .await;
    let Ok(StepUp::MfaEnrolment(open)) = session.step_up(None).await else {
        panic!("a second factor has to be set up");
    };
    let cookies = format!("{DEVICE}=D1");
    let head = Head {
        cookie: Some(&cookies),
        ..BARE
    };
    let path = format!("{AUTH}/user/mfa/sms/enroll");
    let body = json!({ "mfaToken": "M2", "phoneNumber": "+1" });
    wire.expect(
        ("POST", &path),
        head,
        Some(body),
        &json!({ "otcToken": "O1" }),
    )
    .await;
    let path = format!("{AUTH}/user/mfa/sms/enroll/verify");
    let body = json!({ "mfaToken": "M2", "otcToken": "O1", "code": "1" });
    wire.expect(("POST", &path), head, Some(body), &tokens("A2"))
        .await;
    let sent = open.phone().unwrap().send("+1").await.unwrap();
    assert!(matches!(sent.verify("1").await, Ok(Login::Complete(_))));
    assert_eq!(session.access_token().await.unwrap().expose(), "A2");
    wire.done().await;
}

#[tokio::test]
async fn a_step_up_that_comes_to_nothing_names_its_call() {
    let mut wire = Wire::new().await;
    let session = wire.session().await;
    let path = format!("{AUTH}/user/step-up/generate");
    let head = Head {
        authorization: Some("Bearer A1"),
        ..BARE
    };
    wire.expect(("POST", &path), head, Some(json!({})), &json!({}))
        .await;
    let error = session.step_up(None).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreadable);
    assert_eq!(error.operation(), Some("start_step_up"));
    assert_eq!(error.status(), Some(200));
    assert_eq!(session.access_token().await.unwrap().expose(), "A1");
    wire.done().await;
}
