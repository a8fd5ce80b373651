//! The requests that came, with their secrets masked, and how many of each.

mod mask;

use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use http::Method;
use parking_lot::Mutex;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use tokio::sync::watch;

use self::mask::Mask;
use crate::description::Operation;
use crate::http::{Request, timestamp};
use crate::target::{Pattern, Target};

/// Requests that are kept; the oldest go first. Counters go on.
const MOST: usize = 4096;

/// Bytes of a body that are kept; of a larger one only the size is.
const LARGEST_BODY: usize = 16 * 1024;

/// A handle to the requests that an emulator has answered; clones share them.
///
/// A request is there once it was answered, before the client has the reply. Those below `/_emulator` are left out.
///
/// Paths may be templates, as in [`Faults::on`](crate::Faults::on).
#[derive(Clone)]
pub struct Journal {
    inner: Arc<Mutex<Inner>>,
    mask: Arc<Mask>,
    total: watch::Sender<u64>,
}

#[derive(Default)]
struct Inner {
    entries: VecDeque<Entry>,
    counters: BTreeMap<String, u64>,
}

/// What is kept of a request. Masking waits until somebody looks, since most requests are never looked at.
struct Entry {
    number: u64,
    at: DateTime<Utc>,
    duration: TimeDelta,
    method: Method,
    path: String,
    query: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    body: Body,
    operation: Option<&'static Operation>,
    outcome: Outcome,
    fault: bool,
}

enum Body {
    None,
    Form(Bytes),
    Other(Bytes),
    TooLarge(usize),
}

/// A request that came, with secrets masked: the same secret has the same mask for the life of the emulator.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Recorded {
    /// Counted up from 1 since the start.
    pub number: u64,
    /// When it came, by the emulator's clock.
    #[serde(serialize_with = "rfc3339")]
    pub at: DateTime<Utc>,
    /// Milliseconds until it was answered, by the emulator's clock: 0 if that is stopped.
    pub milliseconds: i64,
    /// The method.
    pub method: String,
    /// The path as it was sent.
    pub path: String,
    /// The path with its parameters in braces, from `/resources` on; none for routes outside the description.
    pub template: Option<String>,
    /// The operation id, in snake case.
    pub operation: Option<String>,
    /// The query, decoded, in order.
    pub query: Vec<(String, String)>,
    /// The headers, in order, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body: JSON as such, a form as an object, null for none, a note in a string for anything else.
    pub body: Value,
    /// How it was answered.
    pub outcome: Outcome,
    /// Whether a fault struck it.
    pub fault: bool,
}

/// How a request was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Outcome {
    /// With this status.
    Answered(u16),
    /// With this status, but the connection was cut before all of it was sent.
    Cut(u16),
    /// Not at all: the connection was cut.
    Lost,
}

impl Recorded {
    /// The first value of a header, by its name in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find_map(|(own, value)| (own == name).then_some(value.as_str()))
    }
}

impl Recorded {
    /// The body on one line; nothing if there is none.
    pub(crate) fn body_text(&self) -> String {
        match &self.body {
            Value::Null => String::new(),
            Value::String(note) => note.clone(),
            body => body.to_string(),
        }
    }
}

/// One line for people.
impl fmt::Display for Recorded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}  {:<6} {}",
            timestamp(self.at),
            self.method,
            self.path
        )?;
        for (index, (name, value)) in self.query.iter().enumerate() {
            let mark = if index == 0 { '?' } else { '&' };
            write!(f, "{mark}{}={}", name.escape_debug(), value.escape_debug())?;
        }
        match self.outcome {
            Outcome::Answered(status) => write!(f, "  {status}")?,
            Outcome::Cut(status) => write!(f, "  {status} cut")?,
            Outcome::Lost => write!(f, "  no reply")?,
        }
        write!(f, "  {} ms", self.milliseconds)?;
        if self.fault {
            f.write_str("  (fault)")
        } else {
            Ok(())
        }
    }
}

impl Journal {
    pub(crate) fn new() -> Self {
        let inner = Arc::default();
        Self {
            inner,
            mask: Arc::default(),
            total: watch::Sender::new(0),
        }
    }

    /// The requests that are still kept, the oldest first.
    #[must_use]
    pub fn all(&self) -> Vec<Recorded> {
        self.choose(|_| true)
    }

    /// The requests after the one with this number, the oldest first; `0` for all.
    #[must_use]
    pub fn after(&self, number: u64) -> Vec<Recorded> {
        self.choose(|entry| entry.number > number)
    }

    /// The kept requests of a method and a path, the oldest first.
    #[must_use]
    pub fn to(&self, method: &str, path: &str) -> Vec<Recorded> {
        let pattern = Pattern::new(method, path);
        self.choose(|entry| entry.is(&pattern))
    }

    /// The newest requests, the newest first.
    pub(crate) fn newest(&self, most: usize) -> Vec<Recorded> {
        let inner = self.inner.lock();
        inner
            .entries
            .iter()
            .rev()
            .take(most)
            .map(|entry| entry.masked(&self.mask))
            .collect()
    }

    /// How many requests of a method and a path are kept.
    #[must_use]
    pub fn count(&self, method: &str, path: &str) -> usize {
        let pattern = Pattern::new(method, path);
        self.inner
            .lock()
            .entries
            .iter()
            .filter(|entry| entry.is(&pattern))
            .count()
    }

