//! How sure the model's decisions are: counted on publishers that it had not seen, kept as tables beside its weights.
//!
//! A decision has a kind and a step, which its lead over the next best reading gives (`src/layout/certain.rs`). In the
//! folds the tables say kind and step themselves, so that a breakdown shows them; against what is known of the document
//! they are counted, and the share of right decisions, made to grow with the steps, is the table.

use crate::corpus::{self, Document};
use crate::mirror::Changed;
use nutgraf::lab::{self, Shape};
use nutgraf::{Certainty, Offsets, Options};
use serde_json::Value;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::Path;

/// Where the tables are kept as text.
const FILE: &str = "certainty.txt";

/// What is decided, in the order of the tables.
const ITEMS: [&str; 4] = ["block", "headline", "byline", "published"];

/// The kind of a headline that has a rival.
const RIVALLED: usize = 3;

/// Observations that a step is taken to have at first, right as often as its kind is.
const PRIOR: f64 = 2.0;

/// A decision on a publisher that the model had not seen.
#[derive(Debug, Clone, Copy)]
pub struct Observation {
    /// The fold of the publisher.
    pub fold: usize,
    /// Place in the tables.
    index: usize,
    right: bool,
}

/// What is known of the head of pages, by their id.
pub struct Heads(HashMap<String, Value>);

impl Heads {
    /// Those of the pages in `data`.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read.
    pub fn read(data: &Path) -> Result<Self, String> {
        let mut heads = HashMap::new();
        for file in ["layout/dev.jsonl", "layout/dev2.jsonl"] {
            for line in corpus::text(&data.join(file))?.lines() {
                let record: Value = serde_json::from_str(line).map_err(|error| format!("{file}: {error}"))?;
                if let Some(id) = record["id"].as_str() {
                    heads.insert(id.to_owned(), record["gold"].clone());
                }
            }
        }
        Ok(Self(heads))
    }
}

/// Tables that say kind and step of a decision instead of its worth.
pub fn plain(shape: &Shape) -> Vec<u8> {
    let kinds = shape.tables / (ITEMS.len() * shape.steps);
    (0..shape.tables).map(|index| (index % (kinds * shape.steps)) as u8).collect()
}

/// The tables of `train/certainty.txt`; of half a certainty where there is no such file for this shape.
pub fn kept(shape: &Shape, own: &Path) -> Vec<u8> {
    let text = std::fs::read_to_string(own.join(FILE)).unwrap_or_default();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let tables: Vec<u8> = lines
        .flat_map(|line| line.split_whitespace().skip(2).filter_map(|hundredths| hundredths.parse().ok()))
        .collect();
    if tables.len() == shape.tables { tables } else { vec![50; shape.tables] }
}

