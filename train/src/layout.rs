//! The layout model: which rows of a paste are what.

use crate::corpus::{self, Document};
use crate::dice::Dice;
use crate::field::{self, Layers, Sequence};
use crate::mix;
use crate::optimise::{self, Plan};
use crate::press::{self, Press};
use nutgraf::Options;
use nutgraf::lab::{self, Shape};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// How it is trained.
const PLAN: Plan = Plan { rounds: 16, batch: 12, rate: 0.004, decay: 0.01, drop: 0.25 };

/// Mixed pages made of each document.
const MIXES: usize = 3;

/// Pages set by each template.
const COPIES: usize = 2;

/// Rounds after which mixes and set pages are made anew.
const ANEW: usize = 4;

/// Trains on `data`, with the annotations and templates in `own`; with `folds` writes what each
/// publisher gets from a model that has not seen it in place of a model.
pub fn run(data: &Path, own: &Path, folds: usize, out: &str) {
    let shape = lab::shape();
    let documents = corpus::read(data, &own.join("gold/pages.jsonl"), &shape);
    let press = Press::open(&own.join("press"));
    eprintln!(
        "{} documents, {} templates, {} features, {} states",
        documents.len(),
        press.templates(),
        shape.features,
        shape.states.len()
    );
    if folds > 1 {
        cross_validate(data, &shape, &documents, &press, folds);
        return;
    }
    let weights = train(data, &shape, &documents.iter().collect::<Vec<_>>(), &press, &|_| false);
    fs::write(out, &weights).expect("the model written");
    eprintln!("{out}: {} bytes", weights.len());
}

fn train(data: &Path, shape: &Shape, documents: &[&Document], press: &Press, held: &dyn Fn(&str) -> bool) -> Vec<u8> {
    let mut stories = press::stories(documents);
    stories.extend(press::plain_stories(data, held));
    let member = |seed: u64| {
        let data = |round: usize| -> Vec<Sequence> {
            if !round.is_multiple_of(ANEW) {
                return Vec::new();
            }
            let mut dice = Dice::new(seed * 1000 + round as u64);
            let mut data: Vec<Sequence> = documents.iter().map(|document| document.sequence.clone()).collect();
            data.extend(mix::mixes(documents, MIXES, &mut dice).iter().filter_map(|page| mix::sequence(page)));
            data.extend(press.pages(shape, &stories, COPIES, &mut dice).iter().filter_map(|page| mix::sequence(page)));
            data
        };
        optimise::train(&Layers::of(shape), shape, PLAN, seed, &data)
    };
    let seeds: Vec<u64> = (1..=shape.members as u64).collect();
    let (left, right) = seeds.split_at(seeds.len() / 2);
    let members = std::thread::scope(|scope| {
        let right = scope.spawn(|| right.iter().map(|&seed| member(seed)).collect::<Vec<_>>());
        let mut members: Vec<Vec<f32>> = left.iter().map(|&seed| member(seed)).collect();
        members.extend(right.join().expect("the other members"));
        members
    });
    field::pack(shape, &members)
}

/// Writes what each document gets from a model that has not seen its publisher to `target/folds/`.
fn cross_validate(data: &Path, shape: &Shape, documents: &[Document], press: &Press, folds: usize) {
    let mut publishers: Vec<&str> = documents.iter().map(|document| document.publisher.as_str()).collect();
    publishers.sort_unstable();
    publishers.dedup();
    let fold_of = |publisher: &str| publishers.iter().position(|other| *other == publisher).unwrap_or(0) % folds;
    let mut lines: Vec<(&'static str, String)> = Vec::new();
    for fold in 0..folds {
        eprintln!("fold {fold}");
        let seen: Vec<&Document> = documents.iter().filter(|document| fold_of(&document.publisher) != fold).collect();
        let weights = train(data, shape, &seen, press, &|publisher| {
            publishers.contains(&publisher) && fold_of(publisher) == fold
        });
        fs::create_dir_all("target/folds").expect("a folder for the folds");
        fs::write(format!("target/folds/{fold}.bin"), &weights).expect("the fold's model written");
        for document in
            documents.iter().filter(|document| fold_of(&document.publisher) == fold && !document.rows.is_empty())
        {
            let mut options = Options::new().with_offsets(nutgraf::Offsets::CodePoint);
            // corpora write dates in many ways; the page alone decides where theirs is not ISO 8601
            options.published = document.published.as_deref().and_then(|date| date.parse().ok());
            let article = lab::parse_with(&document.text, &options, &weights);
            let mut value = serde_json::to_value(&article).expect("an article is JSON");
            value["id"] = Value::String(document.id.clone());
            lines.push((if document.id.contains('#') { "layout" } else { "wire" }, value.to_string()));
        }
    }
    for area in ["layout", "wire"] {
        let mut text = String::new();
        for (_, line) in lines.iter().filter(|(of, _)| *of == area) {
            text.push_str(line);
            text.push('\n');
        }
        fs::write(format!("target/folds/{area}.jsonl"), text).expect("the folds written");
    }
}
