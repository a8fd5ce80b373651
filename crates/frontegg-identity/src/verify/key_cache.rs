//! The keys of an environment: fetched when they are needed, and anew before they are old.
//!
//! `decide` says what a token may cause whose key is not known. Everything else is one rule: what is there is served.

use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwapOption;
use chrono::TimeDelta;
use frontegg_identity_raw::reqwest::Method;
use frontegg_identity_raw::reqwest::header::{CACHE_CONTROL, HeaderMap};
use frontegg_identity_raw::{Operation, Response};
use parking_lot::Mutex;
use serde_json::Value;

use super::error::VerifyError;
use super::flight::Flight;
use super::key::Key;
use super::key_set::KeySet;
use crate::client::Identity;
use crate::clock::{Moment, Ticks};
use crate::error::{Called, Error, ErrorKind};
use crate::session::Deadline;

/// How long tokens whose key is not known cause no second fetch.
pub(super) const COOL_DOWN: Duration = Duration::from_secs(30);
/// The pause after a fetch that failed, while there are no keys at all.
const REST_WITHOUT_KEYS: Duration = Duration::from_secs(1);
/// Ends a fetch that the server leaves hanging.
const FETCH_LIMIT: Duration = Duration::from_secs(30);
/// The age of keys whose answer says none (`Cache-Control`).
const LIFE: Duration = Duration::from_secs(10 * 60);
/// What is believed of an answer that says one.
const SHORTEST_LIFE: Duration = Duration::from_secs(60);
const LONGEST_LIFE: Duration = Duration::from_secs(24 * 60 * 60);
const DOING: &str = "cannot fetch the keys of tokens";

static KEYS: Operation = Operation::new(
    "published_keys",
    Method::GET,
    "/.well-known/jwks.json",
    "Keys",
);

/// The keys of an environment.
pub(super) struct KeyCache {
    identity: Identity,
    cool_down: TimeDelta,
    accepts_missing_id: bool,
    /// Read without a lock.
    loaded: ArcSwapOption<Loaded>,
    work: Mutex<Work>,
}

/// The newest keys that were had.
pub(super) struct Loaded {
    set: KeySet,
    /// Another number for each set that is not the same as the one before.
    edition: u64,
    /// From here on they are fetched anew, and serve until that has come to something.
    refresh_from: Deadline,
}

/// What is being done about the next keys.
#[derive(Default)]
struct Work {
    fetch: Option<Flight<Result<(), Error>>>,
    /// The last fetch failed; until then there is no other.
    rest: Option<(Deadline, Error)>,
    /// Until then a key that is not known causes no fetch.
    unknown_from: Option<Deadline>,
}

/// What becomes of a token whose key is not known.
enum Step {
    Join(Flight<Result<(), Error>>),
    Fetch,
    Refuse(VerifyError),
}

impl KeyCache {
    pub(super) fn new(identity: Identity, cool_down: Duration, accepts_missing_id: bool) -> Self {
        Self {
            identity,
            cool_down: span(cool_down),
            accepts_missing_id,
            loaded: ArcSwapOption::empty(),
            work: Mutex::default(),
        }
    }

    /// The key of a token, by the name that the token gives it, and the edition of the set that it is in.
    pub(super) async fn find(
        self: &Arc<Self>,
        name: Option<&str>,
    ) -> Result<(Arc<Key>, u64), VerifyError> {
        let loaded = self.load().await?;
        self.refresh_if_old(&loaded, self.identity.transport().clock.ticks());
        match (name, self.pick(&loaded, name)) {
            (Some(_), Err(VerifyError::UnknownKey)) => {
                let loaded = self.newer_than(&loaded).await?;
                self.pick(&loaded, name)
            }
            (_, found) => found,
        }
    }

