//! What must hold of each format, whatever the document: another program can read it, and nothing in it runs.

use nutgraf::{Document, Format, export};

/// Writes `document` in all formats.
pub(super) fn assert_sound(document: &Document) {
    for &format in Format::ALL {
        let written = export(document, format);
        assert!(written.ends_with('\n'), "{format}: {written:?}");
        match format {
            Format::Json => {
                let opened = Document::open(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
                assert_eq!(opened.article(), document.article(), "{written}");
            }
            Format::JsonLd | Format::Ninjs | Format::WebAnnotation | Format::Csl => {
                serde_json::from_str::<serde_json::Value>(&written)
                    .unwrap_or_else(|error| panic!("{error}: {written}"));
            }
            Format::Nitf | Format::TimeMl | Format::Html => markup(format, &written),
            Format::Quotes | Format::Names | Format::Times | Format::Numbers => table(format, &written, document),
            Format::BibTex => {
                let depth = |depth: u32, c| match c {
                    '{' => Some(depth + 1),
                    '}' => depth.checked_sub(1),
                    _ => Some(depth),
                };
                assert_eq!(written.chars().try_fold(0, depth), Some(0), "{written}");
            }
            Format::Ris => {
                for line in written.split_terminator("\r\n") {
                    assert_eq!(line.get(2..6), Some("  - "), "{line:?} in {written}");
                }
                assert_eq!(written.matches("\r\nER  - ").count(), 1, "{written}");
            }
            _ => assert!(!written.contains('\0'), "{format}: {written:?}"),
        }
    }
}

/// XML that holds nothing which runs or loads.
fn markup(format: Format, written: &str) {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    let tree = roxmltree::Document::parse_with_options(written, options);
    let tree = tree.unwrap_or_else(|error| panic!("{format}: {error}: {written}"));
    let runs = ["script", "img", "iframe", "object", "b"];
    assert!(!tree.descendants().any(|node| runs.contains(&node.tag_name().name())), "{format}: {written}");
}

/// A row for each thing, as many cells in each, and none that a sheet would calculate.
fn table(format: Format, written: &str, document: &Document) {
    let mut reader = csv::ReaderBuilder::new().terminator(csv::Terminator::CRLF).from_reader(written.as_bytes());
    let article = document.article();
    let expected = match format {
        Format::Quotes => article.quotes.len(),
        Format::Names => article.entities.len(),
        Format::Times => article.times.len(),
        _ => article.quantities.len(),
    };
    let mut rows = 0;
    for row in reader.records() {
        let row = row.unwrap_or_else(|error| panic!("{format}: {error}: {written}"));
        rows += 1;
        for cell in &row {
            let calculates = cell.trim_start().starts_with(['=', '+', '-', '@']) && cell.parse::<f64>().is_err();
            assert!(!calculates && !cell.contains(['\r', '\0']), "{cell:?} in {written}");
        }
    }
    assert_eq!(rows, expected, "{format}: {written}");
}
