//! Bylines: who wrote the story.
//!
//! `By NAME` · `By NAME, NAME and NAME` · `By NAME | Outlet` · `By NAME, Chief Economist …` ·
//! `Written by NAME | City |` · `By NAME and NAME The Associated Press` · names alone ·
//! an agency's name alone.

use super::agencies;
use super::names;
use crate::Span;
use crate::text::Text;
use crate::text::words::{WordList, is_capitalised};
use crate::text::{given, places};

/// Words of an author's role or of an outlet's name.
static ROLES: WordList = WordList::new(include_str!("roles.txt"));

/// One author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Author {
    /// The name.
    pub(crate) name: Span,
    /// What the author is, where the byline says so.
    pub(crate) role: Option<Span>,
    /// Whom the author writes for, where the byline says so.
    pub(crate) affiliation: Option<Span>,
}

/// A run that reads as a byline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parsed {
    /// Whether it begins with "By" or its like.
    pub(crate) by: bool,
    /// The persons it names.
    pub(crate) authors: Vec<Author>,
    /// The agency it names, as author or as affiliation.
    pub(crate) agency: Option<agencies::Named>,
    /// The whole run.
    pub(crate) span: Span,
    /// The token behind it.
    pub(crate) next: usize,
}

/// Links that stand beside an author's name.
const SHARING: &[&str] = &["Follow", "Twitter", "Email", "X", "Facebook", "Instagram", "LinkedIn", "Contact", "Bio"];

/// A byline longer than this, in tokens, is prose.
const LONGEST: usize = 70;

/// Reads a byline that begins at token `at` and ends before token `end`; with `By` it may stop
/// earlier, names alone must reach the end.
pub(crate) fn read(text: &Text<'_>, tokens: std::ops::Range<usize>) -> Option<Reading> {
    #[cfg(test)]
    super::readings::ledger::note("byline", text.span_of(&tokens));
    let (at, end) = (tokens.start, tokens.end);
    let parsed = parse(text, at, end).or_else(|| {
        let name = names::read(text, at, end).filter(|name| (2..=4).contains(&name.words))?;
        let parted = ['/', '|', '•', '·', ','].iter().any(|&mark| text.is_mark(name.next, mark));
        (parted && at == 0).then(|| parse(text, at, name.next)).flatten()
    })?;
    let links = links_behind(text, &parsed);
    Some(Reading {
        by: parsed.by,
        whole: parsed.next >= end,
        links,
        authors: parsed.authors,
        agency: parsed.agency,
        span: parsed.span,
    })
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) by: bool,
    pub(crate) authors: Vec<Author>,
    pub(crate) agency: Option<agencies::Named>,
    pub(crate) span: Span,
    pub(crate) whole: bool,
    pub(crate) links: Option<usize>,
}
fn parse(text: &Text<'_>, at: usize, end: usize) -> Option<Parsed> {
    let end = end.min(at + LONGEST);
    let label = label(text, at, end);
    let by = label.is_some();
    let mut next = label.unwrap_or(at);
    let mut parsed = Parsed { by, authors: Vec::new(), agency: None, span: Span::default(), next };
    loop {
        if let Some(agency) = agencies::at(text, next, end) {
            parsed.agency = Some(agency);
            match parsed.authors.last_mut().filter(|author| author.affiliation.is_none()) {
                // `By NAME, AFP`: whom the author writes for; `NAME and AP`: a second author
                Some(author) if !joined_by_and(text, next) => author.affiliation = Some(agency.span),
                _ => {}
            }
            next = agency.next;
        } else if let Some((author, behind)) = with_post(text, next, end) {
            parsed.authors.push(author);
            next = behind;
        } else if let Some(name) = names::read(text, next, end).filter(|name| is_author(text, name)) {
            parsed.authors.push(Author { name: name.span, role: None, affiliation: None });
            next = name.next;
        } else {
            break;
        }
        parsed.next = next;
        let Some(behind) = separator(text, next, end) else { break };
        next = behind;
    }
    if parsed.authors.is_empty() && parsed.agency.is_none() {
        return None;
    }
    if by {
        tail(text, &mut parsed, end);
    } else if parsed.next < end && !where_from(text, &mut parsed, end) || !names_alone(text, &parsed) {
        return None;
    }
    parsed.span = Span::new(text.tokens[at].span().start, last_end(text, &parsed));
    Some(parsed)
}

