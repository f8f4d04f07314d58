//! Markers of approximation in front of and after a number, with their sense.

use super::passage::Passage;
use crate::Bound;
use crate::text::words::{WordList, word_list};

/// Phrases in front of a number, each with its sense.
static MARKERS: WordList = word_list!("markers.txt");

/// Words of the longest marker.
const LONGEST: usize = 5;

/// The marker that ends before token `at`: the token it begins at, and its sense.
pub(super) fn before(passage: &Passage<'_>, at: usize) -> Option<(usize, Bound)> {
    let room = at.saturating_sub(passage.start);
    if let Some(mark) = at.checked_sub(1).and_then(|before| passage.mark(before)) {
        let bound = match mark {
            '~' | '≈' | '∼' => Bound::About,
            '>' => Bound::Over,
            '<' => Bound::Under,
            '≥' => Bound::AtLeast,
            '≤' => Bound::AtMost,
            _ => return None,
        };
        return passage.is_joined(at).then_some((at - 1, bound));
    }
    if !is_last(&passage.key(at.wrapping_sub(1))) {
        return None;
    }
    let (begin, bound) = (1..=LONGEST.min(room))
        .rev()
        .find_map(|count| Some((at - count, sense(&passage.phrase(at - count, count))?)))?;
    (!is_governed(passage, begin)).then_some((begin, bound))
}

/// Whether `word` is the last of any marker: asking the list is costly by comparison.
fn is_last(word: &str) -> bool {
    matches!(
        word,
        "about"
            | "above"
            | "almost"
            | "approx"
            | "approximate"
            | "approximately"
            | "around"
            | "as"
            | "at"
            | "below"
            | "circa"
            | "estimated"
            | "exceeding"
            | "least"
            | "less"
            | "like"
            | "maybe"
            | "most"
            | "nearly"
            | "of"
            | "over"
            | "perhaps"
            | "possibly"
            | "practically"
            | "probably"
            | "roughly"
            | "some"
            | "than"
            | "to"
            | "under"
            | "virtually"
    )
}

fn sense(phrase: &str) -> Option<Bound> {
    Some(match MARKERS.get(phrase)? {
        "over" => Bound::Over,
        "under" => Bound::Under,
        "atLeast" => Bound::AtLeast,
        "atMost" => Bound::AtMost,
        _ => Bound::About,
    })
}

/// Whether "about" or "over" at `at` belongs to the word before it: "worried about", "handed over".
fn is_governed(passage: &Passage<'_>, at: usize) -> bool {
    let before = passage.key(at.wrapping_sub(1));
    if passage.is(at, "over") {
        return matches!(&*before, "hand" | "handed" | "handing" | "hands" | "turn" | "turned" | "turning" | "turns");
    }
    passage.is(at, "about")
        && matches!(
            &*before,
            "talk"
                | "talks"
                | "talked"
                | "talking"
                | "think"
                | "thinking"
                | "thought"
                | "know"
                | "knew"
                | "worry"
                | "worried"
                | "concern"
                | "concerns"
                | "concerned"
                | "comment"
                | "comments"
                | "information"
                | "question"
                | "questions"
                | "story"
                | "stories"
                | "learn"
                | "learned"
                | "heard"
                | "complained"
                | "complaints"
                | "doubts"
                | "report"
                | "reports"
                | "bring"
                | "brought"
        )
}

/// The marker at token `at`, after a number or its noun: the token after it, and its sense.
pub(super) fn after(passage: &Passage<'_>, at: usize) -> Option<(usize, Bound)> {
    if passage.mark(at) == Some('+') && passage.is_joined(at) {
        return Some((at + 1, Bound::AtLeast));
    }
    let joint = usize::from(passage.is_joint(at));
    let at = at + joint;
    if joint > 0 || passage.mark(at).is_none() {
        match &*passage.key(at) {
            "plus" if joint > 0 => return Some((at + 1, Bound::AtLeast)),
            "odd" if joint > 0 => return Some((at + 1, Bound::About)),
            "or" if joint == 0 => {
                let bound = match &*passage.key(at + 1) {
                    "so" | "thereabouts" => Bound::About,
                    "more" => Bound::AtLeast,
                    "less" | "fewer" => Bound::AtMost,
                    _ => return None,
                };
                // "20 or more than that": no marker
                return (!passage.is(at + 2, "than")).then_some((at + 2, bound));
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_marker_ends_with_a_word_that_is_looked_for() {
        for (phrase, _) in MARKERS.entries() {
            let last = phrase.split(' ').next_back().unwrap_or("");
            assert!(is_last(last) && phrase.split(' ').count() <= LONGEST, "{phrase}");
            assert!(sense(phrase).is_some(), "{phrase}");
        }
    }
}
