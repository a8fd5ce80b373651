//! Calls as the signed-in: each carries the token that is good now, and a 401 is met with a new one, once.

use frontegg_identity_raw::reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use frontegg_identity_raw::reqwest::{Request, Response, StatusCode};
use frontegg_identity_raw::{self as raw, BoxFuture, Interceptor, Next, Operation};
use std::future::ready;
use std::sync::Arc;

use super::engine::{Engine, Exchange, Live};
use crate::error::{Error, ErrorKind};
use crate::transport::Transport;

/// Stands before every call of one session.
pub(crate) struct Door<X: Exchange> {
    pub(crate) engine: Engine<X>,
    pub(crate) transport: Arc<Transport>,
    /// Headers of every call that does not bring its own: in which tenant, for which user. None if an id of them is none.
    pub(crate) context: Option<HeaderMap>,
}

impl<X: Exchange> Door<X> {
    async fn send(
        &self,
        operation: &Operation,
        mut request: Request,
        next: Next<'_>,
    ) -> Result<Response, raw::Error> {
        let wrap = |error: Error| raw::Error::interceptor(operation, error);
        let live = self.engine.token().await.map_err(wrap)?;
        authorize(&mut request, &live).map_err(wrap)?;
        let (answer, copy) = self.transport.send(operation, request, next).await?;
        let (StatusCode::UNAUTHORIZED, Some(mut copy)) = (answer.status(), copy) else {
            return Ok(answer);
        };
        // The refusal stands if there is no other token to try.
        let Ok(renewed) = self.engine.renew(&live).await else {
            return Ok(answer);
        };
        authorize(&mut copy, &renewed).map_err(wrap)?;
        let (answer, _) = self.transport.send(operation, copy, next).await?;
        Ok(answer)
    }
}

impl<X: Exchange> Interceptor for Door<X> {
    fn before<'a>(
        &'a self,
        operation: &'a Operation,
        request: &'a mut Request,
    ) -> BoxFuture<'a, Result<(), raw::Error>> {
        let Some(context) = &self.context else {
            let error = Error::new(ErrorKind::Input, "an id cannot be sent in a header");
            return Box::pin(ready(Err(raw::Error::interceptor(operation, error))));
        };
        let headers = request.headers_mut();
        for (name, value) in context {
            headers.entry(name).or_insert_with(|| value.clone());
        }
        self.transport.before(operation, request)
    }

    fn around<'a>(
        &'a self,
        operation: &'a Operation,
        request: Request,
        next: Next<'a>,
    ) -> BoxFuture<'a, Result<Response, raw::Error>> {
        Box::pin(self.send(operation, request, next))
    }
}

fn authorize(request: &mut Request, live: &Live) -> Result<(), Error> {
    let text = format!("Bearer {}", live.tokens.access.expose());
    let mut value = HeaderValue::from_str(&text).map_err(|_| {
        Error::new(
            ErrorKind::Input,
            "the access token cannot be sent in a header",
        )
    })?;
    value.set_sensitive(true);
    request.headers_mut().insert(AUTHORIZATION, value);
    Ok(())
}
