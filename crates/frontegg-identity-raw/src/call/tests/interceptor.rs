//! Where an interceptor stands in a call.

use super::*;

#[derive(Default)]
struct Recorder {
    log: Mutex<Vec<String>>,
    refuse: bool,
    sends: usize,
}

impl Recorder {
    fn note(&self, text: impl Into<String>) {
        self.log.lock().unwrap().push(text.into());
    }

    fn log(&self) -> Vec<String> {
        self.log.lock().unwrap().clone()
    }
}

impl Interceptor for Recorder {
    fn before<'a>(
        &'a self,
        operation: &'a Operation,
        request: &'a mut Request,
    ) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            self.note(format!("before {operation}"));
            if self.refuse {
                return Err(Error::interceptor(
                    operation,
                    format!("no token: {SENTINEL}"),
                ));
            }
            request
                .headers_mut()
                .insert("authorization", "Bearer t".parse().unwrap());
            Ok(())
        })
    }

    fn around<'a>(
        &'a self,
        _operation: &'a Operation,
        request: Request,
        next: Next<'a>,
    ) -> BoxFuture<'a, Result<HttpResponse, Error>> {
        Box::pin(async move {
            self.note("around");
            for _ in 1..self.sends {
                next.send(request.try_clone().unwrap()).await?;
            }
            next.send(request).await
        })
    }

    fn after<'a>(
        &'a self,
        _operation: &'a Operation,
        outcome: &'a Result<HttpResponse, Error>,
    ) -> BoxFuture<'a, ()> {
        Box::pin(async move {
            self.note(match outcome {
                Ok(response) => format!("after {}", response.status().as_u16()),
                Err(error) => format!("after {:?}", error.kind()),
            });
        })
    }
}

fn recorded(server: &ServerGuard, recorder: Recorder) -> (Client, Arc<Recorder>) {
    let recorder = Arc::new(recorder);
    let client = Client::builder(&server.url())
        .interceptor(recorder.clone())
        .build()
        .unwrap();
    (client, recorder)
}

#[tokio::test]
async fn the_order_is_before_around_after() {
    let (server, mock) = answering(|mock| {
        mock.match_header("authorization", "Bearer t")
            .with_status(201)
    })
    .await;
    let (client, recorder) = recorded(&server, Recorder::default());
    assert!(client.call(&LIST).send_unit().await.is_ok());
    assert_eq!(
        recorder.log(),
        ["before list (GET /users)", "around", "after 201"]
    );
    mock.assert_async().await;
}

#[tokio::test]
async fn around_can_send_several_times() {
    let (server, mock) = answering(|mock| mock).await;
    let mock = mock.expect(3);
    let (client, _) = recorded(
        &server,
        Recorder {
            sends: 3,
            ..Recorder::default()
        },
    );
    assert!(client.call(&LIST).send_unit().await.is_ok());
    mock.assert_async().await;
}

#[tokio::test]
async fn a_refusal_in_before_sends_nothing_and_is_seen_by_after() {
    let (server, mock) = answering(|mock| mock).await;
    let mock = mock.expect(0);
    let (client, recorder) = recorded(
        &server,
        Recorder {
            refuse: true,
            ..Recorder::default()
        },
    );
    let error = client.call(&LIST).send_unit().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.operation()),
        (ErrorKind::Interceptor, Some(&LIST))
    );
    assert_eq!(
        error.to_string(),
        "an interceptor ended the call: list (GET /users); see the error's source()"
    );
    assert!(!format!("{error:?}").contains(SENTINEL));
    assert_eq!(
        error.into_source().unwrap().to_string(),
        format!("no token: {SENTINEL}")
    );
    assert_eq!(
        recorder.log(),
        ["before list (GET /users)", "after Interceptor"]
    );
    mock.assert_async().await;
}

#[tokio::test]
async fn after_sees_refusals_and_failures() {
    let (server, _mock) = answering(|mock| mock.with_status(500)).await;
    let (client, recorder) = recorded(&server, Recorder::default());
    assert_eq!(
        client.call(&LIST).send_unit().await.unwrap_err().kind(),
        ErrorKind::Status
    );
    assert_eq!(recorder.log().last().unwrap(), "after 500");
}

#[tokio::test]
async fn a_call_with_bad_arguments_reaches_no_interceptor() {
    let server = Server::new_async().await;
    let (client, recorder) = recorded(&server, Recorder::default());
    assert!(
        client
            .call(&VERIFY)
            .path("userId", "..")
            .send_unit()
            .await
            .is_err()
    );
    assert!(recorder.log().is_empty());
}

#[tokio::test]
async fn another_interceptor_leaves_the_first_client_alone() {
    let (server, mock) = answering(|mock| mock).await;
    let _mock = mock.expect(2);
    let (first, first_log) = recorded(&server, Recorder::default());
    let second_log = Arc::new(Recorder::default());
    let second = first.with_interceptor(second_log.clone());
    assert!(second.call(&LIST).send_unit().await.is_ok());
    assert_eq!((first_log.log().len(), second_log.log().len()), (0, 3));
    assert!(first.call(&LIST).send_unit().await.is_ok());
    assert_eq!((first_log.log().len(), second_log.log().len()), (3, 3));
}

#[tokio::test]
async fn every_call_goes_through_the_injected_http_client() {
    let (server, mock) = answering(|mock| {
        mock.match_header("x-mine", "1")
            .match_header("authorization", "Bearer t")
    })
    .await;
    let headers = HashMap::from([("x-mine".to_owned(), "1".to_owned())]);
    let http = reqwest::Client::builder()
        .default_headers((&headers).try_into().unwrap())
        .build()
        .unwrap();
    let client = Client::builder(&server.url())
        .http_client(http)
        .interceptor(Recorder::default())
        .build()
        .unwrap();
    assert!(client.call(&LIST).send_unit().await.is_ok());
    mock.assert_async().await;
}
