//! Roles, permissions and categories.

use serde_json::{Value, json};

use crate::http::timestamp;
use crate::settings::Settings;
use crate::state::roles::{Catalogue, Category, Permission, Role};

/// A role, with the ids of its permissions.
pub(crate) fn role(settings: &Settings, role: &Role) -> Value {
    json!({
        "id": role.id,
        "vendorId": settings.client_id,
        "tenantId": role.tenant_id,
        "key": role.key,
        "name": role.name,
        "description": role.description,
        "isDefault": role.is_default,
        "firstUserRole": role.first_user_role,
        "level": role.level,
        "permissions": role.permission_ids,
        "createdAt": timestamp(role.created_at),
        "updatedAt": timestamp(role.updated_at),
    })
}

/// A permission, with the ids of the roles that grant it.
pub(crate) fn permission(catalogue: &Catalogue, permission: &Permission) -> Value {
    let mut body = json!({
        "id": permission.id,
        "key": permission.key,
        "name": permission.name,
        "description": permission.description,
        "categoryId": permission.category_id,
        "fePermission": permission.is_built_in,
        "roleIds": catalogue.roles_with(&permission.id),
        "createdAt": timestamp(permission.created_at),
        "updatedAt": timestamp(permission.updated_at),
    });
    if let Some(kind) = &permission.assignment_type {
        body["assignmentType"] = json!(kind);
    }
    body
}

/// A category, with its permissions.
pub(crate) fn category(catalogue: &Catalogue, category: &Category) -> Value {
    let own = catalogue
        .permissions
        .iter()
        .filter(|one| one.category_id.as_deref() == Some(category.id.as_str()));
    json!({
        "id": category.id,
        "name": category.name,
        "description": category.description,
        "feCategory": category.is_built_in,
        "createdAt": timestamp(category.created_at),
        "permissions": own.map(|one| permission(catalogue, one)).collect::<Vec<_>>(),
    })
}
