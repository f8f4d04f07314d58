//! Features: what can be seen of a row and its neighbours, as a list of small numbers for the model.

mod own;
mod permitted;
mod place;

use super::facts::{Paste, VOCABULARY_SIZE};
use super::rows::Row;
use super::states::{Part, STATES, Zone};

/// Declares the features of a row, in order: the model's weights lie in this order.
macro_rules! features {
    ($($name:ident)*) => {
        /// Something that is true of a row.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs)]
        #[repr(u16)]
        pub(crate) enum Feature { $($name),* }

        /// The features' names, in order.
        pub(crate) const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}

features! {
    // Seen of the neighbours too, up to `LastShared`:
    Length1 Length2 Length3 Length4 Length5 Length6 Length7 Length8
    Prose WeakProse EndsStop EndsQuestion EndsColon EndsQuote EndsEllipsis EndsBracket EndsOpen
    StartsSmall StartsDigit StartsQuote StartsBullet StartsBracket
    AllCaps TitleCase SentenceCase
    TimestampWhole TimestampPart TimestampRelative TimestampLabelled ByWhole ByPart NamesAlone AgencyAlone
    CreditSure CreditMaybe CreditTail
    Dateline3 Dateline2 Dateline1 DatelineOwnLine
    SignoffWhole SignoffTail Contributors
    ShareRow NavRow PromoStart LegalOne LegalMany NoteStart Bio TagsStart CopyrightMark Gallery CaptionCue CaptionStart
    UrlWhole UrlInside Handle Number BigNumber
    Repeated RepeatedMuch RepeatsNeighbour LikeNeighbour
    BlankBefore BlanksBefore
    GivenFirst OfAuthor HoldsOther KickerFirst LedeHigh
    SaysI SaysYou NamesNew NamesKnown FileName Rating
    Section Label Depicts
    LastShared
    // Of the row itself only:
    Bias OneWord TwoWords ThreeWords
    FunctionNone FunctionFew FunctionMany
    Sentences2 Sentences3 Commas2 HasQuotes HasSaid HasYear HasPipe HasDash HasArrow ColonLabel Speaker ListNumber
    InPlain Overlap0 Overlap1 Overlap2 Overlap3 Overlap4 SlugLow SlugMid SlugHigh HasTitleLine IsTitleLine
    ShareWordMost
    First Second Third EarlyRow Last NearLast
    BeforeProse ProseStarted1 ProseStarted2 ProseMid ProseMost AfterProse
    NextProse1 NextProse2 NextProse3 NextProseFar NextProseNone
    LastProse1 LastProse2 LastProse3 LastProseFar
    ProseRunBefore ProseRunAfter ShortRunBefore ShortRunAfter
    ByAbove ByBelow TimestampNear HeadlineShape HeadlineShapeFirst
    FewRows ManyRows NoProse FirstRowUrl BlanksEverywhere BlanksNowhere
    FirstHeadlineShape LongestBeforeProse CapsStopShort
    BeforeCore1 BeforeCore2 BeforeCore3 BeforeCore6 BeforeCore11 BeforeCoreFar InCore AfterCore1 AfterCore2 AfterCore3 AfterCoreFar
    Rank1 Rank2 Rank3 Shared0 Shared1 Shared2 Shared3 ByFarBelow StampFarBelow ByFarAbove StampFarAbove RelativeNear
    Rank1Headline RepeatsTitle NameRepeats LikeCaption LongStop TitleLength Flows
    Lede0 Lede1 Lede2 Lede3 GivenName FarBefore0 FarBeforeFew FarBeforeMany FarAfter0 FarAfterFew FarAfterMany
    Row1 Row2 Row3 Row4 Row5
    BelowLabel SharedLabel SaysWe NamesNone NamesFew PageBefore0 PageBefore1 PageBefore2 PageBefore4 PageAfter0 PageAfter1 PageAfter2 PageAfter4
}

/// Features shared with the neighbours.
const SHARED: usize = Feature::LastShared as usize;

/// Features that the hidden units see: the row's own, and the shared ones of the two rows before it and the
/// two after it.
pub(crate) const DEEP: usize = NAMES.len() + 4 * SHARED;

/// All features: after the [`DEEP`] ones, the words of a short row, the first word of any, and the words of a longer row.
pub(crate) const COUNT: usize = DEEP + 3 * VOCABULARY_SIZE;

/// The name of feature `id`, for a look at its weights.
#[cfg(feature = "train")]
pub(crate) fn name(id: usize) -> String {
    if id < NAMES.len() {
        return NAMES[id].to_owned();
    }
    if id >= DEEP {
        let number = id - DEEP;
        let place = ["word", "first", "inside"][number / VOCABULARY_SIZE];
        return format!("{place} {}", number % VOCABULARY_SIZE);
    }
    let (side, index) = ((id - NAMES.len()) / SHARED, (id - NAMES.len()) % SHARED);
    format!("{}{}", ["-1:", "+1:", "-2:", "+2:"][side.min(3)], NAMES[index])
}

/// The features of every row of a paste.
#[cfg_attr(test, derive(Clone))]
pub(crate) struct Table {
    ids: Vec<u16>,
    starts: Vec<u32>,
    words: Vec<u16>,
    word_starts: Vec<u32>,
    permitted: Vec<u64>,
    /// The same before the headline was held to a row.
    possible: Vec<u64>,
    restricted: Vec<bool>,
}

impl Table {
    /// The features of row `index`, its own and its neighbours'.
    pub(crate) fn of(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        let own = self.own(index).iter().map(|&id| id as usize);
        let words = match (self.word_starts.get(index), self.word_starts.get(index + 1)) {
            (Some(&from), Some(&to)) => &self.words[from as usize..to as usize],
            _ => &[],
        };
        let shared = |row: Option<usize>, side: usize| {
            row.map_or(&[][..], |row| self.own(row))
                .iter()
                .filter(|&&id| (id as usize) < SHARED)
                .map(move |&id| NAMES.len() + side * SHARED + id as usize)
        };
        own.chain(shared(index.checked_sub(1), 0))
            .chain(shared(Some(index + 1), 1))
            .chain(shared(index.checked_sub(2), 2))
            .chain(shared(Some(index + 2), 3))
            .chain(words.iter().map(|&number| DEEP + number as usize))
    }

    /// The states that the row can be in at all, a bit each.
    pub(crate) fn permitted(&self, index: usize) -> u64 {
        self.permitted.get(index).copied().unwrap_or(u64::MAX)
    }

    /// Whether the row can be `part` in some zone, whatever was chosen as the headline.
    pub(crate) fn permits(&self, index: usize, part: Part) -> bool {
        let permitted = self.possible.get(index).copied().unwrap_or(u64::MAX);
        STATES.iter().enumerate().any(|(state, &(_, of))| of == part && permitted >> state & 1 == 1)
    }

    /// Leaves to the row only the states that `can_be` allows, unless the grammars rule out all of them.
    pub(crate) fn restrict(&mut self, index: usize, can_be: impl Fn(Zone, Part) -> bool) {
        if self.hold(index, can_be) {
            self.possible[index] = self.permitted[index];
            self.restricted[index] = true;
        }
    }

    /// The same by what was chosen and not by the kind of page; returns whether anything is left to the row.
    pub(crate) fn hold(&mut self, index: usize, can_be: impl Fn(Zone, Part) -> bool) -> bool {
        let bit = |(index, &(zone, part)): (usize, &(Zone, Part))| if can_be(zone, part) { 1u64 << index } else { 0 };
        let mask: u64 = STATES.iter().enumerate().map(bit).sum();
        let permitted = self.permitted.get_mut(index).filter(|permitted| **permitted & mask != 0);
        permitted.map(|permitted| *permitted &= mask).is_some()
    }

    /// Whether the row was left only some of its states by the kind of page.
    pub(crate) fn is_restricted(&self, index: usize) -> bool {
        self.restricted.get(index).copied().unwrap_or(false)
    }

    fn own(&self, index: usize) -> &[u16] {
        match (self.starts.get(index), self.starts.get(index + 1)) {
            (Some(&from), Some(&to)) => &self.ids[from as usize..to as usize],
            _ => &[],
        }
    }
}

/// Looks at every row.
pub(crate) fn table(rows: &[Row], paste: &Paste) -> Table {
    let permitted: Vec<u64> = paste.facts.iter().map(|facts| permitted::states(facts, paste)).collect();
    let mut table = Table {
        ids: Vec::with_capacity(rows.len() * 24),
        starts: Vec::with_capacity(rows.len() + 1),
        words: Vec::new(),
        word_starts: Vec::with_capacity(rows.len() + 1),
        possible: permitted.clone(),
        permitted,
        restricted: vec![false; rows.len()],
    };
    for index in 0..rows.len() {
        table.starts.push(table.ids.len() as u32);
        table.word_starts.push(table.words.len() as u32);
        table.words.extend_from_slice(&paste.facts[index].wording.vocabulary);
        let mut seen = |feature: Feature, holds: bool| {
            if holds {
                table.ids.push(feature as u16);
            }
        };
        own::shape(&paste.facts[index], &mut seen);
        own::grammar(&paste.facts[index], &mut seen);
        place::place(rows, paste, index, &mut seen);
        place::neighbours(paste, index, &mut seen);
    }
    table.starts.push(table.ids.len() as u32);
    table.word_starts.push(table.words.len() as u32);
    table
}
