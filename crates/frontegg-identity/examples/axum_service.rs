//! A service of `axum` that knows whose requests it gets, and its own test: users of two tenants, one of whom may delete.
//!
//! ```sh
//! cargo run -p frontegg-identity --example axum_service --features axum
//! ```

use std::collections::HashMap;
use std::error::Error;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{Request, StatusCode};
use axum::routing::get;
use axum::{Json, Router};
use chrono::{DateTime, TimeDelta};
use frontegg_identity::verify::TokenVerifier;
use frontegg_identity::verify::axum::Authenticated;
use frontegg_identity::verify::tower::{Authenticate, Denied, RequirePermission};
use frontegg_identity::{Clock, Identifier, Identity, Login, Moment, Session};
use frontegg_identity_emulator::devices::totp_code;
use frontegg_identity_emulator::{Clock as Hands, Emulator, NewRole, NewUser};
use tower_service::Service;

const PASSWORD: &str = "Analytical-Engine-1";
const APP: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/// The notes of all tenants.
type Notes = Arc<Mutex<HashMap<String, Vec<String>>>>;

/// The service. It knows nothing of passwords and sessions: a token comes with each request.
fn service(verifier: TokenVerifier) -> Router {
    let notes = get(read)
        .post(write)
        .delete(clear)
        .route_layer(RequirePermission::new("notes.read"));
    Router::new()
        .route("/notes", notes)
        .layer(Authenticate::new(verifier))
        .with_state(Notes::default())
}

/// Everybody sees the notes of their own tenant. Which one that is stands in the token, and nowhere else.
async fn read(token: Authenticated, State(notes): State<Notes>) -> Json<Vec<String>> {
    let notes = notes.lock().unwrap_or_else(PoisonError::into_inner);
    let own = notes.get(tenant(&token));
    Json(own.cloned().unwrap_or_default())
}

async fn write(
    token: Authenticated,
    State(notes): State<Notes>,
    note: String,
) -> Result<StatusCode, Denied> {
    token.require_permission("notes.write")?;
    let mut notes = notes.lock().unwrap_or_else(PoisonError::into_inner);
    let own = notes.entry(tenant(&token).to_owned()).or_default();
    own.push(note);
    Ok(StatusCode::CREATED)
}

/// What cannot be undone takes a second factor that was shown a short time ago.
async fn clear(token: Authenticated, State(notes): State<Notes>) -> Result<StatusCode, Denied> {
    token.require_permission("notes.write")?;
    token.require_step_up(Some(Duration::from_secs(300)))?;
    let mut notes = notes.lock().unwrap_or_else(PoisonError::into_inner);
    notes.remove(tenant(&token));
    Ok(StatusCode::NO_CONTENT)
}

fn tenant(token: &Authenticated) -> &str {
    token.tenant_id().unwrap_or_default()
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout().lock()).await
}

/// All steps, told to `out`.
pub(crate) async fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let ada = NewUser::new("ada@example.com").password(PASSWORD);
    let alan = NewUser::new("alan@example.com")
        .password(PASSWORD)
        .authenticator(APP);
    let emulator = Emulator::builder()
        .role(NewRole::new("Reader").permission("notes.read"))
        .role(NewRole::new("Editor").permission("notes.*"))
        .user(
            ada.tenant("acme", &["Reader"])
                .tenant("globex", &["Editor"]),
        )
        .user(alan.tenant("acme", &["Editor"]))
        .start()
        .await?;
    let hands = Borrowed(emulator.clock().clone());
    let identity = Identity::builder(emulator.base_url())
        .clock(hands)
        .build()?;
    let verifier = identity
        .token_verifier()
        .audience(emulator.client_id())
        .build()?;
    let mut notes = Client {
        service: service(verifier),
    };

    let (status, body) = notes.send("GET", None, "").await?;
    expect(out, "Nobody", status, 401)?;
    writeln!(out, "    {body}")?;

    let ada = sign_in(&emulator, &identity, "ada@example.com").await?;
    let (status, _) = notes.send("GET", Some(&ada), "").await?;
    expect(out, "Ada reads in acme", status, 200)?;
    let (status, body) = notes.send("POST", Some(&ada), "hello").await?;
    expect(out, "Ada writes in acme", status, 403)?;
    writeln!(out, "    {body}")?;
    ada.switch_tenant("globex").await?;
    let (status, _) = notes.send("POST", Some(&ada), "hello").await?;
    expect(out, "Ada writes in globex", status, 201)?;
    let (status, _) = notes.send("DELETE", Some(&ada), "").await?;
    expect(out, "Ada, who has no second factor, deletes", status, 401)?;

    let alan = sign_in(&emulator, &identity, "alan@example.com").await?;
    let (_, body) = notes.send("GET", Some(&alan), "").await?;
    if body != "[]" {
        return Err("the notes of globex are none of acme's".into());
    }
    let (status, _) = notes.send("DELETE", Some(&alan), "").await?;
    expect(out, "Alan, who has just shown his, deletes", status, 204)?;
    emulator.clock().advance(TimeDelta::minutes(10));
    let (status, _) = notes.send("DELETE", Some(&alan), "").await?;
    expect(out, "Alan deletes ten minutes later", status, 401)?;
    Ok(())
}

fn expect(out: &mut impl Write, who: &str, status: u16, due: u16) -> Result<(), Box<dyn Error>> {
    writeln!(out, "{who}: {status}")?;
    if status == due {
        Ok(())
    } else {
        Err(format!("{who}: {due} was due").into())
    }
}

/// Sends requests to the service without a connection.
struct Client {
    service: Router,
}

impl Client {
    async fn send(
        &mut self,
        method: &str,
        session: Option<&Session>,
        body: &str,
    ) -> Result<(u16, String), Box<dyn Error>> {
        let mut request = Request::builder().method(method).uri("/notes");
        if let Some(session) = session {
            request = request.header("authorization", session.authorization().await?.expose());
        }
        let request = request.body(Body::from(body.to_owned()))?;
        let response = self.service.call(request).await?;
        let status = response.status().as_u16();
        let body = to_bytes(response.into_body(), 64 * 1024).await?;
        Ok((status, String::from_utf8(body.to_vec())?))
    }
}

async fn sign_in(
    emulator: &Emulator,
    identity: &Identity,
    email: &str,
) -> Result<Session, Box<dyn Error>> {
    let who = Identifier::email(email);
    let mut login = identity
        .sign_in_with_password(&who, &PASSWORD.into())
        .await?;
    if let Login::MfaChallenge(challenge) = &login {
        let app = challenge
            .authenticators()
            .next()
            .ok_or("no authenticator app")?;
        let code = totp_code(APP, emulator.clock().now()).ok_or("no base32")?;
        login = app.verify(&code).await?;
    }
    match login {
        Login::Complete(signed_in) => Ok(signed_in.session),
        _ => Err("not signed in".into()),
    }
}

/// The emulator's time, so that ten minutes pass at once.
#[derive(Debug)]
struct Borrowed(Hands);

impl Clock for Borrowed {
    fn now(&self) -> Moment {
        let wall = self.0.now();
        let steady = wall.signed_duration_since(DateTime::UNIX_EPOCH);
        Moment {
            wall,
            steady: steady.to_std().unwrap_or_default(),
        }
    }
}
