//! A token that is fresh, from our session and from three peers, each from its own cache in one process.
//!
//! Batches of each take turns, and the median of the batches counts.

use std::collections::HashMap;
use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use azure_core::credentials::{Secret, TokenCredential};
use azure_core::http::headers::Headers;
use azure_core::http::{
    AsyncRawResponse, ClientOptions, HttpClient, Request, StatusCode, Transport,
};
use azure_core::time::OffsetDateTime;
use azure_identity::{ClientSecretCredential, ClientSecretCredentialOptions};
use facade_bench::{Server, identity, median, row, sign_in};
use google_cloud_auth::credentials::{AccessTokenCredentials, user_account};
use serde_json::json;
use tokio::runtime::Handle;
use yup_oauth2::authenticator::DefaultAuthenticator;
use yup_oauth2::{AuthorizedUserAuthenticator, storage::TokenInfo};

const BATCHES: usize = 101;
const BATCH: u32 = 5000;
const SCOPES: &[&str] = &["https://example.com/.default"];
/// What one fresh token may cost.
const TARGET: f64 = 25.0;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

#[tokio::main]
async fn main() -> Outcome<()> {
    let session = sign_in(&identity(&Server::of_sessions()?)?).await?;
    let google = google()?;
    google.access_token().await?;
    let azure = azure()?;
    azure.get_token(SCOPES, None).await?;
    let folder = std::env::temp_dir().join(format!("facade-bench-{}", std::process::id()));
    let yup = yup(&folder).await?;
    yup.token(SCOPES).await?;
    std::fs::remove_dir_all(&folder)?;

    let (ours, google, azure, yup) = (&session, &google, &*azure, &yup);
    let mut things = [const { Vec::new() }; 6];
    for _ in 0..BATCHES {
        let [wall, steady, a, b, c, d] = &mut things;
        wall.push(batch(async || _ = black_box(SystemTime::now())).await);
        steady.push(batch(async || _ = black_box(Instant::now())).await);
        a.push(batch(async || drop(black_box(ours.access_token().await))).await);
        b.push(batch(async || drop(black_box(google.access_token().await))).await);
        c.push(batch(async || drop(black_box(azure.get_token(SCOPES, None).await))).await);
        d.push(batch(async || drop(black_box(yup.token(SCOPES).await))).await);
    }
    let [wall, steady, ours, google, azure, yup] = things.map(|mut times| median(&mut times));
    let nanoseconds = |time: f64| format!("{time:.1} ns");
    row(
        "one reading of the clock: the date, `Instant`",
        &nanoseconds(wall),
        &nanoseconds(steady),
        "",
        "a yardstick",
    );
    row(
        "fresh token",
        &nanoseconds(ours),
        "",
        "",
        &format!("at most {TARGET:.0} ns"),
    );
    let best = google.min(azure).min(yup);
    for (name, time) in [
        ("google-cloud-auth", google),
        ("azure_identity", azure),
        ("yup-oauth2", yup),
    ] {
        let target = if time == best {
            "at least 5, the best of them"
        } else {
            ""
        };
        let ratio = format!("{:.1}", time / ours);
        row(
            &format!("fresh token, {name}"),
            &nanoseconds(ours),
            &nanoseconds(time),
            &ratio,
            target,
        );
    }

    let shared = session.clone();
    let own = shared_by_threads(async move || drop(black_box(shared.access_token().await)))?;
    let peer = google_for_threads().await?;
    let ratio = format!("{:.1}", peer / own);
    row(
        &format!(
            "the same, {} threads on one session; google-cloud-auth",
            threads()
        ),
        &nanoseconds(own),
        &nanoseconds(peer),
        &ratio,
        "",
    );
    Ok(())
}

/// Nanoseconds for one.
async fn batch(work: impl AsyncFn()) -> f64 {
    let start = Instant::now();
    for _ in 0..BATCH {
        work().await;
    }
    per_call(start.elapsed())
}

