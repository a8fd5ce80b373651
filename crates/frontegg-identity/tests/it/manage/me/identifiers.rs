//! Addresses, numbers and the name that the signed-in have.

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{MyEmails, UserEmail};
use frontegg_identity_emulator::{Fault, NewUser, SentKind};
use serde_json::json;

use crate::world::{ADA, ALAN, PASSWORD, World, claim, other_than, session};

const SECOND: &str = "countess@example.com";
const NUMBER: &str = "+15551234567";
const OTHER_NUMBER: &str = "+15557654321";

fn code(world: &World, to: &str) -> String {
    let outbox = world.emulator.outbox();
    let sent = outbox.last(SentKind::Verification, to).unwrap();
    sent.code.clone().unwrap()
}

async fn by_address(emails: &MyEmails, address: &str) -> UserEmail {
    let all = emails.list().await.unwrap();
    all.into_iter().find(|one| one.email == address).unwrap()
}

#[tokio::test]
async fn a_further_address_is_verified_by_its_code_and_made_the_primary_one() {
    let world = World::new().await;
    let emails = world.ada().await.me().emails();
    let added = emails.add(SECOND).await.unwrap();
    assert_eq!(
        (&*added.email, added.is_verified, added.is_primary),
        (SECOND, false, false)
    );
    let early = emails.set_primary(SECOND).await.unwrap_err();
    assert_eq!(early.kind(), ErrorKind::Rejected);
    let code = code(&world, SECOND);
    let wrong = emails.verify(SECOND, &other_than(&code)).await;
    assert_eq!(wrong.unwrap_err().kind(), ErrorKind::Rejected);
    let (start, end) = code.split_at(3);
    emails
        .verify(SECOND, &format!(" {start} {end}"))
        .await
        .unwrap();
    assert!(by_address(&emails, SECOND).await.is_verified);
    emails.set_primary(SECOND).await.unwrap();
    assert!(by_address(&emails, SECOND).await.is_primary);
    let old = by_address(&emails, ADA).await;
    assert!(!old.is_primary);
    emails.delete(&old.id).await.unwrap();
    let left = emails.list().await.unwrap();
    assert_eq!(left.len(), 1);
    let gone = emails.delete(&old.id).await.unwrap_err();
    assert_eq!(gone.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn an_address_of_others_cannot_be_added() {
    let world = World::new().await;
    let emails = world.ada().await.me().emails();
    let taken = emails.add(ALAN).await.unwrap_err();
    assert_eq!(taken.kind(), ErrorKind::Conflict);
    let none = emails.add("nobody").await.unwrap_err();
    assert_eq!(none.kind(), ErrorKind::Rejected);
    let taken = emails.start_change(ALAN).await.unwrap_err();
    assert_eq!(taken.kind(), ErrorKind::Conflict);
}

#[tokio::test]
async fn an_address_is_changed_by_the_code_that_the_new_one_gets() {
    let world = World::new().await;
    let ada = world.ada().await;
    let emails = ada.me().emails();
    emails.start_change(SECOND).await.unwrap();
    let code = code(&world, SECOND);
    let wrong = emails.finish_change(SECOND, &other_than(&code)).await;
    assert_eq!(wrong.unwrap_err().kind(), ErrorKind::Rejected);
    emails.finish_change(SECOND, &code).await.unwrap();
    let all = emails.list().await.unwrap();
    let all = all.iter().map(|one| (&*one.email, one.is_primary));
    assert_eq!(all.collect::<Vec<_>>(), [(SECOND, true)]);
    assert_eq!(claim(&ada, "email").await, ADA);
    ada.refresh_now().await.unwrap();
    assert_eq!(claim(&ada, "email").await, SECOND);
}

#[tokio::test]
async fn entries_that_say_nothing_are_left_out() {
    let world = World::new().await;
    let me = world.ada().await.me();
    let list = json!([{}, { "id": "e-1" }, { "id": "e-2", "email": ADA, "phoneNumber": NUMBER }]);
    for path in ["emails", "phone-numbers"] {
        let path = format!("/identity/resources/users/{path}/v1/me");
        let answer = world.emulator.faults().on("GET", &path);
        answer.once(Fault::reply(200, &list));
    }
    assert_eq!(me.emails().list().await.unwrap().len(), 1);
    assert_eq!(me.phone_numbers().list().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_user_has_one_username_at_most() {
    let grace = NewUser::new("grace@example.com").password(PASSWORD);
    let world = World::with(|_| {}, [grace.tenant("t-1", &[])]).await;
    let me = session(world.sign_in("grace@example.com").await.unwrap()).me();
    assert_eq!(me.username().await.unwrap(), None);
    let taken = me.create_username("ada").await.unwrap_err();
    assert_eq!(taken.kind(), ErrorKind::Conflict);
    me.create_username("Grace#1").await.unwrap();
    assert_eq!(me.username().await.unwrap().as_deref(), Some("grace#1"));
    let second = me.create_username("hopper").await.unwrap_err();
    assert_eq!(second.kind(), ErrorKind::Conflict);
    me.delete_username("Grace#1").await.unwrap();
    assert_eq!(me.username().await.unwrap(), None);
    let gone = me.delete_username("grace#1").await.unwrap_err();
    assert_eq!(gone.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn a_username_that_is_not_there_is_told_in_two_ways() {
    let world = World::new().await;
    let me = world.ada().await.me();
    let path = "/identity/resources/usernames/v1/me";
    let answer = || world.emulator.faults().on("GET", path);
    answer().once(Fault::reply(200, &json!({})));
    assert_eq!(me.username().await.unwrap(), None);
    // A route that is not there is no missing name.
    answer().once(Fault::reply(
        404,
        &json!({ "errors": ["Not found"], "errorCode": "ER-00004" }),
    ));
    let error = me.username().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn a_number_is_verified_by_the_code_that_it_gets() {
    let world = World::new().await;
    let numbers = world.ada().await.me().phone_numbers();
    let check = numbers.add(" +15551234567").await.unwrap();
    let read = numbers.list().await.unwrap();
    assert_eq!((&*read[0].number, read[0].is_verified), (NUMBER, false));
    let code = code(&world, NUMBER);
    let wrong = check.verify(&other_than(&code)).await.unwrap_err();
    assert_eq!(wrong.kind(), ErrorKind::Rejected);
    check.verify(&code).await.unwrap();
    assert!(numbers.list().await.unwrap()[0].is_verified);
    let twice = numbers.add(NUMBER).await.unwrap_err();
    assert_eq!(twice.kind(), ErrorKind::Conflict);
}

#[tokio::test]
async fn a_number_may_get_its_code_later() {
    let world = World::new().await;
    let numbers = world.ada().await.me().phone_numbers();
    numbers.add_unverified(NUMBER).await.unwrap();
    assert_eq!(world.emulator.outbox().messages().count(), 0);
    let check = numbers.send_code(NUMBER).await.unwrap();
    check.verify(&code(&world, NUMBER)).await.unwrap();
    assert!(numbers.list().await.unwrap()[0].is_verified);
}

#[tokio::test]
async fn a_number_goes_by_the_code_that_it_gets() {
    let world = World::new().await;
    let numbers = world.ada().await.me().phone_numbers();
    numbers.add_unverified(NUMBER).await.unwrap();
    let id = numbers.list().await.unwrap().remove(0).id;
    let removal = numbers.start_removal(&id).await.unwrap();
    let code = code(&world, NUMBER);
    let wrong = removal.verify(&other_than(&code)).await.unwrap_err();
    assert_eq!(wrong.kind(), ErrorKind::Rejected);
    assert_eq!(numbers.list().await.unwrap().len(), 1);
    removal.verify(&code).await.unwrap();
    assert!(numbers.list().await.unwrap().is_empty());
    let gone = numbers.start_removal(&id).await.unwrap_err();
    assert_eq!(gone.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn a_number_is_changed_by_the_code_that_the_new_one_gets() {
    let world = World::new().await;
    let me = world.ada().await.me();
    let numbers = me.phone_numbers();
    let change = numbers.start_change(OTHER_NUMBER).await.unwrap();
    let code = code(&world, OTHER_NUMBER);
    let wrong = change.verify(&other_than(&code)).await.unwrap_err();
    assert_eq!(wrong.kind(), ErrorKind::Rejected);
    change.verify(&code).await.unwrap();
    let me = me.profile().await.unwrap();
    assert_eq!(me.phone_number.as_deref(), Some(OTHER_NUMBER));
}

#[tokio::test]
async fn a_code_without_what_goes_with_it_leads_nowhere() {
    let world = World::new().await;
    let numbers = world.ada().await.me().phone_numbers();
    let path = "/identity/resources/users/phone-numbers/v1";
    let answer = world.emulator.faults().on("POST", path);
    answer.once(Fault::reply(201, &json!({})));
    let error = numbers.add(NUMBER).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreadable);
    assert_eq!(error.operation(), Some("create_my_phone_number"));
}
