//! What sessions cost, counted: the allocations of a fresh token, the memory of an idle session.
//!
//! A program of its own, since its allocator counts. It counts for each thread by itself, so that tests can run side by
//! side; the server is on another thread.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that fails says where"
)]

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use allocation_counter::measure;
use frontegg_identity::{Credentials, Error, Identifier, Identity, Login, MachineSession, Session};
use mockito::{Mock, Server, ServerGuard};
use tokio::runtime::{Builder, Runtime};

const ACCESS_TOKEN: &str = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl";
const REFRESH_TOKEN: &str = "0b0f1c9e-6a54-4d0e-9d7c-1f1f2d3c4b5a";

/// A service that signs everybody in, and a client of it.
struct World {
    runtime: Runtime,
    identity: Identity,
    _service: (ServerGuard, [Mock; 2]),
}

impl World {
    fn new() -> Self {
        let mut server = Server::new();
        let user = format!(
            r#"{{"accessToken":"{ACCESS_TOKEN}","refreshToken":"{REFRESH_TOKEN}","expiresIn":3600}}"#
        );
        let cookie =
            format!("fe_refresh_abcd1234ef56-4a6b-8c1d-2e3f4a5b6c7d={REFRESH_TOKEN}; HttpOnly");
        let user = server
            .mock("POST", "/identity/resources/auth/v1/user")
            .with_header("set-cookie", &cookie)
            .with_body(user)
            .create();
        let machine = server
            .mock("POST", "/auth/vendor")
            .with_body(format!(r#"{{"token":"{ACCESS_TOKEN}","expiresIn":3600}}"#))
            .create();
        Self {
            runtime: Builder::new_current_thread().enable_all().build().unwrap(),
            identity: Identity::builder(server.url()).build().unwrap(),
            _service: (server, [user, machine]),
        }
    }

    fn user(&self) -> Session {
        let who = Identifier::email("ada@example.com");
        let password = "Analytical-Engine-1".into();
        let login = self.identity.sign_in_with_password(&who, &password);
        match self.runtime.block_on(login).unwrap() {
            Login::Complete(signed_in) => signed_in.session,
            other => panic!("not signed in, but {other:?}"),
        }
    }

    fn machine(&self) -> MachineSession {
        let credentials = Credentials::environment("id", "key".into());
        let login = self.identity.sign_in_as_machine(credentials);
        self.runtime.block_on(login).unwrap()
    }
}

/// The result of a future that has nothing to wait for.
fn at_once<T>(future: impl Future<Output = Result<T, Error>>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => outcome.unwrap(),
        Poll::Pending => panic!("it waits"),
    }
}

#[test]
fn a_fresh_token_allocates_nothing() {
    let world = World::new();
    let (user, machine) = (world.user(), world.machine());
    // A thread's first reading of any such pointer makes a record for that thread.
    let token = at_once(user.access_token());
    let counted = measure(|| {
        for _ in 0..1000 {
            assert_eq!(at_once(user.access_token()).expose(), ACCESS_TOKEN);
            assert_eq!(at_once(machine.access_token()).expose(), ACCESS_TOKEN);
        }
    });
    assert_eq!(counted.count_total, 0);
    // It does count.
    assert_ne!(measure(|| drop(token.authorization())).count_total, 0);
}

#[test]
fn an_idle_session_costs_512_bytes_at_most_and_no_task() {
    const SESSIONS: usize = 200;
    let world = World::new();
    let mut sessions = Vec::with_capacity(SESSIONS + 1);
    // The first one opens the connection, and fills what all have in common.
    sessions.push(world.user());
    let tasks = world.runtime.metrics().num_alive_tasks();
    let counted = measure(|| {
        for _ in 0..SESSIONS {
            sessions.push(world.user());
        }
    });
    let tokens = ACCESS_TOKEN.len() + REFRESH_TOKEN.len();
    let on_the_heap = usize::try_from(counted.bytes_current).unwrap() / SESSIONS;
    let each = on_the_heap - tokens + size_of::<Session>();
    assert!(each <= 512, "{each}");
    assert!(each > size_of::<Session>(), "it does count");
    assert_eq!(world.runtime.metrics().num_alive_tasks(), tasks);
}
