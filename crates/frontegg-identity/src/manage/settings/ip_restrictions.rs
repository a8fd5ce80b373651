//! Which IP addresses may use a tenant.

pub use frontegg_identity_raw::types::IpRestrictionStrategy;
use frontegg_identity_raw::{catalogue, types};

use crate::error::Error;
use crate::manage::page::Page;
use crate::manage::scope::Scope;
use crate::manage::{IpRestrictionId, Listing};

/// An address on one of the two lists.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct IpRestriction {
    /// Names the entry.
    pub id: IpRestrictionId,
    /// An address, or a range of them.
    pub ip: String,
    /// On which list it is.
    pub list: Option<IpRestrictionStrategy>,
    /// Whether the entry counts.
    pub is_active: Option<bool>,
    /// For people.
    pub description: Option<String>,
}

impl From<types::GetIpRestrictionResponse> for IpRestriction {
    fn from(entry: types::GetIpRestrictionResponse) -> Self {
        Self {
            id: entry.id.unwrap_or_default().into(),
            ip: entry.ip.unwrap_or_default(),
            list: entry.strategy,
            is_active: entry.is_active,
            description: entry.description,
        }
    }
}

/// An address that is to be put on a list.
#[derive(Clone, Debug)]
#[must_use = "an address is added by `IpRestrictions::put`"]
pub struct NewIpRestriction(types::CreateOrUpdateIpRestrictionDto);

impl NewIpRestriction {
    /// This address on that list.
    pub fn new(ip: impl Into<String>, list: IpRestrictionStrategy) -> Self {
        Self(types::CreateOrUpdateIpRestrictionDto {
            description: None,
            ip: ip.into(),
            is_active: Some(true),
            strategy: list,
        })
    }

    /// For people.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.0.description = Some(text.into());
        self
    }

    /// Keeps the entry, and lets it not count.
    pub fn off(mut self) -> Self {
        self.0.is_active = Some(false);
        self
    }
}

/// Whether addresses are looked at, and which list counts. What is none is left as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct IpRestrictionRules {
    /// Whether they are.
    pub is_active: Option<bool>,
    /// The list that counts: only what is on it comes in, or all but what is on it.
    pub list: Option<IpRestrictionStrategy>,
}

impl IpRestrictionRules {
    /// Looks at addresses, by this list.
    #[must_use]
    pub fn by(list: IpRestrictionStrategy) -> Self {
        Self {
            is_active: Some(true),
            list: Some(list),
        }
    }

    /// Looks at no address, whatever the lists.
    #[must_use]
    pub fn off() -> Self {
        Self {
            is_active: Some(false),
            list: None,
        }
    }
}

/// Which IP addresses may use a tenant.
#[derive(Clone, Debug)]
pub struct IpRestrictions {
    scope: Scope,
}

impl IpRestrictions {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// The entries of both lists.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/restrictions/ip`, once a page
    pub fn list(&self) -> Listing<IpRestriction> {
        self.listing(None)
    }

    /// The entries with this text in them; in which members, the service does not say.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/restrictions/ip`, once a page
    pub fn search(&self, text: &str) -> Listing<IpRestriction> {
        self.listing(Some(text.to_owned()))
    }

    fn listing(&self, filter: Option<String>) -> Listing<IpRestriction> {
        const DOING: &str = "cannot list the IP addresses";
        Listing::new(
            &self.scope,
            &filter,
            (DOING, &catalogue::LIST_IP_RESTRICTIONS),
            |entry| entry.id.as_str(),
            |scope, filter, wanted| async move {
                let (size, index) = (wanted.size, Some(wanted.index));
                let client = scope.client();
                client
                    .list_ip_restrictions(filter.as_deref(), size, index, None)
                    .await
            },
            |page: types::ListIpRestrictionsResponse| {
                let entries = page.items.into_iter().map(IpRestriction::from);
                Page::new(entries.collect(), page.metadata)
            },
        )
    }

