//! A `redis-server` of a test's own.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;

use frontegg_identity::{
    RedisStore, RedisStoreBuilder, SavedSession, SessionKey, SessionStore, StoreFuture,
};
use tempfile::TempDir;

use crate::programs::is_here;
use crate::stores::Shared;

const PROGRAM: &str = "redis-server";

/// A Redis that ends with its test. What it has been given outlives a restart.
pub(crate) struct Server {
    port: u16,
    kind: Kind,
    folder: TempDir,
    running: Option<Running>,
}

struct Running {
    process: Child,
    /// Kept, since the server writes to it.
    _says: BufReader<ChildStdout>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Plain,
    /// One node, which has all slots.
    Cluster,
    /// With a port for TLS beside the plain one, and a certificate in its folder.
    Tls {
        port: u16,
    },
}

impl Server {
    /// `None` where there is no such program; a test that needs it is skipped then, but not by CI.
    pub(crate) fn plain() -> Option<Self> {
        Self::start(Kind::Plain)
    }

    pub(crate) fn start(kind: Kind) -> Option<Self> {
        if !is_here(PROGRAM) {
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        if matches!(kind, Kind::Tls { .. }) {
            let names = ["localhost".to_owned(), "127.0.0.1".to_owned()];
            let made = rcgen::generate_simple_self_signed(names).unwrap();
            std::fs::write(folder.path().join("cert.pem"), made.cert.pem()).unwrap();
            let key = made.signing_key.serialize_pem();
            std::fs::write(folder.path().join("key.pem"), key).unwrap();
        }
        let mut server = Self {
            port: 0,
            kind,
            folder,
            running: None,
        };
        // Somebody can take a free port before the server does.
        for _ in 0..10 {
            server.port = free_port();
            if server.run() {
                if kind == Kind::Cluster {
                    server.tell(&["cluster", "addslotsrange", "0", "16383"]);
                    while !server
                        .tell(&["cluster", "info"])
                        .contains("cluster_state:ok")
                    {
                        std::thread::yield_now();
                    }
                }
                return Some(server);
            }
        }
        panic!("{PROGRAM} finds no free port");
    }

    /// Starts it again, where it was.
    pub(crate) fn restart(&mut self) {
        assert!(self.run(), "{PROGRAM} does not start again");
    }

    /// Ends it, as a power cut does.
    pub(crate) fn kill(&mut self) {
        self.running = None;
    }

    fn run(&mut self) -> bool {
        let mut command = Command::new(PROGRAM);
        let port = self.port.to_string();
        let arguments = ["--port", &port, "--bind", "127.0.0.1", "--save", ""];
        command.current_dir(self.folder.path()).args(arguments);
        command.args(["--appendonly", "yes", "--appendfsync", "always"]);
        match self.kind {
            Kind::Plain => {}
            Kind::Cluster => {
                command.args(["--cluster-enabled", "yes"]);
            }
            Kind::Tls { port } => {
                command.args(["--tls-port", &port.to_string()]);
                command.args(["--tls-cert-file", "cert.pem", "--tls-key-file", "key.pem"]);
                command.args(["--tls-auth-clients", "no"]);
            }
        }
        let mut process = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut says = BufReader::new(process.stdout.take().unwrap());
        let mut line = String::new();
        while says.read_line(&mut line).unwrap() > 0 {
            if line.contains("Ready to accept connections") {
                self.running = Some(Running {
                    process,
                    _says: says,
                });
                return true;
            }
            line.clear();
        }
        process.wait().unwrap();
        false
    }

    pub(crate) fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    pub(crate) fn store(&self) -> RedisStoreBuilder {
        RedisStore::builder(self.url())
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Gives a command, past the store.
    pub(crate) fn ask<T: redis::FromRedisValue>(&self, words: &[&str]) -> T {
        let client = redis::Client::open(self.url()).unwrap();
        let mut connection = client.get_connection().unwrap();
        let mut command = redis::cmd(words[0]);
        command.arg(&words[1..]).query(&mut connection).unwrap()
    }

    pub(crate) fn tell(&self, words: &[&str]) -> String {
        self.ask(words)
    }

    /// The key whose name ends so, if there is one.
    pub(crate) fn key(&self, end: &str) -> Option<String> {
        let mut keys: Vec<String> = self.ask(&["keys", &format!("*:{end}")]);
        assert!(keys.len() < 2, "more than one session");
        keys.pop()
    }

    /// As if the lease of whoever holds the lock had run out.
    pub(crate) fn end_lease(&self) {
        if let Some(lease) = self.key("lease") {
            assert_eq!(self.ask::<i64>(&["del", &lease]), 1);
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

impl Shared for Server {
    fn open(&self) -> Arc<dyn SessionStore> {
        Arc::new(self.store().build().unwrap())
    }

    fn put<'a>(&'a self, key: &'a SessionKey, saved: &'a SavedSession) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            self.end_lease();
            let store = self.open();
            let lock = store.lock(key).await?;
            store.save(key, saved, &lock).await?;
            store.unlock(key, lock).await
        })
    }
}

pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}
