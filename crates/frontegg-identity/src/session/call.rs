//! One call as the user, for what the facade offers by name.

use frontegg_identity_raw::{Operation, Response, Secret};
use serde_json::Value;

use super::handle::Session;
use crate::error::Error;

/// What a call carries besides the token.
#[derive(Default)]
pub(crate) struct Parts<'a> {
    /// `{deviceId}` of the path.
    pub(crate) device: Option<&'a str>,
    /// `{id}` of the path.
    pub(crate) session: Option<&'a str>,
    pub(crate) cookie: Option<Secret>,
    /// `frontegg-user-id`, which a few routes want beside the token.
    pub(crate) user: Option<String>,
    pub(crate) body: Option<Value>,
}

impl<'a> Parts<'a> {
    pub(crate) fn body(body: Value) -> Self {
        Self {
            body: Some(body),
            ..Self::default()
        }
    }

    pub(crate) fn of_device(device: &'a str, body: Value) -> Self {
        Self {
            device: Some(device),
            ..Self::body(body)
        }
    }
}

impl Session {
    pub(crate) async fn ask(
        &self,
        doing: &'static str,
        operation: &'static Operation,
        parts: Parts<'_>,
    ) -> Result<Response<Value>, Error> {
        let client = self.raw();
        let cookie = parts.cookie.as_ref().map(Secret::expose);
        let mut call = client
            .call(operation)
            .header("cookie", cookie)
            .header("frontegg-user-id", parts.user.as_deref());
        if let Some(device) = parts.device {
            call = call.path("deviceId", device);
        }
        if let Some(session) = parts.session {
            call = call.path("id", session);
        }
        if let Some(body) = &parts.body {
            call = call.json(body);
        }
        self.identity().answer(doing, operation, call.send().await)
    }
}
