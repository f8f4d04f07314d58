//! The JSON Schemas of a breakdown and of a saved document, made from the types and kept in `docs/`, and what is checked
//! against them.

use crate::corrections::Saved;
use crate::{
    Anchor, Article, Change, Corrections, Document, Item, Offsets, Options, Role, Span, Tick, Warning, WarningCode,
    Who, parse,
};
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// What writes the kept file anew.
const RENEW: &str = "NUTGRAF_RENEW=1 cargo test --lib json_schema";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The schema of what is written, draft 2020-12.
fn schema() -> Value {
    schema_of::<Article>("Nutgraf's breakdown of a news article")
}

/// The schema of a saved document.
fn document_schema() -> Value {
    schema_of::<Saved<'static>>("A news article with Nutgraf's breakdown and what a reader corrected and checked")
}

fn schema_of<T: JsonSchema>(title: &str) -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    RecursiveTransform(as_written).transform(&mut schema);
    schema.insert("title".into(), title.into());
    schema.to_value()
}

/// What serde writes and schemars cannot know: a field that is absent where there is nothing is never null. Rust's
/// own widths of numbers say nothing here.
fn as_written(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = &types[..] {
            let only = only.clone();
            object.insert("type".into(), only);
        }
    }
    if let Some(Value::Array(choices)) = object.get_mut("anyOf") {
        choices.retain(|choice| choice["type"] != "null");
        if let [Value::Object(only)] = &choices[..] {
            let only = only.clone();
            object.remove("anyOf");
            object.extend(only);
        }
    }
    object.remove("format");
    // a place that can be absent is absent as a whole
    let required = object.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
    let placed = object.get("properties").is_some_and(|keys| keys.get("start").is_some() && keys.get("end").is_some());
    if placed && !required.contains(&json!("start")) {
        object.insert("dependentRequired".into(), json!({ "start": ["end"], "end": ["start"] }));
    }
}

#[test]
fn the_kept_files_are_those_of_the_types() {
    for (name, schema) in [("article", schema()), ("document", document_schema())] {
        let name = format!("docs/{name}.schema.json");
        let path = root().join(&name);
        let now = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
        if std::env::var_os("NUTGRAF_RENEW").is_some() {
            fs::write(&path, &now).expect("the schema written");
        }
        let kept = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert!(kept == now, "{name} is not that of the types; to renew it: {RENEW}");
    }
}

/// A document with a correction of every kind.
fn document() -> Document {
    let text = "Ferry to the islands resumes after storm\n\nPORT ELDER, May 3 (Reuters) - “Boats sail again,” Mayor \
                Ada Quill said on Tuesday of about 300 boats.";
    let at = || Anchor::of(text, Span::new(42, 52));
    let value = || "2022-05-03".parse().expect("a value");
    let date = || "2022-05-03".parse().expect("a date");
    let corrections: Corrections = [
        Change::Role { at: at(), role: Role::Dateline, opening: false },
        Change::Role { at: at(), role: Role::Dateline, opening: true },
        Change::Split { at: at() },
        Change::Join { at: at() },
        Change::Entity { at: at(), kind: crate::EntityKind::Place },
        Change::Name { at: at(), name: "Elder".to_owned() },
        Change::Merge { at: at(), to: at() },
        Change::Detach { at: at() },
        Change::Attach { at: at(), to: at() },
        Change::Quote { at: at(), speaker: Some(Who::Mention(at())) },
        Change::Quote { at: at(), speaker: None },
        Change::Speaker { at: at(), speaker: Some(Who::Name("a captain".to_owned())) },
        Change::Time { at: at(), value: value(), kind: Some(crate::TimeKind::Set) },
        Change::Time { at: at(), value: value(), kind: None },
        Change::Quantity { at: at(), value: 3.5, unit: Some("boats".to_owned()) },
        Change::Published { at: Some(at()), value: date() },
        Change::Updated { at: None, value: date() },
        Change::Remove { at: at(), item: Item::Mention },
    ]
    .into_iter()
    .collect();
    let tick = Tick { at: Some(at()), item: Item::Time, checked: true, remark: Some("seen".to_owned()), source: None };
    Document::with(text.to_owned(), Options::new().with_published(date()), corrections, vec![tick])
}

