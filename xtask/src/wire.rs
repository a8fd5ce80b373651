//! HTTP/1.1 as far as these tasks need it: one connection, one request after another.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A connection that is kept open.
#[derive(Debug)]
pub struct Connection {
    stream: TcpStream,
    came: Vec<u8>,
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The body; of a chunked one, with the sizes of its chunks.
    pub body: Vec<u8>,
}

impl Answer {
    /// The body as JSON.
    ///
    /// # Errors
    /// When it is something else.
    pub fn json(&self) -> Result<Value> {
        serde_json::from_slice(&self.body).context("the answer is not JSON")
    }
}

/// The bytes of a request; headers as `name: value`.
#[must_use]
pub fn request(method: &str, path: &str, headers: &[String], body: &str) -> Vec<u8> {
    let mut text = format!("{method} {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n");
    for header in headers {
        text.push_str(header);
        text.push_str("\r\n");
    }
    if !body.is_empty() {
        text.push_str("content-type: application/json\r\n");
    }
    let length = body.len();
    text.push_str(&format!("content-length: {length}\r\n\r\n{body}"));
    text.into_bytes()
}

impl Connection {
    /// Connects to `host:port`.
    ///
    /// # Errors
    /// When nobody listens there.
    pub fn open(address: &str) -> Result<Self> {
        let stream =
            TcpStream::connect(address).with_context(|| format!("nobody listens at {address}"))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            came: Vec::new(),
        })
    }

    /// Sends a request and reads its answer.
    ///
    /// # Errors
    /// When the connection ends, or what comes is not HTTP.
    pub fn call(&mut self, request: &[u8]) -> Result<Answer> {
        self.stream.write_all(request)?;
        let head = self.read_past(b"\r\n\r\n")?;
        let head = String::from_utf8(head).context("the head of an answer is not text")?;
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
        let header = |wanted: &str| {
            head.lines().find_map(|line| {
                let (name, value) = line.split_once(':')?;
                name.eq_ignore_ascii_case(wanted).then(|| value.trim())
            })
        };
        let body = match header("content-length") {
            Some(length) => self.read(length.parse().context("a length that is no number")?)?,
            None if header("transfer-encoding").is_some() => self.read_past(b"\r\n0\r\n\r\n")?,
            None => Vec::new(),
        };
        let status = status.context("an answer without a status")?;
        Ok(Answer { status, body })
    }

    /// Everything up to and with `end`.
    fn read_past(&mut self, end: &[u8]) -> Result<Vec<u8>> {
        let mut searched = 0;
        loop {
            let found = self.came[searched..]
                .windows(end.len())
                .position(|window| window == end);
            if let Some(at) = found {
                return self.read(searched + at + end.len());
            }
            searched = self.came.len().saturating_sub(end.len());
            self.receive()?;
        }
    }

    fn read(&mut self, length: usize) -> Result<Vec<u8>> {
        while self.came.len() < length {
            self.receive()?;
        }
        let rest = self.came.split_off(length);
        Ok(std::mem::replace(&mut self.came, rest))
    }

    fn receive(&mut self) -> Result<()> {
        let mut piece = [0; 16 * 1024];
        match self.stream.read(&mut piece)? {
            0 => bail!("the connection ended within an answer"),
            length => self.came.extend_from_slice(&piece[..length]),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::net::{Shutdown, TcpListener};
    use std::thread;

    use super::*;

    #[test]
    fn answers_are_told_apart_by_length_and_by_chunks() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let server = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let both = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}\
                HTTP/1.1 404 Not Found\r\ntransfer-encoding: chunked\r\n\r\n1\r\n7\r\n0\r\n\r\n";
            stream.write_all(both.as_bytes()).unwrap();
            stream.shutdown(Shutdown::Write).unwrap();
            // To the end, since a connection that is dropped with bytes unread takes the answers along.
            let mut asked = Vec::new();
            stream.read_to_end(&mut asked).unwrap();
            asked
        });
        let mut connection = Connection::open(&address).unwrap();
        let first = connection.call(&request("GET", "/", &[], "")).unwrap();
        assert_eq!((first.status, &first.body[..]), (200, &b"{}"[..]));
        let second = connection.call(b"x").unwrap();
        assert_eq!(
            (second.status, &second.body[..]),
            (404, &b"1\r\n7\r\n0\r\n\r\n"[..])
        );
        assert!(connection.call(b"x").is_err());
        drop(connection);
        assert!(server.join().unwrap().starts_with(b"GET / "));
    }
}
