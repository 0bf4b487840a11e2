//! How many texts are read and checked at a time: as many as there are processors, so that the
//! requests of a client that asks much about a long draft do not slow one another down. Who waits
//! for a turn is asked now and then whether it is still worth it.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// How often those who wait look whether they still want to.
const LOOK: Duration = Duration::from_millis(5);

/// The turns there are.
#[derive(Debug)]
pub(super) struct Turns {
    free: Mutex<usize>,
    freed: Condvar,
}

impl Turns {
    pub(super) fn new(count: usize) -> Self {
        Self { free: Mutex::new(count.max(1)), freed: Condvar::new() }
    }

    /// Waits for a turn; `None` where `given_up` says that nobody wants it any more.
    pub(super) fn wait(&self, given_up: &dyn Fn() -> bool) -> Option<Turn<'_>> {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if given_up() {
                return None;
            }
            if *free > 0 {
                *free -= 1;
                return Some(Turn(self));
            }
            let waited = self.freed.wait_timeout(free, LOOK);
            free = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

/// A turn; over when dropped, also by a panic.
pub(super) struct Turn<'a>(&'a Turns);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *self.0.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.0.freed.notify_one();
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
                    let _turn = turns.wait(&|| false).unwrap();
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
        let held = turns.wait(&|| false);
        let looks = AtomicUsize::new(0);
        let gave_up = turns.wait(&|| looks.fetch_add(1, Ordering::SeqCst) > 2);
        assert!(held.is_some() && gave_up.is_none());
        drop(held);
        assert!(turns.wait(&|| false).is_some());
    }
}
