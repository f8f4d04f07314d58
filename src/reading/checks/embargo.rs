//! A line that forbids to publish before a time.

use super::desk::Desk;
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
        // "Embargo until talks end, ministers say" is a headline: the bare noun needs a time in figures
        let at = lower.len() - begins.len() + wording.len();
        let rest = Span::new(span.start + at, span.end).of(source);
        let time = rest.trim_matches(|c: char| c.is_whitespace() || "*:-–—.[]()".contains(c));
        if wording.starts_with("embargo ") && !time.contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let message = if time.contains(|c: char| c.is_ascii_digit()) {
            format!("the text may not be published before: {time}")
        } else {
            "the text is under embargo".to_owned()
        };
        desk.say(CheckCode::Embargo, message, vec![span]);
    }
}

/// A cheap look at how a line can begin.
fn may(line: &str) -> bool {
    let begins = line.trim_start_matches(|c: char| !c.is_alphabetic());
    matches!(begins.as_bytes().first(), Some(b'e' | b'E' | b'n' | b'N' | b's' | b'S' | b'u' | b'U' | b'h' | b'H'))
}