/// Keeps `tables` as text.
///
/// # Errors
///
/// Where the file cannot be written.
pub fn keep(shape: &Shape, own: &Path, tables: &[u8]) -> Result<(), String> {
    let mut text = String::from(
        "# How many of a hundred decisions were right on publishers that the model had not seen, for each kind, by the step of\n\
         # its lead over the next best reading: counted by `cargo run --release -p train -- layout --folds 5`.\n",
    );
    let kinds = shape.tables / (ITEMS.len() * shape.steps);
    for (number, table) in tables.chunks(shape.steps).enumerate() {
        let _ = write!(text, "{} {}", ITEMS[number / kinds], number % kinds);
        for hundredths in table {
            let _ = write!(text, " {hundredths}");
        }
        text.push('\n');
    }
    let path = own.join(FILE);
    std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// Puts `tables` in the place of those of a model's file.
pub fn put(weights: &mut [u8], tables: &[u8]) {
    let at = weights.len().saturating_sub(tables.len());
    weights[at..].copy_from_slice(tables);
}

/// What the decisions about `document` by `weights` with [`plain`] tables are worth.
pub fn observe(shape: &Shape, document: &Document, fold: usize, weights: &[u8], heads: &Heads) -> Vec<Observation> {
    let article = lab::parse_with(&document.text, &Options::new().with_offsets(Offsets::Utf8), weights);
    let mut seen = Vec::new();
    let per_item = shape.tables / ITEMS.len();
    let mut add = |item: usize, certainty: Option<Certainty>, right: bool| {
        if let Some(certainty) = certainty {
            seen.push(Observation { fold, index: item * per_item + usize::from(certainty.hundredths()), right });
        }
    };
    let spans: Vec<_> = lab::samples(&document.text).iter().map(|sample| sample.span).collect();
    for block in &article.blocks {
        let row = spans.partition_point(|span| span.end <= block.span.start);
        let Some(row) = document.rows.get(row).filter(|row| row.whole) else { continue };
        let part = corpus::part(shape, block.role.as_str());
        let right = shape.states.iter().enumerate().any(|(state, of)| row.allowed >> state & 1 == 1 && of.3 == part);
        add(0, block.certainty, right);
    }
    if let Some(gold) = heads.0.get(&document.id) {
        let list = |value: &Value| -> Vec<String> {
            value.as_array().into_iter().flatten().filter_map(Value::as_str).map(plainly).collect()
        };
        let accepted = list(&gold["headline"]["accepted"]);
        if let Some(headline) = &article.head.headline {
            add(1, headline.certainty, accepted.contains(&plainly(&headline.text)));
        }
        let (authors, others) = (list(&gold["authors"]), list(&gold["authorsOptional"]));
        for byline in &article.head.bylines {
            let name = plainly(&byline.name);
            let optional = others.iter().any(|other| other.contains(&name) || name.contains(other.as_str()));
            add(2, byline.certainty, authors.contains(&name) || optional);
        }
        if let (Some(published), Some(day)) = (&article.head.published, gold["published"].as_str()) {
            let days = list(&gold["publishedAccepted"]);
            let value = published.value.get(..10).unwrap_or_default();
            add(3, published.certainty, value == day || days.iter().any(|day| day == value));
        }
    }
    seen
}

/// What the headline of a changed page is worth where it is, or stands below, a few words that could be one as well: there are
/// too few such pages as they are.
pub fn observe_changed(shape: &Shape, page: &Changed, fold: usize, weights: &[u8]) -> Option<Observation> {
    let (start, end) = page.title?;
    let article = lab::parse_with(&page.text, &Options::new().with_offsets(Offsets::Utf8), weights);
    let headline = article.head.headline?;
    let index = usize::from(headline.certainty?.hundredths());
    let right = plainly(&headline.text) == plainly(&page.text[start..end]);
    (index / shape.steps == RIVALLED).then_some(Observation { fold, index: shape.tables / ITEMS.len() + index, right })
}

/// Without what printers do differently: case, spaces, the form of quotation marks.
fn plainly(text: &str) -> String {
    let quotes = |c: char| match c {
        '‘' | '’' | '`' | '´' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        c => c,
    };
    let text: String = text.chars().map(quotes).flat_map(char::to_lowercase).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_matches(['.', ',', ';', ' ']).to_owned()
}

/// The tables that the observations give.
pub fn fit<'o>(shape: &Shape, observations: impl Iterator<Item = &'o Observation>) -> Vec<u8> {
    let mut counts = vec![(0.0f64, 0.0f64); shape.tables];
    for observation in observations {
        let count = &mut counts[observation.index];
        count.0 += f64::from(u8::from(observation.right));
        count.1 += 1.0;
    }
    let mut tables = Vec::with_capacity(shape.tables);
    for counts in counts.chunks(shape.steps) {
        let (right, met) = counts.iter().fold((1.0, 2.0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
        let prior = right / met;
        // pools of adjacent steps whose shares grow
        let mut pools: Vec<(f64, f64, usize)> = Vec::new();
        for &(right, met) in counts {
            pools.push((right + PRIOR * prior, met + PRIOR, 1));
            while let [.., before, last] = pools[..]
                && before.0 / before.1 >= last.0 / last.1
            {
                pools.pop();
                pools.pop();
                pools.push((before.0 + last.0, before.1 + last.1, before.2 + last.2));
            }
        }
        #[allow(clippy::cast_sign_loss)] // clamped to what is above nought
        let hundredths = |(right, met, steps): (f64, f64, usize)| {
            std::iter::repeat_n((100.0 * right / met).floor().clamp(1.0, 99.0) as u8, steps)
        };
        tables.extend(pools.into_iter().flat_map(hundredths));
    }
    tables
}

/// How the tables fare: of each item, how many say 0.9 and more, and how many of these are right; each fold by the tables
/// that the other folds give.
pub fn report(shape: &Shape, observations: &[Observation], folds: usize) -> String {
    let mut text = String::from("certainty on publishers unseen, by tables of the other folds\n");
    let per_item = shape.tables / ITEMS.len();
    let tables: Vec<Vec<u8>> =
        (0..folds).map(|fold| fit(shape, observations.iter().filter(|seen| seen.fold != fold))).collect();
    for (item, name) in ITEMS.iter().enumerate() {
        let own = || observations.iter().filter(|seen| seen.index / per_item == item);
        let (mut all, mut high, mut right, mut error) = (0, 0, 0, 0.0);
        let mut bins = [(0, 0); 5];
        for seen in own() {
            let certainty = tables[seen.fold][seen.index];
            all += 1;
            let bin = [50, 70, 80, 90].iter().filter(|least| certainty >= **least).count();
            bins[bin].1 += 1;
            bins[bin].0 += usize::from(seen.right);
            high += usize::from(certainty >= 90);
            right += usize::from(certainty >= 90 && seen.right);
            error += (f64::from(certainty) / 100.0 - f64::from(u8::from(seen.right))).powi(2);
        }
        let ratio = |part: usize, of: usize| part as f64 / of.max(1) as f64;
        let _ = write!(
            text,
            "{name:10}{all:7} decisions, {:.3} say 0.9 or more, of these {:.3} right; Brier {:.4}; right of those below 0.5, 0.7, 0.8, 0.9, above:",
            ratio(high, all),
            ratio(right, high),
            error / f64::from(u32::try_from(all).unwrap_or(1).max(1)),
        );
        for (right, all) in bins {
            let _ = write!(text, " {:.2} of {all}", ratio(right, all));
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_grows_with_the_lead() {
        let shape = lab::shape();
        // the second step is right less often than the first, the last nearly always
        let steps = [(0, 8, 10), (1, 6, 10), (2, 18, 20), (10, 99, 100)];
        let seen: Vec<Observation> = steps
            .iter()
            .flat_map(|&(index, right, met)| (0..met).map(move |n| Observation { fold: 0, index, right: n < right }))
            .collect();
        let table = fit(&shape, seen.iter());
        assert_eq!(table.len(), shape.tables);
        assert!(table[..shape.steps].is_sorted(), "{:?}", &table[..shape.steps]);
        assert_eq!(table[0], table[1]);
        assert!((60..=75).contains(&table[0]) && table[10] >= 95, "{:?}", &table[..shape.steps]);
        let said = plain(&shape);
        assert_eq!((said[0], said[30], said[100], said[130]), (0, 30, 0, 30));
        assert!(report(&shape, &seen, 2).contains("block"));
    }

    #[test]
    fn the_form_of_a_headline_does_not_count() {
        assert_eq!(plainly(" ‘A quay’  Reopens "), plainly("'A quay' reopens"));
        assert_ne!(plainly("A quay reopens"), plainly("A quay closes"));
    }
}
