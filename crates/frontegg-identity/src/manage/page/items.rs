//! Readers of a list: by item and by page.

use std::fmt;
use std::future::poll_fn;
use std::num::NonZeroU64;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use tokio::task::JoinSet;

use super::progress::Progress;
use super::{Fetched, Source, Wanted};
use crate::error::{Error, ErrorKind};

/// The pages of a list, one after the other; [`Listing::pages`](super::Listing::pages) gives them.
///
/// It is also a `Stream` of the crate `futures`.
#[must_use = "nothing is sent until the pages are read"]
pub struct Pages<T> {
    source: Arc<Source<T>>,
    size: Option<NonZeroU64>,
    reads_ahead: bool,
    progress: Progress,
    /// The page that is on its way.
    coming: Option<(u64, Fetched<T>)>,
}

impl<T: Send + 'static> Pages<T> {
    pub(super) fn new(
        source: Arc<Source<T>>,
        size: Option<NonZeroU64>,
        first: u64,
        reads_ahead: bool,
    ) -> Self {
        Self {
            source,
            size,
            reads_ahead,
            progress: Progress::new(first),
            coming: None,
        }
    }

    /// The next page; none at the end. Each item comes once, so that a page may have fewer than the server sent.
    ///
    /// # Errors
    /// As for any call: what was read is read, and calling again asks for the same page again.
    /// [`ErrorKind::RepeatedPage`]: the list cannot be read to its end. Nothing comes after that.
    ///
    /// # Cancel safety
    /// A future that is dropped loses no page.
    pub async fn next(&mut self) -> Option<Result<Vec<T>, Error>> {
        poll_fn(|context| self.poll_page(context)).await
    }

    /// The page that comes next, counted in pages from 0: where to go on with
    /// [`Listing::from_page`](super::Listing::from_page), if this reader does not.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.progress.position()
    }

    fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Vec<T>, Error>>> {
        loop {
            let Some(index) = self.progress.wanted() else {
                return Poll::Ready(None);
            };
            // What was fetched ahead may not be wanted any more.
            let coming = self.coming.take().filter(|(page, _)| *page == index);
            let (_, mut fetched) = coming.unwrap_or_else(|| (index, self.fetch(index)));
            let Poll::Ready(outcome) = fetched.as_mut().poll(context) else {
                self.coming = Some((index, fetched));
                return Poll::Pending;
            };
            let page = match outcome {
                Ok(page) => page,
                Err(error) => return Poll::Ready(Some(Err(error))),
            };
            let Ok(items) = self.progress.take(page, self.source.key) else {
                return Poll::Ready(Some(Err(self.repeated())));
            };
            if self.reads_ahead
                && let Some(index) = self.progress.wanted()
            {
                self.coming = Some((index, ahead(self.fetch(index))));
            }
            if !items.is_empty() {
                return Poll::Ready(Some(Ok(items)));
            }
        }
    }

    fn fetch(&self, index: u64) -> Fetched<T> {
        let size = self.size;
        (self.source.fetch)(Wanted { index, size })
    }

    fn repeated(&self) -> Error {
        let call = self.source.operation.into();
        let doing = self.source.doing;
        Error::built(ErrorKind::RepeatedPage, doing, Some(call), None)
    }
}

/// Starts at once, and ends when it is dropped.
fn ahead<T: Send + 'static>(fetched: Fetched<T>) -> Fetched<T> {
    let mut task = JoinSet::new();
    task.spawn(fetched);
    Box::pin(async move {
        match task.join_next().await {
            Some(Ok(outcome)) => outcome,
            // The runtime is ending, or the task panicked.
            Some(Err(_)) | None => Err(Error::new(ErrorKind::Network, "cannot read ahead")),
        }
    })
}

impl<T: Send + Unpin + 'static> Stream for Pages<T> {
    type Item = Result<Vec<T>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_page(context)
    }
}

/// The items of a list, one after the other; [`Listing::stream`](super::Listing::stream) gives them.
///
/// It is also a `Stream` of the crate `futures`.
#[must_use = "nothing is sent until the items are read"]
pub struct Items<T> {
    pages: Pages<T>,
    page: std::vec::IntoIter<T>,
}

impl<T: Send + 'static> Items<T> {
    pub(super) fn new(pages: Pages<T>) -> Self {
        Self {
            pages,
            page: Vec::new().into_iter(),
        }
    }

    /// The next item; none at the end. Each item comes once.
    ///
    /// # Errors
    /// As for [`Pages::next`]: after an error, the next call goes on where this one stopped.
    ///
    /// # Cancel safety
    /// A future that is dropped loses no item.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|context| self.poll_item(context)).await
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        loop {
            if let Some(item) = self.page.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.poll_page(context)) {
                Some(Ok(page)) => self.page = page.into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<T: Send + Unpin + 'static> Stream for Items<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_item(context)
    }
}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("operation", &self.source.operation.id())
            .field("position", &self.progress.position())
            .finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("pages", &self.pages)
            .field("left", &self.page.len())
            .finish()
    }
}
