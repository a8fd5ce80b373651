mod vectors;

use ciborium::Value as Cbor;
use serde_json::json;

use super::assertion::Assertion;
use super::registration::NewCredential;
use super::*;
use crate::devices::{AuthenticatorFault, KeyAlgorithm, SoftwareAuthenticator};

const ORIGIN: &str = "https://app.example.com";

fn party() -> RelyingParty {
    RelyingParty {
        id: "example.com".to_owned(),
        name: "Example".to_owned(),
        origins: vec![ORIGIN.to_owned(), "https://example.com".to_owned()],
    }
}

fn ceremony<'a>(party: &'a RelyingParty, challenge: &'a str) -> Ceremony<'a> {
    Ceremony {
        party,
        challenge,
        user_verification: UserVerification::Preferred,
    }
}

const JANE: NewCredential<'_> = NewCredential {
    user_id: "jane-id",
    user_name: "jane@example.com",
    display_name: "Jane",
    others: &[],
    is_discoverable: false,
};

fn register(authenticator: &mut SoftwareAuthenticator) -> Credential {
    let (party, challenge) = (party(), challenge());
    let ceremony = ceremony(&party, &challenge);
    let answer = authenticator
        .register(&registration::options(&ceremony, &JANE))
        .unwrap();
    registration::verify(&ceremony, "jane-id", &answer).unwrap()
}

/// A registration whose answer was changed on the way.
fn registration_fault(change: impl FnOnce(&mut Value)) -> WebAuthnFault {
    let (party, challenge) = (party(), challenge());
    let ceremony = ceremony(&party, &challenge);
    let mut answer = SoftwareAuthenticator::new(ORIGIN)
        .register(&registration::options(&ceremony, &JANE))
        .unwrap();
    change(&mut answer);
    registration::verify(&ceremony, "jane-id", &answer).unwrap_err()
}

/// A login whose answer was changed on the way.
fn assertion_fault(change: impl FnOnce(&mut Value)) -> WebAuthnFault {
    let mut authenticator = SoftwareAuthenticator::new(ORIGIN);
    let credential = register(&mut authenticator);
    let (party, challenge) = (party(), challenge());
    let ceremony = ceremony(&party, &challenge);
    let mut answer = authenticator
        .assert(&assertion::options(&ceremony, [&credential]))
        .unwrap();
    change(&mut answer);
    assertion::verify(&ceremony, &credential, &answer).unwrap_err()
}

fn change_client_data(answer: &mut Value, change: impl FnOnce(&mut Value)) {
    let mut data: Value = serde_json::from_slice(&part(answer, "clientDataJSON").unwrap()).unwrap();
    change(&mut data);
    answer["response"]["clientDataJSON"] = encode(data.to_string().as_bytes()).into();
}

fn change_attestation(answer: &mut Value, change: impl FnOnce(&mut Vec<(Cbor, Cbor)>)) {
    let mut object: Cbor =
        ciborium::from_reader(part(answer, "attestationObject").unwrap().as_slice()).unwrap();
    change(object.as_map_mut().unwrap());
    let mut bytes = Vec::new();
    ciborium::into_writer(&object, &mut bytes).unwrap();
    answer["response"]["attestationObject"] = encode(&bytes).into();
}

fn change_data(answer: &mut Value, change: impl FnOnce(&mut Vec<u8>)) {
    change_attestation(answer, |members| {
        let (_, data) = members
            .iter_mut()
            .find(|(name, _)| name.as_text() == Some("authData"))
            .unwrap();
        change(data.as_bytes_mut().unwrap());
    });
}

