//! The shapes of sign-offs: a story's last words.

use super::{Shape, Table};

/// What makes a sign-off of a shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum If {
    Always,
    /// It is a row of its own.
    Row,
    /// It is a row of its own and names an agency; or it is initials after a sentence.
    Agency,
    /// It names an agency; or, after a sentence, an acronym, a paper and its network, the writer.
    Dash,
    /// It names an agency; or, after a sentence, an acronym or a web address.
    Brackets,
}

/// A row that is a sign-off, or what follows the last sentence of one.
pub(crate) static SIGNOFFS: Table<If> = Table::new(&[
    // `(end) dm.hb`: how Gulf agencies close; Enditem, the end mark of Xinhua's copy
    Shape {
        name: "end",
        pattern: r"(?:\(ends?\)(?:\s*[a-z0-9.]{1,8}){0,3}|(?-i:ends?/[a-z0-9.]{1,12})|(?:enditem|ends)\.?)$",
        gives: If::Always,
        examples: &["(end) dm.hb", "enditem", "ends"],
    },
    Shape {
        name: "end mark",
        pattern: r"(?:{DASH}+\s*(?:ends?|30|0)\s*{DASH}+|#\s?#\s?#(?:\s?#){0,2})$",
        gives: If::Row,
        examples: &["-ENDS-", "-30-", "###", "# # #"],
    },
    Shape {
        name: "initials of the desk",
        pattern: r"\(?(?:(?-i:[a-z]{1,4}(?:-[a-z]{1,4})?(?:/[a-z]{1,4}(?:-[a-z]{1,4})?){1,4})|(?-i:[A-Z]{2,3}(?:/[A-Z]{2,3}){1,3}))\)?\.?$",
        gives: If::Row,
        examples: &["lm/gd/jh", "lm-gd/jh"],
    },
    // day, hour and minute: how teleprinters close a message
    Shape {
        name: "filing time",
        pattern: r"(?:[0-3][0-9][0-2][0-9][0-5][0-9] GMT [a-z]{3} [0-9]{2,4}|{CLOCK} LOCAL TIME {CLOCK} GMT)$",
        gives: If::Row,
        examples: &["031234 GMT May 23", "14:22 LOCAL TIME 11:22 GMT"],
    },
    Shape {
        name: "agency and service",
        pattern: r"(?<who>(?-i:[A-Z]|dpa)(?-i:[^()])*?)(?:(?:\s+(?-i:UN|Bureau|Report|Service|News))+|(?-i:\s+[a-z0-9]{1,4}(?:/[a-z]{2,4}){0,3}){1,6}|(?-i:\s+[A-Z]{2,4}){1,3})?\.?$",
        gives: If::Agency,
        examples: &["Reuter", "IPS UN Bureau Report", "dpa sa xxde n1 ah", "PTI DM", "EFE ab/cde"],
    },
    Shape {
        name: "dash",
        pattern: r"(?:{DASH}+|=+)\s*(?<who>(?-i:[^\s()–—―-])(?:(?-i:[^()])*?(?-i:[^\s()–—―-]))?)\.?$",
        gives: If::Dash,
        examples: &["— AFP", "- Harbour Bulletin/ANN", "==Kyodo"],
    },
    Shape {
        name: "brackets",
        pattern: r"\((?:(?:(?-i:[^()])*\s)?(?:inputs?|edited)\s(?-i:[^()])*[\s–—-])?(?:with\s+)?(?<who>(?-i:[^()])+?)(?:\s+inputs)?\)\.?$",
        gives: If::Brackets,
        examples: &[
            "(KUNA)",
            "(With inputs from PTI)",
            "(With PTI inputs)",
            "(This story was not edited by our staff – PTI)",
        ],
    },
]);

#[cfg(test)]
mod tests {
    #[test]
    fn shapes() {
        super::super::tests::prove(&super::SIGNOFFS);
    }
}
