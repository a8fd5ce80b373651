// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Passwordless: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Login without a password by SMS code, magic link or e-mail code. Every flow has two steps:
/// `prelogin` sends the message, `postlogin` trades what the user received for a session. No token is
/// sent. On a regional API host such as `api.frontegg.com` the service needs `frontegg-vendor-host` to
/// know the environment; on the environment's own domain it does not. Keep the cookies that `prelogin`
/// sets and send them back with `postlogin`: they tie the two steps together.
impl Client {
    /// Send a login code by SMS
    ///
    /// First step of the login by SMS: sends a one-time code to the phone of the user. No token is needed;
    /// `frontegg-vendor-host` names the environment when the call does not go to its own domain. Name the
    /// user by exactly one of `email`, `userId`, `username` and `phoneNumber`. Add `recaptchaToken` where
    /// the captcha policy is on, and `invitationToken` for a user who joins by invitation. The answer sets
    /// a cookie that has to go back with the post-login call. It may be 200 instead of 201.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/passwordless/smscode/prelogin`
    pub async fn start_sms_code_login(
        &self,
        body: &types::PasswordlessAuthenticationSmsOtcPreloginDto,
    ) -> Result<
        Response<types::PasswordlessAuthenticationSmsOtcPreloginResponseDto>,
        Error,
    > {
        self.call(&catalogue::START_SMS_CODE_LOGIN).json(body).send().await
    }

    /// Log in with the code received by SMS
    ///
    /// Second step of the login by SMS: the code, sent as `token`, becomes a session. No bearer token is
    /// needed; send the cookie that the pre-login call set. Success is the usual login body plus the
    /// refresh cookie, with 200 or 201. When a second factor is due, `mfaRequired` is true, `mfaToken` is
    /// set and there is neither access token nor refresh token: go on with the MFA routes. A code can be
    /// used once.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/passwordless/smscode/postlogin`
    pub async fn complete_sms_code_login(
        &self,
        body: &types::AuthenticateUserPasswordlessDto,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::COMPLETE_SMS_CODE_LOGIN).json(body).send().await
    }

    /// Send a magic link by e-mail
    ///
    /// First step of the login by magic link: sends an e-mail with a login link. No token is needed;
    /// `frontegg-vendor-host` names the environment when the call does not go to its own domain. Name the
    /// user by exactly one of `email`, `userId` and `username`. Add `recaptchaToken` where the captcha
    /// policy is on, and `invitationToken` for a user who joins by invitation. The answer carries no data
    /// but sets a cookie. With `forceSameDeviceOnAuth` in the environment's configuration the link works
    /// only together with that cookie.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/passwordless/magiclink/prelogin`
    pub async fn start_magic_link_login(
        &self,
        body: &types::PasswordlessAuthenticationPreloginDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::START_MAGIC_LINK_LOGIN).json(body).send_unit().await
    }

    /// Log in with the token of a magic link
    ///
    /// Second step of the login by magic link: the token taken from the link becomes a session. No bearer
    /// token is needed; send the cookie from the pre-login call. The answer is the usual login body plus
    /// the refresh cookie. It may instead ask for a second factor, with `mfaRequired` true, an `mfaToken`
    /// and no tokens. `emailVerified` in the body tells that this login also verified the user's address.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/passwordless/magiclink/postlogin`
    pub async fn complete_magic_link_login(
        &self,
        body: &types::AuthenticateUserPasswordlessDto,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::COMPLETE_MAGIC_LINK_LOGIN).json(body).send().await
    }

    /// Send a login code by e-mail
    ///
    /// First step of the login by e-mail code: sends a one-time code to the user's address. No token is
    /// needed; `frontegg-vendor-host` names the environment when the call does not go to its own domain.
    /// Name the user by exactly one of `email`, `userId` and `username`. Add `recaptchaToken` where the
    /// captcha policy is on, and `invitationToken` for a user who joins by invitation. The answer carries
    /// no data; what matters is its cookie, which has to go back with the post-login call. It may be 200
    /// instead of 201.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/passwordless/code/prelogin`
    pub async fn start_email_code_login(
        &self,
        body: &types::PasswordlessAuthenticationPreloginDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::START_EMAIL_CODE_LOGIN).json(body).send_unit().await
    }

    /// Log in with the code received by e-mail
    ///
    /// Second step of the login by e-mail code: the code, sent as `token`, becomes a session. No bearer
    /// token is needed; the cookie from the pre-login call tells whose code it is, so it must be sent.
    /// Keep the code as text, since it may begin with zeros. The answer is the usual login body plus the
    /// refresh cookie, with 200 or 201; look at `mfaRequired` before using the tokens, which are absent
    /// when a second factor is due.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/passwordless/code/postlogin`
    pub async fn complete_email_code_login(
        &self,
        body: &types::AuthenticateUserPasswordlessDto,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::COMPLETE_EMAIL_CODE_LOGIN).json(body).send().await
    }
}
