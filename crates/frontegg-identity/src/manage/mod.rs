//! Users and what they may do, and the settings of an environment.
//!
//! Who calls, and about whom, is a type:
//!
//! | Type | Who calls | About | Where it comes from |
//! |---|---|---|---|
//! | [`Environment`] | a back end | everything in the environment | [`Identity::environment`](crate::Identity::environment) |
//! | [`Tenant`] | a back end, or a user | one tenant | [`Environment::tenant`], [`TenantSession::manage`](crate::TenantSession::manage) |
//! | [`TenantUser`] | a back end, or a user | one user in one tenant | [`Tenant::user`] |
//! | [`Me`] | a user | themself | [`Session::me`](crate::Session::me) |
//!
//! A call that needs a tenant is a method of a [`Tenant`], or takes a [`TenantId`]; so it does not compile without one.
//!
//! ```
//! # async fn run(identity: frontegg_identity::Identity) -> Result<(), frontegg_identity::Error> {
//! let environment = identity.environment("the client id", "the API key".into()).await?;
//! let mut users = environment.users().list(&Default::default()).stream();
//! while let Some(user) = users.next().await {
//!     println!("{}", user?.id);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Lists
//! A list that comes in pages is a [`Listing`]: a stream of items, one page at a time, or all at once.
//!
//! # Changes
//! In what changes a thing, a member is a [`Patch`]: left as it is, cleared, or set.
//!
//! # Tasks
//! What the service does in the background is a [`Task`]: ask how far it is, or wait for its end.
//!
//! # Everything else
//! Every operation of the API, also those that have no method here, is a typed call of
//! [`MachineSession::raw`](crate::MachineSession::raw) and [`Session::raw`](crate::Session::raw), with the same token and
//! limits.

mod applications;
mod approval_flows;
mod delegation;
mod environment;
mod excerpt;
mod groups;
mod held;
mod ids;
mod invitations;
mod me;
mod metadata;
mod migration;
mod owner;
mod page;
mod permissions;
mod roles;
mod scope;
mod settings;
mod task;
mod tenant;
mod tokens;
mod user_pools;
mod users;
mod wire;

