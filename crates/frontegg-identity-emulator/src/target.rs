//! Which requests a test means, and which one came.

use http::Method;

use crate::description::{Description, Operation};

/// A request, as far as patterns and counters care.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Target<'a> {
    method: &'a Method,
    path: &'a str,
    operation: Option<&'static Operation>,
}

impl<'a> Target<'a> {
    pub(crate) fn of(method: &'a Method, path: &'a str) -> Self {
        let path = without_prefix(path);
        let below = path.strip_prefix("/identity");
        let found = below.and_then(|below| Description::get().find(method, below));
        Self {
            method,
            path,
            operation: found.map(|(operation, _)| operation),
        }
    }

    /// The operation of the description; none for routes that it does not have.
    pub(crate) fn operation(&self) -> Option<&'static Operation> {
        self.operation
    }
}

/// A method and a path that stand for some requests.
///
/// `{...}` in the path stands for any one segment, `*` at its end for the rest, and `*` as method for every method. Where
/// the description knows the request's path, `{...}` means a parameter of it: `/identity/resources/users/v1/{id}` does not
/// take `/identity/resources/users/v1/email`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pattern {
    pub(crate) method: String,
    pub(crate) path: String,
}

impl Pattern {
    /// `/frontegg` before the path, and a missing `/identity` before `/resources`, make no difference.
    pub(crate) fn new(method: &str, path: &str) -> Self {
        let path = without_prefix(path);
        let path = if path.starts_with("/resources/") {
            format!("/identity{path}")
        } else {
            path.to_owned()
        };
        Self {
            method: method.to_ascii_uppercase(),
            path,
        }
    }

    pub(crate) fn takes(&self, target: &Target<'_>) -> bool {
        (self.method == "*" || self.method == target.method.as_str()) && self.takes_path(target)
    }

    fn takes_path(&self, target: &Target<'_>) -> bool {
        let template = target
            .operation
            .map(|operation| operation.template.as_str());
        // The template starts below `/identity`, where the path has one segment more.
        let mut template = template.map(|template| {
            std::iter::once("")
                .chain(std::iter::once("identity"))
                .chain(template.split('/').skip(1))
        });
        let mut path = target.path.split('/');
        let mut own = self.path.split('/').peekable();
        while let Some(part) = own.next() {
            if part == "*" && own.peek().is_none() {
                return true;
            }
            let Some(segment) = path.next() else {
                return false;
            };
            let described = template.as_mut().and_then(Iterator::next);
            let fits = match (is_parameter(part), described) {
                (true, Some(described)) => is_parameter(described),
                (true, None) => true,
                (false, _) => part == segment,
            };
            if !fits {
                return false;
            }
        }
        path.next().is_none()
    }
}

fn is_parameter(segment: &str) -> bool {
    segment.starts_with('{') && segment.ends_with('}')
}

/// The path without a leading `/frontegg` and without a slash at the end.
fn without_prefix(path: &str) -> &str {
    let path = match path.strip_prefix("/frontegg") {
        Some(rest) if rest.starts_with('/') => rest,
        _ => path,
    };
    path.strip_suffix('/').unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn takes(pattern: (&str, &str), method: Method, path: &str) -> bool {
        Pattern::new(pattern.0, pattern.1).takes(&Target::of(&method, path))
    }

    #[test]
    fn a_concrete_path_takes_only_itself_in_every_form() {
        let login = ("post", "/identity/resources/auth/v1/user");
        for path in [
            "/identity/resources/auth/v1/user",
            "/frontegg/identity/resources/auth/v1/user",
            "/identity/resources/auth/v1/user/",
        ] {
            assert!(takes(login, Method::POST, path), "{path}");
            assert!(takes(("*", "/resources/auth/v1/user"), Method::POST, path));
        }
        assert!(!takes(
            login,
            Method::GET,
            "/identity/resources/auth/v1/user"
        ));
        assert!(!takes(login, Method::POST, "/identity/resources/auth/v1"));
        assert!(!takes(
            login,
            Method::POST,
            "/identity/resources/auth/v1/user/x"
        ));
    }

    #[test]
    fn a_parameter_takes_any_value_but_no_literal_of_the_description() {
        let user = ("GET", "/identity/resources/users/v1/{id}");
        assert!(takes(user, Method::GET, "/identity/resources/users/v1/7"));
        assert!(!takes(
            user,
            Method::GET,
            "/identity/resources/users/v1/email"
        ));
        assert!(!takes(user, Method::GET, "/identity/resources/users/v1"));
        let tenant = ("*", "/tenants/resources/tenants/v1/{id}");
        assert!(takes(
            tenant,
            Method::DELETE,
            "/tenants/resources/tenants/v1/7"
        ));
    }

    #[test]
    fn a_star_takes_the_rest() {
        assert!(takes(("*", "/*"), Method::GET, "/oauth/token"));
        assert!(takes(("*", "/oauth/*"), Method::GET, "/oauth/token"));
        assert!(takes(("*", "/oauth/*"), Method::GET, "/oauth/a/b"));
        assert!(!takes(("*", "/oauth/*"), Method::GET, "/auth/vendor"));
    }
}
