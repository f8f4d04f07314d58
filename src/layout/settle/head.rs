//! What is around the headline: bylines, times, sections, a dateline on its own row.

use super::{is, put};
use crate::layout::byline;
use crate::layout::facts::{Facts, Paste};
use crate::layout::readings::Readings;
use crate::layout::rows::Row;
use crate::layout::sections::is_section;
use crate::layout::states::{Part, STATES, Zone};
use crate::text::Text;

/// Rows above the headline and below it that can belong to the head.
const REACH: usize = 14;

/// Bylines and timestamps, by where headline and lede are.
pub(super) fn times_and_names(paste: &Paste, states: &mut [usize], title: Option<usize>, lede: Option<usize>) {
    let from = title.or(lede).unwrap_or(0).saturating_sub(REACH);
    let to = lede.or(title).map_or(0, |row| row + 2).min(states.len());
    for row in from..to {
        let facts = &paste.facts[row];
        // other stories' times and authors are among links, away from headline and lede
        let near = |limit: usize| {
            title.is_some_and(|title| row.abs_diff(title) <= limit)
                || lede.is_some_and(|lede| row < lede && lede - row <= limit)
        };
        if [Part::Text, Part::Headline, Part::Dateline].iter().any(|&part| is(states, row, part)) {
            continue;
        }
        // an outlet's name in brackets between headline and lede: whose picture the page shows
        let bracketed = facts.shape.first == '('
            && facts.shape.last == ')'
            && facts.shape.words <= 4
            && facts.shape.words == facts.shape.capitalised;
        if bracketed && facts.told.credit_maybe && title.is_some_and(|title| row > title) {
            put(states, row, Part::Credit);
        } else if (facts.told.by_whole || facts.told.by_part && facts.shape.chars < 140) && near(REACH) {
            put(states, row, Part::Byline);
        } else if (facts.told.timestamp_whole || facts.told.timestamp_part && facts.told.timestamp_labelled)
            && near(REACH)
            || facts.told.timestamp_part && facts.shape.chars < 100 && near(4) && !facts.shape.prose && !tells(facts)
        {
            put(states, row, Part::Timestamp);
        }
    }
}

/// Names or times under headlines of their own that make a list, at least.
const MANY: usize = 2;

/// Names and times of other stories: lists of them, above this one and below, set each under its own headline.
pub(super) fn of_others(
    text: &Text<'_>,
    rows: &[Row],
    paste: &Paste,
    states: &mut [usize],
    title: Option<usize>,
    lede: Option<usize>,
) {
    let Some(lede) = lede else { return };
    let head = |row: usize| title.is_some_and(|title| title < row) && row < lede;
    let told = |row: usize| &paste.facts[row].told;
    let signs = |row: usize| told(row).by_whole || told(row).names_alone || told(row).timestamp_whole;
    // the headline it stands under
    let other = |row: usize| {
        // a name and a time can stand under one headline
        let above = (row.saturating_sub(2)..row).rev().find(|&above| !signs(above)).filter(|_| !head(row));
        above.filter(|&above| {
            let (facts, slice) = (&paste.facts[above], text.slice(rows[above].span));
            let again = title.is_some_and(|title| slice.eq_ignore_ascii_case(text.slice(rows[title].span)));
            let kin = &facts.kin;
            let this = again || kin.has_title_line || kin.is_title_line || kin.held || kin.holds_other;
            let of_page = facts.phrases.share_row || facts.phrases.nav_row || facts.told.timestamp_relative;
            Some(above) != title && facts.shape.like_headline && !(facts.flows() || this || of_page)
        })
    };
    for part in [Part::Byline, Part::Timestamp] {
        let found: Vec<usize> = (0..states.len()).filter(|&row| is(states, row, part)).collect();
        let (others, own): (Vec<usize>, Vec<usize>) = found.into_iter().partition(|&row| other(row).is_some());
        // a single one may be this story's, whose headline was not seen for what it is; so may a time where there is no other
        let list = others.len() >= MANY && (part == Part::Byline || own.iter().any(|&row| row < lede));
        if list || own.into_iter().any(head) {
            for row in others {
                put(states, row, Part::Furniture);
                // a headline with a name below it is like a caption with its credit
                if let Some(above) = other(row).filter(|&above| is(states, above, Part::Caption)) {
                    put(states, above, Part::Furniture);
                }
            }
        }
    }
}

