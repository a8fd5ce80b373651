//! Whether services may act for users.

use crate::world::World;

#[tokio::test]
async fn delegation_is_allowed_and_forbidden() {
    let world = World::new().await;
    let delegation = world.manager().await.delegation();
    assert!(!delegation.is_allowed().await.unwrap());
    delegation.allow().await.unwrap();
    assert!(delegation.is_allowed().await.unwrap());
    delegation.forbid().await.unwrap();
    assert!(!delegation.is_allowed().await.unwrap());
}
