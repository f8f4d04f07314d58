//! Settling: what the grammars are sure of stands, whatever the model has seen of other pages.
//!
//! The model weighs rows by its experience with other publishers. A row that begins with "By" and two
//! names, a full date alone on its row, `(Reporting by …)` or `© 2024 …` needs no such experience once
//! it is known where the headline and the story are.

use super::facts::{Facts, Paste};
use super::names;
use super::readings::Readings;
use super::rows::Row;
use super::states::{Part, STATES, Zone};
use crate::text::Text;
use crate::text::words::WordList;

/// Rows above the headline and below it that can belong to the head.
const REACH: usize = 14;

/// Sets right the rows whose grammar is sure.
pub(crate) fn settle(text: &Text<'_>, rows: &[Row], readings: &[&Readings], paste: &Paste, states: &mut [usize]) {
    let title = states.iter().position(|&state| STATES[state].0 == Zone::Title);
    let running = |state: &usize| STATES[*state].1 == Part::Text;
    let lede = states.iter().position(running);
    plain_text(paste, states, title);
    contributors_close(paste, states);
    lists_behind(paste, states);
    let last = states.iter().rposition(running);
    let title = title.map(|title| settled_title(text, rows, paste, states, title));
    if let Some(lede) = lede {
        dateline_above(paste, states, lede);
    }
    near_head(paste, states, title, lede);
    agency_bylines(paste, states, title);
    section_above(text, rows, readings, states, title);
    labels_of_times(readings, paste, states);
    around_story(paste, states, title.or(lede), last);
    if let Some(last) = last {
        biographies(text, rows, paste, states, last);
        topics(text, rows, paste, states, last);
    }
}

/// The state of a row that is nothing to read: in a paste of more rows than any article has, one with no
/// sentence near it. Without this, a list of millions of names would be millions of paragraphs.
pub(crate) fn left_out() -> usize {
    STATES.iter().position(|&state| state == (Zone::Before, Part::Furniture)).unwrap_or(0)
}

fn is(states: &[usize], row: usize, part: Part) -> bool {
    STATES[states[row]].1 == part
}

/// Which row is the headline, where the model's choice cannot be: the last of a breadcrumb that repeats
/// it, or a point of the summary that market reports set below it.
fn settled_title(text: &Text<'_>, rows: &[Row], paste: &Paste, states: &mut [usize], title: usize) -> usize {
    let slice = |row: usize| text.slice(rows[row].span);
    if title + 1 < rows.len() && is(states, title + 1, Part::Standfirst) && slice(title) == slice(title + 1) {
        let headline = states[title];
        put(states, title, Part::Furniture);
        states[title + 1] = headline;
        return title + 1;
    }
    // a picture's alternative text above the headline, which alone the page repeats
    let again = |row: &usize| {
        let facts = &paste.facts[*row];
        facts.shape.headline_shape
            && facts.kin.repeats > 1
            && !facts.kin.like_neighbour
            && is(states, *row, Part::Furniture)
    };
    if paste.facts[title].kin.repeats == 1
        && title + 1 < rows.len()
        && is(states, title + 1, Part::Caption)
        && let Some(below) = (title + 2..(title + 5).min(rows.len())).find(again)
    {
        states[below] = states[title];
        put(states, title, Part::Caption);
        return below;
    }
    let bullet = |row: usize| slice(row).starts_with(['*', '•']);
    let above = (0..title).rev().find(|&row| !bullet(row));
    match above.filter(|&above| bullet(title) && title - above <= 6 && paste.facts[above].shape.headline_shape) {
        Some(above) => {
            states[above] = states[title];
            (above + 1..=title).for_each(|row| put(states, row, Part::Text));
            above
        }
        None => title,
    }
}

/// Whether the row is one that pages have and plain copy has not.
fn of_page(facts: &Facts) -> bool {
    facts.phrases.share_row
        || facts.phrases.nav_row
        || facts.phrases.promo_start
        || facts.phrases.legal >= 2
        || facts.phrases.copyright
        || facts.told.timestamp_relative
        || facts.kin.repeats_neighbour
        || facts.kin.like_neighbour
        || facts.kin.has_title_line
}

