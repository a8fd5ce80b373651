//! A session as it is stored: all that is needed to go on with it elsewhere, with absolute times.

use std::fmt;

use chrono::{DateTime, SecondsFormat, Utc};
use frontegg_identity_raw::Secret;
use serde_json::{Map, Value, json};

use super::{StoreError, StoreErrorKind};
use crate::session::Cookies;
use crate::token::Tokens;
use crate::token::expiry::instant;

/// The form that is written. Older ones are read.
const VERSION: u64 = 1;

/// A session as it is stored. [`Session::save`](crate::Session::save) gives one, and
/// [`Identity::restore`](crate::Identity::restore) goes on with it.
///
/// It holds the tokens themselves: keep it as you would keep a password.
#[derive(Clone, Default)]
pub struct SavedSession {
    pub(crate) refresh: Option<Secret>,
    /// When the refresh token runs out, if the server said so.
    pub(crate) refresh_expires_at: Option<DateTime<Utc>>,
    /// Which of its sign-in's refresh tokens it is.
    pub(crate) lineage: Lineage,
    pub(crate) cookies: Cookies,
    /// Whether the server may have replaced the refresh token in an answer that never arrived.
    pub(crate) is_in_doubt: bool,
    /// Access tokens: of the active tenant, and of tenants that were asked for by name.
    tokens: Vec<(Option<String>, Tokens)>,
}

/// The place of a refresh token among those of one sign-in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lineage {
    /// The sign-in, by a number that it drew.
    pub(crate) family: u64,
    /// How many tokens came before.
    pub(crate) generation: u32,
}

impl Lineage {
    /// Whether a token of this one was replaced by one of the other.
    pub(crate) fn is_before(self, other: Self) -> bool {
        self.family == other.family && self.generation < other.generation
    }
}

impl SavedSession {
    /// The access token of a tenant, or of the one that is active.
    pub(crate) fn tokens(&self, tenant: Option<&str>) -> Option<&Tokens> {
        let mut all = self.tokens.iter();
        all.find_map(|(of, tokens)| (of.as_deref() == tenant).then_some(tokens))
    }

    /// All access tokens that belong to a tenant that was asked for by name.
    pub(crate) fn tenants(&self) -> impl Iterator<Item = (&str, &Tokens)> {
        let all = self.tokens.iter();
        all.filter_map(|(tenant, tokens)| Some((tenant.as_deref()?, tokens)))
    }

    pub(crate) fn set_tokens(&mut self, tenant: Option<&str>, tokens: &Tokens) {
        self.tokens.retain(|(of, _)| of.as_deref() != tenant);
        self.tokens
            .push((tenant.map(str::to_owned), tokens.clone()));
    }

    /// When the session runs out if nobody renews it, as far as the server said. A store may forget it then.
    #[must_use]
    pub fn expires_at(&self) -> Option<DateTime<Utc>> {
        match (&self.refresh, self.refresh_expires_at) {
            (Some(_), end) => end,
            (None, _) => {
                let ends = self.tokens.iter().map(|(_, tokens)| tokens.expires_at);
                ends.max().flatten()
            }
        }
    }

    /// The session as text, a JSON object with a version.
    #[must_use]
    pub fn to_text(&self) -> Secret {
        let mut text = Map::new();
        text.insert("version".to_owned(), VERSION.into());
        set(
            &mut text,
            "refreshToken",
            self.refresh.as_ref().map(Secret::expose),
        );
        set_time(&mut text, "refreshTokenExpiresAt", self.refresh_expires_at);
        text.insert("family".to_owned(), self.lineage.family.into());
        text.insert("generation".to_owned(), self.lineage.generation.into());
        set(&mut text, "refreshCookie", self.cookies.refresh_name());
        if let Some((name, value)) = self.cookies.device() {
            let device = json!({ "name": name, "value": value.expose() });
            text.insert("device".to_owned(), device);
        }
        if self.is_in_doubt {
            text.insert("isInDoubt".to_owned(), true.into());
        }
        let tokens = self.tokens.iter().map(|(tenant, tokens)| {
            let mut entry = Map::new();
            set(&mut entry, "tenantId", tenant.as_deref());
            set(&mut entry, "accessToken", Some(tokens.access.expose()));
            set(
                &mut entry,
                "idToken",
                tokens.id.as_ref().map(Secret::expose),
            );
            set_time(&mut entry, "obtainedAt", Some(tokens.obtained_at));
            set_time(&mut entry, "expiresAt", tokens.expires_at);
            Value::Object(entry)
        });
        text.insert("tokens".to_owned(), tokens.collect());
        Value::Object(text).to_string().into()
    }

    /// Reads such a text, of this version of the crate or of an older one.
    ///
    /// # Errors
    /// [`StoreErrorKind::Unreadable`]: it is no such text, is cut short, or comes from a newer version.
    pub fn from_text(text: &str) -> Result<Self, StoreError> {
        let unreadable = || StoreError::new(StoreErrorKind::Unreadable, "cannot read the session");
        // Not the parser's error as the source: it may quote what it did not expect.
        let value: Value = serde_json::from_str(text).map_err(|_| unreadable())?;
        Self::read(&value).ok_or_else(unreadable)
    }

    fn read(value: &Value) -> Option<Self> {
        let version = value["version"].as_u64()?;
        if version == 0 || version > VERSION {
            return None;
        }
        let mut cookies = Cookies::named(string(value, "refreshCookie").map(Into::into));
        if let Some(device) = value.get("device") {
            cookies.set_device(string(device, "name")?, secret(device, "value")?);
        }
        let tokens = value["tokens"].as_array()?.iter().map(|entry| {
            let tokens = Tokens {
                access: secret(entry, "accessToken")?,
                refresh: None,
                id: secret(entry, "idToken"),
                obtained_at: instant(&entry["obtainedAt"]).value()?,
                expires_at: instant(&entry["expiresAt"]).value(),
            };
            Some((string(entry, "tenantId"), tokens))
        });
        Some(Self {
            refresh: secret(value, "refreshToken"),
            refresh_expires_at: instant(&value["refreshTokenExpiresAt"]).value(),
            lineage: Lineage {
                family: value["family"].as_u64().unwrap_or_default(),
                generation: value["generation"]
                    .as_u64()
                    .map_or(0, |number| number as u32),
            },
            cookies,
            is_in_doubt: value["isInDoubt"].as_bool().unwrap_or_default(),
            tokens: tokens.collect::<Option<_>>()?,
        })
    }
}

impl fmt::Debug for SavedSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SavedSession")
            .field("has_refresh_token", &self.refresh.is_some())
            .field("access_tokens", &self.tokens.len())
            .field("expires_at", &self.expires_at())
            .finish_non_exhaustive()
    }
}

fn set(object: &mut Map<String, Value>, name: &str, text: Option<&str>) {
    if let Some(text) = text {
        object.insert(name.to_owned(), text.into());
    }
}

fn set_time(object: &mut Map<String, Value>, name: &str, time: Option<DateTime<Utc>>) {
    let text = time.map(|time| time.to_rfc3339_opts(SecondsFormat::Nanos, true));
    set(object, name, text.as_deref());
}

fn string(value: &Value, name: &str) -> Option<String> {
    value.get(name)?.as_str().map(str::to_owned)
}

fn secret(value: &Value, name: &str) -> Option<Secret> {
    value.get(name)?.as_str().map(Secret::from)
}

#[cfg(test)]
mod tests;
