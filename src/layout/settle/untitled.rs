//! A story in which the model has found no headline, though a row stands where one does.

use super::{is, put};
use crate::layout::facts::{Facts, Paste};
use crate::layout::features::Table;
use crate::layout::rows::Row;
use crate::layout::sections::is_section;
use crate::layout::states::Part;
use crate::text::Text;

/// Rows of names, times and pictures between a headline and the first sentence, at most.
const HEAD: usize = 4;

/// Rows of a path of sections above a headline that is copied with its story, at most.
const PATH: usize = 3;

/// Words of a title, at most.
const WORDS: usize = 14;

/// Words of a title that ends with a full stop, at most.
const STOPPED: usize = 9;

/// Words of a title above a single paragraph, at least: a word or two there can be anything.
const OF_A_BRIEF: usize = 3;

/// What points of a summary begin with.
const POINTS: [char; 3] = ['*', '•', '■'];

/// The row right above the byline is the headline, whatever its words: so is the first of a text that is copied without
/// its page, set like a title above its paragraphs. A feature's title need not share a word with its story.
pub(super) fn headline(
    text: &Text<'_>,
    rows: &[Row],
    paste: &Paste,
    table: &Table,
    states: &mut [usize],
) -> Option<usize> {
    let lede = paste.facts.iter().position(Facts::flows)?;
    let told = paste.facts[lede..].iter().take(HEAD * 2).filter(|facts| facts.flows()).count();
    if lede == 0 {
        return None;
    }
    let least = if told < 2 { OF_A_BRIEF } else { 1 };
    // a title of a few words can end with a full stop, as magazines set it, where a byline stands right below
    let free = |row: usize, stopped: bool| {
        let stopped = stopped && paste.facts[row].shape.words <= STOPPED && paste.facts[row].shape.last == '.';
        let facts = &paste.facts[row];
        let slice = text.slice(rows[row].span);
        let open = [Part::Text, Part::Furniture, Part::Standfirst, Part::Section, Part::Byline, Part::Credit];
        (least..=WORDS).contains(&facts.shape.words)
            && facts.shape.chars >= 4
            && (stopped || !facts.flows())
            && !table.is_restricted(row)
            && table.permits(row, Part::Headline)
            && !facts.is_of_page()
            && !(facts.is_other_part() && facts.shape.last != '.')
            && (stopped || !matches!(facts.shape.last, '.' | ':' | ',' | ';' | '…'))
            && !facts.shape.first.is_lowercase()
            && !(facts.told.names_alone && facts.shape.given)
            && !facts.told.agency_alone
            && !facts.told.dateline_own_line
            && !facts.told.signoff_whole
            && !is_section(slice)
            && open.iter().any(|&part| is(states, row, part))
    };
    let byline = (0..lede).find(|&row| paste.facts[row].told.by_whole);
    let above = byline.and_then(|row| row.checked_sub(1)).filter(|&row| lede - row <= HEAD && free(row, true));
    let alone = || {
        let of_head = |facts: &Facts| facts.told.by_whole || facts.told.timestamp_whole || facts.told.credit_sure;
        let first = (0..lede.min(PATH)).find(|&row| free(row, false))?;
        let head = &paste.facts[first + 1..lede];
        (first == 0 && head.len() < HEAD && head.iter().all(of_head)).then_some(first)
    };
    // `* Board sets aside 12 mln pounds`: the summary of a market report stands below its headline
    let pointed = || {
        let point = |row: usize| rows.get(row).is_some_and(|row| text.slice(row.span).starts_with(POINTS));
        let first = (1..lede.min(PATH)).find(|&row| point(row)).filter(|&row| point(row + 1))?;
        Some(first - 1).filter(|&row| free(row, false) && paste.facts[row].shape.like_headline)
    };
    let title = above.or_else(alone).or_else(pointed)?;
    put(states, title, Part::Headline);
    Some(title)
}

