//! Parts: from rows and their states to blocks. Here a row that holds several parts is cut up.

use super::facts::{Facts, Paste, counter};
use super::rows::Row;
use super::states::{Part, STATES, Zone};
use super::{byline, contributors, credit, dateline, signoff, timestamp};
use crate::text::Text;
use crate::text::words::{is_all_caps, is_capitalised};
use crate::{Block, Role, Span};

/// The blocks, and what the grammars read in them.
#[derive(Default)]
pub(crate) struct Parts {
    /// Every part of the paste, in order.
    pub(crate) blocks: Vec<Block>,
    /// The zone of every block.
    pub(crate) zones: Vec<Zone>,
    /// The dateline.
    pub(crate) dateline: Option<dateline::Parsed>,
    /// Bylines with the zone they stand in.
    pub(crate) bylines: Vec<(Zone, byline::Parsed)>,
    /// Dates of the story as the page prints them, with the zone they stand in.
    pub(crate) stamps: Vec<(Zone, timestamp::Stamp)>,
    /// Credits, by the index of their block.
    pub(crate) credits: Vec<(usize, credit::Parsed)>,
    /// The sign-off.
    pub(crate) signoff: Option<signoff::Parsed>,
    /// Who else worked on the story.
    pub(crate) contributors: Vec<contributors::Person>,
}

/// How many rows of text from the top can hold the dateline.
const DATELINE_ROWS: usize = 5;

/// How many tokens from the row's start a dateline behind a caption can begin.
const DATELINE_TOKENS: usize = 160;

/// Cuts rows into blocks, a stretch of the paste after the other.
pub(crate) struct Cutter<'a, 't> {
    text: &'a Text<'t>,
    day_first: bool,
    parts: Parts,
    /// Rows of text met so far.
    text_rows: usize,
    /// Rows that begin with a speaker's name and a colon: in an interview no such row is a dateline.
    speakers: usize,
    /// Whether neighbouring rows of furniture are one block.
    coarse: bool,
}

impl<'a, 't> Cutter<'a, 't> {
    /// Cuts the rows of `text`; `coarse` puts neighbouring rows of furniture into one block.
    pub(crate) fn new(text: &'a Text<'t>, day_first: bool, coarse: bool) -> Self {
        Self { text, day_first, parts: Parts::default(), text_rows: 0, speakers: 0, coarse }
    }

    /// What was cut.
    pub(crate) fn done(self) -> Parts {
        self.parts
    }

    /// Cuts the next rows.
    pub(crate) fn cut(&mut self, rows: &[Row], paste: &Paste, states: &[usize]) {
        let last_text = states.iter().rposition(|&state| STATES[state].1 == Part::Text);
        self.speakers = paste.facts.iter().filter(|facts| facts.speaker && facts.chars > 30).count();
        for (index, (row, &state)) in rows.iter().zip(states).enumerate() {
            let facts = &paste.facts[index];
            let last = Some(index) == last_text;
            let near_last = last_text.is_some_and(|last| index + 3 > last);
            self.row(row, facts, STATES[state], last, near_last);
        }
    }

    /// Cuts one row; `last` and `near_last` tell how close it is to the last row of text.
    fn row(&mut self, row: &Row, facts: &Facts, (zone, part): (Zone, Part), last: bool, near_last: bool) {
        match part {
            Part::Text => self.text_row(row, facts, zone, last, near_last),
            Part::Caption => self.caption(row, zone),
            Part::Byline | Part::Timestamp => self.byline_or_timestamp(row, zone, part),
            Part::Credit => self.credit(row, zone),
            Part::Dateline => self.dateline_row(row, facts, zone),
            Part::Signoff => self.signoff_row(row, facts, zone),
            Part::Contributors => {
                let people = contributors::read(self.text, row.tokens.start, row.tokens.end);
                self.parts.contributors.extend(people.unwrap_or_default());
                self.push(Role::Contributors, row.span, zone);
            }
            Part::Note => {
                let word = self.text.word(row.tokens.start).unwrap_or("").to_ascii_lowercase();
                let correction = word.starts_with("correction") || word == "clarification";
                self.push(if correction { Role::Correction } else { Role::EditorsNote }, row.span, zone);
            }
            Part::Furniture => {
                let promo = zone == Zone::Story || facts.promo_start || zone == Zone::Head && facts.chars > 40;
                self.push(if promo { Role::Promo } else { Role::Furniture }, row.span, zone);
            }
            // a role that says what the text is, and the text is not
            Part::Url if !facts.url_whole => self.push(Role::Furniture, row.span, zone),
            Part::Counter if counter(self.text.slice(row.span)).is_none() => {
                self.push(Role::Furniture, row.span, zone);
            }
            _ => self.push(part.role(), row.span, zone),
        }
    }

