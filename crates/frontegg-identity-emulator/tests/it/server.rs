//! Connections: ports, limits, half requests, clients that hang up.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::Duration;

use chrono::{TimeDelta, Utc};
use frontegg_identity_emulator::{Clock, Emulator, NewUser, StartError};
use serde_json::json;

use crate::support::{
    LOGIN, PASSWORD, all_that_comes, builder, connect, connect_to, credentials, emulator, exchange,
    get, log_in, read_reply, request, send,
};

#[tokio::test]
async fn a_client_on_the_same_runtime_signs_in() {
    let emulator = builder().start().await.unwrap();
    let client = reqwest::Client::new();
    for base in [emulator.base_url(), emulator.frontegg_url()] {
        let reply = client
            .post(format!("{base}{LOGIN}"))
            .json(&credentials())
            .send()
            .await
            .unwrap();
        assert_eq!(reply.status(), 200);
        assert!(reply.headers().contains_key("frontegg-trace-id"));
        assert!(reply.json::<serde_json::Value>().await.unwrap()["accessToken"].is_string());
    }
    assert_eq!(emulator.requests().count("POST", LOGIN), 2);
}

#[tokio::test(start_paused = true)]
async fn a_runtime_whose_time_stands_still_or_whose_thread_is_busy_changes_nothing() {
    let emulator = Emulator::start().await.unwrap();
    assert_eq!(get(&emulator, "/nowhere").status, 404);
    tokio::time::advance(Duration::from_secs(3600)).await;
    assert_eq!(
        reqwest::get(emulator.base_url()).await.unwrap().status(),
        404
    );
}

#[test]
fn the_second_port_is_the_regional_one() {
    let emulator = emulator();
    let body = credentials().to_string();
    let at = |headers: &str| {
        let mut stream = connect_to(&emulator.api_url());
        stream
            .write_all(&request("POST", LOGIN, headers, body.as_bytes()))
            .unwrap();
        read_reply(&mut stream).unwrap().status
    };
    assert_eq!(at(""), 401);
    assert_eq!(
        at("frontegg-vendor-host: app-emulator.frontegg.com\r\n"),
        200
    );
}

#[test]
fn a_seeded_authenticator_app_is_asked_for() {
    let user = NewUser::new("alan@example.com")
        .password("Universal-Machine-3")
        .authenticator("JBSWY3DPEHPK3PXP");
    let emulator = Emulator::builder().user(user).start_blocking().unwrap();
    let body = json!({ "email": "alan@example.com", "password": "Universal-Machine-3" });
    let challenge = send(&emulator, "POST", LOGIN, &body).json();
    assert_eq!(
        (&challenge["mfaRequired"], &challenge["accessToken"]),
        (&json!(true), &json!(null))
    );
    assert!(challenge["mfaDevices"]["authenticators"][0]["id"].is_string());
}

#[test]
fn nothing_secret_is_shown_by_debug() {
    let builder = builder();
    let before = format!("{builder:?}");
    let emulator = builder.start_blocking().unwrap();
    let login = log_in(&emulator).json();
    let token = login["refreshToken"].as_str().unwrap();
    let (keys, requests) = (emulator.keys(), emulator.requests());
    let shown = format!(
        "{before} {emulator:?} {keys:?} {requests:?} {:?}",
        requests.all()
    );
    for secret in [PASSWORD, token, &emulator.secret()] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[test]
fn a_taken_port_is_said_so() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap();
    let error = Emulator::builder()
        .port(address.port())
        .start_blocking()
        .unwrap_err();
    assert!(
        matches!(error, StartError::PortTaken(at) if at == address),
        "{error:?}"
    );
    let expected = format!(
        "port {} of 127.0.0.1 is taken by another program: choose another one",
        address.port()
    );
    assert_eq!(error.to_string(), expected);
}

#[test]
fn dropping_it_ends_connections_and_frees_the_ports() {
    let emulator = emulator();
    let (mut idle, mut busy) = (connect(&emulator), connect(&emulator));
    emulator
        .faults()
        .on("*", "/*")
        .latency(Duration::from_secs(3600));
    busy.write_all(&request("GET", "/nowhere", "", b""))
        .unwrap();
    let ports = [emulator.base_url(), emulator.api_url()];
    drop(emulator);
    for stream in [&mut idle, &mut busy] {
        assert!(matches!(stream.read(&mut [0]), Ok(0) | Err(_)));
    }
    for port in ports {
        TcpListener::bind(port.trim_start_matches("http://")).unwrap();
    }
}

#[test]
fn date_follows_the_clock() {
    let clock = Clock::default();
    clock.freeze();
    clock.set(
        chrono::DateTime::from_timestamp(1_801_736_584, 0)
            .unwrap()
            .with_timezone(&Utc),
    );
    let emulator = builder().clock(clock.clone()).start_blocking().unwrap();
    assert_eq!(
        get(&emulator, "/nowhere").header("date"),
        Some("Thu, 04 Feb 2027 10:23:04 GMT")
    );
    clock.advance(TimeDelta::seconds(1));
    assert_eq!(
        get(&emulator, "/nowhere").header("date"),
        Some("Thu, 04 Feb 2027 10:23:05 GMT")
    );
}

