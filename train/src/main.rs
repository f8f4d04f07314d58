//! Trains the models of Nutgraf.
//!
//! `cargo run --release -p train -- layout DATA [--folds K] [--out FILE]` trains the layout model, or
//! measures it with publishers left out · `… vocabulary DATA` counts the words that are its features
//! · `… explain MODEL CORPUS ID` shows what a model says of a document's rows

mod corpus;
mod dice;
mod explain;
mod field;
mod layout;
mod mix;
mod optimise;
mod press;
mod vocabulary;

use std::path::Path;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| {
        arguments.iter().position(|argument| argument == name).and_then(|at| arguments.get(at + 1)).cloned()
    };
    match arguments.as_slice() {
        [task, data, ..] if task == "layout" => {
            let folds = option("--folds").and_then(|folds| folds.parse().ok()).unwrap_or(0);
            let out = option("--out").unwrap_or_else(|| "models/layout.bin".to_owned());
            layout::run(Path::new(data), Path::new(env!("CARGO_MANIFEST_DIR")), folds, &out);
        }
        [task, data, ..] if task == "vocabulary" => {
            let own = Path::new(env!("CARGO_MANIFEST_DIR"));
            vocabulary::run(Path::new(data), own, 500, "src/layout/vocabulary.txt");
        }
        [task, weights, corpus, id] if task == "explain" => explain::run(weights, corpus, id),
        _ => {
            eprintln!("usage: train layout DATA [--folds K] [--out FILE] | vocabulary DATA | explain MODEL CORPUS ID");
            std::process::exit(2);
        }
    }
}
