// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! User Pools: types.
use super::*;

/// Names a user source and the applications that are to be bound to it.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct AssignApplicationsToUserSourceRequestDto {
    /// Ids of the applications to bind.
    #[serde(rename = "appIds")]
    pub app_ids: ::std::vec::Vec<::std::string::String>,
    /// Id of the user source.
    #[serde(rename = "userSourceId")]
    pub user_source_id: ::std::string::String,
}

/// Body of the call that creates an Auth0 user source.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateAuth0ExternalUserSourceRequestDto {
    /// Ids of applications to bind at once; more can be assigned later.
    #[serde(rename = "appIds", skip_serializing_if = "::std::option::Option::is_none")]
    pub app_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Connection to the Auth0 account and rules for its users.
    pub configuration: ExternalAuth0UserSourceConfig,
    /// Free text for administrators.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Position of this source among the sources of the environment, as a whole number.
    pub index: i64,
    /// Display name of the user source.
    pub name: ::std::string::String,
}

/// Body of the call that creates an Amazon Cognito user source.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateCognitoExternalUserSourceRequestDto {
    /// Ids of applications to bind at once; more can be assigned later.
    #[serde(rename = "appIds", skip_serializing_if = "::std::option::Option::is_none")]
    pub app_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Connection to the Cognito user pool and rules for its users.
    pub configuration: ExternalCognitoUserSourceConfig,
    /// Free text for administrators.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Position of this source among the sources of the environment, as a whole number.
    pub index: i64,
    /// Display name of the user source.
    pub name: ::std::string::String,
}

/// Body of the call that creates a user source driven by the caller's own scripts.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateCustomCodeExternalUserSourceRequestDto {
    /// Ids of applications to bind at once; more can be assigned later.
    #[serde(rename = "appIds", skip_serializing_if = "::std::option::Option::is_none")]
    pub app_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// The scripts and the rules for the users they return.
    pub configuration: ExternalCustomCodeUserSourceConfig,
    /// Free text for administrators.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Position of this source among the sources of the environment, as a whole number.
    pub index: i64,
    /// Display name of the user source.
    pub name: ::std::string::String,
}

/// Body of the call that creates a user source backed by an OpenID Connect or OAuth 2.0 provider.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateFederationUserSourceRequestDto {
    /// Ids of applications to bind at once; more can be assigned later.
    #[serde(rename = "appIds", skip_serializing_if = "::std::option::Option::is_none")]
    pub app_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Identity provider settings and rules for its users.
    pub configuration: FederationUserSourceConfig,
    /// Free text for administrators.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Position of this source among the sources of the environment, as a whole number.
    pub index: i64,
    /// Display name of the user source.
    pub name: ::std::string::String,
}

/// Body of the call that creates a Google Firebase user source.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateFirebaseExternalUserSourceRequestDto {
    /// Ids of applications to bind at once; more can be assigned later.
    #[serde(rename = "appIds", skip_serializing_if = "::std::option::Option::is_none")]
    pub app_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Connection to the Firebase project and rules for its users.
    pub configuration: ExternalFirebaseUserSourceConfig,
    /// Free text for administrators.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Position of this source among the sources of the environment, as a whole number.
    pub index: i64,
    /// Display name of the user source.
    pub name: ::std::string::String,
}

/// A user source as returned right after creation. It lacks the configuration, which the get route
/// supplies.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct CreateUserSourceResponse {
    /// Ids of the applications bound to the source.
    #[serde(rename = "appIds", default, deserialize_with = "crate::read::or_default")]
    pub app_ids: ::std::vec::Vec<::std::string::String>,
    /// Free text; may be missing or null when none was given.
    #[serde(default)]
    pub description: ::std::option::Option<::std::string::String>,
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Position of this source among the sources of the environment, as a whole number.
    #[serde(default, deserialize_with = "crate::read::integer")]
    pub index: ::std::option::Option<i64>,
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
    /// Kind of source; an open set of strings.
    #[serde(rename = "type", default)]
    pub type_: ::std::option::Option<::std::string::String>,
}

