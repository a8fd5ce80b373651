//! Every operation of Frontegg's identity API as a typed call.
//!
//! This crate knows the wire and nothing else: it builds requests strictly, reads answers liberally, and leaves
//! credentials, retries, limits and tracing to an [`Interceptor`]. Keeping a session alive and leading a login through
//! its second factor are the business of a facade over it.
//!
//! ```no_run
//! # #[cfg(feature = "general")]
//! # async fn run() -> Result<(), frontegg_identity_raw::Error> {
//! use frontegg_identity_raw::{Client, types};
//!
//! let client = Client::new("https://acme.frontegg.com/identity")?;
//! let credentials = types::AuthenticateUserPasswordDto {
//!     email: Some("ada@example.com".to_owned()),
//!     password: "correct horse battery staple".into(),
//!     invitation_token: None,
//!     recaptcha_token: None,
//!     username: None,
//! };
//! let login = client.login_with_password(None, &credentials).await?;
//! match &login.mfa_token {
//!     Some(_) => println!("a second factor is asked for: {:?}", login.mfa_strategies),
//!     None => println!("signed in for {:?} seconds", login.expires_in),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Features
//! - `rustls` (on by default): TLS for the client's own HTTP client. Turn it off when you pass a
//!   [`reqwest::Client`] with TLS of your choice; see [`ClientBuilder::http_client`].
//! - One feature for each tag of the description, which brings its operations and the types that they reach.
//! - Groups of tags: `authentication` (on by default), `self-service`, `management`, `applications`; and `full`.
//!
//! [`catalogue`] has the table of tags, features and groups.
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
#[allow(dead_code, reason = "used by the features that are switched on")]
mod read;
mod response;
mod secret;
mod segment;
#[allow(dead_code, reason = "used by the features that are switched on")]
mod write;
#[rustfmt::skip]
mod generated;

#[allow(unused_imports, reason = "used by the features that are switched on")]
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
