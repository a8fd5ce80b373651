//! Work that the service does in the background.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use serde_json::Value;

use super::scope::Scope;
use crate::error::Error;

/// Failures in a row that waiting bears, if the same question can be answered later.
const BEARS: usize = 5;

/// How the service calls a task's id, which differs with the route and is not described for all.
const NAMES_OF_ID: [&str; 4] = ["taskId", "migrationId", "id", "jobId"];

/// How far a task has come.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TaskState {
    /// It is queued.
    NotStarted,
    /// It is under way.
    InProgress,
    /// It is over, and all was done.
    Completed,
    /// It is over, and some of it was not done: the report's errors say what.
    CompletedWithErrors,
    /// It is over, and nothing more will be done.
    Failed,
    /// A word that is not known, as sent. It counts as under way.
    Unknown(String),
}

impl TaskState {
    /// Whether the task is over.
    #[must_use]
    pub fn is_final(&self) -> bool {
        matches!(
            self,
            Self::Completed | Self::CompletedWithErrors | Self::Failed
        )
    }
}

/// The words are described for one sort of task alone: those of the others are taken as they are likely to come.
impl From<&str> for TaskState {
    fn from(text: &str) -> Self {
        let letters = text.chars().filter(|c| c.is_ascii_alphabetic());
        match letters.collect::<String>().to_ascii_lowercase().as_str() {
            "notstarted" | "pending" | "queued" | "created" => Self::NotStarted,
            "inprogress" | "running" | "processing" | "started" => Self::InProgress,
            "completed" | "complete" | "done" | "finished" | "success" | "succeeded" => {
                Self::Completed
            }
            "completedwitherrors" => Self::CompletedWithErrors,
            "failed" | "failure" | "error" | "aborted" | "cancelled" | "canceled" => Self::Failed,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

/// What a bulk task tells of itself. Only its state is read: the rest differs and is not described.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkReport {
    /// How far it has come.
    pub state: TaskState,
    json: Value,
}

impl BulkReport {
    /// All that the service said. Do not depend on particular members.
    #[must_use]
    pub fn as_json(&self) -> &Value {
        &self.json
    }

    /// None if it does not say how far the task is.
    pub(crate) fn of(json: Value) -> Option<Self> {
        let state = json.get("status").or_else(|| json.get("state"))?;
        let state = TaskState::from(state.as_str()?);
        Some(Self { state, json })
    }
}

/// It may name users, and whatever else the service puts in.
impl fmt::Debug for BulkReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BulkReport")
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

/// What a task tells, with how far it has come.
pub(crate) type Reported<R> =
    Pin<Box<dyn Future<Output = Result<(TaskState, R), Error>> + Send + 'static>>;

/// A task of the service. It goes on whether or not anybody asks about it.
///
/// ```
/// # use frontegg_identity::{Error, manage::{Environment, NewUser}};
/// # async fn run(environment: Environment) -> Result<(), Error> {
/// use std::time::Duration;
///
/// let users = ["ada@example.com", "alan@example.com"].map(NewUser::with_email);
/// let task = environment.users().invite(&"t-1".into(), users).await?;
/// let report = task.wait(Duration::from_secs(2)).await?;
/// println!("{:?}: {}", report.state, report.as_json());
/// # Ok(())
/// # }
/// ```
#[must_use = "whether it succeeds is told by `wait` and `status`"]
pub struct Task<R> {
    id: String,
    scope: Scope,
    ask: fn(Scope, String) -> Reported<R>,
}

impl<R> Task<R> {
    pub(crate) fn new(scope: &Scope, id: String, ask: fn(Scope, String) -> Reported<R>) -> Self {
        Self {
            id,
            scope: scope.clone(),
            ask,
        }
    }

    /// Names the task, for whoever goes on to ask about it after a restart.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Asks how far it is.
    ///
    /// # Wire
    /// That of the sort of task: `GET /identity/resources/users/bulk/v1/status/{id}`, `GET
    /// /identity/resources/vendor-only/users/v1/bulk-roles/status/{taskId}` or `GET
    /// /identity/resources/migrations/v1/local/bulk/status/{migrationId}`
    pub async fn status(&self) -> Result<R, Error> {
        Ok(self.ask().await?.1)
    }

    /// Asks every so often until the task is over; the report says how it ended. Failures that pass are borne a few times in a
    /// row.
    ///
    /// There is no limit of time: put one around it with `tokio::time::timeout`. Dropping the future stops the waiting and
    /// not the task.
    ///
    /// # Errors
    /// Those of [`status`](Self::status): one that does not pass, or too many in a row.
    pub async fn wait(&self, every: Duration) -> Result<R, Error> {
        let mut failures = 0;
        loop {
            let answer = self.ask().await;
            let told = answer.as_ref().map(|(state, _)| state);
            let Some(pause) = pause(told, &mut failures, every) else {
                return Ok(answer?.1);
            };
            tokio::time::sleep(pause).await;
        }
    }

    async fn ask(&self) -> Result<(TaskState, R), Error> {
        (self.ask)(self.scope.clone(), self.id.clone()).await
    }
}

impl<R> Clone for Task<R> {
    fn clone(&self) -> Self {
        Self::new(&self.scope, self.id.clone(), self.ask)
    }
}

impl<R> fmt::Debug for Task<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Task")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// How long to wait before the next question; none after the last one.
fn pause(
    told: Result<&TaskState, &Error>,
    failures: &mut usize,
    every: Duration,
) -> Option<Duration> {
    match told {
        Ok(state) => {
            *failures = 0;
            (!state.is_final()).then_some(every)
        }
        Err(error) => {
            *failures += 1;
            let is_borne = error.is_retryable() && *failures <= BEARS;
            is_borne.then(|| every.max(error.retry_after().unwrap_or_default()))
        }
    }
}

/// The id of the task that a body names.
pub(crate) fn id_in(body: &[u8]) -> Option<String> {
    let body: Value = serde_json::from_slice(body).ok()?;
    NAMES_OF_ID.iter().find_map(|name| match &body[name] {
        Value::String(id) if !id.is_empty() => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    })
}

#[cfg(test)]
mod tests;
