//! The maintainers' tasks, as a library so that tests can call them.

pub mod bench;
pub mod bench_build;
pub mod bench_emulator;
pub mod bench_facade;
pub mod ci;
pub mod codegen;
pub mod contract;
pub mod faults;
pub mod page;
pub mod program;
pub mod reach;
pub mod soak;
pub mod spec;
pub mod surface;
pub mod wire;

use std::path::Path;
use std::process::Command;

/// Exit code of a task that could not run for want of a program on this machine.
pub const NOT_RUN: u8 = 77;

/// The cargo that runs this program, or the one on the path.
fn cargo(folder: &Path) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.current_dir(folder);
    command
}
