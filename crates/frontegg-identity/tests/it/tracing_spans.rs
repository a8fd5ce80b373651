//! What the log says of calls, and what it keeps to itself.

use frontegg_identity::{Identity, MailedLink, RetryPolicy};
use frontegg_identity_emulator::{Fault, SentKind};
use frontegg_identity_raw::catalogue;
use serde_json::Value;

use crate::secrets::everything_of;
use crate::sentinel::{assert_clean, told};
use crate::world::{ADA, World};

#[tokio::test]
async fn each_sending_has_a_span_with_operation_attempt_and_status() {
    let world = World::new().await;
    let session = world.ada().await;
    let me = "/identity/resources/users/v3/me";
    let faults = world.emulator.faults();
    faults.on("GET", me).once(Fault::status(503));
    let before = told().len();
    let client = session.raw();
    let call = client.call(&catalogue::GET_MY_PROFILE);
    let answer = call.send::<Value>().await.unwrap();
    let lines = told().split_off(before);
    let spans: Vec<_> = lines
        .iter()
        .filter(|line| line.contains(" sending "))
        .collect();
    let id = |span: &str| span.split(' ').next().unwrap_or_default().to_owned();
    assert_eq!(spans.len(), 2, "{lines:#?}");
    for (span, attempt, status) in [(spans[0], 1, 503), (spans[1], 2, 200)] {
        let named = format!(
            "{} sending operation=get_my_profile method=GET path=/resources/users/v3/me attempt={attempt}",
            id(span)
        );
        assert_eq!(*span, named);
        assert!(
            lines.contains(&format!("{} status={status}", id(span))),
            "{lines:#?}"
        );
    }
    let trace_id = format!("{} trace_id={}", id(spans[1]), answer.trace_id().unwrap());
    assert!(lines.contains(&trace_id), "{lines:#?}");
    let again = lines.iter().find(|line| line.contains("sending again"));
    let again = again.unwrap();
    assert!(
        again.contains("operation=get_my_profile attempt=1 pause_ms=0"),
        "{again}"
    );
    assert_eq!(
        lines
            .iter()
            .filter(|line| line.contains("answered"))
            .count(),
        2
    );
}

#[tokio::test]
async fn a_call_that_is_not_answered_and_one_that_is_not_sent_are_told_of() {
    let world = World::new().await;
    let reset = "/identity/resources/users/v1/passwords/reset";
    let busy = Fault::TooManyRequests(frontegg_identity_emulator::RetryHint::RetryAfter(30));
    let faults = world.emulator.faults();
    faults.on("POST", reset).once(busy);
    let before = told().len();
    for _ in 0..2 {
        world.identity.mail_password_reset(ADA).await.unwrap_err();
    }
    faults.on("POST", reset).once(Fault::LostReply);
    world.pass(chrono::TimeDelta::seconds(31));
    world.identity.mail_password_reset(ADA).await.unwrap_err();
    let lines = told().split_off(before);
    let has = |text: &str| lines.iter().any(|line| line.contains(text));
    assert!(
        has("the route is closed operation=start_password_reset_v1 wait_ms=30000 waits=false"),
        "{lines:#?}"
    );
    assert!(
        has("no answer is_connect=false is_timeout=false"),
        "{lines:#?}"
    );
}

/// The one call whose URL holds a secret.
#[tokio::test]
async fn s33_a_token_in_a_url_is_in_no_log_and_no_error_and_the_path_is() {
    let world = World::new().await;
    world.identity.mail_password_reset(ADA).await.unwrap();
    let mail = world.emulator.sent(SentKind::PasswordReset, ADA).await;
    // A token of another purpose, one that has to be escaped, and a server that is not there.
    let odd = "S3NTINEL&code=S3NTINEL#access_token=S3NTINEL x_token=S3NTINEL";
    let nobody = Identity::builder("http://127.0.0.1:9").retry(RetryPolicy::never());
    let nobody = nobody.build().unwrap();
    for (identity, token) in [
        (&world.identity, mail.token.as_deref().unwrap()),
        (&world.identity, odd),
        (&nobody, odd),
    ] {
        let before = told().len();
        let link = MailedLink::new("u-1", token.into());
        let error = identity.activation_needs_password(&link).await.unwrap_err();
        let text = everything_of(&error);
        assert_clean(&text);
        assert!(!text.contains(token));
        assert!(text.contains("GET /resources/users/v1/activate/strategy"));
        let lines = told().split_off(before).join("\n");
        assert!(
            lines.contains("path=/resources/users/v1/activate/strategy"),
            "{lines}"
        );
        assert!(!lines.contains(token));
    }
}
