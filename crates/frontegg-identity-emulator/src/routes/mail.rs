//! Mails with links and codes.

use http::StatusCode;

use super::Call;
use crate::crypto::random;
use crate::http::Refusal;
use crate::state::State;
use crate::state::links::{Dead, Purpose, end};
use crate::state::outbox::{Sent, SentKind};

/// A link that was made for a user, and perhaps mailed.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) token: String,
    pub(crate) link: String,
}

/// Mails a user the link that activates them.
pub(crate) fn activation(call: &Call<'_>, state: &mut State, user_id: &str) -> Made {
    send(call, state, user_id, Purpose::Activation, None)
}

/// Mails a user the link that accepts the invitation to a tenant.
pub(crate) fn invitation(
    call: &Call<'_>,
    state: &mut State,
    user_id: &str,
    tenant_id: &str,
) -> Made {
    send(call, state, user_id, Purpose::Invitation, Some(tenant_id))
}

/// Mails a user the link that resets the password.
pub(crate) fn password_reset(call: &Call<'_>, state: &mut State, user_id: &str) -> Made {
    send(call, state, user_id, Purpose::PasswordReset, None)
}

/// Mails a user the link that unlocks them.
pub(crate) fn unlock(call: &Call<'_>, state: &mut State, user_id: &str) -> Made {
    send(call, state, user_id, Purpose::Unlock, None)
}

/// Mails a user the link that logs in. `device` is the cookie of the place where it was asked for.
pub(crate) fn magic_link(call: &Call<'_>, state: &mut State, user_id: &str, device: &str) {
    let device = Some(device.to_owned());
    let made = make(call, state, user_id, Purpose::MagicLink, None, device);
    if let Some(address) = state.users.get(user_id).and_then(|user| user.email()) {
        let mut mail = Sent::new(SentKind::MagicLink, address, user_id, call.now);
        mail.token = Some(made.token);
        mail.link = Some(made.link);
        state.outbox.mail(mail);
    }
}

/// The token of the mail whose code the body repeats.
pub(crate) fn token_of_code(call: &Call<'_>, purpose: Purpose) -> Result<String, Refusal> {
    let text = |name| call.text(name).unwrap_or_default();
    let (user_id, token, code) = (text("userId"), text("token"), text("code"));
    let state = call.state();
    let token = state
        .links
        .with_code(purpose, user_id, token, code, call.now);
    token.map_err(dead_link)
}

/// 400 for a link that never was, 410 for one that has been used or is too old.
pub(crate) fn dead_link(dead: Dead) -> Refusal {
    match dead {
        Dead::Unknown => Refusal::bad_request("Token is not valid"),
        Dead::WrongCode => Refusal::bad_request("Invalid code"),
        Dead::Gone => Refusal::new(StatusCode::GONE, "Token has expired or was already used"),
    }
}

/// Makes a link without mailing it.
pub(crate) fn make(
    call: &Call<'_>,
    state: &mut State,
    user_id: &str,
    purpose: Purpose,
    tenant_id: Option<&str>,
    code: Option<String>,
) -> Made {
    let life = state.strategies.of(purpose, call.settings).life;
    let token = state
        .links
        .make(purpose, user_id, tenant_id, code, end(call.now, life));
    let path = match purpose {
        Purpose::Activation => "activate",
        Purpose::Invitation => "invitation/accept",
        Purpose::PasswordReset => "reset-password",
        Purpose::Unlock => "unlock-account",
        Purpose::MagicLink => "login/magic-link",
    };
    let link = format!(
        "https://{}/oauth/account/{path}?userId={user_id}&token={token}",
        call.settings.domain
    );
    Made { token, link }
}

fn send(
    call: &Call<'_>,
    state: &mut State,
    user_id: &str,
    purpose: Purpose,
    tenant_id: Option<&str>,
) -> Made {
    let kind = match purpose {
        Purpose::Activation => SentKind::Activation,
        Purpose::Invitation => SentKind::Invitation,
        Purpose::PasswordReset => SentKind::PasswordReset,
        Purpose::Unlock => SentKind::Unlock,
        Purpose::MagicLink => SentKind::MagicLink,
    };
    let has_code = state.strategies.of(purpose, call.settings).has_code;
    let code = has_code.then(|| random::digits(6));
    let made = make(call, state, user_id, purpose, tenant_id, code.clone());
    let Some(user) = state.users.get(user_id) else {
        return made;
    };
    let by_phone = matches!(purpose, Purpose::Activation | Purpose::Invitation);
    let phone = user.names().phone.as_deref().filter(|_| by_phone);
    let Some(address) = user.email().or(phone) else {
        return made;
    };
    let mut sent = Sent::new(kind, address, user_id, call.now);
    sent.code = code;
    sent.token = Some(made.token.clone());
    sent.link = Some(made.link.clone());
    if user.email().is_some() {
        state.outbox.mail(sent);
    } else {
        state.outbox.message(sent);
    }
    made
}
