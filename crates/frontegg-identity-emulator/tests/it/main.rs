//! The emulator as its users see it: through its public interface and over the wire.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests fail as tests do"
)]

mod client;
mod control;
mod faults;
mod frontegg_crate;
mod guide;
mod keys;
mod machines;
mod mfa;
mod onboard;
mod people;
mod policies;
#[cfg(feature = "cli")]
mod program;
mod roles;
mod server;
mod support;
