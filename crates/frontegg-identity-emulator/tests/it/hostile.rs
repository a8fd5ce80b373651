//! Clients that mean harm or are broken: each is refused or cut off, the service goes on, and nothing is left behind.
//!
//! The emulator runs as a program here, so that its memory and its file descriptors are nobody else's.

mod process;

use std::io::Write;

use serde_json::json;

use self::process::Process;
use crate::support::{LOGIN, PASSWORD, read_reply, request};

/// Connections that are open at the same time.
const AT_ONCE: usize = 200;

#[test]
fn bodies_that_are_too_large_too_deep_or_no_text() {
    let process = Process::start();
    let ten_megabytes = vec![b'1'; 10 * 1024 * 1024];
    assert_eq!(
        process.status(&request("POST", LOGIN, "", &ten_megabytes)),
        Some(413)
    );
    assert_eq!(process.status(&chunked(&ten_megabytes)), Some(413));
    let (lists, objects) = ("[".repeat(100_000), "{\"a\":".repeat(100_000));
    let closed = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for body in [
        lists.as_bytes(),
        objects.as_bytes(),
        closed.as_bytes(),
        b"{\"email\":\"\xff\"}",
        b"\xff\xfe\0\0",
        b"{\"email\":\"\\ud800\"}",
        b"{\"email\":1e999999}",
        b"\0",
        b"{",
    ] {
        assert_eq!(process.status(&request("POST", LOGIN, "", body)), Some(400));
    }
    process.still_signs_in();
}

#[test]
fn bodies_that_are_wide() {
    let process = Process::start();
    let members: String = (0..40_000).map(|n| format!("\"m{n}\":{n},")).collect();
    let long = "a@".repeat(400_000);
    let lists = format!("[{}{{}}]", "null,".repeat(150_000));
    for (path, body) in [
        (LOGIN, format!("{{{members}\"password\":1}}")),
        (
            LOGIN,
            format!("{{\"email\":\"{long}\",\"password\":\"x\"}}"),
        ),
        (
            LOGIN,
            format!("{{\"email\":{},\"password\":\"x\"}}", "9".repeat(900_000)),
        ),
        ("/identity/resources/roles/v1", lists),
    ] {
        let status = process.status(&request("POST", path, "", body.as_bytes()));
        assert!(
            status.is_some_and(|status| (400..500).contains(&status)),
            "{status:?}"
        );
    }
    process.still_signs_in();
}

#[test]
fn bytes_that_are_no_text_in_heads_and_paths() {
    let process = Process::start();
    for bytes in [
        &b"GET /identity/\xff\xfe HTTP/1.1\r\nhost: h\r\n\r\n"[..],
        b"GET /identity/%ff%00?%ff=%zz&\xff HTTP/1.1\r\nhost: h\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: \xff\xfe\r\nauthorization: Bearer \xff\r\nfrontegg-tenant-id: \xff\r\ncookie: \xff=\xff\r\n\r\n",
        b"GET / HTTP/1.1\r\n\xff\xff: 1\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: h\r\nx: a\0b\r\n\r\n",
        b"\xff\xfe\xfd / HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01\x00\xa5\x01\x00\x00\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET /\r\n\r\n",
        b"GET http://[::bad HTTP/1.1\r\n\r\n",
        b"CONNECT example.com:443 HTTP/1.1\r\nhost: example.com\r\n\r\n",
        b"OPTIONS * HTTP/1.1\r\nhost: h\r\n\r\n",
        b"\r\n\r\n\r\n\r\n",
    ] {
        process.refuses(bytes);
    }
    process.still_signs_in();
}

#[test]
fn floods_of_headers_queries_and_segments() {
    let process = Process::start();
    let many: String = (0..5_000).map(|n| format!("x-{n}: 1\r\n")).collect();
    let same = "cookie: a=b\r\n".repeat(5_000);
    let large = format!("x-large: {}\r\n", "a".repeat(1024 * 1024));
    let long_name = format!("{}: 1\r\n", "x".repeat(1024 * 1024));
    let continued = format!("x: 1\r\n{}", " folded\r\n".repeat(10_000));
    for headers in [many, same, large, long_name, continued] {
        process.refuses(&request("GET", "/", &headers, b""));
    }
    for path in [
        format!("/identity{}", "/a".repeat(20_000)),
        format!("/identity/resources/users/v3?{}", "a=1&".repeat(20_000)),
        format!("/identity/resources/users/v3?{}", "&".repeat(20_000)),
        format!("/{}", "%2f".repeat(20_000)),
        "/a".repeat(1024 * 1024),
    ] {
        process.refuses(&request("GET", &path, "", b""));
    }
    process.refuses(&[&b"GET"[..], &vec![b'T'; 1024 * 1024]].concat());
    process.still_signs_in();
}

