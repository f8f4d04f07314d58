//! From capitalised runs to names: without opening words and titles, with the "of" phrases that belong to a name.

use super::runs::{self, Run};
use super::{is_place, title_words, titles};
use crate::calendar::names as calendar;
use crate::text::Text;
use crate::text::given;
use crate::text::tokens::Kind;
use crate::text::words::{WordList, word_list};
use std::collections::HashSet;
use std::ops::Range;

/// Words that make a name that of an organization.
pub(super) static ORGANIZATIONS: WordList = word_list!("organizations.txt");
/// Words for regions that take "of" and a place: "Republic of Norland".
const REGION_WORDS: [&str; 14] = [
    "Republic",
    "City",
    "Kingdom",
    "Gulf",
    "Bay",
    "Strait",
    "Isle",
    "Port",
    "State",
    "Emirate",
    "Sultanate",
    "Province",
    "Horn",
    "Sea",
];
/// Tokens that a name may have: a bound on the work for one name.
const LONGEST: usize = 16;

/// Cuts runs into names: without opening words, without titles, with the "of" phrases of organizations.
pub(super) fn names(text: &Text<'_>, runs: &[Run], small: &HashSet<&str>) -> Vec<Range<usize>> {
    let mut names: Vec<Range<usize>> = Vec::new();
    let mut index = 0;
    while let Some(run) = runs.get(index) {
        index += 1;
        let mut tokens = opened(text, run, small);
        if tokens.is_empty() || tokens.len() > LONGEST || is_affiliation(text, &tokens) {
            continue;
        }
        // "Ministry of Works and Transport", "Bank for Rural Trade"
        if let Some(next) = runs.get(index).filter(|next| leads_region(text, &tokens, next)) {
            index += 1;
            names.push(tokens.start..next.tokens.end);
            continue;
        }
        if takes_of(text, &tokens) {
            let mut and = false;
            while let Some(next) = runs.get(index).filter(|next| joins(text, tokens.end, next.tokens.start, and)) {
                tokens.end = next.tokens.end;
                and = true;
                index += 1;
            }
            names.push(tokens);
            continue;
        }
        let tail = text.word(tokens.end - 1).is_some_and(|word| ORGANIZATIONS.has(word));
        if tail || gazetteer(text, &tokens) {
            names.push(tokens);
            continue;
        }
        // "Secretary of State John Roe": the "of" phrase of the title comes before the name
        tokens.start += titles::portfolio(text, &tokens);
        if let Some((before, name)) = split_title(text, &tokens) {
            if !before.is_empty() {
                names.push(before);
            }
            if !name.is_empty() {
                names.push(name);
            }
        } else {
            names.push(tokens);
        }
    }
    names
}

/// The run without a word that is capitalised only because the sentence begins there.
fn opened(text: &Text<'_>, run: &Run, small: &HashSet<&str>) -> Range<usize> {
    let mut tokens = run.tokens.clone();
    while !tokens.is_empty() {
        let word = text.str(text.tokens[tokens.start]);
        let title = title_words::part(word).is_some() && tokens.len() > 1;
        let article =
            matches!(word, "The" | "A" | "An" | "I" | "Former" | "Late" | "Fellow" | "Neighbouring" | "Neighboring");
        let date = calendar::weekday(word).is_some() || calendar::month(word).is_some() && tokens.len() == 1;
        let opener = runs::is_opener(word) && (run.opens || tokens.len() == 1);
        let common =
            run.opens && small.contains(word.to_lowercase().as_str()) && !(tokens.len() > 1 && given::is_given(word));
        let place = is_place(text.span_of(&tokens).of(text.source));
        if place || title && !article || !(article || date || opener || common) {
            break;
        }
        tokens.start += 1;
        while text.tokens.get(tokens.start).is_some_and(|token| token.kind == Kind::Mark) && !tokens.is_empty() {
            tokens.start += 1;
        }
    }
    if tokens.start > tokens.end { run.tokens.end..run.tokens.end } else { tokens }
}

