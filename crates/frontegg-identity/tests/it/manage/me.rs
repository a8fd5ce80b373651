//! What users do for themselves.

mod identifiers;
mod profile;
mod tenants;
mod tokens;
