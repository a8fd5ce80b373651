//! Passwords of former systems, known only by their digest.

use aws_lc_rs::digest::{Algorithm, SHA1_FOR_LEGACY_USE_ONLY, SHA256, digest};
use data_encoding::HEXLOWER_PERMISSIVE;

/// A digest that a password has to have.
#[derive(Clone)]
pub(crate) struct Digest {
    algorithm: &'static Algorithm,
    bytes: Vec<u8>,
}

impl std::fmt::Debug for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Digest").finish_non_exhaustive()
    }
}

impl Digest {
    /// Reads a plain digest in hexadecimal digits. Slow hashes such as bcrypt are not understood.
    pub(crate) fn read(kind: &str, text: &str) -> Option<Self> {
        let algorithm = match kind {
            "sha256" => &SHA256,
            "sha1" => &SHA1_FOR_LEGACY_USE_ONLY,
            _ => return None,
        };
        let bytes = HEXLOWER_PERMISSIVE.decode(text.as_bytes()).ok()?;
        (bytes.len() == algorithm.output_len()).then_some(Self { algorithm, bytes })
    }

    /// Whether the text has this digest.
    pub(crate) fn is_of(&self, text: &str) -> bool {
        digest(self.algorithm, text.as_bytes()).as_ref() == self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_that_can_be_computed_are_checked() {
        let sha1 = Digest::read("sha1", "A9993E364706816ABA3E25717850C26C9CD0D89D").unwrap();
        assert!(sha1.is_of("abc") && !sha1.is_of("abd"));
        let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let sha256 = Digest::read("sha256", text).unwrap();
        assert!(sha256.is_of("abc") && !sha256.is_of(""));
        assert!(!format!("{sha256:?}").contains("186"));
        for (kind, text) in [("bcrypt", text), ("sha1", text), ("sha256", "zz")] {
            assert!(Digest::read(kind, text).is_none(), "{kind}");
        }
    }
}
