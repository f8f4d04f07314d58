//! A second look at the whole page: which row is its headline.
//!
//! The model reads row by row and knows of a row what stands two rows from it. What makes a headline on a page that is
//! unlike all others is seen from farther away: the story below shares its words, nothing like it stands around it, the page
//! says it twice. So every row that the model would think of is weighed again, beside the model's own worth of the whole
//! paste with that row as its headline, and beside that of a paste without one. The weights of this evidence are counted
//! on pages of publishers that the model had not seen, many of them changed (`train/src/changes.rs`).

use super::facts::{Facts, Paste};
use super::features::Table;
use super::model::{Decoded, Model};
use super::rows::Row;
use super::sections::is_section;
use super::states::{Part, STATES, TITLE, Zone};
use super::weights::EVIDENCE;
use crate::text::Text;

/// Rows that are weighed, at most: those that the model thinks the most of.
const MOST: usize = 24;

/// By how much a row must be worth more than the model's own choice to be taken in its place, in the model's units: two
/// natural units.
const CLEAR: i32 = 2 * 4096;

/// What holds, in a piece of evidence.
const YES: i32 = 8;

/// Of how much worth each unit of evidence times a weight of one is, in the model's units.
const UNIT: i32 = 32;

/// A row that the headline can be, or that there is none.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    /// The row.
    pub(crate) row: Option<usize>,
    /// What speaks for it or against it: eighths.
    pub(crate) evidence: [i8; EVIDENCE],
}

/// What was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Choice {
    /// The row of the headline.
    pub(super) row: Option<usize>,
    /// By how much it leads over the next, in the model's units.
    pub(super) lead: i32,
}

/// The headline of a paste that the model has `decoded`.
pub(super) fn choose(
    text: &Text<'_>,
    rows: &[Row],
    paste: &Paste,
    table: &Table,
    model: Model<'_>,
    decoded: &Decoded,
) -> Choice {
    let candidates = candidates(text, rows, paste, table, model, decoded);
    let worth = |candidate: &Candidate| -> i32 {
        let weighed = candidate.evidence.iter().zip(model.evidence()).map(|(&seen, weight)| i32::from(seen) * weight);
        UNIT * weighed.sum::<i32>()
    };
    let worths: Vec<i32> = candidates.iter().map(worth).collect();
    // the model's own choice stands where the evidence against it is thin
    let own = row(&decoded.states);
    let standing = candidates.iter().position(|candidate| candidate.row == own);
    // a row right above the byline is not the caption of one below it
    let named = own.filter(|&row| paste.facts.get(row + 1).is_some_and(|below| below.told.by_whole));
    // nor is a row that ends with whose picture it is a headline
    let credited = |row: usize| {
        let told = &paste.facts[row].told;
        Some(row) != own && (told.credit_sure || told.credit_tail || told.credit_maybe)
    };
    let out = |row: usize| credited(row) || named.is_some_and(|own| row > own);
    let may_be = |&number: &usize| !candidates[number].row.is_some_and(out);
    let best = (0..worths.len()).filter(may_be).max_by_key(|&number| (worths[number], std::cmp::Reverse(number)));
    let clear = |&best: &usize| standing.is_none_or(|standing| worths[best] - worths[standing] >= CLEAR);
    let chosen = best.filter(clear).or(standing);
    let others = (0..worths.len()).filter(|&number| Some(number) != chosen);
    let lead = match (chosen, others.map(|number| worths[number]).max()) {
        (Some(chosen), Some(other)) => worths[chosen] - other,
        _ => i32::MAX,
    };
    let row = chosen.and_then(|chosen| candidates[chosen].row);
    Choice { row, lead }
}

/// The rows that can be the headline, with what is seen of them.
pub(crate) fn candidates(
    text: &Text<'_>,
    rows: &[Row],
    paste: &Paste,
    table: &Table,
    model: Model<'_>,
    decoded: &Decoded,
) -> Vec<Candidate> {
    let (worths, none) = model.titles(table, decoded);
    let mut best: Vec<usize> = (0..rows.len()).filter(|&row| worths[row] > -1_000_000_000).collect();
    if best.len() > MOST {
        best.select_nth_unstable_by_key(MOST, |&row| (std::cmp::Reverse(worths[row]), row));
        best.truncate(MOST);
        best.sort_unstable();
    }
    let page = Page::of(text, rows, paste, decoded, &worths, &best);
    let mut candidates: Vec<Candidate> =
        best.iter().map(|&row| Candidate { row: Some(row), evidence: page.evidence(row) }).collect();
    candidates.push(Candidate { row: None, evidence: page.nothing(none, &best) });
    candidates
}

