//! A login on its way: who, where to, and how they proved it.

use chrono::{DateTime, Utc};

/// A login whose first factor was right. It becomes a session, or waits for more.
#[derive(Debug, Clone)]
pub(crate) struct Login {
    pub(crate) user_id: String,
    pub(crate) tenant_id: String,
    pub(crate) application_id: Option<String>,
    /// How the user proved to be this user, in order.
    pub(crate) proofs: Vec<Proof>,
    pub(crate) at: DateTime<Utc>,
    pub(crate) from: Origin,
    /// Whether this login showed that the user reads the mail of the address.
    pub(crate) verified_email: bool,
}

/// Where a login comes from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Origin {
    /// Value of the cookie `fe_device_...`.
    pub(crate) device: Option<String>,
    pub(crate) user_agent: Option<String>,
    pub(crate) ip: Option<String>,
}

/// A factor that was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Proof {
    Password,
    /// A code or a link that came by mail.
    Mail,
    /// A code that came by SMS.
    Sms,
    /// A code of an authenticator app.
    Authenticator,
    /// A passkey or a security key.
    Key,
    /// Another service's word.
    Sso,
    /// An invitation or an activation was accepted, or an admin stepped in.
    Trust,
}

impl Proof {
    /// What `amr` calls it.
    pub(crate) fn method(self) -> Option<&'static str> {
        match self {
            Self::Password => Some("pwd"),
            Self::Mail | Self::Authenticator => Some("otp"),
            Self::Sms => Some("sms"),
            Self::Key => Some("hwk"),
            Self::Sso => Some("sso"),
            Self::Trust => None,
        }
    }
}

/// The claim `amr`: each method once, and `mfa` if there were two factors.
pub(crate) fn methods(proofs: &[Proof]) -> Vec<&'static str> {
    let mut methods = Vec::new();
    for method in proofs.iter().filter_map(|proof| proof.method()) {
        if !methods.contains(&method) {
            methods.push(method);
        }
    }
    if proofs.len() > 1 {
        methods.push("mfa");
    }
    methods
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_factors_make_mfa() {
        assert_eq!(methods(&[Proof::Password]), ["pwd"]);
        assert_eq!(
            methods(&[Proof::Password, Proof::Authenticator]),
            ["pwd", "otp", "mfa"]
        );
        assert_eq!(
            methods(&[Proof::Mail, Proof::Authenticator]),
            ["otp", "mfa"]
        );
        assert!(methods(&[Proof::Trust]).is_empty());
    }
}
