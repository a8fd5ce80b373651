//! Tokens of a user, as they are wanted and as they are.

use std::time::Duration;

use chrono::{DateTime, Utc};
use frontegg_identity_raw::types;
use serde_json::Value;

use crate::error::Error;
use crate::manage::wire::minutes;
use crate::manage::{AccessTokenId, CreatedToken, Metadata};

/// An API token that is wanted. One of which nothing is said never expires.
#[derive(Clone, Debug, Default)]
#[must_use = "no token is made until this is sent"]
pub struct NewPersonalApiToken {
    description: Option<String>,
    life: Option<Duration>,
    metadata: Option<Metadata>,
}

/// An access token that is wanted. One of which nothing is said never expires.
#[derive(Clone, Debug, Default)]
#[must_use = "no token is made until this is sent"]
pub struct NewPersonalAccessToken {
    description: Option<String>,
    life: Option<Duration>,
}

/// An API token of a user: a client id, and a secret that was shown once. The two sign a machine in, see
/// [`Credentials::api_token`](crate::Credentials::api_token).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PersonalApiToken {
    /// Names it, and signs in with its secret.
    pub client_id: String,
    /// By which its owner knows it.
    pub description: Option<String>,
    /// What the JWTs that it is exchanged for have as `metadata`.
    pub metadata: Metadata,
    /// When it was made.
    pub created_at: Option<DateTime<Utc>>,
    /// When it expires; none if it never does.
    pub expires_at: Option<DateTime<Utc>>,
}

/// An access token of a user: a JWT that was shown once, and goes as it is to a back end.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PersonalAccessToken {
    /// Names it; the claim `sub` of the JWT as well.
    pub id: AccessTokenId,
    /// By which its owner knows it.
    pub description: Option<String>,
    /// When it was made.
    pub created_at: Option<DateTime<Utc>>,
    /// When it expires; none if it never does.
    pub expires_at: Option<DateTime<Utc>>,
}

impl NewPersonalApiToken {
    /// A token that never expires.
    pub fn new() -> Self {
        Self::default()
    }

    /// By which its owner knows it.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// Lets it end after so long, from a minute to ten years; in whole minutes, and one that has begun counts.
    pub fn expires_in(mut self, life: Duration) -> Self {
        self.life = Some(life);
        self
    }

    /// What the JWTs that it is exchanged for shall have as `metadata`. It has to be an object.
    pub fn metadata(mut self, metadata: impl Into<Metadata>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    pub(super) fn body(&self, doing: &'static str) -> Result<types::CreateUserApiTokenDto, Error> {
        let metadata = self.metadata.as_ref();
        Ok(types::CreateUserApiTokenDto {
            description: self.description.clone(),
            expires_in_minutes: self.life.map(minutes),
            metadata: metadata.map(|one| one.object(doing)).transpose()?,
        })
    }
}

impl NewPersonalAccessToken {
    /// A token that never expires.
    pub fn new() -> Self {
        Self::default()
    }

    /// By which its owner knows it.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// Lets it end after so long, a minute at least; in whole minutes, and one that has begun counts.
    pub fn expires_in(mut self, life: Duration) -> Self {
        self.life = Some(life);
        self
    }

    pub(super) fn body(&self) -> types::CreateUserAccessTokenRequest {
        types::CreateUserAccessTokenRequest {
            description: self.description.clone(),
            expires_in_minutes: self.life.map(minutes),
        }
    }
}

impl PersonalAccessToken {
    /// None if it lacks what it is about.
    pub(super) fn read(told: types::UserAccessTokenResponse) -> Option<Self> {
        Some(Self {
            id: told.id?.into(),
            description: told.description,
            created_at: told.created_at,
            expires_at: told.expires,
        })
    }
}

impl From<types::GetUserApiTokensResponseDto> for PersonalApiToken {
    fn from(told: types::GetUserApiTokensResponseDto) -> Self {
        Self {
            client_id: told.client_id,
            description: told.description,
            metadata: Value::Object(told.metadata).into(),
            created_at: told.created_at,
            expires_at: told.expires,
        }
    }
}

impl From<types::CreateUserApiTokenResponseDto> for CreatedToken<PersonalApiToken> {
    fn from(told: types::CreateUserApiTokenResponseDto) -> Self {
        let token = PersonalApiToken {
            client_id: told.client_id,
            description: told.description,
            metadata: Value::Object(told.metadata).into(),
            created_at: told.created_at,
            expires_at: told.expires,
        };
        Self::new(token, told.secret)
    }
}

impl CreatedToken<PersonalAccessToken> {
    /// None if it lacks what it is about.
    pub(super) fn read(mut told: types::UserAccessTokenResponse) -> Option<Self> {
        let secret = told.secret.take()?;
        let token = PersonalAccessToken::read(told)?;
        Some(Self::new(token, secret))
    }
}
