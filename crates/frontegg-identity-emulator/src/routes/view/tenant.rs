//! Tenants, as their own service and as the users' routes show them.

use serde_json::{Value, json};

use crate::http::timestamp;
use crate::settings::Settings;
use crate::state::tenants::Tenant;

/// A tenant. Its metadata is JSON in a string.
pub(crate) fn tenant(settings: &Settings, tenant: &Tenant) -> Value {
    json!({
        "id": tenant.id,
        "tenantId": tenant.id,
        "vendorId": settings.client_id,
        "name": tenant.name,
        "metadata": tenant.metadata_text(),
        "creatorName": tenant.creator_name,
        "creatorEmail": tenant.creator_email,
        "isReseller": false,
        "createdAt": timestamp(tenant.created_at),
        "updatedAt": timestamp(tenant.updated_at),
        "deletedAt": null,
    })
}
