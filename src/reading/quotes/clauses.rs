//! Reporting clauses: a source, a cue, and the clause that tells what is said, with quotation marks in it or not.

use super::cues::{Verb, is_adverb};
use super::direct::{self, Walk};
use super::draft::{CueWord, Draft};
use super::marks::Piece;
use super::source::{Form, Scene, Source, is_article, is_preposition, is_subject_pronoun, is_time};
use super::units::Unit;
use crate::QuoteKind;
use crate::text::tokens::Kind;
use crate::text::words::is_capitalised;
use std::ops::Range;

/// Tokens between a cue and its content: room for a hearer, a place and a day.
const REACH: usize = 20;

/// A cue with what it governs, before its end is known.
struct Clause {
    /// First token of the clause, its source included: where a clause before it ends.
    start: usize,
    cue: CueWord,
    source: Option<Source>,
    /// First token of the content.
    content: usize,
    /// Whether a clause before this one ends here, and does not hold it.
    coordinate: bool,
    /// Whether it depends on a clause behind it: "After Roe said so, …".
    subordinate: bool,
}

/// Finds the reporting clauses of a unit outside the tokens that are `used`.
pub(super) fn find(walk: &mut Walk, scene: &Scene<'_>, pieces: &[Piece], unit: &Unit, used: &[Range<usize>]) {
    let mut clauses: Vec<Clause> = Vec::new();
    let mut outer: Vec<(Range<usize>, CueWord, Source, Range<usize>)> = Vec::new();
    let mut floor = unit.tokens.start;
    // “A,” she said, adding that …
    let spoken = walk.drafts.last().filter(|_| !used.is_empty()).and_then(|draft| draft.source.clone());
    for at in unit.tokens.clone() {
        if scene.is_quoted(at) || used.iter().any(|used| used.contains(&at)) {
            continue;
        }
        if let Some(found) = direct::according(scene, at, unit.tokens.end) {
            outside(scene, unit, found.source, found.cue, found.tokens, &mut outer);
            continue;
        }
        let Some(verb) = Verb::of(scene.word(at)) else { continue };
        // what is behind a content already begun cannot be the subject of an earlier verb
        let source = scene.before(floor, at);
        let previous = scene.word(at.wrapping_sub(1));
        let and = matches!(previous, "and" | "but" | "then") && at > unit.tokens.start;
        let participle = scene.word(at).ends_with("ing");
        let comma = at > unit.tokens.start && scene.str(at - 1) == ",";
        let source = match source {
            Some(source) if !(participle && comma) => Some(source),
            _ if and || participle && comma => clauses
                .last()
                .and_then(|last| last.source.clone())
                .or_else(|| spoken.clone())
                .or_else(|| if comma { main_subject(scene, unit, at) } else { None }),
            _ => None,
        };
        let Some(source) = source else { continue };
        if let Some(end) = trailing(scene, unit, &source, at, verb) {
            outside(scene, unit, source.clone(), CueWord::at(at, verb), source.start.min(at)..end, &mut outer);
            continue;
        }
        let Some(content) = content(scene, pieces, unit, at, verb) else {
            if verb.direct()
                && unit.tokens.end > at
                && scene.str(unit.tokens.end - 1) == ":"
                && unit.tokens.end - at <= REACH
            {
                walk.pending = Some((CueWord::at(at, verb), source, unit.block));
            }
            continue;
        };
        let own = source.start < at && source.start >= unit.tokens.start;
        let start = if and || participle && comma || !own { at.saturating_sub(1) } else { source.start };
        let joined = start > unit.tokens.start
            && matches!(scene.str(start - 1), "and" | "but" | "while" | "," | ";" | "as" | "with" | "—" | "–");
        let coordinate = and || participle && comma || joined;
        let before = if own && source.start > unit.tokens.start { scene.word(source.start - 1) } else { "" };
        let subordinate = matches!(
            before,
            "After"
                | "When"
                | "If"
                | "Though"
                | "Although"
                | "Because"
                | "Since"
                | "While"
                | "Once"
                | "Before"
                | "Until"
                | "As"
                | "Even"
                | "after"
                | "when"
                | "if"
                | "though"
                | "although"
                | "because"
                | "once"
                | "before"
        );
        clauses.push(Clause {
            start,
            cue: CueWord::at(at, verb),
            source: Some(source),
            content,
            coordinate,
            subordinate,
        });
        floor = at + 1;
    }
    finish(walk, scene, pieces, unit, clauses, outer);
}

