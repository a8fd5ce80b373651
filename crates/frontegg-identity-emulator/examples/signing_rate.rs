//! RSA signatures a second on one thread, and nothing around them: what `cargo xtask bench-emulator` holds logins against.
//!
//! The argument is the time to take, in milliseconds.

use std::error::Error;
use std::hint::black_box;
use std::io::{self, Write};
use std::time::{Duration, Instant};

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::RSA_PKCS1_SHA256;

/// About as long as the part of a user's token that is signed.
const MESSAGE: [u8; 900] = [b'a'; 900];

fn main() -> Result<(), Box<dyn Error>> {
    let milliseconds = std::env::args().nth(1).unwrap_or_default().parse()?;
    let key = KeyPair::generate(KeySize::Rsa2048)?;
    let random = SystemRandom::new();
    let mut signature = vec![0; key.public_modulus_len()];
    let (start, time) = (Instant::now(), Duration::from_millis(milliseconds));
    let mut count = 0_u32;
    while start.elapsed() < time {
        key.sign(
            &RSA_PKCS1_SHA256,
            &random,
            black_box(&MESSAGE),
            &mut signature,
        )?;
        count += 1;
    }
    let rate = f64::from(count) / start.elapsed().as_secs_f64();
    writeln!(io::stdout(), "{rate:.1}")?;
    Ok(())
}
