//! The program that the guide shows.

#[allow(dead_code, reason = "its `main` is not ours")]
#[path = "../../../examples/axum_service.rs"]
mod axum_service;

#[tokio::test]
async fn axum_service_passes_its_own_test() {
    crate::sentinel::watch();
    let mut told = Vec::new();
    axum_service::run(&mut told).await.unwrap();
    let told = String::from_utf8(told).unwrap();
    assert!(told.ends_with("ten minutes later: 401\n"), "{told}");
    assert!(!told.contains("Analytical-Engine"));
}
