//! One program for all tests.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that panics is a test that fails"
)]

mod answers;
mod field_reports;
mod pipeline;
mod reach;
mod samples;
mod support;
mod surface;
mod wire;
