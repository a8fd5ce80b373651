//! One call, put together part by part and sent.

use std::fmt::{self, Display};

use reqwest::Url;
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::query::{self, NotFinite, QueryValue, Style};
use crate::response::{Answer, Response, receive};
use crate::{Client, Error, Operation, segment};

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// A call in the making; [`Client::call`] starts one.
///
/// An argument that cannot be sent as it is meant does not interrupt the chain. The first such problem comes out of
/// [`send`](Call::send), and nothing is sent. `Debug` prints no argument.
///
/// Dropping the future of a call that is under way stops the waiting; the server may carry it out all the same.
#[must_use = "a call does nothing until it is sent"]
pub struct Call<'a> {
    client: &'a Client,
    operation: &'a Operation,
    path: String,
    query: String,
    headers: HeaderMap,
    body: Option<Vec<u8>>,
    problem: Option<Error>,
}

impl<'a> Call<'a> {
    pub(crate) fn new(client: &'a Client, operation: &'a Operation) -> Self {
        Self {
            client,
            operation,
            path: operation.path().to_owned(),
            query: String::new(),
            headers: HeaderMap::from_iter([(ACCEPT, JSON)]),
            body: None,
            problem: None,
        }
    }

    /// Fills the path parameter `{name}`. The value stays one segment, whatever characters it has.
    ///
    /// Refused: an empty value, `.` and `..`, which would change the path around them.
    pub fn path(mut self, name: &str, value: impl Display) -> Self {
        let place = format!("{{{name}}}");
        match segment::encode(&value.to_string()) {
            Ok(_) if !self.path.contains(&place) => {
                self.refuse(format!("the path has no open parameter `{name}`"));
            }
            Ok(segment) => self.path = self.path.replace(&place, &segment),
            Err(segment::NotASegment) => {
                self.refuse(format!("path parameter `{name}` is empty, `.` or `..`"));
            }
        }
        self
    }

    /// Adds a header, if there is a value.
    ///
    /// Refused: what a header cannot carry, that is all but visible ASCII, spaces and tabs. The value is marked as
    /// sensitive, so that the `Debug` of a request does not print it.
    pub fn header(mut self, name: &str, value: Option<impl Display>) -> Self {
        let Some(value) = value else {
            return self;
        };
        let header = HeaderName::from_bytes(name.as_bytes()).ok();
        let value = Some(value.to_string()).filter(|text| text.is_ascii());
        let value = value.and_then(|text| HeaderValue::from_str(&text).ok());
        match header.zip(value) {
            Some((name, mut value)) => {
                value.set_sensitive(true);
                self.headers.insert(name, value);
            }
            None => self.refuse(format!(
                "header `{name}` has a character that a header cannot carry"
            )),
        }
        self
    }

    /// Adds a query parameter; a list repeats it, and an absent or empty value adds nothing.
    pub fn query(self, name: &str, value: impl QueryValue) -> Self {
        self.query_in_style(name, &value, Style::Repeated)
    }

    /// Adds a query parameter once, with the values of a list joined by commas.
    pub fn query_joined(self, name: &str, value: impl QueryValue) -> Self {
        self.query_in_style(name, &value, Style::Joined)
    }

    /// Sets the body.
    ///
    /// Refused: a value that JSON cannot hold, such as a number that is not finite.
    pub fn json<B: Serialize + ?Sized>(mut self, body: &B) -> Self {
        match serde_json::to_vec(body) {
            Ok(json) => self.body = Some(json),
            // serde's message stays out: it may quote the value.
            Err(_) => self.refuse("the body has a value that JSON cannot hold".to_owned()),
        }
        self
    }

    /// Sends the call and reads the answer's JSON. Every 2xx is a success.
    ///
    /// # Errors
    /// [`ErrorKind`](crate::ErrorKind) lists what can happen; all kinds but `Configuration` can come from here.
    pub async fn send<T: DeserializeOwned>(self) -> Result<Response<T>, Error> {
        let operation = self.operation;
        Response::read(operation, self.answer().await?)
    }

    /// Sends the call and takes every 2xx for done, whatever its body.
    ///
    /// # Errors
    /// As for [`Call::send`], without `Decode`.
    pub async fn send_unit(self) -> Result<Response<()>, Error> {
        Ok(Response::unit(self.answer().await?))
    }

    async fn answer(self) -> Result<Answer, Error> {
        let (client, operation) = (self.client, self.operation);
        let request = self.into_request()?;
        let response = client.exchange(operation, request).await?;
        receive(operation, response).await
    }

    fn into_request(mut self) -> Result<reqwest::Request, Error> {
        if let Some(problem) = self.problem {
            return Err(problem);
        }
        if let Some((_, rest)) = self.path.split_once('{') {
            let name = rest.split('}').next().unwrap_or(rest);
            let clause = format!("path parameter `{name}` is missing");
            return Err(Error::request(self.operation, clause));
        }
        let mut url = format!("{}{}", self.client.base_url(), self.path);
        if !self.query.is_empty() {
            url.push('?');
            url.push_str(&self.query);
        }
        let url = Url::parse(&url)
            .map_err(|_| Error::request(self.operation, "the path does not make a URL"))?;
        if self.body.is_some() {
            self.headers.insert(CONTENT_TYPE, JSON);
        }
        let mut request = reqwest::Request::new(self.operation.method().clone(), url);
        *request.headers_mut() = self.headers;
        *request.body_mut() = self.body.map(Into::into);
        Ok(request)
    }

    fn query_in_style(mut self, name: &str, value: &impl QueryValue, style: Style) -> Self {
        if let Err(NotFinite) = query::append(&mut self.query, name, value, style) {
            self.refuse(format!("query parameter `{name}` is not a finite number"));
        }
        self
    }

    fn refuse(&mut self, clause: String) {
        if self.problem.is_none() {
            self.problem = Some(Error::request(self.operation, clause));
        }
    }
}

impl fmt::Debug for Call<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("operation", self.operation)
            .field("problem", &self.problem)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
