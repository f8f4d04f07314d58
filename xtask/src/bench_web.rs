//! `cargo xtask bench-web`: how fast the module is in a browser, alone or against modules built elsewhere.

use crate::browser::Browser;
use crate::command::{Outcome, at, cargo, output, program, root, run as done, target};
use crate::{build, serve, setup};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Sizes of the invented articles, in bytes, and how many of each are read in one run.
const SIZES: [(usize, usize); 4] = [(1_000, 32), (4_000, 16), (40_000, 4), (400_000, 1)];

/// Builds the page, measures its module and those in the folders that `arguments` name, prints the figures and writes
/// them to `target/bench-web.json`.
///
/// # Errors
///
/// When something does not build, a folder holds no module, or the browser fails.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    let others = folders(arguments)?;
    build::page(&setup::for_build()?)?;
    let browser = Browser::find_or_install()?;
    let work = target().join("bench-web");
    if work.exists() {
        fs::remove_dir_all(&work).map_err(at(&work))?;
    }
    let mut modules = String::new();
    let own = ("this".to_owned(), build::folder().join("pkg"));
    for (number, (name, package)) in [own].into_iter().chain(others).enumerate() {
        let folder = work.join(number.to_string());
        lay_out(&package, &folder)?;
        let comma = if number == 0 { "" } else { ", " };
        // a Rust string literal of plain text is a JSON string too, except for rare control characters
        let _ = write!(modules, "{comma}{{ \"name\": {name:?}, \"address\": {:?} }}", serve::in_background(folder)?);
    }
    let out = target().join("bench-web.json");
    let task = work.join("task.json");
    let out_text = out.display().to_string();
    let text = format!("{{ \"modules\": [{modules}], \"sizes\": [{}], \"out\": {out_text:?} }}", articles()?);
    fs::write(&task, text).map_err(at(&task))?;
    let mut measure = program("node");
    measure.arg("benches/web/measure.mjs").env("NUTGRAF_BENCH", &task);
    done(measure.env("NUTGRAF_BROWSER", browser.capabilities()?))?;
    println!("\n{out_text} has the figures");
    Ok(())
}

/// The folders after each `--module`, by the name they are given in the table.
fn folders(mut arguments: &[&str]) -> Outcome<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    loop {
        arguments = match arguments {
            [] => return Ok(found),
            ["--module", folder, rest @ ..] => {
                found.push(((*folder).to_owned(), package(&root().join(folder))?));
                rest
            }
            [other, ..] => return Err(format!("expected --module DIR, found {other}")),
        };
    }
}

/// The folder of the module in `folder`, which is that itself or a page's.
fn package(folder: &Path) -> Outcome<PathBuf> {
    let places = [folder.to_owned(), folder.join("pkg")];
    let found = places.into_iter().find(|place| place.join("nutgraf.js").is_file());
    found.ok_or_else(|| format!("expected nutgraf.js in {0} or in {0}/pkg", folder.display()))
}

/// Puts the page that is measured into `folder`, with the module of `package`.
fn lay_out(package: &Path, folder: &Path) -> Outcome {
    build::copy_folder(&root().join("benches/web"), folder)?;
    build::copy_folder(package, &folder.join("pkg"))?;
    build::copy(&root().join("www/samples/ferry.txt"), &folder.join("sample.txt"))
}

/// The invented articles, as JSON: the trainer prints them, always the same.
fn articles() -> Outcome<String> {
    let mut train = cargo(&["run", "--quiet", "--package", "train", "--", "articles"]);
    train.args(SIZES.iter().flat_map(|&(size, count)| std::iter::repeat_n(size.to_string(), count)));
    let listed = output(&mut train)?;
    let mut lines = listed.lines();
    let groups = SIZES.map(|(size, count)| {
        let articles: Vec<&str> = lines.by_ref().take(count).collect();
        format!("{{ \"size\": {size}, \"articles\": [{}] }}", articles.join(", "))
    });
    Ok(groups.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_no_module_is_named() {
        assert_eq!(folders(&[]), Ok(Vec::new()));
        assert!(folders(&["--module", "docs"]).unwrap_err().contains("nutgraf.js in"));
        assert!(folders(&["--modul", "docs"]).unwrap_err().ends_with("found --modul"));
        assert!(folders(&["--module"]).is_err());
    }
}
