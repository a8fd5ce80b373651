//! The sessions of the signed-in user, on this machine and on others.

use chrono::{DateTime, Utc};
use frontegg_identity_raw::catalogue;
use serde_json::Value;

use super::call::Parts;
use super::handle::Session;
use crate::error::Error;
use crate::token::expiry::instant;

/// A session of the user, as the server knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ActiveSession {
    /// What the server calls it.
    pub id: String,
    /// When the user signed in.
    pub created_at: Option<DateTime<Utc>>,
    /// From where.
    pub ip_address: Option<String>,
    /// With what.
    pub user_agent: Option<String>,
    /// Whether it is the one that asks.
    pub is_current: bool,
}

impl Session {
    /// The sessions of the user. Entries that cannot be read are left out.
    ///
    /// # Errors
    /// As for every call of a session.
    ///
    /// # Wire
    /// `GET /identity/resources/users/sessions/v1/me`
    pub async fn sessions(&self) -> Result<Vec<ActiveSession>, Error> {
        const DOING: &str = "cannot list the sessions";
        let operation = &catalogue::LIST_MY_SESSIONS;
        let answer = self.ask(DOING, operation, Parts::default()).await?;
        let list = answer.as_array().map(Vec::as_slice).unwrap_or_default();
        Ok(list.iter().filter_map(ActiveSession::read).collect())
    }

    /// Ends one of the user's sessions. Its access token is good till it runs out.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound): there is no such session.
    ///
    /// # Wire
    /// `DELETE /identity/resources/users/sessions/v1/me/{id}`
    pub async fn end_session(&self, id: &str) -> Result<(), Error> {
        const DOING: &str = "cannot end the session";
        let operation = &catalogue::DELETE_MY_SESSION;
        let parts = Parts {
            session: Some(id),
            ..Parts::default()
        };
        self.ask(DOING, operation, parts).await?;
        Ok(())
    }

    /// Ends all sessions of the user, this one as well.
    ///
    /// # Errors
    /// As for every call of a session. This one goes on then.
    ///
    /// # Wire
    /// `DELETE /identity/resources/users/sessions/v1/me/all`
    pub async fn end_all_sessions(&self) -> Result<(), Error> {
        const DOING: &str = "cannot end the sessions";
        let operation = &catalogue::DELETE_ALL_MY_SESSIONS;
        self.ask(DOING, operation, Parts::default()).await?;
        self.logout().await
    }
}

impl ActiveSession {
    fn read(entry: &Value) -> Option<Self> {
        let text = |name: &str| entry[name].as_str().map(str::to_owned);
        Some(Self {
            id: text("id")?,
            created_at: instant(&entry["createdAt"]).value(),
            ip_address: text("ipAddress"),
            user_agent: text("userAgent"),
            is_current: entry["current"].as_bool().unwrap_or_default(),
        })
    }
}
