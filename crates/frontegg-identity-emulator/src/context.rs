//! Who calls, and for which environment, application and tenant.

use http::header::HOST;
use serde_json::Value;

use crate::http::{Refusal, Request};
use crate::service::Service;
use crate::settings::{HostForm, Settings};

/// What is known about a request before anybody looks at its content.
#[derive(Debug)]
pub(crate) struct Context {
    pub(crate) caller: Caller,
    /// Whether the request says which environment it is for: by its host, by `frontegg-vendor-host` or by its token.
    knows_environment: bool,
    /// Whether a token came along that is none of ours, or no longer.
    has_bad_token: bool,
}

/// Who calls, by their token.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Caller {
    Nobody,
    /// The environment itself, with the token of `/auth/vendor`.
    Environment,
    User(UserToken),
    Machine(MachineToken),
}

/// A signed-in user.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct UserToken {
    pub(crate) user_id: String,
    pub(crate) tenant_id: String,
    pub(crate) session_id: Option<String>,
    pub(crate) claims: Value,
}

/// An API token or an access token, of a tenant or of a user.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct MachineToken {
    pub(crate) tenant_id: String,
    pub(crate) user_id: Option<String>,
    pub(crate) claims: Value,
}

impl Context {
    /// Reads host and token of a request.
    pub(crate) fn read(service: &Service, settings: &Settings, request: &Request) -> Self {
        let claims = request
            .token()
            .map(|token| service.keys.verify(token, service.clock.now()).ok());
        let caller = match &claims {
            Some(Some(claims)) => caller_of(claims),
            Some(None) | None => Caller::Nobody,
        };
        let host = match host_form(settings, request.header(HOST.as_str())) {
            HostForm::Environment => true,
            HostForm::Regional => names_environment(settings, request),
        };
        Self {
            knows_environment: host || caller == Caller::Environment,
            has_bad_token: claims.is_some() && caller == Caller::Nobody,
            caller,
        }
    }

    /// Lets the request through to an operation, or not.
    ///
    /// `needed` are the context headers that the operation insists on; a user's token says both tenant and user itself.
    pub(crate) fn admit(
        &self,
        request: &Request,
        public: bool,
        needed: impl Fn(&str) -> bool,
    ) -> Result<(), Refusal> {
        if !self.knows_environment {
            return Err(no_caller());
        }
        if public {
            return Ok(());
        }
        if self.has_bad_token || self.caller == Caller::Nobody {
            return Err(no_caller());
        }
        let missing = |name| needed(name) && request.header(name).is_none();
        if self.tenant_id().is_none() && missing("frontegg-tenant-id") {
            return Err(no_tenant());
        }
        if self.user_id().is_none() && missing("frontegg-user-id") {
            return Err(no_user());
        }
        Ok(())
    }

    /// The tenant that the token is for.
    pub(crate) fn tenant_id(&self) -> Option<&str> {
        match &self.caller {
            Caller::User(token) => Some(&token.tenant_id),
            Caller::Machine(token) => Some(&token.tenant_id),
            Caller::Environment | Caller::Nobody => None,
        }
    }

    /// The user that the token is for.
    pub(crate) fn user_id(&self) -> Option<&str> {
        match &self.caller {
            Caller::User(token) => Some(&token.user_id),
            Caller::Machine(token) => token.user_id.as_deref(),
            Caller::Environment | Caller::Nobody => None,
        }
    }
}

/// 401: no token, or none that helps.
pub(crate) fn no_caller() -> Refusal {
    Refusal::unauthorized("Unauthorized")
}

/// 403: a tenant's route, and nobody says which tenant.
pub(crate) fn no_tenant() -> Refusal {
    Refusal::forbidden("Tenant ID is not specified")
}

/// 403: a user's route, and nobody says which user.
pub(crate) fn no_user() -> Refusal {
    Refusal::forbidden("User ID is not specified")
}

