// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! SMS: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Phone numbers of users, as used for sign-in by SMS code and as contact data. The listing routes
/// serve administration and need an environment token; the other routes act on the current user, so
/// they take that user's access token; an environment token is expected to work when
/// `frontegg-user-id` names the user. Adding and removing a number can each require a one-time code
/// sent to that number.
impl Client {
    /// List phone numbers (deprecated)
    ///
    /// Returns phone numbers of all users of the environment, page by page. Needs an environment token.
    /// Deprecated: the version 2 route returns the same items, states a page limit and can filter by
    /// users. `_offset` is a zero-based page index; a page past the end has empty `items`.
    ///
    /// # Arguments
    ///
    /// - `limit`: Items on a page, at least 1.
    /// - `offset`: Zero-based page index, not an item offset.
    /// - `order`: Sort direction, `ASC` or `DESC`.
    /// - `phone_number`: Only return entries that match this phone number.
    /// - `sort_by`: Field to sort by.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/phone-numbers/v1`
    #[deprecated = "the service marks this operation as deprecated"]
    pub async fn list_user_phone_numbers_v1(
        &self,
        limit: Option<::std::num::NonZeroU64>,
        offset: Option<u64>,
        order: Option<types::SortOrder>,
        phone_number: Option<&str>,
        sort_by: Option<types::PhoneNumberSortField>,
    ) -> Result<Response<types::UserPhoneNumbersPageResponse>, Error> {
        self.call(&catalogue::LIST_USER_PHONE_NUMBERS_V1)
            .query("_limit", &limit)
            .query("_offset", &offset)
            .query("_order", &order)
            .query("_phoneNumber", &phone_number)
            .query("_sortBy", &sort_by)
            .send()
            .await
    }

    /// Add a phone number to a user
    ///
    /// Stores a phone number for the current user and, unless `verify` is `false`, sends a one-time code
    /// to it by SMS. Takes the user's access token; an environment token is expected to need
    /// `frontegg-user-id` through an interceptor. The answer is expected to hold the `otcToken` that
    /// `/resources/users/phone-numbers/v1/verify` wants together with the code.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/phone-numbers/v1`
    pub async fn create_my_phone_number(
        &self,
        body: &types::CreateUserPhoneNumberRequestDto,
    ) -> Result<Response<types::UserPhoneNumberCreatedResponseDto>, Error> {
        self.call(&catalogue::CREATE_MY_PHONE_NUMBER).json(body).send().await
    }

    /// Send a verification code to a phone number
    ///
    /// Sends a one-time code by SMS so that ownership of a number can be proved. It takes the user's
    /// access token, or the same substitute as the add route. Use it before the number is stored, or for a
    /// fresh code. The answer is expected to hold the `otcToken` for the verify call. Every call sends a
    /// message, so throttle repeated attempts.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/phone-numbers/v1/preverify`
    pub async fn start_my_phone_number_verification(
        &self,
        body: &types::PreVerifyUserPhoneNumberRequestDto,
    ) -> Result<Response<types::UserPhoneNumberCreatedResponseDto>, Error> {
        self.call(&catalogue::START_MY_PHONE_NUMBER_VERIFICATION).json(body).send().await
    }

