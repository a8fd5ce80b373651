//! What passwords have to be like.

use frontegg_identity_raw::types;

use super::shared::count;
use crate::manage::wire::signed;

/// What passwords have to be like. What is none is not said: the service told nothing, or is to leave it as it is.
///
/// ```
/// use frontegg_identity::manage::{PasswordRules, PasswordTests};
///
/// let mut tests = PasswordTests::default();
/// (tests.has_lowercase, tests.has_number) = (true, true);
/// let rules = PasswordRules::new().min_length(12).optional_tests(tests).min_optional_tests(1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PasswordRules {
    /// The shortest, in characters.
    pub min_length: Option<u64>,
    /// The longest, in characters.
    pub max_length: Option<u64>,
    /// Whether passwords that are known from data breaches are refused.
    pub blocks_breached: Option<bool>,
    /// Whether the same character three times in a row is refused.
    pub refuses_triples: Option<bool>,
    /// Tests of which some have to be passed.
    pub optional_tests: Option<PasswordTests>,
    /// How many of them.
    pub min_optional_tests: Option<u64>,
    /// Whether a long password is spared them.
    pub allows_phrases: Option<bool>,
    /// What counts as long, in characters.
    pub min_phrase_length: Option<u64>,
}

/// Tests of passwords, each on or off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PasswordTests {
    /// A lowercase letter.
    pub has_lowercase: bool,
    /// An uppercase letter.
    pub has_uppercase: bool,
    /// A digit.
    pub has_number: bool,
    /// What is neither letter nor digit.
    pub has_special: bool,
}

impl PasswordRules {
    /// Says nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The shortest, in characters.
    #[must_use]
    pub fn min_length(mut self, characters: u64) -> Self {
        self.min_length = Some(characters);
        self
    }

    /// The longest, in characters.
    #[must_use]
    pub fn max_length(mut self, characters: u64) -> Self {
        self.max_length = Some(characters);
        self
    }

    /// Whether passwords that are known from data breaches are refused.
    #[must_use]
    pub fn blocks_breached(mut self, is_wanted: bool) -> Self {
        self.blocks_breached = Some(is_wanted);
        self
    }

    /// Whether the same character three times in a row is refused.
    #[must_use]
    pub fn refuses_triples(mut self, is_wanted: bool) -> Self {
        self.refuses_triples = Some(is_wanted);
        self
    }

    /// Tests of which some have to be passed.
    #[must_use]
    pub fn optional_tests(mut self, tests: PasswordTests) -> Self {
        self.optional_tests = Some(tests);
        self
    }

    /// How many of the optional tests have to be passed.
    #[must_use]
    pub fn min_optional_tests(mut self, tests: u64) -> Self {
        self.min_optional_tests = Some(tests);
        self
    }

    /// Spares passwords of so many characters the optional tests.
    #[must_use]
    pub fn allow_phrases(mut self, min_characters: u64) -> Self {
        self.allows_phrases = Some(true);
        self.min_phrase_length = Some(min_characters);
        self
    }

    pub(super) fn body(&self) -> types::PasswordConfigRequest {
        types::PasswordConfigRequest {
            allow_passphrases: self.allows_phrases,
            block_pwned_passwords: self.blocks_breached,
            max_length: self.max_length.map(signed),
            min_length: self.min_length.map(signed),
            min_optional_tests_to_pass: self.min_optional_tests.map(signed),
            min_phrase_length: self.min_phrase_length.map(signed),
            optional_tests: self.optional_tests.map(|tests| types::OptionalTestsConfig {
                require_lowercase: Some(tests.has_lowercase),
                require_numbers: Some(tests.has_number),
                require_special_chars: Some(tests.has_special),
                require_uppercase: Some(tests.has_uppercase),
            }),
            required_tests: self.refuses_triples.map(|refuses_triples| {
                types::RequiredTestsConfig {
                    check_three_repeated_chars: Some(refuses_triples),
                }
            }),
        }
    }
}

impl From<types::PasswordConfigResponse> for PasswordRules {
    fn from(answer: types::PasswordConfigResponse) -> Self {
        let tests = answer.optional_tests;
        Self {
            min_length: answer.min_length.map(count),
            max_length: answer.max_length.map(count),
            blocks_breached: answer.block_pwned_passwords,
            refuses_triples: answer
                .required_tests
                .and_then(|tests| tests.check_three_repeated_chars),
            optional_tests: tests.map(|tests| PasswordTests {
                has_lowercase: tests.require_lowercase.unwrap_or_default(),
                has_uppercase: tests.require_uppercase.unwrap_or_default(),
                has_number: tests.require_numbers.unwrap_or_default(),
                has_special: tests.require_special_chars.unwrap_or_default(),
            }),
            min_optional_tests: answer.min_optional_tests_to_pass.map(count),
            allows_phrases: answer.allow_passphrases,
            min_phrase_length: answer.min_phrase_length.map(count),
        }
    }
}
