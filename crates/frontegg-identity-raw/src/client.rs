//! The client: where to send, through which HTTP client, past which interceptor.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use reqwest::Url;

use crate::interceptor::exchange;
use crate::{Call, Error, Interceptor, Operation};

/// Makes the calls of one Frontegg environment. Clones are cheap and share connections.
///
/// ```
/// # fn main() -> Result<(), frontegg_identity_raw::Error> {
/// use frontegg_identity_raw::Client;
///
/// let client = Client::new("https://api.frontegg.com/identity/")?;
/// assert_eq!(client.base_url(), "https://api.frontegg.com/identity");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client(Arc<Parts>);

#[derive(Clone)]
struct Parts {
    base_url: String,
    http: reqwest::Client,
    interceptor: Option<Arc<dyn Interceptor>>,
    /// For one sending, in place of the HTTP client's own limit.
    timeout: Option<Duration>,
}

impl Client {
    /// How long the client's own HTTP client waits for a connection.
    pub const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

    /// How long the client's own HTTP client gives one sending, from the first byte out to the last byte in.
    ///
    /// An interceptor changes it for a call through [`reqwest::Request::timeout_mut`].
    pub const TIMEOUT: Duration = Duration::from_secs(30);

    /// A client for a base URL, with an HTTP client of its own. See [`Client::builder`].
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration), as for [`ClientBuilder::build`].
    pub fn new(base_url: &str) -> Result<Self, Error> {
        Self::builder(base_url).build()
    }

    /// Starts a client for a base URL, to which the paths of operations are appended.
    ///
    /// The URL's own path is kept: below `https://h/fe/` the path `/resources/x` is `https://h/fe/resources/x`.
    pub fn builder(base_url: &str) -> ClientBuilder {
        ClientBuilder {
            base_url: base_url.to_owned(),
            http: None,
            interceptor: None,
        }
    }

    /// The same client with another interceptor in place of the present one.
    #[must_use]
    pub fn with_interceptor(&self, interceptor: impl Interceptor + 'static) -> Self {
        let mut parts = Parts::clone(&self.0);
        parts.interceptor = Some(Arc::new(interceptor));
        Self(Arc::new(parts))
    }

    /// The same client, whose calls have this long for one sending, whatever limit the HTTP client has.
    ///
    /// ```no_run
    /// # #[cfg(feature = "general")]
    /// # async fn run(client: frontegg_identity_raw::Client) -> Result<(), frontegg_identity_raw::Error> {
    /// use std::time::Duration;
    ///
    /// client.with_timeout(Duration::from_secs(2)).logout(None).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn with_timeout(&self, timeout: Duration) -> Self {
        let mut parts = Parts::clone(&self.0);
        parts.timeout = Some(timeout);
        Self(Arc::new(parts))
    }

    /// The base URL, without a slash at its end.
    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.0.base_url
    }

    /// Starts a call of an operation by hand, such as one that this crate does not know.
    pub fn call<'a>(&'a self, operation: &'a Operation) -> Call<'a> {
        Call::new(self, operation)
    }

    pub(crate) async fn exchange(
        &self,
        operation: &Operation,
        mut request: reqwest::Request,
    ) -> Result<reqwest::Response, Error> {
        if let Some(timeout) = self.0.timeout {
            *request.timeout_mut() = Some(timeout);
        }
        let interceptor = self.0.interceptor.as_deref();
        exchange(&self.0.http, interceptor, operation, request).await
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.0.base_url)
            .field("has_interceptor", &self.0.interceptor.is_some())
            .finish_non_exhaustive()
    }
}

/// Puts a [`Client`] together.
#[must_use = "a builder does nothing until `build`"]
pub struct ClientBuilder {
    base_url: String,
    http: Option<reqwest::Client>,
    interceptor: Option<Arc<dyn Interceptor>>,
}

impl ClientBuilder {
    /// Sends every call through this HTTP client, with its TLS, proxies and time limits.
    ///
    /// Build it with redirects off: an answer that redirects is data here, and following it would send a login's
    /// credentials somewhere else. Build it without a cookie store: Frontegg sets session cookies, and a shared jar
    /// hands one user's session to the next.
    pub fn http_client(mut self, http: reqwest::Client) -> Self {
        self.http = Some(http);
        self
    }

