//! The programs that the documentation shows.

macro_rules! example {
    ($name:ident, $path:literal) => {
        #[allow(dead_code, reason = "its `main` is not ours")]
        #[path = $path]
        mod $name;
    };
}

example!(api_token, "../../examples/api_token.rs");
#[cfg(feature = "management")]
example!(environment, "../../examples/environment.rs");
example!(many_users, "../../examples/many_users.rs");
example!(mfa_enrolment, "../../examples/mfa_enrolment.rs");
example!(passkey, "../../examples/passkey.rs");
example!(quickstart, "../../examples/quickstart.rs");
#[cfg(feature = "verify")]
example!(verify_tokens, "../../examples/verify_tokens.rs");

/// What an example tells, if all its steps come out as they should.
macro_rules! told {
    ($name:ident) => {{
        crate::sentinel::watch();
        let mut told = Vec::new();
        $name::run(&mut told).await.unwrap();
        String::from_utf8(told).unwrap()
    }};
}

#[tokio::test]
async fn quickstart_shows_the_life_of_a_session() {
    let told = told!(quickstart);
    for step in 1..=7 {
        assert!(told.contains(&format!("\n{step}. ")), "{told}");
    }
    assert!(told.ends_with("Every step came out as it should.\n"));
    assert!(told.contains("Ada Lovelace <ada@example.com>"));
    assert!(told.contains("1 refresh, which nobody saw."));
    assert!(told.contains("tenant globex"));
    for secret in ["Analytical-Engine-1", "JBSWY3DP"] {
        assert!(!told.contains(secret));
    }
}

#[tokio::test]
async fn api_token_is_renewed_and_exchanged_again() {
    let told = told!(api_token);
    assert!(
        told.contains("tenant \"acme\"") && told.contains("exchanged again"),
        "{told}"
    );
}

#[cfg(feature = "management")]
#[tokio::test]
async fn environment_manages() {
    let told = told!(environment);
    assert!(told.contains("did not accept the credentials"), "{told}");
    for user in ["ada", "alan"] {
        let line = format!("\n{user}@example.com is in 1 tenant\n");
        assert!(told.contains(&line), "{told}");
    }
    assert!(told.ends_with("until she is unlocked.\n"), "{told}");
}

#[tokio::test]
async fn mfa_enrolment_sets_up_an_app() {
    let told = told!(mfa_enrolment);
    assert!(told.ends_with("Signed in again, with the app.\n"), "{told}");
}

#[tokio::test]
async fn passkey_signs_in() {
    let told = told!(passkey);
    assert!(told.ends_with("without a password.\n"), "{told}");
}

#[tokio::test]
async fn many_users_are_kept_apart() {
    let told = told!(many_users);
    assert!(
        told.contains("1000 refreshes, one for each session"),
        "{told}"
    );
}

#[cfg(feature = "verify")]
#[tokio::test]
async fn verify_tokens_decides_what_they_allow() {
    let told = told!(verify_tokens);
    for line in [
        "200 for Ada",
        "403 for Bob",
        "401 for nobody",
        "200 for a robot",
    ] {
        assert!(told.contains(line), "{told}");
    }
    assert!(told.ends_with("The keys were fetched 2 times.\n"), "{told}");
}
