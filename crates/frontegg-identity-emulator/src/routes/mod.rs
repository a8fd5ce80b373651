//! What the service does, by subject. Each file names its operations in `ROUTES`; a folder holds what belongs to the file of
//! the same name.

mod activation;
mod applications;
mod approval_flows;
mod claims;
mod configuration;
mod cookies;
mod documents;
mod environment;
mod finish;
mod groups;
mod identifiers;
mod impersonation;
mod invitations;
mod login;
mod mail;
mod me;
mod mfa;
mod migrations;
mod oauth;
mod passwords;
mod permissions;
mod policies;
mod recovery;
mod refresh;
mod relying_party;
mod roles;
mod sessions;
mod sign_up;
mod sub_accounts;
mod tenant_invites;
mod tenants;
mod tokens;
mod user_sources;
mod users;
mod view;

use std::collections::HashMap;
use std::sync::OnceLock;

use chrono::{DateTime, Utc};
use http::Method;
use parking_lot::MutexGuard;
use serde_json::Value;

use crate::context::{Caller, Context, UserToken, no_caller, no_tenant, no_user};
use crate::description::Params;
use crate::http::{Refusal, Reply, Request};
use crate::service::Service;
use crate::settings::Settings;
use crate::state::State;

/// Answers the requests of one operation.
pub(crate) type Handler = fn(&Call<'_>) -> Result<Reply, Refusal>;

/// Operation ids of the description with their handlers.
type Routes = &'static [(&'static str, Handler)];

const DESCRIBED: &[Routes] = &[
    activation::ROUTES,
    applications::ROUTES,
    approval_flows::ROUTES,
    configuration::ROUTES,
    configuration::senders::ROUTES,
    configuration::strategies::ROUTES,
    configuration::templates::ROUTES,
    groups::ROUTES,
    identifiers::emails::ROUTES,
    identifiers::phones::ROUTES,
    identifiers::usernames::ROUTES,
    impersonation::ROUTES,
    invitations::ROUTES,
    login::ROUTES,
    login::passkeys::ROUTES,
    login::passwordless::ROUTES,
    login::social::ROUTES,
    login::sso::ROUTES,
    me::ROUTES,
    mfa::disable::ROUTES,
    mfa::enrol::ROUTES,
    mfa::own::ROUTES,
    mfa::step_up::ROUTES,
    mfa::verify::ROUTES,
    migrations::ROUTES,
    passwords::ROUTES,
    permissions::ROUTES,
    permissions::categories::ROUTES,
    policies::ROUTES,
    policies::addresses::ROUTES,
    policies::captcha::ROUTES,
    policies::domains::ROUTES,
    policies::mfa::ROUTES,
    policies::passwords::ROUTES,
    policies::sessions::ROUTES,
    recovery::ROUTES,
    refresh::ROUTES,
    roles::ROUTES,
    sessions::ROUTES,
    sign_up::ROUTES,
    sub_accounts::ROUTES,
    tenant_invites::ROUTES,
    tokens::access_tokens::ROUTES,
    tokens::api_tokens::ROUTES,
    tokens::exchange::ROUTES,
    tokens::jwt_templates::ROUTES,
    user_sources::ROUTES,
    users::ROUTES,
];

const EXTRAS: &[&[Extra]] = &[
    environment::EXTRAS,
    login::sso::EXTRAS,
    oauth::EXTRAS,
    oauth::authorize::EXTRAS,
    tenants::EXTRAS,
];

/// A route outside the description: of another service, or of none.
#[derive(Debug)]
pub(crate) struct Extra {
    pub(crate) method: Method,
    /// The path with its parameters in braces.
    pub(crate) template: &'static str,
    /// Whether it is open to callers without a token.
    pub(crate) public: bool,
    pub(crate) handler: Handler,
}

/// The handler of an operation of the description, if the service knows more about it than its schema.
pub(crate) fn handler(operation_id: &str) -> Option<Handler> {
    static HANDLERS: OnceLock<HashMap<&'static str, Handler>> = OnceLock::new();
    let handlers = HANDLERS.get_or_init(|| DESCRIBED.iter().copied().flatten().copied().collect());
    handlers.get(operation_id).copied()
}

/// The route outside the description for a method and a path. One slash at the end makes no difference.
pub(crate) fn extra(method: &Method, path: &str) -> Option<(&'static Extra, Params)> {
    let path = path.strip_suffix('/').unwrap_or(path);
    let fitting = EXTRAS
        .iter()
        .copied()
        .flatten()
        .filter(|extra| extra.method == *method);
    fitting
        .into_iter()
        .find_map(|extra| Some((extra, params_of(extra.template, path)?)))
}

