//! Arguments that nobody should pass: each ends in an error with a name, and is not repeated by it.

use std::time::Duration;

use frontegg_identity::{
    Credentials, Error, ErrorKind, Identifier, Identity, MailedLink, Recipient, Secret, SignUp,
    WebauthnDeviceType,
};

use crate::secrets::everything_of;
use crate::sentinel::assert_clean;
use crate::world::World;

const SESSIONS: &str = "/identity/resources/users/sessions/v1/me/";

fn long() -> String {
    "S3NTINEL".repeat(131_072)
}

#[tokio::test]
async fn an_id_that_would_change_the_path_is_not_sent() {
    let world = World::new().await;
    let ada = world.ada().await;
    let sent = world.emulator.requests().all().len();
    for id in ["", ".", ".."] {
        let kind = |outcome: Result<(), Error>| {
            let error = outcome.unwrap_err();
            assert_clean(&everything_of(&error));
            assert_eq!(error.status(), None);
            error.kind()
        };
        for kind in [
            kind(ada.end_session(id).await),
            kind(ada.remove_authenticator(id, Some("S3NTINEL")).await),
            kind(ada.remove_phone(id).await),
            kind(ada.remove_key(id).await),
            kind(ada.start_phone_removal(id).await.map(|_| ())),
            kind(ada.start_key_removal(id).await.map(|_| ())),
        ] {
            assert_eq!(kind, ErrorKind::Input, "{id:?}");
        }
    }
    assert_eq!(world.emulator.requests().all().len(), sent);
}

#[tokio::test]
async fn any_other_id_stays_one_segment_of_the_path() {
    let world = World::new().await;
    let ada = world.ada().await;
    for (id, segment) in [
        ("a/b", "a%2Fb"),
        ("../all", "..%2Fall"),
        ("a\\b", "a%5Cb"),
        ("%2e%2e", "%252e%252e"),
        ("S3NTINEL?x#y", "S3NTINEL%3Fx%23y"),
        ("a\r\nb: c", "a%0D%0Ab%3A%20c"),
        ("é", "%C3%A9"),
    ] {
        let error = ada.end_session(id).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotFound, "{id:?}");
        assert_clean(&everything_of(&error));
        let requests = world.emulator.requests().all();
        let path = &requests.last().unwrap().path;
        assert_eq!(*path, format!("{SESSIONS}{segment}"));
    }
    let error = ada.end_session(&long()).await.unwrap_err();
    assert_clean(&everything_of(&error));
    // The session has come through that.
    ada.refresh_now().await.unwrap();
}

#[tokio::test]
async fn a_tenant_that_is_none_is_refused_by_the_server() {
    let world = World::new().await;
    let ada = world.ada().await;
    for id in ["", "..", "a/b", "S3NTINEL\n", "S3NTINÉL", &long()] {
        let error = ada.switch_tenant(id).await.unwrap_err();
        assert!(error.status().is_some_and(|status| status >= 400));
        assert_clean(&everything_of(&error));
        let error = ada.in_tenant(id).access_token().await.unwrap_err();
        assert_clean(&everything_of(&error));
        assert!(!error.needs_sign_in());
    }
    ada.refresh_now().await.unwrap();
}

#[tokio::test]
async fn odd_texts_are_refused_by_name_and_not_repeated() {
    let world = World::new().await;
    let identity = &world.identity;
    for odd in ["", "S3NTINEL\n", "S3NTINÉL", "S3NTINEL\0", &long()] {
        let secret = Secret::from(odd);
        let link = MailedLink::new(odd, odd.into());
        let user = SignUp::new(odd, odd, odd).password(odd.into());
        let names = SignUp::by_username(odd, odd, odd).invitation(odd.into());
        let who = Identifier::username(odd);
        let refused = [
            identity.sign_in_with_password(&who, &secret).await.err(),
            identity.sign_in_with_link(&secret).await.err(),
            identity.activate(&link, Some(&secret)).await.err(),
            identity.activate(&link.clone().code(odd), None).await.err(),
            identity.activation_needs_password(&link).await.err(),
            identity.accept_invitation(&link).await.err(),
            identity.check_password_reset(&link).await.err(),
            identity.reset_password(&link, &secret).await.err(),
            identity.unlock(&secret).await.err(),
        ];
        for error in refused {
            let error = error.unwrap();
            assert_clean(&everything_of(&error));
            assert!(!error.needs_sign_in());
        }
        for machine in [
            Credentials::api_token(odd, odd.into()),
            Credentials::api_token_v1(odd, odd.into()),
            Credentials::environment(odd, odd.into()),
            Credentials::oauth_client(odd, odd.into()),
        ] {
            let error = identity.sign_in_as_machine(machine).await.unwrap_err();
            assert_clean(&everything_of(&error));
        }
        // The server may take these, or not say whether there is such a user.
        let to = Recipient::email(odd);
        for error in [
            identity.sign_up(&user).await.err(),
            identity.sign_up(&names).await.err(),
            identity
                .sign_up(&SignUp::by_phone(odd, odd, odd))
                .await
                .err(),
            identity.mail_login_code(&to).await.err(),
            identity.text_login_code(&Recipient::phone(odd)).await.err(),
            identity.mail_login_link(&to).await.err(),
            identity.start_passkey_login(Some(odd)).await.err(),
            identity.mail_activation(odd).await.err(),
            identity.mail_password_reset(odd).await.err(),
            identity.text_password_reset(odd).await.err(),
            identity.replace_lost_phone(odd).await.err(),
        ]
        .iter()
        .flatten()
        {
            assert_clean(&everything_of(error));
        }
    }
    let ada = world.ada().await;
    for odd in ["", "S3NTINEL\n", "S3NTINÉL", &long()] {
        let secret = Secret::from(odd);
        let error = ada.change_password(&secret, &secret).await.unwrap_err();
        assert_clean(&everything_of(&error));
        let app = ada.start_authenticator().await.unwrap();
        assert_clean(&everything_of(&app.verify(odd).await.unwrap_err()));
        let key = ada.start_key(WebauthnDeviceType::from(odd)).await;
        if let Err(error) = key {
            assert_clean(&everything_of(&error));
        }
    }
    let never = Some(Duration::MAX);
    assert_clean(&everything_of(&ada.step_up(never).await.unwrap_err()));
}

#[tokio::test]
async fn a_password_reaches_the_server_as_it_is() {
    let world = World::new().await;
    let ada = world.ada().await;
    let (old, odd) = (
        Secret::from(crate::world::PASSWORD),
        Secret::from(" S3NTINÉL-\"Engine\"-1\r\n"),
    );
    ada.change_password(&old, &odd).await.unwrap();
    let who = Identifier::email(crate::world::ADA);
    let signed_in = world.identity.sign_in_with_password(&who, &odd).await;
    crate::world::session(signed_in.unwrap());
    let trimmed = Secret::from(odd.expose().trim());
    let error = world.identity.sign_in_with_password(&who, &trimmed).await;
    assert_eq!(error.unwrap_err().kind(), ErrorKind::Unauthorized);
}

#[tokio::test]
async fn a_setting_that_no_server_takes_is_an_error_of_the_call() {
    let world = World::new().await;
    let builder = Identity::builder(world.emulator.base_url());
    let identity = builder.user_agent(long()).application_id(long());
    let error = identity.build().unwrap().mail_password_reset("a@b.c").await;
    assert_clean(&everything_of(&error.unwrap_err()));
}
