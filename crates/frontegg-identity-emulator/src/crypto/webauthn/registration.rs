//! A new credential (section 7.1).

use ciborium::Value as Cbor;
use serde_json::{Map, Value, json};

use super::authenticator_data::AuthenticatorData;
use super::cose::ALGORITHMS;
use super::{
    Ceremony, Credential, TIMEOUT, WebAuthnFault, client_data, credential_id, encode, part,
};

const MALFORMED: WebAuthnFault = WebAuthnFault::Malformed("attestationObject");

/// The credential that is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewCredential<'a> {
    pub(crate) user_id: &'a str,
    /// What the user logs in as.
    pub(crate) user_name: &'a str,
    pub(crate) display_name: &'a str,
    /// The user's other credentials, whose authenticators shall not register again.
    pub(crate) others: &'a [&'a Credential],
    /// Whether the authenticator has to find it without being told its id.
    pub(crate) is_discoverable: bool,
}

/// What to ask the authenticator: `options` of the wire.
pub(crate) fn options(ceremony: &Ceremony<'_>, asked: &NewCredential<'_>) -> Value {
    let resident_key = if asked.is_discoverable {
        "required"
    } else {
        "preferred"
    };
    let selection = json!({
        "residentKey": resident_key,
        "requireResidentKey": asked.is_discoverable,
        "userVerification": ceremony.user_verification.name(),
    });
    json!({
        "rp": { "id": ceremony.party.id, "name": ceremony.party.name },
        "user": {
            "id": encode(asked.user_id.as_bytes()),
            "name": asked.user_name,
            "displayName": asked.display_name,
        },
        "challenge": ceremony.challenge,
        "pubKeyCredParams": ALGORITHMS.map(|algorithm| json!({ "type": "public-key", "alg": algorithm })),
        "excludeCredentials": asked.others.iter().copied().map(Credential::descriptor).collect::<Vec<_>>(),
        "timeout": TIMEOUT,
        "authenticatorSelection": selection,
        "attestation": "none",
    })
}

/// The credential in the answer, for the user for whom it was asked.
pub(crate) fn verify(
    ceremony: &Ceremony<'_>,
    user_id: &str,
    answer: &Value,
) -> Result<Credential, WebAuthnFault> {
    let hash = client_data::check(
        &part(answer, "clientDataJSON")?,
        client_data::CREATE,
        ceremony,
    )?;
    let attestation = Attestation::read(&part(answer, "attestationObject")?)?;
    let data = AuthenticatorData::read(&attestation.data)?;
    data.check(ceremony)?;
    let new = data.credential.as_ref().ok_or(MALFORMED)?;
    let id = encode(&new.id);
    if credential_id(answer).as_ref() != Some(&id) {
        return Err(WebAuthnFault::Credential);
    }
    match attestation.statement {
        Statement::None => {}
        Statement::SelfSigned { algorithm, .. }
            if algorithm != new.public_key.algorithm().into() =>
        {
            return Err(WebAuthnFault::Attestation);
        }
        Statement::SelfSigned { signature, .. } => {
            new.public_key
                .check_signature(&[&attestation.data, hash.as_ref()].concat(), &signature)?;
        }
    }
    Ok(Credential {
        id,
        user_id: user_id.to_owned(),
        public_key: new.public_key.clone(),
        sign_count: data.sign_count,
        transports: transports(answer),
        is_backup_eligible: data.is_backup_eligible(),
    })
}

impl Credential {
    /// `PublicKeyCredentialDescriptor`.
    pub(super) fn descriptor(&self) -> Value {
        let mut members = Map::from_iter([
            ("type".to_owned(), "public-key".into()),
            ("id".to_owned(), self.id.clone().into()),
        ]);
        if !self.transports.is_empty() {
            members.insert("transports".to_owned(), self.transports.clone().into());
        }
        Value::Object(members)
    }
}

/// An attestation object (section 6.5).
struct Attestation {
    data: Vec<u8>,
    statement: Statement,
}

enum Statement {
    None,
    /// `packed` without a certificate: signed with the new key.
    SelfSigned {
        algorithm: i128,
        signature: Vec<u8>,
    },
}

impl Attestation {
    fn read(bytes: &[u8]) -> Result<Self, WebAuthnFault> {
        let mut rest = bytes;
        let object: Cbor = ciborium::from_reader(&mut rest).map_err(|_| MALFORMED)?;
        if !rest.is_empty() {
            return Err(MALFORMED);
        }
        let data = member(&object, "authData")
            .and_then(Cbor::as_bytes)
            .ok_or(MALFORMED)?
            .clone();
        let format = member(&object, "fmt")
            .and_then(Cbor::as_text)
            .ok_or(MALFORMED)?;
        let statement = member(&object, "attStmt").ok_or(MALFORMED)?;
        Ok(Self {
            data,
            statement: Statement::read(format, statement)?,
        })
    }
}

impl Statement {
    fn read(format: &str, statement: &Cbor) -> Result<Self, WebAuthnFault> {
        let is_empty = statement.as_map().ok_or(MALFORMED)?.is_empty();
        match format {
            "none" if is_empty => Ok(Self::None),
            "packed" if member(statement, "x5c").is_none() => Ok(Self::SelfSigned {
                algorithm: member(statement, "alg")
                    .and_then(Cbor::as_integer)
                    .ok_or(MALFORMED)?
                    .into(),
                signature: member(statement, "sig")
                    .and_then(Cbor::as_bytes)
                    .ok_or(MALFORMED)?
                    .clone(),
            }),
            _ => Err(WebAuthnFault::Attestation),
        }
    }
}

fn member<'a>(map: &'a Cbor, name: &str) -> Option<&'a Cbor> {
    map.as_map()?
        .iter()
        .find(|(key, _)| key.as_text() == Some(name))
        .map(|(_, value)| value)
}

fn transports(answer: &Value) -> Vec<String> {
    let named = answer
        .pointer("/response/transports")
        .and_then(Value::as_array);
    named
        .into_iter()
        .flatten()
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect()
}