    /// The keys, which are waited for if there are none.
    pub(super) async fn load(self: &Arc<Self>) -> Result<Arc<Loaded>, VerifyError> {
        if let Some(loaded) = self.loaded.load_full() {
            return Ok(loaded);
        }
        let fetch = {
            let now = self.now();
            let mut work = self.work.lock();
            match (work.fetch(), work.rest(now)) {
                (Some(fetch), _) => fetch,
                (None, Some(cause)) => return Err(VerifyError::KeysUnavailable(cause)),
                (None, None) => self.start(&mut work),
            }
        };
        self.landed(fetch).await
    }

    /// The number of the keys that there are. Has them fetched anew if they are old.
    pub(super) fn edition(self: &Arc<Self>, now: Ticks) -> Option<u64> {
        let loaded = self.loaded.load();
        let loaded = loaded.as_deref()?;
        self.refresh_if_old(loaded, now);
        Some(loaded.edition)
    }

    fn pick(&self, loaded: &Loaded, name: Option<&str>) -> Result<(Arc<Key>, u64), VerifyError> {
        let key = match name {
            Some(name) => loaded.set.named(name)?,
            None if self.accepts_missing_id => loaded.set.only()?,
            None => return Err(VerifyError::MissingKeyId),
        };
        Ok((key, loaded.edition))
    }

    fn refresh_if_old(self: &Arc<Self>, loaded: &Loaded, now: Ticks) {
        if !loaded.refresh_from.has_come(now) {
            return;
        }
        let now = now.into();
        let mut work = self.work.lock();
        if work.fetch().is_none() && work.rest(now).is_none() {
            self.start(&mut work);
        }
    }

    /// The keys after those in which one was not found.
    async fn newer_than(self: &Arc<Self>, seen: &Loaded) -> Result<Arc<Loaded>, VerifyError> {
        let fetch = {
            let now = self.now();
            let mut work = self.work.lock();
            // Under the lock, for a fetch that ended meanwhile has said so there.
            if let Some(loaded) = self.loaded.load_full()
                && loaded.edition != seen.edition
            {
                return Ok(loaded);
            }
            match work.decide(now) {
                Step::Join(fetch) => fetch,
                Step::Refuse(error) => return Err(error),
                Step::Fetch => {
                    work.unknown_from = Some(Deadline::after(now, self.cool_down));
                    self.start(&mut work)
                }
            }
        };
        self.landed(fetch).await
    }

    /// What is there when a fetch has ended.
    async fn landed(&self, fetch: Flight<Result<(), Error>>) -> Result<Arc<Loaded>, VerifyError> {
        let lost = || Err(Error::new(ErrorKind::Network, DOING));
        let outcome = fetch.result().await.unwrap_or_else(lost);
        outcome.map_err(VerifyError::KeysUnavailable)?;
        let lost = || VerifyError::KeysUnavailable(Error::new(ErrorKind::Network, DOING));
        self.loaded.load_full().ok_or_else(lost)
    }

    fn start(self: &Arc<Self>, work: &mut Work) -> Flight<Result<(), Error>> {
        let cache = Arc::clone(self);
        let fetch = Flight::start(async move {
            let outcome = tokio::time::timeout(FETCH_LIMIT, cache.fetch()).await;
            cache.settle(outcome.unwrap_or_else(|_| Err(Error::new(ErrorKind::Deadline, DOING))))
        });
        work.fetch = Some(fetch.clone());
        fetch
    }

    async fn fetch(&self) -> Result<(KeySet, Duration), Error> {
        let outcome = self.identity.root().call(&KEYS).send().await;
        let answer: Response<Value> = self.identity.answer(DOING, &KEYS, outcome)?;
        let set = KeySet::read(&answer);
        let useless = || Error::answered(DOING, Called::answer(&KEYS, &answer));
        Ok((set.ok_or_else(useless)?, life(answer.headers())))
    }