/// Whether the run is a party and state after a legislator's name: "(D-Calif.)".
fn is_affiliation(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let letter = text.word(tokens.start).is_some_and(|word| matches!(word, "D" | "R" | "I"));
    let open = tokens.start > 0 && (text.is_mark(tokens.start - 1, '(') || text.is_mark(tokens.start - 1, ','));
    letter && open && runs::is_hyphen(text, tokens.start + 1)
}

/// What the organization word in a name says, the last one's say first.
pub(super) fn organization_word(text: &Text<'_>, tokens: &Range<usize>) -> Option<&'static str> {
    let last = tokens.end.checked_sub(1).and_then(|at| text.word(at)).and_then(|word| ORGANIZATIONS.get(word));
    last.or_else(|| {
        tokens
            .clone()
            .filter_map(|at| text.word(at))
            .find_map(|word| ORGANIZATIONS.get(word).filter(|&kind| kind == "head"))
    })
}

/// Whether an "of" phrase after the name belongs to it.
fn takes_of(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    text.word(tokens.end - 1).and_then(|word| ORGANIZATIONS.get(word)) == Some("head")
        && !text.tokens.get(tokens.end).is_none_or(|next| next.kind != Kind::Word)
}

/// Whether "of" and a place follow a word for a region: "Republic of Norland".
fn leads_region(text: &Text<'_>, tokens: &Range<usize>, next: &Run) -> bool {
    let last = text.word(tokens.end - 1).unwrap_or("");
    let joined = match next.tokens.start - tokens.end {
        1 => text.word(tokens.end) == Some("of"),
        2 => text.word(tokens.end) == Some("of") && text.word(tokens.end + 1) == Some("the"),
        _ => false,
    };
    joined
        && REGION_WORDS.contains(&last)
        && (is_place(text.span_of(&next.tokens).of(text.source)) || matches!(last, "Gulf" | "Bay" | "Strait" | "Isle"))
}

/// Whether the name is a region's word with "of" and a place.
pub(super) fn is_region_of(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|at| {
        text.word(at) == Some("of") && text.word(at.wrapping_sub(1)).is_some_and(|word| REGION_WORDS.contains(&word))
    })
}

/// Whether only "of", "for", "of the" or, after an "of" phrase, "and" is between two runs.
fn joins(text: &Text<'_>, end: usize, start: usize, and: bool) -> bool {
    let word = |at: usize| text.word(at).unwrap_or("");
    match start.checked_sub(end) {
        Some(1) => matches!(word(end), "of" | "for") || and && word(end) == "and",
        Some(2) => matches!(word(end), "of" | "for") && word(end + 1) == "the",
        _ => false,
    }
}

/// Whether the whole name is a place that everybody knows.
pub(super) fn gazetteer(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    is_place(text.span_of(tokens).of(text.source))
}

/// What comes before a title, and the name after it; `None` where the run has no title.
fn split_title(text: &Text<'_>, tokens: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    match titles::leading(text, tokens.clone()) {
        None => return Some((0..0, 0..0)),
        Some(0) => {}
        Some(length) => return Some((0..0, tokens.start + length..tokens.end)),
    }
    // "Works Ministry Spokesman Leo Quist": the title is inside
    if text.word(tokens.start).is_some_and(given::is_given) {
        return None;
    }
    let head = tokens.clone().skip(1).find(|&at| {
        at + 1 < tokens.end
            && matches!(
                text.word(at).and_then(title_words::part),
                Some(title_words::Part::Head | title_words::Part::Form(_))
            )
    })?;
    let mut start = head;
    while start > tokens.start && text.word(start - 1).and_then(title_words::part).is_some() {
        start -= 1;
    }
    let name = titles::leading(text, start..tokens.end)?;
    Some((tokens.start..start, start + name..tokens.end))
}
