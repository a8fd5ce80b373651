//! Keys and tokens, one-time codes, chance and WebAuthn. Nothing here knows a route or the service's state.

mod digest;
pub(crate) mod keys;
pub(crate) mod qr;
pub(crate) mod random;
pub(crate) mod totp;
pub(crate) mod webauthn;

mod rsa;

pub(crate) use digest::Digest;
pub(crate) use keys::Keys;
