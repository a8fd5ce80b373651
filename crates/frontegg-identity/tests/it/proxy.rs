//! A proxy that the caller's client has.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use frontegg_identity::{Credentials, Identifier, Identity, Login};
use frontegg_identity_raw::{catalogue, reqwest};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};

use crate::world::{ADA, PASSWORD, World};

/// Where nobody but the proxy can lead to: the name is reserved (RFC 6761, section 6.4).
const ORIGIN: &str = "http://frontegg.invalid";

/// Passes requests on to `server`, whatever host they are for, and counts them. One request a connection.
async fn proxy(server: String, count: Arc<AtomicUsize>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut client, _)) = listener.accept().await {
            let (server, count) = (server.clone(), Arc::clone(&count));
            tokio::spawn(async move {
                let mut start = [0; 4096];
                let length = client.read(&mut start).await.unwrap();
                let start = String::from_utf8_lossy(&start[..length]).into_owned();
                assert!(start.contains(&format!(" {ORIGIN}/")), "not for a proxy");
                count.fetch_add(1, Ordering::SeqCst);
                let start = start.replacen(ORIGIN, "", 1);
                let mut behind = TcpStream::connect(server).await.unwrap();
                behind.write_all(start.as_bytes()).await.unwrap();
                let _ = copy_bidirectional(&mut client, &mut behind).await;
            });
        }
    });
    url
}

#[tokio::test]
async fn s29_a_proxy_of_the_callers_client_sees_every_call() {
    let domain = "frontegg.invalid".to_owned();
    let world = World::with(|settings| settings.custom_domains.push(domain), []).await;
    let server = world.emulator.base_url().replace("http://", "");
    let count = Arc::new(AtomicUsize::new(0));
    let proxy = proxy(server, Arc::clone(&count)).await;
    let http = reqwest::Client::builder()
        .proxy(reqwest::Proxy::all(proxy).unwrap())
        .redirect(reqwest::redirect::Policy::none())
        // One connection a request, so that connections can be counted.
        .pool_max_idle_per_host(0)
        .build()
        .unwrap();
    let identity = Identity::builder(ORIGIN).http_client(http).build().unwrap();
    let seen = || count.load(Ordering::SeqCst);

    let who = Identifier::email(ADA);
    let login = identity.sign_in_with_password(&who, &PASSWORD.into()).await;
    let Ok(Login::Complete(signed_in)) = login else {
        panic!("the password is enough");
    };
    assert_eq!(seen(), 1);
    signed_in.session.refresh_now().await.unwrap();
    assert_eq!(seen(), 2);
    let client = signed_in.session.raw();
    let call = client.call(&catalogue::GET_MY_PROFILE);
    assert_eq!(call.send::<Value>().await.unwrap()["email"], ADA);
    assert_eq!(seen(), 3);
    let secret = world.emulator.secret();
    let machine = Credentials::environment(world.emulator.client_id(), secret.into());
    identity.sign_in_as_machine(machine).await.unwrap();
    assert_eq!(seen(), 4);
    signed_in.session.logout().await.unwrap();
    assert_eq!(seen(), 5);
    assert_eq!(world.emulator.requests().all().len(), seen());
}
