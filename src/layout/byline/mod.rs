//! Bylines: who wrote the story. Patterns tell how the pieces of a row hang together, their words what they are.

mod desk;
mod small;

pub(crate) use desk::is_desk;

use super::patterns::bylines::{BYLINES, Join};
use super::patterns::pieces::TRADES;
use super::{agencies, names};
use crate::Span;
use crate::text::words::{WordList, is_all_caps, is_capitalised, word_list};
use crate::text::{Text, given, places};
use std::ops::Range;

/// Words that say what an author is (`person`), or that outlets have in their names (`outlet`).
static ROLES: WordList = word_list!("../roles.txt");

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
    /// Whether it begins with "By" or the like.
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

/// Tokens of a newsroom's name before `/ By` or `| By`, at most.
const NEWSROOM: usize = 8;

/// More small words than stand between names, roles and the pieces of an address: a sentence about whom it names.
const SMALL_WORDS: usize = 6;

/// Reads the byline that `tokens` begin with.
pub(crate) fn read(text: &Text<'_>, tokens: Range<usize>) -> Option<Reading> {
    #[cfg(test)]
    super::readings::ledger::note("byline", text.span_of(&tokens));
    // `^By DANA MOOR=`, as wires marked the beginning and the end of a field
    let start = tokens.start + usize::from(text.is_mark(tokens.start, '^'));
    let end = tokens.end - usize::from(start > tokens.start && text.is_mark(tokens.end - 1, '='));
    let (row, tokens) = (text.span_of(&tokens), start..end.max(start));
    let mut read = match after_glued_by(text, &tokens) {
        Some(rest) => read_from(&rest, 0..rest.tokens.len(), true),
        None => read_from(text, tokens.clone(), false),
    }?;
    if read.whole && row.contains(read.span) {
        read.span.end = row.end;
        read.span.start = if start > 0 && text.is_mark(start - 1, '^') { row.start } else { read.span.start };
    }
    Some(read)
}

/// Words of a row that says who wrote the story in a form that [`read`] does not know, at most, and its small words.
const ASSUMED: usize = 12;
const ASSUMED_SMALL: usize = 3;

/// Reads a row that is known to be a byline as if it began with "By": `Doriel Quill – Mill Bay`, `From Doriel Quill, Mill Bay`.
pub(crate) fn assumed(text: &Text<'_>, tokens: Range<usize>) -> Option<Reading> {
    #[cfg(test)]
    super::readings::ledger::note("assumed byline", text.span_of(&tokens));
    let from = text.word(tokens.start).is_some_and(|word| word.eq_ignore_ascii_case("from"));
    let start = (tokens.start + usize::from(from)).min(tokens.end);
    let words = || (start..tokens.end).filter_map(|at| text.word(at));
    let small = words().filter(|word| word.starts_with(char::is_lowercase)).count();
    let fits = words().count() <= ASSUMED && small <= ASSUMED_SMALL;
    let mut reading = read_from(text, start..tokens.end, true).filter(|reading| fits && reading.whole)?;
    // after a comma or a stroke, what is not known for a name is the place or the outlet
    let mut before: Option<Span> = None;
    reading.authors.retain(|author| {
        let joined =
            before.is_none_or(|before| !text.slice(Span::new(before.end, author.name.start)).contains([',', ';', '/']));
        before = Some(author.name);
        joined || is_known(text.slice(author.name))
    });
    (!reading.authors.is_empty()).then_some(Reading { by: false, ..reading })
}

/// What comes after a "By" that copying glued to the name: `ByAda Quill`, `byAda Quill`.
fn after_glued_by<'t>(text: &Text<'t>, tokens: &Range<usize>) -> Option<Text<'t>> {
    let done = text.word(tokens.start).filter(|_| tokens.len() <= LONGEST)?;
    let done =
        ["written", "story", "words", "text", "reported", "posted"].iter().any(|word| done.eq_ignore_ascii_case(word));
    let at = tokens.start + usize::from(done);
    let word = text.word(at).filter(|_| at < tokens.end)?;
    let name = word.strip_prefix("By").or_else(|| word.strip_prefix("by"));
    let mut letters = name.unwrap_or("").chars();
    let glued = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_alphabetic);
    // `BYADA QUILL`, not `BYRON QUILL`
    let shouted = || !given::is_given(word) && word.strip_prefix("BY").is_some_and(given::is_given);
    let start = text.tokens[at].span().start + 2;
    (glued || shouted()).then(|| text.part(Span::new(start, text.span_of(tokens).end)))
}

