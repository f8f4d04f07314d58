//! What a number is measured in: percentages, measures, and time, which is neither.

use super::passage::Passage;
use crate::calendar::names;
use crate::text::words::{WordList, word_list};

/// Units of measure with their symbols.
static UNITS: WordList = word_list!("units.txt");
/// Units and words of time, the calendar's names apart.
static TIMES: WordList = word_list!("times.txt");

/// Words of the longest unit.
const LONGEST: usize = 3;

/// Whether `word`, in lower case, is a unit or a name of time. In lower case "may" and "march" are neither.
pub(super) fn is_time(word: &str) -> bool {
    let name = |word| names::is_full(word) && !matches!(word, "may" | "march");
    TIMES.has(word) || name(word) || word.strip_suffix('s').is_some_and(name)
}

/// The unit at token `at`: its symbol and the token after it.
pub(super) fn read(passage: &Passage<'_>, at: usize) -> Option<(&'static str, usize)> {
    match passage.mark(at) {
        Some('%' | '％') => return Some(("%", at + 1)),
        Some('‰') => return Some(("‰", at + 1)),
        Some('°' | 'º') => {
            return Some(match &*passage.key(at + 1) {
                "c" | "celsius" => ("°C", at + 2),
                "f" | "fahrenheit" => ("°F", at + 2),
                _ => ("°", at + 1),
            });
        }
        Some('℃') => return Some(("°C", at + 1)),
        Some('℉') => return Some(("°F", at + 1)),
        Some(_) => return None,
        None => {}
    }
    // "17C (63F)"
    match passage.str(at) {
        "C" if passage.is_joined(at) => return Some(("°C", at + 1)),
        "F" if passage.is_joined(at) => return Some(("°F", at + 1)),
        _ => {}
    }
    if passage.is_joint(at + 1)
        && let Some(symbol) = UNITS.get(&passage.compound(at))
    {
        return Some((symbol, at + 3));
    }
    (1..=LONGEST).rev().find_map(|count| {
        let phrase = passage.phrase(at, count);
        let symbol = UNITS.get(&phrase)?;
        let short = count == 1 && phrase.len() < 3;
        // one letter is a unit right after the figures, two also after a space, both in the unit's own spelling
        let own = passage.str(at) == symbol && (phrase.len() > 1 || passage.is_joined(at))
            || phrase.len() == 2 && (passage.is_joined(at) || passage.str(at) == &*phrase);
        let area = passage.mark(at + count).filter(|_| passage.is_joined(at + count));
        match (symbol, area) {
            _ if short && !(own || matches!(area, Some('²' | '³'))) => None,
            ("km", Some('²')) => Some(("km²", at + count + 1)),
            ("m", Some('²')) => Some(("m²", at + count + 1)),
            ("m", Some('³')) => Some(("m³", at + count + 1)),
            ("km", Some('/')) if matches!(&*passage.key(at + count + 1), "h" | "hr" | "hour") => {
                Some(("km/h", at + count + 2))
            }
            ("m", Some('/')) if passage.is(at + count + 1, "s") => Some(("m/s", at + count + 2)),
            _ => Some((symbol, at + count)),
        }
    })
}
