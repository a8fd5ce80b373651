//! Categories of permissions are listed, created, changed and deleted.

use frontegg_identity_raw::{catalogue, types};

use super::PermissionCategory;
use crate::error::Error;
use crate::manage::Patch;
use crate::manage::ids::PermissionCategoryId;
use crate::manage::scope::Scope;
use crate::manage::wire::each;
use crate::silent::silent_debug;

/// Categories of permissions; [`Environment::permission_categories`](crate::manage::Environment::permission_categories)
/// gives it. A permission joins one when it is [created](super::NewPermission::category) or
/// [changed](super::PermissionChange).
#[derive(Clone)]
pub struct PermissionCategories {
    scope: Scope,
}

/// A category of permissions to create.
#[derive(Clone, Debug)]
#[must_use = "a category is created by `PermissionCategories::create`"]
pub struct NewPermissionCategory {
    body: types::CreateCategoryDto,
}

impl NewPermissionCategory {
    /// `name` is for people.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            body: types::CreateCategoryDto {
                description: None,
                id: None,
                name: name.into(),
            },
        }
    }

    /// For people as well.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.body.description = Some(text.into());
        self
    }

    /// With this id in place of one that the server chooses.
    pub fn id(mut self, id: impl Into<PermissionCategoryId>) -> Self {
        self.body.id = Some(id.into().into());
        self
    }
}

/// What changes in a category of permissions. What is not said stays.
#[derive(Clone, Debug, Default)]
#[must_use = "a category is changed by `PermissionCategories::update`"]
pub struct PermissionCategoryChange {
    body: types::UpdateCategoryDto,
}

impl PermissionCategoryChange {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// As shown to people.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.body.name = name.into().into();
        self
    }

    /// For people as well. [`Patch::Null`] asks for none, which the service does not promise to grant.
    pub fn description(mut self, text: impl Into<Patch<String>>) -> Self {
        self.body.description = text.into();
        self
    }
}

impl PermissionCategories {
    pub(in crate::manage) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// All categories with their permissions, those that came with the service included.
    ///
    /// # Wire
    /// `GET /identity/resources/permissions/v1/categories`
    pub async fn list(&self) -> Result<Vec<PermissionCategory>, Error> {
        const DOING: &str = "cannot list the categories of permissions";
        let operation = &catalogue::LIST_PERMISSION_CATEGORIES;
        let outcome = self.scope.client().list_permission_categories().await;
        self.scope.part(DOING, operation, outcome, |list| {
            each(list, PermissionCategory::read)
        })
    }

    /// Creates a category, with nothing in it.
    ///
    /// # Wire
    /// `POST /identity/resources/permissions/v1/categories`
    pub async fn create(
        &self,
        category: &NewPermissionCategory,
    ) -> Result<PermissionCategory, Error> {
        const DOING: &str = "cannot create the category of permissions";
        let operation = &catalogue::CREATE_PERMISSION_CATEGORY;
        let client = self.scope.client();
        let outcome = client.create_permission_category(&category.body).await;
        self.scope
            .part(DOING, operation, outcome, PermissionCategory::read)
    }

    /// Changes a category. What is in it stays there.
    ///
    /// # Wire
    /// `PATCH /identity/resources/permissions/v1/categories/{categoryId}`
    pub async fn update(
        &self,
        id: &PermissionCategoryId,
        change: &PermissionCategoryChange,
    ) -> Result<(), Error> {
        const DOING: &str = "cannot change the category of permissions";
        let client = self.scope.client();
        let outcome = client
            .update_permission_category(id.as_str(), &change.body)
            .await;
        self.scope
            .told(DOING, &catalogue::UPDATE_PERMISSION_CATEGORY, outcome)
    }

    /// Deletes a category. What becomes of the permissions in it is not known: move them first.
    ///
    /// # Wire
    /// `DELETE /identity/resources/permissions/v1/categories/{categoryId}`
    pub async fn delete(&self, id: &PermissionCategoryId) -> Result<(), Error> {
        const DOING: &str = "cannot delete the category of permissions";
        let client = self.scope.client();
        let outcome = client.delete_permission_category(id.as_str()).await;
        self.scope
            .told(DOING, &catalogue::DELETE_PERMISSION_CATEGORY, outcome)
    }
}

silent_debug!(PermissionCategories);
