//! Parts of answers without which nothing can be done with the rest.

use frontegg_identity_raw::Operation;

use crate::error::{Error, ErrorKind};

/// What an answer has to have: the id of a new thing, or a secret that comes once.
pub(crate) fn needed<T>(
    doing: &'static str,
    operation: &'static Operation,
    part: Option<T>,
) -> Result<T, Error> {
    let missing = || Error::built(ErrorKind::Unreadable, doing, Some(operation.into()), None);
    part.ok_or_else(missing)
}

/// The same for a list of things.
pub(crate) fn needed_all<T, W>(
    doing: &'static str,
    operation: &'static Operation,
    list: Vec<W>,
    read: fn(W) -> Option<T>,
) -> Result<Vec<T>, Error> {
    needed(doing, operation, list.into_iter().map(read).collect())
}
