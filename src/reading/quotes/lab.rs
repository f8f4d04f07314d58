//! What the judge sees of every draft of a text, for its trainer.

use super::{Scene, drafts, judge, marks};
use crate::reading::Story;
use crate::{Entity, QuoteKind, Role, Span};

/// Places of weights, and entries of the table before them.
pub const SHAPE: (usize, usize) = (judge::SLOTS, judge::STEPS);

/// A draft as the judge sees it.
pub struct Seen {
    /// The places of its weights.
    pub features: Vec<u16>,
    /// Its content.
    pub parts: Vec<Span>,
    /// Its source.
    pub source: Option<Span>,
    /// Whether its source stands at another quote.
    pub carried: bool,
    /// Whether all of it is in quotation marks.
    pub direct: bool,
    /// Whether none of it is.
    pub indirect: bool,
}

/// Every draft of a story.
pub(crate) fn see(story: &Story<'_>, entities: &[Entity]) -> Vec<Seen> {
    let (pieces, _) = marks::pieces(story);
    let scene = Scene::new(story.text, entities, &pieces);
    let drafts = drafts(story, &scene, &pieces);
    let seen = drafts.iter().map(|draft| Seen {
        features: judge::features(
            &scene,
            draft,
            story.blocks.get(draft.block).map_or(Role::Paragraph, |block| block.role),
        ),
        parts: draft.parts.clone(),
        source: draft.source.as_ref().map(|source| scene.span(&source.tokens)),
        carried: draft.carried,
        direct: draft.kind == QuoteKind::Direct,
        indirect: draft.kind == QuoteKind::Indirect,
    });
    seen.collect()
}
