//! Settling: what is sure holds, whatever the model has seen on other pages.
//!
//! Before the model decides, [`constrain`] takes from it what cannot be: a mail's header fields are not the story,
//! a live blog's headline is not among its posts. After it, [`settle`] sets right the rows whose
//! grammar is sure once it is known where the headline and the story are: `By` and two names, a full date
//! alone on its row, `(Reporting by …)`, `© 2024 …`. One file for each kind of page or place in it.
//!
//! A rule here is true of a convention that can be named, or has fired rightly on two unrelated publishers.

mod after;
mod boxes;
mod chat;
mod credits;
mod head;
mod inside;
mod live;
mod mail;
mod plain;
mod release;
mod title;
mod untitled;

pub(crate) use live::is_clock;

use super::facts::Paste;
use super::features::Table;
use super::readings::Readings;
use super::rows::Row;
use super::states::{Part, STATES, Zone};
use crate::text::Text;

/// Takes from the rows in `table` the states that the kind of page rules out.
pub(crate) fn constrain(text: &Text<'_>, rows: &[Row], paste: &Paste, table: &mut Table) {
    chat::constrain(text, rows, paste, table);
    boxes::constrain(text, rows, paste, table);
    mail::constrain(text, rows, paste, table);
    live::constrain(text, rows, paste, table);
    credits::constrain(paste, table);
}

/// Sets right the rows whose grammar is sure; `table` knows what [`constrain`] took from them, `leads` how sure the model
/// was of what it decided.
pub(crate) fn settle(
    text: &Text<'_>,
    rows: &[Row],
    readings: &[&Readings],
    paste: &Paste,
    table: &Table,
    leads: impl FnOnce() -> Vec<i32>,
    states: &mut [usize],
) {
    let title = states.iter().position(|&state| STATES[state].0 == Zone::Title);
    let running = |state: &usize| STATES[*state].1 == Part::Text;
    let lede = states.iter().position(running);
    plain::lines(paste, states, title, table, leads);
    credits::captions(paste, states);
    let title = title.or_else(|| live::headline(text, rows, paste, states));
    let title = title.or_else(|| untitled::headline(text, rows, paste, table, states));
    after::lists(paste, states);
    inside::links(text, rows, paste, states);
    inside::asides(paste, states);
    inside::heard(text, rows, readings, states);
    let last = states.iter().rposition(running);
    let title = title.map(|title| title::settled(text, rows, paste, states, title));
    let title = title.map(|title| title::in_two_rows(text, rows, paste, states, title));
    head::above_first(text, rows, readings, paste, states, title);
    if let Some(lede) = lede {
        head::dateline_above(paste, states, lede);
    }
    head::times_and_names(paste, states, title, lede);
    head::of_others(text, rows, paste, states, title, lede);
    head::name_alone(readings, paste, states, title, lede);
    head::agency_bylines(paste, states, title);
    credits::labels(text, rows, states);
    credits::above_captions(paste, states);
    head::standfirst_below(readings, paste, states, title);
    head::section_above(text, rows, readings, states, title);
    head::section_below(text, rows, states, title);
    head::labels_of_times(readings, paste, states);
    after::around_story(paste, states, title.or(lede), last);
    if let Some((first, last)) = states.iter().position(running).zip(last) {
        inside::quoted(paste, states, first, last);
        inside::author_below(text, rows, readings, paste, states, first);
    }
    if let Some(last) = last {
        after::biographies(text, rows, paste, states, last);
        after::topics(text, rows, paste, states, last);
    }
    if let Some(lede) = lede {
        release::contacts(text, rows, paste, states, lede);
        release::headings(text, rows, paste, states, lede);
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

/// Gives the row the state of `part` in its zone, or in the first zone that has such a part.
pub(super) fn put(states: &mut [usize], row: usize, part: Part) {
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

    /// A page around the story, with `above` over the byline and `below` after the last paragraph.
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
        let page = include_str!("../../../tests/fixtures/broadsheet-select-all/article.txt");
        let article = crate::parse(page, &crate::Options::default());
        assert_eq!(article.head.headline.unwrap().text, "Village buys its own bus after last route is cut");
    }
}
