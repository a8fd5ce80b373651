//! From bytes to a value. The content type has no say: it is missing or wrong often enough.

use serde::de::DeserializeOwned;
use serde_json::error::Category;

/// What an answer without content can stand for, in the order in which it is tried.
const NOTHING: [&str; 3] = ["null", "{}", "[]"];

/// Reads a body, or says in a clause why not, without quoting any of it.
pub(super) fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, String> {
    let json = without_margin(body);
    if json.is_empty() {
        return nothing().ok_or_else(|| "the answer is empty".to_owned());
    }
    match parse(json) {
        Err(_) if json == b"null" => nothing().ok_or_else(|| "the answer is null".to_owned()),
        outcome => outcome,
    }
}

fn without_margin(body: &[u8]) -> &[u8] {
    const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";
    let body = body.trim_ascii_start();
    body.strip_prefix(BYTE_ORDER_MARK)
        .unwrap_or(body)
        .trim_ascii()
}

fn nothing<T: DeserializeOwned>() -> Option<T> {
    NOTHING
        .iter()
        .find_map(|json| serde_json::from_str(json).ok())
}

fn parse<T: DeserializeOwned>(json: &[u8]) -> Result<T, String> {
    serde_json::from_slice(json).map_err(|error| clause(json, &error))
}

/// serde's own message stays out: it quotes the value, which can be a token.
fn clause(json: &[u8], error: &serde_json::Error) -> String {
    let what = match error.classify() {
        Category::Eof => "the answer breaks off",
        Category::Data => "the answer does not fit its type",
        Category::Syntax | Category::Io => "the answer is not JSON",
    };
    let (line, column) = (error.line(), error.column());
    let place = place(before(json, line, column));
    format!("{what}{place} (line {line}, column {column})")
}

/// What was read until an error came up.
fn before(json: &[u8], line: usize, column: usize) -> &[u8] {
    let lines = json.split_inclusive(|byte| *byte == b'\n');
    let start: usize = lines.take(line.saturating_sub(1)).map(<[u8]>::len).sum();
    json.get(..start + column).unwrap_or(json)
}

/// An array or an object that is open, and where in it we are.
enum Open<'a> {
    Array(usize),
    Object(Option<&'a [u8]>),
}

/// Where JSON that breaks off does so. Found again after the fact, since keeping track costs as much as reading.
fn place(json: &[u8]) -> String {
    let mut open = Vec::new();
    let mut rest = json;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match (byte, open.last_mut()) {
            (b'{', _) => open.push(Open::Object(None)),
            (b'[', _) => open.push(Open::Array(0)),
            (b'}' | b']', _) => drop(open.pop()),
            (b',', Some(Open::Array(index))) => *index += 1,
            (b',', Some(Open::Object(key))) => *key = None,
            (b'"', last) => {
                let text;
                (text, rest) = split_text(rest);
                if let Some(Open::Object(key @ None)) = last {
                    *key = Some(text);
                }
            }
            _ => {}
        }
    }
    if matches!(json.last(), Some(b'[' | b'{')) {
        // It should not have begun.
        open.pop();
    }
    let mut place = String::new();
    for step in open {
        match step {
            Open::Array(index) => place.push_str(&format!("[{index}]")),
            Open::Object(Some(key)) => push_key(&mut place, key),
            Open::Object(None) => {}
        }
    }
    if place.is_empty() {
        place
    } else {
        format!(" at {place}")
    }
}

/// A text up to its closing quote, and what comes after that.
fn split_text(json: &[u8]) -> (&[u8], &[u8]) {
    let mut is_escaped = false;
    let end = json.iter().position(|byte| {
        let is_end = *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        is_end
    });
    match end {
        Some(end) => (&json[..end], &json[end + 1..]),
        None => (json, &[]),
    }
}

/// A key is the name of a member, save in maps, where it is data: only what looks like a name is shown.
fn push_key(place: &mut String, key: &[u8]) {
    const LONGEST_NAME: usize = 64;
    let is_name = key.len() <= LONGEST_NAME
        && key
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    if !place.is_empty() {
        place.push('.');
    }
    let name = std::str::from_utf8(key).ok().filter(|_| is_name);
    place.push_str(name.unwrap_or("?"));
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use serde::Deserialize;
    use serde_json::Value;

    #[derive(Deserialize, Debug, PartialEq, Default)]
    struct Optional {
        name: Option<String>,
    }

    #[derive(Deserialize, Debug)]
    #[expect(dead_code, reason = "only read")]
    struct Required {
        users: Vec<BTreeMap<String, u8>>,
    }

    #[test]
    fn an_empty_body_is_whatever_nothing_means_for_the_type() {
        for body in ["", " \r\n", "\u{feff}", "null", " null "] {
            let body = body.as_bytes();
            assert_eq!(read::<Optional>(body), Ok(Optional::default()));
            assert_eq!(read::<Option<Optional>>(body), Ok(None));
            assert_eq!(read::<Vec<u8>>(body), Ok(vec![]));
            assert_eq!(read::<Value>(body), Ok(Value::Null));
            assert_eq!(read::<()>(body), Ok(()));
        }
        assert_eq!(read::<Required>(b"").unwrap_err(), "the answer is empty");
        assert_eq!(read::<Required>(b"null").unwrap_err(), "the answer is null");
    }

    #[test]
    fn margins_are_passed_over() {
        for body in [
            "\u{feff}{\"name\":\"é\"}",
            "\r\n {\"name\":\"é\"}\n",
            " \u{feff} {\"name\":\"é\"} ",
        ] {
            assert_eq!(
                read::<Optional>(body.as_bytes()).unwrap().name.as_deref(),
                Some("é")
            );
        }
    }

    #[test]
    fn a_clause_names_the_place_and_no_value() {
        for (body, clause) in [
            (
                r#"{"users":[{"a":1},{"b":"S3NTINEL"}]}"#,
                "the answer does not fit its type at users[1].b (line 1, column 33)",
            ),
            (
                r#"{"users":[{"a@b.c":"S3NTINEL"}]}"#,
                "the answer does not fit its type at users[0].? (line 1, column 29)",
            ),
            (
                r#"{"users":[{"a":1}"#,
                "the answer breaks off at users[0] (line 1, column 17)",
            ),
            (
                "{\"users\":\n[{\"a\\\"}\":1},\n{\"b\":[\"S3NTINEL\"]}]}",
                "the answer does not fit its type at users[1].b (line 3, column 5)",
            ),
            (
                "<html>\nS3NTINEL",
                "the answer is not JSON (line 1, column 1)",
            ),
            (
                r#"{"users":[]} S3NTINEL"#,
                "the answer is not JSON (line 1, column 14)",
            ),
            (
                r#"{"other":[]}"#,
                "the answer does not fit its type (line 1, column 12)",
            ),
        ] {
            assert_eq!(read::<Required>(body.as_bytes()).unwrap_err(), clause);
        }
    }
}
