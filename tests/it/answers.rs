//! Every operation's answer type against answers that differ from the description, without a network.

#[rustfmt::skip]
#[path = "generated/answers.rs"]
mod table;

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::future::Future;
use std::pin::Pin;

use frontegg_identity_raw::reqwest::StatusCode;
use frontegg_identity_raw::{Client, Error, ErrorKind, Operation, catalogue};
use serde_json::{Value, json};

use crate::samples::{answer_schema, enums, members, sample, with, without};
use crate::support::{answering, inputs};

/// How an operation's answer is read; the result is what `Debug` shows of it.
pub(crate) struct Answer {
    operation: &'static Operation,
    read: fn(&Client) -> Reading<'_>,
    is_typed: bool,
}

type Reading<'a> = Pin<Box<dyn Future<Output = Result<String, Error>> + 'a>>;

/// Stands in for an operation: the same name, and a path without parameters.
static ANSWER: Operation = Operation::new(
    "answer",
    frontegg_identity_raw::reqwest::Method::GET,
    "/answer",
    "Test",
);

fn typed<T: serde::de::DeserializeOwned + Debug + 'static>(
    operation: &'static Operation,
) -> Answer {
    Answer {
        operation,
        is_typed: true,
        read: |client| {
            Box::pin(async {
                let answer = client.call(&ANSWER).send::<T>().await?;
                Ok(format!("{:?}", answer.into_inner()))
            })
        },
    }
}

fn unit(operation: &'static Operation) -> Answer {
    Answer {
        operation,
        is_typed: false,
        read: |client| {
            Box::pin(async {
                let answer = client.call(&ANSWER).send_unit().await?;
                Ok(format!("{:?}", answer.into_inner()))
            })
        },
    }
}

impl Answer {
    async fn read(&self, body: &[u8]) -> Result<String, Error> {
        (self.read)(&answering(StatusCode::OK, body)).await
    }
}

/// Every typed answer with its schema and a full sample.
struct Cases {
    always_present: BTreeSet<String>,
    document: Value,
    answers: Vec<Answer>,
}

impl Cases {
    fn new() -> Self {
        let mut silent = |_: &str, _: std::time::Duration, _: &str| {};
        let mut corrected = xtask::codegen::correct_all(&inputs(), &mut silent).unwrap();
        let document = xtask::codegen::lower_all(&mut corrected, &mut silent).unwrap();
        Self {
            always_present: always_present(&corrected.document),
            document,
            answers: table::all(),
        }
    }

    fn typed(&self) -> impl Iterator<Item = (&Answer, &Value, Value)> {
        self.answers
            .iter()
            .filter(|answer| answer.is_typed)
            .map(|answer| {
                let schema = answer_schema(&self.document, answer.operation.id()).unwrap();
                (answer, schema, sample(&self.document, schema))
            })
    }
}

#[test]
fn the_table_has_every_operation() {
    let listed: Vec<&Operation> = table::all().iter().map(|answer| answer.operation).collect();
    let all = catalogue::ALL;
    assert_eq!(listed, all);
    assert_eq!(all.len(), 369);
}

#[tokio::test]
async fn full_answers_are_read() {
    let cases = Cases::new();
    for (answer, _, sample) in cases.typed() {
        let read = answer.read(sample.to_string().as_bytes()).await;
        assert!(read.is_ok(), "{}: {sample}: {read:?}", answer.operation);
    }
}

/// G1: a new enum value made whole answers undecodable.
#[tokio::test]
async fn g1_a_new_enum_value_is_kept_as_it_came() {
    let cases = Cases::new();
    let mut tried = 0;
    for (answer, schema, sample) in cases.typed() {
        for place in enums(&cases.document, schema) {
            let body = with(&sample, &place, json!("zzNew"));
            let read = answer.read(body.to_string().as_bytes()).await;
            let read =
                read.unwrap_or_else(|error| panic!("{} at {place}: {error}", answer.operation));
            assert!(
                read.contains(r#"Unknown("zzNew")"#),
                "{} at {place}: {read}",
                answer.operation
            );
            tried += 1;
        }
    }
    assert!(tried > 100, "only {tried} enums were found");
}

/// G2: a field marked required stopped coming. Also: members that are null.
#[tokio::test]
async fn g2_missing_and_null_members_do_not_spoil_an_answer() {
    let cases = Cases::new();
    let always_present = &cases.always_present;
    let mut demanded = BTreeSet::new();
    let mut tried = 0;
    for (answer, _, sample) in cases.typed() {
        for place in members(&sample) {
            for body in [without(&sample, &place), with(&sample, &place, Value::Null)] {
                let text = body.to_string();
                tried += 1;
                let Err(error) = answer.read(text.as_bytes()).await else {
                    continue;
                };
                // What recorded answers always have may be demanded, and then the bytes survive.
                assert_eq!(error.kind(), ErrorKind::Decode);
                assert_eq!(error.body().unwrap(), text.as_bytes());
                let name = place.rsplit('/').next().unwrap();
                let known = always_present.get(name);
                demanded
                    .insert(known.unwrap_or_else(|| {
                        panic!("{} without {place}: {error}", answer.operation)
                    }));
            }
        }
    }
    assert!(tried > 5_000, "only {tried} answers were tried");
    assert!(
        always_present.iter().eq(demanded),
        "every member that the overlays mark is demanded"
    );
}

/// The names of the members that the overlays mark as always present, on evidence.
fn always_present(document: &Value) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    xtask::codegen::document::each_schema(document, |_, schema| {
        let marked = schema.get("x-always-present").and_then(Value::as_array);
        names.extend(
            marked
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .map(str::to_owned),
        );
    });
    names
}

#[tokio::test]
async fn empty_answers_are_read_where_nothing_is_demanded() {
    let cases = Cases::new();
    for answer in &cases.answers {
        for body in ["", " \r\n", "null"] {
            if let Err(error) = answer.read(body.as_bytes()).await {
                assert_eq!(error.kind(), ErrorKind::Decode, "{}", answer.operation);
                assert_eq!(error.body().unwrap(), body.as_bytes());
            }
        }
    }
    for answer in cases.answers.iter().filter(|answer| !answer.is_typed) {
        for body in ["OK", "<html>", "{", "[]"] {
            assert_eq!(answer.read(body.as_bytes()).await.unwrap(), "()");
        }
    }
}

#[tokio::test]
async fn integers_may_come_as_fractions_and_text() {
    let cases = Cases::new();
    let mut tried = 0;
    for (answer, _, sample) in cases.typed() {
        for place in members(&sample) {
            let is_integer = sample
                .pointer(&place)
                .is_some_and(|value| *value == json!(3));
            if is_integer {
                for other in [json!(3.0), json!("3"), json!("3.0")] {
                    let body = with(&sample, &place, other).to_string();
                    let read = answer.read(body.as_bytes()).await;
                    assert!(read.is_ok(), "{} at {place}: {read:?}", answer.operation);
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 100, "only {tried} integers were found");
}
