// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Lockout Policy: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// How many failed logins lock a user. The policy exists once for the environment and, where
/// `frontegg-tenant-id` is sent, once per tenant; a back end manages it with an environment token.
/// Until a policy is created there is nothing to read or to update, and both answer 404.
impl Client {
    /// Read the lockout policy
    ///
    /// Returns the lockout policy of the environment, or of one tenant when `frontegg-tenant-id` is sent.
    /// Needs an environment token. 404 means that the policy was never configured, not that the route is
    /// wrong; no default is returned in its place.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant whose policy is read; leave it out for the environment.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/lockout-policy`
    pub async fn get_lockout_policy(
        &self,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<types::LockoutPolicyResponse>, Error> {
        self.call(&catalogue::GET_LOCKOUT_POLICY)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .send()
            .await
    }

    /// Create the lockout policy
    ///
    /// Creates the policy that locks a user after a number of failed logins. Needs an environment token;
    /// with `frontegg-tenant-id` the policy is for that tenant only, without it for the whole environment.
    /// It succeeds once: when a policy exists the answer is 409, and `PATCH` is the call to make.
    /// `enabled` is mandatory, and a body without it is refused with 400. The body of the answer is
    /// sometimes empty.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant that gets a policy of its own; leave it out for the environment.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/v1/lockout-policy`
    pub async fn create_lockout_policy(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::LockoutPolicyRequest,
    ) -> Result<Response<types::LockoutPolicyResponse>, Error> {
        self.call(&catalogue::CREATE_LOCKOUT_POLICY)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send()
            .await
    }

    /// Update the lockout policy
    ///
    /// Changes an existing lockout policy; `enabled` false switches it off without deleting it. Needs an
    /// environment token; `frontegg-tenant-id` chooses the policy of one tenant instead of the
    /// environment's. Both fields are required although the method is `PATCH`. Where no policy was ever
    /// created the answer is 404, and `POST` is the call to make. It is not known to release users who are
    /// already locked; unlock them with `POST /resources/users/v1/{userId}/unlock`.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant whose policy is updated; leave it out for the environment.
    ///
    /// # Wire
    ///
    /// `PATCH /resources/configurations/v1/lockout-policy`
    pub async fn update_lockout_policy(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::LockoutPolicyRequest,
    ) -> Result<Response<types::LockoutPolicyResponse>, Error> {
        self.call(&catalogue::UPDATE_LOCKOUT_POLICY)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send()
            .await
    }

    /// Get the lockout policy of the environment
    ///
    /// Returns the lockout policy of the environment even where a tenant has one of its own. A tenant
    /// administrator sees with it what the tenant falls back to. A policy that was never configured is
    /// expected to answer 404.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/lockout-policy/vendor`
    pub async fn get_lockout_policy_as_vendor(
        &self,
    ) -> Result<Response<types::LockoutPolicyResponse>, Error> {
        self.call(&catalogue::GET_LOCKOUT_POLICY_AS_VENDOR).send().await
    }
}
