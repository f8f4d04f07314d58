//! Datelines: the run before the lede that says where, when and by which agency a story was filed.
//!
//! `HANGZHOU, Sept 5 —` · `CITY, St. (AP) —` · `City, Mon D YYYY (IPS) -` · `CITY, Region--` ·
//! `CITY:` · `CITY – D Month YYYY:` · `Mon D (Reuters) -` · `City /AGENCY/.` · `AFP.- City -` ·
//! `CITY/CITY, Mon D (Reuters) -` · `Paper (AGENCY)` and the like.

mod pieces;

use super::agencies;
use crate::Span;
use crate::calendar::{PartialDate, names as dates};
use crate::text::Text;
use crate::text::places;
use crate::text::words::{WordList, is_all_caps, is_capitalised, word_list};
use std::ops::Range;

/// Words in capitals before a dash or colon that are not places.
static LABELS: WordList = word_list!("../labels.txt");

/// Dashes as they are typed; the low line is the dash of the wires' old character set.
const DASHES: [char; 8] = ['-', '–', '—', '―', '‒', '‐', '−', '_'];

/// A place of a dateline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct City {
    /// The city's name.
    pub(crate) name: Span,
    /// What follows it: state, province, country.
    pub(crate) region: Option<Span>,
}

/// What closes a dateline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Close {
    /// A dash of any kind.
    Dash,
    /// A colon.
    Colon,
    /// Only the agency's brackets or strokes.
    Agency,
    /// The end of its line.
    Line,
}

/// A run that reads as a dateline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Its places.
    pub(crate) places: Vec<City>,
    /// Its date, as far as given, and where it lies.
    pub(crate) date: Option<(PartialDate, Span)>,
    /// The agency it names: its usual short name, or as written where it is not known.
    pub(crate) agency: Option<(String, Span)>,
    /// The whole run, closing mark included.
    pub(crate) span: Span,
    /// The token after it.
    pub(crate) next: usize,
    /// What closes it.
    pub(crate) close: Close,
    /// Whether every place is written in capitals.
    pub(crate) capitals: bool,
    /// Whether every place is a known one.
    pub(crate) known: bool,
}

impl Reading {
    /// How sure the run is a dateline from its own words: 0 (any word with a colon) to 3 (an agency
    /// or a date with the place).
    pub(crate) fn certainty(&self) -> u8 {
        let named = self.agency.is_some() || self.date.is_some();
        match (self.close, named) {
            (Close::Line, _) if named && self.capitals && !self.places.is_empty() => 2,
            (_, true) => 3,
            (Close::Dash, _) if self.capitals || self.known => 2,
            (Close::Colon, _) if self.known => 2,
            (Close::Dash, _) => 1,
            (Close::Colon, _) if self.capitals => 1,
            _ => 0,
        }
    }
}

/// The longest dateline, in tokens.
const LONGEST: usize = 40;

/// Reads the dateline that a row, or a piece of one, begins with.
pub(crate) fn read(text: &Text<'_>, tokens: Range<usize>) -> Option<Reading> {
    #[cfg(test)]
    super::readings::ledger::note("dateline", text.span_of(&tokens));
    let at = tokens.start;
    let grammar = Grammar { text, end: tokens.end.min(at + LONGEST) };
    if grammar.is_mark(at, '(') {
        return grammar.bracket_first(at);
    }
    grammar.agency_first(at).or_else(|| grammar.place_first(at)).or_else(|| grammar.date_first(at))
}

struct Grammar<'a, 't> {
    text: &'a Text<'t>,
    end: usize,
}

