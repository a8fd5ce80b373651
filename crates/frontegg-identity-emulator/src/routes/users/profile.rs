//! Changes of a profile, whoever makes them.

use serde_json::Value;

use super::unknown;
use crate::http::Refusal;
use crate::routes::Call;
use crate::state::State;
use crate::state::users::Names;

/// Name, picture, phone number and metadata, as far as the body has them; null clears.
pub(crate) fn change(call: &Call<'_>, state: &mut State, user_id: &str) -> Result<(), Refusal> {
    let member = |name: &str| call.body.get(name);
    if let Some(phone) = member("phoneNumber") {
        let phone = phone.as_str().map(str::to_owned);
        let names = Names {
            phone: phone.clone(),
            ..Names::default()
        };
        if state.users.holder_of(&names, Some(user_id)).is_some() {
            return Err(Refusal::bad_request("Phone number already exists"));
        }
        state.users.rename(user_id, |names| names.phone = phone);
    }
    let user = state.users.get_mut(user_id).ok_or_else(unknown)?;
    let text = |value: &Value| value.as_str().map(str::to_owned);
    if let Some(name) = member("name") {
        user.name = text(name);
    }
    if let Some(picture) = member("profilePictureUrl") {
        user.picture = text(picture);
    }
    if let Some(metadata) = member("metadata") {
        user.metadata = text(metadata);
    }
    Ok(())
}
