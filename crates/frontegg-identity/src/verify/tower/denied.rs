//! Why a request is not let through, and the answer that says so.

use std::error::Error as StdError;
use std::fmt;
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Duration;

use http::header::{CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use serde_json::json;

use crate::verify::VerifyError;

/// How long to stay away, if nobody said.
const PAUSE: Duration = Duration::from_secs(5);
/// What a second factor is called among the classes of authentication.
const MULTI_FACTOR: &str = "http://schemas.openid.net/pape/policies/2007/06/multi-factor";

/// Why a request is not let through. There is nothing of the request in it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Denied {
    /// There is no token.
    NoToken,
    /// There is something else than a bearer token.
    OtherScheme,
    /// The headers that tokens come in cannot be read, or there are several tokens.
    Header,
    /// The token is not good, or nobody can say whether it is: see [`VerifyError::is_retryable`].
    Token(VerifyError),
    /// This permission is missing.
    Permission(Arc<str>),
    /// This role is missing.
    Role(Arc<str>),
    /// A second factor is missing, or was shown too long ago.
    StepUp {
        /// How long ago it may have been shown.
        max_age: Option<Duration>,
    },
}

impl Denied {
    /// The status of the answer: 401, 403 or 503.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Token(error) if error.is_retryable() => StatusCode::SERVICE_UNAVAILABLE,
            Self::Permission(_) | Self::Role(_) => StatusCode::FORBIDDEN,
            _ => StatusCode::UNAUTHORIZED,
        }
    }

    /// The answer, with this among its extensions. [The module](super#what-is-answered) has a table of answers.
    #[must_use]
    pub fn into_response<B: From<String>>(self) -> Response<B> {
        let status = self.status();
        let mut problem = json!({
            "type": "about:blank",
            "title": status.canonical_reason(),
            "status": status.as_u16(),
            "detail": self.to_string(),
        });
        if let Some(code) = self.code() {
            problem["error"] = json!(code);
        }
        let mut response = Response::new(B::from(problem.to_string()));
        *response.status_mut() = status;
        self.head(response.headers_mut());
        response.extensions_mut().insert(self);
        response
    }

    fn head(&self, headers: &mut HeaderMap) {
        let problem = HeaderValue::from_static("application/problem+json");
        headers.insert(CONTENT_TYPE, problem);
        match self {
            Self::Token(error) if error.is_retryable() => {
                let pause = error.retry_after().unwrap_or(PAUSE);
                // In whole seconds, and never too early.
                let rest = u64::from(pause.subsec_nanos() > 0);
                let seconds = pause.as_secs().saturating_add(rest);
                headers.insert(RETRY_AFTER, seconds.max(1).into());
            }
            _ => {
                let challenge = HeaderValue::try_from(self.challenge());
                let plain = HeaderValue::from_static(r#"Bearer realm="api""#);
                headers.insert(WWW_AUTHENTICATE, challenge.unwrap_or(plain));
            }
        }
    }

    /// What a client has to show. A request without a token is told no error: it has made none.
    fn challenge(&self) -> String {
        let mut challenge = r#"Bearer realm="api""#.to_owned();
        let mut add = |name: &str, value: &str| {
            // The characters that RFC 6750 allows in a description; of the others none needs to be told.
            let allowed = |char: &char| matches!(char, ' '..='~') && !matches!(char, '"' | '\\');
            let value: String = value.chars().filter(allowed).collect();
            let _ = write!(challenge, r#", {name}="{value}""#);
        };
        if let Some(code) = self.code() {
            add("error", code);
            add("error_description", &self.to_string());
        }
        if let Self::StepUp { max_age } = self {
            add("acr_values", MULTI_FACTOR);
            if let Some(max_age) = max_age {
                add("max_age", &max_age.as_secs().to_string());
            }
        }
        challenge
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::NoToken | Self::OtherScheme => None,
            Self::Header => Some("invalid_request"),
            Self::Token(error) if error.is_retryable() => None,
            Self::Token(_) => Some("invalid_token"),
            Self::Permission(_) | Self::Role(_) => Some("insufficient_scope"),
            Self::StepUp { .. } => Some("insufficient_user_authentication"),
        }
    }
}

impl fmt::Display for Denied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoToken => {
                f.write_str("there is no token; send `Authorization: Bearer` with one")
            }
            Self::OtherScheme => f.write_str("only bearer tokens are taken"),
            Self::Header => f.write_str("the token cannot be read; send one, in one header"),
            Self::Token(error) => error.fmt(f),
            Self::Permission(key) => write!(f, "the permission `{key}` is missing"),
            Self::Role(key) => write!(f, "the role `{key}` is missing"),
            Self::StepUp { .. } => f.write_str("show a second factor again"),
        }
    }
}

impl StdError for Denied {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            // The message is that of the error itself.
            Self::Token(error) => error.source(),
            _ => None,
        }
    }
}

impl From<VerifyError> for Denied {
    fn from(error: VerifyError) -> Self {
        Self::Token(error)
    }
}
