//! The scripts that Redis runs. Each is one step that nobody can come between, and each can be run again if its answer was
//! lost.

use ::redis::Script;

/// All of them, with the digests that they are called by.
pub(super) struct Scripts {
    pub(super) lock: Text,
    pub(super) write: Text,
    pub(super) unlock: Text,
    pub(super) set_aside: Text,
}

/// A script, and its digest.
pub(super) struct Text {
    pub(super) code: &'static str,
    pub(super) digest: String,
}

impl Scripts {
    pub(super) fn new() -> Self {
        Self {
            lock: Text::new(include_str!("lock.lua")),
            write: Text::new(include_str!("write.lua")),
            unlock: Text::new(include_str!("unlock.lua")),
            set_aside: Text::new(include_str!("set_aside.lua")),
        }
    }
}

impl Text {
    fn new(code: &'static str) -> Self {
        let digest = Script::new(code).get_hash().to_owned();
        Self { code, digest }
    }
}
