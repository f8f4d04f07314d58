//! The layout model: which rows of a paste are what.
//!
//! Learned from stories annotated by reading (`wire/`) and from pages whose headline and body are
//! known (`layout/`); of the rest of those pages only what the grammars are sure of is taken as
//! known, everything else is left open.

use crate::crf::{self, Sequence};
use crate::mix;
use nutgraf::Options;
use nutgraf::lab::{self, Sample, Shape};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Rounds of training.
const ROUNDS: u32 = 130;

/// Penalty on large weights.
const PENALTY: f64 = 1.5;

/// Mixed pages made of each document.
const MIXES: usize = 5;

/// A document of the corpora.
pub struct Document {
    id: String,
    publisher: String,
    text: String,
    published: Option<String>,
    /// Rows as pieces of `text`, with what they may be and the zone they lie in.
    pub rows: Vec<Piece>,
    sequence: Sequence,
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
    /// Whether it is running text.
    pub is_text: bool,
}

/// Trains, and with `folds` also writes what each publisher gets from a model that has not seen it.
pub fn run(data: &Path, folds: usize, out: &str) {
    let shape = lab::shape();
    let mut documents = Vec::new();
    for (file, weight, every) in
        [("wire/dev.jsonl", 1.0, 1), ("wire/reuters-dev.jsonl", 0.3, 6), ("layout/dev.jsonl", 1.0, 1)]
    {
        documents.extend(read(data, file, weight, every, &shape));
    }
    eprintln!("{} documents, {} features, {} states", documents.len(), shape.features, shape.states.len());
    let train = |documents: &[&Document]| {
        let mixed = mix::mixes(documents, MIXES);
        let data: Vec<&Sequence> = documents.iter().map(|document| &document.sequence).chain(&mixed).collect();
        crf::pack(&shape, &crf::train(&shape, &data, ROUNDS, PENALTY, PENALTY / 3.0))
    };
    if folds > 1 {
        let mut publishers: Vec<&str> = documents.iter().map(|document| document.publisher.as_str()).collect();
        publishers.sort_unstable();
        publishers.dedup();
        let fold_of = |publisher: &str| publishers.iter().position(|other| *other == publisher).unwrap_or(0) % folds;
        let mut lines: Vec<(&'static str, String)> = Vec::new();
        for fold in 0..folds {
            eprintln!("fold {fold}");
            let seen: Vec<&Document> =
                documents.iter().filter(|document| fold_of(&document.publisher) != fold).collect();
            let weights = train(&seen);
            for document in documents.iter().filter(|document| fold_of(&document.publisher) == fold) {
                let options =
                    Options { offsets: nutgraf::Offsets::CodePoint, published: document.published.clone(), url: None };
                let article = lab::parse_with(&document.text, &options, &weights);
                let mut value = serde_json::to_value(&article).expect("an article is JSON");
                value["id"] = Value::String(document.id.clone());
                let area = if document.id.contains('#') { "layout" } else { "wire" };
                lines.push((area, value.to_string()));
            }
        }
        for area in ["layout", "wire"] {
            let mut text = String::new();
            for (_, line) in lines.iter().filter(|(of, _)| *of == area) {
                text.push_str(line);
                text.push('\n');
            }
            fs::create_dir_all("target/folds").expect("a folder for the folds");
            fs::write(format!("target/folds/{area}.jsonl"), text).expect("the folds written");
        }
        return;
    }
    let weights = train(&documents.iter().collect::<Vec<_>>());
    fs::write(out, &weights).expect("the model written");
    eprintln!("{out}: {} bytes", weights.len());
}

fn read(data: &Path, file: &str, weight: f64, every: usize, shape: &Shape) -> Vec<Document> {
    let lines = fs::read_to_string(data.join(file)).unwrap_or_else(|error| panic!("cannot read {file}: {error}"));
    lines
        .lines()
        .step_by(every)
        .filter_map(|line| {
            let record: Value = serde_json::from_str(line).expect("a line of JSON");
            let text = record["text"].as_str()?.to_owned();
            let samples = lab::samples(&text);
            if samples.is_empty() {
                return None;
            }
            let bytes = byte_offsets(&text);
            let gold = &record["gold"];
            let allowed = if gold["blocks"].is_array() {
                by_blocks(shape, &samples, gold, &bytes)
            } else {
                by_body(shape, &text, &samples, gold, &bytes)
            };
            let id = record["id"].as_str()?.to_owned();
            let rows = pieces(shape, &text, &samples, &allowed);
            Some(Document {
                publisher: publisher(&id),
                id,
                published: record["published"].as_str().map(str::to_owned),
                rows,
                sequence: Sequence {
                    features: samples.into_iter().map(|sample| sample.features).collect(),
                    allowed,
                    weight,
                },
                text,
            })
        })
        .collect()
}

/// The rows of a text as pieces.
fn pieces(shape: &Shape, text: &str, samples: &[Sample], allowed: &[u64]) -> Vec<Piece> {
    let mut end = 0;
    samples
        .iter()
        .zip(allowed)
        .map(|(sample, &allowed)| {
            let gap = text.get(end..sample.span.start).unwrap_or("");
            end = sample.span.end;
            let state = &shape.states[(allowed.trailing_zeros() as usize).min(shape.states.len() - 1)];
            Piece {
                blanks: gap.matches('\n').count().saturating_sub(1),
                text: text.get(sample.span.start..sample.span.end).unwrap_or("").to_owned(),
                allowed,
                zone: state.2,
                is_text: state.3 == "text",
            }
        })
        .collect()
}

/// What a document's id says of its publisher: documents of one stay in one fold.
fn publisher(id: &str) -> String {
    let id = id.split('#').next().unwrap_or(id);
    let name = id.rsplit(':').next().unwrap_or(id).rsplit('/').next().unwrap_or(id);
    // us-Reuters-2023-05-16 and Reuters_2023_05_16 are one publisher
    let name = name
        .split_once('-')
        .filter(|(country, _)| country.len() <= 3 && !id.contains(':'))
        .map_or(name, |(_, rest)| rest);
    name.split(['-', '_'])
        .take_while(|piece| !piece.starts_with(|c: char| c.is_ascii_digit()))
        .collect::<Vec<_>>()
        .join("-")
        .to_lowercase()
}

/// Byte offset of every code point, and of the text's end.
fn byte_offsets(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

fn span(value: &Value, bytes: &[usize]) -> Option<(usize, usize)> {
    let at = |key: &str| bytes.get(usize::try_from(value[key].as_u64()?).ok()?).copied();
    Some((at("start")?, at("end")?))
}

fn overlap(a: (usize, usize), b: (usize, usize)) -> usize {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

fn part(role: &str) -> &str {
    match role {
        "paragraph" | "crosshead" | "listItem" | "pullQuote" => "text",
        "promo" | "furniture" => "furniture",
        "correction" | "editorsNote" => "note",
        role => role,
    }
}

/// The states with one of `parts` in `zone`.
fn states(shape: &Shape, zone: &str, parts: &[&str]) -> u64 {
    shape
        .states
        .iter()
        .enumerate()
        .filter(|(_, (_, _, of, part))| *of == zone && (parts.is_empty() || parts.contains(part)))
        .fold(0, |bits, (index, _)| bits | 1 << index)
}

/// The zone of each row, from the headline's row and the first and last rows of text.
fn zone(row: usize, title: Option<usize>, text: Option<(usize, usize)>) -> &'static str {
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

/// Every row's part is known.
fn by_blocks(shape: &Shape, samples: &[Sample], gold: &Value, bytes: &[usize]) -> Vec<u64> {
    let blocks: Vec<(&str, Vec<&str>, (usize, usize))> = gold["blocks"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|block| {
            let alt = block["alt"].as_array().into_iter().flatten().filter_map(Value::as_str).map(part).collect();
            Some((part(block["role"].as_str()?), alt, span(block, bytes)?))
        })
        .collect();
    // a row with several parts is what its text is, or its headline, or its longest part
    let rows: Vec<Vec<&str>> = samples
        .iter()
        .map(|sample| {
            let own = (sample.span.start, sample.span.end);
            let rank = |(role, _, at): &&(&str, Vec<&str>, (usize, usize))| {
                let first = match *role {
                    "text" => 3,
                    "headline" => 2,
                    "caption" | "byline" => 1,
                    _ => 0,
                };
                (first, overlap(own, *at))
            };
            let best = blocks.iter().filter(|(_, _, at)| overlap(own, *at) > 0).max_by_key(rank);
            best.map_or(vec!["furniture"], |(role, alt, _)| {
                let mut parts = vec![*role];
                parts.extend(alt.iter().copied().filter(|alt| *alt != "text"));
                parts
            })
        })
        .collect();
    let title = rows.iter().position(|parts| parts[0] == "headline");
    let text = rows.iter().position(|parts| parts[0] == "text").zip(rows.iter().rposition(|parts| parts[0] == "text"));
    rows.iter()
        .enumerate()
        .map(|(row, parts)| {
            let zone = zone(row, title, text);
            let mut wanted: Vec<&str> = parts.clone();
            if parts[0] == "tags" {
                wanted.push("furniture");
            }
            let bits = states(shape, zone, &wanted);
            if bits == 0 { states(shape, zone, &["furniture", "text", "headline"]) } else { bits }
        })
        .collect()
}

/// Headline and body are known; of the rest what the grammars are sure of.
fn by_body(shape: &Shape, source: &str, samples: &[Sample], gold: &Value, bytes: &[usize]) -> Vec<u64> {
    let list = |key: &str| -> Vec<(usize, usize)> {
        gold[key].as_array().into_iter().flatten().filter_map(|item| span(item, bytes)).collect()
    };
    let (body, neutral) = (list("body"), list("neutral"));
    let headline = span(&gold["headline"], bytes);
    let own = |sample: &Sample| (sample.span.start, sample.span.end);
    let covered = |sample: &Sample, spans: &[(usize, usize)]| {
        let length = sample.span.len().max(1);
        spans.iter().map(|&at| overlap(own(sample), at)).sum::<usize>() * 2 >= length
    };
    let touched = |sample: &Sample, spans: &[(usize, usize)]| spans.iter().any(|&at| overlap(own(sample), at) >= 20);
    let title = headline.and_then(|at| samples.iter().position(|sample| overlap(own(sample), at) > 0));
    let is_text: Vec<bool> = samples.iter().map(|sample| covered(sample, &body) || touched(sample, &body)).collect();
    let text = is_text.iter().position(|&text| text).zip(is_text.iter().rposition(|&text| text));
    let authors: Vec<String> = ["authors", "authorsOptional"]
        .iter()
        .flat_map(|key| gold[*key].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_lowercase))
        .collect();
    samples
        .iter()
        .enumerate()
        .map(|(row, sample)| {
            let zone = zone(row, title, text);
            if zone == "Title" {
                return states(shape, zone, &["headline"]);
            }
            if is_text[row] {
                return states(shape, zone, &["text"]);
            }
            let slice = source.get(sample.span.start..sample.span.end).unwrap_or("").to_lowercase();
            let near = title.is_some_and(|title| row.abs_diff(title) <= 14)
                || text.is_some_and(|(first, _)| row.abs_diff(first) <= 8);
            let author = authors.iter().any(|author| slice.contains(author.as_str()));
            let parts: &[&str] = match sample.hint {
                _ if covered(sample, &neutral) && zone == "Story" => &["text", "furniture", "caption", "note"],
                _ if covered(sample, &neutral) => &["standfirst", "furniture", "note", "caption"],
                "byline" if near && author => &["byline"],
                "name" if near && author && zone != "After" && slice.len() < 80 => &["byline"],
                "timestamp" if near && zone != "After" => &["timestamp"],
                "byline" if author && zone == "After" => &["byline", "furniture", "note"],
                "contributors" => &["contributors"],
                "credit" => &["credit", "furniture"],
                "caption" => &["caption"],
                "furniture" => &["furniture"],
                "copyright" => &["copyright", "furniture"],
                "tags" => &["tags", "furniture"],
                "note" => &["note", "furniture"],
                _ if near && zone == "Head" => {
                    &["standfirst", "furniture", "caption", "credit", "section", "counter", "note"]
                }
                _ => &["furniture", "caption", "credit", "section", "counter", "note", "tags", "url"],
            };
            let bits = states(shape, zone, parts);
            if bits == 0 { states(shape, zone, &["furniture"]) } else { bits }
        })
        .collect()
}
