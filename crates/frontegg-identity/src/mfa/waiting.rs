//! A sign-in that waits for its second factor, and what all of its steps send.

use std::sync::Arc;
use std::time::Duration;

use frontegg_identity_raw::{Operation, Secret, catalogue};
use serde_json::{Value, json};

use super::parts::joined;
use super::policy::memory;
use crate::error::Error;
use crate::login::answer::Held;
use crate::login::{Flow, Login};

/// A sign-in that waits. Clones wait for the same factor.
#[derive(Clone)]
pub(super) struct Waiting {
    sign_in: Arc<SignIn>,
    is_to_be_remembered: bool,
}

struct SignIn {
    flow: Flow,
    held: Held,
}

impl Waiting {
    pub(super) fn new(flow: Flow, held: Held) -> Self {
        Self {
            sign_in: Arc::new(SignIn { flow, held }),
            is_to_be_remembered: false,
        }
    }

    pub(super) fn on_remembered_device(self) -> Self {
        Self {
            is_to_be_remembered: true,
            ..self
        }
    }

    pub(super) fn held(&self) -> &Held {
        &self.sign_in.held
    }

    pub(super) fn flow(&self) -> &Flow {
        &self.sign_in.flow
    }

    /// A call before the last one.
    pub(super) async fn start(
        &self,
        doing: &'static str,
        operation: &'static Operation,
        device: Option<&str>,
        members: Value,
    ) -> Result<Value, Error> {
        let body = self.body(members);
        let answer = self.flow().call(doing, operation, device, &body).await?;
        Ok(answer.into_inner())
    }

    /// The call that ends it. `recovery_code` is good from then on.
    pub(super) async fn finish(
        &self,
        doing: &'static str,
        operation: &'static Operation,
        device: Option<&str>,
        members: Value,
        recovery_code: Option<&Secret>,
    ) -> Result<Login, Error> {
        let mut body = self.body(members);
        if self.is_to_be_remembered {
            body = joined(body, json!({ "rememberDevice": true }));
        }
        let mut flow = self.flow().clone();
        flow.recovery_code = recovery_code.cloned().or(flow.recovery_code);
        flow.finish(doing, operation, device, body).await
    }

    /// For how long the server would remember the device.
    pub(super) async fn memory(&self) -> Result<Option<Duration>, Error> {
        const DOING: &str = "cannot ask whether the device may be remembered";
        let operation = &catalogue::GET_MFA_REMEMBER_DEVICE_POLICY;
        let identity = &self.flow().identity;
        let call = identity.service().call(operation);
        let call = call.query("mfaToken", self.held().token.expose());
        let answer = identity.answer(DOING, operation, call.send().await)?;
        Ok(memory(&answer, "isAllowedToRemember"))
    }

    fn body(&self, members: Value) -> Value {
        joined(json!({ "mfaToken": self.held().token.expose() }), members)
    }
}
