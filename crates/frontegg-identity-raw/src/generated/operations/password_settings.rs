// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Password Settings: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Two families share this group. The policy routes (complexity, history, rotation) are administrative
/// and take an environment token, optionally narrowed to one tenant. The `passwords/reset` routes
/// serve a user who has forgotten or must replace a password and need no token; `passwords/change`
/// serves a user who knows it and is signed in.
impl Client {
    /// Read the password complexity policy
    ///
    /// Returns the complexity rules of the environment or, with `frontegg-tenant-id`, of one tenant. Needs
    /// an environment token. Only `blockPwnedPasswords` is certain to be present. A form that asks a user
    /// for a new password should use `GET /resources/users/v1/passwords/config` instead, which finds the
    /// rules that apply to that user.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant whose policy is read; leave it out for the environment's default.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/password`
    pub async fn get_password_policy(
        &self,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<types::PasswordConfigResponse>, Error> {
        self.call(&catalogue::GET_PASSWORD_POLICY)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .send()
            .await
    }

    /// Create or change the password complexity policy
    ///
    /// Writes the rules that new passwords must meet. Needs an environment token. Without
    /// `frontegg-tenant-id` the rules are the environment's default; with it they override the default for
    /// that tenant, which is expected to need `allowOverridePasswordComplexity` in the identity
    /// configuration. Passwords already in use are expected to stay valid. Answers 201 with the policy;
    /// the body is sometimes empty.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant whose policy is written; leave it out for the environment's default.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/v1/password`
    pub async fn set_password_policy(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::PasswordConfigRequest,
    ) -> Result<Response<types::PasswordConfigResponse>, Error> {
        self.call(&catalogue::SET_PASSWORD_POLICY)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send()
            .await
    }

    /// Read the password history policy
    ///
    /// Returns the policy on the reuse of earlier passwords, of the environment or of the tenant in
    /// `frontegg-tenant-id`. Needs an environment token. 404 is the normal answer where a policy was never
    /// configured and means that earlier passwords may be reused, not that the route failed.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant whose policy is read; leave it out for the environment's default.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/password-history-policy`
    pub async fn get_password_history_policy(
        &self,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<types::PasswordHistoryPolicyResponse>, Error> {
        self.call(&catalogue::GET_PASSWORD_HISTORY_POLICY)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .send()
            .await
    }

    /// Create the password history policy
    ///
    /// Stores a first policy on the reuse of earlier passwords, for the environment or, with
    /// `frontegg-tenant-id`, for one tenant. Needs an environment token. Where a policy exists already the
    /// answer is 409; use `PATCH` then. A tenant policy is expected to take effect only if the environment
    /// sets `allowOverrideEnforcePasswordHistory`.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant that gets the policy; leave it out for the environment's default.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/v1/password-history-policy`
    pub async fn create_password_history_policy(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::PasswordHistoryPolicyRequest,
    ) -> Result<Response<types::PasswordHistoryPolicyResponse>, Error> {
        self.call(&catalogue::CREATE_PASSWORD_HISTORY_POLICY)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send()
            .await
    }

    /// Update the password history policy
    ///
    /// Changes the stored policy on the reuse of earlier passwords, of the environment or of the tenant in
    /// `frontegg-tenant-id`. Needs an environment token. Although it is a `PATCH`, both members of the
    /// body are required. 404 means that there is nothing to change yet; use `POST` then.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant whose policy is changed; leave it out for the environment's default.
    ///
    /// # Wire
    ///
    /// `PATCH /resources/configurations/v1/password-history-policy`
    pub async fn update_password_history_policy(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::PasswordHistoryPolicyRequest,
    ) -> Result<Response<types::PasswordHistoryPolicyResponse>, Error> {
        self.call(&catalogue::UPDATE_PASSWORD_HISTORY_POLICY)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send()
            .await
    }

    /// Send a password reset e-mail (v1)
    ///
    /// Mails a reset link to the user with this address. Needs no token; on a regional API host the
    /// environment has to be named by `frontegg-vendor-host` through an interceptor. This is the older
    /// form, whose body names the user by `email`; the v2 twin `POST
    /// /resources/users/v2/passwords/reset/email` also accepts a phone number or username. The link leads
    /// to the login box with a user identifier and a single-use token, which `POST
    /// /resources/users/v1/passwords/reset/verify` redeems. Reset routes have a low rate limit, about five
    /// calls a minute. No body is returned.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/passwords/reset`
    pub async fn start_password_reset_v1(
        &self,
        body: &types::ResetPasswordV1Dto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::START_PASSWORD_RESET_V1).json(body).send_unit().await
    }

    /// Set a new password with a reset token
    ///
    /// Redeems a reset token and stores a new password. Needs no access token: the token in the body is
    /// the credential. It comes from a reset mail, from the SMS flow (`.../reset/sms/verify`), or from the
    /// `resetPasswordToken` of a login that found the password expired. It is single-use. Whether it is
    /// still good can be asked beforehand at `POST /resources/users/v1/passwords/reset/validate`, which
    /// answers 400 for an invalid and 410 for a used or expired one. The password must satisfy the policy
    /// of `GET /resources/users/v1/passwords/config`. No session is created and the body can be ignored:
    /// sign in with the new password afterwards.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/passwords/reset/verify`
    pub async fn complete_password_reset(
        &self,
        body: &types::VerifyPasswordDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::COMPLETE_PASSWORD_RESET).json(body).send_unit().await
    }

