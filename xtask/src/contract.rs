//! The description against the running emulator, by schemathesis: no failure of the server, no answer off its schema.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::program::{Program, build, target_folder};

/// The version of schemathesis: another one sends other requests.
const SCHEMATHESIS: &str = "schemathesis==4.32.5";
const DOCUMENT: &str = "openapi/corrected.json";
/// Folder of what schemathesis is told.
const HOOKS: &str = "xtask/contract";
const HOOKS_MODULE: &str = "frontegg_contract";
/// After this time schemathesis is ended, and the contract is broken.
const LONGEST: Duration = Duration::from_secs(900);

/// Holds the emulator to the description below `root`.
///
/// # Errors
/// When an answer is none that the description allows, when an operation was not answered, or when python is missing.
pub fn run(root: &Path, say: &mut dyn FnMut(&str)) -> Result<()> {
    let folder = target_folder(root)?.join("contract");
    let schemathesis = install(&folder, say)?;
    let mut program = Program::start(&build(root, false)?, &[])?;
    let counts = folder.join("counts.json");
    if counts.exists() {
        std::fs::remove_file(&counts)?;
    }
    let facts = folder.join("facts.json");
    let known = facts_of(&program)?;
    std::fs::write(&facts, known.to_string())?;

    say(&format!(
        "{SCHEMATHESIS} against http://{}",
        program.address
    ));
    let succeeded = test(
        &mut arguments(&schemathesis, root, &program, &known)?,
        |command| {
            command
                .env("PYTHONPATH", root.join(HOOKS))
                .env("PYTHONDONTWRITEBYTECODE", "1")
                .env("SCHEMATHESIS_HOOKS", HOOKS_MODULE)
                .env("EMULATOR", format!("http://{}", program.address))
                .env("FACTS", &facts)
                .env("COUNTS", &counts)
                .current_dir(&folder)
        },
    )?;
    if !program.is_alive() {
        bail!("the emulator ended");
    }
    let counts = std::fs::read(&counts).context("schemathesis has counted nothing")?;
    let counts = Counts::new(&operations(root)?, &serde_json::from_slice(&counts)?);
    say(&counts.to_string());
    if !succeeded {
        bail!("the emulator breaks the contract: see the failures above");
    }
    if !counts.unanswered.is_empty() {
        bail!("not every operation was answered");
    }
    Ok(())
}

/// Schemathesis in an environment of its own below `folder`.
fn install(folder: &Path, say: &mut dyn FnMut(&str)) -> Result<PathBuf> {
    let environment = folder.join(SCHEMATHESIS);
    let programs = environment.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let done = environment.join("complete");
    if !done.exists() {
        say(&format!("installing {SCHEMATHESIS} from PyPI"));
        std::fs::create_dir_all(folder)?;
        let python = if cfg!(windows) { "python" } else { "python3" };
        let complaint = "python 3.10 or later with its `venv` module is needed for schemathesis";
        succeed(Command::new(python).args(["-m", "venv"]).arg(&environment)).context(complaint)?;
        let pip = [
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ];
        succeed(
            Command::new(programs.join("python"))
                .args(pip)
                .arg(SCHEMATHESIS),
        )
        .context("pip cannot install schemathesis")?;
        std::fs::write(done, "")?;
    }
    Ok(programs.join("schemathesis"))
}

fn succeed(command: &mut Command) -> Result<()> {
    let shown = command.get_program().to_string_lossy().into_owned();
    let status = command
        .status()
        .with_context(|| format!("cannot run {shown}"))?;
    if !status.success() {
        bail!("{shown} failed");
    }
    Ok(())
}