/// Reads the byline that `tokens` begin with, or go on with after a "By".
fn read_from(text: &Text<'_>, tokens: Range<usize>, after_by: bool) -> Option<Reading> {
    let range = tokens.start..tokens.end.min(tokens.start + LONGEST);
    // no pattern is asked where neither a name nor a word of a byline is at the start
    let by = |index: usize| text.word(index).is_some_and(|word| word.eq_ignore_ascii_case("by"));
    let is = |words: &[&str]| {
        text.word(range.start).is_some_and(|word| words.iter().any(|other| word.eq_ignore_ascii_case(other)))
    };
    let late = is(&["a", "an", "guest", "special", "text", "words", "story", "op", "reported", "photos", "pictures"])
        && (range.start + 2..range.end.min(range.start + 8)).any(by);
    let newsroom = (range.start + 2..range.end.min(range.start + NEWSROOM))
        .any(|at| by(at) && (text.is_mark(at - 1, '/') || text.is_mark(at - 1, '|')));
    let labelled = after_by
        || newsroom
        || by(range.start)
        || by(range.start + 1)
        || late
        || is_label(text, range.start)
        || is(&["as"]);
    let named = || {
        let agency = agencies::at(text, range.start, range.end).map(|agency| agency.next);
        let next = agency.or_else(|| author(text, &range).map(|name| name.next));
        next.is_some_and(|next| next >= range.end || joins(text, next))
            || after_post(text, &range).is_some()
            || is_filed(text, &range)
    };
    let small = |index: &usize| text.word(*index).is_some_and(|word| word.starts_with(char::is_lowercase));
    let sentence = || range.clone().filter(small).nth(SMALL_WORDS).is_some();
    if let Some(reading) = small::in_small_letters(text, &tokens) {
        return Some(reading);
    }
    if range.is_empty() || !labelled && (range.len() < tokens.len() || !named() || sentence()) {
        return None;
    }
    let (row, slice) = (text.span_of(&range), text.slice(text.span_of(&range)));
    let mut reading = Reading { span: row, by: after_by, authors: vec![], agency: None, whole: false, links: None };
    let (mut from, mut join) = (0, if after_by { Join::By } else { Join::Start });
    let alone = loop {
        let found = BYLINES.find(slice, from);
        let end = found.as_ref().map_or(slice.len(), |found| found.range.start);
        let piece = Span::new(row.start + from, row.start + end);
        if let Some(found) = found.as_ref().filter(|found| found.shape.gives == Join::Gap && piece.is_empty()) {
            from = found.range.end;
            continue;
        }
        if !reading.take(text, join, text.tokens_in(piece), piece.end) {
            // an outlet, no longer than outlets are, between name and time
            let apart = matches!(join, Join::List | Join::Apart | Join::Outlet) && piece.len() <= 40;
            let last = found.is_none_or(|found| found.range.end == slice.len());
            break apart && last && reading.authors.len() == 1 && reading.ends()[0];
        }
        let Some(found) = found else {
            // a list that goes on in the next row is no byline
            let closed = reading.by
                || from < slice.len()
                || join == Join::Contact
                || join == Join::Bracket && slice.ends_with(')');
            reading.whole = closed && range.len() == tokens.len();
            reading.links = reading.links.filter(|_| from == slice.len());
            reading.span.end = row.end;
            break true;
        };
        // what those others did says nothing of the author
        let aside = join == Join::Others && found.shape.gives != Join::By;
        (from, join) = (found.range.end, if aside { Join::Others } else { found.shape.gives });
        reading.by |= join == Join::By;
        reading.links = found.place("links").map(|links| row.start + links.start);
    };
    let short = |author: &Author| (2..=4).contains(&text.slice(author.name).split_whitespace().count());
    let named = !reading.authors.is_empty() || reading.agency.is_some();
    (named && (reading.by || alone && reading.authors.iter().all(short))).then_some(reading)
}

