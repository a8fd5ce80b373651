//! Devices that are not asked for a second factor again.

use std::time::Duration;

use chrono::TimeDelta;
use frontegg_identity::{
    EnforceMfa, Identifier, Identity, KnownDevice, Login, MfaPolicy, Recipient,
};
use frontegg_identity_emulator::SentKind;
use frontegg_identity_emulator::devices::SoftwareAuthenticator;

use crate::world::{ADA, ALAN, LOGIN, PASSWORD, World, challenge, session};

const HOUR: Duration = Duration::from_secs(3600);

/// Where a device may be remembered for an hour.
async fn world() -> World {
    let world = World::new().await;
    let policy = MfaPolicy::new(EnforceMfa::DontForce).remember_devices(HOUR);
    let environment = world.environment().await;
    environment.set_mfa_policy(&policy).await.unwrap();
    world
}

async fn sign_in(identity: &Identity) -> Login {
    let who = Identifier::email(ALAN);
    let login = identity.sign_in_with_password(&who, &PASSWORD.into()).await;
    login.unwrap()
}

/// Alan's device, after he was asked there and had it remembered.
async fn remembered(world: &World) -> KnownDevice {
    let asked = challenge(sign_in(&world.identity).await).remember_device();
    let app = asked.authenticators().next().unwrap();
    let session = session(app.verify(&world.app_code()).await.unwrap());
    world.pass(TimeDelta::minutes(1));
    session.device().unwrap()
}

#[tokio::test]
async fn a_remembered_device_is_not_asked_again_before_its_time() {
    let world = world().await;
    let kept = remembered(&world).await.to_text();
    let device = KnownDevice::from_text(&kept).unwrap();
    let here = world.identity.on_device(&device);
    // Alan came a minute ago.
    world.pass(TimeDelta::minutes(58));
    let again = session(sign_in(&here).await);
    assert_eq!(again.device().unwrap().to_text().expose(), kept.expose());
    again.refresh_now().await.unwrap();
    // Elsewhere he is asked, and so he is here when the hour is over.
    challenge(sign_in(&world.identity).await);
    world.pass(TimeDelta::minutes(2));
    challenge(sign_in(&here).await);
}

#[tokio::test]
async fn a_device_that_nobody_wanted_remembered_is_asked_again() {
    let world = world().await;
    let session = world.alan().await;
    let device = session.device().unwrap();
    challenge(sign_in(&world.identity.on_device(&device)).await);
}

#[tokio::test]
async fn a_policy_that_remembers_no_device_is_told_and_holds() {
    let world = world().await;
    let asked = challenge(sign_in(&world.identity).await);
    assert_eq!(asked.may_remember_device().await.unwrap(), Some(HOUR));
    let never = MfaPolicy::new(EnforceMfa::DontForce);
    let environment = world.environment().await;
    environment.set_mfa_policy(&never).await.unwrap();
    assert_eq!(asked.may_remember_device().await.unwrap(), None);
    let device = remembered(&world).await;
    challenge(sign_in(&world.identity.on_device(&device)).await);
}

#[tokio::test]
async fn a_device_is_remembered_for_its_user_alone() {
    let world = world().await;
    let device = remembered(&world).await;
    let environment = world.environment().await;
    let everybody = MfaPolicy::new(EnforceMfa::Force).remember_devices(HOUR);
    environment.set_mfa_policy(&everybody).await.unwrap();
    let here = world.identity.on_device(&device);
    session(sign_in(&here).await);
    let ada = Identifier::email(ADA);
    let login = here.sign_in_with_password(&ada, &PASSWORD.into()).await;
    challenge(login.unwrap());
}

#[tokio::test]
async fn a_remembered_device_counts_for_sign_ins_of_every_kind() {
    let world = world().await;
    let mut browser = SoftwareAuthenticator::new(world.emulator.base_url());
    let alan = world.alan().await;
    let new = alan.start_passkey().await.unwrap();
    let answer = browser.register(new.options()).unwrap();
    new.verify(&answer).await.unwrap();
    let device = remembered(&world).await;
    let here = world.identity.on_device(&device);
    let outbox = || world.emulator.outbox();
    let to = Recipient::email(ALAN);

    let sent = here.mail_login_code(&to).await.unwrap();
    let code = outbox()
        .last(SentKind::LoginCode, ALAN)
        .unwrap()
        .code
        .clone();
    session(sent.verify(&code.unwrap()).await.unwrap());
    let sent = here.mail_login_link(&to).await.unwrap();
    let token = outbox()
        .last(SentKind::MagicLink, ALAN)
        .unwrap()
        .token
        .clone();
    session(sent.open(&token.unwrap().into()).await.unwrap());
    let asked = here.start_passkey_login(Some(ALAN)).await.unwrap();
    let answer = browser.assert(asked.options()).unwrap();
    session(asked.verify(&answer).await.unwrap());

    // The same without the device.
    let elsewhere = &world.identity;
    let sent = elsewhere.mail_login_code(&to).await.unwrap();
    let code = outbox()
        .last(SentKind::LoginCode, ALAN)
        .unwrap()
        .code
        .clone();
    challenge(sent.verify(&code.unwrap()).await.unwrap());
    let asked = elsewhere.start_passkey_login(Some(ALAN)).await.unwrap();
    let answer = browser.assert(asked.options()).unwrap();
    challenge(asked.verify(&answer).await.unwrap());
}

#[tokio::test]
async fn clients_of_two_devices_do_not_mix() {
    let world = world().await;
    let here = world.identity.on_device(&remembered(&world).await);
    let there = world.identity.on_device(&remembered(&world).await);
    let cookie = || {
        world
            .last("POST", LOGIN)
            .header("cookie")
            .map(str::to_owned)
    };
    session(sign_in(&here).await);
    let of_here = cookie().unwrap();
    session(sign_in(&there).await);
    assert_ne!(cookie().unwrap(), of_here);
    challenge(sign_in(&world.identity).await);
    assert_eq!(cookie(), None);
}