    fn push(&mut self, role: Role, span: Span, zone: Zone) {
        let span = span.trim(self.text.source);
        if self.coarse
            && role == Role::Furniture
            && let Some(before) = self.parts.blocks.last_mut().filter(|before| before.role == role)
        {
            before.span.end = span.end.max(before.span.end);
            return;
        }
        if !span.is_empty() {
            self.parts.blocks.push(Block { role, span });
            self.parts.zones.push(zone);
        }
    }

    /// A row of text: perhaps caption, credit and dateline before it, perhaps a sign-off behind.
    fn text_row(&mut self, row: &Row, facts: &Facts, zone: Zone, last: bool, near_last: bool) {
        if facts.dateline_own_line && self.parts.dateline.is_none() && self.text_rows < DATELINE_ROWS {
            self.parts.dateline = dateline::read(self.text, row.tokens.start, row.tokens.end);
            self.push(Role::Dateline, row.span, zone);
            return;
        }
        let mut span = row.span;
        if self.parts.dateline.is_none()
            && self.text_rows < DATELINE_ROWS
            && let Some(start) = self.dateline_at_start(row, facts, zone).or_else(|| self.dateline_inside(row, zone))
        {
            span.start = start;
        }
        self.text_rows += 1;
        let from = row.tokens.start
            + self.text.tokens[row.tokens.clone()].partition_point(|token| token.span().start < span.start);
        let mut signoff = None;
        if near_last && from < row.tokens.end {
            signoff = signoff::tail(self.text, from, row.tokens.end).filter(|_| last || self.parts.signoff.is_none());
        }
        let end = signoff.as_ref().map_or(span.end, |parsed| parsed.span.start);
        let body = Span::new(span.start, end);
        self.push(text_role(self.text, body, facts), body, zone);
        if let Some(parsed) = signoff {
            self.push(Role::Signoff, parsed.span, zone);
            self.parts.signoff = Some(parsed);
        }
    }

    /// The dateline a row begins with; returns where the lede begins.
    fn dateline_at_start(&mut self, row: &Row, facts: &Facts, zone: Zone) -> Option<usize> {
        let parsed = dateline::read(self.text, row.tokens.start, row.tokens.end)?;
        if parsed.next >= row.tokens.end {
            return None;
        }
        let lede = self.text.str(self.text.tokens[parsed.next]);
        let capital = lede.starts_with(|c: char| !c.is_lowercase());
        let enough = match parsed.certainty() {
            3 => true,
            2 => self.text_rows < 2 && (parsed.close != dateline::Close::Colon || self.speakers < 2),
            1 => {
                let words =
                    parsed.places.first().map_or(0, |city| self.text.slice(city.name).split_whitespace().count());
                self.text_rows == 0 && capital && words <= 3 && self.speakers < 2 && facts.chars > 60
            }
            _ => false,
        };
        if !enough {
            return None;
        }
        let start = self.text.tokens[parsed.next].span().start;
        self.push(Role::Dateline, parsed.span, zone);
        self.parts.dateline = Some(parsed);
        Some(start)
    }

