use http::Method;
use serde_json::json;

use crate::testing::Emulated;

#[test]
fn a_mail_template_falls_back_to_the_default_one() {
    let emulated = Emulated::new();
    let path = "/identity/resources/mail/v1/configs/templates";
    let list = |query: &str| emulated.get(&format!("{path}{query}")).vendor().send().body;
    assert_eq!(list(""), json!([]));
    let body = json!({ "type": "MagicLink", "subject": "Hello", "redirectURL": "https://a" });
    assert_eq!(emulated.post(path, body).vendor().send().status, 201);
    let own = list("?type=MagicLink");
    assert_eq!(own[0]["subject"], "Hello");
    assert_eq!(own[0]["redirectURLPattern"], "https://a");
    let default = "/identity/resources/mail/v1/configs/MagicLink/default";
    let default = emulated.get(default).vendor().send();
    assert_eq!(own[0]["htmlTemplate"], default.body["htmlTemplate"]);
    assert_eq!(default.body["subject"], "MagicLink");
    assert_eq!(list("?type=OTC"), json!([]));
    let one = format!("{path}/MagicLink");
    let delete = || {
        emulated
            .request(Method::DELETE, &one)
            .vendor()
            .send()
            .status
    };
    assert_eq!((delete(), delete()), (200, 404));
}

#[test]
fn an_sms_template_is_set_by_its_type() {
    let emulated = Emulated::new();
    let path = "/identity/resources/configurations/v1/sms/templates";
    let one = format!("{path}/LoginCode");
    assert_eq!(emulated.get(&one).vendor().send().status, 404);
    let set = emulated.post(&one, json!({ "template": "Your {{code}}" }));
    assert_eq!(set.vendor().send().status, 201);
    let read = emulated.get(&one).vendor().send();
    assert_eq!(read.body["template"], "Your {{code}}");
    let list = emulated.get(path).vendor().send();
    assert_eq!(list.body, json!([read.body]));
    let default = emulated.get(&format!("{one}/default")).vendor().send();
    assert_eq!(default.body["template"], "{{code}}");
    let all = emulated.get(&format!("{path}/default/all")).vendor().send();
    assert_eq!(all.body[0], default.body);
    let delete = || {
        emulated
            .request(Method::DELETE, &one)
            .vendor()
            .send()
            .status
    };
    assert_eq!((delete(), delete()), (200, 404));
}
