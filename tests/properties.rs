//! The rules of the breakdown on text that nobody wrote: random Unicode, newsroom debris, cut-up articles.
//!
//! `PROPTEST_RNG_SEED=7 cargo test --test properties` explores other cases than the fixed ones that every
//! run checks; `PROPTEST_CASES` sets how many each property has.
#![cfg(not(target_arch = "wasm32"))]

#[path = "invariants/breakages.rs"]
mod breakages;
mod invariants;

use invariants::violations;
use nutgraf::{Article, Offsets, Options};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const UNITS: [Offsets; 3] = [Offsets::Utf16, Offsets::Utf8, Offsets::CodePoint];

/// `cases` fixed cases, unless the environment says otherwise.
fn config(cases: u32) -> ProptestConfig {
    let default = ProptestConfig { failure_persistence: None, max_shrink_iters: 20_000, ..ProptestConfig::default() };
    let set = |variable: &str| std::env::var_os(variable).is_some();
    ProptestConfig {
        cases: if set("PROPTEST_CASES") { default.cases } else { cases },
        rng_seed: if set("PROPTEST_RNG_SEED") { default.rng_seed } else { RngSeed::Fixed(1) },
        ..default
    }
}

/// The breakdown as users get it.
fn breakdown(text: &str, options: &Options) -> Value {
    serde_json::to_value(nutgraf::parse(text, options)).expect("a breakdown is JSON")
}

/// Fails where a breakdown does not come back from its JSON, or its offsets, changed afterwards, are not those of a
/// reading in that unit.
fn assert_lasting(text: &str) -> Result<(), TestCaseError> {
    for from in UNITS {
        let article = nutgraf::parse(text, &Options::new().with_offsets(from));
        let written = serde_json::to_string(&article).expect("a breakdown is JSON");
        let mut back: Article = serde_json::from_str(&written).expect("a breakdown");
        prop_assert_eq!(serde_json::to_string(&back).expect("a breakdown is JSON"), written);
        for to in UNITS {
            prop_assert_eq!(back.convert_offsets(text, to), Ok(()));
            prop_assert_eq!(&back, &nutgraf::parse(text, &Options::new().with_offsets(to)), "{} to {}", from, to);
            back = article.clone();
        }
    }
    Ok(())
}

/// Fails where the breakdown of `text` breaks a rule in any unit, or comes out differently a second time.
fn assert_sound(text: &str, published: Option<&str>) -> Result<(), TestCaseError> {
    for offsets in UNITS {
        let mut options = Options::new().with_offsets(offsets);
        options.published = published.map(|date| date.parse().expect("an ISO 8601 date"));
        let article = breakdown(text, &options);
        let found = violations(text, &article);
        prop_assert!(found.is_empty(), "{offsets:?} of {text:?}:\n{}", found.join("\n"));
        if offsets == Offsets::default() {
            prop_assert_eq!(article, breakdown(text, &options), "a second reading differs");
        }
    }
    Ok(())
}

/// Characters that text handling breaks on, and those that the stages look for.
const HARD: &str = "\u{0}\u{1}\u{7}\t\n\n\n\r\u{b}\u{c}\u{1b}\u{1c}\u{1f}\u{7f}\u{85}\u{a0}\u{ad}\u{300}\u{301}\u{200b}\u{200c}\
    \u{200d}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}\u{202e}\u{2060}\u{2066}\u{2069}\u{3000}\u{fe0f}\u{feff}\u{fffd}\u{ffff}\
    \u{10ffff}\u{e000} aAzZİıßẞſﬁ09٣४½²Ⅷ.,;:!?…-–—―−_/\\|·•*©®™$€£¥%‰#@&()[]{}<>\"'“”„‘’‚«»‹›`´′″\
    éñÅ中文字かな한글אבعрусский𝒩𐐷👩🏽🚀🇪🇺";

