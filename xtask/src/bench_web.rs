//! `cargo xtask bench-web`: how fast the module is in a browser, against other libraries and modules built elsewhere.

use crate::browser::Browser;
use crate::command::{Outcome, at, cargo, output, program, root, run as done, target};
use crate::{build, serve, setup};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// Sizes of the invented articles, in bytes, and how many of each are read in one run.
const SIZES: [(usize, usize); 5] = [(1_000, 32), (4_000, 16), (40_000, 4), (400_000, 1), (4_000_000, 1)];

/// What of ours does.
const OURS: &str = "the whole breakdown, names included, as a value";

/// Other libraries, from npm in the versions of `benches/web/package-lock.json`, and what they do, which is less.
const OTHERS: [(&str, &str); 3] = [
    ("wink-nlp", "tokens, parts of speech, sentences, entities but names"),
    ("compromise", "sentences, parts of speech, names by list and rule"),
    ("chrono-node", "dates and times"),
];

/// Builds the page, measures its module, those in the folders that `arguments` name and other libraries, prints the figures
/// and writes them to `target/bench-web.json`.
///
/// # Errors
///
/// When something does not build, a folder holds no module, or the browser fails.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    let modules = folders(arguments)?;
    let tools = setup::for_build()?;
    build::page(&tools)?;
    let [library, _] = build::library(&tools, false)?;
    setup::npm_packages("benches/web")?;
    let browser = Browser::find_or_install()?;
    let work = target().join("bench-web");
    if work.exists() {
        fs::remove_dir_all(&work).map_err(at(&work))?;
    }
    let mut contestants = Vec::new();
    let mut add = |name: &str, does: &str, folder: PathBuf| -> Outcome {
        let address = serve::in_background(folder.clone())?;
        contestants.push(json!({ "name": name, "does": does, "folder": folder, "address": address }));
        Ok(())
    };
    let own = [("nutgraf", library), ("nutgraf, the page's module", build::folder().join("pkg"))];
    let own = own.map(|(name, package)| (name.to_owned(), package));
    for (number, (name, package)) in own.into_iter().chain(modules).enumerate() {
        let folder = work.join(number.to_string());
        lay_out(&folder)?;
        build::copy_folder(&package, &folder.join("pkg"))?;
        build::copy(&contestant("nutgraf"), &folder.join("contestant.js"))?;
        add(&name, OURS, folder)?;
    }
    for (name, does) in OTHERS.into_iter().chain([("nothing", "an empty page")]) {
        let folder = work.join(name);
        lay_out(&folder)?;
        let mut bundle = program(root().join("benches/web/node_modules/.bin/esbuild"));
        bundle.arg(contestant(name)).args(["--bundle", "--minify", "--format=esm", "--log-level=warning"]);
        done(bundle.arg(format!("--outfile={}", folder.join("contestant.js").display())))?;
        add(name, does, folder)?;
    }
    let out = target().join("bench-web.json");
    let task = work.join("task.json");
    let text = json!({ "contestants": contestants, "sizes": articles()?, "out": out }).to_string();
    fs::write(&task, text).map_err(at(&task))?;
    let mut measure = program("node");
    measure.arg("benches/web/measure.mjs").env("NUTGRAF_BENCH", &task);
    done(measure.env("NUTGRAF_BROWSER", browser.capabilities()?))?;
    println!("{} has the figures", out.display());
    Ok(())
}

/// What makes a page's module or library read.
fn contestant(name: &str) -> PathBuf {
    root().join(format!("benches/web/contestants/{name}.js"))
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

/// Puts the page that is measured into `folder`, without what it measures.
fn lay_out(folder: &Path) -> Outcome {
    fs::create_dir_all(folder).map_err(at(folder))?;
    for file in ["index.html", "bench.js"] {
        build::copy(&root().join("benches/web").join(file), &folder.join(file))?;
    }
    build::copy(&root().join("www/samples/ferry.txt"), &folder.join("sample.txt"))
}

/// The invented articles: the trainer prints them, always the same.
fn articles() -> Outcome<Vec<Value>> {
    let mut train = cargo(&["run", "--quiet", "--package", "train", "--", "articles"]);
    train.args(SIZES.iter().flat_map(|&(size, count)| std::iter::repeat_n(size.to_string(), count)));
    let listed = output(&mut train)?;
    let mut lines = listed.lines().map(|line| serde_json::from_str(line).map_err(|error| error.to_string()));
    let group = |(size, count): (usize, usize)| -> Outcome<Value> {
        let articles: Vec<Value> = lines.by_ref().take(count).collect::<Outcome<_>>()?;
        Ok(json!({ "size": size, "articles": articles }))
    };
    SIZES.into_iter().map(group).collect()
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
