//! Users: the shapes of versions 1 and 2, of version 3, and of the answer to a creation.

use serde_json::{Map, Value, json};

use super::role;
use crate::http::timestamp;
use crate::settings::Settings;
use crate::state::State;
use crate::state::users::{Membership, User};

/// Versions 1 and 2, and the environment's own routes: with the roles in each tenant, and those in `tenant_id` on top.
pub(crate) fn full(settings: &Settings, state: &State, user: &User, tenant_id: &str) -> Value {
    let mut body = common(user, tenant_id);
    let tenants: Vec<Value> = user
        .memberships
        .iter()
        .map(|membership| {
            let roles = state.catalogue.roles_of(&membership.role_ids);
            let mut tenant = of_membership(membership);
            tenant.insert(
                "roles".to_owned(),
                roles.map(|one| role::role(settings, one)).collect(),
            );
            Value::Object(tenant)
        })
        .collect();
    let groups: Vec<Value> = state
        .groups
        .of_user(&user.id, tenant_id)
        .map(|group| {
            let roles = state
                .catalogue
                .roles_of(&group.role_ids)
                .map(|one| role::role(settings, one));
            json!({ "id": group.id, "roles": roles.collect::<Vec<_>>() })
        })
        .collect();
    body.insert("tenants".to_owned(), Value::Array(tenants));
    body.insert("groups".to_owned(), Value::Array(groups));
    body.extend(rights(settings, state, user, tenant_id));
    Value::Object(body)
}

/// Version 3: neither roles nor groups.
pub(crate) fn lean(user: &User, tenant_id: &str) -> Value {
    let mut body = common(user, tenant_id);
    let tenants = user
        .memberships
        .iter()
        .map(|membership| Value::Object(of_membership(membership)));
    body.insert("tenants".to_owned(), tenants.collect());
    Value::Object(body)
}

/// The answer to a creation.
pub(crate) fn created(settings: &Settings, state: &State, user: &User, tenant_id: &str) -> Value {
    let membership = user.membership(tenant_id);
    let mut body = json!({
        "id": user.id,
        "verified": user.is_verified,
        "name": user.name,
        "profilePictureUrl": user.picture,
        "metadata": user.metadata,
        "createdAt": timestamp(user.created_at),
        "lastLogin": user.last_login.map(timestamp),
        "activatedForTenant": membership.is_some_and(|membership| membership.is_activated),
    });
    if let Value::Object(body) = &mut body {
        body.extend(user.email().map(|email| ("email".to_owned(), json!(email))));
        let end = membership.and_then(|membership| membership.expires_at);
        body.extend(end.map(|end| ("temporaryExpirationDate".to_owned(), json!(timestamp(end)))));
        body.extend(rights(settings, state, user, tenant_id));
    }
    body
}

/// `roles` and `permissions` of a user in a tenant.
pub(crate) fn rights(
    settings: &Settings,
    state: &State,
    user: &User,
    tenant_id: &str,
) -> Map<String, Value> {
    let ids = state.roles_with(user, tenant_id, settings.sub_account_roles);
    let roles = state
        .catalogue
        .roles_of(&ids)
        .map(|one| role::role(settings, one));
    let permissions = state.catalogue.permissions_of(&ids);
    let permissions = permissions
        .into_iter()
        .map(|one| role::permission(&state.catalogue, one));
    Map::from_iter([
        ("roles".to_owned(), roles.collect()),
        ("permissions".to_owned(), permissions.collect()),
    ])
}

/// The tenant that a user is shown in when nobody asks for one.
pub(crate) fn home(user: &User) -> &str {
    user.active_tenant.as_deref().unwrap_or_default()
}

fn common(user: &User, tenant_id: &str) -> Map<String, Value> {
    let tenant_ids: Vec<&str> = user
        .memberships
        .iter()
        .map(|one| one.tenant_id.as_str())
        .collect();
    let body = json!({
        "id": user.id,
        "sub": user.id,
        "name": user.name,
        "profilePictureUrl": user.picture,
        "phoneNumber": user.names().phone,
        "verified": user.is_verified,
        "mfaEnrolled": user.factors.is_enrolled(),
        "mfaBypass": user.bypasses_mfa,
        "provider": user.provider,
        "tenantId": tenant_id,
        "tenantIds": tenant_ids,
        "activatedForTenant": user.membership(tenant_id).is_some_and(|membership| membership.is_activated),
        "isLocked": user.is_locked,
        "invisible": user.is_invisible,
        "superUser": user.is_super_user,
        "metadata": user.metadata,
        "vendorMetadata": user.vendor_metadata,
        "subAccountAccessAllowed": user.sub_account_access,
        "managedBy": "frontegg",
        "createdAt": timestamp(user.created_at),
        "lastLogin": user.last_login.map(timestamp),
    });
    let Value::Object(mut body) = body else {
        return Map::new();
    };
    body.extend(user.email().map(|email| ("email".to_owned(), json!(email))));
    body.extend(
        user.external_id
            .as_ref()
            .map(|id| ("externalId".to_owned(), json!(id))),
    );
    body
}

fn of_membership(membership: &Membership) -> Map<String, Value> {
    let mut body = Map::from_iter([
        ("tenantId".to_owned(), json!(membership.tenant_id)),
        ("isDisabled".to_owned(), json!(membership.is_disabled)),
    ]);
    let end = membership
        .expires_at
        .map(|end| ("temporaryExpirationDate".to_owned(), json!(timestamp(end))));
    body.extend(end);
    body
}
