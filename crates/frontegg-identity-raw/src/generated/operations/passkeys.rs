// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Passkeys: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Passwordless sign-in with WebAuthn credentials (passkeys) and the passkeys of the calling user.
/// Signing in takes two calls without a token, a challenge and its signed answer; the cookie that the
/// first call sets has to accompany the second. Registering, listing and deleting passkeys needs the
/// access token of the user who owns them. WebAuthn devices that serve as a second factor belong to
/// the tag `MFA`.
impl Client {
    /// Start a passkey login
    ///
    /// Issues a WebAuthn challenge for signing in with a passkey. No token is needed. The answer sets a
    /// `fe_webauthn_*` cookie that has to be sent back with the post-login call, so keep the cookies of
    /// both calls together.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Host of the environment, for instance `acme.frontegg.com`; needed only
    ///   when the call goes to a regional API host.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/webauthn/prelogin`
    pub async fn start_passkey_login(
        &self,
        frontegg_vendor_host: Option<&str>,
        body: &types::PasskeyPreloginDto,
    ) -> Result<Response<types::PasskeyPreloginResponse>, Error> {
        self.call(&catalogue::START_PASSKEY_LOGIN)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .json(body)
            .send()
            .await
    }

    /// Complete a passkey login
    ///
    /// Hands in the signed passkey challenge together with the `fe_webauthn_*` cookie of the pre-login
    /// call. No token is needed. The answer is that of a password login: tokens with the `fe_refresh_*`
    /// and `fe_device_*` cookies, or `mfaRequired` with a challenge and no tokens.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Host of the environment, for instance `acme.frontegg.com`; needed only
    ///   when the call goes to a regional API host.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/webauthn/postlogin`
    pub async fn complete_passkey_login(
        &self,
        frontegg_vendor_host: Option<&str>,
        body: &types::PasskeyPostloginDto,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::COMPLETE_PASSKEY_LOGIN)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .json(body)
            .send()
            .await
    }

    /// List the passkeys of the calling user
    ///
    /// Lists the passkeys that the calling user has registered for signing in. Needs the access token of
    /// that user. WebAuthn devices that serve as a second factor are listed among the MFA devices instead.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/webauthn/v1/devices`
    pub async fn list_my_passkeys(
        &self,
    ) -> Result<Response<types::PasskeyDevicesResponse>, Error> {
        self.call(&catalogue::LIST_MY_PASSKEYS).send().await
    }

    /// Start registering a passkey
    ///
    /// Returns the options with which an authenticator creates a new passkey for the calling user. Needs
    /// the access token of that user; there is no request body. The answer sets a `fe_webauthn_*` cookie
    /// that has to be sent back when the new passkey is verified.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/webauthn/v1/devices`
    pub async fn start_my_passkey_registration(
        &self,
    ) -> Result<Response<types::PasskeyRegistrationResponse>, Error> {
        self.call(&catalogue::START_MY_PASSKEY_REGISTRATION).send().await
    }

    /// Verify a new passkey
    ///
    /// Finishes the registration of a passkey with what the authenticator created. Needs the access token
    /// of the user and the `fe_webauthn_*` cookie of the call that started the registration. The answer is
    /// empty.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/webauthn/v1/devices/verify`
    pub async fn verify_my_passkey_registration(
        &self,
        body: &types::VerifyNewWebAuthnDeviceRequest,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::VERIFY_MY_PASSKEY_REGISTRATION)
            .json(body)
            .send_unit()
            .await
    }

    /// Delete a passkey of the calling user
    ///
    /// Removes one passkey of the calling user, who cannot sign in with it any more. Needs the access
    /// token of that user. The authenticator keeps its own copy, which the user may delete separately.
    ///
    /// # Arguments
    ///
    /// - `device_id`: Id of the passkey.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/users/webauthn/v1/devices/{deviceId}`
    pub async fn delete_my_passkey(
        &self,
        device_id: &str,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_MY_PASSKEY)
            .path("deviceId", device_id)
            .send_unit()
            .await
    }
}
