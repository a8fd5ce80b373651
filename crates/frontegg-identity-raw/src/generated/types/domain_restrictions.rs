// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Domain Restrictions: types.
use super::*;

crate::open_enum! {
    /// Which list of domains is meant: with `ALLOW` only the listed domains are admitted, with `BLOCK` the
    /// listed domains are refused.
    pub enum DomainRestrictionType {
        Allow = "ALLOW",
        Block = "BLOCK",
    }
}

/// Complete new list of restricted e-mail domains; replaces the entries that exist.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct DomainRestrictionsBulkRequestRequest {
    /// Domain names such as `example.com`, without the `@`.
    pub domains: ::std::vec::Vec<::std::string::String>,
    /// List on which all the domains go: `ALLOW` for those admitted, `BLOCK` for those refused.
    #[serde(rename = "type")]
    pub type_: DomainRestrictionType,
}

/// Settings of the e-mail domain check.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct DomainRestrictionsConfigResponse {
    /// Whether e-mail domains are checked at all.
    #[serde(default)]
    pub active: ::std::option::Option<bool>,
    /// Whether addresses at public mail providers are refused as well.
    #[serde(rename = "blockPublicDomains", default)]
    pub block_public_domains: ::std::option::Option<bool>,
    /// List that counts: with `ALLOW` only listed domains are admitted, with `BLOCK` listed domains are
    /// refused. Called `type` in the request.
    #[serde(rename = "listType", default)]
    pub list_type: ::std::option::Option<DomainRestrictionType>,
}

/// Changes to the settings of the e-mail domain check.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct DomainRestrictionsConfigUpdateRequest {
    /// Whether e-mail domains are checked at all; always required.
    pub active: bool,
    /// Whether addresses at public mail providers are refused as well.
    #[serde(
        rename = "blockPublicDomains",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub block_public_domains: ::std::option::Option<bool>,
    /// List that counts: with `ALLOW` only listed domains are admitted, with `BLOCK` listed domains are
    /// refused. Called `listType` in the answer.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<DomainRestrictionType>,
}

/// One e-mail domain to put on a list.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct DomainRestrictionsCreateRequest {
    /// Domain name such as `example.com`, without the `@`.
    pub domain: ::std::string::String,
    /// List on which the domain goes: `ALLOW` for admitted domains, `BLOCK` for refused ones.
    #[serde(rename = "type")]
    pub type_: DomainRestrictionType,
}

/// One entry of the allow or block list of e-mail domains.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct DomainRestrictionsResponse {
    /// Domain name such as `example.com`.
    #[serde(default)]
    pub domain: ::std::option::Option<::std::string::String>,
    /// Id of the entry, needed to delete it.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// List the entry is on: `ALLOW` for admitted domains, `BLOCK` for refused ones.
    #[serde(rename = "type", default)]
    pub type_: ::std::option::Option<DomainRestrictionType>,
}

#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct ListEmailDomainRestrictionsResponse {
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub items: ::std::vec::Vec<DomainRestrictionsResponse>,
    #[serde(rename = "_links", default)]
    pub links: ::std::option::Option<FronteggPaginationLinks>,
    #[serde(rename = "_metadata", default)]
    pub metadata: ::std::option::Option<FronteggPaginationMetadata>,
}
