//! Where the contents of a sentence's cues end, and the quotes they make.

use super::act::{self, act};
use super::cues::Verb;
use super::direct::{Attribution, Walk};
use super::draft::{CueWord, Draft, Frame};
use super::grammar::{Class, is_adverb, is_auxiliary, is_be, is_time};
use super::marks::{Piece, piece_at};
use super::scene::Scene;
use super::source::{Form, Source};
use super::units::Unit;
use super::verbs::is_verb;
use crate::text::tokens::Kind;
use crate::{QuoteAct, QuoteKind};
use std::ops::Range;

/// A cue with what it governs, before its end is known.
pub(super) struct Clause {
    /// First token of the clause, its source included: where a clause before it ends.
    pub(super) start: usize,
    pub(super) cue: CueWord,
    pub(super) source: Source,
    pub(super) verb: Verb,
    /// How the content is joined to the cue.
    pub(super) frame: Frame,
    /// First token of the content.
    pub(super) content: usize,
    /// Whether a clause before this one ends here, and does not hold it.
    pub(super) coordinate: bool,
    /// Whether it depends on a clause after it: "After Roe said so, …".
    pub(super) subordinate: bool,
}

/// An attribution whose content comes before it or surrounds it.
pub(super) struct Outer {
    pub(super) attribution: Attribution,
    pub(super) content: Range<usize>,
}

/// Tokens of an object that tells nothing by itself where the sentence has nothing else.
const SHORT: usize = 6;

