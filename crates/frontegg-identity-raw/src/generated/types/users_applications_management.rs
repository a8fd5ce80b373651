// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Users-applications Management: types.
use super::*;

/// One assignment of a user to an application, made for the user's membership of a tenant.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct ApplicationUserTenantsResponseDto {
    #[serde(rename = "appId", default)]
    pub app_id: ::std::option::Option<::std::string::String>,
    /// Time of the assignment, RFC 3339.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Id of the membership of the user in the tenant; neither the user id nor the tenant id.
    #[serde(rename = "userTenantId", default)]
    pub user_tenant_id: ::std::option::Option<::std::string::String>,
}

/// The users of one application.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct ApplicationUsersResponse {
    /// The application.
    #[serde(rename = "appId", default)]
    pub app_id: ::std::option::Option<::std::string::String>,
    /// The users who are assigned to it.
    #[serde(rename = "userIds", default, deserialize_with = "crate::read::or_default")]
    pub user_ids: ::std::vec::Vec<::std::string::String>,
}

/// One user and several applications.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct AssignUserToApplicationsDto {
    /// The applications.
    #[serde(rename = "appIds")]
    pub app_ids: ::std::vec::Vec<::std::string::String>,
    /// The tenant in which the assignment holds.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
    /// The user.
    #[serde(rename = "userId")]
    pub user_id: ::std::string::String,
}

/// Users of one tenant who are to get access to an application.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct AssignUsersToAppRequestDto {
    /// Id of the application.
    #[serde(rename = "appId")]
    pub app_id: ::std::string::String,
    /// Id of the tenant that the users belong to.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
    /// Ids of the users to assign.
    #[serde(rename = "userIds")]
    pub user_ids: ::std::vec::Vec<::std::string::String>,
}

/// The tenant that is to become active for a user in one application.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct SwitchApplicationActiveUserTenantDto {
    #[serde(rename = "applicationId")]
    pub application_id: ::std::string::String,
    /// Id of the tenant that becomes active.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
}

/// New active tenants of a user, one for each application that is to change.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct SwitchApplicationActiveUserTenantsRequestDto {
    /// Pairs of application and tenant.
    #[serde(rename = "activeApplicationTenants")]
    pub active_application_tenants: ::std::vec::Vec<
        SwitchApplicationActiveUserTenantDto,
    >,
}

/// Users of one tenant who are to lose access to an application. It is the body of a `DELETE` request.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct UnassignUsersFromAppRequestDto {
    /// Id of the application.
    #[serde(rename = "appId")]
    pub app_id: ::std::string::String,
    /// Id of the tenant that the users belong to.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
    /// Ids of the users to remove from the application.
    #[serde(rename = "userIds")]
    pub user_ids: ::std::vec::Vec<::std::string::String>,
}

/// The tenant that is active for a user in one application.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UserApplicationActiveTenantResponse {
    #[serde(rename = "applicationId", default)]
    pub application_id: ::std::option::Option<::std::string::String>,
    /// Id of the active tenant.
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
}

/// Active tenants of a user, application by application.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UserApplicationActiveTenantsResponseDto {
    /// One entry for each application.
    #[serde(
        rename = "applicationActiveTenants",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub application_active_tenants: ::std::vec::Vec<UserApplicationActiveTenantResponse>,
}

/// The applications of one user.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UserApplicationsResponse {
    /// The applications that the user is assigned to.
    #[serde(rename = "appIds", default, deserialize_with = "crate::read::or_default")]
    pub app_ids: ::std::vec::Vec<::std::string::String>,
    /// The user.
    #[serde(rename = "userId", default)]
    pub user_id: ::std::option::Option<::std::string::String>,
}
