//! A connection that can be cut at a chosen point of a reply.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use parking_lot::Mutex;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use crate::faults::CutPoint;

/// Tells a connection where to end. Shared between the connection and whoever writes its replies.
#[derive(Debug, Default)]
pub(super) struct Cutter {
    cut: Mutex<Option<Cut>>,
}

#[derive(Debug, Clone, Copy)]
enum Cut {
    /// Before the reply's first byte was written.
    Armed { point: CutPoint, body: usize },
    /// This many more bytes may be written.
    Running { left: usize },
}

impl Cutter {
    /// Cuts the next reply, whose body has this many bytes.
    pub(super) fn arm(&self, point: CutPoint, body: usize) {
        let point = match point {
            // Headers alone would be a complete reply.
            CutPoint::AfterHeaders | CutPoint::MidBody if body == 0 => CutPoint::InHeaders,
            point => point,
        };
        *self.cut.lock() = Some(Cut::Armed { point, body });
    }

    /// How many of these bytes may be written; none stands for all.
    fn allowance(&self, bytes: &[u8]) -> Option<usize> {
        let mut cut = self.cut.lock();
        let left = match (*cut)? {
            Cut::Armed { point, body } => length(point, head_length(bytes), body),
            Cut::Running { left } => left,
        };
        *cut = Some(Cut::Running { left });
        Some(left.min(bytes.len()))
    }

    fn wrote(&self, bytes: usize) {
        if let Some(Cut::Running { left }) = &mut *self.cut.lock() {
            *left -= bytes.min(*left);
        }
    }

    /// Whether the point was reached.
    fn is_over(&self) -> bool {
        matches!(*self.cut.lock(), Some(Cut::Running { left: 0 }))
    }
}

/// Bytes of a reply up to the point.
fn length(point: CutPoint, head: usize, body: usize) -> usize {
    match point {
        CutPoint::BeforeHeaders => 0,
        CutPoint::InHeaders => head / 2,
        CutPoint::AfterHeaders => head,
        CutPoint::MidBody => head + body / 2,
    }
}

/// Bytes up to the end of the headers. The server writes headers as a whole.
fn head_length(bytes: &[u8]) -> usize {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n");
    end.map_or(bytes.len(), |end| end + 4)
}

/// A connection with a [`Cutter`].
#[derive(Debug)]
pub(super) struct CuttableStream<S> {
    stream: S,
    cutter: Arc<Cutter>,
}

impl<S> CuttableStream<S> {
    pub(super) fn new(stream: S, cutter: Arc<Cutter>) -> Self {
        Self { stream, cutter }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for CuttableStream<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for CuttableStream<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        match self.cutter.allowance(bytes) {
            None => Pin::new(&mut self.stream).poll_write(context, bytes),
            Some(0) => Poll::Ready(Err(io::ErrorKind::ConnectionAborted.into())),
            Some(allowed) => {
                let written =
                    ready!(Pin::new(&mut self.stream).poll_write(context, &bytes[..allowed]))?;
                self.cutter.wrote(written);
                Poll::Ready(Ok(written))
            }
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.cutter.is_over() {
            return Poll::Ready(Err(io::ErrorKind::ConnectionAborted.into()));
        }
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;

    const HEAD: &str = "HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\n";

    async fn sent_before_cut(point: CutPoint, body: &str, piece: usize) -> String {
        let (mut client, server) = tokio::io::duplex(1024);
        let cutter = Arc::new(Cutter::default());
        cutter.arm(point, body.len());
        let mut stream = CuttableStream::new(server, cutter);
        let reply = format!("{HEAD}{body}");
        let (head, rest) = reply.as_bytes().split_at(HEAD.len());
        let mut result = stream.write_all(head).await;
        for piece in rest.chunks(piece) {
            if result.is_ok() {
                result = stream.write_all(piece).await;
            }
        }
        assert!(result.is_err() || stream.flush().await.is_err());
        drop(stream);
        let mut sent = String::new();
        client.read_to_string(&mut sent).await.unwrap();
        sent
    }

    #[tokio::test]
    async fn a_reply_ends_at_the_point_however_it_is_written() {
        for piece in [1, 3, 100] {
            let body = "01234567";
            assert_eq!(
                sent_before_cut(CutPoint::BeforeHeaders, body, piece).await,
                ""
            );
            assert_eq!(
                sent_before_cut(CutPoint::InHeaders, body, piece).await,
                HEAD[..HEAD.len() / 2]
            );
            assert_eq!(
                sent_before_cut(CutPoint::AfterHeaders, body, piece).await,
                HEAD
            );
            assert_eq!(
                sent_before_cut(CutPoint::MidBody, body, piece).await,
                format!("{HEAD}0123")
            );
        }
    }

    #[tokio::test]
    async fn a_reply_without_body_is_cut_in_its_headers() {
        assert_eq!(
            sent_before_cut(CutPoint::MidBody, "", 1).await,
            HEAD[..HEAD.len() / 2]
        );
    }
}
