//! A project of Google Firebase.

use frontegg_identity_raw::{Secret, types};
use serde_json::Value;

use super::settings::{fixed, new_tenant};
use crate::error::{Error, ErrorKind};
use crate::manage::TenantId;

/// A project of Google Firebase.
#[derive(Clone, Debug)]
#[must_use = "settings belong to a source"]
pub struct FirebaseSource {
    pub(super) body: types::ExternalFirebaseUserSourceConfig,
}

/// Into which tenant a user of Firebase comes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FirebaseTenant {
    /// This one.
    Fixed(TenantId),
    /// A new one for each user.
    New,
}

impl FirebaseSource {
    /// With the project's API key for the web, and the key of its service account.
    pub fn new(api_key: Secret, service_account: FirebaseKey, tenant: FirebaseTenant) -> Self {
        Self {
            body: types::ExternalFirebaseUserSourceConfig {
                api_key,
                is_migrated: false,
                service_account: service_account.body,
                sync_on_login: false,
                tenant_config: match tenant {
                    FirebaseTenant::Fixed(id) => fixed(&id).into(),
                    FirebaseTenant::New => new_tenant().into(),
                },
            },
        }
    }
}

/// The key of a service account of Google.
#[derive(Clone, Debug)]
pub struct FirebaseKey {
    body: types::FirebaseServiceAccountConfig,
}

impl FirebaseKey {
    /// Reads the key file that Google hands out.
    ///
    /// # Errors
    /// [`Input`](crate::ErrorKind::Input): it is no such file. What is wrong with it is not told, since that may quote it.
    pub fn from_key_file(json: &Secret) -> Result<Self, Error> {
        const DOING: &str = "cannot read the key file of the service account";
        let wrong = || Error::new(ErrorKind::Input, DOING);
        let mut file: Value = serde_json::from_str(json.expose()).map_err(|_| wrong())?;
        let mut text = |name: &str| match file.get_mut(name).map(Value::take) {
            Some(Value::String(text)) => Ok(text),
            _ => Err(wrong()),
        };
        Ok(Self {
            body: types::FirebaseServiceAccountConfig {
                auth_provider_x509_cert_url: text("auth_provider_x509_cert_url")?,
                auth_uri: text("auth_uri")?,
                client_email: text("client_email")?,
                client_id: text("client_id")?,
                client_x509_cert_url: text("client_x509_cert_url")?,
                private_key: text("private_key")?.into(),
                private_key_id: text("private_key_id")?,
                project_id: text("project_id")?,
                token_uri: text("token_uri")?,
                type_: text("type")?,
                universe_domain: text("universe_domain")?,
            },
        })
    }
}
