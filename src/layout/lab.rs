//! The laboratory: what the trainer needs of this room. Nothing here is part of the public interface.

use super::features::{self, COUNT, DEEP};
use super::model::Model;
use super::readings::Readings;
use super::states::{Part, STATES, ZONES, Zone, follows, starts};
use super::weights::EVIDENCE;
use super::weights::{COLUMNS, FINGERPRINT, HIDDEN, MEMBERS};
use super::weights::{STEPS, TABLES};
use super::{Options, facts, rows, settle, titles, wire};
use crate::calendar;
use crate::text::Text;
use crate::text::view::View;
use crate::{Article, Span};

/// A row as the model sees it.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Where it lies, in bytes.
    pub span: Span,
    /// Its features.
    pub features: Vec<u16>,
    /// The states it can be in at all, a bit each.
    pub permitted: u64,
}

/// The shape of the model.
#[derive(Debug, Clone)]
pub struct Shape {
    /// Features, and weights for each.
    pub features: usize,
    /// Features that the hidden layer sees: the first ones.
    pub deep: usize,
    /// Parts and zones.
    pub columns: usize,
    /// Units of the hidden layer.
    pub hidden: usize,
    /// Fields that were trained apart and whose scores are added up.
    pub members: usize,
    /// Zone and part of every state, as their columns and names.
    pub states: Vec<(usize, usize, &'static str, &'static str)>,
    /// Whether a state can follow another, row by row.
    pub follows: Vec<bool>,
    /// Whether a state can come first.
    pub starts: Vec<bool>,
    /// What a model's file begins with.
    pub fingerprint: [u8; 8],
    /// Pieces of evidence for a headline.
    pub evidence: usize,
    /// Entries of the tables of certainty, which a model's file ends with.
    pub tables: usize,
    /// Steps of each of the tables.
    pub steps: usize,
}

/// The shape of the model as the crate has it now.
#[must_use]
pub fn shape() -> Shape {
    let count = STATES.len();
    Shape {
        features: COUNT,
        deep: DEEP,
        columns: COLUMNS,
        hidden: HIDDEN,
        members: MEMBERS,
        states: STATES
            .iter()
            .map(|&(zone, part)| (Part::ALL.len() + zone as usize, part as usize, zone_name(zone), part_name(part)))
            .collect(),
        follows: (0..count * count).map(|pair| follows(pair / count, pair % count)).collect(),
        starts: (0..count).map(starts).collect(),
        fingerprint: FINGERPRINT,
        evidence: EVIDENCE,
        tables: TABLES,
        steps: STEPS,
    }
}

/// The name of a feature.
#[must_use]
pub fn feature_name(id: usize) -> String {
    features::name(id)
}

/// The name of a column.
#[must_use]
pub fn column_name(column: usize) -> &'static str {
    const NAMES: [Zone; ZONES] = [Zone::Before, Zone::Title, Zone::Head, Zone::Story, Zone::After];
    Part::ALL.get(column).map_or_else(|| zone_name(NAMES[column - Part::ALL.len()]), |&part| part_name(part))
}

fn part_name(part: Part) -> &'static str {
    match part {
        Part::Url => "url",
        Part::Counter => "counter",
        Part::Section => "section",
        Part::Headline => "headline",
        Part::Standfirst => "standfirst",
        Part::Byline => "byline",
        Part::Timestamp => "timestamp",
        Part::Caption => "caption",
        Part::Credit => "credit",
        Part::Dateline => "dateline",
        Part::Text => "text",
        Part::Furniture => "furniture",
        Part::Signoff => "signoff",
        Part::Contributors => "contributors",
        Part::Note => "note",
        Part::Copyright => "copyright",
        Part::Tags => "tags",
    }
}

fn zone_name(zone: Zone) -> &'static str {
    match zone {
        Zone::Before => "Before",
        Zone::Title => "Title",
        Zone::Head => "Head",
        Zone::Story => "Story",
        Zone::After => "After",
    }
}

/// What the rows of `text` are like.
fn paste(text: &Text<'_>, rows: &[rows::Row]) -> facts::Paste {
    let order = calendar::decide_order(text, &Options::default());
    let readings: Vec<Readings> = rows.iter().map(|row| Readings::of(text, row, order)).collect();
    facts::of(text, rows, &readings.iter().collect::<Vec<_>>(), None)
}

/// The rows of `source` with their features.
#[must_use]
pub fn samples(source: &str) -> Vec<Sample> {
    let view = View::new(source);
    let text = Text::new(view.text());
    let rows = rows::split(&text);
    let table = features::table(&rows, &paste(&text, &rows));
    rows.iter()
        .enumerate()
        .map(|(index, row)| Sample {
            span: view.to_source(row.span),
            features: table.of(index).map(|id| id as u16).collect(),
            permitted: table.permitted(index),
        })
        .collect()
}

/// What a model says of a row, before it is settled.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// The zone.
    pub zone: &'static str,
    /// The part.
    pub part: &'static str,
    /// The score of every column, in 4096ths.
    pub columns: Vec<i32>,
}

/// What `weights` say of every row of `source`.
///
/// # Panics
///
/// Where `weights` were made for other features.
#[must_use]
pub fn decode(source: &str, weights: &[u8]) -> Vec<Verdict> {
    let model = Model::new(weights).expect("weights for these features");
    let view = View::new(source);
    let text = Text::new(view.text());
    let rows = rows::split(&text);
    let table = features::table(&rows, &paste(&text, &rows));
    let verdict = |(row, state): (usize, usize)| {
        let mut columns = [0; COLUMNS];
        model.columns(&table, row, &mut columns);
        let (zone, part) = STATES[state];
        Verdict { zone: zone_name(zone), part: part_name(part), columns: columns.to_vec() }
    };
    model.decode(&table, rows.len()).states.into_iter().enumerate().map(verdict).collect()
}

/// A row that can be the headline, or that there is none, with what speaks for it.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Where the row lies, in bytes.
    pub span: Option<Span>,
    /// The evidence, in eighths.
    pub evidence: Vec<i8>,
}

/// What can be the headline of `source`, as `weights` see it.
///
/// # Panics
///
/// Where `weights` were made for other features.
#[must_use]
pub fn candidates(source: &str, weights: &[u8]) -> Vec<Candidate> {
    let model = Model::new(weights).expect("weights for these features");
    let view = View::new(source);
    let text = Text::new(view.text());
    let rows = rows::split(&text);
    let paste = paste(&text, &rows);
    let mut table = features::table(&rows, &paste);
    settle::constrain(&text, &rows, &paste, &mut table);
    wire::constrain(&text, &rows, &paste, &mut table);
    let decoded = model.decode(&table, rows.len());
    let span = |row: usize| view.to_source(rows[row].span);
    titles::candidates(&text, &rows, &paste, &table, model, &decoded)
        .into_iter()
        .map(|candidate| Candidate { span: candidate.row.map(span), evidence: candidate.evidence.to_vec() })
        .collect()
}

/// Reads an article with other weights than the shipped ones.
///
/// # Panics
///
/// Where `weights` were made for other features.
#[must_use]
pub fn parse_with(source: &str, options: &Options, weights: &[u8]) -> Article {
    let model = Model::new(weights).expect("weights for these features");
    crate::parse_by(source, options, model, &mut crate::corrections::Told::nothing())
}
