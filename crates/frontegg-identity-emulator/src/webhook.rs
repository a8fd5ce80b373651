//! What the service signs webhooks with. The emulator sends none; a test makes its own.

use aws_lc_rs::hmac;
use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;

/// How long a token vouches for its request, in seconds.
const LIFE: i64 = 300;

/// The value of the header `x-webhook-secret` in a request that is sent at `now`, for a hook with this secret.
///
/// ```
/// use chrono::Utc;
/// use frontegg_identity_emulator::webhook_token;
///
/// let header = webhook_token("the secret of the hook", Utc::now());
/// assert_eq!(header.split('.').count(), 3);
/// ```
#[must_use]
pub fn webhook_token(secret: &str, now: DateTime<Utc>) -> String {
    let issued = now.timestamp();
    let claims = format!(r#"{{"iat":{issued},"exp":{}}}"#, issued + LIFE);
    let part = |text: &str| BASE64URL_NOPAD.encode(text.as_bytes());
    let signed = format!(
        "{}.{}",
        part(r#"{"alg":"HS256","typ":"JWT"}"#),
        part(&claims)
    );
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
    let signature = hmac::sign(&key, signed.as_bytes());
    format!("{signed}.{}", BASE64URL_NOPAD.encode(signature.as_ref()))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
    use serde_json::Value;

    use super::*;

    #[test]
    fn others_read_the_token_and_find_two_dates_five_minutes_apart() {
        let now = Utc::now();
        let token = webhook_token("secret", now);
        let key = DecodingKey::from_secret(b"secret");
        let read = decode::<Value>(&token, &key, &Validation::new(Algorithm::HS256)).unwrap();
        assert_eq!(read.header.typ.as_deref(), Some("JWT"));
        assert_eq!(read.claims.as_object().unwrap().len(), 2);
        assert_eq!(read.claims["iat"], now.timestamp());
        let end = now + TimeDelta::minutes(5);
        assert_eq!(read.claims["exp"], end.timestamp());
    }
}
