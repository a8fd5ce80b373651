//! Secrets within types that may be printed for debugging.

use std::fmt;

/// A value that `Debug` does not show, so that the types around it can derive theirs.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Hidden<T>(pub(crate) T);

/// What stands for a secret.
pub(crate) const HIDDEN: &str = "(hidden)";

impl<T> fmt::Debug for Hidden<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HIDDEN)
    }
}