impl<'t> Grammar<'_, 't> {
    fn word(&self, at: usize) -> Option<&'t str> {
        (at < self.end).then(|| self.text.word(at)).flatten()
    }

    fn is_mark(&self, at: usize, mark: char) -> bool {
        at < self.end && self.text.is_mark(at, mark)
    }

    fn is_spaced(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_none_or(|token| token.spaced)
    }

    fn span(&self, from: usize, next: usize) -> Span {
        Span::new(self.text.tokens[from].span().start, self.text.tokens[next - 1].span().end)
    }

    /// `AFP.- London -` and `AFP, MANILA` on a line of its own.
    fn agency_first(&self, at: usize) -> Option<Reading> {
        let agency = agencies::at(self.text, at, self.end)?;
        let mut next = agency.next;
        let own_line = if self.is_mark(next, ',') {
            next += 1;
            true
        } else {
            next += usize::from(self.is_mark(next, '.'));
            next = self.dash(next)?;
            false
        };
        let alone = || {
            // `AP — The ferry`
            let first = self.word(next).is_some_and(is_capitalised) && is_all_caps(self.text.slice(agency.span));
            let agency = Some((agency.name.to_owned(), agency.span));
            (!own_line && first).then(|| self.parsed(Vec::new(), None, agency, at, next, Close::Dash))
        };
        let Some((places, after)) = self.places(next) else { return alone() };
        let (date, after) = self.comma_date(after).map_or((None, after), |(date, after)| (Some(date), after));
        let (close, next) = match self.close(after) {
            Some(closed) if !own_line => closed,
            _ if own_line && after == self.end => (Close::Line, after),
            _ => return alone(),
        };
        let agency = Some((agency.name.to_owned(), agency.span));
        Some(self.parsed(places, date, agency, at, next, close))
    }

    /// `(CNN) —`, `(ANSA) - ROME, MAR 8 -`, `(Oslo) -`
    fn bracket_first(&self, at: usize) -> Option<Reading> {
        if let Some((agency, next)) = self.agency(at) {
            // other acronyms in brackets are labels as often: (UPDATE) -
            let service = agency.0.split(' ').next().and_then(agencies::by_name);
            let label = LABELS.has(self.text.slice(agency.1)) || agency.0.len() > 4 && service.is_none();
            if agencies::by_name(&agency.0).is_none() && label {
                return None;
            }
            // `(CNN)The ferry`: glued, it can be nothing else
            let glued = !self.is_spaced(next) && self.word(next).is_some_and(is_capitalised);
            if glued && agency.0.len() >= 3 && is_all_caps(&agency.0) {
                return Some(self.parsed(Vec::new(), None, Some(agency), at, next, Close::Agency));
            }
            // `(ANSA) Rome, May 3 - `
            let dash = self.dash(next);
            let place = || {
                let (places, after) = self.places(dash.unwrap_or(next))?;
                let (date, after) = self.comma_date(after).map_or((None, after), |(date, after)| (Some(date), after));
                let (close, after) = self.close(after).filter(|_| dash.is_some() || date.is_some())?;
                Some(self.parsed(places, date, Some(agency.clone()), at, after, close))
            };
            let place = place();
            let dash = if place.is_some() { dash.unwrap_or(next) } else { dash? };
            return place.or_else(|| Some(self.parsed(Vec::new(), None, Some(agency.clone()), at, dash, Close::Dash)));
        }
        let (places, next) = self.places(at + 1)?;
        let (date, next) = self.comma_date(next).map_or((None, next), |(date, next)| (Some(date), next));
        let known = places.iter().all(|city| places::is_place(self.text.slice(city.name)));
        let next =
            self.is_mark(next, ')').then(|| self.dash(next + 1)).flatten().filter(|_| known || date.is_some())?;
        Some(self.parsed(places, date, None, at, next, Close::Dash))
    }

    /// `Aug 27 (Reuters) -`, and as releases have it `Wednesday, May 3, 2023, Oslo:`
    fn date_first(&self, at: usize) -> Option<Reading> {
        let weekday = self.word(at).and_then(dates::weekday).is_some();
        let from = at + usize::from(weekday) + usize::from(weekday && self.is_mark(at + 1, ','));
        let (date, next) = self.date(from)?;
        let place = || {
            // `May 3, 2023 (Oslo) –`
            let bracket = self.is_mark(next, '(');
            let from = if bracket || self.is_mark(next, ',') { next + 1 } else { self.dash(next)? };
            let (places, next) = self.places(from)?;
            let next = if bracket { self.is_mark(next, ')').then_some(next + 1)? } else { next };
            let (close, next) = self.close(next)?;
            let read = self.parsed(places, Some(date), None, at, next, close);
            (date.0.year.is_some() && (read.known || read.capitals)).then_some(read)
        };
        if let Some(read) = place() {
            return Some(read);
        }
        let (agency, next) = self.agency(next)?;
        let (close, next) = self.close(next)?;
        Some(self.parsed(Vec::new(), Some(date), Some(agency), at, next, close))
    }

    fn place_first(&self, at: usize) -> Option<Reading> {
        let (mut places, mut next) = self.places(at)?;
        let mut date = None;
        let mut agency = None;
        if let Some((found, named, after)) = self.dated_agency(next) {
            (date, agency, next) = (Some(found), Some(named), after);
        }
        // date and agency come in either order, with or without commas and brackets
        for _ in 0..2 {
            if date.is_none()
                && let Some((found, after)) =
                    self.comma_date(next).or_else(|| self.dashed_date(next)).or_else(|| self.stopped_date(next))
            {
                date = Some(found);
                next = after;
            }
            if agency.is_none()
                && let Some((found, after)) = self.agency(next).or_else(|| self.joined_agency(next))
            {
                agency = Some(found);
                next = after;
            }
        }
        let capitals = places.iter().all(|city| is_all_caps(self.text.slice(city.name)));
        let sure = date.is_some() || capitals || places.iter().any(|city| places::is_place(self.text.slice(city.name)));
        let desk = if agency.is_none() { self.desk(next) } else { None };
        if let Some((named, after)) =
            (agency.is_none() && desk.is_none() && sure).then(|| self.bracketed(next)).flatten()
        {
            agency = Some(named);
            next = after;
        }
        let next = self.past_weekday(desk.unwrap_or(next));
        let stroke = agency.is_some() && self.is_mark(next, '/');
        // `London (CNN)The ferry`: glued, as at the beginning
        let glued = agency.as_ref().is_some_and(|(name, _)| name.len() >= 3 && is_all_caps(name))
            && self.text.is_mark(next - 1, ')')
            && !self.is_spaced(next)
            && self.word(next).is_some_and(is_capitalised);
        let by_strokes = agency.is_some() && (self.text.is_mark(next - 1, '/') || stroke);
        let (close, next) = match self.close(next) {
            Some(closed) => closed,
            None if glued => (Close::Agency, next),
            None if by_strokes => (Close::Agency, next + usize::from(stroke || self.is_mark(next, '.'))),
            None if next == self.end && next > at + 1 && agency.is_some() && (date.is_some() || capitals) => {
                (Close::Line, next)
            }
            // `OSLO | May 3, 2023 | Bolt`
            None if date.is_some() && self.is_mark(next, '|') => (Close::Dash, next + 1),
            // `BAKU, Azerbaijan, May 3. The ferry`
            None if capitals && date.is_some() && self.is_mark(next, '.') && self.is_spaced(next + 1) => {
                (Close::Agency, next + 1)
            }
            None if capitals && desk.is_some() => (Close::Agency, next),
            // `PAPER (AGENCY)` with the lede after it: only agencies that are known
            None if agency.as_ref().is_some_and(|(name, _)| agencies::by_name(name).is_some())
                && next < self.end
                && (date.is_some() || capitals) =>
            {
                (Close::Agency, next + usize::from(self.is_mark(next, '.')))
            }
            None => return None,
        };
        // `LONDON: (AFP) The ferry`
        let next = match self.agency(next).filter(|_| close == Close::Colon && agency.is_none()) {
            Some((named, after)) if agencies::by_name(&named.0).is_some() => {
                agency = Some(named);
                after
            }
            _ => next,
        };
        // an outlet's own name where the place would be
        let outlet = places.len() == 1 && places[0].region.is_none() && {
            let name = self.text.slice(places[0].name);
            name.ends_with(" News")
                || name.ends_with(" Bulletin")
                || name.ends_with(" Times")
                || name.ends_with(" Post")
        };
        if outlet {
            agency = agency.or_else(|| Some((self.text.slice(places[0].name).to_owned(), places[0].name)));
            places.clear();
        }
        Some(self.parsed(places, date, agency, at, next, close))
    }

    fn parsed(
        &self,
        places: Vec<City>,
        date: Option<(PartialDate, Span)>,
        agency: Option<(String, Span)>,
        at: usize,
        next: usize,
        close: Close,
    ) -> Reading {
        let name = |city: &City| self.text.slice(city.name);
        let capitals = places.iter().all(|city| is_all_caps(name(city)));
        let known = !places.is_empty()
            && places.iter().all(|city| {
                places::is_place(name(city))
                    || city.region.is_some_and(|region| places::is_place(self.text.slice(region)))
            });
        Reading { places, date, agency, span: self.span(at, next), next, close, capitals, known }
    }
}

#[cfg(test)]
mod tests;
