//! The cookies of a session and of a device.

use super::Call;
use crate::http::http_date;
use crate::settings::{CookieEnd, SameSite, Settings};
use chrono::{DateTime, Utc};

/// Name of the cookie that carries the refresh token: the client id without its first dash, and only that one.
pub(crate) fn refresh_name(settings: &Settings) -> String {
    format!("fe_refresh_{}", settings.client_id.replacen('-', "", 1))
}

/// Name of the cookie that stands for a device.
pub(crate) fn device_name(settings: &Settings) -> String {
    format!("fe_device_{}", settings.client_id.replacen('-', "", 1))
}

/// Name of the cookie that carries the question to a passkey from its start to its answer.
pub(crate) fn webauthn_name(settings: &Settings) -> String {
    format!("fe_webauthn_{}", settings.client_id.replacen('-', "", 1))
}

/// Name of the cookie that a login by code or link starts with. The real service's name is not known; this is our own.
pub(crate) fn passwordless_name(settings: &Settings) -> String {
    format!(
        "fe_passwordless_{}",
        settings.client_id.replacen('-', "", 1)
    )
}

/// A `Set-Cookie` for a cookie that lives until `end`.
pub(crate) fn set(call: &Call<'_>, name: &str, value: &str, end: DateTime<Utc>) -> String {
    let settings = call.settings;
    let mut cookie = format!("{name}={value}; Path=/");
    match settings.cookie_end {
        CookieEnd::Expires => cookie += &format!("; Expires={}", http_date(end)),
        CookieEnd::MaxAge => cookie += &format!("; Max-Age={}", (end - call.now).num_seconds()),
        CookieEnd::Session => {}
    }
    cookie + &attributes(settings)
}

/// A `Set-Cookie` that takes a cookie away.
pub(crate) fn clear(settings: &Settings, name: &str) -> String {
    format!(
        "{name}=; Path=/; Expires={}",
        http_date(DateTime::UNIX_EPOCH)
    ) + &attributes(settings)
}

fn attributes(settings: &Settings) -> String {
    let mut text = String::from("; HttpOnly");
    if settings.secure_cookies {
        text += "; Secure";
    }
    text += match settings.cookie_same_site {
        SameSite::Strict => "; SameSite=Strict",
        SameSite::Lax => "; SameSite=Lax",
        SameSite::None => "; SameSite=None",
    };
    if let Some(domain) = &settings.cookie_domain {
        text += &format!("; Domain={domain}");
    }
    text
}
