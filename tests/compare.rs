//! Two versions of a story, against a gold of invented ones: every quote, number, name and date that changed, and no other.
#![cfg(not(target_arch = "wasm32"))]

use nutgraf::{Comparison, Difference, Document, Offsets, Options, compare};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde::Deserialize;
use std::time::Instant;

const FERRY: &str = include_str!("compare/ferry.txt");
const COURT: &str = include_str!("compare/court.txt");
const MILL: &str = include_str!("compare/mill.txt");

/// Two versions: a story, and what was edited in it; what a desk should be told of.
#[derive(Deserialize)]
struct Gold {
    about: String,
    of: String,
    edits: Vec<(String, String)>,
    facts: Vec<String>,
    /// What became of sentences, where that is the point.
    sentences: Option<Vec<String>>,
}

fn read(text: &str) -> Document {
    Document::new(text, Options::new())
}

fn told(compared: &Comparison) -> Vec<String> {
    let line = |fact: &nutgraf::FactChange| {
        let words: Vec<&str> =
            [&fact.before, &fact.after].into_iter().flatten().map(|passage| passage.text.as_str()).collect();
        format!("{} {}: {}", fact.what, fact.change, words.join(" → "))
    };
    compared.facts.iter().map(line).collect()
}

fn became(sentence: &nutgraf::SentenceChange) -> String {
    format!("{}{} {}", if sentence.moved { "moved and " } else { "" }, sentence.change, sentence.role)
}

#[test]
fn what_changed_is_told_and_nothing_else() {
    let pairs: Vec<Gold> = serde_json::from_str(include_str!("compare/pairs.json")).expect("the gold");
    assert!(pairs.len() >= 35);
    let mut wrong = Vec::new();
    for Gold { about, of, edits, facts, sentences } in pairs {
        let before = [("ferry", FERRY), ("court", COURT), ("mill", MILL)].into_iter().find(|(name, _)| *name == of);
        let before = before.expect("a story").1;
        let after = edits.iter().fold(before.to_owned(), |text, (from, to)| {
            assert_eq!(text.matches(from.as_str()).count(), 1, "{about}: {from} is there once");
            text.replace(from.as_str(), to)
        });
        let compared = compare(&read(before), &read(&after));
        let found = told(&compared);
        let became: Vec<String> = compared.changed().map(became).collect();
        if sentences.is_some_and(|sentences| sentences != became) {
            wrong.push(format!("{about}: its sentences became {became:#?}"));
        }
        if found != facts {
            wrong.push(format!("{about}: expected {facts:#?}, found {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sentences_are_told_with_their_words() {
    let after = FERRY
        .replace("killed 31 people and sank", "killed 33 people, and sank")
        .replace("Talks on fares resume on Sunday.\n", "");
    let compared = compare(&read(FERRY), &read(&after));
    let changes: Vec<Difference> = compared.changed().map(|sentence| sentence.change).collect();
    assert_eq!(changes, [Difference::Changed, Difference::Cut]);
    // the others stand around them in stretches, with all their words
    let all: Vec<(Difference, usize)> =
        compared.sentences.iter().map(|sentence| (sentence.change, sentence.count)).collect();
    assert_eq!(all, [(Difference::Same, 5), (Difference::Changed, 1), (Difference::Same, 5), (Difference::Cut, 1)]);
    assert_eq!(compared.same, 10);
    let stretch = compared.sentences[0].after.as_ref().expect("a stretch");
    assert_eq!(
        stretch.text.split_whitespace().take(6).collect::<Vec<_>>().join(" "),
        "Ferry to the islands resumes after"
    );
    let first = compared.changed().next().expect("a changed sentence");
    let words: Vec<String> = (first.words.iter()).map(|words| format!("{} {:?}", words.change, words.text)).collect();
    assert_eq!(
        words,
        [
            "same \"The storm killed \"",
            "cut \"31 \"",
            "added \"33 \"",
            "same \"people\"",
            "added \", \"",
            "same \"and sank the only large boat in November 2021.\""
        ]
    );
    let said = compared.to_string();
    assert!(
        said.contains("number changed: 31 people → 33 people") && said.contains("killed [-31-] {+33+} people"),
        "{said}"
    );
    assert!(compare(&read(FERRY), &read(FERRY)).to_string().starts_with("The two say the same in "));
}

#[test]
fn places_are_those_of_their_versions() {
    let before = format!("\u{feff}𝒩\r\n\r\n{FERRY}");
    let after = FERRY.replace("31 people", "3,100 people");
    let options = Options::new().with_offsets(Offsets::CodePoint);
    let compared = compare(&Document::new(before.as_str(), options.clone()), &Document::new(after.as_str(), options));
    let slice = |text: &str, span: nutgraf::Span| text.chars().skip(span.start).take(span.len()).collect::<String>();
    let fact = compared.facts.iter().find(|fact| fact.what == nutgraf::Fact::Number).expect("a number");
    assert_eq!(slice(&before, fact.before.as_ref().expect("before").span), "31 people");
    assert_eq!(slice(&after, fact.after.as_ref().expect("after").span), "3,100 people");
    let json: serde_json::Value = serde_json::from_str(&compared.to_json()).expect("JSON");
    assert_eq!(json["facts"][0]["after"]["text"], "3,100 people");
}

#[test]
fn long_texts_take_no_longer_than_their_length() {
    let story = |word: &str| -> String {
        let line = |at| format!("The {word} boat number {at} sails to the islands on Monday.\n\n");
        (0..3_000).map(line).collect::<Vec<_>>().concat()
    };
    let (one, other) = (read(&story("red")), read(&story("blue")));
    let start = Instant::now();
    let compared = compare(&one, &other);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    assert!(!compared.is_same());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cutting_and_moving_paragraphs_is_told_as_that(order in Just((0..8).collect::<Vec<usize>>()).prop_shuffle(), keep in 1usize..8) {
        let paragraphs: Vec<&str> = FERRY.split("\n\n").skip(2).collect();
        let head = FERRY.split("\n\n").take(2).collect::<Vec<_>>().join("\n\n");
        let after: Vec<&str> = order.iter().take(keep).filter_map(|at| paragraphs.get(*at).copied()).collect();
        let compared = compare(&read(FERRY), &read(&format!("{head}\n\n{}\n", after.join("\n\n"))));
        for fact in &compared.facts {
            prop_assert_eq!(fact.change, Difference::Cut, "{:?}", fact);
        }
    }
}
