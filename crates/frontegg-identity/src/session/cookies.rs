//! The cookies of one session. They never meet those of another: no cookie store is shared.

use frontegg_identity_raw::Secret;
use frontegg_identity_raw::reqwest::header::{HeaderMap, SET_COOKIE};

/// What the name of a refresh cookie begins with.
const REFRESH: &str = "fe_refresh_";
/// What the name of a device cookie begins with.
const DEVICE: &str = "fe_device_";

/// The cookies that go back to the server.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cookies {
    /// The name of the cookie that carries the refresh token.
    refresh: Option<String>,
    /// The name and the value of the one that stands for this device.
    device: Option<(String, Secret)>,
}

impl Cookies {
    pub(crate) fn named(refresh: Option<String>) -> Self {
        Self {
            refresh,
            device: None,
        }
    }

    /// Learns from an answer. A refresh token that came by cookie is returned: the body may have none.
    pub(crate) fn learn(&mut self, headers: &HeaderMap) -> Option<Secret> {
        let mut token = None;
        for (name, value) in set_cookies(headers) {
            if name.starts_with(REFRESH) {
                self.refresh = Some(name.to_owned());
                token = Some(Secret::from(value));
            } else if name.starts_with(DEVICE) {
                self.device = Some((name.to_owned(), Secret::from(value)));
            }
        }
        token
    }

    /// The header `Cookie` with a refresh token; `None` if the cookie's name is not known.
    pub(crate) fn with_refresh(&self, token: &Secret) -> Option<Secret> {
        let name = self.refresh.as_deref()?;
        let own = format!("{name}={}", token.expose());
        Some(Secret::from(match self.device() {
            Some(device) => format!("{own}; {}", device.expose()),
            None => own,
        }))
    }

    /// The header `Cookie` of a call that signs in: this device, if the server knows it.
    pub(crate) fn device(&self) -> Option<Secret> {
        let (name, value) = self.device.as_ref()?;
        Some(Secret::from(format!("{name}={}", value.expose())))
    }
}

/// The cookies that an answer sets. Several may stand in one header, and a date in one has a comma.
fn set_cookies(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    let lines = headers
        .get_all(SET_COOKIE)
        .into_iter()
        .filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).filter_map(|cookie| {
        let (name, value) = cookie.split(';').next()?.trim().split_once('=')?;
        (name.starts_with("fe_") && !value.is_empty()).then_some((name, value))
    })
}

#[cfg(test)]
mod tests {
    use frontegg_identity_raw::reqwest::header::HeaderValue;

    use super::*;

    fn learned(lines: &[&'static str]) -> (Cookies, Option<Secret>) {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(SET_COOKIE, HeaderValue::from_static(line));
        }
        let mut cookies = Cookies::default();
        let token = cookies.learn(&headers);
        (cookies, token)
    }

    fn sent(cookies: &Cookies) -> Option<String> {
        Some(cookies.with_refresh(&"R2".into())?.expose().to_owned())
    }

    #[test]
    fn names_are_those_that_the_server_chose() {
        let (cookies, token) = learned(&[
            "fe_refresh_ab-c=R1; Path=/; Expires=Thu, 04 Feb 2027 10:23:04 GMT; HttpOnly",
            "fe_device_ab-c=D1; Path=/",
            "other=x",
        ]);
        assert_eq!(token.unwrap().expose(), "R1");
        assert_eq!(
            sent(&cookies).unwrap(),
            "fe_refresh_ab-c=R2; fe_device_ab-c=D1"
        );
    }

    #[test]
    fn cookies_may_share_a_header() {
        let (cookies, token) = learned(&[
            "fe_device_a=D1; Expires=Thu, 04 Feb 2027 10:23:04 GMT, fe_refresh_a=R1; HttpOnly",
        ]);
        assert_eq!(token.unwrap().expose(), "R1");
        assert_eq!(sent(&cookies).unwrap(), "fe_refresh_a=R2; fe_device_a=D1");
    }

    #[test]
    fn a_cookie_that_is_cleared_is_none() {
        let (cookies, token) = learned(&["fe_refresh_a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT"]);
        assert!(token.is_none() && sent(&cookies).is_none());
        assert_eq!(
            sent(&Cookies::named(Some("fe_refresh_x".to_owned()))).unwrap(),
            "fe_refresh_x=R2"
        );
    }
}
