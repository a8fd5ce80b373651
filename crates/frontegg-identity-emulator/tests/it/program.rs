//! The program, run as a person runs it.

use std::io::{BufRead, BufReader, Lines, Read};
use std::net::TcpListener;
use std::process::{Child, ChildStdout, Command, Stdio};

/// A running program; it ends with the test, however that ends.
struct Program {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Program {
    fn start(options: &[&str]) -> Self {
        let mut child = command()
            .arg("--port=0")
            .args(options)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, lines }
    }

    /// The calls that it proposes.
    fn calls(&mut self) -> Vec<String> {
        let mut calls = Vec::new();
        while calls.len() < 3 {
            let line = self.next_line();
            if let Some(call) = line.trim().strip_prefix("curl ") {
                calls.push(format!("curl -sS {call}"));
            }
        }
        calls
    }

    fn next_line(&mut self) -> String {
        self.lines.next().unwrap().unwrap()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command() -> Command {
    Command::new(env!("CARGO_BIN_EXE_frontegg-identity-emulator"))
}

fn shell(line: &str) -> String {
    let output = Command::new("sh").args(["-c", line]).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[cfg(unix)]
#[test]
fn it_greets_answers_its_own_calls_logs_them_and_stops() {
    let mut program = Program::start(&[]);
    let calls = program.calls();
    assert!(shell(&calls[0]).contains("accessToken"));
    assert!(shell(&calls[1]).contains("expiresIn"));
    assert!(shell(&calls[2]).contains("grace@example.com"));
    assert_eq!(program.next_line(), "");
    let logged = program.next_line();
    assert!(
        logged.contains("POST   /identity/resources/auth/v1/user  200  "),
        "{logged}"
    );
    assert!(program.next_line().contains("POST   /auth/vendor  200  "));
    shell(&format!("kill -INT {}", program.child.id()));
    assert_eq!(program.child.wait().unwrap().code(), Some(0));
}

#[cfg(unix)]
#[test]
fn without_demo_users_its_calls_work_as_well() {
    let mut program = Program::start(&["--empty"]);
    let calls = program.calls();
    assert!(shell(&calls[0]).contains("\"kid\""));
    assert!(shell(&calls[1]).contains("expiresIn"));
    assert_eq!(shell(&calls[2]), "[]");
}

#[test]
fn a_taken_port_is_one_line_and_exit_code_1() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let mut child = command()
        .arg(format!("--port={port}"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(1));
    let (mut out, mut error) = (String::new(), String::new());
    child
        .stdout
        .take()
        .unwrap()
        .read_to_string(&mut out)
        .unwrap();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut error)
        .unwrap();
    let expected = format!(
        "frontegg-identity-emulator: port {port} of 127.0.0.1 is taken by another program: choose another one\n"
    );
    assert_eq!((out.as_str(), error), ("", expected));
}
