//! What a full stop behind a word can mean.

use super::Scan;
use crate::Span;
use crate::text::tokens::Kind;
use crate::text::words::{WordList, is_all_caps, is_capitalised};

static ABBREVIATIONS: WordList = WordList::new(include_str!("abbreviations.txt"));
static STARTERS: WordList = WordList::new(include_str!("starters.txt"));

/// How an abbreviation behaves before a capital.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Before a name: Mr., Gen., Mt.
    Title,
    /// Before a number: No., p., Fig.
    Numbered,
    /// A month or weekday, before a day: Sept. 5.
    Month,
    /// A state or province behind a town: Mass.
    Region,
    /// At the end of a company's name: Inc., Ltd.
    Firm,
    /// Never at a sentence's end: e.g., vs.
    Linking,
    /// Behind a person's name: Jr.
    Suffix,
    /// An academic degree or profession: Ph.D.
    Degree,
    /// a.m. and p.m.
    Clock,
    /// St., Ave.: before a saint's name or behind a street's.
    Street,
    /// A unit: ft., lb.
    Measure,
    /// Closes an enumeration: etc.
    Closing,
    /// A single capital letter, perhaps of a name.
    Initial,
    /// Letters with full stops that stand for a name: U.S., F.B.I., J.K.
    Letters,
    /// Any other.
    General,
}

impl Abbreviation {
    /// What the word before the full stop at token `stop` abbreviates; `None` where the stop is the
    /// sentence's own.
    pub(super) fn read(scan: &Scan<'_, '_>, stop: usize) -> Option<Self> {
        let (chunk, last) = chunk(scan, stop)?;
        if let Some(class) = ABBREVIATIONS.get(chunk) {
            let class = Self::named(class)?;
            // the same letters as a common word (sat, mass), or as a proper one (IE)
            let common = match class {
                Self::Month | Self::Region => !is_capitalised(chunk),
                Self::Linking => chunk.len() == 2 && is_all_caps(chunk),
                _ => false,
            };
            return (!common).then_some(class);
        }
        if scan.kind(stop) == Some(Kind::Initials) {
            return Some(Self::Letters);
        }
        if chunk.contains('.') {
            // a site, a file, a lost space: the last word alone says nothing
            return None;
        }
        let word = scan.str(last);
        let mut letters = word.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) if letter.is_uppercase() => Some(Self::Initial),
            (Some(letter), None) if letter.is_ascii_lowercase() => Some(Self::Numbered),
            _ => is_clipped(word).then_some(Self::General),
        }
    }

    fn named(class: &str) -> Option<Self> {
        Some(match class {
            "title" => Self::Title,
            "numbered" => Self::Numbered,
            "month" => Self::Month,
            "region" => Self::Region,
            "firm" => Self::Firm,
            "linking" => Self::Linking,
            "suffix" => Self::Suffix,
            "degree" => Self::Degree,
            "clock" => Self::Clock,
            "street" => Self::Street,
            "measure" => Self::Measure,
            "closing" => Self::Closing,
            "general" => Self::General,
            _ => return None,
        })
    }
}

/// What stands without a space before the full stop, from the last hyphen, slash or opening mark on
/// (`Ph.D` of `non-Ph.D.`), without that stop; and the index of its last token.
fn chunk<'t>(scan: &Scan<'_, 't>, stop: usize) -> Option<(&'t str, usize)> {
    let own = scan.kind(stop) == Some(Kind::Initials);
    let last = if own { stop } else { stop.checked_sub(1).filter(|&last| last >= scan.first)? };
    let joins =
        |index: usize| matches!(scan.kind(index), Some(Kind::Word | Kind::Initials)) || scan.mark(index) == Some('.');
    // the sign of N°. is a mark of its own
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

/// Whether `word`, capitalised behind an abbreviation, opens a sentence.
pub(super) fn is_starter(word: &str) -> bool {
    // in capitals it says nothing: U.S. TO SEND AID
    (word.len() == 1 || !is_all_caps(word)) && STARTERS.has(word)
}
