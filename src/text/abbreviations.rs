//! Words that are shortened with a full stop: their only list, `abbreviations.txt`, with what each stands for.

use super::words::{WordList, word_list};
use crate::calendar::names;

static LIST: WordList = word_list!("abbreviations.txt");

/// What an abbreviation stands for, which is how it behaves before a capital.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// Before a name: Mr., Gen., Mt.
    Title,
    /// Before a number: No., p., Fig.
    Numbered,
    /// A month or weekday, before a day: Sept. 5.
    Month,
    /// A state of the United States after a town: Mass.
    State,
    /// Any other state or province after a town: Ont.
    Region,
    /// At the end of a company's name: Inc., Ltd.
    Firm,
    /// Never at a sentence's end: e.g., vs.
    Linking,
    /// After a person's name: Jr.
    Suffix,
    /// An academic degree or profession: Ph.D.
    Degree,
    /// a.m. and p.m.
    Clock,
    /// St., Ave.: before a saint's name or after a street's.
    Street,
    /// A unit: ft., lb.
    Measure,
    /// Closes an enumeration: etc.
    Closing,
    /// A single capital letter, perhaps of a name.
    Initial,
    /// Letters with full stops that stand for a name: U.S., F.B.I., J.K.
    Letters,
    /// Any other.
    General,
}

impl Abbreviation {
    /// What `word`, written without its last full stop, abbreviates; case aside.
    pub(crate) fn listed(word: &str) -> Option<Self> {
        // "sun." is nearly always the star
        if names::is_short(word) && !word.eq_ignore_ascii_case("sun") {
            return Some(Self::Month);
        }
        LIST.get(word).and_then(Self::named)
    }

    /// Whether the clause mostly goes on after its full stop, also before a capital: Mr., No., Inc., vs., Sept.
    pub(crate) fn goes_on(self) -> bool {
        matches!(self, Self::Title | Self::Numbered | Self::Month | Self::Firm | Self::Linking | Self::Street)
    }

    fn named(class: &str) -> Option<Self> {
        Some(match class {
            "title" => Self::Title,
            "numbered" => Self::Numbered,
            "state" => Self::State,
            "region" => Self::Region,
            "firm" => Self::Firm,
            "linking" => Self::Linking,
            "suffix" => Self::Suffix,
            "degree" => Self::Degree,
            "clock" => Self::Clock,
            "street" => Self::Street,
            "measure" => Self::Measure,
            "closing" => Self::Closing,
            "general" => Self::General,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_every_class_is_known() {
        let entries: Vec<_> = LIST.entries().collect();
        assert!(entries.is_sorted_by(|a, b| a.0 < b.0));
        for (word, class) in entries {
            assert!(word.to_lowercase() == word && Abbreviation::named(class).is_some(), "{word} {class}");
        }
    }

    #[test]
    fn what_words_abbreviate() {
        for (word, wanted) in [
            ("Gen", Some(Abbreviation::Title)),
            ("Sept", Some(Abbreviation::Month)),
            ("Weds", Some(Abbreviation::Month)),
            ("Ill", Some(Abbreviation::State)),
            ("Ont", Some(Abbreviation::Region)),
            ("sun", None),
            ("May", None),
            ("ferry", None),
        ] {
            assert_eq!(Abbreviation::listed(word), wanted, "{word}");
        }
    }
}
