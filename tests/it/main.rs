//! One program for all tests.
