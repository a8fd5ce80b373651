//! API tokens that are to be, and changes of API tokens.

use std::time::Duration;

use frontegg_identity_raw::types;

use crate::error::Error;
use crate::manage::ids::{PermissionId, RoleId, texts};
use crate::manage::span::minutes;
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

/// What changes in an API token. Its secret and its end do not: create another one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TenantApiTokenChange {
    /// By which people recognise it.
    pub description: Patch<String>,
    /// What it may do, as roles: these and no others.
    pub role_ids: Patch<Vec<RoleId>>,
    /// What it may do, as permissions: these and no others.
    pub permission_ids: Patch<Vec<PermissionId>>,
    /// What your application keeps with it, as a whole. It has to be an object.
    pub metadata: Patch<Metadata>,
}

impl TenantApiTokenChange {
    pub(super) fn body(&self, doing: &'static str) -> Result<types::UpdateApiTokenDto, Error> {
        Ok(types::UpdateApiTokenDto {
            description: self.description.clone(),
            metadata: match &self.metadata {
                Patch::Absent => Patch::Absent,
                Patch::Null => Patch::Null,
                Patch::Value(metadata) => Patch::Value(metadata.object(doing)?),
            },
            permission_ids: self.permission_ids.as_ref().map(texts),
            role_ids: self.role_ids.as_ref().map(texts),
        })
    }
}