impl Reading {
    /// Whether what was understood ends with the last author's name, role, outlet.
    fn ends(&self) -> [bool; 3] {
        let parts = self.authors.last().map_or([None; 3], |last| [Some(last.name), last.role, last.affiliation]);
        parts.map(|part| part.is_some_and(|span| span.end == self.span.end))
    }

    /// Takes the next piece, which ends at byte `end`; `false` where not all of it is part of a byline.
    fn take(&mut self, text: &Text<'_>, join: Join, tokens: Range<usize>, end: usize) -> bool {
        if join == Join::Others {
            self.span.end = end;
            return true;
        }
        let posted = || if join == Join::By { after_post(text, &tokens) } else { None };
        let Some(name) =
            author(text, &tokens).or_else(posted).filter(|name| self.goes_on(text, join, name, tokens.end))
        else {
            return self.said(text, join, tokens);
        };
        let span = Span::new(name.span.start, name.span.end.min(end));
        self.authors.push(Author { name: span, role: None, affiliation: None });
        self.span.end = span.end;
        self.said(text, Join::Start, name.next..tokens.end)
    }

    /// Whether `name`, in a piece that ends before token `end`, is one more author.
    fn goes_on(&self, text: &Text<'_>, join: Join, name: &names::Name, end: usize) -> bool {
        let (slice, rest) = (text.slice(name.span), text.slice(text.span_of(&(name.next..end))));
        let [after_name, role, outlet] = self.ends();
        let sure = join == Join::And || is_known(slice);
        let whole = rest.is_empty() || after_name && (sure || role_word(rest).is_none());
        match join {
            Join::Start | Join::By => true,
            // `NAME | NAME`; `NAME | Virginia Echo` is a paper
            Join::Outlet | Join::Apart => {
                let first = slice.split(' ').next().unwrap_or("");
                after_name && rest.is_empty() && given::is_given(first) && !places::is_place(first)
            }
            Join::And | Join::List | Join::Contact => whole && (sure || !role && !outlet) && !places::is_place(slice),
            _ => false,
        }
    }