/// Words and marks out of which stories are made, so that random order meets every rule half-way.
#[rustfmt::skip]
const DEBRIS: &[&str] = &[
    "said", "says", "told reporters", "according to", "added", "he", "she", "They", "the minister", "Mr.",
    "Dr. Ana Costa", "Prime Minister Olu Adeyemi", "O’Neill-Vance", "Van der Berg", "U.S.", "a.m.", "No. 5", "Inc.",
    "St. Odran", "J. K. Marsh", "“", "”", "\"", "‘", "’", "'", "—", " - ", "–", "...", "…", ".", ",", "?", "!", ":",
    ";", "(", ")", "[", "]", "/", "|", "\n", "\n\n", "\r\n", "\r\n\r\n", "\n \n", "\t", " ", " ", " ", " ", "\u{a0}",
    "\u{200b}", "\u{feff}", "yesterday", "today", "on Tuesday", "last week", "next Friday", "May 3", "3 May 2022",
    "Sept. 31", "2022-05-03", "31/02/2021", "at 10:30", "25:61", "noon", "two years ago", "every Monday",
    "in the 1990s", "since 1066", "February 30, 2019", "FY2021/22", "1,200", "1.2 million", "$3bn", "€ 40",
    "around 300,000 people", "12%", "per cent", "1/2", "-5C", "99999999999999999999", "18446744073709551616",
    "9007199254740993", "1e999", "0.0000001", "3.4.5", "1,2,3", "two dozen", "a hundred thousand million",
    "By Jane Roe", "PORT ELDER, May 3 (Reuters) -", "HARROW (AP) —", "(AFP)", "Reuters", "– AFP", "Updated:",
    "Published 3 May", "© 2022 The Elder Post", "All rights reserved.", "Read more:", "Related Articles",
    "Tags: ferry, port", "ADVERTISEMENT", "130", "1.2K", "SHARE", "Photo: EPA",
    "(Reporting by A. Lund; editing by B. Moss)", "Correction:", "http://www.example.com/a?b=c#d", "https://", "www.",
    "info@example.com", "@handle", "#tag", "• ", "* ", "- ", "1. ", "Boats sail again", "the harbour was closed",
    "&ldquo;", "&amp;quot;", "&nbsp;", "&shy;", "â€œ", "donâ€™t", "â€", "Ã©", "\u{ad}\n", "-\nland", "re-\nbuild", "ﬁ", "\u{2060}",
    "\n> ", "\n>> the harbour board voted to close the pier of the town\n> ", "<p>", "</p>\n", "<br/>", "<b>", "</b>", "<script>",
    "</script>", "<td>", "<!--", "-->", "\n| 12 | 3 |\n| 4 | 56 |\n", "\n12\t3\n4\t56\n",
];

fn wild_text() -> impl Strategy<Value = String> {
    let hard: Vec<char> = HARD.chars().collect();
    let letter = prop_oneof![6 => select(hard), 3 => any::<char>(), 3 => proptest::char::range(' ', '~')];
    proptest::collection::vec(letter, 0..240).prop_map(String::from_iter)
}

fn debris() -> impl Strategy<Value = String> {
    let piece = (select(DEBRIS), prop_oneof![4 => Just(" "), 2 => Just(""), 1 => Just("\n")]);
    proptest::collection::vec(piece, 0..120)
        .prop_map(|pieces| pieces.iter().flat_map(|(piece, gap)| [*piece, gap]).collect())
}

/// Pieces of `articles`, cut anywhere, joined anyhow, sometimes with a letter struck out or put in.
fn splice(articles: &'static [String]) -> impl Strategy<Value = String> {
    let joint = prop_oneof![
        2 => Just(String::new()),
        1 => Just("\n".to_owned()),
        1 => Just("\n\n".to_owned()),
        1 => Just("\r\n".to_owned()),
        1 => select(DEBRIS).prop_map(str::to_owned),
        1 => select(HARD.chars().collect::<Vec<_>>()).prop_map(String::from),
    ];
    let piece = (select(articles), any::<prop::sample::Index>(), 1..1500usize, joint).prop_map(
        |(article, from, length, joint)| {
            let from = article.floor_char_boundary(from.index(article.len().max(1)));
            let to = article.floor_char_boundary((from + length).min(article.len()));
            format!("{}{joint}", &article[from..to])
        },
    );
    proptest::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat())
}

fn published() -> impl Strategy<Value = Option<&'static str>> {
    select(vec![
        None,
        Some("2022-05-03"),
        Some("2024-02-29T23:59:00+13:00"),
        Some("0000-01-01"),
        Some("99991231T2400Z"),
        Some("2022"),
    ])
}

