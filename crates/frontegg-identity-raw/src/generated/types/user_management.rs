// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! User Management: types.
use super::*;

/// Body that accepts an invitation by link; both values are query parameters of the link in the
/// invitation e-mail.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct AcceptInvitationDto {
    /// Invitation token; a single-use secret.
    #[serde(serialize_with = "crate::secret::expose")]
    pub token: crate::Secret,
    /// Id of the invited user.
    #[serde(rename = "userId")]
    pub user_id: ::std::string::String,
}

/// Body that accepts an invitation in environments whose invitation strategy is `code`.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct AcceptInvitationWithCodeDto {
    /// Code that was mailed to the user.
    #[serde(serialize_with = "crate::secret::expose")]
    pub code: crate::Secret,
    /// Invitation token; a single-use secret.
    #[serde(serialize_with = "crate::secret::expose")]
    pub token: crate::Secret,
    /// Id of the invited user.
    #[serde(rename = "userId")]
    pub user_id: ::std::string::String,
}

/// Body that activates a user by link; id and token come from the activation e-mail.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct ActivateUserDto {
    /// Marks the user's last acceptance of the terms; its format is not known.
    #[serde(
        rename = "lastTermsCheck",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub last_terms_check: ::std::option::Option<::std::string::String>,
    /// New password; only where the activation strategy asks for one.
    #[serde(
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub password: ::std::option::Option<crate::Secret>,
    /// Proof from the captcha widget; only where the captcha policy is on.
    #[serde(
        rename = "recaptchaToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub recaptcha_token: ::std::option::Option<crate::Secret>,
    /// Activation token; a single-use secret.
    #[serde(serialize_with = "crate::secret::expose")]
    pub token: crate::Secret,
    /// Id of the user to activate.
    #[serde(rename = "userId")]
    pub user_id: ::std::string::String,
}

/// Body that activates a user in environments whose activation strategy is `code`; the link variant
/// plus a code.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct ActivateUserWithCodeDto {
    /// Code that was mailed to the user; its lifetime is set in the activation strategy.
    #[serde(serialize_with = "crate::secret::expose")]
    pub code: crate::Secret,
    /// Marks the user's last acceptance of the terms; its format is not known.
    #[serde(
        rename = "lastTermsCheck",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub last_terms_check: ::std::option::Option<::std::string::String>,
    /// New password; only where the activation strategy asks for one.
    #[serde(
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub password: ::std::option::Option<crate::Secret>,
    /// Proof from the captcha widget; only where the captcha policy is on.
    #[serde(
        rename = "recaptchaToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub recaptcha_token: ::std::option::Option<crate::Secret>,
    /// Activation token; a single-use secret.
    #[serde(serialize_with = "crate::secret::expose")]
    pub token: crate::Secret,
    /// Id of the user to activate.
    #[serde(rename = "userId")]
    pub user_id: ::std::string::String,
}

/// One user to be added to several sub-tenants.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct AddUserToSubTenantsDto {
    /// The sub-tenants to add the user to.
    #[serde(rename = "subTenants")]
    pub sub_tenants: ::std::vec::Vec<SubTenantRolesDto>,
    pub user: SubTenantUserIdentityDto,
}

/// Several users to be added to one sub-tenant.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct AddUsersToSubTenantDto {
    /// Whether the users may access the sub-tenants below it too.
    #[serde(
        rename = "allowSubAccountAccess",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub allow_sub_account_access: ::std::option::Option<bool>,
    /// Roles that the users get there.
    #[serde(rename = "roleIds", skip_serializing_if = "::std::option::Option::is_none")]
    pub role_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// The sub-tenant to add them to.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
    /// The users to add.
    pub users: ::std::vec::Vec<SubTenantUserIdentityDto>,
}

/// Roles to add to those that a user holds in a tenant.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct AssignUserToRolesDto {
    /// Ids of the roles to add; role keys are not accepted.
    #[serde(rename = "roleIds")]
    pub role_ids: ::std::vec::Vec<::std::string::String>,
}

