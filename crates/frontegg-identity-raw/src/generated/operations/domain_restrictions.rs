// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Domain Restrictions: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Allow and block lists for the e-mail domains that users may come from, together with the switch
/// that puts the lists into force. Administration tools call these routes. The lists belong to a
/// tenant, but the calls have no parameter for it. A user access token is expected to act on its own
/// tenant; with an environment token, set `frontegg-tenant-id` through an interceptor.
impl Client {
    /// List restricted e-mail domains
    ///
    /// Returns the entries of the allow and block lists as a page with `items`, `_links` and `_metadata`.
    /// Needs a user access token, or an environment token. There are no paging parameters; compare
    /// `_metadata.totalPages` with 1 to notice that there is more. Elsewhere in this API `_offset` counts
    /// pages, not items, and unknown parameters are ignored without an error.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/restrictions/v1/email-domain`
    pub async fn list_email_domain_restrictions(
        &self,
    ) -> Result<Response<types::ListEmailDomainRestrictionsResponse>, Error> {
        self.call(&catalogue::LIST_EMAIL_DOMAIN_RESTRICTIONS).send().await
    }

    /// Add an e-mail domain to the allow or block list
    ///
    /// Puts one domain on one of the two lists. Needs a user access token of a tenant administrator, or an
    /// environment token; the call takes no context header. The entry is expected to count only while the
    /// check is active and set to the same list: see
    /// `/resources/configurations/restrictions/v1/email-domain/config`. To set a whole list at once use
    /// `/resources/configurations/restrictions/v1/email-domain/replace-bulk`.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/restrictions/v1/email-domain`
    pub async fn create_email_domain_restriction(
        &self,
        body: &types::DomainRestrictionsCreateRequest,
    ) -> Result<Response<types::DomainRestrictionsResponse>, Error> {
        self.call(&catalogue::CREATE_EMAIL_DOMAIN_RESTRICTION).json(body).send().await
    }

    /// Get the domain restriction settings
    ///
    /// Tells whether e-mail domains are checked at all, which of the two lists counts, and whether public
    /// mail providers are refused. Needs a user access token, or an environment token. The domains
    /// themselves come from `/resources/configurations/restrictions/v1/email-domain`.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/restrictions/v1/email-domain/config`
    pub async fn get_email_domain_restriction_configuration(
        &self,
    ) -> Result<Response<types::DomainRestrictionsConfigResponse>, Error> {
        self.call(&catalogue::GET_EMAIL_DOMAIN_RESTRICTION_CONFIGURATION).send().await
    }

    /// Change the domain restriction settings
    ///
    /// Switches the check of e-mail domains on or off, and chooses between allow list and block list.
    /// Needs a user access token, or an environment token. `active` is always required, so repeat its
    /// current value when only the list type changes. The chosen list is called `type` in the request and
    /// `listType` in the answer.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/restrictions/v1/email-domain/config`
    pub async fn set_email_domain_restriction_configuration(
        &self,
        body: &types::DomainRestrictionsConfigUpdateRequest,
    ) -> Result<Response<types::DomainRestrictionsConfigResponse>, Error> {
        self.call(&catalogue::SET_EMAIL_DOMAIN_RESTRICTION_CONFIGURATION)
            .json(body)
            .send()
            .await
    }

    /// Remove an e-mail domain from the allow or block list
    ///
    /// Deletes one entry by its id, which is not the domain name;
    /// `/resources/configurations/restrictions/v1/email-domain` lists the ids. Needs a user access token,
    /// or an environment token. The answer has no body. An active allow list without entries may shut
    /// every domain out, so look at the settings before removing the last one.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of the entry, not the domain name.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/configurations/restrictions/v1/email-domain/{id}`
    pub async fn delete_email_domain_restriction(
        &self,
        id: &str,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_EMAIL_DOMAIN_RESTRICTION)
            .path("id", id)
            .send_unit()
            .await
    }

    /// Replace the restricted e-mail domains
    ///
    /// Sets the restricted domains to exactly those in the request, all with the same list type; entries
    /// that existed before and are not repeated are dropped. Needs a user access token, or an environment
    /// token. Whether the list is in force is a matter of
    /// `/resources/configurations/restrictions/v1/email-domain/config`. The answer is a bare array, not a
    /// page.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/restrictions/v1/email-domain/replace-bulk`
    pub async fn set_email_domain_restrictions(
        &self,
        body: &types::DomainRestrictionsBulkRequestRequest,
    ) -> Result<Response<::std::vec::Vec<types::DomainRestrictionsResponse>>, Error> {
        self.call(&catalogue::SET_EMAIL_DOMAIN_RESTRICTIONS).json(body).send().await
    }
}
