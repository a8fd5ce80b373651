//! API tokens that are to be, and changes of API tokens.

use std::time::Duration;

use frontegg_identity_raw::types;

use crate::error::Error;
use crate::manage::ids::{PermissionId, RoleId, texts};
use crate::manage::wire::minutes;
use crate::manage::{Metadata, Patch};

/// An API token to create. It may do nothing, unless roles or permissions are named.
#[derive(Clone, Debug, Default)]
#[must_use = "a token is created by `TenantApiTokens::create`"]
pub struct NewTenantApiToken {
    description: Option<String>,
    role_ids: Option<Vec<String>>,
    permission_ids: Option<Vec<String>>,
    metadata: Option<Metadata>,
    life: Option<Duration>,
}

impl NewTenantApiToken {
    /// One without end.
    pub fn new() -> Self {
        Self::default()
    }

    /// By which people recognise it.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// What it may do, as roles, in place of permissions.
    pub fn roles<'a>(mut self, ids: impl IntoIterator<Item = &'a RoleId>) -> Self {
        self.role_ids = Some(texts(ids));
        self.permission_ids = None;
        self
    }

    /// What it may do, as permissions, in place of roles.
    pub fn permissions<'a>(mut self, ids: impl IntoIterator<Item = &'a PermissionId>) -> Self {
        self.permission_ids = Some(texts(ids));
        self.role_ids = None;
        self
    }

    /// What your application keeps with it. It has to be an object, and whoever sees a JWT of the token sees it.
    pub fn metadata(mut self, metadata: impl Into<Metadata>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// Lets it end after so long. The server counts in minutes: a part of one counts as one.
    pub fn expires_in(mut self, life: Duration) -> Self {
        self.life = Some(life);
        self
    }

    pub(super) fn body(
        &self,
        doing: &'static str,
    ) -> Result<types::CreateTenantApiTokenDto, Error> {
        let metadata = self.metadata.as_ref();
        Ok(types::CreateTenantApiTokenDto {
            description: self.description.clone(),
            expires_in_minutes: self.life.map(minutes),
            metadata: metadata.map(|one| one.object(doing)).transpose()?,
            permission_ids: self.permission_ids.clone(),
            role_ids: self.role_ids.clone(),
        })
    }
}

/// What changes in an API token. What is not said stays; its secret and its end always do.
#[derive(Clone, Debug, Default)]
#[must_use = "a token is changed by `TenantApiTokens::update`"]
pub struct TenantApiTokenChange {
    description: Patch<String>,
    role_ids: Patch<Vec<String>>,
    permission_ids: Patch<Vec<String>>,
    metadata: Patch<Metadata>,
}

impl TenantApiTokenChange {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// By which people recognise it. [`Patch::Null`] asks for none, which the service does not promise to grant.
    pub fn description(mut self, text: impl Into<Patch<String>>) -> Self {
        self.description = text.into();
        self
    }

    /// What it may do, as roles: these and no others, in place of permissions.
    pub fn roles<'a>(mut self, ids: impl IntoIterator<Item = &'a RoleId>) -> Self {
        self.role_ids = texts(ids).into();
        self.permission_ids = Patch::Absent;
        self
    }

    /// What it may do, as permissions: these and no others, in place of roles.
    pub fn permissions<'a>(mut self, ids: impl IntoIterator<Item = &'a PermissionId>) -> Self {
        self.permission_ids = texts(ids).into();
        self.role_ids = Patch::Absent;
        self
    }

    /// What your application keeps with it, in place of all that was there. It has to be an object.
    /// [`Patch::Null`] asks for none, which the service does not promise to grant.
    pub fn metadata(mut self, metadata: impl Into<Patch<Metadata>>) -> Self {
        self.metadata = metadata.into();
        self
    }

    pub(super) fn body(&self, doing: &'static str) -> Result<types::UpdateApiTokenDto, Error> {
        Ok(types::UpdateApiTokenDto {
            description: self.description.clone(),
            metadata: match &self.metadata {
                Patch::Absent => Patch::Absent,
                Patch::Null => Patch::Null,
                Patch::Value(metadata) => metadata.object(doing)?.into(),
            },
            permission_ids: self.permission_ids.clone(),
            role_ids: self.role_ids.clone(),
        })
    }
}
