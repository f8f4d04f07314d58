//! A quotation after a colon without a cue: who leads it.

use super::grammar::Class;
use super::marks::Piece;
use super::roles::Roles;
use super::scene::Scene;
use super::source::Source;
use super::units::Unit;
use super::verbs::is_verb;
use crate::text::tokens::Kind;
use crate::text::words::is_capitalised;

/// Tokens before a colon that leads to a quotation.
const REACH: usize = 32;

/// Who speaks in a quotation after a colon: a name alone, with what somebody is or with a noun of saying, else the only
/// person whom the words before the colon name, or the pronoun that begins them.
pub(super) fn leads(scene: &Scene<'_>, unit: &Unit, piece: &Piece) -> Option<Source> {
    let quotation = piece.tokens.start;
    titled(scene, unit, quotation).or_else(|| led(scene, unit, piece))
}

/// "Roe on the first half: “…”", "Roe shook her head: “…”".
fn led(scene: &Scene<'_>, unit: &Unit, piece: &Piece) -> Option<Source> {
    let start = unit.tokens.start;
    let colon = piece.tokens.start.checked_sub(1).filter(|&colon| colon > start && scene.str(colon) == ":")?;
    // a title is no speech: “The Salt Road”
    let words = || piece.tokens.clone().filter(|&at| scene.text.tokens[at].kind == Kind::Word);
    if colon - start > REACH || words().count() > 1 && words().all(|at| is_capitalised(scene.str(at))) {
        return None;
    }
    let outside = (start..colon).all(|at| !scene.is_quoted(at));
    let names: Vec<_> = scene.names_in(start..colon).iter().filter(|name| name.person).copied().collect();
    let Some(&name) = names.first() else {
        return (outside && matches!(scene.word(start), "He" | "She")).then(|| Source::pronoun(start));
    };
    let first = scene.title_start(start, name.start);
    let leads = first == start || !Class::Preposition.has(scene.word(first.saturating_sub(1)));
    let alone = names.iter().all(|other| other.entity == name.entity);
    let possessor = scene.text.tokens.get(name.end).is_some_and(|next| next.kind == Kind::Clitic);
    (outside && leads && !possessor && (alone || first == start)).then(|| Source::named(name, name.start, false))
}

/// Who speaks in a quotation after a colon that a name alone leads, or a name with a noun of saying: "Roe: “No.”",
/// "Roe’s answer was short: “No.”"
fn titled(scene: &Scene<'_>, unit: &Unit, quotation: usize) -> Option<Source> {
    let colon = quotation.checked_sub(1).filter(|&colon| colon > unit.tokens.start && scene.str(colon) == ":")?;
    if colon - unit.tokens.start > REACH {
        return None;
    }
    if let Some(name) =
        scene.ending(colon).filter(|name| scene.title_start(unit.tokens.start, name.start) == unit.tokens.start)
        && !Class::Preposition.has(scene.word(name.start.wrapping_sub(1)))
    {
        return Some(Source::named(name, name.start, false));
    }
    // "The farmers’ league: “No.”"
    if let Some(body) = scene.description(unit.tokens.start, colon)
        && body.tokens.start == unit.tokens.start
        && Class::Article.has(scene.word(unit.tokens.start))
        && Roles::can_speak(scene.span(&body.tokens).of(scene.text.source))
    {
        return Some(body);
    }
    // "Roe, mayor: “No.”"
    if let Some(&name) = scene.names_in(unit.tokens.start..colon).first()
        && name.person
        && scene.str(name.end) == ","
        && scene.title_start(unit.tokens.start, name.start) == unit.tokens.start
        && (name.end + 1..colon).all(|at| !is_verb(scene.word(at)) && !scene.is_quoted(at))
    {
        return Some(Source::named(name, name.start, true));
    }
    let noun = (unit.tokens.start + 1..colon).find(|&at| {
        matches!(
            scene.word(at),
            "answer"
                | "reply"
                | "response"
                | "message"
                | "verdict"
                | "words"
                | "statement"
                | "reaction"
                | "advice"
                | "comment"
                | "explanation"
                | "view"
                | "retort"
                | "conclusion"
                | "warning"
                | "plea"
                | "question"
        )
    })?;
    if let Some(name) = scene.ending(noun - 1).filter(|name| name.start >= unit.tokens.start) {
        return (scene.text.tokens[noun - 1].kind == Kind::Clitic).then(|| Source::named(name, name.start, false));
    }
    // a name that stands nowhere else in the story
    if scene.text.tokens[noun - 1].kind == Kind::Clitic
        && noun == unit.tokens.start + 2
        && is_capitalised(scene.str(noun - 2))
    {
        return Some(Source::described(noun - 2..noun - 1));
    }
    let own = matches!(scene.word(noun - 1), "His" | "Her" | "his" | "her");
    own.then(|| Source::pronoun(noun - 1))
}
