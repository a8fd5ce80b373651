//! What a token has to say, whoever signed it.

use std::time::Duration;

use frontegg_identity::verify::{Claims, TokenKind};
use serde_json::{Value, json};

use super::forge::Forge;
use super::{at_once, reason};
use crate::world::World;

/// For each kind the claims that name somebody.
const NAMES: [(&str, &[&str]); 6] = [
    ("userToken", &["sub", "tenantId"]),
    ("userApiToken", &["sub", "tenantId", "userId"]),
    ("tenantApiToken", &["sub", "tenantId"]),
    ("userAccessToken", &["sub", "tenantId", "userId"]),
    ("tenantAccessToken", &["sub", "tenantId"]),
    ("vendor", &["vendorId"]),
];

/// Verifies claims that are well signed.
fn verify(
    world: &World,
    claims: &Value,
) -> Result<frontegg_identity::verify::VerifiedToken, frontegg_identity::verify::VerifyError> {
    let forge = Forge::first();
    let builder = world.identity.token_verifier().public_key_pem(forge.pem());
    let verifier = builder.build().unwrap();
    at_once(verifier.verify(&forge.token(claims)))
}

fn with(world: &World, name: &str, value: Value) -> Value {
    let mut claims = world.claims();
    claims[name] = value;
    claims
}

#[tokio::test]
async fn each_kind_needs_the_claims_that_name_somebody() {
    let world = World::new().await;
    for (kind, names) in NAMES {
        let mut whole = with(&world, "type", json!(kind));
        whole["userId"] = json!("u-1");
        whole["vendorId"] = json!("env-1");
        for name in names.iter().chain(&["type"]) {
            let mut without = whole.clone();
            without.as_object_mut().unwrap().remove(*name);
            let missing = format!("MissingClaim({name:?})");
            assert_eq!(reason(verify(&world, &without)), missing, "{kind}");
            without[*name] = Value::Null;
            assert_eq!(reason(verify(&world, &without)), missing, "{kind}");
            for wrong in [json!(""), json!(7), json!(["u-1"]), json!({}), json!(true)] {
                let mut malformed = whole.clone();
                malformed[*name] = wrong;
                let reason = reason(verify(&world, &malformed));
                assert_eq!(reason, format!("MalformedClaim({name:?})"), "{kind}");
            }
        }
    }
}

#[tokio::test]
async fn a_kind_that_is_not_known_is_kept() {
    let world = World::new().await;
    let token = verify(&world, &with(&world, "type", json!("robotToken"))).unwrap();
    assert_eq!(token.kind(), &TokenKind::Unknown("robotToken".to_owned()));
    assert_eq!(token.kind().to_string(), "robotToken");
    assert!(matches!(token.claims(), Claims::Unknown));
    assert_eq!(
        (token.tenant_id(), token.subject()),
        (Some("t-1"), Some("u-1"))
    );
    assert!(token.has_role("Admin") && token.has_permission("fe.users.read"));
}

#[tokio::test]
async fn lists_that_decide_are_lists_of_text() {
    let world = World::new().await;
    for name in ["roles", "permissions", "aud", "tenantIds"] {
        for wrong in [
            json!(7),
            json!({}),
            json!([1]),
            json!(["Admin", null]),
            json!(true),
        ] {
            let outcome = verify(&world, &with(&world, name, wrong));
            assert_eq!(reason(outcome), format!("MalformedClaim({name:?})"));
        }
        // Environments leave them out, or write `null`.
        let token = verify(&world, &with(&world, name, Value::Null)).unwrap();
        let is_empty = match name {
            "roles" => token.roles().is_empty(),
            "permissions" => token.permissions().is_empty(),
            "aud" => token.audience().is_empty(),
            _ => true,
        };
        assert!(is_empty, "{name}");
    }
    for wrong in ["roles", "permissions"] {
        let outcome = verify(&world, &with(&world, wrong, json!("Admin")));
        assert_eq!(reason(outcome), format!("MalformedClaim({wrong:?})"));
    }
}