fn params_of(template: &str, path: &str) -> Option<Params> {
    let (mut parts, mut segments) = (template.split('/'), path.split('/'));
    let mut params = Vec::new();
    loop {
        match (parts.next(), segments.next()) {
            (None, None) => return Some(Params::decoded(params)),
            (Some(part), Some(segment)) => match part
                .strip_prefix('{')
                .and_then(|part| part.strip_suffix('}'))
            {
                Some(name) if !segment.is_empty() => params.push((name, segment)),
                None if part == segment => {}
                _ => return None,
            },
            _ => return None,
        }
    }
}

/// A request that has been let through, with all that a handler needs to answer it.
#[derive(Clone, Copy)]
pub(crate) struct Call<'a> {
    pub(crate) service: &'a Service,
    pub(crate) settings: &'a Settings,
    pub(crate) request: &'a Request,
    pub(crate) context: &'a Context,
    /// Path parameters, decoded.
    pub(crate) params: &'a Params,
    /// The body; null if there is none.
    pub(crate) body: &'a Value,
    pub(crate) now: DateTime<Utc>,
}

impl<'a> Call<'a> {
    /// The state, locked. Let go of it before a token is signed.
    pub(crate) fn state(&self) -> MutexGuard<'a, State> {
        self.service.state.lock()
    }

    /// A path parameter of the operation.
    pub(crate) fn param(&self, name: &str) -> &'a str {
        self.params.get(name).unwrap_or_default()
    }

    /// A member of the body that is a string, and not an empty one.
    pub(crate) fn text(&self, name: &str) -> Option<&'a str> {
        self.body
            .get(name)?
            .as_str()
            .filter(|text| !text.is_empty())
    }

    /// A member of the body that is a boolean.
    pub(crate) fn flag(&self, name: &str) -> Option<bool> {
        self.body.get(name)?.as_bool()
    }

    /// The strings of a member of the body that is a list; nothing if there is no such member.
    pub(crate) fn list(&self, name: &str) -> Option<Vec<&'a str>> {
        Some(
            self.body
                .get(name)?
                .as_array()?
                .iter()
                .filter_map(Value::as_str)
                .collect(),
        )
    }

    /// Whether the caller is the environment.
    pub(crate) fn is_environment(&self) -> bool {
        self.context.caller == Caller::Environment
    }

    /// For routes that only an environment token sees: to others they are not there.
    pub(crate) fn needs_environment(&self) -> Result<(), Refusal> {
        if self.is_environment() {
            Ok(())
        } else {
            Err(Refusal::no_route())
        }
    }

    /// The signed-in user's token. Other callers are refused.
    pub(crate) fn user_token(&self) -> Result<&'a UserToken, Refusal> {
        match &self.context.caller {
            Caller::User(token) => Ok(token),
            _ => Err(no_caller()),
        }
    }

    /// The tenant that the call is about: that of the token, else that of `frontegg-tenant-id`.
    pub(crate) fn tenant_id(&self) -> Result<&'a str, Refusal> {
        self.tenant_if_any().ok_or_else(no_tenant)
    }

    /// As [`Self::tenant_id`], for routes that work across tenants as well.
    pub(crate) fn tenant_if_any(&self) -> Option<&'a str> {
        self.context
            .tenant_id()
            .or_else(|| self.request.header("frontegg-tenant-id"))
    }

    /// The user that the call acts for: that of the token, else that of `frontegg-user-id`.
    pub(crate) fn user_id(&self) -> Result<&'a str, Refusal> {
        self.context
            .user_id()
            .or_else(|| self.request.header("frontegg-user-id"))
            .ok_or_else(no_user)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::description::Description;

    #[test]
    fn every_handler_has_an_operation_and_one_only() {
        let ids: Vec<&str> = DESCRIBED
            .iter()
            .copied()
            .flatten()
            .map(|(id, _)| *id)
            .collect();
        for id in &ids {
            assert!(
                Description::get()
                    .operations()
                    .any(|operation| operation.id == *id),
                "{id} is no operation"
            );
            assert_eq!(
                ids.iter().filter(|other| *other == id).count(),
                1,
                "{id} has two handlers"
            );
        }
    }

    #[test]
    fn templates_outside_the_description_fit_whole_paths() {
        let fits = |template, path| params_of(template, path).is_some();
        assert!(fits("/a/{id}/b", "/a/1/b"));
        assert!(!fits("/a/{id}/b", "/a//b"));
        assert!(!fits("/a/{id}", "/a/1/b"));
        assert!(!fits("/a/{id}", "/a"));
        assert_eq!(
            params_of("/a/{id}", "/a/x%20y")
                .and_then(|params| params.get("id").map(str::to_owned))
                .as_deref(),
            Some("x y")
        );
    }
}
