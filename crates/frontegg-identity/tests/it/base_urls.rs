//! Base URLs with and without a path.

use frontegg_identity::{Credentials, Identity};
use mockito::Server;

#[tokio::test]
async fn s30_a_base_url_keeps_its_path_below_and_beside_the_service() {
    crate::sentinel::watch();
    for (base, path) in [
        ("", ""),
        ("/", ""),
        ("//", ""),
        ("/fe", "/fe"),
        ("/fe/", "/fe"),
        ("/a/b//", "/a/b"),
    ] {
        let mut server = Server::new_async().await;
        let service = format!("{path}/identity/resources/users/v1/passwords/reset");
        let service = server
            .mock("POST", &*service)
            .expect(1)
            .create_async()
            .await;
        let beside = server
            .mock("POST", &*format!("{path}/auth/vendor"))
            .with_body(r#"{ "token": "S3NTINEL", "expiresIn": 60 }"#)
            .expect(1)
            .create_async()
            .await;
        let identity = Identity::builder(format!("{}{base}", server.url()));
        let identity = identity.build().unwrap();
        identity.mail_password_reset("a@b.c").await.unwrap();
        let environment = Credentials::environment("c-1", "S3NTINEL".into());
        identity.sign_in_as_machine(environment).await.unwrap();
        service.assert_async().await;
        beside.assert_async().await;
    }
}
