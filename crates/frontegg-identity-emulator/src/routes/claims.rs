//! The claims of a user's access token.

use serde_json::{Map, Value, json};

use super::Call;
use crate::crypto::random;
use crate::settings::Audience;
use crate::state::State;
use crate::state::links::end;
use crate::state::login::{Login, methods};
use crate::state::sessions::Session;
use crate::state::users::User;

/// What `acr` says of a login with two factors.
pub(crate) const MULTI_FACTOR: &str =
    "http://schemas.openid.net/pape/policies/2007/06/multi-factor";

/// The claims of a token of this user for a tenant. Without a session it has no `sid`.
pub(crate) fn of_user(
    call: &Call<'_>,
    state: &State,
    user: &User,
    tenant_id: &str,
    login: Option<&Login>,
    session: Option<&Session>,
) -> Value {
    let settings = call.settings;
    let tenant_ids: Vec<&str> = user
        .memberships
        .iter()
        .map(|one| one.tenant_id.as_str())
        .collect();
    let application_id = login.and_then(|login| login.application_id.as_deref());
    let audience = match settings.audience {
        Audience::Environment => &settings.client_id,
        Audience::Application => application_id.unwrap_or(&settings.client_id),
    };
    let mut claims = json!({
        "type": "userToken",
        "sub": user.id,
        "tenantId": tenant_id,
        "tenantIds": tenant_ids,
        "name": user.name,
        "email": user.email(),
        "email_verified": user.is_verified,
        "profilePictureUrl": user.picture,
        "phoneNumber": user.names().phone,
        "externalId": user.external_id,
        "metadata": object(user.metadata.as_deref()),
        "aud": audience,
        "iss": format!("https://{}", settings.domain),
        "iat": call.now.timestamp(),
        "exp": end(call.now, settings.access_token_life).timestamp(),
        // Not seen on the wire. Without it two tokens of one second are one and the same, which hides a lost refresh.
        "jti": random::uuid(),
    });
    let Value::Object(more) = &mut claims else {
        return claims;
    };
    let mut set = |name: &str, value: Value| more.insert(name.to_owned(), value);
    let role_ids = state.roles_with(user, tenant_id, settings.sub_account_roles);
    if settings.roles_in_tokens {
        let keys: Vec<&str> = state
            .catalogue
            .roles_of(&role_ids)
            .map(|role| role.key.as_str())
            .collect();
        set("roles", json!(keys));
    }
    if settings.permissions_in_tokens {
        let permissions = state.catalogue.permissions_of(&role_ids);
        set(
            "permissions",
            permissions
                .iter()
                .map(|permission| permission.key.as_str())
                .collect(),
        );
    }
    if user.is_super_user {
        set("superUser", Value::Bool(true));
    }
    if user.is_invisible {
        set("invisible", Value::Bool(true));
    }
    if let Some(id) = application_id {
        set("applicationId", json!(id));
    }
    if let Some(login) = login {
        let methods = methods(&login.proofs);
        if methods.contains(&"mfa") {
            set("acr", json!(MULTI_FACTOR));
        }
        set("amr", json!(methods));
        set("auth_time", json!(login.at.timestamp()));
    }
    if let Some(session) = session {
        if settings.session_id_in_tokens {
            set("sid", json!(session.id));
        }
        if let Some(impersonator) = &session.impersonator {
            set(
                "act",
                json!({ "sub": impersonator, "type": "impersonation" }),
            );
        }
    }
    claims
}

/// Metadata as tokens carry it: an object, where REST bodies have a string.
pub(crate) fn object(text: Option<&str>) -> Value {
    let value = text.and_then(|text| serde_json::from_str(text).ok());
    value
        .filter(Value::is_object)
        .unwrap_or_else(|| Value::Object(Map::new()))
}
