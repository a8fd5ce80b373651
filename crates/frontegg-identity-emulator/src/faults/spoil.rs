//! Changes to a JSON reply: other forms of a member, members that are missing, values that nobody knows.

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use serde_json::{Map, Value, json};

use super::fault::{DateForm, LifeForm, Pick};
use crate::http::{http_date, timestamp};

/// A value that no enum of the description has.
const UNKNOWN: &str = "zzNew";

/// Puts another form of the date in every `expires` that stands beside a life in seconds.
pub(super) fn expires(body: &mut Value, form: DateForm, now: DateTime<Utc>) {
    each_object(body, &mut |object| {
        let life = object.get("expiresIn").or_else(|| object.get("expires_in"));
        let Some(life) = life
            .and_then(Value::as_i64)
            .and_then(TimeDelta::try_seconds)
        else {
            return;
        };
        let date = now.checked_add_signed(life).unwrap_or(now);
        put(object, "expires", date_text(date, form));
    });
}

/// Puts another form of the life in every `expiresIn` and `expires_in`.
pub(super) fn expires_in(body: &mut Value, form: &LifeForm) {
    each_object(body, &mut |object| {
        for name in ["expiresIn", "expires_in"] {
            let Some(life) = object.get(name).and_then(Value::as_i64) else {
                continue;
            };
            #[expect(
                clippy::cast_precision_loss,
                reason = "lives are far below 2^52 seconds"
            )]
            let value = match form {
                LifeForm::Text => Some(json!(life.to_string())),
                LifeForm::Float => Some(json!(life as f64)),
                LifeForm::FloatText => Some(json!(format!("{life}.5"))),
                LifeForm::EmptyText => Some(json!("")),
                LifeForm::Words => Some(json!("soon")),
                LifeForm::Null => Some(Value::Null),
                LifeForm::Missing => None,
                LifeForm::Value(value) => Some(value.clone()),
            };
            put(object, name, value);
        }
    });
}

/// Removes members.
pub(super) fn remove_members(body: &mut Value, pick: Pick) {
    let mut places = Vec::new();
    find_members(body, String::new(), &mut places);
    // From the back, so that a member goes before the object that it is in, and places before it stay right.
    for place in picked(&places, pick).into_iter().rev() {
        if let Some((parent, name)) = place.rsplit_once('/')
            && let Some(object) = body.pointer_mut(parent).and_then(Value::as_object_mut)
        {
            object.remove(&name.replace("~1", "/").replace("~0", "~"));
        }
    }
}

/// Puts a value that nobody knows in some of these places.
pub(super) fn replace(body: &mut Value, places: &[String], pick: Pick) {
    for place in picked(places, pick) {
        if let Some(value) = body.pointer_mut(place) {
            *value = json!(UNKNOWN);
        }
    }
}

fn date_text(date: DateTime<Utc>, form: DateForm) -> Option<Value> {
    let offset = FixedOffset::east_opt(2 * 3600).map(|offset| date.with_timezone(&offset));
    let format = |form| json!(date.format(form).to_string());
    Some(match form {
        DateForm::HttpDate => json!(http_date(date)),
        DateForm::Rfc3339 => format("%Y-%m-%dT%H:%M:%SZ"),
        DateForm::Milliseconds => json!(timestamp(date)),
        DateForm::Offset => json!(offset?.format("%Y-%m-%dT%H:%M:%S%:z").to_string()),
        DateForm::NoZone => format("%Y-%m-%dT%H:%M:%S"),
        DateForm::EpochSeconds => json!(date.timestamp()),
        DateForm::EpochMilliseconds => json!(date.timestamp_millis()),
        DateForm::EpochText => json!(date.timestamp().to_string()),
        DateForm::EmptyText => json!(""),
        DateForm::Null => Value::Null,
        DateForm::Missing => return None,
    })
}

fn put(object: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    match value {
        Some(value) => object.insert(name.to_owned(), value),
        None => object.remove(name),
    };
}

fn each_object(value: &mut Value, change: &mut impl FnMut(&mut Map<String, Value>)) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| each_object(item, change)),
        Value::Object(object) => {
            change(object);
            object
                .values_mut()
                .for_each(|member| each_object(member, change));
        }
        _ => {}
    }
}

/// JSON pointers of all members, an object before what is in it.
fn find_members(value: &Value, at: String, places: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                find_members(item, format!("{at}/{index}"), places);
            }
        }
        Value::Object(object) => {
            // By name, whatever order the JSON library keeps.
            let mut members: Vec<_> = object.iter().collect();
            members.sort_by_key(|(name, _)| *name);
            for (name, member) in members {
                let place = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
                places.push(place.clone());
                find_members(member, place, places);
            }
        }
        _ => {}
    }
}

fn picked(places: &[String], pick: Pick) -> Vec<&String> {
    let count = places.len() as u64;
    let nth = |n: u64| {
        usize::try_from(n.checked_rem(count)?)
            .ok()
            .and_then(|n| places.get(n))
    };
    match pick {
        Pick::All => places.iter().collect(),
        Pick::Nth(n) => nth(n).into_iter().collect(),
        Pick::Seed(seed) => {
            let chosen: Vec<_> = places
                .iter()
                .filter(|place| hash(place, seed).is_multiple_of(3))
                .collect();
            if chosen.is_empty() {
                nth(seed).into_iter().collect()
            } else {
                chosen
            }
        }
    }
}

/// FNV-1a with a mixing step: the same in every process, unlike the hashes of the standard library.
fn hash(text: &str, seed: u64) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325 ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let hash = text.bytes().fold(start, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash ^ (hash >> 29)
}
