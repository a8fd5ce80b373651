//! The emulator over HTTP, for tests in any language and for people.
//!
//! `GET /_emulator` is a page that shows users, sessions, codes sent, requests and faults. Everything below
//! `/_emulator/api` speaks JSON, on both ports and without a token. Times are RFC 3339 by the emulator's clock. These
//! requests are never struck by faults, delayed or recorded. With `E=http://127.0.0.1:8080/_emulator/api`:
//!
//! | Route | What it does |
//! |---|---|
//! | `GET clock` | the time, and whether it stands still |
//! | `PUT clock` | sets the time |
//! | `POST clock/advance` | moves it by `seconds`, back if negative |
//! | `POST clock/freeze`, `POST clock/resume` | stops it, lets it run |
//! | `GET outbox` | mails and SMS, the oldest first; `?to=` and `?kind=` choose |
//! | `GET outbox/wait` | the newest that fits `to` and `kind`, as soon as there is one; 408 after `?seconds=`, 10 by default |
//! | `GET faults`, `POST faults`, `DELETE faults` | lists, arms, clears ([`Fault`](crate::Fault) has the JSON) |
//! | `GET latency`, `PUT latency` | real time that replies take, of all or of one `method` and `path` |
//! | `GET requests` | requests, secrets masked, the oldest first; `?method=`, `?path=` and `?after=` choose |
//! | `GET requests/counters` | how many of each operation |
//! | `DELETE requests` | forgets requests and counters |
//! | `POST keys/rotate`, `POST keys/retire` | a new signing key; only the newest stays published |
//! | `GET users`, `GET sessions` | users without secrets; live sessions |
//! | `GET settings`, `PATCH settings` | settings, times in seconds; changes some ([`Settings`](crate::Settings)) |
//! | `POST reset` | back to the start; clock and keys stay |
//!
//! ```text
//! curl $E/clock
//! curl -X PUT $E/clock -d '{"now":"2030-01-01T00:00:00Z"}'
//! curl $E/clock/advance -d '{"seconds":3600}'
//! curl -X POST $E/clock/freeze
//! curl "$E/outbox?to=ada@example.com"
//! curl "$E/outbox/wait?to=ada@example.com&kind=passwordReset&seconds=5"
//! curl $E/faults -d '{"method":"POST","path":"/identity/resources/auth/v1/user","times":2,"fault":{"kind":"waf"}}'
//! curl $E/faults -d '{"method":"*","path":"/*","always":true,"fault":{"kind":"status","with":{"status":503}}}'
//! curl -X DELETE $E/faults
//! curl -X PUT $E/latency -d '{"milliseconds":40}'
//! curl "$E/requests?method=POST&path=/identity/resources/auth/v1/user"
//! curl $E/requests/counters
//! curl -X POST $E/keys/rotate
//! curl $E/users
//! curl $E/sessions
//! curl -X PATCH $E/settings -d '{"accessTokenLife":60,"refreshTokenReuse":{"grace":10}}'
//! curl -X POST $E/reset
//! ```

mod api;
mod outbox;
mod page;
mod view;

use http::header::{ALLOW, LOCATION};
use http::{HeaderValue, Method, StatusCode};

use crate::http::{Refusal, Reply, Request};
use crate::shared::Shared;

/// Whether a path belongs to the test and not to the service.
pub(crate) fn is_for(path: &str) -> bool {
    path.strip_prefix("/_emulator")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Answers a request of the test.
pub(crate) async fn handle(shared: &Shared, request: &Request) -> Reply {
    let path = request.path.strip_prefix("/_emulator").unwrap_or_default();
    match path {
        "" if request.method == Method::GET || request.method == Method::HEAD => page::page(shared),
        "" => not_allowed("GET"),
        "/" => Reply::empty(StatusCode::FOUND).with_header(LOCATION, "/_emulator"),
        _ => match path.strip_prefix("/api/") {
            Some(route) => api::answer(shared, request, route)
                .await
                .unwrap_or_else(Refusal::into_reply),
            None => Refusal::not_found(format!("no page {}", request.path)).into_reply(),
        },
    }
}

fn not_allowed(methods: &str) -> Reply {
    let mut reply =
        Refusal::new(StatusCode::METHOD_NOT_ALLOWED, format!("use {methods}")).into_reply();
    if let Ok(methods) = HeaderValue::from_str(methods) {
        reply.headers.insert(ALLOW, methods);
    }
    reply
}
