//! Parts: from rows and their states to blocks. Here a row that holds several parts is cut up.

mod authors;
mod counters;
mod page;
mod pictures;
mod pull_quotes;
mod text_role;

use super::certain::{Standing, Witness, reads_on, tells_of_another};
use super::facts::{Facts, Paste};
use super::model::Model;
use super::readings::Readings;
use super::rows::Row;
use super::states::{Part, STATES, Zone};
use super::{
    Decision, byline, contributors, counters as counts, credit, dateline, labelled, opening, signoff, timestamp,
};
use crate::text::Text;
use crate::{Block, Role, Span};

/// The blocks, and what the grammars read in them.
#[derive(Default)]
pub(crate) struct Parts {
    /// Every part of the paste, in order.
    pub(crate) blocks: Vec<Block>,
    /// The zone of every block.
    pub(crate) zones: Vec<Zone>,
    /// The dateline.
    pub(crate) dateline: Option<dateline::Reading>,
    /// Bylines with the zone they are in.
    pub(crate) bylines: Vec<(Zone, byline::Reading)>,
    /// Dates of the story as the page prints them, with the zone they are in.
    pub(crate) stamps: Vec<(Zone, timestamp::Dated)>,
    /// Credits, by the index of their block.
    pub(crate) credits: Vec<(usize, credit::Reading)>,
    /// The sign-off.
    pub(crate) signoff: Option<signoff::Reading>,
    /// Who else worked on the story.
    pub(crate) contributors: Vec<contributors::Person>,
    /// What is known of the rows that values of the head can come from, in order.
    pub(crate) witnesses: Vec<Witness>,
}

/// How many rows of text from the top can hold the dateline.
const DATELINE_ROWS: usize = 5;

/// What corrections say that do not say so themselves.
const AMENDED: [&str; 8] = [
    "earlier version",
    "previous version",
    "was amended",
    "was corrected",
    "has been corrected",
    "misstated",
    "misspelled",
    "misidentified",
];

/// Rows of furniture from which a page around the story is evident.
const SIGNS_OF_A_PAGE: usize = 4;

/// Cuts rows into blocks, one stretch of the paste after another.
pub(crate) struct Cutter<'a, 't> {
    text: &'a Text<'t>,
    model: Model<'a>,
    parts: Parts,
    /// How the decision about the row that is cut stands.
    standing: Option<Standing>,
    /// Rows of text met so far.
    text_rows: usize,
    /// Rows that begin with a speaker's name and a colon: in an interview, such a row is not a dateline.
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
    pub(crate) fn new(text: &'a Text<'t>, coarse: bool, model: Model<'a>) -> Self {
        Self {
            text,
            model,
            parts: Parts::default(),
            standing: None,
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

    /// Cuts the next rows, in which the grammars have read `readings`.
    pub(crate) fn cut(&mut self, rows: &[Row], readings: Vec<Readings>, paste: &Paste, decisions: &[Decision]) {
        let states: Vec<usize> = decisions.iter().map(|&(state, _)| state).collect();
        let rows_of_text: Vec<usize> = states
            .iter()
            .enumerate()
            .filter(|&(_, &state)| STATES[state].1 == Part::Text)
            .map(|(row, _)| row)
            .collect();
        let last_text = rows_of_text.last().copied();
        let speaks = |row: &&usize| paste.facts[**row].shape.speaker && paste.facts[**row].shape.chars > 30;
        self.speakers = rows_of_text.iter().filter(speaks).count();
        let page = states.iter().filter(|&&state| STATES[state].1 == Part::Furniture).count() >= SIGNS_OF_A_PAGE;
        let quoted = pull_quotes::find(self.text, rows, &paste.facts, &states);
        let listed = text_role::lists(self.text, rows, paste, &rows_of_text);
        for (index, (row, readings)) in rows.iter().zip(readings).enumerate() {
            let (zone, part) = STATES[states[index]];
            let facts = &paste.facts[index];
            self.standing = decisions[index].1;
            self.witness(row, facts, zone, part);
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
                    self.text_row(row, readings, facts, zone, &around, near_last);
                }
                Part::Caption => self.caption(row, readings, zone),
                Part::Byline | Part::Timestamp => self.byline_or_timestamp(row, readings, zone, part),
                Part::Credit => self.credit(row, readings, zone),
                Part::Dateline => self.dateline_row(row, readings, facts, zone),
                Part::Signoff => self.signoff_row(row, readings, facts, zone),
                Part::Contributors => {
                    self.parts.contributors.extend(readings.contributors.unwrap_or_default());
                    self.push(Role::Contributors, row.span, zone);
                }
                Part::Note => self.note(row, facts, zone, correction),
                Part::Furniture => self.furniture(row, facts, zone),
                Part::Headline => self.headline(row, zone),
                Part::Copyright => self.copyright(row, zone),
                // these roles say what form the text has: it must have it
                Part::Url if page::address(self.text, row).is_none() => self.push(Role::Furniture, row.span, zone),
                Part::Counter if counts::value(self.text.slice(row.span)).is_none() => {
                    self.push(Role::Furniture, row.span, zone);
                }
                _ => self.push(part.role(), row.span, zone),
            }
        }
    }

