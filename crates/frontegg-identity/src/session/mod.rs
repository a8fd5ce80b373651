//! Sessions that stay usable.

mod cookies;
mod door;
mod engine;
mod handle;
mod user;

pub(crate) use self::cookies::Cookies;
pub(crate) use self::engine::policy::Deadline;
pub use self::handle::{AccessToken, Session, StepUp};
