//! The corpora: documents as rows of which it is known, or partly known, what they are.
//!
//! Stories annotated part by part (`wire/`), and clipboard copies of pages (`layout/`) with the parts
//! of every line annotated here (`train/gold/pages.jsonl`: offsets and roles, no text).

use crate::field::Sequence;
use nutgraf::lab::{self, Sample, Shape};
use serde_json::Value;
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// A document of the corpora.
pub struct Document {
    /// Its id, as in the corpus.
    pub id: String,
    /// Who published it: documents of one publisher stay in one fold.
    pub publisher: String,
    /// The text.
    pub text: String,
    /// Its date, where the corpus knows it.
    pub published: Option<String>,
    /// Rows as pieces of `text`.
    pub rows: Vec<Piece>,
    /// The rows as the model sees them.
    pub sequence: Sequence,
}

/// A row of a document, to be put together with others.
#[derive(Clone)]
pub struct Piece {
    /// Blank lines before it.
    pub blanks: usize,
    /// Its text.
    pub text: String,
    /// The states it may be in.
    pub allowed: u64,
    /// Its zone.
    pub zone: &'static str,
    /// What it is.
    pub part: &'static str,
    /// Whether it is that and nothing else: no part is glued to it.
    pub whole: bool,
}

/// What a part is called, the blocks of a document with other roles that would be right too, and where
/// they lie.
struct Known {
    part: &'static str,
    or: Vec<&'static str>,
    at: (usize, usize),
}

/// Role, start and end of every annotated block of a page, by the page's id.
type Annotations = HashMap<String, Vec<(String, usize, usize)>>;

/// The text of the file `path`.
///
/// # Errors
///
/// Where it cannot be read.
pub fn text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Texts that are not news: letters, weblogs, answers. Whoever pastes one wants it read, so that its
/// sentences are text; nothing is known of its short rows.
pub fn plain(data: &Path, shape: &Shape) -> Result<Vec<Document>, String> {
    let lines = text(&data.join("entities/uner-ewt-train.jsonl"))?;
    let plain = |line: &str| -> Option<Document> {
        let record: Value = serde_json::from_str(line).ok()?;
        let (id, text) = (record["id"].as_str()?.to_owned(), record["text"].as_str()?.to_owned());
        let samples = lab::samples(&text);
        let is_text: Vec<bool> = samples.iter().map(|sample| sample.span.len() > 60).collect();
        let texts = is_text.iter().position(|&text| text).zip(is_text.iter().rposition(|&text| text));
        let allowed: Vec<u64> = (0..samples.len())
            .map(|row| match texts {
                Some(_) if is_text[row] => states(shape, "Story", &["text"]),
                Some((first, last)) if first < row && row < last => zone_states(shape, &["Story"]),
                Some((first, _)) if row < first => zone_states(shape, &["Before", "Title", "Head", "Story"]),
                Some(_) => zone_states(shape, &["After", "Story"]),
                None => states(shape, "Story", &["text"]),
            })
            .collect();
        let permitted = samples.iter().map(|sample| sample.permitted).collect();
        let features = samples.into_iter().map(|sample| sample.features).collect();
        let sequence = Sequence { features, allowed, permitted, weight: 0.3 };
        (texts.is_some() || is_text.len() <= 3).then(|| Document {
            publisher: "~plain".to_owned(),
            id,
            text,
            published: None,
            rows: Vec::new(),
            sequence,
        })
    };
    Ok(lines.lines().step_by(2).filter_map(plain).collect())
}

/// Every state of `zones`.
pub fn zone_states(shape: &Shape, zones: &[&str]) -> u64 {
    shape
        .states
        .iter()
        .enumerate()
        .filter(|(_, (_, _, of, _))| zones.contains(of))
        .fold(0, |bits, (index, _)| bits | 1 << index)
}

/// The annotated blocks of the pages, by the page's id.
pub fn annotations(gold: &Path) -> Result<Annotations, String> {
    let lines = text(gold)?;
    let page = |line: &str| {
        let record: Value = serde_json::from_str(line).ok()?;
        let blocks = record["blocks"].as_array()?.iter().filter_map(|block| {
            Some((block[0].as_str()?.to_owned(), block[1].as_u64()? as usize, block[2].as_u64()? as usize))
        });
        Some((record["id"].as_str()?.to_owned(), blocks.collect()))
    };
    Ok(lines.lines().filter_map(page).collect())
}

pub fn document(record: &Value, pages: &Annotations, weight: f32, shape: &Shape) -> Option<Document> {
    let (id, text) = (record["id"].as_str()?.to_owned(), record["text"].as_str()?.to_owned());
    let samples = lab::samples(&text);
    let bytes = byte_offsets(&text);
    let at = |start: usize, end: usize| Some((*bytes.get(start)?, *bytes.get(end)?));
    let known: Vec<Known> = match pages.get(&id) {
        Some(blocks) => blocks
            .iter()
            .filter_map(|(role, start, end)| {
                // which menu is a section and which number a count nobody can say for sure
                let or = if role == "section" || role == "counter" { vec!["furniture"] } else { Vec::new() };
                Some(Known { part: part(shape, role), or, at: at(*start, *end)? })
            })
            .collect(),
        None => record["gold"]["blocks"]
            .as_array()?
            .iter()
            .filter_map(|block| {
                let or = block["alt"].as_array().into_iter().flatten().filter_map(Value::as_str);
                let span = at(block["start"].as_u64()? as usize, block["end"].as_u64()? as usize)?;
                let or = or.map(|role| part(shape, role)).filter(|part| *part != "text").collect();
                Some(Known { part: part(shape, block["role"].as_str()?), or, at: span })
            })
            .collect(),
    };
    let rows = rows(shape, &text, &samples, &known);
    let sequence = Sequence {
        allowed: rows.iter().map(|row| row.allowed).collect(),
        permitted: samples.iter().map(|sample| sample.permitted).collect(),
        features: samples.into_iter().map(|sample| sample.features).collect(),
        weight,
    };
    let published = record["published"].as_str().map(str::to_owned);
    (!rows.is_empty()).then(|| Document { publisher: publisher(&id), id, text, published, rows, sequence })
}

