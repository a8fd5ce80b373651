//! Locks among processes: advisory ones of the operating system, on files that are there for nothing else.
//!
//! The system gives a lock back when its holder dies, however it dies. Two handles of one process exclude each other as well,
//! since a lock belongs to an open file.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use fs4::TryLockError;

/// What a lock file says while nobody holds the lock. It is written over, and never cut short: a disk that is full lets one
/// do that.
const FREE: &str = "0000000000\n";

/// A lock that is held until this is dropped.
#[derive(Debug)]
pub(super) struct LockFile {
    file: File,
    path: PathBuf,
}

/// Whether somebody else may hold it at the same time.
#[derive(Clone, Copy, Debug)]
pub(super) enum Mode {
    Alone,
    Shared,
}

impl LockFile {
    /// The lock, if it is free. The file is made if it is not there.
    pub(super) fn try_take(path: &Path, mode: Mode) -> io::Result<Option<Self>> {
        loop {
            let file = private(OpenOptions::new().create(true).truncate(false)).open(path)?;
            let outcome = match mode {
                Mode::Alone => fs4::FileExt::try_lock(&file),
                Mode::Shared => fs4::FileExt::try_lock_shared(&file),
            };
            match outcome {
                Ok(()) if is_at(&file, path)? => {
                    let path = path.to_owned();
                    return Ok(Some(Self { file, path }));
                }
                // The holder before has taken the file away; who comes now makes another one.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
    }
}

/// The lock of one session. Its file says who holds it, so that whoever finds that text with the lock free knows that the
/// holder died. It is not synced: it is there for processes that die, and no holder outlives the machine.
#[derive(Debug)]
pub(super) struct KeyLock {
    lock: LockFile,
    is_inherited: bool,
    is_handed_out: bool,
}

impl KeyLock {
    /// The lock, if it is free.
    pub(super) fn try_take(path: &Path) -> io::Result<Option<Self>> {
        let Some(mut lock) = LockFile::try_take(path, Mode::Alone)? else {
            return Ok(None);
        };
        let mut text = String::new();
        // No text of ours at all counts as the trace of one who died.
        let is_text = (&mut lock.file).take(64).read_to_string(&mut text).is_ok();
        let is_inherited = !(is_text && matches!(text.as_str(), "" | FREE));
        let mut lock = Self {
            lock,
            is_inherited,
            is_handed_out: false,
        };
        lock.say(&format!("{:010}\n", std::process::id()))?;
        Ok(Some(lock))
    }

    /// From now on, dropping the lock without [`give_back`](Self::give_back) looks like the death of its holder.
    pub(super) fn hand_out(&mut self) {
        self.is_handed_out = true;
    }

    pub(super) fn is_inherited(&self) -> bool {
        self.is_inherited
    }

    /// Says that the holder is done. With `is_last`, nobody will want the file any more.
    pub(super) fn give_back(&mut self, is_last: bool) -> io::Result<()> {
        self.is_handed_out = true;
        self.say(FREE)?;
        if cfg!(unix) && is_last {
            fs::remove_file(&self.lock.path)?;
        }
        Ok(())
    }

    fn say(&mut self, text: &str) -> io::Result<()> {
        self.lock.file.rewind()?;
        self.lock.file.write_all(text.as_bytes())
    }
}

impl Drop for KeyLock {
    /// Whoever wanted the lock has gone before it came: the next one finds it as we did.
    fn drop(&mut self) {
        if !self.is_handed_out && !self.is_inherited {
            // If that fails, the next one is more careful than it has to be.
            drop(self.say(FREE));
        }
    }
}

/// Opens to read and write, and makes files that nobody else may read.
pub(super) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options.read(true).write(true)
}

/// Whether this open file is still the one at that path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;

    let ours = file.metadata()?;
    match fs::metadata(path) {
        Ok(there) => Ok((there.dev(), there.ino()) == (ours.dev(), ours.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Lock files are never taken away here.
#[cfg(not(unix))]
fn is_at(_file: &File, _path: &Path) -> io::Result<bool> {
    Ok(true)
}
