//! What users do for themselves.

mod identifiers;
mod passkeys;
mod profile;
mod tenants;
mod tokens;
