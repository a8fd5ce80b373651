//! The exact form of each request: method, path, headers, cookies and body.
//!
//! What the emulator understands could be a misreading that both share. These forms are written down from the service's
//! own clients.

mod accounts;
mod device;
mod enrolment;
mod login;
mod machines;
mod mfa;
mod own_factors;
mod policy;
mod sessions;
mod ways_in;

use frontegg_identity::{Identifier, Identity, Login, MfaChallenge, MfaEnrolment, Session};
use mockito::{Matcher, Mock, Server, ServerGuard};
use serde_json::{Value, json};

use crate::world::{challenge, enrolment, session};

const AUTH: &str = "/fe/identity/resources/auth/v1";
/// A client id; its first dash is left out in the names of cookies.
const CLIENT: &str = "abcd1234-ef56-7890";
const REFRESH: &str = "fe_refresh_abcd1234ef56-7890";
const DEVICE: &str = "fe_device_abcd1234ef56-7890";

/// A token that says `{"sub":"u-1"}`.
const JWT: &str = "e30.eyJzdWIiOiJ1LTEifQ.x";

/// A server that knows no request but those it was told of.
struct Wire {
    server: ServerGuard,
    mocks: Vec<Mock>,
}

/// What stands in a request besides its body.
#[derive(Clone, Copy, Default)]
struct Head<'a> {
    cookie: Option<&'a str>,
    authorization: Option<&'a str>,
}

const BARE: Head<'static> = Head {
    cookie: None,
    authorization: None,
};

impl Wire {
    async fn new() -> Self {
        crate::sentinel::watch();
        Self {
            server: Server::new_async().await,
            mocks: Vec::new(),
        }
    }

    fn identity(&self) -> Identity {
        Identity::builder(format!("{}/fe/", self.server.url()))
            .vendor_host("acme.frontegg.com")
            .application_id("app-1")
            .client_id(CLIENT)
            .user_agent("my-service/1.2")
            .build()
            .unwrap()
    }

    /// Answers one request, if it has exactly this form.
    async fn expect(
        &mut self,
        (method, path): (&str, &str),
        head: Head<'_>,
        body: Option<Value>,
        answer: &Value,
    ) {
        self.expect_with(method, path, head, body, answer, &[])
            .await;
    }

    async fn expect_with(
        &mut self,
        method: &str,
        path: &str,
        head: Head<'_>,
        body: Option<Value>,
        answer: &Value,
        cookies: &[&str],
    ) {
        let exactly = |value: Option<&str>| match value {
            Some(value) => Matcher::Exact(value.to_owned()),
            None => Matcher::Missing,
        };
        let has_body = body.is_some();
        let (path, query) = match path.split_once('?') {
            Some((path, query)) => (path, Matcher::Exact(query.to_owned())),
            None => (path, Matcher::Missing),
        };
        // A new user belongs to an application.
        let application = path.ends_with("/signUp").then_some("app-1");
        let user = path.ends_with("/passwords/change").then_some("u-1");
        let mut mock = self
            .server
            .mock(method, path)
            .match_query(query)
            .match_header("accept", "application/json")
            .match_header("user-agent", "my-service/1.2")
            .match_header("frontegg-vendor-host", "acme.frontegg.com")
            .match_header("frontegg-requested-application-id", "app-1")
            .match_header("frontegg-application-id", exactly(application))
            .match_header("frontegg-user-id", exactly(user))
            .match_header("cookie", exactly(head.cookie))
            .match_header("authorization", exactly(head.authorization))
            .match_header(
                "content-type",
                exactly(has_body.then_some("application/json")),
            )
            .match_body(body.map_or(Matcher::Exact(String::new()), Matcher::Json))
            .with_header("content-type", "application/json")
            .with_body(answer.to_string())
            .expect(1);
        for cookie in cookies {
            mock = mock.with_header("set-cookie", cookie);
        }
        self.mocks.push(mock.create_async().await);
    }

    /// Every request that was told of has come.
    async fn done(self) {
        for mock in self.mocks {
            mock.assert_async().await;
        }
    }

    async fn sign_in(&mut self, answer: &Value, cookies: &[&str]) -> Login {
        let body = json!({ "email": "ada@example.com", "password": " pass word " });
        let path = format!("{AUTH}/user");
        self.expect_with("POST", &path, BARE, Some(body), answer, cookies)
            .await;
        let who = Identifier::email("ada@example.com");
        let login = self
            .identity()
            .sign_in_with_password(&who, &" pass word ".into())
            .await;
        login.unwrap()
    }

    async fn session(&mut self) -> Session {
        let cookies = [
            &*format!("{REFRESH}=R1; Path=/; HttpOnly; Secure"),
            &*format!("{DEVICE}=D1; Path=/; HttpOnly; Secure"),
        ];
        session(self.sign_in(&tokens("A1"), &cookies).await)
    }

    async fn challenge(&mut self) -> MfaChallenge {
        let answer = json!({
            "mfaRequired": true,
            "mfaToken": "M1",
            "userEmail": "ada@example.com",
            "mfaDevices": {
                "authenticators": [{ "id": "d/1" }],
                "phones": [{ "id": "d-2", "phoneNumber": "+1******99" }],
                "webauthn": [{ "id": "d-3", "deviceType": "Platform" }],
                "emails": [{ "email": "ada@example.com" }],
            },
        });
        challenge(self.sign_in(&answer, &[]).await)
    }

    async fn enrolment(&mut self) -> MfaEnrolment {
        let answer = json!({ "mfaRequired": true, "mfaToken": "M1", "mfaEnrolled": false });
        enrolment(self.sign_in(&answer, &[]).await)
    }

    /// The challenge of a service that says no more than it has to.
    async fn bare_challenge(&mut self) -> MfaChallenge {
        let answer = json!({ "mfaRequired": true, "mfaToken": "M1" });
        challenge(self.sign_in(&answer, &[]).await)
    }

    /// A call of a second factor.
    async fn expect_factor(&mut self, path: &str, body: Value, answer: &Value) {
        let path = format!("{AUTH}/user/mfa/{path}");
        self.expect(("POST", &path), BARE, Some(body), answer).await;
    }
}

fn tokens(access: &str) -> Value {
    json!({ "mfaRequired": false, "accessToken": access, "refreshToken": "R1", "expiresIn": 3600 })
}

/// What an authenticator gives to its page; the service refuses members that it does not know.
fn key_answer() -> Value {
    json!({ "id": "k", "rawId": "k", "type": "public-key", "response": { "clientDataJSON": "c" } })
}
