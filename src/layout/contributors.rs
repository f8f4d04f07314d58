//! Contributors: who else reported, wrote or edited.
//!
//! `(Reporting by A in X; Additional reporting by B; Editing by C.)` · `A reported from X and B from
//! Y.` · `Associated Press writers A in X and B in Y contributed to this report.` ·
//! `A contributed reporting.` · `(This article was written by A and B.)`

use super::{agencies, names};
use crate::text::Text;
use crate::text::places;
use crate::text::words::is_capitalised;
use crate::{ContributorRole, Span};

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

/// Work as the lines name it, before `by`, and the role it stands for.
const WORK: &[(&str, ContributorRole)] = &[
    ("reporting", ContributorRole::Reporting),
    ("reported", ContributorRole::Reporting),
    ("writing", ContributorRole::Writing),
    ("written", ContributorRole::Writing),
    ("editing", ContributorRole::Editing),
    ("edited", ContributorRole::Editing),
    ("compiled", ContributorRole::Writing),
    ("compiling", ContributorRole::Writing),
    ("translated", ContributorRole::Translation),
    ("translation", ContributorRole::Translation),
    ("graphics", ContributorRole::Graphics),
    ("graphic", ContributorRole::Graphics),
    ("photography", ContributorRole::Photography),
    ("research", ContributorRole::Research),
    ("analysis", ContributorRole::Research),
    ("together", ContributorRole::Writing),
    ("production", ContributorRole::Production),
    ("produced", ContributorRole::Production),
];

/// Reads the tokens `at..end`, a row of its own, as a contributors' line. `None` where it is none;
/// an empty list where it is one that names nobody.
pub(crate) fn read(text: &Text<'_>, at: usize, end: usize) -> Option<Vec<Person>> {
    if end - at > LONGEST || end - at < 3 {
        return None;
    }
    let is = |index: usize, word: &str| {
        index < end && text.word(index).is_some_and(|other| other.eq_ignore_ascii_case(word))
    };
    // without one of these words there is nothing to read
    let told = |index: usize| {
        is(index, "by")
            || is(index, "contributed")
            || is(index, "reported")
            || is(index, "inputs")
            || is(index, "files")
            || is(index, "reporting")
    };
    if !(at..end).any(told) {
        return None;
    }
    let mut role = None;
    let mut people: Vec<Person> = Vec::new();
    let mut pending: Vec<Span> = Vec::new();
    let mut evidence = false;
    let mut index = at;
    while index < end {
        // `Reporting by`, `additional reporting by`, `written by`; not: `has not been edited by our staff`
        let denied = index >= at + 2 && is(index - 1, "been") && is(index - 2, "not");
        if is(index + 1, "by")
            && !denied
            && let Some(&(_, work)) = WORK.iter().find(|(word, _)| is(index, word))
        {
            evidence = true;
            role = Some(work);
            index += 2;
            continue;
        }
        // what stands before the verb: `A and B contributed reporting`, `A reported from X`
        let contributed = is(index, "contributed")
            && (is(index + 1, "reporting")
                || is(index + 1, "to")
                || is(index + 1, "from")
                || is(index + 1, "research")
                || index + 1 >= end);
        let reported = is(index, "reported") && is(index + 1, "from");
        if contributed || reported {
            if !pending.is_empty() {
                evidence = true;
            }
            people.extend(pending.drain(..).map(|name| Person { name, role: ContributorRole::Reporting }));
            index += 1;
            continue;
        }
        if is(index, "with")
            && (is(index + 1, "inputs")
                || is(index + 1, "files")
                || is(index + 1, "reporting")
                || is(index + 1, "additional"))
        {
            evidence = true;
            role = Some(ContributorRole::Reporting);
            index += 2;
            continue;
        }
        // where they are: `in Boston`, `from Oakland, Calif.`
        if is(index, "in") || is(index, "from") || is(index, "at") {
            index = past_place(text, index + 1, end);
            continue;
        }
        if let Some(agency) = agencies::at(text, index, end) {
            index = agency.next;
            continue;
        }
        if let Some(name) = names::read(text, index, end) {
            let slice = text.slice(name.span);
            let verb_behind = is(name.next, "from")
                || is(name.next, "reported")
                || is(name.next, "contributed")
                || is(name.next, "and")
                || text.is_mark(name.next, ',');
            if name.words >= 2 || name.words == 1 && verb_behind && !is_stop_word(slice) {
                match role {
                    Some(role) => people.push(Person { name: name.span, role }),
                    None => pending.push(name.span),
                }
                index = name.next;
                continue;
            }
        }
        if text.is_mark(index, '.') || text.is_mark(index, ';') {
            // `Phillip reported from Oakland, Calif.; Gearan, from Washington.`
            if !people.is_empty() && is(index + 2, ",") {
                pending.clear();
            }
            if text.is_mark(index, '.') {
                role = None;
            }
        }
        index += 1;
    }
    // `…; Gearan, from Washington.`: the verb is carried on
    if evidence && role.is_none() && !people.is_empty() {
        people.extend(pending.drain(..).map(|name| Person { name, role: ContributorRole::Reporting }));
    }
    let starts = is_opening(text, at, end);
    (evidence && starts).then_some(people)
}

/// Whether such a line can begin with token `at`.
fn is_opening(text: &Text<'_>, at: usize, end: usize) -> bool {
    let is = |index: usize, word: &str| {
        index < end && text.word(index).is_some_and(|other| other.eq_ignore_ascii_case(word))
    };
    is(at, "reporting")
        || is(at, "additional")
        || is(at, "editing")
        || is(at, "written")
        || is(at, "writing")
        || is(at, "with")
        || text.is_mark(at, '(')
        || is(at + 1, "analysis") && is(at + 2, "by")
        || text.is_mark(at, '*')
        || names::read(text, at, end).is_some()
        || agencies::at(text, at, end).is_some()
        || is(at, "compiled")
        || is(at, "edited")
        || is(at, "this")
}

fn is_stop_word(slice: &str) -> bool {
    matches!(slice, "This" | "The" | "Additional" | "It" | "He" | "She" | "They" | "A" | "An")
}

/// Past a place behind "in": a name, and a region behind a comma where it is a known one.
fn past_place(text: &Text<'_>, at: usize, end: usize) -> usize {
    let next = past_capitals(text, at, end);
    if next > at && text.is_mark(next, ',') {
        let region = past_capitals(text, next + 1, end);
        if region > next + 1 {
            let span = Span::new(text.tokens[next + 1].span().start, text.tokens[region - 1].span().end);
            let slice = text.slice(span);
            let abbreviated =
                slice.contains('.') || region == next + 2 && text.is_mark(region, '.') && slice.len() <= 5;
            if places::is_place(slice) || abbreviated {
                return region;
            }
        }
    }
    next
}

fn past_capitals(text: &Text<'_>, at: usize, end: usize) -> usize {
    let mut next = at;
    while next < end && next < at + 5 {
        let token = text.tokens[next];
        let slice = text.str(token);
        let hyphen = slice == "-" && !token.spaced && next > at;
        if !(is_capitalised(slice) || hyphen) {
            break;
        }
        next += 1;
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(source: &str) -> Option<Vec<(String, &'static str)>> {
        let text = Text::new(source);
        let people = read(&text, 0, text.tokens.len())?;
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
            (
                "(This story was put together by Ada Quill and Emi Tach.)",
                &[("Ada Quill", "writing"), ("Emi Tach", "writing")],
            ),
            ("Data analysis by Ada Quill. Editing by Amy Hale.", &[("Ada Quill", "research"), ("Amy Hale", "editing")]),
            ("(With inputs from PTI)", &[]),
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
