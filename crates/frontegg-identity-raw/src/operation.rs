//! What a call is called: the name, method and path template of an operation.

use std::fmt;
use std::hash::{Hash, Hasher};

use reqwest::Method;

/// One operation of the API, as data: for logs, limits and metrics by route.
///
/// Two operations are equal when their ids are. The path is the template, so it holds no argument of a call.
///
/// ```
/// use frontegg_identity_raw::{Operation, reqwest::Method};
///
/// const LOCK: Operation = Operation::new("lock_user", Method::POST, "/resources/users/v1/{userId}/lock", "Users");
///
/// assert_eq!(LOCK.to_string(), "lock_user (POST /resources/users/v1/{userId}/lock)");
/// ```
#[derive(Clone)]
pub struct Operation {
    id: &'static str,
    method: Method,
    path: &'static str,
    tag: &'static str,
}

impl Operation {
    /// An operation with the given id, method, path template (`/a/{name}/b`) and group.
    #[must_use]
    pub const fn new(
        id: &'static str,
        method: Method,
        path: &'static str,
        tag: &'static str,
    ) -> Self {
        Self {
            id,
            method,
            path,
            tag,
        }
    }

    /// The name of the method that makes the call, such as `verify_mfa_sms`.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The HTTP method.
    #[must_use]
    pub const fn method(&self) -> &Method {
        &self.method
    }

    /// The path below the base URL, with its parameters in braces.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// The group that the API's description files it under.
    #[must_use]
    pub const fn tag(&self) -> &'static str {
        self.tag
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({} {})", self.id, self.method, self.path)
    }
}

impl fmt::Debug for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl PartialEq for Operation {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Operation {}

impl Hash for Operation {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}