    /// Remembers how sure the row is, where a value of the head can come from it.
    fn witness(&mut self, row: &Row, facts: &Facts, zone: Zone, part: Part) {
        if let Some(standing) = self.standing.filter(|_| part != Part::Furniture) {
            let seconded = facts.kin.repeats > 1 || facts.kin.has_title_line || facts.wording.slug >= 6;
            let rivalled = facts.kin.label || facts.kin.below_label;
            let doubtful = facts.kin.doubtful || part == Part::Headline && (reads_on(facts) || tells_of_another(facts));
            self.parts.witnesses.push(Witness { start: row.span.start, zone, standing, seconded, rivalled, doubtful });
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
            let certainty = self.standing.map(|standing| standing.of_block(self.model, role));
            self.parts.blocks.push(Block { certainty, ..Block::new(role, span) });
            self.parts.zones.push(zone);
        }
    }

    /// A row of text: perhaps caption, credit and dateline before it, perhaps a sign-off after it.
    fn text_row(
        &mut self,
        row: &Row,
        readings: Readings,
        facts: &Facts,
        zone: Zone,
        around: &text_role::Around<'_>,
        near_last: bool,
    ) {
        let last = around.after.is_none();
        let open = self.parts.dateline.is_none() && self.text_rows < DATELINE_ROWS;
        if open && facts.told.dateline_own_line {
            self.parts.dateline = readings.dateline;
            self.push(Role::Dateline, row.span, zone);
            return;
        }
        // a rule between the story and what is said about it
        if facts.shape.words == 0 && !self.text.slice(row.span).contains(char::is_alphanumeric) {
            return self.push(Role::Furniture, row.span, zone);
        }
        let mut start = row.span.start;
        if open {
            let lede = self.dateline_at_start(row, readings.dateline, facts, zone);
            start = lede.or_else(|| self.opening(row, zone)).unwrap_or(start);
        }
        self.text_rows += 1;
        let signoff = readings.signoff.filter(|signoff| {
            signoff.span.start > start
                && match signoff.form {
                    signoff::Form::Tail => near_last && (last || self.parts.signoff.is_none()),
                    signoff::Form::Initials | signoff::Form::Signature => near_last,
                    signoff::Form::Whole => false,
                }
        });
        let end = signoff.as_ref().map_or(row.span.end, |signoff| signoff.span.start);
        let body = Span::new(start, end);
        self.push(text_role::of(self.text, body, facts, around), body, zone);
        if let Some(signoff) = signoff {
            self.push(Role::Signoff, signoff.span, zone);
            self.parts.signoff = Some(signoff);
        }
    }

