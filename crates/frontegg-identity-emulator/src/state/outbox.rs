//! What the service would have sent by mail and SMS.

use std::collections::VecDeque;
use std::fmt;

use chrono::{DateTime, Utc};

use crate::hidden::Hidden;

/// Mails, and messages, that are kept; the oldest go first.
const MOST: usize = 10_000;

/// What was sent, the oldest first.
#[derive(Debug, Clone, Default)]
pub struct Outbox {
    mails: VecDeque<Sent>,
    messages: VecDeque<Sent>,
}

/// A mail or an SMS. Its code, token and link are not shown by `Debug`.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sent {
    /// The address or the phone number.
    pub to: String,
    /// What it is about.
    pub kind: SentKind,
    /// The user it was sent to.
    pub user_id: String,
    /// The code in it, if it has one.
    pub code: Option<String>,
    /// The token of the link in it, if it has one.
    pub token: Option<String>,
    /// The link in it.
    pub link: Option<String>,
    /// When it was sent, by the emulator's clock.
    pub at: DateTime<Utc>,
}

/// What a mail or an SMS is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SentKind {
    /// To activate a new user.
    Activation,
    /// To accept an invitation to a tenant.
    Invitation,
    /// To set a new password.
    PasswordReset,
    /// To unlock a locked user.
    Unlock,
    /// A code to log in with.
    LoginCode,
    /// A link to log in with.
    MagicLink,
    /// A code as second factor.
    MfaCode,
    /// A code that proves that an address or a number is one's own.
    Verification,
}

impl SentKind {
    /// The name, in camel case as the wire would write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Activation => "activation",
            Self::Invitation => "invitation",
            Self::PasswordReset => "passwordReset",
            Self::Unlock => "unlock",
            Self::LoginCode => "loginCode",
            Self::MagicLink => "magicLink",
            Self::MfaCode => "mfaCode",
            Self::Verification => "verification",
        }
    }
}

impl Sent {
    pub(crate) fn new(
        kind: SentKind,
        to: impl Into<String>,
        user_id: impl Into<String>,
        at: DateTime<Utc>,
    ) -> Self {
        Self {
            to: to.into(),
            kind,
            user_id: user_id.into(),
            code: None,
            token: None,
            link: None,
            at,
        }
    }
}

impl fmt::Debug for Sent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hidden = |secret: &Option<String>| secret.is_some().then_some(Hidden(()));
        f.debug_struct("Sent")
            .field("to", &self.to)
            .field("kind", &self.kind)
            .field("user_id", &self.user_id)
            .field("code", &hidden(&self.code))
            .field("token", &hidden(&self.token))
            .field("link", &hidden(&self.link))
            .field("at", &self.at)
            .finish_non_exhaustive()
    }
}

impl Outbox {
    /// The mails, the oldest first.
    pub fn mails(&self) -> impl DoubleEndedIterator<Item = &Sent> {
        self.mails.iter()
    }

    /// The SMS, the oldest first.
    pub fn messages(&self) -> impl DoubleEndedIterator<Item = &Sent> {
        self.messages.iter()
    }

    /// The newest mail or SMS of a kind to an address or a number.
    #[must_use]
    pub fn last(&self, kind: SentKind, to: &str) -> Option<&Sent> {
        let wanted = |sent: &&Sent| sent.kind == kind && sent.to.eq_ignore_ascii_case(to);
        let mail = self.mails().rev().find(wanted);
        mail.into_iter()
            .chain(self.messages().rev().find(wanted))
            .max_by_key(|sent| sent.at)
    }

    pub(crate) fn mail(&mut self, sent: Sent) {
        keep(&mut self.mails, sent);
    }

    pub(crate) fn message(&mut self, sent: Sent) {
        keep(&mut self.messages, sent);
    }
}

fn keep(sent: &mut VecDeque<Sent>, new: Sent) {
    if sent.len() == MOST {
        sent.pop_front();
    }
    sent.push_back(new);
}
