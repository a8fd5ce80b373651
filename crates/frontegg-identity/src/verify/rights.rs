//! The roles of access tokens, which stand not in them but have to be asked for.

use std::collections::HashMap;
use std::mem;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use frontegg_identity_raw::{Operation, catalogue};
use parking_lot::Mutex;
use serde_json::Value;

use super::error::VerifyError;
use super::flight::Flight;
use super::kind::TokenKind;
use super::token::Rights;
use crate::clock::Clock;
use crate::error::{Code, Error, ErrorKind};
use crate::session::{Deadline, MachineSession};
use crate::token::expiry::instant;

/// How long an answer is remembered.
pub(super) const ROLES_LIFE: Duration = Duration::from_secs(60);
/// The pause after a question that failed.
const REST: Duration = Duration::from_secs(1);
/// Ends a question that the server leaves hanging.
const ASK_LIMIT: Duration = Duration::from_secs(30);
/// Access tokens that are remembered: twice as many at most.
const MANY: usize = 5_000;
const DOING: &str = "cannot read the roles of an access token";

/// Asks for the roles of access tokens.
pub(super) struct AccessTokens {
    session: MachineSession,
    clock: Arc<dyn Clock>,
    life: TimeDelta,
    known: Mutex<Known>,
}

type Answer = Result<Arc<Rights>, VerifyError>;

/// What is known of an access token.
#[derive(Clone)]
enum Entry {
    Asking(Flight<Answer>),
    Known { answer: Answer, until: Deadline },
}

/// Two generations: when the young one is full, the old one goes, and with it what nobody has asked for since.
#[derive(Default)]
struct Known {
    young: HashMap<String, Entry>,
    old: HashMap<String, Entry>,
}

impl AccessTokens {
    pub(super) fn new(session: MachineSession, clock: Arc<dyn Clock>, life: Duration) -> Self {
        Self {
            session,
            clock,
            life: TimeDelta::from_std(life).unwrap_or(TimeDelta::MAX),
            known: Mutex::default(),
        }
    }

    /// What an access token may do.
    pub(super) async fn ask(
        self: &Arc<Self>,
        kind: &TokenKind,
        tenant_id: &str,
        id: &str,
    ) -> Result<Arc<Rights>, VerifyError> {
        // The length keeps the two ids apart.
        let key = format!("{kind} {} {tenant_id} {id}", tenant_id.len());
        let question = {
            let mut known = self.known.lock();
            match known.get(&key) {
                Some(Entry::Known { answer, until }) if !until.has_come(self.clock.ticks()) => {
                    return answer;
                }
                Some(Entry::Asking(question)) if !question.is_lost() => question,
                _ => {
                    let question = self.start(kind, tenant_id, id, key.clone());
                    known.insert(key, Entry::Asking(question.clone()));
                    question
                }
            }
        };
        let lost = || Error::new(ErrorKind::Network, DOING);
        let answer = question.result().await;
        answer.unwrap_or_else(|| Err(VerifyError::RolesUnavailable(lost())))
    }

    fn start(
        self: &Arc<Self>,
        kind: &TokenKind,
        tenant_id: &str,
        id: &str,
        key: String,
    ) -> Flight<Answer> {
        let operation = match kind {
            TokenKind::UserAccessToken => &catalogue::GET_USER_ACCESS_TOKEN,
            _ => &catalogue::GET_TENANT_ACCESS_TOKEN,
        };
        let (tokens, tenant_id, id) = (Arc::clone(self), tenant_id.to_owned(), id.to_owned());
        Flight::start(async move {
            let question = tokens.question(operation, &tenant_id, &id);
            let outcome = tokio::time::timeout(ASK_LIMIT, question).await;
            let late = |_| Err(Error::new(ErrorKind::Deadline, DOING));
            let (answer, until) = tokens.settle(outcome.unwrap_or_else(late));
            let entry = Entry::Known {
                answer: answer.clone(),
                until,
            };
            tokens.known.lock().insert(key, entry);
            answer
        })
    }

