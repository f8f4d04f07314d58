//! Comparing values: the head's, and what the readings find.

use crate::case::Case;
use serde_json::{Map, Value};

/// Warnings that say that a paste is not what it should be: a case without them must not get them.
pub(crate) const REFUSALS: [&str; 3] = ["not-an-article", "language", "several-articles"];

pub(crate) fn compare_head(expected: &Map<String, Value>, head: &Value) -> Vec<String> {
    let mut out = Vec::new();
    for (key, value) in expected {
        let (mut value, mut found) = (value.clone(), head[key].clone());
        match key.as_str() {
            "images" => found = distinct(&found),
            "contributors" => value = named(&value, ["name", "role"]),
            _ => {}
        }
        if !agree(&value, &found) {
            out.push(format!("head.{key}: expected {value}\n        found {}", without_places(&found)));
        }
    }
    out
}

/// The codes of the warnings, and the language they turn on.
pub(crate) fn compare_warnings(case: &Case, article: &Value) -> Vec<String> {
    let codes: Vec<&str> = list(&article["warnings"]).iter().filter_map(|warning| warning["code"].as_str()).collect();
    let expected = &case.expected.warnings;
    let mut out = Vec::new();
    for code in REFUSALS {
        let (must, may) = (has(expected, code), has(expected, &format!("{code}?")));
        if codes.contains(&code) != must && !may {
            out.push(format!("warning {code}: {}", if must { "missing" } else { "too much" }));
        }
    }
    let others = expected.iter().filter(|code| !code.ends_with('?') && !REFUSALS.contains(&code.as_str()));
    out.extend(others.filter(|code| !codes.contains(&code.as_str())).map(|code| format!("warning {code}: missing")));
    if let Some(language) = &case.expected.language
        && article["language"].as_str() != Some(language)
    {
        out.push(format!("language: expected {language}, found {}", article["language"]));
    }
    out
}

pub(crate) fn compare_times(case: &Case, article: &Value) -> Vec<String> {
    let mut rest = list(&article["times"]).iter();
    let mut out = Vec::new();
    for (text, value) in &case.expected.times {
        let same = |time: &&Value| time["text"].as_str().is_some_and(|found| like(text, found));
        let Some(value) = value else {
            if list(&article["times"]).iter().any(|time| same(&time)) {
                out.push(format!("no time expression: {text:?}"));
            }
            continue;
        };
        let mut ahead = rest.clone();
        match ahead.find(same) {
            Some(time) => {
                rest = ahead;
                if time["value"] != value.as_str() {
                    out.push(format!("time {text:?}: expected {value}, found {}", time["value"]));
                }
            }
            None => out.push(format!("time missing: {text:?} ({value})")),
        }
    }
    out
}

pub(crate) fn compare_quotes(case: &Case, article: &Value) -> Vec<String> {
    let mut out = Vec::new();
    for quote in &case.expected.quotes {
        let text = quote.get("text").and_then(Value::as_str).unwrap_or_default();
        let same = |found: &&Value| found["text"].as_str().is_some_and(|found| like(text, found));
        let found = list(&article["quotes"]).iter().find(same);
        if quote.get("absent").is_some_and(|absent| absent == true) {
            out.extend(found.map(|_| format!("no quote: {text}")));
            continue;
        }
        let Some(found) = found else {
            out.push(format!("quote missing: {text}"));
            continue;
        };
        for (key, value) in quote {
            let found = if key == "speaker" { &found["speaker"]["name"] } else { &found[key] };
            if !agree(value, found) {
                out.push(format!("quote {text}\n        {key}: expected {value}, found {}", without_places(found)));
            }
        }
    }
    out
}

pub(crate) fn compare_people(case: &Case, article: &Value) -> Vec<String> {
    let entities = list(&article["entities"]);
    let known = |name: &str| entities.iter().any(|entity| entity["kind"] == "person" && entity["name"] == name);
    let missing = case.expected.people.iter().filter(|name| !known(name));
    missing.map(|name| format!("person missing: {name}")).collect()
}

/// Whether a found value is what is expected, as far as something is expected.
pub(crate) fn agree(expected: &Value, found: &Value) -> bool {
    match (expected, found) {
        (Value::Null, _) => list(found).is_empty() && !found.is_string() && !found.is_object() && !found.is_number(),
        (Value::Array(expected), _) => {
            let found = list(found);
            expected.len() == found.len() && expected.iter().zip(found).all(|(expected, found)| agree(expected, found))
        }
        (Value::Object(expected), _) => expected.iter().all(|(key, value)| agree(value, &found[key])),
        (Value::String(expected), Value::String(found)) => like(expected, found),
        (_, Value::Object(found)) => {
            ["text", "name", "value"].iter().find_map(|key| found.get(*key)).is_some_and(|found| agree(expected, found))
        }
        _ => expected == found,
    }
}

/// Whether `found` is `pattern`: white space aside, `first … last` with anything between, `first…` with anything after it.
pub(crate) fn like(pattern: &str, found: &str) -> bool {
    if let Some(start) = pattern.strip_suffix('…') {
        return found.starts_with(start);
    }
    let found = found.split_whitespace().collect::<Vec<_>>().join(" ");
    match pattern.split_once(" … ") {
        None => found == pattern,
        Some((first, last)) => {
            found.len() >= first.len() + last.len() && found.starts_with(first) && found.ends_with(last)
        }
    }
}

/// Pictures once each: a caption that the page shows twice is one picture, with the credit of either.
pub(crate) fn distinct(images: &Value) -> Value {
    let mut out: Vec<Value> = Vec::new();
    for image in list(images) {
        let same = |other: &&mut Value| {
            image["caption"].is_object()
                && other["caption"]["text"] == image["caption"]["text"]
                && (other["credit"]["text"] == image["credit"]["text"]
                    || other["credit"].is_null()
                    || image["credit"].is_null())
        };
        match out.iter_mut().find(same) {
            Some(other) if other["credit"].is_null() => *other = image.clone(),
            Some(_) => {}
            None => out.push(image.clone()),
        }
    }
    Value::Array(out)
}

/// Pairs as objects with `keys`.
pub(crate) fn named(pairs: &Value, keys: [&str; 2]) -> Value {
    let object = |pair: &Value| match pair.as_array() {
        Some(pair) => {
            Value::Object(keys.iter().zip(pair).map(|(key, value)| ((*key).to_owned(), value.clone())).collect())
        }
        None => pair.clone(),
    };
    Value::Array(list(pairs).iter().map(object).collect())
}

/// A value without its offsets, which nobody reads in a report.
pub(crate) fn without_places(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(without_places).collect(),
        Value::Object(items) => {
            let kept = items.iter().filter(|(key, _)| *key != "start" && *key != "end");
            Value::Object(kept.map(|(key, value)| (key.clone(), without_places(value))).collect())
        }
        value => value.clone(),
    }
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

pub(crate) fn has(codes: &[String], code: &str) -> bool {
    codes.iter().any(|known| known == code)
}
