//! The emulator as a program, seen from outside: its answers, its memory, its file descriptors.

use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Lines, Write};
use std::net::{Shutdown, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::support::{EMAIL, LOGIN, PASSWORD, connect_to, read_reply, request};

/// A running program; it ends with the test.
pub(super) struct Process {
    child: Child,
    url: String,
    /// Kept, since a program ends when nobody takes what it prints.
    _lines: Lines<BufReader<ChildStdout>>,
}

impl Process {
    pub(super) fn start() -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_frontegg-identity-emulator"))
            .args(["--port=0", "--quiet", "--threads=2"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let url = lines.find_map(|line| {
            let line = line.unwrap();
            let url = line
                .trim()
                .strip_prefix("environment")?
                .split_whitespace()
                .next();
            url.map(str::to_owned)
        });
        Self {
            child,
            url: url.unwrap(),
            _lines: lines,
        }
    }

    pub(super) fn connect(&self) -> TcpStream {
        connect_to(&self.url)
    }

    /// The status that answers these bytes; none if the connection is closed without an answer.
    pub(super) fn status(&self, bytes: &[u8]) -> Option<u16> {
        let mut stream = self.connect();
        // A server that has seen enough closes while the client still sends.
        let _ = stream.write_all(bytes);
        read_reply(&mut stream).ok().map(|reply| reply.status)
    }

    /// Checks that these bytes are refused by a status, or by the end of the connection.
    ///
    /// They may be half a request: when no answer comes, the client says that it has no more to send.
    pub(super) fn refuses(&self, bytes: &[u8]) {
        let mut stream = self.connect();
        stream
            .set_read_timeout(Some(Duration::from_secs(1)))
            .unwrap();
        let _ = stream.write_all(bytes);
        let reply = read_reply(&mut stream).or_else(|_| {
            let _ = stream.shutdown(Shutdown::Write);
            read_reply(&mut stream)
        });
        let start = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
        match reply {
            Ok(reply) => assert!((400..500).contains(&reply.status), "{reply:?} for {start}"),
            Err(error) => assert!(
                error.kind() != ErrorKind::WouldBlock,
                "still open for {start}"
            ),
        }
    }

    /// The bytes of a login.
    pub(super) fn login(&self) -> Vec<u8> {
        let body = json!({ "email": EMAIL, "password": PASSWORD }).to_string();
        request("POST", LOGIN, "", body.as_bytes())
    }

    pub(super) fn still_signs_in(&self) {
        assert_eq!(self.status(&self.login()), Some(200));
    }

    pub(super) fn forget_requests(&self) {
        let clear = request("DELETE", "/_emulator/api/requests", "", b"");
        assert_eq!(self.status(&clear), Some(204));
    }

    /// Resident memory in kilobytes.
    pub(super) fn memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB"));
        kilobytes.unwrap().parse().unwrap()
    }

    pub(super) fn open_files(&self) -> usize {
        fs::read_dir(format!("/proc/{}/fd", self.child.id()))
            .unwrap()
            .count()
    }

    /// Waits until no more files are open than before; the program learns only by and by that its clients have left.
    pub(super) fn comes_back_to(&self, files: usize) {
        let start = Instant::now();
        loop {
            self.still_signs_in();
            let open = self.open_files();
            // The connection of the login may not be gone yet.
            if open <= files + 1 {
                return;
            }
            let patience = Duration::from_secs(20);
            assert!(
                start.elapsed() < patience,
                "{open} open files, {files} before"
            );
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
