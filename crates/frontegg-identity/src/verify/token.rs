//! A token that was verified.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::claims::Claims;
use super::error::VerifyError;
use super::kind::TokenKind;
use super::permission::grants;
use super::read::Reader;

/// What `acr` says of a sign-in with two factors.
const MULTI_FACTOR: &str = "http://schemas.openid.net/pape/policies/2007/06/multi-factor";
/// What `amr` says of it.
const SEVERAL_FACTORS: &str = "mfa";
/// How the second factor was shown; of these `amr` names one at least.
const SECOND_FACTORS: &[&str] = &["otp", "sms", "hwk", "sso"];

/// A token that is good: its signature, its time, and all that the verifier was told to check. Clones share it.
///
/// ```
/// # use frontegg_identity::verify::VerifiedToken;
/// # use std::time::Duration;
/// fn may_delete(token: &VerifiedToken) -> bool {
///     token.has_permission("fe.users.delete") && token.stepped_up(Some(Duration::from_secs(300)))
/// }
/// ```
#[derive(Clone)]
pub struct VerifiedToken {
    checked: Arc<Checked>,
    /// In place of those in the token.
    asked: Option<Arc<Rights>>,
    /// When that was, in microseconds since 1970.
    at: i64,
}

/// What the signature of a token stands for.
pub(super) struct Checked {
    pub(super) kind: TokenKind,
    pub(super) claims: Claims,
    rights: Rights,
    pub(super) issuer: Option<String>,
    pub(super) audience: Vec<String>,
    /// Dates in microseconds since 1970.
    pub(super) expires_at: Option<i64>,
    pub(super) not_before: Option<i64>,
    issued_at: Option<i64>,
    auth_time: Option<i64>,
    raw: Map<String, Value>,
}

/// What the bearer of a token may do.
#[derive(Clone, Debug, Default)]
pub(super) struct Rights {
    pub(super) roles: Vec<String>,
    pub(super) permissions: Vec<String>,
}

impl Checked {
    pub(super) fn read(raw: Map<String, Value>) -> Result<Self, VerifyError> {
        let from = Reader(&raw);
        let kind = TokenKind::from(from.name("type")?.as_str());
        let claims = Claims::read(&kind, from)?;
        let checked = Self {
            claims,
            rights: Rights {
                roles: from.rights("roles")?,
                permissions: from.rights("permissions")?,
            },
            issuer: from.exact_text("iss")?,
            audience: from.audience()?,
            expires_at: from.date("exp")?,
            not_before: from.date("nbf")?,
            issued_at: from.date("iat")?,
            auth_time: from.auth_time()?,
            kind,
            raw,
        };
        // The service is asked whether an access token is still good, and some never expire by themselves.
        if checked.expires_at.is_none() && !checked.kind.is_access_token() {
            return Err(VerifyError::MissingClaim("exp"));
        }
        Ok(checked)
    }
}

impl VerifiedToken {
    pub(super) fn new(checked: Arc<Checked>, at: i64) -> Self {
        Self {
            checked,
            asked: None,
            at,
        }
    }

    /// With the roles that the service told.
    pub(super) fn with_rights(self, rights: Arc<Rights>) -> Self {
        Self {
            asked: Some(rights),
            ..self
        }
    }

    /// What sort of token it is.
    #[must_use]
    pub fn kind(&self) -> &TokenKind {
        &self.checked.kind
    }

    /// What it says, by its kind.
    #[must_use]
    pub fn claims(&self) -> &Claims {
        &self.checked.claims
    }

    /// Any claim by its name on the wire, as those that a template of the environment adds.
    #[must_use]
    pub fn claim(&self, name: &str) -> Option<&Value> {
        self.checked.raw.get(name)
    }

    /// What it is about (`sub`): a user, the client id of an API token, or the id of an access token. The environment's
    /// token has none.
    #[must_use]
    pub fn subject(&self) -> Option<&str> {
        self.claim("sub")?.as_str()
    }

    /// The tenant that it is for. The environment's token has none.
    #[must_use]
    pub fn tenant_id(&self) -> Option<&str> {
        let of_unknown = || self.claim("tenantId")?.as_str();
        self.checked.claims.tenant_id().or_else(of_unknown)
    }

