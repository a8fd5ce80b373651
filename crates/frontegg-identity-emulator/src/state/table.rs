//! Rows by id that remember the order in which they came.

use std::collections::{BTreeMap, HashMap};

/// Something with an id of its own.
pub(crate) trait Row {
    fn id(&self) -> &str;
}

/// Rows by id. Going through them gives the order of insertion.
#[derive(Debug, Clone)]
pub(crate) struct Table<T> {
    places: HashMap<String, u64>,
    rows: BTreeMap<u64, T>,
    next: u64,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self {
            places: HashMap::new(),
            rows: BTreeMap::new(),
            next: 0,
        }
    }
}

impl<T: Row> Table<T> {
    /// Adds a row, or puts it in the place of the one with the same id.
    pub(crate) fn insert(&mut self, row: T) {
        let next = self.next;
        let place = *self.places.entry(row.id().to_owned()).or_insert(next);
        if place == next {
            self.next += 1;
        }
        self.rows.insert(place, row);
    }

    pub(crate) fn get(&self, id: &str) -> Option<&T> {
        self.rows.get(self.places.get(id)?)
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut T> {
        self.rows.get_mut(self.places.get(id)?)
    }

    pub(crate) fn contains(&self, id: &str) -> bool {
        self.places.contains_key(id)
    }

    pub(crate) fn remove(&mut self, id: &str) -> Option<T> {
        self.rows.remove(&self.places.remove(id)?)
    }

    /// Keeps the rows that pass.
    pub(crate) fn retain(&mut self, keep: impl Fn(&T) -> bool) {
        let places = &mut self.places;
        self.rows.retain(|_, row| {
            let stays = keep(row);
            if !stays {
                places.remove(row.id());
            }
            stays
        });
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.rows.values()
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.rows.values_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Named(&'static str, u32);

    impl Row for Named {
        fn id(&self) -> &str {
            self.0
        }
    }

    #[test]
    fn rows_keep_their_order_and_their_place() {
        let mut table = Table::default();
        for (id, number) in [("b", 1), ("a", 2), ("c", 3), ("b", 4)] {
            table.insert(Named(id, number));
        }
        assert_eq!(table.iter().map(|row| row.1).collect::<Vec<_>>(), [4, 2, 3]);
        assert_eq!(table.remove("a"), Some(Named("a", 2)));
        assert_eq!(table.remove("a"), None);
        table.insert(Named("a", 5));
        assert_eq!(
            table.iter().map(|row| row.0).collect::<Vec<_>>(),
            ["b", "c", "a"]
        );
        assert_eq!(table.len(), 3);
        assert!(!table.contains("d"));
        table.retain(|row| row.1 != 4);
        assert!(!table.contains("b") && table.contains("a"));
        assert_eq!(table.iter().map(|row| row.1).collect::<Vec<_>>(), [3, 5]);
    }
}
