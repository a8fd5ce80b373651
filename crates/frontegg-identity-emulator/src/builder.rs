//! How an emulator is set up before it starts.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::clock::Clock;
use crate::emulator::{Emulator, Start, StartError};
use crate::faults::Faults;
use crate::server::Limits;
use crate::settings::Settings;
use crate::state::{
    NewApiToken, NewApplication, NewRole, NewSsoConnection, NewTenant, NewUser, State,
};

/// An emulator that has not started yet.
///
/// ```
/// use frontegg_identity_emulator::{Emulator, NewUser, Settings};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let mut settings = Settings::default();
/// settings.rotate_refresh_tokens = false;
/// let emulator = Emulator::builder()
///     .settings(settings)
///     .user(NewUser::new("ada@example.com").password("Lovelace-1815").tenant("acme", &["Admin"]))
///     .start_blocking()?;
/// assert!(emulator.base_url().starts_with("http://127.0.0.1:"));
/// # Ok(())
/// # }
/// ```
#[must_use]
pub struct Builder {
    host: IpAddr,
    port: u16,
    api_port: u16,
    threads: usize,
    settings: Settings,
    seed: Seed,
    clock: Clock,
    faults: Faults,
    limits: Limits,
}

/// What is there after a start and after a reset.
#[derive(Clone, Default)]
pub(crate) struct Seed {
    tenants: Vec<NewTenant>,
    applications: Vec<NewApplication>,
    roles: Vec<NewRole>,
    users: Vec<NewUser>,
    api_tokens: Vec<NewApiToken>,
    connections: Vec<NewSsoConnection>,
}

impl Seed {
    pub(crate) fn sow(&self, state: &mut State, now: DateTime<Utc>) {
        for tenant in &self.tenants {
            state.seed_tenant(tenant.clone(), now);
        }
        for application in &self.applications {
            state.seed_application(application.clone(), now);
        }
        for role in &self.roles {
            state.seed_role(role.clone(), now);
        }
        for user in &self.users {
            state.seed_user(user.clone(), now);
        }
        for token in &self.api_tokens {
            state.seed_api_token(token.clone(), now);
        }
        for connection in &self.connections {
            state.seed_connection(connection.clone(), now);
        }
    }
}

impl Builder {
    pub(crate) fn new() -> Self {
        Self {
            host: IpAddr::V4(Ipv4Addr::LOCALHOST),
            port: 0,
            api_port: 0,
            threads: 1,
            settings: Settings::default(),
            seed: Seed::default(),
            clock: Clock::default(),
            faults: Faults::default(),
            limits: Limits::default(),
        }
    }

    /// The port of [`Emulator::base_url`]; by default, and with 0, one that is free.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// The port of [`Emulator::api_url`]; by default, and with 0, one that is free.
    pub fn api_port(mut self, port: u16) -> Self {
        self.api_port = port;
        self
    }

    /// The address to listen at, 127.0.0.1 by default. Whoever can reach it can read and change everything.
    pub fn host(mut self, host: IpAddr) -> Self {
        self.host = host;
        self
    }

    /// Threads that answer requests, 1 by default.
    pub fn threads(mut self, threads: usize) -> Self {
        self.threads = threads;
        self
    }

    /// The settings.
    pub fn settings(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self
    }

    /// The clock, running by default. One that several emulators share moves all of them.
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// Adds a tenant.
    pub fn tenant(mut self, tenant: NewTenant) -> Self {
        self.seed.tenants.push(tenant);
        self
    }

    /// Adds an application.
    pub fn application(mut self, application: NewApplication) -> Self {
        self.seed.applications.push(application);
        self
    }

    /// Adds a role.
    pub fn role(mut self, role: NewRole) -> Self {
        self.seed.roles.push(role);
        self
    }

    /// Adds a user.
    pub fn user(mut self, user: NewUser) -> Self {
        self.seed.users.push(user);
        self
    }

    /// Adds an API token.
    pub fn api_token(mut self, token: NewApiToken) -> Self {
        self.seed.api_tokens.push(token);
        self
    }

    /// Adds a tenant's connection to its identity provider, which the emulator plays as well.
    pub fn sso_connection(mut self, connection: NewSsoConnection) -> Self {
        self.seed.connections.push(connection);
        self
    }

    /// Lets every reply take this long in real time.
    pub fn latency(self, latency: Duration) -> Self {
        self.faults.set_latency(latency);
        self
    }

    /// Lets the replies to a method and a path take this long in real time. See [`Faults::on`] for what the path may be.
    pub fn route_latency(self, method: &str, path: &str, latency: Duration) -> Self {
        self.faults.on(method, path).latency(latency);
        self
    }

    /// Connections that are served at once, 1 024 by default. More wait until another one ends; an idle one ends after 30
    /// seconds.
    pub fn connections(mut self, connections: usize) -> Self {
        self.limits.connections = connections;
        self
    }

    /// Bytes of a request's body, 1 MiB by default. More is answered by 413.
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.limits.body = bytes;
        self
    }

    /// Time that a client has for the headers of a request and, once more, for its body; 30 seconds by default.
    pub fn request_time(mut self, time: Duration) -> Self {
        self.limits.header_time = time;
        self.limits.body_time = time;
        self
    }

    /// Starts the emulator. It may be awaited on any executor.
    ///
    /// # Errors
    /// `PortTaken`, `Io`: see [`StartError`].
    pub async fn start(self) -> Result<Emulator, StartError> {
        self.into_start().run().await
    }

    /// Starts the emulator and waits for it, for tests without a runtime.
    ///
    /// # Errors
    /// As [`Builder::start`].
    pub fn start_blocking(self) -> Result<Emulator, StartError> {
        self.into_start().run_blocking()
    }

    fn into_start(self) -> Start {
        Start {
            main: SocketAddr::new(self.host, self.port),
            regional: SocketAddr::new(self.host, self.api_port),
            threads: self.threads,
            limits: self.limits,
            settings: self.settings,
            seed: self.seed,
            clock: self.clock,
            faults: self.faults,
        }
    }
}

/// Without users and settings: they hold passwords and the secret.
impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("host", &self.host)
            .field("port", &self.port)
            .finish_non_exhaustive()
    }
}
