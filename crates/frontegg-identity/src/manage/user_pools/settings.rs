//! What sources of users have in common.

use frontegg_identity_raw::types;

use super::{Auth0Source, CognitoSource, CustomCodeSource, FederationSource, FirebaseSource};
use crate::manage::TenantId;

/// Where a source of users is, and how it is asked.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum UserSourceSettings {
    /// An account of Auth0.
    Auth0(Auth0Source),
    /// A user pool of Amazon Cognito.
    Cognito(CognitoSource),
    /// A project of Google Firebase.
    Firebase(FirebaseSource),
    /// Scripts of yours.
    CustomCode(CustomCodeSource),
    /// A provider of OpenID Connect or OAuth 2.0.
    Federation(FederationSource),
}

/// What sort of source it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UserSourceKind {
    /// An account of Auth0.
    Auth0,
    /// A user pool of Amazon Cognito.
    Cognito,
    /// A project of Google Firebase.
    Firebase,
    /// Scripts of yours.
    CustomCode,
    /// A provider of OpenID Connect or OAuth 2.0.
    Federation,
}

/// Into which tenant a user comes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SourceTenant {
    /// The one whose id an attribute of the user has. At Auth0 it is one of `app_metadata`.
    FromAttribute(String),
    /// This one.
    Fixed(TenantId),
    /// A new one for each user.
    New,
}

impl SourceTenant {
    pub(super) fn body(&self) -> types::UserSourceTenantConfig {
        match self {
            Self::FromAttribute(name) => types::UserSourceDynamicTenantConfig {
                tenant_id_field_name: name.clone(),
                tenant_resolver_type:
                    types::UserSourceDynamicTenantConfigTenantResolverType::Dynamic,
            }
            .into(),
            Self::Fixed(id) => fixed(id).into(),
            Self::New => new_tenant().into(),
        }
    }
}

pub(super) fn fixed(id: &TenantId) -> types::UserSourceStaticTenantConfig {
    types::UserSourceStaticTenantConfig {
        tenant_id: id.clone().into(),
        tenant_resolver_type: types::UserSourceStaticTenantConfigTenantResolverType::Static,
    }
}

pub(super) fn new_tenant() -> types::UserSourceNewTenantConfig {
    types::UserSourceNewTenantConfig {
        tenant_resolver_type: types::UserSourceNewTenantConfigTenantResolverType::New,
    }
}

impl UserSourceSettings {
    /// What sort of source it is.
    #[must_use]
    pub fn kind(&self) -> UserSourceKind {
        match self {
            Self::Auth0(_) => UserSourceKind::Auth0,
            Self::Cognito(_) => UserSourceKind::Cognito,
            Self::Firebase(_) => UserSourceKind::Firebase,
            Self::CustomCode(_) => UserSourceKind::CustomCode,
            Self::Federation(_) => UserSourceKind::Federation,
        }
    }
}

macro_rules! from_source {
    ($($source:ident $variant:ident)*) => {$(
        impl From<$source> for UserSourceSettings {
            fn from(source: $source) -> Self {
                Self::$variant(source)
            }
        }
    )*};
}

from_source! {
    Auth0Source Auth0
    CognitoSource Cognito
    FirebaseSource Firebase
    CustomCodeSource CustomCode
    FederationSource Federation
}
