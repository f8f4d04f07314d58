//! How likely a draft is an attribution that ends where it is said to and has the source that it is given: a small
//! trained judge over what stands around it (`models/quotes.md`). Whole numbers only, so that every platform decides
//! alike.

use super::act::is_clause;
use super::cues::Verb;
use super::draft::{Draft, Frame};
use super::grammar::{Class, is_adverb, is_auxiliary, is_be, is_time};
use super::scene::Scene;
use super::source::Form;
use crate::text::tokens::Kind;
use crate::text::words::is_capitalised;
use crate::{QuoteAct, QuoteKind, Role};
use std::ops::Range;

/// Places of weights: a feature's is told by its hash.
pub(super) const SLOTS: usize = 1 << 13;
/// Entries of a table from score to hundredths; one is for drafts with quotation marks, one for those without.
pub(super) const STEPS: usize = 64;
/// The last entry, and that of a sum of nothing.
const LAST: i32 = 63;
const MIDDLE: i32 = 32;
/// Sum of weights that makes a step.
const STEP: i32 = 4;
/// Hundredths below which a draft without quotation marks is none.
const LEAST: u8 = 30;
/// The same where a clause is told.
const LEAST_CLAUSE: u8 = 12;
/// How much greater the odds are on news of the world, in tenths, as counted on 22 stories: what is said is told more
/// plainly there than in the election news that the judge learned from, whose annotators cut contents up more finely.
const WORLD: u32 = 24;

static FILE: &[u8] = include_bytes!("../../../models/quotes.bin");
const _: () = assert!(FILE.len() == 2 * STEPS + SLOTS, "weights that do not fit the features: train them anew");

/// Weights and what their sums mean.
#[derive(Debug, Clone, Copy)]
pub(super) struct Judge {
    tables: &'static [u8],
    weights: &'static [u8],
}

impl Judge {
    /// The judge that comes with the crate.
    pub(super) fn shipped() -> Self {
        let (tables, weights) = FILE.split_at(2 * STEPS);
        Self { tables, weights }
    }

    /// How many of a hundred drafts like this are right.
    pub(super) fn hundredths(self, features: &[u16], kind: QuoteKind) -> u8 {
        let weight =
            |&slot: &u16| self.weights.get(usize::from(slot)).map_or(0, |&weight| i32::from(weight.cast_signed()));
        let score: i32 = features.iter().map(weight).sum();
        let step = (score.div_euclid(STEP) + MIDDLE).clamp(0, LAST);
        let first = if kind == QuoteKind::Indirect { STEPS } else { 0 };
        self.tables.get(first + usize::try_from(step).unwrap_or(0)).copied().unwrap_or(0)
    }

    /// Whether a draft that is so likely stands.
    pub(super) fn keeps(draft: &Draft) -> bool {
        let clause = matches!(draft.frame, Frame::That | Frame::Clause | Frame::After);
        draft.kind != QuoteKind::Indirect || draft.sure >= if clause { LEAST_CLAUSE } else { LEAST }
    }

    /// How many of a hundred such drafts are right on news of the world; what is only held is no clearer there.
    pub(super) fn elsewhere(draft: &Draft) -> u32 {
        let sure = u32::from(draft.sure.min(100));
        if draft.act == QuoteAct::Stance {
            return sure;
        }
        let (right, wrong) = (sure * WORLD, (100 - sure) * 10);
        let all = (right + wrong).max(1);
        ((100 * right + all / 2) / all).min(99)
    }
}

/// Features of one draft.
struct Features {
    slots: Vec<u16>,
}

impl Features {
    /// FNV-1a.
    fn mix(hash: u32, bytes: &[u8]) -> u32 {
        bytes.iter().fold(hash, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    }

    /// Adds a feature: the number of its kind and what it is.
    fn add(&mut self, kind: u8, words: &[&str]) {
        let mut hash = Self::mix(0x811c_9dc5, &[kind]);
        for word in words {
            hash = Self::mix(hash, word.as_bytes());
            hash = Self::mix(hash, &[0]);
        }
        self.slots.push(((hash ^ hash >> 13) % SLOTS as u32) as u16);
    }
}

/// How many, in a few steps.
fn size(count: usize) -> &'static str {
    match count {
        0 => "0",
        1 => "1",
        2 => "2",
        3..=4 => "4",
        5..=7 => "7",
        8..=14 => "14",
        15..=30 => "30",
        _ => "more",
    }
}

