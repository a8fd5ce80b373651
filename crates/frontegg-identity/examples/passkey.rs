//! A passkey: registered in a session, and used to sign in without a password.
//!
//! The authenticator is a software one. In an application, a browser or the system stands in its place: hand it the
//! options, and hand back what it answers.
//!
//! ```sh
//! cargo run -p frontegg-identity --example passkey
//! ```

use std::error::Error;
use std::io::{self, Write};

use frontegg_identity::{Identifier, Identity, Login};
use frontegg_identity_emulator::devices::SoftwareAuthenticator;
use frontegg_identity_emulator::{Emulator, NewUser};

const EMAIL: &str = "ada@example.com";
const PASSWORD: &str = "Analytical-Engine-1";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout().lock()).await
}

/// All steps, told to `out`.
pub(crate) async fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let ada = NewUser::new(EMAIL).password(PASSWORD);
    let emulator = Emulator::builder().user(ada).start().await?;
    let mut authenticator = SoftwareAuthenticator::new(emulator.base_url());
    let identity = Identity::builder(emulator.base_url()).build()?;

    let who = Identifier::email(EMAIL);
    let login = identity
        .sign_in_with_password(&who, &PASSWORD.into())
        .await?;
    let Login::Complete(signed_in) = login else {
        return Err("the password should be enough".into());
    };
    let passkey = signed_in.session.start_passkey().await?;
    let answer = authenticator.register(passkey.options())?;
    passkey.verify(&answer).await?;
    writeln!(out, "{EMAIL} has a passkey.")?;
    signed_in.session.logout().await?;

    // Nobody is named: the passkey says whose it is.
    let question = identity.start_passkey_login(None).await?;
    let answer = authenticator.assert(question.options())?;
    let Login::Complete(signed_in) = question.verify(&answer).await? else {
        return Err("the passkey should be enough".into());
    };
    if signed_in.email.as_deref() != Some(EMAIL) {
        return Err("the passkey should be Ada's".into());
    }
    writeln!(out, "{EMAIL} is signed in without a password.")?;
    Ok(())
}
