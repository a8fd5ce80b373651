// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Users: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Administration of users from a back end: look-up, creation, bulk invitation, tenant membership,
/// roles across tenants, locking, and the tokens behind activation and password-reset links. These
/// routes take an environment token. Most act on the user everywhere in the environment; only the few
/// that take `frontegg-tenant-id` act inside one tenant. Self-service by a signed-in user lives under
/// other tags.
impl Client {
    /// Turn temporary users on or off for the environment
    ///
    /// Sets whether the environment accepts temporary users, that is, users whose membership of a tenant
    /// ends by itself after a given number of seconds. Needs an environment token and no context headers.
    /// The body replaces the whole setting, which is the single flag `enabled`; the answer repeats it.
    /// `GET` on the same path reads it.
    ///
    /// # Wire
    ///
    /// `PUT /resources/users/temporary/v1/configuration`
    pub async fn set_temporary_user_configuration(
        &self,
        body: &types::TemporaryUsersConfigurationDto,
    ) -> Result<Response<types::TemporaryUsersConfigurationDtoAnswer>, Error> {
        self.call(&catalogue::SET_TEMPORARY_USER_CONFIGURATION).json(body).send().await
    }

    /// Replace the profile of a user across all tenants
    ///
    /// Updates the profile of a user for the whole environment. Needs an environment token; send no
    /// `frontegg-tenant-id`, because the change is not bound to a tenant. This is a full replacement: a
    /// field left out may be cleared, so read the user first and send back every value that is to survive.
    /// `metadata` and `vendorMetadata` are strings that hold JSON. The e-mail address is not part of this
    /// body; it has its own route, `PUT /resources/users/v1/{userId}/email`.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user to update.
    ///
    /// # Wire
    ///
    /// `PUT /resources/users/v1/{userId}`
    pub async fn update_user_as_vendor(
        &self,
        user_id: &str,
        body: &types::UpdateVendorUserDto,
    ) -> Result<Response<types::UserDto>, Error> {
        self.call(&catalogue::UPDATE_USER_AS_VENDOR)
            .path("userId", user_id)
            .json(body)
            .send()
            .await
    }

    /// Fetch a user by id regardless of tenant
    ///
    /// Returns one user, whatever tenants the user belongs to. Needs an environment token and no context
    /// headers, which sets it apart from `GET /resources/users/v1/{id}`. Each entry of `tenants` carries
    /// the roles held in that tenant, which the version 3 user lists leave out. Of the second factors only
    /// `mfaEnrolled` and `phoneNumber` are visible, never the enrolled devices. Many members are null or
    /// missing in practice: `email` for users known by phone number or username only, `lastLogin` before
    /// the first login, `vendorMetadata` when never set.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user to fetch.
    ///
    /// # Wire
    ///
    /// `GET /resources/vendor-only/users/v1/{userId}`
    pub async fn get_user_as_vendor(
        &self,
        user_id: &str,
    ) -> Result<Response<types::UserDto>, Error> {
        self.call(&catalogue::GET_USER_AS_VENDOR).path("userId", user_id).send().await
    }

    /// Remove all MFA enrolment of a user
    ///
    /// Takes away the MFA enrolment of a user in every tenant, without a code from the user. Needs an
    /// environment token and no context headers; there is no request body. At the next login the user
    /// counts as not enrolled, and where the policy forces MFA a new enrolment starts. Nothing is
    /// returned. For the same act on behalf of a signed-in user see `POST
    /// /resources/users/v1/mfa/disable`.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user whose enrolment is removed.
    ///
    /// # Wire
    ///
    /// `POST /resources/vendor-only/users/v1/{userId}/mfa/unenroll`
    pub async fn disable_user_mfa(&self, user_id: &str) -> Result<Response<()>, Error> {
        self.call(&catalogue::DISABLE_USER_MFA).path("userId", user_id).send_unit().await
    }