#[test]
fn lengths_and_chunks_that_lie() {
    let process = Process::start();
    let head = format!("POST {LOGIN} HTTP/1.1\r\nhost: h\r\n");
    let chunks = |body: &str| format!("{head}transfer-encoding: chunked\r\n\r\n{body}");
    for text in [
        chunks("zz\r\n{}\r\n0\r\n\r\n"),
        chunks("ffffffffffffffffff\r\n{}\r\n"),
        chunks("-1\r\n{}\r\n0\r\n\r\n"),
        chunks("2\r\n{}garbage\r\n0\r\n\r\n"),
        chunks(&format!("2;{}\r\n{{}}\r\n0\r\n\r\n", "x".repeat(100_000))),
        chunks(&format!(
            "2\r\n{{}}\r\n0\r\n{}\r\n",
            "t: 1\r\n".repeat(10_000)
        )),
        format!("{head}content-length: -1\r\n\r\n{{}}"),
        format!("{head}content-length: 99999999999999999999999\r\n\r\n{{}}"),
        format!("{head}content-length: 2\r\ncontent-length: 3\r\n\r\n{{}}"),
        format!("{head}transfer-encoding: gzip\r\n\r\n{{}}"),
    ] {
        process.refuses(text.as_bytes());
    }
    // A body that is announced twice must not become two requests.
    let smuggled = format!(
        "{head}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /identity/smuggled HTTP/1.1\r\n\r\n"
    );
    process.refuses(smuggled.as_bytes());
    process.still_signs_in();
}

#[test]
fn clients_that_leave_in_the_middle() {
    let process = Process::start();
    let whole = process.login();
    for end in [1, 10, whole.len() - 30, whole.len() - 1, whole.len()] {
        for _ in 0..AT_ONCE / 4 {
            let mut stream = process.connect();
            stream.write_all(&whole[..end]).unwrap();
        }
    }
    process.still_signs_in();
}

#[test]
fn a_thousand_requests_in_one_piece_are_answered_in_order() {
    let process = Process::start();
    let mut stream = process.connect();
    let mut sender = stream.try_clone().unwrap();
    let wanted = |n: u32| if n.is_multiple_of(2) { 404 } else { 401 };
    let all: Vec<u8> = (0..1_000)
        .flat_map(|n| match wanted(n) {
            404 => request("GET", "/nowhere", "", b""),
            _ => request("GET", "/identity/resources/users/v2/me", "", b""),
        })
        .collect();
    let sending = std::thread::spawn(move || sender.write_all(&all));
    for n in 0..1_000 {
        assert_eq!(read_reply(&mut stream).unwrap().status, wanted(n), "{n}");
    }
    sending.join().unwrap().unwrap();
    process.still_signs_in();
}

#[test]
fn ten_thousand_connections_leave_nothing_behind() {
    let process = Process::start();
    process.still_signs_in();
    let before = process.open_files();
    let ask = request("GET", "/nowhere", "", b"");
    for _ in 0..10_000 / AT_ONCE {
        let mut open: Vec<_> = (0..AT_ONCE).map(|_| process.connect()).collect();
        // A third asks and is answered, a third sends half a request, a third says nothing.
        for (index, stream) in open.iter_mut().enumerate() {
            match index % 3 {
                0 => stream.write_all(&ask).unwrap(),
                1 => stream.write_all(&ask[..20]).unwrap(),
                _ => {}
            }
        }
        for stream in open.iter_mut().step_by(3) {
            assert_eq!(read_reply(stream).unwrap().status, 404);
        }
    }
    process.comes_back_to(before);
}

#[test]
fn memory_does_not_grow_with_bad_requests() {
    /// Kilobytes. If each round left one body of a megabyte behind, 20 rounds would take 20 000.
    const MOST_GROWTH: u64 = 8 * 1024;
    let process = Process::start();
    let round = || {
        let ten_megabytes = vec![b'1'; 10 * 1024 * 1024];
        let almost = vec![b'['; 1024 * 1024 - 1];
        let flood = format!("x-large: {}\r\n", "a".repeat(1024 * 1024));
        for bytes in [
            request("POST", LOGIN, "", &ten_megabytes),
            chunked(&ten_megabytes),
            request("POST", LOGIN, "", &almost),
            request("GET", "/", &flood, b""),
            request(
                "POST",
                LOGIN,
                "",
                json!({ "email": "x", "password": PASSWORD })
                    .to_string()
                    .as_bytes(),
            ),
        ] {
            process.refuses(&bytes);
        }
        for _ in 0..AT_ONCE {
            process
                .connect()
                .write_all(b"POST /a HTTP/1.1\r\ncontent-length: 9\r\n\r\n1")
                .unwrap();
        }
        process.forget_requests();
    };
    (0..5).for_each(|_| round());
    let (memory, files) = (process.memory(), process.open_files());
    (0..20).for_each(|_| round());
    let grown = process.memory().saturating_sub(memory);
    assert!(grown < MOST_GROWTH, "grew from {memory} kB by {grown} kB");
    process.comes_back_to(files);
}

fn chunked(body: &[u8]) -> Vec<u8> {
    let mut bytes =
        format!("POST {LOGIN} HTTP/1.1\r\nhost: h\r\ntransfer-encoding: chunked\r\n\r\n")
            .into_bytes();
    for chunk in body.chunks(65536) {
        bytes.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
        bytes.extend_from_slice(chunk);
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(b"0\r\n\r\n");
    bytes
}
