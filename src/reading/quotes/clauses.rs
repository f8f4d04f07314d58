//! Reporting clauses: a source, a cue, and the clause that tells what is said, with quotation marks in it or not.

use super::content::{content, hearer};
use super::cues::Verb;
use super::direct::{self, Attribution, Walk};
use super::documents::{self, Document};
use super::draft::{CueWord, Frame};
use super::ends::{self, Clause, Outer};
use super::grammar::{Class, is_adverb, is_auxiliary, is_be, is_time};
use super::marks::Piece;
use super::passive;
use super::roles::Roles;
use super::scene::Scene;
use super::source::{Form, Source};
use super::units::Unit;
use super::verbs::is_verb;
use crate::text::tokens::Kind;
use crate::text::words::is_capitalised;
use std::ops::Range;

/// Tokens between a cue and the colon that ends its sentence, or the end of the attribution it makes.
const REACH: usize = 20;

/// Tokens of a clause in which its verb is looked for.
const MAIN: usize = 40;

/// Attributions after or inside their contents that are looked at in one sentence.
const OUTER: usize = 4;

/// Finds the reporting clauses of a unit outside the tokens that are `used`.
pub(super) fn find(walk: &mut Walk, scene: &Scene<'_>, pieces: &[Piece], unit: &Unit, used: &[Range<usize>]) {
    let mut clauses: Vec<Clause> = Vec::new();
    let mut outer: Vec<Outer> = Vec::new();
    let mut floor = unit.tokens.start;
    // “A,” she said, adding that …
    let spoken = walk.drafts.last().filter(|_| !used.is_empty()).and_then(|draft| draft.source.clone());
    let mut used = used.iter().peekable();
    for at in unit.tokens.clone() {
        while used.next_if(|used| used.end <= at).is_some() {}
        if scene.is_quoted(at) || used.peek().is_some_and(|used| used.contains(&at)) {
            continue;
        }
        if outer.len() < OUTER
            && let Some(found) = direct::according(scene, at, unit.tokens.end)
        {
            outer.push(outside(scene, unit, found));
            continue;
        }
        let verb = if at == unit.tokens.start { Verb::of(&scene.word(at).to_lowercase()) } else { None };
        // "Dubbed “mad” by Roe, …"
        let verb = verb.filter(|&verb| passive::agent(scene, pieces, at, verb, unit.tokens.end).is_some());
        let Some(verb) = verb.or_else(|| Verb::of(scene.word(at))) else { continue };
        // states are places first
        if matches!(scene.word(at), "state" | "states") && scene.word(at + 1) != "that" && !scene.is_quoted(at + 1) {
            continue;
        }
        if let Some((content, source)) = passive::agent(scene, pieces, at, verb, unit.tokens.end) {
            let (cue, frame) = (CueWord::at(at, verb), Frame::Object);
            let start = at.saturating_sub(1).max(unit.tokens.start);
            clauses.push(Clause { start, cue, source, verb, frame, content, coordinate: true, subordinate: false });
            floor = at + 1;
            continue;
        }
        let beside = Beside::at(scene, unit, at);
        // ", says Roe."
        if beside.comma
            && outer.len() < OUTER
            && let Some(found) = inverted(scene, unit, at, verb)
        {
            outer.push(outside(scene, unit, found));
            continue;
        }
        let source = subject(walk, scene, unit, (floor, at), &beside, &clauses)
            .or_else(|| if beside.joins() { spoken.clone() } else { None })
            .or_else(|| if beside.may_be_far(scene, unit, at) { main_subject(scene, unit, at) } else { None })
            .or_else(|| if beside.and { leader(scene, unit, at, verb) } else { None });
        let and = beside.joins();
        let Some(source) = source.filter(|source| !is_nobody(scene, source)) else { continue };
        // "a sign reads “No dogs”": nobody says so
        if scene.is_quoted(at + 1) && is_sign(scene, &source) {
            continue;
        }
        // "Roe said that the pier was old, she said": said once
        let again = source.form == Form::Pronoun
            && clauses.first().is_some_and(|first| {
                matches!(first.source.form, Form::Name { person: true, .. }) && first.verb.lemma == verb.lemma
            });
        if outer.len() < OUTER
            && !again
            && let Some(end) = trailing(scene, unit, &source, at, verb)
        {
            let tokens = source.start.min(at)..end;
            outer.push(outside(scene, unit, Attribution { cue: CueWord::at(at, verb), source, tokens }));
            continue;
        }
        let Some((content, frame)) = content(scene, pieces, unit, at, verb) else {
            if (verb.direct() || verb.that())
                && unit.tokens.end > at
                && scene.str(unit.tokens.end - 1) == ":"
                && unit.tokens.end - at <= REACH
            {
                walk.pending = Some((CueWord::at(at, verb), source, unit.block));
            }
            continue;
        };
        // "Roe condemned what he called a raid, and asked": whoever condemned it
        let inside = source.form == Form::Pronoun && scene.word(source.start.wrapping_sub(1)) == "what";
        let leading = clauses.last().filter(|last| inside && last.content.checked_add(1) == Some(source.start));
        let source = leading.map_or(source, |last| last.source.clone());
        let own = source.start < at && source.start >= unit.tokens.start;
        let start = if and || !own { beside.link } else { source.start };
        let joined = start > unit.tokens.start
            && matches!(scene.str(start - 1), "and" | "but" | "while" | "," | ";" | "as" | "with" | "—" | "–");
        let coordinate = and || joined;
        let before = if own && source.start > unit.tokens.start { scene.word(source.start - 1) } else { "" };
        let subordinate = Class::Subordinator.has(before);
        clauses.push(Clause {
            start,
            cue: CueWord::at(at, verb),
            source,
            verb,
            frame,
            content,
            coordinate,
            subordinate,
        });
        floor = at + 1;
    }
    ends::finish(walk, scene, pieces, unit, &clauses, outer);
}

