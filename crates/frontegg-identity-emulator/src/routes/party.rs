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
