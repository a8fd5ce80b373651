//! HTTP/1.1 on loopback: connections, limits and connection faults. What a request means is not decided here.

mod body;
mod connection;
mod cut;
mod exchange;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;

use crate::shared::Shared;

/// Connections that the system keeps for the server until it takes them.
const BACKLOG: u32 = 1024;

/// What a client may ask of the server.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// Connections that are served at once, over both doors. More wait.
    pub(crate) connections: usize,
    /// Bytes of a body; 413 beyond.
    pub(crate) body: usize,
    /// Time for the headers of a request, and between two requests.
    pub(crate) header_time: Duration,
    /// Time for the body of a request; 408 after it.
    pub(crate) body_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 1024,
            body: 1024 * 1024,
            header_time: Duration::from_secs(30),
            body_time: Duration::from_secs(30),
        }
    }
}

/// What a request to a port is taken for, whatever its `Host` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Door {
    /// What `Host` and settings say.
    Main,
    /// A request to `api.<region>.frontegg.com`.
    Regional,
}

/// Opens a port. Has to be called inside a runtime.
pub(crate) fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() {
        TcpSocket::new_v4()?
    } else {
        TcpSocket::new_v6()?
    };
    // On Windows this option would let two programs share a port.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// Serves until `stop` is gone; then all connections are closed, whatever they were at.
pub(crate) async fn serve(
    shared: Arc<Shared>,
    doors: [(TcpListener, Door); 2],
    limits: Limits,
    mut stop: watch::Receiver<()>,
) {
    let places = Arc::new(Semaphore::new(
        limits.connections.clamp(1, Semaphore::MAX_PERMITS),
    ));
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            _ = stop.changed() => break,
            Some(_) = connections.join_next() => {}
            (stream, place, door) = next(&doors, &places) => {
                let shared = Arc::clone(&shared);
                connections.spawn(async move {
                    connection::serve(shared, stream, door, limits).await;
                    drop(place);
                });
            }
        }
    }
    drop(doors);
    connections.shutdown().await;
}

type Place = tokio::sync::OwnedSemaphorePermit;

/// The next connection, taken only when there is a place for it.
async fn next(
    [main, regional]: &[(TcpListener, Door); 2],
    places: &Arc<Semaphore>,
) -> (TcpStream, Place, Door) {
    loop {
        let Ok(place) = Arc::clone(places).acquire_owned().await else {
            // The semaphore is never closed.
            return std::future::pending().await;
        };
        let (accepted, door) = tokio::select! {
            accepted = main.0.accept() => (accepted, main.1),
            accepted = regional.0.accept() => (accepted, regional.1),
        };
        match accepted {
            Ok((stream, _)) => return (stream, place, door),
            // Out of file descriptors, or the client has gone again: in the first case it would fail again at once.
            Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    }
}
