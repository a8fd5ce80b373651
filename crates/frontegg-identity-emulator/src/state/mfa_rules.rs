//! Who has to show a second factor, and which factors there are to show.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, TimeDelta, Utc};

use super::documents::ENVIRONMENT;

/// The environment's rules for second factors.
#[derive(Debug, Clone)]
pub(crate) struct MfaRules {
    /// The policy; the environment starts without one, and then asks whoever has a factor.
    pub(crate) policy: Option<MfaPolicy>,
    /// Policies of tenants, which take its place there.
    pub(crate) of_tenants: HashMap<String, MfaPolicy>,
    /// Factors that may be set up. A code by mail needs no set-up; while it is here, users with an address may show it.
    pub(crate) active: BTreeSet<Strategy>,
    /// What an authenticator app calls the account's service.
    pub(crate) service_name: String,
    /// The sender of mails with codes.
    pub(crate) mail_sender: String,
    /// Life of a code that is sent by SMS.
    pub(crate) sms_life: TimeDelta,
    /// Life of a code that is sent by mail.
    pub(crate) mail_life: TimeDelta,
}

/// The policy (`mfa-policy`).
#[derive(Debug, Clone)]
pub(crate) struct MfaPolicy {
    pub(crate) id: String,
    pub(crate) enforcement: Enforcement,
    /// Whether a device may be remembered, and how long it then is.
    pub(crate) allow_remember: bool,
    pub(crate) device_life: TimeDelta,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) updated_at: DateTime<Utc>,
}

/// Who has to show a second factor (`enforceMFAType`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Enforcement {
    /// Whoever has one.
    #[default]
    DontForce,
    /// Everybody; whoever has none sets one up.
    Force,
    /// Everybody who did not come through SAML.
    ForceExceptSaml,
}

/// A kind of second factor, as policy and enrolment name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strategy {
    AuthenticatorApp,
    Sms,
    EmailCode,
    WebAuthnPlatform,
    WebAuthnCrossPlatform,
}

impl Strategy {
    pub(crate) const ALL: [Self; 5] = [
        Self::AuthenticatorApp,
        Self::Sms,
        Self::EmailCode,
        Self::WebAuthnPlatform,
        Self::WebAuthnCrossPlatform,
    ];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::AuthenticatorApp => "AuthenticatorApp",
            Self::Sms => "SMS",
            Self::EmailCode => "EmailCode",
            Self::WebAuthnPlatform => "WebAuthnPlatform",
            Self::WebAuthnCrossPlatform => "WebAuthnCrossPlatform",
        }
    }
}

impl Default for MfaRules {
    fn default() -> Self {
        Self {
            policy: None,
            of_tenants: HashMap::new(),
            active: Strategy::ALL.into(),
            service_name: "Emulated application".to_owned(),
            mail_sender: "hello@frontegg.com".to_owned(),
            sms_life: TimeDelta::minutes(5),
            mail_life: TimeDelta::minutes(5),
        }
    }
}

impl MfaRules {
    /// The policy of a tenant or of the environment, and of no other.
    pub(crate) fn policy_at(&self, scope: &str) -> Option<&MfaPolicy> {
        if scope == ENVIRONMENT {
            self.policy.as_ref()
        } else {
            self.of_tenants.get(scope)
        }
    }

    pub(crate) fn set_policy(&mut self, scope: &str, policy: MfaPolicy) {
        if scope == ENVIRONMENT {
            self.policy = Some(policy);
        } else {
            self.of_tenants.insert(scope.to_owned(), policy);
        }
    }

    /// Who has to show a second factor at a login to a tenant.
    pub(crate) fn enforcement_in(&self, tenant_id: &str) -> Enforcement {
        self.policy_for(tenant_id)
            .map(|policy| policy.enforcement)
            .unwrap_or_default()
    }

    /// How long a device is remembered in a tenant; nothing if it may not be. Without a policy it may, for 14 days.
    pub(crate) fn device_life_in(&self, tenant_id: &str) -> Option<TimeDelta> {
        match self.policy_for(tenant_id) {
            None => Some(TimeDelta::days(14)),
            Some(policy) => policy.allow_remember.then_some(policy.device_life),
        }
    }

    fn policy_for(&self, tenant_id: &str) -> Option<&MfaPolicy> {
        self.of_tenants.get(tenant_id).or(self.policy.as_ref())
    }
}