pub use applications::{Applications, Assignment};
pub use approval_flows::{
    ApprovalCase, ApprovalChannels, ApprovalDecision, ApprovalFlow, ApprovalFlowChange,
    ApprovalFlows, ApprovalQuestion, ApprovalSettings, ApprovalStep, Approvers, NewApprovalFlow,
    NewApprovalRun, NewApprovalStep, UserApprovals,
};
pub use delegation::Delegation;
pub use environment::Environment;
pub use excerpt::Excerpt;
pub use frontegg_identity_raw::Patch;
pub use groups::{
    Group, GroupChange, GroupMember, GroupRules, GroupSettings, GroupSortField, Groups, NewGroup,
};
pub use held::{HeldGroup, HeldPermission, HeldRole, Rights};
pub use ids::{
    AccessTokenId, ApiTokenId, ApplicationId, ApprovalFlowId, ApprovalRunId, ApprovalStepId,
    ApproverId, CustomSocialProviderId, EmailDomainId, EmailId, EmailTemplateId, GroupId,
    InvitationId, IpRestrictionId, JwtTemplateId, PasskeyId, PermissionCategoryId, PermissionId,
    PhoneId, RoleId, TenantId, UserId, UserSourceId,
};
pub use invitations::{
    ActivationStrategy, Confirmation, Invitation, InvitationChange, InvitationRules,
    InvitationStrategy, InvitationTerms, Invitations, NewInvitation, UserInvitation,
};
pub use me::{
    Me, MyEmails, MyPhoneNumbers, MyTenant, MyTenants, NewPersonalAccessToken, NewPersonalApiToken,
    Passkey, PersonalAccessToken, PersonalApiToken, PersonalTokens, PhoneNumberChange,
    PhoneNumberCheck, PhoneNumberRemoval, TenantToken, TenantTree,
};
pub use metadata::Metadata;
pub use migration::{Auth0Account, MigratedUser, Migrations, PasswordHash, PasswordHashingType};
pub use page::{Items, Listing, Pages};
pub use permissions::{
    NewPermission, NewPermissionCategory, Permission, PermissionAssignmentType,
    PermissionCategories, PermissionCategory, PermissionCategoryChange, PermissionChange,
    Permissions,
};
pub use roles::{
    ListRolesSortBy, NewBareRole, NewRole, Role, RoleChange, RoleQuery, Roles, TenantRoles,
};
pub use settings::{
    AppFactor, AuthStrategies, CaptchaPolicy, CaptchaSettings, CookieSameSite, CustomSocialLogins,
    CustomSocialProvider, CustomSocialProviderChange, DomainRestrictionType, EmailDomain,
    EmailDomainRules, EmailDomains, EmailFactor, EmailProvider, EmailProviderKind, EmailSettings,
    EmailTemplate, EmailTemplateType, EmailTemplates, IdentityBasics, IdentityChange,
    IdentityConfiguration, IdentitySettings, IpRestriction, IpRestrictionRules,
    IpRestrictionStrategy, IpRestrictions, JsonObject, JwtAlgorithm, JwtAttribute, JwtComparison,
    JwtCondition, JwtRule, JwtTargeting, JwtTemplate, JwtTemplateChange, JwtTemplateField,
    JwtTemplateQuery, JwtTemplates, LockoutPolicy, LockoutSettings, LoginPage, LoginPageCaptcha,
    LoginPageConfiguration, MachineToMachineAuthStrategy, MailgunRegion, MainAuthStrategy,
    MfaFactors, MfaSettings, NewCustomSocialProvider, NewIpRestriction, NewJwtTemplate,
    NewSocialProvider, PasswordHistory, PasswordRecovery, PasswordRotation, PasswordRules,
    PasswordSettings, PasswordTests, SecondaryAuthStrategy, SessionCount, SessionLimits,
    SessionSettings, SessionTimeout, Settings, SignUpStrategy, SmsFactor, SmsProvider, SmsSettings,
    SmsTemplate, SmsTemplates, SocialLoginProviderType, SocialLogins, SocialProvider,
    StoredEmailProvider, TargetingRules, TenantSettings, UserEmailSettings,
};
pub use task::{BulkReport, Task, TaskState};
pub use tenant::{Tenant, TenantUser};
pub use tokens::{
    AccessTokenRights, AccessTokens, CreatedToken, NewTenantAccessToken, NewTenantApiToken,
    TenantAccessToken, TenantAccessTokens, TenantApiToken, TenantApiTokenChange, TenantApiTokens,
};
pub use user_pools::{
    Auth0Source, CognitoSource, CustomCodeSource, CustomCodeTenant, FederationProvider,
    FederationSource, FirebaseKey, FirebaseSource, FirebaseTenant, NewUserSource, OauthEndpoints,
    SourceTenant, SourceUser, UserSource, UserSourceChange, UserSourceKind, UserSourceSettings,
    UserSources,
};
pub use users::{
    CountQuery, EmailQuery, IdentifierType, Invitee, ListUserEmailsSortBy, ListUsernamesSortBy,
    ManagedBy, Membership, NewMembers, NewMembership, NewUser, PhoneNumberSortField, PhoneQuery,
    Phrases, ProfileChange, ProvisionedUser, RolesChanged, SortOrder, SubAccountQuery,
    SubAccountRoles, TenantMove, TenantStatus, TenantUsers, User, UserCount, UserEmail,
    UserGroupIds, UserLink, UserPhone, UserProvider, UserQuery, UserRoleChange,
    UserRoleChangeError, UserRoleChangeOutcome, UserRoleChangeReport, UserRoleIds, UserSortField,
    UserStatuses, UserTenantStatus, UserUpdate, Username, UsernameQuery, Users,
};
