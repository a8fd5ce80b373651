//! Writes the generated files, or compares them with what is there.
//!
//! A file whose content is the same is not touched, so builds stay incremental. The others are written beside their
//! place and renamed into it, and only when all of them could be written: nothing is left half done.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use similar::TextDiff;

/// What the generator made: files by path below the root, and the folders that hold nothing else.
#[derive(Clone, Debug, Default)]
pub struct Output {
    /// Path below the root, with `/` between its parts, to text.
    pub files: BTreeMap<String, String>,
    /// Folders below the root in which every other file is stale.
    pub owned: Vec<String>,
}

/// What writing did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that were written, new ones included.
    pub written: usize,
    /// Files that were right already.
    pub unchanged: usize,
    /// Stale files that were removed.
    pub removed: usize,
}

impl Output {
    /// Writes the files below `root`.
    ///
    /// # Errors
    /// When a file cannot be written: the message names it, and no file has changed.
    pub fn write(&self, root: &Path) -> Result<Written> {
        let mut ready = Vec::new();
        let mut done = Written::default();
        for (name, text) in &self.files {
            let path = root.join(name);
            if read(&path).as_deref() == Some(text) {
                done.unchanged += 1;
                continue;
            }
            ready.push((
                beside(&path, text).with_context(|| format!("cannot write {}", path.display()))?,
                path,
            ));
        }
        for (temporary, path) in ready {
            temporary
                .persist(&path)
                .with_context(|| format!("cannot write {}", path.display()))?;
            done.written += 1;
        }
        for path in self.stale(root) {
            std::fs::remove_file(&path)
                .with_context(|| format!("cannot remove {}", path.display()))?;
            done.removed += 1;
        }
        Ok(done)
    }

    /// Compares the files with what is below `root`: nothing when they agree, otherwise a text that shows the drift.
    ///
    /// The first files that differ are shown whole as unified diffs, the rest by name.
    pub fn check(&self, root: &Path) -> Option<String> {
        const SHOWN: usize = 3;
        const LINES: usize = 200;
        let mut report = String::new();
        let mut differing = Vec::new();
        for (name, text) in &self.files {
            match read(&root.join(name)) {
                None => {
                    let _ = writeln!(report, "missing: {name}");
                }
                Some(found) if found != *text => differing.push((name, text, found)),
                Some(_) => {}
            }
        }
        for path in self.stale(root) {
            let name = path.strip_prefix(root).unwrap_or(&path);
            let _ = writeln!(report, "stale: {}", name.display());
        }
        for (name, _, _) in &differing {
            let _ = writeln!(report, "differs: {name}");
        }
        for (name, text, found) in differing.iter().take(SHOWN) {
            let diff = TextDiff::from_lines(found.as_str(), text.as_str());
            let diff = diff
                .unified_diff()
                .context_radius(3)
                .header(&format!("committed/{name}"), &format!("generated/{name}"))
                .to_string();
            let total = diff.lines().count();
            let _ = writeln!(report);
            for line in diff.lines().take(LINES) {
                let _ = writeln!(report, "{line}");
            }
            if total > LINES {
                let _ = writeln!(report, "... {} more lines", total - LINES);
            }
        }
        (!report.is_empty()).then_some(report)
    }

    /// Files in the owned folders that were not generated.
    fn stale(&self, root: &Path) -> Vec<PathBuf> {
        let wanted: BTreeSet<PathBuf> = self.files.keys().map(|name| root.join(name)).collect();
        let mut found = Vec::new();
        let mut todo: Vec<PathBuf> = self.owned.iter().map(|name| root.join(name)).collect();
        while let Some(folder) = todo.pop() {
            let Ok(entries) = std::fs::read_dir(&folder) else {
                continue;
            };
            for entry in entries.flatten() {
                let path = entry.path();
                if path.is_dir() {
                    todo.push(path);
                } else if !wanted.contains(&path) {
                    found.push(path);
                }
            }
        }
        found.sort();
        found
    }
}

