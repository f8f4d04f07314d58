//! A look inside: what a model says of every row of a document, and what it has seen there.

use nutgraf::lab;
use serde_json::Value;
use std::fs;

/// Prints zone, part, features and scores of every row of document `id` in `corpus`.
///
/// # Panics
///
/// Where a file is missing or is not what it should be.
pub fn run(weights: &str, corpus: &str, id: &str) {
    let weights = fs::read(weights).expect("a model");
    let lines = fs::read_to_string(corpus).expect("a corpus");
    let records = lines.lines().map(|line| serde_json::from_str::<Value>(line).expect("a line of JSON"));
    for record in records.filter(|record| record["id"] == id) {
        let text = record["text"].as_str().unwrap_or("");
        for (sample, verdict) in lab::samples(text).iter().zip(lab::decode(text, &weights)) {
            let start: String = text[sample.span.start..sample.span.end].chars().take(110).collect();
            let own = sample.features.iter().map(|&id| lab::feature_name(usize::from(id)));
            let own: Vec<String> = own.filter(|name| !name.contains(':')).collect();
            let scores = verdict.columns.iter().enumerate();
            let scores: Vec<String> = scores
                .map(|(column, &score)| format!("{} {:.1}", lab::column_name(column), f64::from(score) / 4096.0))
                .collect();
            println!("{} {}\t{start}\n\t{}\n\t{}", verdict.zone, verdict.part, own.join(" "), scores.join(", "));
        }
    }
}
