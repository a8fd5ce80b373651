//! The claims of tokens that machines carry.

use serde_json::{Map, Value, json};

use crate::routes::Call;
use crate::routes::claims::object;
use crate::state::State;
use crate::state::access_tokens::AccessToken;
use crate::state::api_tokens::{ApiToken, Grant};
use crate::state::links::end;
use crate::state::roles::Permission;
use crate::state::users::User;

/// What stands in place of the roles in an access token: whoever gets it has to look them up.
pub(crate) const ROLES_ELSEWHERE: &str = "FETCH-ROLES-BY-API";

/// What stands in place of the permissions.
pub(crate) const PERMISSIONS_ELSEWHERE: &str = "FETCH-PERMISSIONS-BY-API";

/// The claims of the access token that an API token is exchanged for. `owner` is the user that it belongs to, if any.
pub(crate) fn of_api_token(
    call: &Call<'_>,
    state: &State,
    token: &ApiToken,
    owner: Option<&User>,
) -> Value {
    let settings = call.settings;
    let (role_ids, permissions) = rights(state, token, owner);
    let mut claims = common(call, &token.tenant_id, &token.client_id);
    let mut set = |name: &str, value: Value| claims.insert(name.to_owned(), value);
    match owner {
        Some(owner) => {
            set("type", json!("userApiToken"));
            set("userId", json!(owner.id));
            set("email", json!(owner.email()));
            set("userMetadata", object(owner.metadata.as_deref()));
        }
        None => drop(set("type", json!("tenantApiToken"))),
    }
    set("metadata", Value::Object(token.metadata.clone()));
    set("createdByUserId", json!(token.created_by));
    if settings.roles_in_tokens {
        let roles = state.catalogue.roles_of(&role_ids);
        set("roles", roles.map(|role| role.key.as_str()).collect());
    }
    if settings.permissions_in_tokens {
        let keys = permissions.iter().map(|permission| permission.key.as_str());
        set("permissions", keys.collect());
    }
    set(
        "exp",
        json!(end(call.now, settings.access_token_life).timestamp()),
    );
    Value::Object(claims)
}

/// The claims of an access token. One that never expires has no `exp`.
pub(crate) fn of_access_token(call: &Call<'_>, token: &AccessToken) -> Value {
    let mut claims = common(call, &token.tenant_id, &token.id);
    let mut set = |name: &str, value: Value| claims.insert(name.to_owned(), value);
    match &token.user_id {
        Some(user_id) => {
            set("type", json!("userAccessToken"));
            set("userId", json!(user_id));
        }
        None => drop(set("type", json!("tenantAccessToken"))),
    }
    set("roles", json!([ROLES_ELSEWHERE]));
    set("permissions", json!([PERMISSIONS_ELSEWHERE]));
    if let Some(end) = token.expires_at {
        set("exp", json!(end.timestamp()));
    }
    Value::Object(claims)
}

fn common(call: &Call<'_>, tenant_id: &str, id: &str) -> Map<String, Value> {
    let settings = call.settings;
    Map::from_iter([
        ("sub".to_owned(), json!(id)),
        ("tenantId".to_owned(), json!(tenant_id)),
        ("aud".to_owned(), json!(settings.client_id)),
        (
            "iss".to_owned(),
            json!(format!("https://{}", settings.domain)),
        ),
        ("iat".to_owned(), json!(call.now.timestamp())),
    ])
}

/// The roles of an API token by id, and its permissions: those of its owner, or its own.
fn rights<'a>(
    state: &'a State,
    token: &ApiToken,
    owner: Option<&User>,
) -> (Vec<String>, Vec<&'a Permission>) {
    let role_ids = match (owner, &token.grant) {
        (Some(owner), _) => state.roles_in(owner, &token.tenant_id),
        (None, Grant::Roles(ids)) => ids.clone(),
        (None, Grant::Permissions(ids)) => {
            let own = ids
                .iter()
                .filter_map(|id| state.catalogue.permissions.get(id));
            return (Vec::new(), own.collect());
        }
    };
    let permissions = state.catalogue.permissions_of(&role_ids);
    (role_ids, permissions)
}
