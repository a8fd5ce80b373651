//! A machine with an API token: signed in, renewed, and signed in again when its refresh token is gone.
//!
//! ```sh
//! cargo run -p frontegg-identity --example api_token
//! ```

use std::error::Error;
use std::io::{self, Write};

use frontegg_identity::{Credentials, Identity};
use frontegg_identity_emulator::{Emulator, Fault, NewApiToken};

const CLIENT_ID: &str = "0b6c2a4e-5d19-4a7c-8f20-9d3a1c5e7b42";
const SECRET: &str = "e1f4a9d2-6b08-4c73-a5e6-2f7d9c0b8a13";
const EXCHANGE: &str = "/identity/resources/auth/v2/api-token";
const REFRESH: &str = "/identity/resources/auth/v2/api-token/token/refresh";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout().lock()).await
}

/// All steps, told to `out`.
pub(crate) async fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let token = NewApiToken::new(CLIENT_ID, SECRET)
        .tenant("acme")
        .role("Admin");
    let emulator = Emulator::builder().api_token(token).start().await?;
    let count = |path: &str| emulator.requests().count("POST", path);
    let identity = Identity::builder(emulator.base_url()).build()?;

    let credentials = Credentials::api_token(CLIENT_ID, SECRET.into());
    let session = identity.sign_in_as_machine(credentials).await?;
    let token = session.access_token().await?;
    let claims = token.unverified_claims().unwrap_or_default();
    writeln!(out, "Signed in for tenant {}.", claims["tenantId"])?;

    session.refresh_now().await?;
    writeln!(out, "Renewed by the refresh token.")?;

    // The service ends old refresh tokens without a word.
    let refused = Fault::status(401);
    emulator.faults().on("POST", REFRESH).once(refused);
    session.refresh_now().await?;
    if (count(EXCHANGE), count(REFRESH)) != (2, 2) {
        return Err("the credentials should have been exchanged again".into());
    }
    writeln!(
        out,
        "The refresh token was refused; the credentials were exchanged again, unseen."
    )?;
    Ok(())
}
