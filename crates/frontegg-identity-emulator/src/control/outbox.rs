//! Mails and SMS over HTTP.

use std::time::Duration;

use http::StatusCode;
use serde_json::{Value, json};

use super::view;
use crate::http::{Refusal, Reply, Request};
use crate::shared::Shared;
use crate::state::outbox::{Outbox, Sent};

/// What a request asks for.
struct Wanted<'a> {
    to: Option<&'a str>,
    kind: Option<&'a str>,
}

pub(super) fn list(shared: &Shared, request: &Request) -> Reply {
    let wanted = Wanted::of(request);
    let state = shared.service.state.lock();
    let chosen = |all: &mut dyn Iterator<Item = &Sent>| -> Vec<Value> {
        all.filter(|sent| wanted.is(sent)).map(view::sent).collect()
    };
    let body = json!({
        "mails": chosen(&mut state.outbox.mails()),
        "messages": chosen(&mut state.outbox.messages()),
    });
    Reply::ok(&body)
}

/// The newest that fits, as soon as there is one.
pub(super) async fn wait(shared: &Shared, request: &Request) -> Result<Reply, Refusal> {
    let wanted = Wanted::of(request);
    let limit = match request.query("seconds") {
        Some(text) => text
            .parse()
            .map_err(|_| Refusal::bad_request("seconds must be a number"))?,
        None => 10_u64,
    };
    let found = shared.wait_for(|state| wanted.newest(&state.outbox).map(view::sent));
    match tokio::time::timeout(Duration::from_secs(limit.min(300)), found).await {
        Ok(sent) => Ok(Reply::ok(&sent)),
        Err(_) => Err(Refusal::new(
            StatusCode::REQUEST_TIMEOUT,
            "nothing was sent that fits",
        )),
    }
}

impl<'a> Wanted<'a> {
    fn of(request: &'a Request) -> Self {
        Self {
            to: request.query("to"),
            kind: request.query("kind"),
        }
    }

    fn is(&self, sent: &Sent) -> bool {
        self.to.is_none_or(|to| sent.to.eq_ignore_ascii_case(to))
            && self.kind.is_none_or(|kind| sent.kind.as_str() == kind)
    }

    fn newest<'o>(&self, outbox: &'o Outbox) -> Option<&'o Sent> {
        let mail = outbox.mails().rev().find(|sent| self.is(sent));
        let message = outbox.messages().rev().find(|sent| self.is(sent));
        mail.into_iter().chain(message).max_by_key(|sent| sent.at)
    }
}
