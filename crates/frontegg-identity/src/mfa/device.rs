//! The second factors of a user, as a challenge lists them.

use serde_json::Value;

use super::names::WebauthnDeviceType;

/// The second factors that a user has.
///
/// Each list is in the server's order. Entries that cannot be read are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct MfaDevices {
    /// Authenticator apps, by id.
    pub authenticators: Vec<AuthenticatorDevice>,
    /// Phones that take codes by SMS.
    pub phones: Vec<PhoneDevice>,
    /// Keys.
    pub webauthn: Vec<WebauthnDevice>,
    /// Addresses that take codes by mail.
    pub emails: Vec<EmailDevice>,
}

/// An authenticator app.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AuthenticatorDevice {
    /// What the server calls it.
    pub id: String,
}

/// A phone.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PhoneDevice {
    /// What the server calls it.
    pub id: String,
    /// Its number, with most digits hidden.
    pub number: Option<String>,
}

/// A key.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WebauthnDevice {
    /// What the server calls it.
    pub id: String,
    /// Where it lives.
    pub kind: Option<WebauthnDeviceType>,
    /// What the user calls it.
    pub name: Option<String>,
}

/// A mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EmailDevice {
    /// The address, perhaps with most of it hidden.
    pub address: String,
}

impl MfaDevices {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Reads `mfaDevices`. What is missing or of another form is an empty list.
    pub(crate) fn read(value: &Value) -> Self {
        let entries = |name: &str| {
            let list = value.get(name).and_then(Value::as_array);
            list.map(Vec::as_slice).unwrap_or_default().iter()
        };
        Self {
            authenticators: entries("authenticators")
                .filter_map(|one| {
                    Some(AuthenticatorDevice {
                        id: text(one, "id")?,
                    })
                })
                .collect(),
            phones: entries("phones")
                .filter_map(|one| {
                    Some(PhoneDevice {
                        id: text(one, "id")?,
                        number: text(one, "phoneNumber"),
                    })
                })
                .collect(),
            webauthn: entries("webauthn")
                .filter_map(|one| {
                    Some(WebauthnDevice {
                        id: text(one, "id")?,
                        kind: text(one, "deviceType").map(|kind| kind.as_str().into()),
                        name: text(one, "name"),
                    })
                })
                .collect(),
            emails: entries("emails")
                .filter_map(|one| {
                    Some(EmailDevice {
                        address: text(one, "email")?,
                    })
                })
                .collect(),
        }
    }
}

fn text(value: &Value, name: &str) -> Option<String> {
    let text = value.get(name)?.as_str()?;
    (!text.is_empty()).then(|| text.to_owned())
}
