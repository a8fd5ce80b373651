//! What sorts of tokens there are.

use crate::open_names::open_names;

open_names! {
    /// What sort of token it is, by its claim `type`.
    TokenKind {
        /// A signed-in user's (`userToken`).
        User = "userToken",
        /// That of a user's API token (`userApiToken`).
        UserApiToken = "userApiToken",
        /// That of a tenant's API token (`tenantApiToken`).
        TenantApiToken = "tenantApiToken",
        /// A user's access token (`userAccessToken`), which comes in the header `x-api-key`.
        UserAccessToken = "userAccessToken",
        /// A tenant's access token (`tenantAccessToken`), which comes in the header `x-api-key`.
        TenantAccessToken = "tenantAccessToken",
        /// The environment's own (`vendor`).
        Environment = "vendor",
    }
}

impl TokenKind {
    /// Whether its roles have to be asked for.
    pub(super) fn is_access_token(&self) -> bool {
        matches!(self, Self::UserAccessToken | Self::TenantAccessToken)
    }
}
