//! Sources: who is the subject of a cue.

use super::adjunct;
use super::cues::Verb;
use super::documents;
use super::grammar::{Class, is_adverb, is_auxiliary, is_be};
use super::roles::{Roles, is_person, is_plural_person};
use super::scene::{Name, Scene};
use super::verbs::is_verb;
use crate::calendar::names as calendar;
use crate::text::tokens::Kind;
use crate::text::words::is_capitalised;
use std::ops::Range;

/// Tokens that an apposition may have: a bound that keeps the search for its start linear.
pub(super) const APPOSITION: usize = 40;
/// Participles that differ from the past tense: alone they say nothing.
const PARTICIPLES: [&str; 10] =
    ["written", "known", "seen", "shown", "spoken", "sworn", "forgotten", "sung", "begun", "gone"];
/// Plurals without an s.
const PLURALS: [&str; 14] = [
    "people", "police", "women", "men", "children", "mice", "cattle", "media", "most", "many", "some", "few", "others",
    "who",
];

/// Words of number, which are plural as subjects.
const NUMBERS: [&str; 22] = [
    "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Several", "Many", "Few", "Some", "two",
    "three", "four", "five", "six", "several", "many", "few", "some",
];

/// The tokens after the figure in words for somebody of an age: "the 27-year-old".
const AGED: [&str; 4] = ["-", "year", "-", "old"];

/// Tokens of "quoted by the paper as saying".
const QUOTED: usize = 14;

/// Tokens of a subject with a clause in it.
pub(super) const LONG: usize = 26;

/// Names looked at for the first person of a sentence: a bound on the work for one sentence.
pub(super) const FIRST: usize = 16;

/// How a source is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// By the name of this entity.
    Name { entity: usize, person: bool, apposition: bool },
    /// By a pronoun.
    Pronoun,
    /// By what they are.
    Description,
}

/// Who a cue says is speaking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Source {
    pub(super) tokens: Range<usize>,
    pub(super) form: Form,
    /// First token of the whole phrase: with a title before the name, an apposition after it.
    pub(super) start: usize,
}

impl Source {
    /// The source that `name` is, in a phrase that begins at token `start`.
    pub(super) fn named(name: Name, start: usize, apposition: bool) -> Self {
        let form = Form::Name { entity: name.entity, person: name.person, apposition };
        Self { tokens: name.start..name.end, form, start }
    }

    /// A description.
    pub(super) fn described(tokens: Range<usize>) -> Self {
        Self { start: tokens.start, tokens, form: Form::Description }
    }

    /// A pronoun.
    pub(super) fn pronoun(at: usize) -> Self {
        Self { tokens: at..at + 1, form: Form::Pronoun, start: at }
    }
}

