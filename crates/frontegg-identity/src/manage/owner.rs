//! Whose things a call is about, where the wire wants both names.

use super::ids::{TenantId, UserId};
use crate::error::{Error, ErrorKind};
use crate::session::Session;

/// A user in a tenant.
#[derive(Clone)]
pub(super) enum Owner {
    Named {
        tenant_id: TenantId,
        user_id: UserId,
    },
    /// Whoever is signed in, in the tenant that is active when the call is made.
    SignedIn(Session),
}

impl Owner {
    /// Tenant and user. Of the signed-in user, the access token knows both.
    pub(super) async fn names(&self, doing: &'static str) -> Result<(TenantId, UserId), Error> {
        match self {
            Self::Named { tenant_id, user_id } => Ok((tenant_id.clone(), user_id.clone())),
            Self::SignedIn(session) => {
                let claims = session.access_token().await?.unverified_claims();
                let claims = claims.unwrap_or_default();
                let names = claims["tenantId"].as_str().zip(claims["sub"].as_str());
                let (tenant, user) =
                    names.ok_or_else(|| Error::new(ErrorKind::Unreadable, doing))?;
                Ok((tenant.into(), user.into()))
            }
        }
    }
}
