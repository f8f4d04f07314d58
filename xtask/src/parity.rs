//! `cargo xtask parity`: the command line and the module give the same value for thousands of generated articles.

use crate::command::{Outcome, at, cargo, program, run as done, target};
use crate::{build, setup};
use std::env;
use std::fs::{self, File};

/// How many articles, where no number is asked for.
const ARTICLES: usize = 5000;

/// Bytes of the shortest article, and how many sizes there are after it, a step of 61 bytes each: a prime, so that all
/// kinds of ends come.
const SIZES: (usize, usize, usize) = (200, 97, 61);

/// Makes articles and compares what both read in them, in every unit.
///
/// # Errors
///
/// When something does not build, or a value differs.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    let count = match arguments {
        [] => ARTICLES,
        ["--articles", number] => number.parse().map_err(|_| format!("expected a number, found {number}"))?,
        other => return Err(format!("expected --articles N, found {}", other.join(" "))),
    };
    build::page(&setup::for_build()?)?;
    done(&mut cargo(&["build", "--quiet", "--release", "--bin", "nutgraf"]))?;
    let folder = target().join("parity");
    fs::create_dir_all(&folder).map_err(at(&folder))?;
    let articles = folder.join("articles.jsonl");
    let (shortest, sizes, step) = SIZES;
    let mut train = cargo(&["run", "--quiet", "--package", "train", "--", "articles"]);
    train.args((0..count).map(|number| (shortest + number % sizes * step).to_string()));
    done(train.stdout(File::create(&articles).map_err(at(&articles))?))?;
    let native = target().join(format!("release/nutgraf{}", env::consts::EXE_SUFFIX));
    done(program("node").arg("tests/tools/parity.mjs").arg(articles).env("NUTGRAF", native))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_argument_is_named() {
        assert!(run(&["--articles", "many"]).unwrap_err().ends_with("found many"));
        assert!(run(&["--article"]).unwrap_err().ends_with("found --article"));
    }
}
