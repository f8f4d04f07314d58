//! Rows whose own words say what they are: topics after their label, corrections without one, the times of a live page.

use super::facts::Paste;
use super::rows::Row;
use super::settle::{is_clock, put};
use super::states::{Part, STATES};
use crate::calendar::names::month;
use crate::text::Text;

/// Labels of topics, in small letters.
const TOPICS: &[&str] = &[
    "tags",
    "topics",
    "tagged",
    "filed under",
    "keywords",
    "related topics",
    "related tags",
    "topics in this article",
    "explore more on these topics",
];

/// Labels that a list of the page's own sections can have too: only with a colon and what they label.
const WITH_COLON: &[&str] = &["labels", "categories", "in this story"];

/// The most topics in rows of their own, and the longest, in characters.
const MOST: usize = 15;
const LONGEST: usize = 40;

/// After the model: such rows that it took for text.
pub(super) fn settle(text: &Text<'_>, rows: &[Row], paste: &Paste, states: &mut [usize]) {
    let is_text = |states: &[usize], row: usize| STATES[states[row]].1 == Part::Text;
    let Some(last) = (0..rows.len()).rev().find(|&row| paste.facts[row].flows() && is_text(states, row)) else {
        return;
    };
    for (row, own) in rows.iter().enumerate() {
        let slice = text.slice(own.span);
        let noted = is_text(states, row) || row > last && STATES[states[row]].1 == Part::Furniture;
        if noted && is_correction(slice) {
            put(states, row, Part::Note);
        } else if is_text(states, row) && label(slice).is_some_and(|rest| !rest.is_empty()) && !slice.ends_with('.') {
            put(states, row, Part::Tags);
        }
    }
    // a live page's times head its posts; figures alone can be how long a video is
    let tells = |row: usize| text.slice(rows[row].span).contains(char::is_alphabetic);
    let clocks: Vec<usize> = (0..rows.len()).filter(|&row| is_clock(text, &rows[row]) && tells(row)).collect();
    if clocks.len() >= 2 {
        for row in clocks {
            put(states, row, Part::Timestamp);
        }
    }
    let mut row = last + 1;
    while row < rows.len() {
        let slice = text.slice(rows[row].span);
        let is_beside = |row: usize| matches!(STATES[states[row]].1, Part::Text | Part::Furniture);
        if is_beside(row) && label(slice).is_some_and(|rest| !rest.is_empty()) {
            put(states, row, Part::Tags);
        } else if is_beside(row) && label(slice).is_some() {
            let topic = |below: &usize| {
                let facts = &paste.facts[*below];
                is_beside(*below) && facts.shape.chars <= LONGEST && !matches!(facts.shape.last, '.' | '?' | '!' | ':')
            };
            let end = (row + 1..rows.len().min(row + 1 + MOST)).take_while(topic).last();
            if let Some(end) = end {
                put(states, row, Part::Furniture);
                (row + 1..=end).for_each(|below| put(states, below, Part::Tags));
                row = end;
            }
        }
        row += 1;
    }
}

/// What follows a label of topics; `None` where there is none.
fn label(slice: &str) -> Option<&str> {
    TOPICS.iter().chain(WITH_COLON).find_map(|label| {
        let rest = slice.get(label.len()..).filter(|_| slice[..label.len()].eq_ignore_ascii_case(label))?;
        let after = rest.trim_start().strip_prefix([':', '|']).map(str::trim);
        if rest.is_empty() && TOPICS.contains(label) { Some(rest) } else { after }
    })
}

