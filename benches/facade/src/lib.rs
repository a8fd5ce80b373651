//! What the benchmarks have in common: a server, a signed-in session, and medians.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

use frontegg_identity::{Error, Identifier, Identity, Login, Session};

pub const LOGIN: &str = "/identity/resources/auth/v1/user";
pub const REFRESH: &str = "/identity/resources/auth/v1/user/token/refresh";
pub const SESSIONS: &str = "/identity/resources/users/sessions/v1/me";

/// As long as that of a user with a few roles.
pub const ACCESS_TOKEN_LENGTH: usize = 900;
pub const REFRESH_TOKEN_LENGTH: usize = 36;
/// Sessions in the list.
pub const LISTED: usize = 5;

/// A server of fixed answers, with a thread for each connection, that lives as long as the process.
pub struct Server {
    pub url: String,
}

impl Server {
    /// Answers each path, with its query, with 200 and its JSON.
    pub fn start(answers: HashMap<String, String>) -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let url = format!("http://{}", listener.local_addr()?);
        let answers: HashMap<_, _> = answers
            .into_iter()
            .map(|(path, body)| (path, answer(&body)))
            .collect();
        let answers = Arc::new(answers);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let answers = Arc::clone(&answers);
                // A connection that breaks off is the client's affair.
                thread::spawn(move || drop(serve(stream, &answers)));
            }
        });
        Ok(Self { url })
    }

    /// One that signs everybody in and has a list of sessions.
    pub fn of_sessions() -> std::io::Result<Self> {
        let login = format!(
            r#"{{"accessToken":"{}","refreshToken":"{}","expiresIn":86400,"expires":"Fri, 01 Jan 2100 00:00:00 GMT"}}"#,
            "a".repeat(ACCESS_TOKEN_LENGTH),
            "r".repeat(REFRESH_TOKEN_LENGTH)
        );
        let entry = r#"{"id":"7b0f1c9e-6a54-4d0e-9d7c-1f1f2d3c4b5a","createdAt":"2026-11-28T01:00:00.000Z","ipAddress":"203.0.113.7","userAgent":"Mozilla/5.0 (X11; Linux x86_64; rv:140.0)","current":false}"#;
        let list = format!("[{}]", vec![entry; LISTED].join(","));
        Self::start(HashMap::from([
            (LOGIN.to_owned(), login.clone()),
            (REFRESH.to_owned(), login),
            (SESSIONS.to_owned(), list),
        ]))
    }
}

fn answer(body: &str) -> Vec<u8> {
    let cookie = "fe_refresh_abcd1234ef56-4a6b-8c1d-2e3f4a5b6c7d=";
    format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nset-cookie: {cookie}{}; Path=/; HttpOnly\r\ncontent-length: {}\r\n\r\n{body}",
        "r".repeat(REFRESH_TOKEN_LENGTH),
        body.len()
    )
    .into_bytes()
}

fn serve(stream: TcpStream, answers: &HashMap<String, Vec<u8>>) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut writer = stream.try_clone()?;
    let mut reader = BufReader::new(stream);
    let (mut line, mut body) = (String::new(), Vec::new());
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
        let mut length = 0;
        loop {
            line.clear();
            reader.read_line(&mut line)?;
            if line.trim().is_empty() {
                break;
            }
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().unwrap_or_default();
            }
        }
        body.resize(length, 0);
        reader.read_exact(&mut body)?;
        let missing = b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n".as_slice();
        writer.write_all(answers.get(path.as_str()).map_or(missing, Vec::as_slice))?;
    }
}

pub fn identity(server: &Server) -> Result<Identity, Error> {
    Identity::builder(&server.url).build()
}

pub async fn sign_in(identity: &Identity) -> Result<Session, Error> {
    let who = Identifier::email("ada@example.com");
    let password = "correct horse battery staple".into();
    match identity.sign_in_with_password(&who, &password).await? {
        Login::Complete(signed_in) => Ok(signed_in.session),
        other => panic!("the server signs everybody in, but {other:?}"),
    }
}

/// A line of the table that `xtask` prints.
pub fn row(what: &str, ours: &str, peer: &str, ratio: &str, target: &str) {
    println!("| {what} | {ours} | {peer} | {ratio} | {target} |");
}

pub fn median(numbers: &mut [f64]) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or_default()
}
