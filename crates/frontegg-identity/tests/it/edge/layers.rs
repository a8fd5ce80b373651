//! The layers as services: what they ask of the one below.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::task::{Context, Poll, Waker};

use axum::http::{Request, Response};
use frontegg_identity::verify::tower::{Authenticate, RequireRole};
use tower_layer::Layer;
use tower_service::Service;

use crate::world::World;

/// Counts on being asked whether it is ready before each call, as it may.
#[derive(Default)]
struct Strict {
    is_ready: bool,
}

impl Clone for Strict {
    /// A copy has to become ready by itself.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Service<Request<()>> for Strict {
    type Response = Response<String>;
    type Error = Infallible;
    type Future = Ready<Result<Response<String>, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.is_ready = true;
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Request<()>) -> Self::Future {
        assert!(self.is_ready, "called before it was ready");
        self.is_ready = false;
        ready(Ok(Response::new("done".to_owned())))
    }
}

#[tokio::test]
async fn the_service_that_was_ready_is_the_one_that_is_called() {
    let world = World::new().await;
    let header = world.ada().await.authorization().await.unwrap();
    let verifier = world.identity.token_verifier().build().unwrap();
    let mut service =
        Authenticate::new(verifier).layer(RequireRole::new("Admin").layer(Strict::default()));
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..2 {
        assert!(service.poll_ready(&mut context).is_ready());
        let request = Request::get("/").header("authorization", header.expose());
        let response = service.call(request.body(()).unwrap()).await.unwrap();
        assert_eq!(response.body(), "done");
    }
}
