//! The exact form of requests where the emulator cannot tell forms apart.

mod settings;
