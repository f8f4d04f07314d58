//! Contributors: who else reported, wrote or edited. Patterns tell what was done, code whose names are beside it.

use super::patterns::contributors::{CONTRIBUTORS, Says};
use super::{agencies, byline, names};
use crate::text::words::is_capitalised;
use crate::text::{Text, places};
use crate::{ContributorRole, Span};
use std::ops::Range;

/// One who worked on the story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Person {
    /// The name.
    pub(crate) name: Span,
    /// What they did.
    pub(crate) role: ContributorRole,
}

/// A line longer than this, in tokens, is prose.
const LONGEST: usize = 220;

/// What those did whose task is not named.
const REPORTING: ContributorRole = ContributorRole::Reporting;

/// Small words that occur among names; any other means a sentence.
const AMONG: &[&str] = &["and", "of", "the", "for", "with", "a", "an", "also"];

/// Reads a row as a contributors' line. `None` where it is not one; an empty list where it names nobody.
pub(crate) fn read(text: &Text<'_>, tokens: Range<usize>) -> Option<Vec<Person>> {
    #[cfg(test)]
    super::readings::ledger::note("contributors", text.span_of(&tokens));
    if !(3..=LONGEST).contains(&tokens.len()) || !is_told(text, tokens.clone()) {
        return None;
    }
    let row = text.span_of(&tokens);
    let slice = text.slice(row);
    let (mut people, mut says, mut role, mut from) = (Vec::new(), None, REPORTING, 0);
    loop {
        let found = CONTRIBUTORS.find(slice, from);
        let next = found.as_ref().map(|found| found.shape.gives);
        let word = found.as_ref().map(|found| found.place("word").unwrap_or(found.range.clone()));
        let end = word.as_ref().map_or(slice.len(), |word| word.start);
        let piece = text.tokens_in(Span::new(row.start + from, row.start + end));
        let names = match (says, next) {
            (Some(Says::After), _) => names_in(text, piece, false)?,
            (None, Some(Says::Before)) => names_in(text, piece, true).filter(|names| !names.is_empty())?,
            (None, _) if piece.clone().any(|index| text.word(index).is_some()) => return None,
            // also `A reported from Oslo and B from Rome`
            (Some(Says::Before), _) | (_, Some(Says::Before)) => names_in(text, piece, true).unwrap_or_default(),
            _ => Vec::new(),
        };
        people.extend(names.into_iter().map(|name| Person { name, role }));
        let (Some(found), Some(word)) = (found, word) else { return Some(people) };
        role = found.get("work").map_or(REPORTING, role_of);
        (says, from) = (next, word.end);
    }
}

/// Whether the row has the words that every such line has: without them no pattern is tried.
fn is_told(text: &Text<'_>, tokens: Range<usize>) -> bool {
    let is = |index: usize, words: &[&str]| {
        text.word(index).is_some_and(|word| words.iter().any(|other| word.eq_ignore_ascii_case(other)))
    };
    let opening = tokens.end.min(tokens.start + 9);
    tokens.into_iter().any(|index| {
        is(index, &["contributed"])
            || is(index, &["reported"]) && is(index + 1, &["from"])
            || index < opening
                && (is(index, &["by"])
                    || is(index, &["inputs", "input", "files", "reporting"]) && is(index + 1, &["from"]))
    })
}

/// What was done, by the stem of its word.
fn role_of(work: &str) -> ContributorRole {
    match &*work.to_ascii_lowercase() {
        "writ" | "compil" | "put together" => ContributorRole::Writing,
        "edit" => ContributorRole::Editing,
        "translat" => ContributorRole::Translation,
        "graphic" => ContributorRole::Graphics,
        "photography" => ContributorRole::Photography,
        "research" | "data analys" => ContributorRole::Research,
        "produc" => ContributorRole::Production,
        _ => REPORTING,
    }
}

