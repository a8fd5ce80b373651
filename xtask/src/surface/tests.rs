use std::collections::BTreeMap;

use super::{listing, short};

#[test]
fn a_type_is_written_without_its_paths() {
    for (long, expected) in [
        (
            "::std::option::Option<::std::vec::Vec<crate::Secret>>",
            "Option<Vec<Secret>>",
        ),
        ("&types::A", "&A"),
        ("Result<Response<A>, Error,>", "Result<Response<A>, Error>"),
        ("Result<Response<()>, Error>", "Result<Response<()>, Error>"),
        (
            "::std::collections::BTreeMap<::std::string::String, i64>",
            "BTreeMap<String, i64>",
        ),
    ] {
        let ty: syn::Type = syn::parse_str(long).unwrap();
        assert_eq!(short(&ty), expected);
    }
}

fn files() -> BTreeMap<String, String> {
    let catalogue = r#"pub static LOCK: Operation = Operation::new("lock", Method::POST, "/users/{userId}/lock", "Users");"#;
    let operation = r#"
        impl Client {
            pub async fn lock(&self, user_id: &str, r#type: Option<&types::Kind>, code: &Secret, body: &types::Lock)
                -> Result<Response<types::User>, Error> {
                self.call(&catalogue::LOCK)
                    .path("userId", user_id)
                    .query_joined("type", &r#type)
                    .header("x-code", Some(code.expose()))
                    .json(body)
                    .send()
                    .await
            }
        }"#;
    let types = r#"
        crate::open_enum! {
            /// Docs.
            pub enum Kind { A = "a", #[doc = "b"] Unknown_ = "Unknown" }
        }
        #[derive(::serde::Serialize, Clone, Debug)]
        pub struct Lock {
            #[serde(rename = "otpCode", serialize_with = "crate::secret::expose")]
            pub otp_code: crate::Secret,
            #[serde(skip_serializing_if = "crate::Patch::is_absent")]
            pub r#type: crate::Patch<Kind>,
            #[serde(flatten)]
            pub extra: ::std::collections::BTreeMap<::std::string::String, ::serde_json::Value>,
        }
        impl From<Lock> for Kind { fn from(_: Lock) -> Kind { Kind::A } }"#;
    let shared = r#"
        #[cfg(any(feature = "users", feature = "mfa"))]
        #[derive(::serde::Serialize, ::serde::Deserialize)]
        pub enum Either { Text(String), List(Vec<String>) }
        #[cfg(any(feature = "users", feature = "mfa"))]
        #[derive(::serde::Deserialize)]
        #[serde(transparent)]
        pub struct User(pub ::serde_json::Value);"#;
    [
        ("catalogue.rs", catalogue),
        (
            "operations/mod.rs",
            "#[cfg(feature = \"users\")]\nmod users;",
        ),
        ("operations/users.rs", operation),
        ("types/users.rs", types),
        ("types/shared.rs", shared),
    ]
    .map(|(name, text)| (name.to_owned(), text.to_owned()))
    .into()
}

#[test]
fn every_item_has_one_line() {
    let listings = listing(&files()).unwrap();
    assert_eq!(
        listings["users"],
        r#"feature users

lock: POST /users/{userId}/lock
    path userId: str
    query, joined by commas, type: Option<&Kind>
    header x-code: Secret
    body Lock
    answer User

Kind, enum
    A = "a"
    Unknown_ = "Unknown"

Lock, sent
    otp_code "otpCode": Secret
    type: Patch<Kind>
    extra (all other members): BTreeMap<String, Value>
"#
    );
    assert_eq!(
        listings["shared"],
        "types that several features need

Either, one of, sent and received, for users mfa
    Text: String
    List: Vec<String>

User, received, for users mfa
    = Value
"
    );
}

#[test]
fn what_is_not_of_our_form_is_named() {
    for (name, text, expected) in [
        ("types/shared.rs", "struct", "types/shared.rs is not Rust"),
        ("catalogue.rs", "", "`LOCK` is not in the catalogue"),
        (
            "operations/users.rs",
            "impl Client { fn lock(&self) {} }",
            "`lock` is not of the form",
        ),
        (
            "types/users.rs",
            "crate::open_enum! { pub enum A { B } }",
            "open_enum! is not of the form",
        ),
    ] {
        let mut files = files();
        files.insert(name.to_owned(), text.to_owned());
        let message = format!("{:#}", listing(&files).unwrap_err());
        assert!(message.contains(expected), "{message}");
    }
    let mut files = files();
    files.remove("types/shared.rs");
    assert!(
        listing(&files)
            .unwrap_err()
            .to_string()
            .contains("types/shared.rs is missing")
    );
}
