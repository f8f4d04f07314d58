//! Sources with an apposition: a name and what its bearer is, in either order.
//!
//! `Roe, a doctor, said` · `The mayor, Ann Roe, said` · `The firm that runs the port, Elder Lines, said`

use super::cues::Verb;
use super::grammar::{Class, is_auxiliary, is_be};
use super::roles::Roles;
use super::scene::Scene;
use super::source::{APPOSITION, FIRST, Form, LONG, Source, is_day};
use super::verbs::is_verb;
use crate::text::tokens::Kind;
use crate::text::words::is_capitalised;

/// Tokens between a comma and the name after it: "Prime Minister, the Most Hon. Ann Roe, said".
const TITLE: usize = 6;

impl Scene<'_> {
    /// The name or noun phrase with an apposition whose closing mark is token `close`: "Roe, a doctor,".
    pub(super) fn apposition(&self, floor: usize, close: usize) -> Option<Source> {
        let mark = self.str(close);
        // "The mayor, Ann Roe, said": the name is the apposition, and not "Roe, an aide to Ann Hale, said"
        if let Some(name) = self.ending(close).filter(|name| name.person && name.start > floor)
            && let Some(comma) = (floor..name.start).rev().take(TITLE).find(|&at| self.str(at) == mark)
            && (comma + 1..name.start).all(|at| self.is_of_title(at))
        {
            let start = name.start;
            return Some(Source::named(name, start, true));
        }
        // "The firm that runs the port, Elder Lines, said": a body is the apposition of what begins with an article
        if let Some(name) = self.ending(close).filter(|name| name.body)
            && name.start > floor + 2
            && self.str(name.start - 1) == mark
            && self.is_described_body(floor, name.start - 1)
        {
            let start = name.start;
            return Some(Source::named(name, start, true));
        }
        // "Roe's widow, Ruth, said": a name that stands nowhere else
        if close >= floor + 3
            && self.str(close - 2) == mark
            && self.text.tokens[close - 1].kind == Kind::Word
            && is_capitalised(self.word(close - 1))
            && !is_day(self.word(close - 1))
            && self.ending(close).is_none()
            && self.word(close - 3).starts_with(char::is_lowercase)
        {
            return Some(Source::described(close - 1..close));
        }
        let low = floor.max(close.saturating_sub(APPOSITION));
        let mut other = None;
        for at in (low + 1..close).rev() {
            if self.is_quoted(at) || matches!(self.str(at), ";" | ":") {
                break;
            }
            if self.str(at) != mark {
                continue;
            }
            if let Some(name) = self.ending(at) {
                if name.person {
                    return Some(Source::named(name, name.start, true));
                }
                other = other.or(Some(name));
            } else if at >= low + 2
                && self.str(at - 1) == ")"
                && let Some(open) = (low..at - 1).rev().take(10).find(|&open| self.str(open) == "(")
                && let Some(name) = self.ending(open).filter(|name| name.person)
            {
                return Some(Source::named(name, name.start, true));
            }
        }
        if let Some(name) = other {
            // "The former head of the board, known as the Quay Board, said"
            if let Some(whole) = self.governor(low, name).filter(|whole| whole.form == Form::Description) {
                return Some(whole);
            }
            return Some(Source::named(name, name.start, true));
        }
        let at = (low + 1..close).rev().find(|&at| self.str(at) == mark)?;
        self.description(low, at)
    }

    /// Whether the word at token `at` can be one of a title before a name.
    fn is_of_title(&self, at: usize) -> bool {
        let word = self.word(at);
        !(self.is_quoted(at)
            || Class::Preposition.has(word) && word != "of"
            || matches!(word, "to" | "for" | "who" | "which" | "that" | "and")
            || is_verb(word)
            || is_be(word)
            || is_auxiliary(word))
    }

    /// Whether the clause in tokens `floor..end` begins with a noun for a body and its article, the only one of its kind
    /// there: "The firm that runs the port", "the port's owner".
    fn is_described_body(&self, floor: usize, end: usize) -> bool {
        let low = floor.max(end.saturating_sub(LONG));
        let clear = (low..end).all(|at| !self.is_quoted(at) && !matches!(self.str(at), "," | ";" | ":"));
        let noun = |at: usize| {
            let word = self.word(at);
            Roles::is_body(&format!("the {word}"))
                || matches!(word, "owner" | "operator" | "maker" | "developer" | "publisher")
        };
        clear && matches!(self.word(low), "The" | "the") && (low + 1..end.min(low + 5)).any(noun)
    }

    /// The person whose apposition a description without an article is where no comma closes it: "Ann Roe, head of
    /// Elder Port and deputy chair of the Quay Board said".
    pub(super) fn beside(&self, floor: usize, source: &Source) -> Option<Source> {
        let mut start = source.tokens.start;
        // "and first vice-chair of the Quay Board said"
        while start > floor && matches!(self.word(start - 1), "first" | "second" | "now" | "then" | "also") {
            start -= 1;
        }
        let body = matches!(source.form, Form::Name { person: false, .. });
        let follows = start > floor && matches!(self.str(start - 1), "," | "and");
        if !(body || source.form == Form::Description) || !follows || Class::Article.has(self.str(start)) {
            return None;
        }
        let low = floor.max(start.saturating_sub(APPOSITION));
        let name = *self.names_in(low..start).iter().take(FIRST).find(|name| name.person)?;
        let apposition = self.str(name.end) == ","
            && name.end < start
            && (name.end + 1..start).all(|at| {
                let word = self.word(at);
                !self.is_quoted(at) && !is_be(word) && !is_auxiliary(word) && Verb::of(word).is_none() && word != "who"
            });
        apposition.then(|| Source::named(name, name.start, true))
    }
}
