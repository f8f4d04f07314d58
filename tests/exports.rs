//! What readers take away: each format against its kept file, its published schema, and another parser.
#![cfg(not(target_arch = "wasm32"))]

#[path = "exports/nitf.rs"]
mod nitf;

use nutgraf::{Document, Format, Options, export};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

const STORY: &str = include_str!("exports/pasted.txt");

/// What writes the kept files anew.
const RENEW: &str = "NUTGRAF_RENEW=1 cargo test --test exports";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports")
}

/// The place of the first `words` in `text`, in UTF-16.
fn at(text: &str, words: &str) -> Value {
    let start = text.find(words).unwrap_or_else(|| panic!("{words:?} is in the text"));
    let count = |text: &str| text.encode_utf16().count();
    json!({ "start": count(&text[..start]), "end": count(&text[..start + words.len()]), "words": words })
}

/// The story with corrections and ticks of each kind, read now.
fn made() -> Document {
    let at = |words| at(STORY, words);
    let caption = "Passengers wait on the quay in Port Elder on May 3, 2023.";
    let document = json!({
        "schema": "nutgraf-document/1",
        "text": STORY,
        "corrections": [
            { "change": "role", "at": at("Ferry returns to the islands after 18 months"), "role": "headline" },
            { "change": "role", "at": at("Crews & captains <finally> agree; the first boat sails on Sunday"), "role": "standfirst" },
            { "change": "role", "at": at(caption), "role": "caption" },
            { "change": "role", "at": at("Reuters pic"), "role": "credit" },
            { "change": "speaker", "at": at("“We will sit until it is done.”"), "speaker": { "name": "Ada Brandt" } },
            { "change": "time", "at": at("June 2024"), "value": "2024-06" },
        ],
        "ticks": [
            { "at": at("“Boats sail again, and nobody pays twice,”"), "item": "quote", "checked": true, "source": "recording, 02:10" },
            { "at": at("Elena Vasko"), "item": "entity", "checked": true, "remark": "=HYPERLINK(\"x\")" },
            { "at": at("June 2024"), "item": "time", "checked": false, "remark": "<ask> the ministry & the port" },
            { "at": at("Around 4,000 islanders"), "item": "quantity", "checked": true },
            { "item": "published", "checked": true, "remark": "seen on the site" },
        ],
    });
    Document::open(&document.to_string()).expect("a document")
}

/// The same as it was read when its file was made: what is read may change, how it is written should not.
fn kept() -> Document {
    let path = folder().join("story.nutgraf.json");
    if std::env::var_os("NUTGRAF_RENEW").is_some() {
        fs::write(&path, made().save() + "\n").expect("the kept document");
    }
    let json = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{} is missing: {RENEW}", path.display()));
    Document::as_saved(&json).expect("a document")
}

fn parsed(document: &Document, format: Format) -> Value {
    serde_json::from_str(&export(document, format)).unwrap_or_else(|error| panic!("{format} is no JSON: {error}"))
}

#[test]
fn each_format_is_as_it_is_kept() {
    let document = kept();
    for &format in Format::ALL {
        // one that ends in `md` would be taken for a document of ours
        let ending = if format == Format::Markdown { "markdown" } else { format.ending() };
        let path = folder().join(format!("story.{ending}"));
        let written = export(&document, format);
        if std::env::var_os("NUTGRAF_RENEW").is_some() {
            fs::write(&path, &written).expect("a kept file");
        }
        let kept = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{} is missing: {RENEW}", path.display()));
        assert!(written == kept, "{} is not as it is kept; if that is meant: {RENEW}\n{written}", path.display());
    }
}

