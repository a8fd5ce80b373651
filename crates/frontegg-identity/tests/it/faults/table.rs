//! What goes wrong, and what is right then.

use chrono::TimeDelta;
use frontegg_identity_emulator::{CutPoint, Fault, RetryHint};

use super::network::Network;

/// What goes wrong.
pub(super) enum Trouble {
    /// The server's answer to every renewal.
    Answer(Fault),
    /// The server's answer to the next renewal.
    Once(Fault),
    /// What is in the way to the server.
    Network(Network),
    /// The server forgets the session.
    Revoked,
    /// Another process renews the session, and the store has its tokens only when we have been refused.
    Stale,
    /// The server asks for a second factor from now on.
    MfaDemanded,
    /// The user is no longer in the tenant that is asked for.
    TenantGone,
    /// The wall clock is set forward, or back.
    ClockSet(TimeDelta),
    /// The steady clock stands still for as long as the moment before took.
    Suspended,
}

/// One row: what goes wrong, and what a caller gets of it at each moment.
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) trouble: Trouble,
    /// Whether the server takes a refresh token once more that it has just replaced.
    pub(super) forgives: bool,
    /// At the moments of `MOMENTS`. `new`: a new token. A kind of error: that error. `out`: signed out. At the soft deadline
    /// callers have the old token in each case, and this is what comes of the renewal beside it.
    pub(super) right: [&'static str; 6],
    /// Whether the session is there afterwards.
    pub(super) is_alive: bool,
}

pub(super) const MOMENTS: [&str; 6] = ["soft", "hard", "expired", "start", "logout", "switch"];

fn row(name: &'static str, trouble: Trouble, right: [&'static str; 6]) -> Row {
    Row {
        name,
        trouble,
        forgives: false,
        right,
        is_alive: true,
    }
}

/// The same at every moment, but for a logout.
fn each(name: &'static str, trouble: Trouble, right: &'static str) -> Row {
    row(name, trouble, [right, right, right, right, "out", right])
}

fn forgiven(row: Row) -> Row {
    Row {
        forgives: true,
        ..row
    }
}

fn over(row: Row) -> Row {
    Row {
        is_alive: false,
        ..row
    }
}

/// All rows. Only two words end a session: the server's real refusal, and a rotated token that was lost for good.
pub(super) fn rows() -> Vec<Row> {
    use Trouble::{Answer, Network as Net, Once};
    let limited = |hint| Answer(Fault::TooManyRequests(hint));
    let (soon, past) = (TimeDelta::seconds(3), TimeDelta::seconds(-60));
    let cut = |at| Once(Fault::Cut(at));
    vec![
        forgiven(each("lost reply, forgiven", Once(Fault::LostReply), "new")),
        over(each("lost reply", Once(Fault::LostReply), "RotationLost")),
        forgiven(each(
            "cut in the headers, forgiven",
            cut(CutPoint::InHeaders),
            "new",
        )),
        over(each(
            "cut in the headers",
            cut(CutPoint::InHeaders),
            "RotationLost",
        )),
        each("cut after the headers", cut(CutPoint::AfterHeaders), "new"),
        each("cut in the body", cut(CutPoint::MidBody), "new"),
        each("reset, once", cut(CutPoint::BeforeHeaders), "new"),
        each(
            "reset",
            Answer(Fault::Cut(CutPoint::BeforeHeaders)),
            "Network",
        ),
        each(
            "slow",
            Answer(Fault::Delay(std::time::Duration::from_millis(5))),
            "new",
        ),
        each("408", Answer(Fault::status(408)), "Busy"),
        each("429 with reset", limited(RetryHint::ResetIn(soon)), "Busy"),
        each(
            "429 with a reset that is over",
            limited(RetryHint::ResetIn(past)),
            "Busy",
        ),
        each(
            "429 with seconds",
            limited(RetryHint::RetryAfter(3)),
            "Busy",
        ),
        each(
            "429 with a date",
            limited(RetryHint::RetryAfterDate(soon)),
            "Busy",
        ),
        each("429 with nothing", limited(RetryHint::None), "Busy"),
        each("400", Answer(Fault::status(400)), "Rejected"),
        each("500", Answer(Fault::status(500)), "Server"),
        each(
            "502 with a page",
            Answer(Fault::Status {
                status: 502,
                body: frontegg_identity_emulator::ErrorBody::Html,
            }),
            "Server",
        ),
        each("503", Answer(Fault::status(503)), "Server"),
        each("504", Answer(Fault::status(504)), "Server"),
        each("a firewall's 403", Answer(Fault::Waf), "Unreadable"),
        each("a proxy's page", Answer(Fault::HtmlPage), "Unreadable"),
        each("garbage JSON", Once(Fault::TruncatedJson), "new"),
        each("empty 200", Once(Fault::EmptyBody), "new"),
        each("201 for 200", Answer(Fault::OtherStatus(201)), "new"),
        over(each("401, real", Trouble::Revoked, "SessionEnded")),
        each("401, stale", Trouble::Stale, "new"),
        each("no name found", Net(Network::NoName), "Unreachable"),
        each("connection refused", Net(Network::Refused), "Unreachable"),
        each("TLS fails", Net(Network::TlsFails), "Unreachable"),
        each(
            "clock set forward",
            Trouble::ClockSet(TimeDelta::hours(5)),
            "new",
        ),
        each(
            "clock set back",
            Trouble::ClockSet(TimeDelta::hours(-5)),
            "new",
        ),
        each("suspend", Trouble::Suspended, "new"),
        each(
            "second factor demanded",
            Trouble::MfaDemanded,
            "MfaRequired",
        ),
        each("tenant gone", Trouble::TenantGone, "Forbidden"),
    ]
}
