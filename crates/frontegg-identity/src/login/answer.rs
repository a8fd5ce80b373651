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

use crate::mfa::{MfaDevices, MfaStrategy};
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

/// A factor is to be shown.
#[derive(Clone, Debug)]
pub(crate) struct Challenged {
    pub(crate) token: Secret,
    pub(crate) devices: MfaDevices,
    pub(crate) user: Identified,
    pub(crate) is_breached: bool,
}

/// A factor is to be set up.
#[derive(Clone, Debug)]
pub(crate) struct Enrolling {
    pub(crate) token: Secret,
    pub(crate) strategies: Vec<MfaStrategy>,
    pub(crate) user: Identified,
    pub(crate) is_breached: bool,
}

/// Reads the body of an answer.
pub(crate) fn read(body: &Value, received: &Received) -> Answer {
    let user = Identified {
        id: text(body, "userId").map(str::to_owned),
        email: text(body, "userEmail").map(str::to_owned),
        verified_email: flag(body, "emailVerified").unwrap_or(false),
    };
    let is_breached = flag(body, "isBreachedPassword").unwrap_or(false);
    if flag(body, "mfaRequired").unwrap_or(false)
        && let Some(token) = text(body, "mfaToken")
    {
        return second_factor(body, token.into(), user, is_breached);
    }
    if let (Some(token), Some(user_id)) = (text(body, "resetPasswordToken"), text(body, "userId")) {
        return Answer::PasswordExpired {
            user_id: user_id.to_owned(),
            reset_token: token.into(),
        };
    }
    match Tokens::read(body, received) {
        Some(tokens) => Answer::Complete(Box::new(Complete {
            tokens,
            user,
            password_expires_in: password_expires_in(body),
            recovery_code: text(body, "recoveryCode").map(Secret::from),
        })),
        None if is_breached => Answer::PasswordBreached { user_id: user.id },
        None => Answer::Nothing,
    }
}

/// A user counts as enrolled unless the answer has `mfaEnrolled`, and it is false, and no address takes codes.
fn second_factor(body: &Value, token: Secret, user: Identified, is_breached: bool) -> Answer {
    let devices = MfaDevices::read(&body["mfaDevices"]);
    let is_enrolled = match body.get("mfaEnrolled") {
        None => true,
        Some(enrolled) => enrolled.as_bool() == Some(true) || !devices.emails.is_empty(),
    };
    if is_enrolled {
        return Answer::Challenge(Challenged {
            token,
            devices,
            user,
            is_breached,
        });
    }
    let names = body["mfaStrategies"].as_array();
    let names = names.map(Vec::as_slice).unwrap_or_default();
    Answer::Enrolment(Enrolling {
        token,
        strategies: names
            .iter()
            .filter_map(Value::as_str)
            .map(MfaStrategy::from)
            .collect(),
        user,
        is_breached,
    })
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

fn text<'a>(body: &'a Value, name: &str) -> Option<&'a str> {
    body.get(name)?.as_str().filter(|text| !text.is_empty())
}

fn flag(body: &Value, name: &str) -> Option<bool> {
    body.get(name)?.as_bool()
}

#[cfg(test)]
mod tests;
