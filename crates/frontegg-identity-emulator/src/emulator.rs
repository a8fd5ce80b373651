//! A running emulator and its thread.

use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};

use tokio::runtime::{self, Runtime};
use tokio::sync::{oneshot, watch};

use crate::builder::{Builder, Seed};
use crate::clock::Clock;
use crate::description::Description;
use crate::faults::Faults;
use crate::journal::Journal;
use crate::server::{self, Door, Limits};
use crate::settings::Settings;
use crate::shared::{Addresses, Shared};
use crate::state::outbox::{Outbox, Sent, SentKind};

/// Frontegg's identity service on a port of this machine. It stops when it is dropped.
///
/// It runs on a thread of its own, so that it answers whatever the test's runtime is doing, and whether or not the time of
/// that runtime is paused.
///
/// ```
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use frontegg_identity_emulator::Emulator;
///
/// let emulator = Emulator::start().await?;
/// emulator.clock().advance(chrono::TimeDelta::hours(5));
/// println!("{}/identity/resources/auth/v1/user", emulator.base_url());
/// # Ok(())
/// # }
/// ```
pub struct Emulator {
    shared: Arc<Shared>,
    addresses: Addresses,
    stop: Option<watch::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// Why an emulator did not start.
#[derive(Debug)]
#[non_exhaustive]
pub enum StartError {
    /// Another program listens there. Choose another port, or none to get a free one.
    PortTaken(SocketAddr),
    /// The system did not give what the emulator needs: a port, a thread, a poller.
    Io(io::Error),
}

impl Emulator {
    /// Starts with default settings on a free port.
    ///
    /// # Errors
    /// See [`StartError`].
    pub async fn start() -> Result<Self, StartError> {
        Self::builder().start().await
    }

    /// Starts with default settings on a free port, for tests without a runtime.
    ///
    /// # Errors
    /// See [`StartError`].
    pub fn start_blocking() -> Result<Self, StartError> {
        Self::builder().start_blocking()
    }

    /// Settings, users and more before the start.
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// The URL of the environment's own domain: `http://127.0.0.1:<port>`, without a slash at its end.
    #[must_use]
    pub fn base_url(&self) -> String {
        url(self.addresses.main)
    }

    /// The environment's domain with the prefix that browsers use: `base_url()/frontegg`. The same routes are below it.
    #[must_use]
    pub fn frontegg_url(&self) -> String {
        format!("{}/frontegg", self.base_url())
    }

    /// The URL of `https://api.<region>.frontegg.com`, on a port of its own: the environment has to be named there by an
    /// environment token or by `frontegg-vendor-host`.
    #[must_use]
    pub fn api_url(&self) -> String {
        url(self.addresses.regional)
    }

    /// The page for people, with users, sessions, codes, requests and faults.
    #[must_use]
    pub fn page_url(&self) -> String {
        format!("{}/_emulator", self.base_url())
    }

    /// The environment's client id.
    #[must_use]
    pub fn client_id(&self) -> String {
        self.shared.service.settings().client_id.clone()
    }

    /// The environment's secret.
    #[must_use]
    pub fn secret(&self) -> String {
        self.shared.service.settings().secret.clone()
    }

    /// The clock that the service reads.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.shared.service.clock
    }

    /// What the service has sent by mail and SMS up to now.
    #[must_use]
    pub fn outbox(&self) -> Outbox {
        self.shared.service.state.lock().outbox.clone()
    }

    /// Waits for a mail or an SMS of a kind to an address or a number; the newest, if there are several already.
    ///
    /// # Cancel safety
    /// Nothing is lost when the future is dropped.
    pub async fn sent(&self, kind: SentKind, to: &str) -> Sent {
        self.shared
            .wait_for(|state| state.outbox.last(kind, to).cloned())
            .await
    }

    /// The faults that strike requests, and the time that replies take.
    #[must_use]
    pub fn faults(&self) -> &Faults {
        &self.shared.faults
    }

    /// The requests that came.
    #[must_use]
    pub fn requests(&self) -> &Journal {
        &self.shared.journal
    }

    /// The keys that tokens are signed with.
    #[must_use]
    pub fn keys(&self) -> KeyRing<'_> {
        KeyRing {
            shared: &self.shared,
        }
    }

    /// The settings as they are now.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings::clone(&self.shared.service.settings())
    }

    /// Changes settings. Requests that are being answered keep the old ones.
    pub fn change_settings(&self, change: impl FnOnce(&mut Settings)) {
        self.shared.service.change_settings(change);
    }

    /// Back to the start: settings, users and all other state, faults, latencies and recorded requests. The clock stays
    /// where it is, keys stay, and tokens that were signed before still pass as such.
    pub fn reset(&self) {
        self.shared.reset();
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic there was printed there, and must not become a second one here.
            let _ = thread.join();
        }
    }
}

impl fmt::Debug for Emulator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Emulator")
            .field("addresses", &self.addresses)
            .finish_non_exhaustive()
    }
}

