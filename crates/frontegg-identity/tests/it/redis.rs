//! Sessions in a real Redis.

use std::error::Error as _;
use std::time::Duration;

use chrono::{TimeDelta, Utc};
use frontegg_identity::{
    RedisStore, SavedSession, SealKey, SessionKey, SessionStore, StoreError, StoreErrorKind,
    StoreLock, testing,
};
use serde_json::json;

use crate::redis_server::{Kind, Server, free_port};
use crate::stores::key;

mod away;

fn saved(refresh: &str, end: Option<TimeDelta>) -> SavedSession {
    let text = json!({
        "version": 1,
        "refreshToken": refresh,
        "refreshTokenExpiresAt": end.map(|end| (Utc::now() + end).to_rfc3339()),
        "tokens": [],
    });
    SavedSession::from_text(&text.to_string()).unwrap()
}

fn seal_key(byte: u8) -> SealKey {
    SealKey::from_bytes(&[byte; 32]).unwrap()
}

async fn refresh_token(store: &RedisStore) -> Option<String> {
    let saved = store.load(&key()).await.unwrap()?;
    let text: serde_json::Value = serde_json::from_str(saved.to_text().expose()).unwrap();
    Some(text["refreshToken"].as_str().unwrap().to_owned())
}

async fn put(store: &RedisStore, key: &SessionKey, saved: &SavedSession) {
    let lock = store.lock(key).await.unwrap();
    store.save(key, saved, &lock).await.unwrap();
    store.unlock(key, lock).await.unwrap();
}

fn is_lost(outcome: Result<(), StoreError>) -> bool {
    outcome.is_err_and(|error| error.kind() == StoreErrorKind::LockLost)
}

#[tokio::test]
async fn the_redis_store_keeps_its_promises() {
    let Some(server) = Server::plain() else {
        return;
    };
    let open = || server.store().build().unwrap();
    testing::store_conformance(open).await.unwrap();
    let open = || server.store().seal_key(seal_key(1)).build().unwrap();
    testing::store_conformance(open).await.unwrap();
}

#[tokio::test]
async fn the_redis_store_keeps_its_promises_in_a_cluster() {
    let Some(server) = Server::start(Kind::Cluster) else {
        return;
    };
    let open = || RedisStore::cluster_builder([server.url()]).build().unwrap();
    testing::store_conformance(open).await.unwrap();
    let asked = server.store().build().unwrap().load(&key()).await;
    assert!(
        asked.unwrap().is_none(),
        "a single node answers for its slots"
    );
}

#[tokio::test]
async fn the_redis_store_keeps_its_promises_over_tls() {
    let port = free_port();
    let Some(server) = Server::start(Kind::Tls { port }) else {
        return;
    };
    let url = format!("rediss://localhost:{port}");
    let certificate = std::fs::read(server.file("cert.pem")).unwrap();
    let open = || {
        let builder = RedisStore::builder(url.as_str());
        builder
            .root_certificate(certificate.as_slice())
            .build()
            .unwrap()
    };
    testing::store_conformance(open).await.unwrap();
    let trusting_nobody = RedisStore::builder(url.as_str()).build().unwrap();
    let error = trusting_nobody.load(&key()).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Unavailable);
}

#[tokio::test]
async fn a_holder_who_was_paused_cannot_overwrite_what_the_next_one_wrote() {
    let Some(server) = Server::plain() else {
        return;
    };
    let (one, other) = (
        server.store().build().unwrap(),
        server.store().build().unwrap(),
    );
    let paused = one.lock(&key()).await.unwrap();
    server.end_lease();
    let next = other.lock(&key()).await.unwrap();
    assert!(next.is_inherited() && next.number() > paused.number());
    // Nobody has written yet: what the server gave to the first one is the newest.
    one.save(&key(), &saved("R1", None), &paused).await.unwrap();
    assert_eq!(refresh_token(&other).await.as_deref(), Some("R1"));
    other.save(&key(), &saved("R2", None), &next).await.unwrap();
    assert!(is_lost(one.save(&key(), &saved("R3", None), &paused).await));
    assert!(is_lost(one.remove(&key(), &paused).await));
    one.unlock(&key(), paused).await.unwrap();
    assert!(
        server.key("lease").is_some(),
        "the lease is the other one's"
    );
    assert_eq!(refresh_token(&one).await.as_deref(), Some("R2"));
    other.unlock(&key(), next).await.unwrap();
    assert!(server.key("lease").is_none());
    assert!(!one.lock(&key()).await.unwrap().is_inherited());
}

