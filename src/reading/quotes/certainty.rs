//! How sure a quote and its speaker are, in hundredths: what is said and which words are its source by the judge
//! ([`super::judge`]), who that is by a small table of how it is known, counted on world news.

use super::draft::Draft;
use super::judge::Judge;
use super::source::Form;
use crate::Certainty;

/// How it is known who a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// By name, or beside the name.
    Named,
    /// By the name of a body.
    Body,
    /// A pronoun for who spoke last.
    SpokeLast,
    /// A pronoun for whom a sentence since was about.
    Subject,
    /// The same, and somebody else is possible.
    Either,
    /// A pronoun for the nearest that fits.
    Nearest,
    /// One alone has this title.
    Title,
    /// One of several with this noun, or a noun that the title ends with.
    Noun,
    /// One of several with this title.
    Several,
    /// "The striker", for a person never called so.
    Bridge,
    /// "The firm", for a body that spoke before.
    Part,
    /// "A port official", whom the text does not name.
    Indefinite,
    /// "The commission", which may be named elsewhere.
    Definite,
    /// "The club's harbour master", who may be named elsewhere.
    Pointed,
    /// Nothing tells.
    Open,
}

impl How {
    /// How many of a hundred are right.
    const fn hundredths(self) -> u32 {
        match self {
            Self::Named => 99,
            Self::Body => 97,
            Self::SpokeLast => 96,
            Self::Subject | Self::Indefinite => 94,
            Self::Title => 93,
            Self::Either => 82,
            Self::Pointed => 86,
            Self::Noun => 80,
            Self::Part => 78,
            Self::Definite => 75,
            Self::Nearest => 72,
            Self::Bridge => 65,
            Self::Several => 55,
            Self::Open => 30,
        }
    }
}

/// How much less a pronoun tells of somebody whose gender the text does not show.
const UNKNOWN: u32 = 6;

/// How sure the speaker is. `shown`: whether a pronoun's gender is known to be theirs. `near`: for speech that is carried on, whether its source stands in the same block.
pub(super) fn of_speaker(draft: &Draft, how: How, shown: bool, near: Option<bool>) -> Certainty {
    let unknown = if how == How::SpokeLast { UNKNOWN / 2 } else { UNKNOWN };
    let sure = how.hundredths() - if shown { 0 } else { unknown };
    let kept = match (draft.carried, near) {
        (false, _) => 100,
        (true, Some(true)) => 98,
        (true, Some(false)) => 95,
        (true, None) => 78,
    };
    hundredths((sure * kept + 50) / 100)
}

/// How sure it is that this is said, and by its speaker.
pub(super) fn of_quote(draft: &Draft, speaker: Option<Certainty>) -> Certainty {
    // with nobody named, only what is said can be right
    let speaker = speaker.map_or(90, |speaker| u32::from(speaker.hundredths()));
    hundredths((Judge::elsewhere(draft) * speaker + 50) / 100)
}

/// A source that is written with a name.
pub(super) const fn named(form: Form) -> How {
    match form {
        Form::Name { person: false, .. } => How::Body,
        _ => How::Named,
    }
}

fn hundredths(share: u32) -> Certainty {
    Certainty::new(u8::try_from(share.min(100)).unwrap_or(100))
}