fn caller_of(claims: &Value) -> Caller {
    let text = |name: &str| claims[name].as_str().map(str::to_owned);
    match claims["type"].as_str() {
        Some("vendor") => Caller::Environment,
        Some("userToken") => match (text("sub"), text("tenantId")) {
            (Some(user_id), Some(tenant_id)) => Caller::User(UserToken {
                user_id,
                tenant_id,
                session_id: text("sid"),
                claims: claims.clone(),
            }),
            _ => Caller::Nobody,
        },
        Some("userApiToken" | "tenantApiToken" | "userAccessToken" | "tenantAccessToken") => {
            match text("tenantId") {
                Some(tenant_id) => Caller::Machine(MachineToken {
                    tenant_id,
                    user_id: text("userId"),
                    claims: claims.clone(),
                }),
                None => Caller::Nobody,
            }
        }
        _ => Caller::Nobody,
    }
}

/// The `Host` of a request, port and all, if it stands for this machine.
pub(crate) fn local_host(request: &Request) -> Option<&str> {
    let host = request.header(HOST.as_str())?;
    is_loopback(&host_name(host)).then_some(host)
}

fn host_form(settings: &Settings, host: Option<&str>) -> HostForm {
    let host = host.map(host_name);
    match host.as_deref() {
        None => settings.loopback,
        Some(name) if is_loopback(name) => settings.loopback,
        Some(name) if is_regional(name) => HostForm::Regional,
        Some(_) => HostForm::Environment,
    }
}

/// Whether `frontegg-vendor-host` names this environment, as a bare host or as an origin.
fn names_environment(settings: &Settings, request: &Request) -> bool {
    let Some(host) = request.header("frontegg-vendor-host").map(host_name) else {
        return false;
    };
    let own = std::iter::once(&settings.domain).chain(&settings.custom_domains);
    is_loopback(&host)
        || own
            .into_iter()
            .any(|domain| domain.eq_ignore_ascii_case(&host))
}

/// The name in a host or an origin: no scheme, no port, no path, lower case.
pub(crate) fn host_name(text: &str) -> String {
    let text = text.split_once("://").map_or(text, |(_, rest)| rest);
    let text = text.split('/').next().unwrap_or_default();
    let name = match text.strip_prefix('[') {
        Some(address) => address.split(']').next(),
        None => text.split(':').next(),
    };
    name.unwrap_or_default().to_ascii_lowercase()
}

pub(crate) fn is_loopback(name: &str) -> bool {
    name == "localhost"
        || name
            .parse::<std::net::IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

fn is_regional(name: &str) -> bool {
    let region = name
        .strip_prefix("api.")
        .and_then(|rest| rest.strip_suffix("frontegg.com"));
    region.is_some_and(|region| {
        region.is_empty()
            || region
                .trim_end_matches('.')
                .chars()
                .all(|c| c.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_told_apart() {
        let settings = Settings::default();
        let form = |host| host_form(&settings, Some(host));
        for host in [
            "api.frontegg.com",
            "api.us.frontegg.com",
            "API.CA.frontegg.com:443",
        ] {
            assert_eq!(form(host), HostForm::Regional, "{host}");
        }
        for host in [
            "app-emulator.frontegg.com",
            "sub.us.frontegg.com",
            "login.example.com",
            "127.0.0.1:80",
            "[::1]:80",
        ] {
            assert_eq!(form(host), HostForm::Environment, "{host}");
        }
        let regional = Settings {
            loopback: HostForm::Regional,
            ..Settings::default()
        };
        for host in [
            None,
            Some("localhost:8080"),
            Some("127.0.0.2"),
            Some("[::1]"),
        ] {
            assert_eq!(host_form(&regional, host), HostForm::Regional, "{host:?}");
        }
    }

    #[test]
    fn a_vendor_host_may_be_an_origin() {
        assert_eq!(
            host_name("https://Acme.frontegg.com:443/x"),
            "acme.frontegg.com"
        );
        assert_eq!(host_name("acme.frontegg.com"), "acme.frontegg.com");
        assert_eq!(host_name(""), "");
    }
}
