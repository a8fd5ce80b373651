//! New users: sign-up, activation and invitation.

use std::fmt;

use frontegg_identity_raw::{Operation, Secret, catalogue};
use serde_json::{Map, Value, json};

use super::flow::Flow;
use super::outcome::Login;
use crate::client::Identity;
use crate::error::Error;

/// A user who signs up, with a company that becomes their tenant.
///
/// ```
/// use frontegg_identity::SignUp;
///
/// let grace = SignUp::new("grace@example.com", "Grace Hopper", "Eckert-Mauchly")
///     .password("Compiler-A-0".into());
/// ```
#[derive(Clone)]
pub struct SignUp {
    email: String,
    name: String,
    company: String,
    password: Option<Secret>,
    metadata: Option<Value>,
    invitation: Option<Secret>,
}

impl SignUp {
    /// A user with this address and name, and the name of their company.
    pub fn new(
        email: impl Into<String>,
        name: impl Into<String>,
        company: impl Into<String>,
    ) -> Self {
        Self {
            email: email.into(),
            name: name.into(),
            company: company.into(),
            password: None,
            metadata: None,
            invitation: None,
        }
    }

    /// The password; without one, the user sets it when they activate, or signs in by other means.
    #[must_use]
    pub fn password(mut self, password: Secret) -> Self {
        self.password = Some(password);
        self
    }

    /// Metadata of the user, any JSON.
    #[must_use]
    pub fn metadata(mut self, metadata: Value) -> Self {
        self.metadata = Some(metadata);
        self
    }

    /// The token of an invitation to a tenant, which the user joins instead of getting one of their own.
    #[must_use]
    pub fn invitation(mut self, token: Secret) -> Self {
        self.invitation = Some(token);
        self
    }

    fn body(&self) -> Value {
        let mut body = Map::new();
        let mut set = |name: &str, value: Value| body.insert(name.to_owned(), value);
        set("email", self.email.as_str().into());
        set("name", self.name.as_str().into());
        set("companyName", self.company.as_str().into());
        if let Some(password) = &self.password {
            set("password", password.expose().into());
        }
        if let Some(metadata) = &self.metadata {
            // The service wants JSON in a text.
            set("metadata", metadata.to_string().into());
        }
        if let Some(token) = &self.invitation {
            set("invitationToken", token.expose().into());
        }
        Value::Object(body)
    }
}

impl fmt::Debug for SignUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignUp")
            .field("email", &self.email)
            .field("has_password", &self.password.is_some())
            .finish_non_exhaustive()
    }
}

/// What a sign-up has come to. The user is there in each case.
#[derive(Debug)]
#[must_use]
#[non_exhaustive]
pub enum SignedUp {
    /// The user is signing in already.
    Login(Box<Login>),
    /// The user has to activate first, with the link that was mailed.
    Activation {
        /// The user's id.
        user_id: Option<String>,
        /// The token of the link, from environments that give it away here.
        token: Option<Secret>,
    },
    /// The user may sign in.
    Created {
        /// The user's id.
        user_id: Option<String>,
    },
}

/// What a link in a mail says: whom it is for, and the token that proves that it was read.
///
/// Both stand in the link's query, as `userId` and `token`.
#[derive(Clone)]
pub struct MailedLink {
    pub(super) user_id: String,
    pub(super) token: Secret,
}

impl MailedLink {
    /// The parts of a link.
    pub fn new(user_id: impl Into<String>, token: Secret) -> Self {
        Self {
            user_id: user_id.into(),
            token,
        }
    }

    pub(super) fn body(&self, password: Option<&Secret>) -> Value {
        let mut body = json!({ "userId": self.user_id, "token": self.token.expose() });
        if let Some(password) = password {
            body["password"] = password.expose().into();
        }
        body
    }
}

impl fmt::Debug for MailedLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MailedLink")
            .field("user_id", &self.user_id)
            .finish_non_exhaustive()
    }
}

impl Identity {
    /// Signs a new user up.
    ///
    /// # Errors
    /// [`ErrorKind::Conflict`](crate::ErrorKind::Conflict): the address is taken.
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the password is too weak, for example.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/signUp`, with `frontegg-application-id` if the client has an application.
    pub async fn sign_up(&self, user: &SignUp) -> Result<SignedUp, Error> {
        const DOING: &str = "cannot sign up";
        let operation = &catalogue::SIGN_UP_WITH_EMAIL;
        let flow = Flow::new(self.clone());
        let call = flow
            .prepare(operation)
            .header("frontegg-application-id", self.application_id())
            .json(&user.body());
        let answer = self.answer(DOING, operation, call.send::<Value>().await)?;
        let text = |name: &str| answer[name].as_str().map(str::to_owned);
        let user_id = text("userId");
        if answer["shouldActivate"] == true {
            let token = text("activationToken").map(Secret::from);
            return Ok(SignedUp::Activation { user_id, token });
        }
        if !answer["authResponse"].is_object() {
            return Ok(SignedUp::Created { user_id });
        }
        let answer = answer.map(|mut body| body["authResponse"].take());
        let login = flow.conclude(DOING, operation, &answer, None).await?;
        Ok(SignedUp::Login(Box::new(login)))
    }

    /// Activates a user with the link of the mail, sets their password if there is one, and signs them in.
    ///
    /// # Errors
    /// The link is wrong, used or old; or the password is too weak, and the link can be used again.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/activate`
    pub async fn activate(
        &self,
        link: &MailedLink,
        password: Option<&Secret>,
    ) -> Result<Login, Error> {
        let operation = &catalogue::ACTIVATE_USER;
        self.by_link("cannot activate the user", operation, link.body(password))
            .await
    }

    /// Accepts an invitation with the link of the mail, and signs the user in.
    ///
    /// # Errors
    /// The link is wrong, used or old, or the tenant is locked.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/invitation/accept`
    pub async fn accept_invitation(&self, link: &MailedLink) -> Result<Login, Error> {
        let operation = &catalogue::ACCEPT_INVITATION;
        self.by_link("cannot accept the invitation", operation, link.body(None))
            .await
    }

    async fn by_link(
        &self,
        doing: &'static str,
        operation: &'static Operation,
        body: Value,
    ) -> Result<Login, Error> {
        let flow = Flow::new(self.clone());
        flow.finish(doing, operation, None, body).await
    }
}
