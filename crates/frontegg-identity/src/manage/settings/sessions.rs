//! How long sessions live, and how many a user may have.

use std::time::Duration;

use frontegg_identity_raw::{catalogue, types};

use super::shared::{at_least_one, count, from_seconds, seconds};
use crate::error::Error;
use crate::manage::scope::Scope;

/// How long sessions live, and how many a user may have. What is none was never set here: then a tenant has what the
/// environment says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SessionLimits {
    /// For how long a session may be idle, one minute to 24 days. Without a limit the service is expected to take 24 hours.
    pub idle: Option<SessionTimeout>,
    /// After how long a user has to sign in again, however active they are; one minute or more.
    pub whole: Option<SessionTimeout>,
    /// How many sessions a user may have. One more, and the oldest ends.
    pub concurrent: Option<SessionCount>,
}

/// A span after which a session ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionTimeout {
    /// Whether it holds.
    pub is_active: bool,
    /// The span, in whole seconds.
    pub after: Duration,
}

/// How many sessions a user may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionCount {
    /// Whether it holds.
    pub is_active: bool,
    /// How many, 1 or more.
    pub max: u64,
}

impl SessionLimits {
    /// None at all.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Ends a session that is idle for so long.
    #[must_use]
    pub fn idle(mut self, after: Duration) -> Self {
        self.idle = Some(SessionTimeout::active(after));
        self
    }

    /// Ends a session after so long, however active it is.
    #[must_use]
    pub fn whole(mut self, after: Duration) -> Self {
        self.whole = Some(SessionTimeout::active(after));
        self
    }

    /// Lets a user have so many sessions.
    #[must_use]
    pub fn concurrent(mut self, max: u64) -> Self {
        self.concurrent = Some(SessionCount {
            is_active: true,
            max,
        });
        self
    }
}

impl SessionTimeout {
    fn active(after: Duration) -> Self {
        Self {
            is_active: true,
            after,
        }
    }
}

impl From<types::SessionConfigurationResponse> for SessionLimits {
    fn from(answer: types::SessionConfigurationResponse) -> Self {
        let timeout = |is_active: Option<bool>, timeout: Option<i64>| {
            Some(SessionTimeout {
                is_active: is_active?,
                after: timeout.map(from_seconds).unwrap_or_default(),
            })
        };
        Self {
            idle: answer
                .session_idle_timeout_configuration
                .and_then(|idle| timeout(idle.is_active, idle.timeout)),
            whole: answer
                .session_timeout_configuration
                .and_then(|whole| timeout(whole.is_active, whole.timeout)),
            concurrent: answer
                .session_concurrent_configuration
                .and_then(|concurrent| {
                    Some(SessionCount {
                        is_active: concurrent.is_active?,
                        max: concurrent.max_sessions.map_or(0, count),
                    })
                }),
        }
    }
}

/// Limits of sessions, of the environment or of one tenant.
#[derive(Clone, Debug)]
pub struct SessionSettings {
    scope: Scope,
    is_environment: bool,
}

impl SessionSettings {
    pub(super) fn new(scope: Scope, is_environment: bool) -> Self {
        Self {
            scope,
            is_environment,
        }
    }

    /// The limits.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/sessions/v1`, of a tenant
    ///
    /// `GET /identity/resources/configurations/sessions/v1/vendor`, of the environment
    pub async fn limits(&self) -> Result<SessionLimits, Error> {
        const DOING: &str = "cannot read how long sessions live";
        let client = self.scope.client();
        let answer = if self.is_environment {
            let operation = &catalogue::GET_SESSION_CONFIGURATION_AS_VENDOR;
            let outcome = client.get_session_configuration_as_vendor().await;
            self.scope.told(DOING, operation, outcome)?
        } else {
            let operation = &catalogue::GET_SESSION_CONFIGURATION;
            let outcome = client.get_session_configuration(None).await;
            self.scope.told(DOING, operation, outcome)?
        };
        Ok(answer.into())
    }

    /// Sets the limits. Start from those that were [read](Self::limits): what becomes of one that is none is not known.
    ///
    /// # Errors
    /// [`Input`](crate::ErrorKind::Input): a user may have 0 sessions.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/sessions/v1`
    pub async fn set(&self, limits: &SessionLimits) -> Result<(), Error> {
        const DOING: &str = "cannot set how long sessions live";
        let operation = &catalogue::SET_SESSION_CONFIGURATION;
        let concurrent = limits.concurrent.map(|concurrent| {
            Ok(types::SessionConcurrentConfigurationDto {
                is_active: concurrent.is_active,
                max_sessions: at_least_one(DOING, operation, concurrent.max)?,
            })
        });
        let body = types::CreateSessionConfigurationRequest {
            session_concurrent_configuration: concurrent.transpose()?,
            session_idle_timeout_configuration: limits.idle.map(|idle| {
                types::SessionIdleTimeoutConfigurationDto {
                    is_active: idle.is_active,
                    timeout: seconds(idle.after),
                }
            }),
            session_timeout_configuration: limits.whole.map(|whole| {
                types::SessionTimeoutConfigurationDto {
                    is_active: whole.is_active,
                    timeout: seconds(whole.after),
                }
            }),
        };
        let client = self.scope.client();
        let outcome = client.set_session_configuration(None, &body).await;
        self.scope.told(DOING, operation, outcome)
    }
}
