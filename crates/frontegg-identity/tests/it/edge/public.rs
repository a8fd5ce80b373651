//! Every public type of the two modules, full of planted secrets, formatted in both ways.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::fmt::Debug;

use axum::http::{Response, StatusCode};
use frontegg_identity::Identity;
use frontegg_identity::verify::axum::Authenticated;
use frontegg_identity::verify::tower::{
    Authenticate, Denied, RequirePermission, RequireRole, RequireStepUp,
};
use tower_layer::Layer;

use crate::sentinel::assert_clean;
use crate::world::World;

/// Formats a value, and gives the name of its type.
fn show<T: Debug>(value: &T) -> &'static str {
    assert_clean(&format!("{value:?} {value:#?}"));
    let path = std::any::type_name::<T>();
    let path = path.split('<').next().unwrap_or(path);
    path.rsplit("::").next().unwrap_or(path)
}

/// The names of a module's `pub use`.
fn public_names(source: &'static str) -> BTreeSet<&'static str> {
    let uses = source.split("\npub use ").skip(1);
    let lists = uses.filter_map(|one| one.split(';').next()?.rsplit("::").next());
    let names = lists.flat_map(|list| list.trim_matches(['{', '}']).split(','));
    names
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect()
}

#[tokio::test]
async fn s32_every_public_type_of_the_layers_hides_its_secrets() {
    let world = World::new().await;
    let ada = world.ada().await.access_token().await.unwrap();
    let identity = Identity::builder("https://acme.frontegg.com")
        .build()
        .unwrap();
    let builder = identity.token_verifier();
    let verifier = builder.hmac_secret("S3NTINEL".into()).build().unwrap();
    let layer = Authenticate::new(verifier);
    let role = RequireRole::new("Admin");
    let shown = BTreeSet::from([
        show(&layer),
        show(&layer.layer(())),
        show(&role),
        show(&role.layer(())),
        show(&RequirePermission::new("fe.users.read")),
        show(&RequireStepUp::new(None)),
        show(&Denied::NoToken),
    ]);
    let tower = include_str!("../../../src/verify/tower/mod.rs");
    assert_eq!(shown, public_names(tower));

    let verifier = world.identity.token_verifier().build().unwrap();
    let token = verifier.verify(ada.expose()).await.unwrap();
    let shown = BTreeSet::from([show(&Authenticated(token))]);
    let axum = include_str!("../../../src/verify/axum/mod.rs");
    assert_eq!(shown, public_names(axum));
}

#[test]
fn a_key_of_any_characters_is_told_without_breaking_the_answer() {
    let key = "a\"b\\c\r\nset-cookie: x=1 ü";
    for denied in [Denied::Permission(key.into()), Denied::Role(key.into())] {
        let response: Response<String> = denied.into_response();
        assert_eq!(response.status(), StatusCode::FORBIDDEN);
        let challenge = response.headers()["www-authenticate"].to_str().unwrap();
        assert!(challenge.contains("`abcset-cookie: x=1 `"), "{challenge}");
        let problem: serde_json::Value = serde_json::from_str(response.body()).unwrap();
        assert!(problem["detail"].as_str().unwrap().contains(key));
    }
}

#[test]
fn a_denied_is_an_answer_of_any_body_made_from_text() {
    let _: Result<Response<Vec<u8>>, Infallible> = Ok(Denied::NoToken.into_response());
    let _: Response<axum::body::Body> = Denied::OtherScheme.into_response();
}
