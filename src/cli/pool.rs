//! Work done on several threads whose results come out in the order in which it was given.
//!
//! One thread gives work, some do it, and the caller's own takes the results. What is on its way, from the moment it is
//! given until its result was taken, fits in a window of bytes: so memory does not grow with the input, however long one
//! piece holds up those behind it.

use std::collections::BTreeMap;
use std::io;
use std::ops::ControlFlow;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, TryRecvError};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// How many bytes of input may be on their way. Results are some ten times as large: about 40 MB of them.
pub(crate) const WINDOW: usize = 4 << 20;

/// What a piece of work weighs besides its bytes: it takes a place in some tables, and even nothing has a breakdown.
const OVERHEAD: usize = 512;

/// How often the taker hears that nothing has come.
const PATIENCE: Duration = Duration::from_millis(250);

/// What the taker is told.
pub(crate) enum Event<R> {
    /// The next result.
    Done(R),
    /// Nothing more is there at once: what was taken so far can be passed on.
    Idle,
}

/// Where work is given.
pub(crate) struct Feed<J> {
    jobs: Sender<(usize, usize, J)>,
    window: Arc<Window>,
    given: usize,
}

impl<J> Feed<J> {
    /// Gives a piece of work of `bytes` once there is room for it; one larger than the window goes alone. Breaks where
    /// nobody takes results any more.
    pub(crate) fn give(&mut self, job: J, bytes: usize) -> ControlFlow<()> {
        let weight = bytes + OVERHEAD;
        if !self.window.enter(weight) || self.jobs.send((self.given, weight, job)).is_err() {
            return ControlFlow::Break(());
        }
        self.given += 1;
        ControlFlow::Continue(())
    }
}

/// Does what `produce` gives by `work` on as many `threads`, and hands results to `take` in the order of the work.
///
/// Returns early where `take` fails. The threads are not waited for then: the one that reads may never come back.
///
/// # Errors
///
/// Those of `take`.
pub(crate) fn run<J: Send + 'static, R: Send + 'static>(
    threads: usize,
    window: usize,
    produce: impl FnOnce(Feed<J>) + Send + 'static,
    work: impl Fn(J) -> R + Send + Sync + 'static,
    mut take: impl FnMut(Event<R>) -> io::Result<()>,
) -> io::Result<()> {
    let window = Arc::new(Window { size: window, state: Mutex::default(), freed: Condvar::new() });
    let _open = Open(Arc::clone(&window));
    let (jobs, waiting) = mpsc::channel();
    let (done, results) = mpsc::channel();
    let feed = Feed { jobs, window: Arc::clone(&window), given: 0 };
    thread::spawn(move || produce(feed));
    let (waiting, work) = (Arc::new(Mutex::new(waiting)), Arc::new(work));
    for _ in 0..threads.max(1) {
        let (waiting, done, work) = (Arc::clone(&waiting), done.clone(), Arc::clone(&work));
        thread::spawn(move || {
            while let Some((number, weight, job)) = next(&waiting) {
                if done.send((number, weight, work(job))).is_err() {
                    break;
                }
            }
        });
    }
    drop(done);
    let (mut early, mut expected) = (BTreeMap::new(), 0);
    loop {
        let (number, weight, result) = match results.try_recv() {
            Ok(result) => result,
            Err(TryRecvError::Disconnected) => return Ok(()),
            Err(TryRecvError::Empty) => {
                take(Event::Idle)?;
                match results.recv_timeout(PATIENCE) {
                    Ok(result) => result,
                    Err(RecvTimeoutError::Timeout) => continue,
                    Err(RecvTimeoutError::Disconnected) => return Ok(()),
                }
            }
        };
        early.insert(number, (weight, result));
        while let Some((weight, result)) = early.remove(&expected) {
            take(Event::Done(result))?;
            window.leave(weight);
            expected += 1;
        }
    }
}

/// The next piece of work; none once all is done.
fn next<T>(waiting: &Mutex<Receiver<T>>) -> Option<T> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

/// The bytes on their way.
struct Window {
    size: usize,
    state: Mutex<State>,
    freed: Condvar,
}

#[derive(Default)]
struct State {
    held: usize,
    closed: bool,
}

impl Window {
    /// Waits for room; returns whether there is any use in it.
    fn enter(&self, weight: usize) -> bool {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |state: &mut State| !state.closed && state.held > 0 && state.held + weight > self.size;
        let mut state = self.freed.wait_while(state, full).unwrap_or_else(PoisonError::into_inner);
        state.held += weight;
        !state.closed
    }

    fn leave(&self, weight: usize) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).held -= weight;
        self.freed.notify_one();
    }
}

/// Lets whoever waits for room go when results are no longer taken.
struct Open(Arc<Window>);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner).closed = true;
        self.0.freed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Instant;

    #[test]
    fn results_come_in_order_and_on_several_threads() {
        let mut taken = Vec::new();
        let produce = |mut feed: Feed<u64>| (0..500).for_each(|number| assert!(feed.give(number, 10).is_continue()));
        // every seventh takes longer than those behind it
        let work = |number: u64| {
            thread::sleep(Duration::from_micros(if number.is_multiple_of(7) { 3000 } else { 10 }));
            (number, thread::current().id())
        };
        run(3, WINDOW, produce, work, |event| {
            taken.extend(if let Event::Done(result) = event { Some(result) } else { None });
            Ok(())
        })
        .unwrap();
        assert!(taken.iter().map(|(number, _)| *number).eq(0..500));
        let threads: std::collections::HashSet<_> = taken.iter().map(|(_, thread)| *thread).collect();
        assert_eq!(threads.len(), 3);
    }

    #[test]
    fn what_is_on_its_way_fits_the_window_and_a_piece_that_does_not_goes_alone() {
        let held = Arc::new(AtomicUsize::new(0));
        let (given, most) = (Arc::clone(&held), Arc::new(AtomicUsize::new(0)));
        let seen = Arc::clone(&most);
        let produce = move |mut feed: Feed<usize>| {
            for bytes in [1000, 1000, 9000, 1000, 1000, 1000].repeat(20) {
                let _ = feed.give(bytes, bytes);
                seen.fetch_max(given.fetch_add(bytes, Ordering::SeqCst) + bytes, Ordering::SeqCst);
            }
        };
        let window = 2 * (1000 + OVERHEAD);
        run(
            2,
            window,
            produce,
            |bytes| bytes,
            |event| {
                if let Event::Done(bytes) = event {
                    thread::sleep(Duration::from_millis(1));
                    held.fetch_sub(bytes, Ordering::SeqCst);
                }
                Ok(())
            },
        )
        .unwrap();
        // counted down before the room is given back, so never above it
        assert!((2000..=9000).contains(&most.load(Ordering::SeqCst)), "{most:?}");
    }

    #[test]
    fn the_taker_hears_of_a_pause_and_is_not_held_up_by_a_source_that_goes_on() {
        let start = Instant::now();
        let mut idle = 0;
        let endless = |mut feed: Feed<()>| while feed.give((), 0).is_continue() {};
        let failed = run(
            1,
            10 * OVERHEAD,
            endless,
            |()| thread::sleep(Duration::from_millis(2)),
            |event| match event {
                Event::Idle => {
                    idle += 1;
                    Ok(())
                }
                Event::Done(()) if idle > 3 => Err(io::ErrorKind::BrokenPipe.into()),
                Event::Done(()) => Ok(()),
            },
        );
        assert_eq!(failed.unwrap_err().kind(), io::ErrorKind::BrokenPipe);
        assert!(start.elapsed() < Duration::from_mins(1));
    }
}
