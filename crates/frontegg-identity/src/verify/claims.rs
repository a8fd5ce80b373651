//! What tokens say, by their kind.

use std::fmt;

use serde_json::{Map, Value};

use super::error::VerifyError;
use super::kind::TokenKind;
use super::read::Reader;

/// What a token says, by its kind. What all kinds have in common is at [`VerifiedToken`](super::VerifiedToken).
///
/// ```
/// use frontegg_identity::verify::Claims;
///
/// fn who(claims: &Claims) -> String {
///     match claims {
///         Claims::User(user) => format!("{} of {}", user.user_id, user.tenant_id),
///         Claims::UserApiToken(token) => format!("a program of {}", token.user_id),
///         Claims::TenantApiToken(token) => format!("a program of {}", token.tenant_id),
///         Claims::Environment(_) => "the environment".to_owned(),
///         _ => "somebody else".to_owned(),
///     }
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Claims {
    /// Of a signed-in user.
    User(UserClaims),
    /// Of a user's API token.
    UserApiToken(UserApiTokenClaims),
    /// Of a tenant's API token.
    TenantApiToken(TenantApiTokenClaims),
    /// Of a user's access token.
    UserAccessToken(UserAccessTokenClaims),
    /// Of a tenant's access token.
    TenantAccessToken(TenantAccessTokenClaims),
    /// Of the environment.
    Environment(EnvironmentClaims),
    /// Of a kind that this version does not know; [`VerifiedToken::claim`](super::VerifiedToken::claim) reads them.
    Unknown,
}

/// What a user's token says. Members that the environment leaves out of its tokens are `None` or empty.
#[derive(Clone)]
#[non_exhaustive]
pub struct UserClaims {
    /// The user (`sub`).
    pub user_id: String,
    /// The tenant that the token is for.
    pub tenant_id: String,
    /// All tenants of the user.
    pub tenant_ids: Vec<String>,
    /// The user's name.
    pub name: Option<String>,
    /// The user's address.
    pub email: Option<String>,
    /// Whether the address is known to be the user's (`email_verified`).
    pub is_email_verified: Option<bool>,
    /// Where the user's picture is.
    pub profile_picture_url: Option<String>,
    /// The user's phone.
    pub phone_number: Option<String>,
    /// The user's id in a system of yours.
    pub external_id: Option<String>,
    /// The session (`sid`).
    pub session_id: Option<String>,
    /// The application that the user signed in to.
    pub application_id: Option<String>,
    /// Who acts as this user, if it is not the user (`act`).
    pub actor: Option<Actor>,
    /// Whether the user may do everything in the tenant (`superUser`).
    pub is_super_user: bool,
    /// The user's metadata.
    pub metadata: Map<String, Value>,
}

/// Who acts as somebody else.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Actor {
    /// Who it is (`sub`).
    pub id: Option<String>,
    /// In which way, as `impersonation` (`type`).
    pub kind: Option<String>,
}

/// What the token of a user's API token says.
#[derive(Clone)]
#[non_exhaustive]
pub struct UserApiTokenClaims {
    /// The client id of the API token (`sub`).
    pub client_id: String,
    /// The user that it belongs to.
    pub user_id: String,
    /// The tenant.
    pub tenant_id: String,
    /// The user's address.
    pub email: Option<String>,
    /// Who made the API token.
    pub created_by_user_id: Option<String>,
    /// The API token's metadata.
    pub metadata: Map<String, Value>,
    /// The user's metadata.
    pub user_metadata: Map<String, Value>,
}

/// What the token of a tenant's API token says.
#[derive(Clone)]
#[non_exhaustive]
pub struct TenantApiTokenClaims {
    /// The client id of the API token (`sub`).
    pub client_id: String,
    /// The tenant that it belongs to.
    pub tenant_id: String,
    /// Who made the API token.
    pub created_by_user_id: Option<String>,
    /// The API token's metadata.
    pub metadata: Map<String, Value>,
}

/// What a user's access token says.
#[derive(Clone)]
#[non_exhaustive]
pub struct UserAccessTokenClaims {
    /// The access token (`sub`).
    pub token_id: String,
    /// The user that it belongs to.
    pub user_id: String,
    /// The tenant.
    pub tenant_id: String,
}