/// Outcome of assigning roles to a user in one tenant.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct AssignUserToRolesResponseDto {
    /// Roles of the user in the tenant, as objects.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub roles: ::std::vec::Vec<IRole>,
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    #[serde(rename = "userId", default)]
    pub user_id: ::std::option::Option<::std::string::String>,
}

/// Which users to count.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct CountTenantUsersDto {
    /// Whether invisible users are left out.
    #[serde(
        rename = "excludeInvisibleUsers",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub exclude_invisible_users: ::std::option::Option<bool>,
    /// The tenants to count in.
    #[serde(rename = "tenantIds")]
    pub tenant_ids: ::std::vec::Vec<::std::string::String>,
}

/// Body that creates a user in a tenant, used by versions 1 and 2 of the route. Either `email` or
/// `username` is mandatory; the rest is optional.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct CreateUserDto {
    /// E-mail address; mandatory when no `username` is given.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: ::std::option::Option<::std::string::String>,
    /// Free JSON object with values for the invitation e-mail template.
    #[serde(
        rename = "emailMetadata",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub email_metadata: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// Makes the user temporary with this lifetime in seconds, at least 300; without it the user is
    /// permanent.
    #[serde(
        rename = "expirationInSeconds",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub expiration_in_seconds: ::std::option::Option<i64>,
    /// Free user data as a string that holds a JSON object, for example `{}`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// Initial password; without it the user is expected to choose one at activation.
    #[serde(
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub password: ::std::option::Option<crate::Secret>,
    #[serde(
        rename = "phoneNumber",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub phone_number: ::std::option::Option<::std::string::String>,
    /// Address of the picture, up to 4095 characters.
    #[serde(
        rename = "profilePictureUrl",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub profile_picture_url: ::std::option::Option<ProfilePictureUrl>,
    /// Where the user's identity comes from; `local` means that this service keeps it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub provider: ::std::option::Option<UserProvider>,
    /// Ids of the roles that the user gets in the tenant; without them the default roles apply.
    #[serde(rename = "roleIds", skip_serializing_if = "::std::option::Option::is_none")]
    pub role_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Suppresses the invitation e-mail when true.
    #[serde(
        rename = "skipInviteEmail",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub skip_invite_email: ::std::option::Option<bool>,
    /// Name for signing in, up to 255 characters; mandatory when no `email` is given.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub username: ::std::option::Option<Username>,
}

/// Additional e-mail address for the signed-in user; it has to be verified by a code.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateUserEmailRequestDto {
    /// Address to add.
    pub email: ::std::string::String,
}

/// Additional e-mail address that a back end gives to a user.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateUserEmailVendorRequestDto {
    /// Address to add.
    pub email: ::std::string::String,
    /// Records the address as verified, so that no code is needed.
    #[serde(
        rename = "isVerified",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub is_verified: ::std::option::Option<bool>,
}

/// Proof that the signed-in user owns an additional e-mail address.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateUserEmailVerifyRequestDto {
    /// Code that was mailed to the address.
    #[serde(serialize_with = "crate::secret::expose")]
    pub code: crate::Secret,
    /// Address to verify.
    pub email: ::std::string::String,
}

/// Username for the current user.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateUsernameRequestDto {
    /// Username of at most 128 characters: letters, digits and some punctuation, no blanks or accents;
    /// folded to lower case.
    pub username: ::std::string::String,
}

/// Outcome of taking roles from a user in one tenant.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct DeleteUserToRolesResponseDto {
    /// Role objects concerned; read the user again where the exact remainder matters.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub roles: ::std::vec::Vec<IRole>,
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    #[serde(rename = "userId", default)]
    pub user_id: ::std::option::Option<::std::string::String>,
}

