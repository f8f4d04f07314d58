//! Features: what can be seen of a row and its neighbours, as a list of small numbers for the model.

use super::facts::{Facts, Paste, VOCABULARY_SIZE};
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
    SaysWe NamesNone NamesFew PageBefore0 PageBefore1 PageBefore2 PageBefore4 PageAfter0 PageAfter1 PageAfter2 PageAfter4
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
    let permitted: Vec<u64> = paste.facts.iter().map(|facts| permitted(facts, paste)).collect();
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
        shape(&paste.facts[index], &mut seen);
        grammar(&paste.facts[index], &mut seen);
        place(rows, paste, index, &mut seen);
        neighbours(paste, index, &mut seen);
    }
    table.starts.push(table.ids.len() as u32);
    table.word_starts.push(table.words.len() as u32);
    table
}

/// Rows from which a paste without a sentence is a page of links.
const LINKS: usize = 14;

/// Characters of running text by which a story is told in sentences.
const TOLD: usize = 400;

/// The states that the grammars do not rule out for a row: an address has the form of one, a count is a number, a
/// timestamp has a time; where there is a story told in sentences, it does not begin far above the first of them.
fn permitted(facts: &Facts, paste: &Paste) -> u64 {
    let can_be = |part: Part| match part {
        Part::Url => facts.shape.url_whole || facts.shape.url_inside,
        Part::Counter => facts.shape.number.is_some(),
        Part::Timestamp => {
            facts.told.timestamp_whole
                || facts.told.timestamp_part && !facts.tells_of_a_day()
                || facts.told.timestamp_relative
                || facts.told.timestamp_labelled
        }
        Part::Caption => !(facts.phrases.promo_start && facts.shape.words <= 10 && facts.shape.last != '.'),
        Part::Dateline => facts.told.dateline > 0 || facts.told.dateline_own_line,
        Part::Copyright => facts.phrases.copyright || facts.phrases.legal > 0,
        Part::Headline => {
            !(facts.kin.holds_other
                || facts.shape.url_whole
                || facts.shape.file_name
                || facts.shape.rating
                || facts.told.timestamp_whole
                || facts.phrases.copyright)
                && facts.shape.number.is_none()
                && facts.shape.words > 0
                // a page of links tells no story
                && (paste.prose_chars > 0
                    || paste.facts.len() < LINKS
                    || facts.position.page_before + facts.position.page_after < 2)
        }
        Part::Text => {
            !(facts.shape.file_name || facts.shape.rating || paste.prose_chars >= TOLD && facts.is_far_above())
        }
        Part::Byline => facts.shape.chars < 300,
        Part::Section | Part::Signoff => facts.shape.chars < 80,
        _ => true,
    };
    let bit = |(index, &(_, part)): (usize, &(Zone, Part))| if can_be(part) { 1u64 << index } else { 0 };
    STATES.iter().enumerate().map(bit).sum()
}

/// Length, case and marks.
fn shape(facts: &Facts, seen: &mut impl FnMut(Feature, bool)) {
    use Feature as F;
    let length = [F::Length1, F::Length2, F::Length3, F::Length4, F::Length5, F::Length6, F::Length7, F::Length8];
    let bucket = [4, 11, 21, 41, 71, 111, 181].iter().position(|&most| facts.shape.chars < most).unwrap_or(7);
    seen(length[bucket], true);
    seen(F::Prose, facts.shape.prose);
    seen(F::WeakProse, facts.shape.weak_prose);
    match facts.shape.last {
        '.' | '!' => seen(F::EndsStop, true),
        '?' => seen(F::EndsQuestion, true),
        ':' => seen(F::EndsColon, true),
        '”' | '"' | '’' | '\'' => seen(F::EndsQuote, true),
        '…' => seen(F::EndsEllipsis, true),
        ')' | ']' => seen(F::EndsBracket, true),
        _ => seen(F::EndsOpen, true),
    }
    match facts.shape.first {
        c if c.is_lowercase() => seen(F::StartsSmall, true),
        c if c.is_numeric() => seen(F::StartsDigit, true),
        '“' | '"' | '‘' | '\'' => seen(F::StartsQuote, true),
        '•' | '-' | '–' | '—' | '*' | '·' | '●' | '▪' | '>' | '→' | '■' | '►' => {
            seen(F::StartsBullet, true);
        }
        '(' | '[' => seen(F::StartsBracket, true),
        _ => {}
    }
    seen(F::AllCaps, facts.shape.all_caps);
    let capital_share = facts.shape.capitalised * 10 / facts.shape.words.max(1);
    seen(F::TitleCase, facts.shape.words >= 3 && capital_share >= 7 && !facts.shape.all_caps);
    seen(F::SentenceCase, facts.shape.words >= 4 && capital_share <= 4);
    seen(F::Bias, true);
    seen(F::OneWord, facts.shape.words == 1);
    seen(F::TwoWords, facts.shape.words == 2);
    seen(F::ThreeWords, facts.shape.words == 3);
    let function_share = facts.shape.function * 10 / facts.shape.words.max(1);
    seen(F::FunctionNone, facts.shape.words >= 2 && facts.shape.function == 0);
    seen(F::FunctionFew, facts.shape.function > 0 && function_share < 3);
    seen(F::FunctionMany, function_share >= 3);
    seen(F::Sentences2, facts.shape.stops == 1);
    seen(F::Sentences3, facts.shape.stops >= 2);
    seen(F::Commas2, facts.shape.commas >= 2);
    seen(F::HasQuotes, facts.shape.quotes);
    seen(F::HasSaid, facts.shape.said);
    seen(F::HasYear, facts.shape.year);
    seen(F::HasPipe, facts.shape.pipe);
    seen(F::HasDash, facts.shape.dash);
    seen(F::HasArrow, facts.shape.arrow);
    seen(F::ColonLabel, facts.shape.colon_label);
    seen(F::Speaker, facts.shape.speaker);
    seen(F::ListNumber, facts.shape.list_number);
    seen(
        F::CapsStopShort,
        facts.shape.words <= 8
            && facts.shape.first.is_uppercase()
            && !matches!(facts.shape.last, '.' | '!' | '?' | ':' | ',' | '”' | '"'),
    );
}

