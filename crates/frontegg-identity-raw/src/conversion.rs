//! Why a text does not become one of the limited texts of a request.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

/// A text that breaks a limit of the API, such as a length. It says which limit, never the text.
#[derive(Clone, PartialEq, Eq)]
pub struct ConversionError(Cow<'static, str>);

impl From<&'static str> for ConversionError {
    fn from(limit: &'static str) -> Self {
        Self(limit.into())
    }
}

impl From<String> for ConversionError {
    fn from(limit: String) -> Self {
        Self(limit.into())
    }
}

impl fmt::Display for ConversionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for ConversionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ConversionError({:?})", self.0)
    }
}

impl Error for ConversionError {}
