//! What opens a byline, and what joins its pieces: names, roles, outlets and places.

use super::{Shape, Table};

/// How a piece is joined to what comes before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Join {
    /// It opens the row, or comes after "By" or the like.
    Start,
    By,
    /// As one more of the same.
    List,
    And,
    /// As what is said of the one before.
    Apart,
    Outlet,
    For,
    Place,
    /// After an address of mail, a handle, or links to follow the author.
    Contact,
}
use Join::{And, Apart, By, Contact, For, List, Outlet, Place};

/// How bylines are put together.
pub(crate) static BYLINES: Table<Join> = Table::new(&[
    Shape { name: "by", pattern: r"^(?:{VERB}\s+)?by\b:?", gives: By, examples: &["By", "Written by:", "Opinion by"] },
    Shape { name: "label", pattern: r"^{WRITER}\s?:", gives: By, examples: &["Author:", "Text:"] },
    Shape { name: "comma", pattern: r"\s*[,;/]", gives: List, examples: &[",", " /"] },
    Shape { name: "and", pattern: r"\s*&|\s+(?:and|with)\b", gives: And, examples: &[" and", " &", " with"] },
    Shape { name: "dash", pattern: r"\s*[•·–—―]|\s-+(?:\s|$)", gives: Apart, examples: &[" •", " - "] },
    Shape { name: "stroke", pattern: r"\s*\|", gives: Outlet, examples: &[" |"] },
    Shape { name: "for", pattern: r"\s+for\b", gives: For, examples: &[" for"] },
    Shape { name: "place", pattern: r"\s+(?:in|at|of|from)\b", gives: Place, examples: &[" in", " from"] },
    Shape {
        name: "contact",
        pattern: r"\s*\(?{CONTACT}\)?",
        gives: Contact,
        examples: &[" (a.q@echo.example)", " @adaq"],
    },
    Shape { name: "links", pattern: r"\s*(?<links>{LINKS})\b", gives: Contact, examples: &["  Follow X", "Twitter"] },
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_shape_reads_its_own() {
        super::super::tests::prove(&BYLINES);
    }
}
