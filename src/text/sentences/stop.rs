//! A place where a sentence can end: a run of end marks. What closes after it is read in `closers`.

use super::Scan;
use crate::text::tokens::Kind;

/// What the run of end marks says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// One full stop, perhaps the last of an abbreviation.
    Full,
    /// Two full stops or more, or the ellipsis character.
    Ellipsis,
    /// A question or exclamation mark is in it.
    Raised,
    /// An end mark of a script that puts no space after it.
    Wide,
}

/// A run of end marks with the marks that close after it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stop {
    /// First token: an end mark, or initials that bring their own full stop.
    pub(super) start: usize,
    /// The token after the end marks.
    pub(super) marks_end: usize,
    /// The token after everything that closes.
    pub(super) after: usize,
    /// What the run says.
    pub(super) sort: Sort,
    /// Whether a quotation mark closes after the run.
    pub(super) quote: bool,
    /// Whether a bracket closes after the run.
    pub(super) bracket: bool,
    /// Whether a straight double quotation mark is still open after it all.
    pub(super) quoted: bool,
}

/// What an end mark says, if `c` is one.
fn sort(c: char) -> Option<Sort> {
    Some(match c {
        '.' => Sort::Full,
        '…' | '‥' => Sort::Ellipsis,
        '?' | '!' | '‽' | '⁇' | '⁈' | '⁉' | '؟' => Sort::Raised,
        '。' | '．' | '！' | '？' | '｡' | '।' | '॥' | '۔' => Sort::Wide,
        _ => return None,
    })
}

impl Stop {
    /// The run of end marks that begins at token `at`, if one does, without what closes after it.
    pub(super) fn marks(scan: &Scan<'_>, at: usize) -> Option<Self> {
        let own = scan.kind(at) == Some(Kind::Initials) && scan.str(at).ends_with('.');
        let mut sort = if own { Sort::Full } else { scan.mark(at).and_then(sort)? };
        let mut after = at + 1;
        if sort == Sort::Full {
            after = spaced_ellipsis(scan, at, own).unwrap_or(after);
            if after > at + 1 {
                sort = Sort::Ellipsis;
            }
        }
        let mut stop =
            Self { start: at, marks_end: after, after, sort, quote: false, bracket: false, quoted: scan.quoted };
        stop.take_marks(scan);
        stop.marks_end = stop.after;
        Some(stop)
    }

    /// Takes in the end marks that follow directly.
    pub(super) fn take_marks(&mut self, scan: &Scan<'_>) {
        while let Some(more) = scan.mark(self.after).filter(|_| !scan.is_spaced(self.after)).and_then(sort) {
            self.sort = match (self.sort, more) {
                (Sort::Raised, _) | (_, Sort::Raised) => Sort::Raised,
                (Sort::Wide, _) | (_, Sort::Wide) => Sort::Wide,
                // the stop after a closing quote or bracket is the sentence's own
                (Sort::Full, Sort::Full) if self.quote || self.bracket => Sort::Full,
                _ => Sort::Ellipsis,
            };
            self.after += 1;
        }
    }

    /// Whether the run is one full stop with nothing between it and the word before: an
    /// abbreviation's, perhaps.
    pub(super) fn is_single(&self, scan: &Scan<'_>) -> bool {
        self.sort == Sort::Full
            && self.marks_end == self.start + 1
            && (scan.kind(self.start) == Some(Kind::Initials) || !scan.is_spaced(self.start))
    }
}

/// The token after an ellipsis of full stops with spaces between, where one begins at `at`.
///
/// After a word's own full stop (`end. . . .`) the ellipsis opens the next sentence: style books
/// print the omission after the stop; so it is not taken in here.
fn spaced_ellipsis(scan: &Scan<'_>, at: usize, own: bool) -> Option<usize> {
    let dots =
        (at..scan.limit).take_while(|&dot| dot == at || scan.mark(dot) == Some('.') && scan.is_spaced(dot)).count();
    let glued = own || !scan.is_spaced(at) && at > scan.first;
    let opens_next = glued && dots == 4 && scan.kind(at + 4).is_some() && scan.is_spaced(at + 4);
    (dots >= 3 && !opens_next).then_some(at + dots)
}