    async fn question(
        &self,
        operation: &'static Operation,
        tenant_id: &str,
        id: &str,
    ) -> Result<Value, Error> {
        let client = self.session.raw();
        let call = client
            .call(operation)
            .path("id", id)
            .header("frontegg-tenant-id", Some(tenant_id));
        let answer = call.send().await;
        let answer = self.session.identity().answer(DOING, operation, answer)?;
        Ok(answer.into_inner())
    }

    /// What an outcome says, and how long that holds.
    fn settle(&self, outcome: Result<Value, Error>) -> (Answer, Deadline) {
        let now = self.clock.now();
        let (answer, span) = match outcome {
            Ok(told) => {
                let end = instant(&told["expires"]).value();
                let left = end.map_or(TimeDelta::MAX, |end: DateTime<Utc>| end - now.wall);
                match rights(&told) {
                    _ if left <= TimeDelta::zero() => (Err(VerifyError::Revoked), self.life),
                    Some(rights) => (Ok(Arc::new(rights)), self.life.min(left)),
                    None => (
                        unavailable(Error::new(ErrorKind::Unreadable, DOING)),
                        rest(None),
                    ),
                }
            }
            Err(error) if is_unknown(&error) => (Err(VerifyError::Revoked), self.life),
            Err(error) => {
                let rest = rest(error.retry_after());
                (unavailable(error), rest)
            }
        };
        (answer, Deadline::after(now, span))
    }
}

impl Known {
    fn get(&mut self, key: &str) -> Option<Entry> {
        if let Some(entry) = self.young.get(key) {
            return Some(entry.clone());
        }
        let entry = self.old.remove(key)?;
        self.insert(key.to_owned(), entry.clone());
        Some(entry)
    }

    fn insert(&mut self, key: String, entry: Entry) {
        if self.young.len() >= MANY && !self.young.contains_key(&key) {
            self.old = mem::take(&mut self.young);
        }
        self.young.insert(key, entry);
    }
}

/// A 404 that is about the access token, and not about who asks.
fn is_unknown(error: &Error) -> bool {
    error.kind() == ErrorKind::NotFound && !error.codes().contains(&Code::RouteNotFound)
}

fn unavailable(error: Error) -> Answer {
    Err(VerifyError::RolesUnavailable(error))
}

fn rest(wish: Option<Duration>) -> TimeDelta {
    TimeDelta::from_std(wish.unwrap_or_default().max(REST)).unwrap_or(TimeDelta::MAX)
}

/// Roles and permissions, each as a list of keys or of objects with one.
fn rights(told: &Value) -> Option<Rights> {
    let list = |name: &str| match &told[name] {
        Value::Null => Some(Vec::new()),
        Value::Array(list) => {
            let key = |one: &Value| {
                one.as_str()
                    .or_else(|| one["key"].as_str())
                    .map(str::to_owned)
            };
            list.iter().map(key).collect()
        }
        _ => None,
    };
    Some(Rights {
        roles: list("roles")?,
        permissions: list("permissions")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Moment;

    #[test]
    fn access_tokens_that_nobody_asks_for_are_forgotten() {
        let mut known = Known::default();
        let now = Moment {
            wall: DateTime::<Utc>::UNIX_EPOCH,
            steady: Duration::ZERO,
        };
        let entry = Entry::Known {
            answer: Err(VerifyError::Revoked),
            until: Deadline::after(now, TimeDelta::zero()),
        };
        for number in 0..5 * MANY {
            known.insert(number.to_string(), entry.clone());
            assert!(known.get("0").is_some());
            assert!(known.young.len() + known.old.len() <= 2 * MANY);
        }
        assert!(known.get("1").is_none());
        assert!(known.get(&(5 * MANY - 1).to_string()).is_some());
    }
}
