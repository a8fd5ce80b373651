//! The emulator next to Prism on the same description, and next to what its logins cannot do without: signatures.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::json;

use crate::program::{Program, build, release_folder, target_folder};
use crate::wire::{Connection, request};

const PRISM: &str = "@stoplight/prism-cli@5.14.2";
const DOCUMENT: &str = "openapi/corrected.json";
/// An operation that both answer from its schema.
const ROUTE: &str = "/resources/approval-flows/v1/execution-data?approvalFlowExecutionId=e&approverId=a&approvalFlowStepId=s";
const LOGIN: &str = "/identity/resources/auth/v1/user";
const CONNECTIONS: usize = 16;
/// How often each thing is measured; the median counts.
const ROUNDS: usize = 5;
/// For how long each time.
const ROUND: Duration = Duration::from_secs(2);
const WARM_UP: Duration = Duration::from_millis(500);

/// Measures the release builds below `root`. The result is a table to print.
///
/// # Errors
/// When something does not build or does not answer, or node is missing.
pub fn run(root: &Path, say: &mut dyn FnMut(&str)) -> Result<String> {
    let prism = install(&target_folder(root)?.join("prism"), say)?;
    say("building the emulator for release");
    let program = build(root, true)?;
    let signing = build_signing(root)?;

    let mut table =
        String::from("| | measured | next to | ratio | target |\n|---|---|---|---|---|\n");
    start_up(&mut table, &program, say)?;
    from_schema(&mut table, &program, &Prism::start(&prism, root)?, say)?;
    logins(&mut table, &program, &signing, say)?;
    Ok(table)
}

/// Prism below `folder`: the command to start it.
fn install(folder: &Path, say: &mut dyn FnMut(&str)) -> Result<PathBuf> {
    let prism = folder.join("node_modules/.bin/prism");
    if !prism.exists() {
        say(&format!("installing {PRISM} from npm"));
        std::fs::create_dir_all(folder)?;
        let status = Command::new("npm")
            .args(["install", "--no-fund", "--no-audit", "--silent", "--prefix"])
            .arg(folder)
            .arg(PRISM)
            .status()
            .context("node with npm is needed for Prism, and is not there")?;
        if !status.success() {
            bail!("npm cannot install {PRISM}");
        }
    }
    Ok(prism)
}

fn build_signing(root: &Path) -> Result<PathBuf> {
    let example = "signing_rate";
    let status = crate::cargo(root)
        .args(["build", "--quiet", "--locked", "--release"])
        .args([
            "--package",
            "frontegg-identity-emulator",
            "--example",
            example,
        ])
        .status()
        .context("cannot run cargo")?;
    if !status.success() {
        bail!("the example {example} does not compile");
    }
    let name = format!("{example}{}", std::env::consts::EXE_SUFFIX);
    Ok(release_folder(root)?.join("examples").join(name))
}

/// From the start of the process to its first answer, and the memory then.
fn start_up(table: &mut String, program: &Path, say: &mut dyn FnMut(&str)) -> Result<()> {
    say("starting the emulator");
    let (mut times, mut memory) = (Vec::new(), None);
    for _ in 0..2 * ROUNDS {
        let program = Program::start(program, &[])?;
        times.push(program.start_up.as_secs_f64() * 1000.0);
        memory = resident(program.id());
    }
    let time = median(&mut times);
    writeln!(
        table,
        "| start to first answer | {time:.1} ms | | | under 100 ms |"
    )?;
    memory_row(table, "memory after the start", memory)
}

fn from_schema(
    table: &mut String,
    program: &Path,
    prism: &Prism,
    say: &mut dyn FnMut(&str),
) -> Result<()> {
    say("answers from the schema, the emulator's and Prism's in turn");
    let program = Program::start(program, &[])?;
    let headers = [format!(
        "authorization: Bearer {}",
        program.environment_token()?
    )];
    let ours = request("GET", &format!("/identity{ROUTE}"), &headers, "");
    let theirs = request("GET", ROUTE, &headers, "");
    let (mut rates, mut peer_rates) = (Vec::new(), Vec::new());
    load(&program.address, &ours, WARM_UP)?;
    load(&prism.address, &theirs, WARM_UP)?;
    for _ in 0..ROUNDS {
        rates.push(load(&program.address, &ours, ROUND)?);
        peer_rates.push(load(&prism.address, &theirs, ROUND)?);
    }
    let (rate, peer) = (median(&mut rates), median(&mut peer_rates));
    let ratio = rate / peer;
    writeln!(
        table,
        "| answers from the schema, {CONNECTIONS} connections | {rate:.0}/s | Prism: {peer:.0}/s | {ratio:.1} | at least 20 |"
    )?;
    memory_row(table, "memory after it", resident(program.id()))?;
    memory_row(
        table,
        "memory of Prism after it",
        resident(prism.child.id()),
    )
}

