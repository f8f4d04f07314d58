//! Settling: what the grammars are sure of stands, whatever the model has seen of other pages.
//!
//! The model weighs rows by its experience with other publishers. A row that begins with "By" and two
//! names, a full date alone on its row, `(Reporting by …)` or `© 2024 …` needs no such experience once
//! it is known where the headline and the story are.

use super::facts::{Facts, Paste};
use super::states::{Part, STATES, Zone};

/// Rows above the headline and below it that can belong to the head.
const REACH: usize = 14;

/// Sets right the rows whose grammar is sure.
pub(crate) fn settle(paste: &Paste, states: &mut [usize]) {
    let title = states.iter().position(|&state| STATES[state].0 == Zone::Title);
    let text = |state: &usize| STATES[*state].1 == Part::Text;
    let (lede, last) = (states.iter().position(text), states.iter().rposition(text));
    plain_text(paste, states);
    if let Some(lede) = lede {
        dateline_above(paste, states, lede);
    }
    near_head(paste, states, title, lede);
    around_story(paste, states, title.or(lede), last);
}

/// The state of a row that is nothing to read: in a paste of more rows than any article has, one with no
/// sentence near it. Without this, a list of millions of names would be millions of paragraphs.
pub(crate) fn left_out() -> usize {
    STATES.iter().position(|&state| state == (Zone::Before, Part::Furniture)).unwrap_or(0)
}

fn is(states: &[usize], row: usize, part: Part) -> bool {
    STATES[states[row]].1 == part
}

/// A text with next to nothing of a page around it has no furniture: what looks out of place in it
/// (a signature, a verse, a line of dialogue) is still the writer's.
fn plain_text(paste: &Paste, states: &mut [usize]) {
    let of_page = |facts: &Facts| {
        facts.share_row
            || facts.nav_row
            || facts.promo_start
            || facts.legal >= 2
            || facts.copyright
            || facts.timestamp_relative
            || facts.repeats_neighbour
            || facts.like_neighbour
            || facts.has_title_line
    };
    let signs = paste.facts.iter().filter(|facts| of_page(facts)).count();
    if signs > 2 || signs * 20 > paste.facts.len() {
        return;
    }
    // an expression or a line alone: nothing says that it is anything but text
    let bare =
        paste.facts.len() <= 3 && !states.iter().any(|&state| matches!(STATES[state].1, Part::Text | Part::Headline));
    for (row, facts) in paste.facts.iter().enumerate() {
        if bare && !facts.url_whole && !facts.signoff_whole {
            put(states, row, Part::Text);
        }
        let plain = !of_page(facts) && !facts.url_whole && facts.words > 0;
        if is(states, row, Part::Furniture) && plain {
            put(states, row, Part::Text);
        }
    }
}

/// A dateline on a row of its own, right above the lede: wire copy sets it so, web pages seldom do.
fn dateline_above(paste: &Paste, states: &mut [usize], lede: usize) {
    let above = lede.checked_sub(1).filter(|&row| paste.facts[row].dateline_own_line);
    if let Some(row) = above.filter(|&row| !is(states, row, Part::Headline)) {
        put(states, row, Part::Dateline);
    }
}

/// Bylines, timestamps and counts, by where headline and lede stand.
fn near_head(paste: &Paste, states: &mut [usize], title: Option<usize>, lede: Option<usize>) {
    let from = title.or(lede).unwrap_or(0).saturating_sub(REACH);
    let to = lede.or(title).map_or(0, |row| row + 2).min(states.len());
    for row in from..to {
        let facts = &paste.facts[row];
        // other stories' times and authors stand among links, away from headline and lede
        let near = |limit: usize| {
            title.is_some_and(|title| row.abs_diff(title) <= limit)
                || lede.is_some_and(|lede| row < lede && lede - row <= limit)
        };
        if [Part::Text, Part::Headline, Part::Dateline].iter().any(|&part| is(states, row, part)) {
            continue;
        }
        if (facts.by_whole || facts.by_part && facts.chars < 140) && near(REACH) {
            put(states, row, Part::Byline);
        } else if (facts.timestamp_whole || facts.timestamp_part && facts.timestamp_labelled) && near(REACH)
            || facts.timestamp_part && facts.chars < 100 && near(4) && !facts.prose
        {
            put(states, row, Part::Timestamp);
        } else if facts.number.is_some() && title.is_some_and(|title| row < title && title - row <= 3) && row < 6 {
            put(states, row, Part::Counter);
        }
    }
    // names without "By": beside the times, or named again where the author is introduced
    let named = (from..to).any(|row| is(states, row, Part::Byline) && !paste.facts[row].agency_alone);
    if named {
        return;
    }
    let timed = |row: usize| {
        let stamp = |facts: &Facts| facts.timestamp_whole || facts.timestamp_relative || facts.timestamp_part;
        (row.saturating_sub(3)..(row + 4).min(paste.facts.len())).any(|other| stamp(&paste.facts[other]))
    };
    let candidate = |row: &usize| {
        let (row, facts) = (*row, &paste.facts[*row]);
        let kept = [Part::Text, Part::Headline, Part::Caption, Part::Dateline];
        let free = !kept.iter().any(|&part| is(states, row, part));
        let known = facts.nav_row || facts.share_row || facts.promo_start || facts.legal > 0;
        facts.names_alone && free && !known && facts.chars < 120
    };
    // below the headline first: above it stand the page's own sections
    let below = title.map_or(from, |title| title + 1);
    let alone = (below..to)
        .filter(&candidate)
        .find(|&row| timed(row) || paste.facts[row].repeats > 1)
        .or_else(|| (from..below).rev().filter(&candidate).find(|&row| timed(row) && paste.facts[row].repeats > 1))
        .or_else(|| (below..to.min(below + 2)).filter(&candidate).find(|_| title.is_some()));
    if let Some(row) = alone {
        put(states, row, Part::Byline);
    }
}