/// The subject of the unit's main clause: what stands before its first finite verb, else the first person it names
/// before token `end`.
fn main_subject(scene: &Scene<'_>, unit: &Unit, end: usize) -> Option<Source> {
    let start = unit.tokens.start;
    let name = scene.names_in(start..end).iter().find(|name| name.person);
    let verb =
        (start + 1..end.min(start + 14)).take_while(|&at| !scene.is_quoted(at) && scene.str(at) != ",").find(|&at| {
            let word = scene.word(at);
            super::cues::is_be(word)
                || super::cues::is_auxiliary(word)
                || word.len() > 4 && word.ends_with("ed")
                || Verb::of(word).is_some()
        });
    let subject = verb.and_then(|verb| scene.before(start, verb).or_else(|| scene.phrase_before(start, verb)));
    match (subject, name) {
        (Some(subject), Some(name)) if subject.tokens.start <= name.start => Some(subject),
        (Some(subject), None) => Some(subject),
        (_, Some(name)) => Some(Source {
            tokens: name.start..name.end,
            form: Form::Name { entity: name.entity, person: true, apposition: false },
            start: name.start,
        }),
        (None, None) => None,
    }
}

/// The end of an attribution that stands behind or inside what is said: ", Roe said on Monday." or ", she said, ".
fn trailing(scene: &Scene<'_>, unit: &Unit, source: &Source, verb: usize, found: Verb) -> Option<usize> {
    if !(found.that() && found.direct())
        || source.start <= unit.tokens.start
        || source.start > verb
        || scene.str(source.start - 1) != ","
    {
        return None;
    }
    let mut at = verb + 1;
    while at < unit.tokens.end && at < verb + REACH {
        let word = scene.str(at);
        if scene.is_quoted(at) {
            return None;
        }
        if matches!(word, "," | "." | "?" | "!" | "”" | "—" | "–" | ";") {
            return Some(at);
        }
        let adverbial = at == verb + 1
            && (is_preposition(word)
                || is_time(word)
                || is_adverb(word)
                || matches!(word, "last" | "this" | "Thursday"))
            || at > verb + 1
                && !matches!(
                    word,
                    "that"
                        | "is"
                        | "was"
                        | "are"
                        | "were"
                        | "has"
                        | "had"
                        | "have"
                        | "will"
                        | "would"
                        | "could"
                        | "should"
                )
                && !is_subject_pronoun(word);
        if !adverbial {
            return None;
        }
        at += 1;
    }
    (at >= unit.tokens.end).then_some(unit.tokens.end)
}

/// Takes what stands around an attribution as its content.
fn outside(
    scene: &Scene<'_>,
    unit: &Unit,
    source: Source,
    cue: CueWord,
    tokens: Range<usize>,
    outer: &mut Vec<(Range<usize>, CueWord, Source, Range<usize>)>,
) {
    let start = unit.tokens.start;
    let leads = tokens.start <= start;
    let content = if leads {
        let comma = scene.str(tokens.end) == ",";
        tokens.end + usize::from(comma)..unit.tokens.end
    } else {
        start..tokens.start
    };
    outer.push((content, cue, source, tokens));
}

/// The first token of what the cue at token `at` governs.
fn content(scene: &Scene<'_>, pieces: &[Piece], unit: &Unit, at: usize, verb: Verb) -> Option<usize> {
    let ceiling = unit.tokens.end;
    let mut next = at + 1;
    while next < ceiling && is_adverb(scene.word(next)) {
        next += 1;
    }
    if verb.lemma == "point" {
        if scene.word(next) == "out" {
            next += 1;
        } else if scene.word(next) != "to" {
            return None;
        }
    }
    if verb.preposition(scene.word(next))
        && (clause_begins(scene, next + 1) || scene.is_quoted(next + 1))
        && !(scene.word(next) == "to" && verb.lemma == "ask")
    {
        return (next + 1 < ceiling).then_some(next + 1);
    }
    if verb.hearer() {
        next = hearer(scene, next, ceiling);
    } else if scene.word(next) == "to" && verb.that() && !verb.infinitive() {
        next = hearer(scene, next + 1, ceiling);
    }
    let begin = next;
    // a phrase of place or time before "that", a colon or a quotation
    if is_preposition(scene.word(next))
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
            while next < ceiling
                && (is_time(scene.word(next))
                    || matches!(scene.word(next), "on" | "late" | "early") && is_time(scene.word(next + 1)))
            {
                next += 1;
            }
        }
    }
    let word = scene.word(next);
    if matches!(scene.str(next), ":" | ",")
        && (scene.is_quoted(next + 1) || scene.str(next) == ":" && next + 2 < ceiling && verb.that())
    {
        return (verb.direct() || verb.object()).then_some(next + 1);
    }
    if next >= ceiling {
        return None;
    }
    if scene.is_quoted(next) {
        let starts = pieces[unit.pieces.clone()].iter().any(|piece| piece.tokens.start == next);
        return (starts && (verb.direct() || verb.object() || verb.that())).then_some(next);
    }
    if word == "that" {
        return verb.that().then_some(next);
    }
    if matches!(word, "whether" | "if" | "what" | "how" | "why" | "who" | "where" | "when") {
        return (verb.question() || verb.that() && word != "when" && word != "if").then_some(next);
    }
    if word == "to" {
        return verb.infinitive().then_some(next);
    }
    if verb.hearer() && begin > at + 1 && verb.direct() && !verb.question() && clause_begins(scene, next) {
        return Some(next);
    }
    if verb.bare() && clause_begins(scene, next) {
        // "a day after he said them": no clause
        let object = matches!(word, "them" | "him" | "me" | "us" | "it" | "this" | "so")
            && scene.text.tokens.get(next + 1).is_none_or(|token| token.kind == Kind::Mark);
        return (!object).then_some(next);
    }
    // "a poll shows a lead": figures speak
    if matches!(verb.lemma, "show" | "find" | "indicate")
        && (word == "that" || clause_begins(scene, next))
        && speaks_in_figures(scene, unit, at)
    {
        return Some(next);
    }
    if verb.object() && (clause_begins(scene, next) || matches!(word, "him" | "her" | "them" | "us" | "me")) {
        return Some(next);
    }
    None
}

