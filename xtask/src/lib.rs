//! The maintainers' tasks, as a library so that tests can call them: code generation, and checks of the description.

pub mod codegen;
pub mod surface;
