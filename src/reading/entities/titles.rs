//! Titles: words before a name that say what its bearer is.

use super::runs::{is_hyphen, is_name};
use super::title_words::{Part, is_singular, part};
use super::{is_demonym, is_place, roles};
use crate::Span;
use crate::text::Text;
use crate::text::given::Gender;
use crate::text::tokens::Kind;
use crate::text::words::{is_all_caps, is_capitalised};
use std::ops::Range;

/// A title before a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Title {
    /// Its tokens, the full stop of an abbreviation included.
    pub(super) tokens: Range<usize>,
    /// Whether it is a form of address ("Mr") and not a function.
    pub(super) form: bool,
    /// Whether it is a plural that goes on to the next name: "Presidents A and B".
    pub(super) plural: bool,
    /// The gender it tells.
    pub(super) gender: Option<Gender>,
}

/// The title that ends right before token `name`, not reaching before `floor`.
pub(super) fn before(text: &Text<'_>, floor: usize, name: usize) -> Option<Title> {
    let mut start = name;
    let mut at = name;
    let mut head = None;
    let mut gender = None;
    let mut only_forms = true;
    // titles are short: a bound keeps the scan linear over the whole text
    let floor = floor.max(name.saturating_sub(12));
    while at > floor {
        let mut last = at - 1;
        if text.is_mark(last, '.')
            && last > floor
            && !text.tokens[last].spaced
            && text.word(last - 1).is_some_and(is_short)
        {
            last -= 1;
        } else if is_hyphen(text, last) && last > floor && start < name {
            at = last;
            continue;
        }
        let token = text.tokens[last];
        let word = text.str(token);
        let Some(found) = (token.kind == Kind::Word).then(|| part(word)).flatten() else {
            // a noun for what someone does that no list holds, right before the name
            if head.is_none()
                && start == name
                && token.kind == Kind::Word
                && text.tokens[last + 1].spaced
                && roles::is_role(word)
            {
                head = Some(last);
                only_forms = false;
                start = last;
                at = last;
                continue;
            }
            if head.is_none() {
                // an "of" phrase after the head: "Secretary of State", "Minister for Roads and Ports"
                if let Some(of) = of_phrase(text, floor, at) {
                    at = of;
                    continue;
                }
                break;
            }
            // what the title is of: "US", "Russian", "U.N."
            let nation = matches!(token.kind, Kind::Word | Kind::Initials)
                && is_capitalised(word)
                && (is_demonym(word) || is_place(word) || is_all_caps(word) && word.len() <= 6)
                && start > last
                && (text.tokens[last + 1].spaced || is_hyphen(text, last + 1));
            if nation && !only_forms {
                start = last;
                at = last;
                continue;
            }
            break;
        };
        match found {
            Part::Head => {
                head = head.or(Some(last));
                only_forms = false;
                start = last;
            }
            Part::Form(tells) => {
                head = head.or(Some(last));
                gender = gender.or(tells);
                // "Tan Sri": alone, Tan is a surname
                let tan = word == "Sri" && last > floor && text.word(last - 1) == Some("Tan");
                start = last - usize::from(tan);
                at = start;
                continue;
            }
            Part::Modifier if head.is_some() => start = last,
            Part::Modifier => {
                if let Some(of) = of_phrase(text, floor, at) {
                    at = of;
                    continue;
                }
                break;
            }
        }
        at = last;
    }
    let head = head?;
    let word = text.str(text.tokens[head]);
    Some(Title {
        tokens: start..name,
        form: only_forms,
        plural: part(word).is_some() && !is_singular(word) || word.eq_ignore_ascii_case("messrs"),
        gender,
    })
}

/// The start of the preposition of the "of" phrase that ends before token `end`, where a title's head comes
/// before it.
fn of_phrase(text: &Text<'_>, floor: usize, end: usize) -> Option<usize> {
    let mut at = end;
    while at > floor && end - at < 7 {
        let word = text.word(at - 1)?;
        if matches!(word, "of" | "for") {
            let heads = at >= floor + 2 && text.word(at - 2).and_then(part) == Some(Part::Head);
            return (heads && at < end).then_some(at - 1);
        }
        let joins = matches!(word, "and" | "the");
        let belongs = is_name(text, at - 1)
            && (part(word) == Some(Part::Modifier)
                || word == "State"
                || is_place(word)
                || at == end && end - floor > 2);
        if !(joins || belongs) {
            return None;
        }
        at -= 1;
    }
    None
}

/// The tokens at the front of `run` that do not belong to the name: a title and what comes before it.
/// `None` where the run is nothing but a title; 0 where it begins with a name.
pub(super) fn leading(text: &Text<'_>, run: Range<usize>) -> Option<usize> {
    let mut name = run.start;
    let mut at = run.start;
    let mut head_seen = false;
    while at < run.end {
        let token = text.tokens[at];
        let word = text.str(token);
        match part(word) {
            // a plural only as the first word: "Presidents A and B", but "Elder Leaders Forum"
            Some(Part::Head | Part::Form(_)) if at == run.start || is_singular(word) => {
                head_seen = true;
                name = at + 1;
            }
            Some(_) => {}
            None if word == "Tan" && text.word(at + 1) == Some("Sri") => {}
            None if token.kind == Kind::Mark => {
                if name == at {
                    name = at + 1;
                }
            }
            None if head_seen => break,
            None if at < run.start + 6 && (is_demonym(word) || is_place(word) || is_all_caps(word)) => {}
            None => break,
        }
        at += 1;
    }
    (name < run.end).then_some(name - run.start)
}

/// The wording of a title: the slice, with a plural head made singular.
pub(super) fn wording(text: &Text<'_>, title: &Title) -> String {
    let tokens = &text.tokens[title.tokens.clone()];
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return String::new() };
    let slice = text.slice(Span::new(first.span().start, last.span().end));
    let mut words: String = slice.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.plural && words.ends_with('s') {
        words.pop();
    }
    words
}

/// Whether a full stop after `word` can be its own: "Gen.", not "editor."
fn is_short(word: &str) -> bool {
    word.len() <= 5 && is_capitalised(word)
}
