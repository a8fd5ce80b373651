//! What several tests need: the workspace, the pipeline on altered descriptions, a client that goes nowhere.

use std::path::PathBuf;
use std::sync::OnceLock;

use frontegg_identity_raw::reqwest::{Request, Response, StatusCode};
use frontegg_identity_raw::{BoxFuture, Client, Error, Interceptor, Next, Operation};
use serde_json::Value;
use xtask::codegen::load::Source;
use xtask::codegen::write::Output;
use xtask::codegen::{self, Inputs, Report};

/// The workspace's root.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The generator's inputs as they are checked in.
pub(crate) fn inputs() -> Inputs {
    Inputs::read(&root(), None).unwrap()
}

/// The inputs with a description that `change` has altered.
pub(crate) fn altered(change: impl FnOnce(&mut Value)) -> Inputs {
    let mut inputs = inputs();
    let mut document = inputs.spec.parse().unwrap();
    change(&mut document);
    inputs.spec = Source::from_text("altered.json", document.to_string());
    inputs
}

/// Runs the pipeline without writing.
pub(crate) fn generate(inputs: &Inputs) -> (Output, Report) {
    codegen::generate_all(inputs, &mut |_, _, _| {}).unwrap()
}

/// What the pipeline makes of the checked-in inputs; made once for all tests.
pub(crate) fn generated_once() -> &'static (Output, Report) {
    static ONCE: OnceLock<(Output, Report)> = OnceLock::new();
    ONCE.get_or_init(|| generate(&inputs()))
}

/// The generated files of the raw crate, by path below `src/generated`.
pub(crate) fn generated(output: &Output) -> std::collections::BTreeMap<String, String> {
    const FOLDER: &str = "crates/frontegg-identity-raw/src/generated/";
    let files = output
        .files
        .iter()
        .filter_map(|(path, text)| Some((path.strip_prefix(FOLDER)?.to_owned(), text.clone())));
    files.collect()
}

/// A client whose every call is answered with `status` and `body`, without a network.
pub(crate) fn answering(status: StatusCode, body: &[u8]) -> Client {
    let answer = Canned {
        status,
        body: body.to_vec(),
    };
    // Setting an HTTP client up reads the certificates of the system; thousands of answers need none.
    static HTTP: OnceLock<frontegg_identity_raw::reqwest::Client> = OnceLock::new();
    let http = HTTP.get_or_init(frontegg_identity_raw::reqwest::Client::new);
    Client::builder("http://127.0.0.1:1")
        .http_client(http.clone())
        .interceptor(answer)
        .build()
        .unwrap()
}

struct Canned {
    status: StatusCode,
    body: Vec<u8>,
}

impl Interceptor for Canned {
    fn around<'a>(
        &'a self,
        _operation: &'a Operation,
        _request: Request,
        _next: Next<'a>,
    ) -> BoxFuture<'a, Result<Response, Error>> {
        let mut answer = http::Response::new(self.body.clone());
        *answer.status_mut() = self.status;
        Box::pin(async move { Ok(Response::from(answer)) })
    }
}

/// All that a program could print of an error, its causes included.
pub(crate) fn printed(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        text += &format!(" {error} {error:?}");
        cause = error.source();
    }
    text
}
