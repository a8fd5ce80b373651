// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! User Emails Policy: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// One switch for the environment that says whether the e-mail address of a user may be changed. A
/// back end reads and sets it with an environment token; no context headers apply.
impl Client {
    /// Read whether users' e-mail addresses may be changed
    ///
    /// Returns the environment's policy on changes of e-mail addresses. Needs an environment token and no
    /// context headers.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/user-emails-policy`
    pub async fn get_user_emails_policy(
        &self,
    ) -> Result<Response<types::GetUserEmailsPolicyResponseDto>, Error> {
        self.call(&catalogue::GET_USER_EMAILS_POLICY).send().await
    }

    /// Allow or forbid changes of users' e-mail addresses
    ///
    /// Creates the environment's policy on changes of e-mail addresses or replaces it. Needs an
    /// environment token and no context headers. Nothing is returned; read the policy back with `GET` on
    /// the same path.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/v1/user-emails-policy`
    pub async fn set_user_emails_policy(
        &self,
        body: &types::CreateUserEmailsPolicyRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::SET_USER_EMAILS_POLICY).json(body).send_unit().await
    }
}
