//! What holds for all users of an environment.

use std::time::Duration;

pub use frontegg_identity_raw::types::{
    CookieSameSite, JwtAlgorithm, MachineToMachineAuthStrategy, MainAuthStrategy,
};
use frontegg_identity_raw::{Secret, types};

use super::shared::{from_seconds, seconds};

/// What holds for all users of an environment. Members may be missing: an older environment does not tell all.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct IdentityConfiguration {
    /// How long an access token lives.
    pub access_token_life: Option<Duration>,
    /// How long a refresh token lives.
    pub refresh_token_life: Option<Duration>,
    /// How long a login code or a login link lives.
    pub login_code_life: Option<Duration>,
    /// Whether a renewal gives a new refresh token and spends the old one.
    pub rotates_refresh_tokens: Option<bool>,
    /// How users sign in by default.
    pub main_strategy: Option<MainAuthStrategy>,
    /// Which key a machine has.
    pub machine_strategy: Option<MachineToMachineAuthStrategy>,
    /// Whether API tokens may be made and used.
    pub has_api_tokens: Option<bool>,
    /// Whether people may sign up by themselves.
    pub allows_sign_ups: Option<bool>,
    /// Whether users may be invited to tenants.
    pub allows_invitations: Option<bool>,
    /// Whether a user may sign in whose address is not verified yet.
    pub allows_unverified_logins: Option<bool>,
    /// Whether a login by link or code has to end on the device where it began.
    pub forces_same_device: Option<bool>,
    /// Whether users of a tenant's own login page may switch to another tenant.
    pub allows_custom_login_tenant_switch: Option<bool>,
    /// Whether permissions are enforced.
    pub forces_permissions: Option<bool>,
    /// Whether access tokens hold roles.
    pub has_roles_in_tokens: Option<bool>,
    /// Whether access tokens hold permissions.
    pub has_permissions_in_tokens: Option<bool>,
    /// Whether access tokens hold the attributes of a SAML login.
    pub has_saml_attributes_in_tokens: Option<bool>,
    /// Whether a tenant may have password rules of its own.
    pub may_tenants_rule_passwords: Option<bool>,
    /// Whether a tenant may say itself which passwords may not come back.
    pub may_tenants_rule_history: Option<bool>,
    /// Whether a tenant may say itself how long a password may be used.
    pub may_tenants_rule_rotation: Option<bool>,
    /// To which sites browsers send the cookie of the refresh token.
    pub cookie_same_site: Option<CookieSameSite>,
    /// How access tokens are signed.
    pub algorithm: Option<JwtAlgorithm>,
    /// What verifies tokens that are signed with RS256, as PEM.
    pub public_key: Option<String>,
    /// What signs tokens with HS256.
    pub signing_secret: Option<Secret>,
}

impl From<types::VendorConfigResponse> for IdentityConfiguration {
    fn from(answer: types::VendorConfigResponse) -> Self {
        let life = |seconds: Option<i64>| seconds.map(from_seconds);
        let secret = answer.jwt_secret;
        Self {
            access_token_life: life(answer.default_token_expiration),
            refresh_token_life: life(answer.default_refresh_token_expiration),
            login_code_life: life(answer.default_passwordless_token_expiration),
            rotates_refresh_tokens: answer.rotate_refresh_tokens,
            main_strategy: answer.auth_strategy.map(|one| one.as_str().into()),
            machine_strategy: answer.machine_to_machine_auth_strategy,
            has_api_tokens: answer.api_tokens_enabled,
            allows_sign_ups: answer.allow_signups,
            allows_invitations: answer.allow_tenant_invitations,
            allows_unverified_logins: answer.allow_not_verified_users_login,
            forces_same_device: answer.force_same_device_on_auth,
            allows_custom_login_tenant_switch: answer.allow_custom_login_tenant_switch,
            forces_permissions: answer.force_permissions,
            has_roles_in_tokens: answer.add_roles_to_jwt,
            has_permissions_in_tokens: answer.add_permissions_to_jwt,
            has_saml_attributes_in_tokens: answer.add_saml_attributes_to_jwt,
            may_tenants_rule_passwords: answer.allow_override_password_complexity,
            may_tenants_rule_history: answer.allow_override_enforce_password_history,
            may_tenants_rule_rotation: answer.allow_override_password_expiration,
            cookie_same_site: answer.cookie_same_site,
            algorithm: answer.jwt_algorithm,
            public_key: answer.public_key,
            signing_secret: secret.filter(|secret| !secret.expose().is_empty()),
        }
    }
}

/// Changes of what holds for all users of an environment. What is not said stays as it is.
///
/// ```
/// use std::time::Duration;
/// use frontegg_identity::manage::IdentityChange;
///
/// let change = IdentityChange::new()
///     .access_token_life(Duration::from_secs(15 * 60))
///     .rotate_refresh_tokens(true);
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "a change does nothing by itself"]
pub struct IdentityChange(pub(super) types::VendorConfigRequest);

