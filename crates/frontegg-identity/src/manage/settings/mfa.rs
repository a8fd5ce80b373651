//! Who has to show a second factor, and which kinds there are.

use frontegg_identity_raw::{catalogue, types};

use super::mfa_factors::MfaFactors;
use super::shared::{from_seconds, seconds};
use crate::error::Error;
use crate::manage::TenantId;
use crate::manage::scope::Scope;
use crate::manage::wire::unless_missing;
use crate::{MfaPolicy, MfaStrategy};

const SETTING: &str = "cannot change who has to show a second factor";

/// Second factors, of the environment; who has to show one also of [one tenant](Self::in_tenant).
#[derive(Clone, Debug)]
pub struct MfaSettings {
    scope: Scope,
}

/// An answer without members says that nothing was set.
pub(super) fn policy(answer: types::MfaPolicyResponse) -> Option<MfaPolicy> {
    Some(MfaPolicy::told(
        answer.enforce_mfa_type?.as_str(),
        answer.allow_remember_my_device.unwrap_or_default(),
        answer.mfa_device_expiration.map(from_seconds),
    ))
}

impl MfaSettings {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// Who has to show one in a tenant, in place of what the environment says. The rest is the same for all tenants.
    #[must_use]
    pub fn in_tenant(&self, id: &TenantId) -> Self {
        Self::new(self.scope.of_tenant(id))
    }

    /// Who has to show a second factor; none if nobody has decided that.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/mfa-policy`
    pub async fn policy(&self) -> Result<Option<MfaPolicy>, Error> {
        const DOING: &str = "cannot read who has to show a second factor";
        let outcome = self.scope.client().get_mfa_policy(None).await;
        let outcome = self.scope.told(DOING, &catalogue::GET_MFA_POLICY, outcome);
        Ok(unless_missing(outcome)?.and_then(policy))
    }

    /// Decides who has to show a second factor, whether or not somebody has before. Devices that are no longer to be
    /// remembered are asked again.
    ///
    /// # Wire
    /// `PUT /identity/resources/configurations/v1/mfa-policy`
    pub async fn set_policy(&self, policy: &MfaPolicy) -> Result<(), Error> {
        let mut body = types::MfaPolicyRequest {
            allow_remember_my_device: policy.remember_devices.is_some().into(),
            enforce_mfa_type: types::EnforceMfaType::from(policy.enforce.as_str()).into(),
            ..Default::default()
        };
        if let Some(life) = policy.remember_devices {
            body.mfa_device_expiration = seconds(life).into();
        }
        let outcome = self.scope.client().set_mfa_policy(None, &body).await;
        let operation = &catalogue::SET_MFA_POLICY;
        self.scope.told(SETTING, operation, outcome).map(drop)
    }

    /// The kinds of second factors that are switched on.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/mfa/strategies`
    pub async fn strategies(&self) -> Result<Vec<MfaStrategy>, Error> {
        const DOING: &str = "cannot read which second factors there are";
        let outcome = self.scope.client().list_mfa_strategies().await;
        let operation = &catalogue::LIST_MFA_STRATEGIES;
        let answer = self.scope.told(DOING, operation, outcome)?;
        let active = answer.strategies.into_iter();
        let active = active.filter(|entry| entry.is_active == Some(true));
        Ok(active
            .filter_map(|entry| entry.strategy)
            .map(|strategy| strategy.as_str().into())
            .collect())
    }

    /// Switches a kind of second factor on.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/v1/mfa/strategies`
    pub async fn enable_strategy(&self, strategy: &MfaStrategy) -> Result<(), Error> {
        self.switch(strategy, true).await
    }

    /// Switches a kind of second factor off. Who has one keeps it, and cannot use it.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/v1/mfa/strategies`
    pub async fn disable_strategy(&self, strategy: &MfaStrategy) -> Result<(), Error> {
        self.switch(strategy, false).await
    }

    async fn switch(&self, strategy: &MfaStrategy, is_active: bool) -> Result<(), Error> {
        let body = types::CreateOrUpdateMfaStrategyRequest {
            is_active,
            strategy: strategy.as_str().into(),
        };
        let outcome = self.scope.client().set_mfa_strategy(&body).await;
        let operation = &catalogue::SET_MFA_STRATEGY;
        self.scope.told(SETTING, operation, outcome)
    }

    /// How factors work: what apps call the account, how long codes live.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/mfa`
    pub async fn factors(&self) -> Result<MfaFactors, Error> {
        const DOING: &str = "cannot read how second factors work";
        let outcome = self.scope.client().get_mfa_configuration().await;
        let operation = &catalogue::GET_MFA_CONFIGURATION;
        Ok(self.scope.told(DOING, operation, outcome)?.into())
    }

    /// Sets how factors work. A factor that is not in it is left as it is.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/v1/mfa`
    pub async fn set_factors(&self, factors: &MfaFactors) -> Result<(), Error> {
        const DOING: &str = "cannot set how second factors work";
        let body = factors.body();
        let outcome = self.scope.client().set_mfa_configuration(&body).await;
        let operation = &catalogue::SET_MFA_CONFIGURATION;
        self.scope.told(DOING, operation, outcome).map(drop)
    }
}