    /// The newest request of a method and a path.
    #[must_use]
    pub fn last(&self, method: &str, path: &str) -> Option<Recorded> {
        let pattern = Pattern::new(method, path);
        let inner = self.inner.lock();
        inner
            .entries
            .iter()
            .rev()
            .find(|entry| entry.is(&pattern))
            .map(|entry| entry.masked(&self.mask))
    }

    /// How many requests there were of each operation, by operation id, or by method and path for routes that the
    /// description does not have. They count on when old requests are dropped.
    #[must_use]
    pub fn counters(&self) -> BTreeMap<String, u64> {
        self.inner.lock().counters.clone()
    }

    /// Forgets all requests and counters. Numbers go on.
    pub fn clear(&self) {
        *self.inner.lock() = Inner::default();
    }

    /// Waits until there are `n` kept requests of a method and a path.
    ///
    /// # Cancel safety
    /// Nothing is lost when the future is dropped.
    pub async fn reached(&self, n: usize, method: &str, path: &str) {
        let mut total = self.total.subscribe();
        while self.count(method, path) < n && total.changed().await.is_ok() {}
    }

    /// Waits for requests after the one with this number, and returns them.
    ///
    /// # Cancel safety
    /// Nothing is lost when the future is dropped.
    pub async fn next_after(&self, number: u64) -> Vec<Recorded> {
        let mut total = self.total.subscribe();
        loop {
            let new = self.after(number);
            if !new.is_empty() || total.changed().await.is_err() {
                return new;
            }
        }
    }

    pub(crate) fn record(
        &self,
        arrival: Arrival,
        outcome: Outcome,
        fault: bool,
        now: DateTime<Utc>,
    ) {
        let Arrival { request, at } = arrival;
        let target = Target::of(&request.method, &request.path);
        let operation = target.operation();
        let body = match request.body.len() {
            0 => Body::None,
            size if size > LARGEST_BODY => Body::TooLarge(size),
            // A copy: the original keeps the whole buffer of its connection alive.
            _ if request.is_form() => Body::Form(Bytes::copy_from_slice(&request.body)),
            _ => Body::Other(Bytes::copy_from_slice(&request.body)),
        };
        let headers = request.headers.iter().map(|(name, value)| {
            (
                name.as_str().to_owned(),
                String::from_utf8_lossy(value.as_bytes()).into_owned(),
            )
        });
        let counter = match operation {
            Some(operation) => operation.id.clone(),
            None => format!("{} {}", request.method, request.path),
        };
        let headers = headers.collect();
        let mut inner = self.inner.lock();
        let number = *self.total.borrow() + 1;
        // Paths are the client's invention: the counters of unknown ones must not grow without end.
        let known = inner.counters.len() < MOST || inner.counters.contains_key(&counter);
        let counter = if known { counter } else { "other".to_owned() };
        *inner.counters.entry(counter).or_default() += 1;
        if inner.entries.len() == MOST {
            inner.entries.pop_front();
        }
        inner.entries.push_back(Entry {
            number,
            at,
            duration: now - at,
            method: request.method,
            path: request.path,
            query: request.query,
            headers,
            body,
            operation,
            outcome,
            fault,
        });
        self.total.send_replace(number);
    }

    fn choose(&self, chosen: impl Fn(&Entry) -> bool) -> Vec<Recorded> {
        let inner = self.inner.lock();
        inner
            .entries
            .iter()
            .filter(|entry| chosen(entry))
            .map(|entry| entry.masked(&self.mask))
            .collect()
    }
}

/// A request on its way to the journal.
#[derive(Debug)]
pub(crate) struct Arrival {
    pub(crate) request: Request,
    pub(crate) at: DateTime<Utc>,
}

impl Entry {
    fn is(&self, pattern: &Pattern) -> bool {
        pattern.takes(&Target::of(&self.method, &self.path))
    }

    fn masked(&self, mask: &Mask) -> Recorded {
        Recorded {
            number: self.number,
            at: self.at,
            milliseconds: self.duration.num_milliseconds(),
            method: self.method.to_string(),
            path: self.path.clone(),
            template: self.operation.map(|operation| operation.template.clone()),
            operation: self.operation.map(|operation| operation.id.clone()),
            query: self
                .query
                .iter()
                .map(|(name, value)| (name.clone(), mask.text(name, value)))
                .collect(),
            headers: self
                .headers
                .iter()
                .map(|(name, value)| (name.clone(), mask.header(name, value)))
                .collect(),
            body: self.body.masked(mask, self.path.contains("/mfa/")),
            outcome: self.outcome,
            fault: self.fault,
        }
    }
}

impl Body {
    /// With `value` masked too if that is a code.
    fn masked(&self, mask: &Mask, value_is_code: bool) -> Value {
        let mask_body = |body| {
            if value_is_code {
                mask.json_with_code(body)
            } else {
                mask.json(body)
            }
        };
        match self {
            Self::None => Value::Null,
            Self::TooLarge(size) => json!(format!("({size} bytes)")),
            Self::Form(bytes) => {
                let pairs = form_urlencoded::parse(bytes);
                let body = pairs
                    .map(|(name, value)| (name.to_string(), json!(value)))
                    .collect();
                mask_body(body)
            }
            Self::Other(bytes) => match serde_json::from_slice(bytes) {
                Ok(body) => mask_body(body),
                Err(_) => json!(format!("({} bytes, no JSON)", bytes.len())),
            },
        }
    }
}

fn rfc3339<S: Serializer>(time: &DateTime<Utc>, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&timestamp(*time))
}

impl fmt::Debug for Journal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kept = self.inner.lock().entries.len();
        f.debug_struct("Journal")
            .field("kept", &kept)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
