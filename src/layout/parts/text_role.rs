//! What a row of running text is: paragraph, crosshead or list item.

use super::Row;
use crate::layout::facts::{Facts, Paste};
use crate::layout::names;
use crate::text::Text;
use crate::text::words::is_all_caps;
use crate::{Role, Span};

/// The rows of text around one.
#[derive(Default)]
pub(super) struct Around<'a> {
    /// The row of text before it.
    pub(super) before: Option<&'a Facts>,
    /// The row of text after it.
    pub(super) after: Option<&'a Facts>,
    /// Whether the text is an interview: speakers and their answers.
    pub(super) interview: bool,
    /// Whether it is a row of a list that a heading announces.
    pub(super) listed: bool,
    /// Whether the paste has a page around the story: links among its paragraphs, perhaps.
    pub(super) page: bool,
}

/// A row longer than this, in characters, is not an item of a summary.
const LONGEST_ITEM: usize = 135;

/// Items that a summary has at most.
const MOST_ITEMS: usize = 7;

/// Headings of the summary that a page sets above a story.
const SUMMARIES: &[&str] = &[
    "what you need to know",
    "key points",
    "key takeaways",
    "in summary",
    "summary",
    "at a glance",
    "in brief",
    "highlights",
    "key facts",
    "story highlights",
    "in short",
];

/// Which of the rows of text are rows of a summary that a heading announces.
pub(super) fn lists(text: &Text<'_>, rows: &[Row], paste: &Paste, rows_of_text: &[usize]) -> Vec<bool> {
    let mut listed = vec![false; rows_of_text.len()];
    for (row, own) in rows.iter().enumerate() {
        // the heading can be taken for the page's
        let first = rows_of_text.partition_point(|&other| other <= row);
        let slice = text.slice(own.span).trim_end_matches(':');
        if slice.len() > 30 || !SUMMARIES.iter().any(|heading| slice.eq_ignore_ascii_case(heading)) {
            continue;
        }
        let short = |&place: &usize| paste.facts[rows_of_text[place]].shape.chars <= LONGEST_ITEM;
        let items = (first..rows_of_text.len()).take(MOST_ITEMS + 1).take_while(short).count();
        // the list ends where the story goes on with a longer row
        let next = rows_of_text.get(first) == Some(&(row + 1));
        if next && (2..=MOST_ITEMS).contains(&items) && first + items < rows_of_text.len() {
            listed[first..first + items].fill(true);
        }
    }
    listed
}

/// The role of the text in `span`.
pub(super) fn of(text: &Text<'_>, span: Span, facts: &Facts, around: &Around<'_>) -> Role {
    let slice = text.slice(span);
    let dash = |c: char| matches!(c, '-' | '–' | '—');
    // `- 'Not a museum' -`: a French agency's crosshead
    if facts.shape.chars <= 90 && slice.starts_with(dash) && slice.ends_with(dash) && facts.shape.words > 0 {
        return Role::Crosshead;
    }
    let bullet = !signs_post(slice)
        && slice.starts_with(['•', '●', '▪', '*', '·', '■', '►', '-', '–', '—'])
        && facts.shape.chars < 400;
    if (bullet || around.listed) && facts.shape.words > 0 {
        return Role::ListItem;
    }
    let numbered = |facts: Option<&Facts>| facts.is_some_and(|facts| facts.shape.list_number);
    if facts.shape.list_number && facts.shape.chars < 400 && (numbered(around.before) || numbered(around.after)) {
        return Role::ListItem;
    }
    if !is_heading(text, span, facts, around) {
        return Role::Paragraph;
    }
    // a heading names what its story is about: one that shares next to no word with it links to another
    let elsewhere = around.page
        && facts.shape.words >= 6
        && facts.shape.chars >= 28
        && facts.wording.overlap <= 2
        && !facts.shape.list_number
        && !facts.shape.quotes
        && !matches!(facts.shape.last, '?' | ':' | '-' | '–' | '—');
    if elsewhere { Role::Promo } else { Role::Crosshead }
}

