//! Which domains the addresses of users may have.

pub use frontegg_identity_raw::types::DomainRestrictionType;
use frontegg_identity_raw::{catalogue, types};

use crate::error::Error;
use crate::manage::page::Page;
use crate::manage::scope::Scope;
use crate::manage::{EmailDomainId, Listing};

/// A domain on one of the two lists.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EmailDomain {
    /// Names the entry.
    pub id: EmailDomainId,
    /// As `example.com`.
    pub domain: String,
    /// On which list it is.
    pub list: Option<DomainRestrictionType>,
}

impl From<types::DomainRestrictionsResponse> for EmailDomain {
    fn from(entry: types::DomainRestrictionsResponse) -> Self {
        Self {
            id: entry.id.unwrap_or_default().into(),
            domain: entry.domain.unwrap_or_default(),
            list: entry.type_,
        }
    }
}

/// Whether domains are looked at, and which list counts.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EmailDomainRules {
    /// Whether they are.
    pub is_active: bool,
    /// The list that counts: only what is on it comes in, or all but what is on it.
    pub list: Option<DomainRestrictionType>,
    /// Whether addresses at providers where anybody gets one are refused as well.
    pub blocks_public_domains: Option<bool>,
}

impl EmailDomainRules {
    /// Looks at domains, by this list.
    #[must_use]
    pub fn by(list: DomainRestrictionType) -> Self {
        Self {
            is_active: true,
            list: Some(list),
            blocks_public_domains: None,
        }
    }

    /// Whether addresses at providers where anybody gets one are refused as well.
    #[must_use]
    pub fn block_public_domains(mut self, is_wanted: bool) -> Self {
        self.blocks_public_domains = Some(is_wanted);
        self
    }

    /// The same, switched off.
    #[must_use]
    pub fn off(mut self) -> Self {
        self.is_active = false;
        self
    }
}

/// Which domains the addresses of users may have.
#[derive(Clone, Debug)]
pub struct EmailDomains {
    scope: Scope,
}

impl EmailDomains {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// The entries of both lists.
    ///
    /// The service has no parameter for the page: if there is more than one, the list ends after the first with
    /// [`RepeatedPage`](crate::ErrorKind::RepeatedPage).
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/restrictions/v1/email-domain`
    pub fn list(&self) -> Listing<EmailDomain> {
        const DOING: &str = "cannot list the domains of addresses";
        Listing::new(
            &self.scope,
            &(),
            (DOING, &catalogue::LIST_EMAIL_DOMAIN_RESTRICTIONS),
            |entry| entry.id.as_str(),
            |scope, (), _| async move { scope.client().list_email_domain_restrictions().await },
            |page: types::ListEmailDomainRestrictionsResponse| {
                let entries = page.items.into_iter().map(EmailDomain::from);
                let mut page = Page::new(entries.collect(), page.metadata);
                // Where no number of pages is told, there is no other page to ask for.
                page.total_pages.get_or_insert(1);
                page
            },
        )
    }

    /// Puts a domain, as `example.com`, on a list. It counts while that list [does](Self::rules).
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/restrictions/v1/email-domain`
    pub async fn add(
        &self,
        domain: &str,
        list: DomainRestrictionType,
    ) -> Result<EmailDomain, Error> {
        const DOING: &str = "cannot add a domain of addresses";
        let body = types::DomainRestrictionsCreateRequest {
            domain: domain.to_owned(),
            type_: list,
        };
        let client = self.scope.client();
        let outcome = client.create_email_domain_restriction(&body).await;
        let operation = &catalogue::CREATE_EMAIL_DOMAIN_RESTRICTION;
        Ok(self.scope.told(DOING, operation, outcome)?.into())
    }

    /// Puts these domains on a list, in place of all that are on either.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/restrictions/v1/email-domain/replace-bulk`
    pub async fn replace<'a>(
        &self,
        domains: impl IntoIterator<Item = &'a str>,
        list: DomainRestrictionType,
    ) -> Result<Vec<EmailDomain>, Error> {
        const DOING: &str = "cannot replace the domains of addresses";
        let body = types::DomainRestrictionsBulkRequestRequest {
            domains: domains.into_iter().map(str::to_owned).collect(),
            type_: list,
        };
        let client = self.scope.client();
        let outcome = client.set_email_domain_restrictions(&body).await;
        let operation = &catalogue::SET_EMAIL_DOMAIN_RESTRICTIONS;
        let entries = self.scope.told(DOING, operation, outcome)?;
        Ok(entries.into_iter().map(EmailDomain::from).collect())
    }

    /// Takes an entry off its list. A list of those that come in may let nobody in when its last entry is gone.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): there is no such entry.
    ///
    /// # Wire
    /// `DELETE /identity/resources/configurations/restrictions/v1/email-domain/{id}`
    pub async fn delete(&self, id: &EmailDomainId) -> Result<(), Error> {
        const DOING: &str = "cannot delete a domain of addresses";
        let client = self.scope.client();
        let outcome = client.delete_email_domain_restriction(id.as_str()).await;
        let operation = &catalogue::DELETE_EMAIL_DOMAIN_RESTRICTION;
        self.scope.told(DOING, operation, outcome)
    }

    /// Whether domains are looked at, and which list counts.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/restrictions/v1/email-domain/config`
    pub async fn rules(&self) -> Result<EmailDomainRules, Error> {
        const DOING: &str = "cannot read whether domains of addresses count";
        let client = self.scope.client();
        let outcome = client.get_email_domain_restriction_configuration().await;
        let operation = &catalogue::GET_EMAIL_DOMAIN_RESTRICTION_CONFIGURATION;
        let answer = self.scope.told(DOING, operation, outcome)?;
        Ok(EmailDomainRules {
            is_active: answer.active.unwrap_or_default(),
            list: answer.list_type,
            blocks_public_domains: answer.block_public_domains,
        })
    }

    /// Decides whether domains are looked at, and which list counts.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/restrictions/v1/email-domain/config`
    pub async fn set_rules(&self, rules: &EmailDomainRules) -> Result<(), Error> {
        const DOING: &str = "cannot set whether domains of addresses count";
        let body = types::DomainRestrictionsConfigUpdateRequest {
            active: rules.is_active,
            block_public_domains: rules.blocks_public_domains,
            type_: rules.list.clone(),
        };
        let client = self.scope.client();
        let outcome = client
            .set_email_domain_restriction_configuration(&body)
            .await;
        let operation = &catalogue::SET_EMAIL_DOMAIN_RESTRICTION_CONFIGURATION;
        self.scope.told(DOING, operation, outcome).map(drop)
    }
}
