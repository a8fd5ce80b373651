//! Sessions of machines: API tokens, OAuth clients, and the environment itself.

use std::fmt;
use std::sync::Arc;

use frontegg_identity_raw::reqwest::Method;
use frontegg_identity_raw::reqwest::header::HeaderMap;
use frontegg_identity_raw::{Operation, Secret, catalogue};
use serde_json::{Value, json};

use super::door::Door;
use super::engine::{Ask, BoxFuture, Engine, Exchange, Reply};
use super::grant::Grant;
use super::handle::AccessToken;
use super::place::{Place, store_error};
use super::state::SessionWatch;
use super::turn::Turn;
use super::user::{kept, later};
use crate::client::Identity;
use crate::error::{Error, ErrorKind};
use crate::store::{SavedSession, SessionKey};
use crate::token::Tokens;

static ENVIRONMENT: Operation = Operation::new(
    "authenticate_environment",
    Method::POST,
    "/auth/vendor",
    "Environment",
);
const SIGNING_IN: &str = "cannot sign in";
const RENEWING: &str = "cannot renew the session";

static OAUTH: Operation = Operation::new("oauth_token", Method::POST, "/oauth/token", "OAuth");

/// How a machine says who it is.
///
/// ```
/// use frontegg_identity::Credentials;
///
/// let credentials = Credentials::api_token("a client id", "a secret".into());
/// assert!(!format!("{credentials:?}").contains("a secret"));
/// ```
#[derive(Clone)]
pub struct Credentials {
    kind: Kind,
    client_id: String,
    secret: Secret,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    ApiToken,
    ApiTokenV1,
    Environment,
    OAuthClient,
}

impl Credentials {
    /// An API token of a tenant or of a user.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v2/api-token`, and `POST /identity/resources/auth/v2/api-token/token/refresh`
    pub fn api_token(client_id: impl Into<String>, secret: Secret) -> Self {
        Self::new(Kind::ApiToken, client_id, secret)
    }

    /// An API token by the older routes, for an environment that has only those.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/api-token`, and `POST /identity/resources/auth/v1/api-token/token/refresh`
    pub fn api_token_v1(client_id: impl Into<String>, secret: Secret) -> Self {
        Self::new(Kind::ApiTokenV1, client_id, secret)
    }

    /// The environment: the key to its management. Keep it on servers.
    ///
    /// # Wire
    /// `POST /auth/vendor`
    pub fn environment(client_id: impl Into<String>, secret: Secret) -> Self {
        Self::new(Kind::Environment, client_id, secret)
    }

    /// An OAuth client (RFC 6749, section 4.4).
    ///
    /// # Wire
    /// `POST /oauth/token` with a JSON body
    pub fn oauth_client(client_id: impl Into<String>, secret: Secret) -> Self {
        Self::new(Kind::OAuthClient, client_id, secret)
    }

    fn new(kind: Kind, client_id: impl Into<String>, secret: Secret) -> Self {
        Self {
            kind,
            client_id: client_id.into(),
            secret,
        }
    }

    /// The call that exchanges them for tokens.
    fn exchange(&self) -> (&'static Operation, Value) {
        let (id, secret) = (&self.client_id, self.secret.expose());
        let operation = match self.kind {
            Kind::ApiToken => &catalogue::AUTHENTICATE_API_TOKEN,
            Kind::ApiTokenV1 => &catalogue::AUTHENTICATE_API_TOKEN_V1,
            Kind::Environment => &ENVIRONMENT,
            Kind::OAuthClient => {
                let body = json!({
                    "grant_type": "client_credentials",
                    "client_id": id,
                    "client_secret": secret,
                });
                return (&OAUTH, body);
            }
        };
        (operation, json!({ "clientId": id, "secret": secret }))
    }

    /// The call that renews tokens, if there is one.
    fn refresh(&self, token: &Secret) -> Option<(&'static Operation, Value)> {
        let operation = match self.kind {
            Kind::ApiToken => &catalogue::REFRESH_API_TOKEN,
            Kind::ApiTokenV1 => &catalogue::REFRESH_API_TOKEN_V1,
            // Neither gives a refresh token of use: the credentials are at hand.
            Kind::Environment | Kind::OAuthClient => return None,
        };
        // In camel case, although version 2 answers in snake case.
        Some((operation, json!({ "refreshToken": token.expose() })))
    }

