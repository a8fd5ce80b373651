//! Numbers that look random and depend on nothing but what they were made from, on every machine.

/// A point in a tree of hashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chance(u64);

impl Chance {
    /// From the parts of a request, in this order.
    pub(super) fn of<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        parts
            .into_iter()
            .fold(Self(0xcbf2_9ce4_8422_2325), |chance, part| {
                chance.with(&part.len().to_le_bytes()).with(part)
            })
    }

    /// The chance of a member.
    pub(super) fn at(self, name: &str) -> Self {
        Self(mix(self.with(name.as_bytes()).0))
    }

    /// The chance of an element.
    pub(super) fn at_index(self, index: usize) -> Self {
        Self(mix(self.0 ^ mix(index as u64 + 1)))
    }

    /// A number from 0 on, less than `bound`; 0 if there is none.
    pub(super) fn below(self, bound: u64) -> u64 {
        mix(self.0).checked_rem(bound).unwrap_or_default()
    }

    /// An index into a list of this length.
    pub(super) fn index(self, length: usize) -> usize {
        self.below(length as u64) as usize
    }

    /// Lower-case hexadecimal digits, 16 at most.
    pub(super) fn hex(self, digits: usize) -> String {
        let mut text = format!("{:016x}", mix(self.0 ^ 0x68_65_78));
        text.truncate(digits);
        text
    }

    /// A UUID of version 4.
    pub(super) fn uuid(self) -> String {
        let (high, low) = (mix(self.0), mix(self.0.rotate_left(32) ^ 1));
        // Binary 10xx, as RFC 9562 wants it.
        let variant = low >> 62 | 0b1000;
        format!(
            "{:08x}-{:04x}-4{:03x}-{:x}{:03x}-{:012x}",
            high >> 32,
            high >> 16 & 0xffff,
            high & 0xfff,
            variant,
            low >> 48 & 0xfff,
            low & 0xffff_ffff_ffff
        )
    }

    /// FNV-1a.
    fn with(self, bytes: &[u8]) -> Self {
        Self(bytes.iter().fold(self.0, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
        }))
    }
}

/// The finishing steps of SplitMix64: near inputs give far outputs.
fn mix(value: u64) -> u64 {
    let mut value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}
