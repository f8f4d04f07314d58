//! Parts: from rows and their states to blocks. Here a row that holds several parts is cut up.

mod authors;
mod counters;
mod page;
mod pictures;
mod pull_quotes;
mod shift;
mod text_role;

use super::facts::{Facts, Paste, counter};
use super::rows::Row;
use super::states::{Part, STATES, Zone};
use super::{byline, contributors, credit, dateline, signoff, timestamp};
use crate::text::Text;
use crate::text::words::is_capitalised;
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
    pub(crate) bylines: Vec<(Zone, byline::Reading)>,
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

/// Rows of furniture that say that a page is around the story.
const SIGNS_OF_A_PAGE: usize = 4;

/// Cuts rows into blocks, a stretch of the paste after the other.
pub(crate) struct Cutter<'a, 't> {
    text: &'a Text<'t>,
    day_first: bool,
    parts: Parts,
    /// Rows of text met so far.
    text_rows: usize,
    /// Rows that begin with a speaker's name and a colon: in an interview no such row is a dateline.
    speakers: usize,
    /// What a row with nothing but "Published" or "Updated" says of the next row's date.
    label: Option<timestamp::Label>,
    /// Whether the row before was "Correction:" and nothing else.
    correction: bool,
    /// The headline.
    headline: Option<Span>,
    /// Whether neighbouring rows of furniture are one block.
    coarse: bool,
}

impl<'a, 't> Cutter<'a, 't> {
    /// Cuts the rows of `text`; `coarse` puts neighbouring rows of furniture into one block.
    pub(crate) fn new(text: &'a Text<'t>, day_first: bool, coarse: bool) -> Self {
        Self {
            text,
            day_first,
            parts: Parts::default(),
            text_rows: 0,
            speakers: 0,
            label: None,
            correction: false,
            headline: None,
            coarse,
        }
    }

    /// What was cut.
    pub(crate) fn done(self) -> Parts {
        self.parts
    }