    /// Puts an address on a list, or changes the entry that it has. Its id is in the [list](Self::list) afterwards.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/v1/restrictions/ip`
    pub async fn put(&self, entry: &NewIpRestriction) -> Result<(), Error> {
        const DOING: &str = "cannot put an IP address on a list";
        let client = self.scope.client();
        let outcome = client.create_ip_restriction(None, &entry.0).await;
        let operation = &catalogue::CREATE_IP_RESTRICTION;
        self.scope.told(DOING, operation, outcome)
    }

    /// Puts several addresses on their lists.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/v1/restrictions/ip/bulk`
    pub async fn put_all(&self, entries: &[NewIpRestriction]) -> Result<(), Error> {
        const DOING: &str = "cannot put IP addresses on a list";
        let body = types::CreateIpRestrictionsBulkDto {
            ips: entries.iter().map(|entry| entry.0.clone()).collect(),
        };
        let client = self.scope.client();
        let outcome = client.create_ip_restrictions_bulk(None, &body).await;
        let operation = &catalogue::CREATE_IP_RESTRICTIONS_BULK;
        self.scope.told(DOING, operation, outcome)
    }

    /// Takes an entry off its list.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): there is no such entry.
    ///
    /// # Wire
    /// `DELETE /identity/resources/configurations/v1/restrictions/ip/{id}`
    pub async fn delete(&self, id: &IpRestrictionId) -> Result<(), Error> {
        const DOING: &str = "cannot take an IP address off its list";
        let client = self.scope.client();
        let outcome = client.delete_ip_restriction(id.as_str(), None).await;
        let operation = &catalogue::DELETE_IP_RESTRICTION;
        self.scope.told(DOING, operation, outcome)
    }

    /// Whether addresses are looked at, and which list counts.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/restrictions/ip/config`
    pub async fn rules(&self) -> Result<IpRestrictionRules, Error> {
        const DOING: &str = "cannot read whether IP addresses count";
        let client = self.scope.client();
        let outcome = client.get_ip_restriction_configuration(None).await;
        let operation = &catalogue::GET_IP_RESTRICTION_CONFIGURATION;
        let answer = self.scope.told(DOING, operation, outcome)?;
        Ok(IpRestrictionRules {
            is_active: answer.is_active,
            list: answer.strategy,
        })
    }

    /// Decides whether addresses are looked at, and which list counts. Look first whether
    /// [your own](Self::check_own_address_is_listed) is on a list of those that come in.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/v1/restrictions/ip/config`
    pub async fn set_rules(&self, rules: &IpRestrictionRules) -> Result<(), Error> {
        const DOING: &str = "cannot set whether IP addresses count";
        let body = types::CreateOrUpdateIpRestrictionConfigDto {
            is_active: rules.is_active,
            strategy: rules.list.clone(),
        };
        let client = self.scope.client();
        let outcome = client.set_ip_restriction_configuration(None, &body).await;
        let operation = &catalogue::SET_IP_RESTRICTION_CONFIGURATION;
        self.scope.told(DOING, operation, outcome)
    }

    /// Looks whether the address from which this call comes is let in. From a back end that is the back end's.
    ///
    /// # Errors
    /// It is not: [`Forbidden`](crate::ErrorKind::Forbidden), as far as is known.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/v1/restrictions/ip/verify`
    pub async fn check_own_address(&self) -> Result<(), Error> {
        const DOING: &str = "cannot find the IP address let in";
        let outcome = self.scope.client().verify_current_ip(None).await;
        let operation = &catalogue::VERIFY_CURRENT_IP;
        self.scope.told(DOING, operation, outcome)
    }

    /// Looks whether the address from which this call comes is on the list of those that come in, and counts there.
    ///
    /// # Errors
    /// It is not: [`Forbidden`](crate::ErrorKind::Forbidden), as far as is known.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/v1/restrictions/ip/verify/allow`
    pub async fn check_own_address_is_listed(&self) -> Result<(), Error> {
        const DOING: &str = "cannot find the IP address on the list";
        let client = self.scope.client();
        let outcome = client.verify_current_ip_in_allow_list(None).await;
        let operation = &catalogue::VERIFY_CURRENT_IP_IN_ALLOW_LIST;
        self.scope.told(DOING, operation, outcome)
    }
}