#[test]
fn what_is_exported_as_json_opens_again_with_everything_in_it() {
    for document in
        [made(), Document::new("", Options::new()), Document::new("\u{feff}Ferry 𝒩 resumes\r\n", Options::new())]
    {
        let written = export(&document, Format::Json);
        let opened = Document::open(&written).expect("it opens");
        assert_eq!(opened, document);
        let as_saved = Document::as_saved(&written).expect("it opens as it was saved");
        assert_eq!((as_saved.ticks(), as_saved.corrections()), (document.ticks(), document.corrections()));
        assert_eq!(as_saved.article(), document.article());
        for &format in Format::ALL {
            assert_eq!(export(&as_saved, format), export(&document, format), "{format}");
        }
    }
}

#[test]
fn the_unit_of_offsets_changes_none_but_the_document() {
    let mut other = made();
    other.set_options(Options::new().with_offsets(nutgraf::Offsets::Utf8));
    for &format in &Format::ALL[1..] {
        assert_eq!(export(&other, format), export(&made(), format), "{format}");
    }
}

#[test]
fn a_correction_and_a_tick_are_in_each_format_that_can_hold_them() {
    let document = kept();
    for &format in Format::ALL {
        let written = export(&document, format);
        // who speaks, as the reader says
        let corrected = match format {
            Format::Text => "Ferry returns to the islands after 18 months\n\nCrews & captains",
            Format::Names => "Ada Brandt",
            Format::Numbers => "Around 4,000 islanders",
            Format::Times | Format::TimeMl => "2024-06",
            _ => "Brandt",
        };
        assert!(written.contains(corrected), "{format}: {written}");
        let tick = match format {
            Format::Text => continue,
            Format::Names => "'=HYPERLINK(\"\"x\"\")",
            Format::Times => "<ask> the ministry & the port",
            Format::TimeMl => "&lt;ask&gt; the ministry &amp; the port",
            Format::Numbers => ",yes,,,",
            _ => "recording, 02:10",
        };
        assert!(written.contains(tick), "{format}: {written}");
    }
}

/// A published schema, where it lies beside the repository, which may not hold it.
fn schema(name: &str) -> Option<jsonschema::Validator> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/schemas").join(name);
    let Ok(text) = fs::read_to_string(&path) else {
        eprintln!("SKIPPED: no {}", path.display());
        return None;
    };
    // places on the map are of another schema, and in no export
    let text = text.replace("https://geojson.org/schema/GeoJSON.json#", "#/$defs/truncatedDateTimeType");
    let schema: Value = serde_json::from_str(&text).expect("a schema");
    Some(jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema"))
}

#[test]
fn ninjs_and_csl_fit_their_published_schemas() {
    for (name, format) in [("ninjs-3.1.json", Format::Ninjs), ("csl-data.json", Format::Csl)] {
        let Some(schema) = schema(name) else { continue };
        for document in documents() {
            let value = parsed(&document, format);
            let wrong: Vec<String> =
                schema.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert_eq!(wrong, Vec::<String>::new(), "{value:#}");
        }
        let mut other = parsed(&kept(), format);
        other.as_array_mut().map_or(&mut Value::Null, |list| &mut list[0])["nutgraf"] = json!(1);
        if format == Format::Ninjs {
            other["uri"] = json!("no address");
        }
        assert!(!schema.is_valid(&other), "the schema of {format} tells what is wrong");
    }
}

#[test]
fn nitf_has_the_elements_in_their_places() {
    for document in documents() {
        let written = export(&document, Format::Nitf);
        assert_eq!(nitf::faults(&written), Vec::<String>::new(), "{written}");
    }
}

#[test]
fn annotations_find_their_words() {
    for document in documents() {
        let text: Vec<char> = document.text().chars().collect();
        let page = parsed(&document, Format::WebAnnotation);
        assert_eq!(page["type"], "AnnotationPage");
        let mut names = std::collections::HashSet::new();
        for item in page["items"].as_array().expect("annotations") {
            assert!(names.insert(item["id"].as_str().expect("a name")), "{item} has a name of its own");
            let Some(selectors) = item["target"]["selector"].as_array() else {
                assert!(item["target"].is_string(), "{item}");
                continue;
            };
            let place = |key: &str| usize::try_from(selectors[0][key].as_u64().expect("an offset")).expect("an offset");
            let part = |key: &str| selectors[1][key].as_str().expect("words").to_owned();
            let (start, end) = (place("start"), place("end"));
            assert_eq!(text[start..end].iter().collect::<String>(), part("exact"), "{item}");
            assert!(text[..start].iter().collect::<String>().ends_with(&part("prefix")), "{item}");
            assert!(text[end..].iter().collect::<String>().starts_with(&part("suffix")), "{item}");
        }
    }
}

