//! Settings of an environment, by topic.

use super::{
    CaptchaSettings, CustomSocialLogins, EmailDomains, EmailSettings, EmailTemplates,
    IdentitySettings, JwtTargeting, JwtTemplates, LockoutSettings, MfaSettings, PasswordSettings,
    SessionSettings, SmsSettings, SmsTemplates, SocialLogins, UserEmailSettings,
};
use crate::manage::scope::Scope;

/// Settings of an environment, by topic; [`Environment::settings`](crate::manage::Environment::settings) gives them.
///
/// ```
/// # use frontegg_identity::{Error, manage::{Environment, LockoutPolicy}};
/// # async fn run(environment: Environment) -> Result<(), Error> {
/// let lockout = environment.settings().lockout();
/// if lockout.policy().await?.is_none() {
///     lockout.set(&LockoutPolicy::after(5)).await?;
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Settings {
    scope: Scope,
}

impl Settings {
    pub(in crate::manage) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    fn scope(&self) -> Scope {
        self.scope.clone()
    }

    /// Lives of tokens, ways to sign in, what tokens hold.
    #[must_use]
    pub fn identity(&self) -> IdentitySettings {
        IdentitySettings::new(self.scope())
    }

    /// Who has to show a second factor, and which there are.
    #[must_use]
    pub fn mfa(&self) -> MfaSettings {
        MfaSettings::new(self.scope())
    }

    /// What passwords have to be like, and how old they get.
    #[must_use]
    pub fn passwords(&self) -> PasswordSettings {
        PasswordSettings::new(self.scope())
    }

    /// After how many failed logins a user is locked.
    #[must_use]
    pub fn lockout(&self) -> LockoutSettings {
        LockoutSettings::new(self.scope())
    }

    /// How long sessions live, and how many a user may have.
    #[must_use]
    pub fn sessions(&self) -> SessionSettings {
        SessionSettings::new(self.scope(), true)
    }

    /// Whether a login asks for a captcha.
    #[must_use]
    pub fn captcha(&self) -> CaptchaSettings {
        CaptchaSettings::new(self.scope())
    }

    /// What tokens hold in place of the usual claims.
    #[must_use]
    pub fn jwt_templates(&self) -> JwtTemplates {
        JwtTemplates::new(self.scope())
    }

    /// Which token is made from which template.
    #[must_use]
    pub fn jwt_targeting(&self) -> JwtTargeting {
        JwtTargeting::new(self.scope())
    }

    /// Which domains the addresses of users may have.
    #[must_use]
    pub fn email_domains(&self) -> EmailDomains {
        EmailDomains::new(self.scope())
    }

    /// Whether users' e-mail addresses may change.
    #[must_use]
    pub fn user_emails(&self) -> UserEmailSettings {
        UserEmailSettings::new(self.scope())
    }

    /// Who sends the environment's mails.
    #[must_use]
    pub fn email(&self) -> EmailSettings {
        EmailSettings::new(self.scope())
    }

    /// The texts of mails.
    #[must_use]
    pub fn email_templates(&self) -> EmailTemplates {
        EmailTemplates::new(self.scope())
    }

    /// Who sends the environment's SMS.
    #[must_use]
    pub fn sms(&self) -> SmsSettings {
        SmsSettings::new(self.scope())
    }

    /// The texts of SMS.
    #[must_use]
    pub fn sms_templates(&self) -> SmsTemplates {
        SmsTemplates::new(self.scope())
    }

    /// Logins through Google, GitHub and the like.
    #[must_use]
    pub fn social_logins(&self) -> SocialLogins {
        SocialLogins::new(self.scope())
    }

    /// Logins through OAuth providers of your own choice.
    #[must_use]
    pub fn custom_social_logins(&self) -> CustomSocialLogins {
        CustomSocialLogins::new(self.scope())
    }
}
