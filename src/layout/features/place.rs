//! Where a row is, and what is around it.

use super::Feature;
use crate::layout::facts::{Facts, Paste};
use crate::layout::rows::Row;

/// Where the row is, and how it relates to the others.
pub(super) fn place(rows: &[Row], paste: &Paste, index: usize, seen: &mut impl FnMut(Feature, bool)) {
    use Feature as F;
    let facts = &paste.facts[index];
    seen(F::Repeated, facts.kin.repeats == 2);
    seen(F::RepeatedMuch, facts.kin.repeats > 2);
    seen(F::RepeatsNeighbour, facts.kin.repeats_neighbour);
    seen(F::LikeNeighbour, facts.kin.like_neighbour);
    seen(F::BlankBefore, rows[index].blanks == 1);
    seen(F::BlanksBefore, rows[index].blanks > 1);
    if facts.shape.words >= 3 {
        match facts.wording.overlap {
            0..=1 => seen(F::Overlap0, true),
            2..=3 => seen(F::Overlap1, true),
            4..=5 => seen(F::Overlap2, true),
            6..=7 => seen(F::Overlap3, true),
            _ => seen(F::Overlap4, true),
        }
    } else {
        seen(F::InPlain, true);
    }
    if paste.has_slug && facts.shape.words >= 3 {
        match facts.wording.slug {
            0..=2 => seen(F::SlugLow, true),
            3..=6 => seen(F::SlugMid, true),
            _ => seen(F::SlugHigh, true),
        }
    }
    seen(F::HasTitleLine, facts.kin.has_title_line);
    seen(F::IsTitleLine, facts.kin.is_title_line);
    let last = rows.len() - 1;
    match index {
        0 => seen(F::First, true),
        1 => seen(F::Second, true),
        2 => seen(F::Third, true),
        3..=8 => seen(F::EarlyRow, true),
        _ => {}
    }
    seen(F::Last, index == last);
    seen(F::NearLast, index + 4 > last && index != last);
    // in hundredths
    let share = facts.position.prose_before * 100 / paste.prose_chars.max(1);
    let begun = facts.position.prose_before > 0;
    let after = paste.prose_chars - facts.position.prose_before - if facts.flows() { facts.shape.chars } else { 0 };
    seen(F::BeforeProse, facts.position.prose_before == 0 && paste.prose_chars > 0);
    seen(F::ProseStarted1, begun && share < 10);
    seen(F::ProseStarted2, (10..40).contains(&share));
    seen(F::ProseMid, (40..80).contains(&share));
    seen(F::ProseMost, share >= 80 && after > 0);
    seen(F::AfterProse, after == 0 && paste.prose_chars > 0);
    match facts.position.next_prose {
        Some(1) => seen(F::NextProse1, true),
        Some(2) => seen(F::NextProse2, true),
        Some(3..=5) => seen(F::NextProse3, true),
        Some(_) => seen(F::NextProseFar, true),
        None => seen(F::NextProseNone, true),
    }
    match facts.position.last_prose {
        Some(1) => seen(F::LastProse1, true),
        Some(2) => seen(F::LastProse2, true),
        Some(3..=5) => seen(F::LastProse3, true),
        Some(_) => seen(F::LastProseFar, true),
        None => {}
    }
    seen(F::ProseRunBefore, facts.position.window_before >= 3);
    seen(F::ProseRunAfter, facts.position.window_after >= 3);
    seen(F::ShortRunBefore, facts.position.window_before == 0 && index >= 4);
    seen(F::ShortRunAfter, facts.position.window_after == 0 && index + 4 <= last);
    core(paste, index, seen);
}

