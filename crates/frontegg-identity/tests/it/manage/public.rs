//! Every public type of the module, formatted with planted secrets.

mod me;
mod roles;
mod settings;
mod users;

use std::collections::BTreeSet;

use frontegg_identity::manage::{ApplicationId, Patch, PermissionId, RoleId, UserQuery};

use crate::public::{HIDDEN, Shown, names_of};
use crate::world::World;

/// Who calls, and about whom.
async fn of_scopes(shown: &mut Shown) {
    let world = World::new().await;
    let environment = world.manager().await;
    shown.show(&environment);
    let tenant = environment.tenant("t-1");
    shown.show(&tenant);
    shown.show(&tenant.user("u-1"));
    let users = environment
        .users()
        .list(&UserQuery::new().name_prefix(HIDDEN));
    shown.show(&users.clone().stream());
    shown.show(&users.pages());
    shown.show(&RoleId::from("r-1"));
    shown.show(&PermissionId::from("p-1"));
    shown.show(&ApplicationId::from("a-1"));
    shown.show(&Patch::<&str>::Null);
}

#[tokio::test]
async fn s32_every_public_type_of_management_hides_its_secrets() {
    let mut shown = Shown::default();
    of_scopes(&mut shown).await;
    me::show(&mut shown).await;
    roles::show(&mut shown).await;
    settings::show(&mut shown).await;
    users::show(&mut shown).await;
    let all = names_of(include_str!("../../../src/manage/mod.rs"));
    assert_eq!(
        all.difference(&shown.names).collect::<BTreeSet<_>>(),
        BTreeSet::new()
    );
}