#[test]
fn timeml_without_its_tags_is_the_text() {
    for document in documents() {
        let written = export(&document, Format::TimeMl);
        let tree = roxmltree::Document::parse(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
        let element = tree.descendants().find(|node| node.has_tag_name("TEXT")).expect("the text");
        let text: String =
            element.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text()).collect();
        let illegal =
            |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
        assert_eq!(text, document.text().replace(illegal, "\u{fffd}"));
        // the ends of a length have no words
        let times = element.descendants().filter(|node| node.has_tag_name("TIMEX3") && node.has_children());
        let values: Vec<_> = times.map(|time| time.attribute("value").expect("a value").to_owned()).collect();
        assert_eq!(values, document.article().times.iter().map(|time| time.value.clone()).collect::<Vec<_>>());
    }
}

#[test]
fn what_a_length_covers_and_a_score_go_along() {
    let text = "Quay news\n\nPORT ELDER, May 3, 2023 (ANN) - Rents have doubled in the past five years, the harbour master \
                said. Rovers won 3-2 on Monday.\n";
    let document = Document::new(text, Options::new());
    let written = export(&document, Format::TimeMl);
    let tree = roxmltree::Document::parse(&written).expect("XML");
    let times: Vec<_> = tree.descendants().filter(|node| node.has_tag_name("TIMEX3")).collect();
    let length = times.iter().find(|time| time.attribute("value") == Some("P5Y")).expect("the five years");
    for (end, value) in [("beginPoint", "2018"), ("endPoint", "2023")] {
        let id = length.attribute(end).expect(end);
        let points: Vec<_> = times.iter().filter(|time| time.attribute("tid") == Some(id)).collect();
        assert_eq!(points.iter().map(|time| time.attribute("value")).collect::<Vec<_>>(), [Some(value)], "{written}");
    }
    for (format, row, columns) in [
        (Format::Times, "P5Y", [("covers from", "2018"), ("covers to", "2023")]),
        (Format::Numbers, "3-2", [("value", "3"), ("against", "2")]),
    ] {
        let written = export(&document, format);
        let mut reader = csv::Reader::from_reader(written.as_bytes());
        let header = reader.headers().expect("a header").clone();
        let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
        let row = rows.iter().find(|cells| cells.iter().any(|cell| cell == row)).unwrap_or_else(|| panic!("{written}"));
        for (name, value) in columns {
            let column = header.iter().position(|cell| cell == name).expect("a column");
            assert_eq!(&row[column], value, "{name} in {written}");
        }
    }
}

/// Texts that break writers which escape too little.
const HOSTILE: &[&str] = &[
    "]]> <![CDATA[ <!-- --> <?pi?> &amp; &#0; </title><script>alert(1)</script>\n\n“]]></q>,” said =cmd|' /C calc'!A0, \"the\" mayor.",
    "\0\u{1}\u{8}\u{b}\u{1f}\u{7f}\u{85}\u{fffe}\u{ffff}\u{fdd0}\u{10ffff}\n\n“\u{0}Boats\u{fffe} sail,” Ada\u{1} Quill said on May\u{a0}3, 2023.",
    "{ } \\ \\begin{x} % $5 million & #1_a ~ ^\n\nBy {Ada} and others\n\n“Oh }{ no,” Ada Quill said on Friday.",
    "TY  - BOOK\r\nER  - \r\n\r\n“A\r\nER  - ,” said Ada Quill.\r\n",
    "\u{202e}\u{feff}<b>&nbsp;Ferry&nbsp;resumes</b>\n\nPORT ELDER, May 3 (Reuters) - “Sail,” Ada Quill said.",
    "",
];