/// Where share links begin behind the last of the names: `By NAME  Follow`, `By NAMETwitter`.
pub(crate) fn links_behind(text: &Text<'_>, parsed: &Parsed) -> Option<usize> {
    let name = parsed.authors.last()?.name;
    let rest = text.slice(Span::new(name.end, parsed.span.end));
    let mut words = rest.split_whitespace().peekable();
    words.peek()?;
    words.all(|word| SHARING.contains(&word)).then(|| name.end + rest.len() - rest.trim_start().len())
}

/// Where the run ends: a name can end inside a token that has something glued to it.
fn last_end(text: &Text<'_>, parsed: &Parsed) -> usize {
    text.tokens[parsed.next - 1].span().end
}

/// What stands before "by" in a byline.
const VERBS: &[&str] = &[
    "written",
    "story",
    "words",
    "report",
    "reported",
    "text",
    "posted",
    "authored",
    "published",
    "interview",
    "review",
    "edited",
];

/// Past "By", "Written by", "Story by" and their like; `None` where there is no such word.
fn label(text: &Text<'_>, at: usize, end: usize) -> Option<usize> {
    let word = |index: usize| if index < end { text.word(index).unwrap_or("") } else { "" };
    let is_by = |index: usize| word(index).eq_ignore_ascii_case("by");
    let next = if is_by(at) {
        at + 1
    } else if is_by(at + 1) && VERBS.iter().any(|verb| word(at).eq_ignore_ascii_case(verb))
        || text.is_mark(at + 1, ':')
            && ["author", "authors", "writer", "reporter"].iter().any(|noun| word(at).eq_ignore_ascii_case(noun))
    {
        at + 2
    } else {
        return None;
    };
    Some(next + usize::from(text.is_mark(next, ':')))
}

/// `Anna Quill Political Correspondent`: a name with a known first word, and the post that copying ran
/// on behind it.
fn with_post(text: &Text<'_>, at: usize, end: usize) -> Option<(Author, usize)> {
    let name = names::read(text, at, end.min(at + 2)).filter(|name| name.words == 2 && is_author(text, name))?;
    let known = text.word(at).is_some_and(given::is_given);
    let stop = (name.next..end).find(|&index| !text.word(index).is_some_and(is_capitalised)).unwrap_or(end);
    let post = (1..=4)
        .contains(&stop.saturating_sub(name.next))
        .then(|| Span::new(text.tokens[name.next].span().start, text.tokens[stop - 1].span().end))?;
    // the last word says what it is; a longer name of the trade's is an outlet's
    let says = text.word(stop - 1).is_some_and(|word| POSTS.iter().any(|post| word.eq_ignore_ascii_case(post)));
    (known && says).then_some((Author { name: name.span, role: Some(post), affiliation: None }, stop))
}

/// What closes the words of an author's post.
const POSTS: &[&str] = &[
    "correspondent",
    "editor",
    "reporter",
    "writer",
    "columnist",
    "team",
    "staff",
    "desk",
    "analyst",
    "critic",
    "producer",
];

/// Whether a run of name shape is a person's: of two words and more, without words of roles and outlets.
fn is_author(text: &Text<'_>, name: &names::Name) -> bool {
    name.words >= 2 && !has_role_word(text.slice(name.span))
}

/// Whether one of the words is that of an author's role or an outlet's name.
pub(crate) fn has_role_word(slice: &str) -> bool {
    slice.split(|c: char| !c.is_alphanumeric()).any(|word| ROLES.has(word))
}

fn joined_by_and(text: &Text<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        text.word(before).is_some_and(|word| word.eq_ignore_ascii_case("and")) || text.is_mark(before, '&')
    })
}

/// Past what parts two authors.
fn separator(text: &Text<'_>, at: usize, end: usize) -> Option<usize> {
    let mut next = at;
    while next < end
        && next < at + 3
        && (text.is_mark(next, ',')
            || text.is_mark(next, '&')
            || text.is_mark(next, '/')
            || text.is_mark(next, ';')
            || text
                .word(next)
                .is_some_and(|word| word.eq_ignore_ascii_case("and") || word.eq_ignore_ascii_case("with")))
    {
        next += 1;
    }
    if next == at && agencies::at(text, at, end).is_some() {
        return Some(at);
    }
    (next > at && next < end).then_some(next)
}

