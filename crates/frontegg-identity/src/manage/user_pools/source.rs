//! Sources of users, as the service tells them.

use chrono::{DateTime, Utc};
use frontegg_identity_raw::{Secret, types};
use serde_json::{Map, Value};

use crate::manage::{ApplicationId, UserSourceId};

/// A source of users.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct UserSource {
    /// Names the source.
    pub id: UserSourceId,
    /// As shown to people.
    pub name: Option<String>,
    /// For people as well.
    pub description: Option<String>,
    /// The server's word for its kind.
    pub kind: Option<String>,
    /// Its place among the sources.
    pub position: Option<u32>,
    /// Which applications use it.
    pub application_ids: Vec<ApplicationId>,
    /// Its settings as JSON, in a form that depends on the kind, which may repeat the passwords and keys of the source. The
    /// answer to [`create`](super::UserSources::create) leaves them out.
    pub settings: Option<Secret>,
    /// How many users came from it; told by a list only.
    pub user_count: Option<u64>,
}

/// Somebody who came from a source of users.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SourceUser {
    /// None for users without one.
    pub email: Option<String>,
    /// When they last signed in; none before the first time.
    pub last_login: Option<DateTime<Utc>>,
}

impl UserSource {
    pub(super) fn created(source: types::CreateUserSourceResponse) -> Option<Self> {
        Some(Self {
            id: source.id?.into(),
            name: source.name,
            description: source.description,
            kind: source.type_,
            position: source.index.and_then(|index| index.try_into().ok()),
            application_ids: source.app_ids.into_iter().map(Into::into).collect(),
            settings: None,
            user_count: None,
        })
    }

    pub(super) fn read(source: types::GetUserSourceResponseDto) -> Option<Self> {
        let settings = Some(written(source.configuration));
        let source = types::CreateUserSourceResponse {
            app_ids: source.app_ids,
            description: source.description,
            id: source.id,
            index: source.index,
            name: source.name,
            type_: source.type_,
        };
        let source = Self::created(source)?;
        Some(Self { settings, ..source })
    }

    pub(super) fn listed(source: types::GetUserSourceExtendedResponseDto) -> Option<Self> {
        let user_count = source.users_count.and_then(|count| count.try_into().ok());
        let source = types::GetUserSourceResponseDto {
            app_ids: source.app_ids,
            configuration: source.configuration,
            description: source.description,
            id: source.id,
            index: source.index,
            name: source.name,
            type_: source.type_,
        };
        let source = Self::read(source)?;
        Some(Self {
            user_count,
            ..source
        })
    }
}

fn written(settings: Map<String, Value>) -> Secret {
    Value::Object(settings).to_string().into()
}

impl From<types::GetUserSourceUsersResponseDto> for SourceUser {
    fn from(user: types::GetUserSourceUsersResponseDto) -> Self {
        Self {
            email: user.email,
            last_login: user.last_login,
        }
    }
}
