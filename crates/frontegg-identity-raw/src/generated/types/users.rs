// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Users: types.
use super::*;

/// Request to make an existing user a member of a further tenant.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct AddUserToTenantRequest {
    /// Whether to leave out the invitation e-mail; absent means that it is sent.
    #[serde(
        rename = "skipInviteEmail",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub skip_invite_email: ::std::option::Option<bool>,
    /// Id of the tenant to join.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
    /// Whether an unknown tenant id is refused.
    #[serde(
        rename = "validateTenantExist",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub validate_tenant_exist: ::std::option::Option<bool>,
}

/// One failure within a queued role change. It concerns either a single tenant or a batch of tenants.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct BulkRolesTaskError {
    /// Further information on the cause, if there is any.
    #[serde(default)]
    pub details: ::std::option::Option<::std::string::String>,
    /// What went wrong, in words.
    #[serde(default)]
    pub message: ::std::option::Option<::std::string::String>,
    /// Tenant that the failure concerns, when it concerns one.
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    /// Tenants that the failure concerns, when a whole batch failed.
    #[serde(rename = "tenantIds", default, deserialize_with = "crate::read::or_default")]
    pub tenant_ids: ::std::vec::Vec<::std::string::String>,
}

/// Progress of a queued role change for one user. The task is over when `status` is `Completed` or
/// `CompletedWithErrors`.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct BulkRolesTaskStatusResponseDto {
    /// Ids of the roles that the task adds.
    #[serde(
        rename = "addedRoleIds",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub added_role_ids: ::std::vec::Vec<::std::string::String>,
    /// Failures met so far; absent when there are none.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub errors: ::std::vec::Vec<BulkRolesTaskError>,
    /// Id of the task.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Number of tenants handled so far.
    #[serde(
        rename = "processedTenants",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub processed_tenants: ::std::option::Option<i64>,
    /// Ids of the roles that the task takes away.
    #[serde(
        rename = "removedRoleIds",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub removed_role_ids: ::std::vec::Vec<::std::string::String>,
    /// State of the task; `CompletedWithErrors` means that it is over but some tenants were not changed.
    #[serde(default)]
    pub status: ::std::option::Option<BulkRolesTaskStatusResponseDtoStatus>,
    /// Number of tenants that the task has to change.
    #[serde(rename = "totalTenants", default, deserialize_with = "crate::read::integer")]
    pub total_tenants: ::std::option::Option<i64>,
    /// Id of the user whose roles change.
    #[serde(rename = "userId", default)]
    pub user_id: ::std::option::Option<::std::string::String>,
}

crate::open_enum! {
    /// State of the task; `CompletedWithErrors` means that it is over but some tenants were not changed.
    pub enum BulkRolesTaskStatusResponseDtoStatus {
        NotStarted = "NotStarted",
        InProgress = "InProgress",
        Completed = "Completed",
        CompletedWithErrors = "CompletedWithErrors",
    }
}

/// Request to add and remove roles of one user in many tenants at once. All members are optional, but
/// a body without `addRoleIds` and `removeRoleIds` has nothing to do.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct BulkUpdateUserRolesRequestDto {
    /// Ids of the roles to add.
    #[serde(rename = "addRoleIds", skip_serializing_if = "crate::Patch::is_absent")]
    pub add_role_ids: crate::Patch<::std::vec::Vec<::std::string::String>>,
    /// Ids of the roles to take away.
    #[serde(rename = "removeRoleIds", skip_serializing_if = "crate::Patch::is_absent")]
    pub remove_role_ids: crate::Patch<::std::vec::Vec<::std::string::String>>,
    /// Tenants in which to make the change; absent means all tenants of the user.
    #[serde(rename = "tenantIds", skip_serializing_if = "crate::Patch::is_absent")]
    pub tenant_ids: crate::Patch<::std::vec::Vec<::std::string::String>>,
}

