use chrono::SecondsFormat;
use proptest::prelude::*;
use serde_json::{from_str, json};

use super::*;

fn an_integer<T: Integer>(json: &str) -> Option<T> {
    integer(&mut serde_json::Deserializer::from_str(json)).ok()
}

fn a_number(json: &str) -> Option<Option<f64>> {
    number(&mut serde_json::Deserializer::from_str(json)).ok()
}

fn a_time(json: &str) -> Option<Option<DateTime<Utc>>> {
    date_time(&mut serde_json::Deserializer::from_str(json)).ok()
}

#[derive(Deserialize, Default, PartialEq, Debug)]
#[serde(default)]
struct Answer {
    #[serde(deserialize_with = "or_default")]
    list: Vec<String>,
    #[serde(deserialize_with = "integers")]
    levels: Vec<i64>,
    #[serde(rename = "expiresIn", deserialize_with = "integer")]
    expires_in: Option<i64>,
    #[serde(deserialize_with = "date_time")]
    created_at: Option<DateTime<Utc>>,
}

#[test]
fn null_and_missing_members_read_as_empty() {
    let nulls = r#"{"list": null, "levels": null, "expiresIn": null, "createdAt": null}"#;
    assert_eq!(from_str::<Answer>(nulls).unwrap(), Answer::default());
    assert_eq!(from_str::<Answer>("{}").unwrap(), Answer::default());
}

