//! Ways to sign in, and what comes of them.

pub(crate) mod answer;
mod flow;
mod lost_phone;
mod mailed_link;
mod new_password;
mod outcome;
mod passkey;
mod password;
mod passwordless;
mod sign_up;

pub(crate) use self::flow::Flow;
pub use self::lost_phone::{LostPhone, NewPhone};
pub use self::mailed_link::MailedLink;
pub use self::new_password::ResetCode;
pub use self::outcome::{BreachedPassword, ExpiredPassword, Login, SignedIn};
pub use self::passkey::{NewPasskey, PasskeyLogin};
pub use self::password::Identifier;
pub use self::passwordless::{LoginCode, LoginLink, Recipient};
pub use self::sign_up::{SignUp, SignedUp};