/// Tells an activation page which fields it has to show.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct GetActivateStrategyResponseDto {
    /// Whether the user has to choose a password to become active; false for users of single sign-on, for
    /// example.
    #[serde(rename = "shouldSetPassword", default)]
    pub should_set_password: ::std::option::Option<bool>,
}

/// The groups of one user in one tenant.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct GetUserGroupsResponse {
    /// Ids of the groups.
    #[serde(rename = "groupIds", default, deserialize_with = "crate::read::or_default")]
    pub group_ids: ::std::vec::Vec<::std::string::String>,
    /// Tenant that the groups belong to.
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    /// Id of the user.
    #[serde(rename = "userId", default)]
    pub user_id: ::std::option::Option<::std::string::String>,
    /// Id of the environment.
    #[serde(rename = "vendorId", default)]
    pub vendor_id: ::std::option::Option<::std::string::String>,
}

/// The tenant that an access token is wanted for.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct GetUserJwtRequestDto {
    /// The tenant that the token is to be issued for.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
}

/// An access token of a user for one tenant, without a refresh token.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct GetUserJwtResponseDto {
    /// Access token (JWT) of the user for that tenant.
    #[serde(rename = "accessToken")]
    pub access_token: crate::Secret,
    /// When the token expires, for humans; rely on `expiresIn` or the `exp` claim.
    #[serde(default)]
    pub expires: ::std::option::Option<::std::string::String>,
    /// Lifetime of the access token, in seconds.
    #[serde(rename = "expiresIn", default, deserialize_with = "crate::read::integer")]
    pub expires_in: ::std::option::Option<i64>,
}

/// The roles of one user in one tenant.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct GetUserRolesResponse {
    /// Ids of the roles.
    #[serde(rename = "roleIds", default, deserialize_with = "crate::read::or_default")]
    pub role_ids: ::std::vec::Vec<::std::string::String>,
    /// Tenant that the roles are held in.
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    /// Id of the user.
    #[serde(rename = "userId", default)]
    pub user_id: ::std::option::Option<::std::string::String>,
    /// Id of the environment.
    #[serde(rename = "vendorId", default)]
    pub vendor_id: ::std::option::Option<::std::string::String>,
}

/// A page of users.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct GetUsersPageResponse {
    /// The users of this page; empty past the last page.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub items: ::std::vec::Vec<UserDto>,
    #[serde(rename = "_links", default)]
    pub links: ::std::option::Option<FronteggPaginationLinks>,
    #[serde(rename = "_metadata", default)]
    pub metadata: ::std::option::Option<FronteggPaginationMetadata>,
}

/// A role as it appears inside the answers to role assignments; shorter than the entries of the role
/// list.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct IRole {
    /// Time of creation, RFC 3339 in UTC.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Explanation of the role; null or absent when none was written.
    #[serde(default)]
    pub description: ::std::option::Option<::std::string::String>,
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Whether users who are added without explicit roles get this one.
    #[serde(rename = "isDefault", default)]
    pub is_default: ::std::option::Option<bool>,
    /// Stable name of the role, as found in the `roles` claim of access tokens.
    #[serde(default)]
    pub key: ::std::option::Option<::std::string::String>,
    /// Rank of the role, a whole number from 0 to 32767.
    #[serde(default, deserialize_with = "crate::read::integer")]
    pub level: ::std::option::Option<i64>,
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
}

#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct ListUserEmailsResponse {
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub items: ::std::vec::Vec<UserEmailResponseDto>,
    #[serde(rename = "_links", default)]
    pub links: ::std::option::Option<FronteggPaginationLinks>,
    #[serde(rename = "_metadata", default)]
    pub metadata: ::std::option::Option<FronteggPaginationMetadata>,
}

crate::open_enum! {
    pub enum ListUserEmailsSortBy {
        UserId = "userId",
        Email = "email",
    }
}

/// A page of user names.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct ListUsernamesResponse {
    /// Entries of this page.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub items: ::std::vec::Vec<UsernameResponseDto>,
    #[serde(rename = "_links", default)]
    pub links: ::std::option::Option<FronteggPaginationLinks>,
    #[serde(rename = "_metadata", default)]
    pub metadata: ::std::option::Option<FronteggPaginationMetadata>,
}

