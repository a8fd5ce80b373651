// Written by `cargo xtask codegen`, never by hand.
//
// progenitor-impl 0.15.1
// typify 0.8.0
// prettyplease 0.2.37
//
// sha256 f8e9ad54c7e184274b2e556dd71f7e057ad4d930a45be9a2a6312e36284a7b67 openapi/frontegg-identity.yaml
// sha256 b1c0f0ba7e0eabe95f09c080f17769c63cf542317280e468f3a836cc15057806 openapi/corrections.overlay.yaml
// sha256 a23162ea3f17d034fbf324dce2d6702a86dd76d772f8c160475e0bc7789a53bf openapi/additions.overlay.yaml
// sha256 ae48bae35652f647e758509807537526a6c57e513ca09a8c55ea75be41701126 openapi/operations.yaml
// sha256 430aad798d5ac713861c124d1e86a5aabcb1a72305b959af9100bf6610b8fe62 openapi/secrets.yaml

//! The operations and types of Frontegg Identity, version 1.0 of the description.
#![allow(
    clippy::all,
    clippy::expect_used,
    clippy::pedantic,
    missing_docs,
    unreachable_pub,
    unused_imports,
    reason = "generated: what has no description upstream has none here, and imports serve some features only"
)]
pub mod catalogue;
mod operations;
pub mod types;
