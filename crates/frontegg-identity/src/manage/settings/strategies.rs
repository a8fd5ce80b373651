//! The ways in that a login page offers.

use frontegg_identity_raw::types;
use frontegg_identity_raw::types::IdentifierType;

use super::configuration::MainAuthStrategy;
use crate::open_names::open_names;

open_names! {
    /// A way to sign in besides the main one.
    SecondaryAuthStrategy {
        /// A key that is part of the user's machine.
        WebAuthnPlatform = "WebAuthnPlatform",
        /// A key that goes from machine to machine.
        WebAuthnCrossPlatform = "WebAuthnCrossPlatform",
        /// A code by SMS.
        SmsCode = "SmsCode",
        /// The same, second version.
        SmsCodeV2 = "SmsCodeV2",
        /// A passkey.
        Passkeys = "Passkeys",
        /// A username and a password.
        UsernameAndPassword = "UsernameAndPassword",
        /// A username, and a link by mail.
        UsernameAndMagicLink = "UsernameAndMagicLink",
        /// A username, and a code by mail.
        UsernameAndCode = "UsernameAndCode",
        /// A username, and a code by SMS.
        UsernameAndSms = "UsernameAndSms",
    }
}

open_names! {
    /// A way to a new password.
    PasswordRecovery {
        /// By mail.
        Email = "email",
        /// By SMS.
        Sms = "sms",
    }
}

/// How users sign in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct AuthStrategies {
    /// The main ways.
    pub main: Vec<MainAuthStrategy>,
    /// Further ways that are switched on.
    pub secondary: Vec<SecondaryAuthStrategy>,
}

impl From<types::AuthStrategiesResponse> for AuthStrategies {
    fn from(answer: types::AuthStrategiesResponse) -> Self {
        let (main, secondary) = (
            answer.main_auth_strategies,
            answer.secondary_auth_strategies,
        );
        let active = secondary
            .into_iter()
            .filter(|one| one.is_active == Some(true));
        Self {
            main: main.into_iter().filter_map(|one| one.strategy).collect(),
            secondary: active
                .filter_map(|one| one.strategy)
                .map(|one| one.as_str().into())
                .collect(),
        }
    }
}

/// What a new user gives, or may give.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SignUpStrategy {
    /// What it is.
    pub identifier: IdentifierType,
    /// Whether it is asked for.
    pub is_active: bool,
    /// Whether nobody may leave it out.
    pub is_required: bool,
}

impl SignUpStrategy {
    pub(super) fn read(strategy: types::SignUpStrategyDto) -> Option<Self> {
        Some(Self {
            identifier: strategy.strategy?,
            is_active: strategy.is_active.unwrap_or_default(),
            is_required: strategy.is_required.unwrap_or_default(),
        })
    }
}