/// A page while its rows are weighed.
struct Page<'a, 't> {
    text: &'a Text<'t>,
    rows: &'a [Row],
    paste: &'a Paste,
    decoded: &'a Decoded,
    /// What the model makes of each row as the headline.
    worths: &'a [i32],
    /// The first row of running text.
    lede: Option<usize>,
    /// The most that any candidate has of each.
    shared: usize,
    overlap: usize,
    lede_words: usize,
    repeats: usize,
    /// What the best of them says by itself for a headline.
    alone: i32,
}

/// Pieces of evidence as they are put down one after the other.
struct Sheet {
    evidence: [i8; EVIDENCE],
    next: usize,
}

impl Sheet {
    fn put(&mut self, value: i32) {
        if let Some(evidence) = self.evidence.get_mut(self.next) {
            *evidence = value.clamp(-127, 127) as i8;
        }
        self.next += 1;
    }

    fn is(&mut self, holds: bool) {
        self.put(if holds { YES } else { 0 });
    }

    /// Which of the steps, each up to a limit, `amount` is on.
    fn step<const N: usize>(&mut self, amount: usize, limits: [usize; N]) {
        let step = limits.iter().position(|&limit| amount <= limit).unwrap_or(N);
        for number in 0..=N {
            self.is(number == step);
        }
    }

    /// What the model says: by how much the best reading with this loses against the best, in three pieces.
    fn model(&mut self, worth: i32) {
        // eighths of a natural unit
        let loss = (-worth).max(0) / 512;
        self.put(loss.min(8));
        self.put((loss - 8).clamp(0, 32));
        self.put((loss - 40).max(0));
        self.is(loss == 0);
    }
}

/// Pieces of evidence that are there only where there is no headline.
const OF_NONE: usize = 6;

impl<'a, 't> Page<'a, 't> {
    fn of(
        text: &'a Text<'t>,
        rows: &'a [Row],
        paste: &'a Paste,
        decoded: &'a Decoded,
        worths: &'a [i32],
        best: &[usize],
    ) -> Self {
        let most = |of: fn(&Facts) -> usize| best.iter().map(|&row| of(&paste.facts[row])).max().unwrap_or(0);
        Self {
            text,
            rows,
            paste,
            decoded,
            worths,
            alone: best.iter().map(|&row| decoded.alone(row, TITLE)).max().unwrap_or(0),
            lede: paste.facts.iter().position(Facts::flows),
            shared: most(|facts| facts.wording.shared),
            overlap: most(|facts| facts.wording.overlap),
            lede_words: most(|facts| facts.wording.lede),
            repeats: most(|facts| facts.kin.repeats),
        }
    }

    /// What speaks for there being no headline.
    fn nothing(&self, worth: i32, best: &[usize]) -> [i8; EVIDENCE] {
        let mut sheet = Sheet { evidence: [0; EVIDENCE], next: 0 };
        sheet.model(worth);
        sheet.is(true);
        sheet.is(self.shared <= 1);
        sheet.is(self.lede == Some(0));
        sheet.is(self.lede.is_none());
        sheet.is(best.iter().filter(|&&row| self.worths[row] > -8 * 4096).count() >= 3);
        sheet.is(self.rows.len() <= 4);
        sheet.evidence
    }

    fn evidence(&self, row: usize) -> [i8; EVIDENCE] {
        let mut sheet = Sheet { evidence: [0; EVIDENCE], next: 0 };
        sheet.model(self.worths[row]);
        sheet.next += OF_NONE;
        let facts = &self.paste.facts[row];
        self.wording(facts, &mut sheet);
        self.shape(row, &mut sheet);
        self.told(row, &mut sheet);
        self.place(row, &mut sheet);
        self.beside(row, &mut sheet);
        debug_assert_eq!(sheet.next, EVIDENCE);
        sheet.evidence
    }

