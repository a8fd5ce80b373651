//! From a right first factor to the answer of a login.
//!
//! A login passes gates, each of which can answer 200 without tokens: second factor, expired password, breached password.
//! Behind the last one a session is opened. Every route that logs somebody in ends here.

use http::StatusCode;
use serde_json::{Map, Value, json};

use super::sessions::gone;
use super::{Call, claims, cookies, mfa, policies, tenant_invites};
use crate::context::no_caller;
use crate::crypto::{qr, random};
use crate::http::{Refusal, Reply, http_date, timestamp};
use crate::settings::ExpiresForm;
use crate::state::State;
use crate::state::links::{Purpose, end};
use crate::state::login::{Login, Origin, Proof};
use crate::state::mfa::Need;
use crate::state::users::User;

/// What a login has come to. It is made while the state is locked and becomes an answer after that, because an access token
/// takes its time to sign.
#[derive(Debug)]
#[must_use]
pub(crate) struct Ending {
    body: Map<String, Value>,
    /// Claims of the access token, if there is one.
    claims: Option<Value>,
    /// What the QR code in it says, if there is one.
    qr_code: Option<String>,
    cookies: Vec<String>,
}

impl Ending {
    /// An answer without tokens.
    pub(crate) fn held(body: Map<String, Value>) -> Self {
        Self {
            body,
            claims: None,
            qr_code: None,
            cookies: Vec::new(),
        }
    }

    /// Adds a member to the body.
    pub(crate) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.body.insert(name.to_owned(), value.into());
        self
    }

    /// Adds the member `qrCode`.
    pub(crate) fn with_qr_code(mut self, text: String) -> Self {
        self.qr_code = Some(text);
        self
    }

    /// Adds the cookie that stands for a device.
    pub(crate) fn with_device(mut self, call: &Call<'_>, device: &str) -> Self {
        let a_year = call.now + chrono::TimeDelta::days(365);
        let name = cookies::device_name(call.settings);
        self.cookies.push(cookies::set(call, &name, device, a_year));
        self
    }

    /// The claims of the access token, if there is one.
    pub(crate) fn claims(&self) -> Option<&Value> {
        self.claims.as_ref()
    }

    /// Leaves only the cookies of a session, and what says that it is there.
    pub(crate) fn without_tokens(mut self) -> Self {
        self.claims = None;
        for name in ["refreshToken", "expiresIn", "expires", "tokenType"] {
            self.body.remove(name);
        }
        self
    }

    /// The body and the `Set-Cookie` headers. Signs; let go of the state first.
    pub(crate) fn into_parts(self, call: &Call<'_>) -> (Map<String, Value>, Vec<String>) {
        let mut body = self.body;
        if let Some(claims) = &self.claims {
            body.insert(
                "accessToken".to_owned(),
                Value::String(call.service.keys.sign(claims)),
            );
        }
        let qr_code = self.qr_code.as_deref().and_then(qr::png_data_url);
        body.extend(qr_code.map(|image| ("qrCode".to_owned(), Value::String(image))));
        (body, self.cookies)
    }

    /// The answer. Signs; let go of the state first.
    pub(crate) fn reply(self, call: &Call<'_>, status: StatusCode) -> Reply {
        let (body, cookies) = self.into_parts(call);
        cookies.iter().fold(
            Reply::json(status, &Value::Object(body)),
            |reply, cookie| reply.with_cookie(cookie),
        )
    }
}

/// A login of a user whose first factor was right.
///
/// # Errors
/// The user is locked, disabled everywhere or not verified, or the application is closed to them.
pub(crate) fn begin(
    call: &Call<'_>,
    state: &State,
    user: &User,
    proof: Proof,
) -> Result<Login, Refusal> {
    let settings = call.settings;
    if user.is_locked {
        return Err((&settings.locked_user).into());
    }
    if user.awaits_activation && !user.is_verified && proof != Proof::Mail {
        return Err((&settings.unverified_user).into());
    }
    let verified_email = proof == Proof::Mail && !user.is_verified;
    let is_in_doubt = user.email().is_some() && !user.is_verified;
    if !settings.unverified_login && is_in_doubt && proof != Proof::Mail {
        return Err((&settings.unverified_user).into());
    }
    let application_id = requested_application(call, state)?;
    let tenant_id = state
        .login_tenant(user, application_id, call.now)
        .ok_or_else(|| Refusal::from(&settings.disabled_user))?;
    if let Some(application) = application_id.and_then(|id| state.environment.applications.get(id))
        && !application.is_open_to(tenant_id)
    {
        return Err(closed_application());
    }
    if settings.ip_restrictions_at_login {
        policies::addresses::accept(call, state, tenant_id)?;
    }
    Ok(Login {
        user_id: user.id.clone(),
        tenant_id: tenant_id.to_owned(),
        application_id: application_id.map(str::to_owned),
        proofs: vec![proof],
        at: call.now,
        from: origin(call),
        verified_email,
    })
}

