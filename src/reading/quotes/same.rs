//! Quotations in headline, caption or pull quote that repeat one of the running text: matched by their words.

use super::direct::Walk;
use super::draft::{Draft, Frame};
use super::marks::Piece;
use super::scene::Scene;
use crate::reading::Story;
use crate::text::fnv;
use crate::text::tokens::Kind;
use crate::{Quote, QuoteAct, QuoteKind, Role, Span, Speaker, SpeakerBasis};
use std::collections::HashMap;
use std::ops::Range;

/// Words of the shortest quotation that is matched, and those by which it is looked up.
const SHORTEST: usize = 3;
/// Words of the shortest that is a quote although nothing beside it says so.
const WHOLE: usize = 5;
/// Words of the longest, and places where its first words may stand: bounds that keep the search linear.
const LONGEST: usize = 80;
const PLACES: usize = 16;

/// How many of a hundred quotations with the words of another are that one.
const SURE: u8 = 96;

/// Finds for every quotation outside the running text the one inside that has its words; those that nothing says who
/// speaks in become drafts where there is one.
pub(super) fn find(walk: &mut Walk, story: &Story<'_>, scene: &Scene<'_>, pieces: &[Piece]) {
    let outside = |block: usize| {
        story.blocks.get(block).is_some_and(|block| {
            matches!(block.role, Role::Headline | Role::Standfirst | Role::Caption | Role::PullQuote | Role::Crosshead)
        })
    };
    if !pieces.iter().any(|piece| outside(piece.block)) {
        return;
    }
    let body = Body::new(walk, scene, outside);
    let tokens = |span: Span| scene.text.tokens_in(span);
    for draft in &mut walk.drafts {
        if !outside(draft.block) || draft.kind == QuoteKind::Indirect {
            continue;
        }
        // of "the plan is “quite mad”" what stands between the marks
        let quoted = draft.parts.iter().flat_map(|part| tokens(*part)).filter(|&at| scene.is_quoted(at));
        draft.same = body.find(&words(scene, quoted));
    }
    for (index, piece) in pieces.iter().enumerate() {
        if walk.taken.get(index) != Some(&false) || !outside(piece.block) {
            continue;
        }
        let said = words(scene, piece.tokens.clone());
        let Some(same) = body.find(&said).filter(|_| said.len() >= WHOLE) else { continue };
        walk.taken[index] = true;
        walk.drafts.push(Draft {
            kind: QuoteKind::Direct,
            frame: Frame::Carried,
            act: QuoteAct::Statement,
            parts: vec![piece.span],
            cue: None,
            source: None,
            carried: true,
            continues: None,
            sure: SURE,
            same: Some(same),
            block: piece.block,
            open: false,
        });
    }
}

/// Gives what repeats another quote, and has no speaker of its own, the speaker of that one.
pub(super) fn speakers(quotes: &mut [Quote]) {
    for index in 0..quotes.len() {
        let named = |quote: &Quote| {
            quote.speaker.as_ref().is_some_and(|speaker| {
                speaker.name.is_some() && speaker.basis.is_some_and(|basis| basis != SpeakerBasis::Carried)
            })
        };
        let Some(same) = quotes[index].same_as.and_then(|same| quotes.get(same)) else { continue };
        let Some(speaker) = same.speaker.clone().filter(|speaker| speaker.name.is_some() && !named(&quotes[index]))
        else {
            continue;
        };
        let (certainty, kind) = (same.certainty, same.source_kind);
        let quote = &mut quotes[index];
        // the source as written there
        quote.speaker = Some(Speaker { basis: Some(SpeakerBasis::Carried), ..speaker });
        quote.certainty = certainty;
        quote.source_kind = kind;
    }
}

/// The words of the quotes of the running text.
struct Body {
    /// With the draft they belong to.
    words: Vec<(u64, usize)>,
    /// Where each three in a row stand.
    places: HashMap<[u64; SHORTEST], Vec<usize>>,
}

impl Body {
    fn new(walk: &Walk, scene: &Scene<'_>, outside: impl Fn(usize) -> bool) -> Self {
        let mut body = Self { words: Vec::new(), places: HashMap::new() };
        for (index, draft) in walk.drafts.iter().enumerate() {
            if outside(draft.block) || draft.kind == QuoteKind::Indirect {
                continue;
            }
            let tokens = draft.parts.iter().flat_map(|part| -> Range<usize> { scene.text.tokens_in(*part) });
            body.words.extend(words(scene, tokens).into_iter().map(|word| (word, index)));
        }
        for at in 0..body.words.len().saturating_sub(SHORTEST - 1) {
            let key = [0, 1, 2].map(|next| body.words[at + next].0);
            let places = body.places.entry(key).or_default();
            if places.len() < PLACES {
                places.push(at);
            }
        }
        body
    }

    /// The draft in which `words` stand, in a row.
    fn find(&self, words: &[u64]) -> Option<usize> {
        let first: [u64; SHORTEST] = words.get(..SHORTEST)?.try_into().ok()?;
        let words = words.get(..LONGEST).unwrap_or(words);
        self.places.get(&first)?.iter().find_map(|&at| {
            let draft = self.words.get(at)?.1;
            let here = self.words.get(at..at + words.len())?;
            here.iter().zip(words).all(|(here, word)| here == &(*word, draft)).then_some(draft)
        })
    }
}

/// The hashes of the words at `tokens`, in small letters.
fn words(scene: &Scene<'_>, tokens: impl Iterator<Item = usize>) -> Vec<u64> {
    tokens
        .filter(|&at| scene.text.tokens.get(at).is_some_and(|token| !matches!(token.kind, Kind::Mark | Kind::Url)))
        .map(|at| fnv::letters(fnv::SEED, scene.str(at)))
        .collect()
}
