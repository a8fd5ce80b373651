//! The authorization code flow, for a browser that is signed in already: there is no login page.

use aws_lc_rs::digest;
use data_encoding::BASE64URL_NOPAD;
use http::header::LOCATION;
use http::{Method, StatusCode};

use super::needs_known_environment;
use crate::http::{Refusal, Reply};
use crate::routes::claims::MULTI_FACTOR;
use crate::routes::finish::{Ending, session_ending};
use crate::routes::sessions::gone;
use crate::routes::tokens::exchange::wrong_credentials;
use crate::routes::{Call, Extra, cookies};
use crate::state::State;
use crate::state::auth_codes::{Asked, Challenge};
use crate::state::sessions::{Session, Standing};

pub(crate) const EXTRAS: &[Extra] = &[Extra {
    method: Method::GET,
    template: "/oauth/authorize",
    public: true,
    handler: authorize,
}];

/// `GET /oauth/authorize`: back to the app with a code, or on to the login page, which is somebody else's to serve.
fn authorize(call: &Call<'_>) -> Result<Reply, Refusal> {
    needs_known_environment(call)?;
    let query = |name| call.request.query(name).filter(|text| !text.is_empty());
    let required = |name| {
        let missing = || Refusal::bad_request(format!("{name} should not be empty"));
        query(name).ok_or_else(missing)
    };
    if required("response_type")? != "code" {
        let message = "response_type must be one of the following values: code";
        return Err(Refusal::bad_request(message));
    }
    let redirect_uri = required("redirect_uri")?;
    let client_id = required("client_id")?;
    let challenge = query("code_challenge").map(str::to_owned);
    let challenge = match (challenge, query("code_challenge_method")) {
        (None, _) => None,
        (Some(text), None | Some("plain")) => Some(Challenge::Plain(text)),
        (Some(text), Some("S256")) => Some(Challenge::Sha256(text)),
        (Some(_), Some(_)) => {
            let message = "code_challenge_method must be one of the following values: S256, plain";
            return Err(Refusal::bad_request(message));
        }
    };
    let cookie = call.request.cookie(&cookies::refresh_name(call.settings));
    let mut state = call.state();
    let applications = &state.environment.applications;
    if client_id != call.settings.client_id && !applications.contains(client_id) {
        return Err(wrong_credentials());
    }
    let session = cookie.and_then(|token| good_session(call, &state, token));
    let is_enough = |session: &&Session| !session.awaits_mfa && is_stepped_up(call, session);
    let Some(session) = session.filter(is_enough) else {
        return Ok(match query("prompt") {
            Some("none") => back(call, redirect_uri, ("error", "login_required")),
            _ => found("/oauth/account/login"),
        });
    };
    let asked = Asked {
        session_id: session.id.clone(),
        redirect_uri: redirect_uri.to_owned(),
        nonce: query("nonce").map(str::to_owned),
        challenge,
    };
    let code = state.auth_codes.make(asked, call.now);
    Ok(back(call, redirect_uri, ("code", &code)))
}

/// Whether the session has what `acr_values` and `max_age` ask for: a second factor, not longer ago than that.
fn is_stepped_up(call: &Call<'_>, session: &Session) -> bool {
    let asked = call.request.query("acr_values").unwrap_or_default();
    if asked.split(' ').all(|one| one != MULTI_FACTOR) {
        return true;
    }
    let most = call.request.query("max_age").map(str::parse::<i64>);
    let age = (call.now - session.login.at).num_seconds();
    session.login.proofs.len() > 1 && most.is_none_or(|most| most.is_ok_and(|most| age <= most))
}

/// The session of a cookie that is not spent.
fn good_session<'a>(call: &Call<'_>, state: &'a State, token: &str) -> Option<&'a Session> {
    let reuse = call.settings.refresh_token_reuse;
    match state.sessions.standing(token, reuse, call.now) {
        Standing::Newest(id) | Standing::Forgiven(id) => state.sessions.live(id, call.now),
        Standing::Spent(_) | Standing::Unknown => None,
    }
}

/// A session of its own for the app that has a code, and the nonce that it asked for.
pub(crate) fn redeem(call: &Call<'_>) -> Result<(Ending, Option<String>), Refusal> {
    let mut state = call.state();
    let code = call.text("code").unwrap_or_default();
    let asked = state.auth_codes.take(code, call.now);
    let asked = asked.ok_or_else(wrong_credentials)?;
    let redirect_uri = call.text("redirect_uri");
    if redirect_uri.is_some_and(|uri| uri != asked.redirect_uri) {
        return Err(wrong_credentials());
    }
    check_answer(asked.challenge.as_ref(), call.text("code_verifier"))?;
    let session = state.sessions.live(&asked.session_id, call.now);
    let may_enter = |id: &str| state.users.get(id).is_some_and(|user| !user.is_locked);
    let session = session
        .filter(|session| may_enter(&session.login.user_id))
        .ok_or_else(gone)?;
    let (login, impersonator) = (session.login.clone(), session.impersonator.clone());
    let tenant_id = login.tenant_id.clone();
    let life = call.settings.refresh_token_life;
    let new = state.sessions.open(login, life, call.now);
    new.impersonator = impersonator;
    let id = new.id.clone();
    Ok((session_ending(call, &state, &id, &tenant_id)?, asked.nonce))
}

fn check_answer(challenge: Option<&Challenge>, verifier: Option<&str>) -> Result<(), Refusal> {
    let Some(challenge) = challenge else {
        return Ok(());
    };
    let missing = || Refusal::bad_request("code_verifier should not be empty").code("ER-00001");
    let verifier = verifier.ok_or_else(missing)?;
    let is_right = match challenge {
        Challenge::Plain(text) => text == verifier,
        Challenge::Sha256(text) => {
            let digest = digest::digest(&digest::SHA256, verifier.as_bytes());
            *text == BASE64URL_NOPAD.encode(digest.as_ref())
        }
    };
    is_right.then_some(()).ok_or_else(wrong_credentials)
}

/// Back to the app, with the state that it sent along.
fn back(call: &Call<'_>, redirect_uri: &str, said: (&str, &str)) -> Reply {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair(said.0, said.1);
    if let Some(state) = call.request.query("state") {
        query.append_pair("state", state);
    }
    let joint = if redirect_uri.contains('?') { '&' } else { '?' };
    found(&format!("{redirect_uri}{joint}{}", query.finish()))
}

fn found(target: &str) -> Reply {
    Reply::empty(StatusCode::FOUND).with_header(LOCATION, target)
}

#[cfg(test)]
mod tests;
