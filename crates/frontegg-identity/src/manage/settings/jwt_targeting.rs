//! Which token is made from which template.

use std::fmt;

use frontegg_identity_raw::{Patch, catalogue, types};
use serde_json::{Value, json};

use super::shared::change_or_make;
use crate::error::Error;
use crate::manage::scope::Scope;
use crate::manage::wire::unless_missing;
use crate::open_names::open_names;

open_names! {
    /// What a condition looks at.
    JwtAttribute {
        /// The user's id.
        UserId = "userId",
        /// The application's id.
        ApplicationId = "applicationId",
        /// The tenant's id.
        TenantId = "tenantId",
        /// The ids of the user's roles.
        RoleIds = "roleIds",
        /// The kind of token, as the claim `type` has it.
        TokenType = "tokenType",
        /// The user's e-mail address.
        UserEmail = "userEmail",
    }
}

open_names! {
    /// How a condition compares.
    JwtComparison {
        /// Whether it is one of a list.
        InList = "in_list",
        /// Whether the text has this part.
        Contains = "contains",
        /// Whether the text ends so.
        EndsWith = "ends_with",
    }
}

/// The rules of an environment, in the order in which they are tried; the first that fits says the template.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TargetingRules {
    /// Names them in calls of [`raw`](crate::MachineSession::raw).
    pub id: Option<String>,
    /// The rules.
    pub rules: Vec<JwtRule>,
}

/// Tokens for which all conditions hold are made from a template.
#[derive(Clone, Debug, PartialEq)]
pub struct JwtRule {
    /// The key of the template.
    pub template_key: String,
    /// What has to hold, one condition or more.
    pub conditions: Vec<JwtCondition>,
}

/// Something that has to hold of the one who gets a token.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct JwtCondition {
    /// What is looked at.
    pub attribute: JwtAttribute,
    /// How it is compared.
    pub comparison: JwtComparison,
    /// With what.
    pub value: Value,
    /// Whether the condition holds if the comparison does not.
    pub is_negated: bool,
}

impl JwtRule {
    /// Makes tokens from the template with this key if all conditions hold.
    #[must_use]
    pub fn new(
        template_key: impl Into<String>,
        conditions: impl IntoIterator<Item = JwtCondition>,
    ) -> Self {
        Self {
            template_key: template_key.into(),
            conditions: conditions.into_iter().collect(),
        }
    }

    fn body(&self) -> types::IdentityRuleDto {
        types::IdentityRuleDto {
            condition_logic: types::IdentityRuleDtoConditionLogic::And,
            conditions: self.conditions.iter().map(JwtCondition::body).collect(),
            treatment: self.template_key.clone(),
        }
    }

    fn read(rule: &Value) -> Self {
        let conditions = rule["conditions"].as_array().map(Vec::as_slice);
        Self {
            template_key: text(&rule["treatment"]).to_owned(),
            conditions: conditions
                .unwrap_or_default()
                .iter()
                .map(JwtCondition::read)
                .collect(),
        }
    }
}

impl JwtCondition {
    /// Compares with any JSON, in the form that the service wants for this comparison.
    #[must_use]
    pub fn new(attribute: JwtAttribute, comparison: JwtComparison, value: Value) -> Self {
        Self {
            attribute,
            comparison,
            value,
            is_negated: false,
        }
    }

    /// The attribute is one of these.
    #[must_use]
    pub fn in_list<'a>(attribute: JwtAttribute, values: impl IntoIterator<Item = &'a str>) -> Self {
        let values: Vec<&str> = values.into_iter().collect();
        Self::new(attribute, JwtComparison::InList, json!({ "list": values }))
    }

    /// Holds if the comparison does not.
    #[must_use]
    pub fn negate(mut self) -> Self {
        self.is_negated = !self.is_negated;
        self
    }

    fn body(&self) -> types::IdentityConditionDto {
        types::IdentityConditionDto {
            attribute: self.attribute.as_str().into(),
            negate: self.is_negated,
            op: self.comparison.as_str().into(),
            value: self.value.clone(),
        }
    }

    fn read(condition: &Value) -> Self {
        Self {
            attribute: text(&condition["attribute"]).into(),
            comparison: text(&condition["op"]).into(),
            value: condition["value"].clone(),
            is_negated: condition["negate"] == true,
        }
    }
}

impl fmt::Debug for JwtCondition {
    /// Without the value, which may name users.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JwtCondition")
            .field("attribute", &self.attribute)
            .field("comparison", &self.comparison)
            .field("is_negated", &self.is_negated)
            .finish_non_exhaustive()
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The rules that say which token is made from which template.
#[derive(Clone, Debug)]
pub struct JwtTargeting {
    scope: Scope,
}

impl JwtTargeting {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// The rules; none if they were never set.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/jwt-template-targeting`
    pub async fn rules(&self) -> Result<Option<TargetingRules>, Error> {
        const DOING: &str = "cannot read which token is made from which template";
        let outcome = self.scope.client().get_jwt_template_targeting().await;
        let operation = &catalogue::GET_JWT_TEMPLATE_TARGETING;
        let answer = unless_missing(self.scope.told(DOING, operation, outcome))?;
        let is_set = |answer: &types::JwtTemplateTargetingResponseDto| {
            answer.id.is_some() || !answer.targeting.is_empty()
        };
        Ok(answer.filter(is_set).map(|answer| {
            let rules = answer.targeting.get("rules").and_then(Value::as_array);
            TargetingRules {
                id: answer.id,
                rules: rules.into_iter().flatten().map(JwtRule::read).collect(),
            }
        }))
    }

    /// Sets all rules, in place of those that there were. A token that fits none keeps the usual claims, as far as is known.
    ///
    /// # Wire
    /// `PUT /identity/resources/configurations/v1/jwt-template-targeting`
    ///
    /// `POST /identity/resources/configurations/v1/jwt-template-targeting`, where there is none
    pub async fn set(&self, rules: &[JwtRule]) -> Result<(), Error> {
        const DOING: &str = "cannot set which token is made from which template";
        let (replacing, creating) = (
            &catalogue::SET_JWT_TEMPLATE_TARGETING,
            &catalogue::CREATE_JWT_TEMPLATE_TARGETING,
        );
        let body = types::UpdateJwtTemplateTargetingRequestDto {
            rules: Patch::Value(rules.iter().map(JwtRule::body).collect()),
        };
        let client = self.scope.client();
        change_or_make(
            async || {
                let outcome = client.set_jwt_template_targeting(&body).await;
                self.scope.told(DOING, replacing, outcome)
            },
            async || {
                let outcome = client.create_jwt_template_targeting(&body).await;
                self.scope.told(DOING, creating, outcome).map(drop)
            },
        )
        .await
    }

    /// Takes all rules away; the templates stay. Nothing happens if there are none.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/jwt-template-targeting`
    ///
    /// `DELETE /identity/resources/configurations/v1/jwt-template-targeting/{id}`
    pub async fn delete(&self) -> Result<(), Error> {
        const DOING: &str = "cannot delete which token is made from which template";
        let Some(id) = self.rules().await?.and_then(|rules| rules.id) else {
            return Ok(());
        };
        let client = self.scope.client();
        let outcome = client.delete_jwt_template_targeting(&id).await;
        let operation = &catalogue::DELETE_JWT_TEMPLATE_TARGETING;
        unless_missing(self.scope.told(DOING, operation, outcome)).map(drop)
    }
}
