// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! SMS: types.
use super::*;

/// Starts the change of the phone number of the calling user.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct ChangePhoneNumberDto {
    /// The new phone number, with country code; a code is sent there.
    #[serde(rename = "phoneNumber")]
    pub phone_number: ::std::string::String,
}

/// Identifies a started change of a phone number.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct ChangePhoneNumberResponse {
    /// Identifies the change; to be sent back with the code.
    #[serde(rename = "changePhoneId", default)]
    pub change_phone_id: ::std::option::Option<::std::string::String>,
}

/// The new phone number of a user who lost the old one.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CompletePhoneNumberResetDto {
    /// The token that the verification returned.
    #[serde(rename = "changePhoneNumberToken", serialize_with = "crate::secret::expose")]
    pub change_phone_number_token: crate::Secret,
    /// The new phone number, with country code.
    #[serde(rename = "phoneNumber")]
    pub phone_number: ::std::string::String,
}

/// A phone number to add to the current user.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateUserPhoneNumberRequestDto {
    /// Number in international form, starting with `+`.
    #[serde(rename = "phoneNumber")]
    pub phone_number: ::std::string::String,
    /// Whether to send a code to the number; `true` by default. With `false` the number is stored without
    /// verification.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub verify: ::std::option::Option<bool>,
}

crate::open_enum! {
    /// Member by which a list of phone numbers is sorted.
    pub enum PhoneNumberSortField {
        UserId = "userId",
        PhoneNumber = "phoneNumber",
    }
}

/// Starts the replacement of a lost phone number.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct ResetPhoneNumberDto {
    /// E-mail address of the user who lost the phone number; a code is sent there.
    pub email: ::std::string::String,
}

/// Identifies a started replacement of a phone number.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct ResetPhoneNumberResponse {
    /// Token to be sent back with the code from the e-mail.
    #[serde(rename = "resetPhoneNumberToken", default)]
    pub reset_phone_number_token: ::std::option::Option<crate::Secret>,
}

/// Handle of the code that has been sent to the phone number.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UserPhoneNumberCreatedResponseDto {
    /// Token of the code that was sent; goes back with the code.
    #[serde(rename = "otcToken", default)]
    pub otc_token: ::std::option::Option<crate::Secret>,
}

/// Handle of the code that has been sent to the phone number.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UserPhoneNumberDeleteCodeResponseDto {
    /// Token of the code that was sent; goes back with the code.
    #[serde(rename = "otcToken", default)]
    pub otc_token: ::std::option::Option<crate::Secret>,
}

/// A phone number of a user.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UserPhoneNumberResponseDto {
    /// Time of creation (RFC 3339).
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Id of the entry, as the delete routes want it.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Number in international form.
    #[serde(rename = "phoneNumber", default)]
    pub phone_number: ::std::option::Option<::std::string::String>,
    /// Time of the last change (RFC 3339).
    #[serde(rename = "updatedAt", default, deserialize_with = "crate::read::date_time")]
    pub updated_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Id of the user who owns the number.
    #[serde(rename = "userId", default)]
    pub user_id: ::std::option::Option<::std::string::String>,
    /// Whether the user has proved to own the number.
    #[serde(default)]
    pub verified: ::std::option::Option<bool>,
}

/// One page of phone numbers.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UserPhoneNumbersPageResponse {
    /// The phone numbers of the page.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub items: ::std::vec::Vec<UserPhoneNumberResponseDto>,
    #[serde(rename = "_links", default)]
    pub links: ::std::option::Option<FronteggPaginationLinks>,
    #[serde(rename = "_metadata", default)]
    pub metadata: ::std::option::Option<FronteggPaginationMetadata>,
}

/// Proves that the user owns the new phone number.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct VerifyChangePhoneNumberDto {
    /// The id that the start returned.
    #[serde(rename = "changePhoneId")]
    pub change_phone_id: ::std::string::String,
    /// The code from the text message; leading zeros count.
    #[serde(serialize_with = "crate::secret::expose")]
    pub code: crate::Secret,
}

/// Proof that an SMS code was received; used to confirm both the addition and the deletion of a phone
/// number.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct VerifyPhoneNumberOtcRequestDto {
    /// Code from the SMS, as text so that leading zeros survive.
    #[serde(serialize_with = "crate::secret::expose")]
    pub code: crate::Secret,
    /// Token from the call that sent the code.
    #[serde(rename = "otcToken", serialize_with = "crate::secret::expose")]
    pub otc_token: crate::Secret,
}

/// Proves that the user owns the e-mail address.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct VerifyResetPhoneNumberDto {
    /// The six digits from the e-mail; leading zeros count.
    #[serde(serialize_with = "crate::secret::expose")]
    pub code: crate::Secret,
    /// The token that the start returned.
    #[serde(rename = "resetPhoneNumberToken", serialize_with = "crate::secret::expose")]
    pub reset_phone_number_token: crate::Secret,
}

/// Permits setting a new phone number.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct VerifyResetPhoneNumberResponse {
    /// Token that permits setting a new phone number.
    #[serde(rename = "changePhoneNumberToken", default)]
    pub change_phone_number_token: ::std::option::Option<crate::Secret>,
}
