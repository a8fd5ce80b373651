//! Passkeys of the user who is signed in.

use chrono::{DateTime, Utc};
use frontegg_identity_raw::{catalogue, types};

use super::Me;
use crate::error::Error;
use crate::manage::PasskeyId;
use crate::mfa::WebauthnDeviceType;

/// A passkey with which a user signs in. One is registered with
/// [`Session::start_passkey`](crate::Session::start_passkey).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Passkey {
    /// Names it.
    pub id: PasskeyId,
    /// Whether it is part of the user's machine.
    pub kind: Option<WebauthnDeviceType>,
    /// When it was registered.
    pub created_at: Option<DateTime<Utc>>,
}

impl Me {
    /// The passkeys with which the user can sign in.
    ///
    /// # Wire
    /// `GET /identity/resources/users/webauthn/v1/devices`
    pub async fn passkeys(&self) -> Result<Vec<Passkey>, Error> {
        const DOING: &str = "cannot list the passkeys";
        let outcome = self.scope.client().list_my_passkeys().await;
        let told = self
            .scope
            .told(DOING, &catalogue::LIST_MY_PASSKEYS, outcome)?;
        Ok(told.devices.into_iter().map(Passkey::from).collect())
    }

    /// Takes a passkey away: nobody can sign in with it any more. The authenticator keeps its half, which is of no use.
    ///
    /// # Wire
    /// `DELETE /identity/resources/users/webauthn/v1/devices/{deviceId}`
    pub async fn delete_passkey(&self, id: &PasskeyId) -> Result<(), Error> {
        const DOING: &str = "cannot delete the passkey";
        let outcome = self.scope.client().delete_my_passkey(id.as_str()).await;
        self.scope
            .told(DOING, &catalogue::DELETE_MY_PASSKEY, outcome)
    }
}

impl From<types::PasskeyDeviceDto> for Passkey {
    fn from(told: types::PasskeyDeviceDto) -> Self {
        Self {
            id: told.id.into(),
            kind: told.device_type.map(|kind| kind.as_str().into()),
            created_at: told.created_at,
        }
    }
}
