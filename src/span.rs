//! The one idea of a place in the text, and the three units it can be counted in.

use crate::words::words;
use serde::{Deserialize, Serialize};

/// A half-open range `start..end` into the text as it was given, in the unit that the breakdown's `offsets`
/// field names.
// Inside the crate the unit is always UTF-8 bytes and both ends lie on character boundaries. The finished
// `Article` is converted once, by `Units::convert`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(all(test, not(target_arch = "wasm32")), derive(schemars::JsonSchema))]
pub struct Span {
    /// First unit that belongs to the span.
    pub start: usize,
    /// First unit after the span.
    pub end: usize,
}

#[cfg(any(test, target_arch = "wasm32"))]
impl crate::bytes::Bytes for Span {
    fn put(&self, into: &mut Vec<u8>) {
        self.start.put(into);
        self.len().put(into);
    }

    fn take(from: &mut &[u8]) -> Self {
        let start = usize::take(from);
        Self::new(start, start.saturating_add(usize::take(from)))
    }
}

impl Span {
    /// A span from `start` to `end`; an `end` before `start` gives the empty span at `start`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Length in the unit the span is counted in.
    #[must_use]
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span holds nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one unit.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The slice of `text` that a byte span names, letter for letter.
    ///
    /// Returns the empty string where the span does not fit the text, so that a span of another
    /// text or another unit is harmless.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// The span without white space at both ends.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let slice = self.of(text);
        let start = self.start + (slice.len() - slice.trim_start().len());
        Self::new(start, start + slice.trim().len())
    }
}

words! {
    /// The unit of the offsets in a breakdown.
    #[derive(Default)]
    pub enum Offsets {
        /// UTF-16 code units: JavaScript's `slice` works on them.
        #[default]
        Utf16 = "utf16",
        /// UTF-8 bytes: Rust's and C's strings.
        Utf8 = "utf8",
        /// Unicode code points: Python's strings, Web Annotation selectors.
        CodePoint = "codepoint",
    }
}

/// Everything that holds places in the text, so that the unit can be changed in one walk.
pub(crate) trait Places {
    /// Calls `change` with every span held, in no particular order.
    fn each_span(&mut self, change: &mut dyn FnMut(&mut Span));
}

impl Places for Span {
    fn each_span(&mut self, change: &mut dyn FnMut(&mut Span)) {
        change(self);
    }
}

impl<T: Places> Places for Option<T> {
    fn each_span(&mut self, change: &mut dyn FnMut(&mut Span)) {
        if let Some(held) = self {
            held.each_span(change);
        }
    }
}

impl<T: Places> Places for Vec<T> {
    fn each_span(&mut self, change: &mut dyn FnMut(&mut Span)) {
        for held in self {
            held.each_span(change);
        }
    }
}

/// Implements [`Places`] for structs by naming the fields that hold places.
macro_rules! places {
    ($($name:ident { $($field:ident),* })*) => {$(
        impl $crate::span::Places for $name {
            fn each_span(&mut self, change: &mut dyn FnMut(&mut $crate::Span)) {
                $( $crate::span::Places::each_span(&mut self.$field, change); )*
            }
        }
    )*};
}
pub(crate) use places;

/// Bytes of text between two counted positions: small enough to count on from, large enough that
/// the table stays a fraction of the text.
const STEP: usize = 64;

/// Changes byte offsets of one text into another unit.
///
/// Made in one pass over the text; each later change counts on from the nearest of the positions
/// kept every 64 bytes, so it takes the same time wherever it lies.
pub(crate) struct Units<'t> {
    text: &'t str,
    unit: Offsets,
    /// Units before byte `k * STEP`; empty where bytes and units agree everywhere.
    counted: Vec<u32>,
}

impl<'t> Units<'t> {
    /// Counts `text` once.
    pub(crate) fn new(text: &'t str, unit: Offsets) -> Self {
        let same = unit == Offsets::Utf8 || text.is_ascii();
        let mut counted = Vec::new();
        if !same {
            counted.reserve(text.len() / STEP + 1);
            let mut units = 0u32;
            for chunk in text.as_bytes().chunks(STEP) {
                counted.push(units);
                units += count(chunk, unit);
            }
            counted.push(units);
        }
        Self { text, unit, counted }
    }