/// What a tenant's access token says.
#[derive(Clone)]
#[non_exhaustive]
pub struct TenantAccessTokenClaims {
    /// The access token (`sub`).
    pub token_id: String,
    /// The tenant that it belongs to.
    pub tenant_id: String,
}

/// What the environment's token says.
#[derive(Clone)]
#[non_exhaustive]
pub struct EnvironmentClaims {
    /// The environment (`vendorId`).
    pub environment_id: String,
    /// What the token is good for; empty for everything.
    pub scopes: Vec<String>,
}

impl Claims {
    /// The claims of a kind, as long as those that name somebody are there.
    pub(super) fn read(kind: &TokenKind, from: Reader<'_>) -> Result<Self, VerifyError> {
        let claims = match kind {
            TokenKind::User => Self::User(UserClaims {
                user_id: from.name("sub")?,
                tenant_id: from.name("tenantId")?,
                tenant_ids: from.list("tenantIds")?,
                name: from.text("name"),
                email: from.text("email"),
                is_email_verified: from.truth("email_verified"),
                profile_picture_url: from.text("profilePictureUrl"),
                phone_number: from.text("phoneNumber"),
                external_id: from.text("externalId"),
                session_id: from.text("sid"),
                application_id: from.text("applicationId"),
                actor: from.actor(),
                is_super_user: from.truth("superUser").unwrap_or(false),
                metadata: from.object("metadata"),
            }),
            TokenKind::UserApiToken => Self::UserApiToken(UserApiTokenClaims {
                client_id: from.name("sub")?,
                user_id: from.name("userId")?,
                tenant_id: from.name("tenantId")?,
                email: from.text("email"),
                created_by_user_id: from.text("createdByUserId"),
                metadata: from.object("metadata"),
                user_metadata: from.object("userMetadata"),
            }),
            TokenKind::TenantApiToken => Self::TenantApiToken(TenantApiTokenClaims {
                client_id: from.name("sub")?,
                tenant_id: from.name("tenantId")?,
                created_by_user_id: from.text("createdByUserId"),
                metadata: from.object("metadata"),
            }),
            TokenKind::UserAccessToken => Self::UserAccessToken(UserAccessTokenClaims {
                token_id: from.name("sub")?,
                user_id: from.name("userId")?,
                tenant_id: from.name("tenantId")?,
            }),
            TokenKind::TenantAccessToken => Self::TenantAccessToken(TenantAccessTokenClaims {
                token_id: from.name("sub")?,
                tenant_id: from.name("tenantId")?,
            }),
            TokenKind::Environment => Self::Environment(EnvironmentClaims {
                environment_id: from.name("vendorId")?,
                scopes: from.list("scopes")?,
            }),
            TokenKind::Unknown(_) => Self::Unknown,
        };
        Ok(claims)
    }

    /// The tenant that the token is for.
    pub(super) fn tenant_id(&self) -> Option<&str> {
        match self {
            Self::User(claims) => Some(&claims.tenant_id),
            Self::UserApiToken(claims) => Some(&claims.tenant_id),
            Self::TenantApiToken(claims) => Some(&claims.tenant_id),
            Self::UserAccessToken(claims) => Some(&claims.tenant_id),
            Self::TenantAccessToken(claims) => Some(&claims.tenant_id),
            Self::Environment(_) | Self::Unknown => None,
        }
    }

    /// The user who signed in, or whose program it is.
    pub(super) fn user_id(&self) -> Option<&str> {
        match self {
            Self::User(claims) => Some(&claims.user_id),
            Self::UserApiToken(claims) => Some(&claims.user_id),
            Self::UserAccessToken(claims) => Some(&claims.user_id),
            _ => None,
        }
    }
}

/// Shows the members that name somebody, and none that people fill in.
macro_rules! debug_of_ids {
    ($($name:ident { $($id:ident),* })*) => {
        $(impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name))
                    $(.field(stringify!($id), &self.$id))*
                    .finish_non_exhaustive()
            }
        })*
    };
}

debug_of_ids! {
    UserClaims { user_id, tenant_id, application_id, actor }
    UserApiTokenClaims { client_id, user_id, tenant_id }
    TenantApiTokenClaims { client_id, tenant_id }
    UserAccessTokenClaims { token_id, user_id, tenant_id }
    TenantAccessTokenClaims { token_id, tenant_id }
    EnvironmentClaims { environment_id, scopes }
}
