//! What the server saw.

use anyhow::{Context, Result};
use frontegg_identity_emulator::{Emulator, Journal, Outcome};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

const REFRESH: &str = "/identity/resources/auth/v1/user/token/refresh";

/// Counts while the processes run: the emulator keeps its latest requests only.
pub(crate) struct Tally {
    counting: JoinHandle<Seen>,
    stop: oneshot::Sender<u64>,
}

#[derive(Default)]
pub(crate) struct Seen {
    pub(crate) refreshes: u64,
    /// Answers that replaced the refresh token.
    pub(crate) rotations: u64,
    pub(crate) unauthorized: u64,
}

impl Tally {
    pub(crate) fn start(emulator: &Emulator) -> Self {
        let journal = emulator.requests().clone();
        let first = newest(&journal);
        let (stop, stopped) = oneshot::channel();
        let counting = tokio::spawn(count(journal, first, stopped));
        Self { counting, stop }
    }

    /// What there was up to now.
    pub(crate) async fn stop(self, emulator: &Emulator) -> Result<Seen> {
        // If it has gone, the next line says so.
        let _ = self.stop.send(newest(emulator.requests()));
        self.counting.await.context("nobody counted")
    }
}

async fn count(journal: Journal, mut number: u64, stopped: oneshot::Receiver<u64>) -> Seen {
    let mut seen = Seen::default();
    let mut stopped = Box::pin(stopped);
    let mut last = None;
    while last.is_none_or(|last| number < last) {
        tokio::select! {
            said = &mut stopped, if last.is_none() => last = Some(said.unwrap_or(number)),
            new = journal.next_after(number) => {
                for request in new {
                    number = request.number;
                    if request.path != REFRESH {
                        continue;
                    }
                    seen.refreshes += 1;
                    match request.outcome {
                        Outcome::Answered(200) => seen.rotations += 1,
                        Outcome::Answered(401) => seen.unauthorized += 1,
                        _ => {}
                    }
                }
            }
        }
    }
    seen
}

fn newest(journal: &Journal) -> u64 {
    journal.all().last().map_or(0, |request| request.number)
}