impl IdentityChange {
    /// Changes nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// How long access tokens live, in whole seconds. Those that are out keep their life.
    pub fn access_token_life(mut self, life: Duration) -> Self {
        self.0.default_token_expiration = Some(seconds(life));
        self
    }

    /// How long refresh tokens live, up to 180 days, in whole seconds.
    pub fn refresh_token_life(mut self, life: Duration) -> Self {
        self.0.default_refresh_token_expiration = Some(seconds(life));
        self
    }

    /// How long login codes and login links live, in whole seconds.
    pub fn login_code_life(mut self, life: Duration) -> Self {
        self.0.default_passwordless_token_expiration = Some(seconds(life));
        self
    }

    /// Whether a renewal gives a new refresh token and spends the old one.
    pub fn rotate_refresh_tokens(mut self, is_wanted: bool) -> Self {
        self.0.rotate_refresh_tokens = Some(is_wanted);
        self
    }

    /// How users sign in by default.
    pub fn main_strategy(mut self, strategy: &MainAuthStrategy) -> Self {
        self.0.auth_strategy = Some(strategy.as_str().into());
        self
    }

    /// Which key a machine has.
    pub fn machine_strategy(mut self, strategy: MachineToMachineAuthStrategy) -> Self {
        self.0.machine_to_machine_auth_strategy = Some(strategy);
        self
    }

    /// Whether API tokens may be made and used.
    pub fn enable_api_tokens(mut self, is_wanted: bool) -> Self {
        self.0.api_tokens_enabled = Some(is_wanted);
        self
    }

    /// Whether people may sign up by themselves.
    pub fn allow_sign_ups(mut self, is_wanted: bool) -> Self {
        self.0.allow_signups = Some(is_wanted);
        self
    }

    /// Whether users may be invited to tenants.
    pub fn allow_invitations(mut self, is_wanted: bool) -> Self {
        self.0.allow_tenant_invitations = Some(is_wanted);
        self
    }

    /// Whether a user may sign in whose address is not verified yet.
    pub fn allow_unverified_logins(mut self, is_wanted: bool) -> Self {
        self.0.allow_not_verified_users_login = Some(is_wanted);
        self
    }

    /// Whether a login by link or code has to end on the device where it began.
    pub fn force_same_device(mut self, is_wanted: bool) -> Self {
        self.0.force_same_device_on_auth = Some(is_wanted);
        self
    }

    /// Whether users of a tenant's own login page may switch to another tenant.
    pub fn allow_custom_login_tenant_switch(mut self, is_wanted: bool) -> Self {
        self.0.allow_custom_login_tenant_switch = Some(is_wanted);
        self
    }

    /// Whether checks of the tenant are skipped; which, the service does not say.
    pub fn skip_tenant_validation(mut self, is_wanted: bool) -> Self {
        self.0.skip_tenant_validation = Some(is_wanted);
        self
    }

    /// Whether permissions are enforced.
    pub fn force_permissions(mut self, is_wanted: bool) -> Self {
        self.0.force_permissions = Some(is_wanted);
        self
    }

    /// Whether access tokens hold roles; without them tokens are smaller.
    pub fn roles_in_tokens(mut self, is_wanted: bool) -> Self {
        self.0.add_roles_to_jwt = Some(is_wanted);
        self
    }

    /// Whether access tokens hold permissions; without them tokens are smaller.
    pub fn permissions_in_tokens(mut self, is_wanted: bool) -> Self {
        self.0.add_permissions_to_jwt = Some(is_wanted);
        self
    }

    /// Whether access tokens hold the attributes of a SAML login.
    pub fn saml_attributes_in_tokens(mut self, is_wanted: bool) -> Self {
        self.0.add_saml_attributes_to_jwt = Some(is_wanted);
        self
    }

    /// Whether a tenant may have password rules of its own.
    pub fn let_tenants_rule_passwords(mut self, is_wanted: bool) -> Self {
        self.0.allow_override_password_complexity = Some(is_wanted);
        self
    }

    /// Whether a tenant may say itself which passwords may not come back.
    pub fn let_tenants_rule_history(mut self, is_wanted: bool) -> Self {
        self.0.allow_override_enforce_password_history = Some(is_wanted);
        self
    }

    /// Whether a tenant may say itself how long a password may be used.
    pub fn let_tenants_rule_rotation(mut self, is_wanted: bool) -> Self {
        self.0.allow_override_password_expiration = Some(is_wanted);
        self
    }

    /// To which sites browsers send the cookie of the refresh token. An application on another site needs
    /// [`None`](CookieSameSite::None).
    pub fn cookie_same_site(mut self, policy: CookieSameSite) -> Self {
        self.0.cookie_same_site = Some(policy);
        self
    }

    /// How access tokens are signed. Whoever keeps the public key reads it again after a change.
    pub fn algorithm(mut self, algorithm: JwtAlgorithm) -> Self {
        self.0.jwt_algorithm = Some(algorithm);
        self
    }
}
