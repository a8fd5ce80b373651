//! Single sign-on: to a tenant's identity provider and back, and that provider itself, played by the emulator.

use http::header::{HOST, LOCATION};
use http::{Method, StatusCode};
use serde_json::json;

use crate::crypto::random;
use crate::http::{Refusal, Reply};
use crate::routes::finish::{Ending, begin, finish_login, open_session};
use crate::routes::{Call, Extra, Handler};
use crate::state::State;
use crate::state::login::{Login, Proof};
use crate::state::mfa::Need;
use crate::state::sso::{Assertion, Issuer, SsoKind};
use crate::state::users::{Membership, Names, User};

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("start_sso_login", start),
    ("start_saml_login", start_saml),
    ("complete_saml_login", complete_saml),
    ("complete_oidc_login", complete_oidc),
    ("complete_oidc_login_v1", complete_oidc_v1),
];

pub(crate) const EXTRAS: &[Extra] = &[Extra {
    method: Method::GET,
    template: "/_idp/{provider}",
    public: true,
    handler: provide,
}];

fn start(call: &Call<'_>) -> Result<Reply, Refusal> {
    send(call, None)
}

fn start_saml(call: &Call<'_>) -> Result<Reply, Refusal> {
    send(call, Some(SsoKind::Saml))
}

/// Where the user goes from here: to the identity provider of the tenant, or of the domain of the user's address.
fn send(call: &Call<'_>, only: Option<SsoKind>) -> Result<Reply, Refusal> {
    let unknown = || Refusal::not_found("SSO domain was not found");
    let mut state = call.state();
    let by_name = call
        .text("username")
        .and_then(|name| state.users.by_username(name));
    let email = call
        .text("email")
        .or_else(|| by_name.and_then(User::email))
        .or_else(|| call.text("username").filter(|name| name.contains('@')))
        .map(str::to_owned);
    let domain = email
        .as_deref()
        .and_then(|email| email.rsplit_once('@'))
        .map(|(_, domain)| domain);
    let connection = state
        .sso
        .connection(domain, call.text("tenantId"))
        .filter(|one| only.is_none_or(|kind| one.kind == kind))
        .ok_or_else(unknown)?;
    let (kind, tenant_id) = (connection.kind, connection.tenant_id.clone());
    let sent = state.sso.send(kind, &tenant_id, email.as_deref(), call.now);
    let name = kind.as_str();
    let address = idp_address(call, name);
    let address = match kind {
        SsoKind::Saml => format!("{address}?RelayState={sent}"),
        SsoKind::Oidc => format!("{address}?response_type=code&state={sent}"),
    };
    Ok(Reply::ok(
        &json!({ "address": address, "idpType": name, "addressType": "sso" }),
    ))
}

/// The address of the emulated provider, at the host that the request came to.
pub(crate) fn idp_address(call: &Call<'_>, provider: &str) -> String {
    let host = call.request.header(HOST.as_str());
    let host = host.unwrap_or(&call.settings.domain);
    format!("http://{host}/_idp/{provider}")
}

/// The emulated identity provider. It believes everybody: the user is `email`, else the one that the login was started for.
/// Its word goes to `redirect_uri`, or is the body if there is none.
fn provide(call: &Call<'_>) -> Result<Reply, Refusal> {
    let query = |name| call.request.query(name).filter(|text| !text.is_empty());
    let provider = call.param("provider");
    let kind = [SsoKind::Saml, SsoKind::Oidc]
        .into_iter()
        .find(|kind| kind.as_str() == provider);
    let sent = query("RelayState").or_else(|| query("state"));
    let mut state = call.state();
    let (issuer, hint) = match kind {
        Some(kind) => {
            let (tenant_id, hint) = sent
                .and_then(|sent| state.sso.sent(kind, sent, call.now))
                .ok_or_else(|| Refusal::bad_request("No login is waiting for this answer"))?;
            let tenant_id = tenant_id.to_owned();
            (Issuer::Tenant { kind, tenant_id }, hint.map(str::to_owned))
        }
        None if state.sso.has_provider(provider) => (Issuer::Social(provider.to_owned()), None),
        None => return Err(Refusal::not_found("No such provider")),
    };
    let email = query("email")
        .or_else(|| query("login_hint"))
        .or(hint.as_deref())
        .filter(|email| email.contains('@'))
        .ok_or_else(|| Refusal::bad_request("email is missing"))?;
    let word = state.sso.assert(issuer, email, sent, call.now);
    let (word_name, state_name) = match kind {
        Some(SsoKind::Saml) => ("SAMLResponse", "RelayState"),
        _ => ("code", "state"),
    };
    let Some(target) = query("redirect_uri") else {
        return Ok(Reply::ok(&json!({ word_name: word, state_name: sent })));
    };
    let mut answer = form_urlencoded::Serializer::new(String::new());
    answer.append_pair(word_name, &word);
    if let Some(sent) = sent {
        answer.append_pair(state_name, sent);
    }
    let sign = if target.contains('?') { '&' } else { '?' };
    let target = format!("{target}{sign}{}", answer.finish());
    Ok(Reply::empty(StatusCode::FOUND).with_header(LOCATION, &target))
}

