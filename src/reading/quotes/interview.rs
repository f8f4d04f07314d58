//! Interviews without marks and labels: questions that stand as paragraphs of their own, and what is answered below each.

use super::direct::Walk;
use super::draft::{Draft, Frame};
use super::marks::Piece;
use super::scene::{Name, Scene};
use super::source::Source;
use super::transcript::is_own;
use crate::reading::Story;
use crate::{QuoteAct, QuoteKind, Role, Span};
use std::collections::HashMap;

/// Questions that make an interview.
const FEWEST: usize = 3;
/// Tokens of a question at most.
const LONGEST: usize = 70;
/// How many of a hundred answers are said by the guest.
const SURE: u8 = 88;

/// A paragraph: its block, where it lies, whether it asks.
type Row = (usize, Span, bool);

/// Adds questions and answers of an interview, and says which blocks hold them.
pub(super) fn find(walk: &mut Walk, story: &Story<'_>, scene: &Scene<'_>, pieces: &[Piece]) -> Vec<bool> {
    let mut held = vec![false; story.blocks.len()];
    let rows = rows(story, scene, pieces);
    let Some(first) = rows.iter().position(|row| row.2) else { return held };
    let turns = &rows[first..];
    let asked = turns.iter().filter(|row| row.2).count();
    if asked < FEWEST || !answered(scene, turns) {
        return held;
    }
    let guest = guest(story, scene, turns);
    let mut waiting = true;
    for &(block, span, asks) in turns {
        // the paragraph below a question speaks of its speaker, those after it may be the writer's again
        let own = scene.text.tokens_in(span).any(|at| is_own(scene.str(at)));
        if !asks && !waiting && !own {
            continue;
        }
        waiting = asks;
        held[block] = true;
        let source = guest.filter(|_| !asks).map(|name| Source::named(name, name.start, false));
        walk.drafts.push(Draft {
            kind: QuoteKind::Direct,
            frame: Frame::Carried,
            act: if asks { QuoteAct::Question } else { QuoteAct::Statement },
            parts: vec![span],
            cue: None,
            carried: source.is_some(),
            source,
            continues: None,
            sure: SURE,
            same: None,
            block,
            open: false,
        });
    }
    held
}

/// The paragraphs of a story without quotation marks.
fn rows(story: &Story<'_>, scene: &Scene<'_>, pieces: &[Piece]) -> Vec<Row> {
    let mut pieces = pieces.iter().peekable();
    let mut rows = Vec::new();
    for (index, block) in story.blocks.iter().enumerate() {
        if !matches!(block.role, Role::Paragraph | Role::Crosshead | Role::ListItem) {
            continue;
        }
        while pieces.next_if(|piece| piece.block < index).is_some() {}
        let whole = pieces.peek().filter(|piece| piece.block == index);
        let quoted = whole.is_some_and(|piece| piece.tokens.start <= scene.text.tokens_in(block.span).start);
        let words = block.span.of(story.text.source).trim_end_matches(['*', '_', ' ', '”', '"']);
        let asks = words.ends_with('?') && scene.text.tokens_in(block.span).len() <= LONGEST;
        if !quoted {
            rows.push((index, block.span, asks));
        }
    }
    rows
}

/// Whether one question in three, at least, is followed by somebody who speaks of themselves.
fn answered(scene: &Scene<'_>, turns: &[Row]) -> bool {
    let asked = turns.iter().filter(|row| row.2).count();
    // "we" is what explainers say too
    let own = |span: Span| scene.text.tokens_in(span).any(|at| matches!(scene.str(at), "I" | "my" | "My" | "me"));
    let answers = turns.windows(2).filter(|pair| pair[0].2 && !pair[1].2 && own(pair[1].1));
    let plain = turns.len() - asked;
    answers.count() * 3 >= asked && plain <= asked * 5
}

/// Who answers: the person whom the words above the first question name most, the first of them where two are even.
fn guest(story: &Story<'_>, scene: &Scene<'_>, turns: &[Row]) -> Option<Name> {
    let (_, first, _) = turns.first()?;
    let end = story.text.tokens_in(*first).start;
    let mut counts: HashMap<usize, usize> = HashMap::new();
    let above = || scene.names_in(0..end).iter().filter(|name| name.person);
    for name in above() {
        *counts.entry(name.entity).or_default() += 1;
    }
    let most = counts.values().max().copied()?;
    above().find(|name| counts.get(&name.entity) == Some(&most)).copied()
}
