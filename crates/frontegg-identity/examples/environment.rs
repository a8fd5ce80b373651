//! Management as the environment: who may do it, and a call that does it.
//!
//! ```sh
//! cargo run -p frontegg-identity --example environment
//! ```

use std::error::Error;
use std::io::{self, Write};

use frontegg_identity::{Credentials, ErrorKind, Identity};
use frontegg_identity_emulator::Emulator;
use frontegg_identity_raw::catalogue;
use serde_json::{Value, json};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout().lock()).await
}

/// All steps, told to `out`.
pub(crate) async fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let emulator = Emulator::start().await?;
    // The regional host, as in production: it knows the environment by the token.
    let identity = Identity::builder(emulator.api_url()).build()?;

    let wrong = Credentials::environment(emulator.client_id(), "guessed".into());
    match identity.sign_in_as_machine(wrong).await {
        Err(error) if error.kind() == ErrorKind::Unauthorized => writeln!(out, "{error}")?,
        _ => return Err("a guessed key should be refused".into()),
    }

    let credentials = Credentials::environment(emulator.client_id(), emulator.secret().into());
    let session = identity.sign_in_as_machine(credentials).await?;
    let client = session.raw();
    let policy = json!({ "enforceMFAType": "Force", "allowRememberMyDevice": true });
    let call = client.call(&catalogue::CREATE_MFA_POLICY).json(&policy);
    let policy = call.send::<Value>().await?;
    if policy["enforceMFAType"] != "Force" {
        return Err("the policy should be the one that was sent".into());
    }
    writeln!(out, "From now on everybody has to show a second factor.")?;
    Ok(())
}