/// Result of a role change that was made at once. When the change was queued instead, the body is
/// expected to differ from this form.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct BulkUpdateUserRolesSyncResponseDto {
    /// Number of tenants in which roles changed.
    #[serde(
        rename = "affectedTenants",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub affected_tenants: ::std::option::Option<i64>,
    /// Ids of the roles that were added.
    #[serde(
        rename = "rolesAdded",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub roles_added: ::std::vec::Vec<::std::string::String>,
    /// Ids of the roles that were taken away.
    #[serde(
        rename = "rolesRemoved",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub roles_removed: ::std::vec::Vec<::std::string::String>,
    /// Id of the user whose roles changed.
    #[serde(rename = "userId", default)]
    pub user_id: ::std::option::Option<::std::string::String>,
}

/// Request of a back end to create a user, with fields that the ordinary creation routes lack. Either
/// `email` or `username` is needed.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateUserDtoVendorOnly {
    /// E-mail address; may be left out when `username` is given.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: ::std::option::Option<::std::string::String>,
    /// Makes the user temporary, with this lifetime in seconds (the other routes demand at least 300);
    /// absent means permanent.
    #[serde(
        rename = "expirationInSeconds",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub expiration_in_seconds: ::std::option::Option<i64>,
    /// Id of the user in a system of the application.
    #[serde(
        rename = "externalId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub external_id: ::std::option::Option<::std::string::String>,
    /// JSON text that the application wants to keep with the user.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<::std::string::String>,
    /// Whether the user is let in without a second factor; meant for tests.
    #[serde(
        rename = "mfaBypass",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub mfa_bypass: ::std::option::Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// Initial password, in plain text. A secret.
    #[serde(
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub password: ::std::option::Option<crate::Secret>,
    /// Phone number with country code, for instance `+15551234567`.
    #[serde(
        rename = "phoneNumber",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub phone_number: ::std::option::Option<::std::string::String>,
    /// Ids of the roles that the user gets in the tenant.
    #[serde(rename = "roleIds", skip_serializing_if = "::std::option::Option::is_none")]
    pub role_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Id of the tenant that the user is created in.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
    /// Username of at most 255 characters; may be left out when `email` is given.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub username: ::std::option::Option<CreateUserDtoVendorOnlyUsername>,
    /// JSON text that only environment tokens can see.
    #[serde(
        rename = "vendorMetadata",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub vendor_metadata: ::std::option::Option<::std::string::String>,
}

/// Username of at most 255 characters; may be left out when `email` is given.
#[derive(::serde::Serialize, Clone, Debug)]
#[serde(transparent)]
pub struct CreateUserDtoVendorOnlyUsername(::std::string::String);

impl ::std::ops::Deref for CreateUserDtoVendorOnlyUsername {
    type Target = ::std::string::String;
    fn deref(&self) -> &::std::string::String {
        &self.0
    }
}

