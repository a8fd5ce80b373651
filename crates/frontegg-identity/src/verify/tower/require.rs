//! Layers that say whether a request may be made.

use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use http::{Request, Response};
use tower_layer::Layer;
use tower_service::Service;

use super::{Answering, Denied, ready};
use crate::verify::VerifiedToken;

/// Lets requests through whose token has a permission. Several such layers ask for all their permissions.
///
/// It belongs below [`Authenticate`](super::Authenticate): without that every request is one without a token.
#[derive(Clone, Debug)]
pub struct RequirePermission(Requirement);

/// Lets requests through whose token has a role.
///
/// It belongs below [`Authenticate`](super::Authenticate): without that every request is one without a token.
#[derive(Clone, Debug)]
pub struct RequireRole(Requirement);

/// Lets requests through whose user has shown a second factor.
///
/// It belongs below [`Authenticate`](super::Authenticate): without that every request is one without a token.
#[derive(Clone, Debug)]
pub struct RequireStepUp(Requirement);

impl RequirePermission {
    /// The permission of this key. What grants it is written at [`VerifiedToken::has_permission`].
    #[must_use]
    pub fn new(key: impl Into<Arc<str>>) -> Self {
        Self(Requirement::Permission(key.into()))
    }
}

impl RequireRole {
    /// The role of this key.
    #[must_use]
    pub fn new(key: impl Into<Arc<str>>) -> Self {
        Self(Requirement::Role(key.into()))
    }
}

impl RequireStepUp {
    /// A second factor, shown no longer ago than `max_age` if that is given.
    ///
    /// A client that is refused sees `max_age` in whole seconds, and can pass it on to `Session::step_up`.
    #[must_use]
    pub fn new(max_age: Option<Duration>) -> Self {
        Self(Requirement::StepUp(max_age))
    }
}

/// What a token has to have.
#[derive(Clone, Debug)]
pub(in crate::verify) enum Requirement {
    Permission(Arc<str>),
    Role(Arc<str>),
    StepUp(Option<Duration>),
}

impl Requirement {
    pub(in crate::verify) fn check(&self, token: &VerifiedToken) -> Result<(), Denied> {
        let (is_met, denied) = match self {
            Self::Permission(key) => (
                token.has_permission(key),
                Denied::Permission(Arc::clone(key)),
            ),
            Self::Role(key) => (token.has_role(key), Denied::Role(Arc::clone(key))),
            Self::StepUp(max_age) => (
                token.stepped_up(*max_age),
                Denied::StepUp { max_age: *max_age },
            ),
        };
        if is_met { Ok(()) } else { Err(denied) }
    }
}

macro_rules! layer_of {
    ($($name:ident)*) => {$(
        impl<S> Layer<S> for $name {
            type Service = Required<S>;

            fn layer(&self, inner: S) -> Self::Service {
                Required {
                    inner,
                    requirement: self.0.clone(),
                }
            }
        }
    )*};
}

layer_of! { RequirePermission RequireRole RequireStepUp }

/// A service behind [`RequirePermission`], [`RequireRole`] or [`RequireStepUp`].
#[derive(Clone, Debug)]
pub struct Required<S> {
    inner: S,
    requirement: Requirement,
}

impl<S, B, R> Service<Request<B>> for Required<S>
where
    S: Service<Request<B>, Response = Response<R>> + Clone + Send + 'static,
    S::Future: Send,
    B: Send + 'static,
    R: From<String>,
{
    type Response = Response<R>;
    type Error = S::Error;
    type Future = Answering<R, S::Error>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let token = request.extensions().get::<VerifiedToken>();
        let checked = token.ok_or(Denied::NoToken);
        let checked = checked.and_then(|token| self.requirement.check(token));
        let mut inner = ready(&mut self.inner);
        Box::pin(async move {
            match checked {
                Ok(()) => inner.call(request).await,
                Err(denied) => Ok(denied.into_response()),
            }
        })
    }
}
