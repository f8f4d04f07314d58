//! Finding and showing pieces of a paste.

/// Where `pattern` first occurs in `text` from `from` on.
pub(crate) fn find(text: &str, from: usize, pattern: &str) -> Option<(usize, usize)> {
    let starts = text[from..].char_indices().map(|(at, _)| from + at);
    starts.into_iter().find_map(|start| match_here(text, start, pattern).map(|end| (start, end)))
}

/// The end of `pattern` if it is at `at`; `first … last` ends with the nearest `last`.
pub(crate) fn match_here(text: &str, at: usize, pattern: &str) -> Option<usize> {
    match pattern.split_once(" … ") {
        None => match_words(text, at, pattern),
        Some((first, last)) => find(text, match_words(text, at, first)?, last).map(|(_, end)| end),
    }
}

/// The end of `words` if they are at `at`: letter for letter, any white space for white space.
pub(crate) fn match_words(text: &str, at: usize, words: &str) -> Option<usize> {
    let mut rest = &text[at..];
    for (index, word) in words.split(' ').enumerate() {
        if index > 0 {
            let trimmed = rest.trim_start();
            if trimmed.len() == rest.len() {
                return None;
            }
            rest = trimmed;
        }
        rest = rest.strip_prefix(word)?;
    }
    Some(text.len() - rest.len())
}

/// White space, and the marks that no reader sees.
pub(crate) fn blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// The text on one line; its beginning and its end where it is long.
pub(crate) fn shorten(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let text = match chars.len() {
        0..=110 => text.to_owned(),
        n => chars[..60].iter().chain(&[' ', '…', ' ']).chain(&chars[n - 45..]).collect(),
    };
    format!("{text:?}")
}
