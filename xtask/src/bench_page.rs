//! `cargo xtask bench-page`: whether the page ever freezes, and how soon it shows something, alone or beside pages built
//! elsewhere.

use crate::browser::Browser;
use crate::command::{Outcome, program, root, run as done, target};
use crate::{build, serve, setup};
use std::path::PathBuf;

/// What is measured, and the bars; it ends with 1 where one is missed.
const SCRIPT: &str = "benches/web/freeze.mjs";

/// Builds the page, measures those in the folders that `arguments` name and then this one, prints the figures and writes
/// them to `target/bench-page-….json`.
///
/// # Errors
///
/// When the page does not build, a folder holds no page, the browser fails, or this page misses a bar.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    let others = folders(arguments)?;
    if !root().join(SCRIPT).is_file() {
        return Err(format!("expected {SCRIPT}, which measures; there is none"));
    }
    build::page(&setup::for_build()?)?;
    let browser = Browser::find_or_install()?.capabilities()?;
    let measure = |name: &str, folder: PathBuf, figures: &str| {
        let out = target().join(figures);
        println!("\n== {name}, figures in {}", out.display());
        let mut measure = program("node");
        measure.arg(SCRIPT).env("NUTGRAF_OUT", &out).env("NUTGRAF_BROWSER", &browser);
        done(measure.env("NUTGRAF_PAGE", serve::in_background(folder)?))
    };
    for (number, (name, folder)) in others.into_iter().enumerate() {
        // an older page is there to be compared with; it may well miss what this one must reach
        if let Err(error) = measure(&name, folder, &format!("bench-page-{}.json", number + 1)) {
            println!("{error}");
        }
    }
    measure("this page", build::folder(), "bench-page.json")
}

/// The folders after each `--page`, by the name they are given.
fn folders(mut arguments: &[&str]) -> Outcome<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    loop {
        arguments = match arguments {
            [] => return Ok(found),
            ["--page", name, rest @ ..] => {
                let folder = root().join(name);
                if !folder.join("index.html").is_file() {
                    return Err(format!("expected index.html in {}", folder.display()));
                }
                found.push(((*name).to_owned(), folder));
                rest
            }
            [other, ..] => return Err(format!("expected --page DIR, found {other}")),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_no_page_is_named() {
        assert_eq!(folders(&[]), Ok(Vec::new()));
        assert!(folders(&["--page", "docs"]).unwrap_err().starts_with("expected index.html in "));
        assert!(folders(&["--pages", "docs"]).unwrap_err().ends_with("found --pages"));
        // the top of the repository has the page's markup too
        assert_eq!(folders(&["--page", "."]).unwrap().len(), 1);
        assert!(folders(&["--page"]).is_err());
    }
}
