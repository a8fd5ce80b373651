//! Every public type of the module, formatted with planted secrets.

mod me;
mod roles;
mod settings;
mod users;

use std::collections::BTreeSet;

use crate::public::{Shown, names_of};

#[tokio::test]
async fn s32_every_public_type_of_management_hides_its_secrets() {
    let mut shown = Shown::default();
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
