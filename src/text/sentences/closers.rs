//! What closes after an end mark and belongs to the sentence before: quotation marks, brackets,
//! marks of emphasis, note marks.

use super::Scan;
use super::abbreviations::{self, is_starter};
use super::stop::Stop;
use crate::text::tokens::Kind;
use crate::text::words::is_capitalised;

impl Stop {
    /// The stop that begins at token `at`, if one does, with all that closes after it.
    pub(super) fn read(scan: &Scan<'_>, at: usize) -> Option<Self> {
        let mut stop = Self::marks(scan, at)?;
        while let Some(closer) = closer(scan, &stop) {
            stop.after = closer.after;
            stop.quote |= closer.quote;
            stop.bracket |= closer.bracket;
            stop.quoted = closer.quoted;
            stop.take_marks(scan);
        }
        Some(stop)
    }
}

/// One closing mark, or one note mark.
struct Closer {
    /// The token after it.
    after: usize,
    /// Whether it is a quotation mark.
    quote: bool,
    /// Whether it is a bracket.
    bracket: bool,
    /// Whether a straight double quotation mark is open after it.
    quoted: bool,
}

/// The closing mark right after `stop`, if there is one.
fn closer(scan: &Scan<'_>, stop: &Stop) -> Option<Closer> {
    let at = stop.after;
    let kind = scan.kind(at)?;
    if scan.breaks_before(at) > 0 {
        return None;
    }
    let closing = |after, quote, bracket, quoted| Some(Closer { after, quote, bracket, quoted });
    if kind != Kind::Mark {
        return is_note_number(scan, stop).then_some(Closer {
            after: at + 1,
            quote: false,
            bracket: false,
            quoted: stop.quoted,
        });
    }
    let mark = scan.mark(at)?;
    if mark == '[' {
        return note(scan, at).and_then(|after| closing(after, false, false, stop.quoted));
    }
    if matches!(mark, ')' | ']' | '}' | '）' | '】' | '］') {
        return closing(at + 1, false, true, stop.quoted);
    }
    if closes_quote(scan, at, mark, stop.quoted) {
        return closing(at + 1, true, false, stop.quoted && mark != '"');
    }
    let hangs = !scan.is_spaced(at) && scan.is_spaced(at + 1);
    (hangs && matches!(mark, '*' | '_' | '†' | '‡' | '¶')).then_some(Closer {
        after: at + 1,
        quote: false,
        bracket: false,
        quoted: stop.quoted,
    })
}

/// Whether the quotation mark at `at`, somewhere after an end mark, closes.
fn closes_quote(scan: &Scan<'_>, at: usize, mark: char, quoted: bool) -> bool {
    let (before, after) = (scan.is_spaced(at), scan.is_spaced(at + 1));
    match mark {
        '」' | '』' | '》' => true,
        '”' | '’' | '»' | '›' => !before || after,
        // opening in English, closing in „German“ and «reversed» style
        '“' | '‘' | '«' | '‹' => !before && after,
        '"' => {
            if before == after {
                quoted
            } else {
                after
            }
        }
        '\'' | '`' | '´' | '′' | '″' => {
            // one with white space after it, or a pair set apart, closes
            after || scan.kind(at + 1) == Some(Kind::Mark) && (!before || scan.is_spaced(at + 2))
        }
        _ => false,
    }
}

/// Whether the token after `stop` is the number of a note: `end.10 Next`, or `end. 10 The next`,
/// where the raised number lost its form in the paste.
fn is_note_number(scan: &Scan<'_>, stop: &Stop) -> bool {
    let at = stop.after;
    let number = scan.str(at);
    if scan.kind(at) != Some(Kind::Number) || number.len() > 3 || !number.chars().all(char::is_numeric) {
        return false;
    }
    if !number.is_ascii() {
        return !scan.is_spaced(at);
    }
    let known = stop.is_single(scan) && abbreviations::read(scan, stop.start).is_some();
    if known || stop.start <= scan.first || !scan.is_spaced(at + 1) {
        return false;
    }
    if scan.is_spaced(at) {
        let word = scan.str(at + 1);
        return word.len() > 1 && is_capitalised(word) && is_starter(word);
    }
    stop.after > stop.start + 1
        || match scan.kind(stop.start - 1) {
            Some(Kind::Word) => scan.str(stop.start - 1).chars().count() > 3,
            Some(Kind::Mark) => matches!(scan.mark(stop.start - 1), Some(')' | ']' | '”' | '’' | '"')),
            _ => false,
        }
}

/// The token after the note mark in square brackets at `at`: `[12]`, `[a]`, `[note 3]`,
/// `[citation needed]`, `[...]`.
fn note(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let close = (at + 2..at + 5).find(|&index| scan.mark(index) == Some(']'))?;
    let first = scan.str(at + 1);
    let fits = match scan.kind(at + 1)? {
        Kind::Number => first.len() <= 3 && close == at + 2,
        Kind::Word if close == at + 2 => first.len() == 1 && first.bytes().all(|b| b.is_ascii_lowercase()),
        Kind::Word => scan.str(close - 1) == "needed" || first == "note" && scan.kind(at + 2) == Some(Kind::Number),
        // an omission after a finished sentence
        Kind::Mark => (at + 1..close).all(|index| matches!(scan.mark(index), Some('.' | '…'))),
        _ => false,
    };
    fits.then_some(close + 1)
}
