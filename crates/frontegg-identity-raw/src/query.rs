//! How arguments become the query string.

use std::num::{NonZeroI64, NonZeroU32, NonZeroU64};

use chrono::{DateTime, SecondsFormat, Utc};
use url::form_urlencoded::byte_serialize;

/// A value that can stand in a query string.
///
/// Text, numbers, booleans, points in time (RFC 3339, UTC, milliseconds) and the API's enums give one value; `None`
/// gives none; a list gives one for each of its items. Other crates call with these types and have no need to
/// implement the trait; its method may change in any release.
pub trait QueryValue {
    /// Adds this value's texts, not yet encoded.
    #[doc(hidden)]
    fn write(&self, values: &mut QueryValues);
}

/// Collects the texts of one query parameter.
#[doc(hidden)]
#[derive(Default)]
pub struct QueryValues {
    texts: Vec<String>,
    not_finite: bool,
}

impl QueryValues {
    /// Adds one text.
    pub fn push(&mut self, text: impl Into<String>) {
        self.texts.push(text.into());
    }
}

impl std::fmt::Debug for QueryValues {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "QueryValues({})", self.texts.len())
    }
}

/// How several values of one parameter are written.
#[derive(Clone, Copy)]
pub(crate) enum Style {
    /// `ids=a&ids=b`
    Repeated,
    /// `ids=a,b`; a comma inside a value is encoded, so it does not split the value.
    Joined,
}

/// A number that no query string can carry: NaN or infinite.
pub(crate) struct NotFinite;

/// Appends the pairs of one parameter; nothing at all when the value is absent or empty.
pub(crate) fn append<V: QueryValue + ?Sized>(
    query: &mut String,
    name: &str,
    value: &V,
    style: Style,
) -> Result<(), NotFinite> {
    let mut values = QueryValues::default();
    value.write(&mut values);
    if values.not_finite {
        return Err(NotFinite);
    }
    for (index, text) in values.texts.iter().enumerate() {
        if index > 0 && matches!(style, Style::Joined) {
            query.push(',');
        } else {
            if !query.is_empty() {
                query.push('&');
            }
            query.extend(byte_serialize(name.as_bytes()));
            query.push('=');
        }
        query.extend(byte_serialize(text.as_bytes()));
    }
    Ok(())
}

impl QueryValue for str {
    fn write(&self, values: &mut QueryValues) {
        values.push(self);
    }
}

impl QueryValue for String {
    fn write(&self, values: &mut QueryValues) {
        values.push(self.as_str());
    }
}

macro_rules! written_as_displayed {
    ($($number:ty),*) => {$(
        impl QueryValue for $number {
            fn write(&self, values: &mut QueryValues) {
                values.push(self.to_string());
            }
        }
    )*};
}

written_as_displayed!(
    bool, i32, i64, u32, u64, usize, NonZeroI64, NonZeroU32, NonZeroU64
);

impl QueryValue for f64 {
    fn write(&self, values: &mut QueryValues) {
        values.not_finite |= !self.is_finite();
        values.push(self.to_string());
    }
}

impl QueryValue for DateTime<Utc> {
    fn write(&self, values: &mut QueryValues) {
        values.push(self.to_rfc3339_opts(SecondsFormat::Millis, true));
    }
}

impl<T: QueryValue> QueryValue for Option<T> {
    fn write(&self, values: &mut QueryValues) {
        if let Some(value) = self {
            value.write(values);
        }
    }
}

impl<T: QueryValue> QueryValue for [T] {
    fn write(&self, values: &mut QueryValues) {
        for value in self {
            value.write(values);
        }
    }
}

impl<T: QueryValue> QueryValue for Vec<T> {
    fn write(&self, values: &mut QueryValues) {
        self.as_slice().write(values);
    }
}

impl<T: QueryValue + ?Sized> QueryValue for &T {
    fn write(&self, values: &mut QueryValues) {
        (**self).write(values);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repeated(value: impl QueryValue) -> String {
        query(value, Style::Repeated)
    }

    fn joined(value: impl QueryValue) -> String {
        query(value, Style::Joined)
    }

    fn query(value: impl QueryValue, style: Style) -> String {
        let mut query = String::new();
        assert!(append(&mut query, "ids", &value, style).is_ok());
        query
    }

    #[test]
    fn lists_repeat_the_key() {
        assert_eq!(repeated(vec!["a"]), "ids=a");
        assert_eq!(
            repeated(["a,b", "c&d", "e f"].as_slice()),
            "ids=a%2Cb&ids=c%26d&ids=e+f"
        );
    }

    #[test]
    fn joined_lists_are_split_by_literal_commas_only() {
        assert_eq!(joined(vec!["a,b", "c&d", "e f"]), "ids=a%2Cb,c%26d,e+f");
        assert_eq!(joined("one"), "ids=one");
    }

    #[test]
    fn absent_and_empty_values_send_nothing_but_an_empty_text_does() {
        assert_eq!(repeated(None::<String>), "");
        assert_eq!(repeated(Vec::<String>::new()), "");
        assert_eq!(joined(Some(Vec::<i64>::new())), "");
        assert_eq!(repeated(""), "ids=");
    }

    #[test]
    fn scalars_are_written_plainly() {
        assert_eq!(repeated(true), "ids=true");
        assert_eq!(repeated(-5_i64), "ids=-5");
        assert_eq!(repeated(NonZeroU64::MIN), "ids=1");
        assert_eq!(repeated(0.5), "ids=0.5");
        assert_eq!(repeated("é"), "ids=%C3%A9");
        let time = DateTime::from_timestamp(1_800_000_000, 5_600_000).unwrap();
        assert_eq!(repeated(time), "ids=2027-01-15T08%3A00%3A00.005Z");
    }

    #[test]
    fn numbers_that_are_none_are_refused() {
        for number in [f64::NAN, f64::INFINITY] {
            assert!(append(&mut String::new(), "x", &Some(number), Style::Repeated).is_err());
        }
    }
}
