//! Whether services may act for users.

use frontegg_identity_raw::{catalogue, types};

use super::scope::Scope;
use crate::error::Error;
use crate::silent::silent_debug;

const SETTING: &str = "cannot change whether services may act for users";

/// Whether a service may exchange a user's token and its own for one with which it acts for the user;
/// [`Environment::delegation`](super::Environment::delegation) gives it.
#[derive(Clone)]
pub struct Delegation {
    scope: Scope,
}

impl Delegation {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// Whether it is allowed. It is not if the server does not say so.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/delegation`
    pub async fn is_allowed(&self) -> Result<bool, Error> {
        const DOING: &str = "cannot read whether services may act for users";
        let client = self.scope.client();
        let outcome = client.get_delegation_configuration().await;
        let setting = self
            .scope
            .told(DOING, &catalogue::GET_DELEGATION_CONFIGURATION, outcome)?;
        Ok(setting.enabled.unwrap_or_default())
    }

    /// Allows it from now on.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/v1/delegation`
    pub async fn allow(&self) -> Result<(), Error> {
        let outcome = self
            .scope
            .client()
            .set_delegation_configuration(&enabled(true))
            .await;
        self.scope
            .told(SETTING, &catalogue::SET_DELEGATION_CONFIGURATION, outcome)
    }

    /// Forbids it from now on. Tokens that were given out before work until they end.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/v1/delegation`
    pub async fn forbid(&self) -> Result<(), Error> {
        let outcome = self
            .scope
            .client()
            .set_delegation_configuration(&enabled(false))
            .await;
        self.scope
            .told(SETTING, &catalogue::SET_DELEGATION_CONFIGURATION, outcome)
    }
}

fn enabled(is_enabled: bool) -> types::CreateDelegationConfigurationRequestDto {
    types::CreateDelegationConfigurationRequestDto {
        enabled: Some(is_enabled),
    }
}

silent_debug!(Delegation);
