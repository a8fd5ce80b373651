//! A gate that holds replies back until a test opens it.

use std::sync::Arc;

use serde::{Serialize, Serializer};
use tokio::sync::watch;

/// Holds replies back: the service has done what it was asked for, and the client waits. Clones are the same gate.
///
/// ```
/// # async fn example(emulator: &frontegg_identity_emulator::Emulator) {
/// use frontegg_identity_emulator::{Fault, Gate};
///
/// let gate = Gate::closed();
/// let login = emulator.faults().on("POST", "/identity/resources/auth/v1/user");
/// login.once(Fault::Hold(gate.clone()));
/// // ... start the request that is to be held, then:
/// gate.arrived(1).await;
/// // ... whatever should happen meanwhile, then:
/// gate.open();
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct Gate {
    inner: Arc<watch::Sender<Inner>>,
}

#[derive(Debug, Default)]
struct Inner {
    is_open: bool,
    arrived: usize,
}

impl Gate {
    /// A gate that holds what comes.
    #[must_use]
    pub fn closed() -> Self {
        Self {
            inner: Arc::default(),
        }
    }

    /// Lets go what waits, and whatever comes later.
    pub fn open(&self) {
        self.inner.send_modify(|inner| inner.is_open = true);
    }

    /// Waits until `n` replies in all have come to the gate.
    ///
    /// # Cancel safety
    /// Nothing is lost when the future is dropped.
    pub async fn arrived(&self, n: usize) {
        self.wait(|inner| inner.arrived >= n).await;
    }

    /// Brings a reply to the gate, and waits until it is open.
    pub(crate) async fn pass(&self) {
        self.inner.send_modify(|inner| inner.arrived += 1);
        self.wait(|inner| inner.is_open).await;
    }

    async fn wait(&self, until: impl FnMut(&Inner) -> bool) {
        // It fails only without a sender, which is a field of `self`.
        let _ = self.inner.subscribe().wait_for(until).await;
    }
}

/// The same gate, not one in the same state.
impl PartialEq for Gate {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.inner, &other.inner)
    }
}

impl Serialize for Gate {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(if self.inner.borrow().is_open {
            "open"
        } else {
            "closed"
        })
    }
}
