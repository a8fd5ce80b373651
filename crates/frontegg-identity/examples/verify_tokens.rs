//! A service that is shown tokens: what it answers, and why.
//!
//! ```sh
//! cargo run -p frontegg-identity --example verify_tokens --features verify
//! ```

use std::error::Error;
use std::io::{self, Write};

use frontegg_identity::verify::{Claims, TokenVerifier};
use frontegg_identity::{Credentials, Identifier, Identity, Login};
use frontegg_identity_emulator::{Emulator, NewApiToken, NewRole, NewUser};

const PASSWORD: &str = "Analytical-Engine-1";
const CLIENT_ID: &str = "0b6c2a4e-5d19-4a7c-8f20-9d3a1c5e7b42";
const SECRET: &str = "e1f4a9d2-6b08-4c73-a5e6-2f7d9c0b8a13";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout().lock()).await
}

/// All steps, told to `out`.
pub(crate) async fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let user = |address: &str, role: &str| {
        let user = NewUser::new(address).password(PASSWORD);
        user.tenant("acme", &[role])
    };
    let robot = NewApiToken::new(CLIENT_ID, SECRET).tenant("acme");
    let emulator = Emulator::builder()
        .role(NewRole::new("Accountant").permission("reports.*"))
        .role(NewRole::new("Guest"))
        .user(user("ada@example.com", "Accountant"))
        .user(user("bob@example.com", "Guest"))
        .api_token(robot.role("Accountant"))
        .start()
        .await?;

    // The service. It needs no secret: the keys are public.
    let identity = Identity::builder(emulator.base_url()).build()?;
    let verifier = identity
        .token_verifier()
        .issuer("https://app-emulator.frontegg.com")
        .audience(emulator.client_id())
        .remember_verified(10_000)
        .build()?;
    verifier.load_keys().await?;

    // Who calls it.
    for (name, address) in [("Ada", "ada@example.com"), ("Bob", "bob@example.com")] {
        let who = Identifier::email(address);
        let login = identity
            .sign_in_with_password(&who, &PASSWORD.into())
            .await?;
        let Login::Complete(signed_in) = login else {
            return Err("nobody here has a second factor".into());
        };
        let header = signed_in.session.authorization().await?;
        let (status, why) = read_reports(&verifier, header.expose()).await;
        writeln!(out, "{status} for {name}: {why}")?;
    }
    let (status, why) = read_reports(&verifier, "Bearer guessed").await;
    writeln!(out, "{status} for nobody: {why}")?;

    // The environment signs with another key from now on. Nobody tells the service.
    emulator.keys().rotate();
    let credentials = Credentials::api_token(CLIENT_ID, SECRET.into());
    let robot = identity.sign_in_as_machine(credentials).await?;
    let header = robot.authorization().await?;
    let (status, why) = read_reports(&verifier, header.expose()).await;
    writeln!(out, "{status} for a robot: {why}")?;

    let fetches = emulator.requests().count("GET", "/.well-known/jwks.json");
    writeln!(out, "The keys were fetched {fetches} times.")?;
    Ok(())
}

/// What the service answers to a request with this header.
async fn read_reports(verifier: &TokenVerifier, authorization: &str) -> (u16, String) {
    let token = match verifier.verify(authorization).await {
        Ok(token) => token,
        // Nothing is known against the token.
        Err(error) if error.is_retryable() => return (503, error.to_string()),
        Err(error) => return (401, error.to_string()),
    };
    if !token.has_permission("reports.read") {
        return (403, "the permission is missing".to_owned());
    }
    let tenant = token.tenant_id().unwrap_or_default();
    match token.claims() {
        Claims::User(_) => (200, format!("a user of {tenant}")),
        Claims::TenantApiToken(_) => (200, format!("a program of {tenant}")),
        _ => (200, format!("somebody of {tenant}")),
    }
}