/// The names among `tokens`, with outlets, posts and places between; names of one word only if `single`,
/// where people go by their last name. `None` where there are other words.
fn names_in(text: &Text<'_>, tokens: Range<usize>, single: bool) -> Option<Vec<Span>> {
    // whether a place comes next (`true`), or a region can follow one (`false`)
    let (mut names, mut index, mut place) = (Vec::new(), tokens.start, None);
    while index < tokens.end {
        let word = text.word(index).unwrap_or("");
        let post = byline::has_role_word(word);
        if let Some(agency) = agencies::at(text, index, tokens.end) {
            index = agency.next;
        } else if let Some(name) = names::read(text, index, tokens.end).filter(|_| !post) {
            let slice = text.slice(name.span);
            let comma = text.is_mark(name.next, ',');
            let from = text.word(name.next + usize::from(comma)) == Some("from");
            let last = from || comma || name.next == tokens.end || text.word(name.next) == Some("and");
            let person = match place {
                Some(true) => false,
                Some(false) if text.is_mark(index - 1, ',') => from || name.words > 1 && !places::is_place(slice),
                _ => name.words > 1 || single && last && !matches!(word, "He" | "She" | "They" | "We"),
            };
            names.extend((person && !byline::has_role_word(slice)).then_some(name.span));
            place = place.filter(|&comes| comes).map(|_| false);
            index = name.next;
        } else {
            match word {
                "in" | "from" | "at" => place = Some(true),
                _ if post || word.is_empty() || is_capitalised(word) || AMONG.contains(&word) => {}
                _ => return None,
            }
            index += 1;
        }
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(source: &str) -> Option<Vec<(String, &'static str)>> {
        let text = Text::new(source);
        let people = read(&text, 0..text.tokens.len())?;
        Some(people.into_iter().map(|person| (text.slice(person.name).to_owned(), person.role.as_str())).collect())
    }

    #[test]
    fn styles() {
        for (source, expected) in [
            (
                "(Reporting by Ada Quill in Boston, and Ben Blair in BEIJING; Additional reporting by Tom Rook; Editing by Amy Hale and Lou Reid.)",
                &[
                    ("Ada Quill", "reporting"),
                    ("Ben Blair", "reporting"),
                    ("Tom Rook", "reporting"),
                    ("Amy Hale", "editing"),
                    ("Lou Reid", "editing"),
                ][..],
            ),
            (
                "Reporting by Ada Quill, additional reporting by Lisa Barton, writing by Shilpa Jay, Editing by Alex Rich",
                &[
                    ("Ada Quill", "reporting"),
                    ("Lisa Barton", "reporting"),
                    ("Shilpa Jay", "writing"),
                    ("Alex Rich", "editing"),
                ],
            ),
            (
                "Peel reported from New York and Thomas-Dove from Washington. Associated Press writers Will Wise in Johnstown, Pennsylvania, and Bill Barr in Atlanta contributed to this report.",
                &[
                    ("Peel", "reporting"),
                    ("Thomas-Dove", "reporting"),
                    ("Will Wise", "reporting"),
                    ("Bill Barr", "reporting"),
                ],
            ),
            ("Amanda Turner contributed reporting.", &[("Amanda Turner", "reporting")]),
            (
                "(This article was written by Ryo Aiba and Takuya Seki.)",
                &[("Ryo Aiba", "writing"), ("Takuya Seki", "writing")],
            ),
            (
                "Phil reported from Oakland, Calif.; Garan, from Washington.",
                &[("Phil", "reporting"), ("Garan", "reporting")],
            ),
            ("Wolfe reported from Washington.", &[("Wolfe", "reporting")]),
            ("Alex Eisen contributed to this story.", &[("Alex Eisen", "reporting")]),
            ("-- CNN's Ada Quill contributed to this report.", &[("Ada Quill", "reporting")]),
            ("Ada Quill in Lagos and Emi Tach contributed.", &[("Ada Quill", "reporting"), ("Emi Tach", "reporting")]),
            ("Data analysis by Ada Quill. Editing by Amy Hale.", &[("Ada Quill", "research"), ("Amy Hale", "editing")]),
            ("(With inputs from PTI)", &[]),
            (
                "(This story was put together by Ada Quill and Emi Tach.)",
                &[("Ada Quill", "writing"), ("Emi Tach", "writing")],
            ),
            (
                "Editing by Amy Hale. AP writer Ada Quill contributed.",
                &[("Amy Hale", "editing"), ("Ada Quill", "reporting")],
            ),
            (
                "The Harbour Post’s Ada Quill contributed to this report. The Post is a partner.",
                &[("Ada Quill", "reporting")],
            ),
        ] {
            let read = people(source).unwrap_or_else(|| panic!("nothing in {source}"));
            assert_eq!(
                read.iter().map(|(name, role)| (name.as_str(), *role)).collect::<Vec<_>>(),
                expected,
                "{source}"
            );
        }
    }

    #[test]
    fn look_alikes() {
        for source in [
            "Research by Ada Quill, of the Harbour Institute, has shown that the quay sinks.",
            "The novel was written by Ada Quill and edited by Amy Hale.",
            "Mr. Quill said the rain, which fell all night, contributed to this disaster.",
            "She reported from the front, Ada Quill said.",
            "As reported by the Echo, the rain contributed to the flood.",
            "(This story has not been edited by our staff.)",
            "The rain contributed to the flood.",
            "He was edited out.",
            "Reporting is hard work for all of us.",
        ] {
            assert_eq!(people(source), None, "{source}");
        }
    }
}