/// A text with next to nothing of a page around it has no furniture: what looks out of place in it
/// (a signature, a verse, a line of dialogue) is still the writer's.
fn plain_text(paste: &Paste, states: &mut [usize], title: Option<usize>) {
    let signs = paste.facts.iter().filter(|facts| of_page(facts)).count();
    if signs > 2 || signs * 20 > paste.facts.len() {
        return;
    }
    // a line alone that is set like a headline
    if let [facts] = &paste.facts[..]
        && facts.shape.headline_shape
        && facts.shape.words >= 5
        && facts.shape.first.is_uppercase()
        && facts.shape.last.is_alphanumeric()
        && is(states, 0, Part::Text)
    {
        put(states, 0, Part::Headline);
        return;
    }
    // an expression or a line alone: nothing says that it is anything but text
    let bare =
        paste.facts.len() <= 3 && !states.iter().any(|&state| matches!(STATES[state].1, Part::Text | Part::Headline));
    for (row, facts) in paste.facts.iter().enumerate() {
        if bare && !facts.shape.url_whole && !facts.told.signoff_whole {
            put(states, row, Part::Text);
        }
        let plain = !of_page(facts) && !facts.shape.url_whole && facts.shape.words > 0;
        if is(states, row, Part::Furniture) && plain {
            // what stands above a headline is no running text
            let above = title.is_some_and(|title| row < title && title - row <= 3) && facts.shape.words <= 5;
            let path = facts.shape.arrow || facts.shape.all_caps && facts.shape.words > 0 && facts.shape.chars > 3;
            put(states, row, if above && path && facts.shape.chars <= 40 { Part::Section } else { Part::Text });
        }
    }
}

/// Who else reported stands behind the story: running text that follows, less of it than went before,
/// is the page's.
fn contributors_close(paste: &Paste, states: &mut [usize]) {
    let chars = |range: std::ops::Range<usize>, states: &[usize]| -> usize {
        range.filter(|&row| is(states, row, Part::Text)).map(|row| paste.facts[row].shape.chars).sum()
    };
    let Some(row) = (1..states.len()).find(|&row| paste.facts[row].told.contributors) else { return };
    let (before, after) = (chars(0..row, states), chars(row + 1..states.len(), states));
    let page = paste.facts[row..].iter().filter(|facts| of_page(facts)).count() > 2;
    if page && before > 2 * after && before > 400 {
        for behind in row + 1..states.len() {
            if is(states, behind, Part::Text) {
                put(states, behind, Part::Furniture);
            }
        }
    }
}

/// An agency's name alone below the headline is the byline, where no caption takes it for its credit.
fn agency_bylines(paste: &Paste, states: &mut [usize], title: Option<usize>) {
    let Some(title) = title else { return };
    for row in title + 1..(title + 5).min(states.len()) {
        let caption = |row: usize| row < states.len() && is(states, row, Part::Caption);
        // a credit can stand above its caption, unless the caption has one
        let free = !caption(row - 1) && (!caption(row + 1) || paste.facts[row + 1].told.credit_tail);
        if paste.facts[row].told.agency_alone && is(states, row, Part::Credit) && free {
            put(states, row, Part::Byline);
        }
    }
}

/// A list under a label of the page ("Most read") behind the last paragraph is the page's, not the
/// story's.
fn lists_behind(paste: &Paste, states: &mut [usize]) {
    let Some(last) = (0..states.len()).rev().find(|&row| paste.facts[row].shape.prose && is(states, row, Part::Text))
    else {
        return;
    };
    let label = |facts: &Facts| facts.shape.words <= 4 && (facts.phrases.nav_row || facts.phrases.promo_start);
    let Some(label) = (last + 1..states.len()).find(|&row| label(&paste.facts[row])) else { return };
    for row in label..states.len() {
        if is(states, row, Part::Text) && !paste.facts[row].flows() {
            put(states, row, Part::Furniture);
        }
    }
}