    /// The user who signed in, or whose API token or access token it is.
    #[must_use]
    pub fn user_id(&self) -> Option<&str> {
        self.checked.claims.user_id()
    }

    /// The keys of the roles. None if the environment leaves them out of its tokens; those of an access token were asked of
    /// the service.
    #[must_use]
    pub fn roles(&self) -> &[String] {
        &self.rights().roles
    }

    /// The keys of the permissions, as they are granted: a part of a key may be `*`. For these hold the words at
    /// [`roles`](Self::roles) as well.
    #[must_use]
    pub fn permissions(&self) -> &[String] {
        &self.rights().permissions
    }

    /// Whether it has the role of this key.
    #[must_use]
    pub fn has_role(&self, key: &str) -> bool {
        self.roles().iter().any(|role| role == key)
    }

    /// Whether one of its permissions grants this one.
    ///
    /// Keys are parts with dots between them, and a granted key has to fit from its first to its last character. A part `*`
    /// of it stands for one part; as the last one it stands for all that are left, one at least. Everything else is
    /// literal, and so is a `*` of what is asked for.
    ///
    /// | granted | fits | does not fit |
    /// |---|---|---|
    /// | `fe.users.read` | `fe.users.read` | `fe.users`, `fe.users.read.all` |
    /// | `fe.users.*` | `fe.users.read`, `fe.users.read.all` | `fe.users`, `fe.usersx.read` |
    /// | `fe.*.read` | `fe.users.read` | `fe.users.all.read` |
    /// | `*` | everything | |
    #[must_use]
    pub fn has_permission(&self, key: &str) -> bool {
        self.permissions()
            .iter()
            .any(|granted| grants(granted, key))
    }

    /// Whether its user showed a second factor, and that no longer ago than `max_age` if that is given. The age is that at
    /// the moment of the verification.
    ///
    /// The claims `acr`, `amr` and `auth_time` say so. A token without `auth_time` has no age, and is too old for any.
    #[must_use]
    pub fn stepped_up(&self, max_age: Option<Duration>) -> bool {
        let from = Reader(&self.checked.raw);
        let is_stepped_up = self.claim("acr").and_then(Value::as_str) == Some(MULTI_FACTOR)
            && from.has_any("amr", &[SEVERAL_FACTORS])
            && from.has_any("amr", SECOND_FACTORS);
        let is_young = |max_age: Duration| {
            let max_age = i64::try_from(max_age.as_micros()).unwrap_or(i64::MAX);
            let age = self.checked.auth_time.map(|time| self.at - time);
            age.is_some_and(|age| age <= max_age)
        };
        is_stepped_up && max_age.is_none_or(is_young)
    }

    /// When its user showed who they are (`auth_time`).
    #[must_use]
    pub fn auth_time(&self) -> Option<DateTime<Utc>> {
        date(self.checked.auth_time)
    }

    /// When it was issued (`iat`).
    #[must_use]
    pub fn issued_at(&self) -> Option<DateTime<Utc>> {
        date(self.checked.issued_at)
    }

    /// When it expires (`exp`). Some access tokens do not.
    #[must_use]
    pub fn expires_at(&self) -> Option<DateTime<Utc>> {
        date(self.checked.expires_at)
    }

    /// Who issued it (`iss`). The environment's token does not say it.
    #[must_use]
    pub fn issuer(&self) -> Option<&str> {
        self.checked.issuer.as_deref()
    }

    /// Whom it is for (`aud`): the environment's client id, or an application. The environment's token does not say it.
    #[must_use]
    pub fn audience(&self) -> &[String] {
        &self.checked.audience
    }

    fn rights(&self) -> &Rights {
        self.asked.as_deref().unwrap_or(&self.checked.rights)
    }
}

fn date(micros: Option<i64>) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_micros(micros?)
}

/// Without what people fill in.
impl fmt::Debug for VerifiedToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerifiedToken")
            .field("kind", &self.kind())
            .field("subject", &self.subject())
            .field("tenant_id", &self.tenant_id())
            .field("expires_at", &self.expires_at())
            .finish_non_exhaustive()
    }
}