/// Rows above a headline in which its author stands alone, at most, with a section or a time between.
const ALONE: usize = 4;

/// The author's name alone, where no row says "By": above the headline and its time, or right above the first sentence, where it
/// is not the credit of a picture without one.
pub(super) fn name_alone(
    readings: &[&Readings],
    paste: &Paste,
    states: &mut [usize],
    title: Option<usize>,
    lede: Option<usize>,
) {
    let Some((title, lede)) = title.zip(lede).filter(|(title, lede)| title < lede) else { return };
    let from = title.saturating_sub(ALONE);
    let signed = |row: usize| {
        is(states, row, Part::Byline)
            && readings[row].byline.as_ref().is_some_and(|byline| !byline.authors.is_empty() || byline.agency.is_some())
    };
    if (from..lede).any(signed) {
        return;
    }
    let free = |row: usize| {
        let facts = &paste.facts[row];
        let open = [Part::Furniture, Part::Credit, Part::Section].iter().any(|&part| is(states, row, part));
        open && facts.told.names_alone && facts.shape.given && !facts.shape.all_caps && facts.shape.words <= 4
    };
    let timed = |row: usize| (row + 1..title).any(|row| is(states, row, Part::Timestamp));
    let above = (from..title).find(|&row| free(row) && timed(row));
    let below = || {
        let before = &paste.facts[lede - 1 - usize::from(lede - 1 > title)];
        Some(lede - 1).filter(|&row| row > title + 1 && free(row) && before.told.credit_tail)
    };
    if let Some(row) = above.or_else(below) {
        put(states, row, Part::Byline);
    }
}

/// A date or a byline between headline and first sentence that the model took for the story's first heading.
pub(super) fn above_first(
    text: &Text<'_>,
    rows: &[Row],
    readings: &[&Readings],
    paste: &Paste,
    states: &mut [usize],
    title: Option<usize>,
) {
    let Some(title) = title else { return };
    for row in title + 1..states.len().min(title + 1 + REACH) {
        let facts = &paste.facts[row];
        if facts.flows() {
            return;
        }
        let told = &facts.told;
        let dated = told.timestamp_whole || told.timestamp_part && facts.shape.words <= DATED && !tells(facts);
        let slice = text.slice(rows[row].span);
        let desk = || facts.shape.words <= DATED && byline::is_desk(slice) && !is_section(slice);
        // `ada quill` alone; `Ada Quill in Oslo and Tom Rook in Rome` is too long for a name, and for nothing else
        let small = || !slice.contains(char::is_uppercase);
        let whole = || readings[row].byline.as_ref().is_some_and(|byline| byline.whole);
        let filed = told.names_alone && whole() && (small() || facts.shape.words >= FILED);
        let open = is(states, row, Part::Text) || filed && is(states, row, Part::Standfirst);
        if open && (dated || told.by_whole || filed || desk()) {
            let part = if dated { Part::Timestamp } else { Part::Byline };
            let state = STATES.iter().position(|&state| state == (Zone::Head, part));
            states[row] = state.unwrap_or(states[row]);
        }
    }
}

/// Words of a row that names authors and where each of them is, at least.
const FILED: usize = 5;

/// Words of a row with a date in it that is no sentence, at most.
const DATED: usize = 10;

/// Whether a row with a date in it tells what happened then: a caption.
fn tells(facts: &Facts) -> bool {
    facts.shape.last == '.' && facts.shape.words >= 9 && facts.shape.function >= 2
}

/// An agency's name alone below the headline is the byline, where no caption takes it for its credit.
pub(super) fn agency_bylines(paste: &Paste, states: &mut [usize], title: Option<usize>) {
    let Some(title) = title else { return };
    for row in title + 1..(title + 5).min(states.len()) {
        let caption = |row: usize| row < states.len() && is(states, row, Part::Caption);
        // a credit can be above its caption, unless the caption has one
        let free = !caption(row - 1) && (!caption(row + 1) || paste.facts[row + 1].told.credit_tail);
        if paste.facts[row].told.agency_alone && is(states, row, Part::Credit) && free {
            put(states, row, Part::Byline);
        }
    }
}

/// Words of a stand-first, at least.
const STANDFIRST: usize = 6;

