//! Every public type of the module, full of planted secrets, formatted in both ways.

use std::collections::BTreeSet;
use std::fmt::Debug;

use frontegg_identity::webhook::WebhookError;
use frontegg_identity_emulator::webhook_token;
use serde_json::json;

use super::{SECRET, now, verifier};
use crate::sentinel::assert_clean;

/// Formats a value, and gives the name of its type.
fn show<T: Debug>(value: &T) -> &'static str {
    assert_clean(&format!("{value:?} {value:#?}"));
    let path = std::any::type_name::<T>();
    path.rsplit("::").next().unwrap_or(path)
}

/// The names of the module's `pub use`.
fn public_names() -> BTreeSet<&'static str> {
    let source = include_str!("../../../src/webhook/mod.rs");
    let uses = source.split("\npub use ").skip(1);
    let lists = uses.filter_map(|one| one.split(';').next()?.rsplit("::").next());
    let names = lists.flat_map(|list| list.trim_matches(['{', '}']).split(','));
    names.map(str::trim).collect()
}

#[test]
fn s32_every_public_type_of_webhooks_hides_its_secrets() {
    let hidden = "S3NTINEL";
    let body = json!({
        "eventKey": "frontegg.user.created",
        "eventContext": { "tenantId": "t-1" },
        "user": { "id": "u-1", "metadata": hidden, "password": hidden },
        "token": hidden,
    });
    let verifier = verifier();
    let token = webhook_token(SECRET, now());
    let event = verifier
        .verify(&token, body.to_string().as_bytes())
        .unwrap();
    let shown = BTreeSet::from([
        show(&verifier),
        show(&event),
        show(&event.context),
        show(event.user.as_ref().unwrap()),
        show(&event.key),
        show(&WebhookError::Signature),
    ]);
    let mut names = public_names();
    assert!(names.remove("HEADER"));
    assert_eq!(shown, names);

    for wrong in [token.replace('.', "S3NTINEL"), format!("{token}S3NTINEL")] {
        let error = verifier.verify(wrong, b"S3NTINEL").unwrap_err();
        assert_clean(&format!("{error} {error:?}"));
    }
    let error = verifier.verify(token, b"S3NTINEL").unwrap_err();
    assert_clean(&format!("{error} {error:?}"));
}
