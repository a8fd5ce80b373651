//! The value of the header `Authorization`.

use super::error::VerifyError;

/// The token in the value of a header, or the value itself if it names no scheme (RFC 6750, section 2.1).
pub(super) fn token(value: &str) -> Result<&str, VerifyError> {
    let value = value.trim_matches(' ');
    match value.split_once(' ') {
        None => Ok(value),
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => {
            Ok(token.trim_start_matches(' '))
        }
        Some(_) => Err(VerifyError::Scheme),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_and_a_bare_token_are_taken() {
        for value in [
            "a.b.c",
            " a.b.c",
            "Bearer a.b.c",
            "bearer  a.b.c ",
            "BEARER a.b.c",
        ] {
            assert_eq!(token(value).unwrap(), "a.b.c", "{value}");
        }
        for value in [
            "Basic YTpi",
            "Bearers a.b.c",
            "a.b.c d.e.f",
            "a.b.c, Bearer x",
        ] {
            assert!(matches!(token(value), Err(VerifyError::Scheme)), "{value}");
        }
    }
}