    /// The dateline behind a caption and its credit on one line, with or without a space between;
    /// returns where the lede begins.
    fn dateline_inside(&mut self, row: &Row, zone: Zone) -> Option<usize> {
        let tokens = row.tokens.start + 1..row.tokens.end.min(row.tokens.start + DATELINE_TOKENS);
        for index in tokens {
            let token = self.text.tokens[index];
            let slice = self.text.str(token);
            // where it can begin: a capital, or inside a word where small letters meet capitals
            let glued = glue(slice).map(|at| token.span().start + at);
            let Some(start) = glued.or_else(|| is_capitalised(slice).then_some(token.span().start)) else { continue };
            let end = (start + 400).min(row.span.end);
            let end = (start..=end).rev().find(|&at| self.text.source.is_char_boundary(at)).unwrap_or(start);
            // only where a mark of a dateline is near at all
            if !self.text.source[start..end].contains(['—', '–', '-', '―', ':']) {
                return None;
            }
            let behind = Text::new(&self.text.source[start..end]);
            let Some(parsed) = dateline::read(&behind, 0, behind.tokens.len()) else { continue };
            if parsed.certainty() < 2
                || parsed.next >= behind.tokens.len()
                || !(parsed.capitals || parsed.agency.is_some())
            {
                continue;
            }
            let before = Text::new(&self.text.source[row.span.start..start]);
            let Some((at, found)) = credit::tail(&before, 0, before.tokens.len()) else { continue };
            let caption = Span::new(row.span.start, row.span.start + before.tokens[at].span().start);
            self.push(Role::Caption, caption, zone);
            self.parts.credits.push((self.parts.blocks.len(), moved_credit(&found, row.span.start)));
            self.push(Role::Credit, Span::new(caption.end, start), zone);
            let lede = start + behind.tokens[parsed.next].span().start;
            let parsed = moved_dateline(parsed, start);
            self.push(Role::Dateline, parsed.span, zone);
            self.parts.dateline = Some(parsed);
            return Some(lede);
        }
        None
    }

    fn caption(&mut self, row: &Row, zone: Zone) {
        // caption, credit, dateline and lede on one line, taken for a caption by its beginning
        if self.parts.dateline.is_none()
            && zone != Zone::After
            && row.span.len() > 120
            && let Some(start) = self.dateline_inside(row, zone)
        {
            self.text_rows += 1;
            self.push(Role::Paragraph, Span::new(start, row.span.end), zone);
            return;
        }
        match credit::tail(self.text, row.tokens.start, row.tokens.end) {
            Some((at, parsed)) => {
                let start = self.text.tokens[at].span().start;
                self.push(Role::Caption, Span::new(row.span.start, start), zone);
                self.parts.credits.push((self.parts.blocks.len(), parsed));
                self.push(Role::Credit, Span::new(start, row.span.end), zone);
            }
            None => self.push(Role::Caption, row.span, zone),
        }
    }

    fn credit(&mut self, row: &Row, zone: Zone) {
        if let Some(parsed) = credit::whole(self.text, row.tokens.start, row.tokens.end) {
            self.parts.credits.push((self.parts.blocks.len(), parsed));
        } else if let Some((at, parsed)) = credit::tail(self.text, row.tokens.start, row.tokens.end) {
            let start = self.text.tokens[at].span().start;
            self.push(Role::Caption, Span::new(row.span.start, start), zone);
            self.parts.credits.push((self.parts.blocks.len(), parsed));
            self.push(Role::Credit, Span::new(start, row.span.end), zone);
            return;
        }
        self.push(Role::Credit, row.span, zone);
    }

    fn dateline_row(&mut self, row: &Row, facts: &Facts, zone: Zone) {
        match dateline::read(self.text, row.tokens.start, row.tokens.end) {
            Some(parsed) if parsed.next >= row.tokens.end && self.parts.dateline.is_none() => {
                self.push(Role::Dateline, row.span, zone);
                self.parts.dateline = Some(parsed);
            }
            _ => self.text_row(row, facts, zone, false, false),
        }
    }

    fn signoff_row(&mut self, row: &Row, facts: &Facts, zone: Zone) {
        match signoff::whole(self.text, row.tokens.start, row.tokens.end) {
            Some(parsed) => {
                self.push(Role::Signoff, row.span, zone);
                if self.parts.signoff.as_ref().is_none_or(|before| before.agency.is_none()) {
                    self.parts.signoff = Some(parsed);
                }
            }
            None if facts.chars <= 60 => self.push(Role::Signoff, row.span, zone),
            None => self.push(Role::Furniture, row.span, zone),
        }
    }