/// Whether a source is nobody: "nobody can say", which says that something is not said.
fn is_nobody(scene: &Scene<'_>, source: &Source) -> bool {
    let words = scene.span(&source.tokens).of(scene.text.source).to_ascii_lowercase();
    matches!(words.as_str(), "nobody" | "no one" | "no-one" | "none")
}

/// What stands beside a cue.
struct Beside {
    /// "and", "but" or "then" before it.
    and: bool,
    /// The token that joins it to what is before, with no adverb between counted.
    link: usize,
    /// A comma before it.
    comma: bool,
    /// Whether it is a participle.
    participle: bool,
}

impl Beside {
    fn at(scene: &Scene<'_>, unit: &Unit, at: usize) -> Self {
        let inside = at > unit.tokens.start;
        // "and repeatedly says"
        let late = at > unit.tokens.start + 1
            && is_adverb(scene.word(at - 1))
            && !matches!(scene.word(at - 1), "and" | "but" | "then");
        let link = scene.word(at.saturating_sub(1 + usize::from(late)));
        Self {
            link: at.saturating_sub(1 + usize::from(late)),
            and: inside && matches!(link, "and" | "but" | "then"),
            comma: inside && scene.str(at - 1) == ",",
            participle: scene.word(at).ends_with("ing"),
        }
    }

    /// Whether the cue shares the subject of a verb before it.
    fn joins(&self) -> bool {
        self.and || self.participle && self.comma
    }

    /// Whether that verb may be any.
    fn may_be_far(&self, scene: &Scene<'_>, unit: &Unit, at: usize) -> bool {
        self.joins() && (self.comma || speech_follows(scene, at) && simple(scene, unit, at))
    }
}

/// Whether a quotation or "that" follows the cue at token `at`.
fn speech_follows(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_quoted(at + 1)
        || matches!(scene.str(at + 1), "," | ":") && scene.is_quoted(at + 2)
        || scene.word(at + 1) == "that"
}

