//! The OAuth surface of the environment's domain: the sessions and the API tokens of the identity routes, in snake case.

pub(crate) mod authorize;

use data_encoding::BASE64;
use http::header::{AUTHORIZATION, LOCATION};
use http::{Method, StatusCode};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};

use super::finish::Ending;
use super::refresh::{end_session, renew};
use super::tokens::exchange;
use super::{Call, Extra, Handler, cookies};
use crate::context::no_caller;
use crate::http::{Refusal, Reply};

pub(crate) const EXTRAS: &[Extra] = &[
    open(Method::POST, "/oauth/token", token),
    open(Method::POST, "/oauth/authorize/silent", silent),
    open(Method::GET, "/oauth/logout", logout),
    open(Method::POST, "/oauth/logout/token", logout_token),
    Extra {
        method: Method::GET,
        template: "/oauth/userinfo",
        public: false,
        handler: user_info,
    },
];

/// What `grant_type` may be.
pub(crate) const GRANTS: [&str; 3] = ["authorization_code", "client_credentials", "refresh_token"];

const TOKEN_TYPE: &str = "bearer";

/// Claims of an access token that an ID token has as well.
const IDENTITY: [&str; 14] = [
    "iss",
    "sub",
    "aud",
    "iat",
    "exp",
    "auth_time",
    "amr",
    "acr",
    "sid",
    "name",
    "email",
    "email_verified",
    "profilePictureUrl",
    "tenantId",
];

/// Claims that `/oauth/userinfo` tells.
const PROFILE: [&str; 6] = [
    "sub",
    "name",
    "email",
    "email_verified",
    "profilePictureUrl",
    "tenantId",
];

const fn open(method: Method, template: &'static str, handler: Handler) -> Extra {
    Extra {
        method,
        template,
        public: true,
        handler,
    }
}

/// `POST /oauth/token`, as JSON or as a form.
fn token(call: &Call<'_>) -> Result<Reply, Refusal> {
    needs_known_environment(call)?;
    match call.text("grant_type") {
        Some("client_credentials") => client_credentials(call),
        Some("refresh_token") => refresh(call),
        Some("authorization_code") => {
            let (ending, nonce) = authorize::redeem(call)?;
            Ok(session_reply(call, ending, nonce))
        }
        _ => Err(Refusal::bad_request(format!(
            "grant_type must be one of the following values: {}",
            GRANTS.join(", ")
        ))),
    }
}

fn client_credentials(call: &Call<'_>) -> Result<Reply, Refusal> {
    let (id, secret) = basic(call)
        .or_else(|| {
            let text = |name| call.text(name).map(str::to_owned);
            Some((text("client_id")?, text("client_secret")?))
        })
        .ok_or_else(exchange::wrong_credentials)?;
    let exchanged = exchange::exchange(call, &id, &secret)?;
    Ok(machine_reply(call, exchanged))
}

/// Id and secret of `Authorization: Basic`.
fn basic(call: &Call<'_>) -> Option<(String, String)> {
    let (scheme, text) = call
        .request
        .header(AUTHORIZATION.as_str())?
        .split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let bytes = BASE64.decode(text.trim().as_bytes()).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let (id, secret) = text.split_once(':')?;
    let decoded = |text| {
        let text = percent_decode_str(text).decode_utf8().ok()?;
        Some(text.into_owned())
    };
    Some((decoded(id)?, decoded(secret)?))
}

/// Renews a user's session or an API token's access, by whichever the refresh token belongs to.
fn refresh(call: &Call<'_>) -> Result<Reply, Refusal> {
    let token = call
        .text("refresh_token")
        .ok_or_else(|| Refusal::bad_request("refresh_token should not be empty"))?;
    if call.settings.api_tokens_enabled
        && let Some(exchanged) = exchange::renew(call, token)
    {
        return Ok(machine_reply(call, exchanged));
    }
    let ending = renew(call, &mut call.state(), token, call.text("tenantId"))?;
    Ok(session_reply(call, ending, None))
}

/// `POST /oauth/authorize/silent`: the session of the cookie, as OAuth tokens.
fn silent(call: &Call<'_>) -> Result<Reply, Refusal> {
    needs_known_environment(call)?;
    let cookie = call.request.cookie(&cookies::refresh_name(call.settings));
    let token = cookie.ok_or_else(no_caller)?;
    let ending = renew(call, &mut call.state(), token, call.text("tenantId"))?;
    Ok(session_reply(call, ending, None))
}

/// `GET /oauth/logout`: ends the session of the cookie and sends the browser on.
fn logout(call: &Call<'_>) -> Result<Reply, Refusal> {
    needs_known_environment(call)?;
    let wished = call.request.query("post_logout_redirect_uri");
    let target = wished.unwrap_or("/oauth/account/login");
    let reply = Reply::empty(StatusCode::FOUND).with_header(LOCATION, target);
    Ok(end_session(call, reply))
}

/// `POST /oauth/logout/token`: as the browser's logout, for apps. 401 if there is no session to end.
fn logout_token(call: &Call<'_>) -> Result<Reply, Refusal> {
    needs_known_environment(call)?;
    let cookie = call.request.cookie(&cookies::refresh_name(call.settings));
    let is_live =
        cookie.is_some_and(|token| call.state().sessions.of_token(token, call.now).is_some());
    if is_live {
        Ok(end_session(call, Reply::empty(StatusCode::OK)))
    } else {
        Err(no_caller())
    }
}

/// `GET /oauth/userinfo`: what the user's token says about the user.
fn user_info(call: &Call<'_>) -> Result<Reply, Refusal> {
    let claims = &call.user_token()?.claims;
    Ok(Reply::ok(&Value::Object(chosen(claims, &PROFILE))))
}

/// These routes take no token, but on a regional host they are nobody's.
pub(crate) fn needs_known_environment(call: &Call<'_>) -> Result<(), Refusal> {
    call.context.admit(call.request, true, |_| false)
}

fn machine_reply(call: &Call<'_>, exchanged: exchange::Exchanged) -> Reply {
    let (access, refresh) = exchanged.into_tokens(call);
    Reply::ok(&json!({
        "token_type": TOKEN_TYPE,
        "access_token": access,
        "refresh_token": refresh,
        "expires_in": call.settings.access_token_life.num_seconds(),
    }))
}

/// Tokens of a session with its cookie. What is held back by a second factor stays as the identity routes say it.
fn session_reply(call: &Call<'_>, ending: Ending, nonce: Option<String>) -> Reply {
    let id_claims = ending.claims().map(|claims| {
        let mut claims = chosen(claims, &IDENTITY);
        claims.extend(nonce.map(|nonce| ("nonce".to_owned(), Value::String(nonce))));
        claims
    });
    let (body, cookies) = ending.into_parts(call);
    let body = match id_claims {
        None => Value::Object(body),
        Some(claims) => json!({
            "token_type": TOKEN_TYPE,
            "access_token": body.get("accessToken"),
            "refresh_token": body.get("refreshToken"),
            "id_token": call.service.keys.sign(&Value::Object(claims)),
            "expires_in": call.settings.access_token_life.num_seconds(),
            "refresh_expires_in": call.settings.refresh_token_life.num_seconds(),
        }),
    };
    let reply = Reply::ok(&body);
    cookies
        .iter()
        .fold(reply, |reply, cookie| reply.with_cookie(cookie))
}

fn chosen(claims: &Value, names: &[&str]) -> Map<String, Value> {
    let known = names
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), claims.get(name)?.clone())));
    known.collect()
}

#[cfg(test)]
mod tests;
