//! Why a hook was refused.

use std::fmt;

/// Why a hook was refused. There is nothing of the request in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WebhookError {
    /// The header is longer than any token of Frontegg's.
    TokenTooLarge,
    /// The header is no JSON Web Token of three parts in canonical base64url.
    TokenMalformed,
    /// The token says that it is signed in another way than HS256, or has extensions that have to be understood.
    Algorithm,
    /// None of the secrets gives this signature.
    Signature,
    /// This claim is needed and is missing.
    ClaimMissing(&'static str),
    /// This claim is there and is no date.
    ClaimMalformed(&'static str),
    /// The token has run out.
    Expired,
    /// The token is for later: one of the clocks is wrong.
    NotYetValid,
    /// The token is older than the verifier takes.
    TooOld,
    /// The body is larger than the verifier takes.
    BodyTooLarge,
    /// The body is no JSON object with a text for `eventKey`.
    BodyMalformed,
}

impl WebhookError {
    /// The status to answer with: 413 for a body that is too large, 400 for one that cannot be read, and 401 otherwise.
    #[must_use]
    pub fn status(self) -> u16 {
        match self {
            Self::BodyTooLarge => 413,
            Self::BodyMalformed => 400,
            _ => 401,
        }
    }
}

impl fmt::Display for WebhookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self {
            Self::TokenTooLarge => "the token is too large",
            Self::TokenMalformed => "the header is no JSON Web Token",
            Self::Algorithm => "the token is not signed with HS256",
            Self::Signature => "no secret gives this signature",
            Self::ClaimMissing(claim) => return write!(f, "the token has no {claim}"),
            Self::ClaimMalformed(claim) => {
                return write!(f, "the {claim} of the token is no date");
            }
            Self::Expired => "the token has run out",
            Self::NotYetValid => "the token is for later; look at the clock of this machine",
            Self::TooOld => "the token is too old",
            Self::BodyTooLarge => "the body is too large",
            Self::BodyMalformed => "the body is no event",
        };
        f.write_str(why)
    }
}

impl std::error::Error for WebhookError {}
