//! Searching users by phrases.

use crate::http::Request;
use crate::state::users::User;

/// Phrases that a user's names must, must not and may contain.
pub(super) struct Phrases {
    required: Vec<String>,
    forbidden: Vec<String>,
    optional: Vec<String>,
    /// Whether words may differ by a letter.
    is_approximate: bool,
}

impl Phrases {
    pub(super) fn of(request: &Request) -> Self {
        let list = |name: &str| {
            let phrases = request.query_list(name).into_iter();
            phrases.map(str::to_lowercase).collect()
        };
        Self {
            required: list("_phraseSearchContains"),
            forbidden: list("_phraseSearchExcludes"),
            optional: list("_phraseSearchOptional"),
            is_approximate: request.query("_phraseSearchApproximate") == Some("true"),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.required.is_empty() && self.forbidden.is_empty() && self.optional.is_empty()
    }

    /// Looks in name, e-mail address, username and phone number.
    pub(super) fn fit(&self, user: &User) -> bool {
        let names = user.names();
        let texts = [
            user.name.as_deref(),
            user.email(),
            names.username.as_deref(),
            names.phone.as_deref(),
        ];
        let text: Vec<&str> = texts.into_iter().flatten().collect();
        let text = text.join("\n").to_lowercase();
        let occurs = |phrase: &String| self.occurs(&text, phrase);
        self.required.iter().all(occurs)
            && !self.forbidden.iter().any(occurs)
            && (self.optional.is_empty() || self.optional.iter().any(occurs))
    }

    fn occurs(&self, text: &str, phrase: &str) -> bool {
        let is_near = |word: &str| words(text).any(|other| differ_little(word, other));
        text.contains(phrase) || self.is_approximate && words(phrase).all(is_near)
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// Whether one letter added, left out or replaced makes one word the other.
fn differ_little(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let shorter = one.len().min(other.len());
    let same = |(one, other): &(&char, &char)| one == other;
    let start = one.iter().zip(&other).take_while(same).count();
    let ends = one.iter().rev().zip(other.iter().rev());
    let end = ends.take_while(same).count().min(shorter - start);
    one.len().max(other.len()) - start - end <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_misses_are_one_letter_away() {
        for near in ["anna", "ana", "annna", "anno", "xanna", "nna"] {
            assert!(differ_little("anna", near), "{near}");
        }
        for far in ["an", "nnaa", "bella", "", "annabel"] {
            assert!(!differ_little("anna", far), "{far}");
        }
    }
}
