// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! MFA Settings: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Decides when a second factor is demanded, whether a device may be remembered, and which kinds of
/// factor are on offer. Administrators call it with an environment token; the policy exists once for
/// the environment and can be overridden for a tenant named in `frontegg-tenant-id`. A policy that
/// nobody has created answers 404 instead of a default.
impl Client {
    /// Get the MFA policy
    ///
    /// Reads the policy of the environment, or of the tenant in `frontegg-tenant-id`; needs an environment
    /// token or an access token with that right. There is no default answer: 404 means that the policy was
    /// never configured and MFA is not enforced at this level. During a login, with no access token at
    /// hand, `GET /resources/configurations/v1/mfa-policy/allow-remember-device` answers the part about
    /// remembered devices.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant whose policy is read; absent for that of the environment.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/mfa-policy`
    pub async fn get_mfa_policy(
        &self,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<types::MfaPolicyResponse>, Error> {
        self.call(&catalogue::GET_MFA_POLICY)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .send()
            .await
    }

    /// Create or replace the MFA policy
    ///
    /// Stores the policy whether or not one exists, for the environment or for the tenant in
    /// `frontegg-tenant-id`; the safest of the three writing routes. Needs an environment token. Send
    /// every member: those left out are expected to fall back to their defaults, among them `Force` for
    /// `enforceMFAType`.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant for which the policy holds; absent for the whole environment.
    ///
    /// # Wire
    ///
    /// `PUT /resources/configurations/v1/mfa-policy`
    pub async fn set_mfa_policy(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::MfaPolicyRequest,
    ) -> Result<Response<types::MfaPolicyResponse>, Error> {
        self.call(&catalogue::SET_MFA_POLICY)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send()
            .await
    }

    /// Create the MFA policy
    ///
    /// Creates the policy that says when a second factor is demanded, for the environment or, with
    /// `frontegg-tenant-id`, for one tenant; needs an environment token. Members left out take their
    /// defaults, and the default of `enforceMFAType` is `Force`, so an empty body makes MFA mandatory. A
    /// policy that exists already gives 409; the PUT twin creates or replaces without that case.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant for which the policy holds; absent for the whole environment.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/v1/mfa-policy`
    pub async fn create_mfa_policy(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::MfaPolicyRequest,
    ) -> Result<Response<types::MfaPolicyResponse>, Error> {
        self.call(&catalogue::CREATE_MFA_POLICY)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send()
            .await
    }

    /// Change parts of the MFA policy
    ///
    /// Changes the members that are sent and leaves the rest of an existing policy alone, for the
    /// environment or for the tenant in `frontegg-tenant-id`. Needs an environment token. A body without
    /// any member is refused with 400, and 404 means that no policy was ever created at this level.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant whose policy changes; absent for that of the environment.
    ///
    /// # Wire
    ///
    /// `PATCH /resources/configurations/v1/mfa-policy`
    pub async fn update_mfa_policy(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::MfaPolicyRequest,
    ) -> Result<Response<types::MfaPolicyResponse>, Error> {
        self.call(&catalogue::UPDATE_MFA_POLICY)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send()
            .await
    }

    /// List the MFA strategies
    ///
    /// Lists the kinds of second factor that the environment knows and whether users may use each of them.
    /// Needs a bearer token, no context header; the list sits in `strategies` and has no pages. The same
    /// names appear in `mfaStrategies` of a login body when a user has to enrol.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/mfa/strategies`
    pub async fn list_mfa_strategies(
        &self,
    ) -> Result<Response<types::MfaStrategiesResponse>, Error> {
        self.call(&catalogue::LIST_MFA_STRATEGIES).send().await
    }

    /// Switch one MFA strategy on or off
    ///
    /// Sets the state of a single strategy; several strategies take several calls. Needs an environment
    /// token and holds for the whole environment. The 201 has no body, so list the strategies to see the
    /// outcome.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/v1/mfa/strategies`
    pub async fn set_mfa_strategy(
        &self,
        body: &types::CreateOrUpdateMfaStrategyRequest,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::SET_MFA_STRATEGY).json(body).send_unit().await
    }

    /// Get the MFA policy of the environment
    ///
    /// Returns the MFA policy of the environment even where a tenant has one of its own. A tenant
    /// administrator sees with it what the tenant falls back to. A policy that was never configured is
    /// expected to answer 404.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/mfa-policy/vendor`
    pub async fn get_mfa_policy_as_vendor(
        &self,
    ) -> Result<Response<types::MfaPolicyResponse>, Error> {
        self.call(&catalogue::GET_MFA_POLICY_AS_VENDOR).send().await
    }
}
