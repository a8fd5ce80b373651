//! Profile and rights of the user who is signed in.

use frontegg_identity_raw::{catalogue, types};

use super::Me;
use crate::error::{Error, ErrorKind};
use crate::manage::{Metadata, Patch, Rights, User};
use crate::session::ActiveSession;

/// What a user changes in their profile. What is not named stays.
///
/// ```
/// use frontegg_identity::manage::{Patch, ProfileChange};
///
/// let change = ProfileChange::new().name("Ada Lovelace").picture_url(Patch::Null);
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "a change does nothing until it is sent"]
pub struct ProfileChange {
    name: Option<String>,
    phone_number: Option<String>,
    picture_url: Patch<String>,
    metadata: Option<Metadata>,
}

impl ProfileChange {
    /// No change yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// As shown to people.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// With country code, as `+15551234567`. Nobody is asked for a code; see
    /// [`MyPhoneNumbers::start_change`](super::MyPhoneNumbers::start_change).
    pub fn phone_number(mut self, number: impl Into<String>) -> Self {
        self.phone_number = Some(number.into());
        self
    }

    /// Where their picture is; [`Patch::Null`] takes it away.
    pub fn picture_url(mut self, url: impl Into<Patch<String>>) -> Self {
        self.picture_url = url.into();
        self
    }

    /// What your application keeps with them. It takes the place of all that was there: read it first, and change that.
    pub fn metadata(mut self, metadata: Metadata) -> Self {
        self.metadata = Some(metadata);
        self
    }

    /// As the wire wants it; none if a member is not of its form.
    fn body(&self) -> Option<types::UpdateUserDto> {
        let number = self.phone_number.as_deref().map(str::trim);
        let picture = match &self.picture_url {
            Patch::Value(url) => Patch::Value(url.parse().ok()?),
            Patch::Null => Patch::Null,
            Patch::Absent => Patch::Absent,
        };
        Some(types::UpdateUserDto {
            metadata: self.metadata.as_ref().map(|one| one.as_text().to_owned()),
            name: self.name.clone(),
            phone_number: number.map(str::parse).transpose().ok()?,
            profile_picture_url: picture,
        })
    }
}

impl Me {
    /// Who they are, and their tenants.
    ///
    /// # Wire
    /// `GET /identity/resources/users/v3/me`
    pub async fn profile(&self) -> Result<User, Error> {
        const DOING: &str = "cannot read the profile";
        let outcome = self.scope.client().get_my_profile().await;
        let user = self
            .scope
            .told(DOING, &catalogue::GET_MY_PROFILE, outcome)?;
        Ok(user.into())
    }

    /// Changes the profile, and gives it as it is then. The claims of access tokens follow with the next renewal.
    ///
    /// # Errors
    /// [`ErrorKind::Input`]: the phone number is none, or the picture's URL is too long.
    ///
    /// # Wire
    /// `PUT /identity/resources/users/v2/me`
    pub async fn update_profile(&self, change: &ProfileChange) -> Result<User, Error> {
        const DOING: &str = "cannot change the profile";
        let body = change.body();
        let body = body.ok_or_else(|| Error::new(ErrorKind::Input, DOING))?;
        let outcome = self.scope.client().update_my_profile(&body).await;
        let user = self
            .scope
            .told(DOING, &catalogue::UPDATE_MY_PROFILE, outcome)?;
        Ok(user.into())
    }

    /// What the user may do in the tenant that is active, as it is now: access tokens have it as it was when they were made,
    /// and some environments keep it out of them.
    ///
    /// # Wire
    /// `GET /identity/resources/users/v1/me/authorization`
    pub async fn rights(&self) -> Result<Rights, Error> {
        const DOING: &str = "cannot read what the user may do";
        let outcome = self.scope.client().get_my_authorization().await;
        let told = self
            .scope
            .told(DOING, &catalogue::GET_MY_AUTHORIZATION, outcome)?;
        Ok(told.into())
    }

    /// The session that the call is made in, as the server knows it. For the others, see
    /// [`Session::sessions`](crate::Session::sessions).
    ///
    /// # Wire
    /// `GET /identity/resources/users/sessions/v1/me/current`
    pub async fn current_session(&self) -> Result<ActiveSession, Error> {
        const DOING: &str = "cannot read the session";
        let outcome = self.scope.client().get_my_current_session(None, None).await;
        let told = self
            .scope
            .told(DOING, &catalogue::GET_MY_CURRENT_SESSION, outcome)?;
        Ok(ActiveSession {
            id: told.id,
            created_at: told.created_at,
            ip_address: told.ip_address,
            user_agent: told.user_agent,
            is_current: true,
        })
    }
}