    /// Verify a phone number
    ///
    /// Finishes the addition of a phone number with the code from the SMS and the `otcToken` from the call
    /// that sent it. Takes the token of the same user. A wrong or expired code is refused with an error.
    /// Nothing is returned; list the user's numbers to see `verified`.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/phone-numbers/v1/verify`
    pub async fn verify_my_phone_number(
        &self,
        body: &types::VerifyPhoneNumberOtcRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::VERIFY_MY_PHONE_NUMBER).json(body).send_unit().await
    }

    /// Start the deletion of a phone number
    ///
    /// Asks for the removal of a phone number of the current user. In spite of the method, the number is
    /// not gone when this call returns: it starts a code flow and answers with a body, and
    /// `/resources/users/phone-numbers/v1/{id}/delete/verify` completes the removal. Takes the access
    /// token of the owner, or the same substitute as the add route. The body is expected to hold the
    /// `otcToken` for the second step.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of the phone number entry, not the number itself.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/users/phone-numbers/v1/{id}`
    pub async fn start_my_phone_number_deletion(
        &self,
        id: &str,
    ) -> Result<Response<types::UserPhoneNumberDeleteCodeResponseDto>, Error> {
        self.call(&catalogue::START_MY_PHONE_NUMBER_DELETION).path("id", id).send().await
    }

    /// Confirm the deletion of a phone number
    ///
    /// Removes a phone number for good, given the code from the SMS and the `otcToken` from the delete
    /// call. Takes the token of the same user. Afterwards that number no longer serves for sign-in by SMS.
    /// Nothing is returned.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of the phone number entry, as in the delete call.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/phone-numbers/v1/{id}/delete/verify`
    pub async fn verify_my_phone_number_deletion(
        &self,
        id: &str,
        body: &types::VerifyPhoneNumberOtcRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::VERIFY_MY_PHONE_NUMBER_DELETION)
            .path("id", id)
            .json(body)
            .send_unit()
            .await
    }

    /// List the phone numbers of the current user
    ///
    /// Returns all phone numbers of one user, verified or not. Takes that user's access token, or an
    /// environment token with the user in `frontegg-user-id` and, optionally, the tenant in
    /// `frontegg-tenant-id`. The answer is a bare, unpaged array.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant of the user; of use with an environment token only.
    /// - `frontegg_user_id`: User whose numbers are listed.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/phone-numbers/v1/me`
    pub async fn list_my_phone_numbers(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
    ) -> Result<Response<::std::vec::Vec<types::UserPhoneNumberResponseDto>>, Error> {
        self.call(&catalogue::LIST_MY_PHONE_NUMBERS)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .send()
            .await
    }

    /// List phone numbers
    ///
    /// Returns phone numbers of all users of the environment, page by page, optionally only those of
    /// certain users. Needs an environment token and replaces the deprecated version 1 list. `_offset` is
    /// a zero-based page index; a page past the end has empty `items`. Keep `userIds` short, since
    /// addresses of about 9 KB are refused with `414`.
    ///
    /// # Arguments
    ///
    /// - `limit`: Items on a page, from 1 to 250.
    /// - `offset`: Zero-based page index, not an item offset.
    /// - `order`: Sort direction, `ASC` or `DESC`.
    /// - `phone_number`: Only return entries that match this phone number.
    /// - `sort_by`: Field to sort by.
    /// - `user_ids`: Only return numbers of these users; note the missing underscore in the name.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/phone-numbers/v2`
    pub async fn list_user_phone_numbers(
        &self,
        limit: Option<::std::num::NonZeroU64>,
        offset: Option<u64>,
        order: Option<types::SortOrder>,
        phone_number: Option<&str>,
        sort_by: Option<types::PhoneNumberSortField>,
        user_ids: Option<&::std::vec::Vec<::std::string::String>>,
    ) -> Result<Response<types::UserPhoneNumbersPageResponse>, Error> {
        self.call(&catalogue::LIST_USER_PHONE_NUMBERS)
            .query("_limit", &limit)
            .query("_offset", &offset)
            .query("_order", &order)
            .query("_phoneNumber", &phone_number)
            .query("_sortBy", &sort_by)
            .query("userIds", &user_ids)
            .send()
            .await
    }

    /// Start replacing a lost phone number
    ///
    /// For a user who signs in by text message and has lost the phone number: sends a six-digit code to
    /// the e-mail address. It is part of the login flow and is expected to need no token. Two more calls
    /// follow, one verifying the code and one setting the new number.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Host of the environment, for instance `acme.frontegg.com`; needed only
    ///   when the call goes to a regional API host.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/phone/reset`
    pub async fn start_phone_number_reset(
        &self,
        frontegg_vendor_host: Option<&str>,
        body: &types::ResetPhoneNumberDto,
    ) -> Result<Response<types::ResetPhoneNumberResponse>, Error> {
        self.call(&catalogue::START_PHONE_NUMBER_RESET)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .json(body)
            .send()
            .await
    }

    /// Verify the code for replacing a phone number
    ///
    /// Checks the code from the e-mail and returns a token that permits setting a new phone number. It is
    /// part of the login flow and is expected to need no access token.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Host of the environment, for instance `acme.frontegg.com`; needed only
    ///   when the call goes to a regional API host.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/phone/reset/verify`
    pub async fn verify_phone_number_reset(
        &self,
        frontegg_vendor_host: Option<&str>,
        body: &types::VerifyResetPhoneNumberDto,
    ) -> Result<Response<types::VerifyResetPhoneNumberResponse>, Error> {
        self.call(&catalogue::VERIFY_PHONE_NUMBER_RESET)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .json(body)
            .send()
            .await
    }

    /// Set a new phone number after a reset
    ///
    /// Last step of replacing a lost phone number: sets the new one by the token that the verification
    /// returned. It is part of the login flow and is expected to need no access token. The user signs in
    /// with the new number afterwards.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Host of the environment, for instance `acme.frontegg.com`; needed only
    ///   when the call goes to a regional API host.
    ///
    /// # Wire
    ///
    /// `PUT /resources/users/v1/phone/change`
    pub async fn complete_phone_number_reset(
        &self,
        frontegg_vendor_host: Option<&str>,
        body: &types::CompletePhoneNumberResetDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::COMPLETE_PHONE_NUMBER_RESET)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .json(body)
            .send_unit()
            .await
    }

    /// Start changing the phone number of the calling user
    ///
    /// Sends a code to a new phone number of the calling user. Is expected to need the access token of
    /// that user. The number changes only when the code is verified.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/phone`
    pub async fn start_my_phone_number_change(
        &self,
        body: &types::ChangePhoneNumberDto,
    ) -> Result<Response<types::ChangePhoneNumberResponse>, Error> {
        self.call(&catalogue::START_MY_PHONE_NUMBER_CHANGE).json(body).send().await
    }

    /// Verify the new phone number of the calling user
    ///
    /// Finishes the change of a phone number with the code from the text message. Is expected to need the
    /// access token of the user.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/v1/phone/verify`
    pub async fn verify_my_phone_number_change(
        &self,
        body: &types::VerifyChangePhoneNumberDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::VERIFY_MY_PHONE_NUMBER_CHANGE).json(body).send_unit().await
    }
}