    /// The routes outside the identity service are below the base URL.
    fn client<'a>(&self, identity: &'a Identity) -> &'a frontegg_identity_raw::Client {
        match self.kind {
            Kind::ApiToken | Kind::ApiTokenV1 => identity.service(),
            Kind::Environment | Kind::OAuthClient => identity.root(),
        }
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

/// A machine's session. Clones share it.
///
/// It is renewed by its refresh token, if it has one, and by its credentials if the server refuses that. Neither task nor
/// timer run for it.
#[derive(Clone)]
pub struct MachineSession {
    identity: Identity,
    engine: Engine<MachineExchange>,
}

impl Identity {
    /// Signs a machine in.
    ///
    /// ```no_run
    /// # async fn run(identity: frontegg_identity::Identity) -> Result<(), frontegg_identity::Error> {
    /// use frontegg_identity::Credentials;
    ///
    /// let credentials = Credentials::environment("the client id", "the API key".into());
    /// let session = identity.sign_in_as_machine(credentials).await?;
    /// let token = session.access_token().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Unauthorized`]: the credentials are wrong, or belong to another region.
    /// [`ErrorKind::Forbidden`]: the environment has API tokens turned off.
    ///
    /// # Wire
    /// One call; see [`Credentials`].
    pub async fn sign_in_as_machine(
        &self,
        credentials: Credentials,
    ) -> Result<MachineSession, Error> {
        let exchange =
            MachineExchange::new(self.clone(), credentials, &SavedSession::default(), None);
        let tokens = exchange.by_credentials(SIGNING_IN).await?;
        let tokens = exchange.learn(tokens);
        Ok(MachineSession {
            identity: self.clone(),
            engine: Engine::new(exchange, Some(tokens), self.transport()),
        })
    }

    /// Signs a machine in, or goes on with its session that is kept in the client's store under this key.
    ///
    /// Processes that share the store share the session: one of them exchanges the credentials or renews, and the others
    /// take what it got.
    ///
    /// # Errors
    /// As for [`sign_in_as_machine`](Self::sign_in_as_machine), and [`ErrorKind::Store`]: the store failed.
    ///
    /// # Wire
    /// One call, or none; see [`Credentials`].
    pub async fn stored_machine(
        &self,
        credentials: Credentials,
        key: SessionKey,
    ) -> Result<MachineSession, Error> {
        let place = Place::new(Arc::clone(self.store()), key);
        let saved = place
            .load_readable()
            .await
            .map_err(store_error(SIGNING_IN))?;
        let saved = saved.unwrap_or_default();
        let exchange =
            MachineExchange::new(self.clone(), credentials, &saved, Some(Arc::new(place)));
        let session = MachineSession {
            identity: self.clone(),
            engine: Engine::new(exchange, saved.tokens(None).cloned(), self.transport()),
        };
        session.access_token().await?;
        Ok(session)
    }
}

impl MachineSession {
    /// A token that is good for at least one request.
    ///
    /// # Errors
    /// [`Error::needs_sign_in`]: the server takes neither the refresh token nor the credentials any more. Everything else
    /// passes: try again after [`Error::retry_after`].
    ///
    /// # Wire
    /// At most one renewal, shared by all callers; see [`Credentials`].
    ///
    /// # Cancel safety
    /// Dropping the future stops the waiting, not the renewal.
    pub async fn access_token(&self) -> Result<AccessToken, Error> {
        self.engine.token().await.map(AccessToken::new)
    }

    /// The value of the header `Authorization` for one request.
    ///
    /// # Errors
    /// As for [`access_token`](Self::access_token).
    pub async fn authorization(&self) -> Result<Secret, Error> {
        Ok(self.access_token().await?.authorization())
    }

    /// Renews the session now, whatever the age of its token.
    ///
    /// # Errors
    /// As for [`access_token`](Self::access_token).
    pub async fn refresh_now(&self) -> Result<AccessToken, Error> {
        self.engine.renew_anew().await.map(AccessToken::new)
    }

    /// How the session stands, now and from now on.
    #[must_use]
    pub fn watch(&self) -> SessionWatch {
        SessionWatch::new(self.engine.watch())
    }

    pub(crate) fn identity(&self) -> &Identity {
        &self.identity
    }

    /// Every operation of the API as this machine. A 401 is answered with a renewal and one more sending.
    #[must_use]
    pub fn raw(&self) -> frontegg_identity_raw::Client {
        self.client(Some(HeaderMap::new()))
    }

