//! The token in the header: three parts, one algorithm, dates that are numbers.

use aws_lc_rs::hmac;
use data_encoding::BASE64URL_NOPAD;
use serde_json::{Map, Value};

use super::WebhookError;

/// Far more than a token with two dates takes, and little enough to decode for anybody who asks.
pub(super) const TOKEN_LIMIT: usize = 4 * 1024;

/// The end of the year 9999, in seconds since 1970. Later dates are mistakes, as milliseconds are.
const LAST_SECOND: f64 = 253_402_300_799.0;

/// The claims of a token that one of the keys has signed.
pub(super) fn open(token: &[u8], keys: &[hmac::Key]) -> Result<Map<String, Value>, WebhookError> {
    if token.len() > TOKEN_LIMIT {
        return Err(WebhookError::TokenTooLarge);
    }
    let mut parts = token.split(|byte| *byte == b'.');
    let (Some(head), Some(claims), Some(signature), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(WebhookError::TokenMalformed);
    };
    check_head(&object(head)?)?;
    let signed = &token[..head.len() + 1 + claims.len()];
    let signature = decoded(signature)?;
    let is_signed = |key: &hmac::Key| hmac::verify(key, signed, &signature).is_ok();
    if !keys.iter().any(is_signed) {
        return Err(WebhookError::Signature);
    }
    object(claims)
}

/// The token does not choose how it is checked: it may only confirm.
fn check_head(head: &Map<String, Value>) -> Result<(), WebhookError> {
    let is_jwt = |kind: &Value| {
        kind.as_str()
            .is_some_and(|kind| kind.eq_ignore_ascii_case("JWT"))
    };
    if head.get("alg").and_then(Value::as_str) != Some("HS256") || head.contains_key("crit") {
        return Err(WebhookError::Algorithm);
    }
    if !head.get("typ").is_none_or(is_jwt) {
        return Err(WebhookError::TokenMalformed);
    }
    Ok(())
}

/// A date among the claims, in seconds since 1970. Anything but a number is refused, and not taken for absent.
pub(super) fn date(
    claims: &Map<String, Value>,
    claim: &'static str,
) -> Result<Option<f64>, WebhookError> {
    let Some(value) = claims.get(claim) else {
        return Ok(None);
    };
    let seconds = value.as_f64();
    let seconds = seconds.filter(|seconds| (0.0..=LAST_SECOND).contains(seconds));
    seconds.map(Some).ok_or(WebhookError::ClaimMalformed(claim))
}

fn object(part: &[u8]) -> Result<Map<String, Value>, WebhookError> {
    serde_json::from_slice(&decoded(part)?).map_err(|_| WebhookError::TokenMalformed)
}

/// Strict: no padding, no bits left over, so that a token has one form.
fn decoded(part: &[u8]) -> Result<Vec<u8>, WebhookError> {
    BASE64URL_NOPAD
        .decode(part)
        .map_err(|_| WebhookError::TokenMalformed)
}
