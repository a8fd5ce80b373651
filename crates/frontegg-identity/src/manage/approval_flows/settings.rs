//! How people are asked, and for how long.

use std::fmt;
use std::time::Duration;

use frontegg_identity_raw::types;
use serde_json::Value;

use crate::manage::wire::{minutes, of_minutes};

/// The ways on which people are asked for approval.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApprovalChannels {
    /// By e-mail.
    pub has_email: bool,
    /// By text message.
    pub has_sms: bool,
}

impl ApprovalChannels {
    /// By e-mail.
    pub const EMAIL: Self = Self {
        has_email: true,
        has_sms: false,
    };
    /// By text message.
    pub const SMS: Self = Self {
        has_email: false,
        has_sms: true,
    };
    /// In both ways.
    pub const BOTH: Self = Self {
        has_email: true,
        has_sms: true,
    };

    pub(super) fn body(self) -> types::ApprovalFlowChannelDto {
        types::ApprovalFlowChannelDto {
            email: self.has_email,
            sms: self.has_sms,
        }
    }

    /// Whether the server gives switches, as it takes them, or names, is not known: both are read.
    pub(super) fn read(channels: &Value) -> Self {
        let has = |name: &str| match channels {
            Value::Array(names) => names
                .iter()
                .filter_map(Value::as_str)
                .any(|other| other.eq_ignore_ascii_case(name)),
            switches => switches[name] == true,
        };
        Self {
            has_email: has("email"),
            has_sms: has("sms"),
        }
    }
}

/// Times and notices of an approval flow. The server counts in minutes: a part of one counts as one.
#[derive(Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApprovalSettings {
    /// After so long without a decision it is approved by itself.
    pub auto_approval: Option<Duration>,
    /// After so long without a decision it lapses.
    pub timeout: Option<Duration>,
    /// So often approvers are reminded.
    pub reminder: Option<Duration>,
    /// Whether decisions are announced.
    pub has_notices: Option<bool>,
    /// Where outcomes are posted. `Debug` does not show it, since such addresses may let in who knows them.
    pub webhook_url: Option<String>,
    /// Whether runs are logged. The server decides it.
    pub is_logged: Option<bool>,
}

impl ApprovalSettings {
    /// All as the server likes it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets it be approved by itself after so long without a decision.
    #[must_use]
    pub fn auto_approval(mut self, after: Duration) -> Self {
        self.auto_approval = Some(after);
        self
    }

    /// Lets it lapse after so long without a decision, from 5 minutes to 7 days.
    #[must_use]
    pub fn timeout(mut self, after: Duration) -> Self {
        self.timeout = Some(after);
        self
    }

    /// Reminds approvers so often, at most once an hour.
    #[must_use]
    pub fn reminder(mut self, every: Duration) -> Self {
        self.reminder = Some(every);
        self
    }

    /// Announces decisions.
    #[must_use]
    pub fn with_notices(mut self) -> Self {
        self.has_notices = Some(true);
        self
    }

    /// Where outcomes are posted.
    #[must_use]
    pub fn webhook_url(mut self, url: impl Into<String>) -> Self {
        self.webhook_url = Some(url.into());
        self
    }

    pub(super) fn body(&self) -> types::ApprovalFlowConfigurationDto {
        let number = |span| i64::try_from(minutes(span).get()).unwrap_or(i64::MAX);
        types::ApprovalFlowConfigurationDto {
            auto_approve_in_minutes: self.auto_approval.map(minutes),
            notify_on_decisions: self.has_notices,
            reminder_interval_minutes: self.reminder.map(number),
            timeout_minutes: self.timeout.map(number),
            webhook_url: self.webhook_url.clone(),
        }
    }
}

impl From<types::ApprovalFlowConfigurationResponseDto> for ApprovalSettings {
    fn from(settings: types::ApprovalFlowConfigurationResponseDto) -> Self {
        Self {
            auto_approval: settings.auto_approve_in_minutes.and_then(of_minutes),
            timeout: settings.timeout_minutes.and_then(of_minutes),
            reminder: settings.reminder_interval_minutes.and_then(of_minutes),
            has_notices: settings.notify_on_decisions,
            webhook_url: settings.webhook_url,
            is_logged: settings.logging,
        }
    }
}

impl fmt::Debug for ApprovalSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApprovalSettings")
            .field("auto_approval", &self.auto_approval)
            .field("timeout", &self.timeout)
            .field("reminder", &self.reminder)
            .field("has_notices", &self.has_notices)
            .field("is_logged", &self.is_logged)
            .finish_non_exhaustive()
    }
}
