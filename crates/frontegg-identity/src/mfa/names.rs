//! What the server calls factors and devices. Every list is open.

use crate::open_names::open_names;

open_names! {
    /// A kind of second factor.
    MfaStrategy {
        /// An authenticator app with six-digit codes (RFC 6238).
        AuthenticatorApp = "AuthenticatorApp",
        /// A code by SMS.
        Sms = "SMS",
        /// A code by mail.
        EmailCode = "EmailCode",
        /// A key that is part of the user's machine.
        WebAuthnPlatform = "WebAuthnPlatform",
        /// A key that goes from machine to machine.
        WebAuthnCrossPlatform = "WebAuthnCrossPlatform",
    }
}

open_names! {
    /// Where a WebAuthn key lives.
    WebauthnDeviceType {
        /// In the user's machine.
        Platform = "Platform",
        /// On a thing of its own.
        CrossPlatform = "CrossPlatform",
    }
}

open_names! {
    /// Who has to show a second factor.
    EnforceMfa {
        /// Whoever has one.
        DontForce = "DontForce",
        /// Everybody.
        Force = "Force",
        /// Everybody who does not come through SAML.
        ForceExceptSaml = "ForceExceptSAML",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_names_keep_their_text() {
        assert_eq!(MfaStrategy::from("SMS"), MfaStrategy::Sms);
        let new = MfaStrategy::from("Telepathy");
        assert_eq!(new, MfaStrategy::Unknown("Telepathy".to_owned()));
        assert_eq!(new.to_string(), "Telepathy");
        for name in ["DontForce", "Force", "ForceExceptSAML"] {
            assert_eq!(EnforceMfa::from(name).as_str(), name);
        }
    }
}
