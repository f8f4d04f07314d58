//! Where the content of a cue begins: after a hearer, a place or a day, with "that" or without.

use super::cues::Verb;
use super::documents::{self, Document};
use super::draft::Frame;
use super::grammar::{Class, is_adverb, is_auxiliary, is_be, is_time};
use super::marks::{Piece, piece_at};
use super::scene::Scene;
use super::units::Unit;
use super::verbs::is_verb;
use crate::text::tokens::Kind;
use crate::text::words::is_capitalised;

/// Tokens between a cue and its content: room for a hearer, a place and a day.
const REACH: usize = 20;
/// Hearers that need no article.
const HEARERS: [&str; 6] = ["you", "reporters", "journalists", "supporters", "lawmakers", "voters"];

/// The first token of what the cue at token `at` governs, and how it is joined.
pub(super) fn content(
    scene: &Scene<'_>,
    pieces: &[Piece],
    unit: &Unit,
    at: usize,
    verb: Verb,
) -> Option<(usize, Frame)> {
    let ceiling = unit.tokens.end;
    let mut next = at + 1;
    while next < ceiling && is_adverb(scene.word(next)) {
        next += 1;
    }
    next = after_particle(scene, next, ceiling, verb)?;
    if says_nothing(scene, unit, at, next, verb) {
        return None;
    }
    if verb.preposition(scene.word(next))
        && (clause_begins(scene, next + 1) || scene.is_quoted(next + 1))
        && !(scene.word(next) == "to" && verb.lemma == "ask")
    {
        return (next + 1 < ceiling).then_some((next + 1, Frame::Topic));
    }
    if verb.hearer() {
        next = hearer(scene, next, ceiling);
    } else if scene.word(next) == "to" && verb.that() && !verb.infinitive() {
        next = hearer(scene, next + 1, ceiling);
    }
    let begin = next;
    // a phrase of place or time before "that", a colon or a quotation
    if Class::Preposition.has(scene.word(next))
        || is_time(scene.word(next))
        || scene.word(next) == "last"
        || scene.word(next) == "this"
    {
        let found = (next..ceiling.min(next + REACH))
            .find(|&at| scene.word(at) == "that" || scene.is_quoted(at) || matches!(scene.str(at), ":" | ";"));
        if let Some(found) = found.filter(|&found| {
            (next..found).all(|at| {
                Verb::of(scene.word(at)).is_none_or(|verb| !verb.that()) && !matches!(scene.word(at), "and" | "but")
            })
        }) {
            next = found;
        } else {
            next = past_statement(scene, next);
            while next < ceiling
                && (is_time(scene.word(next))
                    || matches!(scene.word(next), "on" | "late" | "early") && is_time(scene.word(next + 1)))
            {
                next += 1;
            }
        }
    }
    let word = scene.word(next);
    if next + 1 < ceiling
        && matches!(scene.str(next), ":" | ",")
        && (scene.is_quoted(next + 1) || scene.str(next) == ":" && next + 2 < ceiling && verb.that())
    {
        return (verb.direct() || verb.object()).then_some((next + 1, Frame::Quoted));
    }
    if next >= ceiling {
        return None;
    }
    // "sang “The Sea”", "told Harbour Radio’s “Morning Tide”": a song, a programme
    let possessive = scene.text.tokens.get(next - 1).is_some_and(|token| token.kind == Kind::Clitic);
    if scene.is_quoted(next) && (verb.lemma == "sing" || verb.hearer() && possessive) {
        return None;
    }
    if scene.is_quoted(next) {
        return (piece_at(pieces, next).is_some() && (verb.direct() || verb.object() || verb.that()))
            .then_some((next, Frame::Quoted));
    }
    // "responded to claims that": what others claim
    let to_others = || matches!(verb.lemma, "respond" | "reply") && (at + 1..next).any(|at| scene.word(at) == "to");
    if word == "that" {
        return ((verb.that() || says_again(scene, next, verb)) && !to_others()).then_some((next, Frame::That));
    }
    // "did not say how many": nothing is said
    let unsaid = matches!(verb.lemma, "say" | "tell" | "mention" | "disclose" | "reveal" | "specify")
        && negated(scene, unit, at);
    if unsaid && matches!(word, "whether" | "if" | "what" | "how" | "why" | "who" | "where" | "when") {
        return None;
    }
    let freely = verb.object() && word == "what" && names_freely(scene, next, ceiling);
    if !freely && matches!(word, "whether" | "if" | "what" | "how" | "why" | "who" | "where" | "when") {
        return (verb.question() || verb.that() && word != "when" && word != "if").then_some((next, Frame::Question));
    }
    if word == "to" {
        // who will not comment is no source: see `no_comment`
        let silent = matches!(verb.lemma, "decline" | "refuse")
            && matches!(scene.word(next + 1), "comment" | "elaborate" | "answer" | "respond" | "speak" | "be");
        // "asked the way to the station": no verb
        let verb_follows = !Class::Article.has(scene.word(next + 1)) && !is_capitalised(scene.word(next + 1));
        return (verb.infinitive() && verb_follows && !silent).then_some((next, Frame::Infinitive));
    }
    if verb.hearer() && begin > at + 1 && verb.direct() && !verb.question() && clause_begins(scene, next) {
        return Some((next, Frame::Clause));
    }
    if verb.bare() && clause_begins(scene, next) {
        // "a day after he said them": no clause
        let object = matches!(word, "them" | "him" | "me" | "us" | "it" | "this" | "so")
            && scene.text.tokens.get(next + 1).is_none_or(|token| token.kind == Kind::Mark);
        return (!object).then_some((next, Frame::Clause));
    }
    // "a poll shows a lead": figures speak
    if matches!(verb.lemma, "show" | "find" | "indicate")
        && (word == "that" || clause_begins(scene, next))
        && speaks_in_figures(scene, unit, at)
    {
        return Some((next, Frame::Clause));
    }
    // "condemned what she called a raid": see `clauses`
    let thing = verb.object() && (clause_begins(scene, next) || Class::ObjectPronoun.has(word));
    (freely || thing && !is_bare(scene, next, ceiling)).then_some((next, Frame::Object))
}

