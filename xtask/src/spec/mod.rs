//! Checks of descriptions, apart from generating: what is wrong with one, and how two differ.

pub mod diff;
pub mod lint;
