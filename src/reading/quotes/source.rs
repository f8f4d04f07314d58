//! Sources: who stands as the subject of a cue.

use super::cues::{self, Verb};
use crate::text::Text;
use crate::text::tokens::Kind;
use crate::text::words::is_capitalised;
use crate::{Entity, EntityKind};
use std::ops::Range;

/// Tokens that a description may have: a bound that keeps the search for its start linear.
const LONGEST: usize = 16;
/// Tokens that an apposition may have.
const APPOSITION: usize = 40;

/// A name mention by its tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) entity: usize,
    pub(super) person: bool,
}

/// What a sentence is read with: the text, the names in it, and which tokens stand in quotation marks.
pub(super) struct Scene<'s> {
    pub(super) text: &'s Text<'s>,
    pub(super) names: Vec<Name>,
    pub(super) quoted: Vec<bool>,
}

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
    /// First token of the whole phrase: with a title before the name, an apposition behind it.
    pub(super) start: usize,
}

impl<'s> Scene<'s> {
    pub(super) fn new(text: &'s Text<'s>, entities: &[Entity], pieces: &[super::marks::Piece]) -> Self {
        let mut names: Vec<Name> = entities
            .iter()
            .flat_map(|entity| {
                entity.mentions.iter().map(|&span| {
                    let tokens = text.tokens_in(span);
                    Name {
                        start: tokens.start,
                        end: tokens.end,
                        entity: entity.id,
                        person: entity.kind == EntityKind::Person,
                    }
                })
            })
            .collect();
        names.sort_by_key(|name| (name.start, name.end));
        let mut quoted = vec![false; text.tokens.len()];
        for piece in pieces {
            if let Some(tokens) = quoted.get_mut(piece.tokens.clone()) {
                tokens.fill(true);
            }
        }
        Self { text, names, quoted }
    }

