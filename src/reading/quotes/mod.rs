//! Who said what.
//!
//! Steps, each with a plain value for the next: quotation marks are paired ([`marks`]); sentences are joined where
//! a boundary lies inside a quotation ([`units`]); cues and sources are found after quotations ([`direct`]) and
//! before contents ([`clauses`]), as drafts that know tokens only ([`draft`]); finally every source gets
//! its bearer ([`resolve`]). The terms are those of attribution research: source, cue, content (Pareti,
//! "A database of attribution relations", LREC 2012).

mod act;
mod adjunct;
mod apposition;
mod certainty;
mod clauses;
mod colon;
mod content;
mod cues;
mod description;
mod direct;
mod documents;
mod draft;
mod ends;
mod gender;
mod grammar;
mod interview;
mod judge;
#[cfg(feature = "train")]
pub mod lab;
mod marks;
mod near;
mod no_comment;
mod passive;
mod pictured;
mod pronouns;
mod resolve;
mod roles;
mod same;
mod scene;
mod source;
mod stops;
#[cfg(test)]
mod tests;
mod transcript;
mod units;
mod unmarked;
mod verbs;

pub(crate) use no_comment::no_comment;

use super::Story;
use crate::article::words_in;
use crate::order::{arranged, order};
use crate::{Cue, Entity, Quote, Role, SourceKind, Span, Warning};
use direct::Walk;
use draft::Draft;
use judge::Judge;
use marks::Piece;
use resolve::Resolver;
use scene::Scene;

/// Finds the quotes, and what looks wrong in them.
pub(crate) fn find(story: &Story<'_>, entities: &[Entity]) -> (Vec<Quote>, Vec<Warning>) {
    if story.foreign.is_some() {
        return (Vec::new(), Vec::new());
    }
    let (mut pieces, mut warnings) = marks::pieces(story);
    // a nickname inside a name: Ann “Bo” Roe
    let names = entities.iter().flat_map(|entity| entity.mentions.iter().copied()).collect();
    let names = arranged(names, |name: &Span| (name.start, name.end));
    pieces.retain(|piece| {
        let before = names.partition_point(|name| name.start < piece.span.start);
        before.checked_sub(1).is_none_or(|at| piece.span.end >= names[at].end)
    });
    stops::check(story.text, &pieces, &mut warnings);
    let scene = Scene::new(story.text, entities, &pieces);
    let mut drafts = drafts(story, &scene, &pieces);
    let judge = Judge::shipped();
    for draft in drafts.iter_mut().filter(|draft| draft.sure == 0) {
        let role = story.blocks.get(draft.block).map_or(Role::Paragraph, |block| block.role);
        draft.sure = judge.hundredths(&judge::features(&scene, draft, role), draft.kind);
    }
    let mut quotes = quotes(story, entities, &scene, &drafts);
    same::speakers(&mut quotes);
    (quotes, warnings)
}

/// All that may be a quote.
fn drafts(story: &Story<'_>, scene: &Scene<'_>, pieces: &[Piece]) -> Vec<Draft> {
    let units = units::units(story, pieces);
    let mut walk = Walk { taken: vec![false; pieces.len()], ..Walk::default() };
    let mut block_before = None;
    let mut held = transcript::find(&mut walk, story, scene);
    if !held.contains(&true) {
        held = interview::find(&mut walk, story, scene, pieces);
    }
    for (index, unit) in units.iter().enumerate() {
        if held.get(unit.block) == Some(&true) {
            continue;
        }
        let before = index.checked_sub(1).and_then(|before| units.get(before));
        if let Some(before) = before.filter(|before| before.block != unit.block) {
            block_before = Some(before.block);
        }
        let used = walk.cues_after(scene, pieces, unit, units.get(index + 1));
        clauses::find(&mut walk, scene, pieces, unit, &used);
        walk.carry(scene, pieces, unit, before, units.get(index + 1), block_before);
    }
    same::find(&mut walk, story, scene, pieces);
    walk.drafts
}

/// Turns drafts into quotes, in the text's order.
fn quotes(story: &Story<'_>, entities: &[Entity], scene: &Scene<'_>, drafts: &[Draft]) -> Vec<Quote> {
    let kept: Vec<usize> = (0..drafts.len()).filter(|&index| Judge::keeps(&drafts[index])).collect();
    let order = order(kept.iter().map(|&index| {
        let span = drafts[index].span();
        (span.start as u64, span.end as u64)
    }));
    let order: Vec<usize> = order.into_iter().map(|at| kept[at]).collect();
    let mut places = vec![None; drafts.len()];
    for (at, &index) in order.iter().enumerate() {
        places[index] = Some(at);
    }
    let starts: Vec<usize> = story.sentences.iter().map(|sentence| story.text.tokens_in(sentence.span).start).collect();
    let mut resolver = Resolver::new(scene, entities, &starts);
    let source = story.text.source;
    let quote = |index: usize| {
        let draft = &drafts[index];
        let span = draft.span();
        let cue = draft.cue.as_ref().map(|cue| {
            let span = scene.span(&cue.tokens);
            Cue { text: span.of(source).to_owned(), lemma: cue.lemma.to_owned(), span }
        });
        let near = draft.continues.and_then(|before| drafts.get(before)).map(|before| before.block == draft.block);
        let speaker = resolver.speaker(draft, near);
        let source_kind = SourceKind::of(speaker.as_ref());
        let certainty = certainty::of_quote(draft, speaker.as_ref().and_then(|speaker| speaker.certainty));
        Quote {
            kind: draft.kind,
            act: draft.act,
            text: span.of(source).to_owned(),
            span,
            cue,
            parts: if draft.parts.len() > 1 { draft.parts.clone() } else { Vec::new() },
            speaker,
            // speech goes on from a quote before it
            continues: draft.continues.and_then(|before| places[before]).filter(|&before| Some(before) < places[index]),
            same_as: draft.same.and_then(|same| places[same]).filter(|&same| Some(same) != places[index]),
            source_kind,
            words: draft.parts.iter().map(|part| words_in(part.of(source))).sum(),
            certainty: Some(certainty),
            basis: None,
        }
    };
    order.iter().copied().map(quote).collect()
}
