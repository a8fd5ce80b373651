//! One call, by the facade, by the typed client of its session, and by bare reqwest with serde_json.
//!
//! They take turns call by call, so that whatever else the machine does falls on all of them alike.

use std::error::Error;
use std::time::{Duration, Instant};

use facade_bench::{SESSIONS, Server, identity, median, row, sign_in};
use frontegg_identity::Session;
use frontegg_identity_raw::reqwest::header::{ACCEPT, AUTHORIZATION, HeaderValue, USER_AGENT};
use frontegg_identity_raw::{reqwest, types::GetActiveSessionsResponse as Entry};

const WARM_UP: usize = 500;
/// Another number can be given to the program, as for a profiler.
const CALLS: usize = 6000;

type Outcome<T> = Result<T, Box<dyn Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let server = Server::of_sessions()?;
    let session = sign_in(&identity(&server)?).await?;
    let bare = Bare::new(&server)?;
    let typed = session.raw();
    let mut times = [const { Vec::new() }; 3];
    let calls = match std::env::args().nth(1) {
        Some(calls) => calls.parse()?,
        None => CALLS,
    };
    for call in 0..WARM_UP + calls {
        // Each goes first as often as the others.
        for turn in 0..3 {
            let kind = (call + turn) % 3;
            let start = Instant::now();
            let listed = match kind {
                0 => bare.sessions(&session).await?.len(),
                1 => typed.list_my_sessions(None, None).await?.len(),
                _ => session.sessions().await?.len(),
            };
            let time = start.elapsed();
            if listed != facade_bench::LISTED {
                return Err("each should have read the whole list".into());
            }
            if call >= WARM_UP {
                times[kind].push(time.as_nanos() as f64 / 1000.0);
            }
        }
    }
    let [bare, typed, facade] = times.map(|mut times| median(&mut times));
    for (what, time) in [
        ("typed call of a session", typed),
        ("`Session::sessions`", facade),
    ] {
        row(
            &format!("{what}; bare reqwest and serde_json"),
            &format!("{time:.1} µs"),
            &format!("{bare:.1} µs"),
            &format!("{:.3}", time / bare),
            "at most 1.05",
        );
    }
    Ok(())
}

/// The same call by hand, with the headers and limits that ours has.
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
        let url = format!("{}{SESSIONS}", server.url);
        Ok(Self { http, url })
    }

    async fn sessions(&self, session: &Session) -> Outcome<Vec<Entry>> {
        let token = session.access_token().await?;
        let mut authorization = HeaderValue::from_str(token.authorization().expose())?;
        authorization.set_sensitive(true);
        let request = self
            .http
            .get(&self.url)
            .header(ACCEPT, "application/json")
            .header(USER_AGENT, "frontegg-identity/0.1.0")
            .header(AUTHORIZATION, authorization);
        let body = request.send().await?.error_for_status()?.bytes().await?;
        Ok(serde_json::from_slice(&body)?)
    }
}
