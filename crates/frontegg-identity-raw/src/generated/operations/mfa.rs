// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! MFA: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Second factors, in two families. The login-time routes under `/resources/auth/v1/user/mfa/` answer
/// a challenge or carry out a forced enrolment; they take no access token, only the `mfaToken` of the
/// login answer, and a call to a regional API host also needs `frontegg-vendor-host`. The routes under
/// `/resources/users/v1/mfa/` let a signed-in user enrol or remove a factor with a user access token;
/// a back end may call them with an environment token, and then sends `frontegg-user-id` and
/// `frontegg-tenant-id`. Success may be 200 or 201 on any of these routes.
impl Client {
    /// Remove MFA with a recovery code before login
    ///
    /// Redeems the recovery code that was issued at the first enrolment, for a user who has lost the
    /// second factor. Needs no token. It does not sign the user in: the answer has no body and no tokens,
    /// MFA is switched off for the user, and the next step is an ordinary login with the password. A wrong
    /// code is answered with an error status and an `errors` list.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user/mfa/recover`
    pub async fn disable_mfa_with_recovery_code(
        &self,
        body: &types::RecoverMfaDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DISABLE_MFA_WITH_RECOVERY_CODE)
            .json(body)
            .send_unit()
            .await
    }

    /// Disable MFA by the legacy route
    ///
    /// Removes the second factor of the user without naming a device; legacy twin of
    /// `/resources/users/v1/mfa/authenticator/{deviceId}/disable/verify`. A signed-in user calls it with a
    /// user access token and proves possession with `token`. With an environment token it is the
    /// administrator's reset: set `frontegg-user-id` (and `frontegg-tenant-id`), send `{}`, and the
    /// enrolment is cleared without a code. A user who has no second factor is answered with 400, error
    /// code `ER-01097` and the text `MFA is not enrolled`.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant to act in; needed with an environment token, redundant with a user
    ///   access token.
    /// - `frontegg_user_id`: Id of the user whose factor is removed; a user access token already implies
    ///   it.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/mfa/disable`
    #[deprecated = "the service marks this operation as deprecated"]
    pub async fn disable_my_mfa_authenticator_legacy(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
        body: &types::DisableMfaAuthAppRequest,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DISABLE_MY_MFA_AUTHENTICATOR_LEGACY)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .json(body)
            .send_unit()
            .await
    }

    /// Disable one authenticator app
    ///
    /// Removes one of the user's authenticator apps; a user may have several. Needs a user access token,
    /// or an environment token with `frontegg-user-id` and `frontegg-tenant-id`. `token` is a current code
    /// of the app or the recovery code, and may be left out while another factor remains. In spite of the
    /// path there is no preceding step: `verify` is the whole operation.
    ///
    /// # Arguments
    ///
    /// - `device_id`: Id of the authenticator app, from `mfaDevices.authenticators` of a login answer.
    /// - `frontegg_tenant_id`: Tenant to act in; needed with an environment token, redundant with a user
    ///   access token.
    /// - `frontegg_user_id`: Id of the user who owns the app; a user access token already implies it.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/mfa/authenticator/{deviceId}/disable/verify`
    pub async fn disable_my_mfa_authenticator_device(
        &self,
        device_id: &str,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
        body: &types::DisableMfaAuthAppRequest,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DISABLE_MY_MFA_AUTHENTICATOR_DEVICE)
            .path("deviceId", device_id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .json(body)
            .send_unit()
            .await
    }

    /// Start disabling an SMS factor
    ///
    /// Sends a code by SMS to the enrolled number as the first of two steps to remove it. Needs a user
    /// access token, or an environment token with both headers. The answer carries the `otcToken` that has
    /// to come back together with the code in `/resources/users/v1/mfa/sms/{deviceId}/disable/verify`. The
    /// step is needed only when this is the user's last factor; otherwise call the second route directly.
    ///
    /// # Arguments
    ///
    /// - `device_id`: Id of the phone, from `mfaDevices.phones` of a login answer.
    /// - `frontegg_tenant_id`: Id of the tenant in which the user acts; a user access token already
    ///   implies it.
    /// - `frontegg_user_id`: Id of the user who owns the phone; a user access token already implies it.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/mfa/sms/{deviceId}/disable`
    pub async fn start_my_mfa_sms_disablement(
        &self,
        device_id: &str,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
        body: &types::RequestDisableMfaRequest,
    ) -> Result<Response<types::RequestDisableMfaSmsResponse>, Error> {
        self.call(&catalogue::START_MY_MFA_SMS_DISABLEMENT)
            .path("deviceId", device_id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .json(body)
            .send()
            .await
    }

    /// Finish disabling an SMS factor
    ///
    /// Removes a phone from the user's second factors. Needs a user access token, or an environment token
    /// with `frontegg-user-id` and `frontegg-tenant-id`. When it is the last factor, send the `otcToken`
    /// of `/resources/users/v1/mfa/sms/{deviceId}/disable` and the code the user received; while another
    /// factor remains, the service asks for neither.
    ///
    /// # Arguments
    ///
    /// - `device_id`: Id of the phone to remove, from `mfaDevices.phones` of a login answer.
    /// - `frontegg_tenant_id`: Tenant to act in; needed with an environment token, redundant with a user
    ///   access token.
    /// - `frontegg_user_id`: Id of the user who owns the phone; a user access token already implies it.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/mfa/sms/{deviceId}/disable/verify`
    pub async fn disable_my_mfa_sms(
        &self,
        device_id: &str,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
        body: &types::DisableMfaSmsRequest,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DISABLE_MY_MFA_SMS)
            .path("deviceId", device_id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .json(body)
            .send_unit()
            .await
    }

    /// Finish login with an authenticator code, no device named
    ///
    /// Answers an MFA challenge with a code from an authenticator app when no device id is known; legacy
    /// twin of `/resources/auth/v1/user/mfa/authenticator/{deviceId}/verify`. Needs no access token:
    /// `mfaToken` from the login answer goes in the body, and `value` carries the code. The answer is the
    /// same login body as on the newer route, with tokens and the `fe_refresh_` cookie. A wrong code is
    /// answered with 400 and `errors`.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user/mfa/verify`
    #[deprecated = "the service marks this operation as deprecated"]
    pub async fn verify_mfa_authenticator_legacy(
        &self,
        body: &types::VerifyMfaAuthAppRequest,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::VERIFY_MFA_AUTHENTICATOR_LEGACY).json(body).send().await
    }

    /// Send a login MFA code by e-mail
    ///
    /// Mails a one-time code to the user who is in the middle of a login. Needs no access token, only
    /// `mfaToken` from the login answer. The answer carries the `otcToken` that belongs to this mail; keep
    /// it for `/resources/auth/v1/user/mfa/emailcode/verify`. E-mail codes have no enrolment: whenever the
    /// strategy is active, every user with an address can use it, and `mfaDevices.emails` of the login
    /// answer says so.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user/mfa/emailcode`
    pub async fn start_mfa_email_code(
        &self,
        body: &types::AuthRequestVerifyMfaRequest,
    ) -> Result<Response<types::RequestVerifyMfaEmailResponse>, Error> {
        self.call(&catalogue::START_MFA_EMAIL_CODE).json(body).send().await
    }

    /// Finish login with an e-mailed MFA code
    ///
    /// Completes a login with the code the user received by e-mail. Needs no access token; the body
    /// repeats `mfaToken` from the login answer and `otcToken` from
    /// `/resources/auth/v1/user/mfa/emailcode`. Success sets the `fe_refresh_` cookie and returns a login
    /// body. Look at `resetPasswordToken` and `isBreachedPassword` before relying on `accessToken`, which
    /// may be absent then. A wrong code is answered with 400 and `errors`.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user/mfa/emailcode/verify`
    pub async fn verify_mfa_email_code(
        &self,
        body: &types::VerifyMfaEmailOtcRequest,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::VERIFY_MFA_EMAIL_CODE).json(body).send().await
    }

    /// Start forced enrolment of an authenticator app at login
    ///
    /// Begins enrolment for a user whose login answered `mfaRequired` true with `mfaEnrolled` false. Needs
    /// no access token, only `mfaToken`. The answer holds a QR code for the app to scan and may hold the
    /// same key in text as `secret`; some login answers already contain both. Nothing is enrolled until
    /// `/resources/auth/v1/user/mfa/authenticator/enroll/verify` accepts a code.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user/mfa/authenticator/enroll`
    pub async fn start_mfa_authenticator_enrolment(
        &self,
        body: &types::AuthRequestEnrollMfaRequest,
    ) -> Result<Response<types::RequestEnrollAuthenticatorAppMfaResponse>, Error> {
        self.call(&catalogue::START_MFA_AUTHENTICATOR_ENROLMENT).json(body).send().await
    }

    /// Finish forced enrolment of an authenticator app at login
    ///
    /// Proves that the app was set up and completes the login in one step. Needs no access token; the body
    /// holds `mfaToken` and the app's code in `token` (this field is called `value` when an enrolled user
    /// verifies). Returns a login body with tokens and sets the `fe_refresh_` cookie. On the user's first
    /// factor the body also contains `recoveryCode`; show it to the user then.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user/mfa/authenticator/enroll/verify`
    pub async fn verify_mfa_authenticator_enrolment(
        &self,
        body: &types::VerifyEnrollMfaAuthAppRequest,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::VERIFY_MFA_AUTHENTICATOR_ENROLMENT).json(body).send().await
    }

    /// Finish login with a code of one authenticator app
    ///
    /// Answers an MFA challenge with a code from the named authenticator app. Needs no access token; the
    /// body holds `mfaToken` from the login answer and the code in `value`. Success returns a login body
    /// and sets the `fe_refresh_` cookie; with `rememberDevice` it is expected to set `fe_device_` as
    /// well, so that later logins from the same client skip the challenge. There is no step before this
    /// one, since the app makes its codes by itself. A wrong code is answered with 400 and `errors`.
    ///
    /// # Arguments
    ///
    /// - `device_id`: Id of the authenticator app, from `mfaDevices.authenticators` of the login answer.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user/mfa/authenticator/{deviceId}/verify`
    pub async fn verify_mfa_authenticator_device(
        &self,
        device_id: &str,
        body: &types::VerifyMfaAuthAppRequest,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::VERIFY_MFA_AUTHENTICATOR_DEVICE)
            .path("deviceId", device_id)
            .json(body)
            .send()
            .await
    }

    /// Start forced enrolment of a phone at login
    ///
    /// Sends a code by SMS to the number that a user wants to enrol while a login waits for a second
    /// factor. Needs no access token, but `mfaToken` from the login answer has to go in the body beside
    /// `phoneNumber`. The answer holds the `otcToken` for `/resources/auth/v1/user/mfa/sms/enroll/verify`,
    /// and `phoneNumber`.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user/mfa/sms/enroll`
    pub async fn start_mfa_sms_enrolment(
        &self,
        body: &types::RequestEnrollMfaSmsRequest,
    ) -> Result<Response<types::RequestEnrollMfaSmsResponse>, Error> {
        self.call(&catalogue::START_MFA_SMS_ENROLMENT).json(body).send().await
    }

    /// Finish forced enrolment of a phone at login
    ///
    /// Confirms the number with the code received by SMS and completes the login. Needs no access token;
    /// the body holds `mfaToken` from the login answer, `otcToken` from the step before, `code`, and
    /// optionally `rememberDevice`. Returns a login body with tokens and sets the `fe_refresh_` cookie. On
    /// the user's first factor the body also contains `recoveryCode`.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user/mfa/sms/enroll/verify`
    pub async fn verify_mfa_sms_enrolment(
        &self,
        body: &types::VerifyEnrollMfaSmsRequest,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::VERIFY_MFA_SMS_ENROLMENT).json(body).send().await
    }

    /// Send a login MFA code by SMS
    ///
    /// Sends a code to a phone that is already enrolled, as the first step of answering a challenge. Needs
    /// no access token, only `mfaToken` from the login answer. The answer holds `otcToken`, needed by
    /// `/resources/auth/v1/user/mfa/sms/{deviceId}/verify`, and the number in masked form. How long the
    /// code lives is set by the environment's SMS factor configuration.
    ///
    /// # Arguments
    ///
    /// - `device_id`: Id of the phone, from `mfaDevices.phones` of the login answer.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user/mfa/sms/{deviceId}`
    pub async fn start_mfa_sms(
        &self,
        device_id: &str,
        body: &types::AuthRequestVerifyMfaRequest,
    ) -> Result<Response<types::RequestVerifyMfaSmsResponse>, Error> {
        self.call(&catalogue::START_MFA_SMS)
            .path("deviceId", device_id)
            .json(body)
            .send()
            .await
    }

    /// Finish login with an MFA code sent by SMS
    ///
    /// Completes a login with the code sent to an enrolled phone. Needs no access token; the body holds
    /// `mfaToken` from the login answer, `otcToken` from `/resources/auth/v1/user/mfa/sms/{deviceId}`, and
    /// `code`. Success returns a login body and sets the `fe_refresh_` cookie. As after a password login,
    /// `resetPasswordToken` or `isBreachedPassword` may come back in place of tokens. A wrong code is
    /// answered with 400 and `errors`.
    ///
    /// # Arguments
    ///
    /// - `device_id`: Id of the phone to which the code was sent.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user/mfa/sms/{deviceId}/verify`
    pub async fn verify_mfa_sms(
        &self,
        device_id: &str,
        body: &types::VerifyMfaSmsRequest,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::VERIFY_MFA_SMS)
            .path("deviceId", device_id)
            .json(body)
            .send()
            .await
    }

    /// Start forced enrolment of a WebAuthn device at login
    ///
    /// Asks for the options with which a browser or platform creates a new WebAuthn credential, while a
    /// login waits for a second factor. Needs no access token, only `mfaToken`. The answer holds
    /// `webauthnToken`, which has to come back in `/resources/auth/v1/user/mfa/webauthn/enroll/verify`,
    /// and `options` in the shape of the WebAuthn creation options. All binary values in it are base64url
    /// strings and must be decoded before they reach the authenticator.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user/mfa/webauthn/enroll`
    pub async fn start_mfa_webauthn_enrolment(
        &self,
        body: &types::AuthRequestEnrollMfaRequest,
    ) -> Result<Response<types::RequestEnrollMfaWebAuthnResponse>, Error> {
        self.call(&catalogue::START_MFA_WEBAUTHN_ENROLMENT).json(body).send().await
    }

    /// Finish forced enrolment of a WebAuthn device at login
    ///
    /// Registers the new credential and completes the login. Needs no access token; the body holds
    /// `mfaToken`, `webauthnToken` from the step before, the `deviceType`, and the attestation in the
    /// field named `options`. Returns a login body with tokens and sets the `fe_refresh_` cookie. On the
    /// user's first factor the body also contains `recoveryCode`.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user/mfa/webauthn/enroll/verify`
    pub async fn verify_mfa_webauthn_enrolment(
        &self,
        body: &types::VerifyEnrollMfaWebAuthnRequest,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::VERIFY_MFA_WEBAUTHN_ENROLMENT).json(body).send().await
    }

    /// Request a WebAuthn login challenge for MFA
    ///
    /// Creates the WebAuthn challenge for an enrolled device, as the first step of answering an MFA
    /// challenge. Needs no access token, only `mfaToken` from the login answer. The answer holds
    /// `webauthnToken` and `options` with `challenge`, `allowCredentials` and the other request options;
    /// binary values are base64url strings. Sign the challenge and go on with
    /// `/resources/auth/v1/user/mfa/webauthn/{deviceId}/verify`.
    ///
    /// # Arguments
    ///
    /// - `device_id`: Id of the WebAuthn device, from `mfaDevices.webauthn` of the login answer.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user/mfa/webauthn/{deviceId}`
    pub async fn start_mfa_webauthn(
        &self,
        device_id: &str,
        body: &types::AuthRequestVerifyMfaRequest,
    ) -> Result<Response<types::RequestVerifyMfaWebAuthnResponse>, Error> {
        self.call(&catalogue::START_MFA_WEBAUTHN)
            .path("deviceId", device_id)
            .json(body)
            .send()
            .await
    }

    /// Finish login with a WebAuthn device
    ///
    /// Completes a login with the assertion of an enrolled WebAuthn device. Needs no access token; the
    /// body holds `mfaToken` from the login answer, `webauthnToken` from
    /// `/resources/auth/v1/user/mfa/webauthn/{deviceId}`, and the assertion in the field named `options`,
    /// its binary values as base64url strings. Success returns a login body and sets the `fe_refresh_`
    /// cookie.
    ///
    /// # Arguments
    ///
    /// - `device_id`: Id of the WebAuthn device that signed the challenge.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user/mfa/webauthn/{deviceId}/verify`
    pub async fn verify_mfa_webauthn(
        &self,
        device_id: &str,
        body: &types::VerifyMfaWebAuthnRequest,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::VERIFY_MFA_WEBAUTHN)
            .path("deviceId", device_id)
            .json(body)
            .send()
            .await
    }

    /// Check whether the MFA policy allows remembering the device
    ///
    /// Tells a login page whether to offer the choice to remember this device. Needs no access token: the
    /// `mfaToken` of a login that waits for its second factor identifies the attempt. The answer holds
    /// `isAllowedToRemember` and `mfaDeviceExpiration`, the time in seconds for which a device stays
    /// known; the policy's default is 1209600, which is 14 days. The memory itself is the `fe_device_`
    /// cookie that a finishing call with `rememberDevice` sets.
    ///
    /// # Arguments
    ///
    /// - `mfa_token`: Token of the pending challenge, from the login answer.
    /// - `frontegg_tenant_id`: Id of the tenant whose policy is asked for; without it the environment's
    ///   policy counts.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/mfa-policy/allow-remember-device`
    pub async fn get_mfa_remember_device_policy(
        &self,
        mfa_token: &crate::Secret,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<types::CheckAllowRememberResponse>, Error> {
        self.call(&catalogue::GET_MFA_REMEMBER_DEVICE_POLICY)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .query("mfaToken", &mfa_token.expose())
            .send()
            .await
    }

    /// Start enrolling an authenticator app by the legacy route
    ///
    /// Creates the secret of a new authenticator app for a signed-in user; legacy twin of
    /// `/resources/users/v1/mfa/authenticator/enroll`. Needs a user access token, or an environment token
    /// with `frontegg-user-id` and `frontegg-tenant-id`; there is no request body. The answer holds the QR
    /// code and may hold the same key in text as `secret`. Nothing is enrolled until
    /// `/resources/users/v1/mfa/enroll/verify` accepts a code of the app.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant to act in; needed with an environment token, redundant with a user
    ///   access token.
    /// - `frontegg_user_id`: Id of the user who enrols; a user access token already implies it.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/mfa/enroll`
    #[deprecated = "the service marks this operation as deprecated"]
    pub async fn start_my_mfa_authenticator_enrolment_legacy(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
    ) -> Result<Response<types::RequestEnrollAuthenticatorAppMfaResponse>, Error> {
        self.call(&catalogue::START_MY_MFA_AUTHENTICATOR_ENROLMENT_LEGACY)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .send()
            .await
    }

    /// Start enrolling an authenticator app for a signed-in user
    ///
    /// Creates the secret of a new authenticator app, outside of any login. Needs a user access token, or
    /// an environment token with `frontegg-user-id` and `frontegg-tenant-id`; there is no request body.
    /// The answer holds the QR code and may hold the same key in text as `secret`. Nothing is enrolled
    /// until `/resources/users/v1/mfa/authenticator/enroll/verify` accepts a code of the app.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant to act in; needed with an environment token, redundant with a user
    ///   access token.
    /// - `frontegg_user_id`: Id of the user for whom the app is set up; a user access token already
    ///   implies it.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/mfa/authenticator/enroll`
    pub async fn start_my_mfa_authenticator_enrolment(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
    ) -> Result<Response<types::RequestEnrollAuthenticatorAppMfaResponse>, Error> {
        self.call(&catalogue::START_MY_MFA_AUTHENTICATOR_ENROLMENT)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .send()
            .await
    }

    /// Finish enrolling an authenticator app by the legacy route
    ///
    /// Confirms the app started with `/resources/users/v1/mfa/enroll` by a first code in `token`; legacy
    /// twin of `/resources/users/v1/mfa/authenticator/enroll/verify`. Needs a user access token, or an
    /// environment token with `frontegg-user-id` and `frontegg-tenant-id`. The answer holds a recovery
    /// code if this is the user's first factor and may otherwise be without one. No tokens are issued.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant to act in; needed with an environment token, redundant with a user
    ///   access token.
    /// - `frontegg_user_id`: Id of the user who enrols; a user access token already implies it.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/mfa/enroll/verify`
    #[deprecated = "the service marks this operation as deprecated"]
    pub async fn verify_my_mfa_authenticator_enrolment_legacy(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
        body: &types::VerifyEnrollMfaUserAuthAppRequest,
    ) -> Result<Response<types::VerifyEnrollMfaResponse>, Error> {
        self.call(&catalogue::VERIFY_MY_MFA_AUTHENTICATOR_ENROLMENT_LEGACY)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .json(body)
            .send()
            .await
    }

    /// Finish enrolling an authenticator app for a signed-in user
    ///
    /// Confirms a new authenticator app by its first code, sent as `token`. Needs a user access token, or
    /// an environment token with `frontegg-user-id` and `frontegg-tenant-id`. The session goes on
    /// unchanged and no tokens are issued. With the user's first factor the answer holds the recovery
    /// code, which the user has to keep; with a further factor it is absent.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant to act in; needed with an environment token, redundant with a user
    ///   access token.
    /// - `frontegg_user_id`: Id of the user for whom the app was set up; a user access token already
    ///   implies it.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/mfa/authenticator/enroll/verify`
    pub async fn verify_my_mfa_authenticator_enrolment(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
        body: &types::VerifyEnrollMfaUserAuthAppRequest,
    ) -> Result<Response<types::VerifyEnrollMfaResponse>, Error> {
        self.call(&catalogue::VERIFY_MY_MFA_AUTHENTICATOR_ENROLMENT)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .json(body)
            .send()
            .await
    }

    /// Start enrolling a phone for a signed-in user
    ///
    /// Sends a code by SMS to a number that a signed-in user wants as a second factor. Needs a user access
    /// token, or an environment token with `frontegg-user-id` and `frontegg-tenant-id`. The body holds the
    /// number alone, without `mfaToken`. The answer holds the `otcToken` that
    /// `/resources/users/v1/mfa/sms/enroll/verify` asks for, and `phoneNumber`.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant to act in; needed with an environment token, redundant with a user
    ///   access token.
    /// - `frontegg_user_id`: Id of the user who enrols the phone; a user access token already implies it.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/mfa/sms/enroll`
    pub async fn start_my_mfa_sms_enrolment(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
        body: &types::RequestEnrollMfaUserSmsRequest,
    ) -> Result<Response<types::RequestEnrollMfaSmsResponse>, Error> {
        self.call(&catalogue::START_MY_MFA_SMS_ENROLMENT)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .json(body)
            .send()
            .await
    }

    /// Finish enrolling a phone for a signed-in user
    ///
    /// Confirms the number with the code received by SMS. Needs a user access token, or an environment
    /// token with `frontegg-user-id` and `frontegg-tenant-id`. The body holds `otcToken` from
    /// `/resources/users/v1/mfa/sms/enroll` and `code`. The answer holds `recoveryCode` if this is the
    /// user's first factor; be ready for an empty body as well.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant to act in; needed with an environment token, redundant with a user
    ///   access token.
    /// - `frontegg_user_id`: Id of the user whose phone is confirmed; a user access token already implies
    ///   it.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/mfa/sms/enroll/verify`
    pub async fn verify_my_mfa_sms_enrolment(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
        body: &types::VerifyEnrollMfaUserSmsRequest,
    ) -> Result<Response<types::VerifyEnrollMfaResponse>, Error> {
        self.call(&catalogue::VERIFY_MY_MFA_SMS_ENROLMENT)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .json(body)
            .send()
            .await
    }

    /// List the MFA devices of a user
    ///
    /// Lists the second factors of the calling user, one list per kind. Needs the access token of that
    /// user. An environment token sees only whether a user is enrolled, never the devices.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: The tenant to act in; needed with an environment token, read from the token
    ///   of a user otherwise.
    /// - `frontegg_user_id`: The user to act as; needed with an environment token, read from the token of
    ///   a user otherwise.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/v1/mfa/devices`
    pub async fn list_my_mfa_devices(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
    ) -> Result<Response<types::UserMfaDevicesResponse>, Error> {
        self.call(&catalogue::LIST_MY_MFA_DEVICES)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .send()
            .await
    }

    /// Start enrolling a WebAuthn device as a second factor
    ///
    /// Returns the options with which an authenticator creates a credential that serves as a second
    /// factor, and a token for the next step. Needs the access token of the user, or an environment token
    /// with both context headers; there is no request body.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: The tenant to act in; needed with an environment token, read from the token
    ///   of a user otherwise.
    /// - `frontegg_user_id`: The user to act as; needed with an environment token, read from the token of
    ///   a user otherwise.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/mfa/webauthn/enroll`
    pub async fn start_my_mfa_webauthn_enrolment(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
    ) -> Result<Response<types::RequestEnrollMfaWebAuthnResponse>, Error> {
        self.call(&catalogue::START_MY_MFA_WEBAUTHN_ENROLMENT)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .send()
            .await
    }

    /// Verify the enrolment of a WebAuthn device
    ///
    /// Finishes the enrolment with what the authenticator created. Needs the access token of the user, or
    /// an environment token with both context headers. A recovery code comes back only with the first
    /// factor of a user and is not shown again.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: The tenant to act in; needed with an environment token, read from the token
    ///   of a user otherwise.
    /// - `frontegg_user_id`: The user to act as; needed with an environment token, read from the token of
    ///   a user otherwise.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/mfa/webauthn/enroll/verify`
    pub async fn verify_my_mfa_webauthn_enrolment(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
        body: &types::VerifyEnrollMfaUserWebAuthnRequest,
    ) -> Result<Response<types::VerifyEnrollMfaResponse>, Error> {
        self.call(&catalogue::VERIFY_MY_MFA_WEBAUTHN_ENROLMENT)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .json(body)
            .send()
            .await
    }

    /// Start removing a WebAuthn second factor
    ///
    /// Returns a challenge that confirms the removal of a WebAuthn device. Needed only when the device is
    /// the last factor of the user; it is refused otherwise. Needs the access token of the user, or an
    /// environment token with both context headers; there is no request body.
    ///
    /// # Arguments
    ///
    /// - `device_id`: Id of the MFA device.
    /// - `frontegg_tenant_id`: The tenant to act in; needed with an environment token, read from the token
    ///   of a user otherwise.
    /// - `frontegg_user_id`: The user to act as; needed with an environment token, read from the token of
    ///   a user otherwise.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/mfa/webauthn/{deviceId}/disable`
    pub async fn start_my_mfa_webauthn_disablement(
        &self,
        device_id: &str,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
    ) -> Result<Response<types::RequestVerifyMfaWebAuthnResponse>, Error> {
        self.call(&catalogue::START_MY_MFA_WEBAUTHN_DISABLEMENT)
            .path("deviceId", device_id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .send()
            .await
    }

    /// Remove a WebAuthn second factor
    ///
    /// Removes a WebAuthn device from the second factors of the user. Send the signed challenge when it is
    /// the last factor, an empty object when another one remains. Needs the access token of the user, or
    /// an environment token with both context headers.
    ///
    /// # Arguments
    ///
    /// - `device_id`: Id of the MFA device.
    /// - `frontegg_tenant_id`: The tenant to act in; needed with an environment token, read from the token
    ///   of a user otherwise.
    /// - `frontegg_user_id`: The user to act as; needed with an environment token, read from the token of
    ///   a user otherwise.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/mfa/webauthn/{deviceId}/disable/verify`
    pub async fn disable_my_mfa_webauthn(
        &self,
        device_id: &str,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
        body: &types::DisableMfaWebAuthnRequest,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DISABLE_MY_MFA_WEBAUTHN)
            .path("deviceId", device_id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .json(body)
            .send_unit()
            .await
    }

    /// Start a step-up of the current session
    ///
    /// Asks for a stronger session. Needs the access token of the user. Either an MFA challenge comes back
    /// (`mfaToken`, `mfaEnrolled`, `mfaDevices`, possibly without `mfaRequired`), which the MFA
    /// verification calls of a login answer, or a whole login body when the session is strong enough
    /// already. A user without a second factor gets an error whose text is exactly `MFA is not enrolled`.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user/step-up/generate`
    pub async fn start_step_up(
        &self,
        body: &types::StepUpRequestDto,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::START_STEP_UP).json(body).send().await
    }
}
