// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Every operation as data: its name, method, path template and tag, whatever features are on.
//!
//! | Feature | Tag | Group | Operations |
//! |---|---|---|---|
//! | `account-invitations` | Account Invitations | `self-service` | 7 |
//! | `account-invitations-settings` | Account Invitations Settings | `management` | 7 |
//! | `account-roles` | Account Roles | `self-service` | 4 |
//! | `api-token` | API Token | `authentication` | 4 |
//! | `api-tokens` | API Tokens | `self-service` | 8 |
//! | `approval-flows` | Approval Flows | `management` | 9 |
//! | `core-settings` | Core Settings | `management` | 21 |
//! | `custom-social-oauth-provider` | Custom Social OAuth Provider | `management` | 4 |
//! | `data-migration` | Data Migration | `management` | 5 |
//! | `delegation` | Delegation | `management` | 2 |
//! | `domain-restrictions` | Domain Restrictions | `self-service` | 6 |
//! | `email-configuration` | Email Configuration | `management` | 4 |
//! | `email-templates` | Email Templates | `management` | 4 |
//! | `general` | General | `authentication` | 7 |
//! | `ip-restrictions` | IP Restrictions | `self-service` | 8 |
//! | `lockout-policy` | Lockout Policy | `self-service` | 4 |
//! | `m2m-tokens` | M2M Tokens | `management` | 4 |
//! | `mfa` | MFA | `authentication` | 32 |
//! | `mfa-configuration` | MFA Configuration | `management` | 2 |
//! | `mfa-settings` | MFA Settings | `self-service` | 7 |
//! | `passkeys` | Passkeys | `authentication` | 6 |
//! | `password-settings` | Password Settings | `self-service` | 19 |
//! | `passwordless` | Passwordless | `authentication` | 6 |
//! | `permissions` | Permissions | `management` | 6 |
//! | `permissions-categories` | Permissions Categories | `management` | 4 |
//! | `personal-tokens` | Personal Tokens | `self-service` | 6 |
//! | `roles` | Roles | `management` | 6 |
//! | `sessions-configuration` | Sessions Configuration | `management` | 1 |
//! | `sessions-management` | Sessions Management | `self-service` | 2 |
//! | `single-sign-on` | Single Sign-On | `authentication` | 10 |
//! | `sms` | SMS | `authentication` | 13 |
//! | `sms-configuration` | SMS Configuration | `management` | 3 |
//! | `sms-templates` | SMS Templates | `management` | 6 |
//! | `user-emails-policy` | User Emails Policy | `management` | 2 |
//! | `user-groups` | User Groups | `self-service` | 13 |
//! | `user-management` | User Management | `self-service` | 60 |
//! | `user-pools` | User Pools | `management` | 16 |
//! | `user-sessions` | User Sessions | `self-service` | 5 |
//! | `users` | Users | `management` | 26 |
//! | `users-applications-management` | Users-applications Management | `applications` | 10 |
use crate::Operation;
use reqwest::Method;
/// All operations, by name.
pub static ALL: &[&Operation] = &[
    &ACCEPT_INVITATION,
    &ACCEPT_INVITATION_WITH_CODE,
    &ACTIVATE_USER,
    &ACTIVATE_USER_WITH_CODE,
    &ADD_GROUP_ROLES,
    &ADD_GROUP_USERS,
    &ADD_SUB_ACCOUNT_USERS,
    &ADD_USER_ROLES,
    &ADD_USER_SUB_ACCOUNT_ROLES,
    &ADD_USER_SUB_ACCOUNTS,
    &ADD_USER_TENANT,
    &ASSIGN_APPLICATION_USERS,
    &ASSIGN_USER_APPLICATIONS,
    &ASSIGN_USER_SOURCE_APPLICATIONS,
    &AUTHENTICATE_API_TOKEN,
    &AUTHENTICATE_API_TOKEN_V1,
    &COMPLETE_EMAIL_CODE_LOGIN,
    &COMPLETE_MAGIC_LINK_LOGIN,
    &COMPLETE_OIDC_LOGIN,
    &COMPLETE_OIDC_LOGIN_V1,
    &COMPLETE_PASSKEY_LOGIN,
    &COMPLETE_PASSWORD_RESET,
    &COMPLETE_PHONE_NUMBER_RESET,
    &COMPLETE_SAML_LOGIN,
    &COMPLETE_SMS_CODE_LOGIN,
    &COMPLETE_SOCIAL_LOGIN,
    &COUNT_TENANT_USERS,
    &CREATE_APPROVAL_FLOW,
    &CREATE_AUTH0_USER_SOURCE,
    &CREATE_CAPTCHA_POLICY,
    &CREATE_COGNITO_USER_SOURCE,
    &CREATE_CUSTOM_CODE_USER_SOURCE,
    &CREATE_CUSTOM_SOCIAL_PROVIDER,
    &CREATE_EMAIL_DOMAIN_RESTRICTION,
    &CREATE_FEDERATION_USER_SOURCE,
    &CREATE_FIREBASE_USER_SOURCE,
    &CREATE_GROUP,
    &CREATE_IP_RESTRICTION,
    &CREATE_IP_RESTRICTIONS_BULK,
    &CREATE_JWT_TEMPLATE,
    &CREATE_JWT_TEMPLATE_TARGETING,
    &CREATE_LOCKOUT_POLICY,
    &CREATE_MFA_POLICY,
    &CREATE_MY_EMAIL,
    &CREATE_MY_PHONE_NUMBER,
    &CREATE_MY_TENANT_JWT,
    &CREATE_MY_USERNAME,
    &CREATE_PASSWORD_HISTORY_POLICY,
    &CREATE_PERMISSION_CATEGORY,
    &CREATE_PERMISSIONS,
    &CREATE_ROLE,
    &CREATE_ROLES_V1,
    &CREATE_TENANT_ACCESS_TOKEN,
    &CREATE_TENANT_API_TOKEN,
    &CREATE_TENANT_API_TOKEN_V1,
    &CREATE_TENANT_INVITATION,
    &CREATE_USER,
    &CREATE_USER_ACCESS_TOKEN,
    &CREATE_USER_ACTIVATION_LINK,
    &CREATE_USER_API_TOKEN,
    &CREATE_USER_AS_VENDOR,
    &CREATE_USER_EMAIL,
    &CREATE_USER_INVITATION,
    &CREATE_USER_INVITATION_V1,
    &CREATE_USER_PASSWORD_RESET_LINK,
    &CREATE_USER_PHONE_NUMBER,
    &CREATE_USER_V1,
    &DELETE_ALL_MY_SESSIONS,
    &DELETE_APPROVAL_FLOW,
    &DELETE_CUSTOM_SOCIAL_PROVIDER,
    &DELETE_EMAIL_CONFIGURATION,
    &DELETE_EMAIL_DOMAIN_RESTRICTION,
    &DELETE_EMAIL_TEMPLATE,
    &DELETE_GROUP,
    &DELETE_IP_RESTRICTION,
    &DELETE_JWT_TEMPLATE,
    &DELETE_JWT_TEMPLATE_TARGETING,
    &DELETE_MY_EMAIL,
    &DELETE_MY_PASSKEY,
    &DELETE_MY_SESSION,
    &DELETE_MY_USERNAME,
    &DELETE_PERMISSION,
    &DELETE_PERMISSION_CATEGORY,
    &DELETE_ROLE,
    &DELETE_SMS_CONFIGURATION,
    &DELETE_SMS_TEMPLATE,
    &DELETE_TENANT_ACCESS_TOKEN,
    &DELETE_TENANT_API_TOKEN,
    &DELETE_TENANT_INVITATION,
    &DELETE_USER,
    &DELETE_USER_ACCESS_TOKEN,
    &DELETE_USER_API_TOKEN,
    &DELETE_USER_EMAIL,
    &DELETE_USER_INVITATION,
    &DELETE_USER_PHONE_NUMBER,
    &DELETE_USER_SOURCE,
    &DISABLE_MFA_WITH_RECOVERY_CODE,
    &DISABLE_MY_MFA_AUTHENTICATOR_DEVICE,
    &DISABLE_MY_MFA_AUTHENTICATOR_LEGACY,
    &DISABLE_MY_MFA_SMS,
    &DISABLE_MY_MFA_WEBAUTHN,
    &DISABLE_TENANT_USER,
    &DISABLE_USER_MFA,
    &ENABLE_TENANT_USER,
    &EXECUTE_APPROVAL_FLOW,
    &EXECUTE_STEP_UP_APPROVAL_FLOW,
    &GET_ACTIVATION_STRATEGY,
    &GET_APPROVAL_FLOW,
    &GET_APPROVAL_FLOW_EXECUTION,
    &GET_AUTH_STRATEGIES,
    &GET_BASIC_IDENTITY_CONFIGURATION,
    &GET_BULK_INVITATION_STATUS,
    &GET_BULK_MIGRATION_STATUS,
    &GET_BULK_ROLE_UPDATE_STATUS,
    &GET_CAPTCHA_POLICY,
    &GET_DEFAULT_EMAIL_TEMPLATE,
    &GET_DEFAULT_SMS_TEMPLATE,
    &GET_DELEGATION_CONFIGURATION,
    &GET_EMAIL_CONFIGURATION,
    &GET_EMAIL_DOMAIN_RESTRICTION_CONFIGURATION,
    &GET_GROUP,
    &GET_GROUP_CONFIGURATION,
    &GET_IDENTITY_CONFIGURATION,
    &GET_INVITATION_STRATEGY,
    &GET_IP_RESTRICTION_CONFIGURATION,
    &GET_JWT_TEMPLATE,
    &GET_JWT_TEMPLATE_TARGETING,
    &GET_LOCKOUT_POLICY,
    &GET_LOCKOUT_POLICY_AS_VENDOR,
    &GET_MFA_CONFIGURATION,
    &GET_MFA_POLICY,
    &GET_MFA_POLICY_AS_VENDOR,
    &GET_MFA_REMEMBER_DEVICE_POLICY,
    &GET_MY_AUTHORIZATION,
    &GET_MY_CURRENT_SESSION,
    &GET_MY_PROFILE,
    &GET_MY_PROFILE_V2,
    &GET_MY_TENANT_HIERARCHY,
    &GET_PASSWORD_HISTORY_POLICY,
    &GET_PASSWORD_HISTORY_POLICY_AS_VENDOR,
    &GET_PASSWORD_POLICY,
    &GET_PASSWORD_ROTATION,
    &GET_PASSWORD_ROTATION_AS_VENDOR,
    &GET_PUBLIC_AUTH_STRATEGIES,
    &GET_PUBLIC_CAPTCHA_POLICY,
    &GET_PUBLIC_IDENTITY_CONFIGURATION,
    &GET_SESSION_CONFIGURATION,
    &GET_SESSION_CONFIGURATION_AS_VENDOR,
    &GET_SMS_CONFIGURATION,
    &GET_SMS_TEMPLATE,
    &GET_TEMPORARY_USER_CONFIGURATION,
    &GET_TENANT_ACCESS_TOKEN,
    &GET_TENANT_INVITATION_CONFIGURATION,
    &GET_USER,
    &GET_USER_ACCESS_TOKEN,
    &GET_USER_ACTIVATION_STRATEGY,
    &GET_USER_AS_VENDOR,
    &GET_USER_BY_EMAIL,
    &GET_USER_EMAILS_POLICY,
    &GET_USER_INVITATION,
    &GET_USER_PASSWORD_POLICY,
    &GET_USER_SOURCE,
    &INVITE_USERS,
    &LIST_ACTIVE_TENANT_ACCESS_TOKENS,
    &LIST_ACTIVE_USER_ACCESS_TOKENS,
    &LIST_APPLICATION_USERS,
    &LIST_APPLICATION_USERS_BULK,
    &LIST_APPROVAL_FLOWS,
    &LIST_CUSTOM_SOCIAL_PROVIDERS,
    &LIST_DEFAULT_SMS_TEMPLATES,
    &LIST_EMAIL_DOMAIN_RESTRICTIONS,
    &LIST_EMAIL_TEMPLATES,
    &LIST_GROUPS,
    &LIST_GROUPS_BY_IDS,
    &LIST_GROUPS_V1,
    &LIST_IP_RESTRICTIONS,
    &LIST_JWT_TEMPLATES,
    &LIST_MFA_STRATEGIES,
    &LIST_MY_APPLICATION_ACTIVE_TENANTS,
    &LIST_MY_EMAILS,
    &LIST_MY_MFA_DEVICES,
    &LIST_MY_PASSKEYS,
    &LIST_MY_PHONE_NUMBERS,
    &LIST_MY_SESSIONS,
    &LIST_MY_TENANTS,
    &LIST_MY_TENANTS_V1,
    &LIST_MY_TENANTS_V2,
    &LIST_MY_USERNAMES,
    &LIST_PASSWORD_RECOVERY_STRATEGIES,
    &LIST_PERMISSION_CATEGORIES,
    &LIST_PERMISSIONS,
    &LIST_ROLE_LEVELS,
    &LIST_ROLE_TENANTS,
    &LIST_ROLES,
    &LIST_ROLES_V1,
    &LIST_SIGN_UP_STRATEGIES,
    &LIST_SMS_TEMPLATES,
    &LIST_SOCIAL_PROVIDERS,
    &LIST_SOCIAL_PROVIDERS_AS_USER,
    &LIST_SOCIAL_PROVIDERS_V1,
    &LIST_SUB_ACCOUNT_USERS,
    &LIST_TENANT_ACCESS_TOKENS,
    &LIST_TENANT_API_TOKENS,
    &LIST_TENANT_INVITATIONS,
    &LIST_USER_ACCESS_TOKENS,
    &LIST_USER_API_TOKENS,
    &LIST_USER_APPLICATIONS,
    &LIST_USER_APPLICATIONS_BULK,
    &LIST_USER_EMAILS,
    &LIST_USER_GROUPS,
    &LIST_USER_PHONE_NUMBERS,
    &LIST_USER_PHONE_NUMBERS_V1,
    &LIST_USER_ROLES,
    &LIST_USER_SOURCE_USERS,
    &LIST_USER_SOURCES,
    &LIST_USER_TENANT_STATUSES,
    &LIST_USERNAMES,
    &LIST_USERS,
    &LIST_USERS_V1,
    &LIST_USERS_V2,
    &LOCK_USER,
    &LOGIN_WITH_PASSWORD,
    &LOGOUT,
    &MIGRATE_TENANT_USERS,
    &MIGRATE_USER,
    &MIGRATE_USERS,
    &MIGRATE_USERS_FROM_AUTH0,
    &MIGRATE_USERS_V1,
    &REFRESH_API_TOKEN,
    &REFRESH_API_TOKEN_V1,
    &REFRESH_SESSION,
    &REMOVE_GROUP_ROLES,
    &REMOVE_GROUP_USERS,
    &REMOVE_USER_ROLES,
    &REMOVE_USER_SUB_ACCOUNT_ROLES,
    &REMOVE_USER_SUB_ACCOUNTS,
    &RESEND_ACTIVATION_EMAIL,
    &RESEND_ALL_INVITATIONS,
    &RESEND_INVITATION,
    &RESET_BREACHED_PASSWORDS,
    &REVOKE_USER_SESSIONS,
    &SEARCH_USERS,
    &SET_ACTIVATION_STRATEGY,
    &SET_APPROVAL_FLOW_DECISION,
    &SET_CAPTCHA_POLICY,
    &SET_DELEGATION_CONFIGURATION,
    &SET_EMAIL_CONFIGURATION,
    &SET_EMAIL_CONFIGURATION_V1,
    &SET_EMAIL_DOMAIN_RESTRICTION_CONFIGURATION,
    &SET_EMAIL_DOMAIN_RESTRICTIONS,
    &SET_EMAIL_TEMPLATE,
    &SET_GROUP_CONFIGURATION,
    &SET_IDENTITY_CONFIGURATION,
    &SET_INVITATION_STRATEGY,
    &SET_IP_RESTRICTION_CONFIGURATION,
    &SET_JWT_TEMPLATE_TARGETING,
    &SET_MFA_CONFIGURATION,
    &SET_MFA_POLICY,
    &SET_MFA_STRATEGY,
    &SET_MY_ACTIVE_TENANT,
    &SET_MY_APPLICATION_ACTIVE_TENANTS,
    &SET_MY_PRIMARY_EMAIL,
    &SET_PASSWORD_POLICY,
    &SET_PASSWORD_ROTATION,
    &SET_PERMISSION_ASSIGNMENT_TYPE,
    &SET_PERMISSION_ROLES,
    &SET_ROLE_PERMISSIONS,
    &SET_ROLE_TENANT,
    &SET_SESSION_CONFIGURATION,
    &SET_SMS_CONFIGURATION,
    &SET_SMS_TEMPLATE,
    &SET_SOCIAL_PROVIDER,
    &SET_TEMPORARY_USER_CONFIGURATION,
    &SET_USER_ACTIVE_TENANT,
    &SET_USER_EMAIL,
    &SET_USER_EMAILS_POLICY,
    &SET_USER_INVISIBLE,
    &SET_USER_PERMANENT,
    &SET_USER_PRIMARY_EMAIL,
    &SET_USER_SUB_ACCOUNT_ACCESS,
    &SET_USER_SUB_ACCOUNT_ROLES,
    &SET_USER_SUPERUSER,
    &SET_USER_TEMPORARY,
    &SIGN_UP_WITH_EMAIL,
    &SIGN_UP_WITH_PHONE_NUMBER,
    &SIGN_UP_WITH_USERNAME,
    &START_EMAIL_CODE_LOGIN,
    &START_IMPERSONATION,
    &START_MAGIC_LINK_LOGIN,
    &START_MFA_AUTHENTICATOR_ENROLMENT,
    &START_MFA_EMAIL_CODE,
    &START_MFA_SMS,
    &START_MFA_SMS_ENROLMENT,
    &START_MFA_WEBAUTHN,
    &START_MFA_WEBAUTHN_ENROLMENT,
    &START_MY_EMAIL_CHANGE,
    &START_MY_MFA_AUTHENTICATOR_ENROLMENT,
    &START_MY_MFA_AUTHENTICATOR_ENROLMENT_LEGACY,
    &START_MY_MFA_SMS_DISABLEMENT,
    &START_MY_MFA_SMS_ENROLMENT,
    &START_MY_MFA_WEBAUTHN_DISABLEMENT,
    &START_MY_MFA_WEBAUTHN_ENROLMENT,
    &START_MY_PASSKEY_REGISTRATION,
    &START_MY_PHONE_NUMBER_CHANGE,
    &START_MY_PHONE_NUMBER_DELETION,
    &START_MY_PHONE_NUMBER_VERIFICATION,
    &START_PASSKEY_LOGIN,
    &START_PASSWORD_RESET_BY_EMAIL,
    &START_PASSWORD_RESET_BY_SMS,
    &START_PASSWORD_RESET_V1,
    &START_PHONE_NUMBER_RESET,
    &START_SAML_LOGIN,
    &START_SMS_CODE_LOGIN,
    &START_SSO_LOGIN,
    &START_STEP_UP,
    &UNASSIGN_APPLICATION_USERS,
    &UNASSIGN_USER_APPLICATIONS,
    &UNASSIGN_USER_SOURCE_APPLICATIONS,
    &UNLOCK_MY_USER,
    &UNLOCK_USER,
    &UPDATE_APPROVAL_FLOW,
    &UPDATE_AUTH0_USER_SOURCE,
    &UPDATE_COGNITO_USER_SOURCE,
    &UPDATE_CUSTOM_CODE_USER_SOURCE,
    &UPDATE_CUSTOM_SOCIAL_PROVIDER,
    &UPDATE_FEDERATION_USER_SOURCE,
    &UPDATE_FIREBASE_USER_SOURCE,
    &UPDATE_GROUP,
    &UPDATE_JWT_TEMPLATE,
    &UPDATE_JWT_TEMPLATE_TARGETING,
    &UPDATE_LOCKOUT_POLICY,
    &UPDATE_MFA_POLICY,
    &UPDATE_MY_PASSWORD,
    &UPDATE_MY_PROFILE,
    &UPDATE_PASSWORD_HISTORY_POLICY,
    &UPDATE_PERMISSION,
    &UPDATE_PERMISSION_CATEGORY,
    &UPDATE_ROLE,
    &UPDATE_TENANT_API_TOKEN,
    &UPDATE_USER,
    &UPDATE_USER_AS_VENDOR,
    &UPDATE_USER_INVITATION,
    &UPDATE_USER_ROLES_ACROSS_TENANTS,
    &VALIDATE_PASSWORD_RESET_TOKEN,
    &VERIFY_CURRENT_IP,
    &VERIFY_CURRENT_IP_IN_ALLOW_LIST,
    &VERIFY_MFA_AUTHENTICATOR_DEVICE,
    &VERIFY_MFA_AUTHENTICATOR_ENROLMENT,
    &VERIFY_MFA_AUTHENTICATOR_LEGACY,
    &VERIFY_MFA_EMAIL_CODE,
    &VERIFY_MFA_SMS,
    &VERIFY_MFA_SMS_ENROLMENT,
    &VERIFY_MFA_WEBAUTHN,
    &VERIFY_MFA_WEBAUTHN_ENROLMENT,
    &VERIFY_MY_EMAIL,
    &VERIFY_MY_EMAIL_CHANGE,
    &VERIFY_MY_MFA_AUTHENTICATOR_ENROLMENT,
    &VERIFY_MY_MFA_AUTHENTICATOR_ENROLMENT_LEGACY,
    &VERIFY_MY_MFA_SMS_ENROLMENT,
    &VERIFY_MY_MFA_WEBAUTHN_ENROLMENT,
    &VERIFY_MY_PASSKEY_REGISTRATION,
    &VERIFY_MY_PHONE_NUMBER,
    &VERIFY_MY_PHONE_NUMBER_CHANGE,
    &VERIFY_MY_PHONE_NUMBER_DELETION,
    &VERIFY_PASSWORD_RESET_BY_SMS,
    &VERIFY_PHONE_NUMBER_RESET,
    &VERIFY_TENANT_INVITATION,
    &VERIFY_USER,
    &VERIFY_USER_PASSWORD,
];
/// `POST /resources/users/v1/invitation/accept`
pub static ACCEPT_INVITATION: Operation = Operation::new(
    "accept_invitation",
    Method::POST,
    "/resources/users/v1/invitation/accept",
    "User Management",
);
/// `POST /resources/users/v1/invitation/accept/code`
pub static ACCEPT_INVITATION_WITH_CODE: Operation = Operation::new(
    "accept_invitation_with_code",
    Method::POST,
    "/resources/users/v1/invitation/accept/code",
    "User Management",
);
/// `POST /resources/users/v1/activate`
pub static ACTIVATE_USER: Operation = Operation::new(
    "activate_user",
    Method::POST,
    "/resources/users/v1/activate",
    "User Management",
);
/// `POST /resources/users/v1/activate/code`
pub static ACTIVATE_USER_WITH_CODE: Operation = Operation::new(
    "activate_user_with_code",
    Method::POST,
    "/resources/users/v1/activate/code",
    "User Management",
);
/// `POST /resources/groups/v1/{groupId}/roles`
pub static ADD_GROUP_ROLES: Operation = Operation::new(
    "add_group_roles",
    Method::POST,
    "/resources/groups/v1/{groupId}/roles",
    "User Groups",
);
/// `POST /resources/groups/v1/{groupId}/users`
pub static ADD_GROUP_USERS: Operation = Operation::new(
    "add_group_users",
    Method::POST,
    "/resources/groups/v1/{groupId}/users",
    "User Groups",
);
/// `POST /resources/sub-tenants/users/v2`
pub static ADD_SUB_ACCOUNT_USERS: Operation = Operation::new(
    "add_sub_account_users",
    Method::POST,
    "/resources/sub-tenants/users/v2",
    "User Management",
);
/// `POST /resources/users/v1/{userId}/roles`
pub static ADD_USER_ROLES: Operation = Operation::new(
    "add_user_roles",
    Method::POST,
    "/resources/users/v1/{userId}/roles",
    "User Management",
);
/// `POST /resources/sub-tenants/users/v1/{userId}/roles`
pub static ADD_USER_SUB_ACCOUNT_ROLES: Operation = Operation::new(
    "add_user_sub_account_roles",
    Method::POST,
    "/resources/sub-tenants/users/v1/{userId}/roles",
    "User Management",
);
/// `POST /resources/sub-tenants/users/v1`
pub static ADD_USER_SUB_ACCOUNTS: Operation = Operation::new(
    "add_user_sub_accounts",
    Method::POST,
    "/resources/sub-tenants/users/v1",
    "User Management",
);
/// `POST /resources/users/v1/{userId}/tenant`
pub static ADD_USER_TENANT: Operation = Operation::new(
    "add_user_tenant",
    Method::POST,
    "/resources/users/v1/{userId}/tenant",
    "Users",
);
/// `POST /resources/applications/v1`
pub static ASSIGN_APPLICATION_USERS: Operation = Operation::new(
    "assign_application_users",
    Method::POST,
    "/resources/applications/v1",
    "Users-applications Management",
);
/// `POST /resources/applications/v1/apps-user`
pub static ASSIGN_USER_APPLICATIONS: Operation = Operation::new(
    "assign_user_applications",
    Method::POST,
    "/resources/applications/v1/apps-user",
    "Users-applications Management",
);
/// `POST /resources/user-sources/v1/assign`
pub static ASSIGN_USER_SOURCE_APPLICATIONS: Operation = Operation::new(
    "assign_user_source_applications",
    Method::POST,
    "/resources/user-sources/v1/assign",
    "User Pools",
);
/// `POST /resources/auth/v2/api-token`
pub static AUTHENTICATE_API_TOKEN: Operation = Operation::new(
    "authenticate_api_token",
    Method::POST,
    "/resources/auth/v2/api-token",
    "API Token",
);
/// `POST /resources/auth/v1/api-token`
pub static AUTHENTICATE_API_TOKEN_V1: Operation = Operation::new(
    "authenticate_api_token_v1",
    Method::POST,
    "/resources/auth/v1/api-token",
    "API Token",
);
/// `POST /resources/auth/v1/passwordless/code/postlogin`
pub static COMPLETE_EMAIL_CODE_LOGIN: Operation = Operation::new(
    "complete_email_code_login",
    Method::POST,
    "/resources/auth/v1/passwordless/code/postlogin",
    "Passwordless",
);
/// `POST /resources/auth/v1/passwordless/magiclink/postlogin`
pub static COMPLETE_MAGIC_LINK_LOGIN: Operation = Operation::new(
    "complete_magic_link_login",
    Method::POST,
    "/resources/auth/v1/passwordless/magiclink/postlogin",
    "Passwordless",
);
/// `POST /resources/auth/v2/user/oidc/postlogin`
pub static COMPLETE_OIDC_LOGIN: Operation = Operation::new(
    "complete_oidc_login",
    Method::POST,
    "/resources/auth/v2/user/oidc/postlogin",
    "Single Sign-On",
);
/// `POST /resources/auth/v1/user/oidc/postlogin`
pub static COMPLETE_OIDC_LOGIN_V1: Operation = Operation::new(
    "complete_oidc_login_v1",
    Method::POST,
    "/resources/auth/v1/user/oidc/postlogin",
    "Single Sign-On",
);
/// `POST /resources/auth/v1/webauthn/postlogin`
pub static COMPLETE_PASSKEY_LOGIN: Operation = Operation::new(
    "complete_passkey_login",
    Method::POST,
    "/resources/auth/v1/webauthn/postlogin",
    "Passkeys",
);
/// `POST /resources/users/v1/passwords/reset/verify`
pub static COMPLETE_PASSWORD_RESET: Operation = Operation::new(
    "complete_password_reset",
    Method::POST,
    "/resources/users/v1/passwords/reset/verify",
    "Password Settings",
);
/// `PUT /resources/users/v1/phone/change`
pub static COMPLETE_PHONE_NUMBER_RESET: Operation = Operation::new(
    "complete_phone_number_reset",
    Method::PUT,
    "/resources/users/v1/phone/change",
    "SMS",
);
/// `POST /resources/auth/v1/user/saml/postlogin`
pub static COMPLETE_SAML_LOGIN: Operation = Operation::new(
    "complete_saml_login",
    Method::POST,
    "/resources/auth/v1/user/saml/postlogin",
    "Single Sign-On",
);
/// `POST /resources/auth/v1/passwordless/smscode/postlogin`
pub static COMPLETE_SMS_CODE_LOGIN: Operation = Operation::new(
    "complete_sms_code_login",
    Method::POST,
    "/resources/auth/v1/passwordless/smscode/postlogin",
    "Passwordless",
);
/// `POST /resources/auth/v1/user/sso/{identityProvider}/postlogin`
pub static COMPLETE_SOCIAL_LOGIN: Operation = Operation::new(
    "complete_social_login",
    Method::POST,
    "/resources/auth/v1/user/sso/{identityProvider}/postlogin",
    "Single Sign-On",
);
/// `POST /resources/tenants/users/v1/count`
pub static COUNT_TENANT_USERS: Operation = Operation::new(
    "count_tenant_users",
    Method::POST,
    "/resources/tenants/users/v1/count",
    "User Management",
);
/// `POST /resources/approval-flows/v1`
pub static CREATE_APPROVAL_FLOW: Operation = Operation::new(
    "create_approval_flow",
    Method::POST,
    "/resources/approval-flows/v1",
    "Approval Flows",
);
/// `POST /resources/user-sources/v1/external/auth0`
pub static CREATE_AUTH0_USER_SOURCE: Operation = Operation::new(
    "create_auth0_user_source",
    Method::POST,
    "/resources/user-sources/v1/external/auth0",
    "User Pools",
);
/// `POST /resources/configurations/v1/captcha-policy`
pub static CREATE_CAPTCHA_POLICY: Operation = Operation::new(
    "create_captcha_policy",
    Method::POST,
    "/resources/configurations/v1/captcha-policy",
    "Core Settings",
);
/// `POST /resources/user-sources/v1/external/cognito`
pub static CREATE_COGNITO_USER_SOURCE: Operation = Operation::new(
    "create_cognito_user_source",
    Method::POST,
    "/resources/user-sources/v1/external/cognito",
    "User Pools",
);
/// `POST /resources/user-sources/v1/external/custom-code`
pub static CREATE_CUSTOM_CODE_USER_SOURCE: Operation = Operation::new(
    "create_custom_code_user_source",
    Method::POST,
    "/resources/user-sources/v1/external/custom-code",
    "User Pools",
);
/// `POST /resources/sso/custom/v1`
pub static CREATE_CUSTOM_SOCIAL_PROVIDER: Operation = Operation::new(
    "create_custom_social_provider",
    Method::POST,
    "/resources/sso/custom/v1",
    "Custom Social OAuth Provider",
);
/// `POST /resources/configurations/restrictions/v1/email-domain`
pub static CREATE_EMAIL_DOMAIN_RESTRICTION: Operation = Operation::new(
    "create_email_domain_restriction",
    Method::POST,
    "/resources/configurations/restrictions/v1/email-domain",
    "Domain Restrictions",
);
/// `POST /resources/user-sources/v1/federation`
pub static CREATE_FEDERATION_USER_SOURCE: Operation = Operation::new(
    "create_federation_user_source",
    Method::POST,
    "/resources/user-sources/v1/federation",
    "User Pools",
);
/// `POST /resources/user-sources/v1/external/firebase`
pub static CREATE_FIREBASE_USER_SOURCE: Operation = Operation::new(
    "create_firebase_user_source",
    Method::POST,
    "/resources/user-sources/v1/external/firebase",
    "User Pools",
);
/// `POST /resources/groups/v1`
pub static CREATE_GROUP: Operation = Operation::new(
    "create_group",
    Method::POST,
    "/resources/groups/v1",
    "User Groups",
);
/// `POST /resources/configurations/v1/restrictions/ip`
pub static CREATE_IP_RESTRICTION: Operation = Operation::new(
    "create_ip_restriction",
    Method::POST,
    "/resources/configurations/v1/restrictions/ip",
    "IP Restrictions",
);
/// `POST /resources/configurations/v1/restrictions/ip/bulk`
pub static CREATE_IP_RESTRICTIONS_BULK: Operation = Operation::new(
    "create_ip_restrictions_bulk",
    Method::POST,
    "/resources/configurations/v1/restrictions/ip/bulk",
    "IP Restrictions",
);
/// `POST /resources/jwt-templates/v1`
pub static CREATE_JWT_TEMPLATE: Operation = Operation::new(
    "create_jwt_template",
    Method::POST,
    "/resources/jwt-templates/v1",
    "Core Settings",
);
/// `POST /resources/configurations/v1/jwt-template-targeting`
pub static CREATE_JWT_TEMPLATE_TARGETING: Operation = Operation::new(
    "create_jwt_template_targeting",
    Method::POST,
    "/resources/configurations/v1/jwt-template-targeting",
    "Core Settings",
);
/// `POST /resources/configurations/v1/lockout-policy`
pub static CREATE_LOCKOUT_POLICY: Operation = Operation::new(
    "create_lockout_policy",
    Method::POST,
    "/resources/configurations/v1/lockout-policy",
    "Lockout Policy",
);
/// `POST /resources/configurations/v1/mfa-policy`
pub static CREATE_MFA_POLICY: Operation = Operation::new(
    "create_mfa_policy",
    Method::POST,
    "/resources/configurations/v1/mfa-policy",
    "MFA Settings",
);
/// `POST /resources/users/emails/v1`
pub static CREATE_MY_EMAIL: Operation = Operation::new(
    "create_my_email",
    Method::POST,
    "/resources/users/emails/v1",
    "User Management",
);
/// `POST /resources/users/phone-numbers/v1`
pub static CREATE_MY_PHONE_NUMBER: Operation = Operation::new(
    "create_my_phone_number",
    Method::POST,
    "/resources/users/phone-numbers/v1",
    "SMS",
);
/// `POST /resources/users/v3/me/token`
pub static CREATE_MY_TENANT_JWT: Operation = Operation::new(
    "create_my_tenant_jwt",
    Method::POST,
    "/resources/users/v3/me/token",
    "User Management",
);
/// `POST /resources/usernames/v1`
pub static CREATE_MY_USERNAME: Operation = Operation::new(
    "create_my_username",
    Method::POST,
    "/resources/usernames/v1",
    "User Management",
);
/// `POST /resources/configurations/v1/password-history-policy`
pub static CREATE_PASSWORD_HISTORY_POLICY: Operation = Operation::new(
    "create_password_history_policy",
    Method::POST,
    "/resources/configurations/v1/password-history-policy",
    "Password Settings",
);
/// `POST /resources/permissions/v1/categories`
pub static CREATE_PERMISSION_CATEGORY: Operation = Operation::new(
    "create_permission_category",
    Method::POST,
    "/resources/permissions/v1/categories",
    "Permissions Categories",
);
/// `POST /resources/permissions/v1`
pub static CREATE_PERMISSIONS: Operation = Operation::new(
    "create_permissions",
    Method::POST,
    "/resources/permissions/v1",
    "Permissions",
);
/// `POST /resources/roles/v2`
pub static CREATE_ROLE: Operation = Operation::new(
    "create_role",
    Method::POST,
    "/resources/roles/v2",
    "Account Roles",
);
/// `POST /resources/roles/v1`
pub static CREATE_ROLES_V1: Operation = Operation::new(
    "create_roles_v1",
    Method::POST,
    "/resources/roles/v1",
    "Roles",
);
/// `POST /resources/tenants/access-tokens/v1`
pub static CREATE_TENANT_ACCESS_TOKEN: Operation = Operation::new(
    "create_tenant_access_token",
    Method::POST,
    "/resources/tenants/access-tokens/v1",
    "API Tokens",
);
/// `POST /resources/tenants/api-tokens/v2`
pub static CREATE_TENANT_API_TOKEN: Operation = Operation::new(
    "create_tenant_api_token",
    Method::POST,
    "/resources/tenants/api-tokens/v2",
    "API Tokens",
);
/// `POST /resources/tenants/api-tokens/v1`
pub static CREATE_TENANT_API_TOKEN_V1: Operation = Operation::new(
    "create_tenant_api_token_v1",
    Method::POST,
    "/resources/tenants/api-tokens/v1",
    "API Tokens",
);
/// `POST /resources/tenants/invites/v1`
pub static CREATE_TENANT_INVITATION: Operation = Operation::new(
    "create_tenant_invitation",
    Method::POST,
    "/resources/tenants/invites/v1",
    "Account Invitations Settings",
);
/// `POST /resources/users/v2`
pub static CREATE_USER: Operation = Operation::new(
    "create_user",
    Method::POST,
    "/resources/users/v2",
    "User Management",
);
/// `POST /resources/users/access-tokens/v1`
pub static CREATE_USER_ACCESS_TOKEN: Operation = Operation::new(
    "create_user_access_token",
    Method::POST,
    "/resources/users/access-tokens/v1",
    "Personal Tokens",
);
/// `POST /resources/users/v1/{userId}/links/generate-activation-token`
pub static CREATE_USER_ACTIVATION_LINK: Operation = Operation::new(
    "create_user_activation_link",
    Method::POST,
    "/resources/users/v1/{userId}/links/generate-activation-token",
    "Users",
);
/// `POST /resources/users/api-tokens/v1`
pub static CREATE_USER_API_TOKEN: Operation = Operation::new(
    "create_user_api_token",
    Method::POST,
    "/resources/users/api-tokens/v1",
    "Personal Tokens",
);
/// `POST /resources/vendor-only/users/v1`
pub static CREATE_USER_AS_VENDOR: Operation = Operation::new(
    "create_user_as_vendor",
    Method::POST,
    "/resources/vendor-only/users/v1",
    "Users",
);
/// `POST /resources/users/emails/v1/vendor/{userId}`
pub static CREATE_USER_EMAIL: Operation = Operation::new(
    "create_user_email",
    Method::POST,
    "/resources/users/emails/v1/vendor/{userId}",
    "User Management",
);
/// `POST /resources/tenants/invites/v2/user`
pub static CREATE_USER_INVITATION: Operation = Operation::new(
    "create_user_invitation",
    Method::POST,
    "/resources/tenants/invites/v2/user",
    "Account Invitations",
);
/// `POST /resources/tenants/invites/v1/user`
pub static CREATE_USER_INVITATION_V1: Operation = Operation::new(
    "create_user_invitation_v1",
    Method::POST,
    "/resources/tenants/invites/v1/user",
    "Account Invitations",
);
/// `POST /resources/users/v1/{userId}/links/generate-password-reset-token`
pub static CREATE_USER_PASSWORD_RESET_LINK: Operation = Operation::new(
    "create_user_password_reset_link",
    Method::POST,
    "/resources/users/v1/{userId}/links/generate-password-reset-token",
    "Users",
);
/// `POST /resources/users/phone-numbers/v1/vendor/{userId}`
pub static CREATE_USER_PHONE_NUMBER: Operation = Operation::new(
    "create_user_phone_number",
    Method::POST,
    "/resources/users/phone-numbers/v1/vendor/{userId}",
    "Users",
);
/// `POST /resources/users/v1`
pub static CREATE_USER_V1: Operation = Operation::new(
    "create_user_v1",
    Method::POST,
    "/resources/users/v1",
    "User Management",
);
/// `DELETE /resources/users/sessions/v1/me/all`
pub static DELETE_ALL_MY_SESSIONS: Operation = Operation::new(
    "delete_all_my_sessions",
    Method::DELETE,
    "/resources/users/sessions/v1/me/all",
    "User Sessions",
);
/// `DELETE /resources/approval-flows/v1/{id}`
pub static DELETE_APPROVAL_FLOW: Operation = Operation::new(
    "delete_approval_flow",
    Method::DELETE,
    "/resources/approval-flows/v1/{id}",
    "Approval Flows",
);
/// `DELETE /resources/sso/custom/v1/{id}`
pub static DELETE_CUSTOM_SOCIAL_PROVIDER: Operation = Operation::new(
    "delete_custom_social_provider",
    Method::DELETE,
    "/resources/sso/custom/v1/{id}",
    "Custom Social OAuth Provider",
);
/// `DELETE /resources/mail/v1/configurations`
pub static DELETE_EMAIL_CONFIGURATION: Operation = Operation::new(
    "delete_email_configuration",
    Method::DELETE,
    "/resources/mail/v1/configurations",
    "Email Configuration",
);
/// `DELETE /resources/configurations/restrictions/v1/email-domain/{id}`
pub static DELETE_EMAIL_DOMAIN_RESTRICTION: Operation = Operation::new(
    "delete_email_domain_restriction",
    Method::DELETE,
    "/resources/configurations/restrictions/v1/email-domain/{id}",
    "Domain Restrictions",
);
/// `DELETE /resources/mail/v1/configs/templates/{templateId}`
pub static DELETE_EMAIL_TEMPLATE: Operation = Operation::new(
    "delete_email_template",
    Method::DELETE,
    "/resources/mail/v1/configs/templates/{templateId}",
    "Email Templates",
);
/// `DELETE /resources/groups/v1/{id}`
pub static DELETE_GROUP: Operation = Operation::new(
    "delete_group",
    Method::DELETE,
    "/resources/groups/v1/{id}",
    "User Groups",
);
/// `DELETE /resources/configurations/v1/restrictions/ip/{id}`
pub static DELETE_IP_RESTRICTION: Operation = Operation::new(
    "delete_ip_restriction",
    Method::DELETE,
    "/resources/configurations/v1/restrictions/ip/{id}",
    "IP Restrictions",
);
/// `DELETE /resources/jwt-templates/v1/{id}`
pub static DELETE_JWT_TEMPLATE: Operation = Operation::new(
    "delete_jwt_template",
    Method::DELETE,
    "/resources/jwt-templates/v1/{id}",
    "Core Settings",
);
/// `DELETE /resources/configurations/v1/jwt-template-targeting/{id}`
pub static DELETE_JWT_TEMPLATE_TARGETING: Operation = Operation::new(
    "delete_jwt_template_targeting",
    Method::DELETE,
    "/resources/configurations/v1/jwt-template-targeting/{id}",
    "Core Settings",
);
/// `DELETE /resources/users/emails/v1/{emailId}`
pub static DELETE_MY_EMAIL: Operation = Operation::new(
    "delete_my_email",
    Method::DELETE,
    "/resources/users/emails/v1/{emailId}",
    "User Management",
);
/// `DELETE /resources/users/webauthn/v1/devices/{deviceId}`
pub static DELETE_MY_PASSKEY: Operation = Operation::new(
    "delete_my_passkey",
    Method::DELETE,
    "/resources/users/webauthn/v1/devices/{deviceId}",
    "Passkeys",
);
/// `DELETE /resources/users/sessions/v1/me/{id}`
pub static DELETE_MY_SESSION: Operation = Operation::new(
    "delete_my_session",
    Method::DELETE,
    "/resources/users/sessions/v1/me/{id}",
    "User Sessions",
);
/// `DELETE /resources/usernames/v1/{username}`
pub static DELETE_MY_USERNAME: Operation = Operation::new(
    "delete_my_username",
    Method::DELETE,
    "/resources/usernames/v1/{username}",
    "User Management",
);
/// `DELETE /resources/permissions/v1/{permissionId}`
pub static DELETE_PERMISSION: Operation = Operation::new(
    "delete_permission",
    Method::DELETE,
    "/resources/permissions/v1/{permissionId}",
    "Permissions",
);
/// `DELETE /resources/permissions/v1/categories/{categoryId}`
pub static DELETE_PERMISSION_CATEGORY: Operation = Operation::new(
    "delete_permission_category",
    Method::DELETE,
    "/resources/permissions/v1/categories/{categoryId}",
    "Permissions Categories",
);
/// `DELETE /resources/roles/v1/{roleId}`
pub static DELETE_ROLE: Operation = Operation::new(
    "delete_role",
    Method::DELETE,
    "/resources/roles/v1/{roleId}",
    "Roles",
);
/// `DELETE /resources/configurations/v1/sms`
pub static DELETE_SMS_CONFIGURATION: Operation = Operation::new(
    "delete_sms_configuration",
    Method::DELETE,
    "/resources/configurations/v1/sms",
    "SMS Configuration",
);
/// `DELETE /resources/configurations/v1/sms/templates/{type}`
pub static DELETE_SMS_TEMPLATE: Operation = Operation::new(
    "delete_sms_template",
    Method::DELETE,
    "/resources/configurations/v1/sms/templates/{type}",
    "SMS Templates",
);
/// `DELETE /resources/tenants/access-tokens/v1/{id}`
pub static DELETE_TENANT_ACCESS_TOKEN: Operation = Operation::new(
    "delete_tenant_access_token",
    Method::DELETE,
    "/resources/tenants/access-tokens/v1/{id}",
    "API Tokens",
);
/// `DELETE /resources/tenants/api-tokens/v1/{id}`
pub static DELETE_TENANT_API_TOKEN: Operation = Operation::new(
    "delete_tenant_api_token",
    Method::DELETE,
    "/resources/tenants/api-tokens/v1/{id}",
    "API Tokens",
);
/// `DELETE /resources/tenants/invites/v1/token/{id}`
pub static DELETE_TENANT_INVITATION: Operation = Operation::new(
    "delete_tenant_invitation",
    Method::DELETE,
    "/resources/tenants/invites/v1/token/{id}",
    "Account Invitations Settings",
);
/// `DELETE /resources/users/v1/{userId}`
pub static DELETE_USER: Operation = Operation::new(
    "delete_user",
    Method::DELETE,
    "/resources/users/v1/{userId}",
    "User Management",
);
/// `DELETE /resources/users/access-tokens/v1/{id}`
pub static DELETE_USER_ACCESS_TOKEN: Operation = Operation::new(
    "delete_user_access_token",
    Method::DELETE,
    "/resources/users/access-tokens/v1/{id}",
    "Personal Tokens",
);
/// `DELETE /resources/users/api-tokens/v1/{id}`
pub static DELETE_USER_API_TOKEN: Operation = Operation::new(
    "delete_user_api_token",
    Method::DELETE,
    "/resources/users/api-tokens/v1/{id}",
    "Personal Tokens",
);
/// `DELETE /resources/users/emails/v1/vendor/{userId}/{emailId}`
pub static DELETE_USER_EMAIL: Operation = Operation::new(
    "delete_user_email",
    Method::DELETE,
    "/resources/users/emails/v1/vendor/{userId}/{emailId}",
    "User Management",
);
/// `DELETE /resources/tenants/invites/v1/user`
pub static DELETE_USER_INVITATION: Operation = Operation::new(
    "delete_user_invitation",
    Method::DELETE,
    "/resources/tenants/invites/v1/user",
    "Account Invitations",
);
/// `DELETE /resources/users/phone-numbers/v1/vendor/{userId}/{phoneId}`
pub static DELETE_USER_PHONE_NUMBER: Operation = Operation::new(
    "delete_user_phone_number",
    Method::DELETE,
    "/resources/users/phone-numbers/v1/vendor/{userId}/{phoneId}",
    "Users",
);
/// `DELETE /resources/user-sources/v1/{id}`
pub static DELETE_USER_SOURCE: Operation = Operation::new(
    "delete_user_source",
    Method::DELETE,
    "/resources/user-sources/v1/{id}",
    "User Pools",
);
/// `POST /resources/auth/v1/user/mfa/recover`
pub static DISABLE_MFA_WITH_RECOVERY_CODE: Operation = Operation::new(
    "disable_mfa_with_recovery_code",
    Method::POST,
    "/resources/auth/v1/user/mfa/recover",
    "MFA",
);
/// `POST /resources/users/v1/mfa/authenticator/{deviceId}/disable/verify`
pub static DISABLE_MY_MFA_AUTHENTICATOR_DEVICE: Operation = Operation::new(
    "disable_my_mfa_authenticator_device",
    Method::POST,
    "/resources/users/v1/mfa/authenticator/{deviceId}/disable/verify",
    "MFA",
);
/// `POST /resources/users/v1/mfa/disable`
pub static DISABLE_MY_MFA_AUTHENTICATOR_LEGACY: Operation = Operation::new(
    "disable_my_mfa_authenticator_legacy",
    Method::POST,
    "/resources/users/v1/mfa/disable",
    "MFA",
);
/// `POST /resources/users/v1/mfa/sms/{deviceId}/disable/verify`
pub static DISABLE_MY_MFA_SMS: Operation = Operation::new(
    "disable_my_mfa_sms",
    Method::POST,
    "/resources/users/v1/mfa/sms/{deviceId}/disable/verify",
    "MFA",
);
/// `POST /resources/users/v1/mfa/webauthn/{deviceId}/disable/verify`
pub static DISABLE_MY_MFA_WEBAUTHN: Operation = Operation::new(
    "disable_my_mfa_webauthn",
    Method::POST,
    "/resources/users/v1/mfa/webauthn/{deviceId}/disable/verify",
    "MFA",
);
/// `POST /resources/tenants/users/v1/{userId}/disable`
pub static DISABLE_TENANT_USER: Operation = Operation::new(
    "disable_tenant_user",
    Method::POST,
    "/resources/tenants/users/v1/{userId}/disable",
    "User Management",
);
/// `POST /resources/vendor-only/users/v1/{userId}/mfa/unenroll`
pub static DISABLE_USER_MFA: Operation = Operation::new(
    "disable_user_mfa",
    Method::POST,
    "/resources/vendor-only/users/v1/{userId}/mfa/unenroll",
    "Users",
);
/// `POST /resources/tenants/users/v1/{userId}/enable`
pub static ENABLE_TENANT_USER: Operation = Operation::new(
    "enable_tenant_user",
    Method::POST,
    "/resources/tenants/users/v1/{userId}/enable",
    "User Management",
);
/// `POST /resources/approval-flows/v1/{id}/execute`
pub static EXECUTE_APPROVAL_FLOW: Operation = Operation::new(
    "execute_approval_flow",
    Method::POST,
    "/resources/approval-flows/v1/{id}/execute",
    "Approval Flows",
);
/// `POST /resources/approval-flows/v1/step-up/execute`
pub static EXECUTE_STEP_UP_APPROVAL_FLOW: Operation = Operation::new(
    "execute_step_up_approval_flow",
    Method::POST,
    "/resources/approval-flows/v1/step-up/execute",
    "Approval Flows",
);
/// `GET /resources/configurations/v1/activation/strategies`
pub static GET_ACTIVATION_STRATEGY: Operation = Operation::new(
    "get_activation_strategy",
    Method::GET,
    "/resources/configurations/v1/activation/strategies",
    "Account Invitations Settings",
);
/// `GET /resources/approval-flows/v1/{id}`
pub static GET_APPROVAL_FLOW: Operation = Operation::new(
    "get_approval_flow",
    Method::GET,
    "/resources/approval-flows/v1/{id}",
    "Approval Flows",
);
/// `GET /resources/approval-flows/v1/execution-data`
pub static GET_APPROVAL_FLOW_EXECUTION: Operation = Operation::new(
    "get_approval_flow_execution",
    Method::GET,
    "/resources/approval-flows/v1/execution-data",
    "Approval Flows",
);
/// `GET /resources/configurations/v1/auth/strategies`
pub static GET_AUTH_STRATEGIES: Operation = Operation::new(
    "get_auth_strategies",
    Method::GET,
    "/resources/configurations/v1/auth/strategies",
    "Core Settings",
);
/// `GET /resources/configurations/v1/basic`
pub static GET_BASIC_IDENTITY_CONFIGURATION: Operation = Operation::new(
    "get_basic_identity_configuration",
    Method::GET,
    "/resources/configurations/v1/basic",
    "Core Settings",
);
/// `GET /resources/users/bulk/v1/status/{id}`
pub static GET_BULK_INVITATION_STATUS: Operation = Operation::new(
    "get_bulk_invitation_status",
    Method::GET,
    "/resources/users/bulk/v1/status/{id}",
    "Users",
);
/// `GET /resources/migrations/v1/local/bulk/status/{migrationId}`
pub static GET_BULK_MIGRATION_STATUS: Operation = Operation::new(
    "get_bulk_migration_status",
    Method::GET,
    "/resources/migrations/v1/local/bulk/status/{migrationId}",
    "Data Migration",
);
/// `GET /resources/vendor-only/users/v1/bulk-roles/status/{taskId}`
pub static GET_BULK_ROLE_UPDATE_STATUS: Operation = Operation::new(
    "get_bulk_role_update_status",
    Method::GET,
    "/resources/vendor-only/users/v1/bulk-roles/status/{taskId}",
    "Users",
);
/// `GET /resources/configurations/v1/captcha-policy`
pub static GET_CAPTCHA_POLICY: Operation = Operation::new(
    "get_captcha_policy",
    Method::GET,
    "/resources/configurations/v1/captcha-policy",
    "Core Settings",
);
/// `GET /resources/mail/v1/configs/{type}/default`
pub static GET_DEFAULT_EMAIL_TEMPLATE: Operation = Operation::new(
    "get_default_email_template",
    Method::GET,
    "/resources/mail/v1/configs/{type}/default",
    "Email Templates",
);
/// `GET /resources/configurations/v1/sms/templates/{type}/default`
pub static GET_DEFAULT_SMS_TEMPLATE: Operation = Operation::new(
    "get_default_sms_template",
    Method::GET,
    "/resources/configurations/v1/sms/templates/{type}/default",
    "SMS Templates",
);
/// `GET /resources/configurations/v1/delegation`
pub static GET_DELEGATION_CONFIGURATION: Operation = Operation::new(
    "get_delegation_configuration",
    Method::GET,
    "/resources/configurations/v1/delegation",
    "Delegation",
);
/// `GET /resources/mail/v1/configurations`
pub static GET_EMAIL_CONFIGURATION: Operation = Operation::new(
    "get_email_configuration",
    Method::GET,
    "/resources/mail/v1/configurations",
    "Email Configuration",
);
/// `GET /resources/configurations/restrictions/v1/email-domain/config`
pub static GET_EMAIL_DOMAIN_RESTRICTION_CONFIGURATION: Operation = Operation::new(
    "get_email_domain_restriction_configuration",
    Method::GET,
    "/resources/configurations/restrictions/v1/email-domain/config",
    "Domain Restrictions",
);
/// `GET /resources/groups/v1/{id}`
pub static GET_GROUP: Operation = Operation::new(
    "get_group",
    Method::GET,
    "/resources/groups/v1/{id}",
    "User Groups",
);
/// `GET /resources/groups/v1/config`
pub static GET_GROUP_CONFIGURATION: Operation = Operation::new(
    "get_group_configuration",
    Method::GET,
    "/resources/groups/v1/config",
    "User Groups",
);
/// `GET /resources/configurations/v1`
pub static GET_IDENTITY_CONFIGURATION: Operation = Operation::new(
    "get_identity_configuration",
    Method::GET,
    "/resources/configurations/v1",
    "Core Settings",
);
/// `GET /resources/configurations/v1/invitation/strategies`
pub static GET_INVITATION_STRATEGY: Operation = Operation::new(
    "get_invitation_strategy",
    Method::GET,
    "/resources/configurations/v1/invitation/strategies",
    "Account Invitations Settings",
);
/// `GET /resources/configurations/v1/restrictions/ip/config`
pub static GET_IP_RESTRICTION_CONFIGURATION: Operation = Operation::new(
    "get_ip_restriction_configuration",
    Method::GET,
    "/resources/configurations/v1/restrictions/ip/config",
    "IP Restrictions",
);
/// `GET /resources/jwt-templates/v1/{id}`
pub static GET_JWT_TEMPLATE: Operation = Operation::new(
    "get_jwt_template",
    Method::GET,
    "/resources/jwt-templates/v1/{id}",
    "Core Settings",
);
/// `GET /resources/configurations/v1/jwt-template-targeting`
pub static GET_JWT_TEMPLATE_TARGETING: Operation = Operation::new(
    "get_jwt_template_targeting",
    Method::GET,
    "/resources/configurations/v1/jwt-template-targeting",
    "Core Settings",
);
/// `GET /resources/configurations/v1/lockout-policy`
pub static GET_LOCKOUT_POLICY: Operation = Operation::new(
    "get_lockout_policy",
    Method::GET,
    "/resources/configurations/v1/lockout-policy",
    "Lockout Policy",
);
/// `GET /resources/configurations/v1/lockout-policy/vendor`
pub static GET_LOCKOUT_POLICY_AS_VENDOR: Operation = Operation::new(
    "get_lockout_policy_as_vendor",
    Method::GET,
    "/resources/configurations/v1/lockout-policy/vendor",
    "Lockout Policy",
);
/// `GET /resources/configurations/v1/mfa`
pub static GET_MFA_CONFIGURATION: Operation = Operation::new(
    "get_mfa_configuration",
    Method::GET,
    "/resources/configurations/v1/mfa",
    "MFA Configuration",
);
/// `GET /resources/configurations/v1/mfa-policy`
pub static GET_MFA_POLICY: Operation = Operation::new(
    "get_mfa_policy",
    Method::GET,
    "/resources/configurations/v1/mfa-policy",
    "MFA Settings",
);
/// `GET /resources/configurations/v1/mfa-policy/vendor`
pub static GET_MFA_POLICY_AS_VENDOR: Operation = Operation::new(
    "get_mfa_policy_as_vendor",
    Method::GET,
    "/resources/configurations/v1/mfa-policy/vendor",
    "MFA Settings",
);
/// `GET /resources/configurations/v1/mfa-policy/allow-remember-device`
pub static GET_MFA_REMEMBER_DEVICE_POLICY: Operation = Operation::new(
    "get_mfa_remember_device_policy",
    Method::GET,
    "/resources/configurations/v1/mfa-policy/allow-remember-device",
    "MFA",
);
/// `GET /resources/users/v1/me/authorization`
pub static GET_MY_AUTHORIZATION: Operation = Operation::new(
    "get_my_authorization",
    Method::GET,
    "/resources/users/v1/me/authorization",
    "User Management",
);
/// `GET /resources/users/sessions/v1/me/current`
pub static GET_MY_CURRENT_SESSION: Operation = Operation::new(
    "get_my_current_session",
    Method::GET,
    "/resources/users/sessions/v1/me/current",
    "User Sessions",
);
/// `GET /resources/users/v3/me`
pub static GET_MY_PROFILE: Operation = Operation::new(
    "get_my_profile",
    Method::GET,
    "/resources/users/v3/me",
    "User Management",
);
/// `GET /resources/users/v2/me`
pub static GET_MY_PROFILE_V2: Operation = Operation::new(
    "get_my_profile_v2",
    Method::GET,
    "/resources/users/v2/me",
    "User Management",
);
/// `GET /resources/users/v2/me/hierarchy`
pub static GET_MY_TENANT_HIERARCHY: Operation = Operation::new(
    "get_my_tenant_hierarchy",
    Method::GET,
    "/resources/users/v2/me/hierarchy",
    "User Management",
);
/// `GET /resources/configurations/v1/password-history-policy`
pub static GET_PASSWORD_HISTORY_POLICY: Operation = Operation::new(
    "get_password_history_policy",
    Method::GET,
    "/resources/configurations/v1/password-history-policy",
    "Password Settings",
);
/// `GET /resources/configurations/v1/password-history-policy/vendor`
pub static GET_PASSWORD_HISTORY_POLICY_AS_VENDOR: Operation = Operation::new(
    "get_password_history_policy_as_vendor",
    Method::GET,
    "/resources/configurations/v1/password-history-policy/vendor",
    "Password Settings",
);
/// `GET /resources/configurations/v1/password`
pub static GET_PASSWORD_POLICY: Operation = Operation::new(
    "get_password_policy",
    Method::GET,
    "/resources/configurations/v1/password",
    "Password Settings",
);
/// `GET /resources/configurations/v1/password-rotation`
pub static GET_PASSWORD_ROTATION: Operation = Operation::new(
    "get_password_rotation",
    Method::GET,
    "/resources/configurations/v1/password-rotation",
    "Password Settings",
);
/// `GET /resources/configurations/v1/password-rotation/vendor`
pub static GET_PASSWORD_ROTATION_AS_VENDOR: Operation = Operation::new(
    "get_password_rotation_as_vendor",
    Method::GET,
    "/resources/configurations/v1/password-rotation/vendor",
    "Password Settings",
);
/// `GET /resources/configurations/v1/auth/strategies/public`
pub static GET_PUBLIC_AUTH_STRATEGIES: Operation = Operation::new(
    "get_public_auth_strategies",
    Method::GET,
    "/resources/configurations/v1/auth/strategies/public",
    "Core Settings",
);
/// `GET /resources/configurations/v1/captcha-policy/public`
pub static GET_PUBLIC_CAPTCHA_POLICY: Operation = Operation::new(
    "get_public_captcha_policy",
    Method::GET,
    "/resources/configurations/v1/captcha-policy/public",
    "Core Settings",
);
/// `GET /resources/configurations/v1/public`
pub static GET_PUBLIC_IDENTITY_CONFIGURATION: Operation = Operation::new(
    "get_public_identity_configuration",
    Method::GET,
    "/resources/configurations/v1/public",
    "Core Settings",
);
/// `GET /resources/configurations/sessions/v1`
pub static GET_SESSION_CONFIGURATION: Operation = Operation::new(
    "get_session_configuration",
    Method::GET,
    "/resources/configurations/sessions/v1",
    "Sessions Management",
);
/// `GET /resources/configurations/sessions/v1/vendor`
pub static GET_SESSION_CONFIGURATION_AS_VENDOR: Operation = Operation::new(
    "get_session_configuration_as_vendor",
    Method::GET,
    "/resources/configurations/sessions/v1/vendor",
    "Sessions Configuration",
);
/// `GET /resources/configurations/v1/sms`
pub static GET_SMS_CONFIGURATION: Operation = Operation::new(
    "get_sms_configuration",
    Method::GET,
    "/resources/configurations/v1/sms",
    "SMS Configuration",
);
/// `GET /resources/configurations/v1/sms/templates/{type}`
pub static GET_SMS_TEMPLATE: Operation = Operation::new(
    "get_sms_template",
    Method::GET,
    "/resources/configurations/v1/sms/templates/{type}",
    "SMS Templates",
);
/// `GET /resources/users/temporary/v1/configuration`
pub static GET_TEMPORARY_USER_CONFIGURATION: Operation = Operation::new(
    "get_temporary_user_configuration",
    Method::GET,
    "/resources/users/temporary/v1/configuration",
    "User Management",
);
/// `GET /resources/vendor-only/tenants/access-tokens/v1/{id}`
pub static GET_TENANT_ACCESS_TOKEN: Operation = Operation::new(
    "get_tenant_access_token",
    Method::GET,
    "/resources/vendor-only/tenants/access-tokens/v1/{id}",
    "M2M Tokens",
);
/// `GET /resources/tenants/invites/v1/configuration`
pub static GET_TENANT_INVITATION_CONFIGURATION: Operation = Operation::new(
    "get_tenant_invitation_configuration",
    Method::GET,
    "/resources/tenants/invites/v1/configuration",
    "Account Invitations",
);
/// `GET /resources/users/v1/{id}`
pub static GET_USER: Operation = Operation::new(
    "get_user",
    Method::GET,
    "/resources/users/v1/{id}",
    "Users",
);
/// `GET /resources/vendor-only/users/access-tokens/v1/{id}`
pub static GET_USER_ACCESS_TOKEN: Operation = Operation::new(
    "get_user_access_token",
    Method::GET,
    "/resources/vendor-only/users/access-tokens/v1/{id}",
    "M2M Tokens",
);
/// `GET /resources/users/v1/activate/strategy`
pub static GET_USER_ACTIVATION_STRATEGY: Operation = Operation::new(
    "get_user_activation_strategy",
    Method::GET,
    "/resources/users/v1/activate/strategy",
    "User Management",
);
/// `GET /resources/vendor-only/users/v1/{userId}`
pub static GET_USER_AS_VENDOR: Operation = Operation::new(
    "get_user_as_vendor",
    Method::GET,
    "/resources/vendor-only/users/v1/{userId}",
    "Users",
);
/// `GET /resources/users/v1/email`
pub static GET_USER_BY_EMAIL: Operation = Operation::new(
    "get_user_by_email",
    Method::GET,
    "/resources/users/v1/email",
    "Users",
);
/// `GET /resources/configurations/v1/user-emails-policy`
pub static GET_USER_EMAILS_POLICY: Operation = Operation::new(
    "get_user_emails_policy",
    Method::GET,
    "/resources/configurations/v1/user-emails-policy",
    "User Emails Policy",
);
/// `GET /resources/tenants/invites/v1/user`
pub static GET_USER_INVITATION: Operation = Operation::new(
    "get_user_invitation",
    Method::GET,
    "/resources/tenants/invites/v1/user",
    "Account Invitations",
);
/// `GET /resources/users/v1/passwords/config`
pub static GET_USER_PASSWORD_POLICY: Operation = Operation::new(
    "get_user_password_policy",
    Method::GET,
    "/resources/users/v1/passwords/config",
    "Password Settings",
);
/// `GET /resources/user-sources/v1/{id}`
pub static GET_USER_SOURCE: Operation = Operation::new(
    "get_user_source",
    Method::GET,
    "/resources/user-sources/v1/{id}",
    "User Pools",
);
/// `POST /resources/users/bulk/v1/invite`
pub static INVITE_USERS: Operation = Operation::new(
    "invite_users",
    Method::POST,
    "/resources/users/bulk/v1/invite",
    "Users",
);
/// `GET /resources/vendor-only/tenants/access-tokens/v1/active`
pub static LIST_ACTIVE_TENANT_ACCESS_TOKENS: Operation = Operation::new(
    "list_active_tenant_access_tokens",
    Method::GET,
    "/resources/vendor-only/tenants/access-tokens/v1/active",
    "M2M Tokens",
);
/// `GET /resources/vendor-only/users/access-tokens/v1/active`
pub static LIST_ACTIVE_USER_ACCESS_TOKENS: Operation = Operation::new(
    "list_active_user_access_tokens",
    Method::GET,
    "/resources/vendor-only/users/access-tokens/v1/active",
    "M2M Tokens",
);
/// `GET /resources/applications/v1/{appId}/users`
pub static LIST_APPLICATION_USERS: Operation = Operation::new(
    "list_application_users",
    Method::GET,
    "/resources/applications/v1/{appId}/users",
    "Users-applications Management",
);
/// `GET /resources/applications/v1/apps-users`
pub static LIST_APPLICATION_USERS_BULK: Operation = Operation::new(
    "list_application_users_bulk",
    Method::GET,
    "/resources/applications/v1/apps-users",
    "Users-applications Management",
);
/// `GET /resources/approval-flows/v1`
pub static LIST_APPROVAL_FLOWS: Operation = Operation::new(
    "list_approval_flows",
    Method::GET,
    "/resources/approval-flows/v1",
    "Approval Flows",
);
/// `GET /resources/sso/custom/v1`
pub static LIST_CUSTOM_SOCIAL_PROVIDERS: Operation = Operation::new(
    "list_custom_social_providers",
    Method::GET,
    "/resources/sso/custom/v1",
    "Custom Social OAuth Provider",
);
/// `GET /resources/configurations/v1/sms/templates/default/all`
pub static LIST_DEFAULT_SMS_TEMPLATES: Operation = Operation::new(
    "list_default_sms_templates",
    Method::GET,
    "/resources/configurations/v1/sms/templates/default/all",
    "SMS Templates",
);
/// `GET /resources/configurations/restrictions/v1/email-domain`
pub static LIST_EMAIL_DOMAIN_RESTRICTIONS: Operation = Operation::new(
    "list_email_domain_restrictions",
    Method::GET,
    "/resources/configurations/restrictions/v1/email-domain",
    "Domain Restrictions",
);
/// `GET /resources/mail/v1/configs/templates`
pub static LIST_EMAIL_TEMPLATES: Operation = Operation::new(
    "list_email_templates",
    Method::GET,
    "/resources/mail/v1/configs/templates",
    "Email Templates",
);
/// `GET /resources/groups/v2`
pub static LIST_GROUPS: Operation = Operation::new(
    "list_groups",
    Method::GET,
    "/resources/groups/v2",
    "User Groups",
);
/// `POST /resources/groups/v1/bulkGet`
pub static LIST_GROUPS_BY_IDS: Operation = Operation::new(
    "list_groups_by_ids",
    Method::POST,
    "/resources/groups/v1/bulkGet",
    "User Groups",
);
/// `GET /resources/groups/v1`
pub static LIST_GROUPS_V1: Operation = Operation::new(
    "list_groups_v1",
    Method::GET,
    "/resources/groups/v1",
    "User Groups",
);
/// `GET /resources/configurations/v1/restrictions/ip`
pub static LIST_IP_RESTRICTIONS: Operation = Operation::new(
    "list_ip_restrictions",
    Method::GET,
    "/resources/configurations/v1/restrictions/ip",
    "IP Restrictions",
);
/// `GET /resources/jwt-templates/v1`
pub static LIST_JWT_TEMPLATES: Operation = Operation::new(
    "list_jwt_templates",
    Method::GET,
    "/resources/jwt-templates/v1",
    "Core Settings",
);
/// `GET /resources/configurations/v1/mfa/strategies`
pub static LIST_MFA_STRATEGIES: Operation = Operation::new(
    "list_mfa_strategies",
    Method::GET,
    "/resources/configurations/v1/mfa/strategies",
    "MFA Settings",
);
/// `GET /resources/applications/user-tenants/active/v1`
pub static LIST_MY_APPLICATION_ACTIVE_TENANTS: Operation = Operation::new(
    "list_my_application_active_tenants",
    Method::GET,
    "/resources/applications/user-tenants/active/v1",
    "Users-applications Management",
);
/// `GET /resources/users/emails/v1/me`
pub static LIST_MY_EMAILS: Operation = Operation::new(
    "list_my_emails",
    Method::GET,
    "/resources/users/emails/v1/me",
    "User Management",
);
/// `GET /resources/users/v1/mfa/devices`
pub static LIST_MY_MFA_DEVICES: Operation = Operation::new(
    "list_my_mfa_devices",
    Method::GET,
    "/resources/users/v1/mfa/devices",
    "MFA",
);
/// `GET /resources/users/webauthn/v1/devices`
pub static LIST_MY_PASSKEYS: Operation = Operation::new(
    "list_my_passkeys",
    Method::GET,
    "/resources/users/webauthn/v1/devices",
    "Passkeys",
);
/// `GET /resources/users/phone-numbers/v1/me`
pub static LIST_MY_PHONE_NUMBERS: Operation = Operation::new(
    "list_my_phone_numbers",
    Method::GET,
    "/resources/users/phone-numbers/v1/me",
    "SMS",
);
/// `GET /resources/users/sessions/v1/me`
pub static LIST_MY_SESSIONS: Operation = Operation::new(
    "list_my_sessions",
    Method::GET,
    "/resources/users/sessions/v1/me",
    "User Sessions",
);
/// `GET /resources/users/v3/me/tenants`
pub static LIST_MY_TENANTS: Operation = Operation::new(
    "list_my_tenants",
    Method::GET,
    "/resources/users/v3/me/tenants",
    "User Management",
);
/// `GET /resources/users/v1/me/tenants`
pub static LIST_MY_TENANTS_V1: Operation = Operation::new(
    "list_my_tenants_v1",
    Method::GET,
    "/resources/users/v1/me/tenants",
    "User Management",
);
/// `GET /resources/users/v2/me/tenants`
pub static LIST_MY_TENANTS_V2: Operation = Operation::new(
    "list_my_tenants_v2",
    Method::GET,
    "/resources/users/v2/me/tenants",
    "User Management",
);
/// `GET /resources/usernames/v1/me`
pub static LIST_MY_USERNAMES: Operation = Operation::new(
    "list_my_usernames",
    Method::GET,
    "/resources/usernames/v1/me",
    "User Management",
);
/// `GET /resources/configurations/v1/password-recovery/strategies`
pub static LIST_PASSWORD_RECOVERY_STRATEGIES: Operation = Operation::new(
    "list_password_recovery_strategies",
    Method::GET,
    "/resources/configurations/v1/password-recovery/strategies",
    "Password Settings",
);
/// `GET /resources/permissions/v1/categories`
pub static LIST_PERMISSION_CATEGORIES: Operation = Operation::new(
    "list_permission_categories",
    Method::GET,
    "/resources/permissions/v1/categories",
    "Permissions Categories",
);
/// `GET /resources/permissions/v1`
pub static LIST_PERMISSIONS: Operation = Operation::new(
    "list_permissions",
    Method::GET,
    "/resources/permissions/v1",
    "Permissions",
);
/// `GET /resources/roles/v2/distinct-levels`
pub static LIST_ROLE_LEVELS: Operation = Operation::new(
    "list_role_levels",
    Method::GET,
    "/resources/roles/v2/distinct-levels",
    "Account Roles",
);
/// `GET /resources/roles/v2/distinct-tenants`
pub static LIST_ROLE_TENANTS: Operation = Operation::new(
    "list_role_tenants",
    Method::GET,
    "/resources/roles/v2/distinct-tenants",
    "Account Roles",
);
/// `GET /resources/roles/v2`
pub static LIST_ROLES: Operation = Operation::new(
    "list_roles",
    Method::GET,
    "/resources/roles/v2",
    "Account Roles",
);
/// `GET /resources/roles/v1`
pub static LIST_ROLES_V1: Operation = Operation::new(
    "list_roles_v1",
    Method::GET,
    "/resources/roles/v1",
    "Roles",
);
/// `GET /resources/configurations/v1/sign-up/strategies`
pub static LIST_SIGN_UP_STRATEGIES: Operation = Operation::new(
    "list_sign_up_strategies",
    Method::GET,
    "/resources/configurations/v1/sign-up/strategies",
    "Core Settings",
);
/// `GET /resources/configurations/v1/sms/templates`
pub static LIST_SMS_TEMPLATES: Operation = Operation::new(
    "list_sms_templates",
    Method::GET,
    "/resources/configurations/v1/sms/templates",
    "SMS Templates",
);
/// `GET /resources/sso/v2`
pub static LIST_SOCIAL_PROVIDERS: Operation = Operation::new(
    "list_social_providers",
    Method::GET,
    "/resources/sso/v2",
    "Single Sign-On",
);
/// `GET /resources/sso/v2/authenticated`
pub static LIST_SOCIAL_PROVIDERS_AS_USER: Operation = Operation::new(
    "list_social_providers_as_user",
    Method::GET,
    "/resources/sso/v2/authenticated",
    "Single Sign-On",
);
/// `GET /resources/sso/v1`
pub static LIST_SOCIAL_PROVIDERS_V1: Operation = Operation::new(
    "list_social_providers_v1",
    Method::GET,
    "/resources/sso/v1",
    "Single Sign-On",
);
/// `GET /resources/sub-tenants/users/v1`
pub static LIST_SUB_ACCOUNT_USERS: Operation = Operation::new(
    "list_sub_account_users",
    Method::GET,
    "/resources/sub-tenants/users/v1",
    "User Management",
);
/// `GET /resources/tenants/access-tokens/v1`
pub static LIST_TENANT_ACCESS_TOKENS: Operation = Operation::new(
    "list_tenant_access_tokens",
    Method::GET,
    "/resources/tenants/access-tokens/v1",
    "API Tokens",
);
/// `GET /resources/tenants/api-tokens/v1`
pub static LIST_TENANT_API_TOKENS: Operation = Operation::new(
    "list_tenant_api_tokens",
    Method::GET,
    "/resources/tenants/api-tokens/v1",
    "API Tokens",
);
/// `GET /resources/tenants/invites/v1/all`
pub static LIST_TENANT_INVITATIONS: Operation = Operation::new(
    "list_tenant_invitations",
    Method::GET,
    "/resources/tenants/invites/v1/all",
    "Account Invitations Settings",
);
/// `GET /resources/users/access-tokens/v1`
pub static LIST_USER_ACCESS_TOKENS: Operation = Operation::new(
    "list_user_access_tokens",
    Method::GET,
    "/resources/users/access-tokens/v1",
    "Personal Tokens",
);
/// `GET /resources/users/api-tokens/v1`
pub static LIST_USER_API_TOKENS: Operation = Operation::new(
    "list_user_api_tokens",
    Method::GET,
    "/resources/users/api-tokens/v1",
    "Personal Tokens",
);
/// `GET /resources/applications/v1/{userId}/apps`
pub static LIST_USER_APPLICATIONS: Operation = Operation::new(
    "list_user_applications",
    Method::GET,
    "/resources/applications/v1/{userId}/apps",
    "Users-applications Management",
);
/// `GET /resources/applications/v1/users-apps`
pub static LIST_USER_APPLICATIONS_BULK: Operation = Operation::new(
    "list_user_applications_bulk",
    Method::GET,
    "/resources/applications/v1/users-apps",
    "Users-applications Management",
);
/// `GET /resources/users/emails/v1`
pub static LIST_USER_EMAILS: Operation = Operation::new(
    "list_user_emails",
    Method::GET,
    "/resources/users/emails/v1",
    "User Management",
);
/// `GET /resources/users/v3/groups`
pub static LIST_USER_GROUPS: Operation = Operation::new(
    "list_user_groups",
    Method::GET,
    "/resources/users/v3/groups",
    "User Management",
);
/// `GET /resources/users/phone-numbers/v2`
pub static LIST_USER_PHONE_NUMBERS: Operation = Operation::new(
    "list_user_phone_numbers",
    Method::GET,
    "/resources/users/phone-numbers/v2",
    "SMS",
);
/// `GET /resources/users/phone-numbers/v1`
pub static LIST_USER_PHONE_NUMBERS_V1: Operation = Operation::new(
    "list_user_phone_numbers_v1",
    Method::GET,
    "/resources/users/phone-numbers/v1",
    "SMS",
);
/// `GET /resources/users/v3/roles`
pub static LIST_USER_ROLES: Operation = Operation::new(
    "list_user_roles",
    Method::GET,
    "/resources/users/v3/roles",
    "User Management",
);
/// `GET /resources/user-sources/v1/{id}/users`
pub static LIST_USER_SOURCE_USERS: Operation = Operation::new(
    "list_user_source_users",
    Method::GET,
    "/resources/user-sources/v1/{id}/users",
    "User Pools",
);
/// `GET /resources/user-sources/v1`
pub static LIST_USER_SOURCES: Operation = Operation::new(
    "list_user_sources",
    Method::GET,
    "/resources/user-sources/v1",
    "User Pools",
);
/// `GET /resources/tenants/users/v1/statuses`
pub static LIST_USER_TENANT_STATUSES: Operation = Operation::new(
    "list_user_tenant_statuses",
    Method::GET,
    "/resources/tenants/users/v1/statuses",
    "Users",
);
/// `GET /resources/usernames/v1`
pub static LIST_USERNAMES: Operation = Operation::new(
    "list_usernames",
    Method::GET,
    "/resources/usernames/v1",
    "User Management",
);
/// `GET /resources/users/v3`
pub static LIST_USERS: Operation = Operation::new(
    "list_users",
    Method::GET,
    "/resources/users/v3",
    "User Management",
);
/// `GET /resources/users/v1`
pub static LIST_USERS_V1: Operation = Operation::new(
    "list_users_v1",
    Method::GET,
    "/resources/users/v1",
    "User Management",
);
/// `GET /resources/users/v2`
pub static LIST_USERS_V2: Operation = Operation::new(
    "list_users_v2",
    Method::GET,
    "/resources/users/v2",
    "User Management",
);
/// `POST /resources/users/v1/{userId}/lock`
pub static LOCK_USER: Operation = Operation::new(
    "lock_user",
    Method::POST,
    "/resources/users/v1/{userId}/lock",
    "Users",
);
/// `POST /resources/auth/v1/user`
pub static LOGIN_WITH_PASSWORD: Operation = Operation::new(
    "login_with_password",
    Method::POST,
    "/resources/auth/v1/user",
    "General",
);
/// `POST /resources/auth/v1/logout`
pub static LOGOUT: Operation = Operation::new(
    "logout",
    Method::POST,
    "/resources/auth/v1/logout",
    "General",
);
/// `PUT /resources/users/v1/tenants/migrate`
pub static MIGRATE_TENANT_USERS: Operation = Operation::new(
    "migrate_tenant_users",
    Method::PUT,
    "/resources/users/v1/tenants/migrate",
    "Users",
);
/// `POST /resources/migrations/v1/local`
pub static MIGRATE_USER: Operation = Operation::new(
    "migrate_user",
    Method::POST,
    "/resources/migrations/v1/local",
    "Data Migration",
);
/// `POST /resources/migrations/v2/local/bulk`
pub static MIGRATE_USERS: Operation = Operation::new(
    "migrate_users",
    Method::POST,
    "/resources/migrations/v2/local/bulk",
    "Data Migration",
);
/// `POST /resources/migrations/v1/auth0`
pub static MIGRATE_USERS_FROM_AUTH0: Operation = Operation::new(
    "migrate_users_from_auth0",
    Method::POST,
    "/resources/migrations/v1/auth0",
    "Data Migration",
);
/// `POST /resources/migrations/v1/local/bulk`
pub static MIGRATE_USERS_V1: Operation = Operation::new(
    "migrate_users_v1",
    Method::POST,
    "/resources/migrations/v1/local/bulk",
    "Data Migration",
);
/// `POST /resources/auth/v2/api-token/token/refresh`
pub static REFRESH_API_TOKEN: Operation = Operation::new(
    "refresh_api_token",
    Method::POST,
    "/resources/auth/v2/api-token/token/refresh",
    "API Token",
);
/// `POST /resources/auth/v1/api-token/token/refresh`
pub static REFRESH_API_TOKEN_V1: Operation = Operation::new(
    "refresh_api_token_v1",
    Method::POST,
    "/resources/auth/v1/api-token/token/refresh",
    "API Token",
);
/// `POST /resources/auth/v1/user/token/refresh`
pub static REFRESH_SESSION: Operation = Operation::new(
    "refresh_session",
    Method::POST,
    "/resources/auth/v1/user/token/refresh",
    "General",
);
/// `DELETE /resources/groups/v1/{groupId}/roles`
pub static REMOVE_GROUP_ROLES: Operation = Operation::new(
    "remove_group_roles",
    Method::DELETE,
    "/resources/groups/v1/{groupId}/roles",
    "User Groups",
);
/// `DELETE /resources/groups/v1/{groupId}/users`
pub static REMOVE_GROUP_USERS: Operation = Operation::new(
    "remove_group_users",
    Method::DELETE,
    "/resources/groups/v1/{groupId}/users",
    "User Groups",
);
/// `DELETE /resources/users/v1/{userId}/roles`
pub static REMOVE_USER_ROLES: Operation = Operation::new(
    "remove_user_roles",
    Method::DELETE,
    "/resources/users/v1/{userId}/roles",
    "User Management",
);
/// `DELETE /resources/sub-tenants/users/v1/{userId}/roles`
pub static REMOVE_USER_SUB_ACCOUNT_ROLES: Operation = Operation::new(
    "remove_user_sub_account_roles",
    Method::DELETE,
    "/resources/sub-tenants/users/v1/{userId}/roles",
    "User Management",
);
/// `DELETE /resources/sub-tenants/users/v1`
pub static REMOVE_USER_SUB_ACCOUNTS: Operation = Operation::new(
    "remove_user_sub_accounts",
    Method::DELETE,
    "/resources/sub-tenants/users/v1",
    "User Management",
);
/// `POST /resources/users/v1/activate/reset`
pub static RESEND_ACTIVATION_EMAIL: Operation = Operation::new(
    "resend_activation_email",
    Method::POST,
    "/resources/users/v1/activate/reset",
    "User Management",
);
/// `POST /resources/users/v1/invitation/reset/all`
pub static RESEND_ALL_INVITATIONS: Operation = Operation::new(
    "resend_all_invitations",
    Method::POST,
    "/resources/users/v1/invitation/reset/all",
    "User Management",
);
/// `POST /resources/users/v1/invitation/reset`
pub static RESEND_INVITATION: Operation = Operation::new(
    "resend_invitation",
    Method::POST,
    "/resources/users/v1/invitation/reset",
    "User Management",
);
/// `POST /resources/users/v1/passwords/breached/reset/bulk`
pub static RESET_BREACHED_PASSWORDS: Operation = Operation::new(
    "reset_breached_passwords",
    Method::POST,
    "/resources/users/v1/passwords/breached/reset/bulk",
    "Password Settings",
);
/// `POST /resources/users/sessions/v1/revoke`
pub static REVOKE_USER_SESSIONS: Operation = Operation::new(
    "revoke_user_sessions",
    Method::POST,
    "/resources/users/sessions/v1/revoke",
    "User Sessions",
);
/// `GET /resources/users/v1/query/phrase`
pub static SEARCH_USERS: Operation = Operation::new(
    "search_users",
    Method::GET,
    "/resources/users/v1/query/phrase",
    "User Management",
);
/// `POST /resources/configurations/v1/activation/strategies`
pub static SET_ACTIVATION_STRATEGY: Operation = Operation::new(
    "set_activation_strategy",
    Method::POST,
    "/resources/configurations/v1/activation/strategies",
    "Account Invitations Settings",
);
/// `POST /resources/approval-flows/v1/approver-action`
pub static SET_APPROVAL_FLOW_DECISION: Operation = Operation::new(
    "set_approval_flow_decision",
    Method::POST,
    "/resources/approval-flows/v1/approver-action",
    "Approval Flows",
);
/// `PUT /resources/configurations/v1/captcha-policy`
pub static SET_CAPTCHA_POLICY: Operation = Operation::new(
    "set_captcha_policy",
    Method::PUT,
    "/resources/configurations/v1/captcha-policy",
    "Core Settings",
);
/// `POST /resources/configurations/v1/delegation`
pub static SET_DELEGATION_CONFIGURATION: Operation = Operation::new(
    "set_delegation_configuration",
    Method::POST,
    "/resources/configurations/v1/delegation",
    "Delegation",
);
/// `POST /resources/mail/v2/configurations`
pub static SET_EMAIL_CONFIGURATION: Operation = Operation::new(
    "set_email_configuration",
    Method::POST,
    "/resources/mail/v2/configurations",
    "Email Configuration",
);
/// `POST /resources/mail/v1/configurations`
pub static SET_EMAIL_CONFIGURATION_V1: Operation = Operation::new(
    "set_email_configuration_v1",
    Method::POST,
    "/resources/mail/v1/configurations",
    "Email Configuration",
);
/// `POST /resources/configurations/restrictions/v1/email-domain/config`
pub static SET_EMAIL_DOMAIN_RESTRICTION_CONFIGURATION: Operation = Operation::new(
    "set_email_domain_restriction_configuration",
    Method::POST,
    "/resources/configurations/restrictions/v1/email-domain/config",
    "Domain Restrictions",
);
/// `POST /resources/configurations/restrictions/v1/email-domain/replace-bulk`
pub static SET_EMAIL_DOMAIN_RESTRICTIONS: Operation = Operation::new(
    "set_email_domain_restrictions",
    Method::POST,
    "/resources/configurations/restrictions/v1/email-domain/replace-bulk",
    "Domain Restrictions",
);
/// `POST /resources/mail/v1/configs/templates`
pub static SET_EMAIL_TEMPLATE: Operation = Operation::new(
    "set_email_template",
    Method::POST,
    "/resources/mail/v1/configs/templates",
    "Email Templates",
);
/// `POST /resources/groups/v1/config`
pub static SET_GROUP_CONFIGURATION: Operation = Operation::new(
    "set_group_configuration",
    Method::POST,
    "/resources/groups/v1/config",
    "User Groups",
);
/// `POST /resources/configurations/v1`
pub static SET_IDENTITY_CONFIGURATION: Operation = Operation::new(
    "set_identity_configuration",
    Method::POST,
    "/resources/configurations/v1",
    "Core Settings",
);
/// `POST /resources/configurations/v1/invitation/strategies`
pub static SET_INVITATION_STRATEGY: Operation = Operation::new(
    "set_invitation_strategy",
    Method::POST,
    "/resources/configurations/v1/invitation/strategies",
    "Account Invitations Settings",
);
/// `POST /resources/configurations/v1/restrictions/ip/config`
pub static SET_IP_RESTRICTION_CONFIGURATION: Operation = Operation::new(
    "set_ip_restriction_configuration",
    Method::POST,
    "/resources/configurations/v1/restrictions/ip/config",
    "IP Restrictions",
);
/// `PUT /resources/configurations/v1/jwt-template-targeting`
pub static SET_JWT_TEMPLATE_TARGETING: Operation = Operation::new(
    "set_jwt_template_targeting",
    Method::PUT,
    "/resources/configurations/v1/jwt-template-targeting",
    "Core Settings",
);
/// `POST /resources/configurations/v1/mfa`
pub static SET_MFA_CONFIGURATION: Operation = Operation::new(
    "set_mfa_configuration",
    Method::POST,
    "/resources/configurations/v1/mfa",
    "MFA Configuration",
);
/// `PUT /resources/configurations/v1/mfa-policy`
pub static SET_MFA_POLICY: Operation = Operation::new(
    "set_mfa_policy",
    Method::PUT,
    "/resources/configurations/v1/mfa-policy",
    "MFA Settings",
);
/// `POST /resources/configurations/v1/mfa/strategies`
pub static SET_MFA_STRATEGY: Operation = Operation::new(
    "set_mfa_strategy",
    Method::POST,
    "/resources/configurations/v1/mfa/strategies",
    "MFA Settings",
);
/// `PUT /resources/users/v1/tenant`
pub static SET_MY_ACTIVE_TENANT: Operation = Operation::new(
    "set_my_active_tenant",
    Method::PUT,
    "/resources/users/v1/tenant",
    "User Management",
);
/// `PUT /resources/applications/user-tenants/active/v1`
pub static SET_MY_APPLICATION_ACTIVE_TENANTS: Operation = Operation::new(
    "set_my_application_active_tenants",
    Method::PUT,
    "/resources/applications/user-tenants/active/v1",
    "Users-applications Management",
);
/// `POST /resources/users/emails/v1/me/primary`
pub static SET_MY_PRIMARY_EMAIL: Operation = Operation::new(
    "set_my_primary_email",
    Method::POST,
    "/resources/users/emails/v1/me/primary",
    "User Management",
);
/// `POST /resources/configurations/v1/password`
pub static SET_PASSWORD_POLICY: Operation = Operation::new(
    "set_password_policy",
    Method::POST,
    "/resources/configurations/v1/password",
    "Password Settings",
);
/// `POST /resources/configurations/v1/password-rotation`
pub static SET_PASSWORD_ROTATION: Operation = Operation::new(
    "set_password_rotation",
    Method::POST,
    "/resources/configurations/v1/password-rotation",
    "Password Settings",
);
/// `PUT /resources/permissions/v1/classification`
pub static SET_PERMISSION_ASSIGNMENT_TYPE: Operation = Operation::new(
    "set_permission_assignment_type",
    Method::PUT,
    "/resources/permissions/v1/classification",
    "Permissions",
);
/// `PUT /resources/permissions/v1/{permissionId}/roles`
pub static SET_PERMISSION_ROLES: Operation = Operation::new(
    "set_permission_roles",
    Method::PUT,
    "/resources/permissions/v1/{permissionId}/roles",
    "Permissions",
);
/// `PUT /resources/roles/v1/{roleId}/permissions`
pub static SET_ROLE_PERMISSIONS: Operation = Operation::new(
    "set_role_permissions",
    Method::PUT,
    "/resources/roles/v1/{roleId}/permissions",
    "Roles",
);
/// `PUT /resources/roles/v1/{roleId}/tenant`
pub static SET_ROLE_TENANT: Operation = Operation::new(
    "set_role_tenant",
    Method::PUT,
    "/resources/roles/v1/{roleId}/tenant",
    "Roles",
);
/// `POST /resources/configurations/sessions/v1`
pub static SET_SESSION_CONFIGURATION: Operation = Operation::new(
    "set_session_configuration",
    Method::POST,
    "/resources/configurations/sessions/v1",
    "Sessions Management",
);
/// `POST /resources/configurations/v1/sms`
pub static SET_SMS_CONFIGURATION: Operation = Operation::new(
    "set_sms_configuration",
    Method::POST,
    "/resources/configurations/v1/sms",
    "SMS Configuration",
);
/// `POST /resources/configurations/v1/sms/templates/{type}`
pub static SET_SMS_TEMPLATE: Operation = Operation::new(
    "set_sms_template",
    Method::POST,
    "/resources/configurations/v1/sms/templates/{type}",
    "SMS Templates",
);
/// `POST /resources/sso/v1`
pub static SET_SOCIAL_PROVIDER: Operation = Operation::new(
    "set_social_provider",
    Method::POST,
    "/resources/sso/v1",
    "Single Sign-On",
);
/// `PUT /resources/users/temporary/v1/configuration`
pub static SET_TEMPORARY_USER_CONFIGURATION: Operation = Operation::new(
    "set_temporary_user_configuration",
    Method::PUT,
    "/resources/users/temporary/v1/configuration",
    "Users",
);
/// `PUT /resources/users/v1/{userId}/tenant`
pub static SET_USER_ACTIVE_TENANT: Operation = Operation::new(
    "set_user_active_tenant",
    Method::PUT,
    "/resources/users/v1/{userId}/tenant",
    "Users",
);
/// `PUT /resources/users/v1/{userId}/email`
pub static SET_USER_EMAIL: Operation = Operation::new(
    "set_user_email",
    Method::PUT,
    "/resources/users/v1/{userId}/email",
    "Users",
);
/// `POST /resources/configurations/v1/user-emails-policy`
pub static SET_USER_EMAILS_POLICY: Operation = Operation::new(
    "set_user_emails_policy",
    Method::POST,
    "/resources/configurations/v1/user-emails-policy",
    "User Emails Policy",
);
/// `PUT /resources/users/v1/{userId}/invisible`
pub static SET_USER_INVISIBLE: Operation = Operation::new(
    "set_user_invisible",
    Method::PUT,
    "/resources/users/v1/{userId}/invisible",
    "Users",
);
/// `DELETE /resources/users/temporary/v1/{userId}`
pub static SET_USER_PERMANENT: Operation = Operation::new(
    "set_user_permanent",
    Method::DELETE,
    "/resources/users/temporary/v1/{userId}",
    "User Management",
);
/// `POST /resources/users/emails/v1/vendor/{userId}/primary`
pub static SET_USER_PRIMARY_EMAIL: Operation = Operation::new(
    "set_user_primary_email",
    Method::POST,
    "/resources/users/emails/v1/vendor/{userId}/primary",
    "User Management",
);
/// `PUT /resources/sub-tenants/users/v1/{userId}/access`
pub static SET_USER_SUB_ACCOUNT_ACCESS: Operation = Operation::new(
    "set_user_sub_account_access",
    Method::PUT,
    "/resources/sub-tenants/users/v1/{userId}/access",
    "User Management",
);
/// `PATCH /resources/sub-tenants/users/v1/{userId}/roles`
pub static SET_USER_SUB_ACCOUNT_ROLES: Operation = Operation::new(
    "set_user_sub_account_roles",
    Method::PATCH,
    "/resources/sub-tenants/users/v1/{userId}/roles",
    "User Management",
);
/// `PUT /resources/users/v1/{userId}/superuser`
pub static SET_USER_SUPERUSER: Operation = Operation::new(
    "set_user_superuser",
    Method::PUT,
    "/resources/users/v1/{userId}/superuser",
    "Users",
);
/// `PUT /resources/users/temporary/v1/{userId}`
pub static SET_USER_TEMPORARY: Operation = Operation::new(
    "set_user_temporary",
    Method::PUT,
    "/resources/users/temporary/v1/{userId}",
    "User Management",
);
/// `POST /resources/users/v1/signUp`
pub static SIGN_UP_WITH_EMAIL: Operation = Operation::new(
    "sign_up_with_email",
    Method::POST,
    "/resources/users/v1/signUp",
    "General",
);
/// `POST /resources/users/v1/signUp/phoneNumber`
pub static SIGN_UP_WITH_PHONE_NUMBER: Operation = Operation::new(
    "sign_up_with_phone_number",
    Method::POST,
    "/resources/users/v1/signUp/phoneNumber",
    "General",
);
/// `POST /resources/users/v1/signUp/username`
pub static SIGN_UP_WITH_USERNAME: Operation = Operation::new(
    "sign_up_with_username",
    Method::POST,
    "/resources/users/v1/signUp/username",
    "General",
);
/// `POST /resources/auth/v1/passwordless/code/prelogin`
pub static START_EMAIL_CODE_LOGIN: Operation = Operation::new(
    "start_email_code_login",
    Method::POST,
    "/resources/auth/v1/passwordless/code/prelogin",
    "Passwordless",
);
/// `POST /resources/impersonation/v1`
pub static START_IMPERSONATION: Operation = Operation::new(
    "start_impersonation",
    Method::POST,
    "/resources/impersonation/v1",
    "General",
);
/// `POST /resources/auth/v1/passwordless/magiclink/prelogin`
pub static START_MAGIC_LINK_LOGIN: Operation = Operation::new(
    "start_magic_link_login",
    Method::POST,
    "/resources/auth/v1/passwordless/magiclink/prelogin",
    "Passwordless",
);
/// `POST /resources/auth/v1/user/mfa/authenticator/enroll`
pub static START_MFA_AUTHENTICATOR_ENROLMENT: Operation = Operation::new(
    "start_mfa_authenticator_enrolment",
    Method::POST,
    "/resources/auth/v1/user/mfa/authenticator/enroll",
    "MFA",
);
/// `POST /resources/auth/v1/user/mfa/emailcode`
pub static START_MFA_EMAIL_CODE: Operation = Operation::new(
    "start_mfa_email_code",
    Method::POST,
    "/resources/auth/v1/user/mfa/emailcode",
    "MFA",
);
/// `POST /resources/auth/v1/user/mfa/sms/{deviceId}`
pub static START_MFA_SMS: Operation = Operation::new(
    "start_mfa_sms",
    Method::POST,
    "/resources/auth/v1/user/mfa/sms/{deviceId}",
    "MFA",
);
/// `POST /resources/auth/v1/user/mfa/sms/enroll`
pub static START_MFA_SMS_ENROLMENT: Operation = Operation::new(
    "start_mfa_sms_enrolment",
    Method::POST,
    "/resources/auth/v1/user/mfa/sms/enroll",
    "MFA",
);
/// `POST /resources/auth/v1/user/mfa/webauthn/{deviceId}`
pub static START_MFA_WEBAUTHN: Operation = Operation::new(
    "start_mfa_webauthn",
    Method::POST,
    "/resources/auth/v1/user/mfa/webauthn/{deviceId}",
    "MFA",
);
/// `POST /resources/auth/v1/user/mfa/webauthn/enroll`
pub static START_MFA_WEBAUTHN_ENROLMENT: Operation = Operation::new(
    "start_mfa_webauthn_enrolment",
    Method::POST,
    "/resources/auth/v1/user/mfa/webauthn/enroll",
    "MFA",
);
/// `POST /resources/users/v1/email/me`
pub static START_MY_EMAIL_CHANGE: Operation = Operation::new(
    "start_my_email_change",
    Method::POST,
    "/resources/users/v1/email/me",
    "User Management",
);
/// `POST /resources/users/v1/mfa/authenticator/enroll`
pub static START_MY_MFA_AUTHENTICATOR_ENROLMENT: Operation = Operation::new(
    "start_my_mfa_authenticator_enrolment",
    Method::POST,
    "/resources/users/v1/mfa/authenticator/enroll",
    "MFA",
);
/// `POST /resources/users/v1/mfa/enroll`
pub static START_MY_MFA_AUTHENTICATOR_ENROLMENT_LEGACY: Operation = Operation::new(
    "start_my_mfa_authenticator_enrolment_legacy",
    Method::POST,
    "/resources/users/v1/mfa/enroll",
    "MFA",
);
/// `POST /resources/users/v1/mfa/sms/{deviceId}/disable`
pub static START_MY_MFA_SMS_DISABLEMENT: Operation = Operation::new(
    "start_my_mfa_sms_disablement",
    Method::POST,
    "/resources/users/v1/mfa/sms/{deviceId}/disable",
    "MFA",
);
/// `POST /resources/users/v1/mfa/sms/enroll`
pub static START_MY_MFA_SMS_ENROLMENT: Operation = Operation::new(
    "start_my_mfa_sms_enrolment",
    Method::POST,
    "/resources/users/v1/mfa/sms/enroll",
    "MFA",
);
/// `POST /resources/users/v1/mfa/webauthn/{deviceId}/disable`
pub static START_MY_MFA_WEBAUTHN_DISABLEMENT: Operation = Operation::new(
    "start_my_mfa_webauthn_disablement",
    Method::POST,
    "/resources/users/v1/mfa/webauthn/{deviceId}/disable",
    "MFA",
);
/// `POST /resources/users/v1/mfa/webauthn/enroll`
pub static START_MY_MFA_WEBAUTHN_ENROLMENT: Operation = Operation::new(
    "start_my_mfa_webauthn_enrolment",
    Method::POST,
    "/resources/users/v1/mfa/webauthn/enroll",
    "MFA",
);
/// `POST /resources/users/webauthn/v1/devices`
pub static START_MY_PASSKEY_REGISTRATION: Operation = Operation::new(
    "start_my_passkey_registration",
    Method::POST,
    "/resources/users/webauthn/v1/devices",
    "Passkeys",
);
/// `POST /resources/users/v1/phone`
pub static START_MY_PHONE_NUMBER_CHANGE: Operation = Operation::new(
    "start_my_phone_number_change",
    Method::POST,
    "/resources/users/v1/phone",
    "SMS",
);
/// `DELETE /resources/users/phone-numbers/v1/{id}`
pub static START_MY_PHONE_NUMBER_DELETION: Operation = Operation::new(
    "start_my_phone_number_deletion",
    Method::DELETE,
    "/resources/users/phone-numbers/v1/{id}",
    "SMS",
);
/// `POST /resources/users/phone-numbers/v1/preverify`
pub static START_MY_PHONE_NUMBER_VERIFICATION: Operation = Operation::new(
    "start_my_phone_number_verification",
    Method::POST,
    "/resources/users/phone-numbers/v1/preverify",
    "SMS",
);
/// `POST /resources/auth/v1/webauthn/prelogin`
pub static START_PASSKEY_LOGIN: Operation = Operation::new(
    "start_passkey_login",
    Method::POST,
    "/resources/auth/v1/webauthn/prelogin",
    "Passkeys",
);
/// `POST /resources/users/v2/passwords/reset/email`
pub static START_PASSWORD_RESET_BY_EMAIL: Operation = Operation::new(
    "start_password_reset_by_email",
    Method::POST,
    "/resources/users/v2/passwords/reset/email",
    "Password Settings",
);
/// `POST /resources/users/v2/passwords/reset/sms`
pub static START_PASSWORD_RESET_BY_SMS: Operation = Operation::new(
    "start_password_reset_by_sms",
    Method::POST,
    "/resources/users/v2/passwords/reset/sms",
    "Password Settings",
);
/// `POST /resources/users/v1/passwords/reset`
pub static START_PASSWORD_RESET_V1: Operation = Operation::new(
    "start_password_reset_v1",
    Method::POST,
    "/resources/users/v1/passwords/reset",
    "Password Settings",
);
/// `POST /resources/users/v1/phone/reset`
pub static START_PHONE_NUMBER_RESET: Operation = Operation::new(
    "start_phone_number_reset",
    Method::POST,
    "/resources/users/v1/phone/reset",
    "SMS",
);
/// `POST /resources/auth/v1/user/saml/prelogin`
pub static START_SAML_LOGIN: Operation = Operation::new(
    "start_saml_login",
    Method::POST,
    "/resources/auth/v1/user/saml/prelogin",
    "Single Sign-On",
);
/// `POST /resources/auth/v1/passwordless/smscode/prelogin`
pub static START_SMS_CODE_LOGIN: Operation = Operation::new(
    "start_sms_code_login",
    Method::POST,
    "/resources/auth/v1/passwordless/smscode/prelogin",
    "Passwordless",
);
/// `POST /resources/auth/v2/user/sso/prelogin`
pub static START_SSO_LOGIN: Operation = Operation::new(
    "start_sso_login",
    Method::POST,
    "/resources/auth/v2/user/sso/prelogin",
    "Single Sign-On",
);
/// `POST /resources/auth/v1/user/step-up/generate`
pub static START_STEP_UP: Operation = Operation::new(
    "start_step_up",
    Method::POST,
    "/resources/auth/v1/user/step-up/generate",
    "MFA",
);
/// `DELETE /resources/applications/v1`
pub static UNASSIGN_APPLICATION_USERS: Operation = Operation::new(
    "unassign_application_users",
    Method::DELETE,
    "/resources/applications/v1",
    "Users-applications Management",
);
/// `DELETE /resources/applications/v1/user-apps`
pub static UNASSIGN_USER_APPLICATIONS: Operation = Operation::new(
    "unassign_user_applications",
    Method::DELETE,
    "/resources/applications/v1/user-apps",
    "Users-applications Management",
);
/// `POST /resources/user-sources/v1/unassign`
pub static UNASSIGN_USER_SOURCE_APPLICATIONS: Operation = Operation::new(
    "unassign_user_source_applications",
    Method::POST,
    "/resources/user-sources/v1/unassign",
    "User Pools",
);
/// `POST /resources/users/v3/me/unlock`
pub static UNLOCK_MY_USER: Operation = Operation::new(
    "unlock_my_user",
    Method::POST,
    "/resources/users/v3/me/unlock",
    "User Management",
);
/// `POST /resources/users/v1/{userId}/unlock`
pub static UNLOCK_USER: Operation = Operation::new(
    "unlock_user",
    Method::POST,
    "/resources/users/v1/{userId}/unlock",
    "Users",
);
/// `PATCH /resources/approval-flows/v1/{id}`
pub static UPDATE_APPROVAL_FLOW: Operation = Operation::new(
    "update_approval_flow",
    Method::PATCH,
    "/resources/approval-flows/v1/{id}",
    "Approval Flows",
);
/// `PUT /resources/user-sources/v1/external/auth0/{id}`
pub static UPDATE_AUTH0_USER_SOURCE: Operation = Operation::new(
    "update_auth0_user_source",
    Method::PUT,
    "/resources/user-sources/v1/external/auth0/{id}",
    "User Pools",
);
/// `PUT /resources/user-sources/v1/external/cognito/{id}`
pub static UPDATE_COGNITO_USER_SOURCE: Operation = Operation::new(
    "update_cognito_user_source",
    Method::PUT,
    "/resources/user-sources/v1/external/cognito/{id}",
    "User Pools",
);
/// `PUT /resources/user-sources/v1/external/custom-code/{id}`
pub static UPDATE_CUSTOM_CODE_USER_SOURCE: Operation = Operation::new(
    "update_custom_code_user_source",
    Method::PUT,
    "/resources/user-sources/v1/external/custom-code/{id}",
    "User Pools",
);
/// `PATCH /resources/sso/custom/v1/{id}`
pub static UPDATE_CUSTOM_SOCIAL_PROVIDER: Operation = Operation::new(
    "update_custom_social_provider",
    Method::PATCH,
    "/resources/sso/custom/v1/{id}",
    "Custom Social OAuth Provider",
);
/// `PUT /resources/user-sources/v1/federation/{id}`
pub static UPDATE_FEDERATION_USER_SOURCE: Operation = Operation::new(
    "update_federation_user_source",
    Method::PUT,
    "/resources/user-sources/v1/federation/{id}",
    "User Pools",
);
/// `PUT /resources/user-sources/v1/external/firebase/{id}`
pub static UPDATE_FIREBASE_USER_SOURCE: Operation = Operation::new(
    "update_firebase_user_source",
    Method::PUT,
    "/resources/user-sources/v1/external/firebase/{id}",
    "User Pools",
);
/// `PATCH /resources/groups/v1/{id}`
pub static UPDATE_GROUP: Operation = Operation::new(
    "update_group",
    Method::PATCH,
    "/resources/groups/v1/{id}",
    "User Groups",
);
/// `PUT /resources/jwt-templates/v1/{id}`
pub static UPDATE_JWT_TEMPLATE: Operation = Operation::new(
    "update_jwt_template",
    Method::PUT,
    "/resources/jwt-templates/v1/{id}",
    "Core Settings",
);
/// `PATCH /resources/configurations/v1/jwt-template-targeting/{id}`
pub static UPDATE_JWT_TEMPLATE_TARGETING: Operation = Operation::new(
    "update_jwt_template_targeting",
    Method::PATCH,
    "/resources/configurations/v1/jwt-template-targeting/{id}",
    "Core Settings",
);
/// `PATCH /resources/configurations/v1/lockout-policy`
pub static UPDATE_LOCKOUT_POLICY: Operation = Operation::new(
    "update_lockout_policy",
    Method::PATCH,
    "/resources/configurations/v1/lockout-policy",
    "Lockout Policy",
);
/// `PATCH /resources/configurations/v1/mfa-policy`
pub static UPDATE_MFA_POLICY: Operation = Operation::new(
    "update_mfa_policy",
    Method::PATCH,
    "/resources/configurations/v1/mfa-policy",
    "MFA Settings",
);
/// `POST /resources/users/v1/passwords/change`
pub static UPDATE_MY_PASSWORD: Operation = Operation::new(
    "update_my_password",
    Method::POST,
    "/resources/users/v1/passwords/change",
    "Password Settings",
);
/// `PUT /resources/users/v2/me`
pub static UPDATE_MY_PROFILE: Operation = Operation::new(
    "update_my_profile",
    Method::PUT,
    "/resources/users/v2/me",
    "User Management",
);
/// `PATCH /resources/configurations/v1/password-history-policy`
pub static UPDATE_PASSWORD_HISTORY_POLICY: Operation = Operation::new(
    "update_password_history_policy",
    Method::PATCH,
    "/resources/configurations/v1/password-history-policy",
    "Password Settings",
);
/// `PATCH /resources/permissions/v1/{permissionId}`
pub static UPDATE_PERMISSION: Operation = Operation::new(
    "update_permission",
    Method::PATCH,
    "/resources/permissions/v1/{permissionId}",
    "Permissions",
);
/// `PATCH /resources/permissions/v1/categories/{categoryId}`
pub static UPDATE_PERMISSION_CATEGORY: Operation = Operation::new(
    "update_permission_category",
    Method::PATCH,
    "/resources/permissions/v1/categories/{categoryId}",
    "Permissions Categories",
);
/// `PATCH /resources/roles/v1/{roleId}`
pub static UPDATE_ROLE: Operation = Operation::new(
    "update_role",
    Method::PATCH,
    "/resources/roles/v1/{roleId}",
    "Roles",
);
/// `PATCH /resources/tenants/api-tokens/v1/{id}`
pub static UPDATE_TENANT_API_TOKEN: Operation = Operation::new(
    "update_tenant_api_token",
    Method::PATCH,
    "/resources/tenants/api-tokens/v1/{id}",
    "API Tokens",
);
/// `PUT /resources/users/v1`
pub static UPDATE_USER: Operation = Operation::new(
    "update_user",
    Method::PUT,
    "/resources/users/v1",
    "User Management",
);
/// `PUT /resources/users/v1/{userId}`
pub static UPDATE_USER_AS_VENDOR: Operation = Operation::new(
    "update_user_as_vendor",
    Method::PUT,
    "/resources/users/v1/{userId}",
    "Users",
);
/// `PATCH /resources/tenants/invites/v1/user`
pub static UPDATE_USER_INVITATION: Operation = Operation::new(
    "update_user_invitation",
    Method::PATCH,
    "/resources/tenants/invites/v1/user",
    "Account Invitations",
);
/// `PATCH /resources/vendor-only/users/v1/{userId}/roles/bulk`
pub static UPDATE_USER_ROLES_ACROSS_TENANTS: Operation = Operation::new(
    "update_user_roles_across_tenants",
    Method::PATCH,
    "/resources/vendor-only/users/v1/{userId}/roles/bulk",
    "Users",
);
/// `POST /resources/users/v1/passwords/reset/validate`
pub static VALIDATE_PASSWORD_RESET_TOKEN: Operation = Operation::new(
    "validate_password_reset_token",
    Method::POST,
    "/resources/users/v1/passwords/reset/validate",
    "Password Settings",
);
/// `POST /resources/configurations/v1/restrictions/ip/verify`
pub static VERIFY_CURRENT_IP: Operation = Operation::new(
    "verify_current_ip",
    Method::POST,
    "/resources/configurations/v1/restrictions/ip/verify",
    "IP Restrictions",
);
/// `POST /resources/configurations/v1/restrictions/ip/verify/allow`
pub static VERIFY_CURRENT_IP_IN_ALLOW_LIST: Operation = Operation::new(
    "verify_current_ip_in_allow_list",
    Method::POST,
    "/resources/configurations/v1/restrictions/ip/verify/allow",
    "IP Restrictions",
);
/// `POST /resources/auth/v1/user/mfa/authenticator/{deviceId}/verify`
pub static VERIFY_MFA_AUTHENTICATOR_DEVICE: Operation = Operation::new(
    "verify_mfa_authenticator_device",
    Method::POST,
    "/resources/auth/v1/user/mfa/authenticator/{deviceId}/verify",
    "MFA",
);
/// `POST /resources/auth/v1/user/mfa/authenticator/enroll/verify`
pub static VERIFY_MFA_AUTHENTICATOR_ENROLMENT: Operation = Operation::new(
    "verify_mfa_authenticator_enrolment",
    Method::POST,
    "/resources/auth/v1/user/mfa/authenticator/enroll/verify",
    "MFA",
);
/// `POST /resources/auth/v1/user/mfa/verify`
pub static VERIFY_MFA_AUTHENTICATOR_LEGACY: Operation = Operation::new(
    "verify_mfa_authenticator_legacy",
    Method::POST,
    "/resources/auth/v1/user/mfa/verify",
    "MFA",
);
/// `POST /resources/auth/v1/user/mfa/emailcode/verify`
pub static VERIFY_MFA_EMAIL_CODE: Operation = Operation::new(
    "verify_mfa_email_code",
    Method::POST,
    "/resources/auth/v1/user/mfa/emailcode/verify",
    "MFA",
);
/// `POST /resources/auth/v1/user/mfa/sms/{deviceId}/verify`
pub static VERIFY_MFA_SMS: Operation = Operation::new(
    "verify_mfa_sms",
    Method::POST,
    "/resources/auth/v1/user/mfa/sms/{deviceId}/verify",
    "MFA",
);
/// `POST /resources/auth/v1/user/mfa/sms/enroll/verify`
pub static VERIFY_MFA_SMS_ENROLMENT: Operation = Operation::new(
    "verify_mfa_sms_enrolment",
    Method::POST,
    "/resources/auth/v1/user/mfa/sms/enroll/verify",
    "MFA",
);
/// `POST /resources/auth/v1/user/mfa/webauthn/{deviceId}/verify`
pub static VERIFY_MFA_WEBAUTHN: Operation = Operation::new(
    "verify_mfa_webauthn",
    Method::POST,
    "/resources/auth/v1/user/mfa/webauthn/{deviceId}/verify",
    "MFA",
);
/// `POST /resources/auth/v1/user/mfa/webauthn/enroll/verify`
pub static VERIFY_MFA_WEBAUTHN_ENROLMENT: Operation = Operation::new(
    "verify_mfa_webauthn_enrolment",
    Method::POST,
    "/resources/auth/v1/user/mfa/webauthn/enroll/verify",
    "MFA",
);
/// `POST /resources/users/emails/v1/verify`
pub static VERIFY_MY_EMAIL: Operation = Operation::new(
    "verify_my_email",
    Method::POST,
    "/resources/users/emails/v1/verify",
    "User Management",
);
/// `POST /resources/users/v1/email/me/verify`
pub static VERIFY_MY_EMAIL_CHANGE: Operation = Operation::new(
    "verify_my_email_change",
    Method::POST,
    "/resources/users/v1/email/me/verify",
    "User Management",
);
/// `POST /resources/users/v1/mfa/authenticator/enroll/verify`
pub static VERIFY_MY_MFA_AUTHENTICATOR_ENROLMENT: Operation = Operation::new(
    "verify_my_mfa_authenticator_enrolment",
    Method::POST,
    "/resources/users/v1/mfa/authenticator/enroll/verify",
    "MFA",
);
/// `POST /resources/users/v1/mfa/enroll/verify`
pub static VERIFY_MY_MFA_AUTHENTICATOR_ENROLMENT_LEGACY: Operation = Operation::new(
    "verify_my_mfa_authenticator_enrolment_legacy",
    Method::POST,
    "/resources/users/v1/mfa/enroll/verify",
    "MFA",
);
/// `POST /resources/users/v1/mfa/sms/enroll/verify`
pub static VERIFY_MY_MFA_SMS_ENROLMENT: Operation = Operation::new(
    "verify_my_mfa_sms_enrolment",
    Method::POST,
    "/resources/users/v1/mfa/sms/enroll/verify",
    "MFA",
);
/// `POST /resources/users/v1/mfa/webauthn/enroll/verify`
pub static VERIFY_MY_MFA_WEBAUTHN_ENROLMENT: Operation = Operation::new(
    "verify_my_mfa_webauthn_enrolment",
    Method::POST,
    "/resources/users/v1/mfa/webauthn/enroll/verify",
    "MFA",
);
/// `POST /resources/users/webauthn/v1/devices/verify`
pub static VERIFY_MY_PASSKEY_REGISTRATION: Operation = Operation::new(
    "verify_my_passkey_registration",
    Method::POST,
    "/resources/users/webauthn/v1/devices/verify",
    "Passkeys",
);
/// `POST /resources/users/phone-numbers/v1/verify`
pub static VERIFY_MY_PHONE_NUMBER: Operation = Operation::new(
    "verify_my_phone_number",
    Method::POST,
    "/resources/users/phone-numbers/v1/verify",
    "SMS",
);
/// `POST /resources/users/v1/phone/verify`
pub static VERIFY_MY_PHONE_NUMBER_CHANGE: Operation = Operation::new(
    "verify_my_phone_number_change",
    Method::POST,
    "/resources/users/v1/phone/verify",
    "SMS",
);
/// `POST /resources/users/phone-numbers/v1/{id}/delete/verify`
pub static VERIFY_MY_PHONE_NUMBER_DELETION: Operation = Operation::new(
    "verify_my_phone_number_deletion",
    Method::POST,
    "/resources/users/phone-numbers/v1/{id}/delete/verify",
    "SMS",
);
/// `POST /resources/users/v2/passwords/reset/sms/verify`
pub static VERIFY_PASSWORD_RESET_BY_SMS: Operation = Operation::new(
    "verify_password_reset_by_sms",
    Method::POST,
    "/resources/users/v2/passwords/reset/sms/verify",
    "Password Settings",
);
/// `POST /resources/users/v1/phone/reset/verify`
pub static VERIFY_PHONE_NUMBER_RESET: Operation = Operation::new(
    "verify_phone_number_reset",
    Method::POST,
    "/resources/users/v1/phone/reset/verify",
    "SMS",
);
/// `POST /resources/tenants/invites/v1/verify`
pub static VERIFY_TENANT_INVITATION: Operation = Operation::new(
    "verify_tenant_invitation",
    Method::POST,
    "/resources/tenants/invites/v1/verify",
    "Account Invitations",
);
/// `POST /resources/users/v1/{userId}/verify`
pub static VERIFY_USER: Operation = Operation::new(
    "verify_user",
    Method::POST,
    "/resources/users/v1/{userId}/verify",
    "Users",
);
/// `POST /resources/vendor-only/users/v1/passwords/verify`
pub static VERIFY_USER_PASSWORD: Operation = Operation::new(
    "verify_user_password",
    Method::POST,
    "/resources/vendor-only/users/v1/passwords/verify",
    "Users",
);