#[test]
fn a_passkey_of_each_algorithm_registers_and_signs_in() {
    for algorithm in [
        KeyAlgorithm::Es256,
        KeyAlgorithm::EdDsa,
        KeyAlgorithm::Rs256,
    ] {
        for mut authenticator in [
            SoftwareAuthenticator::new(ORIGIN).key_algorithm(algorithm),
            SoftwareAuthenticator::new(ORIGIN)
                .key_algorithm(algorithm)
                .self_attestation(),
        ] {
            let mut credential = register(&mut authenticator);
            assert_eq!(
                (credential.user_id.as_str(), credential.sign_count),
                ("jane-id", 1)
            );
            for count in 2..4 {
                let (party, challenge) = (party(), challenge());
                let ceremony = ceremony(&party, &challenge);
                let answer = authenticator
                    .assert(&assertion::options(&ceremony, [&credential]))
                    .unwrap();
                assert_eq!(credential_id(&answer).as_ref(), Some(&credential.id));
                let outcome = assertion::verify(&ceremony, &credential, &answer);
                assert_eq!(
                    outcome,
                    Ok(Assertion {
                        sign_count: count,
                        is_user_verified: true
                    }),
                    "{algorithm:?}"
                );
                credential.sign_count = count;
            }
        }
    }
}

#[test]
fn a_login_without_a_list_names_its_user() {
    let mut authenticator = SoftwareAuthenticator::new(ORIGIN);
    let credential = register(&mut authenticator);
    let (party, challenge) = (party(), challenge());
    let ceremony = ceremony(&party, &challenge);
    let options = assertion::options(&ceremony, []);
    assert_eq!(options.get("allowCredentials"), None);
    let answer = authenticator.assert(&options).unwrap();
    assert_eq!(user_id(&answer).as_deref(), Some("jane-id"));
    assert!(assertion::verify(&ceremony, &credential, &answer).is_ok());
    let others = Credential {
        user_id: "joe-id".to_owned(),
        ..credential
    };
    assert_eq!(
        assertion::verify(&ceremony, &others, &answer),
        Err(WebAuthnFault::User)
    );
}

#[test]
fn options_are_those_of_the_wire() {
    let party = party();
    let mut ceremony = ceremony(&party, "challenge");
    let other = Credential {
        transports: vec!["usb".to_owned()],
        ..register(&mut SoftwareAuthenticator::new(ORIGIN))
    };
    let asked = NewCredential {
        others: &[&other],
        is_discoverable: true,
        ..JANE
    };
    assert_eq!(
        registration::options(&ceremony, &asked),
        json!({
            "rp": { "id": "example.com", "name": "Example" },
            "user": { "id": "amFuZS1pZA", "name": "jane@example.com", "displayName": "Jane" },
            "challenge": "challenge",
            "pubKeyCredParams": [
                { "type": "public-key", "alg": -7 },
                { "type": "public-key", "alg": -8 },
                { "type": "public-key", "alg": -257 },
            ],
            "excludeCredentials": [{ "type": "public-key", "id": other.id, "transports": ["usb"] }],
            "timeout": 60000,
            "authenticatorSelection": {
                "residentKey": "required",
                "requireResidentKey": true,
                "userVerification": "preferred",
            },
            "attestation": "none",
        })
    );
    ceremony.user_verification = UserVerification::Required;
    assert_eq!(
        assertion::options(&ceremony, [&other]),
        json!({
            "challenge": "challenge",
            "rpId": "example.com",
            "timeout": 60000,
            "userVerification": "required",
            "allowCredentials": [{ "type": "public-key", "id": other.id, "transports": ["usb"] }],
        })
    );
}

#[test]
fn each_fault_of_an_authenticator_has_its_name() {
    let party = party();
    for (fault, expected) in [
        (
            AuthenticatorFault::WrongChallenge,
            Some(WebAuthnFault::Challenge),
        ),
        (AuthenticatorFault::WrongOrigin, Some(WebAuthnFault::Origin)),
        (
            AuthenticatorFault::WrongRelyingParty,
            Some(WebAuthnFault::RelyingParty),
        ),
        (
            AuthenticatorFault::FlippedSignature,
            Some(WebAuthnFault::Signature),
        ),
        (
            AuthenticatorFault::UserAbsent,
            Some(WebAuthnFault::UserAbsent),
        ),
        (
            AuthenticatorFault::UserUnverified,
            Some(WebAuthnFault::UserUnverified),
        ),
        (AuthenticatorFault::CounterGoesBack, None),
    ] {
        let mut authenticator = SoftwareAuthenticator::new(ORIGIN).self_attestation();
        let challenge = challenge();
        let ceremony = Ceremony {
            user_verification: UserVerification::Required,
            ..ceremony(&party, &challenge)
        };
        let answer = authenticator
            .register_with_fault(&registration::options(&ceremony, &JANE), fault)
            .unwrap();
        assert_eq!(
            registration::verify(&ceremony, "jane-id", &answer).err(),
            expected,
            "{fault:?}"
        );

        let credential = register(&mut authenticator);
        let answer = authenticator
            .assert_with_fault(&assertion::options(&ceremony, [&credential]), fault)
            .unwrap();
        let outcome = assertion::verify(&ceremony, &credential, &answer);
        assert_eq!(
            outcome.err(),
            expected.or(Some(WebAuthnFault::Counter)),
            "{fault:?}"
        );
    }
}

