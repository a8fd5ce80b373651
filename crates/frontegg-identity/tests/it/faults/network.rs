//! A way to the server that a test can block.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use frontegg_identity_raw::reqwest::dns::{Addrs, Name, Resolve, Resolving};
use frontegg_identity_raw::reqwest::{Client, Proxy, redirect};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Network {
    Works,
    NoName,
    Refused,
    TlsFails,
}

/// The switch. Clones are one.
#[derive(Clone, Debug)]
pub(super) struct Switch {
    state: Arc<AtomicU8>,
    /// Where the server listens.
    port: u16,
}

impl Switch {
    pub(super) fn new(port: u16) -> Self {
        Self {
            state: Arc::default(),
            port,
        }
    }

    pub(super) fn set(&self, network: Network) {
        self.state.store(network as u8, Ordering::SeqCst);
    }

    fn is(&self, network: Network) -> bool {
        self.state.load(Ordering::SeqCst) == network as u8
    }

    /// A client whose every request opens a connection of its own.
    pub(super) fn client(&self) -> Client {
        let tls = self.clone();
        // The server speaks no TLS, so that shaking hands with it as with a proxy fails.
        let proxy = Proxy::custom(move |_| {
            let url = format!("https://127.0.0.1:{}", tls.port);
            tls.is(Network::TlsFails).then_some(url)
        });
        Client::builder()
            .redirect(redirect::Policy::none())
            .pool_max_idle_per_host(0)
            .dns_resolver(Arc::new(self.clone()))
            .proxy(proxy)
            .build()
            .unwrap()
    }
}

impl Resolve for Switch {
    fn resolve(&self, _: Name) -> Resolving {
        let outcome = if self.is(Network::NoName) {
            Err("there is no such name".into())
        } else {
            // The server listens on the first address alone.
            let host = if self.is(Network::Refused) { 2 } else { 1 };
            let address = SocketAddr::from(([127, 0, 0, host], self.port));
            Ok(Box::new(std::iter::once(address)) as Addrs)
        };
        Box::pin(std::future::ready(outcome))
    }
}
