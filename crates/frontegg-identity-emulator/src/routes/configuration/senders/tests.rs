use http::Method;
use serde_json::{Value, json};

use crate::testing::Emulated;

const SMS: &str = "/identity/resources/configurations/v1/sms";

#[test]
fn a_mail_provider_shows_its_members_as_pairs() {
    let emulated = Emulated::new();
    let v1 = "/identity/resources/mail/v1/configurations";
    let v2 = "/identity/resources/mail/v2/configurations";
    assert_eq!(emulated.get(v1).vendor().send().status, 404);
    let payload = json!({ "provider": "mailgun", "secret": "s", "domain": "d", "region": "eu" });
    let set = emulated.post(v2, json!({ "payload": payload }));
    let set = set.vendor().send();
    assert_eq!((set.status, set.body), (201, Value::Null));
    let read = emulated.get(v1).vendor().send();
    assert_eq!(read.body["provider"], "mailgun");
    assert_eq!(
        read.body["extension"],
        json!([
            { "extensionName": "domain", "extensionValue": "d" },
            { "extensionName": "region", "extensionValue": "eu" },
        ])
    );
    let old = emulated.post(v1, json!({ "secret": "other" }));
    assert!(old.vendor().send().reply.status.is_success());
    let read = emulated.get(v1).vendor().send();
    assert_eq!(
        (&read.body["provider"], &read.body["extension"]),
        (&json!("sendgrid"), &json!([]))
    );
    assert_eq!(emulated.post(v2, json!({})).vendor().send().status, 400);
    let delete = || emulated.request(Method::DELETE, v1).vendor().send().status;
    assert_eq!((delete(), delete()), (200, 404));
}

#[test]
fn an_sms_provider_keeps_its_id() {
    let emulated = Emulated::new();
    assert_eq!(emulated.get(SMS).vendor().send().status, 404);
    let set = |name: &str| {
        let set = emulated.post(SMS, json!({ "senderName": name }));
        set.vendor().send().body
    };
    let (first, second) = (set("a"), set("b"));
    assert_eq!(first["id"], second["id"]);
    assert_eq!(emulated.get(SMS).vendor().send().body, second);
    let delete = || emulated.request(Method::DELETE, SMS).vendor().send().status;
    assert_eq!((delete(), delete()), (200, 404));
}
