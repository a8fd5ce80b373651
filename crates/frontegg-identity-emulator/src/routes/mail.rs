//! Mails with links and codes.

use super::Call;
use crate::crypto::random;
use crate::state::State;
use crate::state::links::{Purpose, end};
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

/// Makes a link without mailing it.
pub(crate) fn make(
    call: &Call<'_>,
    state: &mut State,
    user_id: &str,
    purpose: Purpose,
    tenant_id: Option<&str>,
    code: Option<String>,
) -> Made {
    let life = match purpose {
        Purpose::MagicLink => call.settings.login_code_life,
        _ => call.settings.link_life,
    };
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
    let (kind, has_code) = match purpose {
        Purpose::Activation => (SentKind::Activation, call.settings.codes_in_mails),
        Purpose::Invitation => (SentKind::Invitation, call.settings.codes_in_mails),
        Purpose::PasswordReset => (SentKind::PasswordReset, false),
        Purpose::Unlock => (SentKind::Unlock, false),
        Purpose::MagicLink => (SentKind::MagicLink, false),
    };
    let code = has_code.then(|| random::digits(6));
    let made = make(call, state, user_id, purpose, tenant_id, code.clone());
    if let Some(address) = state.users.get(user_id).and_then(|user| user.email()) {
        let mut mail = Sent::new(kind, address, user_id, call.now);
        mail.code = code;
        mail.token = Some(made.token.clone());
        mail.link = Some(made.link.clone());
        state.outbox.mail(mail);
    }
    made
}
