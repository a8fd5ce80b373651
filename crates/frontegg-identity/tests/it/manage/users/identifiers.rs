//! Addresses, phone numbers and usernames of users.

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{
    EmailQuery, ListUserEmailsSortBy, ListUsernamesSortBy, PhoneNumberSortField, PhoneQuery,
    SortOrder, UsernameQuery,
};

use super::{CAROL, id, user};
use crate::world::{ADA, ALAN, World};

#[tokio::test]
async fn a_user_has_several_addresses_and_one_of_them_is_the_main_one() {
    let world = World::with_carol().await;
    let users = world.manager().await.users();
    let ada = id(&users, ADA).await;
    let second = users.add_email(&ada, "ada@b.c").await.unwrap();
    assert_eq!(second.user_id.as_ref(), Some(&ada));
    assert!(!second.is_verified);
    let third = users.add_verified_email(&ada, "ada@d.e").await.unwrap();
    assert!(third.is_verified);
    let taken = users.add_email(&ada, ALAN).await.unwrap_err();
    assert_eq!(taken.kind(), ErrorKind::Conflict);

    users.set_primary_email(&ada, "ada@d.e").await.unwrap();
    assert_eq!(user(&users, "ada@d.e").await.id, ada);
    users.delete_email(&ada, &second.id).await.unwrap();

    let order = (ListUserEmailsSortBy::Email, SortOrder::Desc);
    let query = EmailQuery::new().of_users([&ada]).sort_by(order.0, order.1);
    let left = users.emails(&query).page_size(1).all().await.unwrap();
    let left: Vec<_> = left
        .iter()
        .map(|one| (one.email.as_str(), one.is_primary))
        .collect();
    assert_eq!(left, [(ADA, false), ("ada@d.e", true)]);
    for (query, count) in [
        (EmailQuery::new(), 4),
        (EmailQuery::new().email(CAROL), 1),
        (EmailQuery::new().in_tenant("t-2"), 3),
    ] {
        let found = users.emails(&query).all().await.unwrap();
        assert_eq!(found.len(), count, "{query:?}");
    }
}

#[tokio::test]
async fn phone_numbers_are_added_verified_and_taken_away() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let (ada, alan) = (id(&users, ADA).await, id(&users, ALAN).await);
    for (user, number) in [
        (&ada, "+15550100"),
        (&ada, "+15550101"),
        (&alan, "+15550102"),
    ] {
        users.add_phone(user, number).await.unwrap();
    }
    let taken = users.add_phone(&ada, "+15550102").await.unwrap_err();
    assert_eq!(taken.kind(), ErrorKind::Conflict);
    let query = PhoneQuery::new().of_users([&ada]);
    let query = query.sort_by(PhoneNumberSortField::PhoneNumber, SortOrder::Asc);
    let phones = users.phones(&query).page_size(1).all().await.unwrap();
    assert_eq!(phones.len(), 2);
    assert_eq!(phones[0].number, "+15550100");
    assert_eq!(phones[0].user_id.as_ref(), Some(&ada));
    assert!(phones[0].is_verified);
    users.delete_phone(&ada, &phones[0].id).await.unwrap();
    assert_eq!(users.phones(&query).all().await.unwrap().len(), 1);
    let query = PhoneQuery::new().number("0102");
    let found = users.phones(&query).all().await.unwrap();
    assert_eq!(found[0].user_id.as_ref(), Some(&alan));
}

#[tokio::test]
async fn usernames_lead_to_their_users() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let ada = id(&users, ADA).await;
    for (query, count) in [
        (UsernameQuery::new(), 1),
        (UsernameQuery::new().prefix("ad"), 1),
        (UsernameQuery::new().prefix("b"), 0),
        (UsernameQuery::new().names(["ada", "bob"]), 1),
        (UsernameQuery::new().of_users([&"u-9".into()]), 0),
    ] {
        let query = query.sort_by(ListUsernamesSortBy::Username, SortOrder::Asc);
        let found = users.usernames(&query).all().await.unwrap();
        assert_eq!(found.len(), count, "{query:?}");
        if let [one] = found.as_slice() {
            assert_eq!(
                (one.name.as_str(), one.user_id.as_ref()),
                ("ada", Some(&ada))
            );
        }
    }
}
