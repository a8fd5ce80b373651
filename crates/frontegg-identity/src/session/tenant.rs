//! A user's session seen from one of their tenants.

use std::fmt;
use std::sync::Arc;

use frontegg_identity_raw::Secret;
use frontegg_identity_raw::reqwest::header::HeaderMap;

use super::door::Door;
use super::engine::Engine;
use super::handle::{AccessToken, Session};
use super::state::SessionWatch;
use super::user::UserExchange;
use crate::error::{Error, ErrorKind};

/// A user's session in one tenant, whichever tenant is active. Clones share it.
///
/// It has an access token of its own and spends the refresh token of the session, which all tenants share.
/// [`Session::in_tenant`] gives one.
#[derive(Clone)]
pub struct TenantSession {
    session: Session,
    engine: Engine<UserExchange>,
    tenant_id: String,
}

impl TenantSession {
    pub(super) fn new(session: Session, engine: Engine<UserExchange>, tenant_id: String) -> Self {
        Self {
            session,
            engine,
            tenant_id,
        }
    }

    /// The tenant.
    #[must_use]
    pub fn tenant_id(&self) -> &str {
        &self.tenant_id
    }

    /// The session, with the tenant that is active.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// A token of this tenant that is good for at least one request. The first caller waits for it.
    ///
    /// # Errors
    /// [`ErrorKind::Forbidden`]: the user is not in this tenant. [`ErrorKind::Input`]: its id is empty. Else as for
    /// [`Session::access_token`].
    ///
    /// # Wire
    /// At most one `POST /identity/resources/auth/v1/user/token/refresh` with `tenantId`, shared by all callers.
    ///
    /// # Cancel safety
    /// Dropping the future stops the waiting, not the renewal.
    pub async fn access_token(&self) -> Result<AccessToken, Error> {
        // The server takes no id for the active tenant's.
        if self.tenant_id.is_empty() {
            return Err(Error::new(ErrorKind::Input, "cannot ask for a token"));
        }
        self.engine.token().await.map(AccessToken::new)
    }

    /// The value of the header `Authorization` for one request.
    ///
    /// # Errors
    /// As for [`access_token`](Self::access_token).
    pub async fn authorization(&self) -> Result<Secret, Error> {
        Ok(self.access_token().await?.authorization())
    }

    /// How the tenant's token stands, now and from now on; see [`Session::watch`].
    #[must_use]
    pub fn watch(&self) -> SessionWatch {
        SessionWatch::new(self.engine.watch())
    }

    /// Every operation of the API as the user in this tenant. A 401 is answered with a renewal and one more sending.
    #[must_use]
    pub fn raw(&self) -> frontegg_identity_raw::Client {
        self.client(Some(HeaderMap::new()))
    }

    pub(super) fn client(&self, context: Option<HeaderMap>) -> frontegg_identity_raw::Client {
        let identity = self.session.identity();
        identity.service().with_interceptor(Door {
            engine: self.engine.clone(),
            transport: Arc::clone(identity.transport()),
            context,
        })
    }
}

impl fmt::Debug for TenantSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TenantSession")
            .field("tenant_id", &self.tenant_id)
            .finish_non_exhaustive()
    }
}