/// The row right below the headline that is neither the page's nor the story's, above byline, date or dateline: it says what the
/// story is about. So does one that was taken for a byline and names nobody.
pub(super) fn standfirst_below(readings: &[&Readings], paste: &Paste, states: &mut [usize], title: Option<usize>) {
    let Some(row) = title.map(|title| title + 1).filter(|row| row + 1 < states.len()) else { return };
    let (facts, next) = (&paste.facts[row], &paste.facts[row + 1]);
    let told = &facts.told;
    let nobody = is(states, row, Part::Byline) && readings[row].byline.is_none() && readings[row].times.is_none();
    let signed = [Part::Byline, Part::Timestamp, Part::Dateline].iter().any(|&part| is(states, row + 1, part));
    let told_below = is(states, row + 1, Part::Text);
    let above = signed || told_below && next.told.dateline > 1;
    // nothing has been told yet that a crosshead could part from what comes next
    let first = is(states, row, Part::Text)
        && !facts.flows()
        && facts.shape.last.is_alphanumeric()
        && told_below
        && next.flows()
        && !next.kin.like_neighbour;
    let sentence = facts.shape.words >= STANDFIRST
        && facts.shape.chars >= 30
        && facts.shape.function > 0
        && facts.shape.last != ':'
        && !facts.is_of_page()
        && facts.phrases.legal == 0
        && !facts.phrases.note_start
        && facts.kin.repeats == 1
        && !(told.timestamp_part || told.credit_sure || told.credit_tail || told.contributors || told.agency_alone);
    if sentence && (nobody || first || above && is(states, row, Part::Furniture)) {
        put(states, row, Part::Standfirst);
    }
}

/// A dateline on a row of its own, right above the lede: wire copy sets it so, web pages seldom do.
pub(super) fn dateline_above(paste: &Paste, states: &mut [usize], lede: usize) {
    let above = lede.checked_sub(1).filter(|&row| paste.facts[row].told.dateline_own_line);
    // no headline ends with a dash
    let dash = |row: usize| matches!(paste.facts[row].shape.last, '-' | '–' | '—' | '_');
    if let Some(row) = above.filter(|&row| !is(states, row, Part::Headline) || dash(row)) {
        put(states, row, Part::Dateline);
    }
}

/// The name of a section right above the headline or its date, where nothing else is one.
pub(super) fn section_above(
    text: &Text<'_>,
    rows: &[Row],
    readings: &[&Readings],
    states: &mut [usize],
    title: Option<usize>,
) {
    let Some(title) = title else { return };
    let near = title.saturating_sub(3)..title;
    if near.clone().any(|row| is(states, row, Part::Section)) {
        return;
    }
    for row in near.rev() {
        let slice = text.slice(rows[row].span);
        let free = is(states, row, Part::Furniture) || is(states, row, Part::Text);
        if free && is_section(slice) {
            put(states, row, Part::Section);
        } else if !is(states, row, Part::Timestamp) && readings[row].label.is_none() {
            return;
        }
    }
}

/// The section between headline and date, where the model took it for a crosshead of the story.
pub(super) fn section_below(text: &Text<'_>, rows: &[Row], states: &mut [usize], title: Option<usize>) {
    let Some(row) = title.map(|title| title + 1).filter(|row| row + 1 < rows.len()) else { return };
    let above_head = [Part::Timestamp, Part::Byline].iter().any(|&part| is(states, row + 1, part));
    if above_head && is(states, row, Part::Text) && is_section(text.slice(rows[row].span)) {
        put(states, row, Part::Section);
    }
}