    /// The word at a token, outside quotation marks; the empty string elsewhere.
    pub(super) fn word(&self, at: usize) -> &'s str {
        if self.quoted.get(at) == Some(&false) { self.text.word(at).unwrap_or("") } else { "" }
    }

    /// The slice of a token.
    pub(super) fn str(&self, at: usize) -> &'s str {
        self.text.tokens.get(at).map_or("", |&token| self.text.str(token))
    }

    pub(super) fn is_quoted(&self, at: usize) -> bool {
        self.quoted.get(at).copied().unwrap_or(false)
    }

    /// The name that ends before token `end`.
    pub(super) fn ending(&self, end: usize) -> Option<Name> {
        let index = self.names.partition_point(|name| name.end < end);
        self.names.get(index).copied().filter(|name| name.end == end)
    }

    /// The name that begins with token `start`.
    pub(super) fn starting(&self, start: usize) -> Option<Name> {
        let index = self.names.partition_point(|name| name.start < start);
        self.names.get(index).copied().filter(|name| name.start == start)
    }

    /// The names inside a token range.
    pub(super) fn names_in(&self, tokens: Range<usize>) -> &[Name] {
        let from = self.names.partition_point(|name| name.start < tokens.start);
        let length = self.names[from..].partition_point(|name| name.end <= tokens.end);
        &self.names[from..from + length]
    }

    /// The subject of the verb at token `verb`, not reaching before `floor`.
    pub(super) fn before(&self, floor: usize, verb: usize) -> Option<Source> {
        let mut at = verb;
        let mut passive = false;
        let mut auxiliary = false;
        // "a book written by", but "has written"
        let mut participle = matches!(
            self.str(verb),
            "written"
                | "known"
                | "seen"
                | "shown"
                | "spoken"
                | "sworn"
                | "forgotten"
                | "sung"
                | "begun"
                | "foreseen"
                | "gone"
        );
        while at > floor {
            let word = self.str(at - 1);
            let kind = self.text.tokens[at - 1].kind;
            if kind == Kind::Clitic && !word.ends_with('s') || cues::is_adverb(word) || cues::is_auxiliary(word) {
                auxiliary |= !cues::is_adverb(word);
                participle &= !matches!(word, "has" | "have" | "had" | "'ve" | "’ve");
                at -= 1;
            } else if cues::is_be(word) || kind == Kind::Clitic && self.is_pronoun(at.wrapping_sub(2)) {
                passive = true;
                at -= 1;
            } else {
                break;
            }
        }
        if at <= floor || participle || passive && !self.str(verb).ends_with("ing") {
            return None;
        }
        let source = self.phrase(floor, at)?;
        (auxiliary || self.agrees(&source, verb)).then_some(source)
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
                let plural = head.ends_with('s') && !head.ends_with("ss")
                    || matches!(
                        head,
                        "people"
                            | "police"
                            | "women"
                            | "men"
                            | "media"
                            | "most"
                            | "many"
                            | "some"
                            | "few"
                            | "others"
                            | "who"
                    );
                if found.base { plural } else { !third || !plural || is_article(first) || is_capitalised(head) }
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

    /// The name or noun phrase with an apposition whose closing mark is token `close`: "Roe, a doctor,".
    fn apposition(&self, floor: usize, close: usize) -> Option<Source> {
        let mark = self.str(close);
        // "The mayor, Ann Roe, said": the name is the apposition
        if let Some(name) = self.ending(close).filter(|name| name.person)
            && name.start > floor
            && (floor..name.start).rev().take(4).any(|at| self.str(at) == mark)
            && (floor..name.start).rev().take_while(|&at| self.str(at) != mark).all(|at| !self.is_quoted(at))
        {
            let start = name.start;
            return Some(self.named(name, start, true));
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
                    return Some(self.named(name, name.start, true));
                }
                other = other.or(Some(name));
            } else if at >= low + 2 && self.str(at - 1) == ")" {
                if let Some(source) = (low..at - 1)
                    .rev()
                    .take(10)
                    .find(|&open| self.str(open) == "(")
                    .and_then(|open| self.ending(open))
                    .filter(|name| name.person)
                {
                    return Some(self.named(source, source.start, true));
                }
            }
        }
        if let Some(name) = other {
            return Some(self.named(name, name.start, true));
        }
        let at = (low + 1..close).rev().find(|&at| self.str(at) == mark)?;
        self.description(low, at)
    }

    fn named(&self, name: Name, start: usize, apposition: bool) -> Source {
        Source {
            tokens: name.start..name.end,
            form: Form::Name { entity: name.entity, person: name.person, apposition },
            start,
        }
    }

    /// Whether token `at` is a personal pronoun that can be a subject.
    pub(super) fn is_pronoun(&self, at: usize) -> bool {
        is_subject_pronoun(self.word(at))
    }

    /// A pronoun, a name or a description that ends before token `end`.
    fn plain(&self, floor: usize, end: usize) -> Option<Source> {
        let last = end.checked_sub(1).filter(|&last| last >= floor)?;
        if self.is_quoted(last) {
            return None;
        }
        if self.is_pronoun(last) {
            return Some(Source { tokens: last..end, form: Form::Pronoun, start: last });
        }
        if let Some(name) = self.ending(end).filter(|name| name.start >= floor) {
            let start = self.title_start(floor, name.start);
            return Some(self.named(name, start, false));
        }
        self.description(floor, end)
    }

    /// Where the words before a name that belong to it begin: "Elder Mayor", "former trade envoy".
    fn title_start(&self, floor: usize, name: usize) -> usize {
        let low = floor.max(name.saturating_sub(10));
        let mut start = name;
        while start > low {
            let word = self.str(start - 1);
            let belongs = match self.text.tokens[start - 1].kind {
                Kind::Word | Kind::Initials => {
                    !is_boundary(word) && !is_subject_pronoun(word) && Verb::of(word).is_none()
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

    /// A noun phrase without a name at its end.
    fn description(&self, floor: usize, end: usize) -> Option<Source> {
        let low = floor.max(end.saturating_sub(LONGEST));
        let mut start = end;
        while start > low {
            let at = start - 1;
            let word = self.str(at);
            let inside = match self.text.tokens[at].kind {
                Kind::Word => {
                    !is_boundary(word) && !cues::is_be(word) && !cues::is_auxiliary(word) && !is_subject_pronoun(word)
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
            if !inside || self.is_quoted(at) {
                break;
            }
            start -= 1;
            // an article begins the phrase, unless a preposition ties it to a noun before
            if is_article(word)
                && start > low
                && !matches!(self.str(start - 1), "of" | "for" | "in" | "at" | "from" | "with" | "on" | "to" | "by")
            {
                break;
            }
        }
        // a phrase does not begin with a preposition, nor with an adverb of time
        while start < end {
            let word = self.str(start);
            let skips = is_preposition(word)
                || cues::is_adverb(&word.to_lowercase())
                || matches!(self.text.tokens[start].kind, Kind::Clitic)
                || self.text.tokens[start].kind == Kind::Mark
                || is_time(word);
            if !skips {
                break;
            }
            let prepositional = is_preposition(word);
            start += 1;
            if prepositional {
                // "In a statement the firm": what the preposition governs ends before the next article
                if let Some(article) = (start + 1..end).find(|&at| is_article(self.str(at))) {
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
            && !is_preposition(head)
            && !is_article(head)
            && crate::reading::entities::is_noun_head(head)
            && !matches!(
                head,
                "each"
                    | "Each"
                    | "every"
                    | "latest"
                    | "new"
                    | "same"
                    | "own"
                    | "former"
                    | "current"
                    | "first"
                    | "last"
                    | "next"
                    | "it"
                    | "this"
                    | "that"
                    | "there"
                    | "what"
                    | "not"
                    | "to"
                    | "and"
                    | "or"
                    | "as"
                    | "than"
            );
        noun.then(|| Source { tokens: start..end, form: Form::Description, start })
    }

    /// The source that stands behind a cue that ends before token `start`: "said Roe", "said a spokesman for the firm".
    pub(super) fn after(&self, start: usize, ceiling: usize) -> Option<Source> {
        if self.is_pronoun(start) || matches!(self.word(start), "him" | "her" | "them" | "me" | "us") {
            return Some(Source { tokens: start..start + 1, form: Form::Pronoun, start });
        }
        let mut end = start;
        let mut preposition = None;
        while end < ceiling.min(start + LONGEST) && !self.is_quoted(end) {
            let word = self.str(end);
            let inside = match self.text.tokens[end].kind {
                Kind::Word => {
                    !matches!(
                        word,
                        "who"
                            | "which"
                            | "that"
                            | "in"
                            | "on"
                            | "at"
                            | "during"
                            | "after"
                            | "before"
                            | "when"
                            | "as"
                            | "while"
                            | "about"
                            | "to"
                            | "told"
                            | "by"
                            | "but"
                            | "because"
                            | "via"
                            | "where"
                            | "since"
                            | "last"
                            | "earlier"
                            | "shortly"
                            | "once"
                    ) && !is_subject_pronoun(word)
                }
                Kind::Initials | Kind::Clitic | Kind::Number => true,
                Kind::Mark => {
                    matches!(word, "-" | "’" | "'" | "&")
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
        if let Some(&name) = name {
            return Some(self.named(name, start, false));
        }
        let first = self.str(start);
        let phrase = is_article(first)
            || self.text.word(start).is_some_and(|word| {
                !is_preposition(word) && !is_boundary(word) && !cues::is_adverb(word) && !is_time(word)
            });
        phrase.then(|| Source { tokens: start..end, form: Form::Description, start })
    }
}

/// Whether `word` is a pronoun that can be the subject of a cue.
pub(super) fn is_subject_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "they" | "I" | "we" | "it" | "He" | "She" | "They" | "We" | "It" | "you" | "You")
}

/// Whether `word` is an article or another word that begins a noun phrase.
pub(super) fn is_article(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "The"
            | "A"
            | "An"
            | "one"
            | "One"
            | "some"
            | "Some"
            | "many"
            | "Many"
            | "several"
            | "Several"
            | "his"
            | "her"
            | "their"
            | "its"
            | "our"
            | "my"
            | "His"
            | "Her"
            | "Their"
            | "Its"
            | "this"
            | "these"
            | "those"
            | "These"
            | "Those"
            | "This"
            | "another"
            | "Another"
            | "most"
            | "Most"
            | "both"
            | "Both"
            | "other"
            | "Other"
    )
}

/// Whether `word` is a preposition that can lead a phrase before a subject.
pub(super) fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "in" | "In"
            | "on"
            | "On"
            | "at"
            | "At"
            | "with"
            | "With"
            | "for"
            | "For"
            | "from"
            | "From"
            | "by"
            | "By"
            | "after"
            | "After"
            | "before"
            | "Before"
            | "during"
            | "During"
            | "of"
            | "to"
            | "To"
            | "about"
            | "against"
            | "over"
            | "under"
            | "into"
            | "through"
            | "among"
            | "between"
            | "without"
            | "despite"
            | "Despite"
            | "since"
            | "Since"
            | "like"
            | "Like"
            | "Like,"
            | "amid"
            | "Amid"
            | "upon"
            | "Upon"
            | "toward"
            | "towards"
            | "via"
    )
}

/// Whether a noun phrase ends where `word` stands.
fn is_boundary(word: &str) -> bool {
    matches!(
        word,
        "that"
            | "which"
            | "who"
            | "whom"
            | "whose"
            | "and"
            | "but"
            | "because"
            | "when"
            | "while"
            | "as"
            | "if"
            | "although"
            | "though"
            | "where"
            | "whereas"
            | "than"
            | "so"
            | "or"
            | "nor"
            | "And"
            | "But"
            | "When"
            | "While"
            | "As"
            | "If"
            | "Although"
            | "Though"
            | "Where"
            | "What"
            | "How"
            | "Why"
            | "what"
            | "how"
            | "why"
            | "whether"
            | "So"
            | "Yet"
            | "yet"
            | "to"
            | "Because"
            | "until"
            | "unless"
            | "Still"
            | "Meanwhile"
            | "However"
            | "Or"
    ) || matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "being"
            | "has"
            | "have"
            | "had"
            | "will"
            | "would"
            | "can"
            | "could"
            | "should"
            | "may"
            | "might"
            | "must"
    )
}

/// Whether `word` is a day, or a word of when something happens.
pub(super) fn is_time(word: &str) -> bool {
    crate::text::dates::weekday(word).is_some()
        || matches!(
            word,
            "yesterday"
                | "today"
                | "tonight"
                | "tomorrow"
                | "Yesterday"
                | "Today"
                | "Earlier"
                | "earlier"
                | "Later"
                | "later"
                | "recently"
                | "Recently"
                | "late"
                | "early"
                | "Late"
                | "Early"
        )
}
