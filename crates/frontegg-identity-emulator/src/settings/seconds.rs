//! A span of time as whole seconds.

use chrono::TimeDelta;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub(crate) fn serialize<S: Serializer>(time: &TimeDelta, to: S) -> Result<S::Ok, S::Error> {
    time.num_seconds().serialize(to)
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<TimeDelta, D::Error> {
    let seconds = i64::deserialize(from)?;
    TimeDelta::try_seconds(seconds).ok_or_else(|| D::Error::custom("out of range"))
}