    /// Check a user's e-mail address and password
    ///
    /// Tells whether a password belongs to the local user with the given e-mail address. Needs an
    /// environment token and no context headers. It is a check and not a login, so neither tokens nor an
    /// MFA challenge are to be expected. A wrong password is expected to be an answer and not an error.
    /// The answer is free JSON, presumably a flag or a user.
    ///
    /// # Wire
    ///
    /// `POST /resources/vendor-only/users/v1/passwords/verify`
    pub async fn verify_user_password(
        &self,
        body: &types::ValidateUserPasswordRequest,
    ) -> Result<Response<::serde_json::Value>, Error> {
        self.call(&catalogue::VERIFY_USER_PASSWORD).json(body).send().await
    }

    /// Create a user with environment-only fields
    ///
    /// Creates a user in the tenant named by `tenantId` in the body. Needs an environment token; the
    /// tenant travels in the body here, not in a header. Unlike the ordinary creation routes this one
    /// accepts `mfaBypass`, `vendorMetadata` and `externalId`. It is meant for test users and
    /// administration, `mfaBypass` above all. Give `email` or `username`; a request without either is
    /// refused with 400. `metadata` and `vendorMetadata` are strings that hold JSON.
    ///
    /// # Wire
    ///
    /// `POST /resources/vendor-only/users/v1`
    pub async fn create_user_as_vendor(
        &self,
        body: &types::CreateUserDtoVendorOnly,
    ) -> Result<Response<types::UserDto>, Error> {
        self.call(&catalogue::CREATE_USER_AS_VENDOR).json(body).send().await
    }

    /// List the status of users in their tenants
    ///
    /// Reports for up to 200 users how far each has got in every tenant the user belongs to, from pending
    /// invitation to activated. Needs an environment token and no context headers. At most 2000 tenant
    /// statuses are reported for a user. The answer is expected to be a bare array with one entry for each
    /// user. User ids travel in the query string, and URLs near 9 KB are refused with 414; batches of
    /// about 100 are safe.
    ///
    /// # Arguments
    ///
    /// - `user_ids`: Ids of the users to report on, at most 200.
    /// - `user_tenant_statuses`: Statuses to report; without it all statuses are reported.
    ///
    /// # Wire
    ///
    /// `GET /resources/tenants/users/v1/statuses`
    pub async fn list_user_tenant_statuses(
        &self,
        user_ids: &::std::vec::Vec<::std::string::String>,
        user_tenant_statuses: Option<&::std::vec::Vec<types::UserTenantStatus>>,
    ) -> Result<Response<::std::vec::Vec<types::UserTenantStatusesResponse>>, Error> {
        self.call(&catalogue::LIST_USER_TENANT_STATUSES)
            .query("userIds", &user_ids)
            .query("userTenantStatuses", &user_tenant_statuses)
            .send()
            .await
    }

