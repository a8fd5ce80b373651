// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Core Settings: types.
use super::*;

/// The sign-in strategies of an environment.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct AuthStrategiesResponse {
    /// The main sign-in strategies.
    #[serde(
        rename = "mainAuthStrategies",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub main_auth_strategies: ::std::vec::Vec<MainAuthStrategyDto>,
    /// Further strategies, each on or off.
    #[serde(
        rename = "secondaryAuthStrategies",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub secondary_auth_strategies: ::std::vec::Vec<SecondaryAuthStrategyDto>,
}

crate::open_enum! {
    /// Main way in which users of an environment log in. `NoLocalAuthentication` turns local login off and
    /// leaves SSO and social logins.
    pub enum AuthStrategy {
        EmailAndPassword = "EmailAndPassword",
        MagicLink = "MagicLink",
        Code = "Code",
        NoLocalAuthentication = "NoLocalAuthentication",
        SmsCode = "SmsCode",
        UsernameAndPassword = "UsernameAndPassword",
        UsernameAndMagicLink = "UsernameAndMagicLink",
        UsernameAndCode = "UsernameAndCode",
        UsernameAndSms = "UsernameAndSms",
    }
}

/// The captcha policy to store for the environment; used for creation and replacement alike.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CaptchaPolicyRequest {
    /// Whether login and sign-up demand a captcha.
    pub enabled: bool,
    /// E-mail addresses whose owners are exempt from the check.
    #[serde(
        rename = "ignoredEmails",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub ignored_emails: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Lowest reCAPTCHA score that passes, a fraction from 0 to 1 where 1 is surely human.
    #[serde(rename = "minScore", serialize_with = "crate::write::finite")]
    pub min_score: f64,
    /// Private reCAPTCHA key with which the service checks answers; a secret.
    #[serde(rename = "secretKey", serialize_with = "crate::secret::expose")]
    pub secret_key: crate::Secret,
    /// Public reCAPTCHA key, given to browsers.
    #[serde(rename = "siteKey")]
    pub site_key: ::std::string::String,
}

/// The captcha policy of the environment as stored. It contains the secret key, so it must not reach a
/// browser.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct CaptchaPolicyResponse {
    /// When the policy was created (RFC 3339).
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Whether login and sign-up demand a captcha.
    #[serde(default)]
    pub enabled: ::std::option::Option<bool>,
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// E-mail addresses whose owners are exempt from the check.
    #[serde(
        rename = "ignoredEmails",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub ignored_emails: ::std::vec::Vec<::std::string::String>,
    /// Lowest reCAPTCHA score that passes, a fraction from 0 to 1.
    #[serde(rename = "minScore", default, deserialize_with = "crate::read::number")]
    pub min_score: ::std::option::Option<f64>,
    /// Private reCAPTCHA key; a secret.
    #[serde(rename = "secretKey", default)]
    pub secret_key: ::std::option::Option<crate::Secret>,
    /// Public reCAPTCHA key, given to browsers.
    #[serde(rename = "siteKey", default)]
    pub site_key: ::std::option::Option<::std::string::String>,
    /// When the policy was last changed (RFC 3339).
    #[serde(rename = "updatedAt", default, deserialize_with = "crate::read::date_time")]
    pub updated_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
}

crate::open_enum! {
    /// The `SameSite` attribute of the `fe_refresh_...` cookie. `NONE` is needed when the application is
    /// on another site.
    pub enum CookieSameSite {
        Strict = "STRICT",
        Lax = "LAX",
        None = "NONE",
    }
}

/// A new JWT template. A targeting rule puts it to use by naming its `key`.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateJwtTemplateDto {
    /// Signature algorithm. `RS256` is verified with the public key of the environment, `HS256` with its
    /// shared secret.
    pub algorithm: JwtAlgorithm,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Lifetime of tokens made from the template, in seconds, from 10 to 15552000 (180 days).
    pub expiration: i64,
    /// Name by which targeting rules refer to the template, unique in the environment.
    pub key: ::std::string::String,
    /// Name for people.
    pub name: ::std::string::String,
    /// The claims of the token.
    #[serde(rename = "templateSchema")]
    pub template_schema: JwtTemplatePayloadDto,
}