    /// Takes what is said of the last author: the agency, a role, an outlet, a place. `Join::Start` stands for
    /// what copying ran on after the name: `NAME Political Correspondent`, `NAME The Associated Press`.
    fn said(&mut self, text: &Text<'_>, join: Join, tokens: Range<usize>) -> bool {
        if tokens.is_empty() || self.by && tokens.len() == 1 && text.is_mark(tokens.start, '.') {
            return true;
        }
        if let Some(agency) = agencies::at(text, tokens.start, tokens.end).filter(|_| self.by || join != Join::Outlet) {
            self.agency = Some(agency);
            self.span.end = agency.span.end;
            // `NAME and AP` are two authors
            if let Some(author) = self.authors.last_mut().filter(|_| join != Join::And) {
                author.affiliation.get_or_insert(agency.span);
            }
            return self.said(text, Join::And, agency.next..tokens.end);
        }
        // `Director of Research at the Bank`
        let bound = matches!(join, Join::And | Join::Place | Join::For);
        let [after_name, role, outlet] = self.ends();
        let single = self.authors.len() == 1 && after_name;
        let Some(author) = self.authors.last_mut() else { return false };
        let (span, length) = (text.span_of(&tokens), tokens.len());
        let more = bound && (role || outlet) && !text.slice(Span::new(self.span.end, span.start)).contains(',');
        let (slice, word) = (text.slice(span), role_word(text.slice(span)));
        let capitals = tokens.clone().all(|index| text.word(index).is_some_and(is_capitalised));
        let known = self.by || is_known(text.slice(author.name));
        let post = is_capitalised(slice) && word == Some("person");
        let ends_in_trade = length <= 4 && slice.split_whitespace().next_back().is_some_and(is_trade);
        let trade = ends_in_trade && (post || known && length >= 2);
        // nothing said of an author is longer than two dozen words
        let fits = match join {
            Join::Start => length <= 4 && (known && post || capitals && self.by && word.is_some()),
            // `NAME, Travel Editor`, `NAME, Aberdeen`, `NAME, ECHO`
            Join::List if !self.by => {
                let outlet = length <= 2 && (is_all_caps(slice) || places::is_place(slice))
                    || capitals && (word == Some("outlet") || slice.starts_with("The "));
                // a known place tells, where the name does not
                let place =
                    length <= 2 && places::is_place(slice) && text.slice(author.name).split_whitespace().count() == 2;
                let paper = slice.starts_with("The ") && word == Some("outlet") && capitals;
                let special = || slice.get(..11).is_some_and(|start| start.eq_ignore_ascii_case("special to "));
                if single && known && length <= 7 && special() {
                    self.span.end = span.end;
                    return true;
                }
                single && length <= 4 && (known && (post || outlet) || place || paper || trade)
            }
            // `NAME | Staff Writer`, `NAME (Harbour News)`
            Join::Apart | Join::Outlet | Join::Bracket if !self.by => {
                let outlet = capitals && (word == Some("outlet") || slice.starts_with("The "));
                let place = join != Join::Bracket && length <= 2 && places::is_place(slice);
                single && length <= 5 && (trade || known && (post || outlet || place))
            }
            Join::Place if !self.by => capitals && length <= 3 && known && after_name,
            // `NAME for The Harbour Post`
            Join::For if !self.by => {
                let of_paper = word == Some("outlet") || slice.starts_with("The ") || slice.starts_with("the ");
                known && after_name && length <= 5 && of_paper && slice.split(' ').skip(1).all(is_capitalised)
            }
            // `NAME in Oslo and agencies`
            Join::And if !self.by => known && slice.eq_ignore_ascii_case("agencies"),
            _ => self.by && length <= 25 && (bound || is_capitalised(slice) || word.is_some()),
        };
        if !fits {
            return false;
        }
        self.span.end = span.end;
        let told =
            word.is_some() || matches!(join, Join::Outlet | Join::Bracket | Join::For) && !places::is_place(slice);
        let slot = match join {
            _ if more && role => &mut author.role,
            _ if more => &mut author.affiliation,
            _ if join == Join::And || !told => return true,
            _ if word == Some("person") => &mut author.role,
            _ => &mut author.affiliation,
        };
        let end = slot.filter(|_| !more).map_or(span.end, |before| before.end);
        slot.get_or_insert(span).end = end;
        true
    }
}

/// The author whose name `tokens` begin with: of two words or more, none of them a role's or an outlet's.
fn author(text: &Text<'_>, tokens: &Range<usize>) -> Option<names::Name> {
    let agency = |&index: &usize| agencies::at(text, index, tokens.end).is_some();
    let end = (tokens.start..tokens.end.min(tokens.start + 6)).find(agency).unwrap_or(tokens.end);
    let word = |name: &names::Name| role_word(text.slice(name.span));
    // what a release begins with: `EMBARGOED UNTIL`
    let embargo = |word: &str| word.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("embargo"));
    if (tokens.start..tokens.end.min(tokens.start + 2)).any(|at| text.word(at).is_some_and(embargo)) {
        return None;
    }
    let title = text.word(tokens.start).is_some_and(|word| TITLES.contains(&word));
    let at = tokens.start + usize::from(title);
    let at = at + usize::from(title && text.is_mark(at, '.'));
    let name = names::read(text, at, end)?;
    // a post that copying ran on looks like more of the name
    let post = word(&name) == Some("person") || name.words > 2 && name.next < end && is_post(text, name.next);
    let name = if post { names::read(text, at, end.min(at + 2))? } else { name };
    (name.words >= 2 && word(&name).is_none() && !places::is_place(text.slice(name.span))).then_some(name)
}

/// Before an author's name, and no part of it.
const TITLES: [&str; 7] = ["Dr", "Mr", "Mrs", "Ms", "Prof", "Professor", "Rev"];

