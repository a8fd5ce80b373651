//! The configuration of the environment is read and changed.

use frontegg_identity_raw::catalogue;

use super::configuration::{IdentityChange, IdentityConfiguration, MachineToMachineAuthStrategy};
use crate::error::Error;
use crate::manage::scope::Scope;

/// The configuration of an environment.
#[derive(Clone, Debug)]
pub struct IdentitySettings {
    scope: Scope,
}

/// The part of the configuration without keys and secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct IdentityBasics {
    /// Whether permissions are enforced.
    pub forces_permissions: Option<bool>,
    /// Which key a machine has.
    pub machine_strategy: Option<MachineToMachineAuthStrategy>,
}

impl IdentitySettings {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// The whole configuration, with the secret that signs tokens if there is one.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1`
    pub async fn read(&self) -> Result<IdentityConfiguration, Error> {
        const DOING: &str = "cannot read the configuration of the environment";
        let outcome = self.scope.client().get_identity_configuration().await;
        let operation = &catalogue::GET_IDENTITY_CONFIGURATION;
        Ok(self.scope.told(DOING, operation, outcome)?.into())
    }

    /// Two members of it, without any secret.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/basic`
    pub async fn basics(&self) -> Result<IdentityBasics, Error> {
        const DOING: &str = "cannot read the configuration of the environment";
        let outcome = self.scope.client().get_basic_identity_configuration().await;
        let operation = &catalogue::GET_BASIC_IDENTITY_CONFIGURATION;
        let answer = self.scope.told(DOING, operation, outcome)?;
        Ok(IdentityBasics {
            forces_permissions: answer.force_permissions,
            machine_strategy: answer.machine_to_machine_auth_strategy,
        })
    }

    /// Changes it, for tokens and logins from now on.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/v1`
    pub async fn change(&self, change: &IdentityChange) -> Result<(), Error> {
        const DOING: &str = "cannot change the configuration of the environment";
        let client = self.scope.client();
        let outcome = client.set_identity_configuration(&change.0).await;
        let operation = &catalogue::SET_IDENTITY_CONFIGURATION;
        self.scope.told(DOING, operation, outcome).map(drop)
    }
}