/// One condition of a targeting rule, comparing an attribute of the token's subject with given values.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct IdentityConditionDto {
    /// What is compared. `tokenType` is expected to take values of the `type` claim, such as `userToken`
    /// or `tenantApiToken`.
    pub attribute: IdentityConditionDtoAttribute,
    /// Whether the result is inverted, so that the condition holds when the comparison fails.
    pub negate: bool,
    /// How it is compared. `in_list` asks for equality with one of the values; `contains` and `ends_with`
    /// compare parts of the text.
    pub op: IdentityConditionDtoOp,
    /// What to compare with, any JSON; for `in_list` an object that holds a list.
    pub value: ::serde_json::Value,
}

crate::open_enum! {
    /// What is compared. `tokenType` is expected to take values of the `type` claim, such as `userToken`
    /// or `tenantApiToken`.
    pub enum IdentityConditionDtoAttribute {
        UserId = "userId",
        ApplicationId = "applicationId",
        TenantId = "tenantId",
        RoleIds = "roleIds",
        TokenType = "tokenType",
        UserEmail = "userEmail",
    }
}

crate::open_enum! {
    /// How it is compared. `in_list` asks for equality with one of the values; `contains` and `ends_with`
    /// compare parts of the text.
    pub enum IdentityConditionDtoOp {
        InList = "in_list",
        Contains = "contains",
        EndsWith = "ends_with",
    }
}

/// One targeting rule. Rules are tried in order and the first that matches selects the template.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct IdentityRuleDto {
    /// How the conditions are combined; only `and`, meaning that all must hold, exists.
    #[serde(rename = "conditionLogic")]
    pub condition_logic: IdentityRuleDtoConditionLogic,
    /// Conditions that must hold, at least one.
    pub conditions: ::std::vec::Vec<IdentityConditionDto>,
    /// The `key` of the JWT template to use when the rule matches.
    pub treatment: ::std::string::String,
}

crate::open_enum! {
    /// How the conditions are combined; only `and`, meaning that all must hold, exists.
    pub enum IdentityRuleDtoConditionLogic {
        And = "and",
    }
}

crate::open_enum! {
    /// Signature algorithm of access tokens. `RS256` is verified with the public key of the environment,
    /// `HS256` with its shared secret.
    pub enum JwtAlgorithm {
        Rs256 = "RS256",
        Hs256 = "HS256",
    }
}

/// The claims of a JWT template in a create or update request.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct JwtTemplatePayloadDto {
    /// Claim names with their values; a value may contain placeholders in double braces and need not be a
    /// string. `iss`, `sub`, `aud`, `exp` and `iat` are mandatory, and `aud` must be `{{clientId}}` or
    /// `{{applicationId}}`. Reserved claims such as `type` are refused.
    pub claims: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}

/// The claims of a stored JWT template.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct JwtTemplatePayloadResponseDto {
    /// Claim names with their values, placeholders unresolved.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub claims: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}

/// A stored JWT template.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct JwtTemplateResponseDto {
    /// Signature algorithm of the tokens.
    #[serde(default)]
    pub algorithm: ::std::option::Option<JwtAlgorithm>,
    /// When the template was created (RFC 3339).
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Free text; null or absent when none was given.
    #[serde(default)]
    pub description: ::std::option::Option<::std::string::String>,
    /// Lifetime of tokens made from the template, in seconds.
    #[serde(default, deserialize_with = "crate::read::integer")]
    pub expiration: ::std::option::Option<i64>,
    /// Identifier used in paths, as opposed to `key`.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Name by which targeting rules refer to the template.
    #[serde(default)]
    pub key: ::std::option::Option<::std::string::String>,
    /// Name for people.
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
    /// The claims of the token.
    #[serde(rename = "templateSchema", default)]
    pub template_schema: ::std::option::Option<JwtTemplatePayloadResponseDto>,
    /// When the template was last changed (RFC 3339).
    #[serde(rename = "updatedAt", default, deserialize_with = "crate::read::date_time")]
    pub updated_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Identifier of the environment that owns the template.
    #[serde(rename = "vendorId", default)]
    pub vendor_id: ::std::option::Option<::std::string::String>,
}

