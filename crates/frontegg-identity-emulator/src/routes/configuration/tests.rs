use serde_json::json;

use crate::state::NewUser;
use crate::testing::Emulated;

const PATH: &str = "/identity/resources/configurations/v1";

#[test]
fn the_configuration_shows_the_settings_and_the_key() {
    let emulated = Emulated::new();
    let read = emulated.get(PATH).vendor().send();
    assert_eq!(read.status, 200);
    assert_eq!(read.body["defaultTokenExpiration"], 86_400);
    assert_eq!(read.body["cookieSameSite"], "NONE");
    assert_eq!(
        read.text("publicKey"),
        emulated.service.keys.public_key_pem()
    );
}

#[test]
fn what_is_written_holds_from_the_next_request_on() {
    let emulated = Emulated::new();
    emulated.user(NewUser::new("a@example.com").password("p").tenant("t", &[]));
    let body = json!({
        "defaultTokenExpiration": 60, "defaultRefreshTokenExpiration": 120, "cookieSameSite": "STRICT",
        "rotateRefreshTokens": false, "addRolesToJwt": false, "allowSignups": false,
    });
    let written = emulated.post(PATH, body).vendor().send();
    assert_eq!(written.status, 201);
    assert_eq!(written.body["allowSignups"], false);
    assert_eq!(written.body["rotateRefreshTokens"], false);
    assert_eq!(written.body["addPermissionsToJwt"], true);
    let login = emulated.log_in("a@example.com", "p");
    assert_eq!(login.body["expiresIn"], 60);
    assert_eq!(emulated.claims(&login).get("roles"), None);
    let (_, _, attributes) = login.set_cookie("fe_refresh").expect("a cookie");
    assert!(attributes.contains("SameSite=Strict"), "{attributes}");
    let lax = json!({ "cookieSameSite": "LAX" });
    let written = emulated.post(PATH, lax).vendor().send();
    assert_eq!(written.body["cookieSameSite"], "LAX");
    assert_eq!(written.body["allowSignups"], false);
}

#[test]
fn verified_mails_can_be_insisted_on() {
    let emulated = Emulated::new();
    emulated.user(NewUser::new("a@example.com").password("p").tenant("t", &[]));
    emulated.state(|state| {
        for user in state.users.iter_mut() {
            user.is_verified = false;
        }
    });
    assert_eq!(emulated.log_in("a@example.com", "p").status, 200);
    let body = json!({ "allowNotVerifiedUsersLogin": false });
    emulated.post(PATH, body).vendor().send();
    assert_eq!(emulated.log_in("a@example.com", "p").status, 401);
}

#[test]
fn what_the_emulator_cannot_do_is_refused() {
    let emulated = Emulated::new();
    let write = |body| emulated.post(PATH, body).vendor().send();
    assert_eq!(write(json!({ "jwtAlgorithm": "HS256" })).status, 400);
    assert_eq!(write(json!({ "defaultTokenExpiration": 0 })).status, 400);
    assert_eq!(
        write(json!({ "defaultRefreshTokenExpiration": i64::MAX })).status,
        400
    );
}

#[test]
fn only_the_environment_sees_all_and_everybody_a_part() {
    let emulated = Emulated::new();
    emulated.user(NewUser::new("a@example.com").password("p").tenant("t", &[]));
    let token = emulated.log_in("a@example.com", "p");
    let token = token.text("accessToken");
    for path in [PATH, "/identity/resources/configurations/v1/basic"] {
        let read = emulated.get(path).bearer(token).send();
        read.is_refused(404, "Not Found", Some("ER-00004"));
    }
    let basic = emulated.get(&format!("{PATH}/basic")).vendor().send();
    assert_eq!(
        basic.body,
        json!({ "forcePermissions": false, "machineToMachineAuthStrategy": "ClientCredentials" })
    );
    let public = emulated.get(&format!("{PATH}/public")).send();
    assert_eq!(public.body["allowNotVerifiedUsersLogin"], true);
    assert_eq!(public.body.get("publicKey"), None);
}

#[test]
fn strategies_follow_the_main_one() {
    let emulated = Emulated::new();
    let main = |path: &str| {
        let read = emulated.get(&format!("{PATH}/{path}")).vendor().send();
        read.body["mainAuthStrategies"][0]["strategy"].clone()
    };
    assert_eq!(main("auth/strategies"), "EmailAndPassword");
    let body = json!({ "authStrategy": "UsernameAndPassword" });
    emulated.post(PATH, body).vendor().send();
    assert_eq!(main("auth/strategies/public"), "UsernameAndPassword");
    let sign_up = emulated.get(&format!("{PATH}/sign-up/strategies")).send();
    assert_eq!(
        sign_up.body[0],
        json!({ "strategy": "email", "isActive": false, "isRequired": false })
    );
    assert_eq!(sign_up.body[1]["isRequired"], true);
}
