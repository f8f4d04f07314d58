//! Bytes taken apart: numbers first, then text, plain or of words that a grammar looks for.

use nutgraf::{DateOrder, Offsets, Options};

/// Bytes of the longest text: what is longer shows nothing more, and takes the fuzzer's time.
const LONGEST: usize = 8_000;

/// Characters that text handling breaks on, for what of a byte names no word.
#[rustfmt::skip]
const HARD: [&str; 40] = [
    "\0", "\u{1b}", "\r", "\u{b}", "\u{85}", "\u{a0}", "\u{ad}", "\u{300}", "\u{200b}", "\u{200d}", "\u{202e}", "\u{2028}",
    "\u{2060}", "\u{3000}", "\u{fe0f}", "\u{feff}", "\u{fffd}", "\u{10ffff}", "İ", "ß", "ﬁ", "½", "Ⅷ", "٣", "𝒩", "👩🏽‍🚀", "漢字",
    "א", "é", "&amp;", "&#0;", "â€œ", "<b>", "\n> ", "-\n", "\\", "{", "}", "=", "@",
];

/// Bytes that are taken from the front.
pub(crate) struct Input<'b>(&'b [u8]);

impl<'b> Input<'b> {
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        Self(bytes)
    }

    /// The next byte; 0 at the end.
    pub(crate) fn byte(&mut self) -> usize {
        let Some((&first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        usize::from(first)
    }

    /// One of `all`.
    pub(crate) fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.byte() % all.len()]
    }

    /// An index below `count`, or 0 where there is none.
    pub(crate) fn index(&mut self, count: usize) -> usize {
        (self.byte() << 8 | self.byte()) % count.max(1)
    }

    /// What a caller may know.
    pub(crate) fn options(&mut self) -> Options {
        let options = Options::new().with_offsets(self.one_of(Offsets::ALL));
        let options = match self.byte() % 4 {
            1 => options.with_date_order(DateOrder::DayFirst),
            2 => options.with_date_order(DateOrder::MonthFirst),
            3 => options.with_url("https://www.elderpost.example/2022/05/03/ferry-resumes-1234"),
            _ => options,
        };
        let dates = ["", "2022-05-03", "2024-02-29T23:59:00+13:00", "0000-01-01", "9999-12-31T24:00Z", "2022"];
        match self.one_of(&dates).parse() {
            Ok(date) => options.with_published(date),
            Err(_) => options,
        }
    }

    /// All that is left.
    pub(crate) fn rest(self) -> &'b [u8] {
        self.0
    }

    /// All that is left as text.
    pub(crate) fn text(self) -> String {
        String::from_utf8_lossy(&self.0[..self.0.len().min(LONGEST)]).into_owned()
    }

    /// The half of what is left, and the other.
    pub(crate) fn halves(self) -> (Self, Self) {
        let (one, other) = self.0.split_at(self.0.len() / 2);
        (Self(one), Self(other))
    }

    /// All that is left as a text of `words`, each with a space after it or without, and of hard characters.
    pub(crate) fn words(self, words: &[&str]) -> String {
        let mut text = String::new();
        for &byte in self.0 {
            let byte = usize::from(byte);
            match words.get(byte / 2) {
                Some(word) => {
                    text += word;
                    text += if byte % 2 == 0 { " " } else { "" };
                }
                None => text += HARD[byte % HARD.len()],
            }
            if text.len() > LONGEST {
                break;
            }
        }
        text
    }
}