/// What a document's id says of its publisher.
pub fn publisher(id: &str) -> String {
    let id = id.split('#').next().unwrap_or(id);
    let name = id.rsplit(':').next().unwrap_or(id).rsplit('/').next().unwrap_or(id);
    // us-Reuters-2023-05-16 and Reuters_2023_05_16 are one publisher
    let name = name
        .split_once('-')
        .filter(|(country, _)| country.len() <= 3 && !id.contains(':'))
        .map_or(name, |(_, rest)| rest);
    let name = name
        .split(['-', '_'])
        .enumerate()
        .take_while(|(place, piece)| *place == 0 || !piece.starts_with(|c: char| c.is_ascii_digit()))
        .map(|(_, piece)| piece)
        .collect::<Vec<_>>()
        .join("-")
        .to_lowercase();
    family(&name).map_or(name, str::to_owned)
}

/// The first of the publishers that set their pages by the same template as `name` does.
fn family(name: &str) -> Option<&'static str> {
    let lines = include_str!("../gold/families.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter(|line| line.split(' ').any(|other| other == name)).find_map(|line| line.split(' ').next())
}

/// Byte offset of every code point, and of the text's end.
pub fn byte_offsets(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

pub fn overlap(a: (usize, usize), b: (usize, usize)) -> usize {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

/// The model's name for a role of the contract.
pub fn part(shape: &Shape, role: &str) -> &'static str {
    let name = match role {
        "paragraph" | "crosshead" | "listItem" | "pullQuote" => "text",
        "correction" | "editorsNote" => "note",
        role => role,
    };
    shape.states.iter().map(|state| state.3).find(|part| *part == name).unwrap_or("furniture")
}

/// The states with one of `parts` in `zone`.
pub fn states(shape: &Shape, zone: &str, parts: &[&str]) -> u64 {
    shape
        .states
        .iter()
        .enumerate()
        .filter(|(_, (_, _, of, part))| *of == zone && parts.contains(part))
        .fold(0, |bits, (index, _)| bits | 1 << index)
}

/// The zone of a row, from the headline's row and the first and last rows of text.
pub fn zone(row: usize, title: Option<usize>, text: Option<(usize, usize)>) -> &'static str {
    let first = text.map_or(usize::MAX, |(first, _)| first);
    let last = text.map_or(usize::MAX, |(_, last)| last);
    if title == Some(row) && row < first {
        "Title"
    } else if row >= first && row <= last {
        "Story"
    } else if row > last {
        "After"
    } else if title.is_some_and(|title| row > title) {
        "Head"
    } else {
        "Before"
    }
}

/// The rows of a text with what they are.
fn rows(shape: &Shape, text: &str, samples: &[Sample], known: &[Known]) -> Vec<Piece> {
    // a row with several parts is what its text is, or its headline, or its longest part
    let rank = |part: &str| match part {
        "text" => 3,
        "headline" => 2,
        "caption" | "byline" => 1,
        _ => 0,
    };
    let parts: Vec<Vec<&Known>> = samples
        .iter()
        .map(|sample| {
            let own = (sample.span.start, sample.span.end);
            let mut of: Vec<&Known> = known.iter().filter(|known| overlap(own, known.at) > 0).collect();
            of.sort_by_key(|known| std::cmp::Reverse((rank(known.part), overlap(own, known.at))));
            of
        })
        .collect();
    let is = |row: &Vec<&Known>, part: &str| row.first().is_some_and(|known| known.part == part);
    let title = parts.iter().position(|row| is(row, "headline"));
    let texts = parts.iter().position(|row| is(row, "text")).zip(parts.iter().rposition(|row| is(row, "text")));
    let mut end = 0;
    samples
        .iter()
        .zip(&parts)
        .enumerate()
        .map(|(index, (sample, parts))| {
            let gap = text.get(end..sample.span.start).unwrap_or("");
            end = sample.span.end;
            let zone = zone(index, title, texts);
            let part = parts.first().map_or("furniture", |known| known.part);
            let mut wanted = vec![part];
            wanted.extend(parts.first().into_iter().flat_map(|known| known.or.iter().copied()));
            if part == "tags" {
                wanted.push("furniture");
            }
            let bits = states(shape, zone, &wanted);
            Piece {
                blanks: gap.matches('\n').count().saturating_sub(1),
                text: text.get(sample.span.start..sample.span.end).unwrap_or("").to_owned(),
                allowed: if bits == 0 { states(shape, zone, &["furniture", "text", "headline"]) } else { bits },
                zone,
                part,
                whole: parts.len() == 1,
            }
        })
        .collect()
}
