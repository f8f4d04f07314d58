//! How a story is divided into units that are set one by one, and by what a unit is known again in the next breakdown,
//! so that only what has changed is set anew.

use super::folds;
use super::marks::{Cutter, Mark, What};
use super::sure::DOUBTFUL;
use crate::{Article, Role, Span};
use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::ops::Range;

/// Parts folded into one line at most.
pub(crate) const FOLDED: usize = 600;

/// Bytes of a part that are set as one; the rest of a longer one, which no article has, follows as units of its own.
const PIECE: usize = 16_000;

/// Units between two that are the same; a unit is not looked for further away, lest all between them be thrown away.
const LEAP: usize = 64;

#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
/// A unit of the story: a part, a dateline with the paragraph that it opens, a piece of a very long part, or a run of
/// parts that is folded away.
#[derive(Debug, Clone)]
pub(crate) struct Unit {
    /// The parts, by their indices.
    pub(crate) blocks: Range<usize>,
    /// Where it lies in the text.
    pub(crate) span: Span,
    /// Whether it is a run that is folded away.
    pub(crate) folded: bool,
    /// Whether a headline comes before it.
    pub(crate) headed: bool,
    /// The number of the paragraph that begins in it.
    pub(crate) paragraph: Option<usize>,
    /// The marks where it begins.
    pub(crate) cutter: Cutter,
    /// What it shows, except for numbers that count what comes before: its paragraph's and those of readings.
    print: u64,
    /// Those of readings.
    names: u64,
}

impl Unit {
    /// Whether it shows what `other` shows; numbers may differ.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        self.print == other.print
    }

    /// Whether the readings in it have the numbers that they have in `other`.
    pub(crate) fn names_as(&self, other: &Self) -> bool {
        self.names == other.names
    }
}

/// The units of a story, in order.
pub(crate) fn units(text: &str, article: &Article, marks: &[Mark]) -> Vec<Unit> {
    let blocks = &article.blocks;
    let mut planner =
        Planner { text, article, marks, cutter: Cutter::default(), headed: false, paragraphs: 0, units: Vec::new() };
    let mut at = 0;
    while at < blocks.len() {
        let run = folds::fold(&blocks[at..blocks.len().min(at + FOLDED)]);
        let length = if run > 0 { run } else { 1 + usize::from(lede(text, article, at).is_some()) };
        planner.add(at..at + length, run > 0);
        at += length;
    }
    planner.units
}

/// The paragraph that the dateline at `index` opens on the same line.
pub(crate) fn lede(text: &str, article: &Article, index: usize) -> Option<Span> {
    let [dateline, lede] = article.blocks.get(index..index + 2)? else { return None };
    let between = Span::new(dateline.span.end, lede.span.start).of(text);
    let runs_in = dateline.role == Role::Dateline && lede.role == Role::Paragraph && !between.contains('\n');
    runs_in.then_some(lede.span)
}

/// For each of the `new` units, which of the `old` ones shows the same: each at most once, and in order.
pub(crate) fn same(old: &[Unit], new: &[Unit]) -> Vec<Option<usize>> {
    let alike = |(a, b): &(&Unit, &Unit)| a.is_like(b);
    let start = old.iter().zip(new).take_while(alike).count();
    let end = old[start..].iter().rev().zip(new[start..].iter().rev()).take_while(alike).count();
    let (old_end, new_end) = (old.len() - end, new.len() - end);
    let mut found: Vec<_> = (0..start).map(Some).collect();
    if old_end == new_end {
        found.extend((start..new_end).map(|at| old[at].is_like(&new[at]).then_some(at)));
    } else {
        let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
        for at in (start..old_end).rev() {
            places.entry(old[at].print).or_default().push(at);
        }
        let mut from = start;
        for unit in &new[start..new_end] {
            let places = places.get_mut(&unit.print);
            let place = places.and_then(|places| {
                while places.last().is_some_and(|&at| at < from) {
                    places.pop();
                }
                places.last().copied().filter(|&at| at < from + LEAP)
            });
            from = place.map_or(from, |at| at + 1);
            found.push(place);
        }
    }
    found.extend((old_end..old.len()).map(Some));
    found
}

