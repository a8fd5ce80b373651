//! The emulator's program, built and started for a task.

use std::io::{BufRead, BufReader, Lines};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::wire::{Answer, Connection, request};

const PACKAGE: &str = "frontegg-identity-emulator";

/// A running emulator; it ends when this is dropped.
#[derive(Debug)]
pub struct Program {
    child: Child,
    /// `host:port` of the environment's own domain.
    pub address: String,
    /// The environment's client id.
    pub client_id: String,
    secret: String,
    /// Kept, since the program ends when nobody takes what it prints.
    lines: Lines<BufReader<ChildStdout>>,
    /// From the start of the process to its first answer.
    pub start_up: Duration,
}

/// The folder for everything that is built.
///
/// # Errors
/// When cargo does not tell.
pub fn target_folder(root: &Path) -> Result<PathBuf> {
    let output = crate::cargo(root)
        .args(["metadata", "--no-deps", "--format-version=1", "--locked"])
        .output()
        .context("cannot run `cargo metadata`")?;
    let metadata: Value =
        serde_json::from_slice(&output.stdout).context("`cargo metadata` failed")?;
    let folder = metadata["target_directory"].as_str();
    Ok(folder.context("cargo tells no target folder")?.into())
}

/// Builds the program and says where it is.
///
/// # Errors
/// When it does not compile.
pub fn build(root: &Path, release: bool) -> Result<PathBuf> {
    let status = crate::cargo(root)
        .args(["build", "--quiet", "--locked", "--package", PACKAGE])
        .args(release.then_some("--release"))
        .status()
        .context("cannot run cargo")?;
    if !status.success() {
        bail!("the emulator does not compile");
    }
    let name = format!("{PACKAGE}{}", std::env::consts::EXE_SUFFIX);
    let folder = if release {
        release_folder(root)?
    } else {
        target_folder(root)?.join("debug")
    };
    Ok(folder.join(name))
}

/// The folder of release builds.
///
/// # Errors
/// When cargo does not tell.
pub fn release_folder(root: &Path) -> Result<PathBuf> {
    Ok(target_folder(root)?.join("release"))
}

impl Program {
    /// Starts the program on free ports and waits for its first answer.
    ///
    /// # Errors
    /// When it does not start.
    pub fn start(program: &Path, arguments: &[&str]) -> Result<Self> {
        let start = Instant::now();
        let mut child = Command::new(program)
            .args(["--port=0", "--quiet"])
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot run {}", program.display()))?;
        let out = child.stdout.take().context("no output to read")?;
        let mut program = Self {
            child,
            address: String::new(),
            client_id: String::new(),
            secret: String::new(),
            lines: BufReader::new(out).lines(),
            start_up: Duration::ZERO,
        };
        program.read_greeting()?;
        program.get("/_emulator/api/clock")?;
        program.start_up = start.elapsed();
        Ok(program)
    }

    fn read_greeting(&mut self) -> Result<()> {
        for line in self.lines.by_ref() {
            let line = line?;
            let after = |title: &str| {
                let rest = line.trim().strip_prefix(title)?;
                rest.split_whitespace().next().map(str::to_owned)
            };
            if let Some(url) = after("environment ") {
                url.trim_start_matches("http://")
                    .clone_into(&mut self.address);
            } else if let Some(id) = after("client id ") {
                self.client_id = id;
            } else if let Some(secret) = after("secret ") {
                self.secret = secret;
                return Ok(());
            }
        }
        bail!("the emulator ended before it said where it listens")
    }

    /// Answers a request of its own connection.
    ///
    /// # Errors
    /// When there is no answer.
    pub fn call(&self, request: &[u8]) -> Result<Answer> {
        Connection::open(&self.address)?.call(request)
    }

    /// The JSON at a path.
    ///
    /// # Errors
    /// When it is not there.
    pub fn get(&self, path: &str) -> Result<Value> {
        let answer = self.call(&request("GET", path, &[], ""))?;
        if answer.status != 200 {
            bail!("GET {path} was answered by {}", answer.status);
        }
        answer.json()
    }

    /// An environment token.
    ///
    /// # Errors
    /// When the emulator gives none.
    pub fn environment_token(&self) -> Result<String> {
        let body = json!({ "clientId": self.client_id, "secret": self.secret }).to_string();
        let answer = self.call(&request("POST", "/auth/vendor", &[], &body))?;
        let answer = answer.json()?;
        let token = answer["token"].as_str();
        Ok(token.context("no environment token came")?.to_owned())
    }

    /// The process id.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Whether the process still runs.
    #[must_use]
    pub fn is_alive(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It has ended by itself, or it ends now.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
