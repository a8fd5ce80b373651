// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! SMS Templates: types.
use super::*;

/// An SMS template, as free JSON; the members are not captured.
#[derive(::serde::Serialize, Clone, Debug, Default)]
#[serde(transparent)]
pub struct CreateSmsTemplateRequest(
    pub ::serde_json::Map<::std::string::String, ::serde_json::Value>,
);

impl ::std::ops::Deref for CreateSmsTemplateRequest {
    type Target = ::serde_json::Map<::std::string::String, ::serde_json::Value>;
    fn deref(&self) -> &::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &self.0
    }
}

impl ::std::convert::From<CreateSmsTemplateRequest>
for ::serde_json::Map<::std::string::String, ::serde_json::Value> {
    fn from(value: CreateSmsTemplateRequest) -> Self {
        value.0
    }
}

impl ::std::convert::From<::serde_json::Map<::std::string::String, ::serde_json::Value>>
for CreateSmsTemplateRequest {
    fn from(
        value: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ) -> Self {
        Self(value)
    }
}

/// An SMS template, as free JSON; the members are not captured.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
#[serde(transparent)]
pub struct SmsTemplateResponse(
    pub ::serde_json::Map<::std::string::String, ::serde_json::Value>,
);

impl ::std::ops::Deref for SmsTemplateResponse {
    type Target = ::serde_json::Map<::std::string::String, ::serde_json::Value>;
    fn deref(&self) -> &::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &self.0
    }
}

impl ::std::convert::From<SmsTemplateResponse>
for ::serde_json::Map<::std::string::String, ::serde_json::Value> {
    fn from(value: SmsTemplateResponse) -> Self {
        value.0
    }
}

impl ::std::convert::From<::serde_json::Map<::std::string::String, ::serde_json::Value>>
for SmsTemplateResponse {
    fn from(
        value: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ) -> Self {
        Self(value)
    }
}
