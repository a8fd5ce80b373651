//! One of the processes.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use frontegg_identity::{Error, Identity};

use crate::store::{self, Kept};

/// Renews the session so many times, and says in milliseconds how long the longest took.
pub(crate) async fn run(url: &str, kept: &Kept, refreshes: u64) -> Result<()> {
    let identity = Identity::builder(url).store(kept.open()?).build()?;
    let session = identity.stored_session(store::key()?).await?;
    let session = session.context("there is no session")?;
    let mut longest = Duration::ZERO;
    for number in 1..=refreshes {
        let start = Instant::now();
        if let Err(error) = session.refresh_now().await {
            crate::say(&format!("refresh {number}: {}", chain(&error)));
            return Err(error).with_context(|| format!("refresh {number}"));
        }
        longest = longest.max(start.elapsed());
    }
    crate::say(&longest.as_millis().to_string());
    Ok(())
}

fn chain(error: &Error) -> String {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}
