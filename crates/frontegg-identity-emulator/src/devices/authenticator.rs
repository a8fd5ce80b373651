//! A passkey in memory.

use std::fmt;

use aws_lc_rs::digest;
use aws_lc_rs::error::Unspecified;
use ciborium::Value as Cbor;
use data_encoding::BASE64URL_NOPAD;
use serde_json::{Value, json};

use super::private_key::{KeyAlgorithm, PrivateKey};
use crate::crypto::random;

/// An authenticator and its browser, for tests: takes the `options` of the service and gives what goes back to it.
///
/// Its user is always there and always verified. Counters start at 1 and grow by one with each answer.
///
/// ```
/// use frontegg_identity_emulator::devices::{AuthenticatorFault, SoftwareAuthenticator};
/// use serde_json::json;
///
/// let mut authenticator = SoftwareAuthenticator::new("https://app.example.com");
/// let options = json!({
///     "challenge": "c29tZXRoaW5nIG5ldw",
///     "rp": { "id": "example.com", "name": "Example" },
///     "user": { "id": "dXNlci0x", "name": "jane", "displayName": "Jane" },
///     "pubKeyCredParams": [{ "type": "public-key", "alg": -7 }],
/// });
/// let registration = authenticator.register(&options)?;
///
/// let options = json!({ "challenge": "c29tZXRoaW5nIG5ld2Vy", "rpId": "example.com" });
/// let login = authenticator.assert(&options)?;
/// assert_eq!(login["id"], registration["id"]);
/// let copied = authenticator.assert_with_fault(&options, AuthenticatorFault::CounterGoesBack)?;
/// # Ok::<(), frontegg_identity_emulator::devices::AuthenticatorError>(())
/// ```
#[derive(Debug)]
pub struct SoftwareAuthenticator {
    origin: String,
    algorithm: KeyAlgorithm,
    attestation: Attestation,
    passkeys: Vec<Passkey>,
}

/// What the authenticator or its browser does wrong in one answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuthenticatorFault {
    /// Answers a challenge that nobody set.
    WrongChallenge,
    /// Answers for a page of another site.
    WrongOrigin,
    /// Answers another relying party.
    WrongRelyingParty,
    /// One bit of the signature is wrong. A registration has a signature only with self attestation.
    FlippedSignature,
    /// The counter is one less than in the answer before, as from a copy of the passkey. Only in a login.
    CounterGoesBack,
    /// Nobody touched the authenticator.
    UserAbsent,
    /// The authenticator did not make sure who its user is.
    UserUnverified,
}