/// Names without "By" are a byline only where nothing else could be meant.
fn names_alone(text: &Text<'_>, parsed: &Parsed) -> bool {
    parsed.authors.iter().all(|author| {
        let slice = text.slice(author.name);
        let words = slice.split_whitespace().count();
        (2..=4).contains(&words)
    })
}

/// Past `at Mill Lane`, `in Lagos` to the end of a row: where somebody with a known first name reports
/// from.
fn where_from(text: &Text<'_>, parsed: &mut Parsed, end: usize) -> bool {
    let [author] = parsed.authors.as_slice() else { return false };
    let known = text.slice(author.name).split_whitespace().next().is_some_and(given::is_given);
    let preposition = matches!(text.word(parsed.next), Some("in" | "at"));
    let place = parsed.next + 1..end;
    let named =
        (1..=3).contains(&place.len()) && place.clone().all(|index| text.word(index).is_some_and(is_capitalised));
    if known && preposition && named {
        parsed.next = end;
    }
    known && preposition && named
}

/// The author whom a list goes on with at token `at`: behind "and", or with a known first name.
fn another(text: &Text<'_>, at: usize, end: usize) -> Option<names::Name> {
    let and = text.word(at).is_some_and(|word| word.eq_ignore_ascii_case("and")) || text.is_mark(at, '&');
    let name = names::read(text, at + usize::from(and), end).filter(|name| is_author(text, name))?;
    let slice = text.slice(name.span);
    let known = slice.split_whitespace().next().is_some_and(given::is_given);
    let ends = name.next >= end
        || [',', '|', '&', '/', ';'].iter().any(|&mark| text.is_mark(name.next, mark))
        || matches!(text.word(name.next), Some("and" | "in" | "at" | "of" | "for"));
    // `NAME, Economics Editor, …`
    let posted = text.is_mark(name.next, ',') && {
        let stop = (name.next + 1..end).find(|&index| text.is_mark(index, ',')).unwrap_or(name.next);
        stop > name.next + 1
            && has_role_word(text.slice(Span::new(name.span.end, text.tokens[stop].span().start)))
            && names::read(text, name.next + 1, stop).is_some()
    };
    ((and || known || posted) && ends && !places::is_place(slice)).then_some(name)
}

