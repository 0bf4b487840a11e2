//! How many texts are read and checked at a time: as many as there are processors, so that the
//! requests of a client that asks much about a long draft do not slow one another down. Who waits
//! for a turn is asked now and then whether it is still worth it, and whether it is urgent: the
//! newest text goes before older ones.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// How often those who wait look whether they still want to.
const LOOK: Duration = Duration::from_millis(5);

/// The turns there are.
#[derive(Debug)]
pub(super) struct Turns {
    queue: Mutex<Queue>,
    freed: Condvar,
}

#[derive(Debug)]
struct Queue {
    free: usize,
    /// How many wait that go first.
    urgent: usize,
}

impl Turns {
    pub(super) fn new(count: usize) -> Self {
        Self { queue: Mutex::new(Queue { free: count.max(1), urgent: 0 }), freed: Condvar::new() }
    }

    /// Waits for a turn, before all others while `is_urgent`; `None` where `given_up` says that
    /// nobody wants it any more.
    pub(super) fn wait(
        &self,
        given_up: &dyn Fn() -> bool,
        is_urgent: &dyn Fn() -> bool,
    ) -> Option<Turn<'_>> {
        let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if given_up() {
                return None;
            }
            let is_urgent = is_urgent();
            if queue.free > 0 && (is_urgent || queue.urgent == 0) {
                queue.free -= 1;
                return Some(Turn(self));
            }
            queue.urgent += usize::from(is_urgent);
            let waited = self.freed.wait_timeout(queue, LOOK);
            queue = waited.unwrap_or_else(PoisonError::into_inner).0;
            queue.urgent -= usize::from(is_urgent);
        }
    }
}

/// A turn; over when dropped, also by a panic.
pub(super) struct Turn<'a>(&'a Turns);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.queue.lock().unwrap_or_else(PoisonError::into_inner).free += 1;
        self.0.freed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn no_more_than_so_many_at_a_time() {
        let turns = Turns::new(2);
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let _turn = turns.wait(&|| false, &|| false).unwrap();
                    most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    std::thread::sleep(Duration::from_millis(5));
                    now.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        assert!(most.into_inner() <= 2);
    }

    #[test]
    fn who_gives_up_takes_no_turn() {
        let turns = Turns::new(1);
        let held = turns.wait(&|| false, &|| false);
        let looks = AtomicUsize::new(0);
        let gave_up = turns.wait(&|| looks.fetch_add(1, Ordering::SeqCst) > 2, &|| true);
        assert!(held.is_some() && gave_up.is_none());
        drop(held);
        assert!(turns.wait(&|| false, &|| false).is_some());
    }

    #[test]
    fn the_urgent_go_first() {
        let turns = Turns::new(1);
        let order = Mutex::new(Vec::new());
        let held = turns.wait(&|| false, &|| false);
        std::thread::scope(|scope| {
            for urgent in [false, false, true] {
                let (turns, order) = (&turns, &order);
                scope.spawn(move || {
                    let _turn = turns.wait(&|| false, &|| urgent);
                    order.lock().unwrap().push(urgent);
                });
                std::thread::sleep(Duration::from_millis(20));
            }
            drop(held);
        });
        assert_eq!(order.into_inner().unwrap(), [true, false, false]);
    }
}