fn per_call(time: Duration) -> f64 {
    time.as_nanos() as f64 / f64::from(BATCH)
}

/// Nanoseconds for one while every thread asks as fast as it can.
fn shared_by_threads<F>(work: F) -> Outcome<f64>
where
    F: AsyncFn() + Clone + Send + 'static,
{
    let (runtime, count) = (Handle::current(), threads());
    let start_line = Arc::new(Barrier::new(count));
    let threads: Vec<_> = (0..count)
        .map(|_| {
            let (work, runtime, start_line) =
                (work.clone(), runtime.clone(), Arc::clone(&start_line));
            thread::spawn(move || {
                start_line.wait();
                let mut times: Vec<_> = (0..BATCHES)
                    .map(|_| runtime.block_on(batch(&work)))
                    .collect();
                median(&mut times)
            })
        })
        .collect();
    let mut times = Vec::new();
    for thread in threads {
        times.push(thread.join().map_err(|_| "a thread has panicked")?);
    }
    Ok(median(&mut times))
}

/// One for each processor: more would only take turns.
fn threads() -> usize {
    thread::available_parallelism().map_or(2, usize::from)
}

async fn google_for_threads() -> Outcome<f64> {
    let google = google()?;
    google.access_token().await?;
    shared_by_threads(async move || drop(black_box(google.access_token().await)))
}

/// A user's credentials, whose tokens come from a server on this machine.
fn google() -> Outcome<AccessTokenCredentials> {
    let answer = json!({ "access_token": token(), "expires_in": 86400, "token_type": "Bearer" });
    let server = Server::start(HashMap::from([("/token".to_owned(), answer.to_string())]))?;
    let user = json!({
        "type": "authorized_user",
        "client_id": "id",
        "client_secret": "secret",
        "refresh_token": "refresh",
        "token_uri": format!("{}/token", server.url),
    });
    Ok(user_account::Builder::new(user).build_access_token_credentials()?)
}

fn azure() -> Outcome<Arc<ClientSecretCredential>> {
    let options = ClientSecretCredentialOptions {
        client_options: ClientOptions {
            transport: Some(Transport::new(Arc::new(Entra))),
            ..ClientOptions::default()
        },
    };
    let secret = Secret::new("secret");
    Ok(ClientSecretCredential::new(
        "tenant",
        "id".to_owned(),
        secret,
        Some(options),
    )?)
}

/// Answers every request with a token.
#[derive(Debug)]
struct Entra;

#[async_trait::async_trait]
impl HttpClient for Entra {
    async fn execute_request(&self, _: &Request) -> azure_core::Result<AsyncRawResponse> {
        let body = json!({
            "access_token": token(),
            "expires_in": 86400,
            "ext_expires_in": 86400,
            "token_type": "Bearer",
        });
        Ok(AsyncRawResponse::from_bytes(
            StatusCode::Ok,
            Headers::new(),
            body.to_string(),
        ))
    }
}

/// An authenticator whose storage has a token. It is read from a file once, and from memory afterwards.
async fn yup(folder: &Path) -> Outcome<DefaultAuthenticator> {
    std::fs::create_dir_all(folder)?;
    let file = folder.join("tokens.json");
    let info = TokenInfo {
        access_token: Some(token()),
        refresh_token: None,
        expires_at: Some(OffsetDateTime::now_utc() + azure_core::time::Duration::days(1)),
        id_token: None,
    };
    let tokens = json!([{ "scopes": SCOPES, "token": info }]);
    std::fs::write(&file, tokens.to_string())?;
    let secret = serde_json::from_value(json!({
        "type": "authorized_user",
        "client_id": "id",
        "client_secret": "secret",
        "refresh_token": "refresh",
    }))?;
    let builder = AuthorizedUserAuthenticator::builder(secret).persist_tokens_to_disk(file);
    Ok(builder.build().await?)
}

fn token() -> String {
    "a".repeat(facade_bench::ACCESS_TOKEN_LENGTH)
}