/// The keys that tokens are signed with.
#[derive(Clone, Copy)]
pub struct KeyRing<'a> {
    shared: &'a Shared,
}

impl KeyRing<'_> {
    /// Signs with a new key from now on. The old ones stay published, and tokens signed with them good.
    pub fn rotate(&self) {
        self.shared.service.keys.rotate();
    }

    /// Publishes only the newest key from now on. Tokens that were signed with others are refused.
    pub fn retire_old(&self) {
        self.shared.service.keys.retire_old();
    }
}

impl fmt::Debug for KeyRing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyRing").finish_non_exhaustive()
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PortTaken(address) => {
                let port = address.port();
                write!(
                    f,
                    "port {port} of {} is taken by another program: choose another one",
                    address.ip()
                )
            }
            Self::Io(_) => f.write_str("the emulator cannot start"),
        }
    }
}

impl std::error::Error for StartError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::PortTaken(_) => None,
            Self::Io(error) => Some(error),
        }
    }
}

/// Everything that a start needs.
pub(crate) struct Start {
    pub(crate) main: SocketAddr,
    pub(crate) regional: SocketAddr,
    pub(crate) threads: usize,
    pub(crate) limits: Limits,
    pub(crate) settings: Settings,
    pub(crate) seed: Seed,
    pub(crate) clock: Clock,
    pub(crate) faults: Faults,
}

/// What the thread says when it has started: where it listens.
type Report = Result<Addresses, StartError>;

impl Start {
    pub(crate) async fn run(self) -> Result<Emulator, StartError> {
        let (report, started) = oneshot::channel();
        let emulator = self.spawn(move |addresses| drop(report.send(addresses)))?;
        emulator.started(started.await.unwrap_or_else(|_| Err(gone())))
    }

    pub(crate) fn run_blocking(self) -> Result<Emulator, StartError> {
        let (report, started) = mpsc::channel();
        let emulator = self.spawn(move |addresses| drop(report.send(addresses)))?;
        emulator.started(started.recv().unwrap_or_else(|_| Err(gone())))
    }

    /// Starts the thread. The addresses are the wished ones until the thread has reported the real ones.
    fn spawn(self, report: impl FnOnce(Report) + Send + 'static) -> Result<Emulator, StartError> {
        let Self {
            main,
            regional,
            threads,
            limits,
            settings,
            seed,
            clock,
            faults,
        } = self;
        let shared = Arc::new(Shared::new(settings, seed, clock, faults));
        let (stop, stopped) = watch::channel(());
        let served = Arc::clone(&shared);
        let run = move || match open(threads, main, regional) {
            Err(error) => report(Err(error)),
            Ok((runtime, addresses, doors)) => {
                report(Ok(addresses));
                // Requests may come from now on; they wait while the description is read, once a process.
                Description::get();
                runtime.block_on(server::serve(served, doors, limits, stopped));
            }
        };
        let thread = thread::Builder::new()
            .name("frontegg-emulator".to_owned())
            .spawn(run)
            .map_err(StartError::Io)?;
        Ok(Emulator {
            shared,
            addresses: Addresses { main, regional },
            stop: Some(stop),
            thread: Some(thread),
        })
    }
}

impl Emulator {
    fn started(mut self, report: Report) -> Result<Self, StartError> {
        self.addresses = report?;
        Ok(self)
    }
}

fn gone() -> StartError {
    StartError::Io(io::Error::other("the emulator's thread ended"))
}

type Doors = [(tokio::net::TcpListener, Door); 2];

fn open(
    threads: usize,
    main: SocketAddr,
    regional: SocketAddr,
) -> Result<(Runtime, Addresses, Doors), StartError> {
    let mut builder = match threads {
        0 | 1 => runtime::Builder::new_current_thread(),
        _ => runtime::Builder::new_multi_thread(),
    };
    let runtime = builder
        .worker_threads(threads.max(1))
        .thread_name("frontegg-emulator")
        .enable_all()
        .build()
        .map_err(StartError::Io)?;
    let inside = runtime.enter();
    let (main, regional) = (listen(main)?, listen(regional)?);
    drop(inside);
    let addresses = Addresses {
        main: main.local_addr().map_err(StartError::Io)?,
        regional: regional.local_addr().map_err(StartError::Io)?,
    };
    Ok((
        runtime,
        addresses,
        [(main, Door::Main), (regional, Door::Regional)],
    ))
}

fn listen(address: SocketAddr) -> Result<tokio::net::TcpListener, StartError> {
    server::listen(address).map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => StartError::PortTaken(address),
        _ => StartError::Io(error),
    })
}

/// The URL of an address; one that stands for all addresses is reached by loopback.
fn url(mut address: SocketAddr) -> String {
    match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => address.set_ip(Ipv4Addr::LOCALHOST.into()),
        IpAddr::V6(ip) if ip.is_unspecified() => address.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    format!("http://{address}")
}
