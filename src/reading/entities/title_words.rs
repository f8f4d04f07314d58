//! Words of titles: what each can be, and the gender it tells.

use crate::calendar::names;
use crate::text::given::Gender;
use crate::text::words::WordList;

/// Words of titles and what they are.
static TITLES: WordList = WordList::new(include_str!("titles.txt"));

/// What a word can be in a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Can stand right before a name: president, Gen., spokeswoman.
    Head,
    /// Stands before a head, or in the "of" phrase behind it: prime, deputy, finance.
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

/// Whether `word` is listed as it stands, not by its singular.
pub(super) fn is_singular(word: &str) -> bool {
    TITLES.has(word)
}

/// Whether `word` is a title that is written with a full stop behind it.
pub(super) fn is_abbreviated(word: &str) -> bool {
    part(word).is_some()
        || names::month(word).is_some_and(|_| names::is_short(word))
        || matches!(word, "St" | "Jr" | "Sr" | "Mt" | "Ft" | "No" | "Inc" | "Co" | "Ltd" | "Corp")
}