/// The targeting of the environment, of which there is at most one, with its rules.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct JwtTemplateTargetingResponseDto {
    /// When the targeting was created (RFC 3339).
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Identifier for the routes that patch or delete the targeting.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Object whose member `rules` holds the rules in the shape of `IdentityRuleDto`.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub targeting: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    /// When the rules were last changed (RFC 3339).
    #[serde(rename = "updatedAt", default, deserialize_with = "crate::read::date_time")]
    pub updated_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
}

#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct ListJwtTemplatesResponse {
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub items: ::std::vec::Vec<JwtTemplateResponseDto>,
    #[serde(rename = "_links", default)]
    pub links: ::std::option::Option<FronteggPaginationLinks>,
    #[serde(rename = "_metadata", default)]
    pub metadata: ::std::option::Option<FronteggPaginationMetadata>,
}

crate::open_enum! {
    pub enum ListJwtTemplatesSortBy {
        Id = "id",
        Key = "key",
        Name = "name",
        CreatedAt = "createdAt",
        UpdatedAt = "updatedAt",
    }
}

crate::open_enum! {
    /// Kind of machine token. `ClientCredentials` are API tokens that are exchanged for a JWT,
    /// `AccessToken` are ready-made JWTs sent in `x-api-key`.
    pub enum MachineToMachineAuthStrategy {
        ClientCredentials = "ClientCredentials",
        AccessToken = "AccessToken",
    }
}

crate::open_enum! {
    /// Main way in which users log in, as login pages read it: the values of `AuthStrategy` and
    /// `WebAuthN`, which the configuration of the environment is not known to take.
    pub enum MainAuthStrategy {
        EmailAndPassword = "EmailAndPassword",
        MagicLink = "MagicLink",
        Code = "Code",
        NoLocalAuthentication = "NoLocalAuthentication",
        SmsCode = "SmsCode",
        WebAuthN = "WebAuthN",
        UsernameAndPassword = "UsernameAndPassword",
        UsernameAndMagicLink = "UsernameAndMagicLink",
        UsernameAndCode = "UsernameAndCode",
        UsernameAndSms = "UsernameAndSms",
    }
}

/// A main sign-in strategy.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct MainAuthStrategyDto {
    /// How users sign in.
    #[serde(default)]
    pub strategy: ::std::option::Option<MainAuthStrategy>,
}

/// The part of the captcha policy that a login page may see; the secret key is not in it.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct PublicCaptchaPolicyResponse {
    /// When the policy was created, RFC 3339.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Whether login and sign-up ask for a captcha.
    #[serde(default)]
    pub enabled: ::std::option::Option<bool>,
    /// Id of the policy.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Public site key of the captcha service, for the widget.
    #[serde(rename = "siteKey", default)]
    pub site_key: ::std::option::Option<::std::string::String>,
    /// When the policy was last changed, RFC 3339.
    #[serde(rename = "updatedAt", default, deserialize_with = "crate::read::date_time")]
    pub updated_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
}

/// The part of the environment configuration that a login page may see.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct PublicVendorConfigResponse {
    /// Whether users may sign in before their e-mail address is verified.
    #[serde(rename = "allowNotVerifiedUsersLogin", default)]
    pub allow_not_verified_users_login: ::std::option::Option<bool>,
    /// Whether users may sign up by themselves.
    #[serde(rename = "allowSignups", default)]
    pub allow_signups: ::std::option::Option<bool>,
    /// Whether API tokens are on.
    #[serde(rename = "apiTokensEnabled", default)]
    pub api_tokens_enabled: ::std::option::Option<bool>,
    /// How users sign in by default.
    #[serde(rename = "authStrategy", default)]
    pub auth_strategy: ::std::option::Option<MainAuthStrategy>,
    /// Whether permissions are enforced.
    #[serde(rename = "forcePermissions", default)]
    pub force_permissions: ::std::option::Option<bool>,
    /// Which kind of machine credential is in use.
    #[serde(rename = "machineToMachineAuthStrategy", default)]
    pub machine_to_machine_auth_strategy: ::std::option::Option<
        MachineToMachineAuthStrategy,
    >,
}

