//! Every public type of the module, formatted with planted secrets.

mod roles;

use crate::public::Shown;

#[tokio::test]
async fn no_type_shows_a_planted_secret() {
    let mut shown = Shown::default();
    roles::show(&mut shown).await;
}
