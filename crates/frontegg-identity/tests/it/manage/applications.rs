//! Which users may use which applications.

use std::collections::HashMap;

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{ApplicationId, Applications, TenantId, UserId};

use crate::world::{ADA, ALAN, World};

struct Scene {
    world: World,
    applications: Applications,
    application: ApplicationId,
    tenant: TenantId,
    ada: UserId,
    alan: UserId,
}

impl Scene {
    async fn new() -> Self {
        let world = World::new().await;
        let environment = world.manager().await;
        let users = environment.users();
        Self {
            application: world.emulator.settings().application_id.into(),
            tenant: "t-1".into(),
            ada: users.get_by_email(ADA).await.unwrap().id,
            alan: users.get_by_email(ALAN).await.unwrap().id,
            applications: environment.applications(),
            world,
        }
    }
}

#[tokio::test]
async fn users_are_let_into_an_application_and_out_again() {
    let scene = Scene::new().await;
    let (app, tenant) = (&scene.application, &scene.tenant);
    let both = [&scene.ada, &scene.alan];
    let assigned = scene.applications.assign_users(app, tenant, both).await;
    let assigned = assigned.unwrap();
    assert_eq!(assigned.len(), 2);
    assert_eq!(assigned[0].application_id.as_ref(), Some(app));
    assert!(assigned[0].membership_id.is_some());
    let users = scene.applications.users_of(app).await.unwrap();
    assert_eq!(users, [scene.ada.clone(), scene.alan.clone()]);
    let out = scene.applications.unassign_users(app, tenant, [&scene.ada]);
    out.await.unwrap();
    let users = scene.applications.users_of(app).await.unwrap();
    assert_eq!(users, [scene.alan]);
}

#[tokio::test]
async fn a_user_is_let_into_applications_and_out_again() {
    let scene = Scene::new().await;
    let (app, tenant, ada) = (&scene.application, &scene.tenant, &scene.ada);
    let assigned = scene.applications.assign_to_user(ada, tenant, [app]);
    assigned.await.unwrap();
    let own = scene.applications.of_user(ada).await.unwrap();
    assert_eq!(own.iter().collect::<Vec<_>>(), [app]);
    let out = scene.applications.unassign_from_user(ada, tenant, [app]);
    out.await.unwrap();
    assert!(scene.applications.of_user(ada).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let scene = Scene::new().await;
    let nobody = UserId::from("nobody");
    let nothing = ApplicationId::from("nothing");
    let error = scene.applications.users_of(&nothing).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    let error = scene.applications.of_user(&nobody).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    let (app, tenant) = (&scene.application, &scene.tenant);
    let error = scene
        .applications
        .assign_users(app, tenant, [&nobody])
        .await;
    assert_eq!(error.unwrap_err().kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn many_are_asked_for_in_addresses_that_are_not_too_long() {
    let scene = Scene::new().await;
    let (app, tenant) = (&scene.application, &scene.tenant);
    let assigned = scene
        .applications
        .assign_users(app, tenant, [&scene.ada])
        .await;
    assigned.unwrap();
    let nobodies = (1..=100).map(|n| UserId::from(format!("user-{n}")));
    let ids: Vec<_> = nobodies.chain([scene.ada.clone()]).collect();
    let found = scene.applications.of_users(&ids).await.unwrap();
    assert_eq!(found.len(), 101);
    assert_eq!(found[&scene.ada].iter().collect::<Vec<_>>(), [app]);
    assert!(found[&ids[0]].is_empty());
    let path = "/identity/resources/applications/v1/users-apps";
    assert_eq!(scene.world.count("GET", path), 2);
    let found = scene.applications.users_of_many([app]).await.unwrap();
    assert_eq!(found, HashMap::from([(app.clone(), vec![scene.ada])]));
    let none = scene.applications.users_of_many([]).await.unwrap();
    assert!(none.is_empty());
}

#[tokio::test]
async fn the_environment_switches_tenants_for_a_user() {
    let scene = Scene::new().await;
    let ada = scene.world.ada().await.me();
    let tenants = [(&scene.application, &scene.tenant)];
    let switched = scene.applications.set_active_tenants(&scene.ada, tenants);
    switched.await.unwrap();
    let told = scene.applications.active_tenants(&scene.ada).await.unwrap();
    assert_eq!(told, ada.application_tenants().await.unwrap());
    assert_eq!(told[&scene.application], scene.tenant);
    let others = scene.applications.active_tenants(&scene.alan).await;
    assert!(others.unwrap().is_empty());
}
