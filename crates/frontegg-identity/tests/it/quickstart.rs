//! The program that the documentation begins with.

#[allow(dead_code, reason = "its `main` is not ours")]
#[path = "../../examples/quickstart.rs"]
mod program;

#[tokio::test]
async fn every_step_comes_out_as_it_should() {
    let mut told = Vec::new();
    program::run(&mut told).await.unwrap();
    let told = String::from_utf8(told).unwrap();
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
