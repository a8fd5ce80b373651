//! How a store in Redis is set up.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use ::redis::cluster::ClusterClient;
use ::redis::{Client, ClientTlsConfig, IntoConnectionInfo, RedisError, TlsCertificates};
use frontegg_identity_raw::Secret;

use super::link::{Link, Target};
use super::script::Scripts;
use super::seal::{Seal, SealKey};
use super::{Core, RedisStore};
use crate::store::{StoreError, StoreErrorKind};

/// Sets a [`RedisStore`] up.
#[must_use]
pub struct RedisStoreBuilder {
    urls: Vec<Secret>,
    is_cluster: bool,
    prefix: String,
    lease: Duration,
    patience: Duration,
    limit: Duration,
    life: Duration,
    seal: Seal,
    root: Option<Vec<u8>>,
    identity: Option<ClientTlsConfig>,
}

impl RedisStoreBuilder {
    /// How long a lock is good for: longer than a renewal takes at most, which is 45 seconds.
    pub const LEASE: Duration = Duration::from_secs(60);
    /// How long a lock that somebody else holds is waited for.
    pub const PATIENCE: Duration = Duration::from_secs(30);
    /// How long an answer of Redis is waited for.
    pub const TIME_LIMIT: Duration = Duration::from_secs(3);
    /// How long a session is kept after its last renewal if the server does not say when it ends.
    pub const LIFE: Duration = Duration::from_secs(30 * 24 * 60 * 60);

    pub(super) fn new(urls: Vec<Secret>, is_cluster: bool) -> Self {
        Self {
            urls,
            is_cluster,
            prefix: "frontegg-identity".to_owned(),
            lease: Self::LEASE,
            patience: Self::PATIENCE,
            limit: Self::TIME_LIMIT,
            life: Self::LIFE,
            seal: Seal::default(),
            root: None,
            identity: None,
        }
    }

    /// What the names of all keys begin with, before a colon; `frontegg-identity` by default. Environments that share a
    /// Redis need different ones.
    pub fn prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = prefix.into();
        self
    }

    /// How long a lock is good for, by the clock of Redis; [`LEASE`](Self::LEASE) by default. Once it has run out, the next
    /// one takes its holder for dead. All who share the store should have the same.
    pub fn lease(mut self, lease: Duration) -> Self {
        self.lease = lease;
        self
    }

    /// How long a lock that somebody else holds is waited for; [`PATIENCE`](Self::PATIENCE) by default.
    pub fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// How long an answer of Redis is waited for, connecting included; [`TIME_LIMIT`](Self::TIME_LIMIT) by default.
    pub fn time_limit(mut self, limit: Duration) -> Self {
        self.limit = limit;
        self
    }

    /// How long a session is kept if the server does not say when it ends; [`LIFE`](Self::LIFE) by default.
    pub fn life(mut self, life: Duration) -> Self {
        self.life = life;
        self
    }

    /// Seals sessions with this key. The first key seals, and those that are added after it open too.
    ///
    /// To change the key, first add the new one after the old one everywhere, then put it before the old one, and take the
    /// old one away when all sessions have been renewed.
    pub fn seal_key(mut self, key: SealKey) -> Self {
        self.seal.keys.push(key);
        self
    }

    /// Reads sessions that are not sealed, too, for as long as there are such from before. Until then, whoever can write to
    /// Redis can put one in place of another.
    pub fn accept_unsealed(mut self) -> Self {
        self.seal.takes_unsealed = true;
        self
    }

    /// Trusts this certificate, in PEM, in place of those that the system trusts. For URLs that begin with `rediss://`.
    pub fn root_certificate(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.root = Some(pem.into());
        self
    }

    /// Shows this certificate to Redis, in PEM, with its key. For URLs that begin with `rediss://`.
    pub fn client_certificate(mut self, pem: impl Into<Vec<u8>>, key: &Secret) -> Self {
        self.identity = Some(ClientTlsConfig {
            client_cert: pem.into(),
            client_key: key.expose().as_bytes().to_vec(),
        });
        self
    }

    /// The store. It connects when it is used first.
    ///
    /// # Errors
    /// [`StoreErrorKind::Configuration`]: a URL or a certificate cannot be read, a brace stands in the prefix, or a time is
    /// none.
    pub fn build(self) -> Result<RedisStore, StoreError> {
        let wrong = |doing| StoreError::new(StoreErrorKind::Configuration, doing);
        if self.prefix.contains(['{', '}']) {
            // A cluster would go by what is in them.
            return Err(wrong("a prefix of keys in Redis cannot have braces"));
        }
        let times = [self.lease, self.patience, self.limit, self.life];
        if times.iter().any(|time| time.as_millis() == 0) {
            return Err(wrong("the times of a store in Redis cannot be zero"));
        }
        let target = self
            .target()
            // Not the library's error as the source: it may quote what it did not expect.
            .map_err(|_| wrong("a URL or a certificate of Redis cannot be read"))?;
        Ok(RedisStore {
            core: Arc::new(Core {
                link: Link::new(target, self.limit),
                scripts: Scripts::new(),
                prefix: self.prefix,
                lease: self.lease,
                patience: self.patience,
                life: self.life,
                seal: self.seal,
            }),
        })
    }

    fn target(&self) -> Result<Target, RedisError> {
        let has_certificates = self.root.is_some() || self.identity.is_some();
        let certificates = has_certificates.then(|| TlsCertificates {
            client_tls: self.identity.clone(),
            root_cert: self.root.clone(),
        });
        if self.is_cluster {
            let urls = self.urls.iter().map(Secret::expose);
            let nodes = urls.map(IntoConnectionInfo::into_connection_info);
            let mut client = ClusterClient::builder(nodes.collect::<Result<Vec<_>, _>>()?)
                .connection_timeout(self.limit)
                .response_timeout(self.limit)
                .retries(3);
            if let Some(certificates) = certificates {
                client = client.certs(certificates);
            }
            return Ok(Target::Cluster(Box::new(client.build()?)));
        }
        let url = self.urls.first().map_or("", Secret::expose);
        let client = match certificates {
            Some(certificates) => Client::build_with_tls(url, certificates)?,
            None => Client::open(url)?,
        };
        Ok(Target::One(Box::new(client)))
    }
}

impl fmt::Debug for RedisStoreBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedisStoreBuilder")
            .field("prefix", &self.prefix)
            .field("lease", &self.lease)
            .field("seal", &self.seal)
            .finish_non_exhaustive()
    }
}
