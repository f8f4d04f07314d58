//! Where patterns fit in a text. Linear in it, whatever they are: a pattern has so many steps and places, and then stops.

use super::line::{As, Line};
use super::pattern::{Pattern, PatternKind};
use crate::layout::rows::Rows;
use crate::order::arranged;
use crate::text::Text;
use crate::{Mark, Span, Warning, WarningCode};
use regex_automata::Input;
use regex_automata::meta::Regex;
use std::ops::Range;

/// Places that one pattern, and all of them, are marked at.
const PLACES: (usize, usize) = (10_000, 20_000);

/// Steps that an expression may take, each a byte of the text for each letter or class of it: to be marked, and while
/// somebody who typed it waits. The last one takes a second where every step is taken, which is only so where somebody tries.
const STEPS: (u64, u64) = (60_000_000, 20_000_000);

/// Bytes of words in a row that take as long as a step.
const FAST: u64 = 16;

/// Bytes of a row that are searched at once. A place in a longer row, which no paragraph is, is half as long at most.
const STRETCH: usize = 4096;

/// What patterns mark in `text`, in its order, and a warning for each that stopped before its end.
pub(crate) fn find(text: &Text<'_>, patterns: &[Pattern]) -> (Vec<Mark>, Vec<Warning>) {
    let mut finder =
        Finder { searches: patterns.iter().map(|pattern| Search::new(pattern, STEPS.0)).collect(), found: Vec::new() };
    if !patterns.is_empty() {
        finder.look(text);
    }
    let stopped = finder.searches.iter().zip(patterns).filter_map(|(search, pattern)| Some((pattern, search.stopped?)));
    let warnings = stopped.map(|(pattern, at)| {
        let message = format!(
            "the pattern {:?} fits too often, or takes too long, to be looked for from here on",
            pattern.name()
        );
        Warning::new(WarningCode::MarksStopped, message).at(Span::new(at, text.source.len()).trim(text.source))
    });
    let marks = finder.found.into_iter().map(|(span, index)| {
        let pattern = &patterns[index];
        Mark { name: pattern.name().to_owned(), remark: pattern.remark().map(str::to_owned), span }
    });
    (arranged(marks.collect(), |mark| (mark.span.start, mark.span.end)), warnings.collect())
}

/// The places of one pattern in `text`, and whether it was looked for in all of it.
pub(super) fn places(text: &Text<'_>, pattern: &Pattern) -> (Vec<Span>, bool) {
    let mut finder = Finder { searches: vec![Search::new(pattern, STEPS.1)], found: Vec::new() };
    finder.look(text);
    let whole = finder.searches.iter().all(|search| search.stopped.is_none());
    (finder.found.into_iter().map(|(span, _)| span).collect(), whole)
}

struct Finder {
    searches: Vec<Search>,
    /// Each with the index of its search.
    found: Vec<(Span, usize)>,
}

impl Finder {
    fn look(&mut self, text: &Text<'_>) {
        for row in Rows::of(text) {
            let given = text.slice(row.span);
            // each way of reading at most once for all patterns
            let mut lines = [const { None }; 3];
            for (index, search) in self.searches.iter_mut().enumerate().filter(|(_, search)| search.stopped.is_none()) {
                let line = lines[search.reads as usize].get_or_insert_with(|| Line::new(given, search.reads));
                let found = &mut self.found;
                let whole = search.through(&line.text, &mut |place| {
                    if found.len() == PLACES.1 {
                        return false;
                    }
                    let place = line.given(place);
                    found.push((Span::new(row.span.start + place.start, row.span.start + place.end), index));
                    true
                });
                if !whole {
                    search.stopped = Some(row.span.start);
                }
            }
        }
    }
}

/// One pattern on its way through a text.
struct Search {
    what: What,
    whole_words: bool,
    reads: As,
    /// Steps and places that are left.
    steps: u64,
    places: usize,
    /// The row in which it stopped.
    stopped: Option<usize>,
}

enum What {
    Words(String),
    Regex(Regex, u64),
    /// What cannot be compiled, which [`Pattern`] lets nobody make.
    Nothing,
}

impl Search {
    fn new(pattern: &Pattern, steps: u64) -> Self {
        let reads = match pattern.kind() {
            PatternKind::Regex => As::Given,
            PatternKind::Words if pattern.case() => As::Words,
            PatternKind::Words => As::AnyCase,
        };
        let what = match pattern.kind() {
            PatternKind::Words => What::Words(Line::new(pattern.find().trim(), reads).text.into_owned()),
            PatternKind::Regex => pattern.compile().map_or(What::Nothing, |(regex, states)| What::Regex(regex, states)),
        };
        Self { what, whole_words: pattern.whole_words(), reads, steps, places: PLACES.0, stopped: None }
    }

    /// Tells `found` the places in `line`, until that wants no more; `false` where it did not come to the end.
    fn through(&mut self, line: &str, found: &mut dyn FnMut(Range<usize>) -> bool) -> bool {
        let mut at = 0;
        while at < line.len() {
            let (next, place) = match &self.what {
                What::Words(words) => {
                    let begins = line[at..].find(words.as_str()).map(|begins| at + begins);
                    let cost = begins.map_or(line.len(), |begins| begins + words.len()) - at + words.len();
                    let Some(left) = self.steps.checked_sub(cost as u64 / FAST) else { return false };
                    self.steps = left;
                    let Some(begins) = begins else { return true };
                    let place = begins..begins + words.len();
                    if self.whole_words && !is_whole(line, &place) {
                        (after(line, begins), None)
                    } else {
                        (place.end, Some(place))
                    }
                }
                What::Regex(regex, states) => {
                    let end = line.floor_char_boundary(at + STRETCH);
                    let Some(left) = self.steps.checked_sub(states * (end - at) as u64) else { return false };
                    self.steps = left;
                    match regex.find(Input::new(line).range(at..end)) {
                        None if end == line.len() => return true,
                        None => (line.floor_char_boundary(at + STRETCH / 2), None),
                        // it may go on: once more from where it begins
                        Some(place) if place.end() == end && end < line.len() && place.start() > at => {
                            (place.start(), None)
                        }
                        Some(place) if place.is_empty() => (after(line, place.end()), None),
                        Some(place) => (place.end(), Some(place.range())),
                    }
                }
                What::Nothing => return true,
            };
            if let Some(place) = place {
                let Some(left) = self.places.checked_sub(1) else { return false };
                self.places = left;
                if !found(place) {
                    return false;
                }
            }
            at = next;
        }
        true
    }
}

/// The place after the character at `at`.
fn after(line: &str, at: usize) -> usize {
    line[at..].chars().next().map_or(line.len(), |c| at + c.len_utf8())
}

/// Whether no word goes on over the ends of `place`.
fn is_whole(line: &str, place: &Range<usize>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let (before, words, after) = (&line[..place.start], &line[place.clone()], &line[place.end..]);
    !(letter(before.chars().next_back()) && letter(words.chars().next())
        || letter(words.chars().next_back()) && letter(after.chars().next()))
}