/// A sign-in strategy besides the main one.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct SecondaryAuthStrategyDto {
    /// Whether the strategy is offered.
    #[serde(rename = "isActive", default)]
    pub is_active: ::std::option::Option<bool>,
    /// How users may sign in besides the main strategy.
    #[serde(default)]
    pub strategy: ::std::option::Option<SecondaryAuthStrategyDtoStrategy>,
}

crate::open_enum! {
    /// How users may sign in besides the main strategy.
    pub enum SecondaryAuthStrategyDtoStrategy {
        WebAuthnPlatform = "WebAuthnPlatform",
        WebAuthnCrossPlatform = "WebAuthnCrossPlatform",
        SmsCode = "SmsCode",
        SmsCodeV2 = "SmsCodeV2",
        Passkeys = "Passkeys",
        UsernameAndPassword = "UsernameAndPassword",
        UsernameAndMagicLink = "UsernameAndMagicLink",
        UsernameAndCode = "UsernameAndCode",
        UsernameAndSms = "UsernameAndSms",
    }
}

/// An identifier with which users sign up.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct SignUpStrategyDto {
    /// Whether the identifier is asked for.
    #[serde(rename = "isActive", default)]
    pub is_active: ::std::option::Option<bool>,
    /// Whether the identifier is mandatory.
    #[serde(rename = "isRequired", default)]
    pub is_required: ::std::option::Option<bool>,
    /// Which identifier a new user gives.
    #[serde(default)]
    pub strategy: ::std::option::Option<IdentifierType>,
}

/// Changes to a JWT template; every member is optional.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UpdateJwtTemplateDto {
    /// Signature algorithm of the tokens.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub algorithm: ::std::option::Option<JwtAlgorithm>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Lifetime of tokens made from the template, in seconds, from 10 to 15552000 (180 days).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expiration: ::std::option::Option<i64>,
    /// New name for targeting rules; rules that use the old one have to follow.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub key: ::std::option::Option<::std::string::String>,
    /// Name for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// The complete set of claims; it replaces the stored one.
    #[serde(
        rename = "templateSchema",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub template_schema: ::std::option::Option<JwtTemplatePayloadDto>,
}

/// The targeting rules to store, used by the create, replace and patch routes alike.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UpdateJwtTemplateTargetingRequestDto {
    /// All rules in the order in which they are tried; an empty list matches nothing.
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub rules: crate::Patch<::std::vec::Vec<IdentityRuleDto>>,
}

/// The short form of the identity configuration, without keys and secrets.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct VendorConfigBasicResponse {
    /// Whether permissions are enforced.
    #[serde(rename = "forcePermissions", default)]
    pub force_permissions: ::std::option::Option<bool>,
    /// Kind of machine token. `ClientCredentials` are API tokens that are exchanged for a JWT,
    /// `AccessToken` are ready-made JWTs sent in `x-api-key`.
    #[serde(rename = "machineToMachineAuthStrategy", default)]
    pub machine_to_machine_auth_strategy: ::std::option::Option<
        MachineToMachineAuthStrategy,
    >,
}

