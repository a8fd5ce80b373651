//! Reads all that is logged while the tests run, by whatever part of the program, and ends the program at the first secret.
//!
//! Every harness begins with [`watch`], so nothing is sent by a client before somebody listens.

use std::cell::RefCell;
use std::fmt;
use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::Once;
use std::sync::atomic::{AtomicU64, Ordering};

use tracing::field::{Field, Visit};
use tracing::{Event, Metadata, Subscriber, span};

use crate::world::APP;

/// What every planted secret contains, and what no line may have.
const MARKS: [&str; 7] = [
    "S3NTIN",
    APP,
    // Of the emulator's environment, and of the API tokens of these tests and of the examples.
    "f03b8c6d-91e2",
    "53175e17-0000",
    "e1f4a9d2-6b08",
    // Of the users of the examples.
    "Analytical-Engine",
    // Where every JWT begins.
    "eyJ",
];

/// The length of the emulator's refresh, MFA and link tokens, all of them base64url.
const TOKEN: usize = 43;

thread_local! {
    /// What the client told in this thread. A test and its client share one.
    static TOLD: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Listens from now on.
pub(crate) fn watch() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        tracing::subscriber::set_global_default(Watcher(AtomicU64::new(1))).unwrap();
        log::set_logger(&Plain).unwrap();
        log::set_max_level(log::LevelFilter::Trace);
    });
}

/// Lines of the client since the test began. A line of a span begins with its number.
pub(crate) fn told() -> Vec<String> {
    TOLD.with_borrow(Clone::clone)
}

/// A text without secrets.
pub(crate) fn assert_clean(text: &str) {
    if let Some((what, at)) = secret_in(text) {
        panic!("{what} after: {}", before(text, at));
    }
}

/// What secret a text has, and where.
fn secret_in(text: &str) -> Option<(&'static str, usize)> {
    let marks = MARKS
        .iter()
        .find_map(|mark| Some((*mark, text.find(mark)?)));
    let shaped = || {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        let mut length = 0;
        for (at, byte) in text.bytes().enumerate() {
            length = if is_part(byte) { length + 1 } else { 0 };
            if length == TOKEN {
                return Some(("something long enough for a token", at + 1 - TOKEN));
            }
        }
        None
    };
    marks.or_else(shaped)
}

/// The words before a secret, to find who told it.
fn before(text: &str, at: usize) -> &str {
    let start = (0..=at.saturating_sub(200))
        .rev()
        .find(|start| text.is_char_boundary(*start));
    &text[start.unwrap_or_default()..at]
}

/// A line of the log. There is no test to fail: this may be the thread of a server, or a task whose end nobody awaits.
fn read(target: &str, line: &str) {
    if let Some((what, at)) = secret_in(line) {
        let before = before(line, at);
        let _ = writeln!(
            std::io::stderr(),
            "\n{target} logged {what} after: {before}"
        );
        std::process::exit(101);
    }
    if target.starts_with("frontegg_identity") && !target.contains("emulator") {
        TOLD.with_borrow_mut(|told| told.push(line.to_owned()));
    }
}

struct Watcher(AtomicU64);

struct Line(String);

impl Visit for Line {
    fn record_str(&mut self, field: &Field, value: &str) {
        write!(self.0, " {}={value}", field.name()).unwrap();
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        write!(self.0, " {}={value:?}", field.name()).unwrap();
    }
}

impl Subscriber for Watcher {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &span::Attributes<'_>) -> span::Id {
        let id = self.0.fetch_add(1, Ordering::Relaxed);
        let mut line = Line(format!("#{id} {}", span.metadata().name()));
        span.record(&mut line);
        read(span.metadata().target(), &line.0);
        span::Id::from_u64(id)
    }

    fn record(&self, id: &span::Id, values: &span::Record<'_>) {
        let mut line = Line(format!("#{}", id.into_u64()));
        values.record(&mut line);
        // Whose span it is, is not known here; only the client's have fields that come later.
        read("frontegg_identity", &line.0);
    }

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut line = Line(event.metadata().level().to_string());
        event.record(&mut line);
        read(event.metadata().target(), &line.0);
    }

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

/// The libraries below that know nothing of `tracing`.
struct Plain;

impl log::Log for Plain {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        // The mock server writes down what it was sent: it is the other end of the wire.
        if !record.target().starts_with("mockito") {
            read(record.target(), &record.args().to_string());
        }
    }

    fn flush(&self) {}
}

#[test]
fn a_planted_secret_is_found_wherever_it_stands() {
    let token = "x_-9".repeat(11);
    for text in [
        "password=S3NTINEL-Engine-1",
        "Bearer eyJhbGciOiJSUzI1NiJ9.e30.x",
        &format!("cookie: fe_refresh_1={token}; Path=/"),
        &format!("secret={APP}"),
    ] {
        assert!(secret_in(text).is_some(), "{text}");
    }
    for text in [
        "operation=\"refresh_session\" path=/resources/auth/v1/user/token/refresh status=200",
        "trace_id=468c0a9f6e3b4d5c8a7b6c5d4e3f21af user=6b1f2a90-4c3d-4e8f-9a51-2d7c0e5f8b34",
        "hyper_util::client::legacy::connect::http connecting to 127.0.0.1:8080",
    ] {
        assert_clean(text);
    }
}
