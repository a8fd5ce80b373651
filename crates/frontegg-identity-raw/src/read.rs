//! How members of answers are read: liberally in form, strictly in value.
//!
//! Every function is a `deserialize_with`. Messages say what was expected and never quote the value, which may be a
//! secret in the wrong place.

use std::fmt;
use std::marker::PhantomData;
use std::num::{NonZeroU32, NonZeroU64};

use chrono::{DateTime, Utc};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Number, Value};

mod instant;

const INTEGER: &str = "expected an integer in range";
const NUMBER: &str = "expected a number";
const TIME: &str = "expected a point in time";

/// Null reads as the type's default, as a missing member does.
pub(crate) fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(Option::<T>::deserialize(deserializer)?.unwrap_or_default())
}

/// `5`, `5.0`, `"5"` and `"5.0"` are the same integer; null and `""` are `None` where the type has one.
pub(crate) fn integer<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Integer,
{
    T::read(&Value::deserialize(deserializer)?)
}

/// A list of what [`integer`] reads; null is the empty list.
pub(crate) fn integers<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Integer,
{
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(Vec::new()),
        Value::Array(items) => items.iter().map(T::read).collect(),
        _ => Err(D::Error::custom("expected a list of integers")),
    }
}

/// A number, also as text; null and `""` are `None` where the type has one.
pub(crate) fn number<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Place<f64>,
{
    let number = match Value::deserialize(deserializer)? {
        Value::Number(number) => number.as_f64(),
        Value::String(text) if !is_blank(&text) => text.trim().parse().ok(),
        value => return absent(&value, NUMBER),
    };
    let finite = number.filter(|number| number.is_finite());
    finite
        .map(T::filled)
        .ok_or_else(|| D::Error::custom(NUMBER))
}

/// A point in time in any form that Frontegg has used; null and `""` are `None` where the type has one.
///
/// RFC 3339 with or without fraction, with a space for the `T`, without a zone (then UTC); an HTTP-date; seconds or
/// milliseconds since 1970, as number or text.
pub(crate) fn date_time<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Place<DateTime<Utc>>,
{
    deserializer.deserialize_any(Time(PhantomData))
}

/// Reads a point in time where it stands: lists of users are full of them.
struct Time<T>(PhantomData<T>);

impl<T: Place<DateTime<Utc>>> Time<T> {
    fn found<E: serde::de::Error>(time: Option<DateTime<Utc>>) -> Result<T, E> {
        time.map(T::filled).ok_or_else(|| E::custom(TIME))
    }

    fn absent<E: serde::de::Error>() -> Result<T, E> {
        T::empty().ok_or_else(|| E::custom(TIME))
    }
}

impl<'de, T: Place<DateTime<Utc>>> Visitor<'de> for Time<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a point in time")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        if is_blank(text) {
            return Self::absent();
        }
        Self::found(instant::from_text(text.trim()))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<T, E> {
        Self::found(instant::from_epoch(number))
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<T, E> {
        self.visit_f64(number as f64)
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<T, E> {
        self.visit_f64(number as f64)
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<T, E> {
        Self::absent()
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<T, E> {
        Self::absent()
    }

    /// So do numbers come where somebody has switched the feature `arbitrary_precision` of serde_json on.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let value = Value::deserialize(MapAccessDeserializer::new(map))?;
        Self::found(value.as_f64().and_then(instant::from_epoch))
    }
}

/// A place for a `V` that may be able to stay empty.
pub(crate) trait Place<V>: Sized {
    fn filled(value: V) -> Self;
    fn empty() -> Option<Self>;
}

impl<V> Place<V> for V {
    fn filled(value: V) -> Self {
        value
    }

    fn empty() -> Option<Self> {
        None
    }
}

impl<V> Place<V> for Option<V> {
    fn filled(value: V) -> Self {
        Some(value)
    }

    fn empty() -> Option<Self> {
        Some(None)
    }
}

fn absent<T: Place<V>, V, E: serde::de::Error>(
    value: &Value,
    expected: &'static str,
) -> Result<T, E> {
    let absent = match value {
        Value::Null => true,
        Value::String(text) => is_blank(text),
        _ => false,
    };
    T::empty()
        .filter(|_| absent)
        .ok_or_else(|| E::custom(expected))
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// An integer type, or an `Option` of one.
pub(crate) trait Integer: Sized {
    fn read<E: serde::de::Error>(value: &Value) -> Result<Self, E>;
}

fn read_integer<V, T, E>(value: &Value) -> Result<T, E>
where
    V: TryFrom<i128>,
    T: Place<V>,
    E: serde::de::Error,
{
    let wide = match value {
        Value::Number(number) => wide_from_number(number),
        Value::String(text) if !is_blank(text) => wide_from_text(text.trim()),
        value => return absent(value, INTEGER),
    };
    let narrow = wide.and_then(|wide| V::try_from(wide).ok());
    narrow.map(T::filled).ok_or_else(|| E::custom(INTEGER))
}

macro_rules! integers {
    ($($integer:ty: $through:ty),* $(,)?) => {$(
        impl Integer for $integer {
            fn read<E: serde::de::Error>(value: &Value) -> Result<Self, E> {
                let through: $through = read_integer(value)?;
                Self::try_from(through).map_err(|_| E::custom(INTEGER))
            }
        }

        impl Integer for Option<$integer> {
            fn read<E: serde::de::Error>(value: &Value) -> Result<Self, E> {
                let through: Option<$through> = read_integer::<$through, _, _>(value)?;
                through.map(<$integer>::try_from).transpose().map_err(|_| E::custom(INTEGER))
            }
        }
    )*};
}

integers!(i32: i32, i64: i64, u32: u32, u64: u64, NonZeroU32: u32, NonZeroU64: u64);

fn wide_from_number(number: &Number) -> Option<i128> {
    let exact = number
        .as_i64()
        .map(i128::from)
        .or_else(|| number.as_u64().map(i128::from));
    exact.or_else(|| number.as_f64().and_then(wide_from_float))
}

fn wide_from_float(float: f64) -> Option<i128> {
    // Beyond the range of every integer type here, so that the cast is exact.
    const LIMIT: f64 = 1e20;
    (float.fract() == 0.0 && float.abs() < LIMIT).then_some(float as i128)
}

fn wide_from_text(text: &str) -> Option<i128> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_whole = !fraction.is_empty() && fraction.bytes().all(|digit| digit == b'0');
    is_whole.then(|| whole.parse().ok()).flatten()
}

#[cfg(test)]
mod tests;