impl Scene<'_> {
    /// The first person named in a token range, if that is among the first names there.
    pub(super) fn first_person(&self, tokens: Range<usize>) -> Option<Source> {
        let name = *self.names_in(tokens).iter().take(FIRST).find(|name| name.person)?;
        Some(Source::named(name, name.start, false))
    }

    /// The subject of the verb at token `verb`, not reaching before `floor`.
    pub(super) fn before(&self, floor: usize, verb: usize) -> Option<Source> {
        let mut at = verb;
        let mut passive = false;
        let mut auxiliary = false;
        // "a book written by", but "has written"
        let mut participle = PARTICIPLES.contains(&self.str(verb));
        // "Roe was quoted by the paper as saying": whoever is quoted says it
        if let Some(quoted) = self.quoted_as(floor, verb) {
            at = quoted;
        }
        while at > floor {
            let word = self.str(at - 1);
            let kind = self.text.tokens[at - 1].kind;
            // "the ministry in a statement said", "Roe at the time denied"
            if let Some(before) = adjunct::before(self, floor, at) {
                at = before;
                continue;
            }
            // "he kept asking"
            if at == verb
                && at > floor + 1
                && self.word(verb).ends_with("ing")
                && matches!(word, "kept" | "keeps" | "began" | "begins" | "started" | "starts" | "stopped")
            {
                auxiliary = true;
                at -= 1;
                continue;
            }
            // "two advisers last week said"
            if at > floor + 2
                && !self.is_quoted(at - 1)
                && matches!(word, "week" | "month" | "year" | "night")
                && matches!(self.word(at - 2), "last" | "this")
            {
                at -= 2;
                continue;
            }
            // "the ministry late on Monday said"
            if at > floor + 1
                && !self.is_quoted(at - 1)
                && (is_day(word)
                    || at < verb && day_after(self, at) && matches!(word, "on" | "late" | "early" | "last" | "this"))
            {
                at -= 1;
                continue;
            }
            if kind == Kind::Clitic && !word.ends_with('s') || is_adverb(word) || is_auxiliary(word) {
                auxiliary |= !is_adverb(word);
                participle &= !matches!(word, "has" | "have" | "had" | "'ve" | "’ve");
                at -= 1;
            } else if is_be(word) || kind == Kind::Clitic && self.is_pronoun(at.wrapping_sub(2)) {
                passive = true;
                at -= 1;
            } else if word == "to"
                && auxiliary
                && at > floor + 3
                && is_be(self.word(at - 3))
                && matches!(self.word(at - 2), "understood" | "reported" | "believed" | "alleged" | "said" | "thought")
            {
                // "Roe is understood to have said"
                at -= 3;
            } else {
                break;
            }
        }
        if at <= floor || participle || passive && !self.str(verb).ends_with("ing") {
            return None;
        }
        // "media reports claiming that", "initial reports said": a noun, not "what she claims is a mistake"
        let next = self.word(verb + 1);
        let told = (is_verb(next) || next == "say") && !is_be(next) && !is_auxiliary(next);
        if at == verb && self.word(verb).ends_with('s') && (next.ends_with("ing") || told) {
            return None;
        }
        if let Some((source, plural)) = self.written(floor, at) {
            let base = at == verb && Verb::of(self.str(verb)).is_some_and(|found| found.base);
            return (!base || plural).then_some(source);
        }
        let told = at == verb && (self.word(verb) == "says" || !self.word(verb).ends_with('s'));
        let source = if told { self.relative(floor, at) } else { None }.or_else(|| self.phrase(floor, at))?;
        let source = self.main_subject(floor, &source, at, verb).unwrap_or(source);
        let source = self.beside(floor, &source).unwrap_or(source);
        let source = self.widened(floor, &source).unwrap_or(source);
        (auxiliary || self.agrees(&source, verb)).then_some(source)
    }

    /// The subject of the sentence, where a participle at token `verb` follows a thing or a body that a preposition governs:
    /// "Roe posted on Twitter accusing", "Roe wrote to the council asking".
    fn main_subject(&self, floor: usize, source: &Source, end: usize, verb: usize) -> Option<Source> {
        if !self.word(verb).ends_with("ing") || source.tokens.end != end {
            return None;
        }
        // "replied to reports claiming that": what is written says it
        let speaks = matches!(source.form, Form::Name { person: true, .. } | Form::Pronoun)
            || documents::kind(self.word(source.tokens.end - 1)).is_some()
            || Roles::is_one(self.str(source.tokens.end - 1))
            || is_plural_person(self.str(source.tokens.end - 1));
        let low = floor.max(verb.saturating_sub(LONG));
        // the preposition is before the source, or the source has swallowed it
        let governed = (source.start.max(low + 1) - 1..verb - 1)
            .any(|at| matches!(self.word(at), "at" | "in" | "on" | "through" | "to" | "via" | "with"));
        if speaks || !governed {
            return None;
        }
        let main = (low + 1..verb).find(|&at| is_verb(self.word(at)) && !self.word(at).ends_with("ing"))?;
        let whole = (main..verb).all(|at| !matches!(self.str(at), "," | ";" | ":") && self.word(at) != "who");
        let subject = whole.then(|| self.phrase(low, main))??;
        let speaks = match subject.form {
            Form::Name { .. } | Form::Pronoun => true,
            Form::Description => Roles::can_speak(self.text.span_of(&subject.tokens).of(self.text.source)),
        };
        speaks.then_some(subject)
    }

    /// Somebody whom a clause with "who" up to token `end` tells of: "A trader who saw the fire".
    fn relative(&self, floor: usize, end: usize) -> Option<Source> {
        let low = floor.max(end.saturating_sub(LONG));
        let who = (low + 1..end.saturating_sub(1)).rev().find(|&at| self.word(at) == "who")?;
        let plain = |at: usize| {
            let word = self.word(at);
            !self.is_quoted(at)
                && !matches!(self.str(at), "," | ";" | ":" | "—" | "–" | "(")
                && !Class::SubjectPronoun.has(word)
                && word != "that"
                // "who believe the mayor said": what they believe
                && !Verb::of(word).is_some_and(Verb::bare)
        };
        let told = is_verb(self.word(who + 1)) && (who + 1..end).all(plain);
        let head = self.word(who - 1);
        let person = Roles::can_speak(head) || is_plural_person(head);
        // "A driver who gave his name as Sam said": Sam
        let named = self.ending(end).is_some_and(|name| name.person && self.word(name.start - 1) == "as");
        if !told || !person || named {
            return None;
        }
        self.description(floor, who)
    }

    /// Something written that ends before token `end`, told by who made or saw it, and whether it is several: "Documents
    /// obtained by the Herald".
    fn written(&self, floor: usize, end: usize) -> Option<(Source, bool)> {
        let low = floor.max(end.saturating_sub(LONG));
        let made = (low + 1..end.saturating_sub(1)).rev().find(|&at| self.is_made(at))?;
        let whole = (made + 1..end).all(|at| {
            let word = self.word(at);
            !(self.is_quoted(at)
                || matches!(self.str(at), "," | ";" | ":")
                || word == "that"
                || is_be(word)
                || is_auxiliary(word))
        });
        let phrase = self.description(low, made).filter(|_| whole)?;
        let noun = phrase.tokens.clone().find(|&at| documents::kind(self.word(at)).is_some())?;
        let several = is_plural(self.str(noun)) || self.word(noun) == "data";
        Some((Source::described(phrase.tokens.start..end), several))
    }

    /// Whether a participle at token `at` leads to who made or saw something written: "seen by", "filed in".
    fn is_made(&self, at: usize) -> bool {
        documents::is_making(self.word(at)) && Class::Preposition.has(self.word(at + 1))
    }

    /// Whether what `tokens` describe is something written and goes on with who made or saw it: "figures seen" by them.
    pub(super) fn is_issued(&self, tokens: &Range<usize>) -> bool {
        let last = tokens.end - 1;
        let by = self.word(tokens.end) == "by";
        by && documents::kind(self.word(last)).is_some()
            || self.is_made(last) && tokens.clone().any(|at| documents::kind(self.word(at)).is_some())
    }

    /// The participle of "was quoted as saying", "was quoted by the paper as saying", whose last token is `verb`.
    fn quoted_as(&self, floor: usize, verb: usize) -> Option<usize> {
        if self.word(verb) != "saying" || verb < floor + 4 || self.word(verb - 1) != "as" {
            return None;
        }
        let low = floor.max(verb.saturating_sub(QUOTED));
        let quoted = (low + 1..verb - 1)
            .rev()
            .find(|&at| matches!(self.word(at), "quoted" | "cited" | "reported" | "recorded"))?;
        let by = quoted + 2 == verb || self.word(quoted + 1) == "by";
        (by && is_be(self.word(quoted - 1))).then_some(quoted)
    }

    /// Whether the form of a verb without an auxiliary can belong to its subject: "officials say", "the mayor says",
    /// but not "the mayor claim", which is a compound noun.
    fn agrees(&self, source: &Source, verb: usize) -> bool {
        let Some(found) = Verb::of(self.str(verb)) else { return true };
        let head = self.str(source.tokens.end - 1);
        let first = self.str(source.tokens.start);
        let third = self.str(verb).ends_with('s') && !found.base;
        match source.form {
            Form::Pronoun => !found.base || !matches!(head, "he" | "she" | "it" | "He" | "She" | "It"),
            Form::Name { person, .. } => {
                !found.base
                    || !person && head.ends_with('s')
                    || matches!(self.str(source.tokens.end), ",")
                    || source.tokens.end < verb
            }
            Form::Description => {
                // "Two blasts shut the road"
                if source.tokens.len() == 1
                    && third
                    && (NUMBERS.contains(&head) || head.starts_with(|c: char| c.is_ascii_digit()))
                {
                    return false;
                }
                let plural = is_plural(head);
                if found.base { plural } else { !third || !plural || Class::Article.has(first) || is_capitalised(head) }
            }
        }
    }

    /// The noun phrase right before token `end`, whatever follows it.
    pub(super) fn phrase_before(&self, floor: usize, end: usize) -> Option<Source> {
        if end > floor { self.phrase(floor, end) } else { None }
    }

    /// The noun phrase that ends before token `end`.
    fn phrase(&self, floor: usize, end: usize) -> Option<Source> {
        let last = end - 1;
        let word = self.str(last);
        if matches!(word, "who" | "which") {
            let end = if last > floor && matches!(self.str(last - 1), ",") { last - 1 } else { last };
            return (end > floor).then(|| self.plain(floor, end)).flatten();
        }
        if matches!(word, ")" | "]") {
            let open = (floor..last).rev().take(APPOSITION).find(|&at| matches!(self.str(at), "(" | "["))?;
            return (open > floor).then(|| self.phrase_flat(floor, open)).flatten();
        }
        if matches!(word, "," | "—" | "–") {
            return self.apposition(floor, last);
        }
        self.plain(floor, end)
    }

    fn phrase_flat(&self, floor: usize, end: usize) -> Option<Source> {
        if matches!(self.str(end - 1), "," | "—" | "–") {
            self.apposition(floor, end - 1)
        } else {
            self.plain(floor, end)
        }
    }

    /// A pronoun, a name or a description that ends before token `end`.
    fn plain(&self, floor: usize, end: usize) -> Option<Source> {
        let last = end.checked_sub(1).filter(|&last| last >= floor)?;
        if self.is_quoted(last) {
            return None;
        }
        if self.is_pronoun(last) {
            return Some(Source::pronoun(last));
        }
        if let Some(name) = self.with_own(floor, end) {
            let start = self.title_start(floor, name.start);
            return Some(Source::named(name, start, false));
        }
        if let Some(name) = self.ending(end).filter(|name| name.start >= floor) {
            if let Some(whole) = self.governor(floor, name) {
                return Some(whole);
            }
            let start = self.title_start(floor, name.start);
            return Some(Source::named(name, start, false));
        }
        self.description(floor, end)
    }

    /// The person who speaks together with somebody of theirs, up to token `end`: "Ann Roe and her team".
    fn with_own(&self, floor: usize, end: usize) -> Option<Name> {
        const MOST: usize = 4;
        let own = (1..=MOST)
            .filter_map(|back| end.checked_sub(back).filter(|&at| at > floor + 1))
            .take_while(|&at| !self.is_quoted(at) && !self.word(at).is_empty())
            .find(|&at| {
                let alone = matches!(self.word(at), "colleagues" | "others") && at + 1 == end;
                alone || matches!(self.word(at), "her" | "his" | "their") && at + 1 < end
            })?;
        let name = (self.word(own - 1) == "and").then(|| self.ending(own - 1))??;
        // "Ann Roe, Tom Hale and their team": more than two
        let first = name.start == floor || !matches!(self.str(name.start - 1), "," | "and");
        (name.person && name.start >= floor && first).then_some(name)
    }

    /// The source that a name only belongs to: "Ann Roe of Elder University", "a spokesman for Roe", "officials in
    /// Elder", and of two names joined, both.
    pub(super) fn governor(&self, floor: usize, name: Name) -> Option<Source> {
        let mut at = name.start - usize::from(name.start > floor && matches!(self.word(name.start - 1), "the" | "The"));
        // "a study in the journal Elder Bees"
        if !name.person
            && at >= floor + 2
            && self.word(at - 1).starts_with(char::is_lowercase)
            && matches!(self.word(at - 2), "the" | "a")
        {
            at -= 2;
        }
        let link = at.checked_sub(1).filter(|&link| link > floor)?;
        let word = self.word(link);
        if word == "and" && name.person && at == name.start {
            let other = self.ending(link).filter(|other| other.person && other.start >= floor)?;
            let single = other.start == floor || !matches!(self.str(other.start - 1), "and" | ",");
            return single.then(|| Source::described(other.start..name.end));
        }
        // "a trader from Ostle", whatever Ostle was taken for; "In court in Elder Roe said" has no person before it
        let person = || self.ending(link).is_some_and(|first| first.person && first.start >= floor);
        let from = matches!(word, "from" | "at" | "in") && self.is_somebody(floor, link) || word == "from" && person();
        // "a poll by Elder Research"
        let made = word == "by" && documents::kind(self.word(link - 1)).is_some();
        let leads = matches!(word, "of" | "for")
            || made
            || !name.person && matches!(word, "from" | "at" | "in" | "with")
            || name.person && from;
        if !leads {
            return None;
        }
        if let Some(first) = self.ending(link).filter(|first| first.start >= floor && (first.person || !name.person)) {
            let start = self.title_start(floor, first.start);
            return Some(Source::named(first, start, false));
        }
        let noun = self.str(link - 1);
        if let Some(start) = self.aged(floor, link) {
            return Some(Source::described(start..name.end));
        }
        let common = self.text.tokens[link - 1].kind == Kind::Word
            && noun.starts_with(char::is_alphabetic)
            && !noun.ends_with("ing")
            && !Class::Preposition.has(noun)
            && !matches!(
                noun,
                "statement"
                    | "interview"
                    | "speech"
                    | "behalf"
                    | "report"
                    | "letter"
                    | "visit"
                    | "case"
                    | "spite"
                    | "front"
                    | "number"
            );
        if !common {
            return None;
        }
        let phrase = self.description(floor, link)?;
        let start = phrase.tokens.start;
        let first = self.str(start);
        let lone = start + 1 == link && !is_plural(noun) && !is_capitalised(first);
        // "In court in Elder Roe said": what a preposition governs is no subject
        let governed = start > floor && Class::Preposition.has(self.str(start - 1));
        (!lone && !governed).then(|| Source::described(start..name.end))
    }

    /// Whether a noun for a person with its article or number ends before token `end`: "a trader", "the 27-year-old".
    fn is_somebody(&self, floor: usize, end: usize) -> bool {
        let noun = self.str(end - 1);
        let told =
            |phrase: &Source| phrase.form == Form::Description && Class::Article.has(self.str(phrase.tokens.start));
        self.aged(floor, end).is_some()
            || noun.starts_with(char::is_lowercase)
                && is_person(noun)
                && self.description(floor, end).as_ref().is_some_and(told)
    }

    /// Where the words for somebody who is told by an age alone begin, before token `end`: "the 27-year-old".
    fn aged(&self, floor: usize, end: usize) -> Option<usize> {
        let start = end.checked_sub(AGED.len() + 2).filter(|&start| start >= floor)?;
        let years = self.str(start + 1).starts_with(|c: char| c.is_ascii_digit());
        let old = AGED.iter().zip(start + 2..end).all(|(word, at)| self.str(at) == *word);
        (Class::Article.has(self.str(start)) && years && old).then_some(start)
    }

    /// The whole of a subject of which `source` is only the end: "The former sailor and harbour pilot", "Members of a club
    /// that feeds cats and dogs". It begins its clause, and nothing in it is a main verb.
    fn widened(&self, floor: usize, source: &Source) -> Option<Source> {
        let (start, end) = (source.tokens.start, source.tokens.end);
        if source.form != Form::Description
            || start <= floor
            || end - floor > LONG
            || !matches!(self.word(start - 1), "and" | "or")
            || Class::Article.has(self.str(start))
        {
            return None;
        }
        let first = self.str(floor);
        let begins = Class::Article.has(first)
            || is_capitalised(first) && !Class::Preposition.has(first) && !Class::Subordinator.has(first);
        let mut relative = false;
        for at in floor..start {
            let word = self.word(at);
            if word.is_empty() && !matches!(self.str(at), "-" | "’" | "'" | ".") || Class::SubjectPronoun.has(word) {
                return None;
            }
            let verb = is_verb(word) || Verb::of(word).is_some_and(|verb| !verb.base) && !is_plural(word);
            if verb && !(relative || matches!(self.word(at.wrapping_sub(1)), "that" | "who" | "which")) {
                return None;
            }
            relative |= matches!(word, "that" | "who" | "which");
        }
        // two who speak with one voice are left as they are: "The mayor and residents"
        let joined = is_plural(self.str(end - 1)) && !relative;
        (begins && !joined).then(|| Source::described(floor..end))
    }

    /// Where the words before a name that belong to it begin: "Elder Mayor", "former trade envoy".
    pub(super) fn title_start(&self, floor: usize, name: usize) -> usize {
        let low = floor.max(name.saturating_sub(10));
        let mut start = name;
        while start > low {
            let word = self.str(start - 1);
            let belongs = match self.text.tokens[start - 1].kind {
                Kind::Word | Kind::Initials => {
                    !Class::Boundary.has(word)
                        && !Class::Subordinator.has(word)
                        && !Class::SubjectPronoun.has(word)
                        && (Verb::of(word).is_none() || matches!(word, "press" | "state" | "fire"))
                }
                Kind::Mark => matches!(word, "." | "-"),
                Kind::Clitic => true,
                _ => false,
            };
            if !belongs {
                break;
            }
            start -= 1;
        }
        start
    }
}

/// Whether `word` is a day or a part of one, after which no verb's subject ends.
pub(super) fn is_day(word: &str) -> bool {
    calendar::weekday(word).is_some()
        || matches!(word, "today" | "yesterday" | "tonight" | "earlier" | "later" | "recently")
}

/// Whether a day is at token `at`.
fn day_after(scene: &Scene<'_>, at: usize) -> bool {
    is_day(scene.str(at)) || matches!(scene.str(at), "late" | "early") && is_day(scene.str(at + 1))
}

/// Whether a noun looks like a plural.
pub(super) fn is_plural(noun: &str) -> bool {
    noun.ends_with('s') && !noun.ends_with("ss") || PLURALS.contains(&noun)
}
