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
//! # Everything else
//! Every operation of the API, also those that have no method here, is a typed call of
//! [`MachineSession::raw`](crate::MachineSession::raw) and [`Session::raw`](crate::Session::raw), with the same token and
//! limits.

mod environment;
mod ids;
mod me;
mod metadata;
mod page;
mod scope;
mod settings;
mod tenant;
mod users;

pub use environment::Environment;
pub use frontegg_identity_raw::Patch;
pub use ids::{
    ApplicationId, CustomSocialProviderId, EmailDomainId, EmailTemplateId, GroupId,
    IpRestrictionId, JwtTemplateId, PermissionId, RoleId, TenantId, UserId,
};
pub use me::Me;
pub use metadata::Metadata;
pub use page::{Items, Listing, Pages};
pub use settings::{
    AppFactor, AuthStrategies, CaptchaPolicy, CaptchaSettings, CookieSameSite, CustomSocialLogins,
    CustomSocialProvider, CustomSocialProviderChange, DomainRestrictionType, EmailDomain,
    EmailDomainRules, EmailDomains, EmailFactor, EmailProvider, EmailProviderKind, EmailSettings,
    EmailTemplate, EmailTemplateType, EmailTemplates, IdentifierType, IdentityBasics,
    IdentityChange, IdentityConfiguration, IdentitySettings, IpRestriction, IpRestrictionRules,
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
pub use tenant::{Tenant, TenantUser};
pub use users::{ManagedBy, Membership, SortOrder, User, UserQuery, UserSortField, Users};
