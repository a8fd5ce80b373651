//! Programs of the system that tests need.

use std::io::{ErrorKind, Write};
use std::process::Command;

/// Whether a program is on the path. A test that needs it is skipped where it is not, and says so; CI has to have it.
pub(crate) fn is_here(program: &str) -> bool {
    match Command::new(program).arg("--version").output() {
        Ok(_) => true,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let is_ci = std::env::var_os("CI").is_some_and(|ci| ci == "true");
            assert!(!is_ci, "there is no {program} on the path");
            let test = std::thread::current();
            let test = test.name().unwrap_or("a test");
            let line = format!("skipped: {test}: there is no {program} on the path\n");
            // Past the harness, which would swallow it.
            std::io::stderr().write_all(line.as_bytes()).unwrap();
            false
        }
        Err(error) => panic!("{program} does not run: {error}"),
    }
}
