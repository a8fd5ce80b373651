//! A Redis of the soak's own.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;
use tokio::net::TcpStream;

/// How often a port is tried, and how often a server that starts is asked for.
const TRIES: u32 = 200;

/// A `redis-server` that ends with this.
pub(crate) struct Redis {
    process: Child,
    port: u16,
    _folder: TempDir,
}

impl Redis {
    pub(crate) async fn start() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let process = Command::new("redis-server")
            .args(["--bind", "127.0.0.1", "--port", &port.to_string()])
            .args(["--save", "", "--appendonly", "no", "--dir"])
            .arg(folder.path())
            .stdout(Stdio::null())
            .spawn()
            .context("redis-server does not start; is it installed? Or name a Redis with --url")?;
        let mut redis = Self {
            process,
            port,
            _folder: folder,
        };
        for _ in 0..TRIES {
            if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return Ok(redis);
            }
            if redis.process.try_wait()?.is_some() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        bail!("redis-server does not answer at port {port}")
    }

    pub(crate) fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }
}

impl Drop for Redis {
    fn drop(&mut self) {
        // It has ended by itself, or it ends now.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
