//! The settings of a verifier.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use frontegg_identity_raw::Secret;

use super::key::Key;
use super::key_cache::{COOL_DOWN, KeyCache};
use super::kind::TokenKind;
use super::remembered::Remembered;
use super::rights::{AccessTokens, ROLES_LIFE};
use super::rules::{LEEWAY, LONGEST_TOKEN, Rules, micros};
use super::verifier::{Inner, Source, TokenVerifier};
use crate::client::Identity;
use crate::error::{Error, ErrorKind};
use crate::session::MachineSession;

/// Puts a [`TokenVerifier`] together.
#[must_use = "a builder does nothing until `build`"]
pub struct TokenVerifierBuilder {
    identity: Identity,
    issuers: Vec<String>,
    audiences: Vec<String>,
    kinds: Vec<TokenKind>,
    leeway: Duration,
    longest: usize,
    public_key: Option<String>,
    hmac_secret: Option<Secret>,
    accepts_missing_key_id: bool,
    cool_down: Duration,
    environment: Option<MachineSession>,
    roles_life: Duration,
    remembers: usize,
}

impl Identity {
    /// Starts a verifier of the tokens of this environment. It has the client's clock, and its way to the server.
    ///
    /// ```
    /// # use frontegg_identity::{Error, Identity};
    /// # fn run(identity: Identity) -> Result<(), Error> {
    /// let verifier = identity.token_verifier().issuer("https://acme.frontegg.com").build()?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Wire
    /// `GET /.well-known/jwks.json`, when the first token comes.
    pub fn token_verifier(&self) -> TokenVerifierBuilder {
        TokenVerifierBuilder {
            identity: self.clone(),
            issuers: Vec::new(),
            audiences: Vec::new(),
            kinds: Vec::new(),
            leeway: LEEWAY,
            longest: LONGEST_TOKEN,
            public_key: None,
            hmac_secret: None,
            accepts_missing_key_id: false,
            cool_down: COOL_DOWN,
            environment: None,
            roles_life: ROLES_LIFE,
            remembers: 0,
        }
    }
}

impl TokenVerifierBuilder {
    /// Takes only tokens of this issuer, as `https://acme.frontegg.com`: the domain of the environment without a slash at its
    /// end. Say it again for each further one, as for a domain of your own.
    ///
    /// Without it the issuer is not checked.
    pub fn issuer(mut self, issuer: impl Into<String>) -> Self {
        self.issuers.push(issuer.into());
        self
    }

    /// Takes only tokens for this audience: the client id of the environment, or the id of an application. Say it again for
    /// each further one.
    ///
    /// Without it the audience is not checked. With it tokens without `aud` are refused, as the environment's own.
    pub fn audience(mut self, audience: impl Into<String>) -> Self {
        self.audiences.push(audience.into());
        self
    }

    /// Takes only tokens of this kind. Say it again for each further one. By default all kinds are taken.
    pub fn kind(mut self, kind: TokenKind) -> Self {
        self.kinds.push(kind);
        self
    }

    /// How far the clocks may be apart, for `exp` and `nbf`; 30 seconds by default.
    pub fn leeway(mut self, leeway: Duration) -> Self {
        self.leeway = leeway;
        self
    }

    /// The longest token that is looked at, in bytes; 16 KiB by default.
    pub fn longest_token(mut self, bytes: usize) -> Self {
        self.longest = bytes;
        self
    }

    /// Verifies by this key alone (RS256), a public key as PEM. Nothing is fetched then, and the names of keys in tokens are
    /// not looked at.
    pub fn public_key_pem(mut self, pem: impl Into<String>) -> Self {
        self.public_key = Some(pem.into());
        self
    }

    /// Verifies by this secret alone (HS256), for an environment that is set up so. Tokens that are signed otherwise are
    /// refused.
    pub fn hmac_secret(mut self, secret: Secret) -> Self {
        self.hmac_secret = Some(secret);
        self
    }

    /// Whether a token that does not name its key is verified by the only key that is published. By default it is refused,
    /// and so it is as long as there are two.
    pub fn accept_missing_key_id(mut self, is_wanted: bool) -> Self {
        self.accepts_missing_key_id = is_wanted;
        self
    }

    /// How long no second fetch is caused by tokens whose key is not known; 30 seconds by default. As long at most a token of
    /// a new key is refused while somebody sends invented ones. A fetch that failed is not repeated before that time either.
    pub fn fetch_cool_down(mut self, span: Duration) -> Self {
        self.cool_down = span;
        self
    }

    /// The session of the environment that the roles of access tokens are asked with.
    pub fn environment(mut self, session: &MachineSession) -> Self {
        self.environment = Some(session.clone());
        self
    }

    /// How long the roles of an access token are remembered, and that it was not revoked; one minute by default.
    pub fn remember_roles(mut self, span: Duration) -> Self {
        self.roles_life = span;
        self
    }

    /// Remembers about so many tokens that were verified, so that the same token need not be verified again; none by default.
    ///
    /// A token is remembered without its signature, of which a digest is kept. When it comes again its time is looked at
    /// anew, and it is verified anew when the keys have changed.
    pub fn remember_verified(mut self, tokens: usize) -> Self {
        self.remembers = tokens;
        self
    }

    /// The verifier. Nothing is fetched yet.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`]: the key is none for RS256, the secret is empty or a public key, or there are both.
    pub fn build(self) -> Result<TokenVerifier, Error> {
        let transport = self.identity.transport();
        let source = match (self.public_key, self.hmac_secret) {
            (Some(_), Some(_)) => {
                return Err(wrong("tokens are verified by a public key or by a secret"));
            }
            (Some(pem), None) => Source::Given(Arc::new(
                Key::of_pem(&pem).ok_or_else(|| wrong("the public key is no RSA key in PEM"))?,
            )),
            (None, Some(secret)) => {
                Source::Given(Arc::new(Key::of_secret(&secret).ok_or_else(|| {
                    wrong("the secret that tokens are verified by is empty, or is a public key")
                })?))
            }
            (None, None) => Source::Published(Arc::new(KeyCache::new(
                self.identity.clone(),
                self.cool_down,
                self.accepts_missing_key_id,
            ))),
        };
        let clock = Arc::clone(&transport.clock);
        let access_tokens = self
            .environment
            .map(|session| AccessTokens::new(session, Arc::clone(&clock), self.roles_life));
        Ok(TokenVerifier::new(Inner {
            rules: Rules {
                issuers: self.issuers,
                audiences: self.audiences,
                kinds: self.kinds,
                leeway: micros(self.leeway),
                longest: self.longest,
            },
            source,
            clock,
            remembered: Remembered::new(self.remembers),
            access_tokens: access_tokens.map(Arc::new),
        }))
    }
}

fn wrong(complaint: &'static str) -> Error {
    Error::new(ErrorKind::Configuration, complaint)
}

impl fmt::Debug for TokenVerifierBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenVerifierBuilder")
            .field("issuers", &self.issuers)
            .field("audiences", &self.audiences)
            .field("kinds", &self.kinds)
            .field("leeway", &self.leeway)
            .finish_non_exhaustive()
    }
}
