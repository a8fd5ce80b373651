//! What waits for an answer that may never come.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;

/// Rows that are kept at most.
pub(crate) const MOST: usize = 10_000;

/// Rows by key, of which the oldest go when there are too many. Whoever asks for codes or links without end cannot make
/// the service grow without end.
#[derive(Debug, Clone)]
pub(crate) struct Recent<K, V> {
    rows: HashMap<K, (u64, V)>,
    next: u64,
}

impl<K, V> Default for Recent<K, V> {
    fn default() -> Self {
        Self {
            rows: HashMap::new(),
            next: 0,
        }
    }
}

impl<K: Eq + Hash + Clone, V> Recent<K, V> {
    /// Adds a row as the newest, and returns the one that was there under this key.
    pub(crate) fn insert(&mut self, key: K, value: V) -> Option<V> {
        if self.rows.len() >= MOST && !self.rows.contains_key(&key) {
            self.drop_oldest();
        }
        self.next += 1;
        self.rows
            .insert(key, (self.next, value))
            .map(|(_, former)| former)
    }

    pub(crate) fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.rows.get(key).map(|(_, value)| value)
    }

    pub(crate) fn get_mut<Q: Eq + Hash + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.rows.get_mut(key).map(|(_, value)| value)
    }

    pub(crate) fn contains_key<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.rows.contains_key(key)
    }

    pub(crate) fn remove<Q: Eq + Hash + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.rows.remove(key).map(|(_, value)| value)
    }

    pub(crate) fn retain(&mut self, keep: impl Fn(&K, &V) -> bool) {
        self.rows.retain(|key, (_, value)| keep(key, value));
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.rows.iter().map(|(key, (_, value))| (key, value))
    }

    /// An eighth at once, so that the search for the oldest is rare.
    fn drop_oldest(&mut self) {
        let mut numbers: Vec<u64> = self.rows.values().map(|(number, _)| *number).collect();
        let (_, last, _) = numbers.select_nth_unstable(MOST / 8);
        let last = *last;
        self.rows.retain(|_, (number, _)| *number > last);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_go_and_the_newest_stay() {
        let mut recent = Recent::default();
        for number in 0..3 * MOST {
            recent.insert(number, number);
            assert!(recent.rows.len() <= MOST);
        }
        assert_eq!(recent.get(&0), None);
        for number in 3 * MOST - MOST / 2..3 * MOST {
            assert_eq!(recent.get(&number), Some(&number));
        }
    }

    #[test]
    fn a_row_that_is_written_again_is_the_newest() {
        let mut recent = Recent::default();
        for number in 0..MOST {
            recent.insert(number, number);
        }
        assert_eq!(recent.insert(0, 7), Some(0));
        recent.insert(MOST, 0);
        assert_eq!(recent.get(&0), Some(&7));
        assert!(!recent.contains_key(&1));
        assert_eq!(recent.remove(&0), Some(7));
        assert_eq!(recent.get_mut(&0), None);
    }
}
