//! Tokens that were just made.

use std::fmt;

use frontegg_identity_raw::Secret;

/// A token that was just made. Its secret is told now and never again.
#[derive(Clone)]
#[non_exhaustive]
pub struct CreatedToken<T> {
    /// What lists will show.
    pub token: T,
    /// The secret; of an access token, that is the JWT.
    pub secret: Secret,
}

impl<T> CreatedToken<T> {
    pub(in crate::manage) fn new(token: T, secret: Secret) -> Self {
        Self { token, secret }
    }
}

impl<T: fmt::Debug> fmt::Debug for CreatedToken<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreatedToken")
            .field("token", &self.token)
            .finish_non_exhaustive()
    }
}
