//! Frontegg's identity service on your own machine: stateful, offline, and faulty on command.
//!
//! One line in a test starts it on a free port; it stops when it is dropped. Time, faults, mails and recorded requests are
//! in the test's hands, in Rust through [`Emulator`] and in every other language over HTTP ([`control`]).
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use frontegg_identity_emulator::{Emulator, Fault, NewUser};
//!
//! let emulator = Emulator::builder()
//!     .user(NewUser::new("ada@example.com").password("Analytical-Engine-1"))
//!     .start_blocking()?;
//! let login = "/identity/resources/auth/v1/user";
//! emulator.faults().on("POST", login).once(Fault::status(503));
//! // ... let the code under test sign in at `emulator.base_url()`, then:
//! emulator.clock().advance(chrono::TimeDelta::days(1));
//! assert_eq!(emulator.requests().count("POST", login), 0);
//! # Ok(())
//! # }
//! ```
//!
//! # What it does not do
//!
//! It keeps captcha policies, JWT templates, mail templates, user sources and some switches without acting on them, checks no
//! permissions of signed-in users, signs with RS256 only, and has no hosted login page. The end of the [`guide`] has the
//! whole list.

// A request on its way, and which module to look into:
//
// - `server` reads it from a connection, `journal` keeps it with its secrets masked, `faults` may strike it (`target` says
//   which ones are meant). `control` answers what a test asks the emulator itself.
// - `service` finds its route, checks it against the `description` (the corrected OpenAPI document) and asks `context` who
//   calls and whether they may.
// - `routes` holds the handlers by subject: they know HTTP, the settings and the time of the call. An operation without a
//   handler is answered from its schema by `description`.
// - `state` is what the service remembers, behind one lock. Nothing there knows HTTP or reads a clock.
// - `settings` are what differs between environments, or is not known about the real service.
// - `crypto` checks what users prove, `devices` is their side of it; `testing` is the client of the unit tests.
// - `builder`, `emulator` and `main` start all this, and `shared` holds it together. `hidden` keeps secrets
//   out of `Debug`.

mod builder;
mod clock;
mod context;
pub mod control;
mod crypto;
mod description;
pub mod devices;
#[doc = include_str!("../GUIDE.md")]
pub mod guide {}
mod emulator;
mod faults;
mod hidden;
mod http;
mod journal;
mod routes;
mod server;
mod service;
mod settings;
mod shared;
mod state;
mod target;
#[cfg(test)]
mod testing;
mod webhook;

pub use builder::Builder;
pub use clock::Clock;
pub use emulator::{Emulator, KeyRing, StartError};
pub use faults::{
    Armed, CannedReply, CutPoint, DateForm, ErrorBody, Fault, Faults, FaultsOn, Gate, LifeForm,
    Pick, RetryHint,
};
pub use journal::{Journal, Outcome, Recorded};
pub use settings::{
    Audience, CookieEnd, ErrorForm, ExpiresForm, HostForm, PasswordRotation, RefreshAuthorization,
    Reuse, RightsForm, SameSite, Settings,
};
pub use state::outbox::{Outbox, Sent, SentKind};
pub use state::{
    NewApiToken, NewApplication, NewRole, NewSsoConnection, NewTenant, NewUser, SsoKind,
};
pub use webhook::webhook_token;
