//! Many idle sessions in one process: their memory, and that nothing runs for them.

use std::error::Error;

use allocation_counter::measure;
use facade_bench::{ACCESS_TOKEN_LENGTH, REFRESH_TOKEN_LENGTH, Server, identity, row, sign_in};
use frontegg_identity::Session;
use tokio::runtime::Builder;

const SESSIONS: usize = 100_000;
const TARGET: usize = 512;

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let identity = identity(&Server::of_sessions()?)?;
    let mut sessions = Vec::<Session>::with_capacity(SESSIONS);
    // The first opens the connection and fills what all have in common.
    sessions.push(runtime.block_on(sign_in(&identity))?);
    let tasks = || runtime.metrics().num_alive_tasks();
    let (before, resident) = (tasks(), resident());
    let mut outcome = Ok(());
    let counted = measure(|| {
        outcome = runtime.block_on(async {
            while sessions.len() < SESSIONS {
                sessions.push(sign_in(&identity).await?);
            }
            Ok::<_, frontegg_identity::Error>(())
        });
    });
    outcome?;
    let started = tasks() - before;
    let tokens = ACCESS_TOKEN_LENGTH + REFRESH_TOKEN_LENGTH;
    let each = counted.bytes_current as f64 / (SESSIONS - 1) as f64 - tokens as f64
        + size_of::<Session>() as f64;
    row(
        &format!("each of {SESSIONS} idle sessions, besides its tokens"),
        &format!("{each:.0} bytes"),
        "",
        "",
        &format!("at most {TARGET} bytes"),
    );
    if let Some((before, after)) = resident.zip(self::resident()) {
        let each = (after - before) * 1024 / SESSIONS as u64;
        let tokens = format!("{each} bytes");
        row(
            "the same with its tokens, as the system counts",
            &tokens,
            "",
            "",
            "",
        );
    }
    row(
        "tasks that were started for them",
        &started.to_string(),
        "",
        "",
        "0",
    );
    Ok(())
}

/// Resident memory of this process in kilobytes, where the system has `/proc`.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse().ok()
}
