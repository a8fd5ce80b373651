//! Which tenant is active for a user in which application. Users do the same for themselves, see
//! [`Me::application_tenants`](crate::manage::Me::application_tenants).

use std::collections::HashMap;

use frontegg_identity_raw::{catalogue, types};

use super::Applications;
use crate::error::Error;
use crate::manage::{ApplicationId, TenantId, UserId};

impl Applications {
    /// Which tenant is active for a user in which application.
    ///
    /// # Wire
    /// `GET /identity/resources/applications/user-tenants/active/v1`
    pub async fn active_tenants(
        &self,
        user: &UserId,
    ) -> Result<HashMap<ApplicationId, TenantId>, Error> {
        const DOING: &str = "cannot read which tenants are active in the applications";
        let client = self.scope.client();
        let outcome = client
            .list_my_application_active_tenants(Some(user.as_str()))
            .await;
        let told = self.scope.told(
            DOING,
            &catalogue::LIST_MY_APPLICATION_ACTIVE_TENANTS,
            outcome,
        )?;
        Ok(active_tenants(told))
    }

    /// Makes a tenant active for a user in each of these applications; others keep theirs. Tokens for it come with the next
    /// renewal.
    ///
    /// # Errors
    /// [`Forbidden`](crate::ErrorKind::Forbidden): the user is not in one of the tenants, and nothing was changed.
    ///
    /// # Wire
    /// `PUT /identity/resources/applications/user-tenants/active/v1`
    pub async fn set_active_tenants<'a>(
        &self,
        user: &UserId,
        tenants: impl IntoIterator<Item = (&'a ApplicationId, &'a TenantId)>,
    ) -> Result<(), Error> {
        const DOING: &str = "cannot switch tenants in the applications";
        let body = switches(tenants);
        let client = self.scope.client();
        let outcome = client
            .set_my_application_active_tenants(Some(user.as_str()), &body)
            .await;
        self.scope.told(
            DOING,
            &catalogue::SET_MY_APPLICATION_ACTIVE_TENANTS,
            outcome,
        )
    }
}

/// Entries without application or tenant say nothing.
pub(in crate::manage) fn active_tenants(
    told: types::UserApplicationActiveTenantsResponseDto,
) -> HashMap<ApplicationId, TenantId> {
    let entries = told.application_active_tenants.into_iter();
    entries
        .filter_map(|one| Some((one.application_id?.into(), one.tenant_id?.into())))
        .collect()
}

pub(in crate::manage) fn switches<'a>(
    tenants: impl IntoIterator<Item = (&'a ApplicationId, &'a TenantId)>,
) -> types::SwitchApplicationActiveUserTenantsRequestDto {
    let switch = |(application, tenant): (&ApplicationId, &TenantId)| {
        types::SwitchApplicationActiveUserTenantDto {
            application_id: application.as_str().to_owned(),
            tenant_id: tenant.as_str().to_owned(),
        }
    };
    types::SwitchApplicationActiveUserTenantsRequestDto {
        active_application_tenants: tenants.into_iter().map(switch).collect(),
    }
}
