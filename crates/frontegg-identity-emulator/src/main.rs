//! The emulator as a program: demo users, URLs, credentials and calls to try, then one line a request.

use std::error::Error;
use std::io::{self, Write};
use std::net::{IpAddr, Ipv4Addr};
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use frontegg_identity_emulator::{Builder, Emulator, NewUser};

/// Frontegg's identity service on your own machine: stateful, offline, and faulty on command.
#[derive(Debug, Parser)]
#[command(name = "frontegg-identity-emulator")]
struct Arguments {
    /// Port of the environment's own domain; 0 for a free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Port that stands for api.<region>.frontegg.com; 0 for a free one.
    #[arg(long, default_value_t = 0)]
    api_port: u16,
    /// Address to listen at. Whoever can reach it can read and change everything.
    #[arg(long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,
    /// Milliseconds that every reply takes.
    #[arg(long, default_value_t = 0)]
    latency: u64,
    /// Threads that answer requests; as many as there are processors by default.
    #[arg(long)]
    threads: Option<usize>,
    /// Start without demo users.
    #[arg(long)]
    empty: bool,
    /// Print no line for each request.
    #[arg(long)]
    quiet: bool,
}

/// A user to try the service with.
struct Demo {
    /// The same at each start and after a reset, for scripts to name.
    id: &'static str,
    email: &'static str,
    password: &'static str,
    what: &'static str,
    /// Shared secret of the user's authenticator app.
    secret: Option<&'static str>,
}

const DEMO_TENANT: &str = "3f2c8f0e-5a71-4d0b-9c39-b7e1f6a2d584";

const DEMOS: [Demo; 3] = [
    Demo {
        id: "8f2d41c7-5b90-4e36-a1d8-03c7e95b62f4",
        email: "ada@example.com",
        password: "Analytical-Engine-1",
        what: "signs in with the password alone",
        secret: None,
    },
    Demo {
        id: "c64e07b9-2f18-4ad3-9b75-d80a13f6e29c",
        email: "alan@example.com",
        password: "Universal-Machine-3",
        what: "has an authenticator app with secret ",
        secret: Some("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"),
    },
    Demo {
        id: "1a95d3e8-74c6-4b0f-8e21-6bf40c97d5a3",
        email: "grace@example.com",
        password: "Nanoseconds-2",
        what: "has to set up a second factor first",
        secret: None,
    },
];

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to be done if standard error is closed.
            let _ = writeln!(
                io::stderr(),
                "frontegg-identity-emulator: {}",
                chain(error.as_ref())
            );
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let emulator = builder(arguments).start_blocking()?;
    write_greeting(&mut io::stdout(), &emulator, arguments.empty)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        tokio::select! {
            stopped = tokio::signal::ctrl_c() => stopped,
            written = write_requests(&emulator), if !arguments.quiet => written,
        }
    })?;
    Ok(())
}

fn builder(arguments: &Arguments) -> Builder {
    let threads = arguments
        .threads
        .or_else(|| std::thread::available_parallelism().ok().map(usize::from));
    let builder = Emulator::builder()
        .host(arguments.host)
        .port(arguments.port)
        .api_port(arguments.api_port)
        .latency(Duration::from_millis(arguments.latency))
        .threads(threads.unwrap_or(1));
    if arguments.empty {
        return builder;
    }
    let [ada, alan, grace] = DEMOS.map(|demo| {
        let user = NewUser::new(demo.email)
            .id(demo.id)
            .password(demo.password)
            .tenant(DEMO_TENANT, &["Admin"]);
        demo.secret.into_iter().fold(user, NewUser::authenticator)
    });
    builder.user(ada).user(alan).user(grace.must_enrol_mfa())
}

fn write_greeting(to: &mut impl Write, emulator: &Emulator, empty: bool) -> io::Result<()> {
    let (base, api) = (emulator.base_url(), emulator.api_url());
    let (id, secret) = (emulator.client_id(), emulator.secret());
    writeln!(to, "Frontegg identity emulator\n")?;
    writeln!(
        to,
        "  environment    {base}  (and {})",
        emulator.frontegg_url()
    )?;
    writeln!(to, "  regional API   {api}")?;
    writeln!(to, "  page           {}", emulator.page_url())?;
    writeln!(to, "  client id      {id}")?;
    writeln!(to, "  secret         {secret}\n")?;
    if !empty {
        for demo in &DEMOS {
            let secret = demo.secret.unwrap_or_default();
            writeln!(
                to,
                "  {:<18} {:<20} {}{secret}",
                demo.email, demo.password, demo.what
            )?;
        }
        writeln!(to)?;
    }
    writeln!(to, "Try:\n")?;
    if empty {
        writeln!(to, "  curl {base}/.well-known/jwks.json")?;
    } else {
        let [ada, ..] = &DEMOS;
        writeln!(
            to,
            "  curl {base}/identity/resources/auth/v1/user -H 'content-type: application/json' \
             -d '{{\"email\":\"{}\",\"password\":\"{}\"}}'",
            ada.email, ada.password
        )?;
    }
    writeln!(
        to,
        "  curl {api}/auth/vendor -H 'content-type: application/json' \
         -d '{{\"clientId\":\"{id}\",\"secret\":\"{secret}\"}}'"
    )?;
    writeln!(to, "  curl {base}/_emulator/api/users\n")?;
    to.flush()
}

/// Ends only when a line cannot be written.
async fn write_requests(emulator: &Emulator) -> io::Result<()> {
    let mut last = 0;
    loop {
        let new = emulator.requests().next_after(last).await;
        let mut out = io::stdout().lock();
        for recorded in new {
            last = recorded.number;
            writeln!(out, "{recorded}")?;
        }
        out.flush()?;
    }
}

/// A message with its causes.
fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}
