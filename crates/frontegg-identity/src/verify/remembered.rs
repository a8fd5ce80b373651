//! Tokens that were verified, so that the same one need not be verified again.
//!
//! The places are fixed: a token has four, by the digest of its signature, and the fifth that comes takes one of them. So
//! nothing grows, nothing is swept up, and a look takes no lock.
//!
//! A place keeps what was signed and a digest of the signature. Both together are the token, and neither can be sent as one.

use std::sync::Arc;

use arc_swap::ArcSwapOption;
use aws_lc_rs::digest::{SHA256, digest};

use super::parts::Parts;
use super::token::Checked;

/// Places that a token can have.
const WAYS: usize = 4;

/// The tokens that were verified.
pub(super) struct Remembered {
    places: Box<[ArcSwapOption<Place>]>,
}

struct Place {
    signature: [u8; 32],
    message: Box<str>,
    /// Of the keys that it was verified with.
    edition: u64,
    checked: Arc<Checked>,
}

impl Remembered {
    /// For about so many tokens; none for none.
    pub(super) fn new(tokens: usize) -> Option<Self> {
        if tokens == 0 {
            return None;
        }
        let places = tokens.div_ceil(WAYS) * WAYS;
        Some(Self {
            places: (0..places).map(|_| ArcSwapOption::empty()).collect(),
        })
    }

    /// What was found out about this token with these keys.
    pub(super) fn find(&self, token: &Parts<'_>, edition: u64) -> Option<Arc<Checked>> {
        let signature = hash(token.signature);
        self.ways(&signature).iter().find_map(|place| {
            let place = place.load();
            let place = place.as_deref()?;
            let is_same = place.signature == signature
                && place.edition == edition
                && *place.message == *token.message;
            is_same.then(|| Arc::clone(&place.checked))
        })
    }

    pub(super) fn insert(&self, token: &Parts<'_>, edition: u64, checked: &Arc<Checked>, now: i64) {
        let signature = hash(token.signature);
        let ways = self.ways(&signature);
        let is_free = |place: &&ArcSwapOption<Place>| {
            let place = place.load();
            place.as_deref().is_none_or(|known| {
                let has_expired = known.checked.expires_at.is_some_and(|end| end <= now);
                known.signature == signature || known.edition != edition || has_expired
            })
        };
        let any = || ways.get(fastrand::usize(..ways.len()));
        if let Some(place) = ways.iter().find(is_free).or_else(any) {
            place.store(Some(Arc::new(Place {
                signature,
                message: token.message.into(),
                edition,
                checked: Arc::clone(checked),
            })));
        }
    }

    fn ways(&self, signature: &[u8; 32]) -> &[ArcSwapOption<Place>] {
        let mut start = [0; 8];
        start.copy_from_slice(&signature[..8]);
        let sets = (self.places.len() / WAYS) as u64;
        let first = (u64::from_le_bytes(start) % sets) as usize * WAYS;
        &self.places[first..first + WAYS]
    }
}

fn hash(signature: &str) -> [u8; 32] {
    let mut hash = [0; 32];
    hash.copy_from_slice(digest(&SHA256, signature.as_bytes()).as_ref());
    hash
}
