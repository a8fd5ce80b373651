//! Processes that renew one session as fast as they can, over one store, where each refresh token is good for one use.
//!
//! A lock that two hold at once, a token that is read before it is written, a file that is half there: each of these ends
//! with a 401 for one of them, sooner or later. None may.

mod redis;
mod store;
mod tally;
mod worker;

use std::io::{BufReader, Lines};
use std::process::{Child, ChildStdout, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use clap::Parser;
use frontegg_identity::{Identifier, Identity, Login};
use frontegg_identity_emulator::{Emulator, NewUser, Reuse};

use self::store::Kept;
use self::tally::Tally;

const EMAIL: &str = "ada@example.com";
const PASSWORD: &str = "Analytical-Engine-1";

#[derive(Parser)]
#[command(
    bin_name = "cargo xtask soak",
    about = "Renew one session from many processes"
)]
struct Arguments {
    /// Processes that share the store
    #[arg(long, default_value_t = 8)]
    processes: u64,
    /// How often each of them renews the session
    #[arg(long, default_value_t = 100)]
    refreshes: u64,
    #[command(flatten)]
    kept: Kept,
    /// Be one of the processes, with the emulator at this URL
    #[arg(long, hide = true, value_name = "URL")]
    worker: Option<String>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match &arguments.worker {
        Some(url) => worker::run(url, &arguments.kept, arguments.refreshes).await,
        None => soak(&arguments).await,
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

async fn soak(arguments: &Arguments) -> Result<()> {
    let (kept, _folder) = arguments.kept.clone().somewhere().await?;
    let emulator = Emulator::builder()
        .user(NewUser::new(EMAIL).password(PASSWORD))
        .start()
        .await?;
    emulator.change_settings(|settings| {
        settings.rotate_refresh_tokens = true;
        settings.refresh_token_reuse = Reuse::Refuse;
    });
    let identity = Identity::builder(emulator.base_url())
        .store(kept.open()?)
        .build()?;
    let who = Identifier::email(EMAIL);
    let login = identity
        .sign_in_with_password(&who, &PASSWORD.into())
        .await?;
    let Login::Complete(signed_in) = login else {
        bail!("the emulator wants more than a password");
    };
    signed_in.session.store_as(store::key()?).await?;

    let tally = Tally::start(&emulator);
    let start = Instant::now();
    let workers = (0..arguments.processes)
        .map(|_| Worker::start(&emulator.base_url(), &kept, arguments.refreshes))
        .collect::<Result<Vec<_>>>()?;
    let mut longest = Duration::ZERO;
    let mut failed = Vec::new();
    for worker in workers {
        match worker.end() {
            Ok(wait) => longest = longest.max(wait),
            Err(error) => failed.push(format!("{error:#}")),
        }
    }
    let time = start.elapsed();
    let server = tally.stop(&emulator).await?;

    let wanted = arguments.processes * arguments.refreshes;
    say(&format!(
        "{} processes x {} refreshes over {}: {:.1} s, {:.0} a second, longest wait {} ms",
        arguments.processes,
        arguments.refreshes,
        kept.name(),
        time.as_secs_f64(),
        wanted as f64 / time.as_secs_f64(),
        longest.as_millis()
    ));
    say(&format!(
        "server: {} refreshes, {} rotations, {} times 401",
        server.refreshes, server.rotations, server.unauthorized
    ));
    ensure!(failed.is_empty(), "{}", failed.join("; "));
    ensure!(server.unauthorized == 0, "a token was used twice");
    ensure!(
        server.refreshes == wanted && server.rotations == wanted,
        "{wanted} refreshes were asked for"
    );
    let left = identity.stored_session(store::key()?).await?;
    let left = left.context("the session is lost")?;
    left.refresh_now().await.context("the session is lost")?;
    let sessions = left.sessions().await?.len();
    ensure!(sessions == 1, "there are {sessions} sessions");
    say("the session lives, and is the only one");
    Ok(())
}

/// A process that renews the session.
struct Worker {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Worker {
    fn start(url: &str, kept: &Kept, refreshes: u64) -> Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .args(["--worker", url, "--refreshes", &refreshes.to_string()])
            .args(kept.arguments())
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot start a process")?;
        let out = child.stdout.take().context("no output to read")?;
        let lines = std::io::BufRead::lines(BufReader::new(out));
        Ok(Self { child, lines })
    }

    /// The longest that one of its renewals took.
    fn end(mut self) -> Result<Duration> {
        let mut last = String::new();
        for line in self.lines.by_ref() {
            last = line?;
        }
        let status = self.child.wait()?;
        ensure!(status.success(), "a process has failed: {last}");
        let millis = last.parse().context("a process has said no time")?;
        Ok(Duration::from_millis(millis))
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // It has ended by itself, or it ends now.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[expect(clippy::print_stdout, reason = "the result of a program")]
fn say(text: &str) {
    println!("{text}");
}

#[expect(clippy::print_stderr, reason = "complaints of a program")]
fn complain(text: &str) {
    eprintln!("{text}");
}