/// The features of a draft in a block of this role.
pub(super) fn features(scene: &Scene<'_>, draft: &Draft, role: Role) -> Vec<u16> {
    let mut found = Features { slots: Vec::with_capacity(40) };
    let frame = frame(draft);
    let kind = match draft.kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Indirect => "indirect",
        QuoteKind::Mixed => "mixed",
    };
    let act = if draft.act == QuoteAct::Stance { "stance" } else { "told" };
    found.add(0, &[]);
    found.add(1, &[kind, frame]);
    found.add(2, &[frame, act]);
    found.add(3, &[role.as_str(), kind]);
    let form = source(&mut found, scene, draft);
    found.add(4, &[form, kind]);
    found.add(5, &[form, frame]);
    cue(&mut found, scene, draft, frame, form);
    content(&mut found, scene, draft, frame, kind);
    found.slots
}

fn frame(draft: &Draft) -> &'static str {
    match draft.frame {
        Frame::That => "that",
        Frame::Clause => "clause",
        Frame::Question => "question",
        Frame::Infinitive => "to",
        Frame::Topic => "topic",
        Frame::Object => "object",
        Frame::Quoted => "quoted",
        Frame::After => "after",
        Frame::Carried => "carried",
    }
}

/// What the source is like; returns its form.
fn source(found: &mut Features, scene: &Scene<'_>, draft: &Draft) -> &'static str {
    let Some(source) = &draft.source else { return "nobody" };
    let form = match source.form {
        Form::Name { person: true, apposition: false, .. } => "person",
        Form::Name { person: true, .. } => "beside",
        Form::Name { apposition: false, .. } => "body",
        Form::Name { .. } => "body beside",
        Form::Pronoun => "pronoun",
        Form::Description => "description",
    };
    if draft.carried {
        return "carried";
    }
    let tokens = &source.tokens;
    let before = tokens.start.checked_sub(1).map_or("", |at| class(scene, at));
    found.add(10, &[form, before]);
    match source.form {
        Form::Pronoun => found.add(11, &[&scene.str(tokens.start).to_lowercase()]),
        Form::Name { .. } => {}
        Form::Description => {
            let last = scene.str(tokens.end - 1).to_lowercase();
            let first = scene.str(tokens.start).to_lowercase();
            found.add(12, &[&last]);
            found.add(13, &[ending(&last)]);
            found.add(14, &[if Class::Article.has(&first) { &first } else { ending(&first) }]);
            found.add(15, &[size(tokens.len()), if Class::Article.has(&first) { "a" } else { "-" }]);
            let inside = tokens.clone().skip(1).any(|at| {
                Class::Preposition.has(scene.word(at)) && !matches!(scene.word(at), "of" | "for" | "in" | "from" | "at")
            });
            let verb = tokens.clone().any(|at| super::verbs::is_verb(scene.word(at)));
            found.add(16, &[if inside { "phrase" } else { "-" }, if verb { "verb" } else { "-" }]);
            let capital = tokens.clone().skip(1).any(|at| is_capitalised(scene.str(at)));
            found.add(
                17,
                &[
                    if capital { "capital" } else { "-" },
                    if is_capitalised(scene.str(tokens.end - 1)) { "last" } else { "-" },
                ],
            );
        }
    }
    form
}

/// What the cue is like, and what stands around it.
fn cue(found: &mut Features, scene: &Scene<'_>, draft: &Draft, frame: &str, form: &str) {
    let Some(cue) = &draft.cue else { return found.add(20, &[frame, form]) };
    let at = cue.tokens.start;
    let word = scene.str(at).to_lowercase();
    let ends = if word.ends_with("ing") {
        "ing"
    } else if Verb::of(&word).is_some_and(|verb| verb.base) {
        "base"
    } else if word.ends_with('s') {
        "s"
    } else {
        "past"
    };
    found.add(21, &[cue.lemma]);
    found.add(22, &[cue.lemma, frame]);
    found.add(23, &[cue.lemma, form]);
    found.add(24, &[cue.lemma, ends]);
    found.add(25, &[ends, frame, form]);
    let before = at.checked_sub(1).map_or("", |at| class(scene, at));
    found.add(26, &[before, ends]);
    found.add(27, &[class(scene, cue.tokens.end), frame]);
    found.add(28, &[cue.lemma, &scene.word(cue.tokens.end).to_lowercase()]);
    let back = at.saturating_sub(4)..at;
    let helper =
        back.clone().rev().map(|at| scene.word(at)).find(|word| is_auxiliary(word) || is_be(word)).unwrap_or("");
    found.add(29, &[helper, ends]);
    let not = back
        .map(|at| scene.word(at))
        .any(|word| matches!(word, "not" | "never") || word.ends_with("n't") || word.ends_with("n’t"));
    found.add(30, &[if not { "not" } else { "-" }, frame]);
    if let Some(source) = draft.source.as_ref().filter(|_| !draft.carried) {
        let (side, gap) = if source.tokens.end <= at {
            ("before", source.tokens.end..at)
        } else {
            ("after", cue.tokens.end..source.tokens.start)
        };
        found.add(31, &[side, size(gap.len()), frame]);
        found.add(32, &[gap.clone().next().map_or("", |at| class(scene, at)), side]);
    }
}

/// What the content is like.
fn content(found: &mut Features, scene: &Scene<'_>, draft: &Draft, frame: &str, kind: &str) {
    let tokens: Vec<Range<usize>> = draft.parts.iter().map(|part| scene.text.tokens_in(*part)).collect();
    let count: usize = tokens.iter().map(ExactSizeIterator::len).sum();
    found.add(40, &[kind, size(count)]);
    found.add(41, &[frame, size(count)]);
    let Some(first) = tokens.first().map(|part| part.start) else { return };
    let Some(last) = tokens.last().map(|part| part.end) else { return };
    found.add(42, &[class(scene, first), frame]);
    found.add(43, &[class(scene, first), class(scene, first + 1)]);
    if draft.kind != QuoteKind::Direct {
        found.add(44, &[&scene.word(first).to_lowercase(), frame]);
        let clause = tokens.first().is_some_and(|part| is_clause(scene, part));
        found.add(45, &[if clause { "clause" } else { "phrase" }, frame]);
        found.add(46, &[scene.str(last), frame]);
        if let Some(cue) = &draft.cue {
            found.add(47, &[cue.lemma, if clause { "clause" } else { "phrase" }]);
        }
    }
    found.add(48, &[scene.str(last.wrapping_sub(1)), scene.str(last), kind]);
    found.add(49, &[size(draft.parts.len()), frame]);
    let carried = if draft.carried { "carried" } else { "own" };
    let continues = if draft.continues.is_some() { "on" } else { "-" };
    found.add(50, &[carried, continues, kind]);
}

/// The class of a token: a word of grammar itself, else what it looks like.
fn class<'s>(scene: &Scene<'s>, at: usize) -> &'s str {
    let Some(token) = scene.text.tokens.get(at) else { return "" };
    let word = scene.str(at);
    if scene.is_quoted(at) {
        return "quoted";
    }
    match token.kind {
        Kind::Mark | Kind::Clitic => word,
        Kind::Number => "number",
        Kind::Url => "address",
        Kind::Initials => "name",
        Kind::Word => {
            if Class::Article.has(word)
                || Class::Preposition.has(word)
                || Class::SubjectPronoun.has(word)
                || Class::Subordinator.has(word)
                || is_be(word)
                || is_auxiliary(word)
                || Class::Boundary.has(word)
            {
                word
            } else if is_time(word) {
                "time"
            } else if is_adverb(word) {
                "adverb"
            } else if is_capitalised(word) {
                "capital"
            } else {
                ending(word)
            }
        }
    }
}

/// The ending of a word.
fn ending(word: &str) -> &'static str {
    [
        "ing", "ed", "ers", "ors", "ists", "ians", "er", "or", "ist", "ian", "ion", "ions", "ment", "ness", "ity",
        "ss", "s",
    ]
    .into_iter()
    .find(|ending| word.ends_with(ending))
    .unwrap_or("word")
}