impl ::std::convert::From<CreateUserDtoVendorOnlyUsername> for ::std::string::String {
    fn from(value: CreateUserDtoVendorOnlyUsername) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for CreateUserDtoVendorOnlyUsername {
    type Err = crate::ConversionError;
    fn from_str(value: &str) -> ::std::result::Result<Self, crate::ConversionError> {
        if value.chars().count() > 255usize {
            return Err("longer than 255 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl ::std::convert::TryFrom<&str> for CreateUserDtoVendorOnlyUsername {
    type Error = crate::ConversionError;
    fn try_from(value: &str) -> ::std::result::Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl ::std::convert::TryFrom<::std::string::String> for CreateUserDtoVendorOnlyUsername {
    type Error = crate::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, crate::ConversionError> {
        value.parse()
    }
}

/// A freshly generated activation link. Link and token are both secrets, since either is enough to
/// activate the user.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct GenerateUserActivationLinkResponseDto {
    /// URL that carries the token, ready to be sent to the user. A secret.
    #[serde(default)]
    pub link: ::std::option::Option<::std::string::String>,
    /// Activation token on its own, for `POST /resources/users/v1/activate`. A secret.
    #[serde(default)]
    pub token: ::std::option::Option<crate::Secret>,
    /// Id of the user who is to be activated.
    #[serde(rename = "userId", default)]
    pub user_id: ::std::option::Option<::std::string::String>,
}

/// A freshly generated password-reset link. Link and token are both secrets, since either is enough to
/// set a new password.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct GenerateUserResetPasswordLinkResponseDto {
    /// URL that carries the token, ready to be sent to the user. A secret.
    #[serde(default)]
    pub link: ::std::option::Option<::std::string::String>,
    /// Reset token on its own, for `POST /resources/users/v1/passwords/reset/verify`. A secret.
    #[serde(default)]
    pub token: ::std::option::Option<crate::Secret>,
    /// Id of the user whose password is to be reset.
    #[serde(rename = "userId", default)]
    pub user_id: ::std::option::Option<::std::string::String>,
}

/// Request to move all users of one tenant to another.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct MigrateUsersFromTenantToTenantRequest {
    /// Id of the tenant that the users leave.
    #[serde(rename = "srcTenantId")]
    pub src_tenant_id: ::std::string::String,
    /// Id of the tenant that the users join.
    #[serde(rename = "targetTenantId")]
    pub target_tenant_id: ::std::string::String,
}

/// The task of a bulk invitation, as free JSON; it is expected to hold the id with which the status is
/// asked for.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
#[serde(transparent)]
pub struct TaskContext(
    pub ::serde_json::Map<::std::string::String, ::serde_json::Value>,
);

impl ::std::ops::Deref for TaskContext {
    type Target = ::serde_json::Map<::std::string::String, ::serde_json::Value>;
    fn deref(&self) -> &::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &self.0
    }
}

impl ::std::convert::From<TaskContext>
for ::serde_json::Map<::std::string::String, ::serde_json::Value> {
    fn from(value: TaskContext) -> Self {
        value.0
    }
}

impl ::std::convert::From<::serde_json::Map<::std::string::String, ::serde_json::Value>>
for TaskContext {
    fn from(
        value: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ) -> Self {
        Self(value)
    }
}

/// State of the temporary users feature of an environment.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct TemporaryUsersConfigurationDto {
    /// Whether users may be given a time limit.
    pub enabled: bool,
}

/// How far one user has got in one tenant.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct TenantStatus {
    /// `PendingInvitation` for an invitation not yet accepted, `PendingLogin` for a first login still to
    /// come, `Activated` for a user who has joined, `NotActivated` for one who has not activated the
    /// account.
    #[serde(default)]
    pub status: ::std::option::Option<UserTenantStatus>,
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
}

/// New e-mail address of a user, set by a back end.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct UpdateUserEmailDto {
    /// New address; replaces the old one in every tenant.
    pub email: ::std::string::String,
}

/// Request to hide a user from user lists or to show the user again.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct UpdateUserInvisibleDto {
    /// True hides the user, false shows the user.
    pub invisible: bool,
}

/// Request to grant super-user status or to withdraw it.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct UpdateUserSuperuserDto {
    /// True grants the status, false withdraws it.
    #[serde(rename = "superUser")]
    pub super_user: bool,
}

/// Request of a back end to choose the active tenant of a user.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct UpdateUserTenantWithValidationDto {
    /// Id of the tenant that becomes active.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
    /// Whether an unknown tenant id is refused; otherwise a tenant with that id is created.
    #[serde(
        rename = "validateTenantExist",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub validate_tenant_exist: ::std::option::Option<bool>,
}