/// Takes a login through all gates.
pub(crate) fn finish_login(
    call: &Call<'_>,
    state: &mut State,
    login: Login,
) -> Result<Ending, Refusal> {
    let user = state.users.get(&login.user_id).ok_or_else(no_caller)?;
    match state.mfa.need(user, &login, call.now) {
        Need::Nothing => after_mfa(call, state, login),
        need => Ok(mfa::challenge(call, state, login, need, None)),
    }
}

/// Takes a login through the gates behind the second factor.
pub(crate) fn after_mfa(
    call: &Call<'_>,
    state: &mut State,
    login: Login,
) -> Result<Ending, Refusal> {
    match held_by_password(call, state, &login)? {
        Some(ending) => Ok(ending),
        None => open_session(call, state, login),
    }
}

/// As [`after_mfa`], for a login that renews a session: it keeps its id and gets a new refresh token.
pub(crate) fn after_mfa_of_session(
    call: &Call<'_>,
    state: &mut State,
    login: Login,
    session_id: &str,
) -> Result<Ending, Refusal> {
    if let Some(ending) = held_by_password(call, state, &login)? {
        return Ok(ending);
    }
    let gone = || Refusal::from(&call.settings.dead_mfa_token);
    if state.sessions.live(session_id, call.now).is_none() {
        return Err(gone());
    }
    let session = state.sessions.get_mut(session_id).ok_or_else(gone)?;
    session.login.proofs = login.proofs;
    session.login.at = login.at;
    session.awaits_mfa = false;
    renewed_ending(call, state, session_id)
}

/// The answer for a session that goes on with a new refresh token.
pub(crate) fn renewed_ending(
    call: &Call<'_>,
    state: &mut State,
    session_id: &str,
) -> Result<Ending, Refusal> {
    let life = call.settings.refresh_token_life;
    state.sessions.renew(session_id, life, true, call.now);
    let session = state.sessions.live(session_id, call.now);
    let tenant_id = session.map(|session| session.login.tenant_id.clone());
    session_ending(call, state, session_id, &tenant_id.unwrap_or_default())
}

/// The answer to a login whose password has to be replaced first.
fn held_by_password(
    call: &Call<'_>,
    state: &mut State,
    login: &Login,
) -> Result<Option<Ending>, Refusal> {
    let user = state.users.get(&login.user_id).ok_or_else(no_caller)?;
    let by_password = login.proofs.contains(&Proof::Password);
    let rotation = policies::passwords::rotation(call, state, &login.tenant_id);
    let left = user.password_left(rotation.map(|rotation| rotation.period), call.now);
    if by_password && left.is_some_and(|left| left.num_seconds() <= 0) {
        let (user_id, email) = (user.id.clone(), user.email().map(str::to_owned));
        let life = end(call.now, call.settings.link_life);
        let token = state
            .links
            .make(Purpose::PasswordReset, &user_id, None, None, life);
        let body = json!({ "mfaRequired": false, "userId": user_id, "resetPasswordToken": token });
        return Ok(Some(Ending::held(with_email(body, email))));
    }
    if by_password && user.is_breached {
        let body = json!({ "mfaRequired": false, "userId": user.id, "isBreachedPassword": true });
        let email = user.email().map(str::to_owned);
        return Ok(Some(Ending::held(with_email(body, email))));
    }
    Ok(None)
}

