use super::*;

fn build(base: &str) -> Result<Identity, Error> {
    Identity::builder(base).build()
}

#[test]
fn s30_the_path_of_a_base_url_is_kept() {
    for (base, service) in [
        ("https://h", "https://h/identity"),
        ("https://h/", "https://h/identity"),
        ("https://h//", "https://h/identity"),
        ("https://h/fe", "https://h/fe/identity"),
        ("https://h/fe/", "https://h/fe/identity"),
        ("https://h/fe//", "https://h/fe/identity"),
    ] {
        assert_eq!(build(base).unwrap().service().base_url(), service);
    }
    for base in ["https://h?a=b", "https://h/fe?a=b", "https://h/fe/?"] {
        assert_eq!(build(base).unwrap_err().kind(), ErrorKind::Configuration);
    }
    let region: String = crate::Region::Us.into();
    assert_eq!(
        build(&region).unwrap().root().base_url(),
        "https://api.us.frontegg.com"
    );
}

#[test]
fn wrong_settings_are_named_and_not_repeated() {
    let good = || Identity::builder("https://h");
    for builder in [
        Identity::builder("https://h/?S3NTINEL"),
        Identity::builder("https://S3NTINEL@h/"),
        Identity::builder("S3NTINEL"),
        good().vendor_host("S3NTINEL\n"),
        good().vendor_host("S3NTINÉL"),
        good().vendor_host(""),
        good().application_id("S3NTINEL\0"),
        good().user_agent("S3NTINEL\r"),
        good().client_id("S3NTINEL; x=y"),
        good().client_id(""),
        Identity::builder(""),
        Identity::builder("/S3NTINEL"),
        Identity::builder("ftp://S3NTINEL"),
        Identity::builder("https://"),
        Identity::builder("https://[S3NTINEL"),
        Identity::builder("https://S3NTINEL:99999"),
        Identity::builder("https://h/#S3NTINEL"),
        Identity::builder("S3NTINEL".repeat(131_072)),
    ] {
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        let source = std::error::Error::source(&error).map(ToString::to_string);
        assert!(!format!("{error} {error:?} {source:?}").contains("S3NTIN"));
    }
}

#[test]
fn only_the_first_dash_leaves_the_cookies_name() {
    let identity = Identity::builder("https://h")
        .client_id("abcd1234-ef56-7890")
        .build()
        .unwrap();
    assert_eq!(
        identity.refresh_cookie().as_deref(),
        Some("fe_refresh_abcd1234ef56-7890")
    );
}
