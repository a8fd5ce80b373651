//! Every operation of Frontegg's identity API as a typed call.
//!
//! This crate knows the wire and nothing else: it builds requests strictly, reads answers liberally, and leaves
//! credentials, retries, limits and tracing to an [`Interceptor`]. `frontegg-identity` is the crate with sessions,
//! logins and second factors; use this one where you need an operation that it does not cover.
//!
// GENERATED: replace the example by one of a generated operation.
//! ```no_run
//! # async fn run() -> Result<(), frontegg_identity_raw::Error> {
//! use frontegg_identity_raw::{Client, Operation, reqwest::Method};
//!
//! const LOCK_USER: Operation =
//!     Operation::new("lock_user", Method::POST, "/resources/users/v1/{userId}/lock", "Users");
//!
//! let client = Client::builder("https://api.frontegg.com/identity").build()?;
//! let done = client.call(&LOCK_USER).path("userId", "a3f0").send_unit().await?;
//! println!("locked, trace id {:?}", done.trace_id());
//! # Ok(())
//! # }
//! ```
//!
//! # Features
//! - `rustls` (on by default): TLS for the client's own HTTP client. Turn it off when you pass a
//!   [`reqwest::Client`] with TLS of your choice; see [`ClientBuilder::http_client`].
//! - One feature for each group of operations, which brings the types that the group reaches. None is on by default,
//!   so that a build pays only for what it calls.
//!
//! # Reading an answer
//! A call gives a [`Response`], which can be used like its value and still has the status, the headers and the bytes.
//! Any 2xx is a success. Lists that are missing or null are empty; other members are `Option` unless recorded answers
//! show that they always come. An enum value that this version does not know is kept as `Unknown`. An empty body reads
//! as an empty value where the type allows one. A non-2xx answer is an [`Error`] of kind
//! [`Status`](ErrorKind::Status) that keeps the answer.
//!
//! # Writing a request
//! Values are checked before anything is sent. In the body of a PATCH, [`Patch`] tells "leave it" from "clear it".
//!
//! # Units
//! A member's name and text say its unit; Frontegg uses seconds unless the name says minutes. Points in time are
//! `chrono::DateTime<Utc>`, whichever of the many forms they came in.
//!
//! # Secrets
//! Passwords, tokens and keys are a [`Secret`], which prints as stars. The `Debug` and `Display` of calls, answers and
//! errors show neither headers nor bytes nor query strings. [`Response::body`] and [`Error::body`] are raw: do not log
//! them.
//!
//! # Minimum Rust version
//! Rust 1.88, and a C compiler for the feature `rustls`.

mod call;
mod client;
mod conversion;
mod error;
mod interceptor;
mod open_enum;
mod operation;
mod patch;
mod query;
#[allow(dead_code, reason = "used by the groups that are switched on")]
mod read;
mod response;
mod secret;
mod segment;
#[allow(dead_code, reason = "used by the groups that are switched on")]
mod write;
#[rustfmt::skip]
mod generated;

#[allow(unused_imports, reason = "used by the groups that are switched on")]
use open_enum::open_enum;

pub use call::Call;
pub use client::{Client, ClientBuilder};
pub use conversion::ConversionError;
pub use error::{Error, ErrorKind};
pub use generated::{catalogue, types};
pub use interceptor::{BoxFuture, Interceptor, Next};
pub use operation::Operation;
pub use patch::Patch;
pub use query::{QueryValue, QueryValues};
pub use response::Response;
pub use secret::Secret;

pub use reqwest;