/// Opens a session without any gate. Whoever brought an `invitationToken` along joins its tenant.
pub(crate) fn open_session(
    call: &Call<'_>,
    state: &mut State,
    login: Login,
) -> Result<Ending, Refusal> {
    let login = tenant_invites::join(call, state, login)?;
    let user = state.users.get_mut(&login.user_id).ok_or_else(no_caller)?;
    user.last_login = Some(call.now);
    user.failed_logins = 0;
    user.is_verified |= login.verified_email;
    user.awaits_activation &= !login.verified_email;
    let (user_id, tenant_id) = (login.user_id.clone(), login.tenant_id.clone());
    let (verified_email, device) = (login.verified_email, login.from.device.clone());
    let life = policies::sessions::life(call, state, &tenant_id, call.now);
    let session_id = state.sessions.open(login, life, call.now).id.clone();
    policies::sessions::end_surplus(call, state, &user_id, &tenant_id);
    let mut ending =
        session_ending(call, state, &session_id, &tenant_id)?.with("emailVerified", verified_email);
    let rotation = policies::passwords::rotation(call, state, &tenant_id);
    if let (Some(rotation), Some(user)) = (rotation, state.users.get(&user_id))
        && let Some(left) = user.password_left(Some(rotation.period), call.now)
    {
        ending = ending
            .with("passwordExpiresIn", left.num_minutes())
            .with("notificationPeriod", rotation.notification.num_minutes());
    }
    if device.is_none() {
        ending = ending.with_device(call, &random::uuid());
    }
    Ok(ending)
}

/// The answer that hands out the tokens of a session: an access token for the tenant, and the newest refresh token.
pub(crate) fn session_ending(
    call: &Call<'_>,
    state: &State,
    session_id: &str,
    tenant_id: &str,
) -> Result<Ending, Refusal> {
    let session = state.sessions.live(session_id, call.now).ok_or_else(gone)?;
    let user = state.users.get(&session.login.user_id).ok_or_else(gone)?;
    let settings = call.settings;
    let mut body = json!({
        "tokenType": "bearer",
        "mfaRequired": false,
        "refreshToken": session.refresh_token(),
        "userId": user.id,
    });
    if let Value::Object(body) = &mut body {
        body.extend(lifetime(call));
    }
    let name = cookies::refresh_name(settings);
    Ok(Ending {
        body: with_email(body, user.email().map(str::to_owned)),
        claims: Some(claims::of_user(
            call,
            state,
            user,
            tenant_id,
            Some(&session.login),
            Some(session),
        )),
        qr_code: None,
        cookies: vec![cookies::set(
            call,
            &name,
            session.refresh_token(),
            session.expires_at,
        )],
    })
}

/// `expiresIn` and `expires` of an access token that is made now.
pub(crate) fn lifetime(call: &Call<'_>) -> Map<String, Value> {
    let life = call.settings.access_token_life;
    let end = end(call.now, life);
    let expires = match call.settings.expires_form {
        ExpiresForm::HttpDate => Some(http_date(end)),
        ExpiresForm::Rfc3339 => Some(timestamp(end)),
        ExpiresForm::EpochSeconds => Some(end.timestamp().to_string()),
        ExpiresForm::Empty => Some(String::new()),
        ExpiresForm::Missing => None,
    };
    let mut members = Map::from_iter([("expiresIn".to_owned(), json!(life.num_seconds()))]);
    members.extend(expires.map(|expires| ("expires".to_owned(), Value::String(expires))));
    members
}

/// The application that a login names, if it names one.
pub(crate) fn requested_application<'a>(
    call: &Call<'a>,
    state: &State,
) -> Result<Option<&'a str>, Refusal> {
    let named = call.request.header("frontegg-requested-application-id");
    match named.or_else(|| call.request.header("frontegg-application-id")) {
        Some(id) if !state.environment.applications.contains(id) => Err(closed_application()),
        named => Ok(named),
    }
}

/// 404 `ER-01008`: the tenant may not use the application.
pub(crate) fn closed_application() -> Refusal {
    Refusal::not_found("This account/tenant is not assigned to the requested application")
        .code("ER-01008")
}

/// Where the request comes from.
pub(crate) fn origin(call: &Call<'_>) -> Origin {
    let text = |name: &str| call.request.header(name).map(str::to_owned);
    let forwarded = text("x-frontegg-forwarded-for").or_else(|| text("x-forwarded-for"));
    Origin {
        device: call
            .request
            .cookie(&cookies::device_name(call.settings))
            .map(str::to_owned),
        user_agent: text("user-agent"),
        ip: forwarded.and_then(|list| list.split(',').next().map(|first| first.trim().to_owned())),
    }
}

fn with_email(body: Value, email: Option<String>) -> Map<String, Value> {
    let Value::Object(mut body) = body else {
        return Map::new();
    };
    body.extend(email.map(|email| ("userEmail".to_owned(), Value::String(email))));
    body
}
