//! What the parts of an emulator have in common.

use std::net::SocketAddr;

use tokio::sync::watch;

use crate::builder::Seed;
use crate::clock::Clock;
use crate::faults::Faults;
use crate::journal::Journal;
use crate::service::Service;
use crate::settings::Settings;
use crate::state::State;

/// The service with everything around it that a test can reach.
pub(crate) struct Shared {
    pub(crate) service: Service,
    pub(crate) faults: Faults,
    pub(crate) journal: Journal,
    settings: Settings,
    seed: Seed,
    changes: watch::Sender<()>,
}

/// Where an emulator listens.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Addresses {
    pub(crate) main: SocketAddr,
    pub(crate) regional: SocketAddr,
}

impl Shared {
    pub(crate) fn new(settings: Settings, seed: Seed, clock: Clock, faults: Faults) -> Self {
        let service = Service::new(settings.clone(), clock);
        seed.sow(&mut service.state.lock(), service.clock.now());
        Self {
            service,
            faults,
            journal: Journal::new(),
            settings,
            seed,
            changes: watch::Sender::new(()),
        }
    }

    /// Back to the start: settings, state, faults, latencies and journal. Clock and keys stay as they are.
    pub(crate) fn reset(&self) {
        self.service
            .change_settings(|settings| settings.clone_from(&self.settings));
        let now = self.service.clock.now();
        let mut state = State::new(&self.settings, now);
        self.seed.sow(&mut state, now);
        *self.service.state.lock() = state;
        self.faults.reset();
        self.journal.clear();
        self.changed();
    }

    /// Wakes whoever waits for something to happen.
    pub(crate) fn changed(&self) {
        self.changes.send_replace(());
    }

    /// Waits until `look` finds something. It looks now and whenever a request was answered.
    pub(crate) async fn wait_for<T>(&self, look: impl Fn(&State) -> Option<T>) -> T {
        let mut changes = self.changes.subscribe();
        loop {
            let found = look(&self.service.state.lock());
            if let Some(found) = found {
                return found;
            }
            if changes.changed().await.is_err() {
                // The sender is a field of `self`.
                return std::future::pending().await;
            }
        }
    }
}
