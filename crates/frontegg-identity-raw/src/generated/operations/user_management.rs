// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! User Management: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Creates, finds, changes and removes users, their tenants, roles, e-mail addresses and usernames,
/// and carries them through activation and invitation. Back ends call most routes with an environment
/// token and name the tenant (and, for acting as a user, the user) in context headers. Routes under
/// `/me` serve a signed-in user with a user access token; activation, acceptance of invitations and
/// self-service unlocking need no token, because a single-use value in the body stands for the user.
impl Client {
    /// Disable a user in a tenant
    ///
    /// Bars a user from signing in to one tenant and leaves the user's other tenants untouched. Takes an
    /// environment token with `frontegg-tenant-id`, or a user access token, whose own tenant is then
    /// meant. Success is 200 or 201 with nothing to read; the tenant entry of the user shows `isDisabled`
    /// afterwards. Access tokens issued before the call stay valid until they expire.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user to disable.
    /// - `frontegg_tenant_id`: Tenant in which the user is disabled; needed with an environment token.
    ///
    /// # Wire
    ///
    /// `POST /resources/tenants/users/v1/{userId}/disable`
    pub async fn disable_tenant_user(
        &self,
        user_id: &str,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DISABLE_TENANT_USER)
            .path("userId", user_id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .send_unit()
            .await
    }

    /// Enable a disabled user in a tenant
    ///
    /// Lifts the block set by the `disable` twin of this route, so that the user can sign in to the tenant
    /// again. Takes an environment token with `frontegg-tenant-id`, or a user access token, whose own
    /// tenant is then meant. Success is 200 or 201 with nothing to read. It does not unlock a user whom
    /// the lockout policy has locked.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user to enable.
    /// - `frontegg_tenant_id`: Tenant in which the user is enabled; needed with an environment token.
    ///
    /// # Wire
    ///
    /// `POST /resources/tenants/users/v1/{userId}/enable`
    pub async fn enable_tenant_user(
        &self,
        user_id: &str,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::ENABLE_TENANT_USER)
            .path("userId", user_id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .send_unit()
            .await
    }

    /// Set the time limit of a user
    ///
    /// Makes a permanent user temporary, or gives a temporary user a new time limit. Called with an
    /// environment token. The limit is recorded per tenant as `temporaryExpirationDate`; if the call is
    /// refused with 403, set `frontegg-tenant-id` through an interceptor. The limit is a number of
    /// seconds, at least 300; the answer (201, although this is a PUT) echoes it. Temporary users are a
    /// feature that can be off for the environment; `GET /resources/users/temporary/v1/configuration`
    /// tells.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user whose time is limited.
    ///
    /// # Wire
    ///
    /// `PUT /resources/users/temporary/v1/{userId}`
    pub async fn set_user_temporary(
        &self,
        user_id: &str,
        body: &types::TemporaryUserDto,
    ) -> Result<Response<types::TemporaryUserDtoAnswer>, Error> {
        self.call(&catalogue::SET_USER_TEMPORARY)
            .path("userId", user_id)
            .json(body)
            .send()
            .await
    }