/// The subject of the cue at token `at`: what stands before it, not before token `floor`, or the subject of a clause
/// before.
fn subject(
    walk: &Walk,
    scene: &Scene<'_>,
    unit: &Unit,
    (floor, at): (usize, usize),
    beside: &Beside,
    clauses: &[Clause],
) -> Option<Source> {
    // "cited Roe as saying that"
    let named = beside.participle && scene.word(at.wrapping_sub(1)) == "as";
    let source = named.then(|| cited(scene, floor, at)).flatten().or_else(|| scene.before(floor, at));
    match source {
        // "issued a statement warning that": whoever issued it
        Some(source) if beside.participle && is_issued(scene, &source) => {
            main_subject(scene, unit, source.tokens.start).or(Some(source))
        }
        Some(source) if !(beside.participle && beside.comma) => Some(source),
        _ if beside.joins() => {
            let last = clauses.last()?;
            // "Roe said the guards came and told her to leave": not Roe
            if beside.and && Class::ObjectPronoun.has(scene.word(at + 1)) {
                return None;
            }
            let cue = last.cue.tokens.start;
            // "attacked what critics called a deal and asked": not the critics
            if scene.word(last.source.start.wrapping_sub(1)) == "what" {
                return main_subject(scene, unit, at);
            }
            // "cited Roe as saying … and asked": not Roe
            if scene.word(cue) == "saying" && scene.word(cue.wrapping_sub(1)) == "as" {
                return main_subject(scene, unit, at);
            }
            Some(last.source.clone())
        }
        // "But said that …": whoever spoke in the sentence before
        _ if at == unit.tokens.start + 1
            && speech_follows(scene, at)
            && matches!(scene.word(unit.tokens.start), "And" | "But" | "Then" | "Also") =>
        {
            walk.drafts.last().filter(|last| last.block + 2 >= unit.block).and_then(|last| last.source.clone())
        }
        _ => None,
    }
}

/// Whether the unit begins with its subject, and no comma stands before token `at`.
fn simple(scene: &Scene<'_>, unit: &Unit, at: usize) -> bool {
    let first = scene.word(unit.tokens.start);
    at - unit.tokens.start <= MAIN
        && !first.is_empty()
        && !Class::Subordinator.has(first)
        && !Class::Preposition.has(first)
        && is_past(scene.word(at))
        && (unit.tokens.start..at).all(|at| scene.str(at) != "," && !scene.is_quoted(at))
}

/// Who begins the unit by name or as "he", where all that is told before the cue at token `at` is what they did: "Roe
/// opened the window, looked out and said".
fn leader(scene: &Scene<'_>, unit: &Unit, at: usize, verb: Verb) -> Option<Source> {
    let start = unit.tokens.start;
    if !(verb.direct() && (verb.that() || verb.question()) && is_past(scene.word(at))) || at - start > MAIN {
        return None;
    }
    let pronoun = matches!(scene.word(start), "He" | "She" | "They" | "I");
    let (source, rest) = if pronoun {
        (Source::pronoun(start), start + 1)
    } else {
        match scene.names_in(start..at).first().filter(|name| name.person) {
            Some(&name) if scene.title_start(start, name.start) == start => {
                (Source::named(name, start, false), name.end)
            }
            _ => body(scene, start, at)?,
        }
    };
    // nobody else does anything on the way
    let alone = (rest..at).all(|at| {
        let word = scene.word(at);
        !scene.is_quoted(at)
            && !matches!(scene.str(at), ";" | ":")
            && !Class::SubjectPronoun.has(word)
            && !Class::Subordinator.has(word)
            && word != "that"
    });
    let others = scene.names_in(rest..at).iter().any(|name| is_verb(scene.word(name.end)));
    (alone && !others).then_some(source)
}

