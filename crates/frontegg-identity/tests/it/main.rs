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
mod login;
mod machines;
mod mfa;
mod outages;
mod own_factors;
mod passwordless;
#[cfg(all(feature = "redis-store", feature = "testing"))]
mod redis;
#[cfg(all(feature = "redis-store", feature = "testing"))]
mod redis_server;
mod secrets;
mod sessions;
mod step_up;
#[cfg(feature = "testing")]
mod stores;
mod tenants;
mod watching;
mod wire;
mod world;