    /// The dateline a row begins with; returns where the lede begins.
    fn dateline_at_start(
        &mut self,
        row: &Row,
        dateline: Option<dateline::Reading>,
        facts: &Facts,
        zone: Zone,
    ) -> Option<usize> {
        let dateline = dateline.filter(|dateline| dateline.next < row.tokens.end)?;
        let lede = self.text.tokens[dateline.next];
        let capital = self.text.str(lede).starts_with(|c: char| !c.is_lowercase());
        let interview = self.speakers >= 2;
        let enough = match dateline.certainty() {
            3 => true,
            2 => self.text_rows < 2 && (dateline.close != dateline::Close::Colon || !interview),
            1 => {
                let place = dateline.places.first().map_or("", |city| self.text.slice(city.name));
                let short = place.split_whitespace().count() <= 3;
                self.text_rows == 0 && capital && short && !interview && facts.shape.chars > 60
            }
            _ => false,
        };
        enough.then(|| {
            self.push(Role::Dateline, dateline.span, zone);
            self.parts.dateline = Some(dateline);
            lede.span().start
        })
    }

    /// The dateline after a caption and its credit on one line; returns where the lede begins.
    fn opening(&mut self, row: &Row, zone: Zone) -> Option<usize> {
        let opening = opening::read(self.text, row)?;
        let credit = opening.credit.span.start;
        self.push(Role::Caption, Span::new(row.span.start, credit), zone);
        self.parts.credits.push((self.parts.blocks.len(), opening.credit));
        self.push(Role::Credit, Span::new(credit, opening.dateline.span.start), zone);
        self.push(Role::Dateline, opening.dateline.span, zone);
        self.parts.dateline = Some(opening.dateline);
        Some(opening.lede)
    }

    fn dateline_row(&mut self, row: &Row, readings: Readings, facts: &Facts, zone: Zone) {
        let whole = readings.dateline.as_ref().is_some_and(|dateline| dateline.next >= row.tokens.end);
        if whole && self.parts.dateline.is_none() {
            self.push(Role::Dateline, row.span, zone);
            self.parts.dateline = readings.dateline;
        } else {
            self.text_row(row, readings, facts, zone, &text_role::Around::default(), false);
        }
    }

    /// What the newsroom says of the story: a note, or a correction, whose label may be a row of
    /// its own.
    fn note(&mut self, row: &Row, facts: &Facts, zone: Zone, labelled: bool) {
        let word = self.text.word(row.tokens.start).unwrap_or("").to_ascii_lowercase();
        let named = word.starts_with("correction")
            || word == "clarification"
            || labelled::is_correction(self.text.slice(row.span));
        self.correction = named && facts.shape.words <= 3 && facts.shape.last == ':';
        let slice = self.text.slice(row.span);
        let amended = facts.shape.chars < 600 && AMENDED.iter().any(|phrase| slice.contains(phrase));
        self.push(if named || labelled || amended { Role::Correction } else { Role::EditorsNote }, row.span, zone);
    }

    /// Whether the row is a mail address and nothing else.
    fn is_mail(&self, row: &Row) -> bool {
        let slice = self.text.slice(row.span);
        slice.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && host.contains('.') && !slice.contains(char::is_whitespace) && !host.contains('@')
        })
    }

    fn signoff_row(&mut self, row: &Row, readings: Readings, facts: &Facts, zone: Zone) {
        match readings.signoff.filter(|signoff| signoff.form == signoff::Form::Whole) {
            Some(signoff) => {
                self.push(Role::Signoff, row.span, zone);
                if self.parts.signoff.as_ref().is_none_or(|before| before.agency.is_none()) {
                    self.parts.signoff = Some(signoff);
                }
            }
            // how to reach the author
            None if facts.shape.url_whole || self.is_mail(row) => self.push(Role::EditorsNote, row.span, zone),
            None if facts.shape.chars <= 60 => self.push(Role::Signoff, row.span, zone),
            None => self.push(Role::Furniture, row.span, zone),
        }
    }
}
