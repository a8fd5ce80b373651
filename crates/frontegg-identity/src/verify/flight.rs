//! Work that is done once for all who wait for it, in a task of its own.

use tokio::sync::watch;

/// What those hold who wait.
pub(super) struct Flight<T>(watch::Receiver<Option<T>>);

impl<T> Clone for Flight<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: Clone + Send + Sync + 'static> Flight<T> {
    /// Starts the work. It does not end with those who wait.
    pub(super) fn start(work: impl Future<Output = T> + Send + 'static) -> Self {
        let (say, hear) = watch::channel(None);
        tokio::spawn(async move {
            let result = work.await;
            // Nobody may be waiting.
            let _ = say.send(Some(result));
        });
        Self(hear)
    }

    /// Whether the task is gone without a result: it panicked, or its runtime was shut down.
    pub(super) fn is_lost(&self) -> bool {
        self.0.borrow().is_none() && self.0.has_changed().is_err()
    }

    /// The result; none if the task was lost.
    pub(super) async fn result(mut self) -> Option<T> {
        let result = self.0.wait_for(Option::is_some).await;
        result.ok()?.clone()
    }
}
