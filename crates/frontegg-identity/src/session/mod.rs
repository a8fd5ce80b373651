//! Sessions that stay usable.

mod call;
#[cfg(feature = "management")]
mod caller;
mod cookies;
mod door;
mod engine;
mod grant;
mod handle;
mod known_device;
mod list;
mod machine;
mod place;
mod state;
mod stored;
mod tenant;
mod turn;
mod user;

pub(crate) use self::call::Parts;
#[cfg(feature = "management")]
pub(crate) use self::caller::Caller;
pub(crate) use self::cookies::{Cookies, SignInCookies};
pub(crate) use self::engine::policy::Deadline;
pub use self::handle::{AccessToken, Session, StepUp};
pub use self::known_device::KnownDevice;
pub use self::list::ActiveSession;
pub use self::machine::{Credentials, MachineSession};
pub use self::state::{SessionState, SessionWatch};
pub use self::tenant::TenantSession;
pub(crate) use self::turn::Turn;
