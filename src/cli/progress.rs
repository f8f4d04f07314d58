//! How far a long run is, for whoever sits before a terminal.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Between two looks at it.
const PAUSE: Duration = Duration::from_millis(500);

/// A line on standard error that is written over and over.
pub(crate) struct Progress {
    /// The bytes of the input, where they are known, and those read so far.
    size: Option<u64>,
    read: Arc<AtomicU64>,
    /// When the first record was answered, and how far the input was then: what an earlier run did is passed over fast.
    start: Option<(Instant, u64)>,
    next: Instant,
    records: u64,
    bad: u64,
}

impl Progress {
    /// One for standard error where that is a terminal; and the output none, or both would be mixed.
    pub(crate) fn on_terminal(size: Option<u64>, read: Arc<AtomicU64>, output_is_file: bool) -> Option<Self> {
        let shown = io::stderr().is_terminal() && (output_is_file || !io::stdout().is_terminal());
        shown.then(|| Self { size, read, start: None, next: Instant::now() + PAUSE, records: 0, bad: 0 })
    }

    /// Another record is answered.
    pub(crate) fn record(&mut self, bad: bool) {
        self.start.get_or_insert_with(|| (Instant::now(), self.read.load(Ordering::Relaxed)));
        self.records += 1;
        self.bad += u64::from(bad);
    }

    /// Shows where the run is, if it is time to.
    pub(crate) fn show(&mut self) {
        if let Some((start, before)) = self.start
            && Instant::now() >= self.next
        {
            self.next = Instant::now() + PAUSE;
            let read = self.read.load(Ordering::Relaxed);
            say(&line(self.records, self.bad, start.elapsed(), [before, read], self.size), "\r");
        }
    }

    /// Shows what the run came to.
    pub(crate) fn end(&self) {
        if let Some((start, before)) = self.start {
            say(
                &line(self.records, self.bad, start.elapsed(), [before, self.read.load(Ordering::Relaxed)], None),
                "\n",
            );
        }
    }
}

/// Takes the place of the line before. A terminal that is gone is no reason to end.
fn say(line: &str, end: &str) {
    let _ = write!(io::stderr(), "\r\u{1b}[K{line}{end}");
}

/// `1,200 articles, 340 a second, 25%, 2 min left`; of the bytes of the input before it began, and read so far.
fn line(records: u64, bad: u64, time: Duration, [before, read]: [u64; 2], size: Option<u64>) -> String {
    let seconds = time.as_secs_f64().max(0.001);
    #[allow(clippy::cast_precision_loss)] // nobody counts so many
    let float = |number: u64| number as f64;
    let plural = if records == 1 { "" } else { "s" };
    let mut parts = vec![format!("{} article{plural}", grouped(records))];
    if bad > 0 {
        parts.push(format!("{} bad", grouped(bad)));
    }
    parts.push(format!("{} a second", rate(float(records) / seconds)));
    if let Some(size) = size.filter(|&size| size > 0) {
        parts.push(format!("{}%", (read.min(size) * 100) / size));
        let done = read.saturating_sub(before);
        if done > 0 && seconds >= 1.0 {
            parts.push(format!("{} left", duration(float(size.saturating_sub(read)) * seconds / float(done))));
        }
    } else {
        parts.push(duration(seconds));
    }
    parts.join(", ")
}

fn rate(number: f64) -> String {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // no machine is that fast
    if number < 10.0 { format!("{number:.1}") } else { grouped(number.round() as u64) }
}

/// `12,345`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn duration(seconds: f64) -> String {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // never below zero
    let seconds = seconds.round() as u64;
    match (seconds / 3600, seconds / 60 % 60) {
        (0, 0) => format!("{seconds} s"),
        (0, minutes) if minutes < 10 => format!("{minutes} min {} s", seconds % 60),
        (0, minutes) => format!("{minutes} min"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines() {
        let seconds = Duration::from_secs;
        assert_eq!(
            line(12_345, 0, seconds(30), [0, 25_000_000], Some(100_000_000)),
            "12,345 articles, 412 a second, 25%, 1 min 30 s left"
        );
        // what was passed over is not counted as fast work
        assert_eq!(
            line(10, 2, seconds(100), [90, 95], Some(100)),
            "10 articles, 2 bad, 0.1 a second, 95%, 1 min 40 s left"
        );
        assert_eq!(line(1, 0, seconds(1), [0, 5], None), "1 article, 1.0 a second, 1 s");
        assert_eq!(line(1_000_000, 0, seconds(7300), [0, 5], None), "1,000,000 articles, 137 a second, 2 h 1 min");
        assert_eq!(line(2, 0, Duration::from_millis(500), [0, 1], Some(0)), "2 articles, 4.0 a second, 1 s");
    }
}