struct Planner<'p> {
    text: &'p str,
    article: &'p Article,
    marks: &'p [Mark],
    cutter: Cutter,
    headed: bool,
    paragraphs: usize,
    units: Vec<Unit>,
}

impl Planner<'_> {
    /// Adds the units of these parts: one, or as many as a very long part needs.
    fn add(&mut self, blocks: Range<usize>, folded: bool) {
        let parts = &self.article.blocks[blocks.clone()];
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return };
        let whole = Span::new(first.span.start, last.span.end);
        let mut paragraph = parts.iter().any(|block| block.role == Role::Paragraph).then(|| {
            self.paragraphs += 1;
            self.paragraphs
        });
        let mut start = whole.start;
        loop {
            let end = if folded || blocks.len() > 1 { whole.end } else { self.piece(start, whole.end) };
            let span = Span::new(start, end);
            self.cutter.go_to(self.marks, start);
            let (print, names) = self.prints(&blocks, span, folded);
            let (blocks, cutter, headed) = (blocks.clone(), self.cutter.clone(), self.headed);
            self.units.push(Unit { blocks, span, folded, headed, paragraph: paragraph.take(), cutter, print, names });
            start = end;
            if start >= whole.end {
                break;
            }
        }
        self.headed |= parts.iter().any(|block| block.role == Role::Headline);
    }

    /// The end of the piece that begins at `start`: after a word, where there is one.
    fn piece(&self, start: usize, end: usize) -> usize {
        if end - start <= PIECE {
            return end;
        }
        let most = self.text.floor_char_boundary(start + PIECE);
        let least = self.text.floor_char_boundary(most - PIECE / 16);
        self.text[least..most].rfind(' ').map_or(most, |at| least + at + 1)
    }

    fn prints(&self, blocks: &Range<usize>, span: Span, folded: bool) -> (u64, u64) {
        let (mut print, mut names) = (DefaultHasher::new(), DefaultHasher::new());
        (folded, span.of(self.text)).hash(&mut print);
        for block in &self.article.blocks[blocks.clone()] {
            let from = block.span.start.wrapping_sub(span.start);
            // a doubt is shown as a word; certainties move with every word of the story
            let doubt = block.certainty.is_some_and(|certainty| certainty.hundredths() < DOUBTFUL);
            (block.role, doubt, block.basis, from, block.span.len()).hash(&mut print);
            (block.role == Role::Crosshead && self.headed).hash(&mut print);
        }
        for mark in self.cutter.until(self.marks, span.end) {
            (mark.span.start.wrapping_sub(span.start), mark.span.len()).hash(&mut print);
            shown(self.article, mark.what).hash(&mut print);
            mark.what.hash(&mut names);
        }
        (print.finish(), names.finish())
    }
}