/// The body or the people that a unit begins with, and where what they do begins: "The service issued".
fn body(scene: &Scene<'_>, start: usize, end: usize) -> Option<(Source, usize)> {
    let verb = (start + 1..end.min(start + 8)).find(|&at| is_verb(scene.word(at)))?;
    let source = scene.phrase_before(start, verb).filter(|source| source.start == start)?;
    let speaks = match source.form {
        Form::Name { .. } => true,
        Form::Pronoun => false,
        Form::Description => {
            Class::Article.has(scene.word(start)) && Roles::can_speak(scene.span(&source.tokens).of(scene.text.source))
        }
    };
    speaks.then_some((source, verb))
}

/// Whether a cue is a past or a third person.
fn is_past(word: &str) -> bool {
    Verb::of(word).is_some_and(|verb| !verb.base && !word.ends_with("ing"))
}

/// Whom the verb before "as saying" at token `at` cites: "cited Roe as saying", "quoted the mayor as telling".
fn cited(scene: &Scene<'_>, floor: usize, at: usize) -> Option<Source> {
    let low = floor.saturating_sub(1).max(at.saturating_sub(REACH));
    let verb = (low..at - 1).rev().find(|&verb| {
        matches!(scene.word(verb), "cited" | "cites" | "citing" | "cite" | "quoted" | "quotes" | "quoting" | "quote")
    })?;
    // "was quoted by the paper as saying": not the paper
    if scene.word(verb + 1) == "by" {
        return None;
    }
    scene.phrase_before(verb + 1, at - 1)
}

/// The attribution ", says Roe" at the cue after a comma: its subject comes after it and ends the sentence.
fn inverted(scene: &Scene<'_>, unit: &Unit, at: usize, verb: Verb) -> Option<Attribution> {
    if !(verb.direct() && verb.that()) || verb.base || scene.word(at).ends_with("ing") {
        return None;
    }
    let source = scene.after(at + 1, unit.tokens.end)?;
    let speaks = match source.form {
        Form::Name { person, .. } => person || verb.lemma == "say",
        Form::Pronoun => false,
        Form::Description => verb.lemma == "say" && Roles::can_speak(scene.span(&source.tokens).of(scene.text.source)),
    };
    let end = source.tokens.end;
    let ends = end >= unit.tokens.end
        || matches!(scene.str(end), "." | "," | "(" | ";" | "—" | "–")
        || Class::Preposition.has(scene.word(end))
        || is_time(scene.word(end));
    // "Roe, a doctor, said Brandt was ill": a clause follows
    let clause = (end..unit.tokens.end.min(end + REACH)).take_while(|&at| scene.str(at) != ",").any(|at| {
        let word = scene.word(at);
        is_be(word) || is_auxiliary(word)
    });
    let told = (unit.tokens.start.max(at.saturating_sub(MAIN))..at).any(|at| is_verb(scene.word(at)));
    (speaks && ends && !clause && told).then(|| Attribution { cue: CueWord::at(at, verb), tokens: at..end, source })
}

/// Whether a source is a thing that words stand on.
fn is_sign(scene: &Scene<'_>, source: &Source) -> bool {
    const SIGNS: [&str; 16] = [
        "sign",
        "label",
        "banner",
        "shirt",
        "plaque",
        "poster",
        "placard",
        "cap",
        "hat",
        "sticker",
        "stone",
        "inscription",
        "slogan",
        "tattoo",
        "screen",
        "billboard",
    ];
    let head = scene.word(source.tokens.end - 1);
    source.form == Form::Description && SIGNS.contains(&head.strip_suffix('s').unwrap_or(head))
}

/// Whether a source is what somebody issued, not who did: "a statement".
fn is_issued(scene: &Scene<'_>, source: &Source) -> bool {
    source.form == Form::Description && documents::kind(scene.word(source.tokens.end - 1)) == Some(Document::Words)
}

