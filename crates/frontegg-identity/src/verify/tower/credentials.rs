//! Which token a request shows. Plain functions: what cannot be read is refused, and nothing of it is kept.

use frontegg_identity_raw::Secret;
use http::header::AUTHORIZATION;
use http::{HeaderMap, HeaderName};

use super::Denied;

pub(super) const API_KEY: HeaderName = HeaderName::from_static("x-api-key");

/// What a request shows.
#[derive(Debug)]
pub(super) enum Credentials {
    Nothing,
    Bearer(Secret),
    AccessToken(Secret),
}

impl Credentials {
    pub(super) fn read(headers: &HeaderMap, takes_access_tokens: bool) -> Result<Self, Denied> {
        let authorization = only(headers, &AUTHORIZATION)?;
        let api_key = if takes_access_tokens {
            only(headers, &API_KEY)?
        } else {
            None
        };
        match (authorization, api_key) {
            (None, None) => Ok(Self::Nothing),
            (Some(value), None) => bearer(value).map(Self::Bearer),
            (None, Some(value)) => token(value).map(Self::AccessToken),
            (Some(_), Some(_)) => Err(Denied::Header),
        }
    }
}

/// The value of a header that may be there once.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Result<Option<&'a str>, Denied> {
    let mut values = headers.get_all(name).iter();
    let value = values.next();
    if values.next().is_some() {
        return Err(Denied::Header);
    }
    let text = value.map(|value| value.to_str().map_err(|_| Denied::Header));
    text.transpose()
}

/// The token after the word `Bearer` (RFC 6750, section 2.1).
fn bearer(value: &str) -> Result<Secret, Denied> {
    match value.trim_matches(' ').split_once(' ') {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("bearer") => token(rest),
        Some(_) => Err(Denied::OtherScheme),
        None => Err(Denied::Header),
    }
}

/// A word of the characters that tokens may have (`token68` of RFC 9110).
fn token(value: &str) -> Result<Secret, Denied> {
    let value = value.trim_matches(' ');
    let is_usual = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~+/=".contains(&byte);
    if value.is_empty() || !value.bytes().all(is_usual) {
        return Err(Denied::Header);
    }
    Ok(value.into())
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    /// What is read of these headers: which of the two it is, with its token, or why it is none.
    fn read(headers: &[(&'static str, &[u8])]) -> (&'static str, String) {
        let headers = headers.iter().map(|(name, value)| {
            let value = HeaderValue::from_bytes(value).unwrap();
            (HeaderName::from_static(name), value)
        });
        let (what, token) = match Credentials::read(&headers.collect(), true) {
            Ok(Credentials::Nothing) => ("nothing", None),
            Ok(Credentials::Bearer(token)) => ("bearer", Some(token)),
            Ok(Credentials::AccessToken(token)) => ("access token", Some(token)),
            Err(Denied::Header) => ("header", None),
            Err(Denied::OtherScheme) => ("scheme", None),
            Err(other) => panic!("{other}"),
        };
        let token = token.map(|token| token.expose().to_owned());
        (what, token.unwrap_or_default())
    }

    #[test]
    fn one_token_is_read_from_one_header() {
        for value in ["Bearer a.b-_c", "bearer a.b-_c", "BEARER   a.b-_c "] {
            let read = read(&[("authorization", value.as_bytes())]);
            assert_eq!(read, ("bearer", "a.b-_c".to_owned()));
        }
        let key = ("access token", "a.b.c".to_owned());
        assert_eq!(read(&[("x-api-key", b"a.b.c")]), key);
        assert_eq!(read(&[("accept", b"*/*")]).0, "nothing");
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        let values: [&[u8]; 12] = [
            b"",
            b" ",
            b"Bearer",
            b"Bearer ",
            b"Bearer\ta.b.c",
            b"a.b.c",
            b"Bearer a.b.c d.e.f",
            b"Bearer a.b.c, Bearer d.e.f",
            b"Bearer Bearer a.b.c",
            b"Bearer a.b.\xFF",
            b"Bearer \"a.b.c\"",
            b"\xC3\xBC a.b.c",
        ];
        for value in values {
            assert_eq!(read(&[("authorization", value)]).0, "header", "{value:?}");
        }
        for value in [&b""[..], b"a b", b"\xFF"] {
            assert_eq!(read(&[("x-api-key", value)]).0, "header");
        }
        for value in [
            &b"Basic YTpi"[..],
            b"DPoP a.b.c",
            b"Bearers a.b.c",
            b", Bearer a.b.c",
        ] {
            assert_eq!(read(&[("authorization", value)]).0, "scheme");
        }
    }

    #[test]
    fn two_tokens_are_refused_even_if_they_are_the_same() {
        let bearer = ("authorization", &b"Bearer a.b.c"[..]);
        let key = ("x-api-key", &b"a.b.c"[..]);
        for two in [[bearer, bearer], [key, key], [bearer, key], [key, bearer]] {
            assert_eq!(read(&two).0, "header");
        }
    }

    #[test]
    fn an_api_key_of_your_own_is_left_alone_if_no_access_tokens_are_taken() {
        let mut headers = HeaderMap::new();
        headers.append(API_KEY, HeaderValue::from_static("not a token"));
        headers.append(API_KEY, HeaderValue::from_static("nor this"));
        let read = Credentials::read(&headers, false);
        assert!(matches!(read, Ok(Credentials::Nothing)));
    }
}
