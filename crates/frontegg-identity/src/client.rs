//! The client: which environment, and by which rules.

use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use frontegg_identity_raw::reqwest;
use frontegg_identity_raw::reqwest::header::{HeaderMap, HeaderName, HeaderValue, USER_AGENT};
use frontegg_identity_raw::{self as raw, Operation, Response};
use serde_json::Value;

use crate::clock::{Clock, SystemClock};
use crate::error::{Error, ErrorKind, Said};
use crate::session::KnownDevice;
use crate::store::{MemoryStore, SessionStore};
use crate::transport::{Limits, RetryPolicy, Transport, told};

/// How long a connection may take to come about.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// How long one sending may take, from the first byte out to the last byte in.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Names the application to every call.
const APPLICATION: HeaderName = HeaderName::from_static("frontegg-requested-application-id");

/// A client of one Frontegg environment. Clones are cheap and share everything.
///
/// ```
/// # fn main() -> Result<(), frontegg_identity::Error> {
/// use frontegg_identity::Identity;
///
/// let identity = Identity::builder("https://acme.frontegg.com").build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Identity {
    parts: Arc<Parts>,
    /// What sign-ins say that they come from.
    device: Option<KnownDevice>,
}

struct Parts {
    /// Below `/identity`.
    service: raw::Client,
    /// Below the base URL, for the few routes outside the identity service.
    root: raw::Client,
    transport: Arc<Transport>,
    client_id: Option<String>,
    store: Arc<dyn SessionStore>,
    /// The name of the refresh cookies, which all sessions of an environment have in common.
    cookie_name: OnceLock<Arc<str>>,
}

impl Identity {
    /// Starts a client for a [`Region`](crate::Region), or for the URL of an environment, whose path is kept.
    pub fn builder(base: impl Into<String>) -> IdentityBuilder {
        IdentityBuilder {
            base: base.into(),
            vendor_host: None,
            application_id: None,
            client_id: None,
            user_agent: None,
            timeout: TIMEOUT,
            retry: RetryPolicy::DEFAULT,
            clock: None,
            store: None,
            renews_early: true,
            http: None,
        }
    }

    /// The same client for sign-ins on a device that the server knows: a remembered one is not asked for a second factor.
    ///
    /// ```
    /// # use frontegg_identity::{Error, Identifier, Identity, KnownDevice, Login, Secret};
    /// # async fn run(identity: Identity, kept: Option<Secret>, password: Secret) -> Result<(), Error> {
    /// let identity = match &kept {
    ///     Some(text) => identity.on_device(&KnownDevice::from_text(text)?),
    ///     None => identity,
    /// };
    /// let who = Identifier::email("ada@example.com");
    /// if let Login::Complete(signed_in) = identity.sign_in_with_password(&who, &password).await? {
    ///     let device = signed_in.session.device();
    ///     let to_be_kept = device.map(|device| device.to_text());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Wire
    /// The cookie `fe_device_...`, with every sign-in of this client and with the sessions that come of it.
    #[must_use]
    pub fn on_device(&self, device: &KnownDevice) -> Self {
        Self {
            parts: Arc::clone(&self.parts),
            device: Some(device.clone()),
        }
    }

    /// The client without its device, which is for one sign-in, and the device.
    pub(crate) fn take_device(mut self) -> (Self, Option<KnownDevice>) {
        let device = self.device.take();
        (self, device)
    }

    pub(crate) fn transport(&self) -> &Arc<Transport> {
        &self.parts.transport
    }

    pub(crate) fn store(&self) -> &Arc<dyn SessionStore> {
        &self.parts.store
    }

    pub(crate) fn service(&self) -> &raw::Client {
        &self.parts.service
    }

    pub(crate) fn root(&self) -> &raw::Client {
        &self.parts.root
    }

    /// The name of the cookie that carries a refresh token: the client id without its first dash, and only that one.
    pub(crate) fn refresh_cookie(&self) -> Option<Arc<str>> {
        let id = self.parts.client_id.as_deref()?;
        Some(format!("fe_refresh_{}", id.replacen('-', "", 1)).into())
    }

