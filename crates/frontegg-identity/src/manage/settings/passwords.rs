//! What passwords have to be like, which may not come back, and how old they get.

use std::time::Duration;

use frontegg_identity_raw::{catalogue, types};

use super::password_rules::PasswordRules;
use super::shared::{at_least_one, change_or_make, count, from_minutes, minutes};
use crate::error::Error;
use crate::manage::TenantId;
use crate::manage::scope::Scope;
use crate::manage::wire::unless_missing;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Which earlier passwords a user may not take again.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PasswordHistory {
    /// Whether any is refused.
    pub is_enabled: bool,
    /// How many are remembered, 1 to 10. The present one is the first.
    pub size: u64,
}

/// How long a password may be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PasswordRotation {
    /// Whether passwords expire at all.
    pub is_active: bool,
    /// How long a password may be used, up to five years, in whole minutes.
    pub period: Duration,
    /// How long before that users are warned, in whole minutes.
    pub warning: Duration,
}

impl PasswordHistory {
    /// Refuses the last so many passwords.
    #[must_use]
    pub fn of(size: u64) -> Self {
        Self {
            is_enabled: true,
            size,
        }
    }

    /// The same, switched off.
    #[must_use]
    pub fn off(mut self) -> Self {
        self.is_enabled = false;
        self
    }

    pub(super) fn read(answer: types::PasswordHistoryPolicyResponse) -> Option<Self> {
        Some(Self {
            is_enabled: answer.enabled?,
            size: answer.history_size.map_or(0, count),
        })
    }
}

impl PasswordRotation {
    /// A password may be used for so long. Users are warned seven days before.
    #[must_use]
    pub fn every(period: Duration) -> Self {
        Self {
            is_active: true,
            period,
            warning: 7 * DAY,
        }
    }

    /// How long before the end users are warned.
    #[must_use]
    pub fn warn_before(mut self, span: Duration) -> Self {
        self.warning = span;
        self
    }

    /// The same, switched off.
    #[must_use]
    pub fn off(mut self) -> Self {
        self.is_active = false;
        self
    }

    fn read(answer: &types::PasswordRotationConfigurationResponse) -> Option<Self> {
        Some(Self {
            is_active: answer.is_active?,
            period: answer.rotation_period.map(from_minutes).unwrap_or_default(),
            warning: answer
                .notification_period
                .map(from_minutes)
                .unwrap_or_default(),
        })
    }
}

/// Policies on passwords, of the environment or of [one tenant](Self::in_tenant).
#[derive(Clone, Debug)]
pub struct PasswordSettings {
    scope: Scope,
    is_environment: bool,
}

impl PasswordSettings {
    pub(super) fn new(scope: Scope) -> Self {
        Self {
            scope,
            is_environment: true,
        }
    }

    /// What a tenant has in place of the environment's. It holds as far as the
    /// [identity configuration](super::IdentityChange::let_tenants_rule_passwords) lets tenants rule.
    #[must_use]
    pub fn in_tenant(&self, id: &TenantId) -> Self {
        Self {
            scope: self.scope.of_tenant(id),
            is_environment: false,
        }
    }

    /// What passwords have to be like.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/password`
    pub async fn rules(&self) -> Result<PasswordRules, Error> {
        const DOING: &str = "cannot read what passwords have to be like";
        let outcome = self.scope.client().get_password_policy(None).await;
        let operation = &catalogue::GET_PASSWORD_POLICY;
        Ok(self.scope.told(DOING, operation, outcome)?.into())
    }

    /// Sets what new passwords have to be like. Passwords in use are expected to stay good.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/v1/password`
    pub async fn set_rules(&self, rules: &PasswordRules) -> Result<(), Error> {
        const DOING: &str = "cannot set what passwords have to be like";
        let body = rules.body();
        let outcome = self.scope.client().set_password_policy(None, &body).await;
        let operation = &catalogue::SET_PASSWORD_POLICY;
        self.scope.told(DOING, operation, outcome).map(drop)
    }

    /// Which passwords may not come back; none if that was never set, so that any may.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/password-history-policy`
    pub async fn history(&self) -> Result<Option<PasswordHistory>, Error> {
        const DOING: &str = "cannot read which passwords may come back";
        let outcome = self.scope.client().get_password_history_policy(None).await;
        let operation = &catalogue::GET_PASSWORD_HISTORY_POLICY;
        let outcome = self.scope.told(DOING, operation, outcome);
        Ok(unless_missing(outcome)?.and_then(PasswordHistory::read))
    }

    /// Sets which passwords may not come back, whether or not that was set before.
    ///
    /// # Errors
    /// [`Input`](crate::ErrorKind::Input): it remembers 0 passwords.
    ///
    /// # Wire
    /// `PATCH /identity/resources/configurations/v1/password-history-policy`
    ///
    /// `POST /identity/resources/configurations/v1/password-history-policy`, where there is none
    pub async fn set_history(&self, history: &PasswordHistory) -> Result<(), Error> {
        const DOING: &str = "cannot set which passwords may come back";
        let (updating, creating) = (
            &catalogue::UPDATE_PASSWORD_HISTORY_POLICY,
            &catalogue::CREATE_PASSWORD_HISTORY_POLICY,
        );
        let body = types::PasswordHistoryPolicyRequest {
            enabled: history.is_enabled,
            history_size: at_least_one(DOING, updating, history.size)?,
        };
        let client = self.scope.client();
        change_or_make(
            async || {
                let outcome = client.update_password_history_policy(None, &body).await;
                self.scope.told(DOING, updating, outcome).map(drop)
            },
            async || {
                let outcome = client.create_password_history_policy(None, &body).await;
                self.scope.told(DOING, creating, outcome).map(drop)
            },
        )
        .await
    }

    /// How long a password may be used; none if that was never set.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/password-rotation`, of a tenant
    ///
    /// `GET /identity/resources/configurations/v1/password-rotation/vendor`, of the environment
    pub async fn rotation(&self) -> Result<Option<PasswordRotation>, Error> {
        const DOING: &str = "cannot read how long passwords may be used";
        let client = self.scope.client();
        let outcome = if self.is_environment {
            let operation = &catalogue::GET_PASSWORD_ROTATION_AS_VENDOR;
            let outcome = client.get_password_rotation_as_vendor().await;
            self.scope.told(DOING, operation, outcome)
        } else {
            let operation = &catalogue::GET_PASSWORD_ROTATION;
            let outcome = client.get_password_rotation().await;
            self.scope.told(DOING, operation, outcome)
        };
        Ok(unless_missing(outcome)?.and_then(|answer| PasswordRotation::read(&answer)))
    }

    /// Sets how long a password may be used. A login with one that is older comes to
    /// [`PasswordExpired`](crate::Login::PasswordExpired).
    ///
    /// # Errors
    /// [`Input`](crate::ErrorKind::Input): no time at all.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/v1/password-rotation`
    pub async fn set_rotation(&self, rotation: &PasswordRotation) -> Result<(), Error> {
        const DOING: &str = "cannot set how long passwords may be used";
        let operation = &catalogue::SET_PASSWORD_ROTATION;
        let period = at_least_one(DOING, operation, count(minutes(rotation.period)))?;
        let body = types::CreateOrUpdatePasswordRotationDto {
            is_active: Some(rotation.is_active),
            notification_period: Some(minutes(rotation.warning)),
            rotation_period: Some(period),
        };
        let outcome = self.scope.client().set_password_rotation(&body).await;
        self.scope.told(DOING, operation, outcome)
    }
}
