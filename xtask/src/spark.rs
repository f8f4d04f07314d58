//! `cargo xtask spark`: the examples for Spark give what a plain run gives.

use crate::command::{Outcome, at, cargo, find, output, program, root, run, target};
use crate::package;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// What the examples run with.
const PACKAGES: [&str; 3] = ["pyspark==3.5.9", "pandas", "pyarrow"];

/// How many times each article of the fixtures is read: enough for several partitions.
const TIMES: usize = 20;

/// Runs both and compares.
///
/// # Errors
///
/// When Java or Python is missing, something cannot be installed, or an answer differs.
pub(crate) fn run_all() -> Outcome {
    if find(&["java"]).is_none() && env::var_os("JAVA_HOME").is_none() {
        return Err("Spark needs Java 17 (Debian: openjdk-17-jre-headless)".to_owned());
    }
    let python = package::python()?.map_err(|missing| format!("Spark needs Python: {missing}"))?.program();
    run(program(&python).args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(PACKAGES))?;
    run(&mut cargo(&["build", "--quiet", "--workspace", "--bin", "nutgraf"]))?;
    let debug = target().join("debug");
    let folder = target().join("spark");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(at(&folder))?;
    let articles = folder.join("articles.jsonl");
    fs::write(&articles, records()?).map_err(at(&articles))?;

    let nutgraf = debug.join(format!("nutgraf{}", env::consts::EXE_SUFFIX));
    let plain = output(program(nutgraf).args(["--jsonl", "--offsets", "codepoint"]).arg(&articles))?;
    let plain = by_id(plain.lines())?;
    let mut places = vec![debug];
    places.extend(python.parent().map(Path::to_owned));
    places.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    let path = env::join_paths(places).map_err(|error| error.to_string())?;
    for script in ["pipe", "udf"] {
        let out = folder.join(script);
        let mut python = program(&python);
        python.arg(format!("examples/spark/{script}.py")).arg(&articles).arg(&out).env("PATH", &path);
        python.env("PYTHONPATH", root().join("packages/python")).env("SPARK_LOCAL_IP", "127.0.0.1");
        run(&mut python)?;
        let lines = parts(&out)?;
        let mut found = by_id(lines.iter().map(String::as_str))?;
        if script == "udf" {
            // a column holds the breakdown
            for (id, row) in &mut found {
                let article = row["article"].as_str().unwrap_or_default();
                *row = serde_json::from_str(article).map_err(|error| format!("{script}: {id}: {error}"))?;
                row["id"] = json!(id);
            }
        }
        if let Some(id) = plain.keys().find(|id| found.get(*id) != plain.get(*id)) {
            return Err(format!("{script}: the breakdown of {id} is not that of a plain run"));
        }
        if found.len() != plain.len() {
            return Err(format!("{script}: expected {} breakdowns, found {}", plain.len(), found.len()));
        }
        println!("{script}: {} breakdowns, the same as in a plain run", found.len());
    }
    Ok(())
}

/// The articles of the fixtures as JSON Lines.
fn records() -> Outcome<String> {
    let folder = root().join("tests/fixtures");
    let mut lines = String::new();
    for entry in fs::read_dir(&folder).map_err(at(&folder))?.flatten() {
        let Ok(text) = fs::read_to_string(entry.path().join("article.txt")) else { continue };
        for time in 0..TIMES {
            let id = format!("{}-{time}", entry.file_name().to_string_lossy());
            lines += &json!({ "id": id, "text": text }).to_string();
            lines.push('\n');
        }
    }
    Ok(lines)
}

/// The lines of all parts that Spark wrote.
fn parts(folder: &Path) -> Outcome<Vec<String>> {
    let entries = fs::read_dir(folder).map_err(at(folder))?.flatten().map(|entry| entry.path());
    let parts =
        entries.filter(|path| path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"part-")));
    let mut lines = Vec::new();
    for part in parts.collect::<Vec<PathBuf>>() {
        lines.extend(fs::read_to_string(&part).map_err(at(&part))?.lines().map(str::to_owned));
    }
    Ok(lines)
}

fn by_id<'a>(lines: impl Iterator<Item = &'a str>) -> Outcome<BTreeMap<String, Value>> {
    lines
        .map(|line| {
            let value: Value = serde_json::from_str(line).map_err(|error| format!("{error}: {line:.80}"))?;
            Ok((value["id"].as_str().unwrap_or_default().to_owned(), value))
        })
        .collect()
}
