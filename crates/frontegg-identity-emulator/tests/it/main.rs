//! The emulator as its users see it: through its public interface and over the wire.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests fail as tests do"
)]

mod client;
mod contract;
mod control;
mod faults;
mod frontegg_crate;
mod guide;
#[cfg(all(feature = "cli", target_os = "linux"))]
mod hostile;
mod keys;
mod load;
mod machines;
mod mfa;
mod onboard;
mod page;
mod people;
mod policies;
#[cfg(feature = "cli")]
mod program;
mod roles;
mod secrets;
mod server;
mod support;
mod switches;
