//! What a token has to say besides being signed. Plain functions: no clock, no network.

use std::time::Duration;

use super::error::VerifyError;
use super::kind::TokenKind;
use super::token::Checked;

/// How far clocks may be apart.
pub(super) const LEEWAY: Duration = Duration::from_secs(30);
/// The longest token, in bytes. Frontegg advises to stay below half of it.
pub(super) const LONGEST_TOKEN: usize = 16 * 1024;

/// The settings that decide on tokens. An empty list takes everything.
#[derive(Debug)]
pub(super) struct Rules {
    pub(super) issuers: Vec<String>,
    pub(super) audiences: Vec<String>,
    pub(super) kinds: Vec<TokenKind>,
    /// In microseconds.
    pub(super) leeway: i64,
    /// In bytes.
    pub(super) longest: usize,
}

impl Rules {
    /// Decides on a token whose signature is right.
    pub(super) fn check(&self, token: &Checked, now: i64) -> Result<(), VerifyError> {
        self.check_time(token, now)?;
        let is_one_of = |list: &[String], text: &String| list.is_empty() || list.contains(text);
        let is_ours = match &token.issuer {
            Some(issuer) => is_one_of(&self.issuers, issuer),
            None => self.issuers.is_empty(),
        };
        if !is_ours {
            return Err(VerifyError::Issuer);
        }
        let mut audience = token.audience.iter();
        if !self.audiences.is_empty() && !audience.any(|one| self.audiences.contains(one)) {
            return Err(VerifyError::Audience);
        }
        if !self.kinds.is_empty() && !self.kinds.contains(&token.kind) {
            return Err(VerifyError::Kind);
        }
        Ok(())
    }

    /// Whether its time is now, the one thing about a token that changes.
    pub(super) fn check_time(&self, token: &Checked, now: i64) -> Result<(), VerifyError> {
        let has_expired = |end: i64| now >= end.saturating_add(self.leeway);
        if token.expires_at.is_some_and(has_expired) {
            return Err(VerifyError::Expired);
        }
        let is_to_come = |start: i64| now.saturating_add(self.leeway) < start;
        if token.not_before.is_some_and(is_to_come) {
            return Err(VerifyError::NotYetValid);
        }
        Ok(())
    }
}

/// A span in microseconds.
pub(super) fn micros(span: Duration) -> i64 {
    i64::try_from(span.as_micros()).unwrap_or(i64::MAX)
}
