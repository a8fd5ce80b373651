//! The guide's commands are sent as they stand there. Its Rust code is a documentation test.

use frontegg_identity_emulator::{Emulator, NewUser};
use serde_json::{Value, json};

const GUIDE: &str = include_str!("../../GUIDE.md");
/// Where the guide's emulator listens.
const PLACE: &str = "http://127.0.0.1:8080";

/// A command of the guide, as a shell would cut it up.
#[derive(Debug, Default)]
struct Command {
    method: Option<String>,
    url: String,
    headers: Vec<(String, String)>,
    body: Option<String>,
}

impl Command {
    fn read(line: &str) -> Self {
        let mut command = Self::default();
        let mut words = words(line).into_iter().skip(1);
        while let Some(word) = words.next() {
            match word.as_str() {
                "-X" => command.method = words.next(),
                "-d" => command.body = words.next(),
                "-H" => {
                    let header = words.next().unwrap();
                    let (name, value) = header.split_once(": ").unwrap();
                    command.headers.push((name.to_owned(), value.to_owned()));
                }
                _ => command.url = word,
            }
        }
        command
    }
}

fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), String::new(), None);
    for c in line.chars() {
        match (quote, c) {
            (None, '\'' | '"') => quote = Some(c),
            (Some(open), _) if c == open => quote = None,
            (None, ' ') => words.push(std::mem::take(&mut word)),
            _ => word.push(c),
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

#[tokio::test]
async fn every_command_of_the_guide_works() {
    let emulator = Emulator::builder()
        .user(NewUser::new("ada@example.com").password("Analytical-Engine-1"))
        .user(
            NewUser::new("alan@example.com")
                .password("Universal-Machine-3")
                .authenticator("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"),
        )
        .start()
        .await
        .unwrap();
    let http = reqwest::Client::new();
    let base = emulator.base_url();
    let credentials = json!({ "clientId": emulator.client_id(), "secret": emulator.secret() });
    let vendor = http.post(format!("{base}/auth/vendor")).json(&credentials);
    let vendor: Value = vendor.send().await.unwrap().json().await.unwrap();
    let mut token = vendor["token"].as_str().unwrap().to_owned();

    let lines = GUIDE.lines().filter(|line| line.starts_with("curl "));
    let mut sent = 0;
    for line in lines {
        let line = line
            .replace(PLACE, &base)
            .replace("$CLIENT_ID", &emulator.client_id())
            .replace("$SECRET", &emulator.secret())
            .replace("$TOKEN", &token);
        let command = Command::read(&line);
        let method = match (&command.method, &command.body) {
            (Some(method), _) => method.parse().unwrap(),
            (None, Some(_)) => reqwest::Method::POST,
            (None, None) => reqwest::Method::GET,
        };
        let mut request = http.request(method, &command.url);
        for (name, value) in &command.headers {
            request = request.header(name, value);
        }
        if let Some(body) = command.body {
            request = request.body(body);
        }
        let answer = request.send().await.unwrap();
        let status = answer.status();
        let body: Value =
            serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap_or_default();
        assert!(status.is_success(), "{line}: {status} {body}");
        if let Some(new) = body["token"]
            .as_str()
            .filter(|_| line.contains("/auth/vendor"))
        {
            token = new.to_owned();
        }
        sent += 1;
    }
    assert!(sent > 10, "only {sent} commands were found");
}
