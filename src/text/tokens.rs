//! Tokens: words, numbers and marks.
//!
//! Cut fine, so that grammars can put together what belongs together: a hyphen is a token of its
//! own, so is the possessive 's. What stays whole: `O'Brien`, `don't`, `U.S.`, `1,984.50`, a web
//! address.

use crate::Span;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, with digits after the first letter (`G20`), inner apostrophes (`O'Brien`) and
    /// combining marks.
    Word,
    /// Letters with full stops between or after: `U.S.`, `a.m.`, `J.K.`; the last stop is inside.
    Initials,
    /// `'s`, `'ll`, `'re`, `'ve`, `'d`, `'m` after a word.
    Clitic,
    /// Digits, with separators inside: `2016`, `1,984.50`, `22.11.2026`.
    Number,
    /// A web address from `http` or `www.` on.
    Url,
    /// Any other character that is not white space.
    Mark,
}

/// A word, number or mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    start: u32,
    end: u32,
    /// What it is.
    pub(crate) kind: Kind,
    /// Whether white space or the text's start is before it.
    pub(crate) spaced: bool,
}

impl Token {
    /// Where it lies, in bytes.
    pub(crate) fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// Its two pieces before and from `edge` on, where that lies inside it.
    pub(crate) fn parted(self, edge: usize) -> Option<(Self, Self)> {
        let edge = u32::try_from(edge).ok().filter(|edge| (self.start + 1..self.end).contains(edge))?;
        Some((Self { end: edge, ..self }, Self { start: edge, spaced: false, ..self }))
    }
}

/// Whether `c` goes on a word without being a letter: combining marks, joiners, soft hyphens.
fn joins(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// Whether `c` can be an apostrophe.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '`' | '´' | '′')
}

/// The tokens of `source`, in one pass.
pub(crate) fn split(source: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(source.len() / 5);
    let mut at = 0;
    let mut spaced = true;
    let mut after_word = false;
    while let Some(c) = source[at..].chars().next() {
        if c.is_whitespace() {
            at += c.len_utf8();
            spaced = true;
            continue;
        }
        let (kind, length) = next(&source[at..], c, after_word && !spaced);
        let end = at + length;
        tokens.push(Token { start: at as u32, end: end as u32, kind, spaced });
        after_word = matches!(kind, Kind::Word | Kind::Initials | Kind::Number);
        spaced = false;
        at = end;
    }
    tokens
}

/// Kind and length of the token at the start of `rest`, whose first character is `c`.
fn next(rest: &str, c: char, after_word: bool) -> (Kind, usize) {
    if c.is_alphabetic() {
        if let Some(length) = address(rest) {
            return (Kind::Url, length);
        }
        return initials(rest).map_or_else(|| (Kind::Word, word(rest)), |length| (Kind::Initials, length));
    }
    if c.is_ascii_digit() {
        return (Kind::Number, number(rest));
    }
    if after_word && is_apostrophe(c) {
        let tail = &rest[c.len_utf8()..];
        let length = tail.find(|c: char| !c.is_alphanumeric()).unwrap_or(tail.len());
        if is_clitic(&tail[..length]) {
            return (Kind::Clitic, c.len_utf8() + length);
        }
    }
    if c.is_numeric() && !c.is_ascii() {
        return (Kind::Number, c.len_utf8());
    }
    (Kind::Mark, c.len_utf8())
}

fn is_clitic(tail: &str) -> bool {
    ["s", "ll", "re", "ve", "d", "m"].iter().any(|clitic| tail.eq_ignore_ascii_case(clitic))
}

/// Whether `c` is a letter of Chinese, Japanese or Korean.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{20000}'..='\u{323af}')
}

/// Length of the word at the start of `rest`.
fn word(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    let mut wide = false;
    while let Some(&(at, c)) = chars.peek() {
        // scripts without spaces set figures right after their words
        if wide && c.is_ascii_digit() {
            return at;
        }
        if c.is_alphanumeric() || joins(c) {
            wide = is_wide(c);
            chars.next();
        } else if is_apostrophe(c) && c != '‘' && c != '`' {
            let tail = &rest[at + c.len_utf8()..];
            let length = tail.find(|c: char| !(c.is_alphanumeric() || joins(c))).unwrap_or(tail.len());
            if length == 0 || is_clitic(&tail[..length]) || !tail.starts_with(char::is_alphabetic) {
                return at;
            }
            chars.next();
        } else {
            return at;
        }
    }
    rest.len()
}

