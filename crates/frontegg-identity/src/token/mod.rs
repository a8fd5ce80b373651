//! Tokens, and how long they are good.

pub(crate) mod expiry;
mod set;

pub use self::set::Tokens;
