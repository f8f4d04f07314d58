//! Trains the models of Nutgraf.
//!
//! `cargo run --release -p train -- layout DATA [--folds K] [--out FILE]`

mod corpus;
mod dice;
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
        [task, weights, id, data] if task == "explain" => {
            let weights = std::fs::read(weights).expect("weights");
            let lines = std::fs::read_to_string(data).expect("a corpus");
            for line in lines.lines() {
                let record: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
                if record["id"] != id.as_str() {
                    continue;
                }
                let text = record["text"].as_str().unwrap_or("");
                let own = nutgraf::lab::feature_name;
                for (sample, (zone, part)) in
                    nutgraf::lab::samples(text).iter().zip(nutgraf::lab::decode(text, &weights))
                {
                    let names: Vec<String> =
                        sample.features.iter().map(|&id| own(id as usize)).filter(|name| !name.contains(':')).collect();
                    let start: String = text[sample.span.start..sample.span.end].chars().take(110).collect();
                    println!("{zone:7}{part:12} {start}\n                        {}", names.join(" "));
                }
            }
        }
        _ => {
            eprintln!("usage: train layout DATA [--folds K] [--out FILE]");
            std::process::exit(2);
        }
    }
}
