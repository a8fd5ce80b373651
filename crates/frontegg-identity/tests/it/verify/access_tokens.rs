//! Access tokens, whose roles are asked for.

use chrono::TimeDelta;
use frontegg_identity::verify::{Claims, TokenVerifier, VerifyError};
use frontegg_identity::{ErrorKind, Session};
use frontegg_identity_emulator::{Emulator, Fault, Gate, NewRole, NewUser, RightsForm};
use frontegg_identity_raw::catalogue;
use serde_json::{Value, json};

use super::forge::Forge;
use super::{at_once, reason};
use crate::world::{ADA, PASSWORD, World, identity_of};

const OF_TENANTS: &str = "/identity/resources/vendor-only/tenants/access-tokens/v1/{id}";
const OF_USERS: &str = "/identity/resources/vendor-only/users/access-tokens/v1/{id}";

/// A world whose Ada is a robot.
async fn world() -> World {
    let mut world = World::new().await;
    let robot = NewRole::new("Robot").permission("arm.*");
    let ada = NewUser::new(ADA).id("u-1").password(PASSWORD);
    let emulator = Emulator::builder()
        .clock(world.emulator.clock().clone())
        .role(robot)
        .user(ada.tenant("t-1", &["Robot"]));
    world.emulator = emulator.start().await.unwrap();
    world.identity = identity_of(&world.emulator);
    world
}

async fn verifier(world: &World) -> TokenVerifier {
    let environment = world.environment().await;
    let builder = world.identity.token_verifier();
    builder.environment(&environment).build().unwrap()
}

/// An access token, and its id.
async fn tenants(world: &World, more: &Value) -> (String, String) {
    let client = world.environment().await.raw();
    let roles = client.call(&catalogue::LIST_ROLES_V1);
    let roles = roles.header("frontegg-tenant-id", Some("t-1"));
    let roles = roles.send::<Value>().await.unwrap().into_inner();
    let roles = roles.as_array().unwrap();
    let robot = roles.iter().find(|role| role["key"] == "Robot").unwrap();
    let mut body = json!({ "description": "CI", "roleIds": [robot["id"]] });
    for (name, value) in more.as_object().unwrap() {
        body[name] = value.clone();
    }
    let call = client.call(&catalogue::CREATE_TENANT_ACCESS_TOKEN);
    let call = call.header("frontegg-tenant-id", Some("t-1"));
    let made = call.json(&body).send::<Value>().await.unwrap();
    let text = |name: &str| made[name].as_str().unwrap().to_owned();
    (text("secret"), text("id"))
}

async fn users(session: &Session) -> String {
    let client = session.raw();
    let call = client.call(&catalogue::CREATE_USER_ACCESS_TOKEN);
    let call = call.header("frontegg-tenant-id", Some("t-1"));
    let call = call.header("frontegg-user-id", Some("u-1"));
    let body = json!({ "description": "CI", "expiresInMinutes": 60 });
    let made = call.json(&body).send::<Value>().await.unwrap();
    made["secret"].as_str().unwrap().to_owned()
}

async fn delete(world: &World, id: &str) {
    let client = world.environment().await.raw();
    let call = client.call(&catalogue::DELETE_TENANT_ACCESS_TOKEN);
    let call = call.header("frontegg-tenant-id", Some("t-1"));
    call.path("id", id).send_unit().await.unwrap();
}

#[tokio::test]
async fn the_roles_of_access_tokens_are_those_that_the_service_tells() {
    let world = world().await;
    let verifier = verifier(&world).await;
    let (of_tenant, id) = tenants(&world, &json!({})).await;
    let of_user = users(&world.ada().await).await;
    for form in [RightsForm::Keys, RightsForm::Objects] {
        world
            .emulator
            .change_settings(|settings| settings.access_token_rights = form);
        let token = verifier.verify_access_token(&of_tenant).await.unwrap();
        let Claims::TenantAccessToken(claims) = token.claims() else {
            panic!("{token:?}")
        };
        assert_eq!(claims.token_id, id);
        assert_eq!(
            (token.roles(), token.permissions()),
            (
                ["Robot".to_owned()].as_slice(),
                ["arm.*".to_owned()].as_slice()
            )
        );
        assert!(token.has_role("Robot") && token.has_permission("arm.move"));
        assert_eq!((token.user_id(), token.expires_at()), (None, None));
        let token = verifier.verify_access_token(&of_user).await.unwrap();
        let Claims::UserAccessToken(claims) = token.claims() else {
            panic!("{token:?}")
        };
        assert_eq!(claims.user_id, "u-1");
        assert!(token.has_role("Robot") && token.has_permission("arm.move"));
        assert_eq!(token.tenant_id(), Some("t-1"));
        world.pass(TimeDelta::minutes(1));
    }
    assert_eq!(
        (world.count("GET", OF_TENANTS), world.count("GET", OF_USERS)),
        (2, 2)
    );
}