    /// Takes what a fetch has brought. Nothing that failed takes a key away.
    fn settle(&self, outcome: Result<(KeySet, Duration), Error>) -> Result<(), Error> {
        let now = self.now();
        let mut work = self.work.lock();
        work.fetch = None;
        let before = self.loaded.load();
        match outcome {
            Ok((set, life)) => {
                let edition = match before.as_deref() {
                    Some(before) if before.set.is_same(&set) => before.edition,
                    before => before.map_or(0, |before| before.edition + 1),
                };
                let refresh_from = Deadline::after(now, span(life) / 5 * 4);
                self.loaded.store(Some(Arc::new(Loaded {
                    set,
                    edition,
                    refresh_from,
                })));
                work.rest = None;
                Ok(())
            }
            Err(error) => {
                let rest = match before.is_some() {
                    true => self.cool_down,
                    false => span(REST_WITHOUT_KEYS),
                };
                let rest = rest.max(span(error.retry_after().unwrap_or_default()));
                work.rest = Some((Deadline::after(now, rest), error.clone()));
                Err(error)
            }
        }
    }

    fn now(&self) -> Moment {
        self.identity.transport().clock.now()
    }
}

impl Work {
    /// The fetch that is on its way.
    fn fetch(&self) -> Option<Flight<Result<(), Error>>> {
        self.fetch.clone().filter(|fetch| !fetch.is_lost())
    }

    /// Why there is no fetch at this time.
    fn rest(&self, now: Moment) -> Option<Error> {
        let (until, cause) = self.rest.as_ref()?;
        (!until.has_come(now)).then(|| cause.clone())
    }

    /// What becomes of a token whose key is not known at this time.
    fn decide(&self, now: Moment) -> Step {
        let cools = |until: Deadline| !until.has_come(now);
        match (self.fetch(), self.rest(now)) {
            (Some(fetch), _) => Step::Join(fetch),
            (None, Some(cause)) => Step::Refuse(VerifyError::KeysUnavailable(cause)),
            (None, None) if self.unknown_from.is_some_and(cools) => {
                Step::Refuse(VerifyError::UnknownKey)
            }
            (None, None) => Step::Fetch,
        }
    }
}

/// How long the keys of an answer are young (RFC 9111, section 5.2.2.1).
fn life(headers: &HeaderMap) -> Duration {
    let said = headers.get_all(CACHE_CONTROL).iter();
    let said = said.filter_map(|value| value.to_str().ok());
    let mut said = said.flat_map(|value| value.split(',')).map(str::trim);
    let seconds = said.find_map(|directive| {
        let (name, value) = directive.split_once('=')?;
        let is_age = name.eq_ignore_ascii_case("max-age");
        is_age.then(|| value.trim_matches('"').parse().ok())?
    });
    seconds.map_or(LIFE, |seconds| {
        Duration::from_secs(seconds).clamp(SHORTEST_LIFE, LONGEST_LIFE)
    })
}

fn span(span: Duration) -> TimeDelta {
    TimeDelta::from_std(span).unwrap_or(TimeDelta::MAX)
}

#[cfg(test)]
mod tests {
    use frontegg_identity_raw::reqwest::header::HeaderValue;

    use super::*;

    #[test]
    fn the_age_of_keys_is_the_answers_within_bounds() {
        for (said, seconds) in [
            ("max-age=3600", 3600),
            ("public, max-age=120", 120),
            ("public,MAX-AGE=\"120\"", 120),
            ("max-age=0", 60),
            ("max-age=59, must-revalidate", 60),
            ("max-age=31536000", 86_400),
            ("s-maxage=3600", 600),
            ("no-store", 600),
            ("max-age=soon", 600),
            ("max-age=-1", 600),
            ("max-age=99999999999999999999999", 600),
            ("", 600),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(CACHE_CONTROL, HeaderValue::from_static(said));
            assert_eq!(life(&headers), Duration::from_secs(seconds), "{said}");
        }
        assert_eq!(life(&HeaderMap::new()), LIFE);
    }
}
