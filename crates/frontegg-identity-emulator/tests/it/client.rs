//! What clients share that know URLs and JSON.

use frontegg_identity_emulator::Emulator;
use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};

/// Sends a request: the status of the answer, and its body or null.
pub(crate) async fn answer(request: RequestBuilder) -> (u16, Value) {
    let reply = request.send().await.unwrap();
    let status = reply.status().as_u16();
    let bytes = reply.bytes().await.unwrap();
    (status, serde_json::from_slice(&bytes).unwrap_or_default())
}

/// The body of an answer that has to be a success.
pub(crate) async fn good(request: RequestBuilder) -> Value {
    let (status, body) = answer(request).await;
    assert!((200..300).contains(&status), "{status}: {body}");
    body
}

/// A token of the environment.
pub(crate) async fn environment_token(emulator: &Emulator) -> String {
    let url = format!("{}/auth/vendor", emulator.base_url());
    let credentials = json!({ "clientId": emulator.client_id(), "secret": emulator.secret() });
    text(
        &good(Client::new().post(url).json(&credentials)).await,
        "token",
    )
}

/// A member that has to be a string.
pub(crate) fn text(body: &Value, name: &str) -> String {
    let text = body[name].as_str();
    text.unwrap_or_else(|| panic!("no string {name} in {body}"))
        .to_owned()
}
