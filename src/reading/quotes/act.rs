//! What is done with a content: told, asked, demanded or only held; and which objects of a cue are no content.

use super::cues::Verb;
use super::draft::Frame;
use super::grammar::{Class, is_auxiliary, is_be};
use super::scene::Scene;
use super::source;
use super::verbs::VERBS;
use crate::text::tokens::Kind;
use crate::text::words::{WordList, word_list};
use crate::{QuoteAct, QuoteKind};
use std::ops::Range;

/// Lemmas of cues with their senses, a letter each.
static SENSES: WordList = word_list!("senses.txt");
/// Nouns that name something said, thought or made known.
static CONTENTS: WordList = word_list!("content-nouns.txt");

/// Tokens of a content in which its verb is looked for.
const REACH: usize = 24;
/// Tokens of an object in which its noun is looked for.
const NOUN: usize = 6;

/// Whether the cue `lemma` has a sense.
fn sense(lemma: &str, letter: char) -> bool {
    SENSES.get(lemma).is_some_and(|senses| senses.contains(letter))
}

/// The act of a quote with its cue's lemma, how its content is joined, the content's first word and its last letters.
pub(super) fn act(lemma: &str, frame: Frame, kind: QuoteKind, first: &str, asks: bool) -> QuoteAct {
    let quoted = kind != QuoteKind::Indirect;
    if sense(lemma, 'q') {
        let demand = matches!(first, "to" | "for" | "that");
        return if demand {
            QuoteAct::Demand
        } else if asks || frame == Frame::Question || !quoted {
            QuoteAct::Question
        } else {
            QuoteAct::Statement
        };
    }
    if sense(lemma, 'd') || first == "to" && sense(lemma, 't') {
        return QuoteAct::Demand;
    }
    // "called for an inquiry": a wish
    if matches!(lemma, "call" | "advocate") && frame == Frame::Topic && kind == QuoteKind::Indirect {
        return QuoteAct::Stance;
    }
    // "accused the town of greed", "called it a sham": what is said of somebody
    let said_of = matches!(
        lemma,
        "accuse"
            | "describe"
            | "call"
            | "label"
            | "brand"
            | "dub"
            | "compare"
            | "liken"
            | "portray"
            | "characterise"
            | "characterize"
    );
    if frame == Frame::Object && !quoted && !said_of || kind != QuoteKind::Direct && sense(lemma, 's') {
        return QuoteAct::Stance;
    }
    if frame == Frame::Question && sense(lemma, 'k') { QuoteAct::Stance } else { QuoteAct::Statement }
}

/// Whether an object without a clause or a quotation can be what somebody stands for or makes known: "opposed the
/// plan", "denied the claim"; not "claimed three lives". In a `short` sentence that has nothing else, a deed is told
/// rather than words: "The council rejected a bid.", unless the verb itself tells what was said, as "condemned" does.
pub(super) fn is_content(scene: &Scene<'_>, verb: Verb, object: &Range<usize>, short: bool) -> bool {
    // "called it a sham", "regards it as a loss"
    let complement = matches!(
        verb.lemma,
        "call"
            | "deem"
            | "dub"
            | "label"
            | "term"
            | "declare"
            | "regard"
            | "brand"
            | "remember"
            | "recognise"
            | "recognize"
            | "hail"
    ) && (object.start + 1..object.end.min(object.start + NOUN))
        .any(|at| matches!(scene.word(at), "a" | "an" | "as"))
        || verb.lemma == "call" && Class::ObjectPronoun.has(scene.word(object.start)) && object.len() > 1;
    // "said the same in a letter to members": long enough for a clause whose verb is not known
    let long = matches!(verb.lemma, "say" | "think") && object.len() >= 8;
    // "praised them for the rescue": with the reason, it is told
    let reason = matches!(verb.lemma, "blame" | "commend" | "credit" | "praise")
        && object.clone().any(|at| matches!(scene.word(at), "for" | "on" | "over"));
    let plain = short && !reason && !sense(verb.lemma, 'v') && object.clone().all(|at| scene.word(at) != "as");
    // "mice sleep more": a clause whose verb looks like a noun
    let first = scene.word(object.start);
    let told = verb.bare()
        && object.len() > 2
        && source::is_plural(first)
        && !Class::Article.has(first)
        && !Class::Preposition.has(scene.word(object.start + 1))
        && scene.text.tokens[object.start + 1].kind == Kind::Word;
    if complement || long || told || !(sense(verb.lemma, 'a') || plain) {
        return true;
    }
    let end = object.end.min(object.start + NOUN);
    let words = object.start..end;
    words
        .take_while(|&at| !matches!(scene.str(at), "of" | "from" | "to" | "for" | "in" | "on" | "by" | "with" | ","))
        .any(|at| {
            let word = scene.word(at);
            let noun = CONTENTS.get(word).or_else(|| CONTENTS.get(word.strip_suffix('s')?));
            noun.is_some_and(|noun| noun.is_empty() || !plain)
        })
}

/// Whether tokens hold a finite verb after something that can be its subject.
pub(super) fn is_clause(scene: &Scene<'_>, content: &Range<usize>) -> bool {
    let end = content.end.min(content.start + REACH);
    for at in content.start..end {
        let word = scene.str(at);
        if scene.is_quoted(at) {
            return true;
        }
        let first = at == content.start;
        let clitic = scene.text.tokens[at].kind == Kind::Clitic
            && (!matches!(word, "'s" | "’s" | "'" | "’")
                || !first
                    && (scene.is_pronoun(at - 1) || matches!(scene.word(at - 1), "that" | "That" | "there" | "what")));
        // "two goals in May"
        let small = !word.starts_with(char::is_uppercase);
        let tense = small
            && (is_be(word) && !matches!(word, "be" | "been" | "being")
                || is_auxiliary(word) && word != "having"
                || VERBS.has(word)
                || Verb::of(word).is_some_and(|verb| !verb.base && !word.ends_with("ing") && !word.ends_with("ed")));
        if clitic || tense && !first || scene.is_pronoun(at) && !matches!(word, "it" | "you" | "It") {
            return true;
        }
        // "the pier leaked water", but "a damaged pier"
        let past = !first && word.len() > 4 && word.ends_with("ed") && word.starts_with(char::is_lowercase);
        let before = if at > content.start { scene.str(at - 1) } else { "" };
        // "22 newly confirmed cases"
        let counted = before.ends_with("ly") && scene.text.tokens[content.start].kind == Kind::Number;
        let determined = counted
            || matches!(
                before,
                "a" | "an"
                    | "the"
                    | "and"
                    | "of"
                    | "by"
                    | "more"
                    | "most"
                    | "their"
                    | "his"
                    | "her"
                    | "its"
                    | "for"
                    | "in"
                    | "to"
                    | "with"
            );
        if past && !determined {
            return true;
        }
    }
    false
}

/// Whether the last of the parts ends with a question mark.
pub(super) fn asks(scene: &Scene<'_>, parts: &[Range<usize>]) -> bool {
    let Some(last) = parts.last() else { return false };
    (last.start..last.end).rev().take(3).any(|at| scene.str(at) == "?") || scene.str(last.end) == "?"
}