#[test]
fn a_body_of_ten_megabytes_is_refused_however_it_comes() {
    let emulator = emulator();
    let body = vec![b'1'; 10 * 1024 * 1024];
    let mut chunked =
        b"POST /auth/vendor HTTP/1.1\r\nhost: h\r\ntransfer-encoding: chunked\r\n\r\n".to_vec();
    for chunk in body.chunks(65536) {
        chunked.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
        chunked.extend_from_slice(chunk);
        chunked.extend_from_slice(b"\r\n");
    }
    chunked.extend_from_slice(b"0\r\n\r\n");
    for bytes in [request("POST", "/auth/vendor", "", &body), chunked] {
        let reply = exchange(&emulator, &bytes);
        assert_eq!(
            (reply.status, reply.header("connection")),
            (413, Some("close"))
        );
        assert_eq!(reply.json()["errors"][0], "request entity too large");
    }
    assert_eq!(emulator.requests().count("POST", "/auth/vendor"), 2);
    assert_eq!(log_in(&emulator).status, 200);
}

#[test]
fn a_client_that_asks_first_is_spared_a_large_body() {
    let head = "POST /auth/vendor HTTP/1.1\r\nhost: h\r\nexpect: 100-continue\r\ncontent-length: 99999999\r\n\r\n";
    assert!(all_that_comes(&emulator(), head.as_bytes()).starts_with("HTTP/1.1 413"));
}

#[test]
fn floods_of_headers_and_long_urls_are_refused() {
    let emulator = emulator();
    let many: String = (0..500).map(|n| format!("x-{n}: 1\r\n")).collect();
    let large = format!("x-large: {}\r\n", "a".repeat(200_000));
    for headers in [many, large] {
        let came = all_that_comes(&emulator, &request("GET", "/", &headers, b""));
        assert!(
            came.is_empty() || came.starts_with("HTTP/1.1 431"),
            "{came}"
        );
    }
    let long = format!("/identity/resources/users/v1?ids={}", "a".repeat(9 * 1024));
    assert_eq!(get(&emulator, &long).status, 414);
    assert_eq!(log_in(&emulator).status, 200);
}

#[test]
fn bytes_that_are_no_text_and_json_that_is_too_deep_are_refused() {
    let emulator = emulator();
    let deep = "[".repeat(500_000);
    for body in [&b"\xff\xfe{"[..], deep.as_bytes(), b"{\"email\":\"\xff\"}"] {
        let reply = exchange(
            &emulator,
            &request("POST", LOGIN, "x-raw: \u{fc}\r\n", body),
        );
        assert_eq!(
            (reply.status, &reply.json()["errorCode"]),
            (400, &"ER-00006".into())
        );
    }
    let came = all_that_comes(&emulator, b"\x16\x03\x01\x00\xa5\x01\x00\x00\r\n\r\n");
    assert!(
        came.is_empty() || came.starts_with("HTTP/1.1 400"),
        "{came}"
    );
    assert_eq!(get(&emulator, "/identity/%ff%00/..//?%ff=%zz").status, 404);
    assert_eq!(log_in(&emulator).status, 200);
    assert!(!emulator.requests().all().is_empty());
}

#[test]
fn requests_in_one_piece_are_answered_in_order() {
    let emulator = emulator();
    let mut stream = connect(&emulator);
    let pair = [
        request("GET", "/nowhere", "", b""),
        request("GET", "/_emulator/api/clock", "", b""),
    ]
    .concat();
    stream.write_all(&pair).unwrap();
    assert_eq!(read_reply(&mut stream).unwrap().status, 404);
    assert_eq!(read_reply(&mut stream).unwrap().status, 200);
}

#[test]
fn slow_clients_are_let_go() {
    let emulator = builder()
        .request_time(Duration::from_millis(50))
        .start_blocking()
        .unwrap();
    assert_eq!(all_that_comes(&emulator, b"GET / HT"), "");
    let half = b"POST /auth/vendor HTTP/1.1\r\nhost: h\r\ncontent-length: 10\r\n\r\n{";
    assert!(all_that_comes(&emulator, half).starts_with("HTTP/1.1 408"));
}

#[test]
fn connections_beyond_the_limit_wait_for_a_place() {
    let emulator = builder().connections(2).start_blocking().unwrap();
    let ask = request("GET", "/nowhere", "", b"");
    let mut served: Vec<_> = (0..2).map(|_| connect(&emulator)).collect();
    for stream in &mut served {
        stream.write_all(&ask).unwrap();
        assert_eq!(read_reply(stream).unwrap().status, 404);
    }
    let mut waiting = connect(&emulator);
    waiting.write_all(&ask).unwrap();
    served[1].write_all(&ask).unwrap();
    assert_eq!(read_reply(&mut served[1]).unwrap().status, 404);
    assert_eq!(emulator.requests().all().len(), 3);
    served.remove(0);
    assert_eq!(read_reply(&mut waiting).unwrap().status, 404);
}
