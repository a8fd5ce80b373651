//! The life of a session, offline: the service is an emulator in this process, and its clock is in our hands.
//!
//! ```sh
//! cargo run -p frontegg-identity --example quickstart
//! ```
//!
//! It ends with an error if a step does not come out as it should.

use std::error::Error;
use std::io::{self, Write};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use frontegg_identity::{
    AccessToken, Clock, ErrorKind, Identifier, Identity, Login, MfaChallenge, Moment, Session,
    StepUp,
};
use frontegg_identity_emulator::devices::totp_code;
use frontegg_identity_emulator::{Clock as Hands, Emulator, NewTenant, NewUser};
use frontegg_identity_raw::catalogue;
use serde_json::Value;

const EMAIL: &str = "ada@example.com";
const PASSWORD: &str = "Analytical-Engine-1";
/// What Ada's authenticator app knows.
const APP_SECRET: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const REFRESH: &str = "/identity/resources/auth/v1/user/token/refresh";

type Outcome<T> = Result<T, Box<dyn Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    run(&mut io::stdout().lock()).await
}

/// All steps, told to `out`.
pub(crate) async fn run(out: &mut impl Write) -> Outcome<()> {
    let emulator = start().await?;
    // With a real environment: `Identity::builder("https://acme.frontegg.com").build()?`.
    let identity = Identity::builder(emulator.base_url())
        .clock(Borrowed::of(&emulator))
        .build()?;
    writeln!(out, "The service is emulated at {}\n", emulator.base_url())?;

    writeln!(out, "1. {EMAIL} signs in with a password")?;
    let who = Identifier::email(EMAIL);
    let login = identity
        .sign_in_with_password(&who, &PASSWORD.into())
        .await?;
    let Login::MfaChallenge(challenge) = login else {
        return Err("a second factor should be due".into());
    };
    writeln!(
        out,
        "   The password is right. A second factor is due, and Ada has:"
    )?;
    for _ in challenge.authenticators() {
        writeln!(out, "   - an authenticator app")?;
    }
    for email in challenge.emails() {
        writeln!(out, "   - codes by mail to {}", email.device().address)?;
    }

    writeln!(out, "\n2. Ada types the code of the app")?;
    let session = show_code(out, &emulator, &challenge).await?;
    let first = session.access_token().await?;
    tell_token(out, &first)?;

    writeln!(out, "\n3. The application asks who Ada is")?;
    let client = session.raw();
    let me = client.call(&catalogue::GET_MY_PROFILE);
    let me = me.send::<Value>().await?;
    check(me["email"] == EMAIL, "the profile should be Ada's")?;
    writeln!(out, "   {} <{}>", text(&me["name"]), text(&me["email"]))?;

    writeln!(out, "\n4. A day passes; the access token has run out")?;
    emulator.clock().advance(TimeDelta::days(1));
    let me = client.call(&catalogue::GET_MY_PROFILE);
    check(
        me.send::<Value>().await?["email"] == EMAIL,
        "the same call should work",
    )?;
    let second = session.access_token().await?;
    check(
        first.expose() != second.expose(),
        "the token should be a new one",
    )?;
    let refreshes = emulator.requests().count("POST", REFRESH);
    check(refreshes == 1, "one refresh should be enough")?;
    writeln!(
        out,
        "   The same call works all the same: {refreshes} refresh, which nobody saw."
    )?;
    tell_token(out, &second)?;

    writeln!(out, "\n5. Ada goes on in another tenant")?;
    let elsewhere = session.switch_tenant("globex").await?;
    check(
        claim(&elsewhere, "tenantId") == "globex",
        "the token should be for the other tenant",
    )?;
    tell_token(out, &elsewhere)?;

    writeln!(
        out,
        "\n6. Something costly wants a second factor that is five minutes old at most"
    )?;
    let stepped = session.step_up(Some(Duration::from_secs(300))).await?;
    let StepUp::MfaChallenge(challenge) = stepped else {
        return Err("the second factor of yesterday should be too old".into());
    };
    writeln!(
        out,
        "   Ada's is from yesterday, so she types another code."
    )?;
    show_code(out, &emulator, &challenge).await?;
    let stepped = session.access_token().await?;
    let methods = claim(&stepped, "amr");
    check(
        methods.contains("otp"),
        "the token should say how Ada showed it",
    )?;
    writeln!(out, "   The token says by what Ada is known: {methods}")?;

    writeln!(out, "\n7. Ada logs out")?;
    session.logout().await?;
    let error = match session.access_token().await {
        Ok(_) => return Err("there should be no token after the logout".into()),
        Err(error) => error,
    };
    check(
        error.kind() == ErrorKind::SignedOut && error.needs_sign_in(),
        "the session should be over",
    )?;
    writeln!(out, "   Whoever asks for a token now is told: {error}")?;

    writeln!(out, "\nEvery step came out as it should.")?;
    Ok(())
}

/// A service with one user in two tenants.
async fn start() -> Outcome<Emulator> {
    let ada = NewUser::new(EMAIL)
        .name("Ada Lovelace")
        .password(PASSWORD)
        .authenticator(APP_SECRET)
        .tenant("acme", &["Admin"])
        .tenant("globex", &["ReadOnly"]);
    let emulator = Emulator::builder()
        .tenant(NewTenant::new("Acme Corporation").id("acme"))
        .tenant(NewTenant::new("Globex Corporation").id("globex"))
        .user(ada)
        .start()
        .await?;
    // It stands still but for the day that we let pass.
    emulator.clock().freeze();
    Ok(emulator)
}

/// Answers a challenge as Ada's phone would.
async fn show_code(
    out: &mut impl Write,
    emulator: &Emulator,
    challenge: &MfaChallenge,
) -> Outcome<Session> {
    let app = challenge.authenticators().next();
    let app = app.ok_or("Ada should have an authenticator app")?;
    let code = totp_code(APP_SECRET, emulator.clock().now()).ok_or("the secret is base32")?;
    writeln!(out, "   The app shows {code}.")?;
    match app.verify(&code).await? {
        Login::Complete(signed_in) => Ok(signed_in.session),
        _ => Err("the code should be enough".into()),
    }
}

fn tell_token(out: &mut impl Write, token: &AccessToken) -> Outcome<()> {
    let tenant = claim(token, "tenantId");
    let end = token.expires_at().ok_or("the token should say its end")?;
    let end = end.format("%-d %B, %H:%M UTC");
    writeln!(
        out,
        "   The token is for tenant {tenant}, and good until {end}."
    )?;
    Ok(())
}

/// What the token says, as text.
fn claim(token: &AccessToken, name: &str) -> String {
    match token.unverified_claims() {
        Some(claims) => text(&claims[name]),
        None => String::new(),
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(text).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

fn check(is_right: bool, expectation: &'static str) -> Outcome<()> {
    is_right.then_some(()).ok_or_else(|| expectation.into())
}

/// The emulator's time, so that a day passes for both sides.
#[derive(Debug)]
struct Borrowed {
    hands: Hands,
    start: DateTime<Utc>,
}

impl Borrowed {
    fn of(emulator: &Emulator) -> Self {
        Self {
            hands: emulator.clock().clone(),
            start: emulator.clock().now(),
        }
    }
}

impl Clock for Borrowed {
    fn now(&self) -> Moment {
        let wall = self.hands.now();
        Moment {
            wall,
            steady: (wall - self.start).to_std().unwrap_or_default(),
        }
    }
}
