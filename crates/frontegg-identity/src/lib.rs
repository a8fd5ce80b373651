//! Sign in to Frontegg and stay signed in.
#![allow(
    dead_code,
    reason = "the sessions that use these parts are being built"
)]

mod clock;
mod error;
mod session;
mod token;

pub use clock::{Clock, Moment, SystemClock};
pub use error::{Code, Error, ErrorKind};
pub use frontegg_identity_raw::Secret;
pub use token::Tokens;
