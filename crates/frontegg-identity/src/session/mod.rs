//! Sessions that stay usable.

mod call;
mod cookies;
mod door;
mod engine;
mod grant;
mod handle;
mod known_device;
mod list;
mod machine;
mod state;
mod tenant;
mod user;

pub(crate) use self::call::Parts;
pub(crate) use self::cookies::Cookies;
pub(crate) use self::engine::policy::Deadline;
pub(crate) use self::grant::Turn;
pub use self::handle::{AccessToken, Session, StepUp};
pub use self::known_device::KnownDevice;
pub use self::list::ActiveSession;
pub use self::machine::{Credentials, MachineSession};
pub use self::state::{SessionState, SessionWatch};
pub use self::tenant::TenantSession;
