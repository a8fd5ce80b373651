//! What the routes for addresses, phone numbers and usernames have in common.

pub(crate) mod emails;
pub(crate) mod phones;
pub(crate) mod usernames;

use http::StatusCode;
use serde_json::{Value, json};

use super::Call;
use super::view::page::Page;
use crate::http::{Refusal, Reply, timestamp};
use crate::state::State;
use crate::state::codes::{BadCode, CodePurpose};
use crate::state::identifiers::{Identifier, Kind};
use crate::state::outbox::{Sent, SentKind};
use crate::state::users::User;

/// Sends a code to an address or a number and returns the token that goes with it.
pub(crate) fn send_code(
    call: &Call<'_>,
    state: &mut State,
    purpose: CodePurpose,
    user_id: &str,
    to: (Kind, &str),
) -> String {
    let (way, to) = to;
    let life = call.settings.verification_code_life;
    let (token, code) = state.codes.make(purpose, user_id, to, life, call.now);
    let kind = match purpose {
        CodePurpose::PasswordReset => SentKind::PasswordReset,
        _ => SentKind::Verification,
    };
    let mut sent = Sent::new(kind, to, user_id, call.now);
    sent.code = Some(code);
    match way {
        Kind::Phone => state.outbox.message(sent),
        Kind::Email | Kind::Username => state.outbox.mail(sent),
    }
    token
}

/// 400: the code is wrong, or there is none to compare it with any more.
pub(crate) fn bad_code(bad: BadCode) -> Refusal {
    Refusal::bad_request(match bad {
        BadCode::Unknown => "Token is not valid",
        BadCode::Expired => "Code has expired",
        BadCode::Wrong => "Invalid code",
    })
}

/// 409 if any user has the name already.
pub(crate) fn check_free(state: &State, kind: Kind, text: &str) -> Result<(), Refusal> {
    let what = match kind {
        Kind::Email => "Email",
        Kind::Username => "Username",
        Kind::Phone => "Phone number",
    };
    match state.users.owner(kind, text) {
        None => Ok(()),
        Some(_) => Err(Refusal::new(
            StatusCode::CONFLICT,
            format!("{what} already exists"),
        )),
    }
}

/// The phone number of the body, if it is one: `+` and digits, dashes allowed.
pub(crate) fn phone_number<'a>(call: &Call<'a>) -> Result<&'a str, Refusal> {
    let number = call.text("phoneNumber").unwrap_or_default();
    let digits = number.strip_prefix('+').unwrap_or_default();
    let is_number = digits.starts_with(|c: char| ('1'..='9').contains(&c))
        && digits.chars().all(|c| c.is_ascii_digit() || c == '-')
        && (5..=24).contains(&digits.len());
    if is_number {
        Ok(number)
    } else {
        Err(Refusal::bad_request(
            "phoneNumber must be a valid phone number",
        ))
    }
}

/// A page of the names of a kind, of all users that the query lets through.
pub(crate) fn page(
    call: &Call<'_>,
    kind: Kind,
    most: usize,
    is_wanted: impl Fn(&Identifier) -> bool,
    view: impl Fn(&User, &Identifier) -> Value,
) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let request = call.request;
    let tenant_id = request.header("frontegg-tenant-id");
    let user_ids = request.query_list("userIds");
    let state = call.state();
    let users = state.users.iter().filter(|user| {
        tenant_id.is_none_or(|id| user.membership(id).is_some())
            && (user_ids.is_empty() || user_ids.contains(&user.id.as_str()))
    });
    let mut found: Vec<(&User, &Identifier)> = users
        .flat_map(|user| user.identifiers(kind).map(move |one| (user, one)))
        .filter(|(_, one)| is_wanted(one))
        .collect();
    match request.query("_sortBy") {
        Some("userId") => found.sort_by(|one, other| one.0.id.cmp(&other.0.id)),
        Some(_) => found.sort_by(|one, other| one.1.text.cmp(&other.1.text)),
        None => {}
    }
    if request.query("_order") == Some("DESC") {
        found.reverse();
    }
    let page = Page::of(request, most);
    let items = page
        .cut(&found)
        .map(|(user, one)| view(user, one))
        .collect();
    Ok(Reply::ok(&page.wrap(items, found.len())))
}

/// An address or a number as lists show it; `name` is the member that holds it.
pub(crate) fn view(user: &User, one: &Identifier, name: &str) -> Value {
    let mut body = json!({
        "id": one.id,
        "userId": user.id,
        "verified": user.owns(one),
        "createdAt": timestamp(one.created_at),
        "updatedAt": timestamp(one.updated_at),
    });
    body[name] = json!(one.text);
    body
}

/// 404: the user has no such name.
pub(crate) fn unknown() -> Refusal {
    Refusal::not_found("Not found")
}
