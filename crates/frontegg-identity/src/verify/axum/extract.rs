//! The token of a request, for its handler.

use std::convert::Infallible;
use std::ops::Deref;
use std::time::Duration;

use axum_core::extract::{FromRequestParts, OptionalFromRequestParts};
use axum_core::response::{IntoResponse, Response};
use http::request::Parts;

use crate::verify::VerifiedToken;
use crate::verify::tower::{Denied, Requirement};

/// The verified token of the request. `Option<Authenticated>` is for routes that take requests without one as well.
///
/// A route without the layer [`Authenticate`](crate::verify::tower::Authenticate) answers 401 to everybody.
#[derive(Clone, Debug)]
pub struct Authenticated(pub VerifiedToken);

impl Authenticated {
    /// Goes on if the token has this permission.
    ///
    /// # Errors
    /// [`Denied::Permission`], which is an answer of 403.
    pub fn require_permission(&self, key: &str) -> Result<(), Denied> {
        Requirement::Permission(key.into()).check(self)
    }

    /// Goes on if the token has this role.
    ///
    /// # Errors
    /// [`Denied::Role`], which is an answer of 403.
    pub fn require_role(&self, key: &str) -> Result<(), Denied> {
        Requirement::Role(key.into()).check(self)
    }

    /// Goes on if the user has shown a second factor, no longer ago than `max_age` if that is given.
    ///
    /// # Errors
    /// [`Denied::StepUp`], which is an answer of 401 that says what to do.
    pub fn require_step_up(&self, max_age: Option<Duration>) -> Result<(), Denied> {
        Requirement::StepUp(max_age).check(self)
    }
}

impl Deref for Authenticated {
    type Target = VerifiedToken;

    fn deref(&self) -> &VerifiedToken {
        &self.0
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Authenticated {
    type Rejection = Denied;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Denied> {
        let token = parts.extensions.get::<VerifiedToken>();
        token.cloned().map(Self).ok_or(Denied::NoToken)
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for Authenticated {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Infallible> {
        Ok(parts.extensions.get::<VerifiedToken>().cloned().map(Self))
    }
}

impl IntoResponse for Denied {
    fn into_response(self) -> Response {
        Denied::into_response(self)
    }
}