    /// Whose words it shares, and whether the page says it again.
    fn wording(&self, facts: &Facts, sheet: &mut Sheet) {
        let wording = &facts.wording;
        let short = facts.shape.words < 3;
        sheet.step(wording.shared, [0, 1, 3, 6]);
        sheet.is(wording.shared == self.shared && self.shared > 1);
        sheet.is(wording.shared * 2 < self.shared);
        sheet.is(!short && wording.overlap == 0);
        sheet.is(!short && wording.overlap >= 5);
        sheet.is(!short && wording.overlap >= 8);
        sheet.is(!short && wording.overlap + 4 <= self.overlap);
        sheet.step(wording.lede, [0, 2, 4]);
        sheet.is(wording.lede == self.lede_words && self.lede_words > 1);
        sheet.is(wording.lede + 4 <= self.lede_words);
        sheet.is(self.paste.has_slug && wording.slug >= 7);
        sheet.is(self.paste.has_slug && wording.slug <= 2);
        sheet.is(facts.kin.repeats == 2);
        sheet.is(facts.kin.repeats > 2);
        sheet.is(facts.kin.repeats == 1 && self.repeats > 1);
        sheet.is(facts.kin.repeats_neighbour);
        sheet.is(facts.kin.like_neighbour);
        sheet.is(facts.kin.has_title_line);
        sheet.is(facts.kin.is_title_line);
        sheet.is(facts.kin.held);
        sheet.is(facts.kin.of_author);
        sheet.step(facts.position.rank, [0, 1, 2]);
    }

    /// Length, case and marks.
    fn shape(&self, row: usize, sheet: &mut Sheet) {
        let shape = &self.paste.facts[row].shape;
        sheet.step(shape.words, [1, 2, 3, 5, 15, 22]);
        sheet.is(shape.chars > 130);
        sheet.is(shape.last == '.');
        sheet.is(shape.last == ':');
        sheet.is(matches!(shape.last, ',' | '…' | '|'));
        sheet.is(shape.last == '?');
        sheet.is(!shape.first.is_alphanumeric() && !matches!(shape.first, '“' | '"' | '‘' | '\'' | '$' | '£' | '€'));
        sheet.is(shape.first.is_lowercase());
        sheet.is(shape.first.is_numeric());
        sheet.is(shape.all_caps);
        sheet.is(shape.words >= 3 && shape.capitalised * 10 >= shape.words * 7 && !shape.all_caps);
        sheet.step(shape.function, [0, 1, 2, 4, 7]);
        sheet.is(shape.stops > 0);
        sheet.is(shape.colon_label);
        sheet.is(shape.pipe);
        sheet.is(shape.arrow);
        sheet.is(shape.handle);
        sheet.is(shape.says_you);
        sheet.is(shape.said);
        sheet.is(shape.prose || shape.weak_prose);
        let slice = self.text.slice(self.rows[row].span);
        sheet.is(glued(slice));
        sheet.is(is_section(slice));
    }

    /// What grammars and phrases know of it.
    fn told(&self, row: usize, sheet: &mut Sheet) {
        let Facts { told, phrases, .. } = &self.paste.facts[row];
        sheet.is(told.by_whole || told.by_part);
        sheet.is(told.names_alone);
        sheet.is(told.agency_alone);
        sheet.is(told.timestamp_part || told.timestamp_relative);
        sheet.is(told.credit_sure || told.credit_tail);
        sheet.is(told.credit_maybe);
        sheet.is(told.dateline > 0 || told.dateline_own_line);
        sheet.is(phrases.caption_cue || phrases.caption_start);
        sheet.is(phrases.promo_start);
        sheet.is(phrases.share_row || phrases.nav_row);
        sheet.is(phrases.legal > 0);
        sheet.is(phrases.note_start || phrases.bio || phrases.tags_start || phrases.gallery);
    }