/// The token after "in a statement" at token `next`, where a clause follows: "said in a statement the port was shut".
fn past_statement(scene: &Scene<'_>, next: usize) -> usize {
    let written = matches!(scene.word(next), "in" | "during")
        && Class::Article.has(scene.word(next + 1))
        && (documents::kind(scene.word(next + 2)) == Some(Document::Words)
            || matches!(scene.word(next + 2), "interview" | "speech"))
        && clause_begins(scene, next + 3);
    if written { next + 3 } else { next }
}

/// Whether "that" at token `at` leads to what is said again: "repeated that the port was shut", but "repeat that mistake".
fn says_again(scene: &Scene<'_>, at: usize, verb: Verb) -> bool {
    let next = scene.word(at + 1);
    verb.lemma == "repeat" && (Class::Article.has(next) || Class::SubjectPronoun.has(next))
}

/// Whether the object at token `at` is a pronoun and nothing else: "The keeper blasted it.", "thanked them and left" tell what was
/// done, and not what was said.
fn is_bare(scene: &Scene<'_>, at: usize, ceiling: usize) -> bool {
    let word = scene.word(at);
    let pronoun =
        Class::ObjectPronoun.has(word) || matches!(word, "it" | "this" | "that" | "nobody" | "everyone" | "both");
    // "defended him on Monday."
    let on = usize::from(scene.word(at + 1) == "on");
    let next = at + 1 + if is_time(scene.word(at + 1 + on)) { on + 1 } else { 0 };
    let ends = next >= ceiling || scene.text.tokens[next].kind == Kind::Mark && !scene.is_quoted(next);
    pronoun && (ends || matches!(scene.word(next), "and" | "but" | "again" | "too" | "back" | "away" | "into"))
}

/// Whether "what" at token `at` begins a clause that names a thing: "what it called", "what critics described as".
fn names_freely(scene: &Scene<'_>, at: usize, ceiling: usize) -> bool {
    let naming = |verb: Verb| matches!(verb.lemma, "call" | "describe" | "dub" | "term" | "view");
    (at + 2..ceiling.min(at + 6)).any(|at| Verb::of(scene.word(at)).is_some_and(naming))
}

/// The token after "out" of "point out" and after "it this way" of "put it this way"; `None` where these say nothing.
fn after_particle(scene: &Scene<'_>, next: usize, ceiling: usize, verb: Verb) -> Option<usize> {
    match (verb.lemma, scene.word(next)) {
        ("point", "out") => Some(next + 1),
        ("point", "to") => Some(next),
        ("put", "it") => {
            let way = |&at: &usize| is_adverb(scene.word(at)) || matches!(scene.word(at), "this" | "way" | "like");
            Some(next + 1 + (next + 1..ceiling).take_while(way).count())
        }
        ("point" | "put", _) => None,
        _ => Some(next),
    }
}

/// Whether the cue at token `at` with token `next` after it says nothing by itself.
fn says_nothing(scene: &Scene<'_>, unit: &Unit, at: usize, next: usize, verb: Verb) -> bool {
    match verb.lemma {
        // "did not respond to a request": see `no_comment`
        // "did not deny it", "could not confirm it"
        "respond" | "comment" | "reply" | "deny" | "confirm" => negated(scene, unit, at),
        // "answer questions": a noun
        "question" if scene.word(at) == "questions" => Verb::of(scene.word(at.wrapping_sub(1))).is_some(),
        // "a man calling himself Sam", "who asked not to be named": who that is
        "call" if scene.word(at + 1).ends_with("self") => true,
        "ask" if scene.word(at + 1) == "not" && scene.word(at + 3) == "be" => {
            matches!(scene.word(at + 4), "named" | "identified" | "quoted")
        }
        // "a course called Sea and Shore": a name
        "call" if scene.word(at) == "called" && is_capitalised(scene.word(next)) => {
            let before = scene.word(at.wrapping_sub(1));
            !is_be(before) && !is_auxiliary(before) && names_a_thing(scene, unit, at)
        }
        // "rain said to be heavy": nobody is told to be it
        "say" if scene.word(at) == "said" && scene.word(next) == "to" => {
            matches!(scene.word(next + 1), "be" | "have")
        }
        // "cited Roe as saying": see whom it cites
        "cite" | "quote" => {
            (at + 1..unit.tokens.end.min(at + REACH)).any(|at| scene.word(at) == "as" && scene.word(at + 1) == "saying")
        }
        // "a series called “The Pier”": a name
        "call" => {
            let before = scene.word(at.wrapping_sub(1));
            scene.word(at) == "called"
                && scene.is_quoted(next)
                && !is_be(before)
                && !is_auxiliary(before)
                && names_a_thing(scene, unit, at)
        }
        _ => false,
    }
}

