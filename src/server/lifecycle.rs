//! Sees `shutdown` and `exit` go by, so that the process ends promptly and with the right status
//! even while the client keeps the input open.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use tokio::sync::Notify;
use tower_lsp::jsonrpc::{Request, Response};
use tower_service::Service;

use super::frames;

/// How long an exit waits at most for answers that are under way.
const LAST_ANSWERS: Duration = Duration::from_millis(200);

#[derive(Default)]
struct Signals {
    shut_down: AtomicBool,
    exit: AtomicBool,
    exit_seen: Notify,
    under_way: AtomicUsize,
    initialising: AtomicBool,
    waiting: Mutex<Option<Waker>>,
}

impl Signals {
    /// Lets the message behind `initialize` through.
    fn initialised(&self) {
        self.initialising.store(false, Ordering::SeqCst);
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(waker) = waiting {
            waker.wake();
        }
    }
}

/// The service with an eye on its life.
pub(super) struct Lifecycle<S> {
    inner: S,
    signals: Arc<Signals>,
}

/// Tells when the client wants the server to end, and whether it did so in order.
pub(super) struct Stop {
    signals: Arc<Signals>,
}

impl<S> Lifecycle<S> {
    pub(super) fn around(inner: S) -> (Self, Stop) {
        let signals = Arc::new(Signals::default());
        (Self { inner, signals: Arc::clone(&signals) }, Stop { signals })
    }
}

impl Stop {
    /// Returns once the client said `exit` and the answers under way had their chance.
    pub(super) async fn exit_asked(&self) {
        while !self.signals.exit.load(Ordering::SeqCst) {
            self.signals.exit_seen.notified().await;
        }
        let _ = tokio::time::timeout(LAST_ANSWERS, self.drained()).await;
    }

    async fn drained(&self) {
        while self.signals.under_way.load(Ordering::SeqCst) > 0 {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        // The last answer is still on its way through the writer.
        tokio::time::sleep(Duration::from_millis(5)).await;
    }

    pub(super) fn was_shut_down(&self) -> bool {
        self.signals.shut_down.load(Ordering::SeqCst)
    }
}

/// Counts a request for as long as it lives, however it ends.
struct UnderWay(Arc<Signals>);

impl UnderWay {
    fn new(signals: &Arc<Signals>) -> Self {
        signals.under_way.fetch_add(1, Ordering::SeqCst);
        Self(Arc::clone(signals))
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.under_way.fetch_sub(1, Ordering::SeqCst);
    }
}

/// `request` as the package below understands it. Some clients write `null` where there are no
/// parameters, lsp-mode `{}`, and a `shutdown` is refused for it; and its types spell a capability
/// of the client otherwise than the protocol does.
fn mended(request: Request) -> Request {
    let (method, id, params) = request.into_parts();
    let mut params = params.filter(|params| !params.is_null() && method != "shutdown");
    if method == "initialize"
        && let Some(workspace) =
            params.as_mut().and_then(|params| params.pointer_mut("/capabilities/workspace"))
        && let Some(diagnostics) = workspace.get("diagnostics").cloned()
    {
        workspace["diagnostic"] = diagnostics;
    }
    let mut built = Request::build(method);
    if let Some(params) = params {
        built = built.params(params);
    }
    match id {
        Some(id) => built.id(id).finish(),
        None => built.finish(),
    }
}

type Answer<E> = std::pin::Pin<Box<dyn Future<Output = Result<Option<Response>, E>> + Send>>;

impl<S> Service<Request> for Lifecycle<S>
where
    S: Service<Request, Response = Option<Response>>,
    S::Future: Send + 'static,
{
    type Response = Option<Response>;
    type Error = S::Error;
    type Future = Answer<S::Error>;

    /// Holds back what a hasty client sends behind `initialize` until that is answered; the
    /// package below would refuse it.
    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        if self.signals.initialising.load(Ordering::SeqCst) {
            let mut waiting = self.signals.waiting.lock().unwrap_or_else(PoisonError::into_inner);
            *waiting = Some(context.waker().clone());
            drop(waiting);
            // It may have been answered in between.
            if self.signals.initialising.load(Ordering::SeqCst) {
                return Poll::Pending;
            }
        }
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        if let Some(response) = frames::answer(&request) {
            return Box::pin(async { Ok(Some(response)) });
        }
        if request.method() == "exit" {
            self.signals.exit.store(true, Ordering::SeqCst);
            self.signals.exit_seen.notify_one();
            return Box::pin(async { Ok(None) });
        }
        let initialises = request.method() == "initialize";
        if initialises {
            self.signals.initialising.store(true, Ordering::SeqCst);
        }
        let shuts_down = request.method() == "shutdown";
        let guard = UnderWay::new(&self.signals);
        let answer = self.inner.call(mended(request));
        Box::pin(async move {
            let response = answer.await;
            if initialises {
                guard.0.initialised();
            }
            let response = response?;
            let succeeded = response.as_ref().is_some_and(|response| response.is_ok());
            if shuts_down && succeeded {
                guard.0.shut_down.store(true, Ordering::SeqCst);
            }
            drop(guard);
            Ok(response)
        })
    }
}
