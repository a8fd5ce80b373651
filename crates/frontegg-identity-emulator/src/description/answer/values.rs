//! Values that suit a member's name.

use chrono::{DateTime, SecondsFormat, Utc};

use super::super::schema::{Format, Schema};
use super::chance::Chance;

const YEAR: u64 = 31_536_000;
const START_OF_2024: u64 = 1_704_067_200;
const START_OF_2025: u64 = 1_735_689_600;
/// Late enough to be in the future of whoever reads it.
const START_OF_2036: u64 = 2_082_758_400;

const WORDS: [&str; 12] = [
    "Amber", "Birch", "Cedar", "Delta", "Ember", "Fjord", "Grove", "Harbor", "Island", "Juniper",
    "Lagoon", "Meadow",
];

/// Tried in turn where a pattern refuses what the name suggests.
const FOR_PATTERNS: [&str; 4] = ["+14155550123", "user-1", "example.com", "a"];

/// Whether null suits a nullable member better than a value.
pub(super) fn is_rather_null(name: &str, chance: Chance) -> bool {
    name == "deletedAt" || chance.at("null").below(4) == 0
}

/// Whether an optional member tells of a fault or a hurdle that a plain answer does not have.
pub(super) fn is_rather_missing(name: &str) -> bool {
    matches!(name, "error" | "errors" | "mfaToken" | "resetPasswordToken")
}

/// The name of one element of a list.
pub(super) fn singular(name: &str) -> &str {
    match name.strip_suffix("ies") {
        Some(_) => name,
        None => name.strip_suffix('s').unwrap_or(name),
    }
}

/// A flag: what a healthy account has, and either way for anything else.
pub(super) fn boolean(schema: &Schema, name: &str, chance: Chance) -> bool {
    if let Some(default) = schema.default.as_ref().and_then(serde_json::Value::as_bool) {
        return default;
    }
    match name {
        "verified" | "emailVerified" | "enabled" | "active" | "isActive" | "activated"
        | "activatedForTenant" => true,
        "mfaRequired" | "isLocked" | "isDisabled" | "isBreachedPassword" | "impersonated"
        | "shouldSetPassword" => false,
        _ => chance.below(2) == 1,
    }
}

/// An integer within the bounds of the schema.
pub(super) fn integer(schema: &Schema, name: &str, chance: Chance) -> i64 {
    if let Some(default) = schema.default.as_ref().and_then(serde_json::Value::as_i64) {
        return default;
    }
    let lower = name.to_ascii_lowercase();
    let is_time = ["expir", "timeout", "seconds"]
        .iter()
        .any(|part| lower.contains(part));
    let number = match name {
        // The identifier of ES256 in the COSE registry.
        "alg" => -7,
        "totalPages" => 1,
        _ if is_time => 3600,
        _ => 1 + chance.below(10) as i64,
    };
    let number = schema
        .minimum
        .map_or(number, |least| number.max(least.ceil() as i64));
    schema
        .maximum
        .map_or(number, |most| number.min(most.floor() as i64))
}

/// A number between the bounds of the schema, else between 0 and 1.
pub(super) fn number(schema: &Schema, chance: Chance) -> f64 {
    let least = schema.minimum.unwrap_or(0.0);
    let most = schema.maximum.unwrap_or(least + 1.0);
    least + (most - least) * chance.below(11) as f64 / 10.0
}

/// A text that fits the schema.
pub(super) fn text(schema: &Schema, name: &str, chance: Chance) -> String {
    if let Some(default) = schema.default.as_ref().and_then(serde_json::Value::as_str) {
        return default.to_owned();
    }
    let mut text = match schema.format {
        Some(Format::DateTime) => {
            return time(name, chance).to_rfc3339_opts(SecondsFormat::Millis, true);
        }
        Some(Format::Email) => email(chance),
        Some(Format::Other) | None => by_name(name, chance),
    };
    if let Some((end, _)) = schema
        .max_length
        .and_then(|most| text.char_indices().nth(most))
    {
        text.truncate(end);
    }
    match &schema.pattern {
        Some(pattern) if !pattern.fits(&text) => FOR_PATTERNS
            .iter()
            .find(|text| pattern.fits(text))
            .copied()
            .unwrap_or_default()
            .to_owned(),
        _ => text,
    }
}

fn by_name(name: &str, chance: Chance) -> String {
    let lower = name.to_ascii_lowercase();
    let ends = |suffixes: &[&str]| suffixes.iter().any(|suffix| lower.ends_with(suffix));
    match name {
        "id" | "sub" => chance.uuid(),
        "rpId" => "example.com".to_owned(),
        "username" => format!("user-{}", chance.hex(6)),
        "metadata" | "vendorMetadata" => "{}".to_owned(),
        "next" | "prev" | "first" | "last" => String::new(),
        "tokenType" => "bearer".to_owned(),
        "provider" => "local".to_owned(),
        "userVerification" => "preferred".to_owned(),
        "transport" => "internal".to_owned(),
        "expires" => time(name, chance)
            .format("%a, %d %b %Y %H:%M:%S GMT")
            .to_string(),
        "ip" | "ipAddress" => format!("192.0.2.{}", 1 + chance.below(254)),
        "userAgent" => "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/128.0".to_owned(),
        "timezone" => "Europe/London".to_owned(),
        "currency" => "USD".to_owned(),
        "dateFormat" => "YYYY-MM-DD".to_owned(),
        "timeFormat" => "HH:mm".to_owned(),
        "color" => format!("#{}", chance.hex(6)),
        "recoveryCode" => chance.hex(8),
        _ if ends(&["email"]) => email(chance),
        _ if ends(&["phonenumber", "phone"]) => format!("+1415555{:04}", chance.below(10_000)),
        _ if ends(&["id"]) => chance.uuid(),
        _ if ends(&["url", "link", "logo", "icon", "location"]) => {
            format!("https://example.com/{lower}/{}", chance.hex(8))
        }
        _ if ends(&["domain"]) => format!("{}.example.com", chance.hex(6)),
        _ if ends(&["token", "secret", "challenge", "secretkey", "jwt"]) => opaque(chance),
        _ if ends(&["key", "permission", "role"]) => format!("{lower}-{}", chance.hex(6)),
        _ if ends(&["name"]) => {
            format!("{} {}", word(chance.at("first")), word(chance.at("second")))
        }
        _ if ends(&["description"]) => format!("About {}.", word(chance)),
        _ => format!(
            "{}-{}",
            if lower.is_empty() { "value" } else { &lower },
            chance.hex(6)
        ),
    }
}

fn word(chance: Chance) -> &'static str {
    WORDS[chance.index(WORDS.len())]
}

fn email(chance: Chance) -> String {
    format!(
        "{}.{}@example.com",
        word(chance).to_ascii_lowercase(),
        chance.hex(6)
    )
}

/// 48 hexadecimal digits, as long as a real secret.
fn opaque(chance: Chance) -> String {
    (0..3).map(|part| chance.at_index(part).hex(16)).collect()
}

/// Made in 2024, changed in 2025, running out in 2036: in order, whatever the hash says.
fn time(name: &str, chance: Chance) -> DateTime<Utc> {
    let lower = name.to_ascii_lowercase();
    let start = match lower.as_str() {
        _ if lower.contains("expir") => START_OF_2036,
        "updatedat" | "lastlogin" | "deletedat" => START_OF_2025,
        _ => START_OF_2024,
    };
    let seconds = start + chance.below(YEAR);
    DateTime::from_timestamp(seconds as i64, 0).unwrap_or_default()
}