/// Ids of what is there at the start, by the names of the parameters that take them.
fn facts_of(program: &Program) -> Result<Value> {
    let users = program.get("/_emulator/api/users")?;
    let user = users
        .as_array()
        .into_iter()
        .flatten()
        .find(|user| user["email"] == "ada@example.com")
        .context("the demo user is not there")?;
    let (id, tenant) = (&user["id"], &user["tenants"][0]["id"]);
    let text = |value: &Value| value.as_str().map(str::to_owned).context("no such id");
    let credentials = json!({ "email": user["email"], "password": "Analytical-Engine-1" });
    Ok(json!({
        "headers": {
            "authorization": format!("Bearer {}", program.environment_token()?),
            "frontegg-tenant-id": text(tenant)?,
            "frontegg-user-id": text(id)?,
        },
        "credentials": credentials,
        "parameters": {
            "userId": id,
            "userIds": id,
            "tenantId": tenant,
            "tenantIds": tenant,
            "email": user["email"],
            "password": credentials["password"],
        },
    }))
}

fn arguments(
    schemathesis: &Path,
    root: &Path,
    program: &Program,
    facts: &Value,
) -> Result<Command> {
    let mut command = Command::new(schemathesis);
    command
        .arg("run")
        .arg(root.join(DOCUMENT))
        .arg(format!("--url=http://{}/identity", program.address))
        .args([
            "--checks=not_a_server_error,response_schema_conformance,content_type_conformance,described_success",
            "--phases=examples,coverage,fuzzing",
            "--max-examples=6",
            "--workers=1",
            "--seed=1",
            "--continue-on-failure",
            "--no-shrink",
            "--suppress-health-check=all",
            "--generation-database=none",
            "--warnings=off",
            "--request-timeout=30",
            "--no-color",
        ]);
    for (name, value) in facts["headers"].as_object().into_iter().flatten() {
        let value = value.as_str().context("a header that is no text")?;
        command.arg("-H").arg(format!("{name}: {value}"));
    }
    Ok(command)
}

/// Whether the command succeeds in time.
fn test(command: &mut Command, place: impl FnOnce(&mut Command) -> &mut Command) -> Result<bool> {
    let start = Instant::now();
    let mut child = place(command)
        .stdin(Stdio::null())
        .spawn()
        .context("cannot run schemathesis")?;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        if start.elapsed() > LONGEST {
            child.kill()?;
            child.wait()?;
            bail!("schemathesis was not done after {} s", LONGEST.as_secs());
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// The operations of the description as `METHOD /path`.
fn operations(root: &Path) -> Result<BTreeSet<String>> {
    let document: Value = serde_json::from_slice(&std::fs::read(root.join(DOCUMENT))?)?;
    let paths = document["paths"].as_object().context("no paths")?;
    let labels = paths.iter().flat_map(|(path, item)| {
        let methods = item.as_object().into_iter().flat_map(serde_json::Map::keys);
        methods.map(move |method| format!("{} {path}", method.to_uppercase()))
    });
    Ok(labels.collect())
}

/// How the operations were answered.
#[derive(Debug, Default)]
struct Counts {
    operations: usize,
    unanswered: Vec<String>,
    succeeded: usize,
    requests: u64,
    server_errors: u64,
}

impl Counts {
    fn new(operations: &BTreeSet<String>, sent: &BTreeMap<String, BTreeMap<String, u64>>) -> Self {
        let mut counts = Self {
            operations: operations.len(),
            ..Self::default()
        };
        for label in operations {
            let Some(statuses) = sent.get(label) else {
                counts.unanswered.push(label.clone());
                continue;
            };
            let of = |wanted: fn(&str) -> bool| {
                let fitting = statuses.iter().filter(|(status, _)| wanted(status));
                fitting.map(|(_, count)| count).sum::<u64>()
            };
            counts.requests += statuses.values().sum::<u64>();
            counts.server_errors += of(|status| status.starts_with('5'));
            if of(|status| status.starts_with(['2', '3', '4'])) == 0 {
                counts.unanswered.push(label.clone());
            }
            if of(|status| status.starts_with('2')) > 0 {
                counts.succeeded += 1;
            }
        }
        counts
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut text = String::new();
        for label in &self.unanswered {
            writeln!(text, "not answered: {label}")?;
        }
        write!(
            f,
            "{text}operations answered: {} of {}, with success: {}; requests sent: {}; answered by 5xx: {}",
            self.operations - self.unanswered.len(),
            self.operations,
            self.succeeded,
            self.requests,
            self.server_errors,
        )
    }
}
