//! The shapes of counts beside a story.

use super::{Shape, Table};
use crate::Role;

/// A number with its unit; several can follow one another.
pub(crate) static COUNTS: Table<Role> = Table::new(&[
    Shape {
        name: "of readers",
        pattern: r"[0-9][0-9,.]*[km]?\s*(?:views?|comments?|shares|reads|likes|reactions)\b\s*[·•|,]?\s*",
        gives: Role::Counter,
        examples: &["3304 views", "1.2K shares |"],
    },
    Shape {
        name: "time to read",
        pattern: r"[0-9]+\s+{UNIT}\b(?:\s+read\b)?\s*[·•|,]?\s*",
        gives: Role::Furniture,
        examples: &["13 mins", "4 min read ·"],
    },
    Shape { name: "number", pattern: r"[0-9][0-9,]{0,6}$", gives: Role::Counter, examples: &["4", "1,204"] },
]);

#[cfg(test)]
mod tests {
    #[test]
    fn shapes() {
        super::super::tests::prove(&super::COUNTS);
    }
}
