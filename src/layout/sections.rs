//! The sections that newspapers are made of.

use crate::text::words::{WordList, word_list};

/// Names of a newspaper's sections.
static SECTIONS: WordList = word_list!("sections.txt");

/// Whether `slice` is the name of a section.
pub(crate) fn is_section(slice: &str) -> bool {
    SECTIONS.has(slice.trim_matches(|c: char| !c.is_alphanumeric()))
}
