//! Middleware for services of `tower` and of what is built on it: whose request is it, and may it be made?
//!
//! [`Authenticate`] verifies the token of each request and puts a [`VerifiedToken`](super::VerifiedToken) into its
//! extensions. The layers below it look there and let through whoever has a permission, a role or a second factor:
//!
//! ```
//! use frontegg_identity::verify::TokenVerifier;
//! use frontegg_identity::verify::tower::{Authenticate, RequirePermission};
//! use http::{Request, Response};
//! use tower_layer::Layer;
//! use tower_service::Service;
//!
//! # type Body = String;
//! # #[derive(Clone)]
//! # struct Users;
//! # impl Service<Request<Body>> for Users {
//! #     type Response = Response<Body>;
//! #     type Error = std::convert::Infallible;
//! #     type Future = std::future::Ready<Result<Self::Response, Self::Error>>;
//! #     fn poll_ready(&mut self, _: &mut std::task::Context<'_>) -> std::task::Poll<Result<(), Self::Error>> {
//! #         std::task::Poll::Ready(Ok(()))
//! #     }
//! #     fn call(&mut self, _: Request<Body>) -> Self::Future {
//! #         std::future::ready(Ok(Response::new(Body::new())))
//! #     }
//! # }
//! # fn run(verifier: TokenVerifier, users: Users) -> impl Service<Request<Body>> {
//! let users = RequirePermission::new("fe.users.read").layer(users);
//! Authenticate::new(verifier).layer(users)
//! # }
//! ```
//!
//! # Where a token is looked for
//!
//! In the header `Authorization`, after the word `Bearer`. If the verifier has a session of the
//! [`environment`](super::TokenVerifierBuilder::environment), an access token may come in the header `x-api-key` instead.
//! Both headers, or one of them twice, are refused: others on the way might have looked at the other one.
//!
//! # What is answered
//!
//! What is refused is answered here, with `application/problem+json` (RFC 9457) and a challenge (RFC 6750, RFC 9470):
//!
//! | The request | Status | `error` in `WWW-Authenticate` |
//! |---|---|---|
//! | has no token, or another scheme than `Bearer` | 401 | none |
//! | has headers that cannot be read, or several tokens | 401 | `invalid_request` |
//! | has a token that is not good | 401 | `invalid_token` |
//! | lacks a permission or a role | 403 | `insufficient_scope` |
//! | lacks a second factor that is recent enough | 401 | `insufficient_user_authentication`, with `acr_values` and `max_age` |
//! | has a token that nobody can judge, since keys or roles cannot be had | 503 with `Retry-After` | none |
//!
//! Nothing of the request is repeated. The answer has its [`Denied`] among its extensions, for your log: with 503 the cause is
//! there and nowhere else. The token of a request that goes on is marked as sensitive, so that `Debug` of its headers hides it.
//!
//! What asks before it sends, as a browser does for pages of other origins (`OPTIONS`), sends no token: put the layer that
//! answers it outside.

mod authenticate;
mod credentials;
mod denied;
mod require;

use std::future::Future;
use std::pin::Pin;

use http::Response;

pub use self::authenticate::{Authenticate, Authenticating};
pub use self::denied::Denied;
#[cfg(feature = "axum")]
pub(super) use self::require::Requirement;
pub use self::require::{RequirePermission, RequireRole, RequireStepUp, Required};

/// The service that was ready, to be called. The copy that stays in its place has to become ready first.
fn ready<S: Clone>(service: &mut S) -> S {
    let copy = service.clone();
    std::mem::replace(service, copy)
}

/// The answer that is to come, of the service below or of ours.
type Answering<R, E> = Pin<Box<dyn Future<Output = Result<Response<R>, E>> + Send>>;
