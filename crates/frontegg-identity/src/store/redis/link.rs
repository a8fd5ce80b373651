//! The way to Redis: one connection that all share, made when it is needed and made again when it breaks.

use std::fmt;
use std::time::Duration;

use ::redis::aio::{ConnectionLike, MultiplexedConnection};
use ::redis::cluster::ClusterClient;
use ::redis::cluster_async::ClusterConnection;
use ::redis::{
    AsyncConnectionConfig, Client, Cmd, ErrorKind, FromRedisValue, RedisError, ServerErrorKind,
};
use rustls::crypto::{CryptoProvider, aws_lc_rs};
use tokio::sync::Mutex;

use super::script::Text;
use crate::store::{StoreError, StoreErrorKind};

/// Where Redis is.
pub(super) enum Target {
    One(Box<Client>),
    Cluster(Box<ClusterClient>),
}

/// The way to Redis.
pub(super) struct Link {
    target: Target,
    /// For a question and its answer, connecting included.
    limit: Duration,
    current: Mutex<Current>,
}

#[derive(Default)]
struct Current {
    /// Counts the connections that were made.
    number: u64,
    wire: Option<Wire>,
}

#[derive(Clone)]
enum Wire {
    One(MultiplexedConnection),
    Cluster(ClusterConnection),
}

/// Why there is no answer, without anything that was asked.
#[derive(Debug)]
struct Failure(String);

impl Link {
    pub(super) fn new(target: Target, limit: Duration) -> Self {
        Self {
            target,
            limit,
            current: Mutex::default(),
        }
    }

    /// Asks a question. It can be asked again if its answer was lost.
    pub(super) async fn ask<T: FromRedisValue>(
        &self,
        doing: &'static str,
        command: &Cmd,
    ) -> Result<T, StoreError> {
        self.within(doing, self.persist(command)).await
    }

    /// Runs a script.
    pub(super) async fn run<T: FromRedisValue>(
        &self,
        doing: &'static str,
        script: &Text,
        keys: &[&str],
        arguments: &[&[u8]],
    ) -> Result<T, StoreError> {
        let command = |name, script: &str| {
            let mut command = ::redis::cmd(name);
            command.arg(script).arg(keys.len()).arg(keys).arg(arguments);
            command
        };
        let asked = async {
            match self.persist(&command("EVALSHA", &script.digest)).await {
                // With its text, and not by `SCRIPT LOAD`, which would go to all nodes of a cluster.
                Err(error) if error.kind() == ErrorKind::Server(ServerErrorKind::NoScript) => {
                    self.persist(&command("EVAL", script.code)).await
                }
                outcome => outcome,
            }
        };
        self.within(doing, asked).await
    }

    async fn within<T>(
        &self,
        doing: &'static str,
        asked: impl Future<Output = Result<T, RedisError>>,
    ) -> Result<T, StoreError> {
        match tokio::time::timeout(self.limit, asked).await {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(error)) => {
                Err(StoreError::new(kind(&error), doing).because(Failure::of(&error)))
            }
            Err(_) => {
                if let Ok(mut current) = self.current.try_lock() {
                    // It may be one that nobody closes, as behind a firewall that forgot it.
                    current.wire = None;
                }
                let failure = Failure("Redis did not answer in time".to_owned());
                Err(StoreError::new(StoreErrorKind::Unavailable, doing).because(failure))
            }
        }
    }

    /// Asks, and once more if the connection broke: it may have done so long ago.
    async fn persist<T: FromRedisValue>(&self, command: &Cmd) -> Result<T, RedisError> {
        let (number, mut wire) = self.wire().await?;
        match wire.ask(command).await {
            Err(error) if wire.is_gone(&error) => {
                self.forget(number).await;
                let (number, mut wire) = self.wire().await?;
                let outcome = wire.ask(command).await;
                if outcome.as_ref().is_err_and(|error| wire.is_gone(error)) {
                    self.forget(number).await;
                }
                outcome
            }
            outcome => outcome,
        }
    }

    async fn wire(&self) -> Result<(u64, Wire), RedisError> {
        let mut current = self.current.lock().await;
        let wire = match &current.wire {
            Some(wire) => wire.clone(),
            None => {
                let wire = self.connect().await?;
                current.number += 1;
                current.wire.insert(wire).clone()
            }
        };
        Ok((current.number, wire))
    }

    async fn forget(&self, number: u64) {
        let mut current = self.current.lock().await;
        if current.number == number {
            current.wire = None;
        }
    }

    async fn connect(&self) -> Result<Wire, RedisError> {
        // For TLS, rustls needs one of the process, and panics if the features of all crates together leave a choice.
        if CryptoProvider::get_default().is_none() {
            drop(aws_lc_rs::default_provider().install_default());
        }
        match &self.target {
            Target::One(client) => {
                let limits = AsyncConnectionConfig::new()
                    .set_connection_timeout(Some(self.limit))
                    .set_response_timeout(Some(self.limit));
                let made = client.get_multiplexed_async_connection_with_config(&limits);
                Ok(Wire::One(made.await?))
            }
            Target::Cluster(client) => Ok(Wire::Cluster(client.get_async_connection().await?)),
        }
    }
}

impl Wire {
    async fn ask<T: FromRedisValue>(&mut self, command: &Cmd) -> Result<T, RedisError> {
        let answer = match self {
            Self::One(wire) => wire.req_packed_command(command).await?,
            Self::Cluster(wire) => wire.req_packed_command(command).await?,
        };
        Ok(T::from_redis_value(answer.extract_error()?)?)
    }

    /// Whether only a new connection can help.
    fn is_gone(&self, error: &RedisError) -> bool {
        let is_read_only = error.kind() == ErrorKind::Server(ServerErrorKind::ReadOnly);
        match self {
            // Its node is a replica by now; the name may lead to another one.
            Self::One(_) => error.is_io_error() || error.is_unrecoverable_error() || is_read_only,
            // It looks after the connections to its nodes.
            Self::Cluster(_) => error.is_unrecoverable_error(),
        }
    }
}

fn kind(error: &RedisError) -> StoreErrorKind {
    match error.kind() {
        ErrorKind::AuthenticationFailed
        | ErrorKind::InvalidClientConfig
        | ErrorKind::Client
        | ErrorKind::UnexpectedReturnType
        | ErrorKind::RESP3NotSupported
        | ErrorKind::Server(ServerErrorKind::NoPerm | ServerErrorKind::CrossSlot) => {
            StoreErrorKind::Configuration
        }
        ErrorKind::Extension
            if matches!(error.code(), Some("NOAUTH" | "WRONGPASS" | "WRONGTYPE")) =>
        {
            StoreErrorKind::Configuration
        }
        _ => StoreErrorKind::Unavailable,
    }
}

impl Failure {
    fn of(error: &RedisError) -> Self {
        if error.is_io_error() {
            return Self(error.to_string());
        }
        // Not the detail: in answer to a command that it does not know, Redis repeats it.
        Self(match error.code() {
            Some(code) => format!("{}: {code}", error.category()),
            None => error.category().to_owned(),
        })
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}