/// Gives every clause its end and hands out the quotes.
pub(super) fn finish(
    walk: &mut Walk,
    scene: &Scene<'_>,
    pieces: &[Piece],
    unit: &Unit,
    clauses: &[Clause],
    outer: Vec<Outer>,
) {
    let close = trim_end(scene, unit.tokens.start, unit.tokens.end);
    let mut blocked: Vec<Range<usize>> = Vec::new();
    for Outer { attribution: Attribution { cue, source, tokens }, content } in outer {
        let last = content.end.min(close.max(content.start));
        let first = content.start..trim_end(scene, content.start, last);
        // the attribution interrupts the clause: ", she said, "
        let interrupts = content.start < tokens.start && scene.str(tokens.end) == "," && tokens.end + 2 < close;
        let second = if interrupts { tokens.end + 1..close } else { close..close };
        let parts: Vec<Range<usize>> = [first, second].into_iter().filter(|part| !part.is_empty()).collect();
        let blocks = |at: usize| blocked.iter().any(|range| range.contains(&at));
        let (Some(start), Some(end)) = (parts.first().map(|part| part.start), parts.last().map(|part| part.end)) else {
            continue;
        };
        if parts.iter().flat_map(Clone::clone).any(blocks) {
            continue;
        }
        if push(walk, scene, pieces, unit, &parts, (cue, source, Frame::After)) {
            blocked.push(start.min(tokens.start)..end.max(tokens.end));
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
        if let Some(piece) = piece_at(pieces, clause.content) {
            let next = scene.word(piece.tokens.end);
            if Class::Preposition.has(next)
                || is_time(next)
                || matches!(next, "when" | "while" | "as" | "before" | "after")
            {
                end = end.min(piece.tokens.end);
            }
        }
        // "called it “mad” and left", "asked for bail, which was refused": what is done, not said
        if matches!(clause.frame, Frame::Object | Frame::Quoted | Frame::Topic)
            && let Some(at) = (clause.content + 1..end).find(|&at| goes_on_otherwise(scene, clause, at))
        {
            end = at;
        }
        // "Though Roe says so, …": a subordinate clause ends at the comma
        if clause.subordinate
            && let Some(comma) = (clause.content..end).find(|&at| !scene.is_quoted(at) && scene.str(at) == ",")
        {
            end = comma;
        }
        let end = trim_end(scene, clause.content, end);
        reached = end;
        if end > clause.content {
            let content = clause.content..end;
            let whole = end == close && clause.source.start <= unit.tokens.start + 1;
            let Some(frame) = frame(scene, clause, &content, whole) else { continue };
            push(walk, scene, pieces, unit, &[content], (clause.cue.clone(), clause.source.clone(), frame));
        }
    }
}

/// Whether at token `at` the sentence goes on with something else than the object of a cue: a second verb after a
/// quotation, or a relative clause.
fn goes_on_otherwise(scene: &Scene<'_>, clause: &Clause, at: usize) -> bool {
    if scene.is_quoted(at) {
        return false;
    }
    let verb = |at: usize| is_verb(scene.word(at)) && !is_be(scene.word(at)) && !is_auxiliary(scene.word(at));
    let second = scene.is_quoted(at - 1)
        && matches!(scene.word(at), "and" | "but")
        && (verb(at + 1) || is_adverb(scene.word(at + 1)) && verb(at + 2));
    let relative = clause.frame == Frame::Topic
        && clause.verb.lemma == "ask"
        && scene.str(at) == ","
        && scene.word(at + 1) == "which"
        && (is_be(scene.word(at + 2)) || is_verb(scene.word(at + 2)));
    second || relative
}

/// How the content is joined, now that its end is known; `None` where nothing is said or held: "claimed three lives".
/// `whole`: whether source, cue and content are all of their sentence.
fn frame(scene: &Scene<'_>, clause: &Clause, content: &Range<usize>, whole: bool) -> Option<Frame> {
    let short = whole && content.len() <= SHORT;
    // "referred to the flood": named, not told; "begged for food", "asked for a refund": done
    if clause.frame == Frame::Topic
        && (clause.verb.lemma == "refer" || short && is_wanted(scene, clause, content))
        && !act::is_clause(scene, content)
    {
        return None;
    }
    let bare = matches!(clause.frame, Frame::Clause | Frame::Object);
    if !bare || act::is_clause(scene, content) {
        // "opposed the plan that …": the clause belongs to the noun
        return Some(if clause.frame == Frame::Object && clause.verb.that() { Frame::Clause } else { clause.frame });
    }
    // "denied taking it", "suggested moving the pier"
    if clause.verb.that() && scene.word(content.start).len() > 5 && scene.word(content.start).ends_with("ing") {
        return Some(Frame::Clause);
    }
    act::is_content(scene, clause.verb, content, short).then_some(Frame::Object)
}

/// Whether a thing is asked for, and not that something be done: "asked for a refund", not "asked for the pier to be shut".
fn is_wanted(scene: &Scene<'_>, clause: &Clause, content: &Range<usize>) -> bool {
    matches!(clause.verb.lemma, "ask" | "beg" | "plead") && content.clone().all(|at| scene.word(at) != "to")
}

/// The end of a content without the marks and conjunctions after it.
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
    (cue, source, frame): (CueWord, Source, Frame),
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
    let index = |token: usize| pieces.partition_point(|piece| piece.tokens.start < token);
    let held: Vec<usize> = parts.iter().flat_map(|part| index(part.start)..index(part.end)).collect();
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
    let first = parts.first().map_or("", |part| scene.word(part.start));
    let first = if frame == Frame::Topic { scene.word(cue.tokens.end) } else { first };
    let act = act(cue.lemma, frame, kind, first, act::asks(scene, parts));
    // what a study or a court found is made known, what a person found may be held
    let body = matches!(source.form, Form::Description | Form::Name { person: false, .. });
    let act = if cue.lemma == "find" && body && matches!(frame, Frame::That | Frame::Clause) {
        QuoteAct::Statement
    } else {
        act
    };
    walk.drafts.push(Draft {
        kind,
        frame,
        act,
        parts: parts.iter().map(|part| scene.span(part)).collect(),
        cue: Some(cue),
        source: Some(source),
        carried: false,
        continues: None,
        sure: 0,
        same: None,
        block: unit.block,
        open: false,
    });
    true
}
