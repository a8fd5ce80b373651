//! Decides whether a request came from Frontegg.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use aws_lc_rs::hmac;
use frontegg_identity_raw::Secret;

use super::{Event, WebhookError, token};
use crate::clock::{Clock, SystemClock};
use crate::error::{Error, ErrorKind};

/// The header that Frontegg sends the token in, with webhooks and with prehooks.
pub const HEADER: &str = "x-webhook-secret";

const DEFAULT_LEEWAY: Duration = Duration::from_secs(30);
const DEFAULT_BODY_LIMIT: usize = 1024 * 1024;

/// Checks hooks. It is made once; clones are cheap, and any number of threads may use one.
#[derive(Clone)]
pub struct Verifier {
    keys: Vec<hmac::Key>,
    clock: Arc<dyn Clock>,
    leeway: Duration,
    max_age: Option<Duration>,
    needs_expiry: bool,
    body_limit: usize,
}

impl Verifier {
    /// A verifier with the secret in the settings of the hook.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`]: the secret is empty. Whoever knew that could sign hooks.
    pub fn new(secret: &Secret) -> Result<Self, Error> {
        let verifier = Self {
            keys: Vec::with_capacity(1),
            clock: Arc::new(SystemClock::new()),
            leeway: DEFAULT_LEEWAY,
            max_age: None,
            needs_expiry: true,
            body_limit: DEFAULT_BODY_LIMIT,
        };
        verifier.or_secret(secret)
    }

    /// Takes tokens of this secret as well: the former one while a secret is replaced, or those of several hooks that go to
    /// one address.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`]: the secret is empty.
    pub fn or_secret(mut self, secret: &Secret) -> Result<Self, Error> {
        let secret = secret.expose();
        if secret.is_empty() {
            let doing = "cannot check hooks with an empty secret";
            return Err(Error::new(ErrorKind::Configuration, doing));
        }
        let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
        self.keys.push(key);
        Ok(self)
    }

    /// How far Frontegg's clock and ours may be apart. 30 seconds by default.
    #[must_use]
    pub fn leeway(mut self, leeway: Duration) -> Self {
        self.leeway = leeway;
        self
    }

    /// Refuses tokens that were made longer ago than this, whatever they say about their end. Tokens then need `iat`. By
    /// default the end alone counts.
    #[must_use]
    pub fn max_age(mut self, age: Duration) -> Self {
        self.max_age = Some(age);
        self
    }

    /// Takes tokens without `exp` too. One that was overheard is then good for ever, unless [`max_age`](Self::max_age) is set.
    #[must_use]
    pub fn allow_missing_expiry(mut self) -> Self {
        self.needs_expiry = false;
        self
    }

    /// The largest body that is read, in bytes. 1 MiB by default.
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// Another source of time than the system's.
    #[must_use]
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// The event that a request tells, if the request came from Frontegg.
    ///
    /// `header` is the value of [`HEADER`], as text, as bytes or as the header value of an HTTP library; `body` is the body as
    /// it came.
    ///
    /// # Errors
    /// [`WebhookError`] says why the request is refused, and which status to answer with.
    ///
    /// # Wire
    /// Nothing is sent. Of the request a token is read, `{"alg":"HS256"}.{"iat":…,"exp":…}`, and the body
    /// `{"eventKey":…,"eventContext":{…},"user":{…}}`.
    pub fn verify(&self, header: impl AsRef<[u8]>, body: &[u8]) -> Result<Event, WebhookError> {
        self.verify_header(header)?;
        if body.len() > self.body_limit {
            return Err(WebhookError::BodyTooLarge);
        }
        Event::read(body).ok_or(WebhookError::BodyMalformed)
    }

    /// Whether a request came from Frontegg, by its header alone: for prehooks, and for hooks whose body was changed in the
    /// portal. The body is not signed: see [the module](super#what-is-signed-and-what-is-not).
    ///
    /// # Errors
    /// [`WebhookError`] says why the request is refused.
    pub fn verify_header(&self, header: impl AsRef<[u8]>) -> Result<(), WebhookError> {
        let claims = token::open(header.as_ref(), &self.keys)?;
        let expires = token::date(&claims, "exp")?;
        let issued = token::date(&claims, "iat")?;
        let starts = token::date(&claims, "nbf")?;
        let now = self.clock.now().wall.timestamp_millis() as f64 / 1000.0;
        let leeway = self.leeway.as_secs_f64();
        if expires.is_none() && self.needs_expiry {
            return Err(WebhookError::ClaimMissing("exp"));
        }
        if expires.is_some_and(|end| now >= end + leeway) {
            return Err(WebhookError::Expired);
        }
        let is_later = |start: f64| start > now + leeway;
        if issued.is_some_and(is_later) || starts.is_some_and(is_later) {
            return Err(WebhookError::NotYetValid);
        }
        match (self.max_age, issued) {
            (Some(_), None) => Err(WebhookError::ClaimMissing("iat")),
            (Some(age), Some(issued)) if now >= issued + age.as_secs_f64() + leeway => {
                Err(WebhookError::TooOld)
            }
            _ => Ok(()),
        }
    }
}

impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verifier")
            .field("secrets", &self.keys.len())
            .field("leeway", &self.leeway)
            .field("max_age", &self.max_age)
            .field("needs_expiry", &self.needs_expiry)
            .field("body_limit", &self.body_limit)
            .finish_non_exhaustive()
    }
}