    pub(super) fn client(&self, context: Option<HeaderMap>) -> frontegg_identity_raw::Client {
        self.identity.service().with_interceptor(Door {
            engine: self.engine.clone(),
            transport: Arc::clone(self.identity.transport()),
            context,
        })
    }

    /// Whether it signed in with the key of the environment.
    #[cfg(feature = "management")]
    pub(crate) fn is_environment(&self) -> bool {
        matches!(self.engine.exchange().credentials.kind, Kind::Environment)
    }
}

impl fmt::Debug for MachineSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let credentials = &self.engine.exchange().credentials;
        f.debug_struct("MachineSession")
            .field("credentials", credentials)
            .finish_non_exhaustive()
    }
}

/// Renews a machine's session.
struct MachineExchange {
    identity: Identity,
    credentials: Credentials,
    grant: Grant,
}

/// What a machine's renewal can ask for: nothing.
#[derive(Clone, Debug)]
enum Never {}

impl MachineExchange {
    fn new(
        identity: Identity,
        credentials: Credentials,
        saved: &SavedSession,
        place: Option<Arc<Place>>,
    ) -> Self {
        Self {
            identity,
            credentials,
            grant: Grant::of(saved, place),
        }
    }

    /// Puts the refresh token where it is kept.
    fn learn(&self, mut tokens: Tokens) -> Tokens {
        self.grant.learn(&HeaderMap::new(), tokens.refresh.take());
        tokens
    }

    /// One attempt, in its turn.
    async fn in_turn(&self, turn: &mut Turn<'_>, ask: Ask<'_>) -> Result<Reply<Never>, Error> {
        let news = |turn: &Turn<'_>| turn.news(None, ask, self.identity.transport().clock.now());
        if let Some(tokens) = news(turn) {
            return Ok(Reply::Renewed(tokens));
        }
        let tokens = match self.by_refresh_token().await {
            Some(Ok(tokens)) => tokens,
            Some(Err(error)) if error.is_retryable() => return Err(error),
            // The server ends old refresh tokens without a word; the credentials stand above them.
            refused => {
                if refused.is_some()
                    && turn.look_again().await
                    && let Some(tokens) = news(turn)
                {
                    return Ok(Reply::Renewed(tokens));
                }
                self.by_credentials(RENEWING).await?
            }
        };
        let tokens = self.learn(tokens);
        let keeping = turn.keep(Some((None, &tokens))).await;
        Ok(kept(keeping, tokens))
    }

    async fn by_refresh_token(&self) -> Option<Result<Tokens, Error>> {
        let token = self.grant.refresh_token()?;
        let (operation, body) = self.credentials.refresh(&token)?;
        Some(self.ask(RENEWING, operation, &body).await)
    }

    async fn by_credentials(&self, doing: &'static str) -> Result<Tokens, Error> {
        let (operation, body) = self.credentials.exchange();
        self.ask(doing, operation, &body).await
    }

    async fn ask(
        &self,
        doing: &'static str,
        operation: &'static Operation,
        body: &Value,
    ) -> Result<Tokens, Error> {
        let client = self.credentials.client(&self.identity);
        let outcome = client.call(operation).json(body).send().await;
        let answer = self.identity.answer(doing, operation, outcome)?;
        let received = self.identity.transport().received(answer.headers());
        let tokens = Tokens::read(&answer, &received);
        tokens.ok_or_else(|| Error::new(ErrorKind::Unreadable, doing))
    }
}

impl Exchange for MachineExchange {
    type Challenge = Never;

    fn renew<'a>(&'a self, ask: Ask<'a>) -> BoxFuture<'a, Reply<Never>> {
        Box::pin(async move {
            let mut turn = match self.grant.turn().await {
                Ok(turn) => turn,
                Err(error) => return later(error),
            };
            let outcome = self.in_turn(&mut turn, ask).await;
            turn.release().await;
            match outcome {
                Ok(reply) => reply,
                Err(error) if error.is_end_of_session() => {
                    Reply::Refused(error.of_kind(ErrorKind::SessionEnded))
                }
                Err(cause) => later(cause),
            }
        })
    }

    /// There is no route for it: such tokens end by themselves.
    fn revoke<'a>(&'a self, _: &'a Tokens) -> BoxFuture<'a, ()> {
        Box::pin(std::future::ready(()))
    }
}