/// Settings of an Auth0 user source. It contains a client secret in clear text.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct ExternalAuth0UserSourceConfig {
    /// Client id of the Auth0 application.
    #[serde(rename = "clientId")]
    pub client_id: ::std::string::String,
    /// Domain of the Auth0 account.
    pub domain: ::std::string::String,
    /// Whether users are copied into the environment at their first sign-in and checked there from then
    /// on.
    #[serde(rename = "isMigrated")]
    pub is_migrated: bool,
    /// Client secret of the Auth0 application.
    #[serde(serialize_with = "crate::secret::expose")]
    pub secret: crate::Secret,
    /// Whether profile attributes are copied from Auth0 at every sign-in.
    #[serde(rename = "syncOnLogin")]
    pub sync_on_login: bool,
    /// How the tenant of a user is found; the value of `tenantResolverType` decides which variant it is.
    #[serde(rename = "tenantConfig")]
    pub tenant_config: UserSourceTenantConfig,
}

/// Settings of an Amazon Cognito user source. It contains an AWS secret key and possibly a client
/// secret, both in clear text.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct ExternalCognitoUserSourceConfig {
    /// Id of the AWS access key with which the pool is read.
    #[serde(rename = "accessKeyId")]
    pub access_key_id: ::std::string::String,
    /// Id of the app client in the user pool.
    #[serde(rename = "clientId")]
    pub client_id: ::std::string::String,
    /// Secret of the app client; leave it out when that client has none.
    #[serde(
        rename = "clientSecret",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub client_secret: ::std::option::Option<crate::Secret>,
    /// Whether users are copied into the environment at their first sign-in and checked there from then
    /// on.
    #[serde(rename = "isMigrated")]
    pub is_migrated: bool,
    /// AWS region of the user pool, such as `eu-west-1`.
    pub region: ::std::string::String,
    /// Secret part of the AWS access key.
    #[serde(rename = "secretAccessKey", serialize_with = "crate::secret::expose")]
    pub secret_access_key: crate::Secret,
    /// Whether profile attributes are copied from Cognito at every sign-in.
    #[serde(rename = "syncOnLogin")]
    pub sync_on_login: bool,
    /// How the tenant of a user is found; the value of `tenantResolverType` decides which variant it is.
    #[serde(rename = "tenantConfig")]
    pub tenant_config: UserSourceTenantConfig,
    /// Id of the Cognito user pool.
    #[serde(rename = "userPoolId")]
    pub user_pool_id: ::std::string::String,
}

/// Settings of a custom-code user source. Its scripts run at the service, so treat whatever secrets
/// they contain as shared with it.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct ExternalCustomCodeUserSourceConfig {
    /// Source text of the JavaScript that authenticates a user.
    #[serde(rename = "codePayload")]
    pub code_payload: ::std::string::String,
    /// Source text of the JavaScript that looks a user up without a password; optional.
    #[serde(
        rename = "getUserCodePayload",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub get_user_code_payload: ::std::option::Option<::std::string::String>,
    /// Whether users are copied into the environment at their first sign-in and checked there from then
    /// on.
    #[serde(rename = "isMigrated")]
    pub is_migrated: bool,
    /// Whether profile attributes are copied from the script's answer at every sign-in.
    #[serde(rename = "syncOnLogin")]
    pub sync_on_login: bool,
    /// How the tenant of a user is found; the value of `tenantResolverType` decides which variant it is.
    #[serde(rename = "tenantConfig")]
    pub tenant_config: ExternalCustomCodeUserSourceConfigTenantConfig,
}

/// How the tenant of a user is found; the value of `tenantResolverType` decides which variant it is.
#[derive(::serde::Serialize, Clone, Debug)]
#[serde(untagged)]
pub enum ExternalCustomCodeUserSourceConfigTenantConfig {
    NewTenantConfig(UserSourceNewTenantConfig),
    FromSourceTenantConfig(UserSourceFromSourceTenantConfig),
}

impl ::std::convert::From<UserSourceNewTenantConfig>
for ExternalCustomCodeUserSourceConfigTenantConfig {
    fn from(value: UserSourceNewTenantConfig) -> Self {
        Self::NewTenantConfig(value)
    }
}

impl ::std::convert::From<UserSourceFromSourceTenantConfig>
for ExternalCustomCodeUserSourceConfigTenantConfig {
    fn from(value: UserSourceFromSourceTenantConfig) -> Self {
        Self::FromSourceTenantConfig(value)
    }
}

