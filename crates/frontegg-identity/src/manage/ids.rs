//! Ids, each a type of its own, so that a role cannot stand where a user is meant.

use std::fmt;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({:?})", stringify!($name), self.0)
            }
        }
    )*};
}

ids! {
    /// Names a user, in all tenants.
    UserId
    /// Names a tenant (an account).
    TenantId
    /// Names a role. Its key, as `Admin`, is something else.
    RoleId
    /// Names a permission. Its key, as `fe.users.read`, is something else.
    PermissionId
    /// Names a group of users.
    GroupId
    /// Names an application.
    ApplicationId
    /// Names an e-mail address that a user has. It is not the address.
    EmailId
    /// Names a phone number that a user has. It is not the number.
    PhoneId
    /// Names a passkey of a user.
    PasskeyId
    /// Names an invitation. Its token is something else, and secret.
    InvitationId
    /// Names a category of permissions.
    PermissionCategoryId
    /// Names an API token. It is its client id as well.
    ApiTokenId
    /// Names an access token. It is the `sub` claim of the token as well.
    AccessTokenId
    /// Names an approval flow.
    ApprovalFlowId
    /// Names a step of an approval flow.
    ApprovalStepId
    /// Names one run of an approval flow.
    ApprovalRunId
    /// Names somebody who is asked for approval in a run.
    ApproverId
    /// Names a source of users.
    UserSourceId
    /// Names a domain on the list of those that are let in, or of those that are not.
    EmailDomainId
    /// Names the text of a mail. No answer is known to tell it.
    EmailTemplateId
    /// Names an IP address on the list of those that are let in, or of those that are not.
    IpRestrictionId
    /// Names the template of a token. Its key, which rules name, is something else.
    JwtTemplateId
    /// Names a custom provider of social logins.
    CustomSocialProviderId
}

/// The most ids that are sent in one query. More make a URL that may be refused.
pub(crate) const IDS_AT_ONCE: usize = 100;

/// Ids as the wire wants them.
pub(crate) fn texts<'a, I, T>(ids: I) -> Vec<String>
where
    I: IntoIterator<Item = &'a T>,
    T: AsRef<str> + 'a,
{
    ids.into_iter().map(|id| id.as_ref().to_owned()).collect()
}
