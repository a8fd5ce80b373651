//! How entities look on the wire.

pub(crate) mod group;
pub(crate) mod page;
pub(crate) mod role;
pub(crate) mod tenant;
pub(crate) mod user;
