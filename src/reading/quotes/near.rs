//! Speech without a cue whose speaker stands beside it: signed, or whom the words after it are about.

use super::cues::Verb;
use super::marks::Piece;
use super::scene::Scene;
use super::source::Source;
use super::units::Unit;
use super::verbs::is_verb;
use crate::text::tokens::Kind;
use crate::text::words::is_capitalised;

/// Who stands after a quotation and an unknown verb, in the order that only speech has: “Higher,” boomed Ann Roe.
pub(super) fn quotative(scene: &Scene<'_>, piece: &Piece, ceiling: usize) -> Option<Source> {
    let verb = piece.tokens.end;
    let inner = piece.inner.of(scene.text.source).trim_end();
    let word = scene.word(verb);
    if !inner.ends_with([',', '?', '!']) || verb + 1 >= ceiling || word.len() < 4 || !word.ends_with(['d', 's']) {
        return None;
    }
    let name = *scene.names_in(verb + 1..ceiling.min(verb + 7)).first().filter(|name| name.person)?;
    let ends = name.end >= ceiling || matches!(scene.str(name.end), "." | "," | "—" | "–" | ";");
    (ends && scene.title_start(verb + 1, name.start) == verb + 1 && word.starts_with(char::is_lowercase))
        .then(|| Source::named(name, name.start, false))
}

/// Whom the sentence after a quotation that fills the head of its paragraph is about, where it holds no quotation of its
/// own.
pub(super) fn next(scene: &Scene<'_>, piece: &Piece, unit: &Unit, next: &Unit) -> Option<Source> {
    if next.block != unit.block || piece.tokens.end < unit.tokens.end || !next.pieces.is_empty() {
        return None;
    }
    let start = next.tokens.start;
    if matches!(scene.word(start), "So" | "Thus") && Verb::of(scene.word(start + 1)).is_some_and(Verb::direct) {
        return scene.after(start + 2, next.tokens.end);
    }
    let name = *scene.names_in(next.tokens.clone()).first().filter(|name| name.person)?;
    let acts = is_verb(scene.word(name.end)) || scene.word(name.end).ends_with('s');
    (scene.title_start(start, name.start) == start && acts).then(|| Source::named(name, name.start, false))
}

/// The name after a dash on a separate line, as below a pull quote.
pub(super) fn signature(scene: &Scene<'_>, unit: &Unit) -> Option<Source> {
    signed(scene, unit.tokens.start, unit.tokens.end)
}

/// The name after a dash that takes the rest of the tokens: “…” — Ann Roe.
pub(super) fn signed(scene: &Scene<'_>, start: usize, end: usize) -> Option<Source> {
    if !matches!(scene.str(start), "-" | "–" | "—" | "―") || start + 1 >= end || end - start > 12 {
        return None;
    }
    if let Some(name) = scene.first_person(start..end) {
        return Some(name);
    }
    let stop = (start + 1..end).find(|&at| matches!(scene.str(at), "," | ".") && at > start + 2).unwrap_or(end);
    let named = (start + 1..stop).all(|at| scene.text.tokens[at].kind != Kind::Word || is_capitalised(scene.str(at)));
    (named && stop - start <= 6).then(|| Source::described(start + 1..stop))
}
