//! What the browser or system says about the ceremony (section 5.8.1).

use aws_lc_rs::digest;
use serde_json::Value;

use super::{Ceremony, WebAuthnFault};

pub(super) const CREATE: &str = "webauthn.create";
pub(super) const GET: &str = "webauthn.get";

/// Checks the client data and gives its hash, which is part of what is signed.
pub(super) fn check(
    bytes: &[u8],
    kind: &str,
    ceremony: &Ceremony<'_>,
) -> Result<digest::Digest, WebAuthnFault> {
    let data: Value =
        serde_json::from_slice(bytes).map_err(|_| WebAuthnFault::Malformed("clientDataJSON"))?;
    if data["type"] != kind {
        return Err(WebAuthnFault::Kind);
    }
    if data["challenge"] != ceremony.challenge {
        return Err(WebAuthnFault::Challenge);
    }
    let is_known = data["origin"]
        .as_str()
        .is_some_and(|origin| ceremony.party.origins.iter().any(|own| own == origin));
    // A frame of another site: the person cannot see who asks.
    if !is_known || data["crossOrigin"] == true {
        return Err(WebAuthnFault::Origin);
    }
    Ok(digest::digest(&digest::SHA256, bytes))
}
