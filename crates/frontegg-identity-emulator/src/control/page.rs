//! The page for people: one document, no script, everything escaped.

use std::fmt::{self, Write};

use bytes::Bytes;
use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use serde_json::Value;

use super::view;
use crate::faults::Armed;
use crate::http::{Reply, timestamp};
use crate::shared::Shared;

/// Rows of a table; the newest are shown.
const MOST_ROWS: usize = 100;

const STYLE: &str = "
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
h1 { font-size: 1.4rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #8884; padding: .3rem .8rem .3rem 0; text-align: left; vertical-align: top; }
th { font-weight: 600; } td { overflow-wrap: anywhere; }
code { font: 13px ui-monospace, monospace; } .quiet { opacity: .7; }
";

pub(super) fn page(shared: &Shared) -> Reply {
    let mut html = String::new();
    // Writing to a string does not fail.
    let _ = write_page(&mut html, shared);
    let mut reply = Reply::empty(StatusCode::OK)
        .with_header(CONTENT_TYPE, "text/html; charset=utf-8")
        .with_header(CACHE_CONTROL, "no-store")
        .with_header(
            CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'",
        );
    reply.body = Bytes::from(html);
    reply
}

fn write_page(html: &mut String, shared: &Shared) -> fmt::Result {
    let settings = shared.service.settings();
    let now = shared.service.clock.now();
    let (users, sessions, sent) = {
        let state = shared.service.state.lock();
        let mut sent: Vec<_> = state
            .outbox
            .mails()
            .chain(state.outbox.messages())
            .collect();
        sent.sort_by_key(|sent| sent.at);
        let sent: Vec<Value> = sent
            .into_iter()
            .rev()
            .take(MOST_ROWS)
            .map(view::sent)
            .collect();
        (
            view::users(&state),
            view::sessions(&state, now),
            Value::Array(sent),
        )
    };
    write!(
        html,
        "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Frontegg emulator</title>\
         <meta name=viewport content=\"width=device-width\"><style>{STYLE}</style></head><body>\
         <h1>Frontegg identity emulator</h1><p class=quiet>{}{} · client id <code>{}</code> · \
         <a href=/_emulator>Refresh</a></p>",
        timestamp(now),
        if shared.service.clock.is_frozen() {
            ", standing still"
        } else {
            ""
        },
        Escaped(&settings.client_id),
    )?;
    section(
        html,
        "Users",
        &["User", "Name", "Tenants and roles", "State", "Id"],
        &rows(&users, user_row),
    )?;
    section(
        html,
        "Sessions",
        &["User", "Tenant", "Signed in by", "Since", "Until"],
        &rows(&sessions, session_row),
    )?;
    section(
        html,
        "Codes and links sent",
        &["When", "To", "What", "Code", "Link or token"],
        &rows(&sent, sent_row),
    )?;
    let requests: Vec<Vec<String>> = shared
        .journal
        .newest(MOST_ROWS)
        .iter()
        .map(|recorded| vec![recorded.to_string(), recorded.body_text()])
        .collect();
    section(html, "Requests", &["Request", "Body"], &requests)?;
    let armed: Vec<Vec<String>> = shared
        .faults
        .armed()
        .iter()
        .rev()
        .take(MOST_ROWS)
        .map(fault_row)
        .collect();
    section(
        html,
        "Faults armed",
        &["Method", "Path", "Fault", "Left", "Struck"],
        &armed,
    )?;
    html.write_str("</body></html>")
}

fn section(html: &mut String, title: &str, heads: &[&str], rows: &[Vec<String>]) -> fmt::Result {
    write!(html, "<h2>{title}</h2>")?;
    if rows.is_empty() {
        return html.write_str("<p class=quiet>None.</p>");
    }
    html.write_str("<table><thead><tr>")?;
    for head in heads {
        write!(html, "<th>{head}</th>")?;
    }
    html.write_str("</tr></thead><tbody>")?;
    for row in rows {
        html.write_str("<tr>")?;
        for cell in row {
            write!(html, "<td>{}</td>", Escaped(cell))?;
        }
        html.write_str("</tr>")?;
    }
    html.write_str("</tbody></table>")
}

/// The newest rows first.
fn rows(items: &Value, row: impl Fn(&Value) -> Vec<String>) -> Vec<Vec<String>> {
    items
        .as_array()
        .into_iter()
        .flatten()
        .rev()
        .take(MOST_ROWS)
        .map(row)
        .collect()
}

fn user_row(user: &Value) -> Vec<String> {
    let tenants = user["tenants"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|tenant| {
            let roles: Vec<&str> = tenant["roles"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .collect();
            let name = tenant["name"]
                .as_str()
                .or_else(|| tenant["id"].as_str())
                .unwrap_or_default();
            if roles.is_empty() {
                name.to_owned()
            } else {
                format!("{name}: {}", roles.join(", "))
            }
        });
    let mut state = Vec::new();
    if user["verified"] == false {
        state.push("not verified");
    }
    if user["locked"] == true {
        state.push("locked");
    }
    if user["mfaEnrolled"] == true {
        state.push("second factor");
    } else if user["mustEnrolMfa"] == true {
        state.push("has to set up a second factor");
    }
    let tenants = tenants.collect::<Vec<_>>().join("; ");
    vec![
        text(user, "label"),
        text(user, "name"),
        tenants,
        state.join(", "),
        text(user, "id"),
    ]
}

fn session_row(session: &Value) -> Vec<String> {
    let methods: Vec<&str> = session["methods"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let at = |name| text(session, name);
    vec![
        at("user"),
        at("tenantId"),
        methods.join(", "),
        at("createdAt"),
        at("expiresAt"),
    ]
}

fn sent_row(sent: &Value) -> Vec<String> {
    let link = if sent["link"].is_string() {
        "link"
    } else {
        "token"
    };
    vec![
        text(sent, "at"),
        text(sent, "to"),
        text(sent, "kind"),
        text(sent, "code"),
        text(sent, link),
    ]
}

fn fault_row(armed: &Armed) -> Vec<String> {
    let fault = serde_json::to_string(&armed.fault).unwrap_or_default();
    let left = armed
        .left
        .map_or_else(|| "always".to_owned(), |left| left.to_string());
    vec![
        armed.method.clone(),
        armed.path.clone(),
        fault,
        left,
        armed.struck.to_string(),
    ]
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}

/// Text that stands for itself in HTML, in attributes too.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}
