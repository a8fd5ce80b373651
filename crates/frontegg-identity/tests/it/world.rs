//! An emulator, and a client of it whose clock is the emulator's.

use std::time::Duration;

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use frontegg_identity::{
    Clock, Credentials, Error, Identifier, Identity, IdentityBuilder, Login, MachineSession,
    MfaChallenge, MfaEnrolment, Moment, RetryPolicy, Secret, Session,
};
use frontegg_identity_emulator::devices::totp_code;
use frontegg_identity_emulator::{Clock as Hands, Emulator, NewUser, Recorded, Settings};
use frontegg_identity_raw::Operation;
use serde_json::Value;

pub(crate) const ADA: &str = "ada@example.com";
pub(crate) const ALAN: &str = "alan@example.com";
pub(crate) const PASSWORD: &str = "S3NTINEL-Engine-1";
/// Of an authenticator app, in base32.
pub(crate) const APP: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
pub(crate) const LOGIN: &str = "/identity/resources/auth/v1/user";
pub(crate) const REFRESH: &str = "/identity/resources/auth/v1/user/token/refresh";
pub(crate) const LOGOUT: &str = "/identity/resources/auth/v1/logout";

pub(crate) struct World {
    pub(crate) emulator: Emulator,
    pub(crate) identity: Identity,
}

/// Shows the emulator's time on both hands.
#[derive(Debug)]
struct Borrowed {
    hands: Hands,
    behind: TimeDelta,
    start: DateTime<Utc>,
}

impl Clock for Borrowed {
    fn now(&self) -> Moment {
        let wall = self.hands.now() - self.behind;
        Moment {
            wall,
            steady: (self.hands.now() - self.start).to_std().unwrap_or_default(),
        }
    }
}

impl World {
    /// With Ada, who has nothing but a password, and Alan, who has an authenticator app too. Both are in two tenants.
    pub(crate) async fn new() -> Self {
        Self::with(|_| {}, []).await
    }

    pub(crate) async fn with(
        change: impl FnOnce(&mut Settings),
        users: impl IntoIterator<Item = NewUser>,
    ) -> Self {
        crate::sentinel::watch();
        let mut settings = Settings::default();
        // M5: no request has a member that the description does not know.
        settings.strict = true;
        change(&mut settings);
        let ada = NewUser::new(ADA).username("ada").password(PASSWORD);
        let alan = NewUser::new(ALAN).password(PASSWORD).authenticator(APP);
        let both = [ada, alan].map(|user| user.tenant("t-1", &["Admin"]).tenant("t-2", &[]));
        let mut builder = Emulator::builder().settings(settings);
        for user in both.into_iter().chain(users) {
            builder = builder.user(user);
        }
        let emulator = builder.start().await.unwrap();
        emulator.clock().freeze();
        let now = emulator.clock().now();
        emulator.clock().set(now.trunc_subsecs(0));
        let identity = identity_of(&emulator);
        Self { emulator, identity }
    }

    pub(crate) async fn sign_in(&self, email: &str) -> Result<Login, Error> {
        let who = Identifier::email(email);
        let password = Secret::from(PASSWORD);
        self.identity.sign_in_with_password(&who, &password).await
    }

    pub(crate) async fn sign_in_by_username(&self, name: &str) -> Login {
        let who = Identifier::username(name);
        let password = Secret::from(PASSWORD);
        let login = self.identity.sign_in_with_password(&who, &password).await;
        login.unwrap()
    }

    pub(crate) async fn ada(&self) -> Session {
        session(self.sign_in(ADA).await.unwrap())
    }

    /// Alan, after the code of his app. The next code is a new one.
    pub(crate) async fn alan(&self) -> Session {
        let challenge = challenge(self.sign_in(ALAN).await.unwrap());
        let app = challenge.authenticators().next().unwrap();
        let session = session(app.verify(&self.app_code()).await.unwrap());
        self.pass(TimeDelta::minutes(1));
        session
    }

    pub(crate) async fn environment(&self) -> MachineSession {
        let secret = Secret::from(self.emulator.secret());
        let credentials = Credentials::environment(self.emulator.client_id(), secret);
        self.identity.sign_in_as_machine(credentials).await.unwrap()
    }

    /// A management call that has to work.
    pub(crate) async fn manage(&self, operation: &'static Operation, body: &Value) {
        let client = self.environment().await.raw();
        client.call(operation).json(body).send_unit().await.unwrap();
    }

    pub(crate) fn pass(&self, span: TimeDelta) {
        self.emulator.clock().advance(span);
    }

    /// Access tokens that were there have run out.
    pub(crate) fn expire(&self) {
        self.pass(self.emulator.settings().access_token_life);
    }

    /// Alan's code.
    pub(crate) fn app_code(&self) -> String {
        self.code_of(APP)
    }

    pub(crate) fn code_of(&self, secret: &str) -> String {
        totp_code(secret, self.emulator.clock().now()).unwrap()
    }

    pub(crate) fn count(&self, method: &str, path: &str) -> usize {
        self.emulator.requests().count(method, path)
    }

    pub(crate) fn refreshes(&self) -> usize {
        self.count("POST", REFRESH)
    }

    pub(crate) fn last(&self, method: &str, path: &str) -> Recorded {
        self.emulator.requests().last(method, path).unwrap()
    }
}

/// A client by the emulator's time. A server's wish to be left alone is not waited for, but told.
pub(crate) fn identity_of(emulator: &Emulator) -> Identity {
    identity_behind(emulator, TimeDelta::zero())
}

/// The same, with a clock that is slow.
pub(crate) fn identity_behind(emulator: &Emulator, behind: TimeDelta) -> Identity {
    builder_of(emulator, behind).build().unwrap()
}

pub(crate) fn builder_of(emulator: &Emulator, behind: TimeDelta) -> IdentityBuilder {
    let clock = Borrowed {
        hands: emulator.clock().clone(),
        behind,
        start: emulator.clock().now(),
    };
    let patience = RetryPolicy::DEFAULT
        .first_pause(Duration::ZERO)
        .longest_wait(Duration::ZERO);
    let builder = Identity::builder(emulator.base_url());
    builder.clock(clock).retry(patience)
}

pub(crate) fn session(login: Login) -> Session {
    match login {
        Login::Complete(signed_in) => signed_in.session,
        other => panic!("not signed in, but {other:?}"),
    }
}

pub(crate) fn challenge(login: Login) -> MfaChallenge {
    match login {
        Login::MfaChallenge(challenge) => challenge,
        other => panic!("no challenge, but {other:?}"),
    }
}

pub(crate) fn enrolment(login: Login) -> MfaEnrolment {
    match login {
        Login::MfaEnrolment(enrolment) => enrolment,
        other => panic!("no enrolment, but {other:?}"),
    }
}

/// A code that is not this one.
pub(crate) fn other_than(code: &str) -> String {
    let first = if code.starts_with('0') { "1" } else { "0" };
    format!("{first}{}", &code[1..])
}

/// A claim of the token that a session has now.
pub(crate) async fn claim(session: &Session, name: &str) -> Value {
    let token = session.access_token().await.unwrap();
    token.unverified_claims().unwrap()[name].take()
}
