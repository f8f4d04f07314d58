//! How sure a quote and its speaker are: small tables, in hundredths.
//!
//! What is said was counted on the training stories of `PolNeAR` (Newell, Margolin, Ruths, LREC 2018), by how the content
//! is joined to its cue; their counts are low where several paragraphs are one attribution there, which was made up for.
//! Who says it was counted by how that is known, on world news as well.

use super::draft::{Draft, Frame};
use super::source::Form;
use crate::{Certainty, QuoteAct, QuoteKind};

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
    /// "The striker", for a person never called so.
    Bridge,
    /// "The firm", for a body that spoke before.
    Part,
    /// "A port official", whom the text does not name.
    Indefinite,
    /// "The commission", which may be named elsewhere.
    Definite,
    /// Nothing tells.
    Open,
}

impl How {
    /// How many of a hundred are right.
    const fn hundredths(self) -> u32 {
        match self {
            Self::Named => 98,
            Self::SpokeLast => 94,
            Self::Body | Self::Subject => 93,
            Self::Title => 91,
            Self::Indefinite => 87,
            Self::Part => 75,
            Self::Noun | Self::Either => 80,
            Self::Nearest | Self::Definite => 70,
            Self::Bridge => 62,
            Self::Open => 30,
        }
    }
}

/// How many of a hundred such contents are attributions, and end where they are said to.
fn said(draft: &Draft) -> u32 {
    let quoted = draft.kind != QuoteKind::Indirect;
    if draft.act == QuoteAct::Stance {
        return match draft.frame {
            Frame::That => 84,
            Frame::Clause => 85,
            Frame::Infinitive => 68,
            _ => 74,
        };
    }
    match draft.frame {
        Frame::Carried if draft.source.is_none() => 60,
        Frame::That => 97,
        Frame::Clause | Frame::Quoted | Frame::Carried => 96,
        Frame::After if draft.kind == QuoteKind::Direct => 98,
        Frame::After => 92,
        Frame::Question => 88,
        _ if quoted => 92,
        Frame::Topic => 80,
        Frame::Infinitive | Frame::Object => 75,
    }
}

/// How much less a pronoun tells of somebody whose gender the text does not show.
const UNKNOWN: u32 = 8;

/// How sure the speaker is. `shown`: whether a pronoun's gender is known to be theirs. `near`: for speech that is carried on, whether its source stands in the same block.
pub(super) fn of_speaker(draft: &Draft, how: How, shown: bool, near: Option<bool>) -> Certainty {
    let sure = how.hundredths() - if shown { 0 } else { UNKNOWN };
    let kept = match (draft.carried, near) {
        (false, _) => 100,
        (true, Some(true)) => 95,
        (true, Some(false)) => 94,
        (true, None) => 75,
    };
    hundredths(sure * kept / 100)
}

/// How sure it is that this is said, and by its speaker.
pub(super) fn of_quote(draft: &Draft, speaker: Option<Certainty>) -> Certainty {
    // with nobody named, only what is said can be right
    let speaker = speaker.map_or(90, |speaker| u32::from(speaker.hundredths()));
    hundredths(said(draft) * speaker / 100)
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
