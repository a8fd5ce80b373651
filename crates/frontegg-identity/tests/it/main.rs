//! The facade against the emulator, and against a server that expects exact requests.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that fails says where"
)]

mod accounts;
mod base_urls;
#[cfg(feature = "axum")]
mod edge;
mod enrolment;
mod examples;
mod expiry;
#[cfg(all(feature = "reqwest", feature = "rustls"))]
mod faults;
#[cfg(feature = "file-store")]
mod file_store;
#[cfg(feature = "__fuzzing")]
mod fuzzed;
mod input;
mod invitations;
mod kept;
#[cfg(all(feature = "keyring-store", feature = "testing"))]
mod keyring;
mod login;
mod machines;
#[cfg(feature = "management")]
mod manage;
mod mfa;
mod outages;
mod own_factors;
mod passwordless;
#[cfg(all(
    any(feature = "keyring-store", feature = "redis-store"),
    feature = "testing"
))]
mod programs;
#[cfg(feature = "reqwest")]
mod proxy;
mod public;
#[cfg(all(feature = "redis-store", feature = "testing"))]
mod redis;
#[cfg(all(feature = "redis-store", feature = "testing"))]
mod redis_server;
mod remembered;
mod secrets;
mod sentinel;
mod sessions;
mod step_up;
#[cfg(feature = "testing")]
mod stores;
mod tenants;
mod tracing_spans;
#[cfg(feature = "verify")]
mod verify;
mod watching;
#[cfg(feature = "webhooks")]
mod webhooks;
mod wire;
mod world;
