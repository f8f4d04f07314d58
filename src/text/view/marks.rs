//! Marks that are read as others, or not at all: references of HTML, letters in the wrong encoding, ligatures,
//! characters that take no room.

use super::edits::{Edits, Rewrite};
use super::entities::{self, Stands};
use super::garbled;
use crate::Span;
use crate::text::lines::is_break;

/// The text without them; `None` where there are none. `seen` is set to the first garbled letters.
pub(super) fn clean(text: &str, seen: &mut Option<Span>) -> Option<(String, Edits)> {
    let mut rewrite = Rewrite::new(text);
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(ahead) = bytes[at..].iter().position(|&byte| SUSPECT[byte as usize]) {
        at += ahead;
        let rest = &text[at..];
        let before = text[..at].chars().next_back();
        let mut buffer = [0; 4];
        let read = if bytes[at] == b'&' {
            entities::read(rest, &mut buffer).map(|(length, stands)| match stands {
                Stands::Named(name) => (length, name),
                Stands::Written(count) => (length, std::str::from_utf8(&buffer[..count]).unwrap_or_default()),
            })
        } else if let Some((length, meant)) = garbled::read(rest, before) {
            seen.get_or_insert(Span::new(at, at + length));
            let meant: &str = meant.encode_utf8(&mut buffer);
            Some((length, single(meant, None, None).unwrap_or(meant)))
        } else {
            let length = rest.chars().next().map_or(1, char::len_utf8);
            let c = rest.chars().next().and_then(garbled::windows);
            let after = rest[length..].chars().next();
            c.map_or_else(|| single(rest, before, after), |c| Some(c.encode_utf8(&mut buffer)))
                .map(|with| (length, with))
        };
        match read {
            Some((length, with)) => {
                rewrite.put(at, at + length, with);
                at += length;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    rewrite.done()
}

/// The bytes that such marks begin with.
const SUSPECT: [bool; 256] = {
    let mut table = [false; 256];
    // `&`, controls, letters of Latin-1, punctuation, presentation forms
    let bytes = [b'&', 0xc2, 0xc3, 0xe2, 0xef];
    let mut at = 0;
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    table
};

/// What the first character of `rest` is read as: ligatures as their letters (Unicode, Alphabetic Presentation Forms),
/// invisible marks as nothing.
fn single(rest: &str, before: Option<char>, after: Option<char>) -> Option<&'static str> {
    Some(match rest.chars().next()? {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        // at a line's end it is a hyphen
        '\u{ad}' if after.is_none_or(|c| !is_break(c)) => "",
        // spaces of no width, marks of direction, word joiners
        '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => "",
        // joiners belong to other scripts and to emoji
        '\u{200c}' | '\u{200d}' if is_latin(before) && is_latin(after) => "",
        _ => return None,
    })
}

/// Whether a character is none that joiners are for.
fn is_latin(c: Option<char>) -> bool {
    c.is_none_or(|c| matches!(c, '\0'..='\u{24f}' | '\u{2000}'..='\u{206f}') || c.is_whitespace())
}