/// The story, each hostile text with hostile remarks, and a text without address.
fn documents() -> Vec<Document> {
    let hostile = HOSTILE.iter().map(|text| {
        let whole = json!({ "item": "quote", "checked": true, "remark": text, "source": text });
        let first = text.split_whitespace().next().filter(|words| !words.is_empty());
        let tick = first.map(|words| json!({ "at": at(text, words), "item": "entity", "checked": false, "remark": text }));
        let changes = first.map(|words| json!({ "change": "name", "at": at(text, words), "name": text }));
        let changes: Vec<Value> = changes.into_iter().collect();
        let ticks: Vec<Value> = [Some(whole), tick].into_iter().flatten().collect();
        let url = "http://www.example.com/a b<\"é%#x#y";
        let document = json!({ "schema": "nutgraf-document/1", "text": text, "options": { "url": url }, "corrections": changes, "ticks": ticks });
        Document::open(&document.to_string()).expect("a document")
    });
    let plain = Document::new(
        "Ferry resumes\n\n“Boats sail again,” Mayor Ada Quill said on Tuesday of 3 boats.",
        Options::new(),
    );
    hostile.chain([made(), plain]).collect()
}

/// What must hold of each format, whatever the document.
fn sound(document: &Document) {
    for &format in Format::ALL {
        let written = export(document, format);
        assert!(written.ends_with('\n'), "{format}: {written:?}");
        match format {
            Format::Json | Format::JsonLd | Format::Ninjs | Format::WebAnnotation | Format::Csl => {
                parsed(document, format);
            }
            Format::Nitf | Format::TimeMl | Format::Html => {
                let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
                let tree = roxmltree::Document::parse_with_options(&written, options);
                let tree = tree.unwrap_or_else(|error| panic!("{format}: {error}: {written}"));
                assert!(
                    !tree.descendants().any(|node| node.has_tag_name("script") || node.has_tag_name("b")),
                    "{written}"
                );
            }
            Format::Quotes | Format::Names | Format::Times | Format::Numbers => table(format, &written, document),
            Format::BibTex => {
                let depth = written.chars().try_fold(0u32, |depth, c| match c {
                    '{' => Some(depth + 1),
                    '}' => depth.checked_sub(1),
                    _ => Some(depth),
                });
                assert_eq!(depth, Some(0), "{written}");
            }
            Format::Ris => {
                assert!(written.starts_with("TY  - NEWS\r\n") && written.ends_with("\r\nER  - \r\n"), "{written}");
                for line in written.split_terminator("\r\n") {
                    let tag = line.as_bytes();
                    assert!(
                        tag.len() >= 6 && tag[..2].iter().all(u8::is_ascii_alphanumeric) && &tag[2..6] == b"  - ",
                        "{line:?}"
                    );
                }
                assert_eq!(written.matches("\r\nER  - ").count(), 1, "{written}");
            }
            _ => assert!(!written.contains('\0'), "{format}: {written:?}"),
        }
    }
}

/// A table has a row for each thing, as many cells in each, and none that calculates.
fn table(format: Format, written: &str, document: &Document) {
    let mut reader = csv::ReaderBuilder::new().terminator(csv::Terminator::CRLF).from_reader(written.as_bytes());
    let rows: Vec<csv::StringRecord> =
        reader.records().map(|row| row.unwrap_or_else(|error| panic!("{error}: {written}"))).collect();
    let article = document.article();
    let count = match format {
        Format::Quotes => article.quotes.len(),
        Format::Names => article.entities.len(),
        Format::Times => article.times.len(),
        _ => article.quantities.len(),
    };
    assert_eq!(rows.len(), count, "{written}");
    for cell in rows.iter().flatten() {
        let number = cell.parse::<f64>().is_ok();
        assert!(number || !cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell:?} in {written}");
        assert!(!cell.contains('\r') && !cell.contains('\0'), "{cell:?}");
    }
}