#[test]
fn a_user_who_was_not_verified_may_come_in_unless_that_is_required() {
    let mut authenticator = SoftwareAuthenticator::new(ORIGIN);
    let credential = register(&mut authenticator);
    let (party, challenge) = (party(), challenge());
    let ceremony = ceremony(&party, &challenge);
    let options = assertion::options(&ceremony, [&credential]);
    let answer = authenticator
        .assert_with_fault(&options, AuthenticatorFault::UserUnverified)
        .unwrap();
    assert!(
        !assertion::verify(&ceremony, &credential, &answer)
            .unwrap()
            .is_user_verified
    );
}

#[test]
fn a_counter_has_to_grow_unless_there_is_none() {
    let mut authenticator = SoftwareAuthenticator::new(ORIGIN);
    let registered = register(&mut authenticator);
    let (party, challenge) = (party(), challenge());
    let ceremony = ceremony(&party, &challenge);
    let answer = authenticator
        .assert(&assertion::options(&ceremony, [&registered]))
        .unwrap();
    for (known, is_good) in [
        (0, true),
        (1, true),
        (2, false),
        (3, false),
        (u32::MAX, false),
    ] {
        let credential = Credential {
            sign_count: known,
            ..registered.clone()
        };
        assert_eq!(
            assertion::verify(&ceremony, &credential, &answer).is_ok(),
            is_good,
            "{known}"
        );
    }
}

#[test]
fn answers_to_another_kind_of_question_are_refused() {
    let mut authenticator = SoftwareAuthenticator::new(ORIGIN);
    let credential = register(&mut authenticator);
    let (party, challenge) = (party(), challenge());
    let ceremony = ceremony(&party, &challenge);
    let mut registration = authenticator
        .register(&registration::options(&ceremony, &JANE))
        .unwrap();
    let mut login = authenticator
        .assert(&assertion::options(&ceremony, [&credential]))
        .unwrap();
    let client_data = registration["response"]["clientDataJSON"].take();
    registration["response"]["clientDataJSON"] = login["response"]["clientDataJSON"].take();
    login["response"]["clientDataJSON"] = client_data;
    assert_eq!(
        registration::verify(&ceremony, "jane-id", &registration),
        Err(WebAuthnFault::Kind)
    );
    assert_eq!(
        assertion::verify(&ceremony, &credential, &login),
        Err(WebAuthnFault::Kind)
    );
}

#[test]
fn client_data_is_signed_and_its_frame_is_checked() {
    let framed =
        |answer: &mut Value| change_client_data(answer, |data| data["crossOrigin"] = true.into());
    assert_eq!(registration_fault(framed), WebAuthnFault::Origin);
    assert_eq!(assertion_fault(framed), WebAuthnFault::Origin);
    let other_page = |answer: &mut Value| {
        change_client_data(answer, |data| data["origin"] = "https://example.com".into())
    };
    assert_eq!(assertion_fault(other_page), WebAuthnFault::Signature);
    for origin in [
        "https://app.example.com:8443",
        "http://app.example.com",
        "https://app.example.com/",
        "null",
        "",
    ] {
        let change =
            |answer: &mut Value| change_client_data(answer, |data| data["origin"] = origin.into());
        assert_eq!(
            registration_fault(change),
            WebAuthnFault::Origin,
            "{origin}"
        );
    }
}

