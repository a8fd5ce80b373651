//! The layer that says whose request it is.

use std::task::{Context, Poll};

use http::header::{AUTHORIZATION, Entry};
use http::{HeaderMap, Request, Response};
use tower_layer::Layer;
use tower_service::Service;

use super::credentials::{API_KEY, Credentials};
use super::{Answering, Denied, ready};
use crate::verify::{TokenVerifier, VerifiedToken};

/// Lets requests with a good token through, with a [`VerifiedToken`] among their extensions.
#[derive(Clone, Debug)]
pub struct Authenticate {
    verifier: TokenVerifier,
    is_optional: bool,
}

impl Authenticate {
    /// Requests need a token that this verifier takes.
    #[must_use]
    pub fn new(verifier: TokenVerifier) -> Self {
        Self {
            verifier,
            is_optional: false,
        }
    }

    /// Lets requests without a token through as well. One with a token that is not good is refused all the same.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.is_optional = true;
        self
    }

    /// Whose request it is; nobody's if that is allowed.
    async fn check(&self, shown: Credentials) -> Result<Option<VerifiedToken>, Denied> {
        match shown {
            Credentials::Nothing if self.is_optional => Ok(None),
            Credentials::Nothing => Err(Denied::NoToken),
            Credentials::Bearer(token) => Ok(Some(self.verifier.verify(token.expose()).await?)),
            Credentials::AccessToken(token) => Ok(Some(
                self.verifier.verify_access_token(token.expose()).await?,
            )),
        }
    }
}

impl<S> Layer<S> for Authenticate {
    type Service = Authenticating<S>;

    fn layer(&self, inner: S) -> Self::Service {
        Authenticating {
            inner,
            layer: self.clone(),
        }
    }
}

/// A service behind [`Authenticate`].
#[derive(Clone, Debug)]
pub struct Authenticating<S> {
    inner: S,
    layer: Authenticate,
}

impl<S, B, R> Service<Request<B>> for Authenticating<S>
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

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        let mut inner = ready(&mut self.inner);
        let layer = self.layer.clone();
        Box::pin(async move {
            let takes_access_tokens = layer.verifier.takes_access_tokens();
            let shown = Credentials::read(request.headers(), takes_access_tokens);
            let checked = match shown {
                Ok(shown) => layer.check(shown).await,
                Err(denied) => Err(denied),
            };
            match checked {
                Ok(token) => {
                    hide(request.headers_mut());
                    if let Some(token) = token {
                        request.extensions_mut().insert(token);
                    }
                    inner.call(request).await
                }
                Err(denied) => Ok(denied.into_response()),
            }
        })
    }
}

/// Keeps tokens out of what is logged of the headers.
fn hide(headers: &mut HeaderMap) {
    for name in [AUTHORIZATION, API_KEY] {
        if let Entry::Occupied(mut values) = headers.entry(name) {
            for value in values.iter_mut() {
                value.set_sensitive(true);
            }
        }
    }
}