/// Changes to the identity configuration of the environment; every member is optional.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct VendorConfigRequest {
    /// Whether access tokens carry the `permissions` claim. Turn it off if tokens become too large.
    #[serde(
        rename = "addPermissionsToJwt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub add_permissions_to_jwt: ::std::option::Option<bool>,
    /// Whether access tokens carry the `roles` claim. Turn it off if tokens become too large.
    #[serde(
        rename = "addRolesToJwt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub add_roles_to_jwt: ::std::option::Option<bool>,
    /// Whether attributes from a SAML login are copied into the access token.
    #[serde(
        rename = "addSamlAttributesToJwt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub add_saml_attributes_to_jwt: ::std::option::Option<bool>,
    /// Whether users of a tenant's custom login may switch to another tenant.
    #[serde(
        rename = "allowCustomLoginTenantSwitch",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub allow_custom_login_tenant_switch: ::std::option::Option<bool>,
    /// Whether users may sign in before they have confirmed their e-mail address.
    #[serde(
        rename = "allowNotVerifiedUsersLogin",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub allow_not_verified_users_login: ::std::option::Option<bool>,
    /// Whether a tenant may have its own password history policy.
    #[serde(
        rename = "allowOverrideEnforcePasswordHistory",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub allow_override_enforce_password_history: ::std::option::Option<bool>,
    /// Whether a tenant may have its own password complexity policy.
    #[serde(
        rename = "allowOverridePasswordComplexity",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub allow_override_password_complexity: ::std::option::Option<bool>,
    /// Whether a tenant may have its own password rotation policy.
    #[serde(
        rename = "allowOverridePasswordExpiration",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub allow_override_password_expiration: ::std::option::Option<bool>,
    /// Whether people may sign up by themselves.
    #[serde(
        rename = "allowSignups",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub allow_signups: ::std::option::Option<bool>,
    /// Whether users may be invited to tenants.
    #[serde(
        rename = "allowTenantInvitations",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub allow_tenant_invitations: ::std::option::Option<bool>,
    /// Whether API tokens may be created and used; if off, their routes answer 403.
    #[serde(
        rename = "apiTokensEnabled",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub api_tokens_enabled: ::std::option::Option<bool>,
    #[serde(
        rename = "authStrategy",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub auth_strategy: ::std::option::Option<AuthStrategy>,
    /// The `SameSite` attribute of the `fe_refresh_...` cookie. `NONE` is needed when the application is
    /// on another site.
    #[serde(
        rename = "cookieSameSite",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub cookie_same_site: ::std::option::Option<CookieSameSite>,
    /// Lifetime of magic links and one-time codes, in seconds.
    #[serde(
        rename = "defaultPasswordlessTokenExpiration",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub default_passwordless_token_expiration: ::std::option::Option<i64>,
    /// Lifetime of refresh tokens, in seconds, at most 15552000 (180 days).
    #[serde(
        rename = "defaultRefreshTokenExpiration",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub default_refresh_token_expiration: ::std::option::Option<i64>,
    /// Lifetime of access tokens, in seconds.
    #[serde(
        rename = "defaultTokenExpiration",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub default_token_expiration: ::std::option::Option<i64>,
    /// Whether permissions are enforced.
    #[serde(
        rename = "forcePermissions",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub force_permissions: ::std::option::Option<bool>,
    /// Whether a passwordless login must be finished on the device that started it.
    #[serde(
        rename = "forceSameDeviceOnAuth",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub force_same_device_on_auth: ::std::option::Option<bool>,
    /// Signature algorithm of access tokens. `RS256` uses a key pair, `HS256` a shared secret.
    #[serde(
        rename = "jwtAlgorithm",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub jwt_algorithm: ::std::option::Option<JwtAlgorithm>,
    /// Kind of machine token. `ClientCredentials` are API tokens that are exchanged for a JWT,
    /// `AccessToken` are ready-made JWTs sent in `x-api-key`.
    #[serde(
        rename = "machineToMachineAuthStrategy",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub machine_to_machine_auth_strategy: ::std::option::Option<
        MachineToMachineAuthStrategy,
    >,
    /// Whether a refresh yields a new refresh token and uses up the old one.
    #[serde(
        rename = "rotateRefreshTokens",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub rotate_refresh_tokens: ::std::option::Option<bool>,
    /// Whether checks on the tenant are skipped; what exactly is skipped is not known.
    #[serde(
        rename = "skipTenantValidation",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub skip_tenant_validation: ::std::option::Option<bool>,
}

