//! What sorts of tokens there are.

use std::fmt;

/// What sort of token it is, by its claim `type`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// A signed-in user's (`userToken`).
    User,
    /// That of a user's API token (`userApiToken`).
    UserApiToken,
    /// That of a tenant's API token (`tenantApiToken`).
    TenantApiToken,
    /// A user's access token (`userAccessToken`), which comes in the header `x-api-key`.
    UserAccessToken,
    /// A tenant's access token (`tenantAccessToken`), which comes in the header `x-api-key`.
    TenantAccessToken,
    /// The environment's own (`vendor`).
    Environment,
    /// A sort that this version does not know, as the token has it.
    Unknown(String),
}

impl TokenKind {
    /// The word of the claim.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::User => "userToken",
            Self::UserApiToken => "userApiToken",
            Self::TenantApiToken => "tenantApiToken",
            Self::UserAccessToken => "userAccessToken",
            Self::TenantAccessToken => "tenantAccessToken",
            Self::Environment => "vendor",
            Self::Unknown(text) => text,
        }
    }

    /// Whether its roles have to be asked for.
    pub(super) fn is_access_token(&self) -> bool {
        matches!(self, Self::UserAccessToken | Self::TenantAccessToken)
    }
}

impl From<&str> for TokenKind {
    fn from(text: &str) -> Self {
        match text {
            "userToken" => Self::User,
            "userApiToken" => Self::UserApiToken,
            "tenantApiToken" => Self::TenantApiToken,
            "userAccessToken" => Self::UserAccessToken,
            "tenantAccessToken" => Self::TenantAccessToken,
            "vendor" => Self::Environment,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

impl fmt::Display for TokenKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
