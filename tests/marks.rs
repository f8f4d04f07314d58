//! A reader's own patterns: whatever is typed, on the command line, in the exports and in a saved document.
#![cfg(not(target_arch = "wasm32"))]

mod invariants;

use invariants::violations;
use nutgraf::{Document, Format, Offsets, Options, Pattern, PatternList, export, parse, search};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

const STORY: &str = "Fares rise\n\nPORT ELDER, May 3 (Reuters) - Fares rise by four percent, the court found in case \
                     118/2023. “Percent is one word here,” Mayor Ada Quill said on Tuesday.\n";

fn patterns() -> Vec<Pattern> {
    vec![
        Pattern::words("our style: per cent", "percent")
            .and_then(|one| one.with_remark("two <words>"))
            .expect("a pattern"),
        Pattern::regex("case numbers", r"\b[0-9]+/[0-9]{4}\b").expect("a pattern"),
    ]
}

fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).expect("a file");
    path.to_str().expect("a path in Unicode").to_owned()
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_nutgraf")).args(arguments).output().expect("the program runs")
}

fn value(output: &Output) -> Value {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn words(value: &Value) -> Vec<(&str, &str)> {
    let place = |mark: &Value, key: &str| mark[key].as_u64().expect("a place") as usize;
    let marks = value["marks"].as_array().into_iter().flatten();
    marks
        .map(|mark| (mark["name"].as_str().expect("a name"), &STORY[place(mark, "start")..place(mark, "end")]))
        .collect()
}

#[test]
fn a_list_marks_every_text_of_a_call() {
    let text = file("marks-story.txt", STORY);
    let csv = file("marks.csv", PatternList::to_csv(&patterns()));
    let list = file("marks.json", serde_json::to_string(&patterns()).expect("JSON"));
    let found = [("our style: per cent", "percent"), ("case numbers", "118/2023"), ("our style: per cent", "Percent")];
    for marks in [&csv, &list] {
        let said = run(&["--offsets", "utf8", "--marks", marks, &text]);
        assert_eq!(words(&value(&said)), found);
        assert_eq!(violations(STORY, &value(&said)), [""; 0]);
        assert_eq!(value(&said)["marks"][0]["remark"], "two <words>");
    }
    let line = file("marks.jsonl", format!("{}\n", json!({ "id": 1, "text": STORY })));
    let mut call = Command::new(env!("CARGO_BIN_EXE_nutgraf"));
    call.args(["--jsonl", "--offsets", "utf8", "--marks", &csv]).stdin(fs::File::open(line).expect("a file"));
    assert_eq!(words(&value(&call.output().expect("the program runs"))), found);
    let html = run(&["--format", "html", "--marks", &csv, &text]);
    assert!(String::from_utf8_lossy(&html.stdout).contains("title=\"our style: per cent; two &lt;words"));
}

#[test]
fn a_bad_row_is_named_and_a_bad_list_refused() {
    let text = file("marks-bad.txt", STORY);
    let some = file("some.csv", "\u{feff}name,find,kind\r\na,percent,words\r\nb,(,regex\r\n");
    let said = run(&["--offsets", "utf8", "--marks", &some, &text]);
    assert_eq!(words(&value(&said)).len(), 2);
    let wrong = String::from_utf8_lossy(&said.stderr).into_owned();
    assert!(
        wrong.ends_with("some.csv: row 3: the bracket ( is not closed, at character 1; it is left out\n"),
        "{wrong}"
    );
    for (name, content, expected) in [
        ("none.csv", &b"name,find\n,x\n"[..], "holds no pattern"),
        ("other.csv", b"a,b\n1,2\n", "expected a first row of names, with name and find among them"),
        (
            "bad.json",
            br#"[{"name": "a", "find": "(", "kind": "regex"}]"#,
            "the bracket ( is not closed, at character 1",
        ),
        (
            "many.json",
            serde_json::to_vec(&vec![json!({ "name": "a", "find": "x" }); 501]).expect("JSON").as_slice(),
            "500 patterns at most",
        ),
        ("bytes.csv", b"name,find\n\xff,x\n", "is not UTF-8"),
    ] {
        let said = run(&["--marks", &file(name, content), &text]);
        let wrong = String::from_utf8_lossy(&said.stderr).into_owned();
        assert_eq!(said.status.code(), Some(2), "{wrong}");
        assert!(wrong.contains(expected), "{wrong}");
    }
    let said = run(&["--marks", "nowhere.csv", &text]);
    assert!(String::from_utf8_lossy(&said.stderr).contains("--marks: cannot read nowhere.csv"));
}

#[test]
fn exports_and_documents_hold_what_was_marked() {
    let options = Options::new().with_marks(patterns());
    let document = Document::new(STORY, options);
    let opened = Document::open(&document.save()).expect("a document");
    assert_eq!(opened, document);
    assert_eq!(opened.article().marks.len(), 3);
    assert_eq!(Document::as_saved(&document.save()).expect("a document").article(), document.article());
    let html = export(&document, Format::Html);
    assert!(html.contains("<mark class=\"own\" title=\"case numbers\">118/2023</mark>"), "{html}");
    assert!(html.contains("<h2>Own marks</h2>"));
    let markdown = export(&document, Format::Markdown);
    assert!(markdown.contains("118/2023[^m2]") && markdown.contains("[^m2]: case numbers\n"), "{markdown}");
    let notes: Value = serde_json::from_str(&export(&document, Format::WebAnnotation)).expect("JSON");
    let tags = notes["items"].as_array().expect("annotations").iter().filter(|item| item["motivation"] == "tagging");
    let said: Vec<&str> = tags.filter_map(|tag| tag["body"]["value"].as_str()).collect();
    assert_eq!(said, ["our style: per cent; two <words>", "case numbers", "our style: per cent; two <words>"]);
    // formats that have no place for them are as without
    let bare = Document::new(STORY, Options::new());
    for format in [Format::Nitf, Format::Ninjs, Format::Text, Format::TimeMl, Format::JsonLd] {
        assert_eq!(export(&document, format), export(&bare, format), "{format}");
    }
    // on the command line a document's own marks hold where the call names none
    let (text, saved) = (file("marks-saved.txt", STORY), file("marks-saved.json", document.save()));
    assert_eq!(words(&value(&run(&["--offsets", "utf8", "--corrections", &saved, &text]))).len(), 3);
}

/// Text with what patterns stumble over.
fn texts() -> impl Strategy<Value = String> {
    let piece =
        prop_oneof!["\\PC{0,20}", "[a-c \n\u{a0}’\"é]{0,40}", Just("fer&shy;ry ".to_owned()), Just("\n\n".to_owned())];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default()
    })]

    #[test]
    fn any_string_is_a_pattern_or_an_error_and_places_are_exact(
        text in texts(),
        find in prop_oneof!["\\PC{0,12}", "[a-c.*+?(){}|\\[\\]\\\\ ’\"é^$]{1,10}"],
        regex: bool, case: bool, whole: bool,
    ) {
        let made = if regex { Pattern::regex("x", &find) } else { Pattern::words("x", &find) };
        let Ok(pattern) = made.map(|made| made.with_case(case).with_whole_words(whole)) else { return Ok(()) };
        let places = search(&text, &pattern, Offsets::Utf8).places;
        for place in &places {
            prop_assert!(place.start < place.end && text.get(place.start..place.end).is_some(), "{:?}", place);
        }
        prop_assert!(places.is_sorted());
        let article = parse(&text, &Options::new().with_offsets(Offsets::Utf8).with_marks(vec![pattern.clone()]));
        let marks: Vec<_> = article.marks.iter().map(|mark| mark.span).collect();
        prop_assert_eq!(&marks, &places);
        for offsets in [Offsets::Utf16, Offsets::CodePoint] {
            let article = parse(&text, &Options::new().with_offsets(offsets).with_marks(vec![pattern.clone()]));
            let value = serde_json::to_value(&article).expect("JSON");
            prop_assert_eq!(violations(&text, &value), Vec::<String>::new());
        }
        let back = PatternList::from_csv(&PatternList::to_csv(std::slice::from_ref(&pattern))).expect("a list");
        prop_assert_eq!(back.patterns, vec![pattern]);
    }

    #[test]
    fn any_text_is_a_list_or_an_error(rows in "([a-c\"';,=\\-\n\r\t]{0,6}|\\PC{0,5}){0,20}") {
        let _ = PatternList::from_csv(&rows);
        let list = PatternList::from_csv(&format!("name,find,kind,case,whole,remark\n{rows}")).expect("a list");
        prop_assert_eq!(PatternList::from_csv(&PatternList::to_csv(&list.patterns)).expect("a list").patterns, list.patterns);
    }
}
