//! Quotation marks: which open, which close, and what lies between them.
//!
//! Typewriter and printer's marks are read alike and may be mixed. Marks inside a quotation are part
//! of it. A quotation that runs over paragraphs opens in each of them and closes in the last
//! (`Chicago Manual of Style` 13.32); every paragraph gives one piece.

use super::unmarked;
use crate::order::arranged;
use crate::reading::Story;
use crate::{Block, Span, Warning, WarningCode};
use std::ops::Range;

/// Apostrophes that can come before the mark looked for: a bound that keeps pairing linear.
const APOSTROPHES: usize = 100;

/// What lies between quotation marks, in one block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// Where it lies, with its marks.
    pub(super) span: Span,
    /// Where it lies, without its marks.
    pub(super) inner: Span,
    /// Its tokens, with its marks.
    pub(super) tokens: Range<usize>,
    /// Index of its block.
    pub(super) block: usize,
    /// Whether it goes on in the next block.
    pub(super) goes_on: bool,
}

/// What a mark can be, by its shape alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Open,
    Close,
    Straight,
    Single,
}

/// A quotation mark with its surroundings.
#[derive(Debug, Clone, Copy)]
struct Mark {
    at: usize,
    width: usize,
    shape: Shape,
    before: Option<char>,
    after: Option<char>,
}

impl Mark {
    /// Whether the surroundings are those of an opening mark.
    fn looks_open(&self) -> bool {
        self.before.is_none_or(|c| c.is_whitespace() || "([{—–-:/,".contains(c) || self.glued(c))
            && self.after.is_some_and(|c| !c.is_whitespace())
    }

    /// Whether an opening mark stands without a space between two words: said“we
    fn glued(&self, before: char) -> bool {
        before.is_alphabetic() && self.shape == Shape::Open && self.after.is_some_and(char::is_alphanumeric)
    }

    /// Whether the surroundings are those of a closing mark.
    fn looks_closed(&self) -> bool {
        self.before.is_some_and(|c| !c.is_whitespace()) && self.after.is_none_or(|c| !c.is_alphanumeric())
    }

    fn end(&self) -> usize {
        self.at + self.width
    }
}

/// The pieces in quotation marks, in order, and warnings for marks that nothing closes.
pub(super) fn pieces(story: &Story<'_>) -> (Vec<Piece>, Vec<Warning>) {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut warnings = Vec::new();
    let source = story.text.source;
    let mut marks = Vec::new();
    // where a quotation of an earlier block is still open: the index of its piece
    let mut open: Option<usize> = None;
    let blocks: Vec<(usize, Block)> =
        story.blocks.iter().copied().enumerate().filter(|(_, part)| part.role.has_sentences()).collect();
    for (index, &(block, part)) in blocks.iter().enumerate() {
        marks.clear();
        scan(source, part.span, &mut marks);
        let first = pieces.len();
        let carried = open.take().filter(|_| continues(&marks, part.span));
        let left = pair(source, &marks, part.span, carried.is_some(), |inner, span| {
            pieces.push(Piece { span, inner, tokens: story.text.tokens_in(span), block, goes_on: false });
        });
        // a mark that nothing closes: the quotation runs to the end of the block
        let Some(start) = left else { continue };
        let rest = story.text.tokens_in(Span::new(start.at, part.span.end));
        if start.shape != Shape::Single
            && let Some(end) = unmarked::close(story.text, &rest)
        {
            let (span, inner) = (Span::new(start.at, end), Span::new(start.end(), end));
            pieces.push(Piece { span, inner, tokens: story.text.tokens_in(span), block, goes_on: false });
            let mark = Span::new(start.at, start.end());
            warnings.push(Warning::new(WarningCode::UnclosedQuote, "nothing closes this quotation mark").at(mark));
            continue;
        }
        let goes_on = blocks.get(index + 1).is_some_and(|(_, next)| {
            let head = next.span.of(source);
            head.starts_with(['“', '"', '«', '‘']) || head.starts_with("''")
        });
        let typewriter = start.shape == Shape::Straight;
        let leads = source.get(part.span.start..start.at).is_some_and(|before| before.trim().is_empty());
        if start.shape != Shape::Single && (goes_on || leads || !typewriter) {
            let span = Span::new(start.at, part.span.end);
            let inner = Span::new(start.end(), part.span.end);
            pieces.push(Piece { span, inner, tokens: story.text.tokens_in(span), block, goes_on });
            open = goes_on.then_some(pieces.len() - 1);
        }
        if !goes_on && start.shape != Shape::Single {
            let mark = Span::new(start.at, start.end());
            warnings.push(Warning::new(WarningCode::UnclosedQuote, "nothing closes this quotation mark").at(mark));
        }
        let unsorted = pieces.split_off(first);
        pieces.extend(arranged(unsorted, |piece| (piece.span.start, 0)));
    }
    let mut dialogue = unmarked::dialogue(story);
    dialogue.retain(|(block, _)| pieces.binary_search_by_key(block, |piece| piece.block).is_err());
    if !dialogue.is_empty() {
        pieces.extend(dialogue.into_iter().map(|(block, span)| {
            let tokens = story.text.tokens_in(span);
            Piece { span, inner: span, tokens, block, goes_on: false }
        }));
        pieces = arranged(pieces, |piece| (piece.span.start, 0));
    }
    (pieces, warnings)
}

/// Whether a quotation left open before goes on without a mark at the start of this block: its first double mark
/// closes.
fn continues(marks: &[Mark], block: Span) -> bool {
    marks.iter().find(|mark| mark.shape != Shape::Single).is_some_and(|mark| {
        mark.at > block.start && mark.shape != Shape::Open && mark.looks_closed() && !mark.looks_open()
    })
}

