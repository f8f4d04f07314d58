//! `--corrections`: what a reader changed, from a list or a saved document.

use nutgraf::{Article, Corrections, Document, Offsets, Options, WarningCode, parse_corrected};
use std::path::Path;

/// What a reader changed, as a file holds it.
pub(crate) enum Given {
    /// A list of corrections, with places in the unit that the call asks for.
    List(Corrections),
    /// A saved document.
    Document(Box<Document>),
}

/// Reads the file at `path`.
///
/// # Errors
///
/// One line that says what was expected.
pub(crate) fn read(path: &Path) -> Result<Given, String> {
    let name = path.display();
    let json = std::fs::read_to_string(path).map_err(|error| format!("--corrections: cannot read {name}: {error}"))?;
    let wrong = |error: &dyn std::fmt::Display| {
        format!("--corrections: expected a list of corrections or a saved document in {name}: {error}")
    };
    let json = json.trim_start_matches('\u{feff}');
    if json.trim_start().starts_with('{') {
        return Document::open(json).map(Box::new).map(Given::Document).map_err(|error| wrong(&error));
    }
    serde_json::from_str(json).map(Given::List).map_err(|error| wrong(&error))
}

/// `text` with what is known and changed of it, as a document.
pub(crate) fn document(text: &str, options: &Options, given: Option<Given>) -> Document {
    match given {
        None => Document::new(text, options.clone()),
        Some(Given::List(corrections)) => {
            Document::with(text.to_owned(), options.clone(), placed(text, options, corrections), Vec::new())
        }
        Some(Given::Document(mut document)) => {
            // it may have been saved of an earlier form of the text
            if document.text() != text {
                document.edit(text);
            }
            // what it was marked with holds where the call names no other marks
            let marks = if options.marks.is_empty() { document.options().marks.clone() } else { options.marks.clone() };
            document.set_options(options.clone().with_marks(marks));
            *document
        }
    }
}

/// The breakdown of `text` with `corrections` that have their places in the unit of `options`.
pub(crate) fn corrected(text: &str, options: &Options, corrections: Corrections) -> Article {
    parse_corrected(text, options, &placed(text, options, corrections)).article
}

fn placed(text: &str, options: &Options, mut corrections: Corrections) -> Corrections {
    corrections.convert_offsets(text, options.offsets, Offsets::Utf8);
    corrections
}

/// Says which corrections hold nowhere in the text called `name`, one line each.
pub(crate) fn warn(name: &str, article: &Article) {
    for warning in article.warnings.iter().filter(|warning| warning.code == WarningCode::OrphanedCorrection) {
        eprintln!("nutgraf: {name}: {}", warning.message);
    }
}
