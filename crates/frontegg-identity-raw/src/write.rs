//! How members of requests are written where serde_json is too lenient.

use serde::ser::Error as _;
use serde::{Serialize, Serializer};

use crate::Patch;

/// `serialize_with` for floats: NaN and infinity are an error, where serde_json would send `null`.
pub(crate) fn finite<T: Float, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    match value.float() {
        Some(number) if !number.is_finite() => Err(S::Error::custom("expected a finite number")),
        _ => value.serialize(serializer),
    }
}

/// A float, or a place for one.
pub(crate) trait Float: Serialize {
    fn float(&self) -> Option<f64>;
}

impl Float for f64 {
    fn float(&self) -> Option<f64> {
        Some(*self)
    }
}

impl Float for Option<f64> {
    fn float(&self) -> Option<f64> {
        *self
    }
}

impl Float for Patch<f64> {
    fn float(&self) -> Option<f64> {
        match self {
            Patch::Value(number) => Some(*number),
            Patch::Absent | Patch::Null => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json, value::Serializer};

    #[test]
    fn nan_and_infinity_are_errors() {
        for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(finite(&number, Serializer).is_err());
            assert!(finite(&Some(number), Serializer).is_err());
            assert!(finite(&Patch::Value(number), Serializer).is_err());
        }
    }

    #[test]
    fn other_numbers_and_null_are_written() {
        assert_eq!(finite(&0.5, Serializer).unwrap(), json!(0.5));
        assert_eq!(finite(&None, Serializer).unwrap(), Value::Null);
        assert_eq!(finite(&Patch::Null, Serializer).unwrap(), Value::Null);
    }
}
