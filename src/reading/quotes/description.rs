//! Descriptions: sources that are not names, before a cue and after it.

use super::cues::Verb;
use super::grammar::{Class, is_adverb, is_auxiliary, is_be, is_time};
use super::roles::{Roles, is_person, is_plural_person};
use super::scene::{Name, Scene};
use super::source::{Form, Source};
use super::verbs::is_verb;
use crate::reading::entities;
use crate::text::tokens::Kind;
use crate::text::words::is_capitalised;

/// Tokens that a description may have: a bound that keeps the search for its start linear.
const LONGEST: usize = 16;
/// Words that are not the last of a noun phrase.
const NO_HEADS: [&str; 23] = [
    "each", "Each", "every", "latest", "new", "same", "own", "former", "current", "first", "last", "next", "it",
    "this", "that", "there", "what", "not", "to", "and", "or", "as", "than",
];

impl Scene<'_> {
    /// A noun phrase without a name at its end.
    pub(super) fn description(&self, floor: usize, end: usize) -> Option<Source> {
        let low = floor.max(end.saturating_sub(LONGEST));
        let mut start = end;
        while start > low {
            // the “Harbour Lights” actor
            if let Some(work) = self.work_before(low, start).filter(|_| start < end) {
                start = work;
                continue;
            }
            let at = start - 1;
            let word = self.str(at);
            let inside = match self.text.tokens[at].kind {
                // "an aide to the president"
                Kind::Word if word == "to" => at > low && (is_person(self.str(at - 1)) || self.str(at - 1) == "close"),
                Kind::Word => {
                    !Class::Boundary.has(word)
                        && !Class::Subordinator.has(word)
                        && !is_be(word)
                        && !is_auxiliary(word)
                        && !Class::SubjectPronoun.has(word)
                }
                Kind::Initials | Kind::Clitic | Kind::Number => true,
                Kind::Mark => {
                    matches!(word, "-" | "’" | "'" | "&" | "." | "$" | "%")
                        && !(word == "."
                            && self.text.tokens[start..].first().is_some_and(|next| {
                                next.spaced && !self.str(at.wrapping_sub(1)).starts_with(char::is_uppercase)
                            }))
                }
                Kind::Url => false,
            };
            // "The board met Roe's lawyer": who is met, and not the board
            let object = || Class::Article.has(self.str(start)) || is_capitalised(self.str(start));
            let acts = at > low
                && start < end
                && is_verb(word)
                && (self.ending(at).is_some() || Roles::can_speak(self.word(at - 1)))
                && object();
            if !inside || acts || self.is_quoted(at) {
                break;
            }
            start -= 1;
            // an article begins the phrase, unless a preposition ties it to a noun before
            if Class::Article.has(word)
                && start > low
                && !matches!(self.str(start - 1), "of" | "for" | "in" | "at" | "from" | "with" | "on" | "to" | "by")
                && !self.is_place_of(low, start)
            {
                break;
            }
        }
        // a phrase does not begin with a preposition, nor with an adverb of time
        while start < end {
            let word = self.str(start);
            let skips = Class::Preposition.has(word)
                || is_adverb(&word.to_lowercase())
                || matches!(self.text.tokens[start].kind, Kind::Clitic)
                || self.text.tokens[start].kind == Kind::Mark
                || is_time(word);
            if !skips {
                break;
            }
            let prepositional = Class::Preposition.has(word);
            start += 1;
            if prepositional {
                // "In a statement the firm": what the preposition governs ends before the next article
                if let Some(article) = (start + 1..end).find(|&at| Class::Article.has(self.str(at))) {
                    start = article;
                }
            }
        }
        if start >= end {
            return None;
        }
        let head = self.str(end - 1);
        let noun = self.text.tokens[end - 1].kind == Kind::Word
            && head.len() > 1
            && !Class::Preposition.has(head)
            && !Class::Article.has(head)
            && (entities::is_noun_head(head) || self.is_somebody_of(start, end))
            && !self.is_predicate(start, end)
            && !NO_HEADS.contains(&head);
        noun.then(|| Source::described(start..end))
    }

    /// Whether the tokens `start..end` tell one person by a nation or party: "the Republican", "the 24-year-old German".
    fn is_somebody_of(&self, start: usize, end: usize) -> bool {
        matches!(self.word(start), "the" | "The")
            && end > start + 1
            && (start + 1..end - 1).all(|at| !is_capitalised(self.str(at)))
    }

    /// Whether the tokens `start..end` are what is done and nobody who does it: "facing charges that", "kept asking",
    /// "carrying signs saying".
    fn is_predicate(&self, start: usize, end: usize) -> bool {
        let (first, head) = (self.str(start), self.str(end - 1));
        let doing = first.ends_with("ing") && first.starts_with(char::is_lowercase) && !is_person(first);
        if start + 1 == end {
            return doing || is_verb(head) && !is_plural_person(head);
        }
        // "came carrying signs", not "wellbeing services"
        let goes_on = start > 0 && is_verb(self.word(start - 1));
        doing && goes_on && !Roles::can_speak(head) && !is_plural_person(head)
    }

    /// Where the title of a work in quotation marks begins that ends before token `end`.
    pub(super) fn work_before(&self, low: usize, end: usize) -> Option<usize> {
        const MOST: usize = 7;
        let close = end.checked_sub(1).filter(|&at| matches!(self.str(at), "”" | "\"" | "’" | "'"))?;
        let open = (low.max(close.saturating_sub(MOST))..close)
            .rev()
            .find(|&at| matches!(self.str(at), "“" | "\"" | "‘" | "'"))?;
        let words = || (open + 1..close).map(|at| self.str(at));
        let titled = words().all(|word| is_capitalised(word) || word.len() < 4) && words().any(is_capitalised);
        let touches = !self.text.tokens[close].spaced && !self.text.tokens[open + 1].spaced;
        let article = open
            .checked_sub(1)
            .is_some_and(|at| Class::Article.has(self.word(at)) || matches!(self.word(at), "old" | "former"));
        (titled && touches && article).then_some(open)
    }

    /// Whether a participle and a preposition tie the phrase at token `start` to a noun before: "residents living near the
    /// port".
    fn is_place_of(&self, low: usize, start: usize) -> bool {
        let participle = self.word(start.wrapping_sub(2));
        start >= low + 3
            && (Class::Preposition.has(self.word(start - 1)) || self.word(start - 1) == "near")
            && (participle.ends_with("ing") || participle.ends_with("ed"))
            && participle.starts_with(|c: char| c.is_ascii_lowercase())
            && is_plural_person(self.word(start - 3))
    }

    /// The source after a cue that ends before token `start`: "said Roe", "said a spokesman for the firm".
    pub(super) fn after(&self, start: usize, ceiling: usize) -> Option<Source> {
        if self.is_pronoun(start) || Class::ObjectPronoun.has(self.word(start)) {
            return Some(Source::pronoun(start));
        }
        let mut end = start;
        let mut preposition = None;
        while end < ceiling.min(start + LONGEST) && !self.is_quoted(end) {
            let word = self.str(end);
            let inside = match self.text.tokens[end].kind {
                Kind::Word => !Class::SourceEnd.has(word) && !Class::SubjectPronoun.has(word),
                Kind::Initials | Kind::Clitic | Kind::Number => true,
                Kind::Mark => {
                    matches!(word, "-" | "’" | "'" | "&" | "/")
                        || word == "."
                            && end > start
                            && self.text.tokens.get(end + 1).is_some_and(|next| next.spaced)
                            && is_capitalised(self.str(end + 1))
                            && is_capitalised(self.str(end - 1))
                            && self.str(end - 1).chars().count() <= 5
                }
                Kind::Url => false,
            };
            if !inside {
                break;
            }
            if preposition.is_none() && matches!(word, "of" | "for" | "from" | "with" | "and") && end > start {
                preposition = Some(end);
            }
            end += 1;
        }
        if end == start {
            return None;
        }
        let front = preposition.unwrap_or(end);
        let names = self.names_in(start..front);
        let name =
            names.iter().rev().find(|name| name.person).or_else(|| names.last().filter(|name| name.end == front));
        // "suggested Roe's refusal was": the name is a possessor
        let possessor = |name: &Name| {
            self.text.tokens.get(name.end).is_some_and(|next| next.kind == Kind::Clitic)
                && self.str(name.end).ends_with('s')
        };
        let beside = self
            .starting(end + 1)
            .filter(|name| name.person && self.str(end) == "," && name.end < ceiling)
            .filter(|beside| matches!(self.str(beside.end), "," | "." | ";" | ""));
        if let Some(&name) = name {
            let owner = possessor(&name) && name.end != end;
            // "said Roe's widow, Ruth Roe", "said Roe's widow"
            let kin = owner && preposition.is_none() && is_person(self.word(end - 1));
            return match beside {
                _ if !owner => Some(Source::named(name, start, false)),
                Some(beside) if kin => Some(Source::named(beside, start, true)),
                _ => kin.then(|| Source::described(start..end)),
            };
        }
        // "said the firm's head of care and training, Ann Roe", "said harbour and fisheries officer Ann Roe"
        if let Some(beside) = beside {
            return Some(Source::named(beside, start, true));
        }
        if preposition.is_some_and(|at| self.word(at) == "and")
            && let Some(last) = self.ending(end).filter(|name| name.person && name.start > start)
            && self.str(last.start - 1).starts_with(char::is_lowercase)
            && !Class::Preposition.has(self.str(last.start - 1))
            && self.word(last.start - 1) != "and"
        {
            return Some(Source::named(last, start, false));
        }
        // "said Elder's chief human capital, safety and training officer Ann Roe"
        if self.str(end) == ","
            && preposition.is_none()
            && let Some(last) = self.names_in(end..ceiling.min(end + LONGEST)).first().filter(|name| name.person)
            && last.start > end + 2
            && (end..last.start).all(|at| {
                self.str(at) == ","
                    || self.word(at) == "and"
                    || self.word(at).starts_with(char::is_lowercase)
                        && !Class::Preposition.has(self.word(at))
                        && !Class::Boundary.has(self.word(at))
                        && Verb::of(self.word(at)).is_none()
            })
            && (end..last.start).any(|at| self.word(at) == "and")
            && self.word(last.start - 1).starts_with(char::is_lowercase)
            && self.word(last.start - 1) != "and"
        {
            return Some(Source::named(*last, start, false));
        }
        let first = self.str(start);
        let phrase = Class::Article.has(first)
            || self.text.word(start).is_some_and(|word| {
                !Class::Preposition.has(word) && !Class::Boundary.has(word) && !is_adverb(word) && !is_time(word)
            });
        // "figures seen by the Herald", "a report by the board"
        let issued = phrase && end + 1 < ceiling && self.is_issued(&(start..end));
        let whole = if issued { self.after(end + 1, ceiling) } else { None };
        let end = whole.filter(|whole| whole.form != Form::Pronoun).map_or(end, |whole| whole.tokens.end);
        phrase.then(|| Source::described(start..end))
    }
}