/// The subject of the unit's main clause: what comes before its first finite verb, else the first person it names
/// before token `end`.
fn main_subject(scene: &Scene<'_>, unit: &Unit, end: usize) -> Option<Source> {
    // "Late on Monday, the board issued": after the first comma
    let opening = unit.tokens.start;
    let adverbial =
        Class::Preposition.has(scene.word(opening)) || is_time(scene.word(opening)) || scene.word(opening) == "Late";
    let comma = (opening..end.min(opening + 9)).find(|&at| scene.str(at) == "," && adverbial);
    let start = comma.map_or(opening, |comma| comma + 1);
    let name = scene.first_person(start..end);
    let verb =
        (start + 1..end.min(start + 14)).take_while(|&at| !scene.is_quoted(at) && scene.str(at) != ",").find(|&at| {
            let word = scene.word(at);
            is_be(word) || is_auxiliary(word) || word.len() > 4 && word.ends_with("ed") || Verb::of(word).is_some()
        });
    let subject = verb.and_then(|verb| scene.before(start, verb).or_else(|| scene.phrase_before(start, verb)));
    match (subject, name) {
        (Some(subject), Some(name)) if subject.tokens.start > name.start => Some(name),
        (Some(subject), _) => Some(subject),
        (None, name) => name,
    }
}

/// The end of an attribution that comes after or inside what is said: ", Roe said on Monday." or ", she said, ".
fn trailing(scene: &Scene<'_>, unit: &Unit, source: &Source, verb: usize, found: Verb) -> Option<usize> {
    if !(found.that() && found.direct())
        || found.lemma == "point" && scene.word(verb + 1) != "out"
        || source.start <= unit.tokens.start
        || source.start > verb
        || scene.str(source.start - 1) != ","
    {
        return None;
    }
    let mut at = if found.hearer() { hearer(scene, verb + 1, unit.tokens.end) } else { verb + 1 };
    if at > verb + 1 && at >= unit.tokens.end.saturating_sub(1) {
        return Some(at.min(unit.tokens.end));
    }
    while at < unit.tokens.end && at < verb + REACH {
        let word = scene.str(at);
        if scene.is_quoted(at) {
            return None;
        }
        // "Asked about the pier, Roe said, “Not a word.”": a sentence of its own
        if at == verb + 1 && word == "," && scene.is_quoted(at + 1) && begins_sentence(scene, unit, at + 1) {
            return None;
        }
        if matches!(word, "," | "." | "?" | "!" | "”" | "—" | "–" | ";") {
            return Some(at);
        }
        if at == verb + 1 && word == "without" {
            return Some(unit.tokens.end);
        }
        let adverbial = at == verb + 1
            && (Class::Preposition.has(word) || is_time(word) || is_adverb(word) || matches!(word, "last" | "this"))
            || at > verb + 1
                && word != "that"
                && !is_be(word)
                && !is_auxiliary(word)
                && !Class::SubjectPronoun.has(word);
        if !adverbial {
            return None;
        }
        at += 1;
    }
    (at >= unit.tokens.end).then_some(unit.tokens.end)
}

/// Whether the quotation at token `at` is a sentence of its own, and no part of one that begins the unit: what stands
/// before it has no mark of quotation, and its first word has a capital.
fn begins_sentence(scene: &Scene<'_>, unit: &Unit, at: usize) -> bool {
    let first = (at..unit.tokens.end.min(at + 3)).find(|&at| scene.text.tokens[at].kind != Kind::Mark);
    first.is_some_and(|at| is_capitalised(scene.str(at))) && !scene.is_quoted(unit.tokens.start)
}

/// Takes what surrounds an attribution as its content.
fn outside(scene: &Scene<'_>, unit: &Unit, attribution: Attribution) -> Outer {
    let tokens = &attribution.tokens;
    let content = if tokens.start <= unit.tokens.start {
        tokens.end + usize::from(scene.str(tokens.end) == ",")..unit.tokens.end
    } else {
        unit.tokens.start..tokens.start
    };
    Outer { attribution, content }
}
