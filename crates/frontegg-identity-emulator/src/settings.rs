//! What a test decides before the service starts, above all where the real service's behaviour is not known.

mod shown;
mod values;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

pub use self::values::{
    Audience, CookieEnd, ErrorForm, ExpiresForm, HostForm, PasswordRotation, RefreshAuthorization,
    Reuse, RightsForm, SameSite,
};

/// How the emulated environment is set up and how it behaves.
///
/// Every default is what the evidence about the real service says, or the mildest guess where it says nothing. `Debug`
/// shows the members as JSON has them, without secrets.
///
/// ```
/// use frontegg_identity_emulator::{Reuse, Settings};
///
/// let mut settings = Settings::default();
/// settings.refresh_token_reuse = Reuse::RevokeFamily;
/// ```
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Settings {
    /// The environment's client id: what an environment token is asked with, and part of each cookie's name.
    pub client_id: String,
    /// The secret that goes with the client id.
    pub secret: String,
    /// The environment's domain, `iss` of its tokens after `https://`.
    pub domain: String,
    /// Further domains of the environment, for `frontegg-vendor-host`.
    pub custom_domains: Vec<String>,
    /// What a request to a loopback address, or without a `Host`, is taken for.
    pub loopback: HostForm,
    /// The id of the application that is there at the start.
    pub application_id: String,
    /// Whether that application is the default one, now and after a change of this setting. Without a default, users are created only by requests that name an
    /// application (403 `ER-00008`).
    pub default_application: bool,

    /// Life of the access tokens of users, and of those that API tokens are exchanged for.
    #[serde(with = "seconds")]
    pub access_token_life: TimeDelta,
    /// Life of the refresh tokens of users and of API tokens; each refresh starts it anew.
    #[serde(with = "seconds")]
    pub refresh_token_life: TimeDelta,
    /// Life of an environment token.
    #[serde(with = "seconds")]
    pub environment_token_life: TimeDelta,
    /// Whether a refresh replaces the refresh token (`rotateRefreshTokens`).
    pub rotate_refresh_tokens: bool,
    /// What happens to a refresh token that was spent. The real rule is not known beyond the refusal.
    pub refresh_token_reuse: Reuse,
    /// What the refresh of a session makes of an `Authorization` header. Both other rules have been reported.
    pub refresh_authorization: RefreshAuthorization,
    /// Whether the refresh of a session also takes the token from the member `refreshToken` of the body. The real service
    /// is only known to read the cookie.
    pub refresh_token_in_body: bool,
    /// Whether there are API tokens and access tokens (`apiTokensEnabled`). If not, their routes answer 403.
    pub api_tokens_enabled: bool,
    /// Refresh tokens that an API token may have at a time. One more silently kills the oldest.
    pub api_token_refresh_limit: usize,
    /// What the look-up of an access token gives as its roles and permissions. Clients have to take both.
    pub access_token_rights: RightsForm,
    /// How the member `expires` of a login is written.
    pub expires_form: ExpiresForm,
    /// What `aud` of a user's token says.
    pub audience: Audience,
    /// Whether users' tokens carry `roles` (`addRolesToJwt`).
    pub roles_in_tokens: bool,
    /// Whether users' tokens carry `permissions` (`addPermissionsToJwt`).
    pub permissions_in_tokens: bool,
    /// Whether users' tokens carry the session id as `sid`. Seen in 2023, absent in 2026.
    pub session_id_in_tokens: bool,

    /// `SameSite` of the cookies (`cookieSameSite`).
    pub cookie_same_site: SameSite,
    /// Whether cookies are `Secure`. A cookie jar drops such cookies on plain HTTP, browsers except on loopback.
    pub secure_cookies: bool,
    /// How a cookie says its end.
    pub cookie_end: CookieEnd,
    /// `Domain` of the cookies; none by default.
    pub cookie_domain: Option<String>,

    /// Whether an MFA challenge says `mfaEnrolled: true`. Clients take its absence for the same.
    pub challenge_says_enrolled: bool,
    /// Whether an MFA challenge lists the user's factors. One that does not is answered by the route that names no device.
    pub challenge_lists_devices: bool,
    /// Whether a login that forces enrolment already carries `qrCode`, `secret` and `recoveryCode`.
    pub enrolment_in_login: bool,
    /// Life of an `mfaToken`.
    #[serde(with = "seconds")]
    pub mfa_token_life: TimeDelta,
    /// Whether a refresh asks for a second factor that the session's login did without, as when a policy came later.
    pub mfa_at_refresh: bool,
    /// Wrong codes after which an `mfaToken` is dead; none by default.
    pub mfa_attempts: Option<u32>,
    /// Failed logins after which a user is locked (lockout policy); none by default.
    pub lockout_attempts: Option<u32>,
    /// Whether users whose e-mail is not verified may log in (`allowNotVerifiedUsersLogin`).
    pub unverified_login: bool,
    /// Whether the IP restrictions of a tenant hold at login. By default only the routes that ask for them know them.
    pub ip_restrictions_at_login: bool,
    /// Whether people may sign up without an invitation, by form or by a social login (`allowSignups`).
    pub sign_ups: bool,
    /// Whether invitations to a tenant can be made (`allowTenantInvitations`). Those made before stay good.
    pub tenant_invitations: bool,
    /// Whether a sign-up has to be activated by mail before it may log in.
    pub sign_up_activation: bool,
    /// Whether mails carry a code besides the link (activation and invitation strategy `code`).
    pub codes_in_mails: bool,
    /// Life of the links and codes in mails.
    #[serde(with = "seconds")]
    pub link_life: TimeDelta,
    /// Life of the codes that verify an address or a number.
    #[serde(with = "seconds")]
    pub verification_code_life: TimeDelta,
    /// Age at which a password expires, and how long before that the user is warned; no rotation by default.
    pub password_rotation: Option<PasswordRotation>,

    /// Whether locking a user ends their sessions at once. Not known; by default they live until the next refresh.
    pub lock_ends_sessions: bool,
    /// Whether the environment's update of a user clears what the body leaves out. The documents call it a replacement.
    pub vendor_update_clears: bool,
    /// Whether a user who reaches a sub-account from the account above has their roles there too. Not known.
    pub sub_account_roles: bool,
    /// Number of tenants from which on a change of a user's roles in many tenants is queued; none is by default.
    pub role_update_queue: Option<u32>,
    /// Whether the options for a login with a passkey are the body itself; by default they are its member `options`, as
    /// mobile clients read them.
    pub flat_passkey_options: bool,
    /// Life of the codes and links to log in with (`defaultPasswordlessTokenExpiration`).
    #[serde(with = "seconds")]
    pub login_code_life: TimeDelta,
    /// Whether a magic link logs in only where it was asked for (`forceSameDeviceOnAuth`): the cookie
    /// `fe_passwordless_<client id without its first dash>` has to come along. A code needs that cookie always.
    pub force_same_device: bool,
    /// Whether the start of a login by code or link refuses a user who does not exist, instead of answering as for others.
    pub login_reveals_users: bool,
    /// Whether a login through another service asks for the second factor only at the first refresh. The login itself then
    /// gives the refresh cookie and no tokens in its body.
    pub sso_mfa_at_refresh: bool,

    /// Refusal of a wrong password and of an unknown user.
    pub wrong_credentials: ErrorForm,
    /// Refusal of a locked user with the right password.
    pub locked_user: ErrorForm,
    /// Refusal of a locked user's refresh. Not known; the default is that of a session that has ended.
    pub locked_user_refresh: ErrorForm,
    /// Refusal of a tenant that the user may not enter, at a refresh or a switch. Not known.
    pub foreign_tenant: ErrorForm,
    /// Refusal to create a user in a tenant that does not exist. Known only for tenants that the application is closed to.
    pub unknown_tenant_on_create: ErrorForm,
    /// Refusal of temporary users while they are turned off. Not known.
    pub temporary_users_off: ErrorForm,
    /// Refusal of a sign-up while there are none. Not known.
    pub sign_ups_off: ErrorForm,
    /// Refusal to make an invitation while there are none. Not known.
    pub tenant_invitations_off: ErrorForm,
    /// Refusal of a user who is disabled in all tenants.
    pub disabled_user: ErrorForm,
    /// Refusal of a user whose e-mail has to be verified first.
    pub unverified_user: ErrorForm,
    /// Refusal of an `mfaToken` that is unknown, spent or expired.
    pub dead_mfa_token: ErrorForm,
    /// Refusal of a wrong MFA code.
    pub wrong_mfa_code: ErrorForm,
    /// Refusal of an MFA code that came too late.
    pub expired_mfa_code: ErrorForm,
    /// Refusal of the wrong MFA code after which the `mfaToken` is dead.
    pub too_many_mfa_codes: ErrorForm,
    /// Refusal of a role, a permission or a category whose key or id is in use, and of a group whose name is.
    pub name_taken: ErrorForm,
    /// Refusal of a login code or link that is wrong, spent or expired.
    pub wrong_login_code: ErrorForm,
    /// Refusal of a passkey whose answer is wrong.
    pub wrong_passkey: ErrorForm,
    /// Refusal of what an identity provider gave, if it is wrong, spent or expired.
    pub wrong_assertion: ErrorForm,
    /// Refusal of an environment token's credentials; this service writes `message`, not `errors`.
    pub wrong_environment_credentials: ErrorForm,

    /// Whether requests with members or parameters that the description does not know are refused.
    pub strict: bool,
    /// Parameter names under which lists of users take ids; whether the real service takes both is not known.
    pub id_parameters: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            client_id: "6b1f2a90-4c3d-4e8f-9a51-2d7c0e5f8b34".to_owned(),
            secret: "f03b8c6d-91e2-47a5-b8c4-6a1d9e0f7523".to_owned(),
            domain: "app-emulator.frontegg.com".to_owned(),
            custom_domains: Vec::new(),
            loopback: HostForm::Environment,
            application_id: "c59d7e18-0a2b-4f63-8e97-41b6d3f0a862".to_owned(),
            default_application: true,
            access_token_life: TimeDelta::days(1),
            refresh_token_life: TimeDelta::days(30),
            environment_token_life: TimeDelta::days(1),
            rotate_refresh_tokens: true,
            refresh_token_reuse: Reuse::Refuse,
            refresh_authorization: RefreshAuthorization::Ignored,
            refresh_token_in_body: false,
            api_tokens_enabled: true,
            api_token_refresh_limit: 100,
            access_token_rights: RightsForm::Keys,
            expires_form: ExpiresForm::HttpDate,
            audience: Audience::Environment,
            roles_in_tokens: true,
            permissions_in_tokens: true,
            session_id_in_tokens: true,
            cookie_same_site: SameSite::None,
            secure_cookies: true,
            cookie_end: CookieEnd::Expires,
            cookie_domain: None,
            challenge_says_enrolled: true,
            challenge_lists_devices: true,
            enrolment_in_login: true,
            mfa_token_life: TimeDelta::minutes(10),
            mfa_at_refresh: false,
            mfa_attempts: None,
            lockout_attempts: None,
            unverified_login: true,
            ip_restrictions_at_login: false,
            sign_ups: true,
            tenant_invitations: true,
            sign_up_activation: true,
            codes_in_mails: true,
            link_life: TimeDelta::days(1),
            verification_code_life: TimeDelta::minutes(10),
            password_rotation: None,
            lock_ends_sessions: false,
            vendor_update_clears: true,
            sub_account_roles: true,
            role_update_queue: None,
            flat_passkey_options: false,
            login_code_life: TimeDelta::minutes(10),
            force_same_device: false,
            login_reveals_users: false,
            sso_mfa_at_refresh: false,
            wrong_credentials: ErrorForm::new(401, "Invalid authentication"),
            locked_user: ErrorForm::new(423, "Your account is locked"),
            locked_user_refresh: ErrorForm::new(401, "Session not found"),
            foreign_tenant: ErrorForm::new(403, "User does not belong to the tenant"),
            unknown_tenant_on_create: ErrorForm {
                code: Some("ER-01008".to_owned()),
                ..ErrorForm::new(
                    404,
                    "This account/tenant is not assigned to the requested application",
                )
            },
            temporary_users_off: ErrorForm::new(403, "Temporary users are disabled"),
            sign_ups_off: ErrorForm::new(403, "Signups are disabled"),
            tenant_invitations_off: ErrorForm::new(403, "Tenant invitations are disabled"),
            disabled_user: ErrorForm::new(401, "User is disabled"),
            unverified_user: ErrorForm::new(401, "Email is not verified"),
            dead_mfa_token: ErrorForm::new(401, "MFA token is not valid"),
            wrong_mfa_code: ErrorForm::new(400, "Invalid MFA code"),
            expired_mfa_code: ErrorForm::new(400, "MFA code has expired"),
            too_many_mfa_codes: ErrorForm::new(400, "Too many failed attempts"),
            name_taken: ErrorForm::new(409, "Already exists"),
            wrong_login_code: ErrorForm::new(401, "Invalid authentication"),
            wrong_passkey: ErrorForm::new(401, "Invalid authentication"),
            wrong_assertion: ErrorForm::new(401, "Invalid authentication"),
            wrong_environment_credentials: ErrorForm::new(401, "Invalid credentials"),
            strict: false,
            id_parameters: vec!["ids".to_owned(), "_ids".to_owned()],
        }
    }
}

/// A span of time as whole seconds.
pub(crate) mod seconds {
    use chrono::TimeDelta;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// A thousand years: whatever is added to the end of the calendar by it is still a time.
    const MOST: u64 = 31_557_600_000;

    pub(crate) fn serialize<S: Serializer>(time: &TimeDelta, to: S) -> Result<S::Ok, S::Error> {
        time.num_seconds().serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<TimeDelta, D::Error> {
        let seconds = i64::deserialize(from)?;
        if seconds.unsigned_abs() > MOST {
            return Err(D::Error::custom("more than a thousand years"));
        }
        TimeDelta::try_seconds(seconds).ok_or_else(|| D::Error::custom("out of range"))
    }
}