fn is_heading(text: &Text<'_>, span: Span, facts: &Facts, around: &Around<'_>) -> bool {
    let slice = text.slice(span);
    if facts.shape.chars > 90 || facts.shape.words > 12 || facts.shape.words == 0 || facts.shape.prose {
        return false;
    }
    // a heading heads something
    let Some(after) = around.after else { return false };
    let labelled = |facts: Option<&Facts>| facts.is_some_and(|facts| facts.shape.colon_label);
    // a result above its scorers, or one result after another; above a paragraph, it is a heading
    if is_result(slice) && (labelled(around.before) || labelled(Some(after))) || says_who(text, span) {
        return false;
    }
    // what follows is what somebody says, and the row says who
    let cue = facts.shape.last == ':' && after.shape.words >= 6 && matches!(after.shape.first, '“' | '"');
    let label = facts.shape.colon_label
        && (labelled(around.before) || labelled(Some(after)) || around.interview && facts.shape.speaker);
    if label || cue || is_table(slice) || leads_in(slice) {
        return false;
    }
    let quoted = slice.strip_prefix(['‘', '“', '"', '\'']).and_then(|rest| rest.strip_suffix(['’', '”', '"', '\'']));
    if let Some(inner) = quoted {
        // in quotation marks and without the end of a sentence: set as a heading
        let closed = inner.ends_with(['.', ',', '!', '?', '…']);
        return !inner.contains(['“', '”', '"']) && (is_all_caps(inner) || !closed) && facts.shape.chars <= 60;
    }
    let open = !slice.ends_with(['.', '!', '…', ';', ',', '”', '"', '’', '\'', ')']);
    let begins = slice.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '‘' | '“' | '"' | '\''));
    open && begins && (is_all_caps(slice) || !facts.shape.said)
}

/// Whether the row signs a post that the page shows: `— Ada Quill (@adaq) May 7, 2021`.
fn signs_post(slice: &str) -> bool {
    slice.starts_with(['-', '–', '—'])
        && slice.split_once("(@").is_some_and(|(name, rest)| name.len() <= 80 && rest.contains(')'))
}

/// Whether the row is the result of a match: `Castle Vale 2-1 Harrow`, `Ardmouth 24 Moss 17`.
fn is_result(slice: &str) -> bool {
    let is_team = |side: &str| side.trim().starts_with(char::is_uppercase);
    let score = |word: &str| {
        let parted = word.split_once(['-', '–', ':']).filter(|(home, away)| is_figure(home) && is_figure(away));
        parted.is_some()
    };
    let is_figure_word = |word: &&str| is_figure(word);
    let middle = slice.split_whitespace().find(|word| score(word));
    match middle.and_then(|word| slice.split_once(word)) {
        Some((home, away)) => is_team(home) && is_team(away),
        None => {
            is_team(slice)
                && slice.split_whitespace().filter(is_figure_word).count() == 2
                && slice.split_whitespace().next_back().is_some_and(is_figure)
        }
    }
}