/// The quotation marks and apostrophes of a block.
fn scan(source: &str, block: Span, marks: &mut Vec<Mark>) {
    let slice = block.of(source);
    let mut before = None;
    let mut chars = slice.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let mut width = c.len_utf8();
        let shape = match c {
            '“' | '„' | '‟' | '«' | '〝' => Some(Shape::Open),
            '”' | '»' | '〞' => Some(Shape::Close),
            // ""We will"": doubled where a table was taken for text
            '"' if chars.peek().is_some_and(|&(_, next)| next == c) => {
                chars.next();
                width *= 2;
                Some(Shape::Straight)
            }
            '"' | '＂' => Some(Shape::Straight),
            '\'' | '`' | '‘' | '’' if chars.peek().is_some_and(|&(_, next)| next == c && matches!(c, '\'' | '`')) =>
            {
                chars.next();
                width *= 2;
                Some(Shape::Straight)
            }
            '\'' | '‘' | '’' | '‚' | '‛' => Some(Shape::Single),
            _ => None,
        };
        if let Some(shape) = shape {
            let after = slice[at + width..].chars().next();
            marks.push(Mark { at: block.start + at, width, shape, before, after });
        }
        before = Some(c);
    }
}

/// Pairs the marks of one block and hands out what lies between, marks excluded and included; returns the mark
/// that stays open.
fn pair(source: &str, marks: &[Mark], block: Span, carried: bool, mut found: impl FnMut(Span, Span)) -> Option<Mark> {
    let mut open: Option<Mark> = None;
    let mut seen = false;
    let mut carried = carried;
    let mut at = 0;
    while let Some(&mark) = marks.get(at) {
        at += 1;
        if mark.shape == Shape::Single {
            if open.is_none()
                && !carried
                && let Some(close) = single(&marks[at - 1..])
            {
                let end = marks[at - 1 + close];
                found(Span::new(mark.end(), end.at), Span::new(mark.at, end.end()));
                at += close;
            }
            continue;
        }
        let closes = match (mark.shape, open) {
            // " We will , " : with a space on either side, the first opens
            (Shape::Straight, None) => carried || mark.looks_closed() && mark.after.is_none_or(char::is_whitespace),
            (Shape::Straight, Some(_)) if is_inch(mark, &marks[at..]) => continue,
            (Shape::Straight, Some(_)) => !mark.looks_open() || mark.looks_closed(),
            (Shape::Open, Some(_)) => mark.looks_closed() && !mark.looks_open(),
            (Shape::Open, None) => false,
            (_, None) => carried || !mark.looks_open(),
            (_, Some(_)) => true,
        };
        match (closes, open) {
            (true, Some(start)) => {
                found(Span::new(start.end(), mark.at), Span::new(start.at, mark.end()));
                open = None;
            }
            (true, None) if carried => {
                found(Span::new(block.start, mark.at), Span::new(block.start, mark.end()));
                carried = false;
            }
            // the mark that opens it is lost: it begins with its paragraph, or after a colon
            (true, None) if !seen && mark.before == Some(',') && mark.looks_closed() => {
                let lead = Span::new(block.start, mark.at).of(source);
                let start = block.start + lead.rfind(": ").map_or(0, |colon| colon + 2);
                let start = Span::new(start, mark.at).trim(source).start;
                found(Span::new(start, mark.at), Span::new(start, mark.end()));
            }
            (false, None) if !(mark.shape == Shape::Straight && mark.before.is_some_and(|c| c.is_ascii_digit())) => {
                open = Some(mark);
            }
            _ => {}
        }
        seen = true;
    }
    open
}

/// Whether a straight mark after a digit means inches: the next mark closes what is open.
fn is_inch(mark: Mark, rest: &[Mark]) -> bool {
    mark.before.is_some_and(|c| c.is_ascii_digit())
        && rest
            .iter()
            .take(APOSTROPHES)
            .find(|next| next.shape != Shape::Single)
            .is_some_and(|next| next.shape != Shape::Open && next.looks_closed() && !next.looks_open())
}

/// How many marks after the first of `marks`, which is single, its closing mark is; `None` where the first is an
/// apostrophe. A mark after punctuation closes for certain; else the first that can.
fn single(marks: &[Mark]) -> Option<usize> {
    let first = marks.first()?;
    let starts = first.before.is_none_or(|c| c.is_whitespace() || "([{—–:,".contains(c));
    // '90s, ’tis: an elision comes before a digit or is the printer's apostrophe
    let elision = first.after.is_none_or(|c| c.is_whitespace() || c.is_ascii_digit());
    if !starts || elision || first.width > 3 {
        return None;
    }
    let mut possible = None;
    for (index, mark) in marks.iter().enumerate().take(APOSTROPHES).skip(1) {
        // since ’62
        if mark.shape == Shape::Single && mark.after.is_some_and(|c| c.is_ascii_digit()) {
            continue;
        }
        if mark.shape != Shape::Single || mark.looks_open() && !mark.looks_closed() {
            break;
        }
        if mark.looks_closed() {
            if mark.before.is_some_and(|c| ",.!?…".contains(c)) {
                return Some(index);
            }
            possible = possible.or(Some(index));
        }
    }
    possible
}

/// The piece in quotation marks that begins with token `start`.
pub(super) fn piece_at(pieces: &[Piece], start: usize) -> Option<&Piece> {
    pieces.get(pieces.partition_point(|piece| piece.tokens.start < start)).filter(|piece| piece.tokens.start == start)
}
