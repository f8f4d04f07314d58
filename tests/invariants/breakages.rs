//! A checker that finds nothing proves nothing: each of these breakages must be found.

use crate::invariants::violations;
use nutgraf::{Offsets, Options};
use serde_json::{Value, json};

const TEXT: &str = "Ferry 𝒩 resumes\n\nBoats sail again, the mayor said.\n\nIt rained.";

/// A breakdown of [`TEXT`] in code points, written by hand, with an entry of every kind.
fn sound() -> Value {
    json!({
        "schema": "nutgraf/1", "offsets": "codepoint", "length": 62,
        "blocks": [
            { "role": "headline", "start": 0, "end": 15 },
            { "role": "paragraph", "start": 17, "end": 50 },
            { "role": "furniture", "start": 52, "end": 62 },
        ],
        "head": {
            "headline": { "text": "Ferry 𝒩 resumes", "start": 0, "end": 15 },
            "dateline": { "places": [{ "name": "Boats", "start": 17, "end": 22 }], "start": 17, "end": 27 },
            "agency": { "name": "AP", "basis": "dateline", "start": 17, "end": 22 },
            "images": [],
        },
        "sentences": [{ "start": 0, "end": 15, "block": 0 }, { "start": 17, "end": 50, "block": 1 }],
        "entities": [{
            "id": 0, "kind": "person", "name": "mayor", "titles": [],
            "mentions": [{ "start": 6, "end": 7 }, { "start": 39, "end": 44 }],
        }],
        "quotes": [
            { "kind": "indirect", "act": "statement", "start": 17, "end": 33, "text": "Boats sail again",
              "cue": { "start": 45, "end": 49, "text": "said", "lemma": "say" },
              "parts": [{ "start": 17, "end": 22 }, { "start": 23, "end": 33 }],
              "speaker": { "start": 35, "end": 44, "text": "the mayor", "form": "description",
                           "entity": 0, "name": "mayor", "basis": "description" } },
            { "kind": "indirect", "start": 17, "end": 22, "text": "Boats", "continues": 0, "sameAs": 0,
              "sourceKind": "unnamed", "words": 1 },
        ],
        "noComment": [{ "start": 45, "end": 49, "text": "said", "entity": 0 }],
        "times": [{ "start": 28, "end": 33, "text": "again", "type": "DATE", "value": "2022-05-03" }],
        "quantities": [{ "start": 17, "end": 22, "text": "Boats", "value": 2, "unit": "boats" }],
        "keySentences": [1, 0],
        "checks": [
            { "code": "doubled-word", "message": "twice", "places": [{ "start": 6, "end": 7 }] },
            { "code": "sum", "message": "18 in all", "places": [{ "start": 17, "end": 22 }, { "start": 28, "end": 33 }] },
        ],
        "marks": [{ "name": "a", "start": 17, "end": 22 }, { "name": "b", "remark": "c", "start": 17, "end": 33 }],
        "stats": { "words": 9, "sentences": 2, "paragraphs": 1, "readingSeconds": 2, "fleschReadingEase": 80.1 },
        "warnings": [{ "code": "stray-full-stop", "message": "A stop.", "start": 49, "end": 50 }],
    })
}

#[test]
fn passes_what_is_sound() {
    assert_eq!(violations(TEXT, &sound()), [""; 0]);
}

