//! The tenants of the user who is signed in.

use std::collections::HashMap;
use std::fmt;
use std::time::Duration;

use chrono::{DateTime, Utc};
use frontegg_identity_raw::{Secret, catalogue, types};
use serde_json::Value;

use super::Me;
use crate::error::Error;
use crate::manage::applications::{active_tenants, switches};
use crate::manage::wire::of_seconds;
use crate::manage::{ApplicationId, Metadata, TenantId};

/// The tenants of a user.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MyTenants {
    /// The one that is active, which need not be in the list.
    pub active: Option<MyTenant>,
    /// All that the user is a member of.
    pub tenants: Vec<MyTenant>,
}

/// A tenant, as its users see it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MyTenant {
    /// Which one it is.
    pub id: TenantId,
    /// As shown to people.
    pub name: Option<String>,
    /// Whether it may have sub-accounts.
    pub is_reseller: bool,
    /// Postal address.
    pub address: Option<String>,
    /// As `Europe/Berlin`.
    pub time_zone: Option<String>,
    /// As it wants times written.
    pub time_format: Option<String>,
    /// As it wants dates written.
    pub date_format: Option<String>,
    /// As `EUR`.
    pub currency: Option<String>,
    /// Where its logo is.
    pub logo_url: Option<String>,
    /// What your application keeps with it.
    pub metadata: Option<Metadata>,
    /// When it was created.
    pub created_at: Option<DateTime<Utc>>,
    /// When it was last changed.
    pub updated_at: Option<DateTime<Utc>>,
}

/// A tenant of a user, with those below it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TenantTree {
    /// Which one it is.
    pub id: TenantId,
    /// As shown to people.
    pub name: Option<String>,
    /// Those below it that the user may enter.
    pub children: Vec<TenantTree>,
}

/// An access token for one of the user's tenants. No refresh token comes with it.
///
/// [`Session::in_tenant`](crate::Session::in_tenant) has tokens that are renewed.
#[derive(Clone)]
#[non_exhaustive]
pub struct TenantToken {
    /// The token itself. Do not log it.
    pub token: Secret,
    /// How long it is good, from the moment on in which it was asked for.
    pub expires_in: Option<Duration>,
}

impl Me {
    /// The user's tenants, and which one is active.
    ///
    /// # Wire
    /// `GET /identity/resources/users/v3/me/tenants`
    pub async fn tenants(&self) -> Result<MyTenants, Error> {
        const DOING: &str = "cannot list the tenants";
        let outcome = self.scope.client().list_my_tenants(None, None).await;
        let told = self
            .scope
            .told(DOING, &catalogue::LIST_MY_TENANTS, outcome)?;
        Ok(MyTenants {
            active: told.active_tenant.map(MyTenant::from),
            tenants: told.tenants.into_iter().map(MyTenant::from).collect(),
        })
    }

    /// The user's tenants as trees, with the sub-accounts that they may enter from above.
    ///
    /// # Errors
    /// [`Unreadable`](crate::ErrorKind::Unreadable): the answer is of a form that is not known. What it is has not been
    /// published, so that other forms may occur: [`Error::body`] has the answer, and [`tenants`](Self::tenants) is surer.
    ///
    /// # Wire
    /// `GET /identity/resources/users/v2/me/hierarchy`
    pub async fn tenant_trees(&self) -> Result<Vec<TenantTree>, Error> {
        const DOING: &str = "cannot read the tree of tenants";
        let operation = &catalogue::GET_MY_TENANT_HIERARCHY;
        let outcome = self.scope.client().get_my_tenant_hierarchy().await;
        self.scope.part(DOING, operation, outcome, |told| {
            TenantTree::read_all(&told)
        })
    }

