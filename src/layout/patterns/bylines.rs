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
    /// In brackets.
    Bracket,
    /// After more than one space.
    Gap,
    Place,
    /// After an address of mail, a handle, or links to follow the author.
    Contact,
    /// As somebody who did something else.
    Others,
}
use Join::{And, Apart, Bracket, By, Contact, For, Gap, List, Others, Outlet, Place, Start};

/// How bylines are put together.
pub(crate) static BYLINES: Table<Join> = Table::new(&[
    Shape {
        name: "by",
        pattern: r"^(?:(?:an?\s+)?(?:(?:guest|special)\s+)?(?:{PICTURE}\s+(?:and|&)\s+)?{VERB}(?:\s+(?:and|&)\s+(?:{PICTURE}|{VERB}))?\s+)?by\b:?(?:\s+our(?:\s+[a-z]+)?(?:\s+[a-z]+)?\s+{POST}\b,?)?",
        gives: By,
        examples: &[
            "By",
            "Written by:",
            "Opinion by",
            "A column by",
            "By our own correspondent",
            "Words and pictures by",
            "Photos and story by",
        ],
    },
    Shape {
        name: "special to",
        pattern: r"^special\s+(?:to|for)\s+(?:[a-z’'.-]+\s+){1,5}?by\b",
        gives: By,
        examples: &["Special to the Harbour Echo by"],
    },
    // broadcasters of several newsrooms say which of them it is: those of Australia by a stroke, American public radio by a bar
    Shape {
        name: "newsroom",
        pattern: r"^(?:(?-i:[A-Z])[a-z0-9’'&.-]*\s+){1,5}?[/|]\s*by\b",
        gives: By,
        examples: &["Harbour Radio / By", "Echo Mill Bay | by", "KQAY | By"],
    },
    Shape {
        name: "label",
        pattern: r"^{WRITER}(?:\s+(?:and|&)\s+{PICTURE})?\s?:",
        gives: By,
        examples: &["Author:", "Text:", "Words and photos:"],
    },
    Shape {
        name: "post",
        pattern: r"^(?:(?-i:[A-Z])[a-z’']+\s+){0,4}?(?:{POST}|author)\s",
        gives: Start,
        examples: &["Staff writer ", "Political correspondent ", "Author ", "Mill Bay Echo Reporter "],
    },
    Shape { name: "told to", pattern: r"^as\s+told\s+to\s", gives: By, examples: &["As told to "] },
    Shape { name: "from", pattern: r"^(?:from|(?-i:and))\s", gives: By, examples: &["From ", "and "] },
    Shape { name: "by again", pattern: r"\s*[|/•·–—]\s*by\b:?", gives: By, examples: &[" | By", " • By"] },
    // who did something else: the pictures, the editing
    Shape {
        name: "others",
        pattern: r"(?:\s*[,;|/•·.–—-]+\s*|\s+)(?:and\s+)?(?:(?:medically|additional)\s+)?(?:edited|translated|reviewed|illustrat(?:ed|ions?)|photographed|{PICTURE}|reporting|produced)\s+by\b:?|,?\s+as\s+told\s+to\b",
        gives: Others,
        examples: &[", edited by", " Photographs by", " | Medically reviewed by", ", as told to"],
    },
    Shape { name: "comma", pattern: r"\s*[,;/]", gives: List, examples: &[",", " /"] },
    Shape { name: "and", pattern: r"\s*&|\s+(?:and|with)\b", gives: And, examples: &[" and", " &", " with"] },
    Shape { name: "dash", pattern: r"\s*[•·–—―]|\s+-+(?:\s|$)", gives: Apart, examples: &[" •", " - "] },
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
    // as live pages name who writes now and who did before
    Shape { name: "shift", pattern: r"\s*\((?:now|earlier)\)", gives: Contact, examples: &[" (now)", " (earlier)"] },
    Shape { name: "brackets", pattern: r"\s+\(|\)$", gives: Bracket, examples: &[" (", ")"] },
    // what stood apart on the page, and what copying put after it
    Shape { name: "gap", pattern: r"\s\s+", gives: Gap, examples: &["  "] },
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_shape_reads_its_own() {
        super::super::tests::prove(&BYLINES);
    }
}
