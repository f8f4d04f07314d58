//! All corpora together: those marked row by row, and those of which only the values are known.

use crate::aligned::Aligner;
use crate::corpus::{Document, annotations, document, plain, text};
use nutgraf::lab::Shape;
use serde_json::Value;
use std::path::Path;

/// Reads all corpora.
///
/// # Errors
///
/// Where a file is missing or is not what it should be.
pub fn read(data: &Path, gold: &Path, shape: &Shape) -> Result<Vec<Document>, String> {
    let pages = annotations(gold)?;
    let mut documents = Vec::new();
    for (file, weight, every) in
        [("wire/dev.jsonl", 1.0, 1), ("wire/reuters-dev.jsonl", 0.3, 6), ("layout/dev.jsonl", 1.0, 1)]
    {
        for line in text(&data.join(file))?.lines().step_by(every) {
            let record: Value = serde_json::from_str(line).map_err(|error| format!("{file}: {error}"))?;
            documents.extend(document(&record, &pages, weight, shape));
        }
    }
    let aligner = Aligner::new(shape);
    for line in text(&data.join("layout/dev2.jsonl"))?.lines() {
        let record: Value = serde_json::from_str(line).map_err(|error| format!("layout/dev2.jsonl: {error}"))?;
        documents.extend(aligner.document(&record));
    }
    documents.extend(plain(data, shape)?);
    Ok(documents)
}