/// The articles of this repository: `tests/fixtures/**/article.txt`.
static FIXTURES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")];
    while let Some(folder) = folders.pop() {
        let entries: Vec<PathBuf> =
            fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        for path in entries {
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().is_some_and(|name| name == "article.txt") {
                found.push(path);
            }
        }
    }
    found.sort();
    found.into_iter().map(|path| fs::read_to_string(path).expect("a fixture is UTF-8")).collect()
});

/// Real articles where they lie beside the repository, which may not hold them: JSON Lines with a `text`.
static REAL: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    ["wire/dev.jsonl", "wire/reuters-dev.jsonl", "layout/dev.jsonl", "quotes/dev.jsonl", "times/dev.jsonl"]
        .iter()
        .filter_map(|name| fs::read_to_string(folder.join(name)).ok())
        .flat_map(|lines| {
            let text = |line: &str| Some(serde_json::from_str::<Value>(line).ok()?["text"].as_str()?.to_owned());
            lines.lines().filter_map(text).collect::<Vec<_>>()
        })
        .collect()
});

/// Says so where there are no real articles: past the test runner, which shows nothing of what passes.
fn real_articles() -> Option<&'static [String]> {
    if REAL.is_empty() {
        let _ = writeln!(std::io::stderr(), "skipped: no real articles in ../shared/data");
        return None;
    }
    Some(&REAL)
}

proptest! {
    #![proptest_config(config(4000))]

    #[test]
    fn random_unicode(text in wild_text(), published in published()) {
        assert_sound(&text, published)?;
    }

    #[test]
    fn newsroom_debris(text in debris(), published in published()) {
        assert_sound(&text, published)?;
    }
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn what_is_written_lasts(text in prop_oneof![wild_text(), debris()]) {
        assert_lasting(&text)?;
    }

    /// A breakdown of one text with another: an answer, whatever the two are.
    #[test]
    fn offsets_of_another_text(one in wild_text(), other in wild_text(), end in any::<usize>()) {
        let mut article = nutgraf::parse(&one, &Options::new());
        if let Some(block) = article.blocks.first_mut() {
            block.span.end = end;
        }
        let before = article.clone();
        if article.convert_offsets(&other, Offsets::Utf8).is_err() {
            prop_assert_eq!(article, before);
        }
    }

    #[test]
    fn any_date_is_read_or_refused(date in "[0-9XTZ:+ -]{0,24}|\\PC{0,12}") {
        if let Ok(published) = date.parse::<nutgraf::Published>() {
            prop_assert_eq!(published.as_str().parse(), Ok(published.clone()));
        }
    }
}

#[test]
fn spliced_fixtures() {
    assert!(FIXTURES.len() >= 10, "expected ten fixtures and more, found {}", FIXTURES.len());
    run(2000, splice(&FIXTURES));
}

#[test]
fn spliced_real_articles() {
    if let Some(articles) = real_articles() {
        run(2000, splice(articles));
    }
}

/// Checks `cases` of `texts`.
fn run(cases: u32, texts: impl Strategy<Value = String>) {
    let checked = proptest::test_runner::TestRunner::new(config(cases))
        .run(&(texts, published()), |(text, published)| assert_sound(&text, published));
    if let Err(error) = checked {
        panic!("{error}");
    }
}

#[test]
fn whole_articles() {
    for text in FIXTURES.iter().chain(real_articles().into_iter().flatten()) {
        assert_sound(text, None).expect("a sound breakdown");
    }
}

/// Removing `\r` from every CRLF must not change what is read, only where it lies.
#[test]
fn line_ends_do_not_matter() {
    for text in FIXTURES.iter() {
        let roles = |text: &str| -> Vec<Value> {
            let article = breakdown(text, &Options::default());
            article["blocks"].as_array().into_iter().flatten().map(|block| block["role"].clone()).collect()
        };
        let unix = text.replace("\r\n", "\n");
        assert_eq!(roles(&unix), roles(&unix.replace('\n', "\r\n")), "{}", &unix[..unix.floor_char_boundary(80)]);
    }
}

/// Shapes that nobody writes and somebody pastes: the rules hold for them as for any article.
#[test]
fn hostile_shapes() {
    for unit in [
        "?!.,;:()-\"'“”—[]{}/|&",
        "31415926 ",
        "7",
        "a",
        "A.",
        "“a” said ",
        "a” b“, said Roe. ",
        "‘a,’ she cited “b as saying ",
        "ADA QUILL VANCE ROOK ",
        "\u{301}",
    ] {
        assert_sound(&unit.repeat(6_000 / unit.len()), None).expect("a sound breakdown");
    }
    for row in [
        "By Ada Quill\n",
        "A ferry leaves at dawn. (Photo: Ada Quill/Reuters)\n",
        "14:02 rook: yes\n",
        "«»\n",
        "Q: Why?\n\nA: “Because.\n\n",
    ] {
        assert_sound(&row.repeat(400), None).expect("a sound breakdown");
    }
}