/// One thread each, so that the processor that the client needs is not taken from the emulator alone.
fn logins(
    table: &mut String,
    program: &Path,
    signing: &Path,
    say: &mut dyn FnMut(&str),
) -> Result<()> {
    say("logins and bare signatures in turn");
    let program = Program::start(program, &["--threads=1"])?;
    let body = json!({ "email": "ada@example.com", "password": "Analytical-Engine-1" });
    let login = request("POST", LOGIN, &[], &body.to_string());
    let (mut rates, mut bare_rates) = (Vec::new(), Vec::new());
    load(&program.address, &login, WARM_UP)?;
    for _ in 0..ROUNDS {
        rates.push(load(&program.address, &login, ROUND)?);
        bare_rates.push(signatures(signing, ROUND)?);
    }
    let (rate, bare) = (median(&mut rates), median(&mut bare_rates));
    let ratio = rate / bare;
    writeln!(
        table,
        "| logins, one thread | {rate:.0}/s | bare signatures: {bare:.0}/s | {ratio:.2} | at least 0.80 |"
    )?;
    memory_row(table, "memory after them", resident(program.id()))
}

fn signatures(program: &Path, time: Duration) -> Result<f64> {
    let output = Command::new(program)
        .arg(time.as_millis().to_string())
        .output()
        .with_context(|| format!("cannot run {}", program.display()))?;
    let rate = String::from_utf8(output.stdout)?;
    rate.trim().parse().context("no rate came")
}

/// Requests a second, over connections that are kept open; each is sent when the one before it is answered.
fn load(address: &str, request: &[u8], time: Duration) -> Result<f64> {
    let start_line = Barrier::new(CONNECTIONS);
    let counts: Vec<Result<f64>> = thread::scope(|scope| {
        let ask = || -> Result<f64> {
            let opened = Connection::open(address);
            start_line.wait();
            let (mut connection, start, mut count) = (opened?, Instant::now(), 0_u32);
            while start.elapsed() < time {
                let answer = connection.call(request)?;
                if answer.status != 200 {
                    let body = String::from_utf8_lossy(&answer.body);
                    bail!("{address} answered {}: {body}", answer.status);
                }
                count += 1;
            }
            Ok(f64::from(count) / start.elapsed().as_secs_f64())
        };
        let threads: Vec<_> = (0..CONNECTIONS).map(|_| scope.spawn(ask)).collect();
        threads
            .into_iter()
            .map(|thread| {
                thread
                    .join()
                    .unwrap_or_else(|_| bail!("a client has panicked"))
            })
            .collect()
    });
    counts.into_iter().sum()
}

/// Prism, serving the description.
struct Prism {
    child: Child,
    address: String,
}

impl Prism {
    fn start(prism: &Path, root: &Path) -> Result<Self> {
        // A port that was free a moment ago.
        let port = std::net::TcpListener::bind("127.0.0.1:0")?
            .local_addr()?
            .port();
        let child = Command::new(prism)
            .args([
                "mock",
                "--verboseLevel=silent",
                "--host=127.0.0.1",
                "--port",
            ])
            .arg(port.to_string())
            .arg(root.join(DOCUMENT))
            .stdout(Stdio::null())
            .spawn()
            .context("cannot run Prism")?;
        let mut prism = Self {
            child,
            address: format!("127.0.0.1:{port}"),
        };
        let start = Instant::now();
        while Connection::open(&prism.address).is_err() {
            if start.elapsed() > Duration::from_secs(120) || prism.child.try_wait()?.is_some() {
                bail!("Prism does not start");
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(prism)
    }
}

impl Drop for Prism {
    fn drop(&mut self) {
        // It has ended by itself, or it ends now.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn memory_row(table: &mut String, what: &str, kilobytes: Option<u64>) -> Result<()> {
    let shown = match kilobytes {
        Some(kilobytes) => format!("{:.1} MB", kilobytes as f64 / 1024.0),
        None => "not told by this system".to_owned(),
    };
    writeln!(table, "| {what} | {shown} | | | |")?;
    Ok(())
}

/// Resident memory of a process in kilobytes, where the system has `/proc`.
fn resident(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse().ok()
}

fn median(numbers: &mut [f64]) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or_default()
}