#[tokio::test]
async fn roles_are_asked_for_once_a_minute() {
    let world = world().await;
    let verifier = verifier(&world).await;
    let (token, id) = tenants(&world, &json!({})).await;
    let gate = Gate::closed();
    let faults = world.emulator.faults();
    faults.on("GET", OF_TENANTS).once(Fault::Hold(gate.clone()));
    let asking = (0..50).map(|_| {
        let (verifier, token) = (verifier.clone(), token.clone());
        tokio::spawn(async move { verifier.verify_access_token(&token).await.is_ok() })
    });
    let mut asking: Vec<_> = asking.collect();
    gate.arrived(1).await;
    asking.remove(0).abort();
    gate.open();
    for outcome in asking {
        assert!(outcome.await.unwrap());
    }
    assert_eq!(world.count("GET", OF_TENANTS), 1);
    delete(&world, &id).await;
    world.pass(TimeDelta::milliseconds(59_999));
    assert!(at_once(verifier.verify_access_token(&token)).is_ok());
    assert_eq!(world.count("GET", OF_TENANTS), 1);
    world.pass(TimeDelta::milliseconds(1));
    // That it is revoked is remembered as well.
    for _ in 0..3 {
        let outcome = verifier.verify_access_token(&token).await;
        assert_eq!(reason(outcome), "Revoked");
        assert_eq!(world.count("GET", OF_TENANTS), 2);
    }
}

#[tokio::test]
async fn an_access_token_that_expires_is_not_remembered_beyond_that() {
    let world = world().await;
    let environment = world.environment().await;
    let builder = world.identity.token_verifier().environment(&environment);
    let builder = builder.remember_roles(std::time::Duration::from_secs(3600));
    let verifier = builder.remember_verified(10).build().unwrap();
    let (token, _) = tenants(&world, &json!({ "expiresInMinutes": 1 })).await;
    let verified = verifier.verify_access_token(&token).await.unwrap();
    assert!(verified.expires_at().is_some());
    world.pass(TimeDelta::seconds(59));
    assert!(at_once(verifier.verify_access_token(&token)).is_ok());
    // The leeway is for clocks that differ, and the service's own clock says that it is over.
    world.pass(TimeDelta::seconds(1));
    let outcome = verifier.verify_access_token(&token).await;
    assert_eq!(reason(outcome), "Revoked");
    world.pass(TimeDelta::seconds(30));
    let outcome = verifier.verify_access_token(&token).await;
    assert_eq!(reason(outcome), "Expired");
}

#[tokio::test]
async fn without_an_answer_nothing_is_known_of_an_access_token() {
    let world = world().await;
    let verifier = verifier(&world).await;
    let (token, _) = tenants(&world, &json!({})).await;
    for (fault, kind) in [
        (Fault::status(503), ErrorKind::Server),
        (Fault::status(401), ErrorKind::Unauthorized),
        (Fault::Waf, ErrorKind::Unreadable),
        (Fault::LostReply, ErrorKind::Network),
        (
            Fault::reply(
                404,
                &json!({ "errors": ["Not found"], "errorCode": "ER-00004" }),
            ),
            ErrorKind::NotFound,
        ),
        (
            Fault::reply(200, &json!({ "roles": "Admin" })),
            ErrorKind::Unreadable,
        ),
        (
            Fault::reply(200, &json!({ "roles": [7] })),
            ErrorKind::Unreadable,
        ),
        (
            Fault::reply(200, &json!({ "permissions": [{ "id": "p" }] })),
            ErrorKind::Unreadable,
        ),
    ] {
        let faults = world.emulator.faults();
        faults.clear();
        faults.on("GET", OF_TENANTS).always(fault);
        let mut asked = None;
        for _ in 0..2 {
            let error = verifier.verify_access_token(&token).await.unwrap_err();
            let VerifyError::RolesUnavailable(cause) = &error else {
                panic!("{error:?}")
            };
            assert_eq!(cause.kind(), kind);
            assert!(error.is_retryable());
            let times = world.count("GET", OF_TENANTS);
            assert_eq!(*asked.get_or_insert(times), times);
        }
        // After a short rest it is asked again.
        world.emulator.faults().clear();
        assert!(verifier.verify_access_token(&token).await.is_err());
        world.pass(TimeDelta::seconds(1));
        assert!(verifier.verify_access_token(&token).await.is_ok());
        world.pass(TimeDelta::minutes(1));
    }
}

#[tokio::test]
async fn each_door_takes_its_own_kinds() {
    let world = world().await;
    let verifier = verifier(&world).await;
    let (access, _) = tenants(&world, &json!({})).await;
    let bearer = world.ada().await.access_token().await.unwrap();
    assert_eq!(reason(verifier.verify(&access).await), "Kind");
    let outcome = verifier.verify_access_token(bearer.expose()).await;
    assert_eq!(reason(outcome), "Kind");
    assert_eq!(world.count("GET", OF_TENANTS), 0);
    let alone = world.verifier();
    let error = alone.verify_access_token(&access).await.unwrap_err();
    let VerifyError::RolesUnavailable(cause) = &error else {
        panic!("{error:?}")
    };
    assert_eq!(cause.kind(), ErrorKind::Configuration);
}

#[tokio::test]
async fn nobody_is_asked_about_a_token_that_is_forged() {
    let world = world().await;
    let verifier = verifier(&world).await;
    let mut claims = world.claims();
    claims["type"] = json!("tenantAccessToken");
    world.publish(&[Forge::first().jwk()]);
    let forged = Forge::second().token(&claims);
    let outcome = verifier.verify_access_token(&forged).await;
    assert_eq!(reason(outcome), "UnknownKey");
    assert_eq!(world.count("GET", OF_TENANTS), 0);
}
