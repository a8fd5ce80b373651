//! A client for the tests: it builds requests and reads replies, and knows the service only through `Service::handle`.

use bytes::Bytes;
use http::header::{CONTENT_TYPE, COOKIE, HOST, SET_COOKIE};
use http::{HeaderName, HeaderValue, Method};
use serde_json::{Value, json};

use crate::clock::Clock;
use crate::description::Description;
use crate::http::{Reply, Request};
use crate::service::Service;
use crate::settings::Settings;
use crate::state::outbox::{Sent, SentKind};
use crate::state::{NewUser, State};

/// A service with a stopped clock.
pub(crate) struct Emulated {
    pub(crate) service: Service,
}

impl Emulated {
    pub(crate) fn new() -> Self {
        Self::with(|_| {})
    }

    pub(crate) fn with(change: impl FnOnce(&mut Settings)) -> Self {
        let mut settings = Settings::default();
        change(&mut settings);
        let clock = Clock::default();
        clock.freeze();
        Self {
            service: Service::new(settings, clock),
        }
    }

    /// Adds a user and returns the id.
    pub(crate) fn user(&self, user: NewUser) -> String {
        let now = self.service.clock.now();
        self.service.state.lock().seed_user(user, now)
    }

    pub(crate) fn state<T>(&self, read: impl FnOnce(&mut State) -> T) -> T {
        read(&mut self.service.state.lock())
    }

    pub(crate) fn get(&self, path: &str) -> Sending<'_> {
        self.request(Method::GET, path)
    }

    pub(crate) fn post(&self, path: &str, body: Value) -> Sending<'_> {
        self.request(Method::POST, path).json(&body)
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> Sending<'_> {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let query = form_urlencoded::parse(query.as_bytes())
            .into_owned()
            .collect();
        let request = Request {
            method,
            path: path.to_owned(),
            query,
            ..Request::default()
        };
        Sending {
            emulated: self,
            request,
        }
        .header("host", "127.0.0.1:4000")
    }

    /// An environment token.
    pub(crate) fn environment_token(&self) -> String {
        let settings = self.service.settings();
        let body = json!({ "clientId": settings.client_id, "secret": settings.secret });
        let answer = self.post("/auth/vendor", body).send();
        answer.body["token"].as_str().expect("a token").to_owned()
    }

    /// The claims of the access token in an answer.
    pub(crate) fn claims(&self, answer: &Answer) -> Value {
        let claims = self
            .service
            .keys
            .verify(answer.text("accessToken"), self.service.clock.now());
        claims.expect("a token of this service")
    }

    /// Logs in with a password.
    pub(crate) fn log_in(&self, email: &str, password: &str) -> Answer {
        self.post(
            "/identity/resources/auth/v1/user",
            json!({ "email": email, "password": password }),
        )
        .send()
    }

    /// Logs in with a password and keeps the access token only.
    pub(crate) fn token_of(&self, email: &str, password: &str) -> String {
        self.log_in(email, password).text("accessToken").to_owned()
    }

    /// The last mail or SMS of a kind to an address or a number.
    pub(crate) fn sent(&self, kind: SentKind, to: &str) -> Option<Sent> {
        self.state(|state| state.outbox.last(kind, to).cloned())
    }
}

/// A request that is being put together.
pub(crate) struct Sending<'a> {
    emulated: &'a Emulated,
    request: Request,
}

impl Sending<'_> {
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        let name: HeaderName = name.parse().expect("a header name");
        self.request
            .headers
            .insert(name, HeaderValue::from_str(value).expect("a header value"));
        self
    }

    pub(crate) fn host(self, host: &str) -> Self {
        self.header(HOST.as_str(), host)
    }

    pub(crate) fn bearer(self, token: &str) -> Self {
        self.header("authorization", &format!("Bearer {token}"))
    }

    pub(crate) fn tenant(self, id: &str) -> Self {
        self.header("frontegg-tenant-id", id)
    }

    /// As the environment.
    pub(crate) fn vendor(self) -> Self {
        let token = self.emulated.environment_token();
        self.bearer(&token)
    }

    pub(crate) fn cookie(self, name: &str, value: &str) -> Self {
        self.header(COOKIE.as_str(), &format!("other=1; {name}={value}"))
    }

    pub(crate) fn json(self, body: &Value) -> Self {
        self.body(CONTENT_TYPE.as_str(), "application/json", body.to_string())
    }

    pub(crate) fn form(self, body: &str) -> Self {
        self.body(
            CONTENT_TYPE.as_str(),
            "application/x-www-form-urlencoded",
            body.to_owned(),
        )
    }

    pub(crate) fn raw(self, body: impl Into<Bytes>) -> Self {
        let mut sending = self.header(CONTENT_TYPE.as_str(), "application/json");
        sending.request.body = body.into();
        sending
    }

    fn body(self, name: &str, media_type: &str, body: String) -> Self {
        let mut sending = self.header(name, media_type);
        sending.request.body = Bytes::from(body);
        sending
    }

    pub(crate) fn send(self) -> Answer {
        let reply = self.emulated.service.handle(&self.request);
        let body = if reply.body.is_empty() {
            Value::Null
        } else {
            serde_json::from_slice(&reply.body).expect("a JSON body")
        };
        check_answer(&self.request, &reply, &body);
        Answer {
            status: reply.status.as_u16(),
            body,
            reply,
        }
    }
}

/// A success of a described operation has to be one that the description allows.
fn check_answer(request: &Request, reply: &Reply, body: &Value) {
    let path = request
        .path
        .strip_prefix("/frontegg")
        .unwrap_or(&request.path);
    let Some(below) = path
        .strip_prefix("/identity")
        .filter(|_| reply.status.is_success())
    else {
        return;
    };
    if let Some((operation, _)) = Description::get().find(&request.method, below) {
        let valid = Description::get().answer_is_valid(operation, reply.status, body);
        assert_eq!(valid, Ok(()), "{} {}: {body}", operation.id, reply.status);
    }
}

/// A reply as a client sees it.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// Null if there is none.
    pub(crate) body: Value,
    pub(crate) reply: Reply,
}

impl Answer {
    /// A member of the body that has to be a string.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.body[name]
            .as_str()
            .unwrap_or_else(|| panic!("no string {name} in {}", self.body))
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.reply.headers.get(name)?.to_str().ok()
    }

    /// The `Set-Cookie` whose name starts so: name, value, attributes.
    pub(crate) fn set_cookie(&self, start: &str) -> Option<(&str, &str, &str)> {
        let cookies = self
            .reply
            .headers
            .get_all(SET_COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok());
        cookies
            .into_iter()
            .find(|cookie| cookie.starts_with(start))
            .and_then(|cookie| {
                let (pair, attributes) = cookie.split_once(';')?;
                let (name, value) = pair.split_once('=')?;
                Some((name, value, attributes.trim()))
            })
    }

    /// Checks that it is a refusal with this status, message and code.
    pub(crate) fn is_refused(&self, status: u16, message: &str, code: Option<&str>) {
        assert_eq!(self.status, status, "{}", self.body);
        assert_eq!(self.body["errors"], json!([message]));
        assert_eq!(self.body["errorCode"].as_str(), code);
    }
}
