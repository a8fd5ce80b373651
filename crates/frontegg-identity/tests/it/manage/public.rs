//! Every public type of the module, formatted with planted secrets.

mod me;

use crate::public::Shown;

#[tokio::test]
async fn what_the_signed_in_manage_hides_its_secrets() {
    me::show(&mut Shown::default()).await;
}
