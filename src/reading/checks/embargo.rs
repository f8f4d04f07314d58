//! A line that forbids to publish before a time.

use super::desk::Desk;
use crate::calendar::names;
use crate::{CheckCode, Span};

/// The longest such line, in bytes.
const LONGEST: usize = 200;

/// How such a line begins, or what it says in its midst, in small letters. What follows is the time.
const WORDINGS: [&str; 15] = [
    "embargoed until",
    "embargoed till",
    "embargoed to",
    "embargoed for",
    "embargoed:",
    "embargo until",
    "embargo till",
    "embargo:",
    "under embargo until",
    "not for publication before",
    "not for publication until",
    "not for release before",
    "not for release until",
    "not for broadcast before",
    "hold for release",
];

/// Tells the lines that set an embargo, with their time.
pub(super) fn find(desk: &mut Desk<'_>) {
    let text = desk.story.text;
    let source = text.source;
    for line in &text.lines {
        let span = line.span().trim(source);
        if span.start >= desk.story.end || span.len() > LONGEST || !may(span.of(source)) {
            continue;
        }
        let lower = span.of(source).to_ascii_lowercase();
        let begins = lower.trim_start_matches(|c: char| !c.is_alphabetic());
        let begins = begins.strip_prefix("strictly ").unwrap_or(begins);
        let Some(wording) = WORDINGS.iter().find(|wording| begins.starts_with(**wording)) else { continue };
        let at = lower.len() - begins.len() + wording.len();
        let rest = Span::new(span.start + at, span.end).of(source);
        let time = rest.trim_matches(|c: char| c.is_whitespace() || "*:-–—.[]()".contains(c));
        // "Embargo until talks end, ministers say" is a headline: a bare noun needs a time
        let bare = wording.starts_with("embargo ") || *wording == "embargo:" || *wording == "embargoed for";
        if bare && !is_time(time) {
            continue;
        }
        let message = if is_time(time) {
            format!("the text may not be published before {time}")
        } else {
            "the text is under embargo".to_owned()
        };
        desk.say(CheckCode::Embargo, message, vec![span]);
    }
}

/// Whether words are a time and little else: figures with a month, weekday, zone or clock.
fn is_time(words: &str) -> bool {
    let named = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        names::month(word).is_some()
            || names::weekday(word).is_some()
            || ["gmt", "bst", "utc", "et", "est", "edt", "hrs", "am", "pm", "a.m", "p.m"]
                .iter()
                .any(|known| word.eq_ignore_ascii_case(known))
    };
    words.contains(|c: char| c.is_ascii_digit())
        && words.split_whitespace().count() <= 12
        && (words.split_whitespace().any(named) || words.contains(':'))
}

/// A cheap look at how a line can begin.
fn may(line: &str) -> bool {
    let begins = line.trim_start_matches(|c: char| !c.is_alphabetic());
    matches!(begins.as_bytes().first(), Some(b'e' | b'E' | b'n' | b'N' | b's' | b'S' | b'u' | b'U' | b'h' | b'H'))
}
