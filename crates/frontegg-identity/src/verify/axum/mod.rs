//! Extractors for `axum`: the token of the request as an argument of a handler.
//!
//! They take what the layer [`Authenticate`](super::tower::Authenticate) leaves, and answer as it does. The guide
//! [`axum_service`](crate::axum_service) shows a whole service.
//!
//! ```
//! use frontegg_identity::verify::axum::Authenticated;
//! use frontegg_identity::verify::tower::Denied;
//!
//! async fn delete_user(token: Authenticated) -> Result<String, Denied> {
//!     token.require_permission("fe.users.delete")?;
//!     token.require_step_up(Some(std::time::Duration::from_secs(300)))?;
//!     Ok(format!("deleted by {}", token.subject().unwrap_or("nobody")))
//! }
//!
//! async fn greet(token: Option<Authenticated>) -> &'static str {
//!     if token.is_some() { "Welcome back." } else { "Sign in, please." }
//! }
//! # let app: axum::Router = axum::Router::new()
//! #     .route("/user", axum::routing::delete(delete_user))
//! #     .route("/", axum::routing::get(greet));
//! ```

mod extract;

pub use self::extract::Authenticated;
