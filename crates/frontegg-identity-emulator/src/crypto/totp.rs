//! One-time codes of an authenticator app (RFC 6238): SHA-1, six digits, steps of 30 seconds.

use aws_lc_rs::{constant_time, hmac};
use chrono::{DateTime, Utc};
use data_encoding::BASE32_NOPAD;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::random;

/// Seconds for which a code is shown.
pub(crate) const STEP_SECONDS: i64 = 30;

/// How many digits a code has.
const DIGITS: usize = 6;

/// What stays as it is in a part of the `otpauth:` URI.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A new secret: 160 bits as 32 characters of base32.
pub(crate) fn new_secret() -> String {
    BASE32_NOPAD.encode(&random::bytes::<20>())
}

/// The code that an app shows at `now`, or `None` if the secret is not base32.
pub(crate) fn code(secret: &str, now: DateTime<Utc>) -> Option<String> {
    Some(code_of_step(&key(secret)?, step_at(now)))
}

/// The step whose code this is, among that of `now` and `window_steps` before and after.
///
/// A code is good once: the caller keeps the step and refuses the next code whose step is not later.
pub(crate) fn verify(
    secret: &str,
    code: &str,
    now: DateTime<Utc>,
    window_steps: u32,
) -> Option<u64> {
    let key = key(secret)?;
    let current = step_at(now);
    let window = i64::from(window_steps);
    let is_code_of = |step: &i64| {
        constant_time::verify_slices_are_equal(
            code_of_step(&key, *step).as_bytes(),
            code.as_bytes(),
        )
        .is_ok()
    };
    // Looks at every step of the window, so that the time taken does not tell which one fits.
    let fitting = (current - window..=current + window).filter(is_code_of);
    fitting.fold(None, |found, step| found.or(u64::try_from(step).ok()))
}

/// What the QR code of an enrolment says to the app.
pub(crate) fn uri(secret: &str, issuer: &str, account: &str) -> String {
    let issuer = utf8_percent_encode(issuer, ESCAPED);
    let account = utf8_percent_encode(account, ESCAPED);
    format!(
        "otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}&algorithm=SHA1&digits={DIGITS}&period={STEP_SECONDS}"
    )
}

/// Reads base32 as people type it: in groups, in small letters, with or without padding.
fn key(secret: &str) -> Option<hmac::Key> {
    let typed: String = secret
        .trim_end_matches('=')
        .chars()
        .filter(|c| !matches!(c, ' ' | '-'))
        .collect();
    let bytes = BASE32_NOPAD
        .decode(typed.to_ascii_uppercase().as_bytes())
        .ok()?;
    (!bytes.is_empty()).then(|| hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &bytes))
}

fn step_at(now: DateTime<Utc>) -> i64 {
    now.timestamp().div_euclid(STEP_SECONDS)
}

/// RFC 4226, section 5.3, with the step as the counter.
fn code_of_step(key: &hmac::Key, step: i64) -> String {
    let tag = hmac::sign(key, &step.to_be_bytes());
    let tag = tag.as_ref();
    let offset = usize::from(tag[tag.len() - 1] & 0x0f);
    let word = tag[offset..offset + 4]
        .iter()
        .fold(0, |word, byte| word << 8 | u32::from(*byte))
        & 0x7fff_ffff;
    format!("{:0DIGITS$}", word % 10_u32.pow(DIGITS as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The key of the RFC's test values, `12345678901234567890`.
    const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn codes_are_those_of_the_rfc() {
        // RFC 6238, appendix B, column SHA1: eight digits there, of which these are the last six.
        for (seconds, expected) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(
                code(SECRET, at(seconds)).as_deref(),
                Some(expected),
                "{seconds}"
            );
        }
    }

    #[test]
    fn a_code_is_good_in_its_step_and_the_neighbours_only() {
        let now = at(1_111_111_111);
        let step = 37_037_037;
        for (late, expected) in [
            (-61, None),
            (-31, Some(step)),
            (0, Some(step)),
            (58, Some(step)),
            (59, None),
        ] {
            let seen = at(now.timestamp() + late);
            assert_eq!(verify(SECRET, "050471", seen, 1), expected, "{late}");
        }
        assert_eq!(verify(SECRET, "050471", at(now.timestamp() + 58), 0), None);
    }

    #[test]
    fn the_step_tells_a_replay_from_the_next_code() {
        let now = at(1_700_000_000);
        let first = verify(SECRET, &code(SECRET, now).unwrap(), now, 1).unwrap();
        let again = verify(SECRET, &code(SECRET, now).unwrap(), at(1_700_000_020), 1).unwrap();
        let next = verify(
            SECRET,
            &code(SECRET, at(1_700_000_030)).unwrap(),
            at(1_700_000_020),
            1,
        )
        .unwrap();
        assert_eq!((again, next), (first, first + 1));
    }

    #[test]
    fn only_the_exact_code_is_good() {
        let now = at(59);
        for wrong in [
            "",
            "287083",
            "28708",
            "2870820",
            " 287082",
            "２８７０８２",
            "-87082",
        ] {
            assert_eq!(verify(SECRET, wrong, now, 1), None, "{wrong}");
        }
    }

    #[test]
    fn secrets_are_read_as_typed_and_refused_if_not_base32() {
        let now = at(59);
        for typed in [
            "gezd gnbv gy3t qojq gezd gnbv gy3t qojq",
            "GEZD-GNBV-GY3T-QOJQ-GEZDGNBVGY3TQOJQ==",
        ] {
            assert_eq!(code(typed, now).as_deref(), Some("287082"), "{typed}");
        }
        for wrong in ["", "====", "not base32!", "GEZD1", "A"] {
            assert_eq!(
                (code(wrong, now), verify(wrong, "287082", now, 1)),
                (None, None),
                "{wrong}"
            );
        }
        let secret = new_secret();
        assert_eq!(secret.len(), 32);
        assert_ne!(secret, new_secret());
        assert!(verify(&secret, &code(&secret, now).unwrap(), now, 1).is_some());
    }

    #[test]
    fn the_ends_of_the_calendar_have_codes_too() {
        for now in [at(0), DateTime::<Utc>::MAX_UTC] {
            let code = code(SECRET, now).unwrap();
            assert!(verify(SECRET, &code, now, 1).is_some(), "{now}");
        }
        assert!(code(SECRET, DateTime::<Utc>::MIN_UTC).is_some());
        assert_eq!(verify(SECRET, "000000", DateTime::<Utc>::MIN_UTC, 1), None);
    }

    #[test]
    fn the_uri_escapes_names() {
        assert_eq!(
            uri("GEZDGNBV", "Acme & Söhne", "jane+x@example.com"),
            "otpauth://totp/Acme%20%26%20S%C3%B6hne:jane%2Bx%40example.com?secret=GEZDGNBV\
             &issuer=Acme%20%26%20S%C3%B6hne&algorithm=SHA1&digits=6&period=30"
        );
    }
}
