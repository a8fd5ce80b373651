//! How many users tenants have, and how far users have got in them.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::roles::at_most;
use crate::http::{Refusal, Reply};
use crate::routes::Call;
use crate::state::State;
use crate::state::users::{Membership, User};

/// Users that can be asked about at once.
const MOST_USERS: usize = 200;
/// Statuses that are reported of one user.
const MOST_STATUSES: usize = 2000;

/// `POST tenants/users/v1/count`. Users' tokens count in their own tenant, in those below it, and in those open to the user.
pub(super) fn count(call: &Call<'_>) -> Result<Reply, Refusal> {
    let tenant_ids = call.list("tenantIds").unwrap_or_default();
    let skips_invisible = call.flag("excludeInvisibleUsers").unwrap_or(false);
    let state = call.state();
    if tenant_ids.iter().any(|id| !may_count(call, &state, id)) {
        return Err((&call.settings.foreign_tenant).into());
    }
    let mut counts: HashMap<&str, (u64, u64)> = tenant_ids.iter().map(|id| (*id, (0, 0))).collect();
    let users = state.users.iter();
    for user in users.filter(|user| !(skips_invisible && user.is_invisible)) {
        for membership in &user.memberships {
            if let Some((all, open)) = counts.get_mut(membership.tenant_id.as_str()) {
                *all += 1;
                *open += u64::from(membership.is_open(call.now) && !user.is_locked);
            }
        }
    }
    let entries = counts.iter().map(|(id, (all, open))| {
        json!({ "tenantId": id, "totalUsers": all, "totalAccessAllowedUsers": open })
    });
    Ok(Reply::ok(&entries.collect()))
}

fn may_count(call: &Call<'_>, state: &State, tenant_id: &str) -> bool {
    let Some(own) = call.context.tenant_id() else {
        return call.is_environment();
    };
    let user = call.context.user_id().and_then(|id| state.users.get(id));
    own == tenant_id
        || state.tenants.is_below(tenant_id, own)
        || user.is_some_and(|user| state.may_enter(user, tenant_id, call.now))
}

/// `GET tenants/users/v1/statuses`.
pub(super) fn list(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let ids = at_most(call, "userIds", MOST_USERS)?;
    let wanted = call.request.query_list("userTenantStatuses");
    let state = call.state();
    let users = ids.into_iter().filter_map(|id| state.users.get(id));
    let entries = users.map(|user| {
        let statuses = user
            .memberships
            .iter()
            .map(|membership| (membership, status(user, membership)))
            .filter(|(_, status)| wanted.is_empty() || wanted.contains(status))
            .take(MOST_STATUSES);
        let statuses: Vec<Value> = statuses
            .map(|(one, status)| json!({ "tenantId": one.tenant_id, "status": status }))
            .collect();
        json!({ "userId": user.id, "tenantsStatuses": statuses })
    });
    Ok(Reply::ok(&entries.collect()))
}

/// The names are documented, the rule is not: who has not accepted yet is invited if the account is in use already, and not
/// activated otherwise; who has accepted is activated with the first login.
fn status(user: &User, membership: &Membership) -> &'static str {
    match (membership.is_activated, user.last_login) {
        (false, _) if user.is_verified => "PendingInvitation",
        (false, _) => "NotActivated",
        (true, None) => "PendingLogin",
        (true, Some(_)) => "Activated",
    }
}

#[cfg(test)]
mod tests;
