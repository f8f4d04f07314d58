//! In which encoding a file is, and whether it is text at all.

/// Bytes looked at: enough to know a file by, and the same time for each.
const LOOK: usize = 64 * 1024;

/// What the first bytes of a file say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Guess {
    /// Text in this encoding (a label of the Encoding Standard), because of a byte order mark or the
    /// pattern of its bytes.
    Text(&'static str),
    /// Text in UTF-8, or, where it is not valid, in windows-1252.
    Utf8OrWindows,
    /// No text: what it seems to be instead.
    Binary(&'static str),
}

/// Guesses from `bytes`, the whole file or its beginning.
pub(crate) fn guess(bytes: &[u8]) -> Guess {
    for (mark, encoding) in [(&b"\xEF\xBB\xBF"[..], "utf-8"), (b"\xFF\xFE", "utf-16le"), (b"\xFE\xFF", "utf-16be")] {
        if bytes.starts_with(mark) {
            return Guess::Text(encoding);
        }
    }
    for (magic, what) in [
        (&b"%PDF"[..], "a PDF"),
        (b"PK\x03\x04", "a Word document or another packed file"),
        (b"\xD0\xCF\x11\xE0", "an old Word document"),
        (b"{\\rtf", "a rich text document"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
        (b"GIF8", "a picture"),
        (b"\x1F\x8B", "a packed file"),
        (b"MIME-Version:", "a web archive or a mail"),
        (b"From: <Saved by", "a web archive"),
    ] {
        if bytes.starts_with(magic) {
            return Guess::Binary(what);
        }
    }
    let look = &bytes[..bytes.len().min(LOOK)];
    let nulls = |from: usize| look.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (nulls(0), nulls(1));
    // UTF-16 of mostly Latin text has a NUL in every other byte and hardly any in the rest
    if odd * 5 > look.len() && even * 50 < look.len() {
        return Guess::Text("utf-16le");
    }
    if even * 5 > look.len() && odd * 50 < look.len() {
        return Guess::Text("utf-16be");
    }
    let controls =
        look.iter().filter(|&&byte| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B)).count();
    if controls * 50 > look.len() { Guess::Binary("no text") } else { Guess::Utf8OrWindows }
}

/// The encoding that a page names for itself near its beginning: `charset=` in a `meta`, or `encoding=` in an XML
/// declaration.
pub(crate) fn charset(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let after = ["charset=", "encoding="].iter().find_map(|name| head.split_once(name))?.1;
    let label: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))
        .collect();
    // bytes that are not valid UTF-8 are not, whatever the page says
    (!label.is_empty() && !label.starts_with("utf")).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_order_marks_decide() {
        assert_eq!(guess(b"\xEF\xBB\xBFtext"), Guess::Text("utf-8"));
        assert_eq!(guess(b"\xFF\xFEt\0"), Guess::Text("utf-16le"));
        assert_eq!(guess(b"\xFE\xFF\0t"), Guess::Text("utf-16be"));
    }

    #[test]
    fn utf_16_without_a_mark_is_known_by_its_nulls() {
        let little: Vec<u8> = "Ferry talks end".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "Ferry talks end".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(guess(&little), Guess::Text("utf-16le"));
        assert_eq!(guess(&big), Guess::Text("utf-16be"));
    }

    #[test]
    fn a_page_names_its_encoding() {
        for (page, label) in [
            ("<meta charset=ISO-8859-2>", Some("iso-8859-2")),
            ("<meta http-equiv=x content='text/html; charset=windows-1250'>", Some("windows-1250")),
            ("<?xml version='1.0' encoding='koi8-r'?>", Some("koi8-r")),
            ("<meta charset=\"utf-8\">", None),
            ("<p>The charset=", None),
            ("<p>Boats</p>", None),
        ] {
            assert_eq!(charset(page.as_bytes()).as_deref(), label, "{page}");
        }
    }

    #[test]
    fn what_is_no_text_is_said() {
        assert_eq!(guess(b"%PDF-1.7"), Guess::Binary("a PDF"));
        assert_eq!(guess(&(0..=255).collect::<Vec<u8>>()), Guess::Binary("no text"));
        assert_eq!(guess(b""), Guess::Utf8OrWindows);
        assert_eq!(
            guess("one NUL \0 in a longer text is still a text, and it is shown as such".as_bytes()),
            Guess::Utf8OrWindows
        );
    }
}
