//! Credentials of machines: API tokens, which are exchanged for a token, and access tokens, which are one.

mod access_token;
mod api_token;
mod created;
mod lookups;
mod request;
mod tenant_access;
mod tenant_api;

pub use self::access_token::{AccessTokenRights, NewTenantAccessToken, TenantAccessToken};
pub use self::api_token::TenantApiToken;
pub use self::created::CreatedToken;
pub use self::lookups::AccessTokens;
pub use self::request::{NewTenantApiToken, TenantApiTokenChange};
pub use self::tenant_access::TenantAccessTokens;
pub use self::tenant_api::TenantApiTokens;
