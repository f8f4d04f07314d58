//! What is made of a breakdown that a worker of the page wrote down as bytes: a row, or a line of JSON.

use super::StoryRow;
use crate::bytes::Bytes;
use crate::{Article, Warning};

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
    let row = StoryRow::new(&String::from_utf8_lossy(text), &article(read, replaced));
    // nothing in it can fail
    serde_json::to_string(&row).unwrap_or_default()
}

/// The line that `nutgraf --jsonl` writes for a story, without its end. `id` is JSON; what is none becomes `null`.
#[must_use]
pub fn line_of_read(id: &str, read: &[u8], replaced: bool) -> String {
    let id: serde_json::Value = serde_json::from_str(id).unwrap_or_default();
    let read = serde_json::to_string(&article(read, replaced)).unwrap_or_default();
    format!("{{\"id\":{id},{}", read.get(1..).unwrap_or("}"))
}
