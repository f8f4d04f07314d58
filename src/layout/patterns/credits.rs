//! The shapes of credits: the words that say whose a picture is.

use super::{Shape, Table};

/// Where words that label a credit can stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stand {
    /// Anywhere in a row.
    Inside,
    /// Anywhere, with a capital.
    Capital,
    /// Only where the credit is known to begin.
    First,
    /// Nowhere: nothing follows them.
    Alone,
}

/// What stands before the source, in a credit without its dash and brackets.
pub(crate) static LABELS: Table<Stand> = Table::new(&[
    Shape {
        name: "picture and colon",
        pattern: r"{PICTURED}(?:\s+{WHOSE})*\s*:\s*(?<who>{REST})$",
        gives: Stand::Inside,
        examples: &["Photo: Ada Quill", "File picture courtesy of: Ada Quill", "Credit: PA"],
    },
    Shape {
        name: "picture by",
        pattern: r"{PICTURE}\s+(?:by|credits?|courtesy)(?:\s+of|\s+{WHOSE})*\s+(?<who>{REST})$",
        gives: Stand::Inside,
        examples: &["Picture by Ada Quill", "Photo courtesy of the Harbour Society"],
    },
    Shape {
        name: "picture and stroke",
        pattern: r"{PICTURED}\s*/\s*(?<who>{REST})$",
        gives: Stand::Capital,
        examples: &["Photo/Ada Quill"],
    },
    Shape {
        name: "provided by",
        pattern: r"(?:provided|supplied|contributed)\s+by\s+(?<who>{REST})$",
        gives: Stand::Capital,
        examples: &["Provided by the Harbour Society"],
    },
    Shape {
        name: "other label",
        pattern: r"(?:(?:copyright\b|courtesy\s+of\b|(?:courtesy|source|photographer)\s*:)(?:\s*(?:by|:))?|{PICTURED}(?:\.+|…+|\s+(?:from|source|via)\b))\s*(?<who>{REST})$",
        gives: Stand::First,
        examples: &["Copyright Ada Quill", "Courtesy of Ada Quill", "Source: Harbour News", "Credit...Ada Quill"],
    },
    Shape {
        name: "sign",
        pattern: r"©\s*(?:copyright\s+|{PICTURED}\s*:)?\s*(?<who>{REST})$",
        gives: Stand::First,
        examples: &["© Ada Quill/Harbour News"],
    },
    Shape {
        name: "nothing follows",
        pattern: r"(?:{PICTURED}|courtesy|copyright|photographer)(?:\s+of|\s+{WHOSE})*\s*[:/]?$",
        gives: Stand::Alone,
        examples: &["Photo credit:", "File photo"],
    },
]);

#[cfg(test)]
mod tests {
    #[test]
    fn shapes() {
        super::super::tests::prove(&super::LABELS);
    }
}
