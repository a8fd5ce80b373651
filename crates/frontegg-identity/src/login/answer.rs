//! What the answer of a login says. Every call that signs somebody in is answered in this form, and so is a refresh.
//!
//! A 200 is no session by itself. The members are asked in this order:
//!
//! 1. `mfaRequired` and `mfaToken`: a second factor is due, to be shown or to be set up;
//! 2. `resetPasswordToken`: the password has expired, and tokens that came along count for nothing;
//! 3. no access token, but `isBreachedPassword`: the password has leaked;
//! 4. an access token: a session.

use chrono::TimeDelta;
use frontegg_identity_raw::Secret;
use serde_json::Value;

use crate::mfa::{AppSecret, MfaDevices, MfaStrategy};
use crate::token::Tokens;
use crate::token::expiry::{Received, lifetime};

/// What an answer says.
#[derive(Debug)]
pub(crate) enum Answer {
    Complete(Box<Complete>),
    Challenge(Challenged),
    Enrolment(Enrolling),
    PasswordExpired {
        user_id: String,
        reset_token: Secret,
        /// As in [`Complete`]: a factor may be set up before the password is looked at.
        recovery_code: Option<Secret>,
    },
    PasswordBreached {
        user_id: Option<String>,
    },
    /// None of these: somebody is not signed in, and the server does not say why.
    Nothing,
}

#[derive(Debug)]
pub(crate) struct Complete {
    pub(crate) tokens: Tokens,
    pub(crate) user: Identified,
    /// Whether the password runs out soon enough to say so, and when.
    pub(crate) password_expires_in: Option<TimeDelta>,
    /// Shown once, after the first factor was set up.
    pub(crate) recovery_code: Option<Secret>,
}

/// Who signs in, as far as the answer says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Identified {
    pub(crate) id: Option<String>,
    pub(crate) email: Option<String>,
    /// Whether this login showed that the address is theirs.
    pub(crate) verified_email: bool,
}

/// A sign-in that waits for its second factor.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub(crate) token: Secret,
    pub(crate) user: Identified,
    pub(crate) is_breached: bool,
}

/// A factor is to be shown.
#[derive(Clone, Debug)]
pub(crate) struct Challenged {
    pub(crate) held: Held,
    pub(crate) devices: MfaDevices,
    /// For who has nothing but an address that takes codes: a factor may be set up as well.
    pub(crate) open: Option<Open>,
}

/// A factor is to be set up.
#[derive(Clone, Debug)]
pub(crate) struct Enrolling {
    pub(crate) held: Held,
    pub(crate) open: Open,
}

/// What can be set up.
#[derive(Clone, Debug)]
pub(crate) struct Open {
    pub(crate) strategies: Vec<MfaStrategy>,
    /// For an app, from services that give it here already.
    pub(crate) app: AppSecret,
    /// Good once a factor is set up, from services that give it here already.
    pub(crate) recovery_code: Option<Secret>,
}

/// Reads the body of an answer.
pub(crate) fn read(body: &Value, received: &Received) -> Answer {
    if flag(body, "mfaRequired").unwrap_or(false)
        && let Some(token) = text(body, "mfaToken")
    {
        return second_factor(body, token);
    }
    if let (Some(token), Some(user_id)) = (text(body, "resetPasswordToken"), text(body, "userId")) {
        return Answer::PasswordExpired {
            user_id: user_id.to_owned(),
            reset_token: token.into(),
            recovery_code: secret(body, "recoveryCode"),
        };
    }
    match Tokens::read(body, received) {
        Some(tokens) => Answer::Complete(Box::new(Complete {
            tokens,
            user: identified(body),
            password_expires_in: password_expires_in(body),
            recovery_code: secret(body, "recoveryCode"),
        })),
        None if is_breached(body) => Answer::PasswordBreached {
            user_id: identified(body).id,
        },
        None => Answer::Nothing,
    }
}

/// Reads the answer to a step-up, which asks for a second factor without `mfaRequired`.
pub(crate) fn read_step_up(body: &Value, received: &Received) -> Answer {
    match text(body, "mfaToken") {
        Some(token) => second_factor(body, token),
        None => read(body, received),
    }
}

/// A user counts as enrolled unless the answer has `mfaEnrolled`, and it is false. Who is not can show a code by mail all
/// the same, if an address is listed.
fn second_factor(body: &Value, token: &str) -> Answer {
    let held = Held {
        token: token.into(),
        user: identified(body),
        is_breached: is_breached(body),
    };
    let devices = MfaDevices::read(&body["mfaDevices"]);
    let enrolled = body.get("mfaEnrolled");
    let is_enrolled = enrolled.is_none_or(|enrolled| enrolled.as_bool() == Some(true));
    let open = (!is_enrolled).then(|| open(body));
    match open {
        Some(open) if devices.emails.is_empty() => Answer::Enrolment(Enrolling { held, open }),
        open => Answer::Challenge(Challenged {
            held,
            devices,
            open,
        }),
    }
}

fn open(body: &Value) -> Open {
    let names = body["mfaStrategies"].as_array();
    let names = names.map(Vec::as_slice).unwrap_or_default().iter();
    Open {
        strategies: names
            .filter_map(Value::as_str)
            .map(MfaStrategy::from)
            .collect(),
        app: AppSecret::read(body),
        recovery_code: secret(body, "recoveryCode"),
    }
}

fn identified(body: &Value) -> Identified {
    let owned = |name: &str| text(body, name).map(str::to_owned);
    Identified {
        id: owned("userId"),
        email: owned("userEmail"),
        verified_email: flag(body, "emailVerified").unwrap_or(false),
    }
}

fn is_breached(body: &Value) -> bool {
    flag(body, "isBreachedPassword").unwrap_or(false)
}

/// The rest of a password's life, if it is short enough for a warning. Both members are minutes.
fn password_expires_in(body: &Value) -> Option<TimeDelta> {
    // Read as a span of seconds, since the forms of a number are the same.
    let minutes = |name: &str| lifetime(body.get(name)?).value();
    let (left, warning) = (
        minutes("passwordExpiresIn")?,
        minutes("notificationPeriod")?,
    );
    (left <= warning).then(|| left.checked_mul(60)).flatten()
}

fn secret(body: &Value, name: &str) -> Option<Secret> {
    text(body, name).map(Secret::from)
}

fn text<'a>(body: &'a Value, name: &str) -> Option<&'a str> {
    body.get(name)?.as_str().filter(|text| !text.is_empty())
}

fn flag(body: &Value, name: &str) -> Option<bool> {
    body.get(name)?.as_bool()
}

#[cfg(test)]
mod tests;
