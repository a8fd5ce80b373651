//! Requests, replies and refusals as the service sees them: whole, in memory, without a connection.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, HeaderName, HeaderValue, SET_COOKIE};
use http::{HeaderMap, Method, StatusCode};
use serde_json::{Map, Value, json};

/// A request as received.
#[derive(Debug, Clone, Default)]
pub(crate) struct Request {
    pub(crate) method: Method,
    /// The path as sent, without the query.
    pub(crate) path: String,
    /// The query, decoded, in order.
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Request {
    /// A header's text; nothing if it is missing, empty or no text.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let text = self.headers.get(name)?.to_str().ok()?.trim();
        (!text.is_empty()).then_some(text)
    }

    /// The first value of a query parameter.
    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find_map(|(own, value)| (own == name).then_some(value.as_str()))
    }

    /// The values of a list in the query, whether repeated or joined by commas.
    pub(crate) fn query_list(&self, name: &str) -> Vec<&str> {
        let values = self.query.iter().filter(|(own, _)| own == name);
        values
            .flat_map(|(_, value)| value.split(','))
            .map(str::trim)
            .filter(|value| !value.is_empty())
            .collect()
    }

    /// The value of a cookie, from any of the `Cookie` headers.
    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        let headers = self
            .headers
            .get_all(COOKIE)
            .iter()
            .filter_map(|header| header.to_str().ok());
        headers
            .flat_map(|header| header.split(';'))
            .find_map(|pair| {
                let (own, value) = pair.split_once('=')?;
                (own.trim() == name).then_some(value.trim())
            })
    }

    /// The token of `Authorization: Bearer`, else that of `x-access-token`.
    pub(crate) fn token(&self) -> Option<&str> {
        self.bearer().or_else(|| self.header("x-access-token"))
    }

    pub(crate) fn bearer(&self) -> Option<&str> {
        let (scheme, token) = self.header(AUTHORIZATION.as_str())?.split_once(' ')?;
        scheme
            .eq_ignore_ascii_case("bearer")
            .then_some(token.trim())
    }

    /// Whether the body is a form.
    pub(crate) fn is_form(&self) -> bool {
        self.header(CONTENT_TYPE.as_str()).is_some_and(|text| {
            text.to_ascii_lowercase()
                .starts_with("application/x-www-form-urlencoded")
        })
    }
}

/// A reply before it goes to a connection.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Reply {
    /// A reply without a body.
    pub(crate) fn empty(status: StatusCode) -> Self {
        Self {
            status,
            headers: HeaderMap::new(),
            body: Bytes::new(),
        }
    }

    /// A JSON reply.
    pub(crate) fn json(status: StatusCode, body: &Value) -> Self {
        let mut reply = Self::empty(status);
        reply.headers.insert(
            CONTENT_TYPE,
            HeaderValue::from_static("application/json; charset=utf-8"),
        );
        reply.body = Bytes::from(body.to_string());
        reply
    }

    /// 200 with a JSON body.
    pub(crate) fn ok(body: &Value) -> Self {
        Self::json(StatusCode::OK, body)
    }

    /// 201 with a JSON body.
    pub(crate) fn created(body: &Value) -> Self {
        Self::json(StatusCode::CREATED, body)
    }

    /// Adds a header. A value that no header can hold is left out.
    pub(crate) fn with_header(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.append(name, value);
        }
        self
    }

    /// Adds a cookie.
    pub(crate) fn with_cookie(self, cookie: &str) -> Self {
        self.with_header(SET_COOKIE, cookie)
    }
}

/// A request that the service turns down, as data.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Refusal {
    pub(crate) status: StatusCode,
    /// Boxed, since results of every handler are as large as a refusal.
    pub(crate) code: Option<Box<str>>,
    pub(crate) messages: Vec<String>,
    /// More for whoever looks for the cause: the member `context` of the body.
    pub(crate) context: Option<Value>,
}

impl Refusal {
    pub(crate) fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self {
            status,
            code: None,
            messages: vec![message.into()],
            context: None,
        }
    }

    pub(crate) fn code(mut self, code: impl Into<Box<str>>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// 400.
    pub(crate) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }

    /// 401.
    pub(crate) fn unauthorized(message: impl Into<String>) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, message)
    }

    /// 403.
    pub(crate) fn forbidden(message: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, message)
    }

    /// 404.
    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, message)
    }

    /// 404 `ER-00004`: no such route, or none that this kind of token may see.
    pub(crate) fn no_route() -> Self {
        Self::not_found("Not Found").code("ER-00004")
    }

    /// 400 `ER-00006`.
    pub(crate) fn bad_json() -> Self {
        Self::bad_request("Invalid input json").code("ER-00006")
    }

    /// `{"errors":[...],"errorCode":"ER-..."}`.
    pub(crate) fn into_reply(self) -> Reply {
        let mut body = Map::new();
        body.insert("errors".to_owned(), json!(self.messages));
        if let Some(code) = self.code {
            body.insert("errorCode".to_owned(), Value::String(code.into()));
        }
        if let Some(context) = self.context {
            body.insert("context".to_owned(), context);
        }
        Reply::json(self.status, &Value::Object(body))
    }
}

/// A point in time as entities carry it: RFC 3339 with milliseconds and `Z`.
pub(crate) fn timestamp(time: DateTime<Utc>) -> String {
    time.format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}

/// A point in time as HTTP headers carry it: `Fri, 05 Feb 2027 10:23:04 GMT`.
pub(crate) fn http_date(time: DateTime<Utc>) -> String {
    time.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_in_any_header_and_by_its_whole_name() {
        let mut request = Request::default();
        request.headers.append(
            COOKIE,
            HeaderValue::from_static("a=1; fe_refresh_x=one=two"),
        );
        request
            .headers
            .append(COOKIE, HeaderValue::from_static(" b = 2"));
        assert_eq!(request.cookie("fe_refresh_x"), Some("one=two"));
        assert_eq!(request.cookie("b"), Some("2"));
        assert_eq!(request.cookie("fe_refresh"), None);
    }

    #[test]
    fn a_refusal_shows_only_what_it_has() {
        let reply = Refusal::forbidden("Tenant ID is not specified").into_reply();
        assert_eq!(reply.status, StatusCode::FORBIDDEN);
        assert_eq!(
            &reply.body[..],
            br#"{"errors":["Tenant ID is not specified"]}"#
        );
        let reply = Refusal::bad_json().into_reply();
        assert_eq!(
            serde_json::from_slice::<Value>(&reply.body).unwrap(),
            json!({ "errors": ["Invalid input json"], "errorCode": "ER-00006" })
        );
    }

    #[test]
    fn dates_have_the_forms_of_the_wire() {
        let time = DateTime::from_timestamp(1_801_736_584, 7_000_000).unwrap();
        assert_eq!(timestamp(time), "2027-02-04T10:23:04.007Z");
        assert_eq!(http_date(time), "Thu, 04 Feb 2027 10:23:04 GMT");
    }
}
