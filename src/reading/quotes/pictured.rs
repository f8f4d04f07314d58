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
        if scene.span(&(sentence.start..at)).of(scene.text.source).contains('\n') {
            return None;
        }
        let spoken = |token: usize| (sentence.start..at).contains(&token);
        if self.last.is_some_and(|(_, token)| spoken(token))
            || self.unnamed.as_ref().is_some_and(|(_, token)| spoken(*token))
        {
            return None;
        }
        let subject = self.subject(&sentence)?;
        let other = sentence.clone().any(|at| shows(scene.word(at)) == Some(wanted))
            || scene.names_in(sentence).iter().any(|name| name.person);
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
        let mut start = sentence.start;
        let opening = scene.word(start);
        let adverbial = Class::Preposition.has(opening) || is_adverb(&opening.to_lowercase()) || opening == "Back";
        let head = sentence.start..sentence.end.min(sentence.start + SUBJECT);
        if adverbial {
            // "Back at the clinic, the nurse", "Outside court the nurse"
            let comma = head.clone().find(|&at| scene.str(at) == ",");
            let article = || head.clone().skip(1).find(|&at| is_article(scene.word(at)));
            start = comma.map(|at| at + 1).or_else(article)?;
        }
        if !is_article(scene.word(start)) {
            return None;
        }
        let mut noun = "";
        for at in start + 1..head.end {
            let word = scene.word(at);
            let verb = is_verb(word)
                || is_adverb(word)
                || is_person(noun) && word.ends_with('s') && word.starts_with(|c: char| c.is_ascii_lowercase());
            if verb {
                return is_person(&noun.to_lowercase()).then_some(start..at);
            }
            let clitic = scene.text.tokens.get(at).is_some_and(|token| token.kind == Kind::Clitic);
            // "The woman's delight is recorded:" is about the woman, "Her brother's wife" not about him
            let owner = clitic && is_person(&noun.to_lowercase()) && !is_person(&scene.word(at + 1).to_lowercase());
            if owner {
                return Some(start..at);
            }
            let joins = clitic || scene.str(at) == "-";
            if !joins && (word.is_empty() || Class::Boundary.has(word) || Class::Preposition.has(word)) {
                return None;
            }
            noun = if joins { "" } else { word };
        }
        None
    }
}

/// Whether a word begins the description of somebody the reader can know.
fn is_article(word: &str) -> bool {
    matches!(
        word,
        "The" | "the" | "His" | "his" | "Her" | "her" | "Their" | "their" | "A" | "a" | "An" | "an" | "One" | "Another"
    )
}
