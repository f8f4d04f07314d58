//! Bylines: who wrote the story. Patterns tell how the pieces of a row hang together, their words what they are.

use super::patterns::bylines::{BYLINES, Join};
use super::{agencies, names};
use crate::Span;
use crate::text::words::{WordList, is_capitalised};
use crate::text::{Text, given, places};
use std::ops::Range;

/// Words that say what an author is (`person`), or that outlets have in their names (`outlet`).
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

/// A row, or its start, that reads as a byline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Whether it begins with "By" or its like.
    pub(crate) by: bool,
    /// The persons it names.
    pub(crate) authors: Vec<Author>,
    /// The agency it names, as author or as affiliation.
    pub(crate) agency: Option<agencies::Named>,
    /// What was understood.
    pub(crate) span: Span,
    /// Whether that is all. A name without "By" that is not all is an author's only where a time comes
    /// after: `NAME / echo.example / Sep 2, 2024`.
    pub(crate) whole: bool,
    /// Where links to follow the author begin, after all else.
    pub(crate) links: Option<usize>,
}

/// A byline longer than this, in tokens, is prose.
const LONGEST: usize = 70;

/// What stands between a name and a time, in bytes, is an outlet up to here.
const LONGEST_OUTLET: usize = 40;

/// Reads the byline that `tokens` begin with.
pub(crate) fn read(text: &Text<'_>, tokens: Range<usize>) -> Option<Reading> {
    let range = tokens.start..tokens.end.min(tokens.start + LONGEST);
    // no pattern is asked where neither a name nor a word of a byline is at the start
    let by = |index: usize| text.word(index).is_some_and(|word| word.eq_ignore_ascii_case("by"));
    let labelled = by(range.start) || by(range.start + 1) || text.is_mark(range.start + 1, ':');
    let named = || agencies::at(text, range.start, range.end).is_some() || author(text, &range).is_some();
    if range.is_empty() || !labelled && (range.len() < tokens.len() || !named()) {
        return None;
    }
    let (row, slice) = (text.span_of(&range), text.slice(text.span_of(&range)));
    let reading = Reading { span: row, by: false, authors: vec![], agency: None, whole: false, links: None };
    let mut reader = Reader { text, reading, last: Piece::Name };
    let (mut from, mut join) = (0, Join::Start);
    loop {
        let found = BYLINES.find(slice, from);
        let end = found.as_ref().map_or(slice.len(), |found| found.range.start);
        let piece = Span::new(row.start + from, row.start + end);
        if !reader.take(join, text.tokens_in(piece), piece.end) {
            // an outlet between name and time
            let single = reader.last == Piece::Name && reader.reading.authors.len() == 1;
            let apart = matches!(join, Join::List | Join::Apart | Join::Outlet);
            return reader.done(single && apart && piece.len() <= LONGEST_OUTLET);
        }
        let Some(found) = found else { break };
        (from, join) = (found.range.end, found.shape.gives);
        reader.reading.by |= join == Join::By;
        if let Some(links) = found.place("links") {
            reader.reading.links = Some(row.start + links.start);
        }
    }
    // a list that goes on in the next row is no byline
    let by = reader.reading.by;
    reader.reading.whole =
        range.len() == tokens.len() && (by || from < slice.len() || matches!(join, Join::Contact | Join::Links));
    reader.reading.span.end = row.end;
    reader.done(true)
}

/// What a piece was taken for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    Name,
    Role,
    Outlet,
    Place,
}

/// Takes a byline in, a piece after the other.
struct Reader<'a, 't> {
    text: &'a Text<'t>,
    reading: Reading,
    last: Piece,
}

impl Reader<'_, '_> {
    /// What was read, if it names anybody; without "By" only where it can stand `alone`.
    fn done(self, alone: bool) -> Option<Reading> {
        let Self { text, reading, .. } = self;
        let short = |author: &Author| (2..=4).contains(&text.slice(author.name).split_whitespace().count());
        let named = !reading.authors.is_empty() || reading.agency.is_some();
        (named && (reading.by || alone && reading.authors.iter().all(short))).then_some(reading)
    }

    /// Takes the next piece, which ends at byte `end`; `false` where it is no part of a byline, or not all of it.
    fn take(&mut self, join: Join, tokens: Range<usize>, end: usize) -> bool {
        self.reading.links = self.reading.links.filter(|_| tokens.is_empty());
        let Some(name) = author(self.text, &tokens).filter(|name| self.goes_on(join, name, tokens.end)) else {
            return self.said(join, tokens);
        };
        let span = Span::new(name.span.start, name.span.end.min(end));
        self.reading.authors.push(Author { name: span, role: None, affiliation: None });
        (self.last, self.reading.span.end) = (Piece::Name, span.end);
        self.said(Join::Start, name.next..tokens.end)
    }

