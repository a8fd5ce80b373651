//! Management by resource.

mod applications;
mod approval_flows;
mod context;
mod delegation;
mod groups;
mod invitations;
mod me;
mod migration;
mod paging;
mod permissions;
mod public;
mod roles;
mod settings;
mod tokens;
mod user_pools;
mod users;
mod wire;

use frontegg_identity::Secret;
use frontegg_identity::manage::Environment;

use crate::world::World;

impl World {
    /// The back end that manages the emulator.
    pub(crate) async fn manager(&self) -> Environment {
        let secret = Secret::from(self.emulator.secret());
        let id = self.emulator.client_id();
        self.identity.environment(id, secret).await.unwrap()
    }
}