crate::open_enum! {
    pub enum ListUsernamesSortBy {
        UserId = "userId",
        Username = "username",
    }
}

/// Names the address that becomes the user's primary one.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct MarkEmailAsPrimaryRequestDto {
    /// Address that the user already has.
    pub email: ::std::string::String,
}

/// Roles and permissions of the signed-in user in the active tenant.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct MeAuthorizationResponseDto {
    /// Permissions that follow from the roles; a key may end in `*` as a wildcard.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub permissions: ::std::vec::Vec<PermissionResponse>,
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub roles: ::std::vec::Vec<RoleResponse>,
}

/// One user to be removed from several sub-tenants.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct RemoveUserFromSubTenantsDto {
    /// The sub-tenants to remove the user from.
    #[serde(rename = "subTenants")]
    pub sub_tenants: ::std::vec::Vec<SubTenantReferenceDto>,
    /// The user to remove.
    #[serde(rename = "userId")]
    pub user_id: ::std::string::String,
}

/// Asks for a new activation e-mail. Only the address is needed.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct ResetActivationTokenDto {
    /// Address of the user who has not yet activated.
    pub email: ::std::string::String,
    /// Free JSON with values for the e-mail template; may be left out.
    #[serde(
        rename = "emailMetadata",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub email_metadata: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
}

/// Names the user whose open invitations are renewed.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct ResetTenantInvitationDto {
    /// Address to which the invitation went.
    pub email: ::std::string::String,
}

/// Starts the replacement of the signed-in user's address.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct SelfEmailUpdateRequestDto {
    /// New address.
    pub email: ::std::string::String,
}

/// Completes the replacement of the signed-in user's address.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct SelfEmailUpdateVerifyRequestDto {
    /// Code that proves ownership of the new address.
    #[serde(serialize_with = "crate::secret::expose")]
    pub code: crate::Secret,
    /// New address, as named when the change was started.
    pub email: ::std::string::String,
}

/// A sub-tenant.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct SubTenantReferenceDto {
    /// The sub-tenant.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
}

/// A sub-tenant and the roles of a new user in it.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct SubTenantRolesDto {
    /// Roles that the user gets there.
    #[serde(rename = "roleIds", skip_serializing_if = "::std::option::Option::is_none")]
    pub role_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// The sub-tenant.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
}

/// A user of a tenant or its sub-tenants.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct SubTenantUserDto {
    /// When the user was created, RFC 3339.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// E-mail address.
    #[serde(default)]
    pub email: ::std::option::Option<::std::string::String>,
    /// Id of the user.
    pub id: ::std::string::String,
    /// Whether the user is hidden from tenant administrators.
    #[serde(default)]
    pub invisible: ::std::option::Option<bool>,
    /// Whether the user is locked.
    #[serde(rename = "isLocked", default)]
    pub is_locked: ::std::option::Option<bool>,
    /// Metadata of the user: a JSON document in a string.
    #[serde(default)]
    pub metadata: ::std::option::Option<::std::string::String>,
    /// Whether the user is exempt from MFA.
    #[serde(rename = "mfaBypass", default)]
    pub mfa_bypass: ::std::option::Option<bool>,
    /// Whether the user has a second factor.
    #[serde(rename = "mfaEnrolled", default)]
    pub mfa_enrolled: ::std::option::Option<bool>,
    /// Full name.
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
    /// Phone number.
    #[serde(rename = "phoneNumber", default)]
    pub phone_number: ::std::option::Option<::std::string::String>,
    /// URL of the picture.
    #[serde(rename = "profilePictureUrl", default)]
    pub profile_picture_url: ::std::option::Option<::std::string::String>,
    /// Where the user comes from, for instance `local` or `saml`.
    #[serde(default)]
    pub provider: ::std::option::Option<::std::string::String>,
    /// Subject of the tokens of the user; the same as `id`.
    #[serde(default)]
    pub sub: ::std::option::Option<::std::string::String>,
    /// Whether the user may access all tenants.
    #[serde(rename = "superUser", default)]
    pub super_user: ::std::option::Option<bool>,
    /// The active tenant of the user.
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    /// All tenants of the user.
    #[serde(rename = "tenantIds", default, deserialize_with = "crate::read::or_default")]
    pub tenant_ids: ::std::vec::Vec<::std::string::String>,
    /// Memberships in the tenant and its sub-tenants.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub tenants: ::std::vec::Vec<SubTenantUserTenantDto>,
    /// Whether the e-mail address is verified.
    #[serde(default)]
    pub verified: ::std::option::Option<bool>,
}