#[test]
fn hostile_texts_break_no_format() {
    documents().iter().for_each(sound);
}

#[test]
fn a_document_that_is_none_is_refused_with_a_reason() {
    let json = export(&kept(), Format::Json);
    let value: Value = serde_json::from_str(&json).expect("JSON");
    let with = |place: &str, other: Value| {
        let mut value = value.clone();
        *value.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = other;
        value.to_string()
    };
    for (json, said) in [
        ("{".to_owned(), "EOF"),
        ("{\"text\": \"a\"}".to_owned(), "missing field `article`"),
        (with("/schema", json!("nutgraf-document/9")), "expected a document of schema nutgraf-document/1"),
        (with("/text", json!("another text")), "expected the text that was read"),
        (with("/article/blocks/0/start", json!(999)), "expected places that end after they begin"),
        (with("/article/blocks/0/end", json!(99_999)), "expected the text that was read"),
    ] {
        let error = Document::as_saved(&json).expect_err(said).to_string();
        assert!(error.contains(said), "{error}");
    }
    let alone = json!({ "text": value["text"], "article": value["article"] }).to_string();
    assert_eq!(Document::as_saved(&alone).expect("a text with its breakdown").article(), kept().article());
}

/// Pieces of which texts are made.
const PIECES: &[&str] = &[
    "Ferry resumes after storm",
    "\n\n",
    "\n",
    "By Ada Quill",
    "PORT ELDER, May 3 (Reuters) - ",
    "“Boats sail,” ",
    "Mayor Ada Quill said",
    " on Tuesday",
    ". ",
    "<p>",
    "&amp;",
    "]]>",
    "\0",
    "\u{fffe}",
    "=1+1",
    "\"",
    "“",
    "”",
    ",",
    "$5 million",
    "300 people",
    "\r\n",
    "{",
    "}",
    "\\",
    "𝒩",
    "e\u{301}",
    "Reuters pic",
    "- ",
    "> ",
    "# ",
    "http://www.example.com/2023/05/03/a",
    "Correction: it was Monday.",
    "\u{ad}",
    "hy-\nphen",
    "â€œ",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_pasted_is_written_soundly(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        let text = pieces.concat();
        let words = text.split_whitespace().last().map(|words| at(&text, words));
        let ticks: Vec<Value> = words.into_iter().map(|at| json!({ "at": at, "item": "entity", "checked": true, "remark": text })).collect();
        let document = json!({ "schema": "nutgraf-document/1", "text": text, "ticks": ticks });
        let document = Document::open(&document.to_string()).expect("a document");
        sound(&document);
        prop_assert_eq!(nitf::faults(&export(&document, Format::Nitf)), Vec::<String>::new());
        prop_assert_eq!(Document::open(&export(&document, Format::Json)).expect("it opens"), document);
    }
}

#[test]
fn the_table_of_quotes_says_of_whom_a_source_is_known() {
    let text = "PORT ELDER, May 4, 2023 (ANN) - Ferries sailed again from the old quay on Thursday after four months of repairs.\n\n\
        “We waited for a long time,” Mayor Ines Maro said.\n\n“Nobody asked us,” said the harbour master.\n\n\
        “I sell fish here,” a trader said.\n";
    let document = Document::new(text, Options::new());
    let written = export(&document, Format::Quotes);
    let mut rows = csv::Reader::from_reader(written.as_bytes());
    let column = |rows: &csv::StringRecord, name| rows.iter().position(|cell| cell == name).expect("a column");
    let head = rows.headers().expect("a head").clone();
    let (source, words, quote) = (column(&head, "source is"), column(&head, "words"), column(&head, "quote"));
    let found: Vec<[String; 2]> = rows
        .records()
        .map(|row| row.expect("a row"))
        .filter(|row| row[quote].starts_with('“'))
        .map(|row| [row[source].to_owned(), row[words].to_owned()])
        .collect();
    assert_eq!(found, [["named", "6"], ["described", "3"], ["unnamed", "4"]]);
}