#[tokio::test]
async fn a_holder_who_was_paused_cannot_bring_a_removed_session_back() {
    let Some(server) = Server::plain() else {
        return;
    };
    let store = server.store().build().unwrap();
    put(&store, &key(), &saved("R1", None)).await;
    let paused = store.lock(&key()).await.unwrap();
    server.end_lease();
    let next = store.lock(&key()).await.unwrap();
    store.remove(&key(), &next).await.unwrap();
    store.unlock(&key(), next).await.unwrap();
    assert!(server.key("session").is_none());
    assert!(is_lost(
        store.save(&key(), &saved("R2", None), &paused).await
    ));
    // Of a removed session nothing stays for ever; a lock that is older than what stays is lost too.
    let fence = server.key("fence").unwrap();
    let life: i64 = server.ask(&["pttl", &fence]);
    assert!((3_500_000..=3_600_000).contains(&life), "{life}");
    server.tell(&["flushall"]);
    assert!(is_lost(
        store
            .save(&key(), &saved("R2", None), &StoreLock::new(1))
            .await
    ));
    assert!(refresh_token(&store).await.is_none());
    // The one who was paused is not so old.
    store
        .save(&key(), &saved("R2", None), &paused)
        .await
        .unwrap();
}

#[tokio::test]
async fn numbers_of_locks_grow_even_if_redis_forgets_them() {
    let Some(server) = Server::plain() else {
        return;
    };
    let store = server.store().build().unwrap();
    let first = store.lock(&key()).await.unwrap();
    server.tell(&["flushall"]);
    let second = store.lock(&key()).await.unwrap();
    assert!(second.number() > first.number());
    store.unlock(&key(), second).await.unwrap();
    // A clock that was set back.
    let ahead = (1_u64 << 53) - 1_000;
    let fence = server.key("fence").unwrap();
    server.ask::<i64>(&["hset", &fence, "last", &ahead.to_string()]);
    let third = store.lock(&key()).await.unwrap();
    assert_eq!(third.number(), ahead + 1);
    store
        .save(&key(), &saved("R1", None), &third)
        .await
        .unwrap();
    assert!(is_lost(
        store.save(&key(), &saved("R0", None), &first).await
    ));
}

#[tokio::test]
async fn a_session_is_gone_when_its_refresh_token_runs_out() {
    let Some(server) = Server::plain() else {
        return;
    };
    let life = Duration::from_secs(100 * 24 * 60 * 60);
    let store = server.store().life(life).build().unwrap();
    let hour = saved("R1", Some(TimeDelta::hours(1)));
    put(&store, &key(), &hour).await;
    let name = server.key("session").unwrap();
    let end: i64 = server.ask(&["pexpiretime", &name]);
    assert_eq!(
        Some(end),
        hour.expires_at().map(|end| end.timestamp_millis())
    );
    let fence = server.key("fence").unwrap();
    let fence_end: i64 = server.ask(&["pexpiretime", &fence]);
    assert!(
        fence_end > end,
        "whoever held a lock before is still refused"
    );
    put(&store, &key(), &saved("R2", None)).await;
    let left: i64 = server.ask(&["pttl", &name]);
    let life = i64::try_from(life.as_millis()).unwrap();
    assert!((life - 60_000..=life).contains(&left), "{left}");
    put(&store, &key(), &saved("R3", Some(TimeDelta::seconds(-1)))).await;
    assert!(refresh_token(&store).await.is_none());
}

#[tokio::test]
async fn nothing_secret_is_legible_in_redis() {
    let Some(server) = Server::plain() else {
        return;
    };
    let store = server.store().seal_key(seal_key(1)).build().unwrap();
    let key = SessionKey::new("S3NTINEL-cookie").unwrap();
    put(&store, &key, &saved("S3NTINEL-refresh", None)).await;
    let file = server.file("appendonlydir");
    let mut size = 0;
    for entry in std::fs::read_dir(file).unwrap() {
        let written = std::fs::read(entry.unwrap().path()).unwrap();
        size += written.len();
        assert!(!written.windows(8).any(|part| part == b"S3NTINEL"));
    }
    assert!(size > 0, "all that Redis was told is there");
}

#[tokio::test]
async fn a_session_that_was_tampered_with_is_put_aside() {
    let Some(server) = Server::plain() else {
        return;
    };
    let store = server.store().seal_key(seal_key(1)).build().unwrap();
    put(&store, &key(), &saved("R1", None)).await;
    let name = server.key("session").unwrap();
    let eve = SessionKey::new("eve").unwrap();
    put(&store, &eve, &saved("R2", None)).await;
    let names: Vec<String> = server.ask(&["keys", "*:session"]);
    let theirs = names.iter().find(|other| **other != name).unwrap();
    server.ask::<i64>(&["copy", theirs, &name, "replace"]);
    let error = store.load(&key()).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Unreadable);
    assert!(store.load(&key()).await.unwrap().is_none());
    let aside = server.key("unreadable").unwrap();
    assert!(server.ask::<i64>(&["pttl", &aside]) > 0, "not for ever");
    assert!(store.load(&eve).await.unwrap().is_some());
    // So is what anybody could have written.
    server.tell(&["set", &name, saved("R3", None).to_text().expose()]);
    let error = store.load(&key()).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Unreadable);
    server.tell(&["set", &name, saved("R3", None).to_text().expose()]);
    let lenient = server.store().seal_key(seal_key(1)).accept_unsealed();
    let lenient = lenient.build().unwrap();
    assert_eq!(refresh_token(&lenient).await.as_deref(), Some("R3"));
}

