//! Tokens that come to a service: whether they are good, and what they allow.
//!
//! ```no_run
//! use frontegg_identity::Identity;
//! use frontegg_identity::verify::{TokenVerifier, VerifyError};
//!
//! # fn run() -> Result<TokenVerifier, frontegg_identity::Error> {
//! let identity = Identity::builder("https://acme.frontegg.com").build()?;
//! let verifier = identity
//!     .token_verifier()
//!     .issuer("https://acme.frontegg.com")
//!     .audience("the client id of the environment")
//!     .build()?;
//! # Ok(verifier)
//! # }
//!
//! async fn may_read(verifier: &TokenVerifier, authorization: &str) -> Result<bool, VerifyError> {
//!     let token = verifier.verify(authorization).await?;
//!     Ok(token.has_role("Admin") || token.has_permission("fe.users.read"))
//! }
//! ```
//!
//! # What is checked
//!
//! - The algorithm: RS256, or HS256 where [`hmac_secret`](TokenVerifierBuilder::hmac_secret) says so. Never both, and never
//!   what the token says.
//! - The signature, by the key that the token names.
//! - `exp` and `nbf`, with a [`leeway`](TokenVerifierBuilder::leeway).
//! - `type`, and that those are named whom tokens of that kind name.
//! - `iss` and `aud`, if you say which ones are taken. By default they are **not** checked: an environment has keys of its
//!   own, so its signature says already whose token it is. Check `aud` where one environment serves several applications and
//!   a token of one must not pass at another; what it says is set up in the environment. The environment's own token has
//!   neither claim.
//!
//! # Access tokens
//!
//! They come in the header `x-api-key`, and do not say what they allow:
//! [`verify_access_token`](TokenVerifier::verify_access_token) asks the service for their roles, with a session of the
//! [`environment`](TokenVerifierBuilder::environment), and remembers the answer for a while. So they can be revoked, and some
//! never expire.
//!
//! # Keys
//!
//! The keys are fetched when the first token comes, and anew in the background before they are old. No good token waits for
//! that: until new keys are there, however long that takes, the old ones stay. An answer without a key that is of use, as an
//! empty set, replaces nothing. A token whose key is not known leads to one fetch, but not more often than once a
//! [`cool-down`](TokenVerifierBuilder::fetch_cool_down), whatever number of such tokens comes.
//!
//! The fetches run in tasks of their own, so a verifier needs a tokio runtime; one with a key that was given does not.

#[cfg(feature = "axum")]
pub mod axum;
mod bearer;
mod builder;
mod claims;
mod error;
mod flight;
#[cfg(feature = "__fuzzing")]
pub(crate) mod fuzzing;
mod key;
mod key_cache;
mod key_set;
mod kind;
mod parts;
mod permission;
mod read;
mod remembered;
mod rights;
mod rules;
mod token;
#[cfg(feature = "tower")]
pub mod tower;
mod verifier;

pub use self::builder::TokenVerifierBuilder;
pub use self::claims::{
    Actor, Claims, EnvironmentClaims, TenantAccessTokenClaims, TenantApiTokenClaims,
    UserAccessTokenClaims, UserApiTokenClaims, UserClaims,
};
pub use self::error::VerifyError;
pub use self::kind::TokenKind;
pub use self::token::VerifiedToken;
pub use self::verifier::TokenVerifier;
