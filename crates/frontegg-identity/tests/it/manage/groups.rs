//! Groups of a tenant's users.

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{
    Group, GroupChange, GroupRules, GroupSortField, Groups, Metadata, NewGroup, RoleId, SortOrder,
    UserId,
};
use serde_json::json;

use crate::world::{ADA, World};

const GROUPS: &str = "/identity/resources/groups/v2";

/// Groups of the tenant as its environment sees them, with who may be in them.
struct Scene {
    world: World,
    groups: Groups,
    ada: UserId,
    admin: RoleId,
}

impl Scene {
    async fn new() -> Self {
        let world = World::new().await;
        let me = world.ada().await.me();
        let groups = world.manager().await.tenant("t-1").groups();
        Self {
            ada: me.profile().await.unwrap().id,
            admin: me.rights().await.unwrap().roles.remove(0).id,
            groups,
            world,
        }
    }

    async fn make(&self, name: &str) -> Group {
        self.groups.create(&NewGroup::new(name)).await.unwrap()
    }
}

fn names(groups: &[Group]) -> Vec<&str> {
    groups.iter().map(|group| group.name.as_str()).collect()
}

#[tokio::test]
async fn a_group_is_made_changed_and_taken_away() {
    let scene = Scene::new().await;
    let new = NewGroup::new("Crew")
        .color("red")
        .description("all hands")
        .metadata(Metadata::from(json!({ "deck": 1 })));
    let made = scene.groups.create(&new).await.unwrap();
    assert_eq!((&*made.name, made.color.as_deref()), ("Crew", Some("red")));
    let change = GroupChange::new().name("Band").description("");
    scene.groups.update(&made.id, &change).await.unwrap();
    let read = scene.groups.get(&made.id).await.unwrap();
    assert_eq!((&*read.name, read.color.as_deref()), ("Band", Some("red")));
    assert_eq!(
        (read.description.as_deref(), read.metadata),
        (Some(""), made.metadata)
    );
    scene.groups.delete(&made.id).await.unwrap();
    let gone = scene.groups.get(&made.id).await.unwrap_err();
    assert_eq!(gone.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn groups_come_with_what_was_asked_for() {
    let scene = Scene::new().await;
    let id = scene.make("Crew").await.id;
    scene.groups.add_users(&id, [&scene.ada]).await.unwrap();
    scene.groups.add_roles(&id, [&scene.admin]).await.unwrap();
    let plain = scene.groups.get(&id).await.unwrap();
    assert_eq!((plain.roles, plain.users), (None, None));
    let with_roles = scene.groups.clone().with_roles();
    let group = with_roles.get(&id).await.unwrap();
    assert_eq!(
        (group.roles.unwrap()[0].key.as_deref(), group.users),
        (Some("Admin"), None)
    );
    let with_users = scene.groups.clone().with_users();
    let group = with_users.get_many([&id]).await.unwrap().remove(0);
    assert_eq!(group.roles, None);
    assert_eq!(group.users.unwrap()[0].email.as_deref(), Some(ADA));
    let whole = with_roles.with_users().list().all().await.unwrap();
    let is_there = |group: &Group| (group.roles.is_some(), group.users.is_some());
    assert_eq!(is_there(&whole[0]), (true, true));
    scene.groups.remove_users(&id, [&scene.ada]).await.unwrap();
    scene
        .groups
        .remove_roles(&id, [&scene.admin])
        .await
        .unwrap();
    let empty = scene
        .groups
        .with_roles()
        .with_users()
        .get(&id)
        .await
        .unwrap();
    assert_eq!((empty.roles, empty.users), (Some(vec![]), Some(vec![])));
}

#[tokio::test]
async fn groups_are_listed_in_order_page_by_page() {
    let scene = Scene::new().await;
    for name in ["B", "C", "A"] {
        scene.make(name).await;
    }
    let sorted = scene
        .groups
        .clone()
        .sort_by(GroupSortField::Name, SortOrder::Desc);
    let all = sorted.list().page_size(2).all().await.unwrap();
    assert_eq!(names(&all), ["C", "B", "A"]);
    assert_eq!(scene.world.count("GET", GROUPS), 2);
}

#[tokio::test]
async fn some_groups_are_read_at_once() {
    let scene = Scene::new().await;
    let (one, two) = (scene.make("A").await.id, scene.make("B").await.id);
    scene.make("C").await;
    let nobody = "nobody".into();
    let some = scene.groups.get_many([&two, &nobody, &one]).await.unwrap();
    assert_eq!(names(&some), ["A", "B"]);
}

#[tokio::test]
async fn a_name_is_of_one_group() {
    let scene = Scene::new().await;
    scene.make("Crew").await;
    let twice = scene
        .groups
        .create(&NewGroup::new("Crew"))
        .await
        .unwrap_err();
    assert!(matches!(
        twice.kind(),
        ErrorKind::Conflict | ErrorKind::Rejected
    ));
}

#[tokio::test]
async fn a_user_manages_groups_of_the_tenant() {
    let scene = Scene::new().await;
    let ada = scene.world.ada().await;
    let groups = ada.in_tenant("t-1").manage().groups();
    let id = groups.create(&NewGroup::new("Crew")).await.unwrap().id;
    assert_eq!(scene.groups.get(&id).await.unwrap().name, "Crew");
    // Nobody hands out roles as strong as their own.
    let refused = groups.add_roles(&id, [&scene.admin]).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Forbidden);
    let elsewhere = ada.in_tenant("t-2").manage().groups();
    assert!(elsewhere.list().all().await.unwrap().is_empty());
}

#[tokio::test]
async fn groups_and_their_roles_can_be_switched_off() {
    let scene = Scene::new().await;
    let settings = scene.world.manager().await.group_settings();
    assert_eq!(settings.get().await.unwrap(), GroupRules::default());
    let id = scene.make("Crew").await.id;
    let no_roles = GroupRules {
        may_have_roles: false,
        ..GroupRules::default()
    };
    settings.set(no_roles).await.unwrap();
    assert_eq!(settings.get().await.unwrap(), no_roles);
    let refused = scene
        .groups
        .add_roles(&id, [&scene.admin])
        .await
        .unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Forbidden);
    let none = GroupRules {
        are_enabled: false,
        may_have_roles: false,
    };
    settings.set(none).await.unwrap();
    let refused = scene.groups.get(&id).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Forbidden);
}