#[cfg(test)]
mod tests {
    use crate::{Options, parse};

    const STORY: &str = "For a whole summer the clock on the lighthouse ran backwards, and boats that set their own by it came in a \
                         little earlier every night.\n\nWhen a watchmaker climbed up and took the case apart, he found a moth between \
                         two wheels, as dry as paper, and a note in pencil behind the dial.\n";

    fn headline(source: &str) -> Option<String> {
        parse(source, &Options::default()).head.headline.map(|headline| headline.text)
    }

    #[test]
    fn a_title_that_shares_no_word_with_its_story() {
        for title in
            ["Salt and Ashes", "Lost", "Who goes there?", "The long way home", "‘We were wrong’", "Never say never"]
        {
            for head in ["", "By Ada Quill\n\n", "By Ada Quill\n3 May 2021\n\n"] {
                let source = format!("{title}\n\n{head}{STORY}");
                assert_eq!(headline(&source).as_deref(), Some(title), "{source}");
            }
            let source = format!("Home\nCulture\n\n{title}\n\nBy Ada Quill\n3 May 2021\n\n{STORY}");
            assert_eq!(headline(&source).as_deref(), Some(title), "{source}");
        }
    }

    #[test]
    fn a_title_that_ends_with_a_full_stop() {
        for title in ["Lost.", "Nobody wrote back.", "The clock ran backwards. Nobody knew why."] {
            let source = format!("{title}\n\nBy Ada Quill\n\n{STORY}");
            assert_eq!(headline(&source).as_deref(), Some(title), "{source}");
        }
    }

    #[test]
    fn a_brief_of_one_paragraph() {
        for title in [
            "Ferry resumes after the storm",
            "Council approves new harbour wall",
            "Two dead in quarry fall",
            "Boats back at sea",
        ] {
            for told in [
                "“Boats sail again for all of us,” Mayor Ada Quill said on Tuesday.",
                "The council voted on Tuesday to repair the old pier, Mayor Ada Quill said.",
                "A man was hurt when a wall fell at the coal wharf in Ardmouth late on Monday, police said.",
            ] {
                for head in ["", "By Ada Quill\n\n"] {
                    let source = format!("{title}\n\n{head}{told}\n");
                    assert_eq!(headline(&source).as_deref(), Some(title), "{source}");
                }
            }
        }
        for row in ["Politics", "Read more", "By Ada Quill", "ARDMOUTH (AP) _", "Ada Quill", "3 May 2021"] {
            assert_eq!(
                headline(&format!("{row}\n\nThe council voted on Tuesday to repair it, the mayor said.\n")),
                None,
                "{row}"
            );
        }
    }

    #[test]
    fn what_stands_above_the_points_of_a_summary() {
        for (title, mark) in [
            ("HARBOURS-Quay shares slip as herring jumps; tolls firm", "*"),
            ("QUAYS OUTLOOK: Few boats, high tolls", "•"),
            ("Ardmouth tolls rise for a third week", "■"),
            ("GLOBAL PIERS-Planks steady before vote", "*"),
            ("Herring catch falls short of all forecasts", "*"),
        ] {
            let source = format!(
                "{title}\n\n{mark} Herring up 2.3% at $74.10 a barrel\n{mark} Tolls firm before the vote on Friday\n{mark} Planks little \
                 changed\n\nBy Ada Quill\n\nARDMOUTH, May 4 (Reuters) - {STORY}"
            );
            assert_eq!(headline(&source).as_deref(), Some(title), "{source}");
        }
    }

    #[test]
    fn what_stands_above_a_story_and_is_no_title() {
        for row in ["Dear friends,", "Ada Quill", "By Ada Quill", "3 May 2021", "ARDMOUTH (AP) _", "Reuters"] {
            assert_eq!(headline(&format!("{row}\n\n{STORY}")), None, "{row}");
        }
        assert_eq!(headline(STORY), None);
    }
}
