//! The texts of mails.

pub use frontegg_identity_raw::types::EmailTemplateType;
use frontegg_identity_raw::{catalogue, types};

use super::shared::input;
use crate::error::Error;
use crate::manage::EmailTemplateId;
use crate::manage::scope::Scope;

/// The text of a mail for one occasion.
///
/// Placeholders stand in double braces, as `{{redirectURL}}`. To change a text start from the one that there is, since what
/// is none is sent to nobody and may fall back to the service's own:
///
/// ```
/// # use frontegg_identity::{Error, manage::{EmailTemplateType, Environment}};
/// # async fn run(environment: Environment) -> Result<(), Error> {
/// let templates = environment.settings().email_templates();
/// let kind = EmailTemplateType::MagicLink;
/// let mut template = match templates.get(&kind).await? {
///     Some(template) => template,
///     None => templates.default_text(&kind).await?,
/// };
/// template.subject = Some("Your way in".to_owned());
/// templates.set(&template).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EmailTemplate {
    /// The occasion.
    pub kind: EmailTemplateType,
    /// Whether the mail is sent at all.
    pub is_active: Option<bool>,
    /// The address it comes from.
    pub sender_email: Option<String>,
    /// The name it comes from.
    pub sender_name: Option<String>,
    /// The subject.
    pub subject: Option<String>,
    /// The body, as HTML, up to a million characters.
    pub html: Option<String>,
    /// Where its link leads, with its placeholders.
    pub redirect_url: Option<String>,
    /// Where the user goes afterwards, with its placeholders.
    pub success_redirect_url: Option<String>,
}

impl EmailTemplate {
    /// Nothing but the occasion.
    #[must_use]
    pub fn new(kind: EmailTemplateType) -> Self {
        Self {
            kind,
            is_active: None,
            sender_email: None,
            sender_name: None,
            subject: None,
            html: None,
            redirect_url: None,
            success_redirect_url: None,
        }
    }
}

impl From<types::GetTemplateResponseDto> for EmailTemplate {
    /// The addresses come twice, and only the patterns have their placeholders.
    fn from(template: types::GetTemplateResponseDto) -> Self {
        Self {
            kind: template.type_.unwrap_or_else(|| "".into()),
            is_active: template.active,
            sender_email: template.sender_email,
            sender_name: template.from_name,
            subject: template.subject,
            html: template.html_template,
            redirect_url: template.redirect_url_pattern.or(template.redirect_url),
            success_redirect_url: template
                .success_redirect_url_pattern
                .or(template.success_redirect_url),
        }
    }
}

/// The texts of an environment's mails.
#[derive(Clone, Debug)]
pub struct EmailTemplates {
    scope: Scope,
}

impl EmailTemplates {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// All texts of the environment's own. Other mails have the service's text.
    ///
    /// # Wire
    /// `GET /identity/resources/mail/v1/configs/templates`
    pub async fn list(&self) -> Result<Vec<EmailTemplate>, Error> {
        self.wanted(None).await
    }

    /// The environment's own text for an occasion, if it has one.
    ///
    /// # Wire
    /// `GET /identity/resources/mail/v1/configs/templates`
    pub async fn get(&self, kind: &EmailTemplateType) -> Result<Option<EmailTemplate>, Error> {
        let templates = self.wanted(Some(kind.clone())).await?;
        Ok(templates
            .into_iter()
            .find(|template| template.kind == *kind))
    }

    async fn wanted(&self, kind: Option<EmailTemplateType>) -> Result<Vec<EmailTemplate>, Error> {
        const DOING: &str = "cannot list the texts of mails";
        let outcome = self.scope.client().list_email_templates(kind).await;
        let operation = &catalogue::LIST_EMAIL_TEMPLATES;
        let templates = self.scope.told(DOING, operation, outcome)?;
        Ok(templates.into_iter().map(EmailTemplate::from).collect())
    }

    /// The service's text for an occasion, to start from.
    ///
    /// # Wire
    /// `GET /identity/resources/mail/v1/configs/{type}/default`
    pub async fn default_text(&self, kind: &EmailTemplateType) -> Result<EmailTemplate, Error> {
        const DOING: &str = "cannot read the service's text of a mail";
        let client = self.scope.client();
        let outcome = client.get_default_email_template(kind.clone()).await;
        let operation = &catalogue::GET_DEFAULT_EMAIL_TEMPLATE;
        Ok(self.scope.told(DOING, operation, outcome)?.into())
    }

    /// Sets the text for its occasion, in place of the whole that there was.
    ///
    /// # Errors
    /// [`Input`](crate::ErrorKind::Input): the body has more than a million characters.
    ///
    /// # Wire
    /// `POST /identity/resources/mail/v1/configs/templates`
    pub async fn set(&self, template: &EmailTemplate) -> Result<(), Error> {
        const DOING: &str = "cannot set the text of a mail";
        let operation = &catalogue::SET_EMAIL_TEMPLATE;
        let html = template.html.as_deref();
        let html = html.map(types::CreateTemplateDtoHtmlTemplate::try_from);
        let template = template.clone();
        let body = types::CreateTemplateDto {
            active: template.is_active,
            from_name: template.sender_name,
            html_template: html.transpose().map_err(|_| input(DOING, operation))?,
            redirect_url: template.redirect_url,
            sender_email: template.sender_email,
            subject: template.subject,
            success_redirect_url: template.success_redirect_url,
            type_: template.kind,
        };
        let outcome = self.scope.client().set_email_template(&body).await;
        self.scope.told(DOING, operation, outcome)
    }

    /// Deletes a text, so that its mail has the service's text again. No answer is known to tell the id; a mail that is not
    /// to be sent has a text that is not [active](EmailTemplate::is_active).
    ///
    /// # Wire
    /// `DELETE /identity/resources/mail/v1/configs/templates/{templateId}`
    pub async fn delete(&self, id: &EmailTemplateId) -> Result<(), Error> {
        const DOING: &str = "cannot delete the text of a mail";
        let outcome = self.scope.client().delete_email_template(id.as_str()).await;
        let operation = &catalogue::DELETE_EMAIL_TEMPLATE;
        self.scope.told(DOING, operation, outcome)
    }
}