    /// Puts an interceptor before every call. An `Arc` of one is an interceptor too.
    pub fn interceptor(mut self, interceptor: impl Interceptor + 'static) -> Self {
        self.interceptor = Some(Arc::new(interceptor));
        self
    }

    /// The client.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration): the base URL is none, is not http or https, or has
    /// a query, fragment, user name or password; the HTTP client cannot be set up; or the base URL is https, this crate
    /// was built without its feature `rustls`, and no HTTP client was given.
    pub fn build(self) -> Result<Client, Error> {
        let base_url = base_url(&self.base_url)?;
        let http = match self.http {
            Some(http) => http,
            None if base_url.starts_with("https:") && !cfg!(feature = "rustls") => {
                return Err(Error::configuration(
                    "https needs the feature `rustls` of frontegg-identity-raw or an HTTP client of yours",
                ));
            }
            None => default_http_client()?,
        };
        Ok(Client(Arc::new(Parts {
            base_url,
            http,
            interceptor: self.interceptor,
            timeout: None,
        })))
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The base URL has not been checked yet, so it may hold a password.
        f.debug_struct("ClientBuilder")
            .field("has_http_client", &self.http.is_some())
            .field("has_interceptor", &self.interceptor.is_some())
            .finish_non_exhaustive()
    }
}

fn base_url(text: &str) -> Result<String, Error> {
    let mut url = Url::parse(text).map_err(|error| {
        Error::configuration("the base URL is not a URL").because(Box::new(error))
    })?;
    let refusal = if !matches!(url.scheme(), "http" | "https") {
        Some("the base URL is neither http nor https")
    } else if !url.username().is_empty() || url.password().is_some() {
        Some("the base URL has a user name or password in it")
    } else if url.query().is_some() {
        Some("the base URL has a query")
    } else if url.fragment().is_some() {
        Some("the base URL has a fragment")
    } else {
        None
    };
    if let Some(clause) = refusal {
        return Err(Error::configuration(clause));
    }
    let segments: Vec<_> = url
        .path()
        .split('/')
        .filter(|segment| !segment.is_empty())
        .collect();
    let path = segments.join("/");
    url.set_path(&path);
    Ok(url.as_str().trim_end_matches('/').to_owned())
}

fn default_http_client() -> Result<reqwest::Client, Error> {
    reqwest::Client::builder()
        .user_agent(concat!("frontegg-identity-raw/", env!("CARGO_PKG_VERSION")))
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(Client::CONNECT_TIMEOUT)
        .timeout(Client::TIMEOUT)
        .build()
        .map_err(|error| {
            Error::configuration("the HTTP client could not be set up")
                .because(Box::new(error.without_url()))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;

    #[test]
    fn the_path_of_the_base_url_is_kept_without_stray_slashes() {
        for (given, kept) in [
            ("https://h", "https://h"),
            ("https://h/", "https://h"),
            ("https://h//", "https://h"),
            ("https://h/fe", "https://h/fe"),
            ("https://h/fe/", "https://h/fe"),
            ("https://h//fe//id///", "https://h/fe/id"),
            ("http://127.0.0.1:8080/fe/", "http://127.0.0.1:8080/fe"),
            ("https://H:443/a%20b/../c/", "https://h/c"),
        ] {
            assert_eq!(base_url(given).unwrap(), kept);
        }
    }

    #[test]
    fn other_base_urls_are_refused_without_being_printed() {
        for given in [
            "https://h/fe?S3NTINEL",
            "https://h/fe#S3NTINEL",
            "https://user:S3NTINEL@h/",
            "https://S3NTINEL@h/",
            "ftp://S3NTINEL/",
            "S3NTINEL",
            "https://h/?",
            "https://",
            "",
        ] {
            let builder = Client::builder(given);
            assert!(!format!("{builder:?}").contains("S3NTINEL"));
            let error = builder.build().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Configuration);
            let shown = format!(
                "{error} {error:?} {error:#?} {:?}",
                std::error::Error::source(&error)
            );
            assert!(!shown.contains("S3NTINEL"), "{shown}");
        }
    }

    #[test]
    fn clients_can_be_shared_between_threads() {
        fn shared<T: Send + Sync + Clone>() {}
        shared::<Client>();
    }
}
