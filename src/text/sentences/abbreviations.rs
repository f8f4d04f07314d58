//! What a full stop after a word can mean.

use super::Scan;
use crate::Span;
use crate::text::abbreviations::Abbreviation;
use crate::text::tokens::Kind;
use crate::text::words::{WordList, is_all_caps, is_capitalised, word_list};

static STARTERS: WordList = word_list!("starters.txt");

/// What the word before the full stop at token `stop` abbreviates; `None` where the stop is the
/// sentence's own.
pub(super) fn read(scan: &Scan<'_>, stop: usize) -> Option<Abbreviation> {
    let (chunk, last) = chunk(scan, stop)?;
    // "a loss of $3.5m." and "at 20km.": symbols that touch their figure take no stop of their own
    if last > scan.first && scan.kind(last - 1) == Some(Kind::Number) && !scan.is_spaced(last) && chunk.len() < 4 {
        return Abbreviation::listed(chunk).filter(|class| *class == Abbreviation::Clock);
    }
    // "vitamin C." is no "c. 1850"
    let capital = chunk.len() == 1 && is_capitalised(chunk);
    if let Some(class) = Abbreviation::listed(chunk).filter(|class| !capital || *class != Abbreviation::Numbered) {
        // the same letters as a common word (sat, mass), or as a proper one (IE)
        let common = match class {
            Abbreviation::Month | Abbreviation::Region | Abbreviation::State => !is_capitalised(chunk),
            Abbreviation::Linking => chunk.len() == 2 && is_all_caps(chunk),
            _ => false,
        };
        return (!common).then_some(class);
    }
    if scan.kind(stop) == Some(Kind::Initials) {
        return Some(Abbreviation::Letters);
    }
    if chunk.contains('.') {
        // a site, a file, a lost space: the last word by itself says nothing
        return None;
    }
    let word = scan.str(last);
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.is_uppercase() => Some(Abbreviation::Initial),
        (Some(letter), None) if letter.is_ascii_lowercase() => Some(Abbreviation::Numbered),
        _ => is_clipped(word).then_some(Abbreviation::General),
    }
}

/// What touches the full stop from before, from the last hyphen, slash or opening mark on
/// (`Ph.D` of `non-Ph.D.`), without that stop; and the index of its last token.
fn chunk<'t>(scan: &Scan<'t>, stop: usize) -> Option<(&'t str, usize)> {
    let own = scan.kind(stop) == Some(Kind::Initials);
    let last = if own { stop } else { stop.checked_sub(1).filter(|&last| last >= scan.first)? };
    let joins =
        |index: usize| matches!(scan.kind(index), Some(Kind::Word | Kind::Initials)) || scan.mark(index) == Some('.');
    // the sign of N°. is a separate token
    let sign = scan.mark(last) == Some('°') && last > scan.first;
    if !joins(last) && !sign {
        return None;
    }
    let mut start = last - usize::from(sign);
    // no abbreviation of the list has more than seven tokens
    while start > scan.first && last - start < 7 && !scan.is_spaced(start) && joins(start - 1) {
        start -= 1;
    }
    let first = scan.text.tokens.get(start)?.span();
    let whole = Span::new(first.start, scan.text.tokens.get(last)?.span().end);
    Some((scan.text.slice(whole).trim_end_matches('.'), last))
}

/// Whether the word looks clipped: no vowel, two to four letters, not all capitals.
fn is_clipped(word: &str) -> bool {
    (2..=4).contains(&word.len())
        && word.bytes().all(|b| b.is_ascii_alphabetic() && !b"aeiouyAEIOUY".contains(&b))
        && !is_all_caps(word)
}

/// Whether `word`, capitalised after an abbreviation, opens a sentence.
pub(super) fn is_starter(word: &str) -> bool {
    // in capitals it says nothing: U.S. TO SEND AID
    (word.len() == 1 || !is_all_caps(word)) && STARTERS.has(word)
}
