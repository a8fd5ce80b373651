//! Tokens that come to a service.

mod access_tokens;
mod broken;
mod claims;
mod dates;
mod forge;
mod forged;
mod keys;
mod kinds;
mod outages;
mod parties;
mod public;
mod remembered;
mod wire;

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use frontegg_identity::verify::{TokenVerifier, VerifiedToken, VerifyError};
use frontegg_identity_emulator::{CannedReply, Fault, NewApiToken};
use serde_json::{Value, json};

use self::forge::Forge;
use crate::world::World;

const JWKS: &str = "/.well-known/jwks.json";
const CLIENT: &str = "5d1a3c1e-73a1-4c52-9f0e-1f6a4a1f0c11";
const SECRET: &str = "53175e17-0000-4000-8000-000000000001";

impl World {
    fn verifier(&self) -> TokenVerifier {
        self.identity.token_verifier().build().unwrap()
    }

    /// How often the keys were fetched.
    fn fetches(&self) -> usize {
        self.count("GET", JWKS)
    }

    fn now(&self) -> i64 {
        self.emulator.clock().now().timestamp()
    }

    /// Publishes these keys in place of the emulator's.
    fn publish(&self, keys: &[Value]) {
        self.publish_text(json!({ "keys": keys }).to_string(), &[]);
    }

    fn publish_text(&self, body: String, headers: &[(&str, &str)]) {
        let headers = headers.iter();
        let headers = headers.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let reply = CannedReply {
            status: 200,
            headers: headers.collect(),
            body,
        };
        self.emulator.faults().clear();
        let faults = self.emulator.faults().on("GET", JWKS);
        faults.always(Fault::Reply(reply));
    }

    /// What a user's token says that has nothing wrong with it.
    fn claims(&self) -> Value {
        json!({
            "type": "userToken", "sub": "u-1", "tenantId": "t-1", "tenantIds": ["t-1"],
            "roles": ["Admin"], "permissions": ["fe.users.*"],
            "iss": "https://acme.example.com", "aud": "env-1",
            "iat": self.now(), "exp": self.now() + 3600,
        })
    }

    /// A token of a key that is not the emulator's.
    fn token(&self, forge: &Forge) -> String {
        forge.token(&self.claims())
    }
}

/// The outcome of a verification that waits for nothing, not even for another task.
fn at_once<T>(verification: impl Future<Output = T>) -> T {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(verification).poll(&mut context) {
        Poll::Ready(outcome) => outcome,
        Poll::Pending => panic!("it waits"),
    }
}

/// The reason of a refusal, by name. Its message says nothing of the token.
fn reason(outcome: Result<VerifiedToken, VerifyError>) -> String {
    let error = outcome.expect_err("a refusal");
    crate::sentinel::assert_clean(&format!("{error} {error:?}"));
    let name = format!("{error:?}");
    if error.is_retryable() {
        return name.split('(').next().unwrap_or_default().to_owned();
    }
    name
}

fn api_token(user: Option<&str>) -> NewApiToken {
    let token = NewApiToken::new(CLIENT, SECRET).tenant("t-1");
    match user {
        Some(user) => token.user(user),
        None => token.role("Robot"),
    }
}
