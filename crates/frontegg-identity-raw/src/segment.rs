//! Turns an argument into one segment of a path, whatever it holds.

use std::fmt::Write;

/// The value could not stay the segment it is meant to be: `""`, `.` and `..` change the path around them.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NotASegment;

/// Percent-encodes everything but RFC 3986's unreserved characters.
///
/// `%` is encoded as well: URL parsers take `%2e%2e` for `..`, but not `%252e%252e`.
pub(crate) fn encode(value: &str) -> Result<String, NotASegment> {
    if matches!(value, "" | "." | "..") {
        return Err(NotASegment);
    }
    let mut segment = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            segment.push(char::from(byte));
        } else {
            // Writing to a `String` cannot fail.
            let _ = write!(segment, "%{byte:02X}");
        }
    }
    Ok(segment)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use reqwest::Url;

    fn decode(segment: &str) -> Vec<u8> {
        let mut bytes = segment.bytes();
        let mut decoded = Vec::new();
        while let Some(byte) = bytes.next() {
            if byte == b'%' {
                let hex: String = bytes.by_ref().take(2).map(char::from).collect();
                decoded.push(u8::from_str_radix(&hex, 16).unwrap());
            } else {
                decoded.push(byte);
            }
        }
        decoded
    }

    #[test]
    fn everything_but_unreserved_characters_is_encoded() {
        for (value, segment) in [
            ("a/b", "a%2Fb"),
            ("a\\b", "a%5Cb"),
            ("a b", "a%20b"),
            ("é", "%C3%A9"),
            ("%2e%2e", "%252e%252e"),
            ("a?b#c", "a%3Fb%23c"),
            ("...", "..."),
            ("A-z_0.9~", "A-z_0.9~"),
        ] {
            assert_eq!(encode(value).as_deref(), Ok(segment));
        }
    }

    #[test]
    fn empty_and_dot_segments_are_refused() {
        for value in ["", ".", ".."] {
            assert_eq!(encode(value), Err(NotASegment));
        }
    }

    proptest! {
        #[test]
        fn one_parameter_stays_one_segment(value in prop_oneof![any::<String>(), "[.%/\\\\2eE\t\n ]{0,8}"]) {
            let Ok(segment) = encode(&value) else {
                prop_assert!(matches!(value.as_str(), "" | "." | ".."));
                return Ok(());
            };
            let url = Url::parse(&format!("https://h/fe/{segment}/end")).unwrap();
            let segments: Vec<_> = url.path_segments().unwrap().collect();
            prop_assert_eq!(segments.len(), 3);
            prop_assert_eq!((segments[0], segments[2]), ("fe", "end"));
            prop_assert_eq!(decode(segments[1]), value.into_bytes());
        }
    }
}
