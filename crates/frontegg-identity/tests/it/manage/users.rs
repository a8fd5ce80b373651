//! Users of an environment and of a tenant.

mod create;
mod identifiers;
mod invite;
mod profile;
mod read;
mod roles;
mod standing;
mod sub_accounts;
mod tenancy;

use frontegg_identity::manage::{RoleId, User, UserId, Users};

use crate::world::World;

/// The one with this address, as a look-up by id tells them.
async fn user(users: &Users, email: &str) -> User {
    let found = users.get_by_email(email).await.unwrap();
    users.get(&found.id).await.unwrap()
}

async fn id(users: &Users, email: &str) -> UserId {
    users.get_by_email(email).await.unwrap().id
}

/// Of the role that a user has in their active tenant.
async fn role_of(users: &Users, email: &str) -> RoleId {
    let rights = user(users, email).await.rights.unwrap();
    rights.roles[0].id.clone()
}

/// The keys of a user's roles in a tenant.
async fn keys(users: &Users, id: &UserId, tenant: &str) -> Vec<String> {
    let user = users.get(id).await.unwrap();
    let membership = user.memberships.into_iter();
    let mut membership = membership.filter(|one| one.tenant_id.as_str() == tenant);
    let roles = membership.next().unwrap().roles.unwrap();
    roles.into_iter().map(|role| role.key.unwrap()).collect()
}

impl World {
    /// With Carol, who is a viewer in `t-1` alone.
    async fn with_carol() -> Self {
        let carol = frontegg_identity_emulator::NewUser::new(CAROL).tenant("t-1", &["Viewer"]);
        Self::with(|_| {}, [carol]).await
    }
}

const CAROL: &str = "carol@example.com";
