//! The user who is signed in.

mod emails;
mod passkeys;
mod phone_steps;
mod phones;
mod profile;
mod tenants;
mod token;
mod tokens;
mod username;

use std::sync::Arc;
use std::time::Duration;

pub use self::emails::MyEmails;
pub use self::passkeys::Passkey;
pub use self::phone_steps::{PhoneNumberChange, PhoneNumberCheck, PhoneNumberRemoval};
pub use self::phones::MyPhoneNumbers;
pub use self::tenants::{MyTenant, MyTenants, TenantToken, TenantTree};
pub use self::token::{
    NewPersonalAccessToken, NewPersonalApiToken, PersonalAccessToken, PersonalApiToken,
};
pub use self::tokens::PersonalTokens;
use super::invitations::UserInvitation;
use super::owner::Owner;
use super::scope::Scope;
use crate::session::{Caller, Session};
use crate::silent::silent_debug;

/// The user who is signed in, in the tenant that is active. Clones share the session.
///
/// Passwords, sessions and second factors are changed with the [`Session`] itself.
#[derive(Clone)]
pub struct Me {
    session: Session,
    scope: Scope,
}

impl Session {
    /// What the user can do for themself.
    #[must_use]
    pub fn me(&self) -> Me {
        let transport = Arc::clone(self.identity().transport());
        Me {
            session: self.clone(),
            scope: Scope::new(Caller::User(self.clone()), transport),
        }
    }
}

impl Me {
    /// The same, whose calls have this long for one sending in place of the client's [time
    /// limit](crate::IdentityBuilder::timeout).
    #[must_use]
    pub fn with_timeout(&self, timeout: Duration) -> Self {
        Self {
            session: self.session.clone(),
            scope: self.scope.with_timeout(timeout),
        }
    }

    /// E-mail addresses.
    #[must_use]
    pub fn emails(&self) -> MyEmails {
        MyEmails::new(self.scope.clone(), self.owner())
    }

    /// Phone numbers.
    #[must_use]
    pub fn phone_numbers(&self) -> MyPhoneNumbers {
        MyPhoneNumbers::new(self.scope.clone())
    }

    /// Tokens that act as the user in the tenant.
    #[must_use]
    pub fn tokens(&self) -> PersonalTokens {
        PersonalTokens::new(self.scope.clone(), self.owner())
    }

    /// The invitation to the tenant that the user hands out.
    #[must_use]
    pub fn invitation(&self) -> UserInvitation {
        UserInvitation::new(self.scope.clone(), self.owner())
    }

    fn owner(&self) -> Owner {
        Owner::SignedIn(self.session.clone())
    }
}

silent_debug!(Me);
