//! The service on a real connection, where a request is bytes.

use axum::Router;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::service;
use crate::sentinel::assert_clean;
use crate::world::World;

async fn serve(app: Router) -> std::net::SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, app).await });
    address
}

/// All that comes back for these headers.
async fn exchange(address: std::net::SocketAddr, headers: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head = b"GET /me HTTP/1.1\r\nhost: acme\r\nconnection: close\r\n";
    let request = [&head[..], headers, b"\r\n"].concat();
    stream.write_all(&request).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert_clean(&answer);
    answer
}

#[tokio::test]
async fn a_malformed_header_on_the_wire_ends_neither_the_connection_nor_the_service() {
    let world = World::new().await;
    let verifier = world.identity.token_verifier().build().unwrap();
    let address = serve(service(verifier)).await;
    let header = world.ada().await.authorization().await.unwrap();
    let good = format!("Authorization: {}\r\n", header.expose());
    for malformed in [
        &b"Authorization: Bearer \xFF\xFE\x80\r\n"[..],
        b"Authorization:\r\n",
        b"Authorization: Bearer\t\r\n",
        b"Authorization: Bearer a.b.c\r\nAuthorization: Bearer a.b.c\r\n",
        &[good.as_bytes(), good.as_bytes()].concat(),
    ] {
        let answer = exchange(address, malformed).await;
        assert!(answer.starts_with("HTTP/1.1 401 "), "{answer}");
        assert!(answer.contains(r#"error="invalid_request""#), "{answer}");
        assert!(answer.contains("content-type: application/problem+json"));
    }
    let answer = exchange(address, good.as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
}