#[test]
fn a_saved_document_fits_its_schema_and_comes_back() {
    let checker = Checker(document_schema());
    let document = document();
    let value: Value = serde_json::from_str(&document.save()).expect("a document is JSON");
    assert_eq!(checker.check(&value), Vec::<String>::new());
    let names: std::collections::HashSet<&str> =
        list(&value["corrections"]).iter().filter_map(|change| change["change"].as_str()).collect();
    assert_eq!(names.len(), crate::corrections::CHANGES.len(), "one of every kind");
    let opened = Document::open(&document.save()).expect("a document");
    assert_eq!(opened, document);
    assert_eq!(opened.save(), document.save());
    for (place, wrong) in [
        ("/schema", json!("nutgraf/1")),
        ("/text", json!(null)),
        ("/options/dateOrder", json!(5)),
        ("/options/published", json!(5)),
        ("/corrections/0/change", json!("colour")),
        ("/corrections/0/role", json!("title")),
        ("/corrections/0/at", json!({ "start": 0, "end": 1 })),
        ("/corrections/6/to", json!(5)),
        ("/corrections/14/value", json!("3")),
        ("/ticks/0/item", json!("name")),
        ("/ticks/0/checked", json!("yes")),
        ("/article/schema", json!("nutgraf/2")),
    ] {
        let mut value = value.clone();
        let (parent, key) = place.rsplit_once('/').expect("a path");
        value.pointer_mut(parent).expect("what holds it")[key] = wrong.clone();
        assert_ne!(checker.check(&value), Vec::<String>::new(), "{place} {wrong}");
    }
}

/// The pastes of the fixtures.
fn pastes() -> Vec<(PathBuf, String)> {
    let folder = root().join("tests/fixtures");
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("the fixtures")
        .map(|entry| entry.expect("a fixture").path().join("article.txt"))
        .filter(|path| path.is_file())
        .collect();
    paths.sort();
    assert!(paths.len() >= 30, "expected thirty fixtures and more, found {}", paths.len());
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(path).expect("a fixture is UTF-8"))).collect()
}

/// Everything that can be read here: the fixtures in each unit, with what a caller can know.
fn articles() -> Vec<(PathBuf, Article)> {
    let known =
        Options::new().with_url("http://www.example.com/a").with_published("2022-05-03".parse().expect("a date"));
    let mut articles = Vec::new();
    for (path, text) in pastes() {
        for &unit in Offsets::ALL {
            articles.push((path.clone(), parse(&text, &Options::new().with_offsets(unit))));
        }
        articles.push((path, parse(&text, &known)));
    }
    articles
}

#[test]
fn what_is_written_fits_the_schema() {
    let checker = Checker(schema());
    for (path, article) in articles() {
        let value = serde_json::to_value(article).expect("an article is JSON");
        assert_eq!(checker.check(&value), Vec::<String>::new(), "{}", path.display());
    }
}

#[test]
fn what_breaks_the_shape_does_not_fit() {
    let checker = Checker(schema());
    let text = "Ferry to the islands resumes after storm\n\nPORT ELDER, May 3 (Reuters) - “Boats sail again,” Mayor \
                Ada Quill said on Tuesday of about 300 boats.";
    let sound = serde_json::to_value(parse(text, &Options::new())).expect("an article is JSON");
    assert_eq!(checker.check(&sound), Vec::<String>::new());
    for (place, wrong) in [
        ("/schema", json!("nutgraf/2")),
        ("/offsets", json!("utf32")),
        ("/length", json!(-1)),
        ("/length", json!(1.5)),
        ("/blocks", json!({})),
        ("/blocks/0/role", json!("title")),
        ("/blocks/0", json!({ "role": "headline", "start": 0 })),
        ("/head/agency/basis", json!("guess")),
        ("/head/headline", json!(null)),
        ("/head/dateline/places/0/name", json!(5)),
        ("/quotes/0/speaker/basis", json!("Name")),
        ("/times/0/type", json!("date")),
        ("/quantities/0/value", json!("300")),
        ("/quantities/0/approximate", json!(null)),
        ("/stats", json!({})),
        ("/warnings", json!([{ "code": "language", "message": "", "start": 0 }])),
    ] {
        let mut value = sound.clone();
        *value.pointer_mut(place).unwrap_or(&mut Value::Null) = wrong.clone();
        assert_ne!(value, sound, "{place} is there");
        assert_ne!(checker.check(&value), Vec::<String>::new(), "{place} {wrong}");
    }
}

