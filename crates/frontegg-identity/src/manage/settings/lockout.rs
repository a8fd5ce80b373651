//! After how many failed logins a user is locked.

use frontegg_identity_raw::{catalogue, types};

use super::shared::{at_least_one, change_or_make, count};
use crate::error::Error;
use crate::manage::TenantId;
use crate::manage::scope::Scope;
use crate::manage::wire::unless_missing;

/// After how many failed logins a user is locked.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LockoutPolicy {
    /// Whether users are locked at all.
    pub is_enabled: bool,
    /// The failed login after which a user is locked, counted from 1.
    pub max_attempts: u64,
}

impl LockoutPolicy {
    /// Locks a user after so many failed logins, 1 or more.
    #[must_use]
    pub fn after(max_attempts: u64) -> Self {
        Self {
            is_enabled: true,
            max_attempts,
        }
    }

    /// The same, switched off.
    #[must_use]
    pub fn off(mut self) -> Self {
        self.is_enabled = false;
        self
    }

    pub(super) fn read(answer: types::LockoutPolicyResponse) -> Option<Self> {
        Some(Self {
            is_enabled: answer.enabled?,
            max_attempts: answer.max_attempts.map_or(0, count),
        })
    }
}

/// The lockout policy, of the environment or of [one tenant](Self::in_tenant).
#[derive(Clone, Debug)]
pub struct LockoutSettings {
    scope: Scope,
}

impl LockoutSettings {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// What a tenant has in place of the environment's.
    #[must_use]
    pub fn in_tenant(&self, id: &TenantId) -> Self {
        Self::new(self.scope.of_tenant(id))
    }

    /// The policy; none if it was never set.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/lockout-policy`
    pub async fn policy(&self) -> Result<Option<LockoutPolicy>, Error> {
        const DOING: &str = "cannot read the lockout policy";
        let operation = &catalogue::GET_LOCKOUT_POLICY;
        let outcome = self.scope.client().get_lockout_policy(None).await;
        let outcome = self.scope.told(DOING, operation, outcome);
        Ok(unless_missing(outcome)?.and_then(LockoutPolicy::read))
    }

    /// Sets the policy, whether or not there is one. Users who are locked stay so.
    ///
    /// # Errors
    /// [`Input`](crate::ErrorKind::Input): it locks after 0 attempts.
    ///
    /// # Wire
    /// `PATCH /identity/resources/configurations/v1/lockout-policy`
    ///
    /// `POST /identity/resources/configurations/v1/lockout-policy`, where there is none
    pub async fn set(&self, policy: &LockoutPolicy) -> Result<(), Error> {
        const DOING: &str = "cannot set the lockout policy";
        let (updating, creating) = (
            &catalogue::UPDATE_LOCKOUT_POLICY,
            &catalogue::CREATE_LOCKOUT_POLICY,
        );
        let body = types::LockoutPolicyRequest {
            enabled: policy.is_enabled,
            max_attempts: at_least_one(DOING, updating, policy.max_attempts)?,
        };
        let client = self.scope.client();
        change_or_make(
            async || {
                let outcome = client.update_lockout_policy(None, &body).await;
                self.scope.told(DOING, updating, outcome).map(drop)
            },
            async || {
                let outcome = client.create_lockout_policy(None, &body).await;
                self.scope.told(DOING, creating, outcome).map(drop)
            },
        )
        .await
    }
}
