//! The cases: pastes and what their breakdowns should be.

use crate::blocks::Run;
use crate::text::{blank, match_here, shorten};
use nutgraf::{Options, Span};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A case: the paste and what its breakdown should be.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) expected: Expected,
}

/// `expected.json`. Only what is given is compared.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Expected {
    pub(crate) about: String,
    pub(crate) options: Options,
    pub(crate) language: Option<String>,
    pub(crate) blocks: Vec<(String, String)>,
    pub(crate) head: Map<String, Value>,
    pub(crate) warnings: Vec<String>,
    pub(crate) times: Vec<(String, Option<String>)>,
    pub(crate) quotes: Vec<Map<String, Value>>,
    pub(crate) people: Vec<String>,
}

/// The contract's roles.
pub(crate) const ROLES: &str = "url counter section headline standfirst byline timestamp caption credit dateline paragraph \
    crosshead pullQuote listItem signoff contributors correction editorsNote copyright tags promo table furniture";

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// Every case, in the order of the folders' names.
pub(crate) fn cases() -> Vec<Case> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder())
        .expect("tests/fixtures can be listed")
        .map(|entry| entry.expect("an entry of tests/fixtures can be read").path())
        .filter(|path| path.is_dir())
        .collect();
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

pub(crate) fn read(path: &Path) -> Case {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let load = |file: &str| fs::read_to_string(path.join(file)).unwrap_or_else(|e| panic!("{name}/{file}: {e}"));
    let text = load("article.txt");
    let expected = serde_json::from_str(&load("expected.json")).unwrap_or_else(|e| panic!("{name}/expected.json: {e}"));
    Case { name, text, expected }
}

/// The names in `known-failures.txt`, which are sorted and there once each.
pub(crate) fn known_failures() -> BTreeSet<String> {
    let list = fs::read_to_string(folder().join("known-failures.txt")).expect("known-failures.txt can be read");
    let names: Vec<&str> = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    assert!(names.is_sorted_by(|a, b| a < b), "known-failures.txt is not sorted, or names a case twice");
    names.into_iter().map(str::to_owned).collect()
}

/// The expected blocks at their places in the paste: found in order, with only white space left over.
pub(crate) fn runs_expected(case: &Case) -> Result<Vec<Run>, String> {
    let mut out: Vec<Run> = Vec::new();
    let mut at = 0;
    if case.expected.blocks.is_empty() {
        return Ok(out);
    }
    for (role, pattern) in &case.expected.blocks {
        if let Some(unknown) =
            role.trim_end_matches('+').split('/').find(|role| !ROLES.split(' ').any(|known| known == *role))
        {
            return Err(format!("unknown role {unknown:?}"));
        }
        at += case.text[at..].len() - case.text[at..].trim_start_matches(blank).len();
        let end = match_here(&case.text, at, pattern)
            .ok_or_else(|| format!("{role} {pattern:?} is expected here: {}", shorten(&case.text[at..])))?;
        out.push(Run { span: Span::new(at, end), role: role.clone() });
        at = end;
    }
    match case.text[at..].trim_matches(blank) {
        "" => Ok(out),
        rest => Err(format!("left over: {}", shorten(rest))),
    }
}
