//! The shapes of credits: the words that say whose a picture is.

use super::{Shape, Table};

/// What comes before the source, in a credit without its dash and brackets; `true` where it begins one anywhere in
/// a row. Tried where the first word is one of credits.
pub(crate) static LABELS: Table<bool> = Table::new(&[
    Shape {
        name: "picture and colon",
        pattern: r"{PICTURED}(?:\s+{WHOSE})*\s*:{WHO}",
        gives: true,
        examples: &["Photo: Ada Quill", "File picture courtesy of: Ada Quill", "Credit: PA"],
    },
    Shape {
        name: "picture by",
        pattern: r"{PICTURE}\s+(?:by|credits?|courtesy)(?:\s+of|\s+{WHOSE})*\s{WHO}",
        gives: true,
        examples: &["Picture by Ada Quill", "Photo courtesy of the Harbour Society"],
    },
    Shape {
        name: "with a capital",
        pattern: r"(?-i:[A-Z])[a-z]+(?:\s*/|ed\s+by\s){WHO}",
        gives: true,
        examples: &["Photo/Ada Quill", "Provided by the Harbour Society"],
    },
    Shape {
        name: "other label",
        pattern: r"(?:©\s*)?(?:copyright\b(?:\s*:|\s+by\b)?|courtesy(?:\s+of\b|\s*:)|(?:source|photographer)\s*:){WHO}",
        gives: false,
        examples: &["Copyright Ada Quill", "Courtesy of Ada Quill", "Source: Harbour News"],
    },
    Shape {
        name: "picture from",
        pattern: r"{PICTURED}(?:\.+|…+|\s+(?:from|source|via)\b){WHO}",
        gives: false,
        examples: &["Credit...Ada Quill", "Photo from Ada Quill"],
    },
    Shape {
        name: "nothing follows",
        pattern: r"(?:©\s*)?(?:{PICTURED}|courtesy|copyright|photographer)(?:\s+of|\s+{WHOSE})*\s*(?:[:/]|[.…]+)?$",
        gives: false,
        examples: &["Photo credit:", "File photo", "Copyright", "Credit..."],
    },
    Shape { name: "sign", pattern: r"©{WHO}", gives: false, examples: &["© Ada Quill/Harbour News"] },
]);

#[cfg(test)]
mod tests {
    #[test]
    fn shapes() {
        super::super::tests::prove(&super::LABELS);
    }
}
