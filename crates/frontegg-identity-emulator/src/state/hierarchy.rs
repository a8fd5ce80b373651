//! Accounts below accounts.

use std::collections::{HashMap, HashSet};

use super::table::Table;
use super::tenants::Tenant;

impl Table<Tenant> {
    /// The accounts above a tenant, the nearest first.
    pub(crate) fn above<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        let parent = |id: &str| self.get(id)?.parent.as_deref();
        // Tenants that are each other's parents do not make this go on for ever.
        std::iter::successors(parent(id), move |id| parent(id)).take(self.len())
    }

    /// Whether a tenant is a sub-account of another, at any depth.
    pub(crate) fn is_below(&self, id: &str, top: &str) -> bool {
        id != top && self.above(id).any(|parent| parent == top)
    }

    /// A tenant and its sub-accounts at any depth.
    pub(crate) fn family<'a>(&'a self, top: &'a str) -> HashSet<&'a str> {
        let mut children: HashMap<&str, Vec<&str>> = HashMap::new();
        for tenant in self.iter() {
            if let Some(parent) = &tenant.parent {
                children.entry(parent).or_default().push(&tenant.id);
            }
        }
        let mut family = HashSet::from([top]);
        let mut open = vec![top];
        while let Some(id) = open.pop() {
            for child in children.get(id).into_iter().flatten() {
                if family.insert(child) {
                    open.push(child);
                }
            }
        }
        family
    }
}

#[cfg(test)]
mod tests {
    use chrono::Utc;

    use super::*;

    fn tenants(parents: &[(&str, Option<&str>)]) -> Table<Tenant> {
        let mut table = Table::default();
        for (id, parent) in parents {
            let mut tenant = Tenant::new(*id, *id, Utc::now());
            tenant.parent = parent.map(str::to_owned);
            table.insert(tenant);
        }
        table
    }

    #[test]
    fn a_family_goes_down_and_the_way_up_comes_back() {
        let table = tenants(&[("a", None), ("b", Some("a")), ("c", Some("b")), ("d", None)]);
        assert_eq!(table.family("a"), HashSet::from(["a", "b", "c"]));
        assert_eq!(table.family("d"), HashSet::from(["d"]));
        assert_eq!(table.above("c").collect::<Vec<_>>(), ["b", "a"]);
        assert!(table.is_below("c", "a"));
        assert!(!table.is_below("a", "c") && !table.is_below("a", "a"));
    }

    #[test]
    fn a_ring_has_an_end() {
        let table = tenants(&[("a", Some("b")), ("b", Some("a"))]);
        assert_eq!(table.family("a"), HashSet::from(["a", "b"]));
        assert_eq!(table.above("a").count(), 2);
        assert!(table.is_below("a", "b") && !table.is_below("a", "a"));
    }
}
