//! The relying party's side of WebAuthn (Level 3): what it asks an authenticator, and whether the answer is good.
//!
//! Challenges, credentials and counters are kept by the caller. All binary values are base64url in JSON, as on the wire.
//! Attestation is limited to what a client gives a party that asks for none: format `none`, or a `packed` statement
//! signed with the new key itself.

pub(crate) mod assertion;
mod authenticator_data;
mod client_data;
mod cose;
pub(crate) mod registration;

use std::fmt;

use data_encoding::BASE64URL_NOPAD;
use serde_json::Value;

use cose::PublicKey;

/// How long the client may take, in milliseconds. A hint only.
const TIMEOUT: u32 = 60_000;

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RelyingParty {
    /// The domain to which credentials belong.
    pub(crate) id: String,
    /// The name that people see.
    pub(crate) name: String,
    /// Where answers may come from: `https://app.example.com`, or `android:apk-key-hash:...`.
    pub(crate) origins: Vec<String>,
}

/// What a question and the check of its answer have in common.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ceremony<'a> {
    pub(crate) party: &'a RelyingParty,
    /// From [`challenge`]; good for one answer.
    pub(crate) challenge: &'a str,
    pub(crate) user_verification: UserVerification,
}

/// Whether the authenticator has to make sure who its user is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UserVerification {
    Required,
    Preferred,
}

/// A credential that was registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Credential {
    /// In base64url.
    pub(crate) id: String,
    pub(crate) user_id: String,
    pub(crate) public_key: PublicKey,
    /// The counter of the last good answer; set by the caller after each.
    pub(crate) sign_count: u32,
    /// As the client named them.
    pub(crate) transports: Vec<String>,
    /// Whether it may be copied to other devices, which never changes.
    pub(crate) is_backup_eligible: bool,
}

/// Why an answer is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WebAuthnFault {
    /// This part is missing or cannot be read.
    Malformed(&'static str),
    /// The answer to another kind of question.
    Kind,
    Challenge,
    Origin,
    /// The authenticator answered another relying party.
    RelyingParty,
    UserAbsent,
    UserUnverified,
    /// A key of a kind that was not asked for.
    Algorithm,
    /// An attestation of a kind that was not asked for.
    Attestation,
    Signature,
    /// The counter did not grow: the credential may have been copied.
    Counter,
    /// The answer of another credential.
    Credential,
    /// The credential of another user.
    User,
}

impl fmt::Display for WebAuthnFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed(part) => return write!(f, "{part} cannot be read"),
            Self::Kind => "answer to another kind of ceremony",
            Self::Challenge => "answer to another challenge",
            Self::Origin => "answer from another origin",
            Self::RelyingParty => "answer to another relying party",
            Self::UserAbsent => "user was not present",
            Self::UserUnverified => "user was not verified",
            Self::Algorithm => "key has an unsupported algorithm",
            Self::Attestation => "attestation has an unsupported format",
            Self::Signature => "signature does not fit",
            Self::Counter => "signature counter did not grow",
            Self::Credential => "answer of another credential",
            Self::User => "credential of another user",
        })
    }
}

impl UserVerification {
    fn name(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Preferred => "preferred",
        }
    }
}

/// A new challenge.
pub(crate) fn challenge() -> String {
    super::random::token()
}

/// The id of the credential that answers, in the form of [`Credential::id`].
pub(crate) fn credential_id(answer: &Value) -> Option<String> {
    Some(encode(&decode(answer.get("id")?)?))
}

/// The user whom the authenticator names. An authenticator names one if it was asked without a list of credentials.
pub(crate) fn user_id(answer: &Value) -> Option<String> {
    String::from_utf8(decode(answer.pointer("/response/userHandle")?)?).ok()
}

fn encode(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}

/// Reads base64url, with or without padding.
fn decode(value: &Value) -> Option<Vec<u8>> {
    BASE64URL_NOPAD
        .decode(value.as_str()?.trim_end_matches('=').as_bytes())
        .ok()
}

/// A binary part of the answer's `response`.
fn part(answer: &Value, name: &'static str) -> Result<Vec<u8>, WebAuthnFault> {
    answer
        .get("response")
        .and_then(|response| decode(response.get(name)?))
        .ok_or(WebAuthnFault::Malformed(name))
}

#[cfg(test)]
mod tests;
