//! A lease in the hands of this process.

use std::sync::Arc;

use tokio::runtime::Handle;

use super::names::Names;
use super::{Core, LOCKING};
use crate::store::{StoreError, StoreErrorKind};

/// A lease that we have, or may have without knowing it yet.
pub(super) struct Held {
    pub(super) names: Names,
    /// Nobody else has the same.
    pub(super) token: [u8; 16],
    /// Of the lock, once we know it.
    pub(super) number: Option<u64>,
    core: Arc<Core>,
    runtime: Handle,
    is_over: bool,
}

impl Held {
    pub(super) fn new(core: Arc<Core>, names: Names) -> Result<Self, StoreError> {
        let mut token = [0; 16];
        aws_lc_rs::rand::fill(&mut token)
            .map_err(|_| StoreError::new(StoreErrorKind::Unavailable, LOCKING))?;
        Ok(Self {
            names,
            token,
            number: None,
            core,
            runtime: Handle::current(),
            is_over: false,
        })
    }

    pub(super) async fn give_back(mut self) -> Result<(), StoreError> {
        let given = end(&self.core, &self.names, self.token, self.number, true).await;
        self.is_over = given.is_ok();
        given
    }
}

impl Drop for Held {
    /// Nobody need wait for the lease to run out. It still counts as that of a holder who died, unless it was never used.
    fn drop(&mut self) {
        if self.is_over {
            return;
        }
        let (core, names) = (Arc::clone(&self.core), self.names.clone());
        let (token, number) = (self.token, self.number);
        self.runtime.spawn(async move {
            // If it fails, the lease runs out by itself.
            drop(end(&core, &names, token, number, number.is_none()).await);
        });
    }
}

async fn end(
    core: &Core,
    names: &Names,
    token: [u8; 16],
    number: Option<u64>,
    is_given_back: bool,
) -> Result<(), StoreError> {
    let keys = [names.lease.as_str(), &names.fence];
    let number = number.map(|number| number.to_string()).unwrap_or_default();
    let is_given_back: &[u8] = if is_given_back { b"1" } else { b"0" };
    let arguments = [&token[..], number.as_bytes(), is_given_back];
    let doing = "cannot unlock the session in Redis";
    core.link
        .run(doing, &core.scripts.unlock, &keys, &arguments)
        .await
}
