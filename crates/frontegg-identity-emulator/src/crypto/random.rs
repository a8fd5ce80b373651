//! Ids, tokens and codes that nobody can guess.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};

/// A random UUID (version 4).
pub(crate) fn uuid() -> String {
    let mut bits: [u8; 16] = bytes();
    bits[6] = bits[6] & 0x0f | 0x40;
    bits[8] = bits[8] & 0x3f | 0x80;
    let hex = HEXLOWER.encode(&bits);
    format!(
        "{}-{}-{}-{}-{}",
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..]
    )
}

/// An opaque token: 256 bits as 43 characters of base64url.
pub(crate) fn token() -> String {
    BASE64URL_NOPAD.encode(&bytes::<32>())
}

/// A code of `count` decimal digits, each as likely as the other.
pub(crate) fn digits(count: usize) -> String {
    characters(b"0123456789", count)
}

/// A recovery code: 8 characters without look-alikes. The real service's alphabet is not known, only the length.
pub(crate) fn recovery_code() -> String {
    characters(b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 8)
}

/// Random bytes.
#[expect(
    clippy::expect_used,
    reason = "without random bytes there is no service to go on with"
)]
pub(crate) fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

fn characters(alphabet: &[u8], count: usize) -> String {
    // Bytes past the last whole multiple would make the first characters likelier.
    let limit = 256 - 256 % alphabet.len();
    let mut text = String::with_capacity(count);
    while text.len() < count {
        let fair = bytes::<16>()
            .map(usize::from)
            .into_iter()
            .filter(|byte| *byte < limit);
        text.extend(
            fair.take(count - text.len())
                .map(|byte| char::from(alphabet[byte % alphabet.len()])),
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn ids_have_the_form_of_version_4_and_differ() {
        let ids: HashSet<String> = (0..500).map(|_| uuid()).collect();
        assert_eq!(ids.len(), 500);
        for id in ids {
            let dashes: Vec<usize> = id.match_indices('-').map(|(at, _)| at).collect();
            assert_eq!((id.len(), dashes), (36, vec![8, 13, 18, 23]), "{id}");
            assert!(
                id.bytes()
                    .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f' | b'-')),
                "{id}"
            );
            assert_eq!(&id[14..15], "4", "{id}");
            assert!("89ab".contains(&id[19..20]), "{id}");
        }
    }

    #[test]
    fn tokens_are_43_characters_for_urls() {
        let token = token();
        assert_eq!(token.len(), 43);
        assert_eq!(BASE64URL_NOPAD.decode(token.as_bytes()).unwrap().len(), 32);
    }

    #[test]
    fn codes_have_the_asked_length_and_use_the_whole_alphabet() {
        assert_eq!(digits(0), "");
        assert_eq!(digits(6).len(), 6);
        let many = digits(5000);
        for digit in '0'..='9' {
            let share = many.matches(digit).count();
            assert!((350..650).contains(&share), "{digit}: {share}");
        }
        let code = recovery_code();
        assert_eq!(code.len(), 8);
        assert!(
            code.bytes()
                .all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()),
            "{code}"
        );
    }
}
