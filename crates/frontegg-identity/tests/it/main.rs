//! The facade against the emulator, and against a server that expects exact requests.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that fails says where"
)]

mod accounts;
mod enrolment;
mod examples;
#[cfg(all(feature = "reqwest", feature = "rustls"))]
mod faults;
mod kept;
mod login;
mod machines;
mod mfa;
mod outages;
mod own_factors;
mod passwordless;
mod remembered;
mod secrets;
mod sessions;
mod step_up;
#[cfg(feature = "testing")]
mod stores;
mod tenants;
mod watching;
mod wire;
mod world;
