//! Roles of users, in one tenant and in many.

use std::time::Duration;

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{TaskState, UserRoleChange, UserRoleChangeOutcome};
use frontegg_identity_emulator::{Fault, NewUser};
use serde_json::json;

use super::{CAROL, id, keys, role_of};
use crate::world::{ADA, World};

const STATUS: &str = "/identity/resources/vendor-only/users/v1/bulk-roles/status/{taskId}";

/// With roles `Admin` and `Viewer`, and changes that are queued.
async fn slow() -> World {
    let carol = NewUser::new(CAROL).tenant("t-1", &["Viewer"]);
    World::with(|settings| settings.role_update_queue = Some(1), [carol]).await
}

#[tokio::test]
async fn roles_are_given_and_taken_in_one_tenant() {
    let world = World::with_carol().await;
    let users = world.manager().await.users();
    let (ada, viewer) = (id(&users, ADA).await, role_of(&users, CAROL).await);
    let roles = [viewer];
    let tenant = "t-1".into();
    let now = users.add_roles(&tenant, &ada, &roles).await.unwrap();
    assert_eq!(now.len(), 2);
    assert_eq!(keys(&users, &ada, "t-1").await, ["Admin", "Viewer"]);
    assert_eq!(keys(&users, &ada, "t-2").await, [""; 0]);
    users.remove_roles(&tenant, &ada, &roles).await.unwrap();
    assert_eq!(keys(&users, &ada, "t-1").await, ["Admin"]);
    let path = format!("/identity/resources/users/v1/{ada}/roles");
    let call = world.last("DELETE", &path);
    assert_eq!(call.body, json!({ "roleIds": [roles[0].as_str()] }));
}

#[tokio::test]
async fn roles_change_in_all_tenants_or_in_some() {
    let world = World::with_carol().await;
    let users = world.manager().await.users();
    let ada = id(&users, ADA).await;
    let (admin, viewer) = (role_of(&users, ADA).await, role_of(&users, CAROL).await);
    let change = UserRoleChange::new().give([&viewer]).take([&admin]);
    let outcome = users.change_roles(&ada, &change).await.unwrap();
    let UserRoleChangeOutcome::Made(made) = outcome else {
        panic!("it was queued");
    };
    assert_eq!(made.tenants, Some(2));
    assert_eq!(
        (made.added, made.removed),
        (vec![viewer], vec![admin.clone()])
    );
    assert_eq!(keys(&users, &ada, "t-1").await, ["Viewer"]);
    assert_eq!(keys(&users, &ada, "t-2").await, ["Viewer"]);
    let tenant = "t-2".into();
    let change = UserRoleChange::new().give([&admin]).only_in([&tenant]);
    users.change_roles(&ada, &change).await.unwrap();
    assert_eq!(keys(&users, &ada, "t-1").await, ["Viewer"]);
    assert_eq!(keys(&users, &ada, "t-2").await, ["Viewer", "Admin"]);
}

#[tokio::test]
async fn a_change_that_is_queued_is_waited_for() {
    let world = slow().await;
    let users = world.manager().await.users();
    let ada = id(&users, ADA).await;
    let viewer = role_of(&users, CAROL).await;
    let (own, foreign) = ("t-1".into(), "t-9".into());
    let change = UserRoleChange::new().give([&viewer]);
    let change = change.only_in([&own, &foreign]);
    let outcome = users.change_roles(&ada, &change).await.unwrap();
    let UserRoleChangeOutcome::Queued(task) = outcome else {
        panic!("it was made at once");
    };
    let report = task.status().await.unwrap();
    assert_eq!(report.state, TaskState::InProgress);
    assert_eq!((report.tenants, report.processed), (Some(2), Some(0)));
    // Somebody else goes on, as after a restart.
    let task = users.role_change(task.id());
    let report = task.wait(Duration::ZERO).await.unwrap();
    assert_eq!(report.state, TaskState::CompletedWithErrors);
    assert_eq!((report.user_id, report.added), (Some(ada), vec![viewer]));
    assert_eq!(report.errors[0].tenant_ids, [foreign]);
    assert!(report.errors[0].message.is_some());
}

#[tokio::test]
async fn waiting_bears_failures_that_pass_and_ends_with_others() {
    let world = slow().await;
    let users = world.manager().await.users();
    let ada = id(&users, ADA).await;
    let viewer = role_of(&users, CAROL).await;
    let change = UserRoleChange::new().give([&viewer]);
    let outcome = users.change_roles(&ada, &change).await.unwrap();
    let UserRoleChangeOutcome::Queued(task) = outcome else {
        panic!("it was made at once");
    };
    let faults = world.emulator.faults();
    let silent = || Fault::reply(200, &json!({}));
    let busy = Fault::reply(200, &json!({ "status": "InProgress" }));
    faults
        .on("GET", STATUS)
        .times(5, silent())
        .once(busy)
        .times(5, silent());
    let report = task.wait(Duration::ZERO).await.unwrap();
    assert_eq!(report.state, TaskState::Completed);

    faults.on("GET", STATUS).times(6, silent());
    let error = task.wait(Duration::ZERO).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreadable);
    assert_eq!(error.operation(), Some("get_bulk_role_update_status"));
    assert_eq!(faults.unused().len(), 0);

    let unknown = users.role_change("none").wait(Duration::MAX).await;
    assert_eq!(unknown.unwrap_err().kind(), ErrorKind::NotFound);
}
