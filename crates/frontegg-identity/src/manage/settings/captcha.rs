//! Whether a login asks for a captcha.

use frontegg_identity_raw::{Secret, catalogue, types};

use super::shared::change_or_make;
use crate::error::Error;
use crate::manage::scope::Scope;
use crate::manage::wire::unless_missing;

/// Whether logins and sign-ups ask for a captcha (reCAPTCHA).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CaptchaPolicy {
    /// Whether they do.
    pub is_enabled: bool,
    /// The public key, for pages.
    pub site_key: String,
    /// The key with which the service looks at answers.
    pub secret_key: Secret,
    /// The lowest score that passes, 0 to 1; 1 is surely a human.
    pub min_score: f64,
    /// Addresses of users who are not asked.
    pub spared_emails: Vec<String>,
}

impl CaptchaPolicy {
    /// Asks everybody, with this pair of keys and this lowest score, 0 to 1.
    #[must_use]
    pub fn new(site_key: impl Into<String>, secret_key: Secret, min_score: f64) -> Self {
        Self {
            is_enabled: true,
            site_key: site_key.into(),
            secret_key,
            min_score,
            spared_emails: Vec::new(),
        }
    }

    /// Does not ask users with these addresses.
    #[must_use]
    pub fn spare_emails<'a>(mut self, emails: impl IntoIterator<Item = &'a str>) -> Self {
        self.spared_emails = emails.into_iter().map(str::to_owned).collect();
        self
    }

    /// The same, switched off.
    #[must_use]
    pub fn off(mut self) -> Self {
        self.is_enabled = false;
        self
    }

    fn read(answer: types::CaptchaPolicyResponse) -> Option<Self> {
        Some(Self {
            is_enabled: answer.enabled?,
            site_key: answer.site_key.unwrap_or_default(),
            secret_key: answer.secret_key.unwrap_or_else(|| "".into()),
            min_score: answer.min_score.unwrap_or_default(),
            spared_emails: answer.ignored_emails,
        })
    }
}

/// The captcha policy of an environment.
#[derive(Clone, Debug)]
pub struct CaptchaSettings {
    scope: Scope,
}

impl CaptchaSettings {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// The policy with both keys; none if it was never set.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/captcha-policy`
    pub async fn policy(&self) -> Result<Option<CaptchaPolicy>, Error> {
        const DOING: &str = "cannot read the captcha policy";
        let outcome = self.scope.client().get_captcha_policy().await;
        let operation = &catalogue::GET_CAPTCHA_POLICY;
        let outcome = self.scope.told(DOING, operation, outcome);
        Ok(unless_missing(outcome)?.and_then(CaptchaPolicy::read))
    }

    /// Sets the policy, whether or not there is one, in place of the whole that there was.
    ///
    /// # Errors
    /// [`Rejected`](crate::ErrorKind::Rejected): the service looks at the keys, and they are not good.
    /// [`Input`](crate::ErrorKind::Input): the score is no number.
    ///
    /// # Wire
    /// `PUT /identity/resources/configurations/v1/captcha-policy`
    ///
    /// `POST /identity/resources/configurations/v1/captcha-policy`, where there is none
    pub async fn set(&self, policy: &CaptchaPolicy) -> Result<(), Error> {
        const DOING: &str = "cannot set the captcha policy";
        let (replacing, creating) = (
            &catalogue::SET_CAPTCHA_POLICY,
            &catalogue::CREATE_CAPTCHA_POLICY,
        );
        let body = types::CaptchaPolicyRequest {
            enabled: policy.is_enabled,
            ignored_emails: Some(policy.spared_emails.clone()),
            min_score: policy.min_score,
            secret_key: policy.secret_key.clone(),
            site_key: policy.site_key.clone(),
        };
        let client = self.scope.client();
        change_or_make(
            async || {
                let outcome = client.set_captcha_policy(&body).await;
                self.scope.told(DOING, replacing, outcome).map(drop)
            },
            async || {
                let outcome = client.create_captcha_policy(&body).await;
                self.scope.told(DOING, creating, outcome).map(drop)
            },
        )
        .await
    }
}
