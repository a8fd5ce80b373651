//! Settings that a tenant has of its own, and those that it falls back to.

use frontegg_identity_raw::catalogue;

use super::{
    AuthStrategies, EmailDomains, IpRestrictions, LockoutPolicy, PasswordHistory, SessionSettings,
    SocialProvider,
};
use crate::MfaPolicy;
use crate::error::Error;
use crate::manage::scope::Scope;
use crate::manage::wire::unless_missing;

/// Settings of a tenant, by topic; [`Tenant::settings`](crate::manage::Tenant::settings) gives them.
///
/// An administrator of the tenant may call all of it. Policies that only the environment may give to a tenant are on
/// [`Settings`](super::Settings), as [`LockoutSettings::in_tenant`](super::LockoutSettings::in_tenant).
#[derive(Clone, Debug)]
pub struct TenantSettings {
    scope: Scope,
}

impl TenantSettings {
    pub(in crate::manage) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// How long sessions live, and how many a user may have.
    #[must_use]
    pub fn sessions(&self) -> SessionSettings {
        SessionSettings::new(self.scope.clone(), false)
    }

    /// Which domains the addresses of users may have.
    #[must_use]
    pub fn email_domains(&self) -> EmailDomains {
        EmailDomains::new(self.scope.clone())
    }

    /// Which IP addresses may use the tenant.
    #[must_use]
    pub fn ip_restrictions(&self) -> IpRestrictions {
        IpRestrictions::new(self.scope.clone())
    }

    /// Who has to show a second factor, by the tenant's own policy; none if it has none.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/mfa-policy`
    pub async fn mfa_policy(&self) -> Result<Option<MfaPolicy>, Error> {
        const DOING: &str = "cannot read who has to show a second factor";
        let outcome = self.scope.client().get_mfa_policy(None).await;
        let outcome = self.scope.told(DOING, &catalogue::GET_MFA_POLICY, outcome);
        Ok(unless_missing(outcome)?.and_then(super::mfa::policy))
    }

    /// Who has to show a second factor where the tenant says nothing; none if nobody has decided that.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/mfa-policy/vendor`
    pub async fn default_mfa_policy(&self) -> Result<Option<MfaPolicy>, Error> {
        const DOING: &str = "cannot read who has to show a second factor";
        let operation = &catalogue::GET_MFA_POLICY_AS_VENDOR;
        let outcome = self.scope.client().get_mfa_policy_as_vendor().await;
        let outcome = self.scope.told(DOING, operation, outcome);
        Ok(unless_missing(outcome)?.and_then(super::mfa::policy))
    }

    /// After how many failed logins a user is locked where the tenant says nothing; none if nobody has decided that.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/lockout-policy/vendor`
    pub async fn default_lockout_policy(&self) -> Result<Option<LockoutPolicy>, Error> {
        const DOING: &str = "cannot read the lockout policy";
        let operation = &catalogue::GET_LOCKOUT_POLICY_AS_VENDOR;
        let outcome = self.scope.client().get_lockout_policy_as_vendor().await;
        let outcome = self.scope.told(DOING, operation, outcome);
        Ok(unless_missing(outcome)?.and_then(LockoutPolicy::read))
    }

    /// Which passwords may not come back where the tenant says nothing; none if nobody has decided that.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/password-history-policy/vendor`
    pub async fn default_password_history(&self) -> Result<Option<PasswordHistory>, Error> {
        const DOING: &str = "cannot read which passwords may come back";
        let operation = &catalogue::GET_PASSWORD_HISTORY_POLICY_AS_VENDOR;
        let client = self.scope.client();
        let outcome = client.get_password_history_policy_as_vendor().await;
        let outcome = self.scope.told(DOING, operation, outcome);
        Ok(unless_missing(outcome)?.and_then(PasswordHistory::read))
    }

    /// How users sign in, as told to one who has: for a user of the tenant.
    /// [`LoginPage::strategies`](super::LoginPage::strategies) tells everybody.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/auth/strategies`
    pub async fn auth_strategies(&self) -> Result<AuthStrategies, Error> {
        const DOING: &str = "cannot read how users sign in";
        let operation = &catalogue::GET_AUTH_STRATEGIES;
        let outcome = self.scope.client().get_auth_strategies().await;
        Ok(self.scope.told(DOING, operation, outcome)?.into())
    }

    /// Social logins, as told to a user who has signed in.
    /// [`LoginPage::social_providers`](super::LoginPage::social_providers) tells everybody.
    ///
    /// # Wire
    /// `GET /identity/resources/sso/v2/authenticated`
    pub async fn social_providers(&self) -> Result<Vec<SocialProvider>, Error> {
        const DOING: &str = "cannot list the social logins";
        let operation = &catalogue::LIST_SOCIAL_PROVIDERS_AS_USER;
        let outcome = self.scope.client().list_social_providers_as_user().await;
        let providers = self.scope.told(DOING, operation, outcome)?;
        Ok(providers.into_iter().map(SocialProvider::from).collect())
    }

    /// Mails a new-password link to each user whose password is known to be breached. It cannot be narrowed to some of them.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/passwords/breached/reset/bulk`
    pub async fn reset_breached_passwords(&self) -> Result<(), Error> {
        const DOING: &str = "cannot have breached passwords replaced";
        let operation = &catalogue::RESET_BREACHED_PASSWORDS;
        let outcome = self.scope.client().reset_breached_passwords().await;
        self.scope.told(DOING, operation, outcome)
    }
}
