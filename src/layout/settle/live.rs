//! A live blog: posts headed by the time of day, the latest first or last.

use super::{is, put};
use crate::layout::facts::Paste;
use crate::layout::features::Table;
use crate::layout::patterns::stamps::{ELEMENTS, Gives};
use crate::layout::rows::Row;
use crate::layout::states::Part;
use crate::text::Text;

/// Posts that make a live blog.
const POSTS: usize = 3;

/// Rows from a post's time to its text: its heading, its author.
const TO_TEXT: usize = 3;

/// Labels above the list of events, which comes before the posts.
const EVENTS: &[&str] = &["key events", "key moments", "key posts", "key updates", "latest updates", "at a glance"];

/// A live blog among the rows.
struct Live {
    /// The rows that tell a post's time.
    clocks: Vec<usize>,
    /// The row before which the headline is: the first post, or the list of what has happened above it.
    first: usize,
}

/// The headline is above the posts; a post's time is not part of its text, and its text is the story's.
pub(super) fn constrain(text: &Text<'_>, rows: &[Row], paste: &Paste, table: &mut Table) {
    let Some(Live { clocks, first }) = find(text, rows, paste) else { return };
    if (0..first).any(|row| paste.facts[row].shape.like_headline) {
        for row in first..rows.len() {
            table.restrict(row, |_, part| part != Part::Headline);
        }
    }
    for clock in clocks {
        table.restrict(clock, |_, part| matches!(part, Part::Furniture | Part::Timestamp));
        if let Some(told) = told(paste, clock) {
            table.restrict(told, |_, part| part == Part::Text);
            // what heads a post, perhaps named in the list of events too
            let heading = &paste.facts[clock + 1];
            if told == clock + 2 && heading.shape.words >= 3 && !heading.told.names_alone && !heading.phrases.share_row
            {
                table.restrict(clock + 1, |_, part| part == Part::Text);
            }
        }
    }
}

/// The headline of a live blog in which the model has found none: the row above the posts that is longest of those
/// shaped like one.
pub(super) fn headline(text: &Text<'_>, rows: &[Row], paste: &Paste, states: &mut [usize]) -> Option<usize> {
    let first = find(text, rows, paste)?.first;
    let free = |row: &usize| {
        let facts = &paste.facts[*row];
        facts.shape.like_headline
            && !facts.told.timestamp_relative
            && !facts.told.by_whole
            && is(states, *row, Part::Furniture)
    };
    let title = (0..first).filter(free).max_by_key(|&row| (paste.facts[row].shape.chars, std::cmp::Reverse(row)))?;
    put(states, title, Part::Headline);
    Some(title)
}

/// The live blog that the rows are.
fn find(text: &Text<'_>, rows: &[Row], paste: &Paste) -> Option<Live> {
    let post = |row: usize| clock(text, &rows[row]).filter(|_| told(paste, row).is_some());
    let (clocks, times): (Vec<usize>, Vec<u32>) = (0..rows.len()).filter_map(|row| Some((row, post(row)?))).unzip();
    // over midnight the order turns once
    let turns = |wrong: fn(u32, u32) -> bool| times.windows(2).filter(|pair| wrong(pair[0], pair[1])).count() <= 1;
    let ordered = turns(|before, after| after > before) || turns(|before, after| after < before);
    let first = *clocks.first().filter(|_| clocks.len() >= POSTS && ordered)?;
    let label = |row: &usize| {
        let slice = text.slice(rows[*row].span).trim_end_matches(':');
        slice.len() <= 20 && EVENTS.iter().any(|events| slice.eq_ignore_ascii_case(events))
    };
    Some(Live { first: (0..first).find(label).unwrap_or(first), clocks })
}

/// The text of the post whose time is row `clock`.
fn told(paste: &Paste, clock: usize) -> Option<usize> {
    (clock + 1..paste.facts.len().min(clock + 1 + TO_TEXT)).find(|&row| paste.facts[row].flows())
}

/// Whether the row is a time of day and nothing else.
pub(crate) fn is_clock(text: &Text<'_>, row: &Row) -> bool {
    clock(text, row).is_some()
}

/// The minute of the day that the row is: `14.52 GMT`, `2:31 pm`, `[09:15]`.
fn clock(text: &Text<'_>, row: &Row) -> Option<u32> {
    let slice = text.slice(row.span).trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
    if slice.len() > 24 || !slice.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let found = ELEMENTS.at(slice, 0).filter(|found| found.shape.gives == Gives::Clock)?;
    let rest = slice[found.range.end..].trim();
    let zone = |slice: &str| {
        ELEMENTS.at(slice, 0).is_some_and(|zone| zone.shape.gives == Gives::Zone && zone.range.end == slice.len())
    };
    if !(rest.is_empty() || zone(rest)) {
        return None;
    }
    let figure = |name: &str| found.get(name).and_then(|digits| digits.parse::<u32>().ok());
    let hour = match found.get("half") {
        Some(half) => figure("hour")? % 12 + if half.starts_with(['p', 'P']) { 12 } else { 0 },
        None => figure("hour")?,
    };
    Some(hour * 60 + figure("minute").unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use crate::{Offsets, Options, Role, parse};

    const TITLE: &str = "Ardmouth flood live: harbour closed as water rises in the old town";

    fn page(times: [&str; 4]) -> String {
        let posts = [
            (
                "Pier closed to all",
                "The harbour board has closed the old pier, its chairwoman told reporters at the quay this afternoon.",
            ),
            (
                "‘Stay away from it’",
                "The mayor has asked people to keep off the quays. “Stay away from it,” she said, and left for the town hall.",
            ),
            (
                "Ferries stop running",
                "No ferries will leave the coal wharf before the morning, their owner says, whatever the wind does tonight.",
            ),
            (
                "Water over the wall",
                "Water has come over the wall at the fish market, where forty stalls had been set up for the fair today.",
            ),
        ];
        let mut rows = String::new();
        for (time, (heading, told)) in times.iter().zip(posts) {
            rows += &[time, heading, told, "Share\n"].join("\n");
        }
        format!(
            "Live\n{TITLE}\nAda Quill\n7 May 2021\nShare\nKey events\n2h ago\nRed warning for the whole of the harbour\n{rows}Older\nNewer\n"
        )
    }

    #[test]
    fn the_headline_stands_above_the_posts() {
        for times in [
            ["14.52 GMT", "14.31 GMT", "13.58 GMT", "13.20 GMT"],
            ["2:52 pm", "2:31 pm", "1:58 pm", "12:58 pm"],
            ["09:15", "09:40", "10:02", "11:30"],
            ["00:12", "23:58", "23:31", "22:05"],
            ["[16:45 IST]", "[16:30 IST]", "[16:02 IST]", "[15:20 IST]"],
        ] {
            let source = page(times);
            let article = parse(&source, &Options { offsets: Offsets::Utf8, ..Options::default() });
            assert_eq!(article.head.headline.expect("a headline").text, TITLE, "{times:?}");
            let role = |slice: &str| {
                article.blocks.iter().find(|block| block.span.of(&source).contains(slice)).map(|block| block.role)
            };
            for time in times {
                let role = role(time);
                assert!(matches!(role, Some(Role::Furniture | Role::Promo | Role::Timestamp)), "{time}: {role:?}");
            }
            assert_eq!(role("‘Stay away from it’"), Some(Role::Crosshead), "{times:?}");
        }
    }
}
