//! The one door for policy: credentials, retries, limits, tracing.

use std::fmt;
use std::future::{Future, ready};
use std::pin::Pin;
use std::sync::Arc;

use reqwest::{Request, Response};

use crate::{Error, Operation};

/// A future on the heap, so that [`Interceptor`] can be a trait object.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Stands between every call of a client and the network.
///
/// The order is [`before`](Interceptor::before), [`around`](Interceptor::around) (which sends),
/// [`after`](Interceptor::after). A call whose arguments are refused reaches none of them. Each has a default that
/// changes nothing.
///
/// Adding credentials:
///
/// ```
/// use frontegg_identity_raw::reqwest::{Request, header::{AUTHORIZATION, HeaderValue}};
/// use frontegg_identity_raw::{BoxFuture, Error, Interceptor, Operation, Secret};
///
/// struct Bearer(Secret);
///
/// impl Interceptor for Bearer {
///     fn before<'a>(&'a self, operation: &'a Operation, request: &'a mut Request) -> BoxFuture<'a, Result<(), Error>> {
///         Box::pin(async move {
///             let mut value = HeaderValue::from_str(&format!("Bearer {}", self.0.expose()))
///                 .map_err(|error| Error::interceptor(operation, error))?;
///             value.set_sensitive(true);
///             request.headers_mut().insert(AUTHORIZATION, value);
///             Ok(())
///         })
///     }
/// }
/// ```
///
/// Sending once more when no connection came about:
///
/// ```
/// use frontegg_identity_raw::reqwest::{Request, Response};
/// use frontegg_identity_raw::{BoxFuture, Error, Interceptor, Next, Operation};
///
/// struct OnceMore;
///
/// impl Interceptor for OnceMore {
///     fn around<'a>(
///         &'a self,
///         _operation: &'a Operation,
///         request: Request,
///         next: Next<'a>,
///     ) -> BoxFuture<'a, Result<Response, Error>> {
///         Box::pin(async move {
///             let copy = request.try_clone();
///             match (next.send(request).await, copy) {
///                 (Err(error), Some(copy)) if error.is_connect() => next.send(copy).await,
///                 (outcome, _) => outcome,
///             }
///         })
///     }
/// }
/// ```
pub trait Interceptor: Send + Sync {
    /// Sees the request first and may change it, its time limit included.
    ///
    /// # Errors
    /// An error ends the call with nothing sent. [`Error::interceptor`] wraps one of your own.
    fn before<'a>(
        &'a self,
        operation: &'a Operation,
        request: &'a mut Request,
    ) -> BoxFuture<'a, Result<(), Error>> {
        let _ = (operation, request);
        Box::pin(ready(Ok(())))
    }

    /// Sends the request through `next`: once, several times, or not at all.
    ///
    /// # Errors
    /// What `next` gave, or [`Error::interceptor`].
    fn around<'a>(
        &'a self,
        operation: &'a Operation,
        request: Request,
        next: Next<'a>,
    ) -> BoxFuture<'a, Result<Response, Error>> {
        let _ = operation;
        Box::pin(async move { next.send(request).await })
    }

    /// Sees how it ended, failures of `before` and `around` included. The body has not been read yet.
    fn after<'a>(
        &'a self,
        operation: &'a Operation,
        outcome: &'a Result<Response, Error>,
    ) -> BoxFuture<'a, ()> {
        let _ = (operation, outcome);
        Box::pin(ready(()))
    }
}

impl<I: Interceptor + ?Sized> Interceptor for Arc<I> {
    fn before<'a>(
        &'a self,
        operation: &'a Operation,
        request: &'a mut Request,
    ) -> BoxFuture<'a, Result<(), Error>> {
        (**self).before(operation, request)
    }

    fn around<'a>(
        &'a self,
        operation: &'a Operation,
        request: Request,
        next: Next<'a>,
    ) -> BoxFuture<'a, Result<Response, Error>> {
        (**self).around(operation, request, next)
    }

    fn after<'a>(
        &'a self,
        operation: &'a Operation,
        outcome: &'a Result<Response, Error>,
    ) -> BoxFuture<'a, ()> {
        (**self).after(operation, outcome)
    }
}

/// The network, as [`Interceptor::around`] gets it.
#[derive(Clone, Copy)]
pub struct Next<'a> {
    http: &'a reqwest::Client,
    operation: &'a Operation,
}

impl Next<'_> {
    /// Sends a request. Each sending has the HTTP client's whole time limit.
    ///
    /// Every answer is `Ok`, whatever its status.
    ///
    /// # Errors
    /// [`ErrorKind::Transport`](crate::ErrorKind::Transport).
    pub async fn send(&self, request: Request) -> Result<Response, Error> {
        let sent = self.http.execute(request).await;
        sent.map_err(|error| Error::transport(self.operation, error))
    }
}

impl fmt::Debug for Next<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Next")
            .field("operation", self.operation)
            .finish_non_exhaustive()
    }
}

pub(crate) async fn exchange(
    http: &reqwest::Client,
    interceptor: Option<&dyn Interceptor>,
    operation: &Operation,
    mut request: Request,
) -> Result<Response, Error> {
    let next = Next { http, operation };
    let Some(interceptor) = interceptor else {
        return next.send(request).await;
    };
    let outcome = match interceptor.before(operation, &mut request).await {
        Ok(()) => interceptor.around(operation, request, next).await,
        Err(error) => Err(error),
    };
    interceptor.after(operation, &outcome).await;
    outcome
}
