//! The relying party that passkeys and security keys belong to.

use http::header::{HOST, ORIGIN};

use super::Call;
use crate::context::{host_name, is_loopback};
use crate::crypto::webauthn::RelyingParty;

/// Whom keys are registered with: the host that the request came to. Answers may come from its pages, from those of the
/// environment's domains, and from any page on the machine itself.
pub(crate) fn relying_party(call: &Call<'_>) -> RelyingParty {
    let settings = call.settings;
    let host = call.request.header(HOST.as_str());
    let host = host.unwrap_or(&settings.domain).to_ascii_lowercase();
    let mut origins = vec![format!("http://{host}"), format!("https://{host}")];
    let domains = std::iter::once(&settings.domain).chain(&settings.custom_domains);
    origins.extend(domains.map(|domain| format!("https://{domain}")));
    origins.extend(
        call.request
            .header(ORIGIN.as_str())
            .filter(|origin| is_loopback(&host_name(origin)))
            .map(str::to_owned),
    );
    RelyingParty {
        id: host_name(&host),
        name: settings.domain.clone(),
        origins,
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
            ("[::1]:4000", "::1"),
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
