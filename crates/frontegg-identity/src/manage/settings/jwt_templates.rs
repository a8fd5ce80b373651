//! Templates of tokens.

use std::fmt;
use std::time::Duration;

use chrono::{DateTime, Utc};
use frontegg_identity_raw::{catalogue, types};

use super::configuration::JwtAlgorithm;
use super::object::JsonObject;
use super::shared::{from_seconds, seconds};
use crate::error::Error;
use crate::manage::page::Page;
use crate::manage::scope::Scope;
use crate::manage::{JwtTemplateId, Listing, SortOrder};
use crate::open_names::open_names;

/// What tokens hold in place of the usual claims.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct JwtTemplate {
    /// Names the template in calls.
    pub id: JwtTemplateId,
    /// Names it in [rules](super::JwtRule).
    pub key: String,
    /// As shown to people.
    pub name: Option<String>,
    /// For people as well.
    pub description: Option<String>,
    /// How long tokens live.
    pub life: Option<Duration>,
    /// How tokens are signed.
    pub algorithm: Option<JwtAlgorithm>,
    /// What they hold, with placeholders in double braces.
    pub claims: JsonObject,
    /// When it was made.
    pub created_at: Option<DateTime<Utc>>,
    /// When it was last changed.
    pub updated_at: Option<DateTime<Utc>>,
}

impl From<types::JwtTemplateResponseDto> for JwtTemplate {
    fn from(template: types::JwtTemplateResponseDto) -> Self {
        let claims = template.template_schema.map(|schema| schema.claims);
        Self {
            id: template.id.unwrap_or_default().into(),
            key: template.key.unwrap_or_default(),
            name: template.name,
            description: template.description,
            life: template.expiration.map(from_seconds),
            algorithm: template.algorithm,
            claims: claims.unwrap_or_default().into(),
            created_at: template.created_at,
            updated_at: template.updated_at,
        }
    }
}

/// A template that is to be made.
///
/// Its claims need `iss`, `sub`, `aud`, `exp` and `iat`; `aud` is `{{clientId}}` or `{{applicationId}}`. Claims of the
/// service's own, as `type`, are refused.
///
/// ```
/// use std::time::Duration;
/// use frontegg_identity::manage::{JsonObject, NewJwtTemplate};
///
/// let claims = JsonObject::new()
///     .with("iss", "{{issuer}}").with("sub", "{{userId}}").with("aud", "{{applicationId}}")
///     .with("exp", "{{exp}}").with("iat", "{{iat}}").with("plan", "gold");
/// let template = NewJwtTemplate::new("gold", "Gold tokens", Duration::from_secs(900), claims);
/// ```
#[derive(Clone, Debug)]
#[must_use = "a template is made by `JwtTemplates::create`"]
pub struct NewJwtTemplate {
    key: String,
    name: String,
    description: Option<String>,
    life: Duration,
    algorithm: JwtAlgorithm,
    claims: JsonObject,
}

impl NewJwtTemplate {
    /// Tokens with these claims that live so long, 10 seconds to 180 days in whole seconds, signed with RS256. Rules name
    /// the template by its key.
    pub fn new(
        key: impl Into<String>,
        name: impl Into<String>,
        life: Duration,
        claims: JsonObject,
    ) -> Self {
        Self {
            key: key.into(),
            name: name.into(),
            description: None,
            life,
            algorithm: JwtAlgorithm::Rs256,
            claims,
        }
    }

    /// For people.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// How tokens are signed.
    pub fn algorithm(mut self, algorithm: JwtAlgorithm) -> Self {
        self.algorithm = algorithm;
        self
    }
}

/// Changes of a template. What is not said stays as it is.
#[derive(Clone, Default)]
#[must_use = "a change does nothing by itself"]
pub struct JwtTemplateChange(types::UpdateJwtTemplateDto);

impl JwtTemplateChange {
    /// Changes nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Another key; rules that name the old one have to follow.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// Another name for people.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.0.name = Some(name.into());
        self
    }

    /// Another description.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.0.description = Some(text.into());
        self
    }

    /// How long tokens live, in whole seconds.
    pub fn life(mut self, life: Duration) -> Self {
        self.0.expiration = Some(seconds(life));
        self
    }

    /// How tokens are signed.
    pub fn algorithm(mut self, algorithm: JwtAlgorithm) -> Self {
        self.0.algorithm = Some(algorithm);
        self
    }

    /// All claims, in place of those that there are: start from [`JwtTemplate::claims`].
    pub fn claims(mut self, claims: JsonObject) -> Self {
        self.0.template_schema = Some(payload(claims));
        self
    }
}

impl fmt::Debug for JwtTemplateChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JwtTemplateChange")
            .field("key", &self.0.key)
            .field("name", &self.0.name)
            .finish_non_exhaustive()
    }
}

fn payload(claims: JsonObject) -> types::JwtTemplatePayloadDto {
    types::JwtTemplatePayloadDto {
        claims: claims.into(),
    }
}

open_names! {
    /// What templates are sorted by.
    JwtTemplateField {
        /// The id.
        Id = "id",
        /// The key.
        Key = "key",
        /// The name.
        Name = "name",
        /// When it was made.
        CreatedAt = "createdAt",
        /// When it was last changed.
        UpdatedAt = "updatedAt",
    }
}