    /// Whether `name`, in a piece that ends before token `end`, is one more author.
    fn goes_on(&self, join: Join, name: &names::Name, end: usize) -> bool {
        let (slice, rest) = (self.text.slice(name.span), self.text.slice(self.text.span_of(&(name.next..end))));
        let sure = join == Join::And || is_known(slice);
        match join {
            Join::Start | Join::By => true,
            Join::And | Join::List | Join::Contact if places::is_place(slice) => false,
            Join::And | Join::List if self.last == Piece::Name => sure || role_word(rest).is_none(),
            Join::And | Join::List | Join::Contact => rest.is_empty() && (sure || self.last == Piece::Place),
            _ => false,
        }
    }

    /// Takes what is said of the last author: the agency, a role, an outlet, a place. `Join::Start` stands for
    /// what copying ran on after the name: `NAME Political Correspondent`, `NAME The Associated Press`.
    fn said(&mut self, join: Join, tokens: Range<usize>) -> bool {
        let (text, by) = (self.text, self.reading.by);
        if tokens.is_empty() || by && tokens.len() == 1 && text.is_mark(tokens.start, '.') {
            return true;
        }
        if let Some(agency) = agencies::at(text, tokens.start, tokens.end).filter(|_| by || join != Join::Outlet) {
            self.reading.agency = Some(agency);
            (self.last, self.reading.span.end) = (Piece::Place, agency.span.end);
            // `NAME and AP` are two authors
            if let Some(author) = self.reading.authors.last_mut().filter(|_| join != Join::And) {
                author.affiliation.get_or_insert(agency.span);
            }
            return self.said(Join::And, agency.next..tokens.end);
        }
        let single = self.reading.authors.len() == 1 && self.last == Piece::Name;
        let Some(author) = self.reading.authors.last_mut() else { return false };
        let span = text.span_of(&tokens);
        let (slice, length, word) = (text.slice(span), tokens.len(), role_word(text.slice(span)));
        let capitals = tokens.clone().all(|index| text.word(index).is_some_and(is_capitalised));
        let known = by || is_known(text.slice(author.name));
        let bound = matches!(join, Join::And | Join::Place | Join::For);
        let fits = match join {
            Join::Start => capitals && length <= 4 && (known && word == Some("person") || by && word.is_some()),
            Join::Place if !by => capitals && length <= 3 && known && single,
            _ => by && length <= 25 && (bound || is_capitalised(slice) || word.is_some()),
        };
        if !fits {
            return false;
        }
        self.reading.span.end = span.end;
        // `Director of Research at the Bank`
        let more = bound && matches!(self.last, Piece::Role | Piece::Outlet);
        self.last = match (join, word) {
            _ if more => self.last,
            (Join::And, _) => Piece::Place,
            (_, Some("person")) => Piece::Role,
            (_, None) if !matches!(join, Join::Outlet | Join::For) || places::is_place(slice) => Piece::Place,
            _ => Piece::Outlet,
        };
        let slot = match self.last {
            Piece::Role => &mut author.role,
            Piece::Outlet => &mut author.affiliation,
            Piece::Name | Piece::Place => return true,
        };
        if more || slot.is_none() {
            slot.get_or_insert(span).end = span.end;
        }
        true
    }
}

/// The author whose name `tokens` begin with: of two words and more, none of them a role's or an outlet's.
fn author(text: &Text<'_>, tokens: &Range<usize>) -> Option<names::Name> {
    let agency = |&index: &usize| agencies::at(text, index, tokens.end).is_some();
    let end = (tokens.start..tokens.end.min(tokens.start + 6)).find(agency).unwrap_or(tokens.end);
    let word = |name: &names::Name| role_word(text.slice(name.span));
    let name = names::read(text, tokens.start, end).filter(|name| word(name) != Some("outlet"))?;
    // a post that copying ran on looks like more of the name
    let name = if word(&name).is_some() { names::read(text, tokens.start, tokens.start + 2)? } else { name };
    (name.words >= 2 && word(&name).is_none()).then_some(name)
}

/// Whether the first word of `name` is a known given name.
fn is_known(name: &str) -> bool {
    name.split_whitespace().next().is_some_and(given::is_given)
}

/// What the words of roles and outlets in `slice` say it is; those of roles count for more.
fn role_word(slice: &str) -> Option<&'static str> {
    slice.split(|c: char| !c.is_alphanumeric()).filter_map(|word| ROLES.get(word)).max()
}

/// Whether one of the words is that of an author's role or an outlet's name.
pub(crate) fn has_role_word(slice: &str) -> bool {
    role_word(slice).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn authors(source: &str) -> Option<(bool, Vec<String>, Option<&'static str>, String)> {
        let text = Text::new(source);
        let parsed = read(&text, 0..text.tokens.len())?;
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
        let parsed = read(&text, 0..text.tokens.len()).unwrap();
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