/// Settings of a Firebase user source. It contains an API key and, in the service account, a private
/// key.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct ExternalFirebaseUserSourceConfig {
    /// Web API key of the Firebase project.
    #[serde(rename = "apiKey", serialize_with = "crate::secret::expose")]
    pub api_key: crate::Secret,
    /// Whether users are copied into the environment at their first sign-in and checked there from then
    /// on.
    #[serde(rename = "isMigrated")]
    pub is_migrated: bool,
    #[serde(rename = "serviceAccount")]
    pub service_account: FirebaseServiceAccountConfig,
    /// Whether profile attributes are copied from Firebase at every sign-in.
    #[serde(rename = "syncOnLogin")]
    pub sync_on_login: bool,
    /// How the tenant of a user is found; the value of `tenantResolverType` decides which variant it is.
    #[serde(rename = "tenantConfig")]
    pub tenant_config: ExternalFirebaseUserSourceConfigTenantConfig,
}

/// How the tenant of a user is found; the value of `tenantResolverType` decides which variant it is.
#[derive(::serde::Serialize, Clone, Debug)]
#[serde(untagged)]
pub enum ExternalFirebaseUserSourceConfigTenantConfig {
    StaticTenantConfig(UserSourceStaticTenantConfig),
    NewTenantConfig(UserSourceNewTenantConfig),
}

impl ::std::convert::From<UserSourceStaticTenantConfig>
for ExternalFirebaseUserSourceConfigTenantConfig {
    fn from(value: UserSourceStaticTenantConfig) -> Self {
        Self::StaticTenantConfig(value)
    }
}

impl ::std::convert::From<UserSourceNewTenantConfig>
for ExternalFirebaseUserSourceConfigTenantConfig {
    fn from(value: UserSourceNewTenantConfig) -> Self {
        Self::NewTenantConfig(value)
    }
}

/// Settings of a federation user source. Either `wellknownUrl` or `oauth2Config` has to be present. It
/// contains a client secret in clear text.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct FederationUserSourceConfig {
    /// Client id that the provider issued.
    #[serde(rename = "clientId")]
    pub client_id: ::std::string::String,
    /// Explicit endpoints for a provider without a discovery document.
    #[serde(
        rename = "oauth2Config",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub oauth2_config: ::std::option::Option<Oauth2UserSourceConfig>,
    /// Client secret that the provider issued.
    #[serde(serialize_with = "crate::secret::expose")]
    pub secret: crate::Secret,
    /// Whether profile attributes are copied from the provider at every sign-in.
    #[serde(rename = "syncOnLogin")]
    pub sync_on_login: bool,
    /// How the tenant of a user is found; the value of `tenantResolverType` decides which variant it is.
    #[serde(rename = "tenantConfig")]
    pub tenant_config: UserSourceTenantConfig,
    /// Address of the provider's OpenID Connect discovery document; leave it out when `oauth2Config` is
    /// given.
    #[serde(
        rename = "wellknownUrl",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub wellknown_url: ::std::option::Option<::std::string::String>,
}

/// A Google service account in the form of the key file that Google hands out; its members keep their
/// snake_case names. It contains a private key.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct FirebaseServiceAccountConfig {
    /// Address of the certificates of Google's token issuer.
    pub auth_provider_x509_cert_url: ::std::string::String,
    /// Authorisation endpoint of Google.
    pub auth_uri: ::std::string::String,
    /// E-mail address of the service account.
    pub client_email: ::std::string::String,
    /// Numeric id of the service account, as a string.
    pub client_id: ::std::string::String,
    /// Address of the certificates of this service account.
    pub client_x509_cert_url: ::std::string::String,
    /// Private key in PEM form, with its line breaks.
    #[serde(serialize_with = "crate::secret::expose")]
    pub private_key: crate::Secret,
    /// Id of the private key.
    pub private_key_id: ::std::string::String,
    /// Id of the Firebase project.
    pub project_id: ::std::string::String,
    /// Token endpoint of Google.
    pub token_uri: ::std::string::String,
    /// Kind of credential; `service_account` in key files of Google.
    #[serde(rename = "type")]
    pub type_: ::std::string::String,
    /// Google cloud domain that the account belongs to, normally `googleapis.com`.
    pub universe_domain: ::std::string::String,
}