/// A dateline on a row of its own, right above the lede: wire copy sets it so, web pages seldom do.
fn dateline_above(paste: &Paste, states: &mut [usize], lede: usize) {
    let above = lede.checked_sub(1).filter(|&row| paste.facts[row].told.dateline_own_line);
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
        } else if facts.shape.number.is_some() && title.is_some_and(|title| row < title && title - row <= 3) && row < 6
        {
            put(states, row, Part::Counter);
        }
    }
    // names without "By": beside the times, or named again where the author is introduced
    let named = (from..to).any(|row| is(states, row, Part::Byline) && !paste.facts[row].told.agency_alone);
    if named {
        return;
    }
    let timed = |row: usize| {
        let stamp =
            |facts: &Facts| facts.told.timestamp_whole || facts.told.timestamp_relative || facts.told.timestamp_part;
        (row.saturating_sub(3)..(row + 4).min(paste.facts.len())).any(|other| stamp(&paste.facts[other]))
    };
    let candidate = |row: &usize| {
        let (row, facts) = (*row, &paste.facts[*row]);
        let kept = [Part::Text, Part::Headline, Part::Caption, Part::Dateline];
        let free = !kept.iter().any(|&part| is(states, row, part));
        let known =
            facts.phrases.nav_row || facts.phrases.share_row || facts.phrases.promo_start || facts.phrases.legal > 0;
        facts.told.names_alone && free && !known && facts.shape.chars < 120
    };
    // below the headline first: above it stand the page's own sections
    let below = title.map_or(from, |title| title + 1);
    let alone = (below..to)
        .filter(&candidate)
        .find(|&row| timed(row) || paste.facts[row].kin.repeats > 1)
        .or_else(|| (from..below).rev().filter(&candidate).find(|&row| timed(row) && paste.facts[row].kin.repeats > 1))
        .or_else(|| (below..to.min(below + 2)).filter(&candidate).find(|_| title.is_some()));
    if let Some(row) = alone {
        put(states, row, Part::Byline);
    }
}

/// Whether a row with a date in it tells what happened then: a caption.
fn tells(facts: &Facts) -> bool {
    facts.shape.last == '.' && facts.shape.words >= 9 && facts.shape.function >= 2
}

/// Names of a newspaper's sections.
static SECTIONS: WordList = WordList::new(include_str!("sections.txt"));

