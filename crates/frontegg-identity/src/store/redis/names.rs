//! How the keys of a session are called in Redis.

use aws_lc_rs::digest::{SHA256, digest};
use data_encoding::BASE64URL_NOPAD;

use crate::store::SessionKey;

/// The keys of one session. What stands in braces is what a cluster goes by, so that all of them are in one place.
#[derive(Clone)]
pub(super) struct Names {
    /// What all of them begin with.
    pub(super) stem: String,
    /// The session itself.
    pub(super) session: String,
    /// Numbers of locks.
    pub(super) fence: String,
    /// There for as long as somebody holds the lock.
    pub(super) lease: String,
    /// A session that could not be read.
    pub(super) unreadable: String,
}

impl Names {
    /// A session's key can be the id in a browser's cookie, and whoever may list the keys of a Redis, or read its slow log,
    /// should not learn it: hence a digest. An id that nobody can guess cannot be found from it.
    pub(super) fn new(prefix: &str, key: &SessionKey) -> Self {
        let digest = digest(&SHA256, key.as_str().as_bytes());
        let stem = format!("{prefix}:{{{}}}", BASE64URL_NOPAD.encode(digest.as_ref()));
        Self {
            session: format!("{stem}:session"),
            fence: format!("{stem}:fence"),
            lease: format!("{stem}:lease"),
            unreadable: format!("{stem}:unreadable"),
            stem,
        }
    }
}
