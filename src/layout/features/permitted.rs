//! Which states the grammars leave to a row.

use crate::layout::facts::{Facts, Paste};
use crate::layout::states::{Part, STATES, Zone};

/// Rows from which a paste without a sentence is a page of links.
const LINKS: usize = 14;

/// Characters of running text by which a story is told in sentences.
const TOLD: usize = 400;

/// The states that the grammars do not rule out for a row: an address has the form of one, a count is a number, a
/// timestamp has a time; where there is a story told in sentences, it does not begin far above the first of them.
pub(super) fn states(facts: &Facts, paste: &Paste) -> u64 {
    let can_be = |part: Part| match part {
        Part::Url => facts.shape.url_whole || facts.shape.url_inside,
        Part::Counter => facts.shape.number.is_some(),
        Part::Timestamp => {
            facts.told.timestamp_whole
                || facts.told.timestamp_part && !facts.tells_of_a_day()
                || facts.told.timestamp_relative
                || facts.told.timestamp_labelled
        }
        Part::Caption => !(facts.phrases.promo_start && facts.shape.words <= 10 && facts.shape.last != '.'),
        Part::Dateline => facts.told.dateline > 0 || facts.told.dateline_own_line,
        Part::Copyright => facts.phrases.copyright || facts.phrases.legal > 0,
        Part::Headline => {
            !(facts.kin.holds_other
                || facts.shape.url_whole
                || facts.shape.file_name
                || facts.shape.rating
                || facts.told.timestamp_whole
                || facts.phrases.copyright)
                && facts.shape.number.is_none()
                && facts.shape.words > 0
                // a page of links tells no story
                && (paste.prose_chars > 0
                    || paste.facts.len() < LINKS
                    || facts.position.page_before + facts.position.page_after < 2)
        }
        Part::Text => {
            !(facts.shape.file_name || facts.shape.rating || paste.prose_chars >= TOLD && facts.is_far_above())
        }
        Part::Byline => facts.shape.chars < 300,
        Part::Section | Part::Signoff => facts.shape.chars < 80,
        _ => true,
    };
    let bit = |(index, &(_, part)): (usize, &(Zone, Part))| if can_be(part) { 1u64 << index } else { 0 };
    STATES.iter().enumerate().map(bit).sum()
}