#[test]
fn integers_in_every_form_are_the_same() {
    for json in ["5", "5.0", "\"5\"", "\"5.0\"", "\" 5 \"", "5e0", "0.5e1"] {
        assert_eq!(an_integer::<i64>(json), Some(5), "{json}");
        assert_eq!(an_integer(json), Some(Some(5_u64)), "{json}");
        assert_eq!(an_integer(json), Some(NonZeroU64::new(5)), "{json}");
        assert_eq!(an_integer(json), NonZeroU32::new(5), "{json}");
    }
    let answer: Answer = from_str(r#"{"levels": [1, "2", 3.0]}"#).unwrap();
    assert_eq!(answer.levels, [1, 2, 3]);
}

#[test]
fn what_is_no_integer_is_refused() {
    for json in [
        "5.5", "\"5.5\"", "1e30", "true", "[]", "{}", "\"soon\"", "\"5.\"", "\".0\"", "\"NaN\"",
    ] {
        assert_eq!(an_integer::<Option<i64>>(json), None, "{json}");
    }
    assert_eq!(an_integer::<u64>("-1"), None);
    assert_eq!(an_integer::<i64>("9223372036854775808"), None);
    assert_eq!(an_integer::<i64>("9223372036854775808.0"), None);
    assert_eq!(an_integer::<NonZeroU64>("0"), None);
    assert_eq!(an_integer::<u64>("18446744073709551615"), Some(u64::MAX));
}

#[test]
fn null_and_empty_text_are_none_only_where_there_is_a_none() {
    for json in ["null", "\"\"", "\"  \""] {
        assert_eq!(an_integer::<Option<i64>>(json), Some(None));
        assert_eq!(an_integer::<i64>(json), None);
        assert_eq!(a_number(json), Some(None));
        assert_eq!(a_time(json), Some(None));
        let required: Result<DateTime<Utc>, _> =
            date_time(&mut serde_json::Deserializer::from_str(json));
        assert!(required.is_err());
    }
}

#[test]
fn numbers_are_read_from_text_too() {
    for (json, number) in [
        ("0.5", 0.5),
        ("\"0.5\"", 0.5),
        ("1", 1.0),
        ("\"-2e1\"", -20.0),
    ] {
        assert_eq!(a_number(json), Some(Some(number)), "{json}");
    }
    for json in ["\"NaN\"", "\"inf\"", "true", "\"high\"", "[]"] {
        assert_eq!(a_number(json), None, "{json}");
    }
}

#[test]
fn one_instant_in_every_form() {
    for json in [
        r#""2026-10-21T07:28:00Z""#,
        r#""2026-10-21T07:28:00.000Z""#,
        r#""2026-10-21t07:28:00z""#,
        r#""2026-10-21T09:28:00+02:00""#,
        r#""2026-10-21T09:28:00.000+0200""#,
        r#""2026-10-21 07:28:00Z""#,
        r#""2026-10-21 07:28:00+00:00""#,
        r#""2026-10-21 07:28:00.000""#,
        r#""2026-10-21T07:28:00""#,
        r#""Wed, 21 Oct 2026 07:28:00 GMT""#,
        r#""Fri, 21 Oct 2026 07:28:00 GMT""#,
        r#"" 2026-10-21T07:28:00Z ""#,
        "1792567680",
        "1792567680.0",
        "1792567680000",
        r#""1792567680""#,
        r#""1792567680000""#,
    ] {
        let time = a_time(json).flatten();
        let text = time.map(|time| time.to_rfc3339_opts(SecondsFormat::Secs, true));
        assert_eq!(text.as_deref(), Some("2026-10-21T07:28:00Z"), "{json}");
    }
}

#[test]
fn fractions_of_a_second_are_kept() {
    for json in [
        r#""2020-01-12 21:53:42.941""#,
        r#""2020-01-12T21:53:42.941Z""#,
        "1578866022.941",
        "1578866022941",
    ] {
        let time = a_time(json).flatten();
        assert_eq!(
            time.map(|time| time.timestamp_millis()),
            Some(1_578_866_022_941),
            "{json}"
        );
    }
}

#[test]
fn what_is_no_time_is_refused() {
    for json in [
        "\"soon\"",
        "true",
        "[]",
        "1e300",
        "-1e300",
        "\"2026-13-01T00:00:00Z\"",
        "\"-\"",
        "\"1.2.3\"",
    ] {
        assert_eq!(a_time(json), None, "{json}");
    }
}

#[test]
fn messages_never_quote_the_value() {
    let wrong = json!({"levels": ["S3NTINEL"]});
    assert_eq!(
        serde_json::from_value::<Answer>(wrong)
            .unwrap_err()
            .to_string(),
        INTEGER
    );
    let wrong = json!({"expiresIn": "S3NTINEL"});
    assert_eq!(
        serde_json::from_value::<Answer>(wrong)
            .unwrap_err()
            .to_string(),
        INTEGER
    );
    let wrong = json!({"created_at": "S3NTINEL"});
    assert_eq!(
        serde_json::from_value::<Answer>(wrong)
            .unwrap_err()
            .to_string(),
        TIME
    );
}

proptest! {
    #[test]
    fn every_i64_is_read_exactly(value: i64) {
        prop_assert_eq!(an_integer(&format!("{value}")), Some(value));
        prop_assert_eq!(an_integer(&format!("\"{value}\"")), Some(value));
        prop_assert_eq!(an_integer(&format!("\"{value}.0\"")), Some(value));
    }

    #[test]
    fn every_exact_float_is_its_integer(value in -(1_i64 << 53)..(1_i64 << 53)) {
        prop_assert_eq!(an_integer(&format!("{value}.0")), Some(value));
    }

    #[test]
    fn a_fraction_is_never_rounded(whole in -1_000_000_i64..1_000_000, fraction in 1_u32..100) {
        prop_assert_eq!(an_integer::<i64>(&format!("{whole}.{fraction:02}")), None);
        prop_assert_eq!(an_integer::<i64>(&format!("\"{whole}.{fraction:02}\"")), None);
    }

    #[test]
    fn every_form_of_a_time_is_the_same_instant(
        milliseconds in 100_000_000_000_i64..32_503_680_000_000,
        offset in -14 * 60_i32..14 * 60,
    ) {
        let time = DateTime::from_timestamp_millis(milliseconds).unwrap();
        let elsewhere = time.with_timezone(&chrono::FixedOffset::east_opt(offset * 60).unwrap());
        for text in [
            time.to_rfc3339(),
            elsewhere.to_rfc3339(),
            elsewhere.to_rfc3339_opts(SecondsFormat::Nanos, false),
            elsewhere.to_rfc3339().replace('T', " "),
            time.format("%Y-%m-%dT%H:%M:%S%.3f").to_string(),
            time.format("%Y-%m-%d %H:%M:%S%.3f").to_string(),
            milliseconds.to_string(),
            format!("{}.{:03}", milliseconds / 1000, milliseconds % 1000),
        ] {
            prop_assert_eq!(a_time(&json!(text).to_string()), Some(Some(time)), "{}", text);
        }
        prop_assert_eq!(a_time(&milliseconds.to_string()), Some(Some(time)));
        let http_date = time.format("%a, %d %b %Y %H:%M:%S GMT").to_string();
        let seconds = DateTime::from_timestamp(time.timestamp(), 0);
        prop_assert_eq!(a_time(&json!(http_date).to_string()), Some(seconds));
    }

    #[test]
    fn no_text_makes_reading_panic(text: String) {
        let json = json!(text).to_string();
        let _ = (a_time(&json), a_number(&json), an_integer::<i64>(&json));
    }
}
