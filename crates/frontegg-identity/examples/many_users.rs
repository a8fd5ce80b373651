//! A server that holds a thousand sessions at once: nobody gets the token of another, and each is renewed once.
//!
//! ```sh
//! cargo run -p frontegg-identity --example many_users
//! ```

use std::error::Error;
use std::io::{self, Write};

use frontegg_identity::{Identifier, Identity, Login, Session};
use frontegg_identity_emulator::{Emulator, NewUser};
use tokio::task::JoinSet;

const USERS: usize = 1000;
/// Requests under way at a time.
const AT_ONCE: usize = 50;
/// Callers who ask for the same session's token.
const CALLERS: usize = 10;
const PASSWORD: &str = "Correct-Horse-1";

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    run(&mut io::stdout().lock()).await
}

/// All steps, told to `out`.
pub(crate) async fn run(out: &mut impl Write) -> Outcome<()> {
    let users = (0..USERS).map(|number| NewUser::new(email(number)).password(PASSWORD));
    let emulator = users.fold(Emulator::builder(), |builder, user| builder.user(user));
    let emulator = emulator.start().await?;
    let identity = Identity::builder(emulator.base_url()).build()?;

    let mut sessions = Vec::with_capacity(USERS);
    for first in (0..USERS).step_by(AT_ONCE) {
        let mut logins = JoinSet::new();
        for number in first..first + AT_ONCE {
            logins.spawn(sign_in(identity.clone(), number));
        }
        for login in logins.join_all().await {
            sessions.push(login?);
        }
    }
    writeln!(out, "{} users are signed in on one client.", sessions.len())?;

    for some in sessions.chunks(AT_ONCE) {
        let mut callers = JoinSet::new();
        for (number, session) in some {
            for _ in 0..CALLERS {
                callers.spawn(check(*number, session.clone()));
            }
            callers.spawn(renew(session.clone()));
        }
        for outcome in callers.join_all().await {
            outcome?;
        }
    }
    let counters = emulator.requests().counters();
    let refreshes = counters.get("refresh_session").copied().unwrap_or_default();
    if refreshes != USERS as u64 {
        return Err(format!("{refreshes} refreshes for {USERS} sessions").into());
    }
    writeln!(
        out,
        "{refreshes} refreshes, one for each session; every token was its user's."
    )?;
    Ok(())
}

async fn sign_in(identity: Identity, number: usize) -> Outcome<(usize, Session)> {
    let who = Identifier::email(email(number));
    match identity
        .sign_in_with_password(&who, &PASSWORD.into())
        .await?
    {
        Login::Complete(signed_in) => Ok((number, signed_in.session)),
        _ => Err("the password should be enough".into()),
    }
}

async fn renew(session: Session) -> Outcome<()> {
    session.refresh_now().await?;
    Ok(())
}

async fn check(number: usize, session: Session) -> Outcome<()> {
    let token = session.access_token().await?;
    let claims = token.unverified_claims().unwrap_or_default();
    if claims["email"] != email(number) {
        return Err("a user has the token of another".into());
    }
    Ok(())
}

fn email(number: usize) -> String {
    format!("user-{number}@example.com")
}
