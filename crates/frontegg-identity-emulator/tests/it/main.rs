//! The emulator as its users see it: through its public interface and over the wire.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests fail as tests do"
)]

mod contract;
mod control;
mod faults;
#[cfg(all(feature = "cli", target_os = "linux"))]
mod hostile;
mod load;
mod page;
#[cfg(feature = "cli")]
mod program;
mod secrets;
mod frontegg_crate;
mod keys;
mod machines;
mod mfa;
mod onboard;
mod people;
#[cfg(feature = "cli")]
mod program;
mod roles;
mod server;
mod support;
