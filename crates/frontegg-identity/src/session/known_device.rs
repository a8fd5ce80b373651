//! A device, as the server knows it.

use std::sync::Arc;

use frontegg_identity_raw::Secret;

use super::cookies::cookie;
use super::handle::Session;
use crate::error::{Error, ErrorKind};
use crate::silent::silent_debug;

/// What the name of the cookie begins with.
pub(super) const DEVICE: &str = "fe_device_";

/// A device, as the server knows it. It is a secret: whoever has it passes for that device.
///
/// A session tells it ([`Session::device`]), a sign-in shows it ([`Identity::on_device`](crate::Identity::on_device)). Keep
/// it where the device keeps things, as in a cookie of your own, for each user and each environment. Clones are cheap.
#[derive(Clone)]
pub struct KnownDevice(Arc<Cookie>);

struct Cookie {
    name: String,
    value: Secret,
}

silent_debug! { KnownDevice }

impl KnownDevice {
    pub(super) fn new(name: impl Into<String>, value: impl Into<Secret>) -> Self {
        let (name, value) = (name.into(), value.into());
        Self(Arc::new(Cookie { name, value }))
    }

    pub(super) fn parts(&self) -> (&str, &Secret) {
        (&self.0.name, &self.0.value)
    }

    /// Name and value, as a request has them.
    pub(super) fn cookie(&self) -> String {
        let (name, value) = self.parts();
        format!("{name}={}", value.expose())
    }

    /// A text to keep it as. It does not age: how long a device is remembered, the server knows.
    #[must_use]
    pub fn to_text(&self) -> Secret {
        self.cookie().into()
    }

    /// The device that a text was made of.
    ///
    /// # Errors
    /// [`ErrorKind::Input`]: [`to_text`](Self::to_text) makes no such text. Sign in without it.
    pub fn from_text(text: &Secret) -> Result<Self, Error> {
        const DOING: &str = "this text is of no device";
        let text = text.expose();
        let is_plain = |byte: u8| (b' '..=b'~').contains(&byte) && !b";,".contains(&byte);
        let device = cookie(text)
            .filter(|_| text.bytes().all(is_plain))
            .filter(|(name, _)| name.starts_with(DEVICE))
            .map(|(name, value)| Self::new(name, value));
        device.ok_or_else(|| Error::new(ErrorKind::Input, DOING))
    }
}

impl Session {
    /// The device that the user signed in on, as the server knows it. Whether it asks there for a second factor next time is
    /// another matter: see [`MfaChallenge::remember_device`](crate::MfaChallenge::remember_device).
    #[must_use]
    pub fn device(&self) -> Option<KnownDevice> {
        self.cookies().known_device().cloned()
    }
}

#[cfg(test)]
mod tests {
    use frontegg_identity_raw::reqwest::header::{HeaderMap, HeaderValue, SET_COOKIE};

    use super::super::cookies::Cookies;
    use super::*;

    #[test]
    fn a_device_comes_back_from_its_text() {
        for line in [
            "fe_device_ab-c=D1; Path=/; HttpOnly",
            "fe_device_ab-c=D1==; Expires=Thu, 04 Feb 2027 10:23:04 GMT",
            "fe_device_=\"a b\" ; Path=/",
        ] {
            let mut headers = HeaderMap::new();
            headers.append(SET_COOKIE, HeaderValue::from_static(line));
            let mut cookies = Cookies::default();
            cookies.learn(&headers);
            let device = cookies.known_device().unwrap();
            let back = KnownDevice::from_text(&device.to_text()).unwrap();
            assert_eq!(back.cookie(), device.cookie());
            assert!(line.starts_with(&back.cookie()));
        }
    }

    #[test]
    fn a_text_of_another_kind_is_named_and_not_repeated() {
        for text in [
            "",
            "S3NTINEL",
            "fe_device_S3NTINEL",
            "fe_device_S3NTINEL=",
            "fe_refresh_a=S3NTINEL",
            "device=S3NTINEL",
            "fe_device_a=S3NTINEL; fe_refresh_a=R1",
            "fe_device_a=S3NTINEL, fe_refresh_a=R1",
            "fe_device_a=S3NTINEL\r\nx: y",
            "fe_device_a=S3NTINÉL",
            "fe_device_a=S3NTINEL\0",
        ] {
            let error = KnownDevice::from_text(&text.into()).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Input, "{text}");
            assert!(!format!("{error} {error:?}").contains("S3NT"));
        }
        let device = KnownDevice::new("fe_device_a", "S3NTINEL");
        assert_eq!(format!("{device:?}"), "KnownDevice { .. }");
    }
}