/// Why the authenticator gives no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum AuthenticatorError {
    /// The options lack this member, or it cannot be read.
    Options(&'static str),
    /// The authenticator's algorithm is not among those asked for.
    NoSuchAlgorithm,
    /// The authenticator has a passkey that is excluded: it is registered already.
    Excluded,
    /// The authenticator has no passkey of this relying party, or none of those allowed.
    NoPasskey,
    /// The key could not be made or used.
    Key,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Attestation {
    None,
    OwnKey,
}

#[derive(Debug)]
struct Passkey {
    id: Vec<u8>,
    party: String,
    user_handle: String,
    key: PrivateKey,
    counter: u32,
}

const USER_PRESENT: u8 = 0x01;
const USER_VERIFIED: u8 = 0x04;
const HAS_CREDENTIAL: u8 = 0x40;

impl SoftwareAuthenticator {
    /// An authenticator without passkeys, in a browser that shows a page of `origin`.
    #[must_use]
    pub fn new(origin: impl Into<String>) -> Self {
        Self {
            origin: origin.into(),
            algorithm: KeyAlgorithm::Es256,
            attestation: Attestation::None,
            passkeys: Vec::new(),
        }
    }

    /// Makes keys for this algorithm; [`KeyAlgorithm::Es256`] if not set.
    #[must_use]
    pub fn key_algorithm(mut self, algorithm: KeyAlgorithm) -> Self {
        self.algorithm = algorithm;
        self
    }

    /// Signs registrations with the new key (format `packed`) rather than not at all (format `none`).
    #[must_use]
    pub fn self_attestation(mut self) -> Self {
        self.attestation = Attestation::OwnKey;
        self
    }

    /// Makes a passkey for the options of an enrolment.
    ///
    /// # Errors
    /// If the options cannot be read or do not allow it.
    pub fn register(&mut self, options: &Value) -> Result<Value, AuthenticatorError> {
        self.make(options, None)
    }

    /// Makes a passkey and a faulty answer.
    ///
    /// # Errors
    /// As for [`register`](Self::register).
    pub fn register_with_fault(
        &mut self,
        options: &Value,
        fault: AuthenticatorFault,
    ) -> Result<Value, AuthenticatorError> {
        self.make(options, Some(fault))
    }

    /// Signs in with a passkey that the options allow, the newest first.
    ///
    /// # Errors
    /// If the options cannot be read or allow none of the passkeys.
    pub fn assert(&mut self, options: &Value) -> Result<Value, AuthenticatorError> {
        self.answer(options, None)
    }

    /// Signs in with a faulty answer.
    ///
    /// # Errors
    /// As for [`assert`](Self::assert).
    pub fn assert_with_fault(
        &mut self,
        options: &Value,
        fault: AuthenticatorFault,
    ) -> Result<Value, AuthenticatorError> {
        self.answer(options, Some(fault))
    }

    fn make(
        &mut self,
        options: &Value,
        fault: Option<AuthenticatorFault>,
    ) -> Result<Value, AuthenticatorError> {
        let party = self.party(options.pointer("/rp/id"))?;
        let user_handle = text(options.pointer("/user/id"), "user.id")?.to_owned();
        let offered = list(options, "pubKeyCredParams")
            .ok_or(AuthenticatorError::Options("pubKeyCredParams"))?;
        if !offered
            .iter()
            .any(|offer| offer["alg"] == self.algorithm.number())
        {
            return Err(AuthenticatorError::NoSuchAlgorithm);
        }
        let excluded = list(options, "excludeCredentials").unwrap_or_default();
        if self
            .passkeys
            .iter()
            .any(|own| own.party == party && own.is_among(excluded))
        {
            return Err(AuthenticatorError::Excluded);
        }

        let client_data = self.client_data("webauthn.create", options, fault)?;
        let key = PrivateKey::generate(self.algorithm)?;
        let passkey = Passkey {
            id: random::bytes::<32>().to_vec(),
            party,
            user_handle,
            key,
            counter: 1,
        };
        let mut data = passkey.data(HAS_CREDENTIAL, passkey.counter, fault);
        data.extend(passkey.attested()?);
        let (format, statement) = match self.attestation {
            Attestation::None => ("none", Vec::new()),
            Attestation::OwnKey => {
                let signature = passkey.sign(&data, &client_data, fault)?;
                (
                    "packed",
                    vec![
                        ("alg".into(), self.algorithm.number().into()),
                        ("sig".into(), signature.into()),
                    ],
                )
            }
        };
        let object = Cbor::Map(vec![
            ("fmt".into(), format.into()),
            ("attStmt".into(), Cbor::Map(statement)),
            ("authData".into(), data.into()),
        ]);
        let answer = passkey.credential(json!({
            "clientDataJSON": encode(&client_data),
            "attestationObject": encode(&cbor(&object)?),
        }));
        self.passkeys.push(passkey);
        Ok(answer)
    }

    fn answer(
        &mut self,
        options: &Value,
        fault: Option<AuthenticatorFault>,
    ) -> Result<Value, AuthenticatorError> {
        let party = self.party(options.get("rpId"))?;
        let client_data = self.client_data("webauthn.get", options, fault)?;
        let allowed = list(options, "allowCredentials").filter(|allowed| !allowed.is_empty());
        let may_answer = |own: &Passkey| {
            own.party == party && allowed.is_none_or(|allowed| own.is_among(allowed))
        };
        let passkey = self
            .passkeys
            .iter_mut()
            .rfind(|own| may_answer(own))
            .ok_or(AuthenticatorError::NoPasskey)?;
        let counter = if fault == Some(AuthenticatorFault::CounterGoesBack) {
            passkey.counter.saturating_sub(1)
        } else {
            passkey.counter += 1;
            passkey.counter
        };
        let data = passkey.data(0, counter, fault);
        let signature = passkey.sign(&data, &client_data, fault)?;
        Ok(passkey.credential(json!({
            "clientDataJSON": encode(&client_data),
            "authenticatorData": encode(&data),
            "signature": encode(&signature),
            "userHandle": passkey.user_handle,
        })))
    }

    /// The relying party asked for; the page's host if none is named.
    fn party(&self, named: Option<&Value>) -> Result<String, AuthenticatorError> {
        if let Some(named) = named {
            return text(Some(named), "rp.id").map(str::to_owned);
        }
        let host = self
            .origin
            .split_once("://")
            .map_or(self.origin.as_str(), |(_, host)| host);
        Ok(host.split(':').next().unwrap_or(host).to_owned())
    }

    fn client_data(
        &self,
        kind: &str,
        options: &Value,
        fault: Option<AuthenticatorFault>,
    ) -> Result<Vec<u8>, AuthenticatorError> {
        let challenge = match fault {
            Some(AuthenticatorFault::WrongChallenge) => &random::token(),
            _ => text(options.get("challenge"), "challenge")?,
        };
        let origin = match fault {
            Some(AuthenticatorFault::WrongOrigin) => "https://phishing.example",
            _ => &self.origin,
        };
        let data =
            json!({ "type": kind, "challenge": challenge, "origin": origin, "crossOrigin": false });
        Ok(data.to_string().into_bytes())
    }
}

impl Passkey {
    fn is_among(&self, descriptors: &[Value]) -> bool {
        let id = encode(&self.id);
        descriptors.iter().any(|descriptor| {
            descriptor["id"]
                .as_str()
                .is_some_and(|other| other.trim_end_matches('=') == id)
        })
    }

    /// Authenticator data up to the counter (WebAuthn, section 6.1).
    fn data(&self, extra_flags: u8, counter: u32, fault: Option<AuthenticatorFault>) -> Vec<u8> {
        let party = match fault {
            Some(AuthenticatorFault::WrongRelyingParty) => "phishing.example",
            _ => &self.party,
        };
        let flags = match fault {
            Some(AuthenticatorFault::UserAbsent) => USER_VERIFIED,
            Some(AuthenticatorFault::UserUnverified) => USER_PRESENT,
            _ => USER_PRESENT | USER_VERIFIED,
        };
        let mut data = digest::digest(&digest::SHA256, party.as_bytes())
            .as_ref()
            .to_vec();
        data.push(flags | extra_flags);
        data.extend(counter.to_be_bytes());
        data
    }

    /// Attested credential data (section 6.5.2).
    fn attested(&self) -> Result<Vec<u8>, AuthenticatorError> {
        let no_model = [0; 16];
        let mut attested = [no_model.as_slice(), &32_u16.to_be_bytes(), &self.id].concat();
        attested.extend(cbor(&self.key.public_cose()?)?);
        Ok(attested)
    }

    fn sign(
        &self,
        data: &[u8],
        client_data: &[u8],
        fault: Option<AuthenticatorFault>,
    ) -> Result<Vec<u8>, AuthenticatorError> {
        let hash = digest::digest(&digest::SHA256, client_data);
        let mut signature = self.key.sign(&[data, hash.as_ref()].concat())?;
        if let (Some(AuthenticatorFault::FlippedSignature), Some(last)) =
            (fault, signature.last_mut())
        {
            *last ^= 1;
        }
        Ok(signature)
    }

    fn credential(&self, response: Value) -> Value {
        let id = encode(&self.id);
        json!({
            "id": id,
            "rawId": id,
            "type": "public-key",
            "authenticatorAttachment": "platform",
            "response": response,
        })
    }
}

impl From<Unspecified> for AuthenticatorError {
    fn from(_: Unspecified) -> Self {
        Self::Key
    }
}

impl fmt::Display for AuthenticatorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Options(member) => {
                return write!(f, "options: {member} is missing or cannot be read");
            }
            Self::NoSuchAlgorithm => "the authenticator's algorithm is not among those asked for",
            Self::Excluded => "the authenticator is registered already",
            Self::NoPasskey => "the authenticator has no passkey for this",
            Self::Key => "the key could not be made or used",
        })
    }
}

impl std::error::Error for AuthenticatorError {}

fn encode(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}

fn cbor(value: &Cbor) -> Result<Vec<u8>, AuthenticatorError> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).map_err(|_| AuthenticatorError::Key)?;
    Ok(bytes)
}

fn text<'a>(value: Option<&'a Value>, name: &'static str) -> Result<&'a str, AuthenticatorError> {
    value
        .and_then(Value::as_str)
        .ok_or(AuthenticatorError::Options(name))
}

fn list<'a>(options: &'a Value, name: &str) -> Option<&'a [Value]> {
    options.get(name)?.as_array().map(Vec::as_slice)
}

#[cfg(test)]
mod tests;
