//! The text formats that the description names.

use chrono::DateTime;

/// Longest address that mail servers take.
const LONGEST_EMAIL: usize = 254;

/// Whether the text has the form of an e-mail address: one `@`, something before it, a host name after it.
pub(super) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && c != '@';
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    text.len() <= LONGEST_EMAIL
        && !local.is_empty()
        && local.chars().all(plain)
        && domain.contains('.')
        && domain.split('.').all(label)
}

/// Whether the text is a date with a time as RFC 3339 writes it.
pub(super) fn is_date_time(text: &str) -> bool {
    DateTime::parse_from_rfc3339(text).is_ok()
}
