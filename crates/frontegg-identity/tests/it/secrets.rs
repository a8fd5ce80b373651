//! Planted secrets, looked for wherever text comes out.
//!
//! The log is searched elsewhere, for all tests: see `sentinel`.

use std::fmt::Write as _;

use frontegg_identity::{
    Credentials, Error, Identifier, Identity, KnownDevice, Login, Next, Secret, StepUp,
    WebauthnDeviceType,
};
use frontegg_identity_emulator::Fault;
use frontegg_identity_raw::catalogue;
use serde_json::Value;

use crate::sentinel::assert_clean;
use crate::world::{ALAN, APP, LOGIN, PASSWORD, REFRESH, World, challenge, enrolment, session};

/// All that an error tells: itself, its cause, and the cause of that.
pub(crate) fn everything_of(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        write!(text, " {cause} {cause:?}").unwrap();
        source = cause.source();
    }
    text
}

#[tokio::test]
async fn s32_no_secret_is_in_debug_or_error() {
    let world = World::new().await;
    let mut told = String::new();
    let mut secrets = vec![PASSWORD.to_owned(), APP.to_owned(), world.emulator.secret()];

    let login = world.sign_in(ALAN).await.unwrap();
    write!(told, "{login:?} {login:#?}").unwrap();
    let asked = challenge(login);
    let app = asked.authenticators().next().unwrap();
    write!(told, "{app:?}").unwrap();
    let sent = asked.emails().next().unwrap().send().await.unwrap();
    write!(told, "{sent:?}").unwrap();
    let code = world.app_code();
    let login = app.verify(&code).await.unwrap();
    write!(told, "{login:#?} {:?}", world.identity).unwrap();
    let own = session(login);
    for _ in 0..2 {
        let token = own.access_token().await.unwrap();
        let authorization = token.authorization();
        write!(told, "{own:?} {token:#?} {authorization:?}").unwrap();
        secrets.push(token.expose().to_owned());
        world.expire();
    }
    let client = own.raw();
    let call = client.call(&catalogue::GET_MY_PROFILE);
    write!(told, "{client:?} {call:?}").unwrap();
    call.send::<Value>().await.unwrap();
    let tenant = own.in_tenant("t-2");
    secrets.push(tenant.access_token().await.unwrap().expose().to_owned());
    write!(told, "{tenant:?} {:?}", own.watch()).unwrap();
    let Ok(StepUp::MfaChallenge(again)) = own.step_up(Some(std::time::Duration::ZERO)).await else {
        panic!("the second factor is old by now");
    };
    write!(told, "{:?}", Next::Challenge(again)).unwrap();

    let machine =
        Credentials::environment(world.emulator.client_id(), world.emulator.secret().into());
    write!(told, "{machine:?}").unwrap();
    let machine = world.identity.sign_in_as_machine(machine).await.unwrap();
    write!(told, "{machine:#?}").unwrap();
    secrets.push(machine.access_token().await.unwrap().expose().to_owned());

    // Second factors, whose tokens and secrets are planted, and a device.
    let device = KnownDevice::from_text(&"fe_device_x=S3NTINEL".into()).unwrap();
    let here = world.identity.on_device(&device);
    write!(told, "{device:?} {here:?}").unwrap();
    let due = |mut due: Value| {
        due["mfaRequired"] = true.into();
        due["mfaToken"] = "S3NTINEL".into();
        let faults = world.emulator.faults();
        faults.on("POST", LOGIN).once(Fault::reply(200, &due));
        world.sign_in(ALAN)
    };
    let answer = serde_json::json!({
        "qrCode": "S3NTINEL", "secret": "S3NTINEL", "recoveryCode": "S3NTINEL",
        "otcToken": "S3NTINEL", "webauthnToken": "S3NTINEL", "options": { "challenge": "S3NTINEL" },
    });
    let faults = world.emulator.faults();
    for step in [
        "emailcode",
        "webauthn/{id}",
        "authenticator/enroll",
        "sms/enroll",
        "webauthn/enroll",
    ] {
        let path = format!("{LOGIN}/mfa/{step}");
        faults.on("POST", &path).once(Fault::reply(200, &answer));
    }
    let devices = serde_json::json!({
        "webauthn": [{ "id": "k" }], "emails": [{ "email": "a@b.c" }],
    });
    let asked = due(serde_json::json!({ "mfaDevices": devices })).await;
    let asked = challenge(asked.unwrap());
    let sent = asked.emails().next().unwrap().send().await.unwrap();
    let question = asked.keys().next().unwrap().start().await.unwrap();
    write!(told, "{asked:?} {sent:?} {question:?}").unwrap();
    told += &everything_of(&sent.verify("S3NTINEL").await.unwrap_err());
    told += &everything_of(&question.verify(&answer).await.unwrap_err());
    told += &everything_of(&asked.recover(&"S3NTINEL".into()).await.unwrap_err());
    let remember = "/identity/resources/configurations/v1/mfa-policy/allow-remember-device";
    for fault in [Fault::status(401), Fault::LostReply, Fault::TruncatedJson] {
        faults.on("GET", remember).once(fault.clone());
        faults.on("GET", remember).once(fault.clone());
        faults.on("GET", remember).once(fault);
        told += &everything_of(&asked.may_remember_device().await.unwrap_err());
    }
    let mut offer = answer.clone();
    offer["mfaEnrolled"] = false.into();
    let open = enrolment(due(offer).await.unwrap());
    let app = open.authenticator().unwrap().start().await.unwrap();
    let phone = open.phone().unwrap().send("S3NTINEL").await.unwrap();
    let key = open.key(WebauthnDeviceType::Platform).unwrap();
    let key = key.start().await.unwrap();
    write!(told, "{open:?} {app:?} {phone:?} {key:?}").unwrap();
    told += &everything_of(&app.verify("S3NTINEL").await.unwrap_err());
    told += &everything_of(&phone.verify("S3NTINEL").await.unwrap_err());
    told += &everything_of(&key.verify(&answer).await.unwrap_err());

    // Answers that repeat what was sent, and answers that cannot be read.
    let echo =
        serde_json::json!({ "errors": [format!("{PASSWORD} is wrong")], "refreshToken": PASSWORD });
    for fault in [
        Fault::reply(400, &echo),
        Fault::reply(200, &echo),
        Fault::TruncatedJson,
        Fault::LostReply,
    ] {
        world.emulator.faults().on("POST", LOGIN).once(fault);
        told += &everything_of(&world.sign_in(ALAN).await.unwrap_err());
    }
    world.expire();
    let faults = world.emulator.faults();
    faults.on("POST", REFRESH).once(Fault::reply(401, &echo));
    told += &everything_of(&own.access_token().await.unwrap_err());
    write!(told, "{:?}", own.watch().now()).unwrap();

    // Input that cannot be sent.
    for odd in ["", "S3NTINEL\n", "S3NTINÉL", &"S3NTINEL".repeat(131_072)] {
        let who = Identifier::username(odd);
        let login = world
            .identity
            .sign_in_with_password(&who, &odd.into())
            .await;
        told += &everything_of(&login.unwrap_err());
        let credentials = Credentials::api_token(odd, odd.into());
        let login = world.identity.sign_in_as_machine(credentials).await;
        told += &everything_of(&login.unwrap_err());
    }
    for base in ["S3NTINEL", "https://S3NTINEL@h", "https://h?S3NTINEL"] {
        told += &everything_of(&Identity::builder(base).build().unwrap_err());
    }

    assert_clean(&told);
    for secret in &secrets {
        assert!(!told.contains(secret));
    }
}

#[test]
fn an_error_may_be_kept_and_sent() {
    fn is_kept<T: Send + Sync + 'static>() {}
    is_kept::<Error>();
    is_kept::<Login>();
    is_kept::<Secret>();
    is_kept::<frontegg_identity::Session>();
}
