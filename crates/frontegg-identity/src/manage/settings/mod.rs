//! Settings of an environment, and those that a tenant has of its own.

mod captcha;
mod configuration;
mod custom_social;
mod email;
mod email_domains;
mod email_templates;
mod environment;
mod identity;
mod ip_restrictions;
mod jwt_targeting;
mod jwt_templates;
mod lockout;
mod login_page;
mod mfa;
mod mfa_factors;
mod object;
mod password_rules;
mod passwords;
mod sessions;
mod shared;
mod sms;
mod social;
mod strategies;
mod tenant;
mod user_emails;

pub use self::captcha::{CaptchaPolicy, CaptchaSettings};
pub use self::configuration::{
    CookieSameSite, IdentityChange, IdentityConfiguration, JwtAlgorithm,
    MachineToMachineAuthStrategy, MainAuthStrategy,
};
pub use self::custom_social::{
    CustomSocialLogins, CustomSocialProvider, CustomSocialProviderChange, NewCustomSocialProvider,
};
pub use self::email::{
    EmailProvider, EmailProviderKind, EmailSettings, MailgunRegion, StoredEmailProvider,
};
pub use self::email_domains::{DomainRestrictionType, EmailDomain, EmailDomainRules, EmailDomains};
pub use self::email_templates::{EmailTemplate, EmailTemplateType, EmailTemplates};
pub use self::environment::Settings;
pub use self::identity::{IdentityBasics, IdentitySettings};
pub use self::ip_restrictions::{
    IpRestriction, IpRestrictionRules, IpRestrictionStrategy, IpRestrictions, NewIpRestriction,
};
pub use self::jwt_targeting::{
    JwtAttribute, JwtComparison, JwtCondition, JwtRule, JwtTargeting, TargetingRules,
};
pub use self::jwt_templates::{
    JwtTemplate, JwtTemplateChange, JwtTemplateField, JwtTemplateQuery, JwtTemplates,
    NewJwtTemplate,
};
pub use self::lockout::{LockoutPolicy, LockoutSettings};
pub use self::login_page::{LoginPage, LoginPageCaptcha, LoginPageConfiguration};
pub use self::mfa::MfaSettings;
pub use self::mfa_factors::{AppFactor, EmailFactor, MfaFactors, SmsFactor};
pub use self::object::JsonObject;
pub use self::password_rules::{PasswordRules, PasswordTests};
pub use self::passwords::{PasswordHistory, PasswordRotation, PasswordSettings};
pub use self::sessions::{SessionCount, SessionLimits, SessionSettings, SessionTimeout};
pub use self::sms::{SmsProvider, SmsSettings, SmsTemplate, SmsTemplates};
pub use self::social::{NewSocialProvider, SocialLoginProviderType, SocialLogins, SocialProvider};
pub use self::strategies::{
    AuthStrategies, PasswordRecovery, SecondaryAuthStrategy, SignUpStrategy,
};
pub use self::tenant::TenantSettings;
pub use self::user_emails::UserEmailSettings;
