//! Second factors that a signed-in user sets up and takes away.

use frontegg_identity::{ErrorKind, WebauthnDeviceType};
use frontegg_identity_emulator::SentKind;
use frontegg_identity_emulator::devices::SoftwareAuthenticator;

use crate::world::{ADA, World, other_than};

const NUMBER: &str = "+15550100123";

#[tokio::test]
async fn every_kind_is_set_up_listed_and_taken_away() {
    let world = World::new().await;
    let ada = world.ada().await;
    assert!(ada.mfa_devices().await.unwrap().authenticators.is_empty());

    let app = ada.start_authenticator().await.unwrap();
    assert!(app.qr_code().is_some());
    let app_secret = app.secret().unwrap().expose().to_owned();
    let code = world.code_of(&app_secret);
    let error = app.verify(&other_than(&code)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    let recovery_code = app.verify(&code).await.unwrap();
    assert!(recovery_code.is_some());

    let phone = ada.start_phone(NUMBER).await.unwrap();
    let sent = world.emulator.sent(SentKind::MfaCode, NUMBER).await.code;
    assert!(phone.verify(&sent.unwrap()).await.unwrap().is_none());

    let mut browser = SoftwareAuthenticator::new(world.emulator.base_url());
    let kind = WebauthnDeviceType::CrossPlatform;
    let key = ada.start_key(kind.clone()).await.unwrap();
    let answer = browser.register(key.options()).unwrap();
    assert!(key.verify(&answer).await.unwrap().is_none());

    let devices = ada.mfa_devices().await.unwrap();
    assert_eq!(devices.phones.len(), 1);
    assert_eq!(devices.emails[0].address, ADA);
    assert_eq!(devices.webauthn[0].kind, Some(kind));

    let (app_id, phone_id) = (&devices.authenticators[0].id, &devices.phones[0].id);
    ada.remove_phone(phone_id).await.unwrap();
    ada.remove_key(&devices.webauthn[0].id).await.unwrap();
    // The last one goes only with a code.
    assert!(ada.remove_authenticator(app_id, None).await.is_err());
    world.pass(chrono::TimeDelta::minutes(1));
    let code = world.code_of(&app_secret);
    ada.remove_authenticator(app_id, Some(&code)).await.unwrap();
    let error = ada.step_up(None).await.unwrap_err();
    assert!(error.is_mfa_not_enrolled());
}

#[tokio::test]
async fn a_last_phone_goes_with_a_code() {
    let world = World::new().await;
    let ada = world.ada().await;
    let phone = ada.start_phone(NUMBER).await.unwrap();
    let sent = world.emulator.sent(SentKind::MfaCode, NUMBER).await.code;
    assert!(phone.verify(&sent.unwrap()).await.unwrap().is_some());
    let id = ada.mfa_devices().await.unwrap().phones.remove(0).id;
    assert!(ada.remove_phone(&id).await.is_err());
    let removal = ada.start_phone_removal(&id).await.unwrap();
    let outbox = world.emulator.outbox();
    let code = outbox.last(SentKind::MfaCode, NUMBER).unwrap().code.clone();
    removal.verify(&code.unwrap()).await.unwrap();
    assert!(ada.mfa_devices().await.unwrap().phones.is_empty());
}

#[tokio::test]
async fn a_last_key_goes_with_its_signature() {
    let world = World::new().await;
    let ada = world.ada().await;
    let mut browser = SoftwareAuthenticator::new(world.emulator.base_url());
    let key = ada.start_key(WebauthnDeviceType::Platform).await.unwrap();
    let answer = browser.register(key.options()).unwrap();
    assert!(key.verify(&answer).await.unwrap().is_some());
    let id = ada.mfa_devices().await.unwrap().webauthn.remove(0).id;
    assert!(ada.remove_key(&id).await.is_err());
    let removal = ada.start_key_removal(&id).await.unwrap();
    let answer = browser.assert(removal.options()).unwrap();
    removal.verify(&answer).await.unwrap();
    assert!(ada.mfa_devices().await.unwrap().webauthn.is_empty());
}
