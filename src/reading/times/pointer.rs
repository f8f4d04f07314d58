//! Grammar: words that point, and what they point at.
//!
//! `this week` · `last October` · `next Monday` · `the following day` · `that same year` · `the past summer`

use super::business::FIGURES;
use super::grammar::Grammar;
use super::lexicon::{Lex, Part, Unit};
use super::meaning::{Base, Daytime, Found, Lean, Meaning, YearOf, Yearly};
use crate::calendar::stretch::Grain;
use chrono::Weekday;

/// "this", "last", "the following": which of many.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pointer {
    /// The token after it.
    pub(super) end: usize,
    pub(super) steps: i32,
    pub(super) base: Base,
    pub(super) lean: Lean,
    /// Whether "the" comes before it.
    pub(super) the: bool,
}

impl Grammar<'_> {
    /// "this", "last", "the following", "that same" …
    pub(super) fn pointer(self, at: usize) -> Option<Pointer> {
        let the = self.lex(at) == Lex::The;
        let first = at + usize::from(the);
        let pointer = |end, steps, base, lean| Some(Pointer { end, steps, base, lean, the });
        match self.lex(first) {
            Lex::This if !the => match self.lex(first + 1) {
                Lex::Past => pointer(first + 2, -1, Base::Story, Lean::Last),
                Lex::Coming => pointer(first + 2, 1, Base::Story, Lean::Next),
                Lex::Current | Lex::Same => pointer(first + 2, 0, Base::Story, Lean::This),
                _ => pointer(first + 1, 0, Base::Story, Lean::This),
            },
            Lex::That if !the => {
                let same = usize::from(self.lex(first + 1) == Lex::Same);
                pointer(first + 1 + same, 0, Base::Spoken, Lean::This)
            }
            Lex::Same => pointer(first + 1, 0, Base::Spoken, Lean::This),
            Lex::Last | Lex::Latest => pointer(first + 1, -1, Base::Story, Lean::Last),
            Lex::Next | Lex::Following if the => pointer(first + 1, 1, Base::Spoken, Lean::Following),
            Lex::Next | Lex::Coming => pointer(first + 1, 1, Base::Story, Lean::Next),
            Lex::Current => pointer(first + 1, 0, Base::Story, Lean::This),
            Lex::Previous if the => pointer(first + 1, -1, Base::Spoken, Lean::Previous),
            Lex::Previous
                if matches!(self.lex(first + 1), Lex::Unit(Unit::Calendar(_)) | Lex::Weekday(_) | Lex::Month(_)) =>
            {
                pointer(first + 1, -1, Base::Story, Lean::Last)
            }
            // "the past summer"; "the past year" is how long
            Lex::Past
                if the
                    && !matches!(self.lex(first + 1), Lex::Unit(Unit::Calendar(grain)) if grain != Grain::Weekend) =>
            {
                pointer(first + 1, -1, Base::Story, Lean::Last)
            }
            _ => None,
        }
    }

    /// What a pointer points at.
    pub(super) fn pointed(self, pointer: Pointer) -> Option<Found> {
        let Pointer { end, steps, base, lean, the } = pointer;
        let full = usize::from(
            matches!(self.lex(end), Lex::Fiscal | Lex::Full)
                || self.is_any(end, &["calendar", "school", "academic", "business", "tax", "working"]),
        );
        let core = end + full;
        if let Some((last, holiday)) = self.holiday(core) {
            let what = Yearly::Holiday(holiday);
            return Some(Found::new(last, Meaning::Yearly { what, year: YearOf::Unsaid, lean }));
        }
        match self.lex(core) {
            Lex::Unit(Unit::Calendar(grain)) => {
                // "This Week", the programme
                let title = self.is_capitalised(core) && self.is_capitalised(core - 1);
                if title || self.is_hyphen(core + 1) && !self.is(core + 2, "end") {
                    return None;
                }
                // "last day", "the last week of": not counted from today
                let odd = grain == Grain::Day && base == Base::Story && lean == Lean::Last;
                // "the last decade" is how long
                let long = the && lean == Lean::Last && matches!(grain, Grain::Decade | Grain::Century);
                if odd || long || grain == Grain::Century && lean == Lean::Next {
                    return None;
                }
                // "this quarter's loss includes a charge": the quarter of the report, not the one that runs
                let results = self.is_possessive(core + 1) && self.is_any(core + 2, &FIGURES);
                let ahead = || self.way(core, core + 2) == Some(super::tense::Way::Ahead);
                if grain == Grain::Quarter && lean == Lean::This && results && !ahead() {
                    return Some(Found::shift(core + 1, grain, steps, Base::Reported));
                }
                if grain == Grain::Quarter && lean == Lean::Last && the {
                    return Some(Found::new(core + 1, Meaning::Reported { years: 0, grain }));
                }
                let or_so = usize::from(self.lex(core + 1) == Lex::Or && self.lex(core + 2) == Lex::So) * 2;
                Some(Found::shift(core + 1 + or_so, grain, steps, base))
            }
            Lex::Month(month) if self.is_capitalised(core) || self.is_month_in_small(core) => {
                let what = Yearly::Month(u32::from(month));
                // "this May 5", "last Oct. 23"
                if let Some(Found {
                    end, meaning: Meaning::Yearly { what: what @ Yearly::Day { .. }, year, .. }, ..
                }) = self.date(core)
                {
                    return Some(Found::new(end, Meaning::Yearly { what, year, lean }));
                }
                Some(Found::new(core + 1, Meaning::Yearly { what, year: YearOf::Unsaid, lean }))
            }
            // "next 6th of April"
            Lex::Digits | Lex::Ordinal(_) if matches!(lean, Lean::Next | Lean::Last) && !the => {
                let date = self.date(core)?;
                match date.meaning {
                    Meaning::Yearly { what: what @ Yearly::Day { .. }, year: YearOf::Unsaid, .. } => {
                        Some(Found::new(date.end, Meaning::Yearly { what, year: YearOf::Unsaid, lean }))
                    }
                    _ => None,
                }
            }
            Lex::Weekday(weekday) => {
                if let Some(date) = self.date(core) {
                    return Some(date);
                }
                let weekday =
                    Weekday::try_from(weekday).ok().filter(|_| self.str(core).len() >= 6 || lean != Lean::This)?;
                // "that Monday": of the week last spoken of
                if base == Base::Spoken && lean == Lean::This {
                    let week = Found::shift(core + 1, Grain::Week, 0, base);
                    return Some(Found { part: Some(super::portion::Portion::Weekday(weekday, 1)), ..week });
                }
                Some(Found::new(core + 1, Meaning::Weekly { weekday, lean }))
            }
            Lex::Season(season) => {
                let what = Yearly::Season(season);
                Some(Found::new(core + 1, Meaning::Yearly { what, year: YearOf::Unsaid, lean }))
            }
            Lex::Part(part) => {
                // "last night" is yesterday's; "the next morning" is the following day's
                if matches!(part, Part::Day) || lean == Lean::Last && the {
                    return None;
                }
                // "next morning": of the day after the one last spoken of
                if lean == Lean::Next {
                    let next = self.before(end) == Lex::Next;
                    let morning = Found::shift(core + 1, Grain::Day, 1, Base::Spoken);
                    return next.then_some(morning.at(core + 1, Daytime::Part(part)));
                }
                let steps = if lean == Lean::Last { -1 } else { steps };
                Some(Found::shift(core + 1, Grain::Day, steps, base).at(core + 1, Daytime::Part(part)))
            }
            _ => None,
        }
    }
}