    /// Cuts the next rows.
    pub(crate) fn cut(&mut self, rows: &[Row], paste: &Paste, states: &[usize]) {
        let rows_of_text: Vec<usize> = states
            .iter()
            .enumerate()
            .filter(|&(_, &state)| STATES[state].1 == Part::Text)
            .map(|(row, _)| row)
            .collect();
        let last_text = rows_of_text.last().copied();
        let speaks = |row: &&usize| paste.facts[**row].speaker && paste.facts[**row].chars > 30;
        self.speakers = rows_of_text.iter().filter(speaks).count();
        let page = states.iter().filter(|&&state| STATES[state].1 == Part::Furniture).count() >= SIGNS_OF_A_PAGE;
        let quoted = pull_quotes::find(self.text, rows, &paste.facts, states);
        let listed = text_role::lists(self.text, rows, paste, &rows_of_text);
        for (index, (row, &state)) in rows.iter().zip(states).enumerate() {
            let (zone, part) = STATES[state];
            let facts = &paste.facts[index];
            if quoted[index] {
                self.push(Role::PullQuote, row.span, zone);
                continue;
            }
            let count = matches!(part, Part::Furniture | Part::Byline | Part::Timestamp | Part::Counter | Part::Text);
            if count && self.counters(row, zone) {
                continue;
            }
            let correction = std::mem::take(&mut self.correction);
            match part {
                Part::Text => {
                    let place = rows_of_text.partition_point(|&other| other < index);
                    let neighbour =
                        |at: Option<usize>| at.and_then(|at| rows_of_text.get(at)).map(|&at| &paste.facts[at]);
                    let around = text_role::Around {
                        before: neighbour(place.checked_sub(1)),
                        after: neighbour(Some(place + 1)),
                        interview: self.speakers >= 2,
                        listed: listed[place],
                        page,
                    };
                    let near_last = last_text.is_some_and(|last| index + 3 > last);
                    self.text_row(row, facts, zone, &around, near_last);
                }
                Part::Caption => self.caption(row, zone),
                Part::Byline | Part::Timestamp => self.byline_or_timestamp(row, zone, part),
                Part::Credit => self.credit(row, zone),
                Part::Dateline => self.dateline_row(row, facts, zone),
                Part::Signoff => self.signoff_row(row, facts, zone),
                Part::Contributors => {
                    self.parts
                        .contributors
                        .extend(contributors::read(self.text, row.tokens.clone()).unwrap_or_default());
                    self.push(Role::Contributors, row.span, zone);
                }
                Part::Note => self.note(row, facts, zone, correction),
                Part::Furniture => self.furniture(row, facts, zone),
                Part::Headline => self.headline(row, zone),
                Part::Section => self.section(row.span, zone),
                Part::Copyright => self.copyright(row, zone),
                // a role that says what the text is, and the text is not
                Part::Url if page::address(self.text, row).is_none() => self.push(Role::Furniture, row.span, zone),
                Part::Counter if counter(self.text.slice(row.span)).is_none() => {
                    self.push(Role::Furniture, row.span, zone);
                }
                _ => self.push(part.role(), row.span, zone),
            }
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
    fn text_row(&mut self, row: &Row, facts: &Facts, zone: Zone, around: &text_role::Around<'_>, near_last: bool) {
        let last = around.after.is_none();
        if facts.dateline_own_line && self.parts.dateline.is_none() && self.text_rows < DATELINE_ROWS {
            self.parts.dateline = dateline::read(self.text, row.tokens.start, row.tokens.end);
            self.push(Role::Dateline, row.span, zone);
            return;
        }
        // a rule between the story and what is said of it
        if facts.words == 0 && !self.text.slice(row.span).contains(char::is_alphanumeric) {
            return self.push(Role::Furniture, row.span, zone);
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
            signoff = signoff::tail(self.text, from, row.tokens.end)
                .filter(|_| last || self.parts.signoff.is_none())
                .or_else(|| signoff::initials(self.text, from, row.tokens.end));
        }
        // a reviewer signs each piece of a list
        let signoff = signoff.or_else(|| signoff::signature(self.text, from, row.tokens.end));
        let end = signoff.as_ref().map_or(span.end, |parsed| parsed.span.start);
        let body = Span::new(span.start, end);
        self.push(text_role::of(self.text, body, facts, around), body, zone);
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
            self.parts.credits.push((self.parts.blocks.len(), shift::credit(&found, row.span.start)));
            self.push(Role::Credit, Span::new(caption.end, start), zone);
            let lede = start + behind.tokens[parsed.next].span().start;
            let parsed = shift::dateline(parsed, start);
            self.push(Role::Dateline, parsed.span, zone);
            self.parts.dateline = Some(parsed);
            return Some(lede);
        }
        None
    }

    fn dateline_row(&mut self, row: &Row, facts: &Facts, zone: Zone) {
        match dateline::read(self.text, row.tokens.start, row.tokens.end) {
            Some(parsed) if parsed.next >= row.tokens.end && self.parts.dateline.is_none() => {
                self.push(Role::Dateline, row.span, zone);
                self.parts.dateline = Some(parsed);
            }
            _ => self.text_row(row, facts, zone, &text_role::Around::default(), false),
        }
    }

    /// What the newsroom says of the story: a note, or a correction, whose label may stand on a row of
    /// its own.
    fn note(&mut self, row: &Row, facts: &Facts, zone: Zone, labelled: bool) {
        let word = self.text.word(row.tokens.start).unwrap_or("").to_ascii_lowercase();
        let named = word.starts_with("correction") || word == "clarification";
        self.correction = named && facts.words <= 3 && facts.last == ':';
        self.push(if named || labelled { Role::Correction } else { Role::EditorsNote }, row.span, zone);
    }

    /// Whether the row is an address for mail and nothing else.
    fn is_mail(&self, row: &Row) -> bool {
        let slice = self.text.slice(row.span);
        slice.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && host.contains('.') && !slice.contains(char::is_whitespace) && !host.contains('@')
        })
    }

    fn signoff_row(&mut self, row: &Row, facts: &Facts, zone: Zone) {
        match signoff::whole(self.text, row.tokens.start, row.tokens.end) {
            Some(parsed) => {
                self.push(Role::Signoff, row.span, zone);
                if self.parts.signoff.as_ref().is_none_or(|before| before.agency.is_none()) {
                    self.parts.signoff = Some(parsed);
                }
            }
            // how to reach the author
            None if facts.url_whole || self.is_mail(row) => self.push(Role::EditorsNote, row.span, zone),
            None if facts.chars <= 60 => self.push(Role::Signoff, row.span, zone),
            None => self.push(Role::Furniture, row.span, zone),
        }
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