/// The text of a file with line ends as we write them, or nothing.
fn read(path: &Path) -> Option<String> {
    std::fs::read_to_string(path)
        .ok()
        .map(|text| text.replace("\r\n", "\n"))
}

/// Writes `text` to a temporary file in the folder of `path`.
fn beside(path: &Path, text: &str) -> Result<tempfile::NamedTempFile> {
    use std::io::Write as _;
    let folder = path.parent().context("a file stands in a folder")?;
    std::fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new()
        .permissions(plain_permissions())
        .tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    Ok(file)
}

/// Temporary files are private by default; a source file is for everybody.
#[cfg(unix)]
fn plain_permissions() -> std::fs::Permissions {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::Permissions::from_mode(0o644)
}

#[cfg(not(unix))]
fn plain_permissions() -> std::fs::Permissions {
    std::fs::metadata(".").map_or_else(
        |_| unreachable!("the current folder exists"),
        |it| it.permissions(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(files: &[(&str, &str)]) -> Output {
        Output {
            files: files
                .iter()
                .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
                .collect(),
            owned: vec!["gen".to_owned()],
        }
    }

    #[test]
    fn unchanged_files_keep_their_time_and_stale_ones_go() {
        let root = tempfile::tempdir().unwrap();
        let first = output(&[("gen/a.rs", "a\n"), ("gen/sub/b.rs", "b\n")]);
        assert_eq!(
            first.write(root.path()).unwrap(),
            Written {
                written: 2,
                unchanged: 0,
                removed: 0
            }
        );
        let time = |name: &str| {
            std::fs::metadata(root.path().join(name))
                .unwrap()
                .modified()
                .unwrap()
        };
        let before = time("gen/a.rs");
        let second = output(&[("gen/a.rs", "a\n")]);
        assert_eq!(
            second.write(root.path()).unwrap(),
            Written {
                written: 0,
                unchanged: 1,
                removed: 1
            }
        );
        assert_eq!(time("gen/a.rs"), before);
        assert!(!root.path().join("gen/sub/b.rs").exists());
    }

    #[test]
    fn the_check_names_missing_stale_and_differing_files_and_shows_the_difference() {
        let root = tempfile::tempdir().unwrap();
        output(&[("gen/a.rs", "one\ntwo\n"), ("gen/old.rs", "x\n")])
            .write(root.path())
            .unwrap();
        let wanted = output(&[("gen/a.rs", "one\n2\n"), ("gen/new.rs", "y\n")]);
        let report = wanted.check(root.path()).unwrap();
        for part in [
            "missing: gen/new.rs",
            "stale: gen/old.rs",
            "differs: gen/a.rs",
            "-two",
            "+2",
        ] {
            assert!(report.contains(part), "{part} in {report}");
        }
        wanted.write(root.path()).unwrap();
        assert_eq!(wanted.check(root.path()), None);
    }

    #[test]
    fn windows_line_ends_are_no_drift() {
        let root = tempfile::tempdir().unwrap();
        output(&[("gen/a.rs", "one\r\ntwo\r\n")])
            .write(root.path())
            .unwrap();
        assert_eq!(
            output(&[("gen/a.rs", "one\ntwo\n")]).check(root.path()),
            None
        );
    }

    #[test]
    fn a_folder_that_cannot_be_written_changes_nothing() {
        let root = tempfile::tempdir().unwrap();
        std::fs::write(root.path().join("gen"), "a file where a folder should be").unwrap();
        let files = output(&[("a.rs", "a\n"), ("gen/b.rs", "b\n")]);
        let message = format!("{:#}", files.write(root.path()).unwrap_err());
        assert!(
            message.contains("cannot write") && message.contains("gen/b.rs"),
            "{message}"
        );
        assert!(!root.path().join("a.rs").exists());
    }
}