/// Role, affiliation and place behind the last name: `, Chief Economist at the Bank`, `| Fox News`,
/// `for The Echo`, `in Lagos`.
fn tail(text: &Text<'_>, parsed: &mut Parsed, end: usize) {
    let mut next = parsed.next;
    while next < end {
        // share links beside the names
        if SHARING.contains(&text.word(next).unwrap_or("")) {
            next += 1;
            parsed.next = next;
            continue;
        }
        let mark = ['|', ',', '-', '–', '—', '•', '·', '/'].iter().any(|&mark| text.is_mark(next, mark));
        let word = text.word(next).unwrap_or("");
        // `By NAME in Oslo, NAME, Economics Editor, and NAME`
        let list = text.is_mark(next, ',') || word == "and" || text.is_mark(next, '&');
        if list && let Some(name) = another(text, next + usize::from(text.is_mark(next, ',')), end) {
            parsed.authors.push(Author { name: name.span, role: None, affiliation: None });
            next = name.next;
            parsed.next = next;
            continue;
        }
        let preposition = matches!(word, "for" | "in" | "of" | "at" | "from");
        if !(mark || preposition) {
            // `By NAME The Daily Echo`: an outlet glued on by a lost tag
            let outlet = is_capitalised(word) && has_role_word(word);
            if !outlet {
                return;
            }
        }
        let from = next + usize::from(mark || preposition);
        let stop = (from..end)
            .find(|&index| {
                ['|', ',', '•', '·'].iter().any(|&mark| text.is_mark(index, mark))
                    || text.word(index) == Some("and") && another(text, index, end).is_some()
            })
            .unwrap_or(end);
        if from >= stop {
            parsed.next = stop.max(next + 1).min(end);
            next = parsed.next;
            continue;
        }
        let span = Span::new(text.tokens[from].span().start, text.tokens[stop - 1].span().end);
        let slice = text.slice(span);
        // a piece that holds a sentence is not the byline's any more
        if stop - from > 25 || !is_capitalised(slice) && !preposition && !has_role_word(slice) {
            return;
        }
        if let Some(author) = parsed.authors.last_mut() {
            let agency = agencies::by_name(slice).is_some();
            if (mark && text.is_mark(next, '|') || word == "for" || agency) && author.affiliation.is_none() {
                author.affiliation = Some(span);
            } else if mark && has_role_word(slice) && author.role.is_none() {
                author.role = Some(span);
            }
        }
        parsed.next = stop;
        next = stop;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn authors(source: &str) -> Option<(bool, Vec<String>, Option<&'static str>, String)> {
        let text = Text::new(source);
        let parsed = parse(&text, 0, text.tokens.len())?;
        let names = parsed.authors.iter().map(|author| text.slice(author.name).to_owned()).collect();
        Some((parsed.by, names, parsed.agency.map(|agency| agency.name), text.slice(parsed.span).to_owned()))
    }

    #[test]
    fn styles() {
        for (source, names, agency) in [
            ("By Ada Quill", &["Ada Quill"][..], None),
            ("BY ADA QUILL, Reuters", &["ADA QUILL"], Some("Reuters")),
            ("By\u{a0} ADA QUILL, TOM ROOK and AMY HALE-REED", &["ADA QUILL", "TOM ROOK", "AMY HALE-REED"], None),
            ("By Ada Quill and Tom Rook  The Associated Press", &["Ada Quill", "Tom Rook"], Some("AP")),
            ("By Ada Quill | Harbour News", &["Ada Quill"], None),
            ("Written by Ada Quill | Mumbai |", &["Ada Quill"], None),
            (
                "By Hugo Folk, Chief Economist and Director of Research at the Export Bank (Exbank).",
                &["Hugo Folk"],
                None,
            ),
            ("Ada Quill/Tom Rook", &["Ada Quill", "Tom Rook"], None),
            ("Ada Quill and AP", &["Ada Quill"], Some("AP")),
            ("Associated Press", &[], Some("AP")),
            ("By Associated Press", &[], Some("AP")),
            ("ADA QUILL", &["ADA QUILL"], None),
            (
                "By Ada Quill in Oslo, Devend Rook, Economics Editor, and Amy Hale in Lisbon",
                &["Ada Quill", "Devend Rook", "Amy Hale"],
                None,
            ),
            ("By Ada Quill, New York", &["Ada Quill"], None),
            ("Anna Quill Political Correspondent", &["Anna Quill"], None),
            ("Anna Quill at Mill Lane", &["Anna Quill"], None),
            ("By Ada Quill  Follow", &["Ada Quill"], None),
            ("By Xia You0, Tom Rook & Jeff Toll", &["Xia You", "Tom Rook", "Jeff Toll"], None),
        ] {
            let (_, read, named, span) = authors(source).unwrap_or_else(|| panic!("nothing in {source}"));
            assert_eq!(
                (read.as_slice(), named),
                (&names.iter().map(|&n| n.to_owned()).collect::<Vec<_>>()[..], agency),
                "{source}"
            );
            assert_eq!(span.trim_end_matches('.'), source.trim_end_matches('.'), "the whole row");
        }
    }

    #[test]
    fn roles_and_affiliations() {
        let source = "By Ada Quill, Political Correspondent | The Harbour Echo";
        let text = Text::new(source);
        let parsed = parse(&text, 0, text.tokens.len()).unwrap();
        assert_eq!(parsed.authors[0].role.map(|span| text.slice(span)), Some("Political Correspondent"));
        assert_eq!(parsed.authors[0].affiliation.map(|span| text.slice(span)), Some("The Harbour Echo"));
    }

    #[test]
    fn look_alikes() {
        for source in
            ["By Monday the storm had passed", "By the sea", "Ada Quill said so", "Read More", "Standing by Ada Quill"]
        {
            assert_eq!(authors(source), None, "{source}");
        }
    }
}
