//! Words of titles: what each can be, and the gender it tells.

use crate::text::given::Gender;
use crate::text::words::{WordList, word_list};

/// Words of titles and what they are.
static TITLES: WordList = word_list!("titles.txt");

/// What a word can be in a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Can come right before a name: president, Gen., spokeswoman.
    Head,
    /// Comes before a head, or in the "of" phrase after it: prime, deputy, finance.
    Modifier,
    /// A form of address, with the gender it tells.
    Form(Option<Gender>),
}

/// What `word` can be in a title; a plural counts as its singular.
pub(super) fn part(word: &str) -> Option<Part> {
    let kind = TITLES.get(word).or_else(|| TITLES.get(word.strip_suffix('s')?))?;
    Some(match kind {
        "head" => Part::Head,
        "modifier" => Part::Modifier,
        "man" => Part::Form(Some(Gender::Male)),
        "woman" => Part::Form(Some(Gender::Female)),
        _ => Part::Form(None),
    })
}

/// The gender that `word` tells as a form of address: Mrs, Sir, Datuk.
pub(crate) fn address(word: &str) -> Option<Gender> {
    match part(word)? {
        Part::Form(gender) => gender,
        _ => None,
    }
}

/// Whether `word` is listed as it stands, not by its singular.
pub(super) fn is_singular(word: &str) -> bool {
    TITLES.has(word)
}
