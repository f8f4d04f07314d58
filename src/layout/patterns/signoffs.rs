//! The shapes of sign-offs: rows that are one, and a story's last words.

use super::{Shape, Table};

/// What a shape says where `who` is one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// Nothing is asked.
    End,
    /// An agency.
    Agency,
    /// An agency, a paper and its network, an acronym; or the writer.
    Dash,
    /// An agency, an acronym or a web address.
    Brackets,
}

/// Rows that are a sign-off.
pub(crate) static ROWS: Table<Sign> = Table::new(&[
    Shape {
        name: "end",
        pattern: r"(?:{END MARK}|(?:{DASH}\s*)?\(?(?:enditem|ends)\)?\.?)$",
        gives: Sign::End,
        examples: &["(End)", "(end) dm.hb", "Enditem", "ENDS."],
    },
    Shape {
        name: "initials of the desk",
        pattern: r"(?:{DASH}\s*)?\(?(?-i:[a-z]{1,4}(?:/[a-z]{1,4}){1,4})\)?\.?$",
        gives: Sign::End,
        examples: &["lm/gd/jh", "(ab/cd)"],
    },
    Shape {
        name: "edited elsewhere",
        pattern: r"\((?s:.*)\bedited\b(?s:.*)[\s–—-](?<who>[^\s–—-]+)\)\.?$",
        gives: Sign::Agency,
        examples: &["(This story has not been edited by our staff – PTI)"],
    },
    Shape {
        name: "agency and service",
        pattern: r"(?:{DASH}\s*)?\(?(?<who>[^()]+?)(?:(?:\s+(?-i:UN|Bureau|Report|Service|News))+|(?-i:\s+[a-z0-9]{1,4}){1,6})?\)?\.?$",
        gives: Sign::Agency,
        examples: &["Reuter", "- Reuters.", "IPS UN Bureau Report", "dpa sa xxde n1 ah"],
    },
]);

/// What stands after the last sentence of a story.
pub(crate) static TAILS: Table<Sign> = Table::new(&[
    Shape { name: "end", pattern: r"(?:{END MARK}|enditem)$", gives: Sign::End, examples: &["(end) dm.hb", "Enditem"] },
    Shape {
        name: "dash",
        pattern: r"{DASH}+\s*(?<who>[^\s–—―-].*?)\.?$",
        gives: Sign::Dash,
        examples: &["— AFP", "- Harbour Bulletin/ANN"],
    },
    Shape {
        name: "brackets",
        pattern: r"\((?:[^()]*\binputs?\b[^()]*\s)?(?<who>[^()]+)\)\.?$",
        gives: Sign::Brackets,
        examples: &["(KUNA)", "(With inputs from PTI)"],
    },
]);

#[cfg(test)]
mod tests {
    use super::super::tests::prove;

    #[test]
    fn shapes() {
        prove(&super::ROWS);
        prove(&super::TAILS);
    }
}
