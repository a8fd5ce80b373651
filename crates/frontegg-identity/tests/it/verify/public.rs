//! Every public type of the module, full of planted secrets, formatted in both ways.

use std::collections::BTreeSet;
use std::fmt::Debug;

use frontegg_identity::verify::*;
use serde_json::{Value, json};

use super::at_once;
use super::forge::Forge;
use crate::sentinel::assert_clean;
use crate::world::World;

const HIDDEN: &str = "S3NTINEL";

#[derive(Default)]
struct Shown {
    names: BTreeSet<&'static str>,
}

impl Shown {
    fn show<T: Debug>(&mut self, value: &T) {
        let path = std::any::type_name::<T>();
        assert_clean(&format!("{value:?} {value:#?}"));
        self.names.insert(path.rsplit("::").next().unwrap());
    }
}

/// The names of the module's `pub use`.
fn public_names() -> BTreeSet<&'static str> {
    let source = include_str!("../../../src/verify/mod.rs");
    let uses = source.split("\npub use self::").skip(1);
    let lists = uses.filter_map(|one| one.split(';').next()?.split_once("::"));
    let names = lists.flat_map(|(_, list)| list.split([',', '{', '}']));
    let names = names.map(str::trim).filter(|name| !name.is_empty());
    names.collect()
}

/// Claims of a kind, with a secret wherever people can put one.
fn claims(world: &World, kind: &str) -> Value {
    let mut claims = world.claims();
    claims["type"] = json!(kind);
    claims["userId"] = json!("u-1");
    claims["vendorId"] = json!("env-1");
    claims["act"] = json!({ "sub": "u-2", "type": "impersonation" });
    for name in ["metadata", "userMetadata", "customClaims"] {
        claims[name] = json!({ "key": HIDDEN });
    }
    for name in ["name", "email", "phoneNumber", "sid", "externalId", "own"] {
        claims[name] = json!(HIDDEN);
    }
    claims
}

#[tokio::test]
async fn s32_every_public_type_of_the_module_hides_its_secrets() {
    let world = World::new().await;
    let (forge, mut shown) = (Forge::first(), Shown::default());
    let environment = world.environment().await;
    let builder = || world.identity.token_verifier().environment(&environment);
    shown.show(&builder().hmac_secret(HIDDEN.into()));
    shown.show(&builder().public_key_pem(HIDDEN));
    let by_secret = builder().hmac_secret(HIDDEN.into()).build().unwrap();
    shown.show(&by_secret);
    let by_key = builder().public_key_pem(forge.pem()).remember_verified(8);
    let by_key = by_key.build().unwrap();
    for kind in [
        "userToken",
        "userApiToken",
        "tenantApiToken",
        "vendor",
        "robotToken",
    ] {
        let token = forge.token(&claims(&world, kind));
        let token = at_once(by_key.verify(&token)).unwrap();
        shown.show(&token);
        shown.show(token.claims());
        shown.show(token.kind());
        match token.claims() {
            Claims::User(claims) => {
                shown.show(claims);
                shown.show(claims.actor.as_ref().unwrap());
            }
            Claims::UserApiToken(claims) => shown.show(claims),
            Claims::TenantApiToken(claims) => shown.show(claims),
            Claims::Environment(claims) => shown.show(claims),
            _ => {}
        }
        shown.show(&at_once(by_secret.verify(&forge.token(&claims(&world, kind)))).unwrap_err());
    }
    shown.show(&by_key);
    for kind in ["userAccessToken", "tenantAccessToken"] {
        let answer = json!({ "roles": ["Robot"], "secret": HIDDEN });
        let fault = frontegg_identity_emulator::Fault::reply(200, &answer);
        world.emulator.faults().on("GET", "*").once(fault);
        let token = forge.token(&claims(&world, kind));
        let token = by_key.verify_access_token(&token).await.unwrap();
        match token.claims() {
            Claims::UserAccessToken(claims) => shown.show(claims),
            Claims::TenantAccessToken(claims) => shown.show(claims),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(shown.names, public_names());
}
