use std::collections::HashMap;
use std::error::Error as StdError;
use std::sync::{Arc, Mutex};

use mockito::{Matcher, Mock, Server, ServerGuard};
use reqwest::{Method, Request, Response as HttpResponse, StatusCode};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{BoxFuture, Client, Error, ErrorKind, Interceptor, Next, Operation, Response, Secret};

const SENTINEL: &str = "S3NTINEL";

static VERIFY: Operation = Operation::new(
    "verify",
    Method::POST,
    "/users/{userId}/mfa/{deviceId}",
    "MFA",
);
static LIST: Operation = Operation::new("list", Method::GET, "/users", "Users");

#[derive(Deserialize, Debug)]
struct Answer {
    name: String,
    #[serde(rename = "accessToken")]
    access_token: Option<Secret>,
}

fn client(server: &ServerGuard) -> Client {
    Client::new(&server.url()).unwrap()
}

/// A server whose `GET /users` gives the answer that `shape` makes.
async fn answering(shape: impl FnOnce(Mock) -> Mock) -> (ServerGuard, Mock) {
    let mut server = Server::new_async().await;
    let mock = shape(server.mock("GET", "/users"))
        .expect(1)
        .create_async()
        .await;
    (server, mock)
}

async fn get(server: &ServerGuard) -> Result<Response<Answer>, Error> {
    client(server).call(&LIST).send().await
}

/// All that a program could print of an error, its causes included.
fn printed(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    let mut cause = error.source();
    while let Some(error) = cause {
        text += &format!(" {error} {error:?}");
        cause = error.source();
    }
    text
}

mod answer;
mod interceptor;
mod request;
