//! The settings as `Debug` shows them.

use std::fmt;

use super::Settings;
use crate::hidden::Hidden;

/// Members with these endings are secrets.
const SECRETS: [&str; 3] = ["secret", "Secret", "privateKey"];

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = serde_json::to_value(self).map_err(|_| fmt::Error)?;
        let mut shown = f.debug_struct("Settings");
        for (name, value) in all.as_object().into_iter().flatten() {
            if SECRETS.iter().any(|end| name.ends_with(end)) {
                shown.field(name, &Hidden(()));
            } else {
                shown.field(name, value);
            }
        }
        shown.finish()
    }
}
