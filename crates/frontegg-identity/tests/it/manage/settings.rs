//! Settings of an environment and of a tenant, against an emulator that keeps them.

mod identity;
mod lists;
mod messages;
mod page;
mod policies;
mod social;
mod tenant;

use frontegg_identity::manage::Settings;

use crate::world::World;

async fn settings() -> (World, Settings) {
    let world = World::new().await;
    let settings = world.manager().await.settings();
    (world, settings)
}
