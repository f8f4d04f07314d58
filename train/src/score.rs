//! What a model is worth: on pages of which every row is known, and on the fixtures of the tests.

use crate::corpus::{self, Piece};
use crate::mix;
use nutgraf::{Options, lab};
use serde_json::Value;
use std::fmt;
use std::fs;
use std::path::Path;

/// So many of so many.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Share {
    right: usize,
    all: usize,
}

impl Share {
    fn count(&mut self, right: bool) {
        self.right += usize::from(right);
        self.all += 1;
    }
}

impl fmt::Display for Share {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{:.3} of {}", self.right as f64 / self.all.max(1) as f64, self.all)
    }
}

/// What `weights` say of `pages`, as a line to be read: rows that get their part, pages whose headline is the right row
/// (or none where there is none), and rows of running text found and right.
pub fn pages(pages: &[Vec<Piece>], weights: &[u8]) -> String {
    let (mut rows, mut headlines, mut found, mut right) =
        (Share::default(), Share::default(), Share::default(), Share::default());
    for page in pages {
        let text = mix::text(page);
        let verdicts = lab::decode(&text, weights);
        // a page that falls into other rows than it was set in says nothing
        if verdicts.len() != page.len() {
            continue;
        }
        for (piece, verdict) in page.iter().zip(&verdicts) {
            let same = piece.part == verdict.part;
            rows.count(same);
            if piece.part == "text" {
                found.count(same);
            }
            if verdict.part == "text" {
                right.count(same);
            }
        }
        let own = page.iter().position(|piece| piece.part == "headline");
        headlines.count(own == verdicts.iter().position(|verdict| verdict.part == "headline"));
    }
    format!("rows {rows}, headlines {headlines}, text found {found} and right {right} on outlets held out")
}

/// What `weights` say of the fixtures, as a line to be read: of the headlines, bylines and dates that they state, how many
/// are right.
///
/// # Errors
///
/// Where a fixture cannot be read.
pub fn fixtures(own: &Path, weights: &[u8]) -> Result<String, String> {
    let folder = own.join("../tests/fixtures");
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut cases: Vec<_> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    cases.sort();
    let mut shares = [("headlines", Share::default()), ("bylines", Share::default()), ("dates", Share::default())];
    for case in cases {
        let text = corpus::text(&case.join("article.txt"))?;
        let expected: Value = serde_json::from_str(&corpus::text(&case.join("expected.json"))?)
            .map_err(|error| format!("{}: {error}", case.display()))?;
        let options: Options = serde_json::from_value(expected["options"].clone()).unwrap_or_default();
        let article = serde_json::to_value(lab::parse_with(&text, &options, weights)).unwrap_or_default();
        for ((_, share), key) in shares.iter_mut().zip(["headline", "bylines", "published"]) {
            if let Some(stated) = expected["head"].get(key) {
                share.count(agrees(stated, &article["head"][key]));
            }
        }
    }
    let shares: Vec<String> = shares.iter().map(|(name, share)| format!("{name} {share}")).collect();
    Ok(format!("{} on the fixtures", shares.join(", ")))
}

/// Whether a value is what is stated of it: a string is compared with an object's text, name or value, and may end in
/// `…` before the rest; of an object only what is stated is compared.
fn agrees(stated: &Value, found: &Value) -> bool {
    match stated {
        Value::Null => found.is_null(),
        Value::Array(items) => {
            let found = found.as_array().map_or(&[][..], Vec::as_slice);
            items.len() == found.len() && items.iter().zip(found).all(|(stated, found)| agrees(stated, found))
        }
        Value::Object(keys) => keys.iter().all(|(key, stated)| agrees(stated, &found[key.as_str()])),
        Value::String(stated) => {
            let values = ["text", "name", "value"].map(|key| &found[key]);
            let Some(found) = values.into_iter().chain([found]).find_map(Value::as_str) else { return false };
            stated.strip_suffix('…').map_or(stated == found, |start| found.starts_with(start))
        }
        other => other == found,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_a_fixture_states_is_compared() {
        let headline = json!({ "text": "Ferry resumes", "start": 0, "end": 13 });
        assert!(agrees(&json!("Ferry resumes"), &headline) && !agrees(&json!("Ferry"), &headline));
        assert!(agrees(&json!(null), &json!(null)) && !agrees(&json!(null), &headline));
        assert!(agrees(&json!("2024-05-04…"), &json!({ "value": "2024-05-04T10:00" })));
        assert!(agrees(&json!([{ "name": "Ada" }]), &json!([{ "name": "Ada", "start": 1 }])));
        assert!(!agrees(&json!(["Ada"]), &json!([])) && !agrees(&json!("Ada"), &json!(null)));
    }
}
