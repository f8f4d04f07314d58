//! States: what a row can be, and in which zone of the paste.
//!
//! A paste goes through five zones and never back: what the page prints before the headline, the
//! headline, what is between it and the lede, the story, and what comes after its last
//! paragraph. The same part (a caption, a timestamp) can be in several.

use crate::Role;

/// A zone of the paste.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Zone {
    /// Before the headline, or before the story where there is none.
    Before,
    /// The headline.
    Title,
    /// Between headline and lede.
    Head,
    /// From the first to the last paragraph.
    Story,
    /// After the last paragraph.
    After,
}

/// What a row is, before its role is worked out in detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Url,
    Counter,
    Section,
    Headline,
    Standfirst,
    Byline,
    Timestamp,
    Caption,
    Credit,
    Dateline,
    /// Paragraph, crosshead, list item, pull quote.
    Text,
    /// Promo and furniture.
    Furniture,
    Signoff,
    Contributors,
    /// Correction and editors' note.
    Note,
    Copyright,
    Tags,
}

impl Part {
    /// Every part, in the order of the model's weights.
    pub(crate) const ALL: [Self; 17] = [
        Self::Url,
        Self::Counter,
        Self::Section,
        Self::Headline,
        Self::Standfirst,
        Self::Byline,
        Self::Timestamp,
        Self::Caption,
        Self::Credit,
        Self::Dateline,
        Self::Text,
        Self::Furniture,
        Self::Signoff,
        Self::Contributors,
        Self::Note,
        Self::Copyright,
        Self::Tags,
    ];

    /// The role of a block that is this part and nothing closer.
    pub(crate) fn role(self) -> Role {
        match self {
            Self::Url => Role::Url,
            Self::Counter => Role::Counter,
            Self::Section => Role::Section,
            Self::Headline => Role::Headline,
            Self::Standfirst => Role::Standfirst,
            Self::Byline => Role::Byline,
            Self::Timestamp => Role::Timestamp,
            Self::Caption => Role::Caption,
            Self::Credit => Role::Credit,
            Self::Dateline => Role::Dateline,
            Self::Text => Role::Paragraph,
            Self::Furniture => Role::Furniture,
            Self::Signoff => Role::Signoff,
            Self::Contributors => Role::Contributors,
            Self::Note => Role::EditorsNote,
            Self::Copyright => Role::Copyright,
            Self::Tags => Role::Tags,
        }
    }
}

/// How many zones there are.
pub(crate) const ZONES: usize = 5;

/// The states, in the order of the model's weights.
pub(crate) const STATES: &[(Zone, Part)] = &[
    (Zone::Before, Part::Url),
    (Zone::Before, Part::Counter),
    (Zone::Before, Part::Section),
    (Zone::Before, Part::Standfirst),
    (Zone::Before, Part::Byline),
    (Zone::Before, Part::Timestamp),
    (Zone::Before, Part::Caption),
    (Zone::Before, Part::Credit),
    (Zone::Before, Part::Dateline),
    (Zone::Before, Part::Furniture),
    (Zone::Before, Part::Note),
    (Zone::Before, Part::Tags),
    (Zone::Title, Part::Headline),
    (Zone::Head, Part::Url),
    (Zone::Head, Part::Counter),
    (Zone::Head, Part::Section),
    (Zone::Head, Part::Standfirst),
    (Zone::Head, Part::Byline),
    (Zone::Head, Part::Timestamp),
    (Zone::Head, Part::Caption),
    (Zone::Head, Part::Credit),
    (Zone::Head, Part::Dateline),
    (Zone::Head, Part::Furniture),
    (Zone::Head, Part::Note),
    (Zone::Head, Part::Tags),
    (Zone::Story, Part::Text),
    (Zone::Story, Part::Byline),
    (Zone::Story, Part::Timestamp),
    (Zone::Story, Part::Caption),
    (Zone::Story, Part::Credit),
    (Zone::Story, Part::Furniture),
    (Zone::Story, Part::Note),
    (Zone::After, Part::Byline),
    (Zone::After, Part::Timestamp),
    (Zone::After, Part::Caption),
    (Zone::After, Part::Credit),
    (Zone::After, Part::Furniture),
    (Zone::After, Part::Signoff),
    (Zone::After, Part::Contributors),
    (Zone::After, Part::Note),
    (Zone::After, Part::Copyright),
    (Zone::After, Part::Tags),
];

/// Index of the state of the headline.
pub(crate) const TITLE: usize = 12;

/// Index of the state of running text.
const TEXT: usize = 25;

/// Whether a row in state `to` can follow one in state `from`. The story begins and ends with a row
/// of text, so that every paste has one reading only.
pub(crate) fn follows(from: usize, to: usize) -> bool {
    let (before, after) = (STATES[from].0, STATES[to].0);
    match (before, after) {
        (Zone::Before, Zone::Before | Zone::Title)
        | (Zone::Title | Zone::Head, Zone::Head)
        | (Zone::Story, Zone::Story)
        | (Zone::After, Zone::After) => true,
        (Zone::Before | Zone::Title | Zone::Head, Zone::Story) => to == TEXT,
        (Zone::Story, Zone::After) => from == TEXT,
        _ => false,
    }
}

/// Whether the first row can be in `state`.
pub(crate) fn starts(state: usize) -> bool {
    matches!(STATES[state].0, Zone::Before | Zone::Title) || state == TEXT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_story_is_framed_by_text() {
        assert_eq!(STATES[TEXT], (Zone::Story, Part::Text));
        assert_eq!(STATES[TITLE], (Zone::Title, Part::Headline));
        for (state, (zone, _)) in STATES.iter().enumerate() {
            assert_eq!(follows(state, TEXT), *zone != Zone::After, "{:?}", STATES[state]);
            assert!((0..STATES.len()).all(|to| !follows(state, to) || STATES[to].0 >= *zone), "never back");
        }
    }

    #[test]
    fn parts_lie_in_their_order() {
        assert!(Part::ALL.iter().enumerate().all(|(index, part)| *part as usize == index));
    }
}
