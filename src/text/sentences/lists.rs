//! Items of a list that was pasted into one run: `1. First item 2. Second item`.

use super::Scan;
use crate::text::tokens::Kind;
use crate::text::words::is_capitalised;

/// The mark in front of a list's item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marker {
    /// The bullet, where there is one.
    bullet: Option<char>,
    /// Number of the item, letters counted from 1; absent for a bullet alone.
    ordinal: Option<u32>,
    /// Whether the items are lettered.
    lettered: bool,
    /// The marks after the number: `.`, `)` or `.)`, and whether a bracket opens before it.
    style: (bool, bool, bool),
    /// Whether the item's first word is capitalised.
    capital: bool,
    /// The token after the marker.
    pub(super) after: usize,
}

fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '‣' | '⁃' | '◦' | '▪' | '■' | '●' | '·' | '∙' | '▸' | '►' | '–' | '-' | '*')
}

impl Marker {
    /// The marker at `at`, where one begins there.
    pub(super) fn read(scan: &Scan<'_>, at: usize) -> Option<Self> {
        if !scan.is_spaced(at) {
            return None;
        }
        let bullet = scan.mark(at).filter(|&mark| is_bullet(mark));
        let mut after = at + usize::from(bullet.is_some());
        let open = scan.mark(after) == Some('(');
        let number = after + usize::from(open);
        let ordinal = ordinal(scan, number);
        let dot = scan.mark(number + 1) == Some('.') && !scan.is_spaced(number + 1);
        let bracket = number + 1 + usize::from(dot);
        let close = scan.mark(bracket) == Some(')') && !scan.is_spaced(bracket);
        let numbered = ordinal.is_some() && (dot || close) && open <= close;
        if numbered {
            after = bracket + usize::from(close);
        } else if bullet.is_none() {
            return None;
        }
        let capital = is_capitalised(scan.str(after));
        (scan.kind(after).is_some() && scan.is_spaced(after)).then_some(Self {
            bullet,
            ordinal: ordinal.filter(|_| numbered),
            lettered: numbered && scan.kind(number) == Some(Kind::Word),
            style: if numbered { (open, dot, close) } else { (false, false, false) },
            capital,
            after,
        })
    }

    /// Whether a line that begins so opens a list: a bullet other than a dash, or the number 1.
    pub(super) fn opens_list(self) -> bool {
        self.ordinal.map_or_else(|| self.has_clear_bullet(), |ordinal| ordinal == 1 && self.capital)
    }

    /// Whether there is a bullet other than a dash or star: between words those are not bullets.
    fn has_clear_bullet(self) -> bool {
        self.bullet.is_some_and(|bullet| !matches!(bullet, '–' | '-' | '*' | '·'))
    }

    /// The marker of the item after this one, where it begins at `at`.
    pub(super) fn next(self, scan: &Scan<'_>, at: usize) -> Option<Self> {
        // a cheap look first: nearly no token begins a marker
        if at <= self.after || !matches!(scan.kind(at), Some(Kind::Number | Kind::Mark)) && scan.str(at).len() > 1 {
            return None;
        }
        let next = Self::read(scan, at)?;
        let follows = match (self.ordinal, next.ordinal) {
            (Some(this), Some(next)) => this.checked_add(1) == Some(next),
            (None, None) => next.has_clear_bullet(),
            _ => false,
        };
        (follows
            && next.bullet == self.bullet
            && next.lettered == self.lettered
            && next.style == self.style
            && next.capital == self.capital)
            .then_some(next)
    }
}

/// The number an item's mark counts to: digits, or one letter from `a` on.
fn ordinal(scan: &Scan<'_>, at: usize) -> Option<u32> {
    let mark = scan.str(at);
    match scan.kind(at)? {
        Kind::Number if mark.len() <= 3 => mark.parse().ok(),
        Kind::Word if mark.len() == 1 => {
            let letter = mark.bytes().next().filter(u8::is_ascii_lowercase)?;
            Some(u32::from(letter - b'a') + 1)
        }
        _ => None,
    }
}
