//! Ways to sign in, and what comes of them.

mod answer;