/// Length of initials at the start of `rest`: single letters, each with a full stop, at least two.
fn initials(rest: &str) -> Option<usize> {
    let mut end = 0;
    let mut letters = 0;
    loop {
        let mut chars = rest[end..].chars();
        let Some(letter) = chars.next().filter(|c| c.is_alphabetic()) else { break };
        let after = chars.next();
        if after == Some('.') {
            end += letter.len_utf8() + 1;
            letters += 1;
        } else {
            // `U.S` without its last stop
            if letters > 0 && after.is_none_or(|c| !c.is_alphanumeric()) {
                end += letter.len_utf8();
                letters += 1;
            }
            break;
        }
    }
    (letters >= 2).then_some(end)
}

/// Length of the number at the start of `rest`: a separator stays inside between digits, a comma
/// only before a group of three, or of two as in Indian lakhs.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digits = |from: usize| bytes[from.min(bytes.len())..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut end = digits(0);
    loop {
        let group = digits(end + 1);
        let inside = match bytes.get(end) {
            Some(b',') => group == 3 || group == 2 && bytes.get(end + 3) == Some(&b',') && digits(end + 4) >= 2,
            Some(b'.') => group > 0,
            _ => false,
        };
        if !inside {
            return end;
        }
        end += 1 + group;
    }
}

/// Length of the web address at the start of `rest`, without the marks that close a sentence.
fn address(rest: &str) -> Option<usize> {
    let starts = |prefix: &str| rest.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix));
    if !(starts("http://") || starts("https://") || starts("www.")) {
        return None;
    }
    let end =
        rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '\0')).unwrap_or(rest.len());
    let address = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’']);
    Some(address.len())
}

#[cfg(test)]
mod tests {
    use super::Kind::{Clitic, Initials, Mark, Number, Url, Word};
    use super::*;

    fn read(source: &str) -> Vec<(&str, Kind)> {
        split(source).into_iter().map(|token| (token.span().of(source), token.kind)).collect()
    }

    #[test]
    fn names_and_their_possessives() {
        assert_eq!(
            read("O’Brien's al-Assad don't"),
            [("O’Brien", Word), ("'s", Clitic), ("al", Word), ("-", Mark), ("Assad", Word), ("don't", Word)]
        );
    }

    #[test]
    fn initials_keep_their_stops() {
        assert_eq!(
            read("U.S. at 9 a.m., J.K. R. x"),
            [
                ("U.S.", Initials),
                ("at", Word),
                ("9", Number),
                ("a.m.", Initials),
                (",", Mark),
                ("J.K.", Initials),
                ("R", Word),
                (".", Mark),
                ("x", Word)
            ]
        );
    }

    #[test]
    fn numbers_with_separators() {
        assert_eq!(
            read("$1,984.50, 22.11.2026. 2,30 1,50,000 G20"),
            [
                ("$", Mark),
                ("1,984.50", Number),
                (",", Mark),
                ("22.11.2026", Number),
                (".", Mark),
                ("2", Number),
                (",", Mark),
                ("30", Number),
                ("1,50,000", Number),
                ("G20", Word)
            ]
        );
    }

    #[test]
    fn figures_in_scripts_without_spaces() {
        assert_eq!(read("耗资3.5亿元"), [("耗资", Word), ("3.5", Number), ("亿元", Word)]);
    }

    #[test]
    fn addresses_end_before_the_full_stop() {
        assert_eq!(read("see https://a.example/b?c=1. Yes")[1], ("https://a.example/b?c=1", Url));
    }

    #[test]
    fn combining_marks_stay_with_their_letter() {
        assert_eq!(read("Cafe\u{301}s"), [("Cafe\u{301}s", Word)]);
    }
}