#[test]
fn what_is_written_is_read_back() {
    for (path, article) in articles() {
        let written = serde_json::to_string(&article).expect("an article is JSON");
        let back: Article = serde_json::from_str(&written).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        assert_eq!(back, article, "{}", path.display());
        assert_eq!(serde_json::to_string(&back).expect("an article is JSON"), written, "{}", path.display());
    }
}

#[test]
fn another_version_and_an_unknown_word_are_refused() {
    let mut article = parse("Ferry resumes", &Options::new());
    article.warnings.push(Warning::new(WarningCode::LoneSurrogate, "half of a pair"));
    let written = serde_json::to_string(&article).expect("an article is JSON");
    let error = |from: &str, to: &str| {
        let other = written.replace(from, to);
        assert_ne!(other, written);
        serde_json::from_str::<Article>(&other).expect_err(to).to_string()
    };
    let said = error("nutgraf/1", "nutgraf/2");
    assert!(said.starts_with("expected a breakdown of schema nutgraf/1, found \"nutgraf/2\""), "{said}");
    let said = error("lone-surrogate", "full-moon");
    assert!(said.contains("unknown variant `full-moon`"), "{said}");
    let said = error("\"sentences\"", "\"sentence\"");
    assert!(said.contains("missing field `sentences`"), "{said}");
}

/// Checks values by the part of JSON Schema that [`schema`] uses. It refuses a schema with anything else, so that
/// nothing is passed over unseen.
struct Checker(Value);

impl Checker {
    fn check(&self, value: &Value) -> Vec<String> {
        let mut wrong = Vec::new();
        self.at("article", value, &self.0, &mut wrong);
        wrong
    }

    fn at(&self, path: &str, value: &Value, schema: &Value, wrong: &mut Vec<String>) {
        let Value::Object(rules) = schema else {
            assert_eq!(schema, &json!(true), "a schema is an object");
            return;
        };
        for (keyword, rule) in rules {
            let holds = match keyword.as_str() {
                "$schema" | "$defs" | "title" | "description" | "default" => true,
                "type" => is(value, rule.as_str().expect("one type")),
                "const" => value == rule,
                "enum" => list(rule).contains(value),
                "minimum" => value.as_f64().is_none_or(|number| number >= rule.as_f64().expect("a number")),
                "maximum" => value.as_f64().is_none_or(|number| number <= rule.as_f64().expect("a number")),
                "required" => list(rule).iter().all(|key| value.get(key.as_str().expect("a key")).is_some()),
                // no other keys than those named
                "additionalProperties" => {
                    assert_eq!(rule, &json!(false), "{path}: none are allowed");
                    let known = schema.get("properties").and_then(Value::as_object);
                    let mut keys = value.as_object().into_iter().flatten().map(|(key, _)| key);
                    keys.all(|key| known.is_some_and(|known| known.contains_key(key)))
                }
                "dependentRequired" => rule.as_object().into_iter().flatten().all(|(key, others)| {
                    value.get(key).is_none()
                        || list(others).iter().all(|other| value.get(other.as_str().expect("a key")).is_some())
                }),
                "oneOf" | "anyOf" => {
                    let fitting = list(rule).iter().filter(|choice| {
                        let mut found = Vec::new();
                        self.at(path, value, choice, &mut found);
                        found.is_empty()
                    });
                    if keyword == "oneOf" { fitting.count() == 1 } else { fitting.count() > 0 }
                }
                "$ref" => {
                    let name = rule.as_str().and_then(|name| name.strip_prefix('#')).expect("a reference inside");
                    self.at(path, value, self.0.pointer(name).expect("what is referred to"), wrong);
                    true
                }
                "properties" => {
                    for (key, rule) in rule.as_object().unwrap_or(&Map::new()) {
                        if let Some(value) = value.get(key) {
                            self.at(&format!("{path}.{key}"), value, rule, wrong);
                        }
                    }
                    true
                }
                "items" => {
                    for (index, value) in value.as_array().into_iter().flatten().enumerate() {
                        self.at(&format!("{path}[{index}]"), value, rule, wrong);
                    }
                    true
                }
                other => panic!("{path}: what to make of {other}?"),
            };
            if !holds {
                wrong.push(format!("{path}: {keyword} {rule} does not hold for {value}"));
            }
        }
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn is(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        "boolean" => value.is_boolean(),
        other => panic!("no type {other}"),
    }
}
