//! The tokens of machines, and what the tokens of users are made of.

pub(crate) mod access_tokens;
pub(crate) mod api_tokens;
pub(crate) mod exchange;
pub(crate) mod jwt_templates;
mod machine_claims;