/// How far the row is from the core of the story, and how likely to be its headline.
fn core(paste: &Paste, index: usize, seen: &mut impl FnMut(Feature, bool)) {
    use Feature as F;
    let facts = &paste.facts[index];
    if let Some((first, last)) = paste.core {
        let (before, after) = (first.saturating_sub(index), index.saturating_sub(last));
        match before {
            0 => {}
            1 => seen(F::BeforeCore1, true),
            2 => seen(F::BeforeCore2, true),
            3..=5 => seen(F::BeforeCore3, true),
            6..=10 => seen(F::BeforeCore6, true),
            11..=20 => seen(F::BeforeCore11, true),
            _ => seen(F::BeforeCoreFar, true),
        }
        seen(F::InCore, before == 0 && after == 0);
        match after {
            0 => {}
            1 => seen(F::AfterCore1, true),
            2 => seen(F::AfterCore2, true),
            3..=5 => seen(F::AfterCore3, true),
            _ => seen(F::AfterCoreFar, true),
        }
    }
    match facts.position.rank {
        0 => {}
        1 => seen(F::Rank1, true),
        2 => seen(F::Rank2, true),
        _ => seen(F::Rank3, true),
    }
    if facts.shape.like_headline {
        match facts.wording.shared {
            0 => seen(F::Shared0, true),
            1..=2 => seen(F::Shared1, true),
            3..=4 => seen(F::Shared2, true),
            _ => seen(F::Shared3, true),
        }
    }
    seen(F::Flows, facts.flows());
    seen(F::GivenFirst, facts.shape.given && facts.shape.words <= 6);
    seen(F::OfAuthor, facts.kin.of_author);
    seen(F::Label, facts.kin.label);
    seen(F::BelowLabel, facts.kin.below_label);
    seen(F::SharedLabel, facts.kin.label && facts.wording.shared > 0);
    seen(F::HoldsOther, facts.kin.holds_other);
    seen(F::KickerFirst, facts.shape.kicker);
    seen(F::LedeHigh, facts.wording.lede >= 5 && facts.shape.words >= 4);
    if facts.shape.words >= 4 && facts.shape.words < 60 {
        match facts.wording.lede {
            0..=1 => seen(F::Lede0, true),
            2..=3 => seen(F::Lede1, true),
            4..=5 => seen(F::Lede2, true),
            _ => seen(F::Lede3, true),
        }
    }
    seen(F::GivenName, facts.told.names_alone && facts.shape.given);
    let amount = |count: usize| match count {
        0 => 0,
        1..=4 => 1,
        _ => 2,
    };
    seen([F::FarBefore0, F::FarBeforeFew, F::FarBeforeMany][amount(facts.position.far_before)], true);
    seen([F::FarAfter0, F::FarAfterFew, F::FarAfterMany][amount(facts.position.far_after)], true);
    let page = |rows: usize| match rows {
        0 | 1 => rows,
        2 | 3 => 2,
        _ => 3,
    };
    let before = [F::PageBefore0, F::PageBefore1, F::PageBefore2, F::PageBefore4];
    let after = [F::PageAfter0, F::PageAfter1, F::PageAfter2, F::PageAfter4];
    seen(before[page(facts.position.page_before)], true);
    seen(after[page(facts.position.page_after)], true);
    seen(F::SaysI, facts.shape.says_i);
    seen(F::SaysYou, facts.shape.says_you);
    seen(F::SaysWe, facts.shape.says_we);
    seen(F::FileName, facts.shape.file_name);
    seen(F::Rating, facts.shape.rating);
    let (names, known) = (facts.wording.names, facts.wording.known_names);
    if facts.shape.words >= 4 {
        seen(F::NamesNone, names == 0);
        seen(F::NamesNew, names > 0 && known == 0);
        seen(F::NamesFew, known > 0 && known * 2 < names);
        seen(F::NamesKnown, known > 0 && known * 2 >= names);
    }
    // in fifths of the paste
    let fifth = index * 5 / paste.facts.len().max(1);
    seen([F::Row1, F::Row2, F::Row3, F::Row4, F::Row5][fifth.min(4)], true);
    seen(F::LikeCaption, facts.kin.like_neighbour || facts.told.credit_tail || facts.phrases.caption_cue);
    seen(F::LongStop, facts.shape.chars > 60 && matches!(facts.shape.last, '.' | '!' | '”' | '"'));
    seen(F::TitleLength, (30..=110).contains(&facts.shape.chars) && facts.shape.last != '.' && facts.shape.words >= 4);
    seen(F::RepeatsTitle, facts.shape.like_headline && facts.kin.repeats > 1);
    seen(F::NameRepeats, facts.told.names_alone && facts.kin.repeats > 1);
}

/// What is near the row.
pub(super) fn neighbours(paste: &Paste, index: usize, seen: &mut impl FnMut(Feature, bool)) {
    use Feature as F;
    let facts = &paste.facts[index];
    let near = |offsets: &[usize], sign: i32, test: fn(&Facts) -> bool| {
        offsets.iter().any(|&offset| {
            let at = if sign < 0 { index.checked_sub(offset) } else { Some(index + offset) };
            at.and_then(|at| paste.facts.get(at)).is_some_and(test)
        })
    };
    let byline = |facts: &Facts| facts.told.by_whole || facts.told.by_part;
    seen(F::ByAbove, near(&[1, 2, 3, 4], -1, byline));
    seen(F::ByBelow, near(&[1, 2, 3, 4], 1, byline));
    let stamp = |facts: &Facts| facts.told.timestamp_whole || facts.told.timestamp_part;
    seen(F::TimestampNear, near(&[1, 2, 3, 4], -1, stamp) || near(&[1, 2, 3, 4], 1, stamp));
    let far = [5, 6, 7, 8, 9, 10, 11, 12];
    let (by_below, stamp_below) = (near(&far, 1, byline), near(&far, 1, stamp));
    seen(F::ByFarBelow, by_below);
    seen(F::StampFarBelow, stamp_below);
    seen(F::ByFarAbove, near(&far, -1, byline));
    seen(F::StampFarAbove, near(&far, -1, stamp));
    let relative = |facts: &Facts| facts.told.timestamp_relative;
    seen(F::RelativeNear, near(&[1, 2], -1, relative) || near(&[1, 2], 1, relative));
    seen(
        F::Rank1Headline,
        facts.position.rank == 1
            && (by_below || stamp_below || near(&[1, 2, 3, 4], 1, byline) || near(&[1, 2, 3, 4], 1, stamp)),
    );
    seen(F::FirstHeadlineShape, paste.first_headline == Some(index));
    seen(F::HeadlineShapeFirst, facts.shape.like_headline && index < 3);
    seen(F::LongestBeforeProse, paste.longest_before_prose == Some(index));
    let rows = paste.facts.len();
    seen(F::FewRows, rows <= 4);
    seen(F::ManyRows, rows > 60);
    seen(F::NoProse, paste.prose_chars == 0);
    seen(F::FirstRowUrl, paste.has_slug);
    seen(F::BlanksEverywhere, paste.blank_share > 7);
    seen(F::BlanksNowhere, paste.blank_share < 2);
}