    /// A row that names authors, or times, or both: `By NAME Apr. 28, 2023 1:15 pm`,
    /// `Desk / April 28, 2023`, `NAME|Published 4 months ago`.
    fn byline_or_timestamp(&mut self, row: &Row, zone: Zone, part: Part) {
        let text = self.text;
        let (at, end) = (row.tokens.start, row.tokens.end);
        let Some(found) = timestamp::find(text, at..end, self.day_first) else {
            if let Some(parsed) = byline::read(text, at, end) {
                self.parts.bylines.push((zone, parsed));
            }
            self.push(part.role(), row.span, zone);
            return;
        };
        self.parts.stamps.extend(found.stamps.iter().cloned().map(|stamp| (zone, stamp)));
        let before = Span::new(row.span.start, found.span.start);
        let words = text.slice(before).trim_matches(|c: char| !c.is_alphanumeric());
        let mut start = row.span.start;
        if !words.is_empty() {
            // what is before the times, read by itself: the last name may have the month glued to it
            let own = Text::new(text.slice(before));
            let to = own
                .tokens
                .iter()
                .rposition(|token| token.kind != crate::text::tokens::Kind::Mark)
                .map_or(0, |last| last + 1);
            let whole = byline::read(&own, 0, to);
            // `NAME / outlet.example / Sep 2, 2024`: the outlet between name and times
            let parsed = whole.or_else(|| {
                let name = super::names::read(&own, 0, to).filter(|name| (2..=4).contains(&name.words))?;
                let parted = ['/', '|', '•', '·', ','].iter().any(|&mark| own.is_mark(name.next, mark));
                parted.then(|| byline::read(&own, 0, name.next)).flatten()
            });
            let role = match parsed {
                Some(parsed) => {
                    self.parts.bylines.push((zone, moved_byline(parsed, before.start)));
                    Role::Byline
                }
                None if part == Part::Byline => Role::Byline,
                None if words.chars().count() <= 30 => Role::Section,
                None => Role::Furniture,
            };
            // the marks between belong to the times
            let length = own.tokens[..to].last().map_or(0, |token| token.span().end);
            self.push(role, Span::new(before.start, before.start + length), zone);
            start = before.start + length;
        }
        self.push(Role::Timestamp, Span::new(start, row.span.end), zone);
    }
}

/// Where small letters meet capitals inside a word, with at least two letters on each side.
fn glue(word: &str) -> Option<usize> {
    let mut before: Option<char> = None;
    for (at, c) in word.char_indices() {
        if before.is_some_and(char::is_lowercase) && c.is_uppercase() && at >= 2 && word[at..].chars().count() >= 2 {
            return Some(at);
        }
        before = Some(c);
    }
    None
}

/// Paragraph, crosshead or list item.
fn text_role(text: &Text<'_>, span: Span, facts: &Facts) -> Role {
    let slice = text.slice(span);
    let bullet = slice.starts_with(['•', '●', '▪', '*', '·', '■', '►', '-', '–', '—']) && facts.chars < 400;
    if bullet {
        return Role::ListItem;
    }
    let short = facts.chars <= 90 && facts.words <= 12;
    let open = !slice.ends_with(['.', '!', '…', ';', ',', '”', '"', '’', '\'', ')']);
    let heading = short
        && open
        && !facts.prose
        && slice.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '‘' | '“' | '"' | '\''));
    if heading && (is_all_caps(slice) || !facts.said) { Role::Crosshead } else { Role::Paragraph }
}

fn moved(span: Span, by: usize) -> Span {
    Span::new(span.start + by, span.end + by)
}

fn moved_credit(parsed: &credit::Parsed, by: usize) -> credit::Parsed {
    credit::Parsed {
        name: parsed.name.map(|span| moved(span, by)),
        span: moved(parsed.span, by),
        inner: moved(parsed.inner, by),
        ..parsed.clone()
    }
}

fn moved_dateline(parsed: dateline::Parsed, by: usize) -> dateline::Parsed {
    dateline::Parsed {
        places: parsed
            .places
            .into_iter()
            .map(|city| dateline::City { name: moved(city.name, by), region: city.region.map(|span| moved(span, by)) })
            .collect(),
        date: parsed.date.map(|(date, span)| (date, moved(span, by))),
        agency: parsed.agency.map(|(name, span)| (name, moved(span, by))),
        span: moved(parsed.span, by),
        ..parsed
    }
}

fn moved_byline(parsed: byline::Parsed, by: usize) -> byline::Parsed {
    byline::Parsed {
        authors: parsed
            .authors
            .into_iter()
            .map(|author| byline::Author {
                name: moved(author.name, by),
                role: author.role.map(|span| moved(span, by)),
                affiliation: author.affiliation.map(|span| moved(span, by)),
            })
            .collect(),
        agency: parsed.agency.map(|agency| super::agencies::Named { span: moved(agency.span, by), ..agency }),
        span: moved(parsed.span, by),
        ..parsed
    }
}
