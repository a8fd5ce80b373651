//! Lists that come in pages, as streams.
//!
//! Pages are numbered from 0, and while somebody reads them the list may change. What was added in front of the place that
//! was reached comes twice, and is given once; what was taken away draws later items to the front, so that pages are looked
//! at again; and a server that gives the same page again and again is found out.

mod items;
mod progress;
#[cfg(test)]
mod tests;

use std::fmt;
use std::future::Future;
use std::num::NonZeroU64;
use std::pin::Pin;
use std::sync::Arc;

use frontegg_identity_raw::types::FronteggPaginationMetadata;
use frontegg_identity_raw::{self as raw, Operation, Response};

pub use self::items::{Items, Pages};
use super::scope::Scope;
use crate::error::Error;

/// The page that is wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    /// Counted in pages, from 0.
    pub(crate) index: u64,
    /// In items; the server's own size if it is not said.
    pub(crate) size: Option<NonZeroU64>,
}

impl Wanted {
    /// The size for the operations whose parameter is a plain integer.
    pub(crate) fn limit(self) -> Option<i64> {
        self.size.and_then(|size| i64::try_from(size.get()).ok())
    }
}

/// One page, as the server told it.
#[derive(Debug)]
pub(crate) struct Page<T> {
    pub(crate) items: Vec<T>,
    /// Of the whole list.
    pub(crate) total_items: Option<u64>,
    pub(crate) total_pages: Option<u64>,
}

impl<T> Page<T> {
    pub(crate) fn new(items: Vec<T>, metadata: Option<FronteggPaginationMetadata>) -> Self {
        let count = |number: Option<i64>| number.and_then(|number| u64::try_from(number).ok());
        Self {
            items,
            total_items: count(metadata.as_ref().and_then(|told| told.total_items)),
            total_pages: count(metadata.as_ref().and_then(|told| told.total_pages)),
        }
    }
}

pub(crate) type Fetched<T> = Pin<Box<dyn Future<Output = Result<Page<T>, Error>> + Send>>;

/// How to get pages, and what to say if that fails.
pub(crate) struct Source<T> {
    /// What tells one item of the list from the others.
    key: fn(&T) -> &str,
    fetch: Box<dyn Fn(Wanted) -> Fetched<T> + Send + Sync>,
    doing: &'static str,
    operation: &'static Operation,
}

/// A list that the server hands out in pages. Nothing is sent until it is read.
///
/// ```
/// # use frontegg_identity::{Error, manage::{Environment, UserQuery}};
/// # async fn run(environment: Environment) -> Result<(), Error> {
/// let list = environment.users().list(&UserQuery::new().email("ada@example.com"));
/// let users = list.clone().all().await?;
///
/// let mut pages = list.page_size(200).pages();
/// while let Some(page) = pages.next().await {
///     let page = page?;
///     println!("{} users, {} pages are read", page.len(), pages.position());
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a list is read by `stream`, `pages` or `all`"]
pub struct Listing<T> {
    source: Arc<Source<T>>,
    size: Option<NonZeroU64>,
    first: u64,
    reads_ahead: bool,
}

impl<T> Listing<T> {
    /// `ask` sends the call of a page, `read` takes its answer, and `key` tells one item of the list from the others.
    pub(crate) fn new<Q, P, Asked>(
        scope: &Scope,
        query: &Q,
        (doing, operation): (&'static str, &'static Operation),
        key: fn(&T) -> &str,
        ask: impl Fn(Scope, Q, Wanted) -> Asked + Send + Sync + 'static,
        read: impl Fn(P) -> Page<T> + Clone + Send + Sync + 'static,
    ) -> Self
    where
        T: 'static,
        Q: Clone + Send + Sync + 'static,
        P: 'static,
        Asked: Future<Output = Result<Response<P>, raw::Error>> + Send + 'static,
    {
        let (scope, query) = (scope.clone(), query.clone());
        let fetch = Box::new(move |wanted| -> Fetched<T> {
            let asked = ask(scope.clone(), query.clone(), wanted);
            let (scope, read) = (scope.clone(), read.clone());
            Box::pin(async move { Ok(read(scope.told(doing, operation, asked.await)?)) })
        });
        Self {
            source: Arc::new(Source {
                key,
                fetch,
                doing,
                operation,
            }),
            size: None,
            first: 0,
            reads_ahead: false,
        }
    }

    /// How many items a page has; 0 leaves it to the server. The server has a limit, and may give fewer.
    pub fn page_size(mut self, items: u64) -> Self {
        self.size = NonZeroU64::new(items);
        self
    }

    /// The page to begin at, counted in pages from 0: where another reader of the same list, with the same size of pages,
    /// [had come to](Pages::position).
    pub fn from_page(mut self, index: u64) -> Self {
        self.first = index;
        self
    }

    /// Fetches the next page, in a task of its own, while the present one is being read.
    pub fn read_ahead(mut self) -> Self {
        self.reads_ahead = true;
        self
    }
}

impl<T: Send + 'static> Listing<T> {
    /// One item after the other.
    pub fn stream(self) -> Items<T> {
        Items::new(self.pages())
    }

    /// One page after the other.
    pub fn pages(self) -> Pages<T> {
        Pages::new(self.source, self.size, self.first, self.reads_ahead)
    }

    /// All items at once. A list that may be long is better read as a [`stream`](Self::stream).
    ///
    /// # Errors
    /// As for [`Pages::next`]. What was read before is lost.
    pub async fn all(self) -> Result<Vec<T>, Error> {
        let mut pages = self.pages();
        let mut all = Vec::new();
        while let Some(page) = pages.next().await {
            all.append(&mut page?);
        }
        Ok(all)
    }
}

impl<T> Clone for Listing<T> {
    fn clone(&self) -> Self {
        Self {
            source: Arc::clone(&self.source),
            ..*self
        }
    }
}

impl<T> fmt::Debug for Listing<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Listing")
            .field("operation", &self.source.operation.id())
            .field("page_size", &self.size)
            .field("from_page", &self.first)
            .field("read_ahead", &self.reads_ahead)
            .finish()
    }
}