/// Whether a row tells what was wrong before, without the word: `This article was amended on 2 June 2021`,
/// `An earlier version of this story misstated …`.
pub(super) fn is_correction(slice: &str) -> bool {
    // most rows begin otherwise
    if !slice.trim_start_matches(['*', '•', ' ', '(']).starts_with(['T', 'A', 'B']) {
        return false;
    }
    let lower = slice.get(..slice.floor_char_boundary(140)).unwrap_or("").to_ascii_lowercase();
    let lower = lower.trim_start_matches(['*', '•', ' ', '(']);
    // `Because of an editing error, an earlier version …`
    let lower =
        lower.strip_prefix("because of ").and_then(|rest| rest.split_once(", ")).map_or(lower, |(_, rest)| rest);
    // `This May 3 story has been corrected`
    let kind = |rest: &str| {
        let rest = rest
            .split_once(' ')
            .filter(|(name, _)| month(name).is_some())
            .map_or(rest, |(_, rest)| rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == ','));
        ["article", "story", "report", "post", "piece", "item", "column", "headline"]
            .iter()
            .find_map(|kind| rest.strip_prefix(kind).map(str::to_owned))
    };
    let amended = lower.strip_prefix("this ").and_then(kind).is_some_and(|rest| {
        let rest = rest.strip_prefix(" was ").or_else(|| rest.strip_prefix(" has been ")).unwrap_or("");
        ["amended", "corrected", "updated to correct", "edited to correct", "revised to correct"]
            .iter()
            .any(|verb| rest.starts_with(verb))
    });
    let earlier = ["an earlier", "a previous", "the original"].iter().any(|which| {
        let rest = lower.strip_prefix(which).and_then(|rest| rest.strip_prefix(" version of "));
        let own = rest.and_then(|rest| rest.strip_prefix("this ")).and_then(kind).is_some();
        // a report or a post can be what the story is about
        own || rest.is_some_and(|rest| rest.starts_with("the article") || rest.starts_with("the story"))
    });
    amended || earlier
}

#[cfg(test)]
mod tests {
    use crate::layout::invented::{STORY, TITLE};
    use crate::{Offsets, Options, Role, parse};

    fn roles(tail: &str) -> Vec<Role> {
        let source = format!("{TITLE}\n\n{STORY}\n{tail}\n");
        let article = parse(&source, &Options::new().with_offsets(Offsets::Utf8));
        article
            .blocks
            .iter()
            .filter(|block| block.span.end > source.trim_end().len() - tail.len())
            .map(|block| block.role)
            .collect()
    }

    #[test]
    fn topics_after_their_label() {
        assert_eq!(roles("Tags: harbour, council"), [Role::Tags]);
        assert_eq!(roles("Topics: Ardmouth | Harbours"), [Role::Tags]);
        assert_eq!(roles("Topics | Harbours"), [Role::Tags]);
        for list in ["Topics\nHarbour\nCouncil", "Tags\nArdmouth\nStorms\nFerries"] {
            let roles = roles(list);
            assert!(roles[1..].iter().all(|role| *role == Role::Tags), "{list}: {roles:?}");
        }
    }

    #[test]
    fn times_of_posts() {
        for [first, second] in [["14.02 BST", "13.20 BST"], ["2:31 pm", "1:58 pm"], ["[09:15 IST]", "[09:40 IST]"]] {
            let source = format!("Storm live: trains halted\n\n{first}\n{STORY}{second}\n{STORY}");
            let article = parse(&source, &Options::new().with_offsets(Offsets::Utf8));
            let block = article.blocks.iter().find(|block| block.span.of(&source) == first).unwrap();
            assert_eq!(block.role, Role::Timestamp, "{:#?}", article.blocks);
        }
    }

    #[test]
    fn corrections_without_the_word() {
        for row in [
            "This article was amended on 2 June 2021: the boat was built in Tolver, not in Harrow.",
            "* This story has been corrected to give the name of the chairwoman.",
            "An earlier version of this article gave the boat another name.",
            "A previous version of this report gave a wrong date.",
            "This piece was updated to correct the spelling of Ardmouth.",
            "Because of an editing error, an earlier version of this article gave the boat another name.",
            "(This May 3 story has been corrected to give the name of the boat)",
        ] {
            assert_eq!(roles(row), [Role::Correction], "{row}");
        }
        assert_ne!(roles("This article was written in a boat, and finished on the quay."), [Role::Correction]);
    }
}