#[tokio::test]
async fn seal_keys_can_be_changed_one_after_the_other() {
    let Some(server) = Server::plain() else {
        return;
    };
    let with = |keys: &[u8]| {
        let builder = keys.iter().fold(server.store(), |builder, byte| {
            builder.seal_key(seal_key(*byte))
        });
        builder.build().unwrap()
    };
    put(&with(&[1]), &key(), &saved("R1", None)).await;
    // One server that does not have the key does no harm.
    for without in [with(&[2]), with(&[])] {
        let error = without.load(&key()).await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Configuration);
    }
    assert_eq!(refresh_token(&with(&[1, 2])).await.as_deref(), Some("R1"));
    assert_eq!(refresh_token(&with(&[2, 1])).await.as_deref(), Some("R1"));
    put(&with(&[2, 1]), &key(), &saved("R2", None)).await;
    assert_eq!(refresh_token(&with(&[2])).await.as_deref(), Some("R2"));
}

#[tokio::test]
async fn a_lock_that_is_held_is_waited_for_with_patience() {
    let Some(server) = Server::plain() else {
        return;
    };
    let store = server.store().build().unwrap();
    let held = store.lock(&key()).await.unwrap();
    let hasty = server.store().patience(Duration::from_millis(20));
    let error = hasty.build().unwrap().lock(&key()).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Locked);
    // Who has gone without having had it leaves no trace.
    store.unlock(&key(), held).await.unwrap();
    assert!(!store.lock(&key()).await.unwrap().is_inherited());
}

#[tokio::test]
async fn a_redis_that_forgot_the_scripts_gets_them_again() {
    let Some(server) = Server::plain() else {
        return;
    };
    let store = server.store().build().unwrap();
    put(&store, &key(), &saved("R1", None)).await;
    server.tell(&["script", "flush"]);
    put(&store, &key(), &saved("R2", None)).await;
    assert_eq!(refresh_token(&store).await.as_deref(), Some("R2"));
}

#[tokio::test]
async fn a_redis_that_does_not_answer_is_unavailable() {
    let nobody = format!("redis://user:S3NTINEL@127.0.0.1:{}", free_port());
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let silent = format!("redis://:S3NTINEL@{}", silent.local_addr().unwrap());
    for url in [nobody.clone(), silent] {
        let builder = RedisStore::builder(url).time_limit(Duration::from_millis(50));
        let shown = format!("{builder:?}");
        let store = builder.build().unwrap();
        let error = store.lock(&key()).await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Unavailable);
        let cause = error.source().unwrap().to_string();
        let shown = format!("{shown} {store:?} {error} {error:?} {cause}");
        assert!(!shown.contains("S3NTINEL"), "{shown}");
    }
    let cluster = RedisStore::cluster_builder([nobody]);
    let cluster = cluster
        .time_limit(Duration::from_millis(50))
        .build()
        .unwrap();
    let error = cluster.load(&key()).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Unavailable);
}

#[tokio::test]
async fn a_store_that_is_set_up_wrongly_says_so() {
    let none: [&str; 0] = [];
    let builders = [
        RedisStore::builder("S3NTINEL"),
        RedisStore::cluster_builder(none),
        RedisStore::builder("redis://127.0.0.1").prefix("{a}"),
        RedisStore::builder("redis://127.0.0.1").lease(Duration::ZERO),
        RedisStore::builder("redis://127.0.0.1").root_certificate("?"),
    ];
    for builder in builders {
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Configuration);
        assert!(!format!("{error:?}").contains("S3NTINEL"));
    }
    let Some(server) = Server::plain() else {
        return;
    };
    server.tell(&["config", "set", "requirepass", "S3NTINEL"]);
    let error = server
        .store()
        .build()
        .unwrap()
        .load(&key())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Configuration, "{error:?}");
    let url = server.url().replace("//", "//:S3NTINEL2@");
    let error = RedisStore::builder(url)
        .build()
        .unwrap()
        .load(&key())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Configuration, "{error:?}");
}

#[tokio::test]
async fn few_rights_are_enough() {
    let Some(server) = Server::plain() else {
        return;
    };
    let rights = "on >S3NTINEL ~acme:* +eval +evalsha +get +set +del +rename +time +pttl +pexpire +pexpireat \
        +hget +hmget +hset +hdel";
    let words = ["acl", "setuser", "narrow"].into_iter();
    server.tell(&words.chain(rights.split_whitespace()).collect::<Vec<_>>());
    let url = server.url().replace("//", "//narrow:S3NTINEL@");
    let open = |prefix: &str| {
        RedisStore::builder(url.as_str())
            .prefix(prefix)
            .build()
            .unwrap()
    };
    testing::store_conformance(|| open("acme")).await.unwrap();
    let error = open("other").lock(&key()).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Configuration, "{error:?}");
}
