#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| frontegg_identity::fuzzing::claims(data));
