//! Categories of permissions.

use http::StatusCode;

use crate::crypto::random;
use crate::http::{Refusal, Reply};
use crate::routes::view::role;
use crate::routes::{Call, Handler};
use crate::state::State;
use crate::state::roles::Category;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("list_permission_categories", list),
    ("create_permission_category", create),
    ("update_permission_category", update),
    ("delete_permission_category", delete),
];

/// Open to users as well.
fn list(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let categories = state.catalogue.categories.iter();
    Ok(Reply::ok(
        &categories
            .map(|one| role::category(&state.catalogue, one))
            .collect(),
    ))
}

fn create(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let id = call.text("id").map_or_else(random::uuid, str::to_owned);
    let mut state = call.state();
    if state.catalogue.categories.contains(&id) {
        return Err((&call.settings.name_taken).into());
    }
    let category = Category {
        id,
        name: call.text("name").unwrap_or_default().to_owned(),
        description: call.text("description").map(str::to_owned),
        is_built_in: false,
        created_at: call.now,
    };
    let view = role::category(&state.catalogue, &category);
    state.catalogue.categories.insert(category);
    Ok(Reply::created(&view))
}

fn update(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let category = own(call, &mut state)?;
    if let Some(name) = call.text("name") {
        name.clone_into(&mut category.name);
    }
    if let Some(description) = call.body.get("description") {
        category.description = description.as_str().map(str::to_owned);
    }
    Ok(Reply::empty(StatusCode::OK))
}

/// Its permissions stay, without a category.
fn delete(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let id = own(call, &mut state)?.id.clone();
    for permission in state.catalogue.permissions.iter_mut() {
        permission.category_id = permission.category_id.take().filter(|own| *own != id);
    }
    state.catalogue.categories.remove(&id);
    Ok(Reply::empty(StatusCode::OK))
}

/// 404.
pub(super) fn unknown() -> Refusal {
    Refusal::not_found("Permission category not found")
}

/// The category of the path, if it did not come with the service.
fn own<'a>(call: &Call<'_>, state: &'a mut State) -> Result<&'a mut Category, Refusal> {
    let category = state.catalogue.categories.get_mut(call.param("categoryId"));
    let category = category.ok_or_else(unknown)?;
    if category.is_built_in {
        let message = "Categories of Frontegg itself cannot be changed";
        return Err(Refusal::bad_request(message));
    }
    Ok(category)
}
