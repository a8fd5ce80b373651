//! Lists in pages. `_offset` is the index of the page, not of the entry.

use serde_json::{Value, json};

use crate::http::Request;

/// Which page of a list is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Page {
    limit: usize,
    index: usize,
}

/// Entries on a page that does not say how many.
pub(crate) const DEFAULT_LIMIT: usize = 50;

impl Page {
    /// Reads `_limit` and `_offset`. A limit of more than `most` counts as `most`.
    pub(crate) fn of(request: &Request, most: usize) -> Self {
        let number = |name| {
            request
                .query(name)
                .and_then(|text| text.parse::<usize>().ok())
        };
        Self {
            limit: number("_limit").unwrap_or(DEFAULT_LIMIT).clamp(1, most),
            index: number("_offset").unwrap_or(0),
        }
    }

    /// The entries of the page, of all that there are.
    pub(crate) fn cut<T>(self, all: impl IntoIterator<Item = T>) -> impl Iterator<Item = T> {
        all.into_iter()
            .skip(self.index.saturating_mul(self.limit))
            .take(self.limit)
    }

    /// The envelope: entries, totals, links.
    pub(crate) fn wrap(self, items: Vec<Value>, total: usize) -> Value {
        let pages = total.div_ceil(self.limit);
        let link = |index: Option<usize>| index.map_or_else(String::new, |index| self.link(index));
        let last = pages.saturating_sub(1);
        json!({
            "items": items,
            "_metadata": { "totalItems": total, "totalPages": pages },
            "_links": {
                "first": self.link(0),
                "prev": link(self.index.checked_sub(1)),
                "next": link(Some(self.index + 1).filter(|next| *next <= last)),
                "last": self.link(last),
            },
        })
    }

    fn link(self, index: usize) -> String {
        format!("?_limit={}&_offset={index}", self.limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(limit: &str, offset: &str) -> Page {
        let query = [("_limit", limit), ("_offset", offset)];
        let query = query
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .to_vec();
        Page::of(
            &Request {
                query,
                ..Request::default()
            },
            200,
        )
    }

    #[test]
    fn the_offset_counts_pages() {
        assert_eq!(page("2", "1").cut(1..=5).collect::<Vec<_>>(), [3, 4]);
        assert_eq!(page("2", "2").cut(1..=5).collect::<Vec<_>>(), [5]);
        assert_eq!(page("2", "3").cut(1..=5).count(), 0);
        assert_eq!(page("1", &usize::MAX.to_string()).cut(1..=5).count(), 0);
    }

    #[test]
    fn odd_limits_are_mended() {
        assert_eq!(page("0", "0").cut(1..=500).count(), 1);
        assert_eq!(page("9999", "0").cut(1..=500).count(), 200);
        assert_eq!(page("many", "-1").cut(1..=500).count(), DEFAULT_LIMIT);
    }

    #[test]
    fn the_envelope_counts_and_links() {
        let envelope = page("2", "1").wrap(Vec::new(), 5);
        assert_eq!(
            envelope["_metadata"],
            json!({ "totalItems": 5, "totalPages": 3 })
        );
        assert_eq!(envelope["_links"]["prev"], "?_limit=2&_offset=0");
        assert_eq!(envelope["_links"]["next"], "?_limit=2&_offset=2");
        assert_eq!(page("2", "2").wrap(Vec::new(), 5)["_links"]["next"], "");
        assert_eq!(
            page("2", "0").wrap(Vec::new(), 0)["_metadata"]["totalPages"],
            0
        );
    }
}
