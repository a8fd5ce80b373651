//! Why a store could not do what it was asked for.

use std::error::Error as StdError;
use std::fmt;

/// Why a store could not do what it was asked for.
///
/// It is the source of an [`Error`](crate::Error) of the kind [`Store`](crate::ErrorKind::Store).
#[derive(Debug)]
pub struct StoreError {
    kind: StoreErrorKind,
    doing: &'static str,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// What sort of failure a [`StoreError`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StoreErrorKind {
    /// The store was set up wrongly.
    Configuration,
    /// The store could not be reached, read or written. Nothing is said about the session.
    Unavailable,
    /// Somebody else held the lock for as long as we waited.
    Locked,
    /// Our lock ran out, and somebody else has written meanwhile. Nothing was changed.
    LockLost,
    /// What was stored could not be read. It was put aside.
    Unreadable,
    /// The session does not fit.
    TooLarge,
    /// The machine has no place of this kind.
    NoBackend,
}

impl StoreError {
    /// A failure while the store was doing something, as `"cannot write the session"`. Neither text nor source may show
    /// anything of a session.
    #[must_use]
    pub fn new(kind: StoreErrorKind, doing: &'static str) -> Self {
        Self {
            kind,
            doing,
            source: None,
        }
    }

    /// Adds the cause.
    #[must_use]
    pub fn because(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// What sort of failure it is.
    #[must_use]
    pub fn kind(&self) -> StoreErrorKind {
        self.kind
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.doing, self.kind)
    }
}

impl StdError for StoreError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        let source: &(dyn StdError + 'static) = self.source.as_deref()?;
        Some(source)
    }
}

impl fmt::Display for StoreErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Configuration => "the store is set up wrongly",
            Self::Unavailable => "the store did not answer as it should",
            Self::Locked => "somebody else held the lock for too long",
            Self::LockLost => "the lock ran out, and somebody else has written meanwhile",
            Self::Unreadable => "what was stored cannot be read, and was put aside",
            Self::TooLarge => "the session does not fit",
            Self::NoBackend => "this machine has no such place",
        })
    }
}