/// Whether `slice` is the name of a section.
pub(crate) fn is_section(slice: &str) -> bool {
    SECTIONS.has(slice.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// The name of a section right above the headline or its date, where nothing else is one.
fn section_above(text: &Text<'_>, rows: &[Row], readings: &[&Readings], states: &mut [usize], title: Option<usize>) {
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

/// `Published` on a row of its own, over the date.
fn labels_of_times(readings: &[&Readings], paste: &Paste, states: &mut [usize]) {
    for row in 0..states.len().saturating_sub(1) {
        let stamp = paste.facts[row + 1].told.timestamp_whole && is(states, row + 1, Part::Timestamp);
        if stamp && readings[row].label.is_some() {
            put(states, row, Part::Timestamp);
        }
    }
}

/// Who the author is, behind the story: `NAME is a reporter with …`, perhaps with the name alone over it.
fn biographies(text: &Text<'_>, rows: &[Row], paste: &Paste, states: &mut [usize], last: usize) {
    for row in last..states.len().min(last + 40) {
        let facts = &paste.facts[row];
        let loose = [Part::Text, Part::Furniture, Part::Caption, Part::Standfirst, Part::Note];
        let loose = loose.iter().any(|&part| is(states, row, part));
        if !loose || facts.shape.chars < 30 || facts.shape.quotes || facts.phrases.promo_start {
            continue;
        }
        let starred = text.is_mark(rows[row].tokens.start, '*');
        let (at, end) = (rows[row].tokens.start + usize::from(starred), rows[row].tokens.end);
        if book(text.slice(rows[row].span)) {
            put(states, row, Part::Note);
        }
        let Some(name) = names::read(text, at, end).filter(|name| name.words >= 2) else { continue };
        let verb = matches!(text.word(name.next), Some("is" | "was" | "has" | "covers" | "writes" | "reports"));
        // a person whom the story is about is described there too: only a writer's trade, or an author
        let who = facts.phrases.bio && (facts.kin.of_author || row > last) || starred || trade(text, name.next, end);
        if !(verb && who) {
            continue;
        }
        put(states, row, Part::Note);
        // the name alone above it, perhaps with the links to reach the author between
        let mut above = row;
        while above > last + 1 && row - above < 7 && paste.facts[above - 1].phrases.share_row {
            above -= 1;
        }
        let heads = above.checked_sub(1).filter(|&above| above > last && is(states, above, Part::Furniture));
        if let Some(above) = heads {
            let slice = text.slice(rows[above].span);
            let start = text.slice(rows[row].span).get(..slice.len());
            if paste.facts[above].shape.words <= 4 && start.is_some_and(|start| start.eq_ignore_ascii_case(slice)) {
                put(states, above, Part::Note);
            }
        }
    }
}

/// Whether a row tells where the author's book is to be had: `… is out now (Saltmarsh Press, £16.99)`.
fn book(slice: &str) -> bool {
    let inner =
        slice.trim_end_matches('.').strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).map(|(_, inner)| inner);
    slice.len() <= 300
        && inner.is_some_and(|inner| inner.contains(", £") || inner.contains(", $") || inner.contains(", €"))
}

/// Whether the words say that somebody writes for a paper.
fn trade(text: &Text<'_>, at: usize, end: usize) -> bool {
    (at..end.min(at + 14)).any(|index| {
        matches!(
            text.word(index),
            Some("reporter" | "columnist" | "correspondent" | "journalist" | "writer" | "author")
        )
    })
}

/// Topics that a list can have at most.
const MOST_TOPICS: usize = 15;

/// `Topics`, `Related tags`, `Read more about:` and the rows of topics below.
fn topics(text: &Text<'_>, rows: &[Row], paste: &Paste, states: &mut [usize], last: usize) {
    for row in last + 1..states.len().min(last + 40) {
        let label = text.slice(rows[row].span).trim_end_matches(':');
        let label = LABELS_OF_TOPICS.iter().any(|other| label.eq_ignore_ascii_case(other));
        if !label || is(states, row, Part::Text) {
            continue;
        }
        put(states, row, Part::Furniture);
        for (below, topic) in rows.iter().enumerate().skip(row + 1).take(MOST_TOPICS) {
            let facts = &paste.facts[below];
            let known = facts.phrases.share_row
                || facts.phrases.promo_start
                || facts.phrases.legal > 0
                || facts.told.timestamp_whole
                || facts.phrases.copyright
                || facts.told.timestamp_relative
                || facts.shape.number.is_some()
                || facts.shape.url_whole;
            let short = facts.shape.words <= 4
                && facts.shape.chars <= 40
                && !matches!(facts.shape.last, '.' | '?' | '!' | ':' | '…');
            let ends = text.slice(topic.span).to_ascii_uppercase().starts_with("END OF");
            if known || !short || ends || topic.blanks > 0 && below > row + 1 {
                break;
            }
            put(states, below, Part::Tags);
        }
        return;
    }
}

/// Rows that head a list of topics and say nothing else.
const LABELS_OF_TOPICS: &[&str] = &[
    "topics",
    "tags",
    "related topics",
    "related tags",
    "explore more on these topics",
    "read more about",
    "more on these topics",
    "topics in this article",
    "filed under",
    "in this story",
    "keywords",
    "related topic tags",
];

/// Captions, credits, contributors, notes and what closes the story.
fn around_story(paste: &Paste, states: &mut [usize], first: Option<usize>, last: Option<usize>) {
    let (Some(first), Some(last)) = (first, last) else { return };
    for row in first..states.len() {
        let facts = &paste.facts[row];
        let inside = row <= last + 4;
        let text = is(states, row, Part::Text);
        let loose =
            is(states, row, Part::Furniture) || is(states, row, Part::Standfirst) || is(states, row, Part::Note);
        if facts.told.contributors && row + 4 > last && row <= last + 8 {
            put(states, row, Part::Contributors);
        } else if facts.told.signoff_whole && row + 1 > last && inside && !facts.phrases.share_row {
            put(states, row, Part::Signoff);
        } else if facts.phrases.copyright && !text && row > last {
            put(states, row, Part::Copyright);
        } else if facts.phrases.correction && row > first {
            put(states, row, Part::Note);
            // the label on a row of its own
            if facts.shape.words == 1 && row + 1 < states.len() {
                put(states, row + 1, Part::Note);
            }
        } else if facts.phrases.note_start
            && facts.shape.chars >= 25
            && inside
            && (!text || row == last || row == first + 1)
        {
            put(states, row, Part::Note);
        } else if facts.told.credit_sure && inside && (loose || text && facts.shape.chars < 80) {
            put(states, row, Part::Credit);
        } else if (facts.told.credit_tail || facts.phrases.caption_start)
            && inside
            && loose
            && row != first
            && facts.shape.chars >= 30
        {
            put(states, row, Part::Caption);
        } else if facts.phrases.tags_start && row > last && inside && facts.shape.commas > 0 {
            put(states, row, Part::Tags);
        } else if facts.phrases.promo_start
            && text
            && facts.shape.chars < 110
            && !facts.shape.said
            && row != last
            && !matches!(facts.shape.last, '.' | '”' | '"')
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

    /// A page around the story, with `above` over the byline and `below` behind the last paragraph.
    fn page(above: &str, below: &str) -> String {
        format!(
            "{above}\nBy Ada Quill\n3 May 2021\nShare\nFacebook\nTwitter\nEmail\n\n{STORY}\n{STORY}\n{below}\nRead more\nMost \
             read\nSign up for our newsletter\n© 2021 The Harbour Echo. All rights reserved.\n"
        )
    }

    fn blocks(source: &str) -> Vec<(Role, String)> {
        let options = Options { offsets: crate::Offsets::Utf8, ..Options::default() };
        let article = parse(source, &options);
        article.blocks.iter().map(|block| (block.role, block.span.of(source).to_owned())).collect()
    }

    #[test]
    fn rows_whose_wording_says_what_they_are() {
        let title = "Ardmouth closes its oldest pier for nine months";
        for (above, below, row, role) in [
            (format!("Politics\n{title}"), "", "Politics", Role::Section),
            (title.to_owned(), "Topics\nHarbours\nFerries", "Ferries", Role::Tags),
            (
                title.to_owned(),
                "Anna Quill is a reporter at the Echo.",
                "Anna Quill is a reporter at the Echo.",
                Role::EditorsNote,
            ),
            (
                title.to_owned(),
                "*Hugo Folk is the chairman of the Export Bank.",
                "*Hugo Folk is the chairman of the Export Bank.",
                Role::EditorsNote,
            ),
            (
                title.to_owned(),
                "The Quay, by Hugo Folk, is out now (Saltmarsh, £25)",
                "The Quay, by Hugo Folk, is out now (Saltmarsh, £25)",
                Role::EditorsNote,
            ),
            (format!("{title}\nPublished\n4 May 2021"), "", "Published", Role::Timestamp),
        ] {
            let blocks = blocks(&page(&above, below));
            assert!(blocks.contains(&(role, row.to_owned())), "{role:?} {row} in {blocks:#?}");
        }
    }

    #[test]
    fn the_headline_is_no_point_of_the_summary() {
        let source =
            page("MARKETS-Stocks slip as harbours close\n* Gold up 1.1% at the close\n* Piers down 3% on the day", "");
        let headlines: Vec<String> =
            blocks(&source).into_iter().filter(|(role, _)| *role == Role::Headline).map(|(_, slice)| slice).collect();
        assert_eq!(headlines, ["MARKETS-Stocks slip as harbours close"]);
    }

    #[test]
    fn alternative_text_above_the_headline_is_none() {
        let page = include_str!("../../tests/fixtures/broadsheet-select-all/article.txt");
        let article = crate::parse(page, &crate::Options::default());
        assert_eq!(article.head.headline.unwrap().text, "Village buys its own bus after last route is cut");
    }
}
