//! Passkeys of the user who is signed in.

use frontegg_identity::{ErrorKind, WebauthnDeviceType};
use frontegg_identity_emulator::devices::SoftwareAuthenticator;

use crate::world::World;

#[tokio::test]
async fn a_passkey_is_listed_until_it_is_taken_away() {
    let world = World::new().await;
    let ada = world.ada().await;
    let me = ada.me();
    assert_eq!(me.passkeys().await.unwrap(), []);
    let new = ada.start_passkey().await.unwrap();
    let mut browser = SoftwareAuthenticator::new(world.emulator.base_url());
    let answer = browser.register(new.options()).unwrap();
    new.verify(&answer).await.unwrap();
    let passkey = me.passkeys().await.unwrap().remove(0);
    assert_eq!(passkey.kind, Some(WebauthnDeviceType::CrossPlatform));
    assert_eq!(passkey.created_at, Some(world.emulator.clock().now()));
    me.delete_passkey(&passkey.id).await.unwrap();
    assert_eq!(me.passkeys().await.unwrap(), []);
    let gone = me.delete_passkey(&passkey.id).await.unwrap_err();
    assert_eq!(gone.kind(), ErrorKind::NotFound);
}
