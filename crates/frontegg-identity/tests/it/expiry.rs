//! When a token runs out, in every form in which a server says it.

use chrono::{DateTime, TimeDelta, Utc};
use frontegg_identity::{Identifier, Identity, Secret};
use frontegg_identity_emulator::{Fault, LifeForm};
use mockito::Server;
use serde_json::{Value, json};

use crate::sentinel::told;
use crate::world::{LOGIN, World, session};

#[tokio::test]
async fn d1_a_life_in_every_form_ends_when_it_should() {
    let hour = TimeDelta::hours(1);
    // What the token itself says.
    let day = TimeDelta::days(1);
    for (form, life, is_doubtful) in [
        (LifeForm::Value(json!(3600)), hour, false),
        (LifeForm::Text, hour, false),
        (LifeForm::Float, hour, false),
        (LifeForm::FloatText, hour, false),
        (LifeForm::Null, day, false),
        (LifeForm::Missing, day, false),
        (LifeForm::EmptyText, day, false),
        (LifeForm::Words, day, true),
    ] {
        let world = World::new().await;
        let login = world.emulator.faults().on("POST", LOGIN);
        login.once(Fault::ExpiresIn(form.clone()));
        if life == hour {
            world
                .emulator
                .change_settings(|settings| settings.access_token_life = hour);
        }
        let before = told().len();
        let session = world.ada().await;
        let token = session.access_token().await.unwrap();
        let end = world.emulator.clock().now() + life;
        let expiry = token.expires_at().unwrap();
        assert_eq!(expiry.timestamp(), end.timestamp(), "{form:?}");
        let lines = told().split_off(before);
        let warns = lines.iter().any(|line| line.starts_with("WARN"));
        assert_eq!(warns, is_doubtful, "{form:?}: {lines:#?}");
        world.pass(life - TimeDelta::minutes(1));
        session.access_token().await.unwrap();
        world.pass(TimeDelta::minutes(1));
        let renewed = session.access_token().await.unwrap();
        assert_ne!(renewed.expose(), token.expose(), "{form:?}");
    }
}

#[tokio::test]
async fn d2_a_date_in_every_form_is_the_same_instant() {
    crate::sentinel::watch();
    let instant: DateTime<Utc> = "2036-10-21T07:28:00Z".parse().unwrap();
    let who = Identifier::email("ada@example.com");
    let expiry_of = async |expires: Value| {
        let mut server = Server::new_async().await;
        let body = json!({ "accessToken": "S3NTINEL", "expires": expires });
        let mock = server.mock("POST", LOGIN).with_body(body.to_string());
        let _mock = mock.create_async().await;
        let identity = Identity::builder(server.url()).build().unwrap();
        let password = Secret::from("S3NTINEL");
        let login = identity.sign_in_with_password(&who, &password).await;
        let session = session(login.unwrap());
        session.access_token().await.unwrap().expires_at()
    };
    for form in [
        json!("2036-10-21T07:28:00Z"),
        json!("2036-10-21T09:28:00+02:00"),
        json!("2036-10-21T07:28:00"),
        json!("2036-10-21T07:28:00.000Z"),
        json!("Tue, 21 Oct 2036 07:28:00 GMT"),
        json!(instant.timestamp()),
        json!(instant.timestamp().to_string()),
        json!(instant.timestamp_millis()),
    ] {
        assert_eq!(expiry_of(form.clone()).await, Some(instant), "{form}");
    }
    assert_eq!(expiry_of(json!("")).await, None);
}
