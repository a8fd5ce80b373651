//! A user who has to set up a second factor before the first session, and shows it for the second one.
//!
//! ```sh
//! cargo run -p frontegg-identity --example mfa_enrolment
//! ```

use std::error::Error;
use std::io::{self, Write};

use chrono::TimeDelta;
use frontegg_identity::{Identifier, Identity, Login, MfaStrategy};
use frontegg_identity_emulator::devices::totp_code;
use frontegg_identity_emulator::{Emulator, NewUser};

const USERNAME: &str = "grace";
const PASSWORD: &str = "Compiler-A-0";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout().lock()).await
}

/// All steps, told to `out`.
pub(crate) async fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let grace = NewUser::with_username(USERNAME)
        .password(PASSWORD)
        .must_enrol_mfa();
    let emulator = Emulator::builder().user(grace).start().await?;
    let identity = Identity::builder(emulator.base_url()).build()?;
    let (who, password) = (Identifier::username(USERNAME), PASSWORD.into());
    let code = |secret: &str| totp_code(secret, emulator.clock().now());

    let login = identity.sign_in_with_password(&who, &password).await?;
    let Login::MfaEnrolment(enrolment) = login else {
        return Err("a second factor should have to be set up".into());
    };
    let names = enrolment.strategies().iter().map(MfaStrategy::as_str);
    let names = names.collect::<Vec<_>>().join(", ");
    writeln!(out, "{USERNAME} has to set up one of: {names}")?;
    let app = enrolment.authenticator().ok_or("an app should be open")?;
    let app = app.start().await?;
    let picture = app.qr_code().ok_or("there should be a picture")?;
    let size = picture.expose().len();
    writeln!(out, "The app reads a picture of {size} characters.")?;
    let secret = app.secret().ok_or("there should be a secret")?.expose();
    let Login::Complete(signed_in) = app.verify(&code(secret).ok_or("no code")?).await? else {
        return Err("the code should be enough".into());
    };
    signed_in
        .recovery_code
        .ok_or("the first factor should bring a recovery code")?;
    writeln!(out, "Signed in. {USERNAME} writes the recovery code down.")?;

    // A code counts once; the app shows another one a minute later.
    emulator.clock().advance(TimeDelta::minutes(1));
    let login = identity.sign_in_with_password(&who, &password).await?;
    let Login::MfaChallenge(challenge) = login else {
        return Err("the second factor should be asked for".into());
    };
    let device = challenge.authenticators().next().ok_or("no app")?;
    match device.verify(&code(secret).ok_or("no code")?).await? {
        Login::Complete(_) => writeln!(out, "Signed in again, with the app.")?,
        _ => return Err("the code should be enough".into()),
    }
    Ok(())
}