/// What has more rows than are looked at together is still read from end to end, and whole.
#[test]
fn more_rows_than_any_article_has() {
    let story = "\n\nFerry pier at Ardmouth to close\n\nARDMOUTH, May 3 (Reuters) - The harbour board voted on Tuesday to close \
                 the old ferry pier for three months, its chairwoman said.\n\n\"Nobody wanted to hear it,\" she said of the \
                 cracks that engineers had found in the piles.\n\n";
    let letters = "a\nb\n".repeat(11_000);
    for text in [format!("{letters}{story}"), format!("{story}{letters}"), format!("{story}{letters}{story}")] {
        let options = Options::new().with_offsets(Offsets::Utf8);
        let article = breakdown(&text, &options);
        assert_eq!(violations(&text, &article), [""; 0]);
        let paragraphs = text.matches("The harbour board").count();
        let found = article["blocks"].as_array().into_iter().flatten().filter(|block| block["role"] == "paragraph");
        assert!(found.count() >= 2 * paragraphs);
        assert_eq!(article["head"]["dateline"]["places"][0]["name"], "ARDMOUTH");
        // what is not text is not reported row by row
        assert!(article["blocks"].as_array().is_some_and(|blocks| blocks.len() < 200), "{}", article["blocks"]);
    }
}

/// Names of the world have letters of several bytes anywhere: after any word that a list holds, and anywhere in a story.
#[test]
fn letters_of_several_bytes() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut entries = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "txt") {
                let list = fs::read_to_string(path).expect("a list is UTF-8");
                let lines = list.lines().filter(|line| !line.starts_with('#'));
                entries.extend(lines.filter_map(|line| line.split('\t').next()).map(str::to_owned));
            }
        }
    }
    entries.sort();
    assert!(entries.len() > 3000, "expected all lists, found {} entries", entries.len());
    let rows = |pad: usize| -> String {
        let capital =
            |entry: &str| entry.chars().take(1).flat_map(char::to_uppercase).chain(entry.chars().skip(1)).collect();
        let row = |entry: &String| {
            let first: String = capital(entry);
            format!("{first}{} Yıldırım: é{}\n", " a".repeat(pad), "ö".repeat(20))
        };
        entries.iter().map(row).collect()
    };
    for pad in 0..4 {
        let text = rows(pad);
        assert_eq!(violations(&text, &breakdown(&text, &Options::new().with_offsets(Offsets::Utf8))), [""; 0]);
        // one by one, as what a row is depends on those around it
        for some in text.lines().skip(pad * 7).step_by(11) {
            let text = format!("Ardmouth wins at last\n\n{some}\n{some}\n\nThe board said so.\n");
            assert_eq!(violations(&text, &breakdown(&text, &Options::new().with_offsets(Offsets::Utf8))), [""; 0]);
        }
    }
    for (step, text) in (1..6).flat_map(|step| FIXTURES.iter().map(move |text| (step, text))) {
        let long = |c: char| match c {
            'a' => 'á',
            'e' => 'ẽ',
            'i' => 'ı',
            'o' => 'ö',
            'u' => '𝐮',
            other => other,
        };
        let text: String = text.chars().enumerate().map(|(at, c)| if at % step == 0 { long(c) } else { c }).collect();
        assert_eq!(violations(&text, &breakdown(&text, &Options::new().with_offsets(Offsets::Utf8))), [""; 0]);
    }
}

#[test]
fn nothing_to_read() {
    for text in ["", " ", "\n", "\r\n\r\n", "\t \u{a0}\u{2003}\u{3000}\n", "\u{85}\u{2028}"] {
        let article = breakdown(text, &Options::default());
        assert_eq!(violations(text, &article), [""; 0]);
        for key in ["blocks", "sentences", "entities", "quotes", "times", "quantities", "keySentences"] {
            assert_eq!(article[key], json!([]), "{key} of {text:?}");
        }
        assert_eq!(article["stats"]["words"], 0);
    }
}
