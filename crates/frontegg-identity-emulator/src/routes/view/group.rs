//! Groups.

use serde_json::{Value, json};

use super::role;
use crate::http::{Request, timestamp};
use crate::settings::Settings;
use crate::state::State;
use crate::state::groups::Group;

/// What a group is shown with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Relations {
    roles: bool,
    users: bool,
}

impl Relations {
    /// Neither roles nor users.
    pub(crate) const NONE: Self = Self {
        roles: false,
        users: false,
    };

    /// Reads `_groupsRelations`.
    pub(crate) fn of(request: &Request) -> Self {
        let wish = request.query("_groupsRelations").unwrap_or_default();
        Self {
            roles: matches!(wish, "roles" | "rolesAndUsers"),
            users: matches!(wish, "users" | "rolesAndUsers"),
        }
    }
}

/// A group. What was never set is left out.
pub(crate) fn group(
    settings: &Settings,
    state: &State,
    group: &Group,
    relations: Relations,
) -> Value {
    let mut body = json!({
        "id": group.id,
        "name": group.name,
        "managedBy": "frontegg",
        "createdAt": timestamp(group.created_at),
        "updatedAt": timestamp(group.updated_at),
    });
    let texts = [
        ("color", &group.color),
        ("description", &group.description),
        ("metadata", &group.metadata),
    ];
    for (name, text) in texts {
        if let Some(text) = text {
            body[name] = json!(text);
        }
    }
    if relations.roles {
        let roles = state.catalogue.roles_of(&group.role_ids);
        body["roles"] = roles.map(|one| role::role(settings, one)).collect();
    }
    if relations.users {
        body["users"] = members(state, group);
    }
    body
}

fn members(state: &State, group: &Group) -> Value {
    let users = group.user_ids.iter().filter_map(|id| state.users.get(id));
    users
        .map(|user| {
            let membership = user.membership(&group.tenant_id);
            json!({
                "id": user.id,
                "email": user.email().unwrap_or_default(),
                "name": user.name,
                "profilePictureUrl": user.picture,
                "createdAt": timestamp(user.created_at),
                "activatedForTenant": membership.is_some_and(|membership| membership.is_activated),
            })
        })
        .collect()
}
