//! Many stories at once: what comes in by an archive or a table, a row of each story, and the audit of their sources.

use crate::packed::Packed;
use crate::table::Table;
use nutgraf::{Audit, By, Filter, Order, StoryRow};
use serde::Serialize;
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;

/// The row of a story whose breakdown `readBytes` wrote down, as JSON.
#[wasm_bindgen(js_name = rowOf)]
#[must_use]
pub fn row_of(text: &[u8], read: &[u8], replaced: bool) -> String {
    nutgraf::row_of_read(text, read, replaced)
}

/// The line that the command line writes with `--jsonl` for such a story.
#[wasm_bindgen(js_name = lineOf)]
#[must_use]
pub fn line_of(id: &str, read: &[u8], replaced: bool) -> String {
    nutgraf::line_of_read(id, read, replaced)
}

/// The row of a story that a reader corrected at the desk. `document` is JSON.
///
/// # Errors
///
/// Throws an `Error` where `document` is none.
#[wasm_bindgen(js_name = rowOfSaved)]
pub fn row_of_saved(document: &str) -> Result<String, JsError> {
    Ok(nutgraf::row_of_saved(document)?)
}

/// The line of such a story.
///
/// # Errors
///
/// Throws an `Error` where `document` is none.
#[wasm_bindgen(js_name = lineOfSaved)]
pub fn line_of_saved(id: &str, document: &str) -> Result<String, JsError> {
    Ok(nutgraf::line_of_saved(id, document)?)
}

/// A zip archive.
#[wasm_bindgen]
pub struct Archive(Packed);

/// A file of an archive.
#[wasm_bindgen(getter_with_clone)]
pub struct Unpacked {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub bytes: Option<Vec<u8>>,
    /// Why it is not unpacked.
    pub error: Option<String>,
}

#[wasm_bindgen]
impl Archive {
    /// Opens an archive.
    ///
    /// # Errors
    ///
    /// Throws an `Error` where it is none.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>) -> Result<Self, JsError> {
        Packed::new(bytes).map(Self).map_err(|error| JsError::new(&error))
    }

    /// The next file; `undefined` after the last.
    #[wasm_bindgen(js_name = next)]
    pub fn next_file(&mut self) -> Option<Unpacked> {
        let (name, read) = self.0.next_file()?;
        Some(match read {
            Ok(bytes) => Unpacked { name, bytes: Some(bytes), error: None },
            Err(error) => Unpacked { name, bytes: None, error: Some(error) },
        })
    }
}

/// A table in a CSV file.
#[wasm_bindgen]
pub struct Rows(Table);

#[wasm_bindgen]
impl Rows {
    /// Opens a table in UTF-8.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> Self {
        Self(Table::new(bytes))
    }

    /// The names of its columns.
    #[must_use]
    pub fn header(&self) -> Vec<String> {
        self.0.header().to_vec()
    }

    /// The next rows until they hold `bytes`, as a JSON array of `[number, cells]` and `[number, error]`; an empty one after
    /// the last.
    pub fn next(&mut self, bytes: usize) -> String {
        let (mut rows, mut size) = (Vec::new(), 0);
        while size < bytes
            && let Some((number, row)) = self.0.next_row()
        {
            size += 64;
            rows.push(match row {
                Ok(cells) => {
                    size += cells.iter().map(String::len).sum::<usize>();
                    json!([number, cells])
                }
                Err(error) => json!([number, error]),
            });
        }
        Value::Array(rows).to_string()
    }
}

/// Many stories and the audit of their sources.
#[wasm_bindgen]
#[derive(Default)]
pub struct Stories(Audit);

/// A row of the table of stories.
#[derive(Serialize)]
struct Row<'a> {
    #[serde(flatten)]
    story: Option<&'a StoryRow>,
    index: u32,
    id: Option<&'a str>,
    error: Option<&'a str>,
}

/// Indices as JavaScript has them.
fn whole(stories: &[u32]) -> Vec<usize> {
    stories.iter().map(|&index| index as usize).collect()
}

#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value)] // as the bindings hand it over
impl Stories {
    /// None yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes all away, and what the reader did.
    pub fn clear(&mut self) {
        self.0 = Audit::default();
    }

