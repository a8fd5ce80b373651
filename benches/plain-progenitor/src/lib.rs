//! progenitor's own output; `cargo xtask bench-codegen` writes `generated.rs`.

mod generated;

pub use generated::*;
