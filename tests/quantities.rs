//! Scores the quantities against the gold set in `tests/quantities`, whose texts are not part of the project:
//! they are looked for in the folder `NUTGRAF_DATA` names, or beside the project.
//!
//! `cargo test --test quantities -- --nocapture` prints the figures.

#![allow(clippy::cast_precision_loss, reason = "a few hundred quantities are counted")]

use nutgraf::{Offsets, Options, Published, Quantity};
use serde::Deserialize;
use std::collections::HashMap;
use std::path::PathBuf;

/// What each half must reach in precision and in recall for extent with value, and how often the unit must be right:
/// a little below what was measured when the set was made (see its README).
const FLOOR: f64 = 0.95;

/// An article of the gold set.
#[derive(Deserialize)]
struct Article {
    half: String,
    source: String,
    id: String,
    upto: usize,
    #[serde(default)]
    skip: Vec<(usize, usize)>,
    quantities: Vec<Gold>,
}

/// A quantity of the gold set, in code points.
#[derive(Deserialize)]
struct Gold {
    start: usize,
    end: usize,
    value: f64,
    unit: Option<String>,
    #[serde(default)]
    optional: bool,
}

/// A record of the development data.
#[derive(Deserialize)]
struct Record {
    id: String,
    text: String,
    published: Option<Published>,
}

/// Counts over articles.
#[derive(Default)]
struct Score {
    gold: usize,
    found: usize,
    extent: usize,
    value: usize,
    unit: usize,
}

impl Score {
    fn add(&mut self, article: &Article, found: &[Quantity]) {
        let meets = |span: nutgraf::Span, gold: &Gold| span.start < gold.end && gold.start < span.end;
        let counted = found.iter().filter(|quantity| {
            let span = quantity.span;
            let skipped = article.skip.iter().any(|&(start, end)| start < span.end && span.start < end);
            let free = article.quantities.iter().any(|gold| gold.optional && meets(span, gold));
            // the annotation leaves ages, scores and votes aside
            span.end <= article.upto && !skipped && !free && quantity.kind.is_none()
        });
        self.gold += article.quantities.iter().filter(|gold| !gold.optional).count();
        for quantity in counted {
            self.found += 1;
            let same = |gold: &&Gold| (gold.start, gold.end) == (quantity.span.start, quantity.span.end);
            let Some(gold) = article.quantities.iter().find(same) else { continue };
            self.extent += 1;
            if (gold.value - quantity.value).abs() <= 1e-6 * gold.value.abs().max(1.0) {
                self.value += 1;
                self.unit += usize::from(gold.unit == quantity.unit);
            }
        }
    }

    fn precision(&self) -> f64 {
        self.value as f64 / self.found.max(1) as f64
    }

    fn recall(&self) -> f64 {
        self.value as f64 / self.gold.max(1) as f64
    }

    fn units(&self) -> f64 {
        self.unit as f64 / self.value.max(1) as f64
    }
}

fn data() -> PathBuf {
    std::env::var_os("NUTGRAF_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from)
}

#[test]
fn the_gold_set() {
    let gold: Vec<Article> =
        include_str!("quantities/gold.jsonl").lines().map(|line| serde_json::from_str(line).expect("gold")).collect();
    let mut records: HashMap<(String, String), Record> = HashMap::new();
    for article in &gold {
        if records.keys().any(|(source, _)| *source == article.source) {
            continue;
        }
        let Ok(lines) = std::fs::read_to_string(data().join(&article.source)) else {
            eprintln!("SKIPPED: no development data at {}", data().display());
            return;
        };
        for record in lines.lines().map(|line| serde_json::from_str::<Record>(line).expect("record")) {
            records.insert((article.source.clone(), record.id.clone()), record);
        }
    }
    let mut halves: Vec<(&str, Score)> = vec![("development", Score::default()), ("held-out", Score::default())];
    for article in &gold {
        let record = &records[&(article.source.clone(), article.id.clone())];
        let mut options = Options::new().with_offsets(Offsets::CodePoint);
        options.published.clone_from(&record.published);
        let found = nutgraf::parse(&record.text, &options).quantities;
        let half = halves.iter_mut().find(|(name, _)| *name == article.half).expect("half");
        half.1.add(article, &found);
    }
    for (name, score) in &halves {
        println!(
            "quantities {name}: {} gold, {} found, extents {}, extent with value P {:.3} R {:.3}, units {:.3}",
            score.gold,
            score.found,
            score.extent,
            score.precision(),
            score.recall(),
            score.units()
        );
        assert!(score.precision() >= FLOOR && score.recall() >= FLOOR && score.units() >= FLOOR, "{name}");
    }
}