#[test]
fn another_credential_does_not_answer() {
    let stranger = register(&mut SoftwareAuthenticator::new(ORIGIN));
    let mislabelled = |answer: &mut Value| answer["id"] = stranger.id.clone().into();
    assert_eq!(registration_fault(mislabelled), WebAuthnFault::Credential);
    assert_eq!(assertion_fault(mislabelled), WebAuthnFault::Credential);
    let absent = |answer: &mut Value| answer["id"] = Value::Null;
    assert_eq!(registration_fault(absent), WebAuthnFault::Credential);
    assert_eq!(assertion_fault(absent), WebAuthnFault::Credential);

    let mut authenticator = SoftwareAuthenticator::new(ORIGIN);
    let own = register(&mut authenticator);
    let (party, challenge) = (party(), challenge());
    let ceremony = ceremony(&party, &challenge);
    let answer = authenticator
        .assert(&assertion::options(&ceremony, [&own]))
        .unwrap();
    let with_strange_key = Credential {
        public_key: stranger.public_key,
        ..own.clone()
    };
    assert_eq!(
        assertion::verify(&ceremony, &with_strange_key, &answer),
        Err(WebAuthnFault::Signature)
    );
    let from_cloud = Credential {
        is_backup_eligible: true,
        ..own
    };
    assert_eq!(
        assertion::verify(&ceremony, &from_cloud, &answer),
        Err(WebAuthnFault::Credential)
    );
}

#[test]
fn attestations_that_were_not_asked_for_are_refused() {
    for format in ["packed", "fido-u2f", "tpm", "android-key", "apple", "NONE"] {
        let fault = registration_fault(|answer| {
            change_attestation(answer, |members| {
                *members = members
                    .drain(..)
                    .filter(|(name, _)| !matches!(name.as_text(), Some("fmt" | "attStmt")))
                    .collect();
                members.push(("fmt".into(), format.into()));
                members.push((
                    "attStmt".into(),
                    Cbor::Map(vec![("x5c".into(), Cbor::Array(Vec::new()))]),
                ));
            });
        });
        assert_eq!(fault, WebAuthnFault::Attestation, "{format}");
    }
    let statement_without_format = registration_fault(|answer| {
        change_attestation(answer, |members| {
            members
                .iter_mut()
                .find(|(name, _)| name.as_text() == Some("attStmt"))
                .unwrap()
                .1 = Cbor::Map(vec![("sig".into(), Cbor::Bytes(vec![1]))]);
        });
    });
    assert_eq!(statement_without_format, WebAuthnFault::Attestation);
}

#[test]
fn keys_that_were_not_asked_for_are_refused() {
    let key_with = |label: i64, value: Cbor| {
        let mut members = vec![
            (Cbor::from(1), Cbor::from(2)),
            (3.into(), (-7).into()),
            ((-1).into(), 1.into()),
            ((-2).into(), vec![7; 32].into()),
            ((-3).into(), vec![7; 32].into()),
        ];
        members
            .iter_mut()
            .find(|(name, _)| *name == label.into())
            .unwrap()
            .1 = value;
        PublicKey::from_cose(&Cbor::Map(members))
    };
    for (label, value) in [(1, 4), (3, -35), (3, -8), (3, -257), (-1, 2), (-1, 6)] {
        assert_eq!(
            key_with(label, value.into()),
            Err(WebAuthnFault::Algorithm),
            "{label}: {value}"
        );
    }
    let malformed = Err(WebAuthnFault::Malformed("credential public key"));
    assert_eq!(
        key_with(-2, vec![7; 32].into()),
        malformed,
        "not on the curve"
    );
    assert_eq!(key_with(-2, vec![7; 31].into()), malformed);
    assert_eq!(key_with(3, "ES256".into()), malformed);
    assert_eq!(PublicKey::from_cose(&Cbor::Null), malformed);
    assert_eq!(PublicKey::from_cose(&Cbor::Map(Vec::new())), malformed);
}