#[tokio::test]
async fn what_stands_in_place_of_roles_is_no_role() {
    let world = World::new().await;
    let elsewhere = json!(["FETCH-ROLES-BY-API", "FETCH-PERMISSIONS-BY-API", "Admin"]);
    let mut claims = with(&world, "roles", elsewhere.clone());
    claims["permissions"] = elsewhere;
    let token = verify(&world, &claims).unwrap();
    assert_eq!(
        (token.roles(), token.permissions()),
        (
            ["Admin".to_owned()].as_slice(),
            ["Admin".to_owned()].as_slice()
        )
    );
    assert!(!token.has_role("FETCH-ROLES-BY-API"));
    assert!(!token.has_permission("FETCH-PERMISSIONS-BY-API"));
}

#[tokio::test]
async fn what_people_fill_in_is_read_liberally() {
    let world = World::new().await;
    let mut claims = world.claims();
    for name in [
        "name",
        "email",
        "phoneNumber",
        "externalId",
        "metadata",
        "sid",
        "act",
    ] {
        claims[name] = json!(7);
    }
    let token = verify(&world, &claims).unwrap();
    let Claims::User(user) = token.claims() else {
        panic!("a user's token");
    };
    assert!(user.name.is_none() && user.metadata.is_empty() && user.actor.is_none());
    claims["act"] = json!({ "sub": "u-2", "type": "impersonation" });
    claims["metadata"] = json!({ "plan": "gold" });
    claims["superUser"] = json!(true);
    let token = verify(&world, &claims).unwrap();
    let Claims::User(user) = token.claims() else {
        panic!("a user's token");
    };
    assert_eq!(user.actor.as_ref().unwrap().id.as_deref(), Some("u-2"));
    assert!(user.is_super_user && user.metadata["plan"] == "gold");
}

#[tokio::test]
async fn a_step_up_is_what_acr_and_amr_and_auth_time_say_together() {
    const ACR: &str = "http://schemas.openid.net/pape/policies/2007/06/multi-factor";
    let world = World::new().await;
    let now = world.now();
    let half_an_hour = Some(Duration::from_secs(1800));
    for (acr, amr, auth_time, at_all, in_time) in [
        (
            json!(ACR),
            json!(["pwd", "otp", "mfa"]),
            json!(now),
            true,
            true,
        ),
        (
            json!(ACR),
            json!(["mfa", "sms"]),
            json!(now - 1800),
            true,
            true,
        ),
        (
            json!(ACR),
            json!(["mfa", "hwk"]),
            json!(now - 1801),
            true,
            false,
        ),
        (json!(ACR), json!(["mfa", "sso"]), Value::Null, true, false),
        // A clock that is a little ahead.
        (
            json!(ACR),
            json!(["mfa", "otp"]),
            json!(now + 5),
            true,
            true,
        ),
        (json!(ACR), json!(["mfa"]), json!(now), false, false),
        (json!(ACR), json!(["otp"]), json!(now), false, false),
        (json!(ACR), json!("mfa otp"), json!(now), false, false),
        (json!(ACR), Value::Null, json!(now), false, false),
        (
            json!("urn:other"),
            json!(["mfa", "otp"]),
            json!(now),
            false,
            false,
        ),
        (
            json!([ACR]),
            json!(["mfa", "otp"]),
            json!(now),
            false,
            false,
        ),
        (Value::Null, json!(["mfa", "otp"]), json!(now), false, false),
    ] {
        let mut claims = world.claims();
        claims["acr"] = acr;
        claims["amr"] = amr;
        claims["auth_time"] = auth_time;
        let token = verify(&world, &claims).unwrap();
        assert_eq!(token.stepped_up(None), at_all, "{claims}");
        assert_eq!(token.stepped_up(half_an_hour), in_time, "{claims}");
        assert_eq!(
            token.stepped_up(Some(Duration::MAX)),
            at_all && !claims["auth_time"].is_null()
        );
    }
}
