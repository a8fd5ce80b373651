//! A signed token in its parts (RFC 7515, section 7.1), before anything of it is believed.

use std::borrow::Cow;

use data_encoding::BASE64URL_NOPAD;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::error::VerifyError;

/// The longest header, in characters. Frontegg's have about a hundred.
const LONGEST_HEADER: usize = 4 * 1024;

/// The three parts, as base64url.
#[derive(Clone, Copy)]
pub(super) struct Parts<'a> {
    /// What is signed: the first two parts with the dot between them.
    pub(super) message: &'a str,
    header: &'a str,
    claims: &'a str,
    pub(super) signature: &'a str,
}

/// What a header says. A member that stands there twice is refused, for two readers could choose differently.
#[derive(Deserialize)]
pub(super) struct Header<'a> {
    #[serde(borrow)]
    pub(super) alg: Cow<'a, str>,
    #[serde(borrow, default)]
    pub(super) kid: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    typ: Option<Cow<'a, str>>,
    #[serde(default)]
    crit: Present,
}

/// Whether a member is there, be it `null`.
#[derive(Default)]
struct Present(bool);

impl<'de> Deserialize<'de> for Present {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(from).map(|_| Self(true))
    }
}

impl<'a> Parts<'a> {
    pub(super) fn split(token: &'a str) -> Result<Self, VerifyError> {
        let (message, signature) = token.rsplit_once('.').ok_or(VerifyError::Malformed)?;
        let (header, claims) = message.split_once('.').ok_or(VerifyError::Malformed)?;
        if claims.contains('.') {
            return Err(VerifyError::Malformed);
        }
        if header.len() > LONGEST_HEADER {
            return Err(VerifyError::TooLarge);
        }
        Ok(Self {
            message,
            header,
            claims,
            signature,
        })
    }

    /// The header's bytes.
    pub(super) fn header_bytes(&self) -> Result<Vec<u8>, VerifyError> {
        decode(self.header)
    }

    pub(super) fn signature(&self) -> Result<Vec<u8>, VerifyError> {
        decode(self.signature)
    }

    pub(super) fn claims(&self) -> Result<Vec<u8>, VerifyError> {
        decode(self.claims)
    }
}

impl<'a> Header<'a> {
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, VerifyError> {
        // Members that are not read are skipped unseen, and JSON is UTF-8 from end to end.
        let text = str::from_utf8(bytes).map_err(|_| VerifyError::Header)?;
        let header: Self = serde_json::from_str(text).map_err(|_| VerifyError::Header)?;
        if header.crit.0 {
            return Err(VerifyError::CriticalExtension);
        }
        if !header.typ.as_deref().is_none_or(is_jwt) {
            return Err(VerifyError::Type);
        }
        Ok(header)
    }
}

/// Whether a media type is that of an access token (RFC 7519, section 5.1, and RFC 9068, section 2.1).
fn is_jwt(typ: &str) -> bool {
    const PREFIX: &str = "application/";
    let bare = match typ.get(..PREFIX.len()) {
        Some(start) if start.eq_ignore_ascii_case(PREFIX) => &typ[PREFIX.len()..],
        _ => typ,
    };
    bare.eq_ignore_ascii_case("JWT") || bare.eq_ignore_ascii_case("at+jwt")
}

/// base64url without padding, and with nothing left over: one text for each sequence of bytes.
fn decode(part: &str) -> Result<Vec<u8>, VerifyError> {
    let bytes = BASE64URL_NOPAD.decode(part.as_bytes());
    bytes.map_err(|_| VerifyError::Malformed)
}
