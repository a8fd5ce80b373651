//! The routes below `/_emulator/api`.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use http::StatusCode;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{not_allowed, outbox, view};
use crate::clock::Clock;
use crate::faults::{Fault, Faults};
use crate::http::{Refusal, Reply, Request, timestamp};
use crate::journal::Journal;
use crate::shared::Shared;

pub(super) async fn answer(
    shared: &Shared,
    request: &Request,
    route: &str,
) -> Result<Reply, Refusal> {
    let (clock, faults, journal) = (&shared.service.clock, &shared.faults, &shared.journal);
    let done = Ok(Reply::empty(StatusCode::NO_CONTENT));
    match (request.method.as_str(), route) {
        ("GET", "clock") => Ok(time(clock)),
        ("PUT", "clock") => {
            let SetClock { now } = read(request)?;
            clock.set(now);
            Ok(time(clock))
        }
        ("POST", "clock/advance") => {
            let Advance { seconds } = read(request)?;
            let by = TimeDelta::try_seconds(seconds)
                .ok_or_else(|| Refusal::bad_request("seconds is out of range"))?;
            clock.advance(by);
            Ok(time(clock))
        }
        ("POST", "clock/freeze") => {
            clock.freeze();
            Ok(time(clock))
        }
        ("POST", "clock/resume") => {
            clock.resume();
            Ok(time(clock))
        }
        ("GET", "outbox") => Ok(outbox::list(shared, request)),
        ("GET", "outbox/wait") => outbox::wait(shared, request).await,
        ("GET", "faults") => Ok(Reply::ok(&json!(faults.all()))),
        ("POST", "faults") => arm(faults, request),
        ("DELETE", "faults") => {
            faults.clear();
            done
        }
        ("GET", "latency") => Ok(latency(faults)),
        ("PUT", "latency") => {
            let Latency {
                method,
                path,
                milliseconds,
            } = read(request)?;
            let latency = Duration::from_millis(milliseconds);
            match path {
                Some(path) => drop(faults.on(&method, &path).latency(latency)),
                None => faults.set_latency(latency),
            }
            done
        }
        ("GET", "requests") => requests(journal, request),
        ("GET", "requests/counters") => Ok(Reply::ok(&json!(journal.counters()))),
        ("DELETE", "requests") => {
            journal.clear();
            done
        }
        ("POST", "keys/rotate") => {
            shared.service.keys.rotate();
            done
        }
        ("POST", "keys/retire") => {
            shared.service.keys.retire_old();
            done
        }
        ("GET", "users") => Ok(Reply::ok(&view::users(&shared.service.state.lock()))),
        ("GET", "sessions") => Ok(Reply::ok(&view::sessions(
            &shared.service.state.lock(),
            clock.now(),
        ))),
        ("GET", "settings") => Ok(Reply::ok(&json!(*shared.service.settings()))),
        ("PATCH", "settings") => change_settings(shared, request),
        ("POST", "reset") => {
            shared.reset();
            done
        }
        _ => Ok(misplaced(request, route)),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SetClock {
    #[serde(deserialize_with = "rfc3339")]
    now: DateTime<Utc>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    seconds: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Arm {
    #[serde(default = "any")]
    method: String,
    path: String,
    times: Option<u32>,
    #[serde(default)]
    always: bool,
    fault: Fault,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Latency {
    #[serde(default = "any")]
    method: String,
    path: Option<String>,
    milliseconds: u64,
}

fn any() -> String {
    "*".to_owned()
}

fn rfc3339<'de, D: serde::Deserializer<'de>>(from: D) -> Result<DateTime<Utc>, D::Error> {
    let text = String::deserialize(from)?;
    let time = DateTime::parse_from_rfc3339(&text).map_err(serde::de::Error::custom)?;
    Ok(time.with_timezone(&Utc))
}

/// The body, whatever its content type says.
fn read<T: DeserializeOwned>(request: &Request) -> Result<T, Refusal> {
    serde_json::from_slice(&request.body).map_err(|error| Refusal::bad_request(error.to_string()))
}

fn time(clock: &Clock) -> Reply {
    Reply::ok(&json!({ "now": timestamp(clock.now()), "frozen": clock.is_frozen() }))
}

fn arm(faults: &Faults, request: &Request) -> Result<Reply, Refusal> {
    let Arm {
        method,
        path,
        times,
        always,
        fault,
    } = read(request)?;
    let times = match (times, always) {
        (Some(_), true) => return Err(Refusal::bad_request("times and always exclude each other")),
        (times, false) => Some(times.unwrap_or(1)),
        (None, true) => None,
    };
    let id = faults.on(&method, &path).arm(fault, times);
    Ok(Reply::created(&json!({ "id": id })))
}

fn latency(faults: &Faults) -> Reply {
    let (all, routes) = faults.latencies();
    let routes: Vec<Value> = routes
        .iter()
        .map(|(pattern, latency)| {
            json!({ "method": pattern.method, "path": pattern.path, "milliseconds": milliseconds(*latency) })
        })
        .collect();
    Reply::ok(&json!({ "milliseconds": milliseconds(all), "routes": routes }))
}

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

fn requests(journal: &Journal, request: &Request) -> Result<Reply, Refusal> {
    let after = match request.query("after") {
        Some(text) => text
            .parse()
            .map_err(|_| Refusal::bad_request("after must be a number"))?,
        None => 0_u64,
    };
    let method = request.query("method").unwrap_or("*");
    let path = request.query("path").unwrap_or("/*");
    let mut found = journal.to(method, path);
    found.retain(|recorded| recorded.number > after);
    Ok(Reply::ok(&json!(found)))
}

fn change_settings(shared: &Shared, request: &Request) -> Result<Reply, Refusal> {
    let changes: serde_json::Map<String, Value> = read(request)?;
    let mut all = json!(*shared.service.settings());
    if let Some(members) = all.as_object_mut() {
        members.extend(changes);
    }
    let changed =
        serde_json::from_value(all).map_err(|error| Refusal::bad_request(error.to_string()))?;
    shared
        .service
        .change_settings(|settings| *settings = changed);
    Ok(Reply::ok(&json!(*shared.service.settings())))
}

/// 405 for a route with other methods, else 404.
fn misplaced(request: &Request, route: &str) -> Reply {
    let methods = match route {
        "clock" | "latency" => "GET, PUT",
        "faults" => "GET, POST, DELETE",
        "requests" => "GET, DELETE",
        "settings" => "GET, PATCH",
        "outbox" | "outbox/wait" | "requests/counters" | "users" | "sessions" => "GET",
        "clock/advance" | "clock/freeze" | "clock/resume" | "keys/rotate" | "keys/retire"
        | "reset" => "POST",
        _ => return Refusal::not_found(format!("no route {}", request.path)).into_reply(),
    };
    not_allowed(methods)
}