/// Captions, credits, contributors, notes and what closes the story.
fn around_story(paste: &Paste, states: &mut [usize], first: Option<usize>, last: Option<usize>) {
    let (Some(first), Some(last)) = (first, last) else { return };
    for row in first..states.len() {
        let facts = &paste.facts[row];
        let inside = row <= last + 4;
        let text = is(states, row, Part::Text);
        let loose =
            is(states, row, Part::Furniture) || is(states, row, Part::Standfirst) || is(states, row, Part::Note);
        if facts.contributors && row + 4 > last && row <= last + 8 {
            put(states, row, Part::Contributors);
        } else if facts.signoff_whole && row + 1 > last && inside && !facts.share_row {
            put(states, row, Part::Signoff);
        } else if facts.copyright && !text && row > last {
            put(states, row, Part::Copyright);
        } else if facts.note_start && facts.chars >= 25 && inside && (!text || row == last || row == first + 1) {
            put(states, row, Part::Note);
        } else if facts.credit_sure && inside && (loose || text && facts.chars < 80) {
            put(states, row, Part::Credit);
        } else if (facts.credit_tail || facts.caption_start) && inside && loose && row != first && facts.chars >= 30 {
            put(states, row, Part::Caption);
        } else if facts.tags_start && row > last && inside && facts.commas > 0 {
            put(states, row, Part::Tags);
        } else if facts.promo_start
            && text
            && facts.chars < 110
            && !facts.said
            && row != last
            && !matches!(facts.last, '.' | '”' | '"')
        {
            put(states, row, Part::Furniture);
        }
    }
}

/// Gives the row the state of `part` in its zone, or in whichever zone has such a part.
fn put(states: &mut [usize], row: usize, part: Part) {
    let zone = STATES[states[row]].0;
    let zone = if zone == Zone::Title { Zone::Head } else { zone };
    let state = STATES
        .iter()
        .position(|&(other, of)| other == zone && of == part)
        .or_else(|| STATES.iter().position(|&(_, of)| of == part));
    if let Some(state) = state {
        states[row] = state;
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, Role, parse};

    const STORY: &str = "The harbour board voted Friday to close the old pier, its chairwoman said.\n\n\
                         Engineers found cracks in it, she told reporters at the quay.\n\n\
                         Ferries will leave from the coal wharf until the repairs are done.\n";

    #[test]
    fn a_dateline_on_a_row_of_its_own() {
        for (head, places, times) in [
            ("ARDMOUTH, August 7 (Xinhua) --\n\n", "ARDMOUTH", 2),
            ("WASHINGTON, August 7 (Xinhua) --\n\n", "WASHINGTON", 2),
            ("ARDMOUTH (AP) --\n\n", "ARDMOUTH", 1),
            ("ARDMOUTH _\n\n", "ARDMOUTH", 1),
            ("Pier at Ardmouth to close\n\nBy Ada Quill\n\nARDMOUTH, Aug. 7 (AP) _\n\n", "ARDMOUTH", 2),
        ] {
            let article = parse(&format!("{head}{STORY}"), &Options::default());
            let dateline = article.head.dateline.unwrap_or_else(|| panic!("no dateline in {head}"));
            assert_eq!(dateline.places[0].name, places, "{head}");
            assert_eq!(article.times.len(), times, "{head}");
            let paragraphs = article.blocks.iter().filter(|block| block.role == Role::Paragraph).count();
            assert_eq!(paragraphs, 3, "{head}");
        }
    }
}