    /// An access token for one of the user's tenants; the one that is active stays active.
    ///
    /// # Errors
    /// [`Forbidden`](crate::ErrorKind::Forbidden): the user is not in this tenant.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v3/me/token`
    pub async fn tenant_token(&self, id: &TenantId) -> Result<TenantToken, Error> {
        const DOING: &str = "cannot get a token for the tenant";
        let body = types::GetUserJwtRequestDto {
            tenant_id: id.as_str().to_owned(),
        };
        let client = self.scope.client();
        let outcome = client.create_my_tenant_jwt(None, None, &body).await;
        let told = self
            .scope
            .told(DOING, &catalogue::CREATE_MY_TENANT_JWT, outcome)?;
        Ok(TenantToken {
            token: told.access_token,
            expires_in: of_seconds(told.expires_in),
        })
    }

    /// Which tenant is active in which application.
    ///
    /// # Wire
    /// `GET /identity/resources/applications/user-tenants/active/v1`
    pub async fn application_tenants(&self) -> Result<HashMap<ApplicationId, TenantId>, Error> {
        const DOING: &str = "cannot read which tenants are active in the applications";
        let client = self.scope.client();
        let outcome = client.list_my_application_active_tenants(None).await;
        let told = self.scope.told(
            DOING,
            &catalogue::LIST_MY_APPLICATION_ACTIVE_TENANTS,
            outcome,
        )?;
        Ok(active_tenants(told))
    }

    /// Makes a tenant active in each of these applications; others keep theirs. Tokens for it come with the next renewal.
    ///
    /// # Errors
    /// [`Forbidden`](crate::ErrorKind::Forbidden): the user is not in one of the tenants, and nothing was changed.
    ///
    /// # Wire
    /// `PUT /identity/resources/applications/user-tenants/active/v1`
    pub async fn set_application_tenants<'a>(
        &self,
        tenants: impl IntoIterator<Item = (&'a ApplicationId, &'a TenantId)>,
    ) -> Result<(), Error> {
        const DOING: &str = "cannot switch tenants in the applications";
        let body = switches(tenants);
        let client = self.scope.client();
        let outcome = client.set_my_application_active_tenants(None, &body).await;
        self.scope.told(
            DOING,
            &catalogue::SET_MY_APPLICATION_ACTIVE_TENANTS,
            outcome,
        )
    }
}

impl From<types::UserTenantV3Dto> for MyTenant {
    fn from(tenant: types::UserTenantV3Dto) -> Self {
        Self {
            id: tenant.tenant_id.into(),
            name: tenant.name,
            is_reseller: tenant.is_reseller.unwrap_or_default(),
            address: tenant.address,
            time_zone: tenant.timezone,
            time_format: tenant.time_format,
            date_format: tenant.date_format,
            currency: tenant.currency,
            logo_url: tenant.logo_url.or(tenant.logo),
            metadata: metadata(tenant.metadata),
            created_at: tenant.created_at,
            updated_at: tenant.updated_at,
        }
    }
}

/// Normally a text that holds JSON, sometimes the JSON itself.
fn metadata(told: Option<Value>) -> Option<Metadata> {
    match told? {
        Value::Null => None,
        Value::String(text) => Some(Metadata::from_wire(text)),
        json => Some(Metadata::from(json)),
    }
}

impl TenantTree {
    /// A list of trees, or one tree.
    fn read_all(told: &Value) -> Option<Vec<Self>> {
        match told {
            Value::Array(trees) => trees.iter().map(Self::read).collect(),
            tree => Some(vec![Self::read(tree)?]),
        }
    }

    fn read(told: &Value) -> Option<Self> {
        let text = |name: &str| told[name].as_str().map(str::to_owned);
        let children = match &told["children"] {
            Value::Null => Vec::new(),
            children => Self::read_all(children)?,
        };
        Some(Self {
            id: text("tenantId")?.into(),
            name: text("tenantName").or_else(|| text("name")),
            children,
        })
    }
}

impl fmt::Debug for TenantToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TenantToken")
            .field("expires_in", &self.expires_in)
            .finish_non_exhaustive()
    }
}
