//! Invitations to tenants: whoever has the token of one joins with it, at sign-up or at sign-in.

mod all;
mod confirmation;
mod invitation;
mod terms;
mod user;

pub use self::all::Invitations;
pub use self::confirmation::{ActivationStrategy, Confirmation, InvitationStrategy};
pub use self::invitation::{Invitation, InvitationRules};
pub use self::terms::{InvitationChange, InvitationTerms, NewInvitation};
pub use self::user::UserInvitation;
