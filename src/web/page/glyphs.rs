//! Characters that do not show, made visible.

/// A stretch of text: plain, or one character that would not show, with what to show for it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    /// Text that shows.
    Plain(&'t str),
    /// A character that does not, and what stands for it.
    Ghost(&'t str, &'static str),
}

/// `text` in pieces, in order.
pub(crate) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut plain = 0;
    // ASCII without controls, which is nearly all text, has nothing to show
    if text.bytes().any(|byte| !(b' '..0x7F).contains(&byte)) {
        let mut before = None;
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            if let Some(glyph) = glyph(c).filter(|_| !joins(c, before, text[end..].chars().next())) {
                if plain < at {
                    pieces.push(Piece::Plain(&text[plain..at]));
                }
                pieces.push(Piece::Ghost(&text[at..end], glyph));
                plain = end;
            }
            before = Some(c);
        }
    }
    if plain < text.len() {
        pieces.push(Piece::Plain(&text[plain..]));
    }
    pieces
}

/// Whether `c` is a joiner between characters that need it: parts of an emoji, letters of a script
/// that joins.
fn joins(c: char, before: Option<char>, after: Option<char>) -> bool {
    let needs = |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && !c.is_whitespace());
    matches!(c, '\u{200C}' | '\u{200D}') && needs(before) && needs(after)
}

/// What stands for a character that does not show.
fn glyph(c: char) -> Option<&'static str> {
    Some(match c {
        '\t' | '\n' | '\r' => return None,
        '\0' => "NUL",
        '\u{1B}' => "ESC",
        '\u{7F}' => "DEL",
        '\u{1}'..='\u{1F}' | '\u{80}'..='\u{9F}' => "CTRL",
        '\u{AD}' => "SHY",
        '\u{200B}' => "ZWSP",
        '\u{200C}' => "ZWNJ",
        '\u{200D}' => "ZWJ",
        '\u{200E}' => "LRM",
        '\u{200F}' => "RLM",
        '\u{061C}' => "ALM",
        '\u{202A}' => "LRE",
        '\u{202B}' => "RLE",
        '\u{202C}' => "PDF",
        '\u{202D}' => "LRO",
        '\u{202E}' => "RLO",
        '\u{2060}' => "WJ",
        '\u{2066}' => "LRI",
        '\u{2067}' => "RLI",
        '\u{2068}' => "FSI",
        '\u{2069}' => "PDI",
        '\u{FEFF}' => "BOM",
        '\u{FFFC}' => "OBJ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_show_is_shown() {
        assert_eq!(
            pieces("a\0b\u{202E}"),
            [Piece::Plain("a"), Piece::Ghost("\0", "NUL"), Piece::Plain("b"), Piece::Ghost("\u{202E}", "RLO")]
        );
        assert_eq!(pieces("zero\u{200B}width").len(), 3);
    }

    #[test]
    fn joiners_that_join_stay() {
        assert_eq!(pieces("👩\u{200D}🚀"), [Piece::Plain("👩\u{200D}🚀")]);
        assert_eq!(pieces("می\u{200C}خواهم").len(), 1);
        assert_eq!(pieces("ab\u{200D}c").len(), 3);
    }

    #[test]
    fn nothing_is_lost() {
        let text = "é\u{1}\u{FEFF}\u{200D}x\n\ty\u{9F}";
        let joined: String = pieces(text)
            .iter()
            .map(|piece| match piece {
                Piece::Plain(s) | Piece::Ghost(s, _) => *s,
            })
            .collect();
        assert_eq!(joined, text);
        assert!(pieces("").is_empty());
    }
}