    /// The position `byte`, which must be a character boundary, in this unit.
    pub(crate) fn at(&self, byte: usize) -> usize {
        let Some(&before) = self.counted.get(byte / STEP) else { return byte };
        let from = byte / STEP * STEP;
        before as usize + count(&self.text.as_bytes()[from..byte], self.unit) as usize
    }

    /// The byte of the position `offset` counted in this unit; `None` where no character begins or ends there.
    pub(crate) fn byte(&self, offset: usize) -> Option<usize> {
        // the last of them is the whole text's
        let Some((_, kept)) = self.counted.split_last() else {
            return Some(offset).filter(|&byte| self.text.is_char_boundary(byte));
        };
        // from the last that is not after it, character by character
        let step = kept.partition_point(|&units| units as usize <= offset).checked_sub(1)?;
        let (mut byte, mut at) = (step * STEP, kept[step] as usize);
        // a step can lie inside a character, which is counted where it begins
        while !self.text.is_char_boundary(byte) {
            byte += 1;
        }
        for character in self.text[byte..].chars() {
            if at >= offset {
                break;
            }
            byte += character.len_utf8();
            at += width(character, self.unit);
        }
        (at == offset).then_some(byte)
    }

    /// Changes every span of `places`.
    pub(crate) fn convert(&self, places: &mut impl Places) {
        if !self.counted.is_empty() {
            places.each_span(&mut |span| *span = Span { start: self.at(span.start), end: self.at(span.end) });
        }
    }
}

/// Units that a character takes.
fn width(character: char, unit: Offsets) -> usize {
    match unit {
        Offsets::Utf16 => character.len_utf16(),
        Offsets::Utf8 => character.len_utf8(),
        Offsets::CodePoint => 1,
    }
}

/// Units that begin in `bytes`: a character counts where its first byte lies.
fn count(bytes: &[u8], unit: Offsets) -> u32 {
    bytes
        .iter()
        .map(|&byte| match (byte, unit) {
            (0x80..=0xBF, _) => 0,
            // the lead byte of a character beyond the basic plane: a surrogate pair in UTF-16
            (0xF0.., Offsets::Utf16) => 2,
            _ => 1,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Astral, combining, CRLF, byte order mark, a joined emoji: what offsets usually break on.
    const HARD: &str = "\u{feff}Caf\u{65}\u{301} — 𝒩utgraf\r\n👩‍🚀 “déjà vu” 漢字\0\u{200b}end";

    #[test]
    fn every_boundary_agrees_with_a_plain_count() {
        let long = HARD.repeat(9);
        for (unit, plain) in [
            (Offsets::Utf16, (|s: &str| s.encode_utf16().count()) as fn(&str) -> usize),
            (Offsets::Utf8, str::len),
            (Offsets::CodePoint, |s: &str| s.chars().count()),
        ] {
            let units = Units::new(&long, unit);
            for at in (0..=long.len()).filter(|&at| long.is_char_boundary(at)) {
                assert_eq!(units.at(at), plain(&long[..at]), "{unit:?} at byte {at}");
                assert_eq!(units.byte(units.at(at)), Some(at), "{unit:?} at byte {at}");
            }
            // inside a character, and after the end
            let bytes: Vec<usize> = (0..=plain(&long) + 70).filter_map(|at| units.byte(at)).collect();
            assert_eq!(bytes, (0..=long.len()).filter(|&at| long.is_char_boundary(at)).collect::<Vec<_>>(), "{unit:?}");
        }
    }

    #[test]
    fn ascii_needs_no_table() {
        let units = Units::new("plain text", Offsets::Utf16);
        assert!(units.counted.is_empty());
        assert_eq!(units.at(7), 7);
    }

    #[test]
    fn trimming_keeps_inside() {
        assert_eq!(Span::new(0, 7).trim("  ab c "), Span::new(2, 6));
        assert!(Span::new(0, 3).trim("   ").is_empty());
    }

    #[test]
    fn a_span_of_another_text_is_harmless() {
        assert_eq!(Span::new(1, 2).of("é"), "");
        assert_eq!(Span::new(5, 9).of("é"), "");
    }
}