/// Which templates are wanted, and in which order. An empty query wants all.
#[derive(Clone, Debug, Default)]
#[must_use = "a query asks nothing by itself"]
pub struct JwtTemplateQuery {
    ids: Vec<String>,
    keys: Vec<String>,
    order: Option<(JwtTemplateField, SortOrder)>,
}

impl JwtTemplateQuery {
    /// All templates.
    pub fn new() -> Self {
        Self::default()
    }

    /// Only these.
    pub fn ids<'a>(mut self, ids: impl IntoIterator<Item = &'a JwtTemplateId>) -> Self {
        self.ids = ids.into_iter().map(|id| id.as_str().to_owned()).collect();
        self
    }

    /// Only those with these keys.
    pub fn keys<'a>(mut self, keys: impl IntoIterator<Item = &'a str>) -> Self {
        self.keys = keys.into_iter().map(str::to_owned).collect();
        self
    }

    /// In this order.
    pub fn sort_by(mut self, field: JwtTemplateField, order: SortOrder) -> Self {
        self.order = Some((field, order));
        self
    }
}

/// The templates of an environment.
#[derive(Clone, Debug)]
pub struct JwtTemplates {
    scope: Scope,
}

impl JwtTemplates {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// The templates that a query wants.
    ///
    /// # Wire
    /// `GET /identity/resources/jwt-templates/v1`, once a page
    pub fn list(&self, query: &JwtTemplateQuery) -> Listing<JwtTemplate> {
        const DOING: &str = "cannot list the templates of tokens";
        Listing::new(
            &self.scope,
            query,
            (DOING, &catalogue::LIST_JWT_TEMPLATES),
            |template| template.id.as_str(),
            |scope, query, wanted| async move {
                let (field, order) = query.order.unzip();
                scope
                    .client()
                    .list_jwt_templates(
                        wanted.size,
                        Some(wanted.index),
                        order,
                        field.map(|field| field.as_str().into()),
                        Some(&query.ids),
                        Some(&query.keys),
                    )
                    .await
            },
            |page: types::ListJwtTemplatesResponse| {
                let templates = page.items.into_iter().map(JwtTemplate::from);
                Page::new(templates.collect(), page.metadata)
            },
        )
    }

    /// One template.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): there is no such template.
    ///
    /// # Wire
    /// `GET /identity/resources/jwt-templates/v1/{id}`
    pub async fn get(&self, id: &JwtTemplateId) -> Result<JwtTemplate, Error> {
        const DOING: &str = "cannot read the template of tokens";
        let outcome = self.scope.client().get_jwt_template(id.as_str()).await;
        let operation = &catalogue::GET_JWT_TEMPLATE;
        Ok(self.scope.told(DOING, operation, outcome)?.into())
    }

    /// Makes a template. It is used when a [rule](super::JwtTargeting) names its key.
    ///
    /// # Errors
    /// [`Rejected`](crate::ErrorKind::Rejected): a claim is missing, or is the service's own.
    /// [`Conflict`](crate::ErrorKind::Conflict): another one has the key.
    ///
    /// # Wire
    /// `POST /identity/resources/jwt-templates/v1`
    pub async fn create(&self, template: &NewJwtTemplate) -> Result<JwtTemplate, Error> {
        const DOING: &str = "cannot make the template of tokens";
        let body = types::CreateJwtTemplateDto {
            algorithm: template.algorithm.clone(),
            description: template.description.clone(),
            expiration: seconds(template.life),
            key: template.key.clone(),
            name: template.name.clone(),
            template_schema: payload(template.claims.clone()),
        };
        let outcome = self.scope.client().create_jwt_template(&body).await;
        let operation = &catalogue::CREATE_JWT_TEMPLATE;
        Ok(self.scope.told(DOING, operation, outcome)?.into())
    }

    /// Changes a template, for tokens from now on.
    ///
    /// # Errors
    /// As for [`create`](Self::create), and [`NotFound`](crate::ErrorKind::NotFound): there is no such template.
    ///
    /// # Wire
    /// `PUT /identity/resources/jwt-templates/v1/{id}`
    pub async fn update(
        &self,
        id: &JwtTemplateId,
        change: &JwtTemplateChange,
    ) -> Result<(), Error> {
        const DOING: &str = "cannot change the template of tokens";
        let client = self.scope.client();
        let outcome = client.update_jwt_template(id.as_str(), &change.0).await;
        let operation = &catalogue::UPDATE_JWT_TEMPLATE;
        self.scope.told(DOING, operation, outcome).map(drop)
    }

    /// Deletes a template. Take its key out of the rules first: what a rule without its template does is not known.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): it is gone already.
    ///
    /// # Wire
    /// `DELETE /identity/resources/jwt-templates/v1/{id}`
    pub async fn delete(&self, id: &JwtTemplateId) -> Result<(), Error> {
        const DOING: &str = "cannot delete the template of tokens";
        let outcome = self.scope.client().delete_jwt_template(id.as_str()).await;
        let operation = &catalogue::DELETE_JWT_TEMPLATE;
        self.scope.told(DOING, operation, outcome)
    }
}