/// What a mark shows besides its place and its number: whatever of a reading the story shows belongs here.
fn shown(article: &Article, what: What) -> impl Hash {
    let quote = |index: usize| article.quotes.get(index);
    let kind = std::mem::discriminant(&what);
    let (entity, speaker, time, basis, certainty) = match what {
        What::Quote { index, closes } => {
            let quote = quote(index);
            let speaker = quote.map(|quote| (closes, quote.kind, quote.speaker.as_ref()));
            let speaker = speaker.map(|(closes, kind, speaker)| {
                let said = speaker.map(|one| (one.name.as_deref(), one.text.as_deref(), one.form, one.basis));
                (closes, kind, said, speaker.map(|one| one.certainty))
            });
            (None, speaker, None, quote.map(|quote| quote.basis), quote.map(|quote| quote.certainty))
        }
        What::Cue(index) | What::Source(index) => (None, None, None, quote(index).map(|quote| quote.basis), None),
        What::Entity { index, kind, .. } => {
            let entity = article.entities.get(index);
            let (basis, certainty) = (entity.map(|entity| entity.basis), entity.map(|entity| entity.certainty));
            (Some(kind), None, None, basis, certainty)
        }
        What::Time(index) => {
            let time = article.times.get(index);
            let value = time.map(|time| (time.value.as_str(), time.kind));
            (None, None, value, time.map(|time| time.basis), time.map(|time| time.certainty))
        }
        What::Quantity(index) => (None, None, None, article.quantities.get(index).map(|one| one.basis), None),
        What::NoComment(_)
        | What::HeadItem(_)
        | What::Key(_)
        | What::Warning(_)
        | What::Check { .. }
        | What::Own(_) => (None, None, None, None, None),
    };
    (kind, entity, speaker, time, basis, certainty)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::page::marks;
    use crate::{Offsets, Options, parse};

    fn plan(text: &str) -> Vec<Unit> {
        let mut article = parse(text, &Options { offsets: Offsets::Utf8, ..Options::default() });
        // which sentences count most, and how sure a part is, can change with any other
        article.key_sentences.clear();
        article.blocks.iter_mut().for_each(|block| block.certainty = None);
        units(text, &article, &marks::collect(&article, &[]))
    }

    const STORY: &str = "Ferries sail again\n\nPORT ELDER, May 3 - Boats sail again.\n\n“At last,” Ines Maro said on \
                         Tuesday.\n\nThe fare is 12 crowns.\n\n“We waited,” said Tom Orr.";

    #[test]
    fn units_hold_every_part_once_and_in_order() {
        let long = format!("{STORY}\n\n{}\n\nAdvertisement\n\nShare\n\nAdvertisement\n\nEnd.", "word ".repeat(9_000));
        for text in [STORY, &long, include_str!("../../../www/samples/ferry.txt"), "", "x"] {
            let units = plan(text);
            let joined: String = units.iter().map(|unit| unit.span.of(text)).collect();
            let squeeze = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(squeeze(&joined), squeeze(text));
            let numbers: Vec<_> = units.iter().filter_map(|unit| unit.paragraph).collect();
            assert!(numbers.iter().enumerate().all(|(at, number)| at + 1 == *number), "{numbers:?}");
        }
        assert!(plan(&long).iter().all(|unit| unit.span.len() <= PIECE));
        assert!(plan(&long).iter().any(|unit| unit.folded));
    }

    #[test]
    fn a_unit_is_cut_as_if_all_before_it_had_been() {
        let text = include_str!("../../../www/samples/ferry.txt");
        let article = parse(text, &Options { offsets: Offsets::Utf8, ..Options::default() });
        let marks = marks::collect(&article, &[]);
        let mut whole = Cutter::default();
        let mut next = 0;
        for unit in units(text, &article, &marks) {
            assert_eq!(unit.blocks.start, next);
            next = unit.blocks.end;
            assert_eq!(unit.cutter.clone().cut(&marks, unit.span), whole.cut(&marks, unit.span));
        }
        assert_eq!(next, article.blocks.len());
    }

    #[test]
    fn a_word_changes_its_own_paragraph_alone() {
        let (old, new) = (plan(STORY), plan(&STORY.replace("sail again.", "sail.")));
        assert_eq!(old.len(), new.len());
        let same = same(&old, &new);
        assert_eq!(same.iter().filter(|place| place.is_none()).count(), 1, "{same:?}");
        assert!(old[0].names_as(&new[0]));
    }

    #[test]
    fn a_number_before_it_renames_what_it_does_not_change() {
        let (old, new) = (plan(STORY), plan(&STORY.replace("sail again.", "sail 30 miles.")));
        let same = same(&old, &new);
        assert_eq!(same.iter().filter(|place| place.is_none()).count(), 1, "{same:?}");
        let fare =
            new.iter().position(|unit| unit.span.of(&STORY.replace("sail again.", "sail 30 miles.")).contains("12"));
        let fare = fare.unwrap();
        assert!(!new[fare].names_as(&old[same[fare].unwrap()]));
    }

    #[test]
    fn paragraphs_put_in_and_taken_out_leave_the_others() {
        let more = STORY.replace("The fare", "One more.\n\nThe fare").replace("\n\n“We", "\n\nLast.\n\n“We");
        let (old, new) = (plan(STORY), plan(&more));
        let there = same(&old, &new);
        assert_eq!(there.iter().flatten().count(), old.len(), "{there:?}");
        assert!(there.iter().flatten().is_sorted());
        let back = same(&new, &old);
        assert_eq!(back.iter().flatten().count(), old.len(), "{back:?}");
        assert_eq!(same(&old, &[]).len(), 0);
        assert_eq!(same(&[], &old).iter().flatten().count(), 0);
    }
}