#[test]
fn finds_every_breakage() {
    for (pointer, value) in [
        ("/schema", json!("nutgraf/2")),
        ("/offsets", json!("utf16")),
        ("/offsets", json!("utf32")),
        ("/length", json!(63)),
        ("/blocks/0/role", json!("title")),
        ("/blocks/0/start", json!(1)),
        ("/blocks/0/end", json!(18)),
        ("/blocks/1/end", json!(49)),
        ("/blocks/2/end", json!(63)),
        ("/blocks/2/end", json!(52)),
        ("/blocks/2/start", json!(-1)),
        ("/blocks/2/start", json!(52.5)),
        ("/blocks", json!([])),
        ("/blocks/1/role", json!("promo")),
        ("/head/headline/text", json!("Ferry N resumes")),
        ("/head/headline/text", json!("ferry 𝒩 resumes")),
        ("/head/headline/start", json!(1)),
        ("/head/headline/end", Value::Null),
        ("/head/dateline/places/0/end", json!(28)),
        ("/head/agency/basis", json!("guess")),
        ("/head/agency/name", json!("")),
        ("/head/images", json!([{}])),
        ("/sentences/1/block", json!(0)),
        ("/sentences/1/block", json!(2)),
        ("/sentences/1/block", json!(3)),
        ("/sentences/0/end", json!(17)),
        ("/sentences/1/start", json!(14)),
        ("/entities/0/id", json!(1)),
        ("/entities/0/kind", json!("thing")),
        ("/entities/0/name", json!("")),
        ("/entities/0/mentions", json!([])),
        ("/entities/0/mentions/0", json!({ "start": 40, "end": 44 })),
        ("/entities/0/mentions/1", json!({ "start": 52, "end": 54 })),
        ("/entities/0/mentions/1/end", json!(51)),
        ("/quotes/0/kind", json!("scare")),
        ("/quotes/0/text", json!("Boats sail again,")),
        ("/quotes/0/start", json!(18)),
        ("/quotes/0/cue/lemma", json!("")),
        ("/quotes/0/cue/text", json!("says")),
        ("/quotes/0/parts/1/start", json!(21)),
        ("/quotes/0/parts/1/end", json!(34)),
        ("/quotes/0/parts", json!([{ "start": 17, "end": 22 }])),
        ("/quotes/0/speaker/entity", json!(1)),
        ("/quotes/0/speaker/entity", json!(-1)),
        ("/quotes/0/speaker/form", json!("noun")),
        ("/quotes/0/speaker/basis", json!("luck")),
        ("/quotes/0/speaker/text", json!("The mayor")),
        ("/quotes/0/act", json!("shout")),
        (
            "/quotes/0/speaker",
            json!({ "start": 35, "end": 44, "text": "the mayor", "form": "description",
                    "entity": 0, "alternative": 0, "name": "mayor", "basis": "description" }),
        ),
        ("/noComment/0/entity", json!(1)),
        ("/noComment/0/text", json!("")),
        ("/quotes/1/continues", json!(1)),
        ("/quotes/1/sameAs", json!(1)),
        ("/quotes/1/sameAs", json!(2)),
        ("/quotes/1/sourceKind", json!("secret")),
        ("/times/0/type", json!("DAY")),
        ("/times/0/value", json!("")),
        ("/times/0/value", json!("3 May")),
        ("/times/0/text", json!("Again")),
        ("/times/0", json!({ "start": 52, "end": 54, "text": "It", "type": "DATE", "value": "2022" })),
        ("/quantities/0/value", Value::Null),
        ("/quantities/0/value", json!("2")),
        ("/quantities/0/end", json!(17)),
        ("/keySentences", json!([2])),
        ("/keySentences", json!([1, 1])),
        ("/checks/0/code", json!("Doubled word")),
        ("/checks/0/message", json!("")),
        ("/checks/0/places", json!([])),
        ("/checks/0/places/0", json!({ "start": 39, "end": 44 })),
        ("/checks/1/places/1/end", json!(63)),
        ("/checks/1/places/0", json!({ "start": 6, "end": 6 })),
        ("/marks/0/name", json!("")),
        ("/marks/0", json!({ "name": "a", "start": 28, "end": 33 })),
        ("/marks/1/end", json!(17)),
        ("/stats/words", json!(-1)),
        ("/stats/fleschReadingEase", Value::Null),
        ("/warnings/0/code", json!("Stray full stop")),
        ("/warnings/0/message", json!("")),
        ("/warnings/0/start", json!(51)),
    ] {
        let mut article = sound();
        let place = article.pointer_mut(pointer).expect("a place of the breakdown");
        assert_ne!(*place, value, "{pointer} is not changed");
        *place = value.clone();
        assert_ne!(violations(TEXT, &article), [""; 0], "{pointer} as {value} is not noticed");
    }
}

#[test]
fn finds_every_missing_key() {
    for (pointer, key) in [
        ("", "blocks"),
        ("", "warnings"),
        ("", "checks"),
        ("/blocks/0", "start"),
        ("/head/headline", "start"),
        ("/quotes/0", "text"),
        ("/quotes/0/speaker", "basis"),
        ("/times/0", "value"),
        ("/stats", "readingSeconds"),
    ] {
        let mut article = sound();
        let removed = article.pointer_mut(pointer).and_then(|value| value.as_object_mut()?.remove(key));
        assert!(removed.is_some(), "{pointer} has no {key}");
        assert_ne!(violations(TEXT, &article), [""; 0], "{key} of {pointer} is not missed");
    }
}

/// The same places in another unit are other numbers: the letter beyond the basic plane moves them.
#[test]
fn knows_the_units_apart() {
    let options = Options::new().with_offsets(Offsets::CodePoint);
    let article = serde_json::to_value(nutgraf::parse(TEXT, &options)).expect("a breakdown is JSON");
    assert_eq!(violations(TEXT, &article), [""; 0]);
    for unit in ["utf8", "utf16"] {
        let mut wrong = article.clone();
        wrong["offsets"] = json!(unit);
        assert_ne!(violations(TEXT, &wrong), [""; 0], "{unit}");
    }
}
