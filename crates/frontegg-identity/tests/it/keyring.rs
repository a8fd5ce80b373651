//! Sessions in the secret store of the system.
