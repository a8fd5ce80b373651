//! Every public type, full of planted secrets, formatted in both ways.

use std::collections::BTreeSet;
use std::fmt::{Debug, Write as _};
use std::time::Duration;

use frontegg_identity::*;
use mockito::{Matcher, Request, Server};
use serde_json::{Value, json};

use crate::sentinel::assert_clean;

/// What every member that can hold a secret says.
const HIDDEN: &str = "S3NTINEL";

/// The types that were formatted, by name.
#[derive(Default)]
pub(crate) struct Shown {
    pub(crate) names: BTreeSet<&'static str>,
}

impl Shown {
    /// `T` is named by its own path, so that no other type can take its place.
    pub(crate) fn show<T: Debug>(&mut self, value: &T) {
        let path = std::any::type_name::<T>();
        let path = path.split(['<', '&']).next().unwrap_or(path);
        let name = path.rsplit("::").next().unwrap_or(path);
        let mut text = String::new();
        write!(text, "{value:?} {value:#?}").unwrap();
        assert_clean(&text);
        self.names.insert(name);
    }
}

/// The names of `lib.rs`'s `pub use`.
fn public_names() -> BTreeSet<&'static str> {
    names_of(include_str!("../../src/lib.rs"))
}

/// The names of a file's `pub use`.
pub(crate) fn names_of(source: &'static str) -> BTreeSet<&'static str> {
    let uses = source.split("\npub use ").skip(1);
    let lists = uses.filter_map(|one| one.split(';').next());
    let names = lists.flat_map(|list| {
        let list = list.rsplit("::").next().unwrap_or(list);
        list.trim_matches(['{', '}']).split([',', '{', '}'])
    });
    let names = names.map(str::trim).filter(|name| !name.is_empty());
    names.collect()
}

/// A server whose answers hold a secret wherever one can stand. Who signs in decides what it comes to.
fn answer(request: &Request) -> Vec<u8> {
    let body = request.body().unwrap();
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    let who = body["email"].as_str().unwrap_or_default();
    let devices = json!({
        "authenticators": [{ "id": "d-1" }],
        "phones": [{ "id": "d-2", "phoneNumber": "+1******99" }],
        "webauthn": [{ "id": "d-3", "deviceType": "Platform", "name": "key" }],
        "emails": [{ "email": "a@b.c" }],
    });
    let mut answer = json!({
        "accessToken": HIDDEN, "access_token": HIDDEN, "refreshToken": HIDDEN, "refresh_token": HIDDEN,
        "id_token": HIDDEN, "token": HIDDEN, "expiresIn": 3600, "expires_in": 3600,
        "userId": "u-1", "userEmail": "a@b.c",
        "otcToken": HIDDEN, "webauthnToken": HIDDEN, "options": { "challenge": HIDDEN },
        "qrCode": HIDDEN, "secret": HIDDEN, "recoveryCode": HIDDEN, "sessionId": HIDDEN,
        "resetPhoneNumberToken": HIDDEN, "changePhoneNumberToken": HIDDEN,
        "authenticators": devices["authenticators"], "phones": devices["phones"],
        "webauthn": devices["webauthn"], "emails": devices["emails"],
    });
    match who.split('@').next() {
        Some("challenge") => {
            answer = json!({
                "mfaRequired": true, "mfaToken": HIDDEN, "mfaDevices": devices,
                "accessToken": HIDDEN, "refreshToken": HIDDEN, "recoveryCode": HIDDEN,
            });
        }
        Some("enrolment") => {
            answer = json!({
                "mfaRequired": true, "mfaToken": HIDDEN, "mfaEnrolled": false,
                "qrCode": HIDDEN, "secret": HIDDEN, "recoveryCode": HIDDEN,
            });
        }
        Some("expired") => answer["resetPasswordToken"] = json!(HIDDEN),
        Some("breached") => answer = json!({ "isBreachedPassword": true, "userId": "u-1" }),
        Some("activation") => {
            answer = json!({ "shouldActivate": true, "userId": "u-1", "activationToken": HIDDEN });
        }
        _ => {}
    }
    if request.path().ends_with("/step-up/generate") {
        answer = json!({ "mfaToken": HIDDEN, "mfaDevices": devices });
    }
    if request.path().ends_with("/sessions/v1/me") {
        answer = json!([{ "id": "s-1", "userAgent": "x", "token": HIDDEN }]);
    }
    answer.to_string().into_bytes()
}

async fn server() -> (mockito::ServerGuard, Identity) {
    crate::sentinel::watch();
    let mut server = Server::new_async().await;
    for method in ["GET", "POST", "PUT", "DELETE"] {
        let mock = server.mock(method, Matcher::Any);
        let mock = mock.with_header("set-cookie", "fe_refresh_x=S3NTINEL, fe_device_x=S3NTINEL");
        mock.with_body_from_request(answer).create_async().await;
    }
    let identity = Identity::builder(server.url()).client_id("x").build();
    (server, identity.unwrap())
}

async fn sign_in(identity: &Identity, who: &str) -> Login {
    let who = Identifier::email(format!("{who}@b.c"));
    let login = identity.sign_in_with_password(&who, &HIDDEN.into()).await;
    login.unwrap()
}

async fn of_logins(identity: &Identity, shown: &mut Shown) {
    let login = sign_in(identity, "challenge").await;
    shown.show(&login);
    let Login::MfaChallenge(challenge) = login else {
        panic!("a second factor is due");
    };
    shown.show(&challenge);
    shown.show(challenge.devices());
    let app = challenge.authenticators().next().unwrap();
    shown.show(&app);
    shown.show(app.device().unwrap());
    let phone = challenge.phones().next().unwrap();
    shown.show(&phone);
    shown.show(phone.device());
    shown.show(&phone.send().await.unwrap());
    let mail = challenge.emails().next().unwrap();
    shown.show(&mail);
    shown.show(mail.device());
    let key = challenge.keys().next().unwrap();
    shown.show(&key);
    shown.show(key.device());
    shown.show(&key.start().await.unwrap());
    shown.show(&Next::Challenge(challenge));

    let Login::MfaEnrolment(enrolment) = sign_in(identity, "enrolment").await else {
        panic!("a second factor has to be set up");
    };
    shown.show(&enrolment);
    let app = enrolment.authenticator().unwrap();
    shown.show(&app);
    shown.show(&app.start().await.unwrap());
    let phone = enrolment.phone().unwrap();
    shown.show(&phone);
    shown.show(&phone.send("+1555").await.unwrap());
    let key = enrolment.key(WebauthnDeviceType::Platform).unwrap();
    shown.show(&key);
    shown.show(&key.start().await.unwrap());
    shown.show(&WebauthnDeviceType::Platform);

    let Login::PasswordExpired(expired) = sign_in(identity, "expired").await else {
        panic!("the password has expired");
    };
    shown.show(&expired);
    let Login::PasswordBreached(breached) = sign_in(identity, "breached").await else {
        panic!("the password is breached");
    };
    shown.show(&breached);

    let to = Recipient::email("a@b.c");
    shown.show(&to);
    shown.show(&Identifier::username("ada"));
    shown.show(&identity.mail_login_code(&to).await.unwrap());
    shown.show(&identity.mail_login_link(&to).await.unwrap());
    shown.show(&identity.start_passkey_login(None).await.unwrap());
}

async fn of_accounts(identity: &Identity, shown: &mut Shown) {
    let user = SignUp::new("activation@b.c", "Ada", "Acme");
    let user = user.password(HIDDEN.into()).invitation(HIDDEN.into());
    let user = user.metadata(json!({ "note": HIDDEN }));
    shown.show(&user);
    shown.show(&identity.sign_up(&user).await.unwrap());
    shown.show(&MailedLink::new("u-1", HIDDEN.into()).code(HIDDEN));
    shown.show(&identity.text_password_reset("+1555").await.unwrap());
    let lost = identity.replace_lost_phone("a@b.c").await.unwrap();
    shown.show(&lost);
    shown.show(&lost.verify("000123").await.unwrap());
}

async fn of_sessions(identity: &Identity, shown: &mut Shown) {
    let Login::Complete(signed_in) = sign_in(identity, "ada").await else {
        panic!("the password is enough");
    };
    shown.show(&signed_in);
    let session = signed_in.session;
    shown.show(&session);
    shown.show(&session.device().unwrap());
    shown.show(&session.access_token().await.unwrap());
    shown.show(&session.in_tenant("t-1"));
    shown.show(&session.watch());
    shown.show(&session.watch().now());
    shown.show(&session.sessions().await.unwrap().remove(0));
    shown.show(&session.step_up(None).await.unwrap());
    shown.show(&session.start_passkey().await.unwrap());
    shown.show(&session.start_authenticator().await.unwrap());
    shown.show(&session.start_phone("+1555").await.unwrap());
    let kind = WebauthnDeviceType::Platform;
    shown.show(&session.start_key(kind).await.unwrap());
    shown.show(&session.start_phone_removal("d-2").await.unwrap());
    shown.show(&session.start_key_removal("d-3").await.unwrap());

    let credentials = Credentials::environment("c-1", HIDDEN.into());
    shown.show(&credentials);
    let machine = identity.sign_in_as_machine(credentials).await.unwrap();
    shown.show(&machine);

    shown.show(&session.save());
    let key = SessionKey::new("ada").unwrap();
    let store = MemoryStore::new();
    let lock = store.lock(&key).await.unwrap();
    let lock = lock.holding(Secret::from(HIDDEN));
    store.save(&key, &session.save(), &lock).await.unwrap();
    shown.show(&store);
    #[cfg(feature = "file-store")]
    shown.show(&frontegg_identity::FileStore::in_folder("sessions"));
    shown.show(&lock);
    shown.show(&key);
    let kind = StoreErrorKind::Unavailable;
    shown.show(&StoreError::new(kind, "cannot save").because("cut off"));
    shown.show(&kind);
}

fn of_settings(identity: &Identity, shown: &mut Shown) {
    shown.show(identity);
    // A URL that was not looked at yet may hold a password.
    shown.show(&Identity::builder("https://ada:S3NTINEL@h?S3NTINEL"));
    let clock = SystemClock::new();
    shown.show(&clock);
    shown.show(&clock.now());
    shown.show(&Region::Eu);
    shown.show(&RetryPolicy::default());
    shown.show(&Secret::from(HIDDEN));
    shown.show(&ErrorKind::Busy);
    shown.show(&Code::TenantLocked);
    let error = Identity::builder("https://h?S3NTINEL").build();
    shown.show(&error.unwrap_err());
    shown.show(&MfaStrategy::Sms);
    shown.show(&EnforceMfa::Force);
    shown.show(&MfaPolicy::new(EnforceMfa::Force).remember_devices(Duration::ZERO));
}

/// Stores, of the features that are on.
async fn of_stores(shown: &mut Shown) {
    #[cfg(feature = "file-store")]
    shown.show(&FileStore::in_folder("folder"));
    #[cfg(feature = "keyring-store")]
    {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("place"), "files").unwrap();
        let store = KeyringStore::open_or_files("acme", folder.path()).await;
        shown.show(&store.unwrap());
    }
    #[cfg(feature = "redis-store")]
    {
        let key = SealKey::from_bytes(b"S3NTINEL S3NTINEL S3NTINEL S3NTI").unwrap();
        shown.show(&key);
        let url = "rediss://S3NTINEL:S3NTINEL@localhost";
        let builder = RedisStore::builder(url).seal_key(key);
        shown.show(&builder);
        shown.show(&builder.build().unwrap());
    }
    #[cfg(not(feature = "file-store"))]
    shown.names.insert("FileStore");
    #[cfg(not(feature = "keyring-store"))]
    shown.names.insert("KeyringStore");
    #[cfg(not(feature = "redis-store"))]
    let redis = ["RedisStore", "RedisStoreBuilder", "SealKey"];
    #[cfg(not(feature = "redis-store"))]
    shown.names.extend(redis);
}

#[tokio::test]
async fn s32_every_public_type_hides_its_secrets() {
    let (_server, identity) = server().await;
    let mut shown = Shown::default();
    of_settings(&identity, &mut shown);
    of_logins(&identity, &mut shown).await;
    of_accounts(&identity, &mut shown).await;
    of_sessions(&identity, &mut shown).await;
    of_stores(&mut shown).await;
    // Traits, another name for a type of the standard library, and what no public function gives away.
    let mut out_of_reach = BTreeSet::from(["Clock", "SessionStore", "StoreFuture", "Tokens"]);
    if cfg!(not(feature = "file-store")) {
        out_of_reach.insert("FileStore");
    }
    let shown = shown.names.union(&out_of_reach).copied();
    assert_eq!(shown.collect::<BTreeSet<_>>(), public_names());
}
