//! Any of the sessions, as the one who makes a call.

use frontegg_identity_raw::Client;
use frontegg_identity_raw::reqwest::header::HeaderMap;

use super::handle::Session;
use super::machine::MachineSession;
use super::tenant::TenantSession;
use crate::client::Identity;

/// Who makes a call.
#[derive(Clone)]
pub(crate) enum Caller {
    Machine(MachineSession),
    User(Session),
    Tenant(TenantSession),
    /// Who has not signed in.
    Nobody(Identity),
}

impl Caller {
    /// The typed calls of the session, each with these headers unless it brings its own. Without them nothing is sent.
    /// Nobody has no headers.
    pub(crate) fn client(&self, context: Option<HeaderMap>) -> Client {
        match self {
            Self::Machine(session) => session.client(context),
            Self::User(session) => session.client(context),
            Self::Tenant(session) => session.client(context),
            Self::Nobody(identity) => identity.service().clone(),
        }
    }
}