/// A user to be added to sub-tenants.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct SubTenantUserIdentityDto {
    /// E-mail address of the user.
    pub email: ::std::string::String,
    /// Full name, for a user who does not exist yet.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
}

/// Roles of a user in one sub-tenant.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct SubTenantUserRolesDto {
    /// The roles meant.
    #[serde(rename = "roleIds")]
    pub role_ids: ::std::vec::Vec<::std::string::String>,
    /// The sub-tenant.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
}

/// Membership of a user in one tenant of the hierarchy.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct SubTenantUserTenantDto {
    /// Whether the user is active in that tenant.
    #[serde(default)]
    pub activated: ::std::option::Option<bool>,
    /// Last login to that tenant, RFC 3339; null or absent before the first one.
    #[serde(rename = "lastLogin", default, deserialize_with = "crate::read::date_time")]
    pub last_login: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Permissions of the user in that tenant.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub permissions: ::std::vec::Vec<PermissionResponse>,
    /// Roles of the user in that tenant.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub roles: ::std::vec::Vec<RoleResponse>,
    /// The tenant.
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
}

/// A page of users of sub-tenants. Unlike other lists it has `totalPages` at the top level and no
/// `_metadata`.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct SubTenantUsersPageResponse {
    /// The users of this page.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub items: ::std::vec::Vec<SubTenantUserDto>,
    /// Number of pages.
    #[serde(rename = "totalPages", default, deserialize_with = "crate::read::integer")]
    pub total_pages: ::std::option::Option<i64>,
}

/// Time limit of a temporary user, in the request and echoed in the answer.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct TemporaryUserDto {
    /// Lifetime of the user in seconds, at least 300.
    #[serde(rename = "expirationInSeconds")]
    pub expiration_in_seconds: i64,
}

/// Time limit of a temporary user, in the request and echoed in the answer.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct TemporaryUserDtoAnswer {
    /// Lifetime of the user in seconds, at least 300.
    #[serde(
        rename = "expirationInSeconds",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub expiration_in_seconds: ::std::option::Option<i64>,
}

/// Number of users of one tenant.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct TenantUsersCountResponse {
    /// The tenant.
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    /// Number of users who may access the tenant.
    #[serde(
        rename = "totalAccessAllowedUsers",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub total_access_allowed_users: ::std::option::Option<i64>,
    /// Number of users in the tenant.
    #[serde(rename = "totalUsers", default, deserialize_with = "crate::read::integer")]
    pub total_users: ::std::option::Option<i64>,
}

/// Roles to take from a user in a tenant; travels as the body of a DELETE request.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UnassignUserFromRolesDto {
    /// Ids of the roles to take away; role keys are not accepted.
    #[serde(rename = "roleIds")]
    pub role_ids: ::std::vec::Vec<::std::string::String>,
}

/// Body with which a locked user frees the own account.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct UnlockUserRequestDto {
    /// Unlock token from the message to the user; a secret that is expected to work once.
    #[serde(serialize_with = "crate::secret::expose")]
    pub token: crate::Secret,
}

