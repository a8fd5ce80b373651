// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Permissions Categories: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Maintains the headings under which permissions are grouped, mainly so that a role editor can show
/// them in order. Called with an environment token; categories belong to the environment, not to a
/// tenant. A permission joins a category when the permission itself is created or updated with the
/// category's id; these routes never move permissions.
impl Client {
    /// List the permission categories
    ///
    /// Returns all categories of the environment as a bare array, those that Frontegg provides included;
    /// they carry `feCategory`. Needs a bearer token, no context header; there are no pages. Each category
    /// is expected to hold its `permissions` as well.
    ///
    /// # Wire
    ///
    /// `GET /resources/permissions/v1/categories`
    pub async fn list_permission_categories(
        &self,
    ) -> Result<Response<::std::vec::Vec<types::PermissionCategoryResponseDto>>, Error> {
        self.call(&catalogue::LIST_PERMISSION_CATEGORIES).send().await
    }

    /// Create a permission category
    ///
    /// Adds an empty category to the environment; needs an environment token. Permissions join it later,
    /// when they are created or updated with its id as `categoryId`.
    ///
    /// # Wire
    ///
    /// `POST /resources/permissions/v1/categories`
    pub async fn create_permission_category(
        &self,
        body: &types::CreateCategoryDto,
    ) -> Result<Response<types::PermissionCategoryResponseDto>, Error> {
        self.call(&catalogue::CREATE_PERMISSION_CATEGORY).json(body).send().await
    }

    /// Delete a permission category
    ///
    /// Deletes a category of the environment; needs an environment token. What happens to the `categoryId`
    /// of permissions in it is not known, so move them to another category first. There is no body on
    /// success.
    ///
    /// # Arguments
    ///
    /// - `category_id`: Id of the category, as returned by the list.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/permissions/v1/categories/{categoryId}`
    pub async fn delete_permission_category(
        &self,
        category_id: &str,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_PERMISSION_CATEGORY)
            .path("categoryId", category_id)
            .send_unit()
            .await
    }

    /// Rename or describe a permission category
    ///
    /// Changes name or description of a category; needs an environment token. The permissions in the
    /// category are not touched. There is no body on success, so read the list to see the result.
    ///
    /// # Arguments
    ///
    /// - `category_id`: Id of the category, as returned by the list.
    ///
    /// # Wire
    ///
    /// `PATCH /resources/permissions/v1/categories/{categoryId}`
    pub async fn update_permission_category(
        &self,
        category_id: &str,
        body: &types::UpdateCategoryDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::UPDATE_PERMISSION_CATEGORY)
            .path("categoryId", category_id)
            .json(body)
            .send_unit()
            .await
    }
}