/// A user source with its configuration and user count, as the list returns it.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct GetUserSourceExtendedResponseDto {
    /// Ids of the applications bound to the source.
    #[serde(rename = "appIds", default, deserialize_with = "crate::read::or_default")]
    pub app_ids: ::std::vec::Vec<::std::string::String>,
    /// Settings as free JSON; the members depend on `type` and may include credentials.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub configuration: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    /// Free text; may be missing or null.
    #[serde(default)]
    pub description: ::std::option::Option<::std::string::String>,
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Position of this source among the sources of the environment, as a whole number.
    #[serde(default, deserialize_with = "crate::read::integer")]
    pub index: ::std::option::Option<i64>,
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
    /// Kind of source; an open set of strings.
    #[serde(rename = "type", default)]
    pub type_: ::std::option::Option<::std::string::String>,
    /// Number of users known from this source.
    #[serde(rename = "usersCount", default, deserialize_with = "crate::read::integer")]
    pub users_count: ::std::option::Option<i64>,
}

/// One user source with its configuration, as the get route returns it.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct GetUserSourceResponseDto {
    /// Ids of the applications bound to the source.
    #[serde(rename = "appIds", default, deserialize_with = "crate::read::or_default")]
    pub app_ids: ::std::vec::Vec<::std::string::String>,
    /// Settings as free JSON; the members depend on `type` and may include credentials.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub configuration: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    /// Free text; may be missing or null.
    #[serde(default)]
    pub description: ::std::option::Option<::std::string::String>,
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Position of this source among the sources of the environment, as a whole number.
    #[serde(default, deserialize_with = "crate::read::integer")]
    pub index: ::std::option::Option<i64>,
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
    /// Kind of source; an open set of strings.
    #[serde(rename = "type", default)]
    pub type_: ::std::option::Option<::std::string::String>,
}

/// A user who came from a user source, reduced to address and last sign-in. It carries no user id.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct GetUserSourceUsersResponseDto {
    /// E-mail address of the user; users without an address may lack it.
    #[serde(default)]
    pub email: ::std::option::Option<::std::string::String>,
    /// Time of the last sign-in (RFC 3339); missing or null before the first one.
    #[serde(rename = "lastLogin", default, deserialize_with = "crate::read::date_time")]
    pub last_login: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
}

#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct ListUserSourceUsersResponse {
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub items: ::std::vec::Vec<GetUserSourceUsersResponseDto>,
    #[serde(rename = "_links", default)]
    pub links: ::std::option::Option<FronteggPaginationLinks>,
    #[serde(rename = "_metadata", default)]
    pub metadata: ::std::option::Option<FronteggPaginationMetadata>,
}

/// Explicit OAuth 2.0 endpoints of a federation user source, for providers without a discovery
/// document.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct Oauth2UserSourceConfig {
    /// Endpoint to which the browser is sent.
    #[serde(rename = "authorizationUrl")]
    pub authorization_url: ::std::string::String,
    /// OAuth grant types to use, such as `authorization_code`.
    #[serde(
        rename = "grantTypes",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub grant_types: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Scopes to request, one to an item.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scopes: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Endpoint that exchanges the code for tokens.
    #[serde(rename = "tokenUrl")]
    pub token_url: ::std::string::String,
    /// Endpoint that returns the profile of the user.
    #[serde(rename = "userInfoUrl")]
    pub user_info_url: ::std::string::String,
}

/// Names a user source and the applications that are to be detached from it.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct UnassignApplicationsFromUserSourceRequestDto {
    /// Ids of the applications to detach; all others stay bound.
    #[serde(rename = "appIds")]
    pub app_ids: ::std::vec::Vec<::std::string::String>,
    /// Id of the user source.
    #[serde(rename = "userSourceId")]
    pub user_source_id: ::std::string::String,
}

/// Changes to an Auth0 user source; members that are left out are expected to keep their value.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UpdateExternalAuth0UserSourceRequestDto {
    /// New settings; complete if present.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub configuration: ::std::option::Option<ExternalAuth0UserSourceConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// New position among the sources of the environment, as a whole number.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub index: ::std::option::Option<i64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
}

/// Changes to an Amazon Cognito user source; members that are left out are expected to keep their
/// value.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UpdateExternalCognitoUserSourceRequestDto {
    /// New settings; complete if present.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub configuration: ::std::option::Option<ExternalCognitoUserSourceConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// New position among the sources of the environment, as a whole number.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub index: ::std::option::Option<i64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
}

