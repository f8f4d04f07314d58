//! Trains the models of Nutgraf.

mod aligned;
mod asides;
mod certain;
mod changes;
mod corpora;
mod corpus;
mod dice;
mod evidence;
mod explain;
mod field;
mod layout;
mod mirror;
mod mix;
mod names;
mod nodes;
mod optimise;
mod press;
mod quotes;
mod score;
mod stories;
mod titles;
mod vocabulary;

use dice::Dice;
use press::Press;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use stories::Grammar;

const HELP: &str = "\
usage: train TASK

tasks:
  layout [DATA | --press] [--folds K [--again]] [--out FILE]
                     train the layout model; with folds, measure it with publishers left out; again: with the
                     models of the folds before, after a change of rules.
                     DATA is the folder of the corpora. Without it they are looked for beside the repository, in
                     ../shared/data; where they are not there, or with --press, the model
                     learns from the invented press alone
  vocabulary [DATA]  count the words that are features of the layout model
  names LEXICON TEXTS OUT
                     write what the tagger of names sees of each word; for train/names/
  quotes [DATA] [--out FILE]
                     train the judge of quotes and say how it does on stories left out
  names-evidence MODEL TEXTS OUT
                     write what it finds and how likely it holds that; for train/names/calibrate.py
  articles SIZE…     print invented articles of these sizes in bytes, a line of JSON each
  explain MODEL CORPUS ID
                     show what a model says of a document's rows
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("train: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<(), String> {
    match arguments {
        ["layout", rest @ ..] => {
            let task = Layout::of(rest)?;
            let out = task.out.unwrap_or_else(|| top().join("models/layout.bin"));
            match if task.press { None } else { corpora(task.data)? } {
                Some(data) => layout::with_corpora(&data, own(), task.folds, task.again, &out),
                None if task.folds > 1 => Err("--folds needs the corpora: name their folder".to_owned()),
                None => layout::without_corpora(own(), &out),
            }
        }
        ["vocabulary", rest @ ..] => {
            let data = corpora(rest.first().map(PathBuf::from))?
                .ok_or("the vocabulary is counted over the corpora: name their folder")?;
            vocabulary::run(&data, own(), 650, &top().join("src/layout/vocabulary.txt"))
        }
        ["names-evidence", model, texts, out] => names::evidence(Path::new(model), Path::new(texts), Path::new(out)),
        ["names", lexicon, texts, out] => names::run(Path::new(lexicon), Path::new(texts), Path::new(out)),
        ["quotes", rest @ ..] => {
            let (data, out) = match rest {
                [] => (None, None),
                ["--out", out] => (None, Some(out)),
                [data] => (Some(data), None),
                [data, "--out", out] => (Some(data), Some(out)),
                [other, ..] => return Err(format!("expected [DATA] [--out FILE], found {other}")),
            };
            let data =
                corpora(data.map(PathBuf::from))?.ok_or("the judge learns from the corpora: name their folder")?;
            quotes::run(&data, 5, &out.map_or_else(|| top().join("models/quotes.bin"), PathBuf::from))
        }
        ["articles", sizes @ ..] if !sizes.is_empty() => articles(sizes),
        ["explain", weights, corpus, id] => {
            explain::run(weights, corpus, id);
            Ok(())
        }
        ["help" | "--help" | "-h"] | [] => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(format!("expected a task, found {}\n\n{HELP}", arguments.join(" "))),
    }
}

/// What is asked of the task `layout`.
#[derive(Debug, Default, PartialEq, Eq)]
struct Layout {
    data: Option<PathBuf>,
    /// Whether corpora are left aside, should there be some.
    press: bool,
    folds: usize,
    /// Whether the folds' models are there from a run before.
    again: bool,
    out: Option<PathBuf>,
}

impl Layout {
    fn of(mut arguments: &[&str]) -> Result<Self, String> {
        let mut task = Self::default();
        loop {
            arguments = match arguments {
                [] => return Ok(task),
                ["--folds", folds, rest @ ..] => {
                    task.folds =
                        folds.parse().map_err(|_| format!("expected a number after --folds, found {folds}"))?;
                    rest
                }
                ["--again", rest @ ..] => {
                    task.again = true;
                    rest
                }
                ["--out", out, rest @ ..] => {
                    task.out = Some(PathBuf::from(out));
                    rest
                }
                ["--press", rest @ ..] if task.data.is_none() => {
                    task.press = true;
                    rest
                }
                [data, rest @ ..] if !task.press && !data.starts_with('-') && task.data.is_none() => {
                    task.data = Some(PathBuf::from(data));
                    rest
                }
                [other, ..] => {
                    return Err(format!("expected [DATA | --press] [--folds K] [--out FILE], found {other}"));
                }
            };
        }
    }
}

/// This crate's folder, which holds the templates and annotations.
fn own() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The repository's top folder.
fn top() -> &'static Path {
    own().parent().unwrap_or(own())
}

/// The folder of the corpora: the one that is named, or the one beside the repository, if it is there.
fn corpora(named: Option<PathBuf>) -> Result<Option<PathBuf>, String> {
    match named {
        Some(data) if data.is_dir() => Ok(Some(data)),
        Some(data) => Err(format!("{} is not a folder", data.display())),
        None => {
            let beside = top().join("../shared/data");
            if beside.is_dir() {
                return Ok(Some(beside));
            }
            eprintln!("no corpora in ../shared/data beside the repository: learning from the invented press alone");
            Ok(None)
        }
    }
}

/// Prints an article of each size, always the same.
fn articles(sizes: &[&str]) -> Result<(), String> {
    let press = Press::read()?;
    let grammar = Grammar::new(&press);
    for (number, size) in sizes.iter().enumerate() {
        let bytes = size.parse().map_err(|_| format!("expected a size in bytes, found {size}"))?;
        println!("{}", serde_json::Value::String(grammar.article(bytes, &mut Dice::new(1 + number as u64))));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_read_in_any_order() {
        let expected = Layout { data: Some("d".into()), press: false, folds: 9, again: false, out: Some("o".into()) };
        assert_eq!(Layout::of(&["d", "--folds", "9", "--out", "o"]), Ok(expected));
        assert_eq!(Layout::of(&[]), Ok(Layout::default()));
        for wrong in [&["--folds"][..], &["--folds", "many"], &["--fold", "9"], &["d", "e"], &["--press", "d"]] {
            assert!(Layout::of(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_wrong_argument_is_named() {
        assert!(run(&["layout", "/nowhere/at/all"]).unwrap_err().contains("/nowhere/at/all"));
        assert!(run(&["articles", "large"]).unwrap_err().contains("large"));
        assert!(run(&["laiout"]).unwrap_err().contains("usage"));
    }
}