/// The identity configuration of the environment, returned by reading and writing. It may contain the
/// signing secret. Members may be missing where an environment predates them.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct VendorConfigResponse {
    /// Whether access tokens carry the `permissions` claim.
    #[serde(rename = "addPermissionsToJwt", default)]
    pub add_permissions_to_jwt: ::std::option::Option<bool>,
    /// Whether access tokens carry the `roles` claim.
    #[serde(rename = "addRolesToJwt", default)]
    pub add_roles_to_jwt: ::std::option::Option<bool>,
    /// Whether attributes from a SAML login are copied into the access token.
    #[serde(rename = "addSamlAttributesToJwt", default)]
    pub add_saml_attributes_to_jwt: ::std::option::Option<bool>,
    /// Whether users of a tenant's custom login may switch to another tenant. Missing from older
    /// environments.
    #[serde(rename = "allowCustomLoginTenantSwitch", default)]
    pub allow_custom_login_tenant_switch: ::std::option::Option<bool>,
    /// Whether users may sign in before they have confirmed their e-mail address.
    #[serde(rename = "allowNotVerifiedUsersLogin", default)]
    pub allow_not_verified_users_login: ::std::option::Option<bool>,
    /// Whether a tenant may have its own password history policy.
    #[serde(rename = "allowOverrideEnforcePasswordHistory", default)]
    pub allow_override_enforce_password_history: ::std::option::Option<bool>,
    /// Whether a tenant may have its own password complexity policy.
    #[serde(rename = "allowOverridePasswordComplexity", default)]
    pub allow_override_password_complexity: ::std::option::Option<bool>,
    /// Whether a tenant may have its own password rotation policy.
    #[serde(rename = "allowOverridePasswordExpiration", default)]
    pub allow_override_password_expiration: ::std::option::Option<bool>,
    /// Whether people may sign up by themselves.
    #[serde(rename = "allowSignups", default)]
    pub allow_signups: ::std::option::Option<bool>,
    /// Whether users may be invited to tenants.
    #[serde(rename = "allowTenantInvitations", default)]
    pub allow_tenant_invitations: ::std::option::Option<bool>,
    /// Whether API tokens may be created and used.
    #[serde(rename = "apiTokensEnabled", default)]
    pub api_tokens_enabled: ::std::option::Option<bool>,
    /// Main way to sign in. `NoLocalAuthentication` turns local login off and leaves SSO and social
    /// logins.
    #[serde(rename = "authStrategy", default)]
    pub auth_strategy: ::std::option::Option<AuthStrategy>,
    /// The `SameSite` attribute of the `fe_refresh_...` cookie.
    #[serde(rename = "cookieSameSite", default)]
    pub cookie_same_site: ::std::option::Option<CookieSameSite>,
    /// Lifetime of magic links and one-time codes, in seconds.
    #[serde(
        rename = "defaultPasswordlessTokenExpiration",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub default_passwordless_token_expiration: ::std::option::Option<i64>,
    /// Lifetime of refresh tokens, in seconds.
    #[serde(
        rename = "defaultRefreshTokenExpiration",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub default_refresh_token_expiration: ::std::option::Option<i64>,
    /// Lifetime of access tokens, in seconds.
    #[serde(
        rename = "defaultTokenExpiration",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub default_token_expiration: ::std::option::Option<i64>,
    /// Whether permissions are enforced.
    #[serde(rename = "forcePermissions", default)]
    pub force_permissions: ::std::option::Option<bool>,
    /// Whether a passwordless login must be finished on the device that started it.
    #[serde(rename = "forceSameDeviceOnAuth", default)]
    pub force_same_device_on_auth: ::std::option::Option<bool>,
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Signature algorithm of access tokens.
    #[serde(rename = "jwtAlgorithm", default)]
    pub jwt_algorithm: ::std::option::Option<JwtAlgorithm>,
    /// Secret that HS256 tokens are signed with; may be empty where the algorithm is RS256.
    #[serde(rename = "jwtSecret", default)]
    pub jwt_secret: ::std::option::Option<crate::Secret>,
    /// Kind of machine token, either API tokens (`ClientCredentials`) or ready-made JWTs (`AccessToken`).
    #[serde(rename = "machineToMachineAuthStrategy", default)]
    pub machine_to_machine_auth_strategy: ::std::option::Option<
        MachineToMachineAuthStrategy,
    >,
    /// PEM-encoded public key (`BEGIN PUBLIC KEY`) that verifies access tokens signed with `RS256`.
    #[serde(rename = "publicKey", default)]
    pub public_key: ::std::option::Option<::std::string::String>,
    /// A count that limits rotation; its exact effect is not known, so do not count on old refresh tokens
    /// working.
    #[serde(
        rename = "refreshTokensRotationLimit",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub refresh_tokens_rotation_limit: ::std::option::Option<i64>,
    /// Whether a refresh yields a new refresh token and uses up the old one.
    #[serde(rename = "rotateRefreshTokens", default)]
    pub rotate_refresh_tokens: ::std::option::Option<bool>,
}