/// Whether a word says by itself that somebody writes for a living.
fn is_trade(word: &str) -> bool {
    TRADES.iter().any(|trade| word.eq_ignore_ascii_case(trade))
}

/// The name after a post, where there is nothing else: `Staff writer NAME`.
fn after_post(text: &Text<'_>, range: &Range<usize>) -> Option<names::Name> {
    let trade = |at: usize| text.word(at).is_some_and(|word| is_trade(word) || word.eq_ignore_ascii_case("author"));
    // the outlet has four words at most
    let post = (range.start..range.end.min(range.start + 5)).find(|&at| trade(at));
    let outlet = |post: usize| (range.start..post).all(|at| text.word(at).is_some_and(is_capitalised));
    let post = post.filter(|&post| outlet(post))?;
    author(text, &(post + 1..range.end)).filter(|name| name.next == range.end)
}

/// Whether the row says from whom and where the story comes, and nothing else: `From NAME in Nairobi`.
fn is_filed(text: &Text<'_>, range: &Range<usize>) -> bool {
    // `and NAME`, below the row of the first author
    if text.word(range.start) == Some("and") {
        return author(text, &(range.start + 1..range.end)).is_some_and(|name| name.next == range.end);
    }
    let from = text.word(range.start).is_some_and(|word| word.eq_ignore_ascii_case("from"));
    let name = from.then(|| author(text, &(range.start + 1..range.end))).flatten();
    name.is_some_and(|name| {
        let joined = text.is_mark(name.next, ',') || text.word(name.next) == Some("in");
        let place = name.next + 1..range.end;
        let named = || {
            let slice = text.slice(text.span_of(&place));
            places::is_place(slice) || is_known(text.slice(name.span)) && slice.split(' ').all(is_capitalised)
        };
        joined && (1..=3).contains(&place.len()) && named()
    })
}

/// Whether token `at` is a post in small letters: `NAME Political editor`.
fn is_post(text: &Text<'_>, at: usize) -> bool {
    text.word(at).is_some_and(|word| word.starts_with(char::is_lowercase) && role_word(word) == Some("person"))
}

/// Whether what follows a name at the start of a row can be a byline's: a mark, a capital, an address of mail, or
/// what joins names and places.
fn joins(text: &Text<'_>, at: usize) -> bool {
    text.is_mark(at + 1, '@')
        || is_post(text, at)
        || text
            .word(at)
            .is_none_or(|word| is_capitalised(word) || ["and", "with", "for", "in", "at", "of", "from"].contains(&word))
}

/// Whether token `at` and a colon label an author: `Author:`, `Text:`.
fn is_label(text: &Text<'_>, at: usize) -> bool {
    let begins = |word: &str, stem: &str| word.get(..stem.len()).is_some_and(|start| start.eq_ignore_ascii_case(stem));
    // `Words and pictures:`
    let joint = text.is_mark(at + 1, '&') || text.word(at + 1) == Some("and");
    text.is_mark(at + 1 + 2 * usize::from(joint), ':')
        && text.word(at).is_some_and(|word| LABELS.iter().any(|stem| begins(word, stem)))
}

/// How the labels of an author begin.
const LABELS: [&str; 9] =
    ["author", "writer", "reporter", "journalist", "correspondent", "byline", "story", "text", "words"];

/// Whether `name` reads as an outlet's and not as a person's, who may hold the rights to what they write: one word, "The" before it,
/// or a word for a paper in it.
pub(crate) fn is_outlet(name: &str) -> bool {
    let single = !name.contains(char::is_whitespace);
    (single || name.starts_with("The ") || role_word(name) == Some("outlet")) && !is_known(name)
}

/// Whether `name` has a known given name, in the East or after initials not as its first word.
pub(crate) fn is_known(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or("");
    given::is_given(first) || is_initial(first) || name.split_whitespace().count() <= 3 && words.any(given::is_given)
}

/// Whether a word is initials: `K.`, `J.R.`
fn is_initial(word: &str) -> bool {
    word.len() <= 6 && word.ends_with('.') && word.split_terminator('.').all(|letter| letter.chars().count() == 1)
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
mod tests;
