// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Email Templates: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// The texts of the mails that an environment sends, one template per occasion, such as
/// `ResetPassword` or `InviteToTenant`. The routes take an environment token. An occasion without its
/// own template uses the built-in one, which can be read here as a starting point.
impl Client {
    /// List e-mail templates
    ///
    /// Returns the templates of the environment as a bare array, without paging; `type` narrows it to one
    /// occasion but the answer remains an array. Needs an environment token; no context header. Occasions
    /// that still use the built-in text may be absent. To write a template back, take its addresses from
    /// `redirectURLPattern` and `successRedirectUrlPattern` where present: in `redirectURL` and
    /// `successRedirectUrl` the placeholders are already filled in.
    ///
    /// # Arguments
    ///
    /// - `type_`: Return only the template of this occasion.
    ///
    /// # Wire
    ///
    /// `GET /resources/mail/v1/configs/templates`
    pub async fn list_email_templates(
        &self,
        type_: Option<types::EmailTemplateType>,
    ) -> Result<Response<::std::vec::Vec<types::GetTemplateResponseDto>>, Error> {
        self.call(&catalogue::LIST_EMAIL_TEMPLATES).query("type", &type_).send().await
    }

    /// Create or update an e-mail template
    ///
    /// Stores the template for one occasion, named by `type`; an existing one of that type is replaced.
    /// Needs an environment token; no context header. Members left out may fall back to defaults, so send
    /// the complete template. Placeholders are written in double braces, such as `{{redirectURL}}`. No
    /// content comes back.
    ///
    /// # Wire
    ///
    /// `POST /resources/mail/v1/configs/templates`
    pub async fn set_email_template(
        &self,
        body: &types::CreateTemplateDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::SET_EMAIL_TEMPLATE).json(body).send_unit().await
    }

    /// Delete an e-mail template
    ///
    /// Removes a customised template; mails of its type are expected to use the built-in text again. Needs
    /// an environment token; no context header. Where the identifier comes from is not known: no member of
    /// a listed template is known to carry it. To mute a mail instead, store its template with `active`
    /// false.
    ///
    /// # Arguments
    ///
    /// - `template_id`: Identifier of the template.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/mail/v1/configs/templates/{templateId}`
    pub async fn delete_email_template(
        &self,
        template_id: &str,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_EMAIL_TEMPLATE)
            .path("templateId", template_id)
            .send_unit()
            .await
    }

    /// Read a built-in e-mail template
    ///
    /// Returns the text that the service uses for an occasion that has no template of its own; customising
    /// it starts best from here. Needs an environment token; no context header. The answer does not depend
    /// on what has been stored for the environment.
    ///
    /// # Arguments
    ///
    /// - `type_`: Occasion whose built-in template is wanted.
    ///
    /// # Wire
    ///
    /// `GET /resources/mail/v1/configs/{type}/default`
    pub async fn get_default_email_template(
        &self,
        type_: types::EmailTemplateType,
    ) -> Result<Response<types::GetTemplateResponseDto>, Error> {
        self.call(&catalogue::GET_DEFAULT_EMAIL_TEMPLATE)
            .path("type", type_)
            .send()
            .await
    }
}
