//! A thousand sessions at once: each signs in with password and authenticator app and refreshes ten times.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{DateTime, Utc};
use data_encoding::BASE32_NOPAD;
use frontegg_identity_emulator::devices::totp_code;
use frontegg_identity_emulator::{Clock, Emulator, NewUser, Outcome, Settings};
use serde_json::{Value, json};

use crate::support::{LOGIN, PASSWORD, REFRESH};

const SESSIONS: usize = 1_000;
const TASKS: usize = 64;
const REFRESHES: usize = 10;
const VERIFY: &str = "/identity/resources/auth/v1/user/mfa/verify";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_sessions_from_64_tasks_lose_nothing() {
    let clock = Clock::default();
    clock.freeze();
    let mut settings = Settings::default();
    settings.refresh_token_in_body = true;
    let mut builder = Emulator::builder()
        .settings(settings)
        .clock(clock.clone())
        .threads(2);
    for number in 0..SESSIONS {
        let user = NewUser::new(email(number))
            .password(PASSWORD)
            .authenticator(secret(number));
        builder = builder.user(user);
    }
    let emulator = builder.start().await.unwrap();

    let run = Arc::new(Run {
        client: reqwest::Client::new(),
        base: emulator.base_url(),
        now: clock.now(),
        next: AtomicUsize::new(0),
    });
    let tasks: Vec<_> = (0..TASKS)
        .map(|_| tokio::spawn(Arc::clone(&run).work()))
        .collect();
    let mut tokens = Vec::new();
    for task in tasks {
        tokens.extend(task.await.unwrap());
    }

    let each = 1 + REFRESHES;
    assert_eq!(tokens.len(), SESSIONS * each);
    let different: HashSet<&String> = tokens.iter().collect();
    assert_eq!(
        different.len(),
        SESSIONS * each,
        "a refresh token was given twice"
    );

    let counters = emulator.requests().counters();
    assert_eq!(
        counters.values().sum::<u64>(),
        (SESSIONS * (2 + REFRESHES)) as u64
    );
    let mut counts: Vec<u64> = counters.into_values().collect();
    counts.sort_unstable();
    let sessions = SESSIONS as u64;
    assert_eq!(counts, [sessions, sessions, sessions * REFRESHES as u64]);
    let kept = emulator.requests().all();
    assert!(
        kept.iter()
            .all(|request| matches!(request.outcome, Outcome::Answered(200 | 201)))
    );

    let listed = reqwest::get(format!("{}/_emulator/api/sessions", run.base));
    let listed: Value = listed.await.unwrap().json().await.unwrap();
    assert_eq!(listed.as_array().unwrap().len(), SESSIONS);
}

fn email(number: usize) -> String {
    format!("user-{number}@example.com")
}

/// A secret of the user's own, 20 bytes as apps have them.
fn secret(number: usize) -> String {
    BASE32_NOPAD.encode(format!("secret of user {number:05}").as_bytes())
}

struct Run {
    client: reqwest::Client,
    base: String,
    now: DateTime<Utc>,
    next: AtomicUsize,
}

impl Run {
    /// Takes sessions until all have begun; the refresh tokens that it was given.
    async fn work(self: Arc<Self>) -> Vec<String> {
        let mut tokens = Vec::new();
        loop {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            if number >= SESSIONS {
                return tokens;
            }
            let mut token = self.sign_in(number).await;
            for _ in 0..REFRESHES {
                let next = self.post(REFRESH, json!({ "refreshToken": token })).await;
                tokens.push(std::mem::replace(&mut token, refresh_token(&next, number)));
            }
            tokens.push(token);
        }
    }

    async fn sign_in(&self, number: usize) -> String {
        let credentials = json!({ "email": email(number), "password": PASSWORD });
        let challenge = self.post(LOGIN, credentials).await;
        assert_eq!(challenge["accessToken"], Value::Null);
        let code = totp_code(&secret(number), self.now).unwrap();
        let answer = json!({ "mfaToken": challenge["mfaToken"], "value": code });
        refresh_token(&self.post(VERIFY, answer).await, number)
    }

    async fn post(&self, path: &str, body: Value) -> Value {
        let reply = self
            .client
            .post(format!("{}{path}", self.base))
            .json(&body)
            .send()
            .await
            .unwrap();
        let (status, body) = (reply.status(), reply.text().await.unwrap());
        assert!(status.is_success(), "{path}: {status} {body}");
        serde_json::from_str(&body).unwrap()
    }
}

/// The refresh token of an answer that is for this user.
fn refresh_token(answer: &Value, number: usize) -> String {
    let token = answer["accessToken"].as_str().unwrap();
    let claims = token.split('.').nth(1).unwrap();
    let claims = data_encoding::BASE64URL_NOPAD
        .decode(claims.as_bytes())
        .unwrap();
    let claims: Value = serde_json::from_slice(&claims).unwrap();
    assert_eq!(claims["email"], email(number));
    answer["refreshToken"].as_str().unwrap().to_owned()
}