    /// Adds one that waits for its reading, or never will have one.
    pub fn push(&mut self, id: String, error: Option<String>) {
        self.0.push(id, Err(error.unwrap_or_default()));
    }

    /// Takes a row as [`row_of`] wrote it, or why there is none.
    pub fn set(&mut self, index: usize, row: Option<String>, error: Option<String>) {
        let read = row.and_then(|row| serde_json::from_str::<StoryRow>(&row).ok());
        self.0.set(index, read.ok_or_else(|| error.unwrap_or_else(|| "could not be read".to_owned())));
    }

    /// The indices of the stories that a filter lets through, in order.
    #[must_use]
    pub fn select(
        &self,
        words: String,
        outlet: Option<String>,
        month: Option<String>,
        order: &str,
        descending: bool,
    ) -> Vec<u32> {
        let filter = Filter { words, outlet, month };
        let order = order.parse::<Order>().unwrap_or_default();
        self.0.select(&filter, order, descending).into_iter().map(|index| index as u32).collect()
    }

    /// Some of them, as a JSON array of rows with `id` and perhaps `error`.
    #[must_use]
    pub fn rows(&self, stories: &[u32]) -> String {
        let row = |&index: &u32| {
            let at = index as usize;
            Row { story: self.0.story(at), index, id: self.0.id(at), error: self.0.error(at) }
        };
        serde_json::to_string(&stories.iter().map(row).collect::<Vec<_>>()).unwrap_or_default()
    }

    /// Who is quoted in them, as a JSON array.
    #[must_use]
    pub fn quoted(&self, stories: &[u32]) -> String {
        serde_json::to_string(&self.0.quoted(&whole(stories))).unwrap_or_default()
    }

    /// The same stories by `outlet` or `month`, as a JSON array.
    #[must_use]
    pub fn groups(&self, stories: &[u32], by: &str) -> String {
        let groups = by.parse::<By>().map(|by| self.0.groups(&whole(stories), by)).unwrap_or_default();
        serde_json::to_string(&groups).unwrap_or_default()
    }

    /// Counts sources as one.
    pub fn join(&mut self, keys: Vec<String>) {
        self.0.join(&keys.iter().map(String::as_str).collect::<Vec<_>>());
    }

    /// Counts the forms of one each for itself again.
    pub fn separate(&mut self, key: &str) {
        self.0.separate(key);
    }

    /// The columns of the reader's own.
    #[must_use]
    pub fn columns(&self) -> Vec<String> {
        self.0.columns().to_vec()
    }

    /// Adds one; returns whether it could.
    #[wasm_bindgen(js_name = addColumn)]
    pub fn add_column(&mut self, name: &str) -> bool {
        self.0.add_column(name)
    }

    /// Notes something in one.
    #[wasm_bindgen(js_name = setNote)]
    pub fn set_note(&mut self, key: &str, column: usize, note: &str) {
        self.0.set_note(key, column, note);
    }

    /// What undoing would undo.
    #[must_use]
    pub fn undoes(&self) -> Option<String> {
        self.0.undoes().map(str::to_owned)
    }

    /// Undoes what was done last.
    pub fn undo(&mut self) {
        self.0.undo();
    }

    /// What the reader did with the sources so far, as JSON.
    #[must_use]
    pub fn work(&self) -> String {
        serde_json::to_string(self.0.work()).unwrap_or_default()
    }

    /// Takes up what [`Stories::work`] wrote down; what is none is left.
    pub fn resume(&mut self, work: &str) {
        if let Ok(work) = serde_json::from_str(work) {
            self.0.resume(work);
        }
    }

    /// A table of stories, as CSV.
    #[wasm_bindgen(js_name = storiesCsv)]
    #[must_use]
    pub fn stories_csv(&self, stories: &[u32]) -> String {
        self.0.stories_csv(&whole(stories))
    }

    /// A table of their sources, as CSV.
    #[wasm_bindgen(js_name = sourcesCsv)]
    #[must_use]
    pub fn sources_csv(&self, stories: &[u32]) -> String {
        self.0.sources_csv(&whole(stories))
    }
}
