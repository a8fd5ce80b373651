//! Tests only; see `tests/it`. The README's program is compiled as a test of this crate.

#![cfg_attr(doctest, doc = include_str!("../../README.md"))]
