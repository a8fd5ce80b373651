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
