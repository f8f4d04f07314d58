//! What is made of a breakdown that a worker of the page wrote down as bytes, or of a document that the desk saved: a row,
//! or a line of JSON.

use super::StoryRow;
use crate::bytes::Bytes;
use crate::{Article, Document, Offsets, OpenError, Warning};

/// Reads what `readBytes` of the page's module wrote; `replaced` where half a surrogate pair stood in the text that
/// JavaScript had.
fn article(mut read: &[u8], replaced: bool) -> Article {
    let mut article = Article::take(&mut read);
    if replaced {
        article.warnings.insert(0, Warning::lone_surrogate());
    }
    article
}

/// The row of a story, as JSON.
#[must_use]
pub fn row_of_read(text: &[u8], read: &[u8], replaced: bool) -> String {
    row(&String::from_utf8_lossy(text), &article(read, replaced))
}

/// The row of a story whose document a reader changed.
///
/// # Errors
///
/// Where `document` is none.
pub fn row_of_saved(document: &str) -> Result<String, OpenError> {
    let document = Document::as_saved(document)?;
    Ok(row(document.text(), document.article()))
}

fn row(text: &str, article: &Article) -> String {
    // nothing in it can fail
    serde_json::to_string(&StoryRow::new(text, article)).unwrap_or_default()
}

/// The line that `nutgraf --jsonl` writes for a story, without its end. `id` is JSON; what is none becomes `null`.
#[must_use]
pub fn line_of_read(id: &str, read: &[u8], replaced: bool) -> String {
    line(id, &article(read, replaced))
}

/// The same of a story whose document a reader changed, with places in UTF-16.
///
/// # Errors
///
/// Where `document` is none.
pub fn line_of_saved(id: &str, document: &str) -> Result<String, OpenError> {
    let document = Document::as_saved(document)?;
    let mut article = document.article().clone();
    // its places are of its text, or it would be none
    let _ = article.convert_offsets(document.text(), Offsets::Utf16);
    Ok(line(id, &article))
}

fn line(id: &str, article: &Article) -> String {
    let id: serde_json::Value = serde_json::from_str(id).unwrap_or_default();
    let read = serde_json::to_string(article).unwrap_or_default();
    format!("{{\"id\":{id},{}", read.get(1..).unwrap_or("}"))
}