    /// Make a temporary user permanent
    ///
    /// Removes the time limit of a user; despite the DELETE method the user stays. Called with an
    /// environment token; as with the PUT twin, a 403 may mean that `frontegg-tenant-id` is wanted through
    /// an interceptor. The answer has no body.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the temporary user who becomes permanent.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/users/temporary/v1/{userId}`
    pub async fn set_user_permanent(
        &self,
        user_id: &str,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::SET_USER_PERMANENT)
            .path("userId", user_id)
            .send_unit()
            .await
    }

    /// Read whether temporary users are enabled
    ///
    /// Tells whether the environment lets users be created with, or moved to, a time limit. Takes a bearer
    /// token and no context header. The answer is a single flag; it carries no default limit.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/temporary/v1/configuration`
    pub async fn get_temporary_user_configuration(
        &self,
    ) -> Result<Response<types::TemporaryUsersConfigurationDtoAnswer>, Error> {
        self.call(&catalogue::GET_TEMPORARY_USER_CONFIGURATION).send().await
    }

    /// List the e-mail addresses of users
    ///
    /// Pages through the e-mail addresses of users, secondary ones included, so one user may occupy
    /// several rows. Called with an environment token; `frontegg-tenant-id` narrows the list to the users
    /// of one tenant. `_offset` counts pages from zero: increase it by one, not by `_limit`, until it
    /// reaches `_metadata.totalPages`; a page past the end has empty `items`. The filters `_email` and
    /// `userIds` differ in their underscore, and a misspelt name is ignored without an error.
    ///
    /// # Arguments
    ///
    /// - `email`: Keeps only rows that match this address.
    /// - `limit`: Rows per page, at least 1.
    /// - `offset`: Zero-based page index.
    /// - `order`: Direction of the sort.
    /// - `sort_by`: Field by which rows are sorted.
    /// - `user_ids`: Comma-separated user ids whose addresses are wanted.
    /// - `frontegg_tenant_id`: Tenant to which the list is narrowed.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/emails/v1`
    pub async fn list_user_emails(
        &self,
        email: Option<&str>,
        limit: Option<::std::num::NonZeroU64>,
        offset: Option<u64>,
        order: Option<types::SortOrder>,
        sort_by: Option<types::ListUserEmailsSortBy>,
        user_ids: Option<&str>,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<types::ListUserEmailsResponse>, Error> {
        self.call(&catalogue::LIST_USER_EMAILS)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .query("_email", &email)
            .query("_limit", &limit)
            .query("_offset", &offset)
            .query("_order", &order)
            .query("_sortBy", &sort_by)
            .query("userIds", &user_ids)
            .send()
            .await
    }

    /// Add an e-mail address to the signed-in user
    ///
    /// Adds a further, non-primary address to the user behind the user access token. The new address
    /// starts unverified and is confirmed with the code that `POST /resources/users/emails/v1/verify`
    /// takes. The tenant is read from the token; `frontegg-tenant-id` is for environment tokens, for which
    /// the `vendor` twin of this route is the better choice because it names the user in the path. 200 and
    /// 201 carry the same body.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant context; needed only with an environment token.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/emails/v1`
    pub async fn create_my_email(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::CreateUserEmailRequestDto,
    ) -> Result<Response<types::UserEmailResponseDto>, Error> {
        self.call(&catalogue::CREATE_MY_EMAIL)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send()
            .await
    }

    /// Verify an added e-mail address with its code
    ///
    /// Confirms an additional address of the signed-in user with the code that was mailed to it. Takes a
    /// user access token; the tenant is read from it. There is no body on success. A wrong or expired code
    /// is expected to answer 400 with `errors`.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant context; needed only with an environment token.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/emails/v1/verify`
    pub async fn verify_my_email(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::CreateUserEmailVerifyRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::VERIFY_MY_EMAIL)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send_unit()
            .await
    }

    /// Delete an e-mail address of the current user
    ///
    /// Removes one of the current user's addresses by the id that the list routes return, not by the
    /// address itself. With a user access token user and tenant follow from the token; with an environment
    /// token both `frontegg-user-id` and `frontegg-tenant-id` must be sent. The answer has no body. What
    /// happens to a primary address is not known, so choose another primary one before deleting it.
    ///
    /// # Arguments
    ///
    /// - `email_id`: Id of the address record.
    /// - `frontegg_tenant_id`: Tenant context; needed with an environment token.
    /// - `frontegg_user_id`: Id of the user who owns the address.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/users/emails/v1/{emailId}`
    pub async fn delete_my_email(
        &self,
        email_id: &str,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: &str,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_MY_EMAIL)
            .path("emailId", email_id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", Some(frontegg_user_id))
            .send_unit()
            .await
    }

    /// Add an e-mail address to any user
    ///
    /// Adds a further address to the user in the path; needs an environment token and no context header.
    /// Unlike the self-service twin it can record the address as verified straight away with `isVerified`.
    /// 200 and 201 carry the same body.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user who gets the address.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/emails/v1/vendor/{userId}`
    pub async fn create_user_email(
        &self,
        user_id: &str,
        body: &types::CreateUserEmailVendorRequestDto,
    ) -> Result<Response<types::UserEmailResponseDto>, Error> {
        self.call(&catalogue::CREATE_USER_EMAIL)
            .path("userId", user_id)
            .json(body)
            .send()
            .await
    }

    /// Delete an e-mail address of any user
    ///
    /// Removes one address record of the user in the path; needs an environment token and no context
    /// header. Both ids must belong together; the address itself is not accepted in place of its id. The
    /// answer has no body.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user who owns the address.
    /// - `email_id`: Id of the address record.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/users/emails/v1/vendor/{userId}/{emailId}`
    pub async fn delete_user_email(
        &self,
        user_id: &str,
        email_id: &str,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_USER_EMAIL)
            .path("userId", user_id)
            .path("emailId", email_id)
            .send_unit()
            .await
    }

    /// Choose the primary e-mail address of any user
    ///
    /// Makes one of the addresses that the user in the path already has the primary one, which is then
    /// shown as the user's `email`. Needs an environment token and no context header. The address is named
    /// by its text, not by its record id, and there is no body on success.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user whose primary address changes.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/emails/v1/vendor/{userId}/primary`
    pub async fn set_user_primary_email(
        &self,
        user_id: &str,
        body: &types::MarkEmailAsPrimaryRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::SET_USER_PRIMARY_EMAIL)
            .path("userId", user_id)
            .json(body)
            .send_unit()
            .await
    }

    /// Choose the primary e-mail address of the signed-in user
    ///
    /// Makes another address of the signed-in user the primary one; the address must have been added
    /// before. Takes a user access token. The call has no parameter for the user, so with an environment
    /// token use the `vendor` twin. There is no body on success, and an access token issued earlier still
    /// names the former address in its `email` claim until the next refresh.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant context; needed only with an environment token.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/emails/v1/me/primary`
    pub async fn set_my_primary_email(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::MarkEmailAsPrimaryRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::SET_MY_PRIMARY_EMAIL)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send_unit()
            .await
    }

    /// List the e-mail addresses of the current user
    ///
    /// Returns every address of the current user as a bare array, without paging. With a user access token
    /// the user follows from the token; with an environment token `frontegg-user-id` and
    /// `frontegg-tenant-id` name whose addresses are meant. The entry with `isPrimary` is the one that
    /// other routes show as the user's `email`.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant context; needed with an environment token.
    /// - `frontegg_user_id`: Id of the user whose addresses are listed.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/emails/v1/me`
    pub async fn list_my_emails(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
    ) -> Result<Response<::std::vec::Vec<types::UserEmailResponseDto>>, Error> {
        self.call(&catalogue::LIST_MY_EMAILS)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .send()
            .await
    }

    /// Set whether a user may enter sub-tenants
    ///
    /// Switches the user's access to the sub-tenants below the user's tenant on or off; it assigns no
    /// roles. Takes a bearer token. An environment token may need `frontegg-tenant-id` through an
    /// interceptor; a missing tenant shows as 403. There is no body; users carry the result as
    /// `subAccountAccessAllowed`.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user whose access changes.
    ///
    /// # Wire
    ///
    /// `PUT /resources/sub-tenants/users/v1/{userId}/access`
    pub async fn set_user_sub_account_access(
        &self,
        user_id: &str,
        body: &types::UpdateSubAccountAccessRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::SET_USER_SUB_ACCOUNT_ACCESS)
            .path("userId", user_id)
            .json(body)
            .send_unit()
            .await
    }

    /// Send a new activation e-mail
    ///
    /// Issues a fresh activation token for a user who has not yet activated and mails it; the user is
    /// found by the address in the body. No token is needed on the customer's own domain. On a regional
    /// API host the environment has to be named by `frontegg-vendor-host` through an interceptor. The
    /// token is only in the mail: the 201 has no body. The rate limit may be tight, some five calls a
    /// minute, as on other routes that send mail.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/activate/reset`
    pub async fn resend_activation_email(
        &self,
        body: &types::ResetActivationTokenDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::RESEND_ACTIVATION_EMAIL).json(body).send_unit().await
    }

    /// Renew a user's invitation to one tenant
    ///
    /// Replaces the token of an invitation that is still open and invites the user with the given address
    /// to the tenant again. Needs a bearer token, usually an environment token, and `frontegg-tenant-id`.
    /// Nothing is returned; the new link is expected to reach the user by e-mail.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant to which the user was invited.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/invitation/reset`
    pub async fn resend_invitation(
        &self,
        frontegg_tenant_id: &str,
        body: &types::ResetTenantInvitationDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::RESEND_INVITATION)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .json(body)
            .send_unit()
            .await
    }

    /// Renew all open invitations of a user
    ///
    /// Does the same as the single-tenant twin for every tenant in which the user still has an open
    /// invitation. Needs a bearer token, usually an environment token, and `frontegg-tenant-id`. Nothing
    /// is returned; the new links are expected to reach the user by e-mail.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant on whose behalf the invitations are renewed.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/invitation/reset/all`
    pub async fn resend_all_invitations(
        &self,
        frontegg_tenant_id: &str,
        body: &types::ResetTenantInvitationDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::RESEND_ALL_INVITATIONS)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .json(body)
            .send_unit()
            .await
    }

    /// List users, page by page
    ///
    /// Pages through the users of the environment, or of one tenant when `frontegg-tenant-id` is sent;
    /// called with an environment token. `_offset` is a zero-based page index: count it up by one until it
    /// reaches `_metadata.totalPages`. The links in `_links` may be empty or relative and are not meant to
    /// be followed. Version 3 leaves roles and groups out of its users; ask `GET
    /// /resources/users/v3/roles` and `GET /resources/users/v3/groups` for the ids found. Unknown query
    /// parameters are ignored silently, which with a typing slip means the first default page instead of
    /// an error. URLs near 9 KB are refused with 414, so keep `ids` to about 100 per call.
    ///
    /// # Arguments
    ///
    /// - `email`: Keeps users with this e-mail address.
    /// - `external_ids`: Comma-separated external ids to look up.
    /// - `identifier`: Start of the identifier to look for; goes with `_identifierType`.
    /// - `identifier_type`: Kind of identifier that `_identifier` holds.
    /// - `include_sub_tenants`: Whether users of sub-tenants are included; true when absent.
    /// - `limit`: Users per page; 50 when absent, 200 at most.
    /// - `name_prefix`: Keeps users whose name starts with this text.
    /// - `offset`: Zero-based page index.
    /// - `order`: Direction of the sort.
    /// - `sort_by`: Field by which users are sorted.
    /// - `tenant_id`: Keeps users of this tenant.
    /// - `ids`: Comma-separated user ids to look up.
    /// - `frontegg_tenant_id`: Tenant to which the list is narrowed; without it the whole environment is
    ///   listed.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/v3`
    pub async fn list_users(
        &self,
        email: Option<&str>,
        external_ids: Option<&str>,
        identifier: Option<&str>,
        identifier_type: Option<types::IdentifierType>,
        include_sub_tenants: Option<bool>,
        limit: Option<i64>,
        name_prefix: Option<&str>,
        offset: Option<u64>,
        order: Option<types::SortOrder>,
        sort_by: Option<types::UserSortField>,
        tenant_id: Option<&str>,
        ids: Option<&str>,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<types::UsersV3PageResponse>, Error> {
        self.call(&catalogue::LIST_USERS)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .query("_email", &email)
            .query("_externalIds", &external_ids)
            .query("_identifier", &identifier)
            .query("_identifierType", &identifier_type)
            .query("_includeSubTenants", &include_sub_tenants)
            .query("_limit", &limit)
            .query("_namePrefix", &name_prefix)
            .query("_offset", &offset)
            .query("_order", &order)
            .query("_sortBy", &sort_by)
            .query("_tenantId", &tenant_id)
            .query("ids", &ids)
            .send()
            .await
    }

    /// Look up the role ids of several users
    ///
    /// Returns the roles of the users named in `ids`, not of all users of the tenant. Called with an
    /// environment token; the tenant is taken from `frontegg-tenant-id`, and users looked up in the wrong
    /// tenant give an empty array rather than an error. The answer is an array with one entry per user
    /// (`vendorId`, `tenantId`, `userId`, `roleIds`); names and keys of the roles come from the role
    /// routes. At most 250 ids are accepted, and some 100 are safer because long URLs are refused with
    /// 414.
    ///
    /// # Arguments
    ///
    /// - `ids`: Ids of the users to look up, separated by commas.
    /// - `frontegg_tenant_id`: Tenant in which the roles are held.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/v3/roles`
    pub async fn list_user_roles(
        &self,
        ids: &::std::vec::Vec<::std::string::String>,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<::std::vec::Vec<types::GetUserRolesResponse>>, Error> {
        self.call(&catalogue::LIST_USER_ROLES)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .query_joined("ids", &ids)
            .send()
            .await
    }

    /// Look up the group ids of several users
    ///
    /// Returns, for the users named in `ids`, the groups that they belong to in one tenant. Works like its
    /// sibling for roles: environment token, tenant from `frontegg-tenant-id`, an empty array for the
    /// wrong tenant, 250 ids at most and better about 100. Each entry of the array holds `vendorId`,
    /// `tenantId`, `userId` and `groupIds`.
    ///
    /// # Arguments
    ///
    /// - `ids`: Ids of the users to look up, separated by commas.
    /// - `frontegg_tenant_id`: Tenant in which the groups exist.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/v3/groups`
    pub async fn list_user_groups(
        &self,
        ids: &::std::vec::Vec<::std::string::String>,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<::std::vec::Vec<types::GetUserGroupsResponse>>, Error> {
        self.call(&catalogue::LIST_USER_GROUPS)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .query_joined("ids", &ids)
            .send()
            .await
    }

    /// Unlock one's own account with an unlock token
    ///
    /// Lets a user whom the lockout policy has locked free the account with the token from the message
    /// about it. No access token is needed, for a locked user cannot get one; the token in the body is the
    /// proof and is expected to work once. The answer has no body, so the user signs in afterwards.
    /// Administrators use `POST /resources/users/v1/{userId}/unlock` instead.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v3/me/unlock`
    pub async fn unlock_my_user(
        &self,
        body: &types::UnlockUserRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::UNLOCK_MY_USER).json(body).send_unit().await
    }

    /// List users, second version
    ///
    /// Lists users page by page; `_offset` is the index of the page. Needs the access token of an
    /// administrator, or an environment token. Prefer the third version, which has more filters; this one
    /// still carries `roles` and `permissions` in each user. Parameter names that it does not know are
    /// ignored without an error.
    ///
    /// # Arguments
    ///
    /// - `filter`: Text to look for in the users.
    /// - `include_sub_tenants`: Whether users of sub-tenants are listed too.
    /// - `limit`: Number of users on a page.
    /// - `offset`: Zero-based index of the page, not of the user.
    /// - `order`: Sort order.
    /// - `sort_by`: The member to sort by.
    /// - `ids`: Ids of the users to return, separated by commas.
    /// - `frontegg_tenant_id`: The tenant to act in; needed with an environment token, read from the token
    ///   of a user otherwise.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/v2`
    pub async fn list_users_v2(
        &self,
        filter: Option<&str>,
        include_sub_tenants: Option<bool>,
        limit: Option<i64>,
        offset: Option<u64>,
        order: Option<types::SortOrder>,
        sort_by: Option<types::UserSortField>,
        ids: Option<&str>,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<types::GetUsersPageResponse>, Error> {
        self.call(&catalogue::LIST_USERS_V2)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .query("_filter", &filter)
            .query("_includeSubTenants", &include_sub_tenants)
            .query("_limit", &limit)
            .query("_offset", &offset)
            .query("_order", &order)
            .query("_sortBy", &sort_by)
            .query("ids", &ids)
            .send()
            .await
    }

    /// Create a user in a tenant and send an invitation
    ///
    /// Creates a user in the tenant named by `frontegg-tenant-id` and mails an invitation unless
    /// `skipInviteEmail` is true. Needs an environment token. An environment without a default application
    /// also needs `frontegg-application-id`; without it the answer is 403 with `ER-00008`, and a tenant
    /// that is not assigned to that application gives 404 with `ER-01008`. Either `email` or `username`
    /// must be set, and `metadata` is JSON inside a string. The 201 body lists roles and permissions as
    /// objects rather than ids.
    ///
    /// # Arguments
    ///
    /// - `frontegg_application_id`: Application to create the user in. Needed where the environment has no
    ///   default application; without it the answer is then 403 with `ER-00008`.
    /// - `frontegg_tenant_id`: Tenant that the user joins.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v2`
    pub async fn create_user(
        &self,
        frontegg_application_id: Option<&str>,
        frontegg_tenant_id: &str,
        body: &types::CreateUserDto,
    ) -> Result<Response<types::UserCreatedResponse>, Error> {
        self.call(&catalogue::CREATE_USER)
            .header("frontegg-application-id", frontegg_application_id)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .json(body)
            .send()
            .await
    }

    /// Get the profile of the signed-in user (version 2)
    ///
    /// Returns the user behind the user access token together with roles and permissions in the token's
    /// tenant. Call it on the environment's own domain, or send `frontegg-vendor-host` to a regional API
    /// host. Version 3 of the route is the lighter successor without roles and permissions. With an
    /// environment token the route needs `frontegg-user-id` and `frontegg-tenant-id`.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/v2/me`
    pub async fn get_my_profile_v2(&self) -> Result<Response<types::UserDto>, Error> {
        self.call(&catalogue::GET_MY_PROFILE_V2).send().await
    }

    /// Update the profile of the signed-in user
    ///
    /// Changes name, picture, phone number or metadata of the user behind the user access token; no
    /// context header is needed. Members that are left out are expected to keep their value; `metadata` is
    /// a string that holds JSON and is expected to replace the stored one as a whole. E-mail address and
    /// password have routes of their own. Returns the user as it is now; claims of an access token change
    /// only with the next refresh.
    ///
    /// # Wire
    ///
    /// `PUT /resources/users/v2/me`
    pub async fn update_my_profile(
        &self,
        body: &types::UpdateUserDto,
    ) -> Result<Response<types::UserDto>, Error> {
        self.call(&catalogue::UPDATE_MY_PROFILE).json(body).send().await
    }

    /// List users, first version
    ///
    /// Lists users page by page; `_offset` is the index of the page. Needs an environment token; without
    /// `frontegg-tenant-id` the users of the whole environment are expected. Prefer the third version.
    /// Unknown parameter names are ignored without an error, so a misspelt one yields the default page.
    ///
    /// # Arguments
    ///
    /// - `limit`: Number of users on a page.
    /// - `offset`: Zero-based index of the page, not of the user.
    /// - `order`: Sort order.
    /// - `sort_by`: The member to sort by.
    /// - `frontegg_tenant_id`: The tenant to act in; needed with an environment token, read from the token
    ///   of a user otherwise.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/v1`
    pub async fn list_users_v1(
        &self,
        limit: Option<i64>,
        offset: Option<u64>,
        order: Option<types::SortOrder>,
        sort_by: Option<types::UserSortField>,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<types::GetUsersPageResponse>, Error> {
        self.call(&catalogue::LIST_USERS_V1)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .query("_limit", &limit)
            .query("_offset", &offset)
            .query("_order", &order)
            .query("_sortBy", &sort_by)
            .send()
            .await
    }

    /// Update a user of a tenant
    ///
    /// Changes name, picture, phone number or metadata of a user from the back end. Needs an environment
    /// token; the user is named by `frontegg-user-id`, not in the path, and the tenant by
    /// `frontegg-tenant-id`. Without the headers the answer is 403. To change one key of `metadata`, read
    /// the string, merge and send all of it back, as it is expected to be replaced as a whole.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant of the user.
    /// - `frontegg_user_id`: Id of the user to update.
    ///
    /// # Wire
    ///
    /// `PUT /resources/users/v1`
    pub async fn update_user(
        &self,
        frontegg_tenant_id: &str,
        frontegg_user_id: &str,
        body: &types::UpdateUserDto,
    ) -> Result<Response<types::UserDto>, Error> {
        self.call(&catalogue::UPDATE_USER)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .header("frontegg-user-id", Some(frontegg_user_id))
            .json(body)
            .send()
            .await
    }

    /// Create a user in a tenant (version 1)
    ///
    /// Deprecated twin of `POST /resources/users/v2` with the same request and the same answer; new code
    /// calls version 2. Needs an environment token and `frontegg-tenant-id`, and also
    /// `frontegg-application-id` when the environment has no default application, otherwise 403 with
    /// `ER-00008`. An invitation is mailed unless `skipInviteEmail` is true.
    ///
    /// # Arguments
    ///
    /// - `frontegg_application_id`: Application to create the user in. Needed where the environment has no
    ///   default application; without it the answer is then 403 with `ER-00008`.
    /// - `frontegg_tenant_id`: Tenant that the user joins.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1`
    #[deprecated = "the service marks this operation as deprecated"]
    pub async fn create_user_v1(
        &self,
        frontegg_application_id: Option<&str>,
        frontegg_tenant_id: &str,
        body: &types::CreateUserDto,
    ) -> Result<Response<types::UserCreatedResponse>, Error> {
        self.call(&catalogue::CREATE_USER_V1)
            .header("frontegg-application-id", frontegg_application_id)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .json(body)
            .send()
            .await
    }

    /// Remove a user from a tenant or from the environment
    ///
    /// With `frontegg-tenant-id` the user leaves that tenant only; without the header the user is deleted
    /// from the whole environment. Since the same call does both, a forgotten header is destructive. Needs
    /// an environment token. There is no body on success.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user to remove.
    /// - `frontegg_tenant_id`: Tenant that the user leaves; without it the user is deleted everywhere.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/users/v1/{userId}`
    pub async fn delete_user(
        &self,
        user_id: &str,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_USER)
            .path("userId", user_id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .send_unit()
            .await
    }

    /// Assign roles to a user in a tenant
    ///
    /// Adds roles, named by id and not by key, to those that the user holds in one tenant; roles held
    /// already stay. Needs an environment token and `frontegg-tenant-id`. The answer shows the roles as
    /// objects. Access tokens list the new roles after the next refresh only.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user who receives the roles.
    /// - `frontegg_tenant_id`: Tenant in which the roles are held.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/{userId}/roles`
    pub async fn add_user_roles(
        &self,
        user_id: &str,
        frontegg_tenant_id: &str,
        body: &types::AssignUserToRolesDto,
    ) -> Result<Response<types::AssignUserToRolesResponseDto>, Error> {
        self.call(&catalogue::ADD_USER_ROLES)
            .path("userId", user_id)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .json(body)
            .send()
            .await
    }

    /// Take roles from a user in a tenant
    ///
    /// Removes roles from a user in one tenant; the ids travel in the JSON body of the DELETE request,
    /// which some proxies drop. Needs an environment token and `frontegg-tenant-id`. Access tokens issued
    /// earlier keep their `roles` claim until the next refresh.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user who loses the roles.
    /// - `frontegg_tenant_id`: Tenant in which the roles are held.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/users/v1/{userId}/roles`
    pub async fn remove_user_roles(
        &self,
        user_id: &str,
        frontegg_tenant_id: &str,
        body: &types::UnassignUserFromRolesDto,
    ) -> Result<Response<types::DeleteUserToRolesResponseDto>, Error> {
        self.call(&catalogue::REMOVE_USER_ROLES)
            .path("userId", user_id)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .json(body)
            .send()
            .await
    }

    /// Switch the active tenant of a user
    ///
    /// Sets which of the user's tenants is active; this is the first half of tenant switching. The access
    /// token in hand still names the old tenant, so refresh the session next, and do it once, since
    /// refresh tokens rotate and a session has one active tenant at a time. A user access token is enough
    /// in browsers; an environment token needs `frontegg-tenant-id` and `frontegg-user-id`. The body holds
    /// the user; clients commonly ignore it. Refreshing with a `tenantId` in the body reaches the same end
    /// in one call.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant context of the caller, that is the tenant active so far.
    /// - `frontegg_user_id`: Id of the user who switches.
    ///
    /// # Wire
    ///
    /// `PUT /resources/users/v1/tenant`
    pub async fn set_my_active_tenant(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
        body: &types::UpdateUserTenantDto,
    ) -> Result<Response<types::UserDto>, Error> {
        self.call(&catalogue::SET_MY_ACTIVE_TENANT)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .json(body)
            .send()
            .await
    }

    /// Search users by phrases
    ///
    /// Pages through users like `GET /resources/users/v3` and takes the same filters, plus phrase searches
    /// that demand, forbid or prefer words and may tolerate near misses. Called with an environment token;
    /// `frontegg-tenant-id` narrows the search to one tenant. `_offset` is a zero-based page index, and
    /// unknown parameters are ignored silently. The phrase parameters are lists of strings joined by
    /// commas. Users come in their version 3 form, without roles.
    ///
    /// # Arguments
    ///
    /// - `email`: Keeps users with this e-mail address.
    /// - `external_ids`: Comma-separated external ids to look up.
    /// - `identifier`: Start of the identifier to look for; goes with `_identifierType`.
    /// - `identifier_type`: Kind of identifier that `_identifier` holds.
    /// - `include_sub_tenants`: Whether users of sub-tenants are included; true when absent.
    /// - `limit`: Users per page; 50 when absent, 200 at most.
    /// - `name_prefix`: Keeps users whose name starts with this text.
    /// - `offset`: Zero-based page index.
    /// - `order`: Direction of the sort.
    /// - `phrase_search_approximate`: Whether similar spellings match too; false when absent.
    /// - `phrase_search_contains`: Phrases of which every one must occur.
    /// - `phrase_search_excludes`: Phrases of which none may occur.
    /// - `phrase_search_optional`: Phrases of which at least one must occur.
    /// - `sort_by`: Field by which users are sorted.
    /// - `tenant_id`: Keeps users of this tenant.
    /// - `ids`: Comma-separated user ids to look up.
    /// - `frontegg_tenant_id`: Tenant to which the search is narrowed; without it the whole environment is
    ///   searched.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/v1/query/phrase`
    pub async fn search_users(
        &self,
        email: Option<&str>,
        external_ids: Option<&str>,
        identifier: Option<&str>,
        identifier_type: Option<types::IdentifierType>,
        include_sub_tenants: Option<bool>,
        limit: Option<i64>,
        name_prefix: Option<&str>,
        offset: Option<u64>,
        order: Option<types::SortOrder>,
        phrase_search_approximate: Option<bool>,
        phrase_search_contains: Option<&::std::vec::Vec<::std::string::String>>,
        phrase_search_excludes: Option<&::std::vec::Vec<::std::string::String>>,
        phrase_search_optional: Option<&::std::vec::Vec<::std::string::String>>,
        sort_by: Option<types::UserSortField>,
        tenant_id: Option<&str>,
        ids: Option<&str>,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<types::UsersV3PageResponse>, Error> {
        self.call(&catalogue::SEARCH_USERS)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .query("_email", &email)
            .query("_externalIds", &external_ids)
            .query("_identifier", &identifier)
            .query("_identifierType", &identifier_type)
            .query("_includeSubTenants", &include_sub_tenants)
            .query("_limit", &limit)
            .query("_namePrefix", &name_prefix)
            .query("_offset", &offset)
            .query("_order", &order)
            .query("_phraseSearchApproximate", &phrase_search_approximate)
            .query("_phraseSearchContains", &phrase_search_contains)
            .query("_phraseSearchExcludes", &phrase_search_excludes)
            .query("_phraseSearchOptional", &phrase_search_optional)
            .query("_sortBy", &sort_by)
            .query("_tenantId", &tenant_id)
            .query("ids", &ids)
            .send()
            .await
    }

    /// List usernames with their users
    ///
    /// Finds which username belongs to which user, by user ids, by usernames or by the start of a
    /// username; called with an environment token. The answer is expected to be a page with `items`,
    /// `_links` and `_metadata`. `_offset` is a zero-based page index; the filters `userIds` and
    /// `usernames` carry no underscore.
    ///
    /// # Arguments
    ///
    /// - `limit`: Entries per page, at least 1.
    /// - `offset`: Zero-based page index.
    /// - `order`: Direction of the sort.
    /// - `sort_by`: Field by which entries are sorted.
    /// - `username_prefix`: Keeps usernames that start with this text.
    /// - `user_ids`: Ids of the users whose usernames are wanted.
    /// - `usernames`: Usernames whose users are wanted.
    ///
    /// # Wire
    ///
    /// `GET /resources/usernames/v1`
    pub async fn list_usernames(
        &self,
        limit: Option<::std::num::NonZeroU64>,
        offset: Option<u64>,
        order: Option<types::SortOrder>,
        sort_by: Option<types::ListUsernamesSortBy>,
        username_prefix: Option<&str>,
        user_ids: Option<&::std::vec::Vec<::std::string::String>>,
        usernames: Option<&::std::vec::Vec<::std::string::String>>,
    ) -> Result<Response<types::ListUsernamesResponse>, Error> {
        self.call(&catalogue::LIST_USERNAMES)
            .query("_limit", &limit)
            .query("_offset", &offset)
            .query("_order", &order)
            .query("_sortBy", &sort_by)
            .query("_usernamePrefix", &username_prefix)
            .query("userIds", &user_ids)
            .query("usernames", &usernames)
            .send()
            .await
    }

    /// Give the current user a username
    ///
    /// Stores a username for the current user, who can then sign in with it instead of an e-mail address.
    /// Takes a user access token; the tenant is read from it, and only an environment token needs
    /// `frontegg-tenant-id`. Usernames are folded to lower case, hold no blanks or accents and are at most
    /// 128 characters long. 200 and 201 both mean success and have no body.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant context; needed only with an environment token.
    ///
    /// # Wire
    ///
    /// `POST /resources/usernames/v1`
    pub async fn create_my_username(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::CreateUsernameRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::CREATE_MY_USERNAME)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send_unit()
            .await
    }

    /// Delete a username
    ///
    /// Releases a username; the path holds the username itself, so characters such as `#` must be
    /// percent-encoded. Takes a bearer token and no context header. The user stays and signs in by the
    /// remaining identifiers. There is no body.
    ///
    /// # Arguments
    ///
    /// - `username`: Username to delete, in lower case.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/usernames/v1/{username}`
    pub async fn delete_my_username(
        &self,
        username: &str,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_MY_USERNAME)
            .path("username", username)
            .send_unit()
            .await
    }

    /// Get the username of the current user
    ///
    /// Returns the username of the current user together with the user's id. With a user access token the
    /// user follows from the token; an environment token needs `frontegg-user-id` and
    /// `frontegg-tenant-id`. What a user without a username gets is not known; be prepared for an empty
    /// object or 404.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant context; needed with an environment token.
    /// - `frontegg_user_id`: Id of the user whose username is wanted.
    ///
    /// # Wire
    ///
    /// `GET /resources/usernames/v1/me`
    pub async fn list_my_usernames(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
    ) -> Result<Response<types::UsernameResponseDto>, Error> {
        self.call(&catalogue::LIST_MY_USERNAMES)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .send()
            .await
    }

    /// Start changing the signed-in user's e-mail address
    ///
    /// Begins the replacement of the user's own address: a code is expected to go to the new address, and
    /// the change takes effect with `POST /resources/users/v1/email/me/verify`. Takes a user access token;
    /// the tenant is read from it. There is no body. To keep both addresses, add one with `POST
    /// /resources/users/emails/v1` instead. The user e-mails policy of the environment can forbid the
    /// change.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant context; needed only with an environment token.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/email/me`
    pub async fn start_my_email_change(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::SelfEmailUpdateRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::START_MY_EMAIL_CHANGE)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send_unit()
            .await
    }

    /// Complete changing the signed-in user's e-mail address
    ///
    /// Second half of the address change: hands in the code together with the new address that the first
    /// half named. Takes a user access token; the tenant is read from it. There is no body. Refresh the
    /// session afterwards, since the access token in hand still carries the old `email` claim.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant context; needed only with an environment token.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/email/me/verify`
    pub async fn verify_my_email_change(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::SelfEmailUpdateVerifyRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::VERIFY_MY_EMAIL_CHANGE)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send_unit()
            .await
    }

    /// Activate a user with the token from the activation link
    ///
    /// Turns a user who has signed up or was invited into an active one and usually signs the user in at
    /// once; needs no access token. User id and activation token come from the link in the activation
    /// e-mail; whether a password must be chosen is told by `GET /resources/users/v1/activate/strategy`.
    /// The answer is a login body with tokens and a `fe_refresh_` cookie, but 200 may also come without
    /// tokens, for instance with `mfaRequired`. The token works once; `POST
    /// /resources/users/v1/activate/reset` mails a new one.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Domain of the environment; needed only on a regional API host.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/activate`
    pub async fn activate_user(
        &self,
        frontegg_vendor_host: Option<&str>,
        body: &types::ActivateUserDto,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::ACTIVATE_USER)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .json(body)
            .send()
            .await
    }

    /// Activate a user with an e-mailed code
    ///
    /// Variant of activation for environments whose activation strategy is `code`: besides user id and
    /// token the body carries the code that the user types in. No access token is needed. How long a code
    /// lives is set in the activation strategy. The answer is the same login body as for the link variant
    /// and may come without tokens when a second factor is due.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Domain of the environment; needed only on a regional API host.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/activate/code`
    pub async fn activate_user_with_code(
        &self,
        frontegg_vendor_host: Option<&str>,
        body: &types::ActivateUserWithCodeDto,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::ACTIVATE_USER_WITH_CODE)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .json(body)
            .send()
            .await
    }

    /// Find out whether activation needs a password
    ///
    /// Tells an activation page whether to ask for a new password before it activates the user; users who
    /// come through single sign-on, for example, set none. Needs no access token: user id and activation
    /// token, taken from the link, are sent as query parameters. It reads only and does not use up the
    /// activation token.
    ///
    /// # Arguments
    ///
    /// - `token`: Activation token from the e-mailed link; a secret.
    /// - `user_id`: Id of the user to be activated.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/v1/activate/strategy`
    pub async fn get_user_activation_strategy(
        &self,
        token: &crate::Secret,
        user_id: &str,
    ) -> Result<Response<types::GetActivateStrategyResponseDto>, Error> {
        self.call(&catalogue::GET_USER_ACTIVATION_STRATEGY)
            .query("token", &token.expose())
            .query("userId", &user_id)
            .send()
            .await
    }

    /// Accept an invitation to a tenant
    ///
    /// Makes an existing user a member of the tenant that has invited the user. Needs no access token:
    /// user id and invitation token come from the link in the invitation e-mail, and the token works once.
    /// The route belongs to those that open a session, so a `fe_refresh_` cookie and a login body may come
    /// with the answer, but an empty one is possible too. 200 and 201 mean the same. If the tenant is
    /// locked the answer is 400 with `ER-01239`.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/invitation/accept`
    pub async fn accept_invitation(
        &self,
        body: &types::AcceptInvitationDto,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::ACCEPT_INVITATION).json(body).send().await
    }

    /// Accept an invitation to a tenant with a code
    ///
    /// Variant for environments whose invitation strategy is `code`: the user types the mailed code, which
    /// is sent along with user id and invitation token. Needs no access token. As with the link variant, a
    /// session cookie and a login body may accompany the answer; do not rely on either.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/invitation/accept/code`
    pub async fn accept_invitation_with_code(
        &self,
        body: &types::AcceptInvitationWithCodeDto,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::ACCEPT_INVITATION_WITH_CODE).json(body).send().await
    }

    /// Get the profile of the signed-in user
    ///
    /// Returns the user behind the user access token with the tenants that the user belongs to; no context
    /// header is needed. Call it on the environment's own domain, or send `frontegg-vendor-host` to a
    /// regional API host; an environment token would need `frontegg-user-id` and `frontegg-tenant-id`.
    /// Roles and permissions are not part of the answer; `GET /resources/users/v1/me/authorization` has
    /// them.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/v3/me`
    pub async fn get_my_profile(&self) -> Result<Response<types::UserV3Dto>, Error> {
        self.call(&catalogue::GET_MY_PROFILE).send().await
    }

    /// List the tenants of the current user (version 2)
    ///
    /// Returns id and name of each tenant that the user belongs to, as a bare array. With a user access
    /// token the user follows from the token; `frontegg-user-id` names the user when an environment token
    /// is sent. Which tenant is active is not part of the answer; the `tenantId` claim of the access token
    /// tells.
    ///
    /// # Arguments
    ///
    /// - `frontegg_user_id`: Id of the user whose tenants are listed.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/v2/me/tenants`
    pub async fn list_my_tenants_v2(
        &self,
        frontegg_user_id: Option<&str>,
    ) -> Result<Response<::std::vec::Vec<types::UserTenantDataDto>>, Error> {
        self.call(&catalogue::LIST_MY_TENANTS_V2)
            .header("frontegg-user-id", frontegg_user_id)
            .send()
            .await
    }

    /// Get the tenant hierarchy of the signed-in user
    ///
    /// Returns the user's tenants arranged as a tree of parents and sub-tenants, for tenant pickers in
    /// environments with nested tenants. Takes a user access token and no context header. Entries may be
    /// left out when a parent already covers them. The exact shape is not known, so the answer is free
    /// JSON.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/v2/me/hierarchy`
    pub async fn get_my_tenant_hierarchy(
        &self,
    ) -> Result<Response<::serde_json::Value>, Error> {
        self.call(&catalogue::GET_MY_TENANT_HIERARCHY).send().await
    }

    /// Get the roles and permissions of the signed-in user
    ///
    /// Returns the roles and permissions that the user holds in the tenant of the user access token; no
    /// context header is needed. This is the source of truth when the environment keeps roles or
    /// permissions out of its JWTs, or when a role changed after the token was issued. Permission keys may
    /// end in `*` as a wildcard.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/v1/me/authorization`
    pub async fn get_my_authorization(
        &self,
    ) -> Result<Response<types::MeAuthorizationResponseDto>, Error> {
        self.call(&catalogue::GET_MY_AUTHORIZATION).send().await
    }

    /// List the tenants of the signed-in user (version 1)
    ///
    /// Oldest of the routes that list the tenants of the user behind the user access token; no context
    /// header is needed. The answer is free JSON (an array of tenants, or an object with `tenants` and
    /// `activeTenant`), so prefer version 2, or version 3 where the active tenant matters.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/v1/me/tenants`
    pub async fn list_my_tenants_v1(
        &self,
    ) -> Result<Response<::serde_json::Value>, Error> {
        self.call(&catalogue::LIST_MY_TENANTS_V1).send().await
    }

    /// List the tenants of the calling user
    ///
    /// Lists the tenants that the calling user belongs to and names the active one, which need not be in
    /// the list. Needs the access token of the user. It may answer 200 with `errors` and nothing else,
    /// even right after a refresh; take that as a failure and refresh again.
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
    /// `GET /resources/users/v3/me/tenants`
    pub async fn list_my_tenants(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
    ) -> Result<Response<types::UserTenantsV3Response>, Error> {
        self.call(&catalogue::LIST_MY_TENANTS)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .send()
            .await
    }

    /// Issue an access token for another tenant
    ///
    /// Issues an access token of the calling user for one of their tenants without switching the active
    /// tenant. Needs the access token of the user. No refresh token comes with it and the session stays as
    /// it is; ask again when the token expires.
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
    /// `POST /resources/users/v3/me/token`
    pub async fn create_my_tenant_jwt(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
        body: &types::GetUserJwtRequestDto,
    ) -> Result<Response<types::GetUserJwtResponseDto>, Error> {
        self.call(&catalogue::CREATE_MY_TENANT_JWT)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .json(body)
            .send()
            .await
    }

    /// Count the users of tenants
    ///
    /// Counts the users of the given tenants. The admin portal calls it with the access token of an
    /// administrator for the tenants that this user can see. The answer has one entry for each tenant; do
    /// not rely on their order.
    ///
    /// # Wire
    ///
    /// `POST /resources/tenants/users/v1/count`
    pub async fn count_tenant_users(
        &self,
        body: &types::CountTenantUsersDto,
    ) -> Result<Response<::std::vec::Vec<types::TenantUsersCountResponse>>, Error> {
        self.call(&catalogue::COUNT_TENANT_USERS).json(body).send().await
    }

    /// List the users of a tenant and its sub-tenants
    ///
    /// Lists the users of the tenant and of the sub-tenants below it, page by page, with their roles in
    /// each. Needs the access token of an administrator, or an environment token with the tenant header.
    /// The page has `totalPages` at its top level; `_offset` is expected to be the index of the page, as
    /// in the other lists.
    ///
    /// # Arguments
    ///
    /// - `filter`: Text to look for in the users.
    /// - `limit`: Number of users on a page.
    /// - `offset`: Zero-based index of the page, not of the user.
    /// - `order`: Sort order.
    /// - `sort_by`: The member to sort by.
    /// - `frontegg_tenant_id`: The tenant to act in; needed with an environment token, read from the token
    ///   of a user otherwise.
    ///
    /// # Wire
    ///
    /// `GET /resources/sub-tenants/users/v1`
    pub async fn list_sub_account_users(
        &self,
        filter: Option<&str>,
        limit: Option<i64>,
        offset: Option<u64>,
        order: Option<types::SortOrder>,
        sort_by: Option<&str>,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<types::SubTenantUsersPageResponse>, Error> {
        self.call(&catalogue::LIST_SUB_ACCOUNT_USERS)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .query("_filter", &filter)
            .query("_limit", &limit)
            .query("_offset", &offset)
            .query("_order", &order)
            .query("_sortBy", &sort_by)
            .send()
            .await
    }

    /// Add a user to sub-tenants
    ///
    /// Adds one user, who is created if need be, to several sub-tenants with the given roles. Needs the
    /// access token of an administrator, or an environment token with the tenant header. Nothing comes
    /// back.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: The tenant to act in; needed with an environment token, read from the token
    ///   of a user otherwise.
    ///
    /// # Wire
    ///
    /// `POST /resources/sub-tenants/users/v1`
    pub async fn add_user_sub_accounts(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::AddUserToSubTenantsDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::ADD_USER_SUB_ACCOUNTS)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send_unit()
            .await
    }

    /// Remove a user from sub-tenants
    ///
    /// Removes one user from several sub-tenants. Both are named in the body, which this DELETE needs.
    /// Needs the access token of an administrator, or an environment token with the tenant header. Nothing
    /// comes back.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: The tenant to act in; needed with an environment token, read from the token
    ///   of a user otherwise.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/sub-tenants/users/v1`
    pub async fn remove_user_sub_accounts(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::RemoveUserFromSubTenantsDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::REMOVE_USER_SUB_ACCOUNTS)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send_unit()
            .await
    }

    /// Add roles of a user in sub-tenants
    ///
    /// Gives a user further roles in several sub-tenants. The same body serves adding, removing and
    /// setting. Needs the access token of an administrator, or an environment token with the tenant
    /// header. Nothing comes back.
    ///
    /// # Arguments
    ///
    /// - `user_id`: The user whose roles change.
    /// - `frontegg_tenant_id`: The tenant to act in; needed with an environment token, read from the token
    ///   of a user otherwise.
    ///
    /// # Wire
    ///
    /// `POST /resources/sub-tenants/users/v1/{userId}/roles`
    pub async fn add_user_sub_account_roles(
        &self,
        user_id: &str,
        frontegg_tenant_id: Option<&str>,
        body: &types::UpdateUserRolesForSubTenantsDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::ADD_USER_SUB_ACCOUNT_ROLES)
            .path("userId", user_id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send_unit()
            .await
    }

    /// Remove roles of a user in sub-tenants
    ///
    /// Takes roles from a user in several sub-tenants; this DELETE needs a body. The same body serves
    /// adding, removing and setting. Needs the access token of an administrator, or an environment token
    /// with the tenant header. Nothing comes back.
    ///
    /// # Arguments
    ///
    /// - `user_id`: The user whose roles change.
    /// - `frontegg_tenant_id`: The tenant to act in; needed with an environment token, read from the token
    ///   of a user otherwise.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/sub-tenants/users/v1/{userId}/roles`
    pub async fn remove_user_sub_account_roles(
        &self,
        user_id: &str,
        frontegg_tenant_id: Option<&str>,
        body: &types::UpdateUserRolesForSubTenantsDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::REMOVE_USER_SUB_ACCOUNT_ROLES)
            .path("userId", user_id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send_unit()
            .await
    }

    /// Set the roles of a user in sub-tenants
    ///
    /// Replaces the roles of a user in several sub-tenants. The same body serves adding, removing and
    /// setting. Needs the access token of an administrator, or an environment token with the tenant
    /// header. Nothing comes back.
    ///
    /// # Arguments
    ///
    /// - `user_id`: The user whose roles change.
    /// - `frontegg_tenant_id`: The tenant to act in; needed with an environment token, read from the token
    ///   of a user otherwise.
    ///
    /// # Wire
    ///
    /// `PATCH /resources/sub-tenants/users/v1/{userId}/roles`
    pub async fn set_user_sub_account_roles(
        &self,
        user_id: &str,
        frontegg_tenant_id: Option<&str>,
        body: &types::UpdateUserRolesForSubTenantsDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::SET_USER_SUB_ACCOUNT_ROLES)
            .path("userId", user_id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send_unit()
            .await
    }

    /// Add users to one sub-tenant
    ///
    /// Adds several users, who are created if need be, to one sub-tenant with the same roles. Needs the
    /// access token of an administrator, or an environment token with the tenant header. Nothing comes
    /// back. The first version of the route is the other way round: one user, several sub-tenants.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: The tenant to act in; needed with an environment token, read from the token
    ///   of a user otherwise.
    ///
    /// # Wire
    ///
    /// `POST /resources/sub-tenants/users/v2`
    pub async fn add_sub_account_users(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::AddUsersToSubTenantDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::ADD_SUB_ACCOUNT_USERS)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send_unit()
            .await
    }
}