/// New profile of a user, written by a back end for the whole environment. It replaces the old
/// profile, so fields left out may be cleared.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UpdateVendorUserDto {
    /// Id of the user in a system of the application.
    #[serde(
        rename = "externalId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub external_id: ::std::option::Option<::std::string::String>,
    /// JSON text, for instance `{}`; the service does not take a JSON object here.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<::std::string::String>,
    /// Whether the user is let in without a second factor.
    #[serde(
        rename = "mfaBypass",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub mfa_bypass: ::std::option::Option<bool>,
    /// Display name.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// Phone number with country code, beginning with `+`; dashes between digits are allowed.
    #[serde(
        rename = "phoneNumber",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub phone_number: ::std::option::Option<PhoneNumber>,
    /// URL of the picture, at most 4095 characters; null removes it.
    #[serde(
        rename = "profilePictureUrl",
        skip_serializing_if = "crate::Patch::is_absent"
    )]
    pub profile_picture_url: crate::Patch<ProfilePictureUrl>,
    /// JSON text that only environment tokens can see.
    #[serde(
        rename = "vendorMetadata",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub vendor_metadata: ::std::option::Option<::std::string::String>,
}

/// One user of a bulk invitation. Either `email` or `username` is needed.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UserBulkInviteRequestDto {
    /// E-mail address, to which the invitation goes; may be left out when `username` is given.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: ::std::option::Option<::std::string::String>,
    /// Values for the placeholders of the e-mail template, as a JSON object and not as text.
    #[serde(
        rename = "emailMetadata",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub email_metadata: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// Makes the user temporary, with this lifetime in seconds, at least 300; absent means permanent.
    #[serde(
        rename = "expirationInSeconds",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub expiration_in_seconds: ::std::option::Option<i64>,
    /// JSON text that the application wants to keep with the user, for instance `{}`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// Initial password, in plain text. A secret; leave it out when the user is to choose one on
    /// activation.
    #[serde(
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub password: ::std::option::Option<crate::Secret>,
    /// Phone number with country code, for instance `+15551234567`.
    #[serde(
        rename = "phoneNumber",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub phone_number: ::std::option::Option<::std::string::String>,
    /// URL of the picture, at most 4095 characters.
    #[serde(
        rename = "profilePictureUrl",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub profile_picture_url: ::std::option::Option<ProfilePictureUrl>,
    /// Source of the identity; `local`, the default, means that the service itself authenticates the user.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub provider: ::std::option::Option<UserProvider>,
    /// Ids of the roles that the user gets in the tenant.
    #[serde(rename = "roleIds", skip_serializing_if = "::std::option::Option::is_none")]
    pub role_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Whether to leave out the invitation e-mail; absent means that it is sent.
    #[serde(
        rename = "skipInviteEmail",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub skip_invite_email: ::std::option::Option<bool>,
    /// Username of at most 255 letters, digits, dots, underscores and hyphens; may be left out when
    /// `email` is given.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub username: ::std::option::Option<Username>,
    /// Whether the user counts as verified from the start.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub verified: ::std::option::Option<bool>,
}

crate::open_enum! {
    /// How far a user has got in a tenant. `PendingInvitation` for an invitation not yet accepted,
    /// `PendingLogin` for a first login still to come, `Activated` for a user who has joined,
    /// `NotActivated` for one who has not activated the account.
    pub enum UserTenantStatus {
        PendingInvitation = "PendingInvitation",
        PendingLogin = "PendingLogin",
        Activated = "Activated",
        NotActivated = "NotActivated",
    }
}

/// How far one user has got in each tenant. The route that returns it accepts several user ids, so it
/// may well send an array of these.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UserTenantStatusesResponse {
    /// One entry for each tenant, at most 2000.
    #[serde(
        rename = "tenantsStatuses",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub tenants_statuses: ::std::vec::Vec<TenantStatus>,
    /// Id of the user.
    #[serde(rename = "userId", default)]
    pub user_id: ::std::option::Option<::std::string::String>,
}

/// Request to invite a list of users to the tenant named by the header `frontegg-tenant-id`.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UsersBulkInviteRequestDto {
    /// Users to invite, each with an e-mail address or a username.
    pub users: ::std::vec::Vec<UserBulkInviteRequestDto>,
}

/// E-mail address and password to be checked against each other, without a login.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct ValidateUserPasswordRequest {
    /// E-mail address of a local user.
    pub email: ::std::string::String,
    /// Password to check, in plain text. A secret.
    #[serde(serialize_with = "crate::secret::expose")]
    pub password: crate::Secret,
}