    /// Add a verified phone number to a user
    ///
    /// Adds a phone number to a user and marks it verified at once: no code is sent, so make sure
    /// beforehand that the number is the user's. Needs an environment token and no context headers.
    /// Nothing is returned. The self-service twin, `POST /resources/users/phone-numbers/v1`, verifies by
    /// SMS code instead.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user who receives the number.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/phone-numbers/v1/vendor/{userId}`
    pub async fn create_user_phone_number(
        &self,
        user_id: &str,
        body: &types::PreVerifyUserPhoneNumberRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::CREATE_USER_PHONE_NUMBER)
            .path("userId", user_id)
            .json(body)
            .send_unit()
            .await
    }

    /// Remove a phone number from a user without a code
    ///
    /// Deletes one phone number of a user. Needs an environment token and no context headers. Nothing is
    /// sent to the user, unlike the self-service `DELETE /resources/users/phone-numbers/v1/{id}`, which
    /// only starts a confirmation by code. Nothing is returned.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user who owns the number.
    /// - `phone_id`: Id of the phone-number record, not the number itself.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/users/phone-numbers/v1/vendor/{userId}/{phoneId}`
    pub async fn delete_user_phone_number(
        &self,
        user_id: &str,
        phone_id: &str,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_USER_PHONE_NUMBER)
            .path("userId", user_id)
            .path("phoneId", phone_id)
            .send_unit()
            .await
    }

    /// Invite many users to a tenant in one task
    ///
    /// Queues the invitation of a list of users to one tenant. Needs an environment token and
    /// `frontegg-tenant-id`. The work is done in the background: the answer is 202 with a task, and `GET
    /// /resources/users/bulk/v1/status/{id}` reports on it. The task is a free JSON object that is
    /// expected to hold the id; the name of that member is not known. Each entry names a user by `email`
    /// or `username`. An invitation e-mail goes out to each unless the entry sets `skipInviteEmail`.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant that the users are invited to.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/bulk/v1/invite`
    pub async fn invite_users(
        &self,
        frontegg_tenant_id: &str,
        body: &types::UsersBulkInviteRequestDto,
    ) -> Result<Response<types::TaskContext>, Error> {
        self.call(&catalogue::INVITE_USERS)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .json(body)
            .send()
            .await
    }

    /// Poll the status of a bulk invitation
    ///
    /// Reports how far a task started by `POST /resources/users/bulk/v1/invite` has got. Needs an
    /// environment token. The answer is free JSON: do not depend on particular members, and allow for an
    /// empty body.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of the task, taken from the answer that started it.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/bulk/v1/status/{id}`
    pub async fn get_bulk_invitation_status(
        &self,
        id: &str,
    ) -> Result<Response<::serde_json::Value>, Error> {
        self.call(&catalogue::GET_BULK_INVITATION_STATUS).path("id", id).send().await
    }

    /// Add and remove roles of a user in many tenants
    ///
    /// Adds one set of roles to a user and takes another set away, in all tenants of the user or only in
    /// those named in `tenantIds`. Needs an environment token and no context headers. The service either
    /// makes the change at once or queues it, and answers 200 in both cases. When it queues, the body is
    /// expected to name a task for `GET /resources/vendor-only/users/v1/bulk-roles/status/{taskId}`.
    /// `affectedTenants` belongs to the immediate answer, so do not take its presence for granted.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user whose roles change.
    ///
    /// # Wire
    ///
    /// `PATCH /resources/vendor-only/users/v1/{userId}/roles/bulk`
    pub async fn update_user_roles_across_tenants(
        &self,
        user_id: &str,
        body: &types::BulkUpdateUserRolesRequestDto,
    ) -> Result<Response<types::BulkUpdateUserRolesSyncResponseDto>, Error> {
        self.call(&catalogue::UPDATE_USER_ROLES_ACROSS_TENANTS)
            .path("userId", user_id)
            .json(body)
            .send()
            .await
    }

    /// Poll the status of a bulk role change
    ///
    /// Reports on a queued change started by `PATCH /resources/vendor-only/users/v1/{userId}/roles/bulk`.
    /// Needs an environment token and no context headers. Poll until `status` is `Completed` or
    /// `CompletedWithErrors`. In the second case some tenants were changed and others not: read `errors`
    /// for the ones that failed.
    ///
    /// # Arguments
    ///
    /// - `task_id`: Id of the task, taken from the answer that queued the change.
    ///
    /// # Wire
    ///
    /// `GET /resources/vendor-only/users/v1/bulk-roles/status/{taskId}`
    pub async fn get_bulk_role_update_status(
        &self,
        task_id: &str,
    ) -> Result<Response<types::BulkRolesTaskStatusResponseDto>, Error> {
        self.call(&catalogue::GET_BULK_ROLE_UPDATE_STATUS)
            .path("taskId", task_id)
            .send()
            .await
    }

    /// Find a user by e-mail address
    ///
    /// Looks up the one user who has the given e-mail address, in whatever tenants. Needs an environment
    /// token and no context headers. The answer is the core form of a user, without roles, permissions and
    /// groups; use `GET /resources/vendor-only/users/v1/{userId}` for the roles in each tenant. An unknown
    /// address is expected to answer 404. Users known by phone number or username alone have no address
    /// and cannot be found here.
    ///
    /// # Arguments
    ///
    /// - `email`: E-mail address to look for; a plus sign has to be percent-encoded.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/v1/email`
    pub async fn get_user_by_email(
        &self,
        email: &str,
    ) -> Result<Response<types::UserV3Dto>, Error> {
        self.call(&catalogue::GET_USER_BY_EMAIL).query("email", &email).send().await
    }

    /// Fetch a user within one tenant
    ///
    /// Returns a user as a member of one tenant; roles and permissions are those held there. Needs an
    /// environment token and `frontegg-tenant-id`: without the header the service answers 403. When the
    /// tenant is not known, use `GET /resources/vendor-only/users/v1/{userId}` instead.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of the user to fetch.
    /// - `frontegg_tenant_id`: Tenant in which the user is looked up; its absence is answered with 403.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/v1/{id}`
    pub async fn get_user(
        &self,
        id: &str,
        frontegg_tenant_id: &str,
    ) -> Result<Response<types::UserDto>, Error> {
        self.call(&catalogue::GET_USER)
            .path("id", id)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .send()
            .await
    }

    /// Mark a user as verified
    ///
    /// Sets the verified flag of a user, as if the user had followed the activation link. Needs an
    /// environment token and no context headers; there is no request body. It is used after migrations and
    /// in tests, where no activation e-mail is wanted. Nothing is returned.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user to mark as verified.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/{userId}/verify`
    pub async fn verify_user(&self, user_id: &str) -> Result<Response<()>, Error> {
        self.call(&catalogue::VERIFY_USER).path("userId", user_id).send_unit().await
    }

    /// Hide a user from lists or show the user again
    ///
    /// Hides a user from the user list of the administration portal, or shows the user again. Needs an
    /// environment token and no context headers. A hidden user stays a member of the same tenants, and all
    /// data is kept.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user to hide or show.
    ///
    /// # Wire
    ///
    /// `PUT /resources/users/v1/{userId}/invisible`
    pub async fn set_user_invisible(
        &self,
        user_id: &str,
        body: &types::UpdateUserInvisibleDto,
    ) -> Result<Response<types::UserDto>, Error> {
        self.call(&catalogue::SET_USER_INVISIBLE)
            .path("userId", user_id)
            .json(body)
            .send()
            .await
    }

    /// Grant or withdraw super-user status
    ///
    /// Makes a user a super-user, who may enter every tenant of the environment, or takes that status
    /// away. Needs an environment token and no context headers. The vendor no longer maintains this
    /// feature, and it does not work together with some newer ones; prefer roles and tenant membership.
    /// Access tokens show the status as the claim `superUser`, so it is expected to take effect with the
    /// next token that the user receives.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user whose status changes.
    ///
    /// # Wire
    ///
    /// `PUT /resources/users/v1/{userId}/superuser`
    pub async fn set_user_superuser(
        &self,
        user_id: &str,
        body: &types::UpdateUserSuperuserDto,
    ) -> Result<Response<types::UserDto>, Error> {
        self.call(&catalogue::SET_USER_SUPERUSER)
            .path("userId", user_id)
            .json(body)
            .send()
            .await
    }

    /// Set the active tenant of a user
    ///
    /// Chooses the tenant that the user is working in; routes bound to a tenant use it when no other is
    /// named. Needs an environment token and no context headers, since the tenant is named in the body. An
    /// unknown tenant id does not fail by default: a tenant with that id is created. Set
    /// `validateTenantExist` to have the id checked instead. Access tokens already issued keep their old
    /// `tenantId`; the new one appears after a refresh. A signed-in user switches with `PUT
    /// /resources/users/v1/tenant`.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user whose active tenant changes.
    ///
    /// # Wire
    ///
    /// `PUT /resources/users/v1/{userId}/tenant`
    pub async fn set_user_active_tenant(
        &self,
        user_id: &str,
        body: &types::UpdateUserTenantWithValidationDto,
    ) -> Result<Response<types::UserDto>, Error> {
        self.call(&catalogue::SET_USER_ACTIVE_TENANT)
            .path("userId", user_id)
            .json(body)
            .send()
            .await
    }

    /// Add an existing user to a tenant
    ///
    /// Makes an existing user a member of one more tenant. Needs an environment token and no context
    /// headers, since the tenant is named in the body. An invitation e-mail goes to the user unless
    /// `skipInviteEmail` is true. Set `validateTenantExist` to have an unknown tenant id refused. The
    /// active tenant of the user is a separate setting, changed by `PUT` on the same path.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user who joins the tenant.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/{userId}/tenant`
    pub async fn add_user_tenant(
        &self,
        user_id: &str,
        body: &types::AddUserToTenantRequest,
    ) -> Result<Response<types::UserDto>, Error> {
        self.call(&catalogue::ADD_USER_TENANT)
            .path("userId", user_id)
            .json(body)
            .send()
            .await
    }

    /// Change the e-mail address of a user
    ///
    /// Replaces the e-mail address of a user in every tenant. Needs an environment token and no context
    /// headers. The user is not expected to be asked for confirmation, so the caller answers for the new
    /// address. The self-service twin, `POST /resources/users/v1/email/me`, confirms the change with a
    /// code.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user whose address changes.
    ///
    /// # Wire
    ///
    /// `PUT /resources/users/v1/{userId}/email`
    pub async fn set_user_email(
        &self,
        user_id: &str,
        body: &types::UpdateUserEmailDto,
    ) -> Result<Response<types::UserDto>, Error> {
        self.call(&catalogue::SET_USER_EMAIL)
            .path("userId", user_id)
            .json(body)
            .send()
            .await
    }

    /// Generate an activation link without sending it
    ///
    /// Creates a new activation token for a user and returns it with the link that carries it. Needs an
    /// environment token and no context headers; there is no request body. No e-mail is sent: delivering
    /// the link is the caller's task. Treat both link and token as secrets, because whoever holds them can
    /// activate the user and set a password. The token is redeemed at `POST /resources/users/v1/activate`.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user to be activated.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/{userId}/links/generate-activation-token`
    pub async fn create_user_activation_link(
        &self,
        user_id: &str,
    ) -> Result<Response<types::GenerateUserActivationLinkResponseDto>, Error> {
        self.call(&catalogue::CREATE_USER_ACTIVATION_LINK)
            .path("userId", user_id)
            .send()
            .await
    }

    /// Generate a password-reset link without sending it
    ///
    /// Creates a password-reset token for a user and returns it with the link that carries it. Needs an
    /// environment token and no context headers; there is no request body. No e-mail is sent: delivering
    /// the link is the caller's task. Treat both link and token as secrets, because whoever holds them can
    /// set the password. The token is redeemed, together with the user id, at `POST
    /// /resources/users/v1/passwords/reset/verify`; a used or expired token no longer works.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user whose password is to be reset.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/{userId}/links/generate-password-reset-token`
    pub async fn create_user_password_reset_link(
        &self,
        user_id: &str,
    ) -> Result<Response<types::GenerateUserResetPasswordLinkResponseDto>, Error> {
        self.call(&catalogue::CREATE_USER_PASSWORD_RESET_LINK)
            .path("userId", user_id)
            .send()
            .await
    }

    /// Unlock a user in every tenant
    ///
    /// Lifts the lock on a user, whether set by the lockout policy or by the lock route, so that the user
    /// can sign in again. Needs an environment token and no context headers; there is no request body. It
    /// works for the whole environment, not for one tenant. A user who holds an unlock token can also do
    /// it alone, through `POST /resources/users/v3/me/unlock`.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user to unlock.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/{userId}/unlock`
    pub async fn unlock_user(&self, user_id: &str) -> Result<Response<()>, Error> {
        self.call(&catalogue::UNLOCK_USER).path("userId", user_id).send_unit().await
    }

    /// Lock a user in every tenant
    ///
    /// Locks a user, who can then no longer sign in to any tenant of the environment; `isLocked` becomes
    /// true. Needs an environment token and no context headers; there is no request body. An access token
    /// already issued is a signed JWT and passes verification until it expires, so end the user's sessions
    /// as well where that matters. To bar a user from one tenant only, disable the user there instead.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user to lock.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/{userId}/lock`
    pub async fn lock_user(&self, user_id: &str) -> Result<Response<()>, Error> {
        self.call(&catalogue::LOCK_USER).path("userId", user_id).send_unit().await
    }

    /// Move all users from one tenant to another
    ///
    /// Moves every user of the source tenant to the target tenant. Needs an environment token; both
    /// tenants are named in the body, and no context headers apply. No route undoes the move: once the
    /// users are mixed, those who came from the source tenant cannot be told apart. Nothing is returned.
    ///
    /// # Wire
    ///
    /// `PUT /resources/users/v1/tenants/migrate`
    pub async fn migrate_tenant_users(
        &self,
        body: &types::MigrateUsersFromTenantToTenantRequest,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::MIGRATE_TENANT_USERS).json(body).send_unit().await
    }
}
