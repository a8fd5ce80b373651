// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! IP Restrictions: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Allow and block lists of addresses from which the users of a tenant may sign in. A tenant's
/// administrator calls these routes with an access token, a back end with an environment token plus
/// `frontegg-tenant-id`. Single entries and the configuration that governs them are separate
/// resources.
impl Client {
    /// Read the configuration of IP restrictions
    ///
    /// Returns the configuration of IP restrictions of a tenant. Takes an access token, or an environment
    /// token with `frontegg-tenant-id`. The answer is expected to hold `strategy` and `isActive`, as in
    /// the request of the `POST`.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant whose configuration is read; needed with an environment token, read
    ///   from an access token otherwise.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/restrictions/ip/config`
    pub async fn get_ip_restriction_configuration(
        &self,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<types::IpRestrictionConfigResponse>, Error> {
        self.call(&catalogue::GET_IP_RESTRICTION_CONFIGURATION)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .send()
            .await
    }

    /// Set the configuration of IP restrictions
    ///
    /// Creates or changes the configuration of IP restrictions of a tenant: whether they are active, and
    /// whether the list of entries allows or blocks. Takes an access token, or an environment token with
    /// `frontegg-tenant-id`. Nothing is returned. Before activating an allow list, check with `POST
    /// /resources/configurations/v1/restrictions/ip/verify/allow` that the caller's own address is on it,
    /// or users may lock themselves out.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant to configure; needed with an environment token, read from an access
    ///   token otherwise.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/v1/restrictions/ip/config`
    pub async fn set_ip_restriction_configuration(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::CreateOrUpdateIpRestrictionConfigDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::SET_IP_RESTRICTION_CONFIGURATION)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send_unit()
            .await
    }

    /// List the IP restrictions of a tenant
    ///
    /// Returns one page of the addresses that are allowed or blocked. Takes an access token, or an
    /// environment token with `frontegg-tenant-id`. `_offset` counts pages from zero, not entries; stop
    /// when it reaches `_metadata.totalPages`. An entry is expected to hold the members of the creation
    /// request and an `id`.
    ///
    /// # Arguments
    ///
    /// - `filter`: Text that narrows the list; what it is matched against is not known.
    /// - `limit`: Number of entries on a page, at least 1.
    /// - `offset`: Zero-based page index.
    /// - `frontegg_tenant_id`: Tenant whose restrictions are listed; needed with an environment token,
    ///   read from an access token otherwise.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/restrictions/ip`
    pub async fn list_ip_restrictions(
        &self,
        filter: Option<&str>,
        limit: Option<::std::num::NonZeroU64>,
        offset: Option<u64>,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<types::ListIpRestrictionsResponse>, Error> {
        self.call(&catalogue::LIST_IP_RESTRICTIONS)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .query("_filter", &filter)
            .query("_limit", &limit)
            .query("_offset", &offset)
            .send()
            .await
    }

    /// Add or change an IP restriction
    ///
    /// Adds an address to the list of a tenant, or changes the entry that exists for it. Takes an access
    /// token, or an environment token with `frontegg-tenant-id`. Nothing is returned, not even the id:
    /// list the entries to find it. Whether entries take effect depends also on the configuration under
    /// `/resources/configurations/v1/restrictions/ip/config`.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant that the entry belongs to; needed with an environment token, read
    ///   from an access token otherwise.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/v1/restrictions/ip`
    pub async fn create_ip_restriction(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::CreateOrUpdateIpRestrictionDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::CREATE_IP_RESTRICTION)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send_unit()
            .await
    }

    /// Test whether the caller's IP address is allowed
    ///
    /// Applies the restrictions of a tenant to the address from which this request comes. Takes an access
    /// token, or an environment token with `frontegg-tenant-id`; there is no request body. From a back end
    /// it tests the back end's own address and not that of a user. No body is read from the answer; a
    /// refusal is expected to show as an error status.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant whose restrictions are applied; needed with an environment token,
    ///   read from an access token otherwise.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/v1/restrictions/ip/verify`
    pub async fn verify_current_ip(
        &self,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::VERIFY_CURRENT_IP)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .send_unit()
            .await
    }

    /// Test whether the caller's IP address is on the allow list
    ///
    /// Tells whether the address from which this request comes is an active entry of the allow list. Takes
    /// an access token, or an environment token with `frontegg-tenant-id`; there is no request body. Use
    /// it just before switching to an allow list, from the same network as the person who switches. Unlike
    /// the general test it looks at the allow list alone. No body is read from the answer; a refusal is
    /// expected to show as an error status.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant whose allow list is searched; needed with an environment token, read
    ///   from an access token otherwise.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/v1/restrictions/ip/verify/allow`
    pub async fn verify_current_ip_in_allow_list(
        &self,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::VERIFY_CURRENT_IP_IN_ALLOW_LIST)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .send_unit()
            .await
    }

    /// Delete an IP restriction
    ///
    /// Removes one entry from the list of a tenant. Takes an access token, or an environment token with
    /// `frontegg-tenant-id`. The path takes the id of the entry, not the IP address; get it from the list.
    /// Nothing is returned.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of the entry, not the IP address.
    /// - `frontegg_tenant_id`: Tenant that the entry belongs to; needed with an environment token, read
    ///   from an access token otherwise.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/configurations/v1/restrictions/ip/{id}`
    pub async fn delete_ip_restriction(
        &self,
        id: &str,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_IP_RESTRICTION)
            .path("id", id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .send_unit()
            .await
    }

    /// Create several IP restrictions at once
    ///
    /// Creates several IP restrictions in one call; each entry is like the body of the single creation.
    /// Needs the access token of an administrator, or an environment token with the tenant header. Nothing
    /// comes back, so list the restrictions for their ids.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: The tenant to act in; needed with an environment token, read from the token
    ///   of a user otherwise.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/v1/restrictions/ip/bulk`
    pub async fn create_ip_restrictions_bulk(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::CreateIpRestrictionsBulkDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::CREATE_IP_RESTRICTIONS_BULK)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send_unit()
            .await
    }
}
