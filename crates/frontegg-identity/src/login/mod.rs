//! Ways to sign in, and what comes of them.

pub(crate) mod answer;
mod flow;
mod outcome;
mod password;

pub(crate) use self::flow::Flow;
pub use self::outcome::{BreachedPassword, ExpiredPassword, Login, SignedIn};
pub use self::password::Identifier;