/// Whether `word` is a count of goals or points.
fn is_figure(word: &str) -> bool {
    (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether the row says who did something: `Referee: P Dunmore`, `Umpire: Ada Quill`.
fn says_who(text: &Text<'_>, span: Span) -> bool {
    let row = text.part(span);
    let Some(colon) = (1..row.tokens.len().min(4)).find(|&at| row.is_mark(at, ':')) else { return false };
    names::read(&row, colon + 1, row.tokens.len()).is_some_and(|name| name.words >= 2 && name.next == row.tokens.len())
}

/// Whether the row is one of a table: columns parted by runs of spaces.
fn is_table(slice: &str) -> bool {
    let (mut gaps, mut spaces) = (0, 0);
    for c in slice.chars() {
        if c == '\t' || c == ' ' {
            spaces += if c == '\t' { 2 } else { 1 };
            continue;
        }
        gaps += usize::from(spaces >= 2);
        spaces = 0;
    }
    gaps >= 3
}

/// Whether the row is a sentence that a list completes: `The plan's parts include:`.
fn leads_in(slice: &str) -> bool {
    const VERBS: &[&str] =
        &["include", "includes", "included", "are", "were", "is", "following", "follows", "said", "says"];
    slice
        .strip_suffix(':')
        .and_then(|rest| rest.split_whitespace().next_back())
        .is_some_and(|last| VERBS.contains(&last))
}

#[cfg(test)]
mod tests {
    use crate::{Offsets, Options, Role, parse};

    const LEDE: &str =
        "The harbour board voted Friday to close the old pier, its chairwoman told reporters at the quay.";
    const MORE: &str = "Ferries will leave from the coal wharf until the repairs are done, which the board expects to take nine months if the winter is as mild as the last.";

    const LAST: &str =
        "Nobody at the meeting spoke against it, though the ferrymen would have waited for the fair to be over.";

    fn role_of(rows: &str, row: &str) -> Role {
        let source =
            format!("Ardmouth closes its oldest pier\n\nBy Ada Quill\n\n{LEDE}\n\n{rows}\n\n{MORE}\n\n{LAST}\n");
        let article = parse(&source, &Options { offsets: Offsets::Utf8, ..Options::default() });
        let block = article.blocks.iter().find(|block| block.span.of(&source) == row);
        block.unwrap_or_else(|| panic!("no block {row:?} in {:#?}", article.blocks)).role
    }

    #[test]
    fn rows_of_text() {
        for (rows, row, role) in [
            ("A long winter", "A long winter", Role::Crosshead),
            ("- 'No pier' -", "- 'No pier' -", Role::Crosshead),
            ("‘LIKE A RAFT’", "‘LIKE A RAFT’", Role::Crosshead),
            ("“We shall see.”", "“We shall see.”", Role::Paragraph),
            ("The plan’s parts include:", "The plan’s parts include:", Role::Paragraph),
            ("• A new quay", "• A new quay", Role::ListItem),
            ("1. A new quay\n2. A new crane", "2. A new crane", Role::ListItem),
            ("Ardmouth 2-1 Harrow\nArdmouth: Quill 12, 40", "Ardmouth 2-1 Harrow", Role::Paragraph),
            ("Ardmouth 24 Moss 17\nTries: Rook, Bell", "Ardmouth 24 Moss 17", Role::Paragraph),
            ("Ardmouth 2-1 Harrow", "Ardmouth 2-1 Harrow", Role::Crosshead),
            ("Referee: Tom Rook", "Referee: Tom Rook", Role::Paragraph),
            ("Umpires: Ada Quill", "Umpires: Ada Quill", Role::Paragraph),
            ("Analysis: why it matters", "Analysis: why it matters", Role::Crosshead),
            ("What you need to know:\nThe pier is closed.\nIt has cracks.", "It has cracks.", Role::ListItem),
        ] {
            assert_eq!(role_of(rows, row), role, "{rows}");
        }
    }

    #[test]
    fn results_and_signatures() {
        for (slice, is) in [
            ("Castle Vale 2-1 Thorn Town", true),
            ("Ardmouth 24 Moss 17", true),
            ("Ardmouth 0–0 Harrow (aet)", true),
            ("Elder City 3:2 Moss", true),
            ("St Osyth 101 Lund 98", true),
            ("What 2019 will bring", false),
            ("Why 10-15 boats were lost", false),
            ("7 of 10 boats return", false),
        ] {
            assert_eq!(super::is_result(slice), is, "{slice}");
        }
        assert!(super::signs_post("— Ada Quill (@adaq) May 7, 2021"));
        assert!(!super::signs_post("— A new quay (and a crane)"));
    }
}
