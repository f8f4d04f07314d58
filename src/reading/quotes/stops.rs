//! Full stops inside a quotation that do not end a sentence: a sign of a slip in the copy.

use super::marks::Piece;
use crate::text::Text;
use crate::text::abbreviations::Abbreviation;
use crate::text::tokens::Kind;
use crate::text::words::is_capitalised;
use crate::{Span, Warning, WarningCode};

/// Warns of a full stop before a word in small letters, where no abbreviation explains it.
pub(super) fn check(text: &Text<'_>, pieces: &[Piece], warnings: &mut Vec<Warning>) {
    for piece in pieces {
        let mut sentence = piece.tokens.start;
        for at in piece.tokens.clone() {
            let token = text.tokens[at];
            if token.kind == Kind::Mark
                && matches!(text.str(token), "." | "?" | "!" | "…" | "“" | "”" | "\"" | "‘" | "'")
            {
                if text.is_mark(at, '.') && at > sentence && strays(text, at, piece.tokens.end) {
                    let end = text.tokens.get(at + 1).map_or(token.span().end, |next| next.span().end);
                    let start = text.tokens[sentence].span().start;
                    let warning = Warning::new(WarningCode::StrayFullStop, "a full stop stands inside the sentence");
                    warnings.push(warning.at(Span::new(start, end)));
                }
                sentence = at + 1;
            }
        }
    }
}

/// Whether the full stop at token `at` is between a whole word and a word in small letters.
fn strays(text: &Text<'_>, at: usize, end: usize) -> bool {
    let Some(before) = text.word(at.wrapping_sub(1)) else { return false };
    let Some(next) = text.word(at + 1).filter(|_| at + 1 < end) else { return false };
    let (stop, token) = (text.tokens[at], text.tokens[at + 1]);
    let abbreviation = Abbreviation::listed(before).is_some();
    !stop.spaced
        && token.spaced
        && !abbreviation
        && before.chars().count() > 1
        && !is_capitalised(next)
        && next.chars().next().is_some_and(char::is_lowercase)
}