/// Whether the noun phrase before token `at` begins with "a" or "an", without a comma or a verb on the way.
fn names_a_thing(scene: &Scene<'_>, unit: &Unit, at: usize) -> bool {
    (unit.tokens.start.max(at.saturating_sub(7))..at)
        .rev()
        .take_while(|&at| !is_verb(scene.word(at)) && scene.str(at) != ",")
        .any(|at| matches!(scene.word(at), "a" | "an" | "A" | "An" | "new" | "book" | "film" | "song" | "series"))
}

/// Whether the verb at token `at` is negated.
fn negated(scene: &Scene<'_>, unit: &Unit, at: usize) -> bool {
    (unit.tokens.start.max(at.saturating_sub(4))..at).any(|at| {
        let word = scene.word(at);
        matches!(word, "not" | "never" | "cannot" | "without") || word.ends_with("n't") || word.ends_with("n’t")
    })
}

/// Whether a poll, a study or the like is close before the verb at token `at`.
fn speaks_in_figures(scene: &Scene<'_>, unit: &Unit, at: usize) -> bool {
    let mut before = unit.tokens.start.max(at.saturating_sub(8))..at;
    before.any(|at| documents::kind(scene.word(at)) == Some(Document::Figures))
}

/// Where the hearer that begins at token `at` ends: "reporters", "the crowd", "Roe's deputy".
pub(super) fn hearer(scene: &Scene<'_>, at: usize, ceiling: usize) -> usize {
    let mut end = at;
    if matches!(scene.word(end), "that" | "to") || scene.is_quoted(end) {
        return end;
    }
    // up to "that", if it comes before anything that could be said
    let that = (at..ceiling.min(at + 12)).find(|&at| {
        let word = scene.word(at);
        scene.is_quoted(at)
            || word == "that"
            || Class::SubjectPronoun.has(word)
            || matches!(scene.str(at), "," | ":" | ";")
            || Verb::of(word).is_some()
    });
    if let Some(that) = that.filter(|&that| scene.word(that) == "that") {
        return that;
    }
    if Class::ObjectPronoun.has(scene.word(end)) || HEARERS.contains(&scene.word(end)) {
        return end + 1;
    }
    // "urged community members to help": nouns without an article, up to "to"
    if let Some(to) = (at + 1..ceiling.min(at + 5)).find(|&to| scene.word(to) == "to")
        && (at..to).all(|at| {
            let word = scene.word(at);
            word.starts_with(|c: char| c.is_ascii_lowercase())
                && !Class::Preposition.has(word)
                && !Class::NoStart.has(word)
                && !is_verb(word)
                && !is_adverb(word)
                && !matches!(word, "not" | "and" | "or" | "how" | "what" | "where")
        })
        && (scene.word(to - 1).ends_with('s') || matches!(scene.word(to - 1), "people" | "women" | "men" | "children"))
    {
        return to;
    }
    let name = scene.starting(end).map(|name| name.end);
    let article = Class::Article.has(scene.word(end));
    end = name.unwrap_or(end + usize::from(article));
    while end < ceiling.min(at + 10) {
        let word = scene.str(end);
        if scene.text.tokens[end].kind == Kind::Clitic {
            end += 1;
            while end < ceiling.min(at + 10)
                && (is_capitalised(scene.str(end)) && scene.text.tokens[end].kind == Kind::Word
                    || scene.str(end) == "’")
            {
                end += 1;
            }
            continue;
        }
        let inside = !scene.is_quoted(end)
            && scene.text.tokens[end].kind != Kind::Mark
            && !Class::HearerEnd.has(word)
            && !Class::SubjectPronoun.has(word)
            && !is_time(word)
            && (name.is_none() || is_capitalised(word) && scene.starting(end).is_none());
        if !inside || name.is_none() && scene.starting(end).is_some() && end > at + usize::from(article) {
            break;
        }
        end += 1;
        if name.is_none() && !article {
            break;
        }
    }
    end
}

/// Whether a clause or a noun phrase begins at token `at`.
fn clause_begins(scene: &Scene<'_>, at: usize) -> bool {
    let Some(&token) = scene.text.tokens.get(at) else { return false };
    let word = scene.str(at);
    match token.kind {
        Kind::Word => !Class::Preposition.has(word) && !is_adverb(word) && !Class::NoStart.has(word),
        Kind::Initials | Kind::Number => true,
        Kind::Mark => word == "$",
        _ => false,
    }
}
