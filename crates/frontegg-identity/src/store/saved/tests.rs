use chrono::TimeDelta;
use proptest::option;
use proptest::prelude::*;

use super::*;

fn time() -> impl Strategy<Value = DateTime<Utc>> {
    // Years 1970 to 9999, to the nanosecond.
    (0..253_402_300_800_i64, 0..1_000_000_000_u32).prop_map(|(seconds, nanoseconds)| {
        DateTime::from_timestamp(seconds, nanoseconds).expect("a time of the calendar")
    })
}

prop_compose! {
    fn tokens()(
        access in ".*", id in option::of(".*"), obtained_at in time(), expires_at in option::of(time()),
    ) -> Tokens {
        Tokens { access: access.into(), refresh: None, id: id.map(Secret::from), obtained_at, expires_at }
    }
}

prop_compose! {
    fn session()(
        refresh in option::of(".*"), end in option::of(time()), name in option::of("[a-z_-]{1,20}"),
        device in option::of((".{1,9}", ".*")), is_in_doubt in any::<bool>(), home in option::of(tokens()),
        (family, generation) in any::<(u64, u32)>(),
        tenants in prop::collection::vec(tokens(), 0..4),
    ) -> SavedSession {
        let mut session = SavedSession {
            refresh: refresh.map(Secret::from),
            refresh_expires_at: end,
            lineage: Lineage { family, generation },
            cookies: Cookies::named(name.map(Into::into)),
            is_in_doubt,
            tokens: Vec::new(),
        };
        if let Some((name, value)) = device {
            session.cookies.set_device(name, value.into());
        }
        if let Some(tokens) = home {
            session.set_tokens(None, &tokens);
        }
        for (number, tokens) in tenants.iter().enumerate() {
            session.set_tokens(Some(&format!("t-{number}")), tokens);
        }
        session
    }
}

proptest! {
    #[test]
    fn what_is_saved_is_loaded_to_the_nanosecond(session in session()) {
        let text = session.to_text();
        let loaded = SavedSession::from_text(text.expose()).unwrap();
        let again = loaded.to_text();
        prop_assert_eq!(again.expose(), text.expose());
        prop_assert_eq!(loaded.expires_at(), session.expires_at());
        prop_assert_eq!(loaded.lineage, session.lineage);
        prop_assert_eq!(loaded.tenants().count(), session.tenants().count());
    }

    #[test]
    fn a_cut_text_is_refused(session in session(), share in 0.0..1.0_f64) {
        let text = session.to_text();
        let mut end = (text.expose().len() as f64 * share) as usize;
        while !text.expose().is_char_boundary(end) {
            end -= 1;
        }
        let error = SavedSession::from_text(&text.expose()[..end]).unwrap_err();
        prop_assert_eq!(error.kind(), StoreErrorKind::Unreadable);
    }

    #[test]
    fn no_text_makes_it_panic(text in ".*") {
        let _ = SavedSession::from_text(&text);
    }
}

#[test]
fn a_later_token_of_a_tenant_replaces_the_one_before() {
    let tokens = |access: &str| Tokens {
        access: access.into(),
        refresh: None,
        id: None,
        obtained_at: DateTime::UNIX_EPOCH,
        expires_at: Some(DateTime::UNIX_EPOCH + TimeDelta::minutes(1)),
    };
    let mut session = SavedSession::default();
    session.set_tokens(None, &tokens("A1"));
    session.set_tokens(Some("t"), &tokens("T1"));
    session.set_tokens(Some("t"), &tokens("T2"));
    let access = |tenant| Some(session.tokens(tenant)?.access.expose());
    assert_eq!((access(None), access(Some("t"))), (Some("A1"), Some("T2")));
    assert_eq!(access(Some("other")), None);
    let end = DateTime::UNIX_EPOCH + TimeDelta::minutes(1);
    assert_eq!(session.expires_at(), Some(end));
}

#[test]
fn a_text_of_version_1_is_read() {
    let text = r#"{
        "version": 1, "refreshToken": "R", "refreshTokenExpiresAt": "2027-01-01T00:00:00.000000000Z",
        "refreshCookie": "fe_refresh_a", "device": { "name": "fe_device_a", "value": "D" },
        "tokens": [
            { "accessToken": "A", "obtainedAt": "2026-11-28T00:00:00Z", "expiresAt": "2026-11-29T00:00:00Z" },
            { "tenantId": "t", "accessToken": "T", "obtainedAt": "2026-11-28T00:00:00Z" }
        ],
        "something": "of a later patch"
    }"#;
    let session = SavedSession::from_text(text).unwrap();
    assert_eq!(session.refresh.as_ref().map(Secret::expose), Some("R"));
    let cookie = session.cookies.with_refresh(&"R".into()).unwrap();
    assert_eq!(cookie.expose(), "fe_refresh_a=R; fe_device_a=D");
    assert_eq!(
        session.expires_at().unwrap().to_rfc3339(),
        "2027-01-01T00:00:00+00:00"
    );
    assert!(session.tokens(Some("t")).unwrap().expires_at.is_none());
}

#[test]
fn other_texts_are_refused_and_not_repeated() {
    for text in [
        "",
        "null",
        "[]",
        "S3NTINEL",
        r#"{"version":0,"tokens":[]}"#,
        r#"{"version":2,"tokens":[],"refreshToken":"S3NTINEL"}"#,
        r#"{"version":1,"refreshToken":"S3NTINEL"}"#,
        r#"{"version":1,"tokens":[{"accessToken":"S3NTINEL"}]}"#,
    ] {
        let error = SavedSession::from_text(text).unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Unreadable);
        assert!(!format!("{error} {error:?}").contains("S3NTINEL"));
    }
}
