//! The store that is soaked. All else is the same for every kind of store.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use frontegg_identity::{FileStore, RedisStore, SessionKey, SessionStore};
use tempfile::TempDir;

use crate::redis::Redis;

#[derive(Args, Clone, Debug)]
pub(crate) struct Kept {
    /// The kind of store
    #[arg(long, value_enum, default_value_t = Kind::File)]
    store: Kind,
    /// Where the files are; a temporary folder when left out
    #[arg(long, value_name = "DIR")]
    folder: Option<PathBuf>,
    /// Which Redis; one that is started for it when left out
    #[arg(long, value_name = "URL")]
    url: Option<String>,
}

/// What a place goes away with.
pub(crate) enum Shelter {
    Folder { _folder: TempDir },
    Redis { _redis: Redis },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    /// A file for each session
    File,
    /// One file with several sessions
    Profiles,
    /// A Redis
    Redis,
}

impl Kept {
    /// The same with a place, and what the place goes away with.
    pub(crate) async fn somewhere(mut self) -> Result<(Self, Option<Shelter>)> {
        let shelter = match self.store {
            Kind::Redis if self.url.is_none() => {
                let redis = Redis::start().await?;
                self.url = Some(redis.url());
                Some(Shelter::Redis { _redis: redis })
            }
            Kind::File | Kind::Profiles if self.folder.is_none() => {
                let folder = tempfile::tempdir()?;
                self.folder = Some(folder.path().to_owned());
                Some(Shelter::Folder { _folder: folder })
            }
            _ => None,
        };
        Ok((self, shelter))
    }

    /// Opens it, in each process anew.
    pub(crate) fn open(&self) -> Result<Arc<dyn SessionStore>> {
        let folder = || self.folder.as_ref().context("there is no folder");
        Ok(match self.store {
            Kind::File => Arc::new(FileStore::in_folder(folder()?.join("sessions"))),
            Kind::Profiles => Arc::new(FileStore::profiles(folder()?.join("credentials.json"))),
            Kind::Redis => {
                let url = self.url.as_deref().context("there is no URL")?;
                Arc::new(RedisStore::builder(url).build()?)
            }
        })
    }

    pub(crate) fn name(&self) -> &'static str {
        match self.store {
            Kind::File => "a file",
            Kind::Profiles => "a file of profiles",
            Kind::Redis => "a Redis",
        }
    }

    /// What another process finds the same place by.
    pub(crate) fn arguments(&self) -> Vec<String> {
        let kind = self.store.to_possible_value();
        let kind = kind.map(|kind| kind.get_name().to_owned());
        let mut arguments = vec!["--store".to_owned(), kind.unwrap_or_default()];
        if let Some(folder) = &self.folder {
            arguments.extend(["--folder".to_owned(), folder.display().to_string()]);
        }
        if let Some(url) = &self.url {
            arguments.extend(["--url".to_owned(), url.clone()]);
        }
        arguments
    }
}

pub(crate) fn key() -> Result<SessionKey> {
    Ok(SessionKey::new("ada")?)
}
