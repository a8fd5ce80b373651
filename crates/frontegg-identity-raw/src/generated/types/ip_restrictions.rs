// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! IP Restrictions: types.
use super::*;

/// Several IP restrictions to be created at once.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct CreateIpRestrictionsBulkDto {
    /// The restrictions to create.
    pub ips: ::std::vec::Vec<CreateOrUpdateIpRestrictionDto>,
}

/// Configuration of a tenant's IP restrictions as a whole, as opposed to single entries.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct CreateOrUpdateIpRestrictionConfigDto {
    /// Whether the restrictions are enforced.
    #[serde(rename = "isActive", skip_serializing_if = "::std::option::Option::is_none")]
    pub is_active: ::std::option::Option<bool>,
    /// `ALLOW` lets in only the listed addresses, `BLOCK` keeps the listed addresses out.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub strategy: ::std::option::Option<IpRestrictionStrategy>,
}

/// One entry of a tenant's allow or block list. An entry that exists for the address is changed.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateOrUpdateIpRestrictionDto {
    /// Note on the entry for administrators.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// IP address that the entry is about.
    pub ip: ::std::string::String,
    /// Whether the entry is in force.
    #[serde(rename = "isActive", skip_serializing_if = "::std::option::Option::is_none")]
    pub is_active: ::std::option::Option<bool>,
    /// `ALLOW` puts the address on the allow list, `BLOCK` on the block list.
    pub strategy: IpRestrictionStrategy,
}

/// One IP restriction.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct GetIpRestrictionResponse {
    /// Free text.
    #[serde(default)]
    pub description: ::std::option::Option<::std::string::String>,
    /// Id of the restriction.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Address or range.
    #[serde(default)]
    pub ip: ::std::option::Option<::std::string::String>,
    /// Whether the restriction is in force.
    #[serde(rename = "isActive", default)]
    pub is_active: ::std::option::Option<bool>,
    #[serde(default)]
    pub strategy: ::std::option::Option<IpRestrictionStrategy>,
}

/// Whether IP restrictions are in force, and in which sense.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct IpRestrictionConfigResponse {
    /// Whether the restrictions are in force.
    #[serde(rename = "isActive", default)]
    pub is_active: ::std::option::Option<bool>,
    #[serde(default)]
    pub strategy: ::std::option::Option<IpRestrictionStrategy>,
}

crate::open_enum! {
    /// Which list of IP addresses is meant: `ALLOW` lets in only the listed addresses, `BLOCK` keeps the
    /// listed ones out.
    pub enum IpRestrictionStrategy {
        Allow = "ALLOW",
        Block = "BLOCK",
    }
}

#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct ListIpRestrictionsResponse {
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub items: ::std::vec::Vec<GetIpRestrictionResponse>,
    #[serde(rename = "_links", default)]
    pub links: ::std::option::Option<FronteggPaginationLinks>,
    #[serde(rename = "_metadata", default)]
    pub metadata: ::std::option::Option<FronteggPaginationMetadata>,
}
