//! New users who come by themselves.

use std::fmt;

use frontegg_identity_raw::{Operation, Secret, catalogue};
use serde_json::{Map, Value};

use super::flow::Flow;
use super::mailed_link::MailedLink;
use super::outcome::Login;
use crate::client::Identity;
use crate::error::Error;

/// A user who signs up, with a company that becomes their tenant.
///
/// ```
/// use frontegg_identity::SignUp;
///
/// let grace = SignUp::new("grace@example.com", "Grace Hopper", "Eckert-Mauchly")
///     .username("grace")
///     .password("Compiler-A-0".into());
/// ```
#[derive(Clone)]
pub struct SignUp {
    by: By,
    email: Option<String>,
    username: Option<String>,
    phone: Option<String>,
    name: String,
    company: String,
    password: Option<Secret>,
    metadata: Option<Value>,
    invitation: Option<Secret>,
}

/// What a new user is known by. Each has its route.
#[derive(Clone, Copy, Debug)]
enum By {
    Email,
    Username,
    Phone,
}

impl SignUp {
    /// A user who is known by this mail address, with their name and the name of their company.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/signUp`
    pub fn new(
        email: impl Into<String>,
        name: impl Into<String>,
        company: impl Into<String>,
    ) -> Self {
        Self::by(By::Email, name, company).email(email)
    }

    /// A user who is known by this username. Without a mail address or a phone number nothing can be sent to them, so there
    /// is nothing to activate, and no way back to a forgotten password.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/signUp/username`
    pub fn by_username(
        username: impl Into<String>,
        name: impl Into<String>,
        company: impl Into<String>,
    ) -> Self {
        Self::by(By::Username, name, company).username(username)
    }

    /// A user who is known by this phone number, as `+15551234567`.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/signUp/phoneNumber`
    pub fn by_phone(
        number: impl Into<String>,
        name: impl Into<String>,
        company: impl Into<String>,
    ) -> Self {
        Self::by(By::Phone, name, company).phone(number)
    }

    fn by(by: By, name: impl Into<String>, company: impl Into<String>) -> Self {
        Self {
            by,
            email: None,
            username: None,
            phone: None,
            name: name.into(),
            company: company.into(),
            password: None,
            metadata: None,
            invitation: None,
        }
    }

    /// The mail address.
    #[must_use]
    pub fn email(mut self, address: impl Into<String>) -> Self {
        self.email = Some(address.into());
        self
    }

    /// The username.
    #[must_use]
    pub fn username(mut self, name: impl Into<String>) -> Self {
        self.username = Some(name.into());
        self
    }

    /// The phone number, as `+15551234567`.
    #[must_use]
    pub fn phone(mut self, number: impl Into<String>) -> Self {
        self.phone = Some(number.into());
        self
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

    fn operation(&self) -> &'static Operation {
        match self.by {
            By::Email => &catalogue::SIGN_UP_WITH_EMAIL,
            By::Username => &catalogue::SIGN_UP_WITH_USERNAME,
            By::Phone => &catalogue::SIGN_UP_WITH_PHONE_NUMBER,
        }
    }

    fn body(&self) -> Value {
        // The service wants JSON in a text.
        let metadata = self.metadata.as_ref().map(Value::to_string);
        let members = [
            ("email", self.email.as_deref()),
            ("username", self.username.as_deref()),
            ("phoneNumber", self.phone.as_deref()),
            ("name", Some(self.name.as_str())),
            ("companyName", Some(self.company.as_str())),
            ("password", self.password.as_ref().map(Secret::expose)),
            ("metadata", metadata.as_deref()),
            (
                "invitationToken",
                self.invitation.as_ref().map(Secret::expose),
            ),
        ];
        let members = members
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value?.into())));
        Value::Object(members.collect::<Map<_, _>>())
    }
}

impl fmt::Debug for SignUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignUp")
            .field("by", &self.by)
            .field("email", &self.email)
            .field("username", &self.username)
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
    /// The user has to activate first, with the link or the code that was sent: see [`Identity::activate`].
    Activation {
        /// The user's id.
        user_id: Option<String>,
        /// The link without its code, from environments that send a code: add it, with [`MailedLink::code`]. Others send a
        /// link, which is not told here.
        link: Option<MailedLink>,
    },
    /// The user may sign in.
    Created {
        /// The user's id.
        user_id: Option<String>,
    },
}

impl Identity {
    /// Signs a new user up.
    ///
    /// ```no_run
    /// # async fn run(identity: frontegg_identity::Identity) -> Result<(), frontegg_identity::Error> {
    /// use frontegg_identity::{SignUp, SignedUp};
    ///
    /// let grace = SignUp::by_phone("+15551234567", "Grace Hopper", "Eckert-Mauchly");
    /// match identity.sign_up(&grace).await? {
    ///     SignedUp::Activation { link: Some(link), .. } => {
    ///         let code = "000123"; // that Grace reads from her phone
    ///         let login = identity.activate(&link.code(code), None).await?;
    ///     }
    ///     SignedUp::Login(login) => println!("{login:?}"),
    ///     other => println!("{other:?}"),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Conflict`](crate::ErrorKind::Conflict): the address, the name or the number is taken.
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the password is too weak, for example.
    /// [`ErrorKind::Forbidden`](crate::ErrorKind::Forbidden): there are no sign-ups here, or the application has to be named
    /// ([`Code::ApplicationMissing`](crate::Code::ApplicationMissing)).
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/signUp`, `POST /identity/resources/users/v1/signUp/username` or
    /// `POST /identity/resources/users/v1/signUp/phoneNumber`, with `frontegg-application-id` if the client has an
    /// application.
    pub async fn sign_up(&self, user: &SignUp) -> Result<SignedUp, Error> {
        const DOING: &str = "cannot sign up";
        let operation = user.operation();
        let flow = Flow::new(self.clone());
        let call = flow
            .prepare(operation)
            .header("frontegg-application-id", self.application_id())
            .json(&user.body());
        let answer = self.answer(DOING, operation, call.send::<Value>().await)?;
        let text = |name: &str| answer[name].as_str().map(str::to_owned);
        let user_id = text("userId");
        if answer["shouldActivate"] == true {
            let parts = user_id.clone().zip(text("activationToken"));
            let link = parts.map(|(user_id, token)| MailedLink::new(user_id, token.into()));
            return Ok(SignedUp::Activation { user_id, link });
        }
        if !answer["authResponse"].is_object() {
            return Ok(SignedUp::Created { user_id });
        }
        let answer = answer.map(|mut body| body["authResponse"].take());
        let login = flow.conclude(DOING, operation, &answer, None).await?;
        Ok(SignedUp::Login(Box::new(login)))
    }
}
