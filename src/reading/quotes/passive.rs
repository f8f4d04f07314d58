//! What somebody is called by somebody: branded “mad” by Roe, described by Roe as “mad”.

use super::cues::Verb;
use super::grammar::{is_adverb, is_be};
use super::marks::{Piece, piece_at};
use super::scene::Scene;
use super::source::Source;

/// Tokens from "by" to "as": room for a name with a title.
const REACH: usize = 16;

/// The quotation that the participle at token `at` leads to, by its first token, and whose words it is.
pub(super) fn agent(
    scene: &Scene<'_>,
    pieces: &[Piece],
    at: usize,
    verb: Verb,
    ceiling: usize,
) -> Option<(usize, Source)> {
    let names = matches!(
        verb.lemma,
        "brand" | "describe" | "dub" | "label" | "hail" | "slam" | "denounce" | "dismiss" | "condemn" | "call"
    );
    if !names || !scene.word(at).ends_with("ed") {
        return None;
    }
    // "a film called “The Pier” by Roe" names its maker
    let before = (at.saturating_sub(3)..at).rev().find(|&at| !is_adverb(scene.word(at)));
    if verb.lemma == "call" && !before.is_some_and(|before| is_be(scene.word(before))) {
        return None;
    }
    if scene.word(at + 1) == "by" {
        let as_ = (at + 2..ceiling.min(at + REACH)).find(|&at| scene.word(at) == "as" && scene.is_quoted(at + 1))?;
        let piece = piece_at(pieces, as_ + 1)?;
        let source = scene.after(at + 2, as_)?;
        return Some((piece.tokens.start, source));
    }
    let first = at + 1 + usize::from(scene.word(at + 1) == "as");
    let piece = piece_at(pieces, first)?;
    let by = piece.tokens.end;
    if scene.word(by) != "by" || by + 1 >= ceiling {
        return None;
    }
    Some((piece.tokens.start, scene.after(by + 1, ceiling)?))
}
