//! Changes of a user's profile.

use frontegg_identity_raw::{Patch, types};

use super::{User, fitting, text};
use crate::error::Error;
use crate::manage::Metadata;

/// A change of a profile. What is not named stays as it is.
///
/// ```
/// # use frontegg_identity::{Error, manage::{Environment, ProfileChange, UserId}};
/// # async fn run(environment: Environment, id: UserId) -> Result<(), Error> {
/// let change = ProfileChange::new().name("Ada King").without_picture();
/// environment.users().change_profile(&"t-1".into(), &id, &change).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "a change is made by `Users::change_profile` or `Me::update_profile`"]
pub struct ProfileChange {
    name: Option<String>,
    phone_number: Option<String>,
    picture_url: Patch<String>,
    metadata: Option<Metadata>,
}

impl ProfileChange {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// As shown to people.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// With country code, as `+15551234567`.
    pub fn phone_number(mut self, number: impl Into<String>) -> Self {
        self.phone_number = Some(number.into());
        self
    }

    /// Where the picture is.
    pub fn picture_url(mut self, url: impl Into<String>) -> Self {
        self.picture_url = Patch::Value(url.into());
        self
    }

    /// Takes the picture away.
    pub fn without_picture(mut self) -> Self {
        self.picture_url = Patch::Null;
        self
    }

    /// All of the metadata: to change a part, start from what is there.
    pub fn metadata(mut self, metadata: impl Into<Metadata>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    pub(crate) fn to_wire(&self, doing: &'static str) -> Result<types::UpdateUserDto, Error> {
        Ok(types::UpdateUserDto {
            metadata: text(self.metadata.as_ref()),
            name: self.name.clone(),
            phone_number: fitting(doing, self.phone_number.as_deref().map(str::trim))?,
            profile_picture_url: match &self.picture_url {
                Patch::Absent => Patch::Absent,
                Patch::Null => Patch::Null,
                Patch::Value(url) => or_null(fitting(doing, Some(url))?),
            },
        })
    }
}

/// A whole profile, which takes the place of the one that is there. What it does not have may be cleared, so start from the
/// user as [read](super::Users::get).
///
/// ```
/// # use frontegg_identity::{Error, manage::{Environment, UserId, UserUpdate}};
/// # async fn run(environment: Environment, id: UserId) -> Result<(), Error> {
/// let users = environment.users();
/// let ada = users.get(&id).await?;
/// let update = UserUpdate::of(&ada).name(Some("Ada King"));
/// users.replace_profile(&id, &update).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use = "an update is made by `Users::replace_profile`"]
pub struct UserUpdate {
    name: Option<String>,
    phone_number: Option<String>,
    picture_url: Option<String>,
    metadata: Option<Metadata>,
    vendor_metadata: Option<Metadata>,
    external_id: Option<String>,
    bypasses_mfa: Option<bool>,
}

impl UserUpdate {
    /// The profile as it is.
    pub fn of(user: &User) -> Self {
        Self {
            name: user.name.clone(),
            phone_number: user.phone_number.clone(),
            picture_url: user.picture_url.clone(),
            metadata: user.metadata.clone(),
            vendor_metadata: user.vendor_metadata.clone(),
            external_id: user.external_id.clone(),
            bypasses_mfa: user.bypasses_mfa,
        }
    }

    /// As shown to people.
    pub fn name(mut self, name: Option<&str>) -> Self {
        self.name = name.map(str::to_owned);
        self
    }

    /// With country code, as `+15551234567`.
    pub fn phone_number(mut self, number: Option<&str>) -> Self {
        self.phone_number = number.map(str::to_owned);
        self
    }

    /// Where the picture is.
    pub fn picture_url(mut self, url: Option<&str>) -> Self {
        self.picture_url = url.map(str::to_owned);
        self
    }

    /// What the application keeps with the user.
    pub fn metadata(mut self, metadata: Option<Metadata>) -> Self {
        self.metadata = metadata;
        self
    }

    /// What the back end keeps with the user, and nobody else sees.
    pub fn vendor_metadata(mut self, metadata: Option<Metadata>) -> Self {
        self.vendor_metadata = metadata;
        self
    }

    /// Their id in a system of yours.
    pub fn external_id(mut self, id: Option<&str>) -> Self {
        self.external_id = id.map(str::to_owned);
        self
    }

    /// Spares them a second factor.
    pub fn bypass_mfa(mut self) -> Self {
        self.bypasses_mfa = Some(true);
        self
    }

    /// Spares them no second factor.
    pub fn require_mfa(mut self) -> Self {
        self.bypasses_mfa = Some(false);
        self
    }

    pub(super) fn to_wire(&self, doing: &'static str) -> Result<types::UpdateVendorUserDto, Error> {
        Ok(types::UpdateVendorUserDto {
            external_id: self.external_id.clone(),
            metadata: text(self.metadata.as_ref()),
            mfa_bypass: self.bypasses_mfa,
            name: self.name.clone(),
            phone_number: fitting(doing, self.phone_number.as_deref().map(str::trim))?,
            profile_picture_url: or_null(fitting(doing, self.picture_url.as_deref())?),
            vendor_metadata: text(self.vendor_metadata.as_ref()),
        })
    }
}

fn or_null<T>(value: Option<T>) -> Patch<T> {
    value.map_or(Patch::Null, Patch::Value)
}