    /// Where it stands, and what around it.
    fn place(&self, row: usize, sheet: &mut Sheet) {
        let facts = &self.paste.facts;
        let at = |row: usize| facts.get(row);
        let above = |count: usize| (row.saturating_sub(count)..row).filter_map(at);
        let below = |count: usize| (row + 1..=row + count).filter_map(at);
        let names = |facts: &Facts| facts.told.by_whole || facts.told.by_part;
        let times = |facts: &Facts| facts.told.timestamp_whole || facts.told.timestamp_relative;
        let like = |facts: &Facts| facts.shape.like_headline && !facts.is_other_part() && !facts.flows();
        sheet.is(row == 0);
        sheet.is(below(1).any(names));
        sheet.is(below(3).any(names));
        sheet.is(below(8).any(names));
        sheet.is(below(2).any(times));
        sheet.is(below(8).any(times));
        sheet.is(above(1).any(names));
        sheet.is(above(3).any(times));
        sheet.is(below(1).any(|facts| facts.told.credit_sure || facts.told.credit_maybe || facts.told.credit_tail));
        sheet.is(below(1).any(Facts::flows));
        sheet.step(above(4).filter(|facts| like(facts)).count(), [0, 1, 2]);
        sheet.step(below(4).filter(|facts| like(facts)).count(), [0, 1, 2]);
        let begun = facts[row].position.prose_before * 100 / self.paste.prose_chars.max(1);
        sheet.is(begun > 0);
        sheet.is(begun > 10);
        let core = self.paste.core.map_or(0, |(first, _)| first);
        sheet.step(core.saturating_sub(row), [0, 1, 3, 8, 20]);
    }
}

impl Page<'_, '_> {
    /// What the model takes it for, and the rows right beside it that the headline could be as well: a stand-first has
    /// more of the story's words than the headline above it.
    fn beside(&self, row: usize, sheet: &mut Sheet) {
        let part = STATES[self.decoded.states[row]].1;
        for other in [Part::Standfirst, Part::Caption, Part::Text, Part::Section, Part::Furniture, Part::Byline] {
            sheet.is(part == other);
        }
        let alone = (self.alone - self.decoded.alone(row, TITLE)) / 512;
        sheet.put(alone.min(16));
        sheet.put((alone - 16).max(0));
        let facts = &self.paste.facts;
        let chars = facts[row].shape.chars;
        let rival = |other: usize| {
            facts.get(other).is_some_and(|facts| facts.shape.words >= 2 && !facts.is_other_part())
                && self.worths.get(other).is_some_and(|&worth| worth > -16 * 4096)
        };
        let better = |other: usize| self.worths.get(other).is_some_and(|&worth| worth > self.worths[row]);
        for distance in [1, 2, 3] {
            let above = row.checked_sub(distance).filter(|&other| rival(other));
            sheet.is(above.is_some());
            sheet.is(above.is_some_and(|other| facts[other].shape.chars < chars));
            // a headline leaves out the small words that the sentence below it has
            sheet.is(above.is_some_and(|other| facts[other].shape.function + 2 < facts[row].shape.function));
            sheet.is(above.is_some_and(better));
        }
        for distance in [1, 2] {
            let below = Some(row + distance).filter(|&other| rival(other));
            sheet.is(below.is_some_and(|other| facts[other].shape.chars > chars));
            sheet.is(below.is_some_and(|other| facts[other].shape.function > facts[row].shape.function + 2));
            sheet.is(below.is_some_and(better));
        }
        sheet.is((row + 1..(row + 4).min(facts.len())).any(|other| better(other) && !rival(other)));
        sheet.is(facts[row].kin.label);
        sheet.is(facts[row].kin.below_label);
        sheet.is(row.checked_sub(1).is_some_and(|above| facts[above].phrases.section));
        sheet.is(facts[row].phrases.depicts);
    }
}

/// Whether a word holds a small letter before a large one twice, or a row of two words and more ends in one that does:
/// labels that lay side by side.
pub(super) fn glued(slice: &str) -> bool {
    let seams = |word: &str| {
        word.chars().zip(word.chars().skip(1)).filter(|(a, b)| a.is_lowercase() && b.is_uppercase()).count()
    };
    slice.split_whitespace().map(seams).sum::<usize>() > 0
}

/// The row that has the headline in `states`.
pub(super) fn row(states: &[usize]) -> Option<usize> {
    states.iter().position(|&state| state == TITLE)
}

/// Leaves the headline to the row that was chosen, or to none.
pub(super) fn hold(table: &mut Table, rows: usize, chosen: Option<usize>) {
    for row in 0..rows {
        if Some(row) == chosen {
            table.hold(row, |zone, _| zone == Zone::Title);
        } else {
            table.hold(row, |zone, _| zone != Zone::Title);
        }
    }
}