    /// Change the password of a signed-in user
    ///
    /// Replaces a password that the user still knows. Needs a user access token, or an environment token
    /// with `frontegg-user-id` naming the user. The current password is required in either case. The new
    /// one must satisfy the complexity and history policies, otherwise it is refused. No content comes
    /// back, in particular no new tokens.
    ///
    /// # Arguments
    ///
    /// - `frontegg_user_id`: User whose password changes; it matters when an environment token is used.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/passwords/change`
    pub async fn update_my_password(
        &self,
        frontegg_user_id: &str,
        body: &types::UpdateUserPasswordDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::UPDATE_MY_PASSWORD)
            .header("frontegg-user-id", Some(frontegg_user_id))
            .json(body)
            .send_unit()
            .await
    }

    /// Read the password rules that apply to a user
    ///
    /// Returns the complexity rules for one user's new password, so that a form can check the input before
    /// it is sent. The pages for activation and reset call it before anybody is signed in, so no access
    /// token is expected; they pass `userId` from the mailed link. Without `userId` the answer is expected
    /// to be the environment's default policy.
    ///
    /// # Arguments
    ///
    /// - `user_id`: User who is about to choose a password; selects the policy of the user's tenant.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/v1/passwords/config`
    pub async fn get_user_password_policy(
        &self,
        user_id: Option<&str>,
    ) -> Result<Response<types::PasswordConfigResponse>, Error> {
        self.call(&catalogue::GET_USER_PASSWORD_POLICY)
            .query("userId", &user_id)
            .send()
            .await
    }

    /// Send a password reset e-mail (v2)
    ///
    /// Mails a reset link to the user whom `identifier` names, be it an e-mail address, a phone number or
    /// a username. Needs no token; on a regional API host the environment has to be named by
    /// `frontegg-vendor-host`. The mail leads to `POST /resources/users/v1/passwords/reset/verify`.
    /// Nothing in the answer is needed to go on, and its `sessionId` may be absent. The rate limit is low,
    /// about five calls a minute.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v2/passwords/reset/email`
    pub async fn start_password_reset_by_email(
        &self,
        body: &types::ResetPasswordDto,
    ) -> Result<Response<types::ResetPasswordViaEmailResponseDto>, Error> {
        self.call(&catalogue::START_PASSWORD_RESET_BY_EMAIL).json(body).send().await
    }

    /// Start a password reset by SMS
    ///
    /// Sends a one-time code to the phone of the user whom `identifier` names, and returns a `sessionId`
    /// that stands for the attempt. Needs no token; on a regional API host the environment has to be named
    /// by `frontegg-vendor-host`. Continue with `POST /resources/users/v2/passwords/reset/sms/verify`,
    /// then with `POST /resources/users/v1/passwords/reset/verify`. Each call may cost an SMS, and the
    /// rate limit is low.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v2/passwords/reset/sms`
    pub async fn start_password_reset_by_sms(
        &self,
        body: &types::ResetPasswordDto,
    ) -> Result<Response<types::ResetPasswordViaSmsResponseDto>, Error> {
        self.call(&catalogue::START_PASSWORD_RESET_BY_SMS).json(body).send().await
    }

    /// Exchange an SMS code for a password reset token
    ///
    /// Checks the one-time code of the SMS reset and returns the `userId` and `token` that `POST
    /// /resources/users/v1/passwords/reset/verify` expects. Needs no access token; `sessionId` ties the
    /// call to the attempt. The password is not changed yet and no session is created. A wrong or expired
    /// code is refused with a 4xx status and `errors`.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v2/passwords/reset/sms/verify`
    pub async fn verify_password_reset_by_sms(
        &self,
        body: &types::VerifyPasswordViaSmsRequestDto,
    ) -> Result<Response<types::VerifyPasswordViaSmsResponseDto>, Error> {
        self.call(&catalogue::VERIFY_PASSWORD_RESET_BY_SMS).json(body).send().await
    }

    /// Read the password rotation policy
    ///
    /// Returns the policy on how long a password may be used before the user has to choose a new one.
    /// Needs an environment token. To address one tenant, make `frontegg-tenant-id` a default header of
    /// the HTTP client; this operation has no parameter for it. 404 means that rotation was never
    /// configured. For the environment's default regardless of tenant use the twin route that ends in
    /// `/vendor`.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/password-rotation`
    pub async fn get_password_rotation(
        &self,
    ) -> Result<Response<types::PasswordRotationConfigurationResponse>, Error> {
        self.call(&catalogue::GET_PASSWORD_ROTATION).send().await
    }

    /// Create or update the password rotation policy
    ///
    /// Writes the policy on how long a password may be used. Needs an environment token; a
    /// `frontegg-tenant-id` through an interceptor narrows it to one tenant, which is expected to need
    /// `allowOverridePasswordExpiration`. Omitted members take their defaults, so a request without
    /// `isActive` is expected to turn rotation off. Once it is active, a login with an expired password
    /// answers 200 with `resetPasswordToken` instead of a session, and a login shortly before that carries
    /// `passwordExpiresIn`. Nothing comes back on success.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/v1/password-rotation`
    pub async fn set_password_rotation(
        &self,
        body: &types::CreateOrUpdatePasswordRotationDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::SET_PASSWORD_ROTATION).json(body).send_unit().await
    }

    /// Read the environment's default password rotation policy
    ///
    /// Returns the rotation policy that applies to tenants without one of their own. Needs an environment
    /// token; no context header. `tenantId` has no meaning at this level and may be missing. 404 means
    /// that the environment never configured rotation.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/password-rotation/vendor`
    pub async fn get_password_rotation_as_vendor(
        &self,
    ) -> Result<Response<types::PasswordRotationConfigurationResponse>, Error> {
        self.call(&catalogue::GET_PASSWORD_ROTATION_AS_VENDOR).send().await
    }

    /// Check whether a password reset token is still good
    ///
    /// Checks a reset token before the user types a new password; the token stays usable. No access token
    /// is needed. The status is the answer: success for a good token, 400 for a bad one and 410 for one
    /// that is expired or used.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Host of the environment, for instance `acme.frontegg.com`; needed only
    ///   when the call goes to a regional API host.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/passwords/reset/validate`
    pub async fn validate_password_reset_token(
        &self,
        frontegg_vendor_host: Option<&str>,
        body: &types::ValidateResetPasswordTokenDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::VALIDATE_PASSWORD_RESET_TOKEN)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .json(body)
            .send_unit()
            .await
    }

    /// Send reset e-mails to users with breached passwords
    ///
    /// Sends a password reset e-mail to every user whose password is known to be breached. There is no
    /// request body: the call cannot be narrowed to certain users. It is expected to need the access token
    /// of an administrator and to cover the tenant of that user.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/passwords/breached/reset/bulk`
    pub async fn reset_breached_passwords(&self) -> Result<Response<()>, Error> {
        self.call(&catalogue::RESET_BREACHED_PASSWORDS).send_unit().await
    }

    /// List the password recovery strategies
    ///
    /// Lists the ways in which users of the environment may recover a forgotten password. A login page
    /// reads it, so it is expected to need no token.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Host of the environment, for instance `acme.frontegg.com`; needed only
    ///   when the call goes to a regional API host.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/password-recovery/strategies`
    pub async fn list_password_recovery_strategies(
        &self,
        frontegg_vendor_host: Option<&str>,
    ) -> Result<Response<::std::vec::Vec<types::PasswordRecoveryStrategyDto>>, Error> {
        self.call(&catalogue::LIST_PASSWORD_RECOVERY_STRATEGIES)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .send()
            .await
    }

    /// Get the password history policy of the environment
    ///
    /// Returns the policy of the environment even where a tenant has one of its own. It takes the place of
    /// `/resources/configurations/v1/password-history-policy` when defaults and overrides are compared. A
    /// policy that was never configured is expected to answer 404.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/password-history-policy/vendor`
    pub async fn get_password_history_policy_as_vendor(
        &self,
    ) -> Result<Response<types::PasswordHistoryPolicyResponse>, Error> {
        self.call(&catalogue::GET_PASSWORD_HISTORY_POLICY_AS_VENDOR).send().await
    }
}