/// Switch for a user's access to sub-tenants.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct UpdateSubAccountAccessRequestDto {
    /// True lets the user into the sub-tenants, false keeps the user out.
    #[serde(rename = "allowAccess")]
    pub allow_access: bool,
}

/// Changes to a user's profile, by the user or by a back end. Members that are left out are expected
/// to stay as they are.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UpdateUserDto {
    /// Free user data as a string that holds JSON; expected to replace the stored string as a whole.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// International phone number with a leading `+`; dashes are allowed.
    #[serde(
        rename = "phoneNumber",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub phone_number: ::std::option::Option<PhoneNumber>,
    /// Address of the picture, up to 4095 characters; null is accepted and is expected to remove it.
    #[serde(
        rename = "profilePictureUrl",
        skip_serializing_if = "crate::Patch::is_absent"
    )]
    pub profile_picture_url: crate::Patch<ProfilePictureUrl>,
}

/// Roles of one user in several sub-tenants.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UpdateUserRolesForSubTenantsDto {
    /// IP address of the administrator, for the audit log.
    #[serde(rename = "ipAddress", skip_serializing_if = "crate::Patch::is_absent")]
    pub ip_address: crate::Patch<::std::string::String>,
    /// The roles, one entry for each sub-tenant.
    #[serde(rename = "subTenantsRoles")]
    pub sub_tenants_roles: ::std::vec::Vec<SubTenantUserRolesDto>,
    /// User agent of the administrator, for the audit log.
    #[serde(rename = "userAgent", skip_serializing_if = "crate::Patch::is_absent")]
    pub user_agent: crate::Patch<::std::string::String>,
}

/// Names the tenant that becomes active for the user.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct UpdateUserTenantDto {
    /// Id of a tenant to which the user belongs.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
}

/// A user just after creation. Every member but `id` can be missing, and some are null for a user who
/// has never signed in.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct UserCreatedResponse {
    /// Whether the user has activated in this tenant.
    #[serde(rename = "activatedForTenant", default)]
    pub activated_for_tenant: ::std::option::Option<bool>,
    /// Time of creation, RFC 3339 in UTC.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// E-mail address; absent for a user with only a username.
    #[serde(default)]
    pub email: ::std::option::Option<::std::string::String>,
    pub id: ::std::string::String,
    /// Time of the last sign-in, RFC 3339 in UTC; null or absent before the first one.
    #[serde(rename = "lastLogin", default, deserialize_with = "crate::read::date_time")]
    pub last_login: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Free user data as a string that holds JSON; may be null or absent.
    #[serde(default)]
    pub metadata: ::std::option::Option<::std::string::String>,
    /// Display name; may be null.
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
    /// Permissions that follow from the roles; the service sends objects, not strings.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub permissions: ::std::vec::Vec<PermissionResponse>,
    /// Address of the picture; may be null.
    #[serde(rename = "profilePictureUrl", default)]
    pub profile_picture_url: ::std::option::Option<::std::string::String>,
    /// Roles of the user in the tenant; the service sends objects, not strings.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub roles: ::std::vec::Vec<RoleResponse>,
    /// Time at which a temporary user expires, RFC 3339 in UTC; null or absent for a permanent user.
    #[serde(
        rename = "temporaryExpirationDate",
        default,
        deserialize_with = "crate::read::date_time"
    )]
    pub temporary_expiration_date: ::std::option::Option<
        ::chrono::DateTime<::chrono::offset::Utc>,
    >,
    /// Whether the address is verified; may be null.
    #[serde(default)]
    pub verified: ::std::option::Option<bool>,
}

/// One e-mail address of a user.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UserEmailResponseDto {
    /// Time of creation, RFC 3339 in UTC.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    #[serde(default)]
    pub email: ::std::option::Option<::std::string::String>,
    /// Id of the address record, needed to delete it.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Whether other routes show this address as the user's `email`.
    #[serde(rename = "isPrimary", default)]
    pub is_primary: ::std::option::Option<bool>,
    /// Time of the last change, RFC 3339 in UTC.
    #[serde(rename = "updatedAt", default, deserialize_with = "crate::read::date_time")]
    pub updated_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    #[serde(rename = "userId", default)]
    pub user_id: ::std::option::Option<::std::string::String>,
    /// Whether the user has proved to own the address.
    #[serde(default)]
    pub verified: ::std::option::Option<bool>,
}

