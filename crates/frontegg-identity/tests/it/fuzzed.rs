//! The targets of the fuzzers in `fuzz/`, with a bounded number of inputs: their seeds, seeds with changes, and chance.

use std::fs;
use std::path::Path;

use frontegg_identity::fuzzing::TARGETS;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};

/// The inputs that are kept for a target. What a fuzzer finds is put there, and tried here from then on.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds");
    let files = fs::read_dir(folder.join(target)).unwrap();
    let read = files.map(|file| fs::read(file.unwrap().path()).unwrap());
    let mut seeds: Vec<_> = read.collect();
    seeds.sort();
    assert!(seeds.len() > 3, "{target} has seeds");
    seeds
}

/// What is done to a seed.
#[derive(Clone, Debug)]
enum Change {
    Byte(Index, u8),
    Remove(Index, Index),
    Insert(Index, Vec<u8>),
    Repeat(Index, Index),
    /// Part of another seed in the place of the rest.
    Splice(Index, Index, Index),
}

fn change() -> impl Strategy<Value = Change> {
    let bytes = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..8),
        // What JSON, dates and tokens are made of.
        prop::sample::select(vec![
            "null",
            "\"",
            "{}",
            "[",
            "]",
            "}",
            ",",
            ":",
            "-1",
            "1e999",
            "0.1",
            "\\u0000",
            ".",
            "=",
            "\n",
            "9999999999999999999",
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
    ];
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Change::Remove(from, to)),
        (any::<Index>(), bytes).prop_map(|(at, bytes)| Change::Insert(at, bytes)),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Change::Repeat(from, to)),
        (any::<Index>(), any::<Index>(), any::<Index>())
            .prop_map(|(at, seed, from)| Change::Splice(at, seed, from)),
    ]
}

fn changed(seeds: &[Vec<u8>], seed: &Index, changes: &[Change]) -> Vec<u8> {
    let mut input = seed.get(seeds).clone();
    let within = |at: &Index, input: &[u8]| at.index(input.len() + 1);
    for change in changes {
        match change {
            Change::Byte(at, byte) if !input.is_empty() => {
                let at = at.index(input.len());
                input[at] = *byte;
            }
            Change::Byte(..) => {}
            Change::Remove(a, b) => {
                let (a, b) = (within(a, &input), within(b, &input));
                input.drain(a.min(b)..a.max(b));
            }
            Change::Insert(at, bytes) => {
                let at = within(at, &input);
                input.splice(at..at, bytes.iter().copied());
            }
            Change::Repeat(a, b) => {
                let (a, b) = (within(a, &input), within(b, &input));
                let part = input[a.min(b)..a.max(b)].to_vec();
                input.splice(a..a, part);
            }
            Change::Splice(at, other, from) => {
                let other = other.get(seeds);
                input.truncate(within(at, &input));
                input.extend(&other[within(from, other)..]);
            }
        }
    }
    input
}

#[test]
fn every_seed_keeps_every_promise() {
    for (_, target) in TARGETS {
        // What is a token here is a body there.
        for seed in TARGETS.iter().flat_map(|(name, _)| seeds(name)) {
            target(&seed);
        }
    }
}

#[test]
fn no_change_of_a_seed_breaks_a_promise() {
    let mut runner = TestRunner::new(Config::with_cases(512));
    let inputs = (any::<Index>(), prop::collection::vec(change(), 1..6));
    for (name, target) in TARGETS {
        let seeds = seeds(name);
        let outcome = runner.run(&inputs, |(seed, changes)| {
            target(&changed(&seeds, &seed, &changes));
            Ok(())
        });
        outcome.unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn no_bytes_break_a_promise() {
    let mut runner = TestRunner::new(Config::with_cases(256));
    let inputs = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..300),
        ".{0,100}".prop_map(String::into_bytes),
        r#"[\[\]{}",:0-9eE.truefalsn-]{0,60}"#.prop_map(String::into_bytes),
    ];
    for (name, target) in TARGETS {
        let outcome = runner.run(&inputs, |input| {
            target(&input);
            Ok(())
        });
        outcome.unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}
