//! The tokens of a session, and when they came.

use std::fmt;

use chrono::{DateTime, Utc};
use frontegg_identity_raw::Secret;
use serde_json::Value;

use super::expiry::{Received, Said, expiry};

/// The tokens that a sign-in or a renewal brought.
#[derive(Clone)]
pub struct Tokens {
    pub(crate) access: Secret,
    pub(crate) refresh: Option<Secret>,
    pub(crate) id: Option<Secret>,
    /// By our clock.
    pub(crate) obtained_at: DateTime<Utc>,
    pub(crate) expires_at: Option<DateTime<Utc>>,
}

impl Tokens {
    /// Reads the tokens of an answer, in the spelling of either surface: `accessToken` or `access_token`.
    ///
    /// `None` if there is no access token, which is what an answer without a session looks like. A member that is no
    /// text counts as missing.
    pub(crate) fn read(answer: &Value, received: &Received) -> Option<Self> {
        let access = text(answer, ["accessToken", "access_token"])
            .or_else(|| text(answer, ["token", "token"]))?;
        let member = |names: [&str; 2]| names.iter().find_map(|name| answer.get(name));
        let said = Said {
            seconds: member(["expiresIn", "expires_in"]),
            date: answer.get("expires"),
            token: access,
        };
        let expiry = expiry(&said, received);
        if expiry.is_doubtful {
            tracing::warn!(target: "frontegg_identity", expires_at = ?expiry.at, "the life of a token came in an unknown form");
        }
        let secret = |names| text(answer, names).map(Secret::from);
        Some(Self {
            access: Secret::from(access),
            refresh: secret(["refreshToken", "refresh_token"]),
            id: secret(["idToken", "id_token"]),
            obtained_at: received.at,
            expires_at: expiry.at,
        })
    }

    /// The access token, a JWT as a rule.
    #[must_use]
    pub fn access_token(&self) -> &Secret {
        &self.access
    }

    /// The refresh token; tokens of machines may come without.
    #[must_use]
    pub fn refresh_token(&self) -> Option<&Secret> {
        self.refresh.as_ref()
    }

    /// The ID token, which only the OAuth surface gives.
    #[must_use]
    pub fn id_token(&self) -> Option<&Secret> {
        self.id.as_ref()
    }

    /// When the access token runs out by our clock, if the server said so in any way.
    #[must_use]
    pub fn expires_at(&self) -> Option<DateTime<Utc>> {
        self.expires_at
    }
}

impl fmt::Debug for Tokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tokens")
            .field("obtained_at", &self.obtained_at)
            .field("expires_at", &self.expires_at)
            .field("has_refresh_token", &self.refresh.is_some())
            .field("has_id_token", &self.id.is_some())
            .finish_non_exhaustive()
    }
}

fn text<'a>(answer: &'a Value, names: [&str; 2]) -> Option<&'a str> {
    names
        .iter()
        .filter_map(|name| answer.get(name)?.as_str())
        .find(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use serde_json::json;

    use super::*;

    fn read(answer: &Value) -> Option<Tokens> {
        let received = Received {
            at: DateTime::UNIX_EPOCH,
            skew: TimeDelta::zero(),
        };
        Tokens::read(answer, &received)
    }

    #[test]
    fn both_spellings_are_read() {
        let identity = json!({"accessToken": "a", "refreshToken": "r", "expiresIn": 60});
        let oauth =
            json!({"access_token": "a", "refresh_token": "r", "id_token": "i", "expires_in": 60});
        for (answer, has_id) in [(identity, false), (oauth, true)] {
            let tokens = read(&answer).unwrap();
            assert_eq!(tokens.access_token().expose(), "a");
            assert_eq!(tokens.refresh_token().map(Secret::expose), Some("r"));
            assert_eq!(tokens.id_token().is_some(), has_id);
            assert_eq!(
                tokens.expires_at(),
                Some(DateTime::UNIX_EPOCH + TimeDelta::minutes(1))
            );
        }
        assert_eq!(
            read(&json!({"token": "v"}))
                .unwrap()
                .access_token()
                .expose(),
            "v"
        );
    }

    #[test]
    fn an_answer_without_an_access_token_has_no_tokens() {
        for answer in [
            json!({}),
            json!({"accessToken": null}),
            json!({"accessToken": ""}),
            json!({"accessToken": 5}),
            json!([]),
            json!(null),
        ] {
            assert!(read(&answer).is_none(), "{answer}");
        }
    }

    #[test]
    fn s32_debug_shows_no_token() {
        let tokens = read(
            &json!({"accessToken": "S3NTINEL", "refreshToken": "S3NTINEL", "idToken": "S3NTINEL"}),
        )
        .unwrap();
        assert!(!format!("{tokens:?} {tokens:#?}").contains("S3NTINEL"));
    }
}
