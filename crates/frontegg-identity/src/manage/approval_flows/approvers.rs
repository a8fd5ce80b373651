//! Who is asked.

use frontegg_identity_raw::types;

/// Who is asked for approval: all who are named in one way or another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Approvers {
    /// Whoever has one of these roles; keys, no ids.
    pub role_keys: Vec<String>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// With country code.
    pub phone_numbers: Vec<String>,
}

impl Approvers {
    /// Nobody yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Whoever has one of these roles; keys, no ids.
    #[must_use]
    pub fn roles<T: Into<String>>(mut self, keys: impl IntoIterator<Item = T>) -> Self {
        self.role_keys = keys.into_iter().map(Into::into).collect();
        self
    }

    /// E-mail addresses.
    #[must_use]
    pub fn emails<T: Into<String>>(mut self, emails: impl IntoIterator<Item = T>) -> Self {
        self.emails = emails.into_iter().map(Into::into).collect();
        self
    }

    /// Numbers with country code, to be asked by text message.
    #[must_use]
    pub fn phone_numbers<T: Into<String>>(mut self, numbers: impl IntoIterator<Item = T>) -> Self {
        self.phone_numbers = numbers.into_iter().map(Into::into).collect();
        self
    }

    pub(super) fn body(&self) -> types::ApproverSelectorDto {
        let named = |names: &Vec<String>| (!names.is_empty()).then(|| names.clone());
        types::ApproverSelectorDto {
            emails: named(&self.emails),
            phone_numbers: named(&self.phone_numbers),
            role_keys: named(&self.role_keys),
        }
    }
}

impl From<types::ApproverSelectorResponseDto> for Approvers {
    fn from(approvers: types::ApproverSelectorResponseDto) -> Self {
        Self {
            role_keys: approvers.role_keys,
            emails: approvers.emails,
            phone_numbers: approvers.phone_numbers,
        }
    }
}
