//! Where the running text is, and where each row is, seen from it.

use super::Facts;
use crate::order::arranged;

/// Where a row is.
#[derive(Debug, Clone, Default)]
pub(crate) struct Position {
    /// Characters of running text before the row.
    pub(crate) prose_before: usize,
    /// Rows to the next running text, and from the last.
    pub(crate) next_prose: Option<usize>,
    pub(crate) last_prose: Option<usize>,
    /// Rows of running text among the four before and the four after.
    pub(crate) window_before: usize,
    pub(crate) window_after: usize,
    /// The same among twelve.
    pub(crate) far_before: usize,
    pub(crate) far_after: usize,
    /// Rows that only pages have among the eight before and the eight after.
    pub(crate) page_before: usize,
    pub(crate) page_after: usize,
    /// Its place among the rows before the core that are shaped like a headline, by how much of the
    /// story's wording they have: 1 is the best.
    pub(crate) rank: usize,
}

/// Where the running text lies; returns its characters.
pub(super) fn measure(facts: &mut [Facts]) -> usize {
    let mut before = 0;
    let mut last = None;
    let flags: Vec<bool> = facts.iter().map(Facts::flows).collect();
    for (index, facts) in facts.iter_mut().enumerate() {
        facts.position.prose_before = before;
        facts.position.last_prose = last.map(|last| index - last);
        let window = |range: std::ops::Range<usize>| flags[range].iter().filter(|&&prose| prose).count();
        facts.position.window_before = window(index.saturating_sub(4)..index);
        facts.position.window_after = window((index + 1).min(flags.len())..(index + 5).min(flags.len()));
        facts.position.far_before = window(index.saturating_sub(12)..index);
        facts.position.far_after = window((index + 1).min(flags.len())..(index + 13).min(flags.len()));
        if flags[index] {
            before += facts.shape.chars;
            last = Some(index);
        }
    }
    let of_page: Vec<bool> = facts.iter().map(Facts::is_of_page).collect();
    let around = |range: std::ops::Range<usize>| of_page[range].iter().filter(|&&of_page| of_page).count();
    for (index, facts) in facts.iter_mut().enumerate() {
        facts.position.page_before = around(index.saturating_sub(8)..index);
        facts.position.page_after = around((index + 1).min(of_page.len())..(index + 9).min(of_page.len()));
    }
    let mut next: Option<usize> = None;
    for (index, facts) in facts.iter_mut().enumerate().rev() {
        facts.position.next_prose = next.map(|next| next - index);
        if flags[index] {
            next = Some(index);
        }
    }
    before
}

/// The most rows without running text between two pieces of one story: captions, promos and
/// advertisements come in runs.
const GAP: usize = 14;

/// The run of running text with the most characters, gaps of up to [`GAP`] rows included.
pub(super) fn core(facts: &[Facts]) -> Option<(usize, usize)> {
    let mut best: Option<(usize, (usize, usize))> = None;
    let mut run: Option<(usize, (usize, usize))> = None;
    for (index, facts) in facts.iter().enumerate().filter(|(_, facts)| facts.flows()) {
        run = match run {
            Some((chars, (first, last))) if index - last <= GAP => Some((chars + facts.shape.chars, (first, index))),
            _ => Some((facts.shape.chars, (index, index))),
        };
        if run.map(|(chars, _)| chars) > best.map(|(chars, _)| chars) {
            best = run;
        }
    }
    best.map(|(_, core)| core)
}

/// Ranks what could be the headline: the rows above the core, no further than a long head away.
pub(super) fn rank(facts: &mut [Facts], core: usize) {
    let candidates: Vec<usize> = (core.saturating_sub(60)..core)
        .filter(|&index| facts[index].shape.like_headline && !facts[index].is_other_part())
        .collect();
    let worth = |index: usize| {
        let facts = &facts[index];
        let extra = if facts.kin.has_title_line { 4 } else { 0 } + facts.wording.slug;
        (facts.wording.shared.min(8) + extra + usize::from(facts.kin.repeats > 1), facts.wording.overlap)
    };
    // the worthiest first; among equals the nearest to the core
    let ranked = arranged(candidates, |&index| {
        let (shared, overlap) = worth(index);
        (usize::MAX - shared * 100 - overlap, usize::MAX - index)
    });
    for (rank, index) in ranked.into_iter().enumerate() {
        facts[index].position.rank = rank + 1;
    }
}
