// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Core Settings: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Settings that hold for a whole environment: token lifetimes and signing, the main login method,
/// captcha, and the templates that shape issued JWTs. They are administrative and take an environment
/// token, so they belong in back ends and provisioning tools, never in a browser. One of the answers,
/// the identity configuration, also carries the public key with which a back end verifies access
/// tokens.
impl Client {
    /// Read the identity configuration
    ///
    /// Returns the identity configuration of the environment. Needs an environment token; no context
    /// header. Back ends mostly call it for `publicKey`, the PEM key that verifies access tokens signed
    /// with `RS256`; the same key is published without a token at `/.well-known/jwks.json` of the
    /// environment's domain. With `HS256` the signing secret is in `jwtSecret`, which may be empty
    /// otherwise. Members may be missing from environments that predate them.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1`
    pub async fn get_identity_configuration(
        &self,
    ) -> Result<Response<types::VendorConfigResponse>, Error> {
        self.call(&catalogue::GET_IDENTITY_CONFIGURATION).send().await
    }

    /// Create or change the identity configuration
    ///
    /// Writes the identity configuration of the environment: token lifetimes, cookie policy, main login
    /// method, sign-up and invitation switches, and what goes into user JWTs. Needs an environment token;
    /// no context header. Every member of the request is optional, and those left out are expected to keep
    /// their value. The answer is the whole configuration, including `jwtSecret`, so treat it as
    /// confidential. Changes of lifetime or signing algorithm apply to tokens issued afterwards; access
    /// tokens already issued stay valid until their `exp`. A back end that caches `publicKey` should read
    /// it again after a change of `jwtAlgorithm`.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/v1`
    pub async fn set_identity_configuration(
        &self,
        body: &types::VendorConfigRequest,
    ) -> Result<Response<types::VendorConfigResponse>, Error> {
        self.call(&catalogue::SET_IDENTITY_CONFIGURATION).json(body).send().await
    }

    /// Read the captcha policy
    ///
    /// Returns the captcha policy of the environment with both keys. Needs an environment token; no
    /// context header. An environment that never had a policy is expected to answer 404 rather than a
    /// disabled policy. For login pages there is a public reduced form at
    /// `/resources/configurations/v1/captcha-policy/public`, which does not expose the secret key.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/captcha-policy`
    pub async fn get_captcha_policy(
        &self,
    ) -> Result<Response<types::CaptchaPolicyResponse>, Error> {
        self.call(&catalogue::GET_CAPTCHA_POLICY).send().await
    }

    /// Replace the captcha policy
    ///
    /// Replaces the captcha policy of the environment. Needs an environment token; no context header. All
    /// members except `ignoredEmails` are required, so send the present keys again even to switch
    /// `enabled` only; they can be read with `GET`. The keys are expected to be checked as on creation.
    ///
    /// # Wire
    ///
    /// `PUT /resources/configurations/v1/captcha-policy`
    pub async fn set_captcha_policy(
        &self,
        body: &types::CaptchaPolicyRequest,
    ) -> Result<Response<types::CaptchaPolicyResponse>, Error> {
        self.call(&catalogue::SET_CAPTCHA_POLICY).json(body).send().await
    }

    /// Create the captcha policy
    ///
    /// Stores a reCAPTCHA key pair and a minimum score for the environment and, with `enabled`, turns
    /// captcha checks on. Needs an environment token; no context header. There is one policy per
    /// environment; to change it, use `PUT`. The keys are checked: an unusable one is refused with 400 and
    /// the message `Site key must be valid`. While it is enabled, login and sign-up bodies must carry
    /// `recaptchaToken`.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/v1/captcha-policy`
    pub async fn create_captcha_policy(
        &self,
        body: &types::CaptchaPolicyRequest,
    ) -> Result<Response<types::CaptchaPolicyResponse>, Error> {
        self.call(&catalogue::CREATE_CAPTCHA_POLICY).json(body).send().await
    }

    /// Read the JWT template targeting
    ///
    /// Returns the rules that decide which JWT template shapes a token. Needs an environment token; no
    /// context header. There is a single targeting per environment; 404 means that none has been created.
    /// The rules are nested as `targeting.rules`, whereas the write routes take `rules` at the top level.
    /// The `id` of the answer is needed to patch or delete the targeting.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/jwt-template-targeting`
    pub async fn get_jwt_template_targeting(
        &self,
    ) -> Result<Response<types::JwtTemplateTargetingResponseDto>, Error> {
        self.call(&catalogue::GET_JWT_TEMPLATE_TARGETING).send().await
    }

