//! The cookies of one session. They never meet those of another: no cookie store is shared.

use chrono::{DateTime, Utc};
use frontegg_identity_raw::Secret;
use frontegg_identity_raw::reqwest::header::{HeaderMap, SET_COOKIE};

use super::known_device::{DEVICE, KnownDevice};
use crate::token::expiry::instant;

/// What the name of a refresh cookie begins with.
const REFRESH: &str = "fe_refresh_";

/// The cookies that go back to the server.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cookies {
    /// The name of the cookie that carries the refresh token.
    refresh: Option<String>,
    device: Option<KnownDevice>,
    /// Those that carry a sign-in from its start to its end. Their names are the server's affair.
    step: Vec<(String, Secret)>,
}

impl Cookies {
    pub(crate) fn named(refresh: Option<String>) -> Self {
        Self {
            refresh,
            ..Self::default()
        }
    }

    /// The same, on a device.
    pub(crate) fn on(self, device: Option<KnownDevice>) -> Self {
        Self { device, ..self }
    }

    /// The name of the cookie that carries the refresh token.
    pub(crate) fn refresh_name(&self) -> Option<&str> {
        self.refresh.as_deref()
    }

    pub(super) fn known_device(&self) -> Option<&KnownDevice> {
        self.device.as_ref()
    }

    /// What stands for this device, name and value.
    pub(crate) fn device(&self) -> Option<(&str, &Secret)> {
        self.device.as_ref().map(KnownDevice::parts)
    }

    pub(crate) fn set_device(&mut self, name: String, value: Secret) {
        self.device = Some(KnownDevice::new(name, value));
    }

    /// Learns from an answer. A refresh token that came by cookie is returned: the body may have none.
    pub(crate) fn learn(&mut self, headers: &HeaderMap) -> Option<Secret> {
        let mut token = None;
        for (name, value) in set_cookies(headers) {
            if name.starts_with(REFRESH) {
                self.refresh = Some(name.to_owned());
                token = Some(Secret::from(value));
            } else if name.starts_with(DEVICE) {
                self.device = Some(KnownDevice::new(name, value));
            }
        }
        token
    }

    /// Learns from the answer that starts a sign-in.
    pub(crate) fn learn_step(&mut self, headers: &HeaderMap) {
        self.learn(headers);
        for line in lines(headers) {
            for (place, piece) in line.split(',').enumerate() {
                let Some((name, value)) = cookie(piece) else {
                    continue;
                };
                // What follows a comma may be the rest of a date.
                let is_cookie = place == 0 || name.starts_with("fe_");
                if is_cookie && !name.starts_with(REFRESH) && !name.starts_with(DEVICE) {
                    self.step.retain(|(known, _)| known != name);
                    self.step.push((name.to_owned(), Secret::from(value)));
                }
            }
        }
    }

    /// The sign-in is over.
    pub(crate) fn forget_step(&mut self) {
        self.step = Vec::new();
    }

    /// The header `Cookie` with a refresh token; `None` if the cookie's name is not known.
    pub(crate) fn with_refresh(&self, token: &Secret) -> Option<Secret> {
        let name = self.refresh.as_deref()?;
        let own = format!("{name}={}", token.expose());
        Some(Secret::from(match self.of_sign_in() {
            Some(others) => format!("{own}; {}", others.expose()),
            None => own,
        }))
    }

    /// The header `Cookie` of a call that signs in: this device, if the server knows it, and what the call before set.
    pub(crate) fn of_sign_in(&self) -> Option<Secret> {
        let step = self.step.iter();
        let step = step.map(|(name, value)| format!("{name}={}", value.expose()));
        let device = self.device.iter().map(|device| device.cookie());
        let cookies: Vec<_> = device.chain(step).collect();
        (!cookies.is_empty()).then(|| Secret::from(cookies.join("; ")))
    }
}

/// When the refresh token that an answer set runs out, if its cookie says so.
pub(crate) fn refresh_end(headers: &HeaderMap) -> Option<DateTime<Utc>> {
    const EXPIRES: &str = "expires=";
    let line = lines(headers).find(|line| line.contains(REFRESH))?;
    let own = &line[line.find(REFRESH)?..];
    // Of cookies that share a header, the next one begins with its own name.
    let end = own[REFRESH.len()..]
        .find("fe_")
        .map(|at| at + REFRESH.len());
    let own = own.get(..end.unwrap_or(own.len()))?;
    let attribute = own.split(';').map(str::trim).find(|attribute| {
        let head = attribute.get(..EXPIRES.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(EXPIRES))
    })?;
    let date = attribute[EXPIRES.len()..].trim_end_matches([',', ' ']);
    instant(&date.into()).value()
}

/// The cookies that an answer sets. Several may stand in one header, and a date in one has a comma.
fn set_cookies(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    lines(headers)
        .flat_map(|line| line.split(','))
        .filter_map(cookie)
        .filter(|(name, _)| name.starts_with("fe_"))
}

fn lines(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    let lines = headers.get_all(SET_COOKIE).into_iter();
    lines.filter_map(|line| line.to_str().ok())
}

/// Name and value, without attributes. One without a value is being cleared.
pub(super) fn cookie(text: &str) -> Option<(&str, &str)> {
    let (name, value) = text.split(';').next()?.trim().split_once('=')?;
    (!value.is_empty()).then_some((name, value))
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
    fn a_step_keeps_its_cookies_whatever_their_names() {
        let mut headers = HeaderMap::new();
        for line in [
            "odd=S1; Expires=Thu, 04 Feb 2027 10:23:04 GMT, fe_webauthn_a=W1; Path=/",
            "fe_device_a=D1",
            "odd=S2",
        ] {
            headers.append(SET_COOKIE, HeaderValue::from_static(line));
        }
        let mut cookies = Cookies::default();
        cookies.learn_step(&headers);
        let sent = |cookies: &Cookies| cookies.of_sign_in().map(|all| all.expose().to_owned());
        let all = "fe_device_a=D1; fe_webauthn_a=W1; odd=S2";
        assert_eq!(sent(&cookies).as_deref(), Some(all));
        cookies.forget_step();
        assert_eq!(sent(&cookies).as_deref(), Some("fe_device_a=D1"));
    }

    #[test]
    fn a_refresh_cookie_says_when_it_ends() {
        for (line, end) in [
            (
                "fe_refresh_a=R; Path=/; Expires=Thu, 04 Feb 2027 10:23:04 GMT; HttpOnly",
                true,
            ),
            (
                "fe_refresh_a=R; expires=Thu, 04 Feb 2027 10:23:04 GMT",
                true,
            ),
            (
                "fe_refresh_a=R; Expires=Thu, 04 Feb 2027 10:23:04 GMT, fe_device_a=D; Path=/",
                true,
            ),
            (
                "fe_device_a=D; Expires=Fri, 05 Feb 2027 10:23:04 GMT, fe_refresh_a=R; Path=/",
                false,
            ),
            ("fe_refresh_a=R; Path=/", false),
            (
                "fe_device_a=D; Expires=Thu, 04 Feb 2027 10:23:04 GMT",
                false,
            ),
        ] {
            let mut headers = HeaderMap::new();
            headers.append(SET_COOKIE, HeaderValue::from_static(line));
            let expected = end.then(|| "2027-02-04T10:23:04Z".parse().unwrap());
            assert_eq!(refresh_end(&headers), expected, "{line}");
        }
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
