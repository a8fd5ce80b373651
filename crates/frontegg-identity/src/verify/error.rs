//! Why a token is not taken.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use crate::error::Error;

/// Why a token is not taken: one reason for each refusal.
///
/// A service answers 401 to what is refused, and 503 to what [`is_retryable`](Self::is_retryable): then nothing is known
/// against the token. Neither message nor `Debug` repeats anything of the token.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum VerifyError {
    /// The header names another scheme than `Bearer`.
    Scheme,
    /// It is longer than tokens may be. Nothing of it was read.
    TooLarge,
    /// It is no signed token: not three parts of base64url.
    Malformed,
    /// Its header is no JSON object with an algorithm, or names a member twice.
    Header,
    /// Its header says that it is something else than a JWT.
    Type,
    /// Its header has an extension that must be understood (`crit`). Frontegg has none.
    CriticalExtension,
    /// It is not signed: its algorithm is `none`.
    Unsigned,
    /// It is signed by another algorithm than the one that this verifier takes.
    Algorithm,
    /// It does not name its key.
    MissingKeyId,
    /// Its key is not published, or was not yet a moment ago.
    UnknownKey,
    /// Two keys are published by the name of its key.
    AmbiguousKey,
    /// Its key is published, but is none for this algorithm: of another sort or curve, too short, or for another use.
    UnfitKey,
    /// The signature is not that of the key.
    Signature,
    /// It is signed, but its claims are no JSON object.
    Claims,
    /// It lacks a claim that tokens of its kind have.
    MissingClaim(&'static str),
    /// A claim is not of the sort that it has to be. A date of the wrong sort is no absent date.
    MalformedClaim(&'static str),
    /// It has expired.
    Expired,
    /// Its time is still to come.
    NotYetValid,
    /// It is of another issuer, or names none.
    Issuer,
    /// It is for somebody else, or names nobody.
    Audience,
    /// Tokens of its kind are not taken here. An access token is no bearer token.
    Kind,
    /// The service does not know this access token (any more).
    Revoked,
    /// The keys could not be had, so nothing is known about the token.
    KeysUnavailable(Error),
    /// The roles of an access token could not be had, nor whether it was revoked.
    RolesUnavailable(Error),
}

impl VerifyError {
    /// Whether nothing is known against the token: keys or roles could not be had. Everything else is a refusal, which the
    /// same token gets again.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        matches!(self, Self::KeysUnavailable(_) | Self::RolesUnavailable(_))
    }

    /// How long the service at the other end wants to be left alone, if it said so.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::KeysUnavailable(cause) | Self::RolesUnavailable(cause) => cause.retry_after(),
            _ => None,
        }
    }
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Scheme => "the header is not that of a bearer token; send `Bearer` and the token",
            Self::TooLarge => "the token is longer than this service takes; send fewer claims",
            Self::Malformed => "this is no signed token; send the token as it was received",
            Self::Header => "the header of the token cannot be read; send it as it was received",
            Self::Type => "this is no access token but a token of another type",
            Self::CriticalExtension => "the token has an extension that this service does not know",
            Self::Unsigned => "the token is not signed",
            Self::Algorithm => "the token is signed by another algorithm than this service takes",
            Self::MissingKeyId => "the token does not name its key",
            Self::UnknownKey => "the token's key is not known; check the environment",
            Self::AmbiguousKey => "two keys have the name of the token's key; publish one of them",
            Self::UnfitKey => "the token's key is none for this algorithm",
            Self::Signature => "the signature of the token is wrong",
            Self::Claims => "the claims of the token cannot be read",
            Self::MissingClaim(name) => return write!(f, "the token lacks the claim `{name}`"),
            Self::MalformedClaim(name) => {
                return write!(f, "the token's claim `{name}` cannot be read");
            }
            Self::Expired => "the token has expired; renew it or sign in again",
            Self::NotYetValid => "the token is not valid yet; check the clocks",
            Self::Issuer => "the token is of another issuer; check the environment",
            Self::Audience => "the token is for somebody else; check the environment",
            Self::Kind => "tokens of this kind are not taken here",
            Self::Revoked => "the access token was revoked or has expired",
            Self::KeysUnavailable(_) => "the keys cannot be had now; try again later",
            Self::RolesUnavailable(_) => "the token's roles cannot be had now; try again later",
        };
        f.write_str(text)
    }
}

impl StdError for VerifyError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::KeysUnavailable(cause) | Self::RolesUnavailable(cause) => Some(cause),
            _ => None,
        }
    }
}
