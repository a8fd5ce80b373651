//! Verifying one token, step by step.

use std::fmt;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::bearer;
use super::error::VerifyError;
use super::key::{Algorithm, Key};
use super::key_cache::KeyCache;
use super::parts::{Header, Parts};
use super::remembered::Remembered;
use super::rights::AccessTokens;
use super::rules::Rules;
use super::token::{Checked, VerifiedToken};
use crate::clock::{Clock, Ticks};
use crate::error::{Error, ErrorKind};

/// Says whether tokens are good. Clones share it.
///
/// Keep one for the life of the service: it keeps the keys. See the [module](crate::verify) for what it checks.
#[derive(Clone)]
pub struct TokenVerifier {
    inner: Arc<Inner>,
}

pub(super) struct Inner {
    pub(super) rules: Rules,
    pub(super) source: Source,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) remembered: Option<Remembered>,
    pub(super) access_tokens: Option<Arc<AccessTokens>>,
}

/// Where the keys are from. It also pins the algorithm.
pub(super) enum Source {
    Published(Arc<KeyCache>),
    Given(Arc<Key>),
}

impl TokenVerifier {
    pub(super) fn new(inner: Inner) -> Self {
        Self {
            inner: Arc::new(inner),
        }
    }

    /// Verifies a bearer token: the value of the header `Authorization`, or the bare token.
    ///
    /// ```
    /// # use frontegg_identity::verify::{TokenVerifier, VerifyError};
    /// # async fn run(verifier: TokenVerifier, authorization: &str) -> Result<(), u16> {
    /// let status = |error: VerifyError| -> u16 { if error.is_retryable() { 503 } else { 401 } };
    /// let token = verifier.verify(authorization).await.map_err(status)?;
    /// if !token.has_permission("fe.users.read") {
    ///     return Err(403);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// One reason for each refusal; see [`VerifyError`]. [`VerifyError::KeysUnavailable`] is none: nothing is known about the
    /// token.
    ///
    /// # Wire
    /// Nothing, mostly. `GET /.well-known/jwks.json`, shared by all who wait, when there are no keys yet or this token's is
    /// not among them.
    ///
    /// # Cancel safety
    /// Dropping the future stops the waiting, not the fetch.
    pub async fn verify(&self, token: &str) -> Result<VerifiedToken, VerifyError> {
        let token = self.inner.check(bearer::token(token)?).await?;
        if token.kind().is_access_token() {
            return Err(VerifyError::Kind);
        }
        Ok(token)
    }

    /// Verifies an access token, the value of the header `x-api-key`, and asks for its roles.
    ///
    /// # Errors
    /// As for [`verify`](Self::verify). [`VerifyError::Revoked`]: the service does not know it.
    /// [`VerifyError::RolesUnavailable`]: nobody could be asked, or this verifier has no
    /// [`environment`](super::TokenVerifierBuilder::environment).
    ///
    /// # Wire
    /// As for `verify`, and `GET /identity/resources/vendor-only/tenants/access-tokens/v1/{id}`, or `.../users/...`, once for
    /// all who wait and for as long as roles are [remembered](super::TokenVerifierBuilder::remember_roles).
    ///
    /// # Cancel safety
    /// Dropping the future stops the waiting, not the question.
    pub async fn verify_access_token(&self, token: &str) -> Result<VerifiedToken, VerifyError> {
        let token = self.inner.check(token).await?;
        let (id, tenant_id) = match (token.subject(), token.tenant_id()) {
            (Some(id), Some(tenant_id)) if token.kind().is_access_token() => (id, tenant_id),
            _ => return Err(VerifyError::Kind),
        };
        let Some(access_tokens) = &self.inner.access_tokens else {
            return Err(VerifyError::RolesUnavailable(Error::new(
                ErrorKind::Configuration,
                "the verifier has no session of the environment to ask with",
            )));
        };
        let rights = access_tokens.ask(token.kind(), tenant_id, id).await?;
        Ok(token.with_rights(rights))
    }

    /// Whether the roles of access tokens can be asked for.
    #[cfg(feature = "tower")]
    pub(super) fn takes_access_tokens(&self) -> bool {
        self.inner.access_tokens.is_some()
    }

    /// Fetches the keys unless they are there: at the start of a service, so that its first token need not wait.
    ///
    /// # Errors
    /// [`VerifyError::KeysUnavailable`].
    ///
    /// # Wire
    /// `GET /.well-known/jwks.json`
    pub async fn load_keys(&self) -> Result<(), VerifyError> {
        match &self.inner.source {
            Source::Published(keys) => keys.load().await.map(drop),
            Source::Given(_) => Ok(()),
        }
    }
}

impl Inner {
    /// Everything but the question whether the kind of token is taken at this door.
    async fn check(&self, text: &str) -> Result<VerifiedToken, VerifyError> {
        if text.len() > self.rules.longest {
            return Err(VerifyError::TooLarge);
        }
        let parts = Parts::split(text)?;
        let now = self.clock.ticks();
        if let Some(remembered) = &self.remembered
            && let Some(edition) = self.source.edition(now)
            && let Some(known) = remembered.find(&parts, edition)
        {
            self.rules.check_time(&known, now.wall)?;
            return Ok(VerifiedToken::new(known, now.wall));
        }
        let header = parts.header_bytes()?;
        let header = Header::read(&header)?;
        self.source.algorithm().check(&header.alg)?;
        let (key, edition) = match &self.source {
            Source::Published(keys) => keys.find(header.kid.as_deref()).await?,
            Source::Given(key) => (Arc::clone(key), 0),
        };
        let checked = Arc::new(Checked::read(signed_claims(&parts, &key)?)?);
        let now = self.clock.ticks().wall;
        self.rules.check(&checked, now)?;
        if let Some(remembered) = &self.remembered {
            remembered.insert(&parts, edition, &checked, now);
        }
        Ok(VerifiedToken::new(checked, now))
    }
}

/// The claims, if this key has signed them.
fn signed_claims(parts: &Parts<'_>, key: &Key) -> Result<Map<String, Value>, VerifyError> {
    let signature = parts.signature()?;
    if !key.has_signed(parts.message.as_bytes(), &signature) {
        return Err(VerifyError::Signature);
    }
    let claims = parts.claims()?;
    serde_json::from_slice(&claims).map_err(|_| VerifyError::Claims)
}

impl Source {
    fn algorithm(&self) -> Algorithm {
        match self {
            Self::Published(_) => Algorithm::Rs256,
            Self::Given(key) => key.algorithm(),
        }
    }

    /// Which keys these are; another number when they have changed, and none while there are none. Has them fetched anew in
    /// the background if they are old.
    fn edition(&self, now: Ticks) -> Option<u64> {
        match self {
            Self::Published(keys) => keys.edition(now),
            Self::Given(_) => Some(0),
        }
    }
}

impl fmt::Debug for TokenVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenVerifier")
            .field("rules", &self.inner.rules)
            .field("algorithm", &self.inner.source.algorithm())
            .finish_non_exhaustive()
    }
}
