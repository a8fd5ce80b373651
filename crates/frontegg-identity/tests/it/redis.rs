//! Sessions in a real Redis.