#[test]
fn a_small_rsa_key_signs_nothing() {
    let key = PublicKey::Rs256 {
        modulus: vec![0xff; 128],
        exponent: vec![1, 0, 1],
    };
    assert_eq!(
        key.check_signature(b"x", &[0; 128]),
        Err(WebAuthnFault::Signature)
    );
    let key = PublicKey::Rs256 {
        modulus: Vec::new(),
        exponent: Vec::new(),
    };
    assert_eq!(
        key.check_signature(b"x", &[]),
        Err(WebAuthnFault::Signature)
    );
}

#[test]
fn parts_that_are_missing_or_broken_are_named() {
    for name in ["clientDataJSON", "attestationObject"] {
        for value in [
            json!(null),
            json!(""),
            json!("*"),
            json!(7),
            json!("AA"),
            json!({}),
        ] {
            let fault = registration_fault(|answer| answer["response"][name] = value.clone());
            assert_eq!(fault, WebAuthnFault::Malformed(name), "{value}");
        }
    }
    for name in ["clientDataJSON", "authenticatorData", "signature"] {
        assert_eq!(
            assertion_fault(|answer| answer["response"][name] = json!("*")),
            WebAuthnFault::Malformed(name)
        );
    }
    assert_eq!(
        assertion_fault(|answer| answer["response"] = json!([])),
        WebAuthnFault::Malformed("clientDataJSON")
    );
    assert_eq!(
        assertion_fault(|answer| answer["response"]["userHandle"] = json!("am9l")),
        WebAuthnFault::User,
    );
    let party = party();
    for answer in [
        json!(null),
        json!([]),
        json!("x"),
        json!({ "response": null }),
    ] {
        let outcome = registration::verify(&ceremony(&party, "x"), "jane-id", &answer);
        assert_eq!(
            outcome,
            Err(WebAuthnFault::Malformed("clientDataJSON")),
            "{answer}"
        );
        assert_eq!((credential_id(&answer), user_id(&answer)), (None, None));
    }
}

#[test]
fn authenticator_data_cut_anywhere_or_with_more_behind_is_refused() {
    let whole = registration_data_length();
    for length in 0..whole {
        let fault = registration_fault(|answer| change_data(answer, |data| data.truncate(length)));
        assert!(
            matches!(fault, WebAuthnFault::Malformed(_)),
            "{length}: {fault:?}"
        );
    }
    let longer = registration_fault(|answer| change_data(answer, |data| data.push(0)));
    assert_eq!(longer, WebAuthnFault::Malformed("authenticatorData"));
    let without_key = registration_fault(|answer| {
        change_data(answer, |data| {
            data.truncate(37);
            data[32] &= !0x40;
        });
    });
    assert_eq!(without_key, WebAuthnFault::Malformed("attestationObject"));
    let backed_up_but_not_eligible =
        registration_fault(|answer| change_data(answer, |data| data[32] |= 0x10));
    assert_eq!(
        backed_up_but_not_eligible,
        WebAuthnFault::Malformed("authenticatorData")
    );
    let extension_that_is_no_map = registration_fault(|answer| {
        change_data(answer, |data| {
            data[32] |= 0x80;
            data.push(1);
        });
    });
    assert_eq!(
        extension_that_is_no_map,
        WebAuthnFault::Malformed("authenticatorData")
    );
}

fn registration_data_length() -> usize {
    let mut length = 0;
    registration_fault(|answer| {
        change_data(answer, |data| {
            length = data.len();
            data.clear();
        });
    });
    length
}

#[test]
fn extensions_and_transports_are_taken_along() {
    let (party, challenge) = (party(), challenge());
    let ceremony = ceremony(&party, &challenge);
    let mut answer = SoftwareAuthenticator::new(ORIGIN)
        .register(&registration::options(&ceremony, &JANE))
        .unwrap();
    answer["response"]["transports"] = json!(["internal", 7, "hybrid"]);
    answer["id"] = format!("{}=", answer["id"].as_str().unwrap()).into();
    change_data(&mut answer, |data| {
        data[32] |= 0x80 | 0x08;
        data.push(0xa0);
    });
    let credential = registration::verify(&ceremony, "jane-id", &answer).unwrap();
    assert_eq!(credential.transports, ["internal", "hybrid"]);
    assert!(credential.is_backup_eligible);
}
