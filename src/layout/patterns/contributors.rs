//! The words of a line that says who else worked on the story.

use super::{Shape, Table};

/// What the words say of the names around them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    /// Those named after them did this.
    After,
    /// Those named before them reported.
    Before,
    /// Nothing: the sentence is over.
    Over,
}
use Says::{After, Before, Over};

/// What was done, and who did it; `word` is where it says so, where that is not the whole match.
pub(crate) static CONTRIBUTORS: Table<Says> = Table::new(&[
    Shape {
        name: "work by",
        pattern: r"{WHAT}(?<work>report|writ|compil|edit|translat|graphic|photography|research|data analys|produc|put together)[a-z]*\s+by\b:?",
        gives: After,
        examples: &["Additional reporting by", "Data analysis by", "This story was put together by:", "Photography by"],
    },
    Shape {
        name: "inputs",
        pattern: r"\bwith\s+(?:inputs?|files|(?:additional\s+)?reporting)\s+(?:from|by)\b",
        gives: After,
        examples: &["With inputs from", "with reporting by"],
    },
    Shape {
        name: "contributed",
        pattern: r"\s(?:also\s+)?contributed(?:\s+(?:reporting|research|from|to\s+(?:this\s+[a-z]+|the\s+(?:report|story|article)))\b|[\s.)]*$)",
        gives: Before,
        examples: &[" contributed reporting", " also contributed to this guide", " contributed."],
    },
    Shape { name: "reported", pattern: r"\s(?<word>reported)\s+from\b", gives: Before, examples: &[" reported from"] },
    Shape { name: "stop", pattern: r"(?-i:[^\s.]){3}(?<word>\.)\s+(?-i:[A-Z])", gives: Over, examples: &["ill. T"] },
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_shape_reads_its_own() {
        super::super::tests::prove(&CONTRIBUTORS);
    }
}
