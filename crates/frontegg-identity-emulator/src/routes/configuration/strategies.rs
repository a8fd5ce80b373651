//! Whether activation and invitation go by link or by code.

use chrono::TimeDelta;
use http::StatusCode;
use serde_json::{Value, json};

use crate::http::{Refusal, Reply};
use crate::routes::{Call, Handler};
use crate::state::links::Purpose;
use crate::state::strategies::Strategy;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("get_activation_strategy", activation),
    ("set_activation_strategy", set_activation),
    ("get_invitation_strategy", invitation),
    ("set_invitation_strategy", set_invitation),
];

fn activation(call: &Call<'_>) -> Result<Reply, Refusal> {
    show(call, Purpose::Activation)
}

fn invitation(call: &Call<'_>) -> Result<Reply, Refusal> {
    show(call, Purpose::Invitation)
}

fn set_activation(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let new = wished(call);
    call.state().strategies.activation = Some(new);
    Ok(Reply::empty(StatusCode::OK))
}

fn set_invitation(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let new = wished(call);
    call.state().strategies.invitation = Some(new);
    Ok(Reply::empty(StatusCode::OK))
}

fn show(call: &Call<'_>, purpose: Purpose) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let strategy = call.state().strategies.of(purpose, call.settings);
    let name = if strategy.has_code { "code" } else { "link" };
    Ok(Reply::ok(&json!({
        "strategy": name,
        "codeExpiration": strategy.life.num_seconds(),
    })))
}

fn wished(call: &Call<'_>) -> Strategy {
    let seconds = call.body.get("codeExpiration").and_then(Value::as_i64);
    Strategy {
        has_code: call.text("strategy") == Some("code"),
        life: seconds
            .and_then(TimeDelta::try_seconds)
            .unwrap_or(call.settings.link_life),
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use http::Method;
    use serde_json::{Value, json};

    use crate::state::NewUser;
    use crate::state::outbox::SentKind;
    use crate::testing::Emulated;

    const STRATEGIES: &str = "/identity/resources/configurations/v1";

    #[test]
    fn strategies_come_from_the_settings_until_they_are_set() {
        let emulated = Emulated::new();
        for kind in ["activation", "invitation"] {
            let path = format!("{STRATEGIES}/{kind}/strategies");
            let read = || emulated.get(&path).vendor().send().body;
            let day = json!({ "strategy": "code", "codeExpiration": 86400 });
            assert_eq!(read(), day);
            let hour = json!({ "strategy": "link", "codeExpiration": 3600 });
            let set = emulated.post(&path, hour.clone()).vendor().send();
            assert_eq!((set.status, set.body), (200, Value::Null));
            assert_eq!(read(), hour);
            let plain = json!({ "strategy": "code" });
            emulated.post(&path, plain).vendor().send();
            assert_eq!(read(), day);
            assert_eq!(emulated.get(&path).send().status, 401);
        }
    }

    #[test]
    fn users_cannot_see_or_set_them() {
        let emulated = Emulated::new();
        emulated.user(NewUser::new("ann@example.com").password("p"));
        let login = emulated.log_in("ann@example.com", "p");
        let token = login.text("accessToken");
        let path = format!("{STRATEGIES}/activation/strategies");
        assert_eq!(emulated.get(&path).bearer(token).send().status, 404);
        let set = emulated.post(&path, json!({ "strategy": "code" }));
        assert_eq!(set.bearer(token).send().status, 404);
    }

    #[test]
    fn a_mail_has_a_code_if_the_strategy_says_so_and_lives_as_long_as_it_says() {
        let emulated = Emulated::new();
        let path = format!("{STRATEGIES}/activation/strategies");
        let set = |strategy: &str| {
            let body = json!({ "strategy": strategy, "codeExpiration": 60 });
            emulated.post(&path, body).vendor().send();
        };
        let sign_up = |email: &str| {
            let body = json!({ "email": email, "companyName": "A" });
            let path = "/identity/resources/users/v1/signUp";
            let answer = emulated.request(Method::POST, path).json(&body).send();
            let mail = emulated.sent(SentKind::Activation, email);
            (answer.body, mail.expect("a mail"))
        };
        set("link");
        let (body, mail) = sign_up("ann@example.com");
        assert_eq!((mail.code, &body["activationToken"]), (None, &Value::Null));
        set("code");
        let (body, mail) = sign_up("bea@example.com");
        assert!(mail.code.is_some() && body["activationToken"].is_string());
        let activate = || {
            let body = json!({ "userId": mail.user_id, "token": mail.token });
            let path = "/identity/resources/users/v1/activate";
            emulated.post(path, body).send().status
        };
        emulated.service.clock.advance(TimeDelta::seconds(60));
        assert_eq!(activate(), 410);
    }
}
