//! What an environment allows with groups.

use frontegg_identity_raw::{catalogue, types};

use crate::error::Error;
use crate::manage::scope::Scope;
use crate::silent::silent_debug;

/// What the environment allows with groups, in all its tenants;
/// [`Environment::group_settings`](crate::manage::Environment::group_settings) gives it.
#[derive(Clone)]
pub struct GroupSettings {
    scope: Scope,
}

/// What an environment allows with groups. The default allows both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupRules {
    /// Whether there are groups.
    pub are_enabled: bool,
    /// Whether they may have roles.
    pub may_have_roles: bool,
}

impl Default for GroupRules {
    fn default() -> Self {
        Self {
            are_enabled: true,
            may_have_roles: true,
        }
    }
}

impl GroupSettings {
    pub(in crate::manage) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// What is allowed. What the server leaves out is as by default.
    ///
    /// # Wire
    /// `GET /identity/resources/groups/v1/config`
    pub async fn get(&self) -> Result<GroupRules, Error> {
        const DOING: &str = "cannot read what is allowed with groups";
        let outcome = self.scope.client().get_group_configuration().await;
        let told = self
            .scope
            .told(DOING, &catalogue::GET_GROUP_CONFIGURATION, outcome)?;
        let default = GroupRules::default();
        Ok(GroupRules {
            are_enabled: told.enabled.unwrap_or(default.are_enabled),
            may_have_roles: told.roles_enabled.unwrap_or(default.may_have_roles),
        })
    }

    /// Allows this.
    ///
    /// # Wire
    /// `POST /identity/resources/groups/v1/config`
    pub async fn set(&self, rules: GroupRules) -> Result<(), Error> {
        const DOING: &str = "cannot set what is allowed with groups";
        let body = types::CreateOrUpdateGroupConfigurationDto {
            enabled: Some(rules.are_enabled),
            roles_enabled: Some(rules.may_have_roles),
        };
        let outcome = self.scope.client().set_group_configuration(&body).await;
        self.scope
            .told(DOING, &catalogue::SET_GROUP_CONFIGURATION, outcome)
    }
}

silent_debug!(GroupSettings);
