//! Users of an environment.

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{UserId, UserQuery};

use crate::world::{ADA, World};

#[tokio::test]
async fn a_user_is_found_by_id_and_by_address() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let ada = users.get_by_email(ADA).await.unwrap();
    assert_eq!(ada.email.as_deref(), Some(ADA));
    let again = users.get(&ada.id).await.unwrap();
    assert_eq!((&again.id, &again.email), (&ada.id, &ada.email));
    let nobody = users.get(&UserId::from("nobody")).await.unwrap_err();
    assert_eq!(nobody.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn a_query_leaves_others_out() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let all = users.list(&UserQuery::new()).all().await.unwrap();
    assert_eq!(all.len(), 2);
    let ada = users
        .list(&UserQuery::new().email(ADA))
        .all()
        .await
        .unwrap();
    assert_eq!(ada.len(), 1);
    assert_eq!(ada[0].email.as_deref(), Some(ADA));
}