/// What the grammars of the parts and the lists of phrases say.
fn grammar(facts: &Facts, seen: &mut impl FnMut(Feature, bool)) {
    use Feature as F;
    seen(F::TimestampWhole, facts.told.timestamp_whole);
    seen(F::TimestampPart, facts.told.timestamp_part);
    seen(F::TimestampRelative, facts.told.timestamp_relative);
    seen(F::TimestampLabelled, facts.told.timestamp_labelled);
    seen(F::ByWhole, facts.told.by_whole);
    seen(F::ByPart, facts.told.by_part);
    seen(F::NamesAlone, facts.told.names_alone);
    seen(F::AgencyAlone, facts.told.agency_alone);
    seen(F::CreditSure, facts.told.credit_sure);
    seen(F::CreditMaybe, facts.told.credit_maybe);
    seen(F::CreditTail, facts.told.credit_tail);
    seen(F::Dateline3, facts.told.dateline == 3);
    seen(F::Dateline2, facts.told.dateline == 2);
    seen(F::Dateline1, facts.told.dateline == 1);
    seen(F::DatelineOwnLine, facts.told.dateline_own_line);
    seen(F::SignoffWhole, facts.told.signoff_whole);
    seen(F::SignoffTail, facts.told.signoff_tail);
    seen(F::Contributors, facts.told.contributors);
    seen(F::ShareRow, facts.phrases.share_row);
    seen(F::NavRow, facts.phrases.nav_row);
    seen(F::PromoStart, facts.phrases.promo_start);
    seen(F::LegalOne, facts.phrases.legal == 1);
    seen(F::LegalMany, facts.phrases.legal >= 2);
    seen(F::NoteStart, facts.phrases.note_start);
    seen(F::Bio, facts.phrases.bio);
    seen(F::TagsStart, facts.phrases.tags_start);
    seen(F::CopyrightMark, facts.phrases.copyright);
    seen(F::Gallery, facts.phrases.gallery);
    seen(F::CaptionCue, facts.phrases.caption_cue);
    seen(F::CaptionStart, facts.phrases.caption_start);
    seen(F::UrlWhole, facts.shape.url_whole);
    seen(F::UrlInside, facts.shape.url_inside);
    seen(F::Handle, facts.shape.handle);
    seen(F::Number, facts.shape.number.is_some_and(|number| number < 10_000));
    seen(F::BigNumber, facts.shape.number.is_some_and(|number| number >= 10_000));
    seen(F::ShareWordMost, facts.phrases.share_words * 2 > facts.shape.words && facts.shape.words > 1);
    seen(F::HeadlineShape, facts.shape.like_headline);
}

