//! What anybody may know of the settings: a login page does, before somebody has signed in.

use std::sync::Arc;

use frontegg_identity_raw::catalogue;

use super::configuration::{MachineToMachineAuthStrategy, MainAuthStrategy};
use super::custom_social::{self, CustomSocialProvider};
use super::password_rules::PasswordRules;
use super::social::{self, SocialProvider};
use super::strategies::{AuthStrategies, PasswordRecovery, SignUpStrategy};
use crate::client::Identity;
use crate::error::Error;
use crate::manage::UserId;
use crate::manage::scope::Scope;
use crate::manage::wire::unless_missing;
use crate::session::Caller;

/// What anybody may know of an environment's settings; [`Identity::login_page`] gives it.
///
/// ```
/// # async fn run(identity: frontegg_identity::Identity) -> Result<(), frontegg_identity::Error> {
/// let page = identity.login_page();
/// for provider in page.social_providers().await? {
///     println!("{}", provider.kind);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct LoginPage {
    scope: Scope,
}

/// Whether a login has to bring a captcha.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LoginPageCaptcha {
    /// Whether it has to.
    pub is_enabled: bool,
    /// The public key, for the page.
    pub site_key: Option<String>,
}

/// The part of the environment's configuration that a login page needs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LoginPageConfiguration {
    /// How users sign in by default.
    pub main_strategy: Option<MainAuthStrategy>,
    /// Whether people may sign up by themselves.
    pub allows_sign_ups: Option<bool>,
    /// Whether a user may sign in whose address is not verified yet.
    pub allows_unverified_logins: Option<bool>,
    /// Whether API tokens may be made and used.
    pub has_api_tokens: Option<bool>,
    /// Which key a machine has.
    pub machine_strategy: Option<MachineToMachineAuthStrategy>,
    /// Whether permissions are enforced.
    pub forces_permissions: Option<bool>,
}

impl Identity {
    /// What a login page has to know. Nobody has to have signed in.
    #[must_use]
    pub fn login_page(&self) -> LoginPage {
        let transport = Arc::clone(self.transport());
        LoginPage {
            scope: Scope::new(Caller::Nobody(self.clone()), transport),
        }
    }
}

impl LoginPage {
    /// How users sign in.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/auth/strategies/public`
    pub async fn strategies(&self) -> Result<AuthStrategies, Error> {
        const DOING: &str = "cannot read how users sign in";
        let outcome = self.scope.client().get_public_auth_strategies(None).await;
        let operation = &catalogue::GET_PUBLIC_AUTH_STRATEGIES;
        Ok(self.scope.told(DOING, operation, outcome)?.into())
    }

    /// What a new user gives, or may give.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/sign-up/strategies`
    pub async fn sign_up_strategies(&self) -> Result<Vec<SignUpStrategy>, Error> {
        const DOING: &str = "cannot read what a new user gives";
        let outcome = self.scope.client().list_sign_up_strategies(None).await;
        let operation = &catalogue::LIST_SIGN_UP_STRATEGIES;
        let list = self.scope.told(DOING, operation, outcome)?;
        Ok(list.into_iter().filter_map(SignUpStrategy::read).collect())
    }

    /// The ways to a new password that are switched on.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/password-recovery/strategies`
    pub async fn password_recoveries(&self) -> Result<Vec<PasswordRecovery>, Error> {
        const DOING: &str = "cannot read which ways lead to a new password";
        let client = self.scope.client();
        let outcome = client.list_password_recovery_strategies(None).await;
        let operation = &catalogue::LIST_PASSWORD_RECOVERY_STRATEGIES;
        let list = self.scope.told(DOING, operation, outcome)?;
        let active = list.into_iter().filter(|one| one.is_active == Some(true));
        Ok(active
            .filter_map(|one| one.strategy)
            .map(|one| one.as_str().into())
            .collect())
    }

    /// What the new password of a user has to be like: of the one in a mailed link, or of nobody in particular.
    ///
    /// # Wire
    /// `GET /identity/resources/users/v1/passwords/config`
    pub async fn password_rules(&self, user: Option<&UserId>) -> Result<PasswordRules, Error> {
        const DOING: &str = "cannot read what passwords have to be like";
        let user = user.map(UserId::as_str);
        let outcome = self.scope.client().get_user_password_policy(user).await;
        let operation = &catalogue::GET_USER_PASSWORD_POLICY;
        Ok(self.scope.told(DOING, operation, outcome)?.into())
    }

    /// Whether a login has to bring a captcha; if nobody has decided that, it has not.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/captcha-policy/public`
    pub async fn captcha(&self) -> Result<LoginPageCaptcha, Error> {
        const DOING: &str = "cannot read whether a login needs a captcha";
        let outcome = self.scope.client().get_public_captcha_policy(None).await;
        let operation = &catalogue::GET_PUBLIC_CAPTCHA_POLICY;
        let answer = unless_missing(self.scope.told(DOING, operation, outcome))?;
        Ok(LoginPageCaptcha {
            is_enabled: answer
                .as_ref()
                .and_then(|answer| answer.enabled)
                .unwrap_or_default(),
            site_key: answer.and_then(|answer| answer.site_key),
        })
    }

    /// The part of the configuration that a login page needs.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/public`
    pub async fn configuration(&self) -> Result<LoginPageConfiguration, Error> {
        const DOING: &str = "cannot read the configuration of the environment";
        let client = self.scope.client();
        let outcome = client.get_public_identity_configuration(None).await;
        let operation = &catalogue::GET_PUBLIC_IDENTITY_CONFIGURATION;
        let answer = self.scope.told(DOING, operation, outcome)?;
        Ok(LoginPageConfiguration {
            main_strategy: answer.auth_strategy,
            allows_sign_ups: answer.allow_signups,
            allows_unverified_logins: answer.allow_not_verified_users_login,
            has_api_tokens: answer.api_tokens_enabled,
            machine_strategy: answer.machine_to_machine_auth_strategy,
            forces_permissions: answer.force_permissions,
        })
    }

    /// Logins through Google, GitHub and the like.
    ///
    /// # Wire
    /// `GET /identity/resources/sso/v2`
    pub async fn social_providers(&self) -> Result<Vec<SocialProvider>, Error> {
        social::list(&self.scope).await
    }

    /// Logins through OAuth providers of the environment's own choice.
    ///
    /// # Wire
    /// `GET /identity/resources/sso/custom/v1`
    pub async fn custom_social_providers(&self) -> Result<Vec<CustomSocialProvider>, Error> {
        custom_social::list(&self.scope).await
    }
}
