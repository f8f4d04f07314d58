//! Letters that were written in UTF-8 and read in an encoding of one byte a letter: `â€œ`, `Ã©`, `‚Äô`.

/// What the bytes 0x80 to 0x9F are in Windows-1252; the five that are none there stand for themselves.
#[rustfmt::skip]
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Marks after `‚Ä`, as Mac OS Roman shows the third byte, and what they were.
const MAC: [(char, &str); 8] =
    [('ô', "’"), ('ò', "‘"), ('ú', "“"), ('ù', "”"), ('ì', "–"), ('î', "—"), ('¶', "…"), ('¢', "•")];

/// What a control character of the upper range (C1) was in Windows-1252; `None` for others, and for NEL, which
/// breaks a line.
pub(super) fn windows(c: char) -> Option<char> {
    let place = (c as usize).checked_sub(0x80).filter(|place| *place < 32 && *place != 5)?;
    (WINDOWS[place] != c).then(|| WINDOWS[place])
}

/// The byte that a character was in Windows-1252 or in Latin-1.
fn byte(c: char) -> Option<u8> {
    match c {
        '\u{80}'..='\u{ff}' => Some(c as u8),
        _ => WINDOWS.iter().position(|&other| other == c).map(|place| 0x80 + place as u8),
    }
}

/// The garbled letter at the start of `rest`, after `before`: its length, and what was meant.
///
/// Two characters that are one in UTF-8 can stand together in a clean text too, at the end of a word in capitals:
/// `“CAFÉ”`. So a pair counts where its second is no mark of quotation or dash, or inside a word in small letters.
pub(super) fn read(rest: &str, before: Option<char>) -> Option<(usize, char)> {
    let mut chars = rest.chars();
    let first = chars.next()?;
    if first == '‚' {
        let mark = chars.next().filter(|&c| c == 'Ä').and_then(|_| chars.next())?;
        let meant = MAC.iter().find(|(shown, _)| *shown == mark)?.1;
        return Some((rest.len() - chars.as_str().len(), meant.chars().next()?));
    }
    let lead = byte(first)?;
    let second = chars.next();
    let count = match (lead, second) {
        (0xc2..=0xdf, _) => 2,
        // general punctuation, currencies, arrows and signs; a byte order mark and ligatures; emoji
        (0xe2, _) | (0xef, Some('»' | '¬')) => 3,
        (0xf0, Some('Ÿ')) => 4,
        _ => return None,
    };
    let mut bytes = [lead, 0, 0, 0];
    let mut chars = rest.chars().skip(1);
    for (at, place) in bytes[1..count].iter_mut().enumerate() {
        match chars.next().and_then(byte).filter(|byte| (0x80..0xc0).contains(byte)) {
            Some(byte) => *place = byte,
            // the closing quotation mark's last byte is none in Windows-1252, and is often lost
            None if at == 1 && bytes[..2] == [0xe2, 0x80] => return Some((length(rest, 2), '”')),
            None => return None,
        }
    }
    let meant = std::str::from_utf8(&bytes[..count]).ok()?.chars().next()?;
    if count == 2 {
        let sure = matches!(lead, 0xc2 | 0xc3) && second.is_some_and(|c| matches!(c, '\u{a0}'..='\u{bf}') && c != '»');
        let small = |c: Option<char>| c.is_some_and(char::is_lowercase);
        let after = rest.chars().nth(2);
        if !(sure || meant.is_alphabetic() && (small(before) || small(after))) {
            return None;
        }
    }
    Some((length(rest, count), meant))
}

/// The length of the first `count` characters.
fn length(rest: &str, count: usize) -> usize {
    rest.chars().take(count).map(char::len_utf8).sum()
}
