//! Sources of users are listed, bound to applications, and deleted.

use frontegg_identity_raw::{catalogue, types};

use super::{SourceUser, UserSource, UserSources};
use crate::error::Error;
use crate::manage::Excerpt;
use crate::manage::ids::{ApplicationId, UserSourceId, texts};
use crate::manage::wire::each;

impl UserSources {
    /// All sources.
    ///
    /// # Wire
    /// `GET /identity/resources/user-sources/v1`
    pub async fn list(&self) -> Result<Vec<UserSource>, Error> {
        const DOING: &str = "cannot list the sources of users";
        let operation = &catalogue::LIST_USER_SOURCES;
        let outcome = self.scope.client().list_user_sources().await;
        self.scope.part(DOING, operation, outcome, |list| {
            each(list, UserSource::listed)
        })
    }

    /// One source.
    ///
    /// # Wire
    /// `GET /identity/resources/user-sources/v1/{id}`
    pub async fn get(&self, id: &UserSourceId) -> Result<UserSource, Error> {
        const DOING: &str = "cannot read the source of users";
        let operation = &catalogue::GET_USER_SOURCE;
        let outcome = self.scope.client().get_user_source(id.as_str()).await;
        self.scope.part(DOING, operation, outcome, UserSource::read)
    }

    /// The users who came from a source.
    ///
    /// # Wire
    /// `GET /identity/resources/user-sources/v1/{id}/users`
    pub async fn users(&self, id: &UserSourceId) -> Result<Excerpt<SourceUser>, Error> {
        const DOING: &str = "cannot list the users of the source";
        let operation = &catalogue::LIST_USER_SOURCE_USERS;
        let outcome = self
            .scope
            .client()
            .list_user_source_users(id.as_str())
            .await;
        self.scope.part(DOING, operation, outcome, |list| {
            let total = list.metadata.and_then(|metadata| metadata.total_items);
            Excerpt::read(list.items, total, |user| Some(SourceUser::from(user)))
        })
    }

    /// Lets applications use a source. Those that use it already go on.
    ///
    /// # Wire
    /// `POST /identity/resources/user-sources/v1/assign`
    pub async fn assign<'a>(
        &self,
        id: &UserSourceId,
        applications: impl IntoIterator<Item = &'a ApplicationId>,
    ) -> Result<(), Error> {
        const DOING: &str = "cannot let the applications use the source of users";
        let body = types::AssignApplicationsToUserSourceRequestDto {
            app_ids: texts(applications),
            user_source_id: id.clone().into(),
        };
        let client = self.scope.client();
        let outcome = client.assign_user_source_applications(&body).await;
        self.scope
            .told(DOING, &catalogue::ASSIGN_USER_SOURCE_APPLICATIONS, outcome)
    }

    /// Lets applications no longer use a source. Others go on.
    ///
    /// # Wire
    /// `POST /identity/resources/user-sources/v1/unassign`
    pub async fn unassign<'a>(
        &self,
        id: &UserSourceId,
        applications: impl IntoIterator<Item = &'a ApplicationId>,
    ) -> Result<(), Error> {
        const DOING: &str = "cannot take the source of users from the applications";
        let body = types::UnassignApplicationsFromUserSourceRequestDto {
            app_ids: texts(applications),
            user_source_id: id.clone().into(),
        };
        let client = self.scope.client();
        let outcome = client.unassign_user_source_applications(&body).await;
        self.scope.told(
            DOING,
            &catalogue::UNASSIGN_USER_SOURCE_APPLICATIONS,
            outcome,
        )
    }

    /// Deletes a source. Who can only be checked there no longer signs in; what becomes of users who were copied is not
    /// known.
    ///
    /// # Wire
    /// `DELETE /identity/resources/user-sources/v1/{id}`
    pub async fn delete(&self, id: &UserSourceId) -> Result<(), Error> {
        const DOING: &str = "cannot delete the source of users";
        let outcome = self.scope.client().delete_user_source(id.as_str()).await;
        self.scope
            .told(DOING, &catalogue::DELETE_USER_SOURCE, outcome)
    }
}
