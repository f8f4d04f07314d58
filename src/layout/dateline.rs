//! Datelines: the run before the lede that says where, when and by which agency a story was filed.
//!
//! `HANGZHOU, Sept 5 —` · `CITY, St. (AP) —` · `City, Mon D YYYY (IPS) -` · `CITY, Region--` ·
//! `CITY:` · `CITY – D Month YYYY:` · `Mon D (Reuters) -` · `City /AGENCY/.` · `AFP.- City -` ·
//! `CITY/CITY, Mon D (Reuters) -` · `Paper (AGENCY)` and the like.

use super::agencies;
use crate::Span;
use crate::calendar::{PartialDate, names as dates};
use crate::text::Text;
use crate::text::places;
use crate::text::tokens::Kind;
use crate::text::words::{WordList, is_all_caps, is_capitalised, word_list};
use std::ops::Range;

/// Words in capitals before a dash or colon that are not places.
static LABELS: WordList = word_list!("labels.txt");

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
        let (places, after) = self.places(next)?;
        let (date, after) = self.comma_date(after).map_or((None, after), |(date, after)| (Some(date), after));
        let (close, next) = match self.close(after) {
            Some(closed) if !own_line => closed,
            _ if own_line && after == self.end => (Close::Line, after),
            _ => return None,
        };
        let agency = Some((agency.name.to_owned(), agency.span));
        Some(self.parsed(places, date, agency, at, next, close))
    }

    /// `(CNN) —`, `(ANSA) - ROME, MAR 8 -`, `(Oslo) -`
    fn bracket_first(&self, at: usize) -> Option<Reading> {
        if let Some((agency, next)) = self.agency(at) {
            // other acronyms in brackets are labels as often: (UPDATE) -
            let label = LABELS.has(self.text.slice(agency.1)) || agency.0.len() > 4;
            if agencies::by_name(&agency.0).is_none() && label {
                return None;
            }
            // `(CNN)The ferry`: glued, it can be nothing else
            let glued = !self.is_spaced(next) && self.word(next).is_some_and(is_capitalised);
            if glued && agency.0.len() >= 3 && is_all_caps(&agency.0) {
                return Some(self.parsed(Vec::new(), None, Some(agency), at, next, Close::Agency));
            }
            let dash = self.dash(next)?;
            let place = || {
                let (places, after) = self.places(dash)?;
                let (date, after) = self.comma_date(after).map_or((None, after), |(date, after)| (Some(date), after));
                let (close, after) = self.close(after)?;
                Some(self.parsed(places, date, Some(agency.clone()), at, after, close))
            };
            return place()
                .or_else(|| Some(self.parsed(Vec::new(), None, Some(agency.clone()), at, dash, Close::Dash)));
        }
        let (places, next) = self.places(at + 1)?;
        let (date, next) = self.comma_date(next).map_or((None, next), |(date, next)| (Some(date), next));
        let known = places.iter().all(|city| places::is_place(self.text.slice(city.name)));
        let next = self.is_mark(next, ')').then(|| self.dash(next + 1)).flatten().filter(|_| known)?;
        Some(self.parsed(places, date, None, at, next, Close::Dash))
    }

    /// `Aug 27 (Reuters) -`, and as releases have it `Wednesday, May 3, 2023, Oslo:`
    fn date_first(&self, at: usize) -> Option<Reading> {
        let weekday = self.word(at).and_then(dates::weekday).is_some();
        let from = at + usize::from(weekday) + usize::from(weekday && self.is_mark(at + 1, ','));
        let (date, next) = self.date(from)?;
        let place = || {
            let from = if self.is_mark(next, ',') { next + 1 } else { self.dash(next)? };
            let (places, next) = self.places(from)?;
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
        let desk = if agency.is_none() { self.desk(next) } else { None };
        let next = self.past_weekday(desk.unwrap_or(next));
        let capitals = places.iter().all(|city| is_all_caps(self.text.slice(city.name)));
        let stroke = agency.is_some() && self.is_mark(next, '/');
        let by_strokes = agency.is_some() && (self.text.is_mark(next - 1, '/') || stroke);
        let (close, next) = match self.close(next) {
            Some(closed) => closed,
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

    /// One place or a joint pair: `BEIRUT/THE HAGUE`, `SYDNEY and KUALA LUMPUR`.
    fn places(&self, at: usize) -> Option<(Vec<City>, usize)> {
        let (first, mut next) = self.place(at)?;
        let capitals = is_all_caps(self.text.slice(first.name));
        let mut places = vec![first];
        while places.len() < 4 {
            let joined = self.is_mark(next, '/')
                || self.is_mark(next, '&')
                || self.word(next).is_some_and(|word| word.eq_ignore_ascii_case("and"));
            let agency = joined && agencies::at(self.text, next + 1, self.end).is_some();
            let Some((city, after)) = (joined && !agency).then(|| self.place(next + 1)).flatten() else { break };
            if is_all_caps(self.text.slice(city.name)) != capitals {
                break;
            }
            places.push(city);
            next = after;
        }
        Some((places, next))
    }

    fn place(&self, at: usize) -> Option<(City, usize)> {
        let next = self.name(at)?;
        let name = self.span(at, next);
        if LABELS.has(self.text.slice(name)) || LABELS.has(self.word(at).unwrap_or("")) {
            return None;
        }
        let mut city = City { name, region: None };
        let mut after = next;
        // up to two: `Springfield, Ill., USA`
        for _ in 0..2 {
            // `Damascus, SANA-`; short ones are states as well: `ERIE, PA —`
            let agency = agencies::at(self.text, after + 1, self.end).is_some_and(|named| named.span.len() > 3);
            if !self.is_mark(after, ',') || agency {
                break;
            }
            let Some(region) = self.region(after + 1) else { break };
            let from = city.region.map_or(self.text.tokens[after + 1].span().start, |region| region.start);
            city.region = Some(Span::new(from, self.text.tokens[region - 1].span().end));
            after = region;
        }
        // `New Delhi [India], May 3 (ANI):`
        if city.region.is_none() && self.is_mark(after, '[') && self.is_mark(after + 2, ']') {
            city.region = Some(self.span(after + 1, after + 2));
            after += 3;
        }
        // `Valserre (France) (AFP) -`
        if city.region.is_none()
            && self.is_mark(after, '(')
            && self.is_mark(after + 2, ')')
            && (self.is_mark(after + 3, '(') || self.dash(after + 3).is_some())
        {
            let country = self.span(after + 1, after + 2);
            if places::is_place(self.text.slice(country)) && agencies::at(self.text, after + 1, self.end).is_none() {
                city.region = Some(country);
                after += 3;
            }
        }
        Some((city, after))
    }

    /// A place's name: up to five capitalised words. All in capitals where the first is.
    fn name(&self, at: usize) -> Option<usize> {
        let first = self.word(at)?;
        let news = self.word(at + 1) == Some("News");
        if first.eq_ignore_ascii_case("by") {
            return None;
        }
        if !is_capitalised(first) && !news || dates::month(first).is_some() || dates::weekday(first).is_some() {
            return None;
        }
        let capitals = is_all_caps(first) && first.chars().count() > 1;
        let mut next = at + 1;
        let mut words = 1;
        while next < self.end && words < 5 {
            let hyphen = (self.is_mark(next, '-') || self.is_mark(next, '.')) && !self.is_spaced(next);
            let step =
                if hyphen && !self.is_spaced(next + 1) || self.is_mark(next, '.') && is_saint(self.word(next - 1)) {
                    next + 1
                } else {
                    next
                };
            let Some(word) = self.word(step) else { break };
            // `London CNN —`
            if !capitals && self.outlet(step).is_some() {
                break;
            }
            let particle = matches!(
                word,
                "de" | "au"
                    | "en"
                    | "la"
                    | "del"
                    | "of"
                    | "upon"
                    | "al"
                    | "el"
                    | "ad"
                    | "es"
                    | "the"
                    | "sur"
                    | "le"
                    | "do"
                    | "da"
                    | "am"
            );
            let fits = if capitals {
                is_all_caps(word)
            } else {
                is_capitalised(word) && (!is_all_caps(word) || word.len() < 4)
            };
            // a particle has a name after it
            let inner = particle
                && (self.word(step + 1).is_some_and(is_capitalised)
                    || self.is_mark(step + 1, '-') && !self.is_spaced(step + 2));
            if !(fits || inner) {
                break;
            }
            words += usize::from(!particle);
            next = step + 1;
        }
        // `St.` alone is not a name; the clitic of "Cox's Bazar" is inside one
        if self.text.tokens.get(next).is_some_and(|token| token.kind == Kind::Clitic) {
            let after = self.word(next + 1).filter(|word| is_capitalised(word))?;
            return (next + 1 < self.end && (!capitals || is_all_caps(after))).then_some(next + 2);
        }
        Some(next)
    }

    /// A region after its comma: `Ky.`, `N.H.`, `West Virginia`, `Osaka Prefecture`, `KENYA`.
    fn region(&self, at: usize) -> Option<usize> {
        if at < self.end && self.text.tokens[at].kind == Kind::Initials {
            return Some(at + 1);
        }
        let first = self.word(at).filter(|word| is_capitalised(word))?;
        if dates::month(first).is_some() || dates::weekday(first).is_some() {
            return None;
        }
        let mut next = at + 1;
        // `W.Va.`
        if first.len() == 1
            && self.is_mark(next, '.')
            && self.word(at + 2).is_some_and(is_capitalised)
            && !self.is_spaced(at + 2)
        {
            next = at + 3;
        }
        while next < self.end && next < at + 4 && self.word(next).is_some_and(is_capitalised) && self.is_spaced(next) {
            next += 1;
        }
        // the full stop of an abbreviation is part of it, that of `GUANAJUATO.-` is not
        let abbreviated = self.is_mark(next, '.')
            && !self.is_spaced(next)
            && self.word(next - 1).is_some_and(|word| {
                word.len() <= 5 && (!is_all_caps(word) || word.len() <= 3 || self.is_mark(next + 1, ','))
            });
        Some(next + usize::from(abbreviated))
    }

    /// `, Sept 5` · `, Jul 26 2022` · ` (May 6, 2021)` · `, 26 March` · `, Monday`
    fn comma_date(&self, at: usize) -> Option<((PartialDate, Span), usize)> {
        if self.is_mark(at, '(') {
            let (date, next) = self.date(at + 1)?;
            return self.is_mark(next, ')').then_some((date, next + 1));
        }
        let mut from = at + usize::from(self.is_mark(at, ','));
        if self.word(from).and_then(dates::weekday).is_some() {
            from += 1;
            from += usize::from(self.is_mark(from, ','));
        }
        self.date(from)
    }

    /// ` – 26 July 2022` before a colon.
    fn dashed_date(&self, at: usize) -> Option<((PartialDate, Span), usize)> {
        let from = if self.is_mark(at, '|') { at + 1 } else { self.dash(at)? };
        let bracket = usize::from(self.is_mark(from, '('));
        let (date, next) = self.date(from + bracket)?;
        if bracket == 1 && !self.is_mark(next, ')') {
            return None;
        }
        let closed = self.close(next + bracket).is_some() || self.is_mark(from - 1, '|') && self.is_mark(next, '|');
        closed.then_some((date, next + bracket))
    }

    /// `. May 3` before an agency, as the Russian ones write it.
    fn stopped_date(&self, at: usize) -> Option<((PartialDate, Span), usize)> {
        let (date, next) = self.is_mark(at, '.').then(|| self.date(at + 1)).flatten()?;
        self.agency(next).or_else(|| self.joined_agency(next))?;
        Some((date, next))
    }

    /// Who of the paper put it together, in brackets: `(Agencies)`, `(Web Desk)`, `(Staff Reporter)`
    fn desk(&self, at: usize) -> Option<usize> {
        let last = (at + 2..self.end.min(at + 5)).find(|&index| self.is_mark(index, ')'))?;
        let written = self.text.slice(self.span(at + 1, last));
        let desk =
            matches!(written.rsplit(' ').next(), Some("Agencies" | "Desk" | "Reporter" | "Correspondent" | "Monitor"));
        (self.is_mark(at, '(') && desk).then_some(last + 1)
    }

    fn number(&self, at: usize, most: u32) -> Option<u32> {
        let token = self.text.tokens.get(at).filter(|token| at < self.end && token.kind == Kind::Number)?;
        self.text.str(*token).parse().ok().filter(|number| (1..=most).contains(number))
    }

    /// Month and day in either order, with or without a year.
    fn date(&self, at: usize) -> Option<((PartialDate, Span), usize)> {
        let past_stop = |at: usize| at + usize::from(self.is_mark(at, '.') && !self.is_spaced(at));
        let (month, day, mut next) = if let Some(month) = self.word(at).and_then(dates::month) {
            let number = past_stop(at + 1);
            (month, self.number(number, 31)?, number + 1)
        } else {
            let day = self.number(at, 31)?;
            let ordinal = self.word(at + 1).is_some_and(|word| matches!(word, "st" | "nd" | "rd" | "th"));
            let name = at + 1 + usize::from(ordinal);
            (self.word(name).and_then(dates::month)?, day, past_stop(name + 1))
        };
        let mut date = PartialDate { year: None, month: Some(month), day: Some(day) };
        let year = next + usize::from(self.is_mark(next, ','));
        if let Some(number) = self.number(year, 2199).filter(|&number| number >= 1800) {
            date.year = i32::try_from(number).ok();
            next = year + 1;
        }
        let real = PartialDate { year: date.year.or(Some(2000)), ..date }.to_calendar().is_some();
        real.then(|| ((date, self.span(at, next)), next))
    }

    /// `(Reuters)`, `(Borneo Bulletin/ANN)`, `/MONTSAME/`
    fn agency(&self, at: usize) -> Option<((String, Span), usize)> {
        let close = if self.is_mark(at, '(') {
            ')'
        } else if self.is_mark(at, '/') {
            '/'
        } else {
            return None;
        };
        let last = (at + 2..self.end.min(at + 9)).find(|&index| self.is_mark(index, close))?;
        let span = self.span(at + 1, last);
        let written = self.text.slice(span);
        if let Some(name) = agencies::by_name(written) {
            return Some(((name.to_owned(), span), last + 1));
        }
        // `/PRNewswire-PRWeb/`, `(Reuters Breakingviews)`
        let first = written.split(['-', ' ']).next().filter(|first| first.len() < written.len()).unwrap_or("");
        let service =
            (close == '/' || written.contains(' ')) && agencies::by_name(first).is_some_and(|name| name.len() > 3);
        if service && close == '/' {
            return agencies::by_name(first).map(|name| ((name.to_owned(), span), last + 1));
        }
        let joint = written.contains('/') && close == ')';
        let initials =
            is_all_caps(written) && written.len() <= 12 && written.chars().all(|c| c.is_alphabetic() || c == '-');
        let kinds = ["News", "news", ".com", " News Service", " News Agency", "Newswire", " Wire", " Press"];
        let news = kinds.iter().any(|kind| written.ends_with(kind));
        (joint || initials || news || service).then(|| ((written.to_owned(), span), last + 1))
    }

    /// An agency that more than a space joins to the place or date: `--(BUSINESS WIRE)--`, `. /TASS/.`, `, Kyodo -`
    fn joined_agency(&self, at: usize) -> Option<((String, Span), usize)> {
        if self.is_mark(at, '.') && self.is_mark(at + 1, '/') {
            return self.agency(at + 1);
        }
        if let Some(next) = self.dash(at) {
            return self.agency(next).filter(|&(_, after)| self.dash(after).is_some());
        }
        if let Some(next) = self.outlet(at) {
            let span = self.span(at, next);
            return Some(((self.text.slice(span).to_owned(), span), next));
        }
        let mark = self.is_mark(at, ',') || self.is_mark(at, '.') && self.is_spaced(at + 1);
        let named = agencies::at(self.text, at + usize::from(mark), self.end)?;
        // in capitals, after a date, it needs no mark: `Baku, May 3, AZERTAC The ferry`
        let capitals = self.is_mark(at, ',') && is_all_caps(self.text.slice(named.span)) && named.span.len() > 3;
        let dated = self.text.tokens.get(at.wrapping_sub(1)).is_some_and(|token| token.kind == Kind::Number);
        let closed = self.dash(named.next).is_some() || named.next == self.end || capitals && dated;
        closed.then(|| ((named.name.to_owned(), named.span), named.next))
    }

    /// An acronym between a place in small letters and the dash: `London CNN —`
    fn outlet(&self, at: usize) -> Option<usize> {
        let word = self.word(at).filter(|word| word.len() >= 3 && is_all_caps(word) && self.is_spaced(at))?;
        (self.dash(at + 1).is_some() && !places::is_place(word)).then_some(at + 1)
    }

    /// Past the day of the week, where no date comes after it: `London, Wednesday —`
    fn past_weekday(&self, at: usize) -> usize {
        let day = self.is_mark(at, ',') && self.word(at + 1).and_then(dates::weekday).is_some();
        if day && self.close(at + 2).is_some() { at + 2 } else { at }
    }

    /// Past a dash of any kind: `—`, `–`, `―`, `-`, `--`, `.-`.
    fn dash(&self, at: usize) -> Option<usize> {
        let at = at + usize::from(self.is_mark(at, '.') && (self.is_mark(at + 1, '-') || self.is_mark(at + 1, '—')));
        let mut next = at;
        while next < self.end && DASHES.iter().any(|&dash| self.is_mark(next, dash)) {
            next += 1;
        }
        // a single hyphen inside a word is not a dash: Anglo-Saxon
        let inside = next == at + 1 && self.is_mark(at, '-') && !self.is_spaced(at) && !self.is_spaced(next);
        (next > at && next <= at + 3 && !inside).then_some(next)
    }

    fn close(&self, at: usize) -> Option<(Close, usize)> {
        // a comma or full stop sometimes stands before the dash
        let at = at + usize::from(self.is_mark(at, ',') && self.dash(at + 1).is_some());
        if let Some(next) = self.dash(at) {
            return Some((Close::Dash, next));
        }
        if self.is_mark(at, ':') && (self.is_spaced(at + 1) || at + 1 >= self.end) {
            let dash = self.dash(at + 1).unwrap_or(at + 1);
            return Some((Close::Colon, dash));
        }
        None
    }
}

fn is_saint(word: Option<&str>) -> bool {
    matches!(word, Some("St" | "ST" | "Ft" | "FT" | "Mt" | "MT" | "Pt"))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Case(&'static str, &'static [&'static str], Option<&'static str>, Option<&'static str>, u8);

    /// The run, its places, its date, its agency, its certainty.
    type Read = (String, Vec<String>, Option<String>, Option<String>, u8);

    fn check(source: &str) -> Option<Read> {
        let text = Text::new(source);
        let parsed = read(&text, 0..text.tokens.len())?;
        Some((
            text.slice(parsed.span).to_owned(),
            parsed.places.iter().map(|city| text.slice(city.name).to_owned()).collect(),
            parsed.date.map(|(date, _)| date.to_string()),
            parsed.agency.as_ref().map(|(name, _)| name.clone()),
            parsed.certainty(),
        ))
    }

    #[test]
    fn styles_of_the_trade() {
        for (dateline, Case(lede, places, date, agency, certainty)) in [
            ("HANGZHOU, Sept 5 —", Case(" Envoys met", &["HANGZHOU"], Some("XXXX-09-05"), None, 3)),
            ("HARLOW, N.H. (AP) —", Case(" The mayor", &["HARLOW"], None, Some("AP"), 3)),
            ("Durban, May 16 2022 (IPS) -", Case(" A mere", &["Durban"], Some("2022-05-16"), Some("IPS"), 3)),
            (
                "BULAWAYO, Zimbabwe , Jun 21 2022 (IPS) -",
                Case(" Smoke", &["BULAWAYO"], Some("2022-06-21"), Some("IPS"), 3),
            ),
            (
                "BEIRUT/THE HAGUE, March 7 (Reuters) -",
                Case(" A crew", &["BEIRUT", "THE HAGUE"], Some("XXXX-03-07"), Some("Reuters"), 3),
            ),
            (
                "SYDNEY and KUALA LUMPUR, Jul 26 2022 (IPS) -",
                Case(" Like", &["SYDNEY", "KUALA LUMPUR"], Some("2022-07-26"), Some("IPS"), 3),
            ),
            ("CAIRO – 26 July 2022:", Case(" Minister", &["CAIRO"], Some("2022-07-26"), None, 3)),
            ("SENNAN, Osaka Prefecture--", Case("Yuma ran", &["SENNAN"], None, None, 2)),
            ("LEON, GUANAJUATO.-", Case(" A boy", &["LEON"], None, None, 2)),
            ("AUBURN, Wash. —", Case(" After", &["AUBURN"], None, None, 2)),
            ("Ulaanbaatar /MONTSAME/.", Case(" A road", &["Ulaanbaatar"], None, Some("MONTSAME"), 3)),
            ("AFP.- London -", Case("The game", &["London"], None, Some("AFP"), 3)),
            ("Aug 27 (Reuters) -", Case(" Shares", &[], Some("XXXX-08-27"), Some("Reuters"), 3)),
            ("SINGAPORE (May 6, 2021) —", Case(" While", &["SINGAPORE"], Some("2021-05-06"), None, 3)),
            ("YANGON, July 25 (Reuters):", Case(" Trains", &["YANGON"], Some("XXXX-07-25"), Some("Reuters"), 3)),
            ("LAKEVIEW, Minn., Feb. 8 (UPI) —", Case(" Count", &["LAKEVIEW"], Some("XXXX-02-08"), Some("UPI"), 3)),
            ("Port-au-Prince –", Case(" Rain", &["Port-au-Prince"], None, None, 2)),
            ("KUWAIT CITY, July 24:", Case(" Racers", &["KUWAIT CITY"], Some("XXXX-07-24"), None, 3)),
            ("ST. LOUIS -", Case(" The river", &["ST. LOUIS"], None, None, 2)),
            // the dash of the wires' old character set
            ("OSLO, Norway (AP) _", Case(" The river", &["OSLO"], None, Some("AP"), 3)),
            ("LONDON--(BUSINESS WIRE)--", Case("Bolt", &["LONDON"], None, Some("BUSINESS WIRE"), 3)),
            (
                "OSLO, May 03, 2023 (GLOBE NEWSWIRE) --",
                Case(" Bolt", &["OSLO"], Some("2023-05-03"), Some("GLOBE NEWSWIRE"), 3),
            ),
            (
                "AUSTIN, TX / ACCESSWIRE / June 9, 2022 /",
                Case(" Bolt", &["AUSTIN"], Some("2022-06-09"), Some("ACCESSWIRE"), 3),
            ),
            ("OSLO, May 3, 2023 /PRNewswire/ --", Case(" Bolt", &["OSLO"], Some("2023-05-03"), Some("PRNewswire"), 3)),
            ("MOSCOW, May 3. /TASS/.", Case(" Ice", &["MOSCOW"], Some("XXXX-05-03"), Some("TASS"), 3)),
            ("New Delhi, May 3 (PTI)", Case(" The court", &["New Delhi"], Some("XXXX-05-03"), Some("PTI"), 3)),
            ("TOKYO, May 3, Kyodo -", Case(" The ferry", &["TOKYO"], Some("XXXX-05-03"), Some("Kyodo"), 3)),
            ("London, Wednesday —", Case(" The ferry", &["London"], None, None, 2)),
            ("(CNN) —", Case(" The ferry", &[], None, Some("CNN"), 3)),
            ("(Reuters) -", Case(" The ferry", &[], None, Some("Reuters"), 3)),
            ("(ANSA) - ROME, MAR 8 -", Case(" The ferry", &["ROME"], Some("XXXX-03-08"), Some("ANSA"), 3)),
            ("(London) -", Case(" The ferry", &["London"], None, None, 2)),
            ("London, Wednesday:", Case(" The ferry", &["London"], None, None, 2)),
            ("London CNN —", Case(" The ferry", &["London"], None, Some("CNN"), 3)),
            ("(CNN)", Case("The ferry", &[], None, Some("CNN"), 3)),
            (
                "OSLO, May 3, 2023 /PRNewswire-PRWeb/ --",
                Case(" Bolt", &["OSLO"], Some("2023-05-03"), Some("PRNewswire"), 3),
            ),
            (
                "OSLO, May 3 (Reuters Breakingviews) -",
                Case(" Bolt", &["OSLO"], Some("XXXX-05-03"), Some("Reuters Breakingviews"), 3),
            ),
            (
                "FORT HALE, N.H. (Army News Service) --",
                Case(" Men", &["FORT HALE"], None, Some("Army News Service"), 3),
            ),
            ("New Delhi [India], May 3 (ANI):", Case(" The court", &["New Delhi"], Some("XXXX-05-03"), Some("ANI"), 3)),
            ("MOSCOW. May 3 (Interfax) -", Case(" Ice", &["MOSCOW"], Some("XXXX-05-03"), Some("Interfax"), 3)),
            ("ASTANA. KAZINFORM -", Case(" Ice", &["ASTANA"], None, Some("Kazinform"), 3)),
            ("YEREVAN, MAY 3, ARMENPRESS.", Case(" Ice", &["YEREVAN"], Some("XXXX-05-03"), Some("Armenpress"), 3)),
            ("Baku, May 3, AZERTAC", Case(" The ferry", &["Baku"], Some("XXXX-05-03"), Some("Azertac"), 3)),
            ("BAKU, Azerbaijan, May 3.", Case(" The ferry", &["BAKU"], Some("XXXX-05-03"), None, 3)),
            ("Damascus, SANA-", Case(" The ferry", &["Damascus"], None, Some("SANA"), 3)),
            ("ERIE, PA —", Case(" The ferry", &["ERIE"], None, None, 2)),
            ("LAHORE (Web Desk) –", Case(" The ferry", &["LAHORE"], None, None, 2)),
            ("OSLO – (May 3, 2023) –", Case(" Bolt", &["OSLO"], Some("2023-05-03"), None, 3)),
            ("OSLO | May 3, 2023 |", Case(" Bolt", &["OSLO"], Some("2023-05-03"), None, 3)),
            ("Wednesday, May 3, 2023, London:", Case(" Bolt", &["London"], Some("2023-05-03"), None, 3)),
            ("3 May 2023 – OSLO, Norway –", Case(" Bolt", &["OSLO"], Some("2023-05-03"), None, 3)),
            ("Muscat:", Case(" Those", &["Muscat"], None, None, 2)),
            ("Brookhollow-", Case(" The party", &["Brookhollow"], None, None, 1)),
            ("KLANGFIELD:", Case(" The claims", &["KLANGFIELD"], None, None, 1)),
        ] {
            let read = check(&format!("{dateline}{lede}"));
            let expected = (
                dateline.to_owned(),
                places.iter().map(|&place| place.to_owned()).collect(),
                date.map(str::to_owned),
                agency.map(str::to_owned),
                certainty,
            );
            assert_eq!(read, Some(expected), "{dateline}");
        }
    }

    #[test]
    fn a_line_of_its_own() {
        assert_eq!(
            check("AFP, MANILA").map(|read| (read.1, read.3)),
            Some((vec!["MANILA".into()], Some("AFP".into())))
        );
        let read = check("TOKYO, May 3 Kyodo").unwrap();
        assert_eq!((read.1, read.3, read.4), (vec!["TOKYO".into()], Some("Kyodo".into()), 2));
    }

    #[test]
    fn look_alikes() {
        for source in [
            "UPDATE: Ferry runs again",
            "BREAKING NEWS - Ferry runs again",
            "Sunday — the day of rest — was loud",
            "IT seems that the ferry runs",
            "Anglo-Saxon finds delight experts",
            "GOALKEEPERS: Ada Quill, Tom Rook",
            "May 3 - a day to remember",
            "the harbour - long closed - opened",
            "The board said it (AP) had none",
            "(UPDATE) - The ferry runs again",
            "(Ferry) - The ferry runs again",
            "(AP) The ferry runs again",
            "Wednesday, May 3, 2023, was loud",
            "May 3, 2023 - The ferry runs - again",
            "Ferry, Reuters said, runs again",
            "The Baltic, May 3. The ferry",
            "BY ADA QUILL, Reuters",
        ] {
            assert_eq!(check(source), None, "{source}");
        }
    }
}
