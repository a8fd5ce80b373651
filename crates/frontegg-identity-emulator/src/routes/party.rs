//! Whom an authenticator answers.

use http::header::{HOST, ORIGIN};

use super::Call;
use crate::crypto::webauthn::RelyingParty;

/// The relying party of a request: the domain that its client sees, and the pages that may answer for it.
pub(crate) fn relying_party(call: &Call<'_>) -> RelyingParty {
    let settings = call.settings;
    let host = call.request.header(HOST.as_str());
    let host = host.unwrap_or(&settings.domain).to_ascii_lowercase();
    let mut origins = vec![format!("http://{host}"), format!("https://{host}")];
    let domains = std::iter::once(&settings.domain).chain(&settings.custom_domains);
    origins.extend(domains.map(|domain| format!("https://{domain}")));
    // A page under test is served from another port of this machine.
    if let Some(origin) = call.request.header(ORIGIN.as_str())
        && let Some((_, host)) = origin.split_once("://")
        && matches!(name_of(host), "localhost" | "127.0.0.1" | "[::1]")
    {
        origins.push(origin.to_owned());
    }
    RelyingParty {
        id: name_of(&host).to_owned(),
        name: settings.domain.clone(),
        origins,
    }
}

/// A host without its port.
fn name_of(host: &str) -> &str {
    match host.find(']') {
        Some(end) => host.get(..=end).unwrap_or(host),
        None => host.split(':').next().unwrap_or(host),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Context;
    use crate::description::Params;
    use crate::testing::Emulated;
    use serde_json::Value;

    fn party(headers: &[(&str, &str)]) -> RelyingParty {
        let emulated = Emulated::with(|settings| {
            settings.custom_domains = vec!["login.example.com".to_owned()];
        });
        let mut request = crate::http::Request::default();
        for (name, value) in headers {
            let name: http::HeaderName = name.parse().unwrap();
            request.headers.insert(name, value.parse().unwrap());
        }
        let service = &emulated.service;
        let settings = service.settings();
        relying_party(&Call {
            service,
            settings: &settings,
            request: &request,
            context: &Context::read(service, &settings, &request),
            params: &Params::default(),
            body: &Value::Null,
            now: service.clock.now(),
        })
    }

    #[test]
    fn the_party_is_the_host_that_was_asked() {
        for (host, id) in [
            ("127.0.0.1:4000", "127.0.0.1"),
            ("LOCALHOST", "localhost"),
            ("[::1]:4000", "[::1]"),
        ] {
            let party = party(&[("host", host)]);
            assert_eq!(party.id, id);
            let host = host.to_lowercase();
            assert!(party.origins.contains(&format!("http://{host}")));
            assert!(party.origins.contains(&format!("https://{host}")));
        }
        let party = party(&[]);
        assert_eq!(party.id, "app-emulator.frontegg.com");
        for origin in [
            "https://app-emulator.frontegg.com",
            "https://login.example.com",
        ] {
            assert!(party.origins.iter().any(|own| own == origin));
        }
    }

    #[test]
    fn pages_of_this_machine_may_answer_and_others_may_not() {
        let is_let = |origin: &str| {
            let party = party(&[("host", "localhost:4000"), ("origin", origin)]);
            party.origins.iter().any(|own| own == origin)
        };
        assert!(is_let("http://localhost:3000") && is_let("http://[::1]:3000"));
        assert!(!is_let("https://phishing.example") && !is_let("https://localhost.example"));
    }
}