    /// The same as a session saw it first.
    pub(crate) fn cookie_name(&self) -> &OnceLock<Arc<str>> {
        &self.parts.cookie_name
    }

    /// The application to sign in to.
    pub(crate) fn application_id(&self) -> Option<&str> {
        let id = self.parts.transport.headers.get(APPLICATION)?;
        id.to_str().ok()
    }

    /// An answer that is a success in truth: some refusals come with status 200.
    pub(crate) fn answer(
        &self,
        doing: &'static str,
        operation: &'static Operation,
        outcome: Result<Response<Value>, raw::Error>,
    ) -> Result<Response<Value>, Error> {
        let response = outcome.map_err(|error| told(self.transport(), doing, error))?;
        match Said::refusal(&response) {
            Some(said) => Err(Error::refused(doing, operation, &response, said)),
            None => Ok(response),
        }
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Identity")
            .field("base_url", &self.parts.root.base_url())
            .finish_non_exhaustive()
    }
}

/// Puts an [`Identity`] together.
#[must_use = "a builder does nothing until `build`"]
pub struct IdentityBuilder {
    base: String,
    vendor_host: Option<String>,
    application_id: Option<String>,
    client_id: Option<String>,
    user_agent: Option<String>,
    timeout: Duration,
    retry: RetryPolicy,
    clock: Option<Arc<dyn Clock>>,
    store: Option<Arc<dyn SessionStore>>,
    renews_early: bool,
    http: Option<reqwest::Client>,
}

impl IdentityBuilder {
    /// The domain of the environment, as `acme.frontegg.com`. Needed with a [`Region`](crate::Region), whose API answers 401
    /// without it; harmless elsewhere.
    pub fn vendor_host(mut self, host: impl Into<String>) -> Self {
        self.vendor_host = Some(host.into());
        self
    }

    /// The application to sign in to, in an environment that has several.
    pub fn application_id(mut self, id: impl Into<String>) -> Self {
        self.application_id = Some(id.into());
        self
    }

    /// The client id of the environment. With it the cookie of a refresh token has its name even where a session was
    /// restored from nothing but its tokens.
    pub fn client_id(mut self, id: impl Into<String>) -> Self {
        self.client_id = Some(id.into());
        self
    }

    /// What calls itself the sender, as `my-service/1.2`.
    pub fn user_agent(mut self, name: impl Into<String>) -> Self {
        self.user_agent = Some(name.into());
        self
    }

