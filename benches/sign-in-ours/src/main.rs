//! Signs in as the environment, with the key and its id from the environment's variables.

use std::env::var;
use std::error::Error;

use frontegg_identity::{Credentials, Identity, Region};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let identity = Identity::builder(Region::Eu).build()?;
    let credentials = Credentials::environment(var("CLIENT_ID")?, var("API_KEY")?.into());
    let session = identity.sign_in_as_machine(credentials).await?;
    println!(
        "signed in until {:?}",
        session.access_token().await?.expires_at()
    );
    Ok(())
}
