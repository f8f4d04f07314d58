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
        _ => {
            eprintln!("usage: train layout DATA [--folds K] [--out FILE]");
            std::process::exit(2);
        }
    }
}