    /// How long one sending may take; 30 seconds by default. It does not hold for an HTTP client of yours.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Which calls are sent again.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// Where the time comes from.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Some(Arc::new(clock));
        self
    }

    /// Whether a session renews its token while it still serves it, past four fifths of its life. By default it does.
    ///
    /// Turn that off in a program that may end at any moment, as a command-line tool does when it has its answer: a renewal
    /// that is cut off by the end of the process has perhaps spent the refresh token. Then a token is renewed only when
    /// somebody waits for the next one.
    pub fn renew_early(mut self, is_wanted: bool) -> Self {
        self.renews_early = is_wanted;
        self
    }

    /// Where sessions are kept that are to be kept; in memory by default.
    pub fn store(mut self, store: impl SessionStore) -> Self {
        self.store = Some(Arc::new(store));
        self
    }

    /// Sends every call through this HTTP client, with its proxy, TLS and time limits.
    ///
    /// Build it with redirects off and without a cookie store: a shared store hands one user's session to the next, and a
    /// redirect that is followed leads a request with its token elsewhere. Through a proxy, with a certificate authority of
    /// your own:
    ///
    /// ```
    /// use std::time::Duration;
    /// use frontegg_identity::Identity;
    /// # use frontegg_identity_raw::reqwest;
    ///
    /// # #[cfg(feature = "rustls")]
    /// # fn run(authority: &[u8]) -> Result<Identity, Box<dyn std::error::Error>> {
    /// let http = reqwest::Client::builder()
    ///     .proxy(reqwest::Proxy::all("http://proxy.example.com:3128")?)
    ///     .tls_certs_merge([reqwest::Certificate::from_pem(authority)?])
    ///     .redirect(reqwest::redirect::Policy::none())
    ///     .connect_timeout(Duration::from_secs(10))
    ///     .timeout(Duration::from_secs(30))
    ///     .build()?; // and no `cookie_store`, which is off unless it is asked for
    /// let identity = Identity::builder("https://acme.frontegg.com").http_client(http).build()?;
    /// # Ok(identity)
    /// # }
    /// ```
    ///
    /// That is `reqwest` 0.13, with a TLS feature of your choice; its `Proxy::all` is for every call, sign-ins and renewals
    /// included.
    #[cfg(feature = "reqwest")]
    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.http = Some(client);
        self
    }

    /// The client.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`]: the base URL is none, or has a query or a password; or a setting cannot be sent in a
    /// header. The message does not repeat the value.
    pub fn build(self) -> Result<Identity, Error> {
        let headers = self.headers()?;
        let wrong = |source: raw::Error| {
            Error::built(
                ErrorKind::Configuration,
                "cannot set up the client",
                None,
                Some(source.into()),
            )
        };
        let http = match self.http {
            Some(http) => http,
            None => reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                .connect_timeout(CONNECT_TIMEOUT)
                .timeout(self.timeout)
                .build()
                .map_err(|error| {
                    let source = Some(error.without_url().into());
                    Error::built(
                        ErrorKind::Configuration,
                        "cannot set up the HTTP client",
                        None,
                        source,
                    )
                })?,
        };
        let transport = Arc::new(Transport {
            clock: self.clock.unwrap_or_else(|| Arc::new(SystemClock::new())),
            retry: self.retry,
            headers,
            limits: Limits::default(),
            renews_early: self.renews_early,
            chance: fastrand::f64,
        });
        let client = |base: &str| {
            raw::Client::builder(base)
                .http_client(http.clone())
                .interceptor(Arc::clone(&transport))
                .build()
                .map_err(wrong)
        };
        let root = client(&self.base)?;
        let service = client(&format!("{}/identity", root.base_url()))?;
        Ok(Identity {
            parts: Arc::new(Parts {
                service,
                root,
                transport,
                client_id: self.client_id,
                store: self.store.unwrap_or_else(|| Arc::new(MemoryStore::new())),
                cookie_name: OnceLock::new(),
            }),
            device: None,
        })
    }

    fn headers(&self) -> Result<HeaderMap, Error> {
        const OURS: &str = concat!("frontegg-identity/", env!("CARGO_PKG_VERSION"));
        let agent = self.user_agent.as_deref().unwrap_or(OURS);
        let settings = [
            (
                USER_AGENT,
                Some(agent),
                "the user agent cannot be sent in a header",
            ),
            (
                HeaderName::from_static("frontegg-vendor-host"),
                self.vendor_host.as_deref(),
                "the vendor host cannot be sent in a header",
            ),
            (
                APPLICATION,
                self.application_id.as_deref(),
                "the application id cannot be sent in a header",
            ),
        ];
        let mut headers = HeaderMap::new();
        for (name, text, complaint) in settings {
            if let Some(text) = text {
                let value = Some(text)
                    .filter(|text| !text.is_empty() && text.is_ascii())
                    .and_then(|text| HeaderValue::from_str(text).ok())
                    .ok_or_else(|| Error::new(ErrorKind::Configuration, complaint))?;
                headers.insert(name, value);
            }
        }
        let is_cookie_name = |id: &str| {
            let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
            !id.is_empty() && id.bytes().all(is_part)
        };
        if !self.client_id.as_deref().is_none_or(is_cookie_name) {
            return Err(Error::new(
                ErrorKind::Configuration,
                "the client id is empty, or has a character that no id has",
            ));
        }
        Ok(headers)
    }
}

impl fmt::Debug for IdentityBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The base URL has not been checked yet, so it may hold a password.
        f.debug_struct("IdentityBuilder")
            .field("vendor_host", &self.vendor_host)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
