//! The environment: its token, its keys, its configuration.

use chrono::TimeDelta;
use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::oauth::GRANTS;
use super::{Call, Extra};
use crate::context::local_host;
use crate::http::{Refusal, Reply};
use crate::state::links::end;

pub(crate) const EXTRAS: &[Extra] = &[
    Extra {
        method: Method::POST,
        template: "/auth/vendor",
        public: true,
        handler: authenticate,
    },
    Extra {
        method: Method::GET,
        template: "/.well-known/jwks.json",
        public: true,
        handler: keys,
    },
    Extra {
        method: Method::GET,
        template: "/oauth/.well-known/jwks.json",
        public: true,
        handler: keys,
    },
    Extra {
        method: Method::GET,
        template: "/.well-known/openid-configuration",
        public: true,
        handler: discovery,
    },
    Extra {
        method: Method::GET,
        template: "/oauth/.well-known/openid-configuration",
        public: true,
        handler: discovery,
    },
];

/// `POST /auth/vendor {clientId, secret}`. Its errors are `{message}`.
fn authenticate(call: &Call<'_>) -> Result<Reply, Refusal> {
    let settings = call.settings;
    let refused = |status, message: &str| Ok(Reply::json(status, &json!({ "message": message })));
    match (call.text("clientId"), call.text("secret")) {
        (None, _) => refused(StatusCode::UNAUTHORIZED, "Client ID cannot be empty"),
        (_, None) => refused(StatusCode::UNAUTHORIZED, "Secret cannot be empty"),
        (Some(id), Some(secret)) if id == settings.client_id && secret == settings.secret => {
            let life = settings.environment_token_life;
            let token = call.service.keys.sign(&claims(call, life));
            Ok(Reply::ok(
                &json!({ "token": token, "expiresIn": life.num_seconds() }),
            ))
        }
        _ => {
            let form = &settings.wrong_environment_credentials;
            refused(Refusal::from(form).status, &form.message)
        }
    }
}

fn claims(call: &Call<'_>, life: TimeDelta) -> Value {
    json!({
        "type": "vendor",
        "vendorId": call.settings.client_id,
        "scopes": [],
        "iat": call.now.timestamp(),
        "exp": end(call.now, life).timestamp(),
    })
}

fn keys(call: &Call<'_>) -> Result<Reply, Refusal> {
    Ok(Reply::ok(&call.service.keys.jwks()))
}

/// The issuer is the environment's domain, as in its tokens. The endpoints are where the request came to, if that is this
/// machine: nobody could follow the domain.
fn discovery(call: &Call<'_>) -> Result<Reply, Refusal> {
    let issuer = format!("https://{}", call.settings.domain);
    let base = match local_host(call.request) {
        Some(host) => format!("http://{host}"),
        None => issuer.clone(),
    };
    Ok(Reply::ok(&json!({
        "issuer": issuer,
        "jwks_uri": format!("{base}/.well-known/jwks.json"),
        "authorization_endpoint": format!("{base}/oauth/authorize"),
        "token_endpoint": format!("{base}/oauth/token"),
        "userinfo_endpoint": format!("{base}/oauth/userinfo"),
        "end_session_endpoint": format!("{base}/oauth/logout"),
        "response_types_supported": ["code"],
        "grant_types_supported": GRANTS,
        "code_challenge_methods_supported": ["S256", "plain"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
    })))
}
