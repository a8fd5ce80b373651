//! A login with a registered credential (section 7.2).

use serde_json::{Value, json};

use super::authenticator_data::AuthenticatorData;
use super::{
    Ceremony, Credential, TIMEOUT, WebAuthnFault, client_data, credential_id, part, user_id,
};

/// What a good answer tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Assertion {
    /// To be kept as [`Credential::sign_count`].
    pub(crate) sign_count: u32,
    pub(crate) is_user_verified: bool,
}

/// What to ask the authenticator: `options` of the wire. Without credentials, any that it finds by itself may answer.
pub(crate) fn options<'a>(
    ceremony: &Ceremony<'_>,
    allowed: impl IntoIterator<Item = &'a Credential>,
) -> Value {
    let mut options = json!({
        "challenge": ceremony.challenge,
        "rpId": ceremony.party.id,
        "timeout": TIMEOUT,
        "userVerification": ceremony.user_verification.name(),
    });
    let allowed: Vec<Value> = allowed.into_iter().map(Credential::descriptor).collect();
    if !allowed.is_empty() {
        options["allowCredentials"] = allowed.into();
    }
    options
}

/// Checks the answer against the credential, which the caller has found by [`credential_id`].
pub(crate) fn verify(
    ceremony: &Ceremony<'_>,
    credential: &Credential,
    answer: &Value,
) -> Result<Assertion, WebAuthnFault> {
    if credential_id(answer).as_ref() != Some(&credential.id) {
        return Err(WebAuthnFault::Credential);
    }
    let named_user = answer
        .pointer("/response/userHandle")
        .filter(|handle| !handle.is_null() && *handle != "");
    if named_user.is_some() && user_id(answer).as_ref() != Some(&credential.user_id) {
        return Err(WebAuthnFault::User);
    }
    let hash = client_data::check(&part(answer, "clientDataJSON")?, client_data::GET, ceremony)?;
    let bytes = part(answer, "authenticatorData")?;
    let data = AuthenticatorData::read(&bytes)?;
    data.check(ceremony)?;
    if data.is_backup_eligible() != credential.is_backup_eligible {
        return Err(WebAuthnFault::Credential);
    }
    let signature = part(answer, "signature")?;
    credential
        .public_key
        .check_signature(&[&bytes, hash.as_ref()].concat(), &signature)?;
    // Authenticators without a counter say 0 each time.
    if (data.sign_count, credential.sign_count) != (0, 0)
        && data.sign_count <= credential.sign_count
    {
        return Err(WebAuthnFault::Counter);
    }
    Ok(Assertion {
        sign_count: data.sign_count,
        is_user_verified: data.is_user_verified(),
    })
}
