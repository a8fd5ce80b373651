//! Who has to show a second factor, and which kinds there are: for the environment.

use std::time::Duration;

use frontegg_identity_raw::{Operation, Response, catalogue};
use serde_json::{Value, json};

use super::names::{EnforceMfa, MfaStrategy};
use crate::error::{Code, Error, ErrorKind};
use crate::session::MachineSession;
use crate::token::expiry::lifetime;

const SETTING: &str = "cannot change who has to show a second factor";

/// For how long a device is remembered if a policy does not say it.
const DEFAULT_MEMORY: Duration = Duration::from_secs(14 * 24 * 60 * 60);

/// Who has to show a second factor.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MfaPolicy {
    /// Who has to show one.
    pub enforce: EnforceMfa,
    /// For how long a device is not asked again, if devices may be remembered.
    pub remember_devices: Option<Duration>,
}

impl MfaPolicy {
    /// A policy that remembers no device.
    #[must_use]
    pub fn new(enforce: EnforceMfa) -> Self {
        Self {
            enforce,
            remember_devices: None,
        }
    }

    /// Lets devices be remembered for so long.
    #[must_use]
    pub fn remember_devices(mut self, life: Duration) -> Self {
        self.remember_devices = Some(life);
        self
    }

    fn read(answer: &Value) -> Self {
        Self {
            enforce: answer["enforceMFAType"].as_str().unwrap_or_default().into(),
            remember_devices: memory(answer, "allowRememberMyDevice"),
        }
    }

    /// The same of an answer that is typed.
    #[cfg(feature = "management")]
    pub(crate) fn told(enforce: &str, may_remember: bool, life: Option<Duration>) -> Self {
        Self {
            enforce: enforce.into(),
            remember_devices: may_remember.then(|| life.unwrap_or(DEFAULT_MEMORY)),
        }
    }

    fn body(&self) -> Value {
        let mut body = json!({
            "enforceMFAType": self.enforce.as_str(),
            "allowRememberMyDevice": self.remember_devices.is_some(),
        });
        if let Some(life) = self.remember_devices {
            body["mfaDeviceExpiration"] = life.as_secs().into();
        }
        body
    }
}

/// For how long a device is remembered; none if it is not, as `permission` says.
pub(super) fn memory(answer: &Value, permission: &str) -> Option<Duration> {
    let life = lifetime(&answer["mfaDeviceExpiration"]).value();
    let life = life.and_then(|life| life.to_std().ok());
    (answer[permission] == true).then(|| life.unwrap_or(DEFAULT_MEMORY))
}

/// A 404 that is about the policy, and not about who asks.
pub(crate) fn is_unset(error: &Error) -> bool {
    error.kind() == ErrorKind::NotFound && !error.codes().contains(&Code::RouteNotFound)
}

impl MachineSession {
    /// Who has to show a second factor; none if nobody has decided that.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] or [`ErrorKind::Forbidden`]: this machine is not the environment.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/mfa-policy/vendor`
    pub async fn mfa_policy(&self) -> Result<Option<MfaPolicy>, Error> {
        const DOING: &str = "cannot read who has to show a second factor";
        let operation = &catalogue::GET_MFA_POLICY_AS_VENDOR;
        match self.ask(DOING, operation, None).await {
            Ok(answer) => Ok(Some(MfaPolicy::read(&answer))),
            Err(error) if is_unset(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Decides who has to show a second factor.
    ///
    /// # Errors
    /// As for [`mfa_policy`](Self::mfa_policy).
    ///
    /// # Wire
    /// `PUT /identity/resources/configurations/v1/mfa-policy`
    pub async fn set_mfa_policy(&self, policy: &MfaPolicy) -> Result<(), Error> {
        let operation = &catalogue::SET_MFA_POLICY;
        self.ask(SETTING, operation, Some(policy.body())).await?;
        Ok(())
    }

    /// The kinds of second factors that are switched on.
    ///
    /// # Errors
    /// As for [`mfa_policy`](Self::mfa_policy).
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/mfa/strategies`
    pub async fn mfa_strategies(&self) -> Result<Vec<MfaStrategy>, Error> {
        const DOING: &str = "cannot read which second factors there are";
        let operation = &catalogue::LIST_MFA_STRATEGIES;
        let answer = self.ask(DOING, operation, None).await?;
        let list = answer["strategies"].as_array().map(Vec::as_slice);
        let list = list.unwrap_or_default().iter();
        let active = list.filter(|entry| entry["isActive"] == true);
        Ok(active
            .filter_map(|entry| entry["strategy"].as_str())
            .map(MfaStrategy::from)
            .collect())
    }

    /// Switches a kind of second factor on.
    ///
    /// # Errors
    /// As for [`mfa_policy`](Self::mfa_policy).
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/v1/mfa/strategies`
    pub async fn enable_mfa_strategy(&self, strategy: &MfaStrategy) -> Result<(), Error> {
        let body = json!({ "strategy": strategy.as_str(), "isActive": true });
        let operation = &catalogue::SET_MFA_STRATEGY;
        self.ask(SETTING, operation, Some(body)).await?;
        Ok(())
    }

    /// Switches a kind of second factor off. Who has one keeps it, and cannot use it.
    ///
    /// # Errors
    /// As for [`mfa_policy`](Self::mfa_policy).
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/v1/mfa/strategies`
    pub async fn disable_mfa_strategy(&self, strategy: &MfaStrategy) -> Result<(), Error> {
        let body = json!({ "strategy": strategy.as_str(), "isActive": false });
        let operation = &catalogue::SET_MFA_STRATEGY;
        self.ask(SETTING, operation, Some(body)).await?;
        Ok(())
    }

    async fn ask(
        &self,
        doing: &'static str,
        operation: &'static Operation,
        body: Option<Value>,
    ) -> Result<Response<Value>, Error> {
        let client = self.raw();
        let mut call = client.call(operation);
        if let Some(body) = &body {
            call = call.json(body);
        }
        self.identity().answer(doing, operation, call.send().await)
    }
}
