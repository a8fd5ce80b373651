//! Webhooks and prehooks: whether a request came from Frontegg, and what it tells.
//!
//! ```
//! use frontegg_identity::webhook::{EventKey, HEADER, Verifier};
//!
//! # fn handle(secret: frontegg_identity::Secret, header: &[u8], body: &[u8]) -> Result<(), Box<dyn std::error::Error>> {
//! let hooks = Verifier::new(&secret)?; // once, when the program starts
//!
//! // `header` is the value of the header `x-webhook-secret` (`HEADER`), `body` what was sent, byte for byte.
//! let event = hooks.verify(header, body)?;
//! match event.key {
//!     EventKey::UserDeleted => println!("{:?} is gone", event.user_id()),
//!     EventKey::Unknown(name) => println!("an event that this version does not know: {name}"),
//!     _ => {}
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # What is signed, and what is not
//!
//! The header holds a JSON Web Token, signed (HS256) with the secret in the settings of the hook. In a recorded request its
//! claims are `iat` and `exp`, five minutes apart, and nothing else: **the body is not signed**. The token shows that somebody
//! who knows the secret made it a short time ago. Only TLS keeps the body as it was sent. So:
//!
//! - Take hooks over HTTPS only, and keep the header out of logs: until it runs out it vouches for any body.
//! - Before doing something that cannot be undone, ask the API whether it is so.
//! - Let an event that comes twice do no harm. Events have no id, and two of the same second have the same token.
//!
//! Frontegg's guides say that any answer of 2xx counts as taken and one of 4xx as failed. Others have seen that a failed event
//! is not sent again, and that a hook which fails five times in a row is switched off for a while: answer events that you do
//! not care for with 2xx as well.
//!
//! # What is not known
//!
//! Whether every environment and every version puts `exp` and `iat` into the token. It is a setting of the [`Verifier`] for
//! that reason: see [`allow_missing_expiry`](Verifier::allow_missing_expiry) and [`max_age`](Verifier::max_age).

mod error;
mod event;
mod key;
mod token;
mod verifier;

pub use error::WebhookError;
pub use event::{Event, EventContext, EventUser};
pub use key::EventKey;
pub use verifier::{HEADER, Verifier};
