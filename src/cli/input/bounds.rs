//! What keeps hostile input from filling the memory: packed files that unpack to next to no end, lines and cells that do
//! not end.

use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::sync::atomic::{AtomicU64, Ordering};

/// How many bytes a record may have: some thousand times what a long article has.
pub(super) const LIMIT: usize = 64 << 20;

/// What is said of one that has more.
pub(super) const TOO_LONG: &str = "longer than 64 MB, which no article is";

/// Packed text may give so many bytes for each of its own, …
const RATIO: u64 = 200;
/// … and so many in any case. Text becomes three to ten times as small, the worst bombs a thousand times.
const ALLOWED: u64 = 256 << 20;

/// Counts what is read.
pub(super) struct Counted<'a, R> {
    pub(super) inner: R,
    pub(super) read: &'a AtomicU64,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// What is unpacked; ends with an error where it is far more than text can be packed into so little.
pub(super) struct Inflated<'a, R> {
    pub(super) inner: R,
    /// The bytes given so far, of all files that are packed together.
    pub(super) given: &'a Cell<u64>,
    /// Those that were read for them.
    pub(super) packed: &'a dyn Fn() -> u64,
}

impl<R: Read> Read for Inflated<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.given.set(self.given.get() + read as u64);
        if self.given.get() > ALLOWED.max((self.packed)().saturating_mul(RATIO)) {
            return Err(io::Error::other("unpacks to over 200 times its size, which no text does"));
        }
        Ok(read)
    }
}

/// What may be read until a record is complete; the one who takes records sets `left` anew after each.
pub(super) struct Rationed<'a, R> {
    pub(super) inner: R,
    pub(super) left: &'a Cell<usize>,
}

impl<R: Read> Read for Rationed<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        let left = self.left.get().checked_sub(read);
        self.left.set(left.ok_or_else(|| io::Error::other(TOO_LONG))?);
        Ok(read)
    }
}

/// What [`read_line`] found.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// A line, which may be the last and without an end.
    Whole,
    /// One longer than allowed, which was passed over.
    TooLong,
    /// Nothing more.
    End,
}

/// Reads a line of at most `limit` bytes into `line`, which is emptied first.
pub(super) fn read_line(reader: &mut impl BufRead, line: &mut Vec<u8>, limit: usize) -> io::Result<Line> {
    line.clear();
    if reader.by_ref().take(limit as u64).read_until(b'\n', line)? == 0 {
        return Ok(Line::End);
    }
    if line.len() < limit || line.ends_with(b"\n") {
        return Ok(Line::Whole);
    }
    *line = Vec::new();
    reader.skip_until(b'\n')?;
    Ok(Line::TooLong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let mut reader = io::BufReader::with_capacity(4, &b"short\nmuch longer than that\n12345678\nlast"[..]);
        let mut line = Vec::new();
        let mut next = || (read_line(&mut reader, &mut line, 9).unwrap(), String::from_utf8(line.clone()).unwrap());
        assert_eq!(next(), (Line::Whole, "short\n".to_owned()));
        assert_eq!(next(), (Line::TooLong, String::new()));
        assert_eq!(next(), (Line::Whole, "12345678\n".to_owned()));
        assert_eq!(next(), (Line::Whole, "last".to_owned()));
        assert_eq!(next(), (Line::End, String::new()));
    }

    #[test]
    fn what_unpacks_to_next_to_no_end_ends_with_an_error() {
        let given = Cell::new(0);
        let mut bomb = Inflated { inner: io::repeat(b'a'), given: &given, packed: &|| 2 << 20 };
        let error = io::copy(&mut bomb, &mut io::sink()).unwrap_err();
        assert!(error.to_string().contains("200 times"), "{error}");
        assert!((400 << 20..401 << 20).contains(&given.get()), "{given:?}");
    }
}
