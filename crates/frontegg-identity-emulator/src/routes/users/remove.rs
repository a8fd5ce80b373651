//! Deleting users.

use http::StatusCode;

use super::read::unknown;
use crate::http::{Refusal, Reply};
use crate::routes::Call;

/// With a tenant the user leaves it; without one the user is gone altogether.
pub(super) fn delete(call: &Call<'_>) -> Result<Reply, Refusal> {
    let id = call.param("userId");
    let mut state = call.state();
    let is_done = match call.tenant_if_any() {
        Some(tenant_id) => state.remove_membership(id, tenant_id),
        None => state.remove_user(id),
    };
    if is_done {
        Ok(Reply::empty(StatusCode::OK))
    } else {
        Err(unknown())
    }
}
