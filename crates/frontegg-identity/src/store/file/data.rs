//! A file that is replaced as a whole: whoever reads it, and whoever dies when, finds the old text or the new one.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
#[cfg(test)]
use std::sync::Arc;

use super::lock::private;

/// A file that is replaced as a whole. Who writes holds a lock; who reads need not.
#[derive(Clone, Debug)]
pub(super) struct DataFile {
    path: PathBuf,
    steps: Steps,
}

/// What has been done of a replacement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Created,
    Written,
    Synced,
    Renamed,
    Kept,
}

/// Whoever is told of each step. Outside tests that is nobody.
#[derive(Clone, Default)]
pub(super) struct Steps {
    #[cfg(test)]
    pub(super) watcher: Option<Arc<dyn Fn(Step, &Path) + Send + Sync>>,
}

impl Steps {
    fn done(&self, step: Step, path: &Path) {
        #[cfg(test)]
        if let Some(watcher) = &self.watcher {
            watcher(step, path);
        }
        #[cfg(not(test))]
        let _ = (step, path);
    }
}

impl std::fmt::Debug for Steps {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Steps")
    }
}

impl DataFile {
    pub(super) fn new(path: PathBuf, steps: &Steps) -> Self {
        Self {
            path,
            steps: steps.clone(),
        }
    }

    pub(super) fn is_there(&self) -> io::Result<bool> {
        self.path.try_exists()
    }

    /// The bytes, if there is a file.
    pub(super) fn read(&self) -> io::Result<Option<Vec<u8>>> {
        found(fs::read(&self.path))
    }

    /// Puts a text in place of what is there. It is on the disk when this returns.
    pub(super) fn replace(&self, text: &str) -> io::Result<()> {
        let new = self.new_path();
        let outcome = self.write_new(&new, text).and_then(|()| self.keep(&new));
        if outcome.is_err() {
            // What we could not keep is no business of whoever comes next.
            drop(fs::remove_file(&new));
        }
        outcome
    }

    /// Takes the file away.
    pub(super) fn remove(&self) -> io::Result<()> {
        // First what a dead writer has left: it must not come back.
        found(fs::remove_file(self.new_path()))?;
        if found(fs::remove_file(&self.path))?.is_some() {
            self.sync_folder()?;
        }
        Ok(())
    }

    /// Whether a writer has left something behind, or is at work.
    pub(super) fn is_half_done(&self) -> io::Result<bool> {
        self.new_path().try_exists()
    }

    /// Finishes what a writer began who died, or clears it away. A new text that is whole is the last that the dead one
    /// knew, so it counts: the server may have replaced what the old one says.
    pub(super) fn finish(&self, is_whole: impl Fn(&[u8]) -> bool) -> io::Result<()> {
        let new = self.new_path();
        match found(fs::read(&new))? {
            Some(bytes) if is_whole(&bytes) => {
                private(&mut OpenOptions::new()).open(&new)?.sync_all()?;
                self.keep(&new)
            }
            Some(_) => fs::remove_file(&new),
            None => Ok(()),
        }
    }

    /// Puts the file aside, under a name that nothing has.
    pub(super) fn set_aside(&self) -> io::Result<()> {
        for number in 1.. {
            let aside = self.aside_path(number);
            if found(fs::symlink_metadata(&aside))?.is_none() {
                fs::rename(&self.path, &aside)?;
                break;
            }
        }
        self.sync_folder()
    }

    /// Puts a part of the file aside, as a file of its own.
    pub(super) fn set_text_aside(&self, text: &str) -> io::Result<()> {
        for number in 1.. {
            match create(&self.aside_path(number)) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                file => {
                    let mut file = file?;
                    file.write_all(text.as_bytes())?;
                    file.sync_all()?;
                    break;
                }
            }
        }
        Ok(())
    }

    fn write_new(&self, new: &Path, text: &str) -> io::Result<()> {
        // What is there was left by a writer who died: the lock is ours.
        found(fs::remove_file(new))?;
        let mut file = create(new)?;
        self.steps.done(Step::Created, new);
        file.write_all(text.as_bytes())?;
        self.steps.done(Step::Written, new);
        file.sync_all()?;
        self.steps.done(Step::Synced, new);
        Ok(())
    }

    fn keep(&self, new: &Path) -> io::Result<()> {
        fs::rename(new, &self.path)?;
        self.steps.done(Step::Renamed, &self.path);
        self.sync_folder()?;
        self.steps.done(Step::Kept, &self.path);
        Ok(())
    }

    /// Only then does the new name outlive a loss of power. Windows has nothing of the kind.
    fn sync_folder(&self) -> io::Result<()> {
        #[cfg(unix)]
        {
            let folder = self
                .path
                .parent()
                .filter(|path| !path.as_os_str().is_empty());
            File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
        }
        Ok(())
    }

    /// One name is enough: only who holds the lock writes.
    fn new_path(&self) -> PathBuf {
        with_suffix(&self.path, ".new")
    }

    fn aside_path(&self, number: u32) -> PathBuf {
        with_suffix(&self.path, &format!(".unreadable-{number}"))
    }
}

/// A path with something after its last name.
pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name: OsString = path.into();
    name.push(suffix);
    name.into()
}

/// A folder that nobody else may look into, unless it is there already.
pub(super) fn create_folder(path: &Path) -> io::Result<()> {
    if path.as_os_str().is_empty() || path.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(path)
}

/// A new file, private from its first byte.
fn create(path: &Path) -> io::Result<File> {
    private(OpenOptions::new().create_new(true)).open(path)
}

/// What is not there is no failure.
fn found<T>(outcome: io::Result<T>) -> io::Result<Option<T>> {
    match outcome {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
