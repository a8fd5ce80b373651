//! The exact form of requests and answers, where the emulator cannot tell.

mod users;
