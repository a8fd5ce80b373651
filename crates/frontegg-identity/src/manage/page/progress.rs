//! How far the reading of a list has come, and which page is next.

use std::collections::HashSet;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;

use super::Page;

/// How far the reading has come. Reads nothing itself.
#[derive(Debug)]
pub(super) struct Progress {
    /// The page where the reading began.
    first: u64,
    /// The page behind the last one that was read.
    next: u64,
    /// Pages to look at again, since items were taken away before them.
    again: Vec<u64>,
    /// Digests of the keys that were given.
    seen: HashSet<u64>,
    digest: RandomState,
    /// Digests of the keys of the last page.
    last: Vec<u64>,
    total_items: Option<u64>,
    total_pages: Option<u64>,
    is_at_end: bool,
}

/// The server gives the same page over and over.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Repeated;

impl Progress {
    pub(super) fn new(first: u64) -> Self {
        Self {
            first,
            next: first,
            again: Vec::new(),
            seen: HashSet::new(),
            digest: RandomState::new(),
            last: Vec::new(),
            total_items: None,
            total_pages: None,
            is_at_end: false,
        }
    }

    /// The page to read; none at the end.
    pub(super) fn wanted(&self) -> Option<u64> {
        let next = (!self.is_at_end).then_some(self.next);
        self.again.last().copied().or(next)
    }

    /// The page to begin at, for a reader that comes after us.
    pub(super) fn position(&self) -> u64 {
        self.again.iter().copied().min().unwrap_or(self.next)
    }

    /// Takes the page that was wanted, and gives what is new in it.
    pub(super) fn take<T>(
        &mut self,
        page: Page<T>,
        key: fn(&T) -> &str,
    ) -> Result<Vec<T>, Repeated> {
        let digest = |item: &T| self.digest.hash_one(key(item));
        let keys: Vec<u64> = page.items.iter().map(digest).collect();
        let (before, now) = (self.total_items, page.total_items);
        let grew = now > before;
        let is_second_look = self.again.pop().is_some();
        if !is_second_look {
            if !keys.is_empty() && keys == self.last && !grew {
                self.is_at_end = true;
                return Err(Repeated);
            }
            self.next = self.next.saturating_add(1);
        }
        if let (Some(before), Some(now)) = (before, now) {
            self.look_back(before.saturating_sub(now), keys.len());
        }
        self.total_items = now.or(before);
        self.total_pages = page.total_pages.or(self.total_pages);
        self.is_at_end = match self.total_pages {
            // A server that counts wrongly does not lead us past the end.
            _ if keys.is_empty() && !is_second_look => true,
            Some(pages) => self.next >= pages,
            None => false,
        };
        let fresh = page.items.into_iter().zip(&keys);
        let fresh = fresh.filter(|(_, key)| self.seen.insert(**key));
        let fresh = fresh.map(|(item, _)| item).collect();
        self.last = keys;
        Ok(fresh)
    }

    /// So many items are gone. If they stood before our place, as many others are now on pages that we have read.
    fn look_back(&mut self, gone: u64, page_size: usize) {
        let size = u64::try_from(page_size).unwrap_or(u64::MAX).max(1);
        let pages = gone.div_ceil(size);
        // The page that was just read showed the list as it is now.
        let now = self.next.saturating_sub(1);
        for index in now.saturating_sub(pages).max(self.first)..now {
            if !self.again.contains(&index) {
                self.again.push(index);
            }
        }
    }
}