/// Where the row is, and how it relates to the others.
fn place(rows: &[Row], paste: &Paste, index: usize, seen: &mut impl FnMut(Feature, bool)) {
    use Feature as F;
    let facts = &paste.facts[index];
    seen(F::Repeated, facts.kin.repeats == 2);
    seen(F::RepeatedMuch, facts.kin.repeats > 2);
    seen(F::RepeatsNeighbour, facts.kin.repeats_neighbour);
    seen(F::LikeNeighbour, facts.kin.like_neighbour);
    seen(F::BlankBefore, rows[index].blanks == 1);
    seen(F::BlanksBefore, rows[index].blanks > 1);
    if facts.shape.words >= 3 {
        match facts.wording.overlap {
            0..=1 => seen(F::Overlap0, true),
            2..=3 => seen(F::Overlap1, true),
            4..=5 => seen(F::Overlap2, true),
            6..=7 => seen(F::Overlap3, true),
            _ => seen(F::Overlap4, true),
        }
    } else {
        seen(F::InPlain, true);
    }
    if paste.has_slug && facts.shape.words >= 3 {
        match facts.wording.slug {
            0..=2 => seen(F::SlugLow, true),
            3..=6 => seen(F::SlugMid, true),
            _ => seen(F::SlugHigh, true),
        }
    }
    seen(F::HasTitleLine, facts.kin.has_title_line);
    seen(F::IsTitleLine, facts.kin.is_title_line);
    let last = rows.len() - 1;
    match index {
        0 => seen(F::First, true),
        1 => seen(F::Second, true),
        2 => seen(F::Third, true),
        3..=8 => seen(F::EarlyRow, true),
        _ => {}
    }
    seen(F::Last, index == last);
    seen(F::NearLast, index + 4 > last && index != last);
    // in hundredths
    let share = facts.position.prose_before * 100 / paste.prose_chars.max(1);
    let begun = facts.position.prose_before > 0;
    let after = paste.prose_chars - facts.position.prose_before - if facts.flows() { facts.shape.chars } else { 0 };
    seen(F::BeforeProse, facts.position.prose_before == 0 && paste.prose_chars > 0);
    seen(F::ProseStarted1, begun && share < 10);
    seen(F::ProseStarted2, (10..40).contains(&share));
    seen(F::ProseMid, (40..80).contains(&share));
    seen(F::ProseMost, share >= 80 && after > 0);
    seen(F::AfterProse, after == 0 && paste.prose_chars > 0);
    match facts.position.next_prose {
        Some(1) => seen(F::NextProse1, true),
        Some(2) => seen(F::NextProse2, true),
        Some(3..=5) => seen(F::NextProse3, true),
        Some(_) => seen(F::NextProseFar, true),
        None => seen(F::NextProseNone, true),
    }
    match facts.position.last_prose {
        Some(1) => seen(F::LastProse1, true),
        Some(2) => seen(F::LastProse2, true),
        Some(3..=5) => seen(F::LastProse3, true),
        Some(_) => seen(F::LastProseFar, true),
        None => {}
    }
    seen(F::ProseRunBefore, facts.position.window_before >= 3);
    seen(F::ProseRunAfter, facts.position.window_after >= 3);
    seen(F::ShortRunBefore, facts.position.window_before == 0 && index >= 4);
    seen(F::ShortRunAfter, facts.position.window_after == 0 && index + 4 <= last);
    core(paste, index, seen);
}

