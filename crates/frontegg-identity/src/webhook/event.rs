//! What a webhook tells.

use std::fmt;

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::EventKey;

/// What happened.
///
/// What cannot be read is as if it were not there: fields differ between events and versions. [`raw`](Self::raw) has all.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// What sort of thing happened.
    pub key: EventKey,
    /// Where it happened.
    pub context: EventContext,
    /// Whom it happened to, if it was a user.
    pub user: Option<EventUser>,
    /// The body as it came, for what has no field here.
    pub raw: Value,
}

/// Where something happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct EventContext {
    /// The tenant.
    pub tenant_id: Option<String>,
    /// The user who did it. With events of SCIM this is no id but a fixed word: see [`Event::user_id`].
    pub user_id: Option<String>,
    /// The environment, as its client id.
    pub vendor_id: Option<String>,
    /// The application.
    pub application_id: Option<String>,
}

/// A user, as far as an event tells. `Debug` shows the id alone.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct EventUser {
    /// The id.
    pub id: Option<String>,
    /// The address. Users of a phone or a user name have none.
    pub email: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The phone's number.
    pub phone_number: Option<String>,
    /// Whether the address is known to be the user's.
    pub verified: Option<bool>,
    /// Whether there is a second factor.
    pub mfa_enrolled: Option<bool>,
    /// Where the user comes from, as `local` or `google`.
    pub provider: Option<String>,
    /// The tenant that the user is in at the moment.
    pub tenant_id: Option<String>,
    /// All tenants of the user. Events about second factors come without them.
    pub tenant_ids: Vec<String>,
    /// What the application keeps with the user. It is JSON in a text on the wire, and read here.
    pub metadata: Option<Value>,
    /// When the user was created.
    pub created_at: Option<DateTime<Utc>>,
    /// When the user signed in last.
    pub last_login: Option<DateTime<Utc>>,
}

impl Event {
    /// An event, if this is one: an object that says what it is about.
    pub(super) fn read(body: &[u8]) -> Option<Self> {
        let raw: Value = serde_json::from_slice(body).ok()?;
        let key = EventKey::from(raw.as_object()?.get("eventKey")?.as_str()?);
        let context = raw.get("eventContext").and_then(Value::as_object);
        let user = raw.get("user").and_then(Value::as_object);
        Some(Self {
            key,
            context: context.map(EventContext::read).unwrap_or_default(),
            user: user.map(EventUser::read),
            raw,
        })
    }

    /// The id of the user it happened to: the one of the user, or else the one of the context.
    #[must_use]
    pub fn user_id(&self) -> Option<&str> {
        let own = self.user.as_ref().and_then(|user| user.id.as_deref());
        own.or(self.context.user_id.as_deref())
    }

    /// The tenant in which it happened: the one of the context, or else the one that the user is in.
    #[must_use]
    pub fn tenant_id(&self) -> Option<&str> {
        let of_user = || self.user.as_ref()?.tenant_id.as_deref();
        self.context.tenant_id.as_deref().or_else(of_user)
    }
}

impl EventContext {
    fn read(members: &Map<String, Value>) -> Self {
        Self {
            tenant_id: text(members, "tenantId"),
            user_id: text(members, "userId"),
            vendor_id: text(members, "vendorId"),
            application_id: text(members, "applicationId"),
        }
    }
}

impl EventUser {
    fn read(members: &Map<String, Value>) -> Self {
        let flag = |name| members.get(name).and_then(Value::as_bool);
        let tenants = members.get("tenantIds").and_then(Value::as_array);
        let tenants = tenants.into_iter().flatten();
        Self {
            id: text(members, "id"),
            email: text(members, "email"),
            name: text(members, "name"),
            phone_number: text(members, "phoneNumber"),
            verified: flag("verified"),
            mfa_enrolled: flag("mfaEnrolled"),
            provider: text(members, "provider"),
            tenant_id: text(members, "tenantId"),
            tenant_ids: tenants
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
            metadata: members.get("metadata").and_then(metadata),
            created_at: date(members, "createdAt"),
            last_login: date(members, "lastLogin"),
        }
    }
}

fn text(members: &Map<String, Value>, name: &str) -> Option<String> {
    members.get(name)?.as_str().map(str::to_owned)
}

fn date(members: &Map<String, Value>, name: &str) -> Option<DateTime<Utc>> {
    let date = DateTime::parse_from_rfc3339(members.get(name)?.as_str()?);
    date.ok().map(|date| date.to_utc())
}

/// JSON in a text. A text that is none stays what it is.
fn metadata(value: &Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(serde_json::from_str(text).unwrap_or_else(|_| value.clone())),
        other => Some(other.clone()),
    }
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event")
            .field("key", &self.key)
            .field("context", &self.context)
            .field("user", &self.user)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for EventUser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventUser")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}