fn complete_saml(call: &Call<'_>) -> Result<Reply, Refusal> {
    complete(call, SsoKind::Saml, "SAMLResponse", "RelayState")
}

fn complete_oidc(call: &Call<'_>) -> Result<Reply, Refusal> {
    complete(call, SsoKind::Oidc, "code", "RelayState")
}

fn complete_oidc_v1(call: &Call<'_>) -> Result<Reply, Refusal> {
    complete(call, SsoKind::Oidc, "code", "state")
}

fn complete(
    call: &Call<'_>,
    wanted: SsoKind,
    word: &str,
    state_name: &str,
) -> Result<Reply, Refusal> {
    let word = call.text(word).unwrap_or_default();
    let ending = {
        let mut state = call.state();
        let assertion = state
            .sso
            .take(word, call.text(state_name), call.now)
            .ok_or_else(|| wrong(call))?;
        let Assertion {
            issuer: Issuer::Tenant { kind, tenant_id },
            email,
            ..
        } = assertion
        else {
            return Err(wrong(call));
        };
        if kind != wanted || !state.tenants.contains(&tenant_id) {
            return Err(wrong(call));
        }
        let user_id = provision(call, &mut state, &email, &tenant_id, kind.as_str());
        let user = state.users.get(&user_id).ok_or_else(|| wrong(call))?;
        if user
            .membership(&tenant_id)
            .is_none_or(|membership| !membership.is_open(call.now))
        {
            return Err((&call.settings.disabled_user).into());
        }
        let mut login = begin(call, &state, user, Proof::Sso)?;
        login.tenant_id.clone_from(&tenant_id);
        if let Some(user) = state.users.get_mut(&user_id) {
            user.active_tenant = Some(tenant_id);
        }
        finish(call, &mut state, login)?
    };
    Ok(ending.reply(call, StatusCode::OK))
}

/// The id of the user with this address, who is in the tenant from now on. A new one is made with the tenant's default roles.
pub(super) fn provision(
    call: &Call<'_>,
    state: &mut State,
    email: &str,
    tenant_id: &str,
    provider: &str,
) -> String {
    let known = state.users.by_email(email).map(|user| user.id.clone());
    let id = known.unwrap_or_else(|| {
        let mut user = User::new(random::uuid(), Names::of_email(email), call.now);
        user.name = email.split('@').next().map(str::to_owned);
        user.is_verified = true;
        provider.clone_into(&mut user.provider);
        let id = user.id.clone();
        state.users.insert(user);
        id
    });
    let role_ids = state.catalogue.default_roles(tenant_id);
    if let Some(user) = state.users.get_mut(&id) {
        user.join(Membership::new(tenant_id, role_ids));
    }
    id
}

/// Takes the login through its gates. If the settings say so, the second factor is left to the first refresh.
pub(super) fn finish(call: &Call<'_>, state: &mut State, login: Login) -> Result<Ending, Refusal> {
    let is_held = call.settings.sso_mfa_at_refresh
        && state
            .users
            .get(&login.user_id)
            .is_some_and(|user| state.mfa.need(user, &login, call.now) != Need::Nothing);
    if !is_held {
        return finish_login(call, state, login);
    }
    let user_id = login.user_id.clone();
    let ending = open_session(call, state, login)?;
    let newest = state.sessions.of_user(&user_id, call.now).last();
    let session_id = newest.map(|session| session.id.clone());
    if let Some(session) = session_id.and_then(|id| state.sessions.get_mut(&id)) {
        session.awaits_mfa = true;
    }
    Ok(ending.without_tokens())
}

pub(super) fn wrong(call: &Call<'_>) -> Refusal {
    (&call.settings.wrong_assertion).into()
}

#[cfg(test)]
mod tests;
