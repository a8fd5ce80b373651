//! How mails let people in: by a link alone, or by a code as well.

use chrono::TimeDelta;

use super::links::Purpose;
use crate::settings::Settings;

/// The strategies that were set; where none was, the settings say.
#[derive(Debug, Default)]
pub(crate) struct Strategies {
    pub(crate) activation: Option<Strategy>,
    pub(crate) invitation: Option<Strategy>,
}

/// A strategy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Strategy {
    /// `code`, not `link`.
    pub(crate) has_code: bool,
    pub(crate) life: TimeDelta,
}

impl Strategies {
    /// The strategy of mails for this purpose.
    pub(crate) fn of(&self, purpose: Purpose, settings: &Settings) -> Strategy {
        let (set, may_have_code) = match purpose {
            Purpose::Activation => (self.activation, true),
            Purpose::Invitation => (self.invitation, true),
            Purpose::PasswordReset | Purpose::Unlock | Purpose::MagicLink => (None, false),
        };
        let life = match purpose {
            Purpose::MagicLink => settings.login_code_life,
            _ => settings.link_life,
        };
        set.unwrap_or(Strategy {
            has_code: may_have_code && settings.codes_in_mails,
            life,
        })
    }
}
