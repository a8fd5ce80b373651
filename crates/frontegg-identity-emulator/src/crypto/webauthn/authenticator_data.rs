//! What the authenticator says about itself and, in a registration, its new key (section 6.1).

use aws_lc_rs::digest;
use ciborium::Value as Cbor;

use super::{Ceremony, PublicKey, UserVerification, WebAuthnFault};

const MALFORMED: WebAuthnFault = WebAuthnFault::Malformed("authenticatorData");

const USER_PRESENT: u8 = 0x01;
const USER_VERIFIED: u8 = 0x04;
const BACKUP_ELIGIBLE: u8 = 0x08;
const BACKED_UP: u8 = 0x10;
const HAS_CREDENTIAL: u8 = 0x40;
const HAS_EXTENSIONS: u8 = 0x80;

#[derive(Debug)]
pub(super) struct AuthenticatorData {
    party_hash: [u8; 32],
    flags: u8,
    pub(super) sign_count: u32,
    pub(super) credential: Option<AttestedCredential>,
}

#[derive(Debug)]
pub(super) struct AttestedCredential {
    pub(super) id: Vec<u8>,
    pub(super) public_key: PublicKey,
}

impl AuthenticatorData {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, WebAuthnFault> {
        let mut rest = bytes;
        let party_hash = *take(&mut rest)?;
        let [flags] = *take(&mut rest)?;
        let sign_count = u32::from_be_bytes(*take(&mut rest)?);
        let credential = (flags & HAS_CREDENTIAL != 0)
            .then(|| AttestedCredential::read(&mut rest))
            .transpose()?;
        if flags & HAS_EXTENSIONS != 0 && !read_cbor(&mut rest)?.is_map() {
            return Err(MALFORMED);
        }
        let is_backup_sane = flags & BACKED_UP == 0 || flags & BACKUP_ELIGIBLE != 0;
        if !rest.is_empty() || !is_backup_sane {
            return Err(MALFORMED);
        }
        Ok(Self {
            party_hash,
            flags,
            sign_count,
            credential,
        })
    }

    pub(super) fn check(&self, ceremony: &Ceremony<'_>) -> Result<(), WebAuthnFault> {
        if digest::digest(&digest::SHA256, ceremony.party.id.as_bytes()).as_ref() != self.party_hash
        {
            return Err(WebAuthnFault::RelyingParty);
        }
        if self.flags & USER_PRESENT == 0 {
            return Err(WebAuthnFault::UserAbsent);
        }
        if ceremony.user_verification == UserVerification::Required && !self.is_user_verified() {
            return Err(WebAuthnFault::UserUnverified);
        }
        Ok(())
    }

    pub(super) fn is_user_verified(&self) -> bool {
        self.flags & USER_VERIFIED != 0
    }

    pub(super) fn is_backup_eligible(&self) -> bool {
        self.flags & BACKUP_ELIGIBLE != 0
    }
}

impl AttestedCredential {
    fn read(rest: &mut &[u8]) -> Result<Self, WebAuthnFault> {
        let _model: &[u8; 16] = take(rest)?;
        let length = usize::from(u16::from_be_bytes(*take(rest)?));
        let (id, after) = rest.split_at_checked(length).ok_or(MALFORMED)?;
        *rest = after;
        if id.is_empty() || id.len() > 1023 {
            return Err(MALFORMED);
        }
        Ok(Self {
            id: id.to_vec(),
            public_key: PublicKey::from_cose(&read_cbor(rest)?)?,
        })
    }
}

fn take<'a, const N: usize>(rest: &mut &'a [u8]) -> Result<&'a [u8; N], WebAuthnFault> {
    let (taken, after) = rest.split_first_chunk().ok_or(MALFORMED)?;
    *rest = after;
    Ok(taken)
}

/// Reads one item and leaves what follows it.
fn read_cbor(rest: &mut &[u8]) -> Result<Cbor, WebAuthnFault> {
    ciborium::from_reader(rest).map_err(|_| MALFORMED)
}
