//! Whom a pronoun means where the sentence before speaks of somebody by a description: "The nurse counts what is left.
//! “Two bottles,” she says."

use super::gender::{noun, shows};
use super::grammar::{Class, is_adverb};
use super::resolve::Resolver;
use super::roles::{Roles, is_person};
use super::source::Source;
use super::verbs::is_verb;
use crate::text::tokens::Kind;
use std::ops::Range;

/// Sentences before the quote's that are looked at: those in quotation marks are passed over.
const BACK: usize = 4;
/// Words of place after a noun for a person: "the woman next door".
const PLACES: [&str; 8] = ["downstairs", "here", "nearby", "next", "opposite", "outside", "there", "upstairs"];
/// Words of place that open a sentence before its subject, beside prepositions: "Outside court the nurse".
const OPENINGS: [&str; 7] = ["Back", "Behind", "Beside", "Inside", "Near", "Nearby", "Outside"];
/// Tokens from there to the pronoun: a bound that keeps the search linear.
const FAR: usize = 150;
/// Tokens of a sentence up to its verb.
const SUBJECT: usize = 16;

impl Resolver<'_> {
    /// The description that is the subject of the last sentence without quotation marks in the paragraph of `source`, a
    /// pronoun that can mean it. None where somebody named has spoken since or stands in it.
    pub(super) fn pictured(&self, source: &Source) -> Option<Range<usize>> {
        let scene = self.scene;
        let at = source.tokens.start;
        let wanted = shows(scene.str(at)).filter(|_| matches!(scene.str(at), "he" | "He" | "she" | "She"))?;
        let last = self.starts.partition_point(|&start| start <= at);
        let mut sentences = (last.saturating_sub(BACK)..last).rev().filter_map(|index| {
            let (start, end) = (*self.starts.get(index)?, self.starts.get(index + 1).map_or(at, |end| at.min(*end)));
            (start < end).then_some(start..end)
        });
        let sentence = sentences.find(|sentence| !sentence.contains(&at) && !self.is_in_marks(sentence))?;
        if at - sentence.start > FAR || scene.span(&(sentence.start..at)).of(scene.text.source).contains('\n') {
            return None;
        }
        let spoken = |token: usize| (sentence.start..at).contains(&token);
        if self.last.is_some_and(|(_, token)| spoken(token))
            || self.unnamed.as_ref().is_some_and(|(_, token)| spoken(*token))
        {
            return None;
        }
        let subject = self.subject(&sentence)?;
        // "One neighbour lost his roof": whoever is new is who has lost it
        let new = matches!(scene.word(subject.start), "A" | "a" | "An" | "an" | "One" | "Another");
        let is_other = |word: &str| shows(word) == Some(wanted) && !(new && matches!(word, "his" | "her"));
        let other = sentence.clone().any(|at| is_other(scene.word(at)))
            || scene.names_in(sentence).iter().any(|name| name.person && !subject.contains(&name.start));
        let text = scene.span(&subject).of(scene.text.source);
        let fits = noun(&Roles::noun(text)).is_none_or(|gender| gender == wanted);
        (!other && fits).then_some(subject)
    }

    /// Whether a sentence is a quotation and who says it, or lies in one.
    fn is_in_marks(&self, sentence: &Range<usize>) -> bool {
        sentence.clone().take(2).any(|at| self.scene.is_quoted(at))
    }

    /// The description of one person that is the subject of a sentence.
    fn subject(&self, sentence: &Range<usize>) -> Option<Range<usize>> {
        let scene = self.scene;
        let opening = scene.word(sentence.start);
        let adverbial =
            Class::Preposition.has(opening) || is_adverb(&opening.to_lowercase()) || OPENINGS.contains(&opening);
        let head = sentence.start..sentence.end.min(sentence.start + SUBJECT);
        if !adverbial {
            return self.described_from(sentence.start, head.end);
        }
        // "Back at the clinic, the nurse", "Outside court the nurse"
        match head.clone().find(|&at| scene.str(at) == ",") {
            Some(comma) => self.described_from(comma + 1, head.end),
            None => head.clone().skip(1).find_map(|at| self.described_from(at, head.end)),
        }
    }

    /// The description that begins at token `start` and whose verb follows before token `end`.
    fn described_from(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let scene = self.scene;
        // "Roe's deputy"
        let owner = scene.starting(start).filter(|name| self.is_clitic(name.end)).map(|name| name.end);
        if !is_article(scene.word(start)) && owner.is_none() {
            return None;
        }
        let mut last = "";
        for at in owner.unwrap_or(start) + 1..end {
            let word = scene.word(at);
            let person = is_somebody(last);
            let verb = is_verb(word)
                || is_adverb(word)
                || person && word.ends_with('s') && word.starts_with(|c: char| c.is_ascii_lowercase());
            if verb {
                return person.then_some(start..at);
            }
            // "a guard in a yellow coat waved", "Another passenger, a student, was calmer"
            if person && (Class::Preposition.has(word) || PLACES.contains(&word) || scene.str(at) == ",") {
                let verb = (at + 1..end).find(|&at| is_verb(scene.word(at)) && !scene.is_quoted(at))?;
                return Some(start..if scene.str(at) == "," { at } else { verb });
            }
            let clitic = self.is_clitic(at);
            // "The woman's delight is recorded:" is about the woman, "Her brother's wife" not about him
            if clitic && person && !is_somebody(scene.word(at + 1)) {
                return Some(start..at);
            }
            let joins = clitic || scene.str(at) == "-";
            if !joins
                && (word.is_empty() || is_article(word) || Class::Boundary.has(word) || Class::Preposition.has(word))
            {
                return None;
            }
            last = if joins { "" } else { word };
        }
        None
    }

    /// Whether token `at` is a possessive 's.
    fn is_clitic(&self, at: usize) -> bool {
        self.scene.text.tokens.get(at).is_some_and(|token| token.kind == Kind::Clitic)
    }
}

/// Whether a noun names one person.
fn is_somebody(word: &str) -> bool {
    is_person(&word.to_lowercase()) || Roles::is_unnamed(word) || !word.is_empty() && noun(word).is_some()
}

/// Whether a word begins the description of somebody the reader can know.
fn is_article(word: &str) -> bool {
    matches!(
        word,
        "The" | "the" | "His" | "his" | "Her" | "her" | "Their" | "their" | "A" | "a" | "An" | "an" | "One" | "Another"
    )
}
