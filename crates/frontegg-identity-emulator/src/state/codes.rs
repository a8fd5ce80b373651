//! Codes that were sent by mail or SMS and wait to come back, each under a token that its asker holds.

use chrono::{DateTime, TimeDelta, Utc};

use super::links::end;
use super::recent::Recent;
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
    /// Another address, or another number, instead of the one there is.
    EmailChange,
    PhoneChange,
    /// A lost number: leave to name another one, and that leave itself.
    PhoneReset,
    PhoneReplacement,
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
    by_token: Recent<String, Code>,
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

    /// Takes a code that comes back without its token, by what it was sent to.
    pub(crate) fn take_sent(
        &mut self,
        purpose: CodePurpose,
        user_id: &str,
        to: &str,
        text: &str,
        now: DateTime<Utc>,
    ) -> Result<Code, BadCode> {
        let sent = self.by_token.iter().filter(|(_, code)| {
            code.purpose == purpose && code.user_id == user_id && code.to.eq_ignore_ascii_case(to)
        });
        let newest = sent.max_by_key(|(_, code)| code.expires_at);
        let token = newest.map(|(token, _)| token.clone());
        self.take(purpose, &token.ok_or(BadCode::Unknown)?, text, now)
    }

    /// Takes what is left of a flow whose code was right: here the token alone is enough.
    pub(crate) fn redeem(
        &mut self,
        purpose: CodePurpose,
        token: &str,
        now: DateTime<Utc>,
    ) -> Result<Code, BadCode> {
        let text = self.by_token.get(token).map(|code| code.text.clone());
        self.take(purpose, token, &text.unwrap_or_default(), now)
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

    #[test]
    fn a_code_without_its_token_is_the_newest_to_that_address() {
        let now = Utc::now();
        let life = TimeDelta::minutes(5);
        let purpose = CodePurpose::EmailChange;
        let mut codes = Codes::default();
        codes.make(purpose, "u", "a@example.com", life, now);
        let later = now + TimeDelta::seconds(1);
        let (token, text) = codes.make(purpose, "u", "a@example.com", life, later);
        let take =
            |codes: &mut Codes, user, to| codes.take_sent(purpose, user, to, &text, later).is_ok();
        assert!(!take(&mut codes, "v", "a@example.com"));
        assert!(!take(&mut codes, "u", "b@example.com"));
        assert!(take(&mut codes, "u", "A@example.com"));
        assert!(codes.redeem(purpose, &token, later).is_err());
        let (token, _) = codes.make(purpose, "u", "a@example.com", life, now);
        assert!(codes.redeem(purpose, &token, later).is_ok());
    }
}