    /// Replace the JWT template targeting
    ///
    /// Replaces all targeting rules of the environment, addressing the single targeting without its
    /// identifier; where none exists it is expected to create one. Needs an environment token; no context
    /// header. Rules that are not in the request are lost. The answer is 200 with an empty body; read the
    /// result with `GET`.
    ///
    /// # Wire
    ///
    /// `PUT /resources/configurations/v1/jwt-template-targeting`
    pub async fn set_jwt_template_targeting(
        &self,
        body: &types::UpdateJwtTemplateTargetingRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::SET_JWT_TEMPLATE_TARGETING).json(body).send_unit().await
    }

    /// Create the JWT template targeting
    ///
    /// Stores the targeting rules of an environment that has none yet. Needs an environment token; no
    /// context header. If a targeting exists the service answers 409; repeat the request with `PUT`, which
    /// replaces it. Rules are tried in order and the first whose conditions all hold selects the template.
    /// A token that no rule matches is expected to keep the standard claims.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/v1/jwt-template-targeting`
    pub async fn create_jwt_template_targeting(
        &self,
        body: &types::UpdateJwtTemplateTargetingRequestDto,
    ) -> Result<Response<types::JwtTemplateTargetingResponseDto>, Error> {
        self.call(&catalogue::CREATE_JWT_TEMPLATE_TARGETING).json(body).send().await
    }

    /// Delete the JWT template targeting
    ///
    /// Removes the targeting and all its rules; tokens issued afterwards are expected to carry the
    /// standard claims again. Needs an environment token; no context header. The templates themselves
    /// remain. 404 means that no targeting with this identifier exists, which a clean-up may take as
    /// success.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the targeting, from its `GET` or `POST` answer.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/configurations/v1/jwt-template-targeting/{id}`
    pub async fn delete_jwt_template_targeting(
        &self,
        id: &str,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_JWT_TEMPLATE_TARGETING)
            .path("id", id)
            .send_unit()
            .await
    }

    /// Change a JWT template targeting by identifier
    ///
    /// Writes new rules to the targeting with this identifier. Needs an environment token; no context
    /// header. The request has `rules` as its only member, so a list that is sent is expected to replace
    /// the stored list as a whole, not to be merged rule by rule. No content comes back.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the targeting, from its `GET` or `POST` answer.
    ///
    /// # Wire
    ///
    /// `PATCH /resources/configurations/v1/jwt-template-targeting/{id}`
    pub async fn update_jwt_template_targeting(
        &self,
        id: &str,
        body: &types::UpdateJwtTemplateTargetingRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::UPDATE_JWT_TEMPLATE_TARGETING)
            .path("id", id)
            .json(body)
            .send_unit()
            .await
    }

    /// List JWT templates
    ///
    /// Returns the JWT templates of the environment, one page at a time, optionally only those with given
    /// keys or identifiers. Needs an environment token; no context header. `_offset` is a zero-based page
    /// index, not an item offset: ask for pages until the index reaches `_metadata.totalPages`. Misspelt
    /// parameter names are ignored without an error.
    ///
    /// # Arguments
    ///
    /// - `limit`: Number of templates per page, at least 1.
    /// - `offset`: Zero-based index of the page, not of the first item.
    /// - `order`: Direction of the sort, ascending (`ASC`) or descending (`DESC`).
    /// - `sort_by`: Member by which the templates are sorted.
    /// - `ids`: Return only the templates with these identifiers.
    /// - `keys`: Return only the templates with these keys.
    ///
    /// # Wire
    ///
    /// `GET /resources/jwt-templates/v1`
    pub async fn list_jwt_templates(
        &self,
        limit: Option<::std::num::NonZeroU64>,
        offset: Option<u64>,
        order: Option<types::SortOrder>,
        sort_by: Option<types::ListJwtTemplatesSortBy>,
        ids: Option<&::std::vec::Vec<::std::string::String>>,
        keys: Option<&::std::vec::Vec<::std::string::String>>,
    ) -> Result<Response<types::ListJwtTemplatesResponse>, Error> {
        self.call(&catalogue::LIST_JWT_TEMPLATES)
            .query("_limit", &limit)
            .query("_offset", &offset)
            .query("_order", &order)
            .query("_sortBy", &sort_by)
            .query("ids", &ids)
            .query("keys", &keys)
            .send()
            .await
    }

    /// Create a JWT template
    ///
    /// Stores a template that fixes the claims, lifetime and signature algorithm of tokens. Needs an
    /// environment token; no context header. A targeting rule puts it to use by naming its `key`.
    /// `templateSchema.claims` must contain `iss`, `sub`, `aud`, `exp` and `iat`, and `aud` must be
    /// `{{clientId}}` or `{{applicationId}}`. Reserved claims such as `type` are refused with the message
    /// `Claims reserved for internal use are not allowed`. Whether `tenantId` may be listed, or is added
    /// by itself, has varied: decode a token made from the template before relying on it.
    ///
    /// # Wire
    ///
    /// `POST /resources/jwt-templates/v1`
    pub async fn create_jwt_template(
        &self,
        body: &types::CreateJwtTemplateDto,
    ) -> Result<Response<types::JwtTemplateResponseDto>, Error> {
        self.call(&catalogue::CREATE_JWT_TEMPLATE).json(body).send().await
    }

    /// Read a JWT template
    ///
    /// Returns one JWT template. Needs an environment token; no context header. The path takes the
    /// template's `id`; to find a template by its `key`, list with `keys`. 404 means that it does not
    /// exist.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the template (`id`, not `key`).
    ///
    /// # Wire
    ///
    /// `GET /resources/jwt-templates/v1/{id}`
    pub async fn get_jwt_template(
        &self,
        id: &str,
    ) -> Result<Response<types::JwtTemplateResponseDto>, Error> {
        self.call(&catalogue::GET_JWT_TEMPLATE).path("id", id).send().await
    }

    /// Update a JWT template
    ///
    /// Changes a JWT template and returns the result. Needs an environment token; no context header.
    /// Members left out are expected to stay as they are, but `templateSchema.claims` is one value: send
    /// all claims, under the same rules as on creation. Tokens issued before keep their old claims. If
    /// `key` changes, adapt the targeting rules that name the old one.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the template (`id`, not `key`).
    ///
    /// # Wire
    ///
    /// `PUT /resources/jwt-templates/v1/{id}`
    pub async fn update_jwt_template(
        &self,
        id: &str,
        body: &types::UpdateJwtTemplateDto,
    ) -> Result<Response<types::JwtTemplateResponseDto>, Error> {
        self.call(&catalogue::UPDATE_JWT_TEMPLATE).path("id", id).json(body).send().await
    }

    /// Delete a JWT template
    ///
    /// Deletes a JWT template. Needs an environment token; no context header. Take its `key` out of the
    /// targeting rules first; what happens to tokens whose rule names a missing template is not known. A
    /// template that is already gone answers 404.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the template (`id`, not `key`).
    ///
    /// # Wire
    ///
    /// `DELETE /resources/jwt-templates/v1/{id}`
    pub async fn delete_jwt_template(&self, id: &str) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_JWT_TEMPLATE).path("id", id).send_unit().await
    }

    /// Read the short form of the identity configuration
    ///
    /// Returns two settings of the identity configuration: whether permissions are enforced, and which
    /// kind of machine token the environment uses. Needs an environment token; no context header. Unlike
    /// `GET /resources/configurations/v1`, the answer holds no secret and no key.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/basic`
    pub async fn get_basic_identity_configuration(
        &self,
    ) -> Result<Response<types::VendorConfigBasicResponse>, Error> {
        self.call(&catalogue::GET_BASIC_IDENTITY_CONFIGURATION).send().await
    }

    /// Get the public part of the captcha policy
    ///
    /// Tells a login page whether it has to obtain a `recaptchaToken` and with which site key. No token is
    /// needed. Clients take an error as "no captcha".
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Host of the environment, for instance `acme.frontegg.com`; needed only
    ///   when the call goes to a regional API host.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/captcha-policy/public`
    pub async fn get_public_captcha_policy(
        &self,
        frontegg_vendor_host: Option<&str>,
    ) -> Result<Response<types::PublicCaptchaPolicyResponse>, Error> {
        self.call(&catalogue::GET_PUBLIC_CAPTCHA_POLICY)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .send()
            .await
    }

    /// Get the public configuration of the environment
    ///
    /// Returns the few settings of the environment that a login page needs, such as whether sign-up is
    /// open. It is expected to need no token. The whole configuration, with keys and secrets, is
    /// `/resources/configurations/v1`.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Host of the environment, for instance `acme.frontegg.com`; needed only
    ///   when the call goes to a regional API host.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/public`
    pub async fn get_public_identity_configuration(
        &self,
        frontegg_vendor_host: Option<&str>,
    ) -> Result<Response<types::PublicVendorConfigResponse>, Error> {
        self.call(&catalogue::GET_PUBLIC_IDENTITY_CONFIGURATION)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .send()
            .await
    }

    /// Get the sign-in strategies for a login page
    ///
    /// Returns the main and secondary sign-in strategies of the environment. No token is needed: a login
    /// page calls it. Strategies that this document does not list may appear.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Host of the environment, for instance `acme.frontegg.com`; needed only
    ///   when the call goes to a regional API host.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/auth/strategies/public`
    pub async fn get_public_auth_strategies(
        &self,
        frontegg_vendor_host: Option<&str>,
    ) -> Result<Response<types::AuthStrategiesResponse>, Error> {
        self.call(&catalogue::GET_PUBLIC_AUTH_STRATEGIES)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .send()
            .await
    }

    /// Get the sign-in strategies for a signed-in user
    ///
    /// Returns the main and secondary sign-in strategies of the environment to a caller with the access
    /// token of a user. The answer is the same as that of the public twin for login pages.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/auth/strategies`
    pub async fn get_auth_strategies(
        &self,
    ) -> Result<Response<types::AuthStrategiesResponse>, Error> {
        self.call(&catalogue::GET_AUTH_STRATEGIES).send().await
    }

    /// List the sign-up strategies
    ///
    /// Lists the identifiers with which new users may or must sign up. A sign-up page reads it, so it is
    /// expected to need no token.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Host of the environment, for instance `acme.frontegg.com`; needed only
    ///   when the call goes to a regional API host.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/sign-up/strategies`
    pub async fn list_sign_up_strategies(
        &self,
        frontegg_vendor_host: Option<&str>,
    ) -> Result<Response<::std::vec::Vec<types::SignUpStrategyDto>>, Error> {
        self.call(&catalogue::LIST_SIGN_UP_STRATEGIES)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .send()
            .await
    }
}