crate::open_enum! {
    /// Member of a user by which a list of users is sorted.
    pub enum UserSortField {
        CreatedAt = "createdAt",
        Name = "name",
        Email = "email",
        Id = "id",
        Verified = "verified",
        IsLocked = "isLocked",
        Provider = "provider",
        TenantId = "tenantId",
    }
}

/// A tenant of the current user, reduced to id and name.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UserTenantDataDto {
    /// Display name of the tenant.
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
}

/// A tenant that the calling user belongs to. Members that this document does not name occur.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct UserTenantV3Dto {
    /// Postal address.
    #[serde(default)]
    pub address: ::std::option::Option<::std::string::String>,
    /// When the tenant was created, RFC 3339.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Preferred currency.
    #[serde(default)]
    pub currency: ::std::option::Option<::std::string::String>,
    /// Preferred date format.
    #[serde(rename = "dateFormat", default)]
    pub date_format: ::std::option::Option<::std::string::String>,
    /// Null for a tenant that exists.
    #[serde(rename = "deletedAt", default, deserialize_with = "crate::read::date_time")]
    pub deleted_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Internal id of the tenant record; refer to the tenant by `tenantId`.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Whether the tenant may have sub-tenants of its own.
    #[serde(rename = "isReseller", default)]
    pub is_reseller: ::std::option::Option<bool>,
    /// Logo of the tenant.
    #[serde(default)]
    pub logo: ::std::option::Option<::std::string::String>,
    /// URL of the logo.
    #[serde(rename = "logoUrl", default)]
    pub logo_url: ::std::option::Option<::std::string::String>,
    /// Metadata of the tenant: normally a JSON document in a string, possibly an object, null or missing.
    #[serde(default)]
    pub metadata: ::std::option::Option<::serde_json::Value>,
    /// Name of the tenant.
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
    /// Id of the tenant.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
    /// Preferred time format.
    #[serde(rename = "timeFormat", default)]
    pub time_format: ::std::option::Option<::std::string::String>,
    /// Time zone of the tenant.
    #[serde(default)]
    pub timezone: ::std::option::Option<::std::string::String>,
    /// When the tenant was last changed, RFC 3339.
    #[serde(rename = "updatedAt", default, deserialize_with = "crate::read::date_time")]
    pub updated_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Id of the environment.
    #[serde(rename = "vendorId", default)]
    pub vendor_id: ::std::option::Option<::std::string::String>,
}

/// The tenants of the calling user and the active one, which need not be among `tenants`. An error
/// body may come with status 200, so check `errors` first.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UserTenantsV3Response {
    #[serde(rename = "activeTenant", default)]
    pub active_tenant: ::std::option::Option<UserTenantV3Dto>,
    /// Errors that came with a success status; tenants are missing then.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub errors: ::std::vec::Vec<::serde_json::Value>,
    /// The tenants of the calling user.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub tenants: ::std::vec::Vec<UserTenantV3Dto>,
}

/// A username and the user it belongs to.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UsernameResponseDto {
    /// Id of the owner.
    #[serde(rename = "userId", default)]
    pub user_id: ::std::option::Option<::std::string::String>,
    /// Username in lower case.
    #[serde(default)]
    pub username: ::std::option::Option<::std::string::String>,
}

/// One page of users.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UsersV3PageResponse {
    /// The users of the page.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub items: ::std::vec::Vec<UserV3Dto>,
    #[serde(rename = "_links", default)]
    pub links: ::std::option::Option<FronteggPaginationLinks>,
    #[serde(rename = "_metadata", default)]
    pub metadata: ::std::option::Option<FronteggPaginationMetadata>,
}
