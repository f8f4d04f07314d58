//! What is read instead of what was given, and the way between the two.

use crate::Span;

/// Bytes of a text that are read as others.
#[derive(Debug, Clone, Copy)]
struct Edit {
    /// Where they are read, and how many.
    read: u32,
    gives: u32,
    /// Where they were given, and how many.
    given: u32,
    takes: u32,
}

impl Edit {
    fn read_end(self) -> usize {
        self.read as usize + self.gives as usize
    }

    fn given_end(self) -> usize {
        self.given as usize + self.takes as usize
    }
}

/// Edits in order, apart from each other.
#[derive(Debug, Clone, Default)]
pub(super) struct Edits(Vec<Edit>);

impl Edits {
    /// Where what is read at `span` was given. What lies between two edits keeps its letters. What ends inside an
    /// edit ends before it, so that pieces of one edit do not overlap, unless it has no other letters.
    pub(super) fn to_given(&self, span: Span) -> Span {
        let done = self.0.partition_point(|edit| edit.read_end() <= span.start);
        let next = self.0.get(done);
        let start = self.given(done, span.start);
        let start = next.map_or(start, |edit| start.min(edit.given as usize));
        let begun = self.0.partition_point(|edit| (edit.read as usize) < span.end);
        let cut = begun.checked_sub(1).map(|last| self.0[last]).filter(|edit| span.end < edit.read_end());
        let end = cut.map_or_else(|| self.given(begun, span.end), |edit| edit.given as usize);
        let within = next.filter(|_| end <= start && !span.is_empty()).map_or(end, |edit| edit.given_end());
        Span::new(start, within)
    }

    /// The position `at` of what is read, which lies after the first `count` edits.
    fn given(&self, count: usize, at: usize) -> usize {
        let before = count.checked_sub(1).map(|last| self.0[last]);
        before.map_or(at, |edit| edit.given_end() + at.saturating_sub(edit.read_end()))
    }

    /// Where what was given at `span` is read: all of the edits that it touches.
    pub(super) fn to_read(&self, span: Span) -> Span {
        let done = self.0.partition_point(|edit| edit.given_end() <= span.start);
        let start = self.read(done, span.start);
        let start = self.0.get(done).map_or(start, |edit| start.min(edit.read as usize));
        let begun = self.0.partition_point(|edit| (edit.given as usize) < span.end);
        let cut = begun.checked_sub(1).map(|last| self.0[last]).filter(|edit| span.end < edit.given_end());
        Span::new(start, cut.map_or_else(|| self.read(begun, span.end), Edit::read_end))
    }

    /// The given position `at`, which lies after the first `count` edits, as it is read.
    fn read(&self, count: usize, at: usize) -> usize {
        let before = count.checked_sub(1).map(|last| self.0[last]);
        before.map_or(at, |edit| edit.read_end() + at.saturating_sub(edit.given_end()))
    }
}

/// A text while edits are made, from its start to its end.
pub(super) struct Rewrite<'t> {
    source: &'t str,
    text: String,
    edits: Vec<Edit>,
    /// Up to where it is written.
    done: usize,
}

impl<'t> Rewrite<'t> {
    /// Nothing is edited yet.
    pub(super) fn new(source: &'t str) -> Self {
        Self { source, text: String::new(), edits: Vec::new(), done: 0 }
    }

    /// Reads `with` at `from..to`, which lies after all that was edited before.
    pub(super) fn put(&mut self, from: usize, to: usize, with: &str) {
        let Some(kept) = self.source.get(self.done..from) else { return };
        if self.edits.is_empty() {
            self.text.reserve(self.source.len());
        }
        self.text.push_str(kept);
        let (read, takes) = (self.text.len() as u32, (to - from) as u32);
        self.text.push_str(with);
        self.done = to;
        match self.edits.last_mut() {
            // a run of what is left out
            Some(last) if with.is_empty() && last.gives == 0 && last.given_end() == from => last.takes += takes,
            _ => self.edits.push(Edit { read, gives: with.len() as u32, given: from as u32, takes }),
        }
    }

    /// What is read, and the way back; `None` where nothing was edited.
    pub(super) fn done(mut self) -> Option<(String, Edits)> {
        if self.edits.is_empty() {
            return None;
        }
        self.text.push_str(&self.source[self.done..]);
        self.text.shrink_to_fit();
        self.edits.shrink_to_fit();
        Some((self.text, Edits(self.edits)))
    }
}
