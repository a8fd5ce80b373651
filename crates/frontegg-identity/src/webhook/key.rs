//! What can happen, by the names on the wire.

use crate::open_names::open_names;

open_names! {
    /// What sort of thing happened. The list is open: Frontegg adds to it, and so do events of your own. Its text is the
    /// name on the wire, as `frontegg.user.created`.
    EventKey {
        /// A user signed in.
        UserAuthenticated = "frontegg.user.authenticated",
        /// A user signed in through SAML.
        UserAuthenticatedWithSaml = "frontegg.user.authenticatedWithSAML",
        /// A user signed in through single sign-on.
        UserAuthenticatedWithSso = "frontegg.user.authenticatedWithSSO",
        /// Somebody could not sign in as a user.
        UserFailedAuthentication = "frontegg.user.failedAuthentication",
        /// A user set a second factor up.
        UserEnrolledMfa = "frontegg.user.enrolledMFA",
        /// A user took the second factor away.
        UserDisabledMfa = "frontegg.user.disabledMFA",
        /// A user was created.
        UserCreated = "frontegg.user.created",
        /// A user signed up.
        UserSignedUp = "frontegg.user.signedUp",
        /// A user was activated.
        UserActivated = "frontegg.user.activated",
        /// A user was changed.
        UserUpdated = "frontegg.user.updated",
        /// A user was deleted.
        UserDeleted = "frontegg.user.deleted",
        /// A user was invited to a tenant.
        UserInvitedToTenant = "frontegg.user.invitedToTenant",
        /// A user came into a tenant through a link.
        UserJoinedTenantByLink = "frontegg.user.joinedTenantUsingInvitationLink",
        /// A user was taken out of a tenant.
        UserRemovedFromTenant = "frontegg.user.removedFromTenant",
        /// A user has another password.
        UserChangedPassword = "frontegg.user.changedPassword",
        /// A user asked for another password.
        UserForgotPassword = "frontegg.user.forgotPassword",
        /// A user may come in for a while.
        UserTemporaryAccessGiven = "frontegg.user.temporary.access.given",
        /// A user may come in for another while.
        UserTemporaryAccessEdited = "frontegg.user.temporary.access.edited",
        /// A user who came for a while stays. The name on the wire is spelled like that.
        UserTemporaryToPermanent = "frontegg.user.temporary.access.temporary.to.permanentd",
        /// A user got an application.
        UserAppAssigned = "frontegg.user.app.assigned",
        /// A user lost an application.
        UserAppUnassigned = "frontegg.user.app.unassigned",
        /// A user got a plan.
        UserPlanAssigned = "frontegg.user.plan.assigned",
        /// A user lost a plan.
        UserPlanUnassigned = "frontegg.user.plan.unassigned",
        /// A user made an API token.
        UserApiTokenCreated = "frontegg.userApiToken.created",
        /// A user's API token was deleted.
        UserApiTokenDeleted = "frontegg.userApiToken.deleted",
        /// A tenant was created.
        TenantCreated = "frontegg.tenant.created",
        /// A tenant was changed.
        TenantUpdated = "frontegg.tenant.updated",
        /// A tenant was deleted.
        TenantDeleted = "frontegg.tenant.deleted",
        /// A tenant got an application.
        TenantAppAssigned = "frontegg.tenant.app.assigned",
        /// A tenant lost an application.
        TenantAppUnassigned = "frontegg.tenant.app.unassigned",
        /// A tenant got a plan.
        TenantPlanAssigned = "frontegg.tenant.plan.assigned",
        /// A tenant lost a plan.
        TenantPlanUnassigned = "frontegg.tenant.plan.unassigned",
        /// A tenant made an API token.
        TenantApiTokenCreated = "frontegg.tenantApiToken.created",
        /// A tenant's API token was deleted.
        TenantApiTokenDeleted = "frontegg.tenantApiToken.deleted",
        /// A group was created.
        GroupCreated = "frontegg.group.created",
        /// A group was changed.
        GroupUpdated = "frontegg.group.updated",
        /// A group was deleted.
        GroupDeleted = "frontegg.group.deleted",
        /// Users came into a group.
        GroupUsersAdded = "frontegg.group.users.added",
        /// Users were taken out of a group.
        GroupUsersRemoved = "frontegg.group.users.removed",
        /// A group has other roles.
        GroupRolesUpdated = "frontegg.group.roles.updated",
        /// Somebody came from a domain that may not sign up.
        DomainRestricted = "frontegg.account.security.domain.restricted",
        /// A directory created a user.
        ScimUserCreated = "frontegg.scim.user.created",
        /// A directory changed a user.
        ScimUserUpdated = "frontegg.scim.user.updated",
        /// A directory deleted a user.
        ScimUserDeleted = "frontegg.scim.user.deleted",
        /// A directory created a group.
        ScimGroupCreated = "frontegg.scim.group.created",
        /// A directory changed a group.
        ScimGroupUpdated = "frontegg.scim.group.updated",
        /// A directory deleted a group.
        ScimGroupDeleted = "frontegg.scim.group.deleted",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_name_keeps_its_text() {
        let known = EventKey::from("frontegg.user.created");
        assert_eq!(known, EventKey::UserCreated);
        let key = EventKey::from("acme.rocket.launched");
        assert_eq!(key, EventKey::Unknown("acme.rocket.launched".to_owned()));
        assert_eq!(key.to_string(), "acme.rocket.launched");
    }
}
