//! Why a correction, tick or remark has no place in a text any more.

use crate::words::words;

words! {
    /// Why what a reader said of a text holds nowhere in it.
    #[non_exhaustive]
    pub enum Why {
        /// Its words are gone, or stand among others.
        WordsGone = "words-gone",
        /// Several places fit as well as each other.
        SeveralPlaces = "several-places",
        /// The words are there, but no reading that it could change.
        NothingRead = "nothing-read",
        /// The words lie in a part in which nothing is read, or in more than one part.
        PartNotRead = "part-not-read",
        /// What it says cannot be: an empty name, a number without end.
        Impossible = "impossible",
    }
}

impl Why {
    /// The same in words, about `words`.
    #[must_use]
    pub(crate) fn say(self, words: &str) -> String {
        let mut short: String = words.chars().take(40).collect();
        if short.len() < words.len() {
            short.push('…');
        }
        match self {
            Self::WordsGone => format!("the words {short:?} are gone, or stand among others"),
            Self::SeveralPlaces => {
                format!("the words {short:?} stand at several places that fit as well as each other")
            }
            Self::NothingRead => format!("nothing of the kind is read at the words {short:?}"),
            Self::PartNotRead => {
                format!("the words {short:?} do not lie in one part of the story in which this is read")
            }
            Self::Impossible => format!("what it says of the words {short:?} cannot be"),
        }
    }
}
