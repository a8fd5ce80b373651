//! What lists of users are narrowed by.

use std::collections::HashSet;

use super::phrases::Phrases;
use crate::routes::Call;
use crate::state::State;
use crate::state::users::User;

/// The filters of a query, read once for all users.
pub(super) struct Filter<'a> {
    /// Sets of tenants; a user is in one of each.
    scopes: Vec<HashSet<&'a str>>,
    email: Option<String>,
    identifier: Option<(&'a str, String)>,
    name_prefix: Option<String>,
    /// Part of a name or an address.
    anything: Option<String>,
    /// Ids in the order of the query; empty for all.
    ids: Vec<&'a str>,
    external_ids: Vec<&'a str>,
    hides_invisible: bool,
    phrases: Option<Phrases>,
}

impl<'a> Filter<'a> {
    /// Reads the query. `sub_accounts` says whether those of sub-accounts count if the query says nothing about it.
    pub(super) fn of(call: &Call<'a>, state: &'a State, sub_accounts: bool) -> Self {
        let query = |name: &str| call.request.query(name).filter(|text| !text.is_empty());
        let lower = |name: &str| query(name).map(str::to_lowercase);
        let below = query("_includeSubTenants").map_or(sub_accounts, |text| text == "true");
        let scope = |tenant: &'a str| {
            if below {
                state.tenants.family(tenant)
            } else {
                HashSet::from([tenant])
            }
        };
        let ids = call.settings.id_parameters.iter();
        Self {
            scopes: [call.tenant_if_any(), query("_tenantId")]
                .into_iter()
                .flatten()
                .map(scope)
                .collect(),
            email: lower("_email"),
            identifier: lower("_identifier")
                .map(|part| (query("_identifierType").unwrap_or("email"), part)),
            name_prefix: lower("_namePrefix"),
            anything: lower("_filter"),
            ids: ids.flat_map(|name| call.request.query_list(name)).collect(),
            external_ids: call.request.query_list("_externalIds"),
            // Invisible users are hidden from the people of a tenant, not from the environment.
            hides_invisible: !call.is_environment(),
            phrases: None,
        }
    }

    /// Looks for phrases as well.
    pub(super) fn with(mut self, phrases: Phrases) -> Self {
        self.phrases = Some(phrases).filter(|phrases| !phrases.is_empty());
        self
    }

    /// The users that pass. Only those are looked at that can.
    pub(super) fn find(&self, state: &'a State) -> Vec<&'a User> {
        if self.ids.is_empty() {
            return state.users.iter().filter(|one| self.lets(one)).collect();
        }
        let mut seen = HashSet::new();
        let ids = self.ids.iter().filter(|id| seen.insert(**id));
        ids.filter_map(|id| state.users.get(id))
            .filter(|one| self.lets(one))
            .collect()
    }

    /// Whether every user passes.
    pub(super) fn is_open(&self) -> bool {
        self.scopes.is_empty()
            && self.email.is_none()
            && self.identifier.is_none()
            && self.name_prefix.is_none()
            && self.anything.is_none()
            && self.ids.is_empty()
            && self.external_ids.is_empty()
            && !self.hides_invisible
            && self.phrases.is_none()
    }

    fn lets(&self, user: &User) -> bool {
        let is_in = |scope: &HashSet<&str>| {
            let mut tenants = user.memberships.iter();
            tenants.any(|one| scope.contains(one.tenant_id.as_str()))
        };
        let contains = |text: Option<&str>, part: &String| {
            text.is_some_and(|text| text.to_lowercase().contains(part))
        };
        let names = user.names();
        let by_identifier = |(kind, part): &(&str, String)| match *kind {
            "phoneNumber" => contains(names.phone.as_deref(), part),
            "username" => contains(names.username.as_deref(), part),
            _ => contains(user.email(), part),
        };
        let name = user.name.as_deref();
        !(self.hides_invisible && user.is_invisible)
            && self.scopes.iter().all(is_in)
            && self
                .email
                .as_ref()
                .is_none_or(|part| contains(user.email(), part))
            && self.identifier.as_ref().is_none_or(by_identifier)
            && self
                .name_prefix
                .as_ref()
                .is_none_or(|start| name.is_some_and(|name| name.to_lowercase().starts_with(start)))
            && self
                .anything
                .as_ref()
                .is_none_or(|part| contains(user.email(), part) || contains(name, part))
            && (self.external_ids.is_empty()
                || user
                    .external_id
                    .as_deref()
                    .is_some_and(|id| self.external_ids.contains(&id)))
            && self
                .phrases
                .as_ref()
                .is_none_or(|phrases| phrases.fit(user))
    }
}
