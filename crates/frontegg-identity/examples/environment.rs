//! Management as the environment: who may do it, and users with roles.
//!
//! ```sh
//! cargo run -p frontegg-identity --features management --example environment
//! ```

use std::error::Error;
use std::io::{self, Write};

use frontegg_identity::manage::{NewRole, NewUser, TenantId, UserQuery};
use frontegg_identity::{ErrorKind, Identity};
use frontegg_identity_emulator::{Emulator, NewTenant};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout().lock()).await
}

/// All steps, told to `out`.
pub(crate) async fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let globex = NewTenant::new("Globex").id("globex");
    let emulator = Emulator::builder().tenant(globex).start().await?;
    let (id, key) = (emulator.client_id(), emulator.secret());
    // The regional host, as in production: it knows the environment by the token.
    let identity = Identity::builder(emulator.api_url()).build()?;

    match identity.environment(&*id, "guessed".into()).await {
        Err(error) if error.kind() == ErrorKind::Unauthorized => writeln!(out, "{error}")?,
        _ => return Err("a guessed key should be refused".into()),
    }

    let environment = identity.environment(&*id, key.into()).await?;
    let clerk = NewRole::new("Clerk", "clerk");
    let clerk = environment.roles().create(&clerk).await?;
    let globex = TenantId::from("globex");
    for email in ["ada@example.com", "alan@example.com"] {
        let user = NewUser::with_email(email).roles([&clerk.id]).without_mail();
        environment.users().create(&globex, &user).await?;
    }

    // Page by page, each user once.
    let everybody = environment.users().list(&UserQuery::new());
    let mut users = everybody.page_size(1).stream();
    while let Some(user) = users.next().await {
        let user = user?;
        let address = user.email.as_deref().unwrap_or("-");
        writeln!(out, "{address} is in {} tenant", user.memberships.len())?;
    }

    let ada = environment.users().get_by_email("ada@example.com").await?;
    environment.users().lock(&ada.id).await?;
    writeln!(out, "Ada cannot sign in until she is unlocked.")?;
    Ok(())
}
