//! Openings: a caption, its credit, the dateline and the lede that copying has put on one line, with or without
//! a space between.

use super::rows::Row;
use super::{credit, dateline};
use crate::Span;
use crate::text::Text;
use crate::text::words::is_capitalised;

/// A row that begins with a caption and goes on with the story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The credit between caption and dateline.
    pub(crate) credit: credit::Reading,
    /// The dateline.
    pub(crate) dateline: dateline::Reading,
    /// Where the lede begins.
    pub(crate) lede: usize,
}

/// How many tokens from the row's start the dateline can begin.
const LONGEST: usize = 160;

/// How many bytes the dateline can take.
const DATELINE: usize = 400;

/// Reads a row.
pub(crate) fn read(text: &Text<'_>, row: &Row) -> Option<Reading> {
    #[cfg(test)]
    super::readings::ledger::note("opening", row.span);
    for index in row.tokens.start + 1..row.tokens.end.min(row.tokens.start + LONGEST) {
        let token = text.tokens[index];
        let slice = text.str(token);
        // where it can begin: a capital, or inside a word where small letters meet capitals
        let glued = seam(slice).map(|at| token.span().start + at);
        let Some(start) = glued.or_else(|| is_capitalised(slice).then_some(token.span().start)) else { continue };
        let end = text.source.floor_char_boundary((start + DATELINE).min(row.span.end));
        // only where a mark of a dateline is near at all
        if !text.source[start..end].contains(['—', '–', '-', '―', ':']) {
            return None;
        }
        let rest = text.part(Span::new(start, end));
        let Some(dateline) = dateline::read(&rest, 0..rest.tokens.len()) else { continue };
        let sure = dateline.certainty() >= 2 && (dateline.capitals || dateline.agency.is_some());
        let Some(lede) = rest.tokens.get(dateline.next).filter(|_| sure).map(|token| token.span().start) else {
            continue;
        };
        let before = text.part(Span::new(row.span.start, start));
        let credit = credit::read(&before, 0..before.tokens.len()).filter(|credit| credit.place == credit::Place::Tail);
        if let Some(credit) = credit {
            return Some(Reading { credit, dateline, lede });
        }
    }
    None
}

/// Where small letters meet capitals inside a word, with at least two letters on each side.
fn seam(word: &str) -> Option<usize> {
    let mut before: Option<char> = None;
    for (at, c) in word.char_indices() {
        if before.is_some_and(char::is_lowercase) && c.is_uppercase() && at >= 2 && word[at..].chars().count() >= 2 {
            return Some(at);
        }
        before = Some(c);
    }
    None
}
