//! Which fields and parameters are secret.
//!
//! `openapi/secrets.yaml` lists them. A filter on the name finds what looks like a secret; whatever it finds must be
//! listed either as secret or as plain with a reason, so that a new secret cannot slip in unseen.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::codegen::load::Source;

/// Parts of names that make a text look like a secret.
const SUSPICIOUS: [&str; 20] = [
    "password",
    "passphrase",
    "secret",
    "token",
    "code",
    "otp",
    "recovery",
    "credential",
    "cookie",
    "salt",
    "hash",
    "signature",
    "verifier",
    "nonce",
    "challenge",
    "key",
    "jwt",
    "qr",
    "assertion",
    "session",
];

/// The table of secrets.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Secrets {
    /// Entries `Type.wireName`, `operation.parameter` or `*.wireName`.
    secret: BTreeSet<String>,
    /// The same form, each with the reason why it is no secret.
    plain: BTreeMap<String, String>,
    #[serde(skip)]
    path: String,
}

/// Which entries were met, and what was found that no entry covers.
#[derive(Debug, Default)]
pub struct Used {
    met: BTreeSet<String>,
    uncovered: BTreeSet<String>,
    not_text: BTreeSet<String>,
}

impl Secrets {
    /// Reads the table.
    ///
    /// # Errors
    /// When it does not have the form above, or an entry is in both lists.
    pub fn parse(source: &Source) -> Result<Self> {
        let path = source.path.display();
        let mut secrets: Self = serde_json::from_value(source.parse()?).with_context(|| {
            format!("{path} should have the members `secret` (a list) and `plain` (entry: reason)")
        })?;
        secrets.path = path.to_string();
        if let Some(both) = secrets
            .secret
            .iter()
            .find(|entry| secrets.plain.contains_key(*entry))
        {
            bail!("{path}: `{both}` is listed as secret and as plain");
        }
        if let Some((entry, _)) = secrets
            .plain
            .iter()
            .find(|(_, reason)| reason.trim().is_empty())
        {
            bail!("{path}: `{entry}` needs a reason why it is no secret");
        }
        Ok(secrets)
    }

    /// Whether the text member `name` of `owner` (a type or an operation) is secret. An exact entry beats `*.name`.
    ///
    /// What looks secret and is not listed is noted in `used`, for [`Secrets::check`] to report.
    pub fn is_secret(&self, owner: &str, name: &str, used: &mut Used) -> bool {
        for entry in [format!("{owner}.{name}"), format!("*.{name}")] {
            if self.secret.contains(&entry) {
                used.met.insert(entry);
                return true;
            }
            if self.plain.contains_key(&entry) {
                used.met.insert(entry);
                return false;
            }
        }
        if looks_secret(name) {
            used.uncovered.insert(format!("{owner}.{name}"));
        }
        false
    }

    /// Notes that an entry names a member that is not text and so cannot be made secret.
    pub(super) fn not_text(&self, owner: &str, name: &str, used: &mut Used) {
        if self.secret.contains(&format!("{owner}.{name}")) {
            used.not_text.insert(format!("{owner}.{name}"));
        }
    }

    /// Reports every member that looks secret and is not listed, and every entry that nothing matches.
    ///
    /// # Errors
    /// When there is one.
    pub fn check(&self, used: &Used) -> Result<()> {
        let mut problems: Vec<String> = used
            .uncovered
            .iter()
            .map(|name| format!("`{name}` looks like a secret; list it under `secret`, or under `plain` with the reason"))
            .collect();
        problems.extend(
            used.not_text
                .iter()
                .map(|name| format!("`{name}` is listed as secret but is not text")),
        );
        let entries = self.secret.iter().chain(self.plain.keys());
        problems.extend(
            entries
                .filter(|entry| !used.met.contains(*entry) && !used.not_text.contains(*entry))
                .map(|entry| format!("`{entry}` matches nothing any more; delete its line")),
        );
        if !problems.is_empty() {
            bail!(
                "{}: {} problem(s):\n  {}",
                self.path,
                problems.len(),
                problems.join("\n  ")
            );
        }
        Ok(())
    }
}

fn looks_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    SUSPICIOUS.iter().any(|part| name.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secrets(text: &str) -> Secrets {
        Secrets::parse(&Source::from_text("secrets.yaml", text)).unwrap()
    }

    const TABLE: &str =
        "secret: ['*.password', A.secret]\nplain: {A.password: the name of a policy}";

    #[test]
    fn an_exact_entry_beats_a_general_one() {
        let (secrets, mut used) = (secrets(TABLE), Used::default());
        assert!(secrets.is_secret("B", "password", &mut used));
        assert!(!secrets.is_secret("A", "password", &mut used));
        assert!(secrets.is_secret("A", "secret", &mut used));
        assert!(!secrets.is_secret("A", "name", &mut used));
        secrets.check(&used).unwrap();
    }

    #[test]
    fn a_new_secret_cannot_be_missed_and_a_stale_entry_is_named() {
        let (secrets, mut used) = (secrets(TABLE), Used::default());
        assert!(!secrets.is_secret("C", "refreshToken", &mut used));
        let message = format!("{:#}", secrets.check(&used).unwrap_err());
        assert!(
            message.contains("`C.refreshToken` looks like a secret"),
            "{message}"
        );
        assert!(
            message.contains("`A.secret` matches nothing any more"),
            "{message}"
        );
    }

    #[test]
    fn an_entry_in_both_lists_or_without_a_reason_is_refused() {
        for text in [
            "secret: [a.b]\nplain: {a.b: x}",
            "secret: []\nplain: {a.b: ' '}",
        ] {
            assert!(
                Secrets::parse(&Source::from_text("s.yaml", text)).is_err(),
                "{text}"
            );
        }
    }
}