/// How far the row is from the core of the story, and how likely to be its headline.
fn core(paste: &Paste, index: usize, seen: &mut impl FnMut(Feature, bool)) {
    use Feature as F;
    let facts = &paste.facts[index];
    if let Some((first, last)) = paste.core {
        let (before, after) = (first.saturating_sub(index), index.saturating_sub(last));
        match before {
            0 => {}
            1 => seen(F::BeforeCore1, true),
            2 => seen(F::BeforeCore2, true),
            3..=5 => seen(F::BeforeCore3, true),
            6..=10 => seen(F::BeforeCore6, true),
            11..=20 => seen(F::BeforeCore11, true),
            _ => seen(F::BeforeCoreFar, true),
        }
        seen(F::InCore, before == 0 && after == 0);
        match after {
            0 => {}
            1 => seen(F::AfterCore1, true),
            2 => seen(F::AfterCore2, true),
            3..=5 => seen(F::AfterCore3, true),
            _ => seen(F::AfterCoreFar, true),
        }
    }
    match facts.position.rank {
        0 => {}
        1 => seen(F::Rank1, true),
        2 => seen(F::Rank2, true),
        _ => seen(F::Rank3, true),
    }
    if facts.shape.like_headline {
        match facts.wording.shared {
            0 => seen(F::Shared0, true),
            1..=2 => seen(F::Shared1, true),
            3..=4 => seen(F::Shared2, true),
            _ => seen(F::Shared3, true),
        }
    }
    seen(F::Flows, facts.flows());
    seen(F::GivenFirst, facts.shape.given && facts.shape.words <= 6);
    seen(F::OfAuthor, facts.kin.of_author);
    seen(F::HoldsOther, facts.kin.holds_other);
    seen(F::KickerFirst, facts.shape.kicker);
    seen(F::LedeHigh, facts.wording.lede >= 5 && facts.shape.words >= 4);
    if facts.shape.words >= 4 && facts.shape.words < 60 {
        match facts.wording.lede {
            0..=1 => seen(F::Lede0, true),
            2..=3 => seen(F::Lede1, true),
            4..=5 => seen(F::Lede2, true),
            _ => seen(F::Lede3, true),
        }
    }
    seen(F::GivenName, facts.told.names_alone && facts.shape.given);
    let amount = |count: usize| match count {
        0 => 0,
        1..=4 => 1,
        _ => 2,
    };
    seen([F::FarBefore0, F::FarBeforeFew, F::FarBeforeMany][amount(facts.position.far_before)], true);
    seen([F::FarAfter0, F::FarAfterFew, F::FarAfterMany][amount(facts.position.far_after)], true);
    let page = |rows: usize| match rows {
        0 | 1 => rows,
        2 | 3 => 2,
        _ => 3,
    };
    let before = [F::PageBefore0, F::PageBefore1, F::PageBefore2, F::PageBefore4];
    let after = [F::PageAfter0, F::PageAfter1, F::PageAfter2, F::PageAfter4];
    seen(before[page(facts.position.page_before)], true);
    seen(after[page(facts.position.page_after)], true);
    seen(F::SaysI, facts.shape.says_i);
    seen(F::SaysYou, facts.shape.says_you);
    seen(F::SaysWe, facts.shape.says_we);
    seen(F::FileName, facts.shape.file_name);
    seen(F::Rating, facts.shape.rating);
    let (names, known) = (facts.wording.names, facts.wording.known_names);
    if facts.shape.words >= 4 {
        seen(F::NamesNone, names == 0);
        seen(F::NamesNew, names > 0 && known == 0);
        seen(F::NamesFew, known > 0 && known * 2 < names);
        seen(F::NamesKnown, known > 0 && known * 2 >= names);
    }
    // in fifths of the paste
    let fifth = index * 5 / paste.facts.len().max(1);
    seen([F::Row1, F::Row2, F::Row3, F::Row4, F::Row5][fifth.min(4)], true);
    seen(F::LikeCaption, facts.kin.like_neighbour || facts.told.credit_tail || facts.phrases.caption_cue);
    seen(F::LongStop, facts.shape.chars > 60 && matches!(facts.shape.last, '.' | '!' | '”' | '"'));
    seen(F::TitleLength, (30..=110).contains(&facts.shape.chars) && facts.shape.last != '.' && facts.shape.words >= 4);
    seen(F::RepeatsTitle, facts.shape.like_headline && facts.kin.repeats > 1);
    seen(F::NameRepeats, facts.told.names_alone && facts.kin.repeats > 1);
}

/// What is near the row.
fn neighbours(paste: &Paste, index: usize, seen: &mut impl FnMut(Feature, bool)) {
    use Feature as F;
    let facts = &paste.facts[index];
    let near = |offsets: &[usize], sign: i32, test: fn(&Facts) -> bool| {
        offsets.iter().any(|&offset| {
            let at = if sign < 0 { index.checked_sub(offset) } else { Some(index + offset) };
            at.and_then(|at| paste.facts.get(at)).is_some_and(test)
        })
    };
    let byline = |facts: &Facts| facts.told.by_whole || facts.told.by_part;
    seen(F::ByAbove, near(&[1, 2, 3, 4], -1, byline));
    seen(F::ByBelow, near(&[1, 2, 3, 4], 1, byline));
    let stamp = |facts: &Facts| facts.told.timestamp_whole || facts.told.timestamp_part;
    seen(F::TimestampNear, near(&[1, 2, 3, 4], -1, stamp) || near(&[1, 2, 3, 4], 1, stamp));
    let far = [5, 6, 7, 8, 9, 10, 11, 12];
    let (by_below, stamp_below) = (near(&far, 1, byline), near(&far, 1, stamp));
    seen(F::ByFarBelow, by_below);
    seen(F::StampFarBelow, stamp_below);
    seen(F::ByFarAbove, near(&far, -1, byline));
    seen(F::StampFarAbove, near(&far, -1, stamp));
    let relative = |facts: &Facts| facts.told.timestamp_relative;
    seen(F::RelativeNear, near(&[1, 2], -1, relative) || near(&[1, 2], 1, relative));
    seen(
        F::Rank1Headline,
        facts.position.rank == 1
            && (by_below || stamp_below || near(&[1, 2, 3, 4], 1, byline) || near(&[1, 2, 3, 4], 1, stamp)),
    );
    seen(F::FirstHeadlineShape, paste.first_headline == Some(index));
    seen(F::HeadlineShapeFirst, facts.shape.like_headline && index < 3);
    seen(F::LongestBeforeProse, paste.longest_before_prose == Some(index));
    let rows = paste.facts.len();
    seen(F::FewRows, rows <= 4);
    seen(F::ManyRows, rows > 60);
    seen(F::NoProse, paste.prose_chars == 0);
    seen(F::FirstRowUrl, paste.has_slug);
    seen(F::BlanksEverywhere, paste.blank_share > 7);
    seen(F::BlanksNowhere, paste.blank_share < 2);
}