/// Whether a poll, a study or the like stands close before the verb at token `at`.
fn speaks_in_figures(scene: &Scene<'_>, unit: &Unit, at: usize) -> bool {
    (unit.tokens.start.max(at.saturating_sub(8))..at).any(|at| {
        let word = scene.word(at);
        let word = word.strip_suffix('s').unwrap_or(word);
        matches!(
            word,
            "poll"
                | "survey"
                | "study"
                | "studie"
                | "report"
                | "data"
                | "figure"
                | "result"
                | "research"
                | "average"
                | "analysi"
                | "analysis"
                | "record"
                | "Poll"
                | "Survey"
                | "investigation"
        )
    })
}

/// Where the hearer that begins at token `at` ends: "reporters", "the crowd", "Roe's deputy".
fn hearer(scene: &Scene<'_>, at: usize, ceiling: usize) -> usize {
    let mut end = at;
    if matches!(scene.word(end), "that" | "to") || scene.is_quoted(end) {
        return end;
    }
    // up to "that", if it comes before anything that could be said
    let that = (at..ceiling.min(at + 12)).find(|&at| {
        let word = scene.word(at);
        scene.is_quoted(at)
            || word == "that"
            || is_subject_pronoun(word)
            || matches!(scene.str(at), "," | ":" | ";")
            || Verb::of(word).is_some()
    });
    if let Some(that) = that.filter(|&that| scene.word(that) == "that") {
        return that;
    }
    if matches!(
        scene.word(end),
        "him"
            | "her"
            | "them"
            | "me"
            | "us"
            | "you"
            | "reporters"
            | "journalists"
            | "supporters"
            | "lawmakers"
            | "voters"
    ) {
        return end + 1;
    }
    let name = scene.starting(end).map(|name| name.end);
    let article = is_article(scene.word(end));
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
            && !matches!(
                word,
                "that"
                    | "to"
                    | "the"
                    | "a"
                    | "an"
                    | "his"
                    | "their"
                    | "its"
                    | "there"
                    | "in"
                    | "on"
                    | "at"
                    | "during"
                    | "after"
                    | "last"
                    | "this"
                    | "how"
                    | "what"
                    | "why"
                    | "whether"
                    | "if"
                    | "about"
                    | "not"
            )
            && !is_subject_pronoun(word)
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
        Kind::Word => {
            !(is_preposition(word) || is_adverb(word) && !is_capitalised(word))
                && !matches!(
                    word,
                    "and"
                        | "but"
                        | "or"
                        | "as"
                        | "so"
                        | "than"
                        | "out"
                        | "up"
                        | "off"
                        | "down"
                        | "back"
                        | "because"
                        | "is"
                        | "was"
                        | "are"
                        | "were"
                        | "has"
                        | "have"
                        | "had"
                        | "will"
                        | "would"
                        | "could"
                        | "should"
                        | "may"
                        | "might"
                        | "must"
                        | "can"
                        | "cannot"
                        | "did"
                        | "does"
                        | "do"
                        | "went"
                        | "away"
                        | "too"
                        | "either"
                        | "much"
                        | "again"
                        | "more"
                        | "less"
                )
        }
        Kind::Initials | Kind::Number => true,
        Kind::Mark => word == "$",
        _ => false,
    }
}

