//! A client that writes bytes and reads bytes, and an emulator with a user.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use frontegg_identity_emulator::{Builder, Emulator, NewUser, Settings};
use serde_json::{Value, json};

pub(crate) const LOGIN: &str = "/identity/resources/auth/v1/user";
pub(crate) const REFRESH: &str = "/identity/resources/auth/v1/user/token/refresh";
pub(crate) const EMAIL: &str = "ada@example.com";
pub(crate) const PASSWORD: &str = "Analytical-Engine-1";

/// An emulator to be started with one user.
pub(crate) fn builder() -> Builder {
    let mut settings = Settings::default();
    settings.refresh_token_in_body = true;
    Emulator::builder().settings(settings).user(
        NewUser::new(EMAIL)
            .password(PASSWORD)
            .name("Ada <b>Lovelace</b>"),
    )
}

pub(crate) fn emulator() -> Emulator {
    builder().start_blocking().unwrap()
}

pub(crate) fn credentials() -> Value {
    json!({ "email": EMAIL, "password": PASSWORD })
}

/// A connection to the emulator. It gives up instead of hanging if the emulator is at fault.
pub(crate) fn connect(emulator: &Emulator) -> TcpStream {
    connect_to(&emulator.base_url())
}

pub(crate) fn connect_to(url: &str) -> TcpStream {
    let stream = TcpStream::connect(url.trim_start_matches("http://")).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(60)))
        .unwrap();
    stream
}

/// The bytes of a request.
pub(crate) fn request(method: &str, path: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n{headers}\r\n"
    );
    [head.as_bytes(), body].concat()
}

/// A reply, as far as it came.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error} in {self:?}"))
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(':'));
        lines
            .into_iter()
            .find(|(own, _)| own.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim())
    }
}

/// Reads one reply from a connection that stays open.
pub(crate) fn read_reply(stream: &mut TcpStream) -> io::Result<Reply> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte)?;
        head.push(byte[0]);
    }
    let head = String::from_utf8(head).map_err(io::Error::other)?;
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|code| code.parse().ok())
        .unwrap_or_default();
    let mut reply = Reply {
        status,
        head,
        body: Vec::new(),
    };
    let length = reply
        .header("content-length")
        .and_then(|length| length.parse().ok())
        .unwrap_or(0);
    reply.body = vec![0; length];
    stream.read_exact(&mut reply.body)?;
    Ok(reply)
}

/// Sends bytes on a connection of their own and reads one reply.
pub(crate) fn exchange(emulator: &Emulator, bytes: &[u8]) -> Reply {
    let mut stream = connect(emulator);
    stream.write_all(bytes).unwrap();
    read_reply(&mut stream).unwrap()
}

/// Sends bytes and reads until the connection ends.
pub(crate) fn all_that_comes(emulator: &Emulator, bytes: &[u8]) -> String {
    let mut stream = connect(emulator);
    stream.write_all(bytes).unwrap();
    let mut came = Vec::new();
    // A reset after the last byte says no more than an end.
    let _ = stream.read_to_end(&mut came);
    String::from_utf8(came).unwrap()
}

pub(crate) fn get(emulator: &Emulator, path: &str) -> Reply {
    exchange(emulator, &request("GET", path, "", b""))
}

pub(crate) fn send(emulator: &Emulator, method: &str, path: &str, body: &Value) -> Reply {
    exchange(
        emulator,
        &request(method, path, "", body.to_string().as_bytes()),
    )
}

pub(crate) fn log_in(emulator: &Emulator) -> Reply {
    send(emulator, "POST", LOGIN, &credentials())
}

pub(crate) fn refresh(emulator: &Emulator, token: &str) -> Reply {
    send(emulator, "POST", REFRESH, &json!({ "refreshToken": token }))
}
