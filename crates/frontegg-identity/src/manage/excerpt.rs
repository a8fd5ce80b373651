//! Lists of which the server may give a part only.

use super::wire::each;

/// A list with the count that the server names, and no way to ask for the rest if they differ.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Excerpt<T> {
    /// What came.
    pub items: Vec<T>,
    /// How many there are, as the server says.
    pub total: Option<u64>,
}

impl<T> Excerpt<T> {
    /// None if an item cannot be read.
    pub(crate) fn read<W>(
        list: Vec<W>,
        total: Option<i64>,
        read: fn(W) -> Option<T>,
    ) -> Option<Self> {
        Some(Self {
            items: each(list, read)?,
            total: total.and_then(|total| u64::try_from(total).ok()),
        })
    }

    /// Whether all came. A server that names no count is believed to have given all.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let came = u64::try_from(self.items.len()).unwrap_or(u64::MAX);
        self.total.is_none_or(|total| total <= came)
    }
}