/// Gives every clause its end and hands out the quotes.
fn finish(
    walk: &mut Walk,
    scene: &Scene<'_>,
    pieces: &[Piece],
    unit: &Unit,
    clauses: Vec<Clause>,
    outer: Vec<(Range<usize>, CueWord, Source, Range<usize>)>,
) {
    let close = trim_end(scene, unit.tokens.start, unit.tokens.end);
    let mut blocked: Vec<Range<usize>> = Vec::new();
    for (content, cue, source, tokens) in outer {
        let last = content.end.min(close.max(content.start));
        let mut parts: Vec<Range<usize>> = vec![content.start..trim_end(scene, content.start, last)];
        // the attribution interrupts the clause: ", she said, "
        if content.start < tokens.start && matches!(scene.str(tokens.end), ",") && tokens.end + 2 < close {
            parts.push(tokens.end + 1..close);
        }
        parts.retain(|part| !part.is_empty());
        if parts.is_empty()
            || parts.iter().any(|part| part.clone().any(|at| blocked.iter().any(|range| range.contains(&at))))
        {
            continue;
        }
        if push(walk, scene, pieces, unit, &parts, cue, source) {
            blocked.push(
                parts[0].start.min(tokens.start)..parts.last().map_or(tokens.end, |part| part.end).max(tokens.end),
            );
        }
    }
    let mut at = 0;
    let mut reached = unit.tokens.start;
    while let Some(clause) = clauses.get(at) {
        at += 1;
        let verb = clause.cue.tokens.start;
        if verb < reached || blocked.iter().any(|range| range.contains(&verb)) {
            continue;
        }
        let mut end = close;
        for later in &clauses[at..] {
            if later.coordinate && later.start > clause.content {
                end = end.min(later.start);
                break;
            }
        }
        for range in &blocked {
            if range.start >= clause.content {
                end = end.min(range.start);
            }
        }
        // a quotation that the cue leads to ends the content, unless the sentence goes on with it
        if let Some(piece) = pieces[unit.pieces.clone()].iter().find(|piece| piece.tokens.start == clause.content) {
            let next = scene.word(piece.tokens.end);
            if is_preposition(next) || is_time(next) || matches!(next, "when" | "while" | "as" | "before" | "after") {
                end = end.min(piece.tokens.end);
            }
        }
        // "Though Roe says so, …": a subordinate clause ends at the comma
        if clause.subordinate
            && let Some(comma) = (clause.content..end).find(|&at| !scene.is_quoted(at) && scene.str(at) == ",")
        {
            end = comma;
        }
        let end = trim_end(scene, clause.content, end);
        reached = end;
        if end > clause.content
            && let Some(source) = clause.source.clone()
        {
            push(walk, scene, pieces, unit, &[clause.content..end], clause.cue.clone(), source);
        }
    }
}

/// The end of a content without the marks and conjunctions behind it.
fn trim_end(scene: &Scene<'_>, start: usize, end: usize) -> usize {
    let mut end = end;
    while end > start
        && !scene.is_quoted(end - 1)
        && matches!(
            scene.str(end - 1),
            "." | "," | ";" | "?" | "!" | ":" | "—" | "–" | "and" | "but" | "while" | "as" | "with" | ")"
        )
    {
        if scene.str(end - 1) == ")" {
            let open = (start..end - 1).rev().take(60).any(|at| scene.str(at) == "(");
            if open {
                break;
            }
        }
        end -= 1;
    }
    end
}

/// Adds a quote over `parts`, if no piece in it is taken already.
fn push(
    walk: &mut Walk,
    scene: &Scene<'_>,
    pieces: &[Piece],
    unit: &Unit,
    parts: &[Range<usize>],
    cue: CueWord,
    source: Source,
) -> bool {
    let (mut inside, mut outside) = (0usize, 0usize);
    for at in parts.iter().flat_map(Clone::clone) {
        if scene.text.tokens[at].kind != Kind::Mark {
            if scene.is_quoted(at) { inside += 1 } else { outside += 1 }
        }
    }
    if inside + outside == 0 {
        return false;
    }
    let held: Vec<usize> = unit
        .pieces
        .clone()
        .filter(|&index| {
            pieces.get(index).is_some_and(|piece| parts.iter().any(|part| part.contains(&piece.tokens.start)))
        })
        .collect();
    if held.iter().any(|&index| walk.taken[index]) {
        return false;
    }
    for index in held {
        walk.taken[index] = true;
    }
    let kind = match (inside, outside) {
        (_, 0) => QuoteKind::Direct,
        (0, _) => QuoteKind::Indirect,
        _ => QuoteKind::Mixed,
    };
    walk.drafts.push(Draft {
        kind,
        parts: parts.iter().map(|part| direct::span(scene, part)).collect(),
        cue: Some(cue),
        source: Some(source),
        carried: false,
        continues: None,
        block: unit.block,
    });
    true
}
