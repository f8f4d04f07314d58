//! Facts: what each row of a paste is like, before anything is decided.
//!
//! | subject | |
//! | --- | --- |
//! | [`shape`] | length, case, marks; whether it reads as running text |
//! | [`told`] | what the grammars read in it |
//! | [`phrases`] | which phrases of a page it has |
//! | [`kin`] | how it repeats other rows |
//! | [`wording`] | whose words it shares, and the words it is known by |
//! | [`position`] | where it is, seen from the running text |

mod kin;
mod phrases;
mod position;
mod shape;
mod told;
mod wording;

pub(crate) use wording::{VOCABULARY_SIZE, fold};

use super::readings::Readings;
use super::rows::Row;
use crate::text::Text;
use kin::Kin;
use phrases::Phrases;
use position::Position;
use shape::Shape;
use told::Told;
use wording::Wording;

/// What a row is like.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts {
    pub(crate) shape: Shape,
    pub(crate) told: Told,
    pub(crate) phrases: Phrases,
    pub(crate) kin: Kin,
    pub(crate) wording: Wording,
    pub(crate) position: Position,
}

impl Facts {
    /// Whether the row reads as running text, if only a sentence.
    pub(crate) fn flows(&self) -> bool {
        self.shape.prose
            || self.shape.weak_prose && self.phrases.legal == 0 && !self.told.credit_tail && !self.kin.like_neighbour
    }

    /// Whether the row is running text or has some close by.
    pub(crate) fn is_near_prose(&self) -> bool {
        self.position.far_before > 0 || self.position.far_after > 0 || self.flows()
    }

    /// Whether a row with a date in it is a sentence about that day.
    pub(crate) fn tells_of_a_day(&self) -> bool {
        let shape = &self.shape;
        shape.last == '.' && shape.words >= 6 && shape.function >= 2 && shape.capitalised * 2 <= shape.words
    }

    /// Whether the row is above all running text, and not close to it.
    pub(crate) fn is_far_above(&self) -> bool {
        self.position.prose_before == 0 && self.position.far_after == 0 && !self.flows()
    }

    /// Whether the row is one that pages have and plain copy does not have.
    pub(super) fn is_of_page(&self) -> bool {
        self.phrases.share_row
            || self.phrases.nav_row
            || self.phrases.promo_start
            || self.phrases.legal >= 2
            || self.phrases.copyright
            || self.told.timestamp_relative
    }

    /// Whether the grammars and phrases know the row for something other than a headline.
    pub(super) fn is_other_part(&self) -> bool {
        self.phrases.promo_start
            || self.phrases.legal > 0
            || self.shape.url_whole
            || self.told.by_whole
            || self.told.by_part
            || self.told.timestamp_whole
            || self.told.timestamp_relative
            || self.told.credit_sure
            || self.told.credit_tail
            || self.phrases.caption_start
            || self.phrases.caption_cue && self.shape.last == '.'
            || self.kin.like_neighbour
            || self.told.contributors
            || self.phrases.copyright
            || self.shape.chars > 140
            || self.shape.last == '.' && self.kin.repeats < 2
    }
}

/// What a paste is like as a whole.
pub(crate) struct Paste {
    /// Its rows.
    pub(crate) facts: Vec<Facts>,
    /// Characters of running text.
    pub(crate) prose_chars: usize,
    /// First and last row of the core: the densest run of running text.
    pub(crate) core: Option<(usize, usize)>,
    /// Whether the article's address, given or in the first rows, has words in it.
    pub(crate) has_slug: bool,
    /// Tenths of the rows that have a blank line before them.
    pub(crate) blank_share: usize,
    /// The first row shaped like a headline.
    pub(crate) first_headline: Option<usize>,
    /// The longest row shaped like a headline before the running text.
    pub(crate) longest_before_prose: Option<usize>,
}

/// Looks at `rows` of `text`, in each of which the grammars have read `readings`; `url` is the article's address
/// where the caller knows it.
pub(crate) fn of(text: &Text<'_>, rows: &[Row], readings: &[&Readings], url: Option<&str>) -> Paste {
    let mut facts: Vec<Facts> = rows.iter().zip(readings).map(|(row, readings)| look(text, row, readings)).collect();
    kin::compare(text, rows, &mut facts);
    let prose_chars = position::measure(&mut facts);
    let has_slug = wording::compare(text, rows, &mut facts, url);
    kin::doubts(&mut facts);
    let blanks = rows.iter().skip(1).filter(|row| row.blanks > 0).count();
    let core = position::core(&facts);
    let before = core.map_or(facts.len(), |(first, _)| first);
    wording::ledes(text, rows, &mut facts, core);
    wording::names(text, rows, &mut facts);
    position::rank(&mut facts, before);
    kin::authors(text, rows, &mut facts);
    let first_headline = facts.iter().position(|facts| facts.shape.like_headline);
    let longest_before_prose = (0..before)
        .filter(|&index| facts[index].shape.like_headline)
        .max_by_key(|&index| (facts[index].shape.chars, before - index));
    Paste {
        facts,
        prose_chars,
        core,
        has_slug,
        blank_share: blanks * 10 / rows.len().saturating_sub(1).max(1),
        first_headline,
        longest_before_prose,
    }
}

/// One row by itself.
fn look(text: &Text<'_>, row: &Row, readings: &Readings) -> Facts {
    let mut shape = Shape::of(text, row);
    let told = Told::of(readings, row, &shape);
    let phrases = Phrases::of(text, row, &shape);
    // a row that its phrases give away is not running text
    if phrases.legal >= 2 || phrases.promo_start || told.contributors || phrases.copyright || phrases.share_row {
        shape.prose = false;
        shape.weak_prose = false;
    }
    Facts { shape, told, phrases, wording: Wording::of(text, row), ..Facts::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_line_says_a_title_of_a_word_too() {
        for (line, title, says) in [
            ("Adrift | The Echo", "Adrift", true),
            ("Small change - The Echo", "Small change", true),
            ("Rot – The Echo", "Rot", true),
            // what a section is called, and its page
            ("Business | The Echo", "Business", false),
            ("Sport - The Echo", "Sport", false),
        ] {
            let source = format!("{line}\nSubscribe\nSign in\n{title}\nNobody on the quay saw it coming.");
            let text = Text::new(&source);
            let rows = crate::layout::rows::split(&text);
            let readings: Vec<Readings> = rows.iter().map(|row| Readings::of(&text, row, None)).collect();
            let paste = of(&text, &rows, &readings.iter().collect::<Vec<_>>(), None);
            assert_eq!(paste.facts[3].kin.has_title_line, says, "{line}");
        }
    }

    #[test]
    fn rows_that_repeat() {
        let text = Text::new(
            "A quay reopens after the flood\nHome\nA QUAY reopens, after the flood!\nA quay reopens after the flood | The Echo",
        );
        let rows = crate::layout::rows::split(&text);
        let readings: Vec<Readings> = rows.iter().map(|row| Readings::of(&text, row, None)).collect();
        let paste = of(&text, &rows, &readings.iter().collect::<Vec<_>>(), None);
        let facts = &paste.facts;
        assert_eq!((facts[0].kin.repeats, facts[1].kin.repeats, facts[2].kin.repeats), (2, 1, 2));
        assert!(facts[0].kin.has_title_line && facts[3].kin.is_title_line && !facts[1].kin.has_title_line);
    }
}