/// `Published` on a row of its own, over the date.
pub(super) fn labels_of_times(readings: &[&Readings], paste: &Paste, states: &mut [usize]) {
    for (row, own) in readings.iter().enumerate().take(states.len().saturating_sub(1)) {
        let stamp = paste.facts[row + 1].told.timestamp_whole && is(states, row + 1, Part::Timestamp);
        if stamp && own.label.is_some() {
            put(states, row, Part::Timestamp);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Offsets, Options, Role, parse};

    #[test]
    fn nothing_is_parted_from_what_comes_next_before_the_first_sentence() {
        for deck in [
            "The harbour master talks to Mira Rook about walking away from the sea",
            "How a town that lives on herring learned to do without a pier",
            "What the board knew and when it told the men who mend nets there",
            "A walk along the quay with the woman who closed it for good",
            "Three engineers on the planks that nobody had looked at since 1961",
        ] {
            let source = format!(
                "‘I never wanted to be harbour master’\n\n{deck}\n\nAda Quill has not slept on land for eleven years. When she comes up \
                 the quay she is carrying a bag of lemons and a lamp.\n\nThe harbour board voted Friday to close the old pier, its \
                 chairwoman told reporters.\n\nEngineers found cracks in it, she said, and nobody wants to wait until it falls.\n"
            );
            let standfirst = parse(&source, &Options::default()).head.standfirst.map(|standfirst| standfirst.text);
            assert_eq!(standfirst.as_deref(), Some(deck), "{source}");
        }
    }

    const STORY: &str = "The harbour board voted Friday to close the old pier, its chairwoman told reporters at the quay.\n\n\
        Engineers found cracks in it, she said, and nobody wants to wait until the first plank falls.\n\n\
        Ferries will leave from the coal wharf until the repairs are done, which is to take nine months.\n";

    fn authors(source: &str) -> Vec<String> {
        parse(source, &Options::default()).head.bylines.into_iter().map(|byline| byline.name).collect()
    }

    #[test]
    fn other_stories_above_and_below_have_authors_of_their_own() {
        let others = [
            "Latest\nBridge tolls to rise again next month\nBy Gavin Strake\nQuiz: how well do you know your boats?\nBy Una Bell\nTown hall \
             clock runs backwards\nBy Carl Moss\n",
            "Most read\nBridge tolls to rise again next month\nBy Gavin Strake\n2 May 2021\nTown hall clock runs backwards\nBy Carl \
             Moss\n1 May 2021\n",
            "News\nMost read\nCouncil tax to rise again in April\nBy Gavin Strake\nBus drivers to strike over rota\nBy Una Bell\n",
            "Trending\nTown hall clock runs backwards\nBy Carl Moss\nBridge tolls to rise again next month\nBy Gavin Strake\n",
        ];
        for others in others {
            for byline in ["By Ada Quill", "Ada Quill"] {
                let page =
                    format!("Ardmouth closes its oldest pier for nine months\n{byline}\n3 May 2021\nShare\n\n{STORY}");
                for source in [format!("{others}News\n{page}"), format!("{page}\n{others}")] {
                    assert_eq!(authors(&source), ["Ada Quill"], "{source}");
                    assert!(parse(&source, &Options::default()).head.images.is_empty(), "{source}");
                    let published = parse(&source, &Options::default()).head.published.map(|stamp| stamp.value);
                    assert_eq!(published.as_deref(), Some("2021-05-03"), "{source}");
                }
            }
            assert!(
                authors(&format!("Ardmouth closes its oldest pier for nine months\n3 May 2021\n\n{STORY}\n{others}"))
                    .is_empty()
            );
        }
    }

    #[test]
    fn who_wrote_it_stands_above_the_first_sentence() {
        let title = "Ardmouth closes its oldest pier for nine months";
        for (row, names) in [
            ("ada quill", &["ada quill"][..]),
            ("by ada quill and tom rook", &["ada quill", "tom rook"]),
            ("Ada Quill in Oslo, Tom Rook in Rome and Amy Hale in Lisbon", &["Ada Quill", "Tom Rook", "Amy Hale"]),
            ("Ada Quill for the Harbour Echo", &["Ada Quill"]),
            ("Our Bureau", &[]),
            ("News Desk", &[]),
            ("Editorial", &[]),
            ("From our correspondent in Oslo", &[]),
            ("Special to the Harbour Echo", &[]),
        ] {
            let source = format!("{title}\n\n{row}\n\n{STORY}");
            let article = parse(&source, &Options::new().with_offsets(Offsets::Utf8));
            assert_eq!(authors(&source), names, "{row}");
            let role = article.blocks.iter().find(|block| block.span.of(&source) == row).map(|block| block.role);
            assert!(
                !matches!(role, None | Some(Role::Paragraph | Role::Crosshead | Role::Headline | Role::Standfirst)),
                "{row}: {role:?}"
            );
        }
    }

    #[test]
    fn the_author_stands_alone_above_headline_and_time() {
        for head in [
            "Save this story\nAda Quill\nBusiness\nMay 3, 2021 2:32 pm\nArdmouth closes its oldest pier for nine months\nSave this story",
            "Carl Moss\nNews\nMay 3, 2021 2:32 pm\nArdmouth closes its oldest pier for nine months\nSave",
        ] {
            let name = if head.contains("Ada") { "Ada Quill" } else { "Carl Moss" };
            assert_eq!(authors(&format!("Skip to main content\n{head}\n\n{STORY}")), [name], "{head}");
        }
    }
}
