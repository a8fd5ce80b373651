// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! General: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Signing in, staying signed in, signing out and signing up: the password login of an embedded login
/// box or a REST-only integration. The routes need no `Authorization` header; the credential is in the
/// body, or in the `fe_refresh_...` cookie for refresh and logout. A host application calls them on
/// behalf of a user, either on the environment's own domain or, with `frontegg-vendor-host`, on a
/// regional API host. A 200 is not yet a session: read `mfaRequired`, `resetPasswordToken` and
/// `isBreachedPassword` before expecting an access token.
impl Client {
    /// Sign in with a password
    ///
    /// Checks an e-mail address or username with its password and, if nothing stands in between, starts a
    /// session: access and refresh token in the body, the refresh token also as cookie `fe_refresh_...`.
    /// Needs no token. Exactly one of `email` and `username` is to be sent; neither gives 400. A 200 may
    /// come without tokens, so test in this order: `mfaRequired` with `mfaToken` (a second factor is due
    /// or has to be enrolled, continue with the `/resources/auth/v1/user/mfa/...` routes);
    /// `resetPasswordToken` (the password has expired, continue with `POST
    /// /resources/users/v1/passwords/reset/verify`); `isBreachedPassword` without `accessToken` (the
    /// password is known to be leaked, start a reset). A session with `passwordExpiresIn` at or below
    /// `notificationPeriod` deserves a warning. Wrong password and unknown user give the same 401, and so
    /// does a regional API host without `frontegg-vendor-host`.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Domain of the environment, such as `acme.frontegg.com`; needed only on a
    ///   regional API host.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user`
    pub async fn login_with_password(
        &self,
        frontegg_vendor_host: Option<&str>,
        body: &types::AuthenticateUserPasswordDto,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::LOGIN_WITH_PASSWORD)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .json(body)
            .send()
            .await
    }

    /// Refresh a session
    ///
    /// Exchanges the refresh token for a new access token and, as a rule, a new refresh token. The
    /// credential is the cookie `fe_refresh_...`, named after the client id without its first dash;
    /// neither the body nor `Authorization` carries it. A `tenantId` in the body asks for an access token
    /// of that tenant, for which some setups also want the present access token in `Authorization`;
    /// otherwise send an empty object. Where the environment rotates refresh tokens each is single-use: of
    /// two simultaneous calls with one token the second gets 401, so let only one call per session run at
    /// a time. 401 is also the ordinary answer for a visitor who never signed in. A 200 may ask for a
    /// second factor instead (`mfaRequired`), typically right after a social or SSO login.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Domain of the environment; needed only on a regional API host.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user/token/refresh`
    pub async fn refresh_session(
        &self,
        frontegg_vendor_host: Option<&str>,
        body: &types::RefreshTokenDto,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::REFRESH_SESSION)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .json(body)
            .send()
            .await
    }

    /// Sign out
    ///
    /// Ends the session to which the `fe_refresh_...` cookie belongs: its refresh token becomes unusable.
    /// No body, no `Authorization`. Access tokens already issued are not revoked and stay valid until
    /// their `exp`, so forget them locally whatever the answer; an error here needs no treatment. Sessions
    /// made by the hosted login are ended at `/oauth/logout` instead.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Domain of the environment; needed only on a regional API host.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/logout`
    pub async fn logout(
        &self,
        frontegg_vendor_host: Option<&str>,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::LOGOUT)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .send_unit()
            .await
    }

    /// Sign up with an e-mail address
    ///
    /// Creates a user together with a new tenant named `companyName`; with `invitationToken` the user
    /// joins the inviting tenant. Needs no token, but the environment must have `allowSignups` on. The
    /// answer names the user and tenant. With `shouldActivate` the address has to be confirmed first and
    /// no tokens come; otherwise a session is nested in `authResponse`, with its cookie. Without an
    /// application id, an environment that has no default application answers 403 (`ER-00008`); an address
    /// already in use gives 409. Send `name` as well: the service is known to refuse a sign-up without it.
    ///
    /// # Arguments
    ///
    /// - `frontegg_application_id`: Application to sign up to; needed unless the environment has a default
    ///   application.
    /// - `frontegg_vendor_host`: Domain of the environment; needed only on a regional API host.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/signUp`
    pub async fn sign_up_with_email(
        &self,
        frontegg_application_id: Option<&str>,
        frontegg_vendor_host: Option<&str>,
        body: &types::SignUpUserEmailDto,
    ) -> Result<Response<types::SignUpResponseDto>, Error> {
        self.call(&catalogue::SIGN_UP_WITH_EMAIL)
            .header("frontegg-application-id", frontegg_application_id)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .json(body)
            .send()
            .await
    }

    /// Sign up with a username
    ///
    /// Creates a user who is known by a username instead of an e-mail address, together with a new tenant
    /// named `companyName` or, with `invitationToken`, in the inviting tenant. Needs no token;
    /// `allowSignups` must be on. Answer, activation branch and the 403 without application id are those
    /// of `POST /resources/users/v1/signUp`. Without `email` no mail can reach the user, so a later
    /// password reset needs a phone number or an administrator.
    ///
    /// # Arguments
    ///
    /// - `frontegg_application_id`: Application to sign up to; needed unless the environment has a default
    ///   application.
    /// - `frontegg_vendor_host`: Domain of the environment; needed only on a regional API host.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/signUp/username`
    pub async fn sign_up_with_username(
        &self,
        frontegg_application_id: Option<&str>,
        frontegg_vendor_host: Option<&str>,
        body: &types::SignUpUserUsernameDto,
    ) -> Result<Response<types::SignUpResponseDto>, Error> {
        self.call(&catalogue::SIGN_UP_WITH_USERNAME)
            .header("frontegg-application-id", frontegg_application_id)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .json(body)
            .send()
            .await
    }

    /// Sign up with a phone number
    ///
    /// Creates a user who is identified by a phone number, together with a tenant. No token is needed.
    /// Tokens are nested in `authResponse` and are missing while activation is required
    /// (`shouldActivate`). An environment without a default application needs `frontegg-application-id`.
    ///
    /// # Arguments
    ///
    /// - `frontegg_application_id`: The application to sign up for; needed when the environment has no
    ///   default application.
    /// - `frontegg_vendor_host`: Host of the environment, for instance `acme.frontegg.com`; needed only
    ///   when the call goes to a regional API host.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/signUp/phoneNumber`
    pub async fn sign_up_with_phone_number(
        &self,
        frontegg_application_id: Option<&str>,
        frontegg_vendor_host: Option<&str>,
        body: &types::SignUpUserPhoneNumberDto,
    ) -> Result<Response<types::SignUpResponseDto>, Error> {
        self.call(&catalogue::SIGN_UP_WITH_PHONE_NUMBER)
            .header("frontegg-application-id", frontegg_application_id)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .json(body)
            .send()
            .await
    }

    /// Start a session as another user
    ///
    /// Exchanges an actor token for a session of the impersonated user. How the actor token is issued is
    /// not part of this API. The answer sets the `fe_refresh_*` cookie, so it takes the place of the
    /// current session of the same client. Which other token it asks for is not captured.
    ///
    /// # Wire
    ///
    /// `POST /resources/impersonation/v1`
    pub async fn start_impersonation(
        &self,
        body: &types::ImpersonateUserDto,
    ) -> Result<Response<types::ImpersonateUserResponse>, Error> {
        self.call(&catalogue::START_IMPERSONATION).json(body).send().await
    }
}
