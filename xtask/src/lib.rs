//! The maintainers' tasks, as a library so that tests can call them.

pub mod bench;
pub mod ci;
pub mod codegen;
pub mod spec;
pub mod surface;
