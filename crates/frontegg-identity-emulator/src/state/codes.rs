//! Codes that were sent by mail or SMS and wait to come back, each under a token that its asker holds.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::links::end;
use crate::crypto::random;

/// Digits of a code.
const LENGTH: usize = 6;

/// What a code is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum CodePurpose {
    /// A second factor, shown.
    Mfa,
    /// A second factor, set up.
    MfaEnrolment,
    /// A second factor, taken away.
    MfaDisablement,
    /// A login without a password, by mail.
    Login,
    /// A login without a password, by SMS.
    SmsLogin,
    /// A phone number or an address, shown to be one's own.
    Verification,
    /// A phone number, taken away.
    Removal,
    /// A new password.
    PasswordReset,
}

/// A code that waits.
#[derive(Debug, Clone)]
pub(crate) struct Code {
    pub(crate) purpose: CodePurpose,
    pub(crate) user_id: String,
    /// The address or the number.
    pub(crate) to: String,
    text: String,
    expires_at: DateTime<Utc>,
}

/// Why a code is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BadCode {
    /// No code was sent under this token for this purpose, or it was used.
    Unknown,
    Expired,
    /// It stays good for another try.
    Wrong,
}

/// All codes by token.
#[derive(Debug, Default)]
pub(crate) struct Codes {
    by_token: HashMap<String, Code>,
}

impl Codes {
    /// Makes a code. The token is for whoever asked, the code for the address or number.
    pub(crate) fn make(
        &mut self,
        purpose: CodePurpose,
        user_id: &str,
        to: &str,
        life: TimeDelta,
        now: DateTime<Utc>,
    ) -> (String, String) {
        self.by_token.retain(|_, code| now < code.expires_at);
        let (token, text) = (random::token(), random::digits(LENGTH));
        let code = Code {
            purpose,
            user_id: user_id.to_owned(),
            to: to.to_owned(),
            text: text.clone(),
            expires_at: end(now, life),
        };
        self.by_token.insert(token.clone(), code);
        (token, text)
    }

    /// Takes a code that is right; it is good once. Blanks around it do not count.
    pub(crate) fn take(
        &mut self,
        purpose: CodePurpose,
        token: &str,
        text: &str,
        now: DateTime<Utc>,
    ) -> Result<Code, BadCode> {
        let code = self
            .by_token
            .get(token)
            .filter(|code| code.purpose == purpose)
            .ok_or(BadCode::Unknown)?;
        if now >= code.expires_at {
            return Err(BadCode::Expired);
        }
        if code.text != text.trim() {
            return Err(BadCode::Wrong);
        }
        self.by_token.remove(token).ok_or(BadCode::Unknown)
    }

    pub(crate) fn forget_user(&mut self, user_id: &str) {
        self.by_token.retain(|_, code| code.user_id != user_id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_good_once_in_time_and_for_its_purpose() {
        let now = Utc::now();
        let mut codes = Codes::default();
        let make = |codes: &mut Codes| {
            codes.make(
                CodePurpose::Mfa,
                "u",
                "+15550100",
                TimeDelta::minutes(5),
                now,
            )
        };
        let (token, text) = make(&mut codes);
        let wrong = if text == "000000" { "000001" } else { "000000" };
        let fault = |result: Result<Code, BadCode>| result.map(|_| ()).unwrap_err();
        assert_eq!(
            fault(codes.take(CodePurpose::Login, &token, &text, now)),
            BadCode::Unknown
        );
        assert_eq!(
            fault(codes.take(CodePurpose::Mfa, &token, wrong, now)),
            BadCode::Wrong
        );
        let spaced = format!(" {text} ");
        assert!(codes.take(CodePurpose::Mfa, &token, &spaced, now).is_ok());
        assert_eq!(
            fault(codes.take(CodePurpose::Mfa, &token, &text, now)),
            BadCode::Unknown
        );
        let (token, text) = make(&mut codes);
        let late = now + TimeDelta::minutes(5);
        assert_eq!(
            fault(codes.take(CodePurpose::Mfa, &token, &text, late)),
            BadCode::Expired
        );
    }
}
