//! The six kinds of tokens, as the emulator gives them out.

use std::time::Duration;

use chrono::TimeDelta;
use frontegg_identity::Credentials;
use frontegg_identity::verify::{Claims, TokenKind};
use frontegg_identity_emulator::{Emulator, NewUser};

use super::{CLIENT, SECRET, api_token, reason};
use crate::world::{ADA, PASSWORD, World, identity_of};

#[tokio::test]
async fn a_users_token_says_who_it_is_and_what_they_may_do() {
    let world = World::new().await;
    let session = world.ada().await;
    let verifier = world
        .identity
        .token_verifier()
        .issuer("https://app-emulator.frontegg.com")
        .audience(world.emulator.client_id())
        .build()
        .unwrap();
    let header = session.authorization().await.unwrap();
    let token = verifier.verify(header.expose()).await.unwrap();
    assert_eq!(token.kind(), &TokenKind::User);
    let Claims::User(user) = token.claims() else {
        panic!("a user's token");
    };
    assert_eq!(user.email.as_deref(), Some(ADA));
    assert_eq!(user.tenant_ids, ["t-1", "t-2"]);
    assert!(user.session_id.is_some() && user.actor.is_none() && !user.is_super_user);
    assert_eq!(token.user_id(), Some(user.user_id.as_str()));
    assert_eq!(token.subject(), token.user_id());
    assert_eq!(token.tenant_id(), Some("t-1"));
    assert!(token.has_role("Admin") && !token.has_role("admin"));
    assert_eq!(token.audience(), [world.emulator.client_id()]);
    assert_eq!(token.issuer(), Some("https://app-emulator.frontegg.com"));
    assert_eq!(token.claim("email").unwrap(), ADA);
    let life = token.expires_at().unwrap() - token.issued_at().unwrap();
    assert_eq!(life, TimeDelta::days(1));
    assert_eq!(token.issued_at(), Some(world.emulator.clock().now()));
    // The bare token is as good as the header.
    let bare = session.access_token().await.unwrap();
    assert!(verifier.verify(bare.expose()).await.is_ok());
    assert_eq!(world.fetches(), 1);
}

#[tokio::test]
async fn the_tokens_of_api_tokens_say_whose_they_are() {
    for user in [None, Some("ann@example.com")] {
        let mut world = World::new().await;
        let clock = world.emulator.clock().clone();
        let ann = NewUser::new("ann@example.com").password(PASSWORD);
        let emulator = Emulator::builder()
            .clock(clock)
            .user(ann.tenant("t-1", &["Robot"]))
            .api_token(api_token(user));
        world.emulator = emulator.start().await.unwrap();
        world.identity = identity_of(&world.emulator);
        let credentials = Credentials::api_token(CLIENT, SECRET.into());
        let session = world
            .identity
            .sign_in_as_machine(credentials)
            .await
            .unwrap();
        let header = session.authorization().await.unwrap();
        let token = world.verifier().verify(header.expose()).await.unwrap();
        assert_eq!(token.subject(), Some(CLIENT));
        assert_eq!(token.tenant_id(), Some("t-1"));
        assert!(token.has_role("Robot"));
        match (user, token.claims()) {
            (None, Claims::TenantApiToken(claims)) => {
                assert_eq!(claims.client_id, CLIENT);
                assert_eq!(token.user_id(), None);
            }
            (Some(address), Claims::UserApiToken(claims)) => {
                assert_eq!(claims.client_id, CLIENT);
                assert_eq!(claims.email.as_deref(), Some(address));
                assert_eq!(token.user_id(), Some(claims.user_id.as_str()));
            }
            (_, other) => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn the_environments_token_says_which_environment_it_is() {
    let world = World::new().await;
    let session = world.environment().await;
    let header = session.authorization().await.unwrap();
    let token = world.verifier().verify(header.expose()).await.unwrap();
    assert_eq!(token.kind(), &TokenKind::Environment);
    let Claims::Environment(claims) = token.claims() else {
        panic!("the environment's token");
    };
    assert_eq!(claims.environment_id, world.emulator.client_id());
    assert!(claims.scopes.is_empty() && token.roles().is_empty());
    assert_eq!((token.subject(), token.tenant_id()), (None, None));
    assert_eq!((token.issuer(), token.audience().len()), (None, 0));
}

#[tokio::test]
async fn only_the_kinds_that_were_named_are_taken() {
    let world = World::new().await;
    let (ada, environment) = (world.ada().await, world.environment().await);
    let users = ada.authorization().await.unwrap();
    let environments = environment.authorization().await.unwrap();
    let verifier = |kinds: &[TokenKind]| {
        let builder = world.identity.token_verifier();
        let kinds = kinds.iter().cloned();
        kinds
            .fold(builder, |builder, kind| builder.kind(kind))
            .build()
    };
    let picky = verifier(&[TokenKind::User, TokenKind::TenantApiToken]).unwrap();
    assert!(picky.verify(users.expose()).await.is_ok());
    let refused = picky.verify(environments.expose()).await;
    assert_eq!(reason(refused), "Kind");
    let both = verifier(&[TokenKind::User, TokenKind::Environment]).unwrap();
    assert!(both.verify(users.expose()).await.is_ok());
    assert!(both.verify(environments.expose()).await.is_ok());
}

#[tokio::test]
async fn a_second_factor_counts_as_long_as_it_is_young() {
    let world = World::new().await;
    let verifier = world.verifier();
    let ada = world.ada().await.authorization().await.unwrap();
    let ada = verifier.verify(ada.expose()).await.unwrap();
    assert!(!ada.stepped_up(None));
    // A minute ago.
    let session = world.alan().await;
    let header = session.authorization().await.unwrap();
    let alan = verifier.verify(header.expose()).await.unwrap();
    let minute = Duration::from_secs(60);
    assert!(alan.stepped_up(None) && alan.stepped_up(Some(minute)));
    assert!(!alan.stepped_up(Some(minute - Duration::from_secs(1))));
    world.pass(TimeDelta::minutes(1));
    let later = verifier.verify(header.expose()).await.unwrap();
    assert!(later.stepped_up(None) && later.stepped_up(Some(minute * 2)));
    assert!(!later.stepped_up(Some(minute)));
    assert_eq!(alan.auth_time(), later.auth_time());
}
