//! 10 000 users in pages of 200, by the facade and by bare reqwest with serde_json.
//!
//! They take turns list by list, so that whatever else the machine does falls on both alike.

use std::collections::HashMap;
use std::error::Error;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use facade_bench::{Server, identity, median, row};
use frontegg_identity::manage::{Environment, UserQuery};
use frontegg_identity_raw::reqwest;
use frontegg_identity_raw::reqwest::header::{ACCEPT, AUTHORIZATION, HeaderValue, USER_AGENT};
use serde::Deserialize;

const USERS: usize = 10_000;
const PAGE: usize = 200;
const PATH: &str = "/identity/resources/users/v3";
const WARM_UP: usize = 3;
/// Another number can be given to the program, as for a profiler.
const LISTS: usize = 41;

type Outcome<T> = Result<T, Box<dyn Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let server = Server::start(answers())?;
    let environment = identity(&server)?.environment("c", "s".into()).await?;
    let bare = Bare::new(&server)?;
    let lists = match std::env::args().nth(1) {
        Some(lists) => lists.parse()?,
        None => LISTS,
    };
    let mut times = [const { Vec::new() }; 2];
    for list in 0..WARM_UP + lists {
        for turn in 0..2 {
            let kind = (list + turn) % 2;
            let start = Instant::now();
            let listed = match kind {
                0 => bare.users(&environment).await?.len(),
                _ => users(&environment).await?,
            };
            let time = start.elapsed();
            if listed != USERS {
                return Err("each should have read the whole list".into());
            }
            if list >= WARM_UP {
                times[kind].push(time.as_nanos() as f64 / 1e6);
            }
        }
    }
    let [bare, ours] = times.map(|mut times| median(&mut times));
    row(
        "10 000 users as a stream; bare reqwest and serde_json",
        &format!("{ours:.1} ms"),
        &format!("{bare:.1} ms"),
        &format!("{:.3}", ours / bare),
        "at most 1.05",
    );
    Ok(())
}

async fn users(environment: &Environment) -> Outcome<usize> {
    let list = environment.users().list(&UserQuery::new());
    let mut stream = list.page_size(PAGE as u64).stream();
    let mut all = Vec::new();
    while let Some(user) = stream.next().await {
        all.push(user?);
    }
    Ok(all.len())
}

/// A user as one would write it down by hand.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(dead_code, reason = "what is read has a cost")]
struct User {
    id: String,
    sub: Option<String>,
    email: Option<String>,
    name: Option<String>,
    phone_number: Option<String>,
    profile_picture_url: Option<String>,
    verified: Option<bool>,
    is_locked: Option<bool>,
    mfa_enrolled: Option<bool>,
    mfa_bypass: Option<bool>,
    activated_for_tenant: Option<bool>,
    invisible: Option<bool>,
    super_user: Option<bool>,
    sub_account_access_allowed: Option<bool>,
    provider: Option<String>,
    managed_by: Option<String>,
    external_id: Option<String>,
    tenant_id: Option<String>,
    tenant_ids: Vec<String>,
    tenants: Vec<Tenant>,
    metadata: Option<String>,
    vendor_metadata: Option<String>,
    created_at: Option<DateTime<Utc>>,
    last_login: Option<DateTime<Utc>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(dead_code, reason = "what is read has a cost")]
struct Tenant {
    tenant_id: String,
    is_disabled: bool,
    temporary_expiration_date: Option<DateTime<Utc>>,
}

#[derive(Deserialize)]
struct Page {
    items: Vec<User>,
    _metadata: Metadata,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Metadata {
    total_pages: usize,
}

/// The same calls by hand, with the headers and limits that ours have.
struct Bare {
    http: reqwest::Client,
    url: String,
}

impl Bare {
    fn new(server: &Server) -> Outcome<Self> {
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(Duration::from_secs(10))
            .timeout(Duration::from_secs(30))
            .build()?;
        let url = format!("{}{PATH}", server.url);
        Ok(Self { http, url })
    }

    async fn users(&self, environment: &Environment) -> Outcome<Vec<User>> {
        let (mut all, mut page, mut pages) = (Vec::new(), 0, 1);
        while page < pages {
            let token = environment.session().access_token().await?;
            let mut authorization = HeaderValue::from_str(token.authorization().expose())?;
            authorization.set_sensitive(true);
            let request = self
                .http
                .get(format!("{}?_limit={PAGE}&_offset={page}", self.url))
                .header(ACCEPT, "application/json")
                .header(USER_AGENT, "frontegg-identity/0.1.0")
                .header(AUTHORIZATION, authorization);
            let body = request.send().await?.error_for_status()?.bytes().await?;
            let read: Page = serde_json::from_slice(&body)?;
            all.extend(read.items);
            pages = read._metadata.total_pages;
            page += 1;
        }
        Ok(all)
    }
}

fn answers() -> HashMap<String, String> {
    let vendor = format!(r#"{{"token":"{}","expiresIn":86400}}"#, "a".repeat(900));
    let mut answers = HashMap::from([("/auth/vendor".to_owned(), vendor)]);
    for page in 0..USERS / PAGE {
        let users: Vec<_> = (page * PAGE..(page + 1) * PAGE).map(user).collect();
        let body = format!(
            r#"{{"items":[{}],"_metadata":{{"totalItems":{USERS},"totalPages":{}}},"_links":{{"next":"","prev":"","first":"","last":""}}}}"#,
            users.join(","),
            USERS / PAGE
        );
        answers.insert(format!("{PATH}?_limit={PAGE}&_offset={page}"), body);
    }
    answers
}

/// With the members that the service sends.
fn user(number: usize) -> String {
    let id = format!("7b0f1c9e-6a54-4d0e-9d7c-{number:012}");
    let tenant = "adf4c0a5-9a5e-4c51-a228-d008050c0e15";
    format!(
        r#"{{"id":"{id}","sub":"{id}","email":"user-{number}@example.com","name":"User Number {number}","phoneNumber":null,"profilePictureUrl":"https://www.example.com/avatars/{number}.png","verified":true,"isLocked":false,"mfaEnrolled":false,"mfaBypass":false,"activatedForTenant":true,"invisible":false,"superUser":false,"subAccountAccessAllowed":false,"provider":"local","managedBy":"frontegg","externalId":null,"tenantId":"{tenant}","tenantIds":["{tenant}"],"tenants":[{{"tenantId":"{tenant}","isDisabled":false,"temporaryExpirationDate":null}}],"metadata":"{{}}","vendorMetadata":null,"createdAt":"2026-05-02T11:25:22.000Z","lastLogin":"2026-11-20T08:00:00.000Z"}}"#
    )
}
