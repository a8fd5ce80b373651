//! Sources that are asked with an e-mail address and a password.

use frontegg_identity_raw::{Secret, types};

use super::SourceTenant;
use super::settings::new_tenant;

/// An account of Auth0. Its application has to allow the password grant, and to read users and roles.
#[derive(Clone, Debug)]
#[must_use = "settings belong to a source"]
pub struct Auth0Source {
    pub(super) body: types::ExternalAuth0UserSourceConfig,
}

impl Auth0Source {
    /// With the client id and the secret of an application of the account.
    pub fn new(
        domain: impl Into<String>,
        client_id: impl Into<String>,
        secret: Secret,
        tenant: SourceTenant,
    ) -> Self {
        Self {
            body: types::ExternalAuth0UserSourceConfig {
                client_id: client_id.into(),
                domain: domain.into(),
                is_migrated: false,
                secret,
                sync_on_login: false,
                tenant_config: tenant.body(),
            },
        }
    }
}

/// A user pool of Amazon Cognito.
#[derive(Clone, Debug)]
#[must_use = "settings belong to a source"]
pub struct CognitoSource {
    pub(super) body: types::ExternalCognitoUserSourceConfig,
}

impl CognitoSource {
    /// The pool, as `eu-west-1` and its id; the id of its app client; the AWS access key with which the pool is read, and its
    /// secret.
    pub fn new(
        (region, pool_id): (&str, &str),
        client_id: impl Into<String>,
        (access_key_id, secret_access_key): (&str, Secret),
        tenant: SourceTenant,
    ) -> Self {
        Self {
            body: types::ExternalCognitoUserSourceConfig {
                access_key_id: access_key_id.to_owned(),
                client_id: client_id.into(),
                client_secret: None,
                is_migrated: false,
                region: region.to_owned(),
                secret_access_key,
                sync_on_login: false,
                tenant_config: tenant.body(),
                user_pool_id: pool_id.to_owned(),
            },
        }
    }

    /// The secret of the app client, if it has one.
    pub fn client_secret(mut self, secret: Secret) -> Self {
        self.body.client_secret = Some(secret);
        self
    }
}

/// Scripts of yours, in JavaScript, which the service runs. Their text is taken for a secret, since they may hold some; the
/// service knows them.
#[derive(Clone)]
#[must_use = "settings belong to a source"]
pub struct CustomCodeSource {
    pub(super) body: types::ExternalCustomCodeUserSourceConfig,
}

/// Into which tenant a user of a script comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CustomCodeTenant {
    /// The one that the script says.
    FromScript,
    /// A new one for each user.
    New,
}

impl CustomCodeSource {
    /// With the script that checks who signs in.
    pub fn new(script: impl Into<String>, tenant: CustomCodeTenant) -> Self {
        let from_source = types::UserSourceFromSourceTenantConfig {
            tenant_resolver_type:
                types::UserSourceFromSourceTenantConfigTenantResolverType::FromSource,
        };
        Self {
            body: types::ExternalCustomCodeUserSourceConfig {
                code_payload: script.into(),
                get_user_code_payload: None,
                is_migrated: false,
                sync_on_login: false,
                tenant_config: match tenant {
                    CustomCodeTenant::FromScript => from_source.into(),
                    CustomCodeTenant::New => new_tenant().into(),
                },
            },
        }
    }

    /// With a script that finds a user without a password.
    pub fn user_script(mut self, script: impl Into<String>) -> Self {
        self.body.get_user_code_payload = Some(script.into());
        self
    }
}

crate::silent::silent_debug!(CustomCodeSource);

macro_rules! switches {
    ($($source:ty)*) => {$(
        impl $source {
            /// Copies users into the environment when they first sign in, and checks them there from then on.
            pub fn migrating(mut self) -> Self {
                self.body.is_migrated = true;
                self
            }

            /// Copies what the source says of users whenever they sign in.
            pub fn syncing(mut self) -> Self {
                self.body.sync_on_login = true;
                self
            }
        }
    )*};
}

switches!(Auth0Source CognitoSource CustomCodeSource super::FirebaseSource);
