//! A member of a PATCH body: left out, set to null, or set to a value.

use serde::ser::Error as _;
use serde::{Serialize, Serializer};

/// What a PATCH does to one member.
///
/// A value turns into a `Patch` with `into()`. There is no conversion from `Option`: `None` could mean either of the
/// other two, and they do different things.
///
/// ```
/// use frontegg_identity_raw::Patch;
///
/// let description: Patch<String> = "new text".to_owned().into();
/// assert_eq!(description, Patch::Value("new text".to_owned()));
/// assert!(Patch::<String>::default().is_absent());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Patch<T> {
    /// The member is not sent; the server leaves it as it is.
    #[default]
    Absent,
    /// The member is sent as `null`; the server clears it.
    Null,
    /// The member is sent with this value.
    Value(T),
}

impl<T> Patch<T> {
    /// Whether the member is not sent.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// The same with a reference to the value.
    #[must_use]
    pub const fn as_ref(&self) -> Patch<&T> {
        match self {
            Self::Absent => Patch::Absent,
            Self::Null => Patch::Null,
            Self::Value(value) => Patch::Value(value),
        }
    }

    /// Changes the value, if there is one.
    #[must_use]
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Patch<U> {
        match self {
            Self::Absent => Patch::Absent,
            Self::Null => Patch::Null,
            Self::Value(value) => Patch::Value(change(value)),
        }
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// # Errors
/// `Absent` has no form in JSON. A field of this type is skipped by
/// `#[serde(skip_serializing_if = "Patch::is_absent")]`.
impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => Err(S::Error::custom(
                "an absent member cannot be written; its field needs skip_serializing_if = \"Patch::is_absent\"",
            )),
            Self::Null => serializer.serialize_none(),
            Self::Value(value) => value.serialize(serializer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize, Default)]
    struct Body {
        #[serde(skip_serializing_if = "Patch::is_absent")]
        text: Patch<String>,
    }

    #[test]
    fn absent_null_and_value_differ_on_the_wire() {
        let written = |text| serde_json::to_string(&Body { text }).unwrap();
        assert_eq!(written(Patch::Absent), "{}");
        assert_eq!(written(Patch::Null), r#"{"text":null}"#);
        assert_eq!(written(String::new().into()), r#"{"text":""}"#);
    }

    #[test]
    fn absent_is_an_error_where_it_is_not_skipped() {
        let error = serde_json::to_string(&Patch::<u8>::Absent).unwrap_err();
        assert!(error.to_string().contains("skip_serializing_if"));
    }

    #[test]
    fn map_keeps_the_kind() {
        assert_eq!(Patch::Value(2).map(|n| n + 1), Patch::Value(3));
        assert_eq!(Patch::<u8>::Null.map(|n| n + 1), Patch::Null);
        assert_eq!(Patch::Value(2).as_ref(), Patch::Value(&2));
    }
}
