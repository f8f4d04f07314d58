//! The pieces of a dateline: places and their regions, dates, agencies, and the marks between them.

use super::{City, Close, DASHES, Grammar, LABELS};
use crate::Span;
use crate::calendar::{PartialDate, names as dates};
use crate::layout::agencies;
use crate::text::places;
use crate::text::tokens::Kind;
use crate::text::words::{is_all_caps, is_capitalised};

/// A date as far as it is known, and where it is written.
type Dated = (PartialDate, Span);

impl Grammar<'_, '_> {
    /// One place or a joint pair: `BEIRUT/THE HAGUE`, `SYDNEY and KUALA LUMPUR`.
    pub(super) fn places(&self, at: usize) -> Option<(Vec<City>, usize)> {
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

    pub(super) fn place(&self, at: usize) -> Option<(City, usize)> {
        let next = self.name(at)?;
        let name = self.span(at, next);
        // `In London — where it rains`
        if self.word(at).is_some_and(|word| word == "In" || word.len() == 1 && next == at + 1)
            || LABELS.has(self.text.slice(name))
            || LABELS.has(self.word(at).unwrap_or(""))
        {
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
        // `Washington D.C. —`
        if city.region.is_none() && self.text.tokens.get(after).is_some_and(|token| token.kind == Kind::Initials) {
            city.region = Some(self.span(after, after + 1));
            after += 1;
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
    pub(super) fn name(&self, at: usize) -> Option<usize> {
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
    pub(super) fn region(&self, at: usize) -> Option<usize> {
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
    pub(super) fn comma_date(&self, at: usize) -> Option<(Dated, usize)> {
        if self.is_mark(at, '(') {
            let (date, next) = self.date(at + 1)?;
            return self.is_mark(next, ')').then_some((date, next + 1));
        }
        let mut from = at + usize::from(self.is_mark(at, ','));
        if self.word(from).and_then(dates::weekday).is_some() {
            from += 1;
            from += usize::from(self.is_mark(from, '.'));
            from += usize::from(self.is_mark(from, ','));
        }
        self.date(from)
    }

    /// `--(Newsfile Corp. - May 3, 2023) -`: a service of releases and its date in the same brackets.
    pub(super) fn dated_agency(&self, at: usize) -> Option<(Dated, (String, Span), usize)> {
        let open = self.dash(at).unwrap_or(at);
        let agency = self.is_mark(open, '(').then(|| agencies::at(self.text, open + 1, self.end)).flatten()?;
        let dash = self.dash(agency.next + usize::from(self.is_mark(agency.next, '.')))?;
        let (date, next) = self.date(dash).filter(|&(_, next)| self.is_mark(next, ')'))?;
        Some((date, (agency.name.to_owned(), agency.span), next + 1))
    }

    /// ` – 26 July 2022` before a colon.
    pub(super) fn dashed_date(&self, at: usize) -> Option<(Dated, usize)> {
        let from = if self.is_mark(at, '|') { at + 1 } else { self.dash(at)? };
        let bracket = usize::from(self.is_mark(from, '('));
        let (date, next) = self.date(from + bracket)?;
        if bracket == 1 && !self.is_mark(next, ')') {
            return None;
        }
        let closed = self.close(next + bracket).is_some()
            || self.agency(next + bracket).is_some()
            || self.is_mark(from - 1, '|') && self.is_mark(next, '|');
        closed.then_some((date, next + bracket))
    }

    /// `. May 3` before an agency, as the Russian ones write it.
    pub(super) fn stopped_date(&self, at: usize) -> Option<(Dated, usize)> {
        let (date, next) = self.is_mark(at, '.').then(|| self.date(at + 1)).flatten()?;
        self.agency(next).or_else(|| self.joined_agency(next))?;
        Some((date, next))
    }

    /// Who of the paper put it together, in brackets: `(Agencies)`, `(Web Desk)`, `(Staff Reporter)`
    pub(super) fn desk(&self, at: usize) -> Option<usize> {
        let last = (at + 2..self.end.min(at + 5)).find(|&index| self.is_mark(index, ')'))?;
        let written = self.text.slice(self.span(at + 1, last));
        let desk = matches!(
            written.rsplit(' ').next(),
            Some("Agencies" | "Desk" | "Report" | "Reporter" | "Correspondent" | "Monitor")
        );
        (self.is_mark(at, '(') && desk).then_some(last + 1)
    }

    pub(super) fn number(&self, at: usize, most: u32) -> Option<u32> {
        let token = self.text.tokens.get(at).filter(|token| at < self.end && token.kind == Kind::Number)?;
        self.text.str(*token).parse().ok().filter(|number| (1..=most).contains(number))
    }

    /// Month and day in either order, with or without a year.
    pub(super) fn date(&self, at: usize) -> Option<(Dated, usize)> {
        let past_stop = |at: usize| at + usize::from(self.is_mark(at, '.') && !self.is_spaced(at));
        let (month, day, mut next) = if let Some(month) = self.word(at).and_then(dates::month) {
            let number = past_stop(at + 1);
            let ordinal = self.word(number + 1).is_some_and(|word| matches!(word, "st" | "nd" | "rd" | "th"));
            (month, self.number(number, 31)?, number + 1 + usize::from(ordinal))
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
    pub(super) fn agency(&self, at: usize) -> Option<((String, Span), usize)> {
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

    /// Whoever stands in brackets between a place and the dash or colon: `LAGOS, May 3 (The Quay) -`
    pub(super) fn bracketed(&self, at: usize) -> Option<((String, Span), usize)> {
        let at = at + usize::from(self.is_mark(at, ','));
        if let Some(found) = self.agency(at).filter(|&(_, after)| self.close(after).is_some()) {
            return Some(found);
        }
        let last = (at + 2..self.end.min(at + 6)).find(|&index| self.is_mark(index, ')'))?;
        let span = self.is_mark(at, '(').then(|| self.span(at + 1, last))?;
        let written = self.text.slice(span);
        let named = written.split(' ').all(|word| {
            word.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit())
                && word.chars().all(|letter| letter.is_alphanumeric() || "-.&'’".contains(letter))
        });
        let first = self.word(at + 1)?;
        let named = named
            && written.chars().filter(|letter| letter.is_alphabetic()).count() > 2
            && !places::is_place(written)
            // (Update 2)
            && !LABELS.has(written.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == ' '))
            && dates::month(first).is_none()
            && dates::weekday(first).is_none();
        self.close(last + 1).filter(|_| named)?;
        Some(((written.to_owned(), span), last + 1))
    }

    /// An agency that more than a space joins to the place or date: `--(BUSINESS WIRE)--`, `. /TASS/.`, `, Kyodo -`
    pub(super) fn joined_agency(&self, at: usize) -> Option<((String, Span), usize)> {
        if self.is_mark(at, '.') && self.is_mark(at + 1, '/') {
            return self.agency(at + 1);
        }
        if let Some(next) = self.dash(at) {
            // `SINGAPORE - Media OutReach Newswire - 3 May 2023 -`
            let named = || {
                let named = agencies::at(self.text, next, self.end)?;
                let after = self.dash(named.next)?;
                // `LONDON - Reuters - The ferry`
                let told = self.word(after).is_some_and(is_capitalised);
                let dated = self.date(after).is_some_and(|(_, after)| self.dash(after).is_some());
                (told || dated).then_some(())?;
                Some(((named.name.to_owned(), named.span), named.next))
            };
            return self.agency(next).filter(|&(_, after)| self.dash(after).is_some()).or_else(named);
        }
        if let Some(next) = self.outlet(at) {
            let span = self.span(at, next);
            return Some(((self.text.slice(span).to_owned(), span), next));
        }
        let mark = [',', '/', '|'].iter().any(|&mark| self.is_mark(at, mark))
            || self.is_mark(at, '.') && self.is_spaced(at + 1);
        let named = agencies::at(self.text, at + usize::from(mark), self.end)?;
        // in capitals, after a date, it needs no mark: `Baku, May 3, AZERTAC The ferry`
        let capitals = self.is_mark(at, ',') && is_all_caps(self.text.slice(named.span)) && named.span.len() > 3;
        let dated = self.text.tokens.get(at.wrapping_sub(1)).is_some_and(|token| token.kind == Kind::Number);
        // `OSLO, May 3 Kyodo The ferry`
        let capitals = capitals || self.word(named.next).is_some_and(is_capitalised);
        let closed = self.dash(named.next).is_some() || named.next == self.end || capitals && dated;
        closed.then(|| ((named.name.to_owned(), named.span), named.next))
    }

    /// An acronym between a place in small letters and the dash: `London CNN —`
    pub(super) fn outlet(&self, at: usize) -> Option<usize> {
        let word = self.word(at).filter(|word| word.len() >= 3 && is_all_caps(word) && self.is_spaced(at))?;
        (self.dash(at + 1).is_some() && !places::is_place(word)).then_some(at + 1)
    }

    /// Past the day of the week, where no date comes after it: `London, Wednesday —`
    pub(super) fn past_weekday(&self, at: usize) -> usize {
        let day = self.is_mark(at, ',') && self.word(at + 1).and_then(dates::weekday).is_some();
        // `London, Tuesday night —`
        let part = matches!(self.word(at + 2), Some("morning" | "afternoon" | "evening" | "night"));
        let next = at + 2 + usize::from(part);
        if day && self.close(next).is_some() { next } else { at }
    }

    /// Past a dash of any kind: `—`, `–`, `―`, `-`, `--`, `.-`.
    pub(super) fn dash(&self, at: usize) -> Option<usize> {
        let at = at + usize::from(self.is_mark(at, '.') && (self.is_mark(at + 1, '-') || self.is_mark(at + 1, '—')));
        let mut next = at;
        while next < self.end && DASHES.iter().any(|&dash| self.is_mark(next, dash)) {
            next += 1;
        }
        // a single hyphen inside a word is not a dash: Anglo-Saxon
        let inside = next == at + 1 && self.is_mark(at, '-') && !self.is_spaced(at) && !self.is_spaced(next);
        (next > at && next <= at + 3 && !inside).then_some(next)
    }

    pub(super) fn close(&self, at: usize) -> Option<(Close, usize)> {
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
