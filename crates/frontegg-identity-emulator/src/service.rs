//! The service: a request in, a reply out.

use std::sync::Arc;

use http::Method;
use http::header::HeaderName;
use parking_lot::{Mutex, RwLock};
use serde_json::{Value, json};

use crate::clock::Clock;
use crate::context::Context;
use crate::crypto::{Keys, random};
use crate::description::{Description, Operation, Params, Strictness, Violation};
use crate::http::{Refusal, Reply, Request};
use crate::routes::{self, Call, Extra};
use crate::settings::{ErrorForm, Settings};
use crate::state::State;

/// Header of every reply: 32 hexadecimal digits.
const TRACE_ID: HeaderName = HeaderName::from_static("frontegg-trace-id");

/// The emulated service.
#[derive(Debug)]
pub(crate) struct Service {
    settings: RwLock<Arc<Settings>>,
    pub(crate) clock: Clock,
    pub(crate) keys: Keys,
    /// Never held while a token is signed or checked.
    pub(crate) state: Mutex<State>,
}

impl Service {
    pub(crate) fn new(settings: Settings, clock: Clock) -> Self {
        let state = State::new(&settings, clock.now());
        Self {
            settings: RwLock::new(Arc::new(settings)),
            clock,
            keys: Keys::new(),
            state: Mutex::new(state),
        }
    }

    /// The settings as they are now.
    pub(crate) fn settings(&self) -> Arc<Settings> {
        Arc::clone(&self.settings.read())
    }

    /// Changes settings. Requests that are being answered keep the old ones.
    pub(crate) fn change_settings(&self, change: impl FnOnce(&mut Settings)) {
        let (was_default, application_id, is_default) = {
            let mut settings = self.settings.write();
            let was_default = settings.default_application;
            change(Arc::make_mut(&mut settings));
            (
                was_default,
                settings.application_id.clone(),
                settings.default_application,
            )
        };
        if was_default != is_default {
            let mut state = self.state.lock();
            state.environment.make_default(&application_id, is_default);
        }
    }

    /// Answers a request. Never fails: whatever is wrong with the request is said in the reply.
    pub(crate) fn handle(&self, request: &Request) -> Reply {
        let reply = self.answer(request).unwrap_or_else(Refusal::into_reply);
        reply.with_header(TRACE_ID, &random::uuid().replace('-', ""))
    }

    fn answer(&self, request: &Request) -> Result<Reply, Refusal> {
        let settings = self.settings();
        match find(request) {
            Route::Described(operation, params) => {
                self.described(&settings, request, operation, &params)
            }
            Route::Extra(extra, params) => {
                let body = read_body(request)?;
                let context = Context::read(self, &settings, request);
                // Those open to all are the way to an environment token, and keys: they come before a known environment.
                if !extra.public {
                    context.admit(request, false, |_| false)?;
                }
                (extra.handler)(&self.call(&settings, request, &context, &params, &body))
            }
            Route::None => Err(Refusal::no_route()),
        }
    }

    fn described(
        &self,
        settings: &Settings,
        request: &Request,
        operation: &'static Operation,
        params: &Params,
    ) -> Result<Reply, Refusal> {
        let description = Description::get();
        if !request.is_form() {
            read_body(request)?;
        }
        let mut body = description
            .read_body(operation, request)
            .map_err(|violation| invalid(&[violation]))?;
        let context = Context::read(self, settings, request);
        context.admit(request, operation.public, |name| {
            operation.requires_header(name)
        })?;
        let strictness = if settings.strict {
            Strictness::Strict
        } else {
            Strictness::Loose
        };
        let violations = description.check(operation, request, params, strictness);
        if !violations.is_empty() {
            return Err(invalid(&violations));
        }
        // In a change, null takes away what is there.
        if request.method != Method::PATCH {
            description.drop_nulls(operation, &mut body);
        }
        match routes::handler(&operation.id) {
            Some(handler) => handler(&self.call(settings, request, &context, params, &body)),
            None => Ok(match description.answer(operation, request) {
                (status, Some(body)) => Reply::json(status, &body),
                (status, None) => Reply::empty(status),
            }),
        }
    }

    fn call<'a>(
        &'a self,
        settings: &'a Settings,
        request: &'a Request,
        context: &'a Context,
        params: &'a Params,
        body: &'a Value,
    ) -> Call<'a> {
        Call {
            service: self,
            settings,
            request,
            context,
            params,
            body,
            now: self.clock.now(),
        }
    }
}

/// What answers a request.
enum Route {
    Described(&'static Operation, Params),
    Extra(&'static Extra, Params),
    None,
}

/// The route of a request. One leading `/frontegg` makes no difference.
fn find(request: &Request) -> Route {
    let path = match request.path.strip_prefix("/frontegg") {
        Some(rest) if rest.starts_with('/') => rest,
        _ => &request.path,
    };
    if let Some(below) = path.strip_prefix("/identity")
        && let Some((operation, params)) = Description::get().find(&request.method, below)
    {
        return Route::Described(operation, params);
    }
    match routes::extra(&request.method, path) {
        Some((extra, params)) => Route::Extra(extra, params),
        None => Route::None,
    }
}

/// The body of a request that is no form: JSON, or null if there is none.
fn read_body(request: &Request) -> Result<Value, Refusal> {
    if request.body.is_empty() {
        return Ok(Value::Null);
    }
    if request.is_form() {
        let pairs = form_urlencoded::parse(&request.body);
        return Ok(pairs
            .map(|(name, value)| (name.into_owned(), Value::String(value.into_owned())))
            .collect());
    }
    serde_json::from_slice(&request.body).map_err(|_| Refusal::bad_json())
}

/// 400 with a sentence for each violation, and with their places in `context`.
fn invalid(violations: &[Violation]) -> Refusal {
    let places: Vec<Value> = violations
        .iter()
        .map(|one| json!({ "place": one.place, "message": one.message }))
        .collect();
    Refusal {
        messages: violations.iter().map(|one| one.message.clone()).collect(),
        context: Some(json!({ "violations": places })),
        ..Refusal::bad_request("")
    }
}

impl From<&ErrorForm> for Refusal {
    fn from(form: &ErrorForm) -> Self {
        let status = http::StatusCode::from_u16(form.status)
            .unwrap_or(http::StatusCode::INTERNAL_SERVER_ERROR);
        Self {
            code: form.code.as_deref().map(Into::into),
            ..Self::new(status, form.message.clone())
        }
    }
}

#[cfg(test)]
mod tests;
