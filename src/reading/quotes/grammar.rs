//! Words of grammar: which word can lead, join or end what.

use crate::calendar::names as calendar;
use crate::text::words::{WordList, word_list};

/// Words and their classes, a letter each.
static WORDS: WordList = word_list!("function-words.txt");

/// What a word of grammar can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// An article or another determiner that begins a noun phrase.
    Article,
    /// A word at which a noun phrase ends.
    Boundary,
    /// A conjunction that makes a clause subordinate.
    Subordinator,
    /// A form of "be" or "get", which makes a passive with the participle after it.
    Be,
    /// A word that ends the source after a cue.
    SourceEnd,
    /// A word that ends the hearer.
    HearerEnd,
    /// A word that begins neither a clause nor a noun phrase.
    NoStart,
    /// Him, her, them, me, us.
    ObjectPronoun,
    /// A preposition that can lead a phrase.
    Preposition,
    /// He, she, they, it, I, we, you.
    SubjectPronoun,
    /// A word of when something happens.
    Time,
    /// An adverb that can come between a subject and its verb.
    Adverb,
    /// An auxiliary verb other than "be".
    Auxiliary,
}

impl Class {
    fn letter(self) -> char {
        match self {
            Self::Article => 'a',
            Self::Boundary => 'b',
            Self::Subordinator => 'c',
            Self::Be => 'e',
            Self::SourceEnd => 'f',
            Self::HearerEnd => 'h',
            Self::NoStart => 'n',
            Self::ObjectPronoun => 'o',
            Self::Preposition => 'p',
            Self::SubjectPronoun => 's',
            Self::Time => 't',
            Self::Adverb => 'v',
            Self::Auxiliary => 'x',
        }
    }

    /// Whether `word` is of this class, case aside.
    pub(super) fn has(self, word: &str) -> bool {
        // the longest entry has 11 letters
        !word.is_empty() && word.len() < 12 && WORDS.get(word).is_some_and(|classes| classes.contains(self.letter()))
    }
}

/// Whether `word` can come between a subject and its verb.
pub(super) fn is_adverb(word: &str) -> bool {
    let small = word.starts_with(|c: char| c.is_ascii_lowercase());
    let adjective = matches!(
        word,
        "family"
            | "ally"
            | "daily"
            | "weekly"
            | "monthly"
            | "assembly"
            | "early"
            | "bully"
            | "rally"
            | "supply"
            | "reply"
    );
    small && (Class::Adverb.has(word) || word.len() > 4 && word.ends_with("ly") && !adjective)
}

/// Whether `word` is an auxiliary before a verb, forms of "be" left out.
pub(super) fn is_auxiliary(word: &str) -> bool {
    Class::Auxiliary.has(positive(word))
}

/// Whether `word` is a form of "be" or "get".
pub(super) fn is_be(word: &str) -> bool {
    Class::Be.has(positive(word))
}

/// The word without "n't".
fn positive(word: &str) -> &str {
    word.strip_suffix("n't").or_else(|| word.strip_suffix("n’t")).unwrap_or(word)
}

/// Whether `word` is a day, or a word of when something happens.
pub(super) fn is_time(word: &str) -> bool {
    calendar::weekday(word).is_some() || Class::Time.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes() {
        assert!(Class::Article.has("The") && Class::Article.has("several") && !Class::Article.has("harbour"));
        assert!(is_auxiliary("hadn’t") && is_auxiliary("would") && !is_auxiliary("was"));
        assert!(is_be("wasn't") && !is_be("want"));
        assert!(is_adverb("repeatedly") && is_adverb("later") && !is_adverb("family") && !is_adverb("Kelly"));
        assert!(is_time("Tuesday") && is_time("Earlier") && !is_time("town"));
    }

    #[test]
    fn lists_are_sorted() {
        for list in [include_str!("function-words.txt"), include_str!("cues.txt")] {
            let entries: Vec<_> = list.lines().filter(|line| !line.starts_with('#')).collect();
            let key = |line: &str| line.split('\t').next().map(str::to_owned);
            assert!(entries.windows(2).all(|pair| key(pair[0]) < key(pair[1])));
        }
    }
}