/// Changes to a custom-code user source; members that are left out are expected to keep their value.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UpdateExternalCustomCodeUserSourceRequestDto {
    /// New scripts and rules; complete if present.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub configuration: ::std::option::Option<ExternalCustomCodeUserSourceConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// New position among the sources of the environment, as a whole number.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub index: ::std::option::Option<i64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
}

/// Changes to a Firebase user source; members that are left out are expected to keep their value.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UpdateExternalFirebaseUserSourceRequestDto {
    /// New settings; complete if present.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub configuration: ::std::option::Option<ExternalFirebaseUserSourceConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// New position among the sources of the environment, as a whole number.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub index: ::std::option::Option<i64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
}

/// Changes to a federation user source; members that are left out are expected to keep their value.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UpdateFederationUserSourceRequestDto {
    /// New settings; complete if present.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub configuration: ::std::option::Option<FederationUserSourceConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// New position among the sources of the environment, as a whole number.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub index: ::std::option::Option<i64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
}

/// Tenant rule that reads the tenant id from the user record of the source.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct UserSourceDynamicTenantConfig {
    /// Name of the attribute in the source that holds the tenant id; for Auth0 it lies in `app_metadata`.
    #[serde(rename = "tenantIdFieldName")]
    pub tenant_id_field_name: ::std::string::String,
    /// Always `dynamic`; tells this variant from the others.
    #[serde(rename = "tenantResolverType")]
    pub tenant_resolver_type: UserSourceDynamicTenantConfigTenantResolverType,
}

crate::open_enum! {
    /// Always `dynamic`; tells this variant from the others.
    pub enum UserSourceDynamicTenantConfigTenantResolverType {
        Dynamic = "dynamic",
    }
}

/// Tenant rule that takes the tenant from the user that a custom-code script returns; offered for that
/// kind of source only.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct UserSourceFromSourceTenantConfig {
    /// Always `from-source`; tells this variant from the others.
    #[serde(rename = "tenantResolverType")]
    pub tenant_resolver_type: UserSourceFromSourceTenantConfigTenantResolverType,
}

crate::open_enum! {
    /// Always `from-source`; tells this variant from the others.
    pub enum UserSourceFromSourceTenantConfigTenantResolverType {
        FromSource = "from-source",
    }
}

/// Tenant rule that creates a new tenant for the user.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct UserSourceNewTenantConfig {
    /// Always `new`; tells this variant from the others.
    #[serde(rename = "tenantResolverType")]
    pub tenant_resolver_type: UserSourceNewTenantConfigTenantResolverType,
}

crate::open_enum! {
    /// Always `new`; tells this variant from the others.
    pub enum UserSourceNewTenantConfigTenantResolverType {
        New = "new",
    }
}

/// Tenant rule that places every user of the source in one given tenant.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct UserSourceStaticTenantConfig {
    /// Id of the tenant that receives the users.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
    /// Always `static`; tells this variant from the others.
    #[serde(rename = "tenantResolverType")]
    pub tenant_resolver_type: UserSourceStaticTenantConfigTenantResolverType,
}

crate::open_enum! {
    /// Always `static`; tells this variant from the others.
    pub enum UserSourceStaticTenantConfigTenantResolverType {
        Static = "static",
    }
}

/// How the tenant of a user is found; the value of `tenantResolverType` decides which variant it is.
#[derive(::serde::Serialize, Clone, Debug)]
#[serde(untagged)]
pub enum UserSourceTenantConfig {
    DynamicTenantConfig(UserSourceDynamicTenantConfig),
    StaticTenantConfig(UserSourceStaticTenantConfig),
    NewTenantConfig(UserSourceNewTenantConfig),
}

impl ::std::convert::From<UserSourceDynamicTenantConfig> for UserSourceTenantConfig {
    fn from(value: UserSourceDynamicTenantConfig) -> Self {
        Self::DynamicTenantConfig(value)
    }
}

impl ::std::convert::From<UserSourceStaticTenantConfig> for UserSourceTenantConfig {
    fn from(value: UserSourceStaticTenantConfig) -> Self {
        Self::StaticTenantConfig(value)
    }
}

impl ::std::convert::From<UserSourceNewTenantConfig> for UserSourceTenantConfig {
    fn from(value: UserSourceNewTenantConfig) -> Self {
        Self::NewTenantConfig(value)
    }
}
