//! Signs in as the environment. The crate does so at its first call and shows no token.

use std::env::var;
use std::error::Error;

use frontegg::{Client, ClientConfig};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::new(ClientConfig {
        client_id: var("CLIENT_ID")?,
        secret_key: var("API_KEY")?,
    });
    println!("signed in; {} tenants", client.list_tenants().await?.len());
    Ok(())
}
