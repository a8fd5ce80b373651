//! One connection, from its first request to its end.

use std::convert::Infallible;
use std::sync::Arc;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;

use super::cut::{CuttableStream, Cutter};
use super::{Door, Limits, exchange};
use crate::shared::Shared;

/// Bytes of a request's headers; 431 beyond.
const HEADER_BYTES: usize = 64 * 1024;

/// Headers of a request; 431 beyond.
const HEADERS: usize = 128;

pub(super) async fn serve(shared: Arc<Shared>, stream: TcpStream, door: Door, limits: Limits) {
    // Without it, the second part of a reply may wait for the client's acknowledgement. It fails on a dead connection only.
    let _ = stream.set_nodelay(true);
    let cutter = Arc::new(Cutter::default());
    let stream = TokioIo::new(CuttableStream::new(stream, Arc::clone(&cutter)));
    let service = service_fn(|request| {
        let answer = exchange::exchange(
            Arc::clone(&shared),
            Arc::clone(&cutter),
            door,
            limits,
            request,
        );
        async move { Ok::<_, Infallible>(answer.await) }
    });
    // An error means that the client, or a fault, has ended the connection: there is nobody to tell.
    let _ = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.header_time)
        .max_buf_size(HEADER_BYTES)
        .max_headers(HEADERS)
        .serve_connection(stream, service)
        .await;
}
