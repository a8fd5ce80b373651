//! Lists that come in pages.

use std::collections::BTreeSet;

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{Environment, UserQuery};
use frontegg_identity_emulator::{Fault, NewUser};
use mockito::{Matcher, Server};
use serde_json::{Value, json};

use crate::world::World;

const USERS: &str = "/identity/resources/users/v3";

fn crowd(size: usize) -> impl Iterator<Item = NewUser> {
    let user = |number| NewUser::new(format!("user-{number}@example.com")).tenant("t-1", &[]);
    (0..size).map(user)
}

/// A server of users that answers each page with what it is told, and then with the last.
async fn pages(server: &mut Server, pages: &[Value]) -> Environment {
    crate::sentinel::watch();
    let token = json!({ "token": "A1", "expiresIn": 3600 });
    let vendor = server.mock("POST", "/auth/vendor");
    vendor.with_body(token.to_string()).create_async().await;
    for (index, page) in pages.iter().enumerate() {
        let query = Matcher::UrlEncoded("_offset".into(), index.to_string());
        let mock = server.mock("GET", USERS).match_query(query);
        mock.with_body(page.to_string()).create_async().await;
    }
    let identity = frontegg_identity::Identity::builder(server.url());
    let identity = identity.build().unwrap();
    identity.environment("c", "s".into()).await.unwrap()
}

/// F2: only the first page was read.
#[tokio::test]
async fn f2_every_item_comes_once_whatever_the_size_of_pages() {
    for size in [0, 10, 11, 25] {
        // Ada and Alan are there as well.
        let world = World::with(|_| {}, crowd(size)).await;
        let users = world.manager().await.users();
        for page_size in [0, 1, 10, 200] {
            let list = users.list(&UserQuery::new()).page_size(page_size);
            let all = list.clone().all().await.unwrap();
            let ids: BTreeSet<_> = all.iter().map(|user| user.id.clone()).collect();
            assert_eq!((all.len(), ids.len()), (size + 2, size + 2));
            let mut ahead = list.read_ahead().stream();
            let mut count = 0;
            while let Some(user) = ahead.next().await {
                assert!(ids.contains(&user.unwrap().id));
                count += 1;
            }
            assert_eq!(count, size + 2);
        }
    }
}

#[tokio::test]
async fn f2_a_user_who_comes_between_two_pages_hides_nobody() {
    let world = World::with(|_| {}, crowd(5)).await;
    let users = world.manager().await.users();
    let mut list = users.list(&UserQuery::new()).page_size(2).stream();
    let mut seen = BTreeSet::new();
    for _ in 0..2 {
        seen.insert(list.next().await.unwrap().unwrap().id);
    }
    let body = json!({ "email": "late@example.com", "name": "Late", "tenantId": "t-1" });
    let create = &frontegg_identity_raw::catalogue::CREATE_USER_AS_VENDOR;
    world.manage(create, &body).await;
    while let Some(user) = list.next().await {
        assert!(seen.insert(user.unwrap().id), "a user came twice");
    }
    assert!(seen.len() >= 7, "{}", seen.len());
}

#[tokio::test]
async fn f2_a_user_who_is_gone_between_two_pages_hides_nobody() {
    let world = World::with(|_| {}, crowd(5)).await;
    let users = world.manager().await.users();
    let everybody = users.list(&UserQuery::new()).all().await.unwrap();
    let mut list = users.list(&UserQuery::new()).page_size(2).stream();
    let mut seen = BTreeSet::new();
    for _ in 0..2 {
        seen.insert(list.next().await.unwrap().unwrap().id);
    }
    let gone = everybody[0].id.clone();
    let client = world.environment().await.raw();
    client.delete_user(gone.as_str(), None).await.unwrap();
    while let Some(user) = list.next().await {
        assert!(seen.insert(user.unwrap().id), "a user came twice");
    }
    assert_eq!(seen.len(), everybody.len());
}

#[tokio::test]
async fn f2_a_server_that_repeats_a_page_is_found_out() {
    let page = json!({ "items": [{ "id": "u-1" }, { "id": "u-2" }] });
    let mut counted = page.clone();
    counted["_metadata"] = json!({ "totalItems": 9, "totalPages": 5 });
    for page in [page, counted] {
        let mut server = Server::new_async().await;
        let environment = pages(&mut server, &[page.clone(), page]).await;
        let mut list = environment.users().list(&UserQuery::new()).stream();
        for id in ["u-1", "u-2"] {
            assert_eq!(list.next().await.unwrap().unwrap().id.as_str(), id);
        }
        let error = list.next().await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::RepeatedPage);
        assert_eq!(error.operation(), Some("list_users"));
        assert!(list.next().await.is_none());
    }
}

#[tokio::test]
async fn without_a_count_the_list_ends_with_an_empty_page() {
    let mut server = Server::new_async().await;
    let one = json!({ "items": [{ "id": "u-1" }] });
    let other = json!({ "items": [{ "id": "u-2" }], "_links": { "next": "" } });
    let environment = pages(&mut server, &[one, other, json!({ "items": null })]).await;
    let all = environment
        .users()
        .list(&UserQuery::new())
        .all()
        .await
        .unwrap();
    assert_eq!(all.len(), 2);
}

#[tokio::test]
async fn after_an_error_the_same_page_is_asked_for_again() {
    let world = World::with(|_| {}, crowd(5)).await;
    let users = world.manager().await.users();
    for ahead in [false, true] {
        let mut list = users.list(&UserQuery::new()).page_size(3);
        if ahead {
            list = list.read_ahead();
        }
        let mut pages = list.pages();
        assert_eq!(pages.position(), 0);
        let faults = world.emulator.faults();
        let first = pages.next().await.unwrap().unwrap().len();
        assert_eq!((first, pages.position()), (3, 1));
        faults.on("GET", USERS).once(Fault::status(400));
        let mut left = 0;
        let mut failures = 0;
        while let Some(page) = pages.next().await {
            match page {
                Ok(page) => left += page.len(),
                Err(error) => {
                    assert_eq!(error.kind(), ErrorKind::Rejected);
                    failures += 1;
                }
            }
        }
        assert_eq!(left, 4);
        assert_eq!(failures, 1);
    }
}

#[tokio::test]
async fn another_reader_goes_on_where_one_stopped() {
    let world = World::with(|_| {}, crowd(5)).await;
    let users = world.manager().await.users();
    let list = users.list(&UserQuery::new()).page_size(3);
    let mut pages = list.clone().pages();
    let mut seen = pages.next().await.unwrap().unwrap().len();
    let mut rest = list.from_page(pages.position()).stream();
    while let Some(user) = rest.next().await {
        user.unwrap();
        seen += 1;
    }
    assert_eq!(seen, 7);
}

#[tokio::test]
async fn dropping_a_reader_that_reads_ahead_ends_its_task() {
    let world = World::with(|_| {}, crowd(5)).await;
    let users = world.manager().await.users();
    let mut pages = users
        .list(&UserQuery::new())
        .page_size(1)
        .read_ahead()
        .pages();
    pages.next().await.unwrap().unwrap();
    drop(pages);
    users.list(&UserQuery::new()).all().await.unwrap();
}
